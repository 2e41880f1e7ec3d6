#include "app/cheque_import/import_row_model.h"

#include "app/cheque_import/import_texts.h"
#include "shared/core/identifier.h"
#include "ui/widgets/amount_text.h"
#include "ui/widgets/date_text.h"

#include <algorithm>

namespace nextgen::cheque_import {

using describe::Choice;
using describe::FieldInfo;
using describe::Kind;

namespace {

constexpr std::string_view rowName = "row";
constexpr std::string_view stateName = "state";
constexpr std::string_view notesName = "notes";

/// The values of a row between what the sheet says about it and what was found.
const std::vector<FieldInfo>& fields() {
    static const std::vector<FieldInfo> list = [] {
        std::vector<FieldInfo> all{
            {rowName, QT_TRANSLATE_NOOP("Cheque", "Row"), Kind::Integer, describe::Plain, 0, false},
            {stateName, QT_TRANSLATE_NOOP("Cheque", "State"), Kind::Choice, describe::Plain, 0, false}};
        const auto& values = describe::fieldsOf<RowValues>();
        all.insert(all.end(), values.begin(), values.end());
        all.push_back({notesName, QT_TRANSLATE_NOOP("Cheque", "What was found"), Kind::Text, describe::Plain,
                       0, false});
        return all;
    }();
    return list;
}

/// What a person typed, as it is kept and sent: amounts and dates no longer need the moment in which they
/// were typed ("12م", "+10"), identifiers lose their blanks. What is not understood stays as typed; the
/// server says what is wrong with it.
std::string plainOf(std::string_view fieldName, const QString& typed) {
    const std::string text = ui::fromQt(ui::plainDigits(typed));
    if (fieldName == "amount") {
        if (const auto amount = ui::readAmount(typed)) {
            return std::to_string(amount->rials());
        }
    } else if (fieldName == "due_on") {
        if (const auto date = ui::readDateText(typed, std::nullopt)) {
            return date->toString();
        }
    } else if (fieldName == "sayad_id") {
        if (const auto sayadId = identifier::readSayadId(text)) {
            return *sayadId;
        }
    }
    return ui::fromQt(typed.trimmed());
}

}  // namespace

QString twinSentence(const Twin& twin) {
    QStringList parts;
    if (twin.amount) {
        parts += ui::showMoneyWithUnit(*twin.amount);
    }
    if (twin.dueOn) {
        parts += ImportRowModel::tr("due %1").arg(ui::showDate(*twin.dueOn));
    }
    const QString which = twin.row ? ImportRowModel::tr("The same cheque stands in row %1 of this file")
                                         .arg(ui::showNumber(*twin.row))
                                   : ImportRowModel::tr("This cheque is posted already");
    return parts.isEmpty() ? which
                           : ImportRowModel::tr("%1: %2").arg(which, parts.join(ImportRowModel::tr(", ")));
}

ImportRowModel::ImportRowModel(const std::vector<SheetColumn>& sheetColumns, QObject* parent)
    : RecordModelBase("Cheque", fields(), columnsFor(sheetColumns), parent), m_sheetColumns(sheetColumns) {
    // The rows come in the order of the sheet, page after page: there is nothing to sort by.
    setSorter([](const QString&) {}, {});
    setMarker([this](int row, std::string_view fieldName) { return markOf(row, fieldName); });
    setEditing(
        [this](int, std::string_view fieldName) { return m_isOpen && m_mends && isMendable(fieldName); },
        [this](int row, std::string_view fieldName, const QString& typed) {
            return take(row, fieldName, typed);
        });
}

std::vector<std::string_view> ImportRowModel::columnsFor(const std::vector<SheetColumn>& sheetColumns) {
    const auto isInSheet = [&](Column column) {
        return std::any_of(sheetColumns.begin(), sheetColumns.end(),
                           [&](const SheetColumn& sheet) { return sheet.field == column; });
    };
    // What was found stands beside what a cheque is; the rest of the sheet follows.
    std::vector<std::string_view> columns{rowName, stateName, "sayad_id", "amount", "due_on", notesName};
    for (const FieldInfo& field : describe::fieldsOf<RowValues>()) {
        const auto column = columnOfValue(field.name);
        const bool isThere = std::find(columns.begin(), columns.end(), field.name) != columns.end();
        if (column && !isThere && !field.has(describe::Hidden) && isInSheet(*column)) {
            columns.push_back(field.name);
        }
    }
    return columns;
}

bool ImportRowModel::isMendable(std::string_view fieldName) {
    return columnOfValue(fieldName).has_value();
}

void ImportRowModel::setMends(MendQueue* mends) {
    if (m_mends) {
        disconnect(m_mends, nullptr, this, nullptr);
    }
    m_mends = mends;
    if (mends == nullptr) {
        return;
    }
    connect(mends, &MendQueue::changed, this, [this](int sheetRow) {
        if (const int place = placeOf(sheetRow); place >= 0) {
            wordAgain(place);
        }
    });
    connect(mends, &MendQueue::taken, this, &ImportRowModel::update);
    connect(mends, &MendQueue::rowRead, this, &ImportRowModel::update);
}

void ImportRowModel::setOpen(bool isOpen) {
    m_isOpen = isOpen;
}

int ImportRowModel::placeOf(int sheetRow) const {
    const auto found = std::lower_bound(m_rows.begin(), m_rows.end(), sheetRow,
                                        [](const StagedRow& row, int number) { return row.row < number; });
    return found != m_rows.end() && found->row == sheetRow ? static_cast<int>(found - m_rows.begin()) : -1;
}

void ImportRowModel::replace(std::vector<StagedRow> rows) {
    beginResetModel();
    fetchAnswered();
    m_rows = std::move(rows);
    m_notes.clear();
    for (const StagedRow& row : m_rows) {
        m_notes.push_back(ui::fromQt(worded(row)));
    }
    endResetModel();
}

void ImportRowModel::append(std::vector<StagedRow> rows) {
    fetchAnswered();
    // A page that was asked for twice brings nothing new.
    std::erase_if(rows,
                  [this](const StagedRow& row) { return !m_rows.empty() && row.row <= m_rows.back().row; });
    if (rows.empty()) {
        return;
    }
    beginInsertRows({}, count(), count() + static_cast<int>(rows.size()) - 1);
    for (StagedRow& row : rows) {
        m_notes.push_back(ui::fromQt(worded(row)));
        m_rows.push_back(std::move(row));
    }
    endInsertRows();
}

void ImportRowModel::update(const StagedRow& row) {
    if (const int place = placeOf(row.row); place >= 0) {
        m_rows[static_cast<std::size_t>(place)] = row;
        wordAgain(place);
    }
}

void ImportRowModel::wordAgain(int place) {
    m_notes[static_cast<std::size_t>(place)] = ui::fromQt(worded(at(place)));
    emit dataChanged(index(place, 0), index(place, columnCount() - 1));
}

void ImportRowModel::retranslate() {
    for (int place = 0; place < count(); ++place) {
        m_notes[static_cast<std::size_t>(place)] = ui::fromQt(worded(at(place)));
    }
    refreshMarks();
    emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

QString ImportRowModel::notesOf(int row) const {
    return ui::toQt(m_notes.at(static_cast<std::size_t>(row)));
}

std::string ImportRowModel::cellText(const StagedRow& row, Column column) const {
    for (const SheetColumn& sheet : m_sheetColumns) {
        if (sheet.field != column) {
            continue;
        }
        for (const RowCell& cell : row.cells) {
            if (cell.column == sheet.index) {
                return cell.text;
            }
        }
    }
    return {};
}

QString ImportRowModel::worded(const StagedRow& row) const {
    QStringList sentences;
    if (const Mend* mend = m_mends ? m_mends->at(row.row) : nullptr) {
        switch (mend->state) {
            case Mend::State::Waiting:
                sentences += tr("What you typed is kept and not sent yet");
                break;
            case Mend::State::Conflict:
                sentences += tr("Somebody else changed this row meanwhile; what you typed is kept");
                break;
            case Mend::State::Refused:
                sentences += mend->sentence;
                break;
        }
    }
    for (const ShownFault& fault : row.faults) {
        sentences += fault.sentence;
    }
    if (row.twin) {
        sentences += twinSentence(*row.twin);
    }
    for (auto repair = row.repairs.begin(); repair != row.repairs.end();) {
        const Column column = repair->column;
        QStringList changes;
        for (; repair != row.repairs.end() && repair->column == column; ++repair) {
            changes += repair->sentence;
        }
        sentences += tr("%1: %2").arg(ui::toQt(cheque_import::columnTitle(column, ui::currentLanguage())),
                                      changes.join(tr(", ")));
    }
    return sentences.join(QStringLiteral(" · "));
}

std::optional<ui::CellMark> ImportRowModel::markOf(int place, std::string_view fieldName) const {
    const StagedRow& row = at(place);
    const auto column = columnOfValue(fieldName);
    if (!column) {
        return std::nullopt;
    }
    using Mark = ui::CellMark::Kind;
    if (const Mend* mend = m_mends ? m_mends->at(row.row) : nullptr;
        mend != nullptr && mend->values.contains(std::string(fieldName))) {
        switch (mend->state) {
            case Mend::State::Waiting:
                return ui::CellMark{Mark::Edited, tr("not sent yet")};
            case Mend::State::Conflict:
                return ui::CellMark{Mark::Failed, tr("somebody else changed this row meanwhile")};
            case Mend::State::Refused:
                return ui::CellMark{Mark::Failed, mend->sentence};
        }
    }
    if (const ShownFault* fault = row.faultOf(*column)) {
        return ui::CellMark{Mark::Failed, fault->sentence};
    }
    const bool isName = row.values.sayadId.empty() ? fieldName == "serial" : fieldName == "sayad_id";
    if (row.twin && isName) {
        return ui::CellMark{Mark::Duplicate, twinSentence(*row.twin)};
    }
    if (row.corrections.contains(*column)) {
        const std::string read = cellText(row, *column);
        return ui::CellMark{Mark::Edited, read.empty() ? tr("the cell was empty")
                                                       : tr("the file says %1").arg(ui::showCode(read))};
    }
    const auto repairs = row.repairsOf(*column);
    if (repairs.empty()) {
        return std::nullopt;
    }
    QStringList sentences;
    for (const ShownRepair* repair : repairs) {
        sentences += repair->sentence;
    }
    return ui::CellMark{Mark::Repaired, sentences.join(QStringLiteral(" · ")) + QLatin1Char('\n') +
                                            repairSentence(*repairs.front())};
}

bool ImportRowModel::take(int place, std::string_view fieldName, const QString& typed) {
    const QModelIndex index = this->index(place, columnOf(fieldName));
    if (typed == index.data(Qt::EditRole).toString()) {
        return true;  // nothing was changed
    }
    m_mends->type(at(place), std::string(fieldName), plainOf(fieldName, typed));
    return true;
}

ui::CellValue ImportRowModel::cell(int place, const FieldInfo& field) const {
    const StagedRow& row = at(place);
    if (field.name == rowName) {
        return static_cast<std::int64_t>(row.row);
    }
    if (field.name == stateName) {
        return ui::cellValueOf(row.state);
    }
    if (field.name == notesName) {
        return std::string_view(m_notes[static_cast<std::size_t>(place)]);
    }
    if (const Mend* mend = m_mends ? m_mends->at(row.row) : nullptr) {
        if (const auto typed = mend->values.find(std::string(field.name)); typed != mend->values.end()) {
            if (field.kind == Kind::Money) {
                if (const auto amount = parseMoney(typed->second)) {
                    return *amount;
                }
            } else if (field.kind == Kind::Date) {
                if (const auto date = Date::parse(typed->second)) {
                    return *date;
                }
            }
            return std::string_view(typed->second);
        }
    }
    ui::CellValue value;
    describe::forEachField<RowValues>([&](const auto& described) {
        if (described.info.name == field.name) {
            value = ui::cellValueOf(row.values.*(described.member));
        }
    });
    const auto* text = std::get_if<std::string_view>(&value);
    const bool isEmpty = std::holds_alternative<std::monostate>(value) || (text != nullptr && text->empty());
    if (!isEmpty) {
        return value;
    }
    const auto column = columnOfValue(field.name);
    if (column == Column::AccountNumber && !row.values.iban.empty() && columnOf("iban") < 0) {
        return std::string_view(row.values.iban);  // the account's column may hold the IBAN
    }
    if (column && row.faultOf(*column) != nullptr) {
        if (const auto typed = row.corrections.find(*column); typed != row.corrections.end()) {
            return std::string_view(typed->second);
        }
        for (const SheetColumn& sheet : m_sheetColumns) {
            for (const RowCell& cell : row.cells) {
                if (sheet.field == column && cell.column == sheet.index) {
                    return std::string_view(cell.text);
                }
            }
        }
    }
    return value;
}

QVariant ImportRowModel::data(const QModelIndex& index, int role) const {
    QVariant value = RecordModelBase::data(index, role);
    if (role == Qt::DisplayRole && index.isValid()) {
        const FieldInfo& field = column(index.column());
        // What stands in a cell instead of an amount or a date keeps its order: a minus stays in front.
        if ((field.kind == Kind::Money || field.kind == Kind::Date) &&
            std::holds_alternative<std::string_view>(cell(index.row(), field))) {
            return ui::showCode(value.toString());
        }
    }
    return value;
}

void ImportRowModel::reorder(const std::vector<int>&) {
    // Never asked for: the order is the sheet's.
}

}  // namespace nextgen::cheque_import
