#pragma once

#include "ui/describe/record_model.h"
#include "ui/widgets/grid_groups.h"
#include "ui/widgets/grid_selection.h"
#include "ui/widgets/icon.h"

#include <QFrame>
#include <QHash>
#include <QJsonObject>
#include <QPersistentModelIndex>
#include <QPointer>
#include <QTimer>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

class QAction;
class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QScrollBar;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace nextgen::ui {

class Banner;
class BusyLine;
class GridHeader;

/// A table of records with what every table needs: columns to choose, move, size and freeze, an order by
/// several of them, groups and colours (all remembered), copying with headings, count, sum and mean of the
/// selection, and what to show while there is nothing to show. Groups can be folded to their titles, with the
/// number and the sums of the rows held; who chooses a folded one chooses its rows.
///
/// Of a list that is longer than its model holds it shows the window that the model moves: rows in view stay
/// where they are whatever comes and goes around them, and the scroll bar stands for the whole list.
///
/// Keys: Enter opens, Ctrl+Enter follows a link, F5 asks for a reload, Ctrl+C copies, Ctrl+A chooses all,
/// Home and End go to the ends of the list, Ctrl+Shift+F shows the lines to narrow by, Ctrl+Shift+O orders by
/// the cell's column and turns that round, Ctrl+E writes a file; Shift and a click on a heading adds it to
/// the order. The arrow towards where lines begin folds the group from its first column, the other one and +
/// open it again, * opens all.
class RecordGrid : public QFrame {
    Q_OBJECT

  public:
    /// The layout is remembered under grids/<settingsKey>; empty: not kept.
    explicit RecordGrid(const QString& settingsKey = {}, QWidget* parent = nullptr);
    ~RecordGrid() override;

    /// Widths in pixels of the usual font size until the person sizes the columns, by field name; a column not
    /// named has one by its kind. Said before the model is set.
    void setFirstWidths(std::vector<std::pair<std::string_view, int>> widths);
    /// Whether columns without room are left out, the hindmost first and amounts last, rather than reached by
    /// scrolling; what names a record, and its states, stay.
    void setFitting(bool isFitting);
    /// The model is not taken over and outlives the grid or is replaced.
    void setModel(RecordModelBase* model);
    RecordModelBase* model() const { return m_model; }
    QTableView* view() const;

    /// What the person has made of the table, and puts back: {"columns": [{"name", "width" when the person
    /// sized it, "hidden"}] in their order, "frozen": the last frozen column, "sort": "-due_on,amount",
    /// "group": a column, "folded": values of that column, or "unfolded" where all others are, "rules":
    /// colours}. What is not said is as at first; what the table does not know is passed over.
    QJsonObject layout() const;
    void setLayout(const QJsonObject& layout);
    /// As lists take it, the group first; empty: the list's own order. Only what the model can be sorted by.
    QString order() const;

    /// The columns that a list can be narrowed by, for which there are lines under the headings.
    void setQuickFilters(std::vector<std::string> fieldNames);
    void showQuickFilters(bool isShown);
    bool areQuickFiltersShown() const { return m_areQuickFiltersShown; }
    /// What stands in a line, and whether it is understood.
    void setQuickFilter(std::string_view field, const QString& text);
    void setQuickFilterRefused(std::string_view field, bool isRefused);
    QString quickFilter(std::string_view field) const;

    int widthOf(int column) const;
    /// The selected rows in the list's order, with those that are not held.
    std::vector<GridSelection::Row> chosenRows() const;
    /// Shows the button that asks for a file of the rows.
    void setExportable(bool isExportable);
    /// More that can be done with a row, in its menu as far as they are visible. The row is current then.
    void setRowActions(QList<QAction*> actions) { m_rowActions = std::move(actions); }
    /// The same as a command, with its key.
    QAction* exportAction() const { return m_exportAction; }
    /// In their order; those too for which there is no room.
    QList<int> shownColumns() const;

    /// What stands where no row is: an icon, a sentence and, unless its text is empty, the next step.
    void setEmptyState(Icon icon, const QString& sentence, const QString& actionText = {});
    void setBusy(bool isBusy);
    bool isBusy() const;
    /// A load that failed: instead of the rows when there are none, above them otherwise.
    void setError(const QString& sentence, const QString& code);
    void clearError();
    /// How many rows there are beyond those loaded; nullopt: not known.
    void setTotal(std::optional<qint64> total);
    std::optional<qint64> total() const { return m_total; }

    /// Around a reset that brings the same list anew: what is in view and what is selected stays.
    void keepPlace();
    /// The first row in view; -1: there is none.
    int topRow() const;
    /// Chooses the first or the last of the rows held.
    void goToEdge(bool isEnd);

    /// Of those held.
    QList<int> selectedRows() const;
    /// Whether the row of this id is selected but not held at the moment.
    bool isSelectedAway(std::int64_t id) const;
    /// With those that are not held.
    int selectedCount() const;
    /// -1 when no row is current.
    int currentRow() const;
    void selectRow(int row);

    /// The selected rows with their headings, tabs between cells, ASCII digits.
    QString selectionAsText() const;
    /// Puts them on the clipboard, also as a table in which spreadsheets keep codes as text.
    void copySelection() const;

  signals:
    /// The person changed what layout() says.
    void layoutChanged();
    /// Home or End, of a list that goes on beyond the rows held.
    void edgeWanted(bool isEnd);
    void quickFilterTyped(const QString& field, const QString& text);
    void exportWanted();
    void activated(int row);
    /// A cell that names another record: Ctrl and a click, the middle button, Ctrl+Enter or the row's menu.
    void linkActivated(int row, int column);
    void selectionChanged();
    void refreshRequested();
    void retryRequested();
    void emptyActionTriggered();

  protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void retranslate();
    void showState();
    void showPage(QWidget* page);
    void showFooter();
    void showCount();
    /// Of the whole list, as far as is known.
    qint64 listLength() const;
    bool isLink(const QModelIndex& index) const;
    void followLink();
    void showRowMenu(int row, const QPoint& globalPosition);
    void showColumnMenu(const QPoint& globalPosition, int heading);
    void sortByHeading(int column, bool isAdding);
    /// What the list is ordered by: the group first.
    std::vector<RecordModelBase::SortKey> sortKeys() const;
    void sortAnew();
    void showSort();
    void groupBy(int column);
    void showBands();
    void fold(int row, bool isFolded);
    void foldAll(bool isFolded);
    void foldsChanged(int currentBefore);
    void addFoldActions(QMenu& menu, const GridView::Band* band);
    RecordModelBase::RowWords wordsOfRow(int row) const;
    void editRules();
    int firstWidth(int column) const;
    void arrangeColumns();
    void applyLayout(const QJsonObject& layout);
    void restoreLayout();
    void saveLayout();
    void changed();
    QString selectionAsHtml() const;

    void rememberPlace();
    void keepRowsInPlace();
    void lookAhead();
    void showScrollBar();
    void scrollTo(int value);
    int rowHeight() const;
    void showQuickFilterLines();
    QLineEdit* quickLine(int column) const;
    QString quickFilterHint(const describe::FieldInfo& field) const;

    QString m_settingsKey;
    std::vector<std::pair<std::string_view, int>> m_firstWidths;
    QPointer<RecordModelBase> m_model;  ///< it may go before the view has noticed
    BusyLine* m_busyLine;
    Banner* m_errorBanner;
    QStackedWidget* m_stack;
    QWidget* m_tablePage;
    GridView* m_view;
    QScrollBar* m_scrollBar;
    GridSelection* m_selection = nullptr;
    QWidget* m_statePage;
    QWidget* m_skeleton;
    IconLabel* m_stateIcon;
    QLabel* m_stateSentence;
    QLabel* m_stateCode;
    QPushButton* m_stateAction;
    QPushButton* m_stateCopy;
    QLabel* m_count;
    QLabel* m_sums;
    QToolButton* m_copy;
    QToolButton* m_export;
    QAction* m_exportAction;
    QToolButton* m_columns;
    QList<QAction*> m_rowActions;
    QTimer m_saveTimer;
    QTimer m_aheadTimer;
    QTimer m_bandTimer;
    int m_beyond = 0;  ///< further than the rows held: towards the end, or negative the beginning
    bool m_isFitting = false;
    bool m_isArranging = false;
    std::map<int, int> m_sized;  ///< widths that the person gave
    std::set<int> m_leftOut;     ///< columns without room, which the person did not hide
    std::set<int> m_wanted;      ///< columns that the person asked for, room or not
    std::vector<RecordModelBase::SortKey> m_sort;
    GridGroups m_groups;
    std::vector<std::string> m_quickFilters;
    std::map<std::string, QString, std::less<>> m_quickTexts;
    bool m_areQuickFiltersShown = false;

    struct Anchor {
        QPersistentModelIndex index;
        std::int64_t id;
        int top;
    };
    std::vector<Anchor> m_anchors;  ///< rows in view, while others come and go
    bool m_keepsPlace = false;

    Icon m_emptyIcon = Icon::Inbox;
    QString m_emptySentence;
    QString m_emptyAction;
    QString m_errorSentence;
    QString m_errorCode;
    std::optional<qint64> m_total;
};

}  // namespace nextgen::ui
