#pragma once

#include <QItemSelectionModel>
#include <QStringList>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

namespace nextgen::ui {

class RecordModelBase;

/// The selection of a list of which the model holds a window: rows that leave the window stay selected by
/// their ids, and so does the current one, until the person chooses anew.
class GridSelection : public QItemSelectionModel {
    Q_OBJECT

  public:
    explicit GridSelection(RecordModelBase* model, QObject* parent = nullptr);

    /// A selected row; one that is not held now is as it was when it went.
    struct Row {
        std::int64_t id;
        qint64 place;              ///< in the list
        QStringList cells;         ///< of every column, as they are copied
        QStringList shown;         ///< and as they are shown
        std::vector<qint64> sums;  ///< of every column, 0 where nothing is summed
    };
    /// In the list's order, as all of those that follow.
    std::vector<Row> awayRows() const;
    std::vector<Row> allRows() const;
    bool isAway(std::int64_t id) const { return m_away.contains(id); }
    std::size_t awayCount() const { return m_away.size(); }
    /// Whether selectionChanged comes of the window's moving.
    bool isMoving() const { return m_isMoving; }

    void select(const QItemSelection& selection, SelectionFlags command) override;
    using QItemSelectionModel::select;
    void clear() override;
    void reset() override;
    void setCurrentIndex(const QModelIndex& index, SelectionFlags command) override;

    /// The rows of folded groups, each from its first to its last: who chooses the first one chooses all.
    void setFolded(std::vector<std::pair<int, int>> groups) { m_folded = std::move(groups); }
    /// This row alone, folded or not.
    void selectOnly(const QModelIndex& index);

    /// Around a reset that brings the same list anew: what was selected and is there again is so again.
    void keepOverReset();

  private:
    Row rowAt(int row) const;
    void letGo(int first, int last);
    void takeBack(int first, int last);
    void restore();
    QItemSelection withFolded(QItemSelection selection) const;

    RecordModelBase* m_model;
    std::unordered_map<std::int64_t, Row> m_away;
    struct Current {
        std::int64_t id;
        int column;
    };
    std::optional<Current> m_awayCurrent;
    struct Kept {
        std::vector<std::int64_t> ids;
        std::optional<Current> current;
    };
    std::optional<Kept> m_kept;
    std::vector<std::pair<int, int>> m_folded;
    bool m_isMoving = false;
    bool m_isExact = false;
};

}  // namespace nextgen::ui
