#pragma once

#include "shared/describe/describe.h"
#include "ui/locale/format.h"
#include "ui/widgets/theme.h"

#include <QAbstractTableModel>
#include <algorithm>
#include <functional>
#include <iterator>
#include <numeric>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace nextgen::ui {

/// One cell before it is worded: none, or the value of its kind. A text is a view into the row, good until
/// the model changes.
using CellValue = std::variant<std::monostate, std::string_view, Money, Date, Instant, std::int64_t, bool,
                               describe::Choice>;

/// A value in the words of the language of the moment.
QString showValue(const CellValue& value, const describe::FieldInfo& field);

QString choiceTitle(const describe::Choice& choice);
/// The colours of a state; nullopt for a choice that is none.
std::optional<Tone> toneOf(const describe::Choice& choice);

/// Whether a field says in what state a record is: a choice among states, or whether it is active.
bool isState(const describe::FieldInfo& field);

/// Why a cell stands out, and the sentence for it.
struct CellMark {
    enum class Kind { Repaired, Edited, Failed, Duplicate };
    Kind kind;
    QString toolTip;
};

/// The table behind a RecordGrid: columns come from an entity's description, wording from the language of the
/// moment. What is shown, what is sorted by and what is copied are three roles of a cell.
class RecordModelBase : public QAbstractTableModel {
    Q_OBJECT

  public:
    enum Role {
        SortRole = Qt::UserRole + 1,  ///< comparable within its column
        CopyRole,                     ///< plain text with ASCII digits, as it goes to the clipboard
        ToneRole,                     ///< int(Tone): a state is drawn as a chip of this tone
        MarkRole,                     ///< int(CellMark::Kind); absent when the cell is unmarked
        LinkRole,                     ///< true: the cell names a record that can be opened
        ElideRole,                    ///< int(Qt::TextElideMode): what is cut off where there is no room
        RialsRole,                    ///< qlonglong: what a column with the trait Summed adds up
    };

    /// Titles are translated in `context`, the entity's name ("Cheque"). `columns` chooses fields and their
    /// order; empty: every field that is not hidden.
    RecordModelBase(const char* context, const std::vector<describe::FieldInfo>& fields,
                    const std::vector<std::string_view>& columns, QObject* parent);

    const std::vector<describe::FieldInfo>& columns() const { return m_columns; }
    const describe::FieldInfo& column(int index) const {
        return m_columns.at(static_cast<std::size_t>(index));
    }
    /// -1 when there is no such column.
    int columnOf(std::string_view fieldName) const;
    QString columnTitle(int index) const;

    virtual int count() const = 0;

    /// Further pages: the fetcher is called when the view nears the end, once until append(), setHasMore() or
    /// fetchFailed() answers it.
    void setFetcher(std::function<void()> fetcher);
    void setHasMore(bool hasMore);
    void fetchFailed();

    /// With a sorter the server sorts (by these fields), without one the rows at hand are sorted.
    using Sorter = std::function<void(std::string_view fieldName, Qt::SortOrder order)>;
    void setSorter(Sorter sorter, std::vector<std::string> fieldNames);
    bool isSortable(int column) const;

    using Marker = std::function<std::optional<CellMark>(int row, std::string_view fieldName)>;
    void setMarker(Marker marker);

    /// Makes cells editable: `canEdit` per cell, `edit` takes what was typed and says whether it was taken.
    using CanEdit = std::function<bool(int row, std::string_view fieldName)>;
    using Edit = std::function<bool(int row, std::string_view fieldName, const QString& text)>;
    void setEditing(CanEdit canEdit, Edit edit);

    /// Has the views look again at every cell: after a marker's answers changed.
    void refreshMarks();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

  protected:
    virtual CellValue cell(int row, const describe::FieldInfo& field) const = 0;
    /// The cell in words.
    virtual QString shown(int row, const describe::FieldInfo& field) const;
    virtual bool isLink(int /*row*/, const describe::FieldInfo& /*field*/) const { return false; }
    /// order[new row] = old row.
    virtual void reorder(const std::vector<int>& order) = 0;
    /// The subclass calls it when rows have come or gone.
    void fetchAnswered() { m_isFetching = false; }

  private:
    QVariant copyText(const CellValue& value) const;
    QVariant sortValue(const CellValue& value) const;
    QVariant toolTip(const QModelIndex& index, const CellValue& value,
                     const std::optional<CellMark>& mark) const;
    std::optional<CellMark> markAt(const QModelIndex& index) const;

    const char* m_context;
    std::vector<describe::FieldInfo> m_columns;
    std::function<void()> m_fetcher;
    bool m_hasMore = false;
    bool m_isFetching = false;
    Sorter m_sorter;
    std::vector<std::string> m_sortableFields;
    Marker m_marker;
    CanEdit m_canEdit;
    Edit m_edit;
};

/// What a cell of a member holds.
template <class T>
CellValue cellValueOf(const T& value) {
    if constexpr (describe::Unwrapped<T>::isOptional) {
        return value ? cellValueOf(*value) : CellValue{};
    } else if constexpr (std::is_same_v<T, std::string>) {
        return std::string_view(value);
    } else if constexpr (describe::IsId<T>::value) {
        return value.value();
    } else if constexpr (std::is_enum_v<T>) {
        for (const describe::Choice& choice : choicesOf(std::type_identity<T>{})) {
            if (choice.value == static_cast<int>(value)) {
                return choice;
            }
        }
        return {};
    } else if constexpr (std::is_integral_v<T> && !std::is_same_v<T, bool>) {
        return static_cast<std::int64_t>(value);
    } else {
        return value;
    }
}

/// The rows of a model, each a value.
template <class Row>
class RowModel : public RecordModelBase {
  public:
    using RecordModelBase::RecordModelBase;

    int count() const override { return static_cast<int>(m_rows.size()); }
    const Row& at(int row) const { return m_rows.at(static_cast<std::size_t>(row)); }
    const std::vector<Row>& rows() const { return m_rows; }

    void append(std::vector<Row> rows) {
        fetchAnswered();
        if (rows.empty()) {
            return;
        }
        beginInsertRows({}, count(), count() + static_cast<int>(rows.size()) - 1);
        std::move(rows.begin(), rows.end(), std::back_inserter(m_rows));
        endInsertRows();
    }

    /// All rows anew; the selection goes.
    void replace(std::vector<Row> rows) {
        beginResetModel();
        fetchAnswered();
        m_rows = std::move(rows);
        endResetModel();
    }

    /// One row anew; the selection stays.
    void update(int row, Row value) {
        m_rows.at(static_cast<std::size_t>(row)) = std::move(value);
        emit dataChanged(index(row, 0), index(row, columnCount() - 1));
    }

    void remove(int row) {
        beginRemoveRows({}, row, row);
        m_rows.erase(m_rows.begin() + row);
        endRemoveRows();
    }

    void clear() { replace({}); }

  protected:
    void reorder(const std::vector<int>& order) override {
        std::vector<Row> sorted;
        sorted.reserve(m_rows.size());
        for (const int row : order) {
            sorted.push_back(std::move(m_rows[static_cast<std::size_t>(row)]));
        }
        m_rows = std::move(sorted);
    }

  private:
    std::vector<Row> m_rows;
};

/// Rows of a described entity.
template <describe::Described E>
class RecordModel : public RowModel<E> {
  public:
    explicit RecordModel(const char* context, const std::vector<std::string_view>& columns = {},
                         QObject* parent = nullptr)
        : RowModel<E>(context, describe::fieldsOf<E>(), columns, parent) {}

  protected:
    CellValue cell(int row, const describe::FieldInfo& field) const override {
        CellValue value;
        const E& entity = this->at(row);
        describe::forEachField<E>([&](const auto& described) {
            if (described.info.name == field.name) {
                value = cellValueOf(entity.*(described.member));
            }
        });
        return value;
    }
};

}  // namespace nextgen::ui
