#include "ui/describe/record.h"

#include "shared/api/entity.h"
#include "ui/describe/setting_edit.h"
#include "ui/describe/staged_edits.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>

namespace nextgen::ui {

using describe::FieldInfo;
using describe::Kind;

namespace {

// From this length on a text gets several lines.
constexpr std::size_t longTextMin = 400;
// But an address has one, however long.
constexpr std::size_t longCodeMin = 2'500;

constexpr std::string_view activeField = "is_active";

constexpr std::array<describe::Choice, 2> activeChoices{{
    {0, "inactive", QT_TRANSLATE_NOOP("Choice", "Inactive"), describe::Tone::Ended},
    {1, "active", QT_TRANSLATE_NOOP("Choice", "Active"), describe::Tone::Good},
}};

std::vector<std::string_view> columnsOf(const std::vector<FieldInfo>& fields,
                                        const std::vector<std::string_view>& without) {
    std::vector<std::string_view> columns;
    for (const FieldInfo& field : fields) {
        const bool isWorded = !field.refersTo.empty() && wordingOf(fields, field) != nullptr;
        if (!field.has(describe::Hidden) && !isWorded && !isLongText(field) &&
            std::ranges::find(without, field.name) == without.end()) {
            columns.push_back(field.name);
        }
    }
    return columns;
}

}  // namespace

bool isSame(const FieldValue& a, const FieldValue& b) {
    return a.index() == b.index() && std::visit(
                                         [&b](const auto& held) {
                                             using Held = std::decay_t<decltype(held)>;
                                             if constexpr (std::is_same_v<Held, describe::Choice>) {
                                                 return held.value == std::get<Held>(b).value;
                                             } else {
                                                 return held == std::get<Held>(b);
                                             }
                                         },
                                         a);
}

CellValue cellValueOf(const FieldValue& value) {
    return std::visit(
        [](const auto& held) -> CellValue {
            if constexpr (std::is_same_v<std::decay_t<decltype(held)>, std::string>) {
                return std::string_view(held);
            } else {
                return held;
            }
        },
        value);
}

const FieldValue& Record::value(std::string_view field) const {
    static const FieldValue nothing;
    const auto found = std::ranges::find(m_fields, field, &FieldInfo::name);
    return found != m_fields.end() ? m_values[static_cast<std::size_t>(found - m_fields.begin())] : nothing;
}

void Record::set(std::string_view field, FieldValue value) {
    const auto found = std::ranges::find(m_fields, field, &FieldInfo::name);
    if (found != m_fields.end()) {
        m_values[static_cast<std::size_t>(found - m_fields.begin())] = std::move(value);
    }
}

std::int64_t Record::integer(std::string_view field) const {
    const auto* number = as<std::int64_t>(field);
    return number != nullptr ? *number : 0;
}

std::string_view Record::text(std::string_view field) const {
    const auto* held = as<std::string>(field);
    return held != nullptr ? std::string_view(*held) : std::string_view();
}

RecordTable::RecordTable(const char* context, const std::vector<FieldInfo>& fields,
                         const std::vector<std::string_view>& without, QObject* parent)
    : RowModel(context, fields, columnsOf(fields, without), parent) {}

void RecordTable::setStaged(const StagedEdits* staged) {
    if (m_staged != nullptr) {
        m_staged->disconnect(this);
    }
    m_staged = staged;
    if (staged != nullptr) {
        connect(staged, &StagedEdits::changed, this, &RecordTable::refreshMarks);
    }
    refreshMarks();
}

const StagedRow* RecordTable::stagedRow(int row) const {
    return m_staged != nullptr && !m_staged->isEmpty() ? m_staged->row(at(row).id()) : nullptr;
}

const FieldValue& RecordTable::valueAt(int row, std::string_view field) const {
    if (const StagedRow* staged = stagedRow(row)) {
        if (const auto value = staged->values.find(field); value != staged->values.end()) {
            return value->second;
        }
    }
    return at(row).value(field);
}

Record RecordTable::stagedAt(int row) const {
    Record record = at(row);
    if (const StagedRow* staged = stagedRow(row)) {
        for (const auto& [field, value] : staged->values) {
            record.set(field, value);
        }
    }
    return record;
}

CellValue RecordTable::cell(int row, const FieldInfo& field) const {
    const FieldValue& value = valueAt(row, field.name);
    if (const auto* flag = std::get_if<bool>(&value); flag != nullptr && field.name == activeField) {
        return activeChoice(*flag);
    }
    return cellValueOf(value);
}

QString RecordTable::shown(int row, const FieldInfo& field) const {
    return field.settingIn.empty() ? RowModel::shown(row, field) : wordsOf(stagedAt(row), field);
}

std::optional<RecordLink> RecordTable::linkOfCell(int row, const FieldInfo& field) const {
    // Cells are asked for at every move of the list: a record is copied only where something is staged.
    const auto link = !m_mayOpen                  ? std::nullopt
                      : stagedRow(row) != nullptr ? linkOf(stagedAt(row), field)
                                                  : linkOf(at(row), field);
    return link && m_mayOpen(link->schema) ? link : std::nullopt;
}

bool RecordTable::isLink(int row, const FieldInfo& field) const {
    return linkOfCell(row, field).has_value();
}

std::optional<RecordLink> RecordTable::linkAt(int row, int index) const {
    return linkOfCell(row, column(index));
}

std::optional<CellMark> RecordTable::markAt(const QModelIndex& index) const {
    const FieldInfo& field = column(index.column());
    const StagedRow* staged = stagedRow(index.row());
    if (staged == nullptr || !staged->values.contains(field.name)) {
        return RowModel::markAt(index);
    }
    const QString words = wordsOf(staged->base, field);
    const QString before = QCoreApplication::translate("CellMark", "before: %1")
                               .arg(words.isEmpty() ? QStringLiteral("—") : words);
    return staged->reason.isEmpty() ? CellMark{CellMark::Kind::Staged, before}
                                    : CellMark{CellMark::Kind::Failed, staged->reason + u'\n' + before};
}

QString wordsOf(const Record& record, const FieldInfo& field) {
    if (const FieldInfo* wording = field.refersTo.empty() ? nullptr : wordingOf(record.fields(), field)) {
        return wordsOf(record, *wording);
    }
    if (!field.settingIn.empty()) {
        return showSetting(record.text(field.settingIn), record.text(field.name));
    }
    const FieldValue& value = record.value(field.name);
    const auto* flag = std::get_if<bool>(&value);
    return flag != nullptr && field.name == activeField ? choiceTitle(activeChoice(*flag))
                                                        : showValue(cellValueOf(value), field);
}

const FieldInfo* writtenBy(std::span<const FieldInfo> fields, const FieldInfo& column) {
    const auto isWritten = [](const FieldInfo& field) {
        return !field.has(describe::Key | describe::Hidden | describe::ReadOnly | describe::Fixed) &&
               !field.isSecret();
    };
    if (isWritten(column)) {
        return &column;
    }
    const auto reference = std::ranges::find_if(fields, [&](const FieldInfo& one) {
        return !one.refersTo.empty() && isWritten(one) && wordingOf(fields, one) != nullptr &&
               wordingOf(fields, one)->name == column.name;
    });
    return reference != fields.end() ? &*reference : nullptr;
}

std::optional<RecordLink> linkOf(const Record& record, const FieldInfo& field) {
    const auto to = [](std::string_view schema, std::int64_t id) {
        return id != 0 ? std::optional(RecordLink{schema, id}) : std::nullopt;
    };
    if (!field.refersTo.empty()) {
        return to(field.refersTo, record.integer(field.name));
    }
    if (!field.tableIn.empty()) {
        const auto* table = record.as<describe::Choice>(field.tableIn);
        const auto described = table != nullptr ? api::describedTable(table->name) : std::nullopt;
        return described ? to(described->schema, record.integer(field.name)) : std::nullopt;
    }
    for (const FieldInfo& reference : record.fields()) {
        if (!reference.refersTo.empty() && api::wordsOf(reference) == field.name) {
            return to(reference.refersTo, record.integer(reference.name));
        }
    }
    return std::nullopt;
}

const FieldInfo* wordingOf(std::span<const FieldInfo> fields, const FieldInfo& reference) {
    const std::string name = api::wordsOf(reference);
    const auto found = std::ranges::find(fields, std::string_view(name), &FieldInfo::name);
    return found != fields.end() ? &*found : nullptr;
}

bool isLongText(const FieldInfo& field) {
    return field.kind == Kind::Text &&
           field.textMax >= (field.has(describe::Code) ? longCodeMin : longTextMin);
}

std::optional<describe::Choice> stateOf(const Record& record) {
    for (const FieldInfo& field : record.fields()) {
        const auto* choice = record.as<describe::Choice>(field.name);
        // What names the record is said already.
        if (choice != nullptr && toneOf(*choice) && !field.has(describe::Title)) {
            return *choice;
        }
    }
    return std::nullopt;
}

describe::Choice activeChoice(bool isActive) {
    return activeChoices[isActive ? 1 : 0];
}

}  // namespace nextgen::ui
