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
    enum class Kind { Repaired, Edited, Staged, Failed, Duplicate, Changed, Gone };
    Kind kind;
    QString toolTip;
};

struct ToneRule;

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
        InkRole,                      ///< int(Tone): the text stands out in it
    };

    struct SortKey {
        int column;
        Qt::SortOrder order;
        bool operator==(const SortKey&) const = default;
    };

    /// Titles are translated in `context`, the entity's name ("Cheque"). `columns` chooses fields and their
    /// order; empty: every field that is not hidden.
    RecordModelBase(const char* context, const std::vector<describe::FieldInfo>& fields,
                    const std::vector<std::string_view>& columns, QObject* parent);
    ~RecordModelBase() override;

    const std::vector<describe::FieldInfo>& columns() const { return m_columns; }
    const describe::FieldInfo& column(int index) const {
        return m_columns.at(static_cast<std::size_t>(index));
    }
    /// -1 when there is no such column.
    int columnOf(std::string_view fieldName) const;
    QString columnTitle(int index) const;

    virtual int count() const = 0;
    /// By which the row is known beyond its place; 0: rows of this kind have none.
    virtual std::int64_t idOf(int /*row*/) const { return 0; }
    /// -1 when it is not among the rows held.
    int rowOf(std::int64_t id) const;

    /// Further pages: the fetcher is called when the view nears the end, once until append(), setHasMore() or
    /// fetchFailed() answers it.
    void setFetcher(std::function<void()> fetcher);
    void setHasMore(bool hasMore);
    void fetchFailed();
    /// The same towards the beginning, of a list of which the rows held are a window.
    void setFetcherBefore(std::function<void()> fetcher) { m_fetcherBefore = std::move(fetcher); }
    bool canFetchBefore() const { return m_hasBefore && !m_isFetching && m_fetcherBefore; }
    void fetchBefore();
    /// Whether the list goes on beyond the rows held.
    bool hasMore() const { return m_hasMore; }
    bool hasBefore() const { return m_hasBefore; }
    /// How many rows stand before the first one held, as far as is known.
    qint64 rowsBefore() const { return m_rowsBefore; }
    /// Whether a page that comes makes another one go.
    virtual bool isFull() const { return false; }
    /// Rows come and go because the window moves over the list; the list stays as it is.
    bool isMoving() const { return m_isMoving; }

    /// With a sorter the server sorts (by these fields), without one the rows at hand are sorted. The order
    /// is worded as the lists of the API take it: "-due_on,amount".
    using Sorter = std::function<void(const QString& order)>;
    void setSorter(Sorter sorter, std::vector<std::string> fieldNames);
    bool isSortable(int column) const;
    /// At most api::sortFieldsMax; none: the list's own order, or the rows at hand as they are.
    void sortBy(const std::vector<SortKey>& keys);
    QString orderOf(const std::vector<SortKey>& keys) const;

    using Marker = std::function<std::optional<CellMark>(int row, std::string_view fieldName)>;
    void setMarker(Marker marker);

    /// What a screen reader says of a row before its cells, or in their place where they are not shown.
    struct RowWords {
        QString words;  ///< empty: nothing
        bool isAll = false;
    };
    using Speaker = std::function<RowWords(int row)>;
    void setSpeaker(Speaker speaker) { m_speaker = std::move(speaker); }

    /// Makes cells editable: `canEdit` per cell, `edit` takes what was typed and says whether it was taken.
    using CanEdit = std::function<bool(int row, std::string_view fieldName)>;
    using Edit = std::function<bool(int row, std::string_view fieldName, const QString& text)>;
    void setEditing(CanEdit canEdit, Edit edit);

    /// What the person has coloured: of several rules that hold for a cell the first one, its own before its
    /// row's.
    void setRules(std::vector<ToneRule> rules);
    const std::vector<ToneRule>& rules() const { return m_rules; }
    /// Due dates before it stand out while the record is open.
    void setToday(Date today) { m_today = today; }

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

  signals:
    /// These rows are about to leave the window.
    void aboutToLetGo(int first, int last);

  protected:
    virtual CellValue cell(int row, const describe::FieldInfo& field) const = 0;
    /// The cell in words.
    virtual QString shown(int row, const describe::FieldInfo& field) const;
    virtual bool isLink(int /*row*/, const describe::FieldInfo& /*field*/) const { return false; }
    virtual std::optional<CellMark> markAt(const QModelIndex& index) const;
    /// order[new row] = old row.
    virtual void reorder(const std::vector<int>& order) = 0;
    /// The subclass calls it when rows have come or gone.
    void fetchAnswered() { m_isFetching = false; }
    void setWindow(bool hasBefore, bool hasMore, qint64 rowsBefore);
    void setMoving(bool isMoving) { m_isMoving = isMoving; }

  private:
    QVariant copyText(const CellValue& value) const;
    QVariant sortValue(const CellValue& value) const;
    QVariant toolTip(const QModelIndex& index, const CellValue& value,
                     const std::optional<CellMark>& mark) const;
    /// Of the first rule that holds.
    std::optional<Tone> ruledTone(const QModelIndex& index) const;
    std::optional<Tone> inkTone(int row, const describe::FieldInfo& field) const;

    const char* m_context;
    std::vector<describe::FieldInfo> m_columns;
    std::function<void()> m_fetcher;
    std::function<void()> m_fetcherBefore;
    bool m_hasMore = false;
    bool m_hasBefore = false;
    bool m_isFetching = false;
    bool m_isMoving = false;
    qint64 m_rowsBefore = 0;
    Sorter m_sorter;
    std::vector<std::string> m_sortableFields;
    Marker m_marker;
    Speaker m_speaker;
    std::vector<ToneRule> m_rules;
    std::optional<Date> m_today;
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

/// A page of a list, and the cursors of what stands before and after it; an empty one: nothing does.
template <class Row>
struct RowPage {
    std::vector<Row> rows;
    QString before;
    QString after;
};

/// The rows of a model, each a value. They are all rows of a list, or a window of whole pages that moves over
/// it: what comes in at one end lets go at the other.
template <class Row>
class RowModel : public RecordModelBase {
  public:
    using RecordModelBase::RecordModelBase;

    int count() const override { return static_cast<int>(m_rows.size()); }
    bool isFull() const override {
        return m_rowsMax > 0 && !m_pages.empty() &&
               count() + std::max(m_pages.front().count, m_pages.back().count) > m_rowsMax;
    }
    const Row& at(int row) const { return m_rows.at(static_cast<std::size_t>(row)); }
    const std::vector<Row>& rows() const { return m_rows; }

    void append(std::vector<Row> rows) {
        fetchAnswered();
        if (rows.empty()) {
            return;
        }
        putRows(count(), std::move(rows));
    }

    /// All rows anew; the selection goes.
    void replace(std::vector<Row> rows) { replace({std::move(rows), {}, {}}, 0); }

    /// One row anew; the selection stays.
    void update(int row, Row value) {
        m_rows.at(static_cast<std::size_t>(row)) = std::move(value);
        emit dataChanged(index(row, 0), index(row, columnCount() - 1));
    }

    /// One row more, which the list has got meanwhile.
    void insert(int row, Row value) {
        if (!m_pages.empty()) {
            ++m_pages[pageOf(row)].count;
        }
        std::vector<Row> rows;
        rows.push_back(std::move(value));
        putRows(row, std::move(rows));
    }

    void remove(int row) {
        if (!m_pages.empty()) {
            --m_pages[pageOf(row)].count;
        }
        dropRows(row, 1);
    }

    void clear() { replace({}); }

    /// Of a list that is longer, so many rows are held; 0: all of them.
    void setRowsMax(int rowsMax) { m_rowsMax = rowsMax; }

    /// Another window, of one page; the selection goes. `rowsBefore`: how many rows stand before it.
    void replace(RowPage<Row> page, qint64 rowsBefore) {
        beginResetModel();
        fetchAnswered();
        m_pages.clear();
        m_pages.push_back({static_cast<int>(page.rows.size()), page.before, page.after});
        m_rows = std::move(page.rows);
        windowChanged(rowsBefore);
        endResetModel();
    }

    /// What stands after the rows held.
    void appendPage(RowPage<Row> page) {
        fetchAnswered();
        setMoving(true);
        if (page.rows.empty()) {
            m_pages.back().after = page.after;
        } else {
            m_pages.push_back({static_cast<int>(page.rows.size()), page.before, page.after});
        }
        windowChanged(rowsBefore());
        putRows(count(), std::move(page.rows));
        while (isTooMuch() && !m_pages[1].before.isEmpty()) {
            const int gone = m_pages.front().count;
            if (gone > 0) {
                emit aboutToLetGo(0, gone - 1);
            }
            m_pages.erase(m_pages.begin());
            windowChanged(rowsBefore() + gone);
            dropRows(0, gone);
        }
        setMoving(false);
    }

    /// What stands before the rows held.
    void prependPage(RowPage<Row> page) {
        fetchAnswered();
        setMoving(true);
        const auto came = static_cast<qint64>(page.rows.size());
        if (page.rows.empty()) {
            m_pages.front().before = page.before;
        } else {
            m_pages.insert(m_pages.begin(), {static_cast<int>(came), page.before, page.after});
        }
        windowChanged(std::max<qint64>(0, rowsBefore() - came));
        putRows(0, std::move(page.rows));
        while (isTooMuch() && !m_pages[m_pages.size() - 2].after.isEmpty()) {
            const int gone = m_pages.back().count;
            if (gone > 0) {
                emit aboutToLetGo(count() - gone, count() - 1);
            }
            m_pages.pop_back();
            windowChanged(rowsBefore());
            dropRows(count() - gone, gone);
        }
        setMoving(false);
    }

    const QString& cursorBefore() const { return m_pages.front().before; }
    const QString& cursorAfter() const { return m_pages.back().after; }

    /// How the page that holds a row is asked for again: by the cursor of what follows the page before it, or
    /// of what stands before the page after it. Both empty: it is the first page, or nothing is known.
    struct PageQuestion {
        QString after;
        QString before;
        qint64 rowsBefore = 0;  ///< that page
    };
    PageQuestion questionOf(int row) const {
        if (row < 0 || row >= count() || m_pages.empty()) {
            return {};
        }
        const std::size_t page = pageOf(row);
        qint64 before = rowsBefore();
        for (std::size_t i = 0; i < page; ++i) {
            before += m_pages[i].count;
        }
        if (page > 0) {
            return {m_pages[page - 1].after, {}, before};
        }
        return m_pages.size() > 1 && hasBefore() ? PageQuestion{{}, m_pages[1].before, before}
                                                 : PageQuestion{};
    }

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
    struct PageEdges {
        int count;
        QString before;
        QString after;
    };

    bool isTooMuch() const { return m_rowsMax > 0 && count() > m_rowsMax && m_pages.size() > 1; }
    void windowChanged(qint64 before) {
        const bool hasBefore = !m_pages.front().before.isEmpty();
        setWindow(hasBefore, !m_pages.back().after.isEmpty(), hasBefore ? before : 0);
    }
    std::size_t pageOf(int row) const {
        std::size_t page = 0;
        for (int end = m_pages[0].count; row >= end && page + 1 < m_pages.size();) {
            end += m_pages[++page].count;
        }
        return page;
    }
    void putRows(int row, std::vector<Row> rows) {
        if (!rows.empty()) {
            beginInsertRows({}, row, row + static_cast<int>(rows.size()) - 1);
            m_rows.insert(m_rows.begin() + row, std::make_move_iterator(rows.begin()),
                          std::make_move_iterator(rows.end()));
            endInsertRows();
        }
    }
    void dropRows(int row, int removed) {
        if (removed > 0) {
            beginRemoveRows({}, row, row + removed - 1);
            m_rows.erase(m_rows.begin() + row, m_rows.begin() + row + removed);
            endRemoveRows();
        }
    }

    std::vector<Row> m_rows;
    std::vector<PageEdges> m_pages;
    int m_rowsMax = 0;
};

/// Rows of a described entity.
template <describe::Described E>
class RecordModel : public RowModel<E> {
  public:
    explicit RecordModel(const char* context, const std::vector<std::string_view>& columns = {},
                         QObject* parent = nullptr)
        : RowModel<E>(context, describe::fieldsOf<E>(), columns, parent) {}

    std::int64_t idOf(int row) const override {
        std::int64_t id = 0;
        describe::forEachField<E>([&](const auto& described) {
            using Member = std::decay_t<decltype(this->at(row).*(described.member))>;
            if constexpr (describe::IsId<Member>::value) {
                if (described.info.name == "id") {
                    id = (this->at(row).*(described.member)).value();
                }
            }
        });
        return id;
    }

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
