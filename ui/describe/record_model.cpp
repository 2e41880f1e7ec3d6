#include "ui/describe/record_model.h"

#include "shared/core/text.h"
#include "ui/describe/setting_edit.h"
#include "ui/describe/tone_rule.h"
#include "ui/widgets/icon.h"

#include <QApplication>
#include <QCollator>
#include <QPalette>

namespace nextgen::ui {

namespace {

/// Numbers run left to right in every script: their units stand in one line at the right, in Persian too, or
/// one could not compare them by eye. Text begins where lines begin.
int alignmentOf(describe::Kind kind) {
    const bool isNumber = kind == describe::Kind::Money || kind == describe::Kind::Integer;
    return static_cast<int>(Qt::AlignVCenter |
                            (isNumber ? Qt::AlignRight | Qt::AlignAbsolute : Qt::AlignLeft));
}

using describe::FieldInfo;
using describe::Kind;

/// By when something is to be done, in every entity that has such a day.
constexpr std::string_view dueField = "due_on";

template <class... Visitors>
struct Overloaded : Visitors... {
    using Visitors::operator()...;
};

Tone toneOf(CellMark::Kind kind) {
    switch (kind) {
        case CellMark::Kind::Repaired:
            return Tone::Info;
        case CellMark::Kind::Edited:
            return Tone::Good;
        case CellMark::Kind::Staged:
            return Tone::Warn;
        case CellMark::Kind::Failed:
            return Tone::Bad;
        case CellMark::Kind::Duplicate:
            return Tone::Warn;
        case CellMark::Kind::Changed:
            return Tone::Good;
        case CellMark::Kind::Gone:
            return Tone::Neutral;
    }
    return Tone::Neutral;
}

QIcon markIcon(CellMark::Kind kind) {
    switch (kind) {
        case CellMark::Kind::Repaired:
            return icon(Icon::Repaired, Tint::Accent);
        case CellMark::Kind::Edited:
            return icon(Icon::Edit, Tint::Good);
        case CellMark::Kind::Staged:
            return icon(Icon::Edit, Tint::Warn);
        case CellMark::Kind::Failed:
            return icon(Icon::Error, Tint::Bad);
        case CellMark::Kind::Duplicate:
            return icon(Icon::Duplicate, Tint::Warn);
        case CellMark::Kind::Changed:
        case CellMark::Kind::Gone:
            break;  // of whole rows
    }
    return {};
}

QString markTitle(CellMark::Kind kind) {
    switch (kind) {
        case CellMark::Kind::Repaired:
            return QCoreApplication::translate("CellMark", "Repaired");
        case CellMark::Kind::Edited:
            return QCoreApplication::translate("CellMark", "Edited");
        case CellMark::Kind::Staged:
            return QCoreApplication::translate("CellMark", "Not saved yet");
        case CellMark::Kind::Failed:
            return QCoreApplication::translate("CellMark", "Failed");
        case CellMark::Kind::Duplicate:
            return QCoreApplication::translate("CellMark", "Duplicate");
        case CellMark::Kind::Changed:
            return QCoreApplication::translate("CellMark", "Changed");
        case CellMark::Kind::Gone:
            return QCoreApplication::translate("CellMark", "Removed");
    }
    return {};
}

// A cell's place in the order of its column, made once a sort: comparing texts by their collation keys is
// much faster than asking the collator each time.
struct CellKey {
    std::optional<QCollatorSortKey> text;
    std::optional<qint64> number;

    bool operator<(const CellKey& other) const {
        if (text && other.text) {
            return *text < *other.text;
        }
        if (number && other.number) {
            return *number < *other.number;
        }
        // Empty cells come first.
        return !text && !number && (other.text || other.number);
    }
};

}  // namespace

QString choiceTitle(const describe::Choice& choice) {
    // An empty one is worded by nothing, least of all by the translation's heading.
    return *choice.title == '\0' ? QString() : QCoreApplication::translate(choice.context, choice.title);
}

std::optional<Tone> toneOf(const describe::Choice& choice) {
    switch (choice.tone) {
        case describe::Tone::None:
            break;
        case describe::Tone::Good:
            return Tone::Good;
        case describe::Tone::Open:
            return Tone::Info;
        case describe::Tone::Waiting:
            return Tone::Warn;
        case describe::Tone::Bad:
            return Tone::Bad;
        case describe::Tone::Ended:
            return Tone::Neutral;
    }
    return std::nullopt;
}

bool isState(const FieldInfo& field) {
    return field.name == "is_active" ||
           std::ranges::any_of(field.choices, [](const auto& choice) { return toneOf(choice).has_value(); });
}

QString showValue(const CellValue& value, const FieldInfo& field) {
    return std::visit(Overloaded{
                          [](std::monostate) { return QString(); },
                          [&](std::string_view text) {
                              if (field.has(describe::SettingKey)) {
                                  return settingTitle(text);
                              }
                              return field.has(describe::Code) ? showCode(text) : showDigits(toQt(text));
                          },
                          [](Money amount) { return showMoney(amount); },
                          [](Date date) { return showDate(date); },
                          [](Instant instant) { return showInstant(instant); },
                          [&](std::int64_t number) {
                              return field.kind == Kind::Id ? showCode(QString::number(number))
                                                            : showNumber(number);
                          },
                          [](bool flag) {
                              return flag ? QCoreApplication::translate("RecordModel", "Yes")
                                          : QCoreApplication::translate("RecordModel", "No");
                          },
                          [](const describe::Choice& choice) { return choiceTitle(choice); },
                      },
                      value);
}

QString RecordModelBase::shown(int row, const FieldInfo& field) const {
    return showValue(cell(row, field), field);
}

RecordModelBase::RecordModelBase(const char* context, const std::vector<FieldInfo>& fields,
                                 const std::vector<std::string_view>& columns, QObject* parent)
    : QAbstractTableModel(parent), m_context(context) {
    if (columns.empty()) {
        std::copy_if(fields.begin(), fields.end(), std::back_inserter(m_columns),
                     [](const FieldInfo& field) { return !field.has(describe::Hidden); });
    }
    for (const std::string_view name : columns) {
        const auto field =
            std::find_if(fields.begin(), fields.end(), [&](const FieldInfo& f) { return f.name == name; });
        Q_ASSERT(field != fields.end());
        m_columns.push_back(*field);
    }
}

RecordModelBase::~RecordModelBase() = default;

int RecordModelBase::columnOf(std::string_view fieldName) const {
    const auto found = std::find_if(m_columns.begin(), m_columns.end(),
                                    [&](const FieldInfo& field) { return field.name == fieldName; });
    return found == m_columns.end() ? -1 : static_cast<int>(found - m_columns.begin());
}

QString RecordModelBase::columnTitle(int index) const {
    return QCoreApplication::translate(m_context, column(index).title);
}

void RecordModelBase::setFetcher(std::function<void()> fetcher) {
    m_fetcher = std::move(fetcher);
}

void RecordModelBase::setHasMore(bool hasMore) {
    m_hasMore = hasMore;
    m_isFetching = false;
}

void RecordModelBase::setWindow(bool hasBefore, bool hasMore, qint64 rowsBefore) {
    m_hasBefore = hasBefore;
    m_hasMore = hasMore;
    m_rowsBefore = rowsBefore;
}

int RecordModelBase::rowOf(std::int64_t id) const {
    for (int row = 0; id != 0 && row < count(); ++row) {
        if (idOf(row) == id) {
            return row;
        }
    }
    return -1;
}

void RecordModelBase::fetchBefore() {
    if (canFetchBefore()) {
        m_isFetching = true;
        m_fetcherBefore();
    }
}

void RecordModelBase::fetchFailed() {
    m_isFetching = false;
}

void RecordModelBase::setSorter(Sorter sorter, std::vector<std::string> fieldNames) {
    m_sorter = std::move(sorter);
    m_sortableFields = std::move(fieldNames);
}

bool RecordModelBase::isSortable(int index) const {
    if (!m_sorter) {
        return true;
    }
    const std::string_view name = column(index).name;
    return std::find(m_sortableFields.begin(), m_sortableFields.end(), name) != m_sortableFields.end();
}

void RecordModelBase::setMarker(Marker marker) {
    m_marker = std::move(marker);
    refreshMarks();
}

void RecordModelBase::setEditing(CanEdit canEdit, Edit edit) {
    m_canEdit = std::move(canEdit);
    m_edit = std::move(edit);
}

void RecordModelBase::refreshMarks() {
    if (count() > 0) {
        emit dataChanged(index(0, 0), index(count() - 1, columnCount() - 1));
    }
}

int RecordModelBase::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

int RecordModelBase::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant RecordModelBase::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= count() || index.column() >= columnCount()) {
        return {};
    }
    const FieldInfo& field = column(index.column());
    switch (role) {
        case Qt::DisplayRole:
            return shown(index.row(), field);
        case Qt::EditRole:
            // As shown, without the isolates around codes, which an editor would have to step over.
            return shown(index.row(), field).remove(u'\u2066').remove(u'\u2069');
        case CopyRole:
            return copyText(cell(index.row(), field));
        case SortRole:
            return sortValue(cell(index.row(), field));
        case RialsRole: {
            const CellValue value = cell(index.row(), field);
            if (const auto* amount = std::get_if<Money>(&value)) {
                return QVariant::fromValue<qlonglong>(amount->rials());
            }
            const auto* number = std::get_if<std::int64_t>(&value);
            return number ? QVariant::fromValue<qlonglong>(*number) : QVariant();
        }
        case Qt::ToolTipRole:
            return toolTip(index, cell(index.row(), field), markAt(index));
        case Qt::TextAlignmentRole:
            return alignmentOf(field.kind);
        case ToneRole: {
            const CellValue value = cell(index.row(), field);
            const auto* choice = std::get_if<describe::Choice>(&value);
            const auto tone = choice != nullptr ? toneOf(*choice) : std::nullopt;
            return tone ? QVariant(static_cast<int>(*tone)) : QVariant();
        }
        case ElideRole:
            // Codes and addresses are told apart by both of their ends.
            return static_cast<int>(field.has(describe::Code) && !field.has(describe::SettingKey)
                                        ? Qt::ElideMiddle
                                        : Qt::ElideRight);
        case LinkRole:
            return isLink(index.row(), field);
        case MarkRole: {
            const auto mark = markAt(index);
            return mark ? QVariant(static_cast<int>(mark->kind)) : QVariant();
        }
        case Qt::BackgroundRole: {
            const auto mark = markAt(index);
            const auto tone = mark ? std::optional(toneOf(mark->kind)) : ruledTone(index);
            return tone ? QVariant(toneColours(*tone, coloursIn(QGuiApplication::palette())).ground)
                        : QVariant();
        }
        case InkRole: {
            const auto tone = inkTone(index.row(), field);
            return tone ? QVariant(static_cast<int>(*tone)) : QVariant();
        }
        case Qt::DecorationRole: {
            const auto mark = markAt(index);
            const QIcon icon = mark ? markIcon(mark->kind) : QIcon();
            return icon.isNull() ? QVariant() : QVariant(icon);
        }
        case Qt::AccessibleTextRole: {
            const RowWords row = m_speaker ? m_speaker(index.row()) : RowWords();
            if (row.isAll) {
                return row.words;
            }
            const QString words =
                row.words.isEmpty() ? shown(index.row(), field)
                                    : QStringLiteral("%1 — %2").arg(row.words, shown(index.row(), field));
            const auto mark = markAt(index);
            return mark ? QStringLiteral("%1 — %2: %3").arg(words, markTitle(mark->kind), mark->toolTip)
                        : words;
        }
        default:
            return {};
    }
}

bool RecordModelBase::setData(const QModelIndex& index, const QVariant& value, int role) {
    return role == Qt::EditRole && flags(index).testFlag(Qt::ItemIsEditable) && m_edit &&
           m_edit(index.row(), column(index.column()).name, value.toString());
}

QVariant RecordModelBase::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Vertical) {
        return role == Qt::DisplayRole ? QVariant(showNumber(section + 1)) : QVariant();
    }
    if (section < 0 || section >= columnCount()) {
        return {};
    }
    const Kind kind = column(section).kind;
    switch (role) {
        case Qt::DisplayRole:
            return columnTitle(section);
        case Qt::ToolTipRole:
            return kind == Kind::Money
                       ? QCoreApplication::translate("Money", "%1 in rials").arg(columnTitle(section))
                       : columnTitle(section);
        case Qt::TextAlignmentRole:
            return alignmentOf(kind);
        default:
            return {};
    }
}

Qt::ItemFlags RecordModelBase::flags(const QModelIndex& index) const {
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid()) {
        flags |= Qt::ItemNeverHasChildren;
        if (m_canEdit && m_canEdit(index.row(), column(index.column()).name)) {
            flags |= Qt::ItemIsEditable;
        }
    }
    return flags;
}

bool RecordModelBase::canFetchMore(const QModelIndex& parent) const {
    return !parent.isValid() && m_hasMore && !m_isFetching && m_fetcher != nullptr;
}

void RecordModelBase::fetchMore(const QModelIndex& parent) {
    if (canFetchMore(parent)) {
        m_isFetching = true;
        m_fetcher();
    }
}

void RecordModelBase::sort(int column, Qt::SortOrder order) {
    if (column >= 0 && column < columnCount() && isSortable(column)) {
        sortBy({{column, order}});
    }
}

QString RecordModelBase::orderOf(const std::vector<SortKey>& keys) const {
    QStringList order;
    for (const SortKey& key : keys) {
        order += (key.order == Qt::DescendingOrder ? QStringLiteral("-") : QString()) +
                 toQt(column(key.column).name);
    }
    return order.join(u',');
}

void RecordModelBase::sortBy(const std::vector<SortKey>& keys) {
    if (m_sorter) {
        m_sorter(orderOf(keys));
        return;
    }
    if (keys.empty()) {
        return;
    }
    const QCollator collator{QLocale(QLocale::Persian, QLocale::Iran)};
    std::vector<std::vector<CellKey>> cells(keys.size());
    for (std::size_t place = 0; place < keys.size(); ++place) {
        cells[place].reserve(static_cast<std::size_t>(count()));
        for (int row = 0; row < count(); ++row) {
            const QVariant value = sortValue(cell(row, column(keys[place].column)));
            CellKey& key = cells[place].emplace_back();
            if (value.userType() == QMetaType::QString) {
                key.text = collator.sortKey(value.toString());
            } else if (value.isValid()) {
                key.number = value.toLongLong();
            }
        }
    }
    std::vector<int> newOrder(static_cast<std::size_t>(count()));
    std::iota(newOrder.begin(), newOrder.end(), 0);
    std::stable_sort(newOrder.begin(), newOrder.end(), [&](int a, int b) {
        for (std::size_t place = 0; place < keys.size(); ++place) {
            const bool isUp = keys[place].order == Qt::AscendingOrder;
            const CellKey& left = cells[place][static_cast<std::size_t>(isUp ? a : b)];
            const CellKey& right = cells[place][static_cast<std::size_t>(isUp ? b : a)];
            if (left < right) {
                return true;
            }
            if (right < left) {
                return false;
            }
        }
        return false;
    });

    emit layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    std::vector<int> newRowOf(newOrder.size());
    for (std::size_t row = 0; row < newOrder.size(); ++row) {
        newRowOf[static_cast<std::size_t>(newOrder[row])] = static_cast<int>(row);
    }
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    for (const QModelIndex& old : before) {
        after += index(newRowOf[static_cast<std::size_t>(old.row())], old.column());
    }
    reorder(newOrder);
    changePersistentIndexList(before, after);
    emit layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

QVariant RecordModelBase::copyText(const CellValue& value) const {
    return std::visit(Overloaded{
                          [](std::monostate) { return QString(); },
                          [](std::string_view text) { return plainDigits(toQt(text)); },
                          [](Money amount) { return QString::number(amount.rials()); },
                          [](Date date) { return plainDigits(showDate(date)); },
                          [](Instant instant) { return plainDigits(showInstant(instant)); },
                          [](std::int64_t number) { return QString::number(number); },
                          [](bool flag) {
                              return flag ? QCoreApplication::translate("RecordModel", "Yes")
                                          : QCoreApplication::translate("RecordModel", "No");
                          },
                          [](const describe::Choice& choice) { return choiceTitle(choice); },
                      },
                      value);
}

QVariant RecordModelBase::sortValue(const CellValue& value) const {
    const auto number = [](std::int64_t n) { return QVariant::fromValue<qlonglong>(n); };
    return std::visit(Overloaded{
                          [](std::monostate) { return QVariant(); },
                          [](std::string_view text) { return QVariant(toQt(text::searchKey(text))); },
                          [&](Money amount) { return number(amount.rials()); },
                          [&](Date date) { return number(date.daysSinceEpoch()); },
                          [&](Instant instant) { return number(instant.microseconds()); },
                          [&](std::int64_t n) { return number(n); },
                          [&](bool flag) { return number(flag ? 1 : 0); },
                          [&](const describe::Choice& choice) { return number(choice.value); },
                      },
                      value);
}

QVariant RecordModelBase::toolTip(const QModelIndex& index, const CellValue& value,
                                  const std::optional<CellMark>& mark) const {
    QStringList lines;
    if (mark) {
        lines += QStringLiteral("%1: %2").arg(markTitle(mark->kind), mark->toolTip);
    }
    if (const auto* date = std::get_if<Date>(&value)) {
        lines += QStringLiteral("%1 · %2").arg(showDateLong(*date), showDateGregorian(*date));
    } else if (const auto* amount = std::get_if<Money>(&value)) {
        lines += QStringLiteral("%1 · %2").arg(showMoneyInWords(*amount), showMoneyInTomans(*amount));
    } else if (const auto* text = std::get_if<std::string_view>(&value); text != nullptr && !text->empty()) {
        lines += shown(index.row(), column(index.column()));
    }
    return lines.isEmpty() ? QVariant() : QVariant(lines.join(u'\n'));
}

void RecordModelBase::setRules(std::vector<ToneRule> rules) {
    m_rules = std::move(rules);
    refreshMarks();
}

std::optional<Tone> RecordModelBase::ruledTone(const QModelIndex& index) const {
    for (const bool isOfRow : {false, true}) {
        for (const ToneRule& rule : m_rules) {
            const int column = columnOf(rule.field);
            if (rule.isOfRow == isOfRow && column >= 0 && (isOfRow || column == index.column()) &&
                fits(rule, cell(index.row(), this->column(column)))) {
                return rule.tone;
            }
        }
    }
    return std::nullopt;
}

std::optional<Tone> RecordModelBase::inkTone(int row, const FieldInfo& field) const {
    if (field.kind == Kind::Money || field.has(describe::Summed)) {
        const CellValue value = cell(row, field);
        const auto* amount = std::get_if<Money>(&value);
        const auto* number = std::get_if<std::int64_t>(&value);
        const bool isNegative =
            (amount != nullptr && amount->rials() < 0) || (number != nullptr && *number < 0);
        return isNegative ? std::optional(Tone::Bad) : std::nullopt;
    }
    if (field.kind != Kind::Date || field.name != dueField || !m_today) {
        return std::nullopt;
    }
    const CellValue value = cell(row, field);
    const auto* due = std::get_if<Date>(&value);
    if (due == nullptr || *due >= *m_today) {
        return std::nullopt;
    }
    // Open is what its state says so of, or waits for somebody.
    for (const FieldInfo& other : m_columns) {
        const CellValue state = other.kind == Kind::Choice ? cell(row, other) : CellValue{};
        const auto* choice = std::get_if<describe::Choice>(&state);
        if (choice != nullptr && choice->tone != describe::Tone::None) {
            return choice->tone == describe::Tone::Open || choice->tone == describe::Tone::Waiting
                       ? std::optional(Tone::Bad)
                       : std::nullopt;
        }
    }
    return std::nullopt;
}

std::optional<CellMark> RecordModelBase::markAt(const QModelIndex& index) const {
    return m_marker ? m_marker(index.row(), column(index.column()).name) : std::nullopt;
}

}  // namespace nextgen::ui
