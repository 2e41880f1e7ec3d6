#pragma once

#include "ui/widgets/icon.h"

#include <QFrame>
#include <QTimer>
#include <optional>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace nextgen::ui {

class Banner;
class BusyLine;
class RecordModelBase;

/// A table of records with what every table needs: columns to choose, move and size (remembered), copying
/// with headings, count, sum and mean of the selection, and what to show while there is nothing to show.
///
/// Keys: Enter opens, Ctrl+Enter follows a link, F5 asks for a reload, Ctrl+C copies, Ctrl+A chooses all.
class RecordGrid : public QFrame {
    Q_OBJECT

  public:
    /// Widths, order and hidden columns are kept in QSettings under grids/<settingsKey>; empty: not kept.
    explicit RecordGrid(const QString& settingsKey = {}, QWidget* parent = nullptr);
    ~RecordGrid() override;

    /// Widths in pixels until the person sizes the columns, by field name; a column not named has one by its
    /// kind. Said before the model is set.
    void setFirstWidths(std::vector<std::pair<std::string_view, int>> widths);
    /// Whether columns without room are left out, the hindmost first and amounts last, rather than reached by
    /// scrolling; what names a record, and its states, stay.
    void setFitting(bool isFitting);
    /// The model is not taken over and outlives the grid or is replaced.
    void setModel(RecordModelBase* model);
    RecordModelBase* model() const { return m_model; }
    QTableView* view() const { return m_view; }

    /// What stands where no row is: an icon, a sentence and, unless its text is empty, the next step.
    void setEmptyState(Icon icon, const QString& sentence, const QString& actionText = {});
    void setBusy(bool isBusy);
    bool isBusy() const;
    /// A load that failed: instead of the rows when there are none, above them otherwise.
    void setError(const QString& sentence, const QString& code);
    void clearError();
    /// How many rows there are beyond those loaded; nullopt: not known.
    void setTotal(std::optional<qint64> total);

    QList<int> selectedRows() const;
    /// -1 when no row is current.
    int currentRow() const;
    void selectRow(int row);

    /// The selected rows with their headings, tabs between cells, ASCII digits.
    QString selectionAsText() const;
    /// Puts them on the clipboard, also as a table in which spreadsheets keep codes as text.
    void copySelection() const;

  signals:
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
    void showFooter();
    bool isLink(const QModelIndex& index) const;
    void followLink();
    void showRowMenu(int row, const QPoint& globalPosition);
    void showColumnMenu(const QPoint& globalPosition);
    void sortBy(int column);
    int firstWidth(int column) const;
    void fitColumns();
    void restoreColumns();
    void saveColumns();
    /// In their order; those too for which there is no room.
    QList<int> shownColumns() const;
    QString selectionAsHtml() const;

    QString m_settingsKey;
    std::vector<std::pair<std::string_view, int>> m_firstWidths;
    RecordModelBase* m_model = nullptr;
    BusyLine* m_busyLine;
    Banner* m_errorBanner;
    QStackedWidget* m_stack;
    QTableView* m_view;
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
    QToolButton* m_columns;
    QTimer m_saveTimer;
    bool m_isFitting = false;
    std::set<int> m_leftOut;  ///< columns without room, which the person did not hide
    std::set<int> m_wanted;   ///< columns that the person asked for, room or not

    Icon m_emptyIcon = Icon::Inbox;
    QString m_emptySentence;
    QString m_emptyAction;
    QString m_errorSentence;
    QString m_errorCode;
    std::optional<qint64> m_total;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

}  // namespace nextgen::ui
