#pragma once

#include "app/shell/context.h"
#include "app/shell/printing.h"
#include "shared/cheque/bounce.h"
#include "shared/cheque/cheque.h"
#include "ui/describe/record_model.h"

#include <QFrame>
#include <QList>
#include <utility>
#include <vector>

class QAction;
class QGridLayout;
class QLabel;
class QPushButton;
class QScrollArea;
class QStackedWidget;
class QToolButton;
class QVBoxLayout;

namespace nextgen::ui {
class BusyLine;
class FlowLayout;
class Chip;
class Tabs;
}  // namespace nextgen::ui

namespace nextgen::file {
class FileList;
}

namespace nextgen::cheque {

QString titleOf(Status status);
QString titleOf(Move move);

/// Beside the grid: one cheque with its history and its files (the picture of either side), or what several
/// add up to; and what may be done with them.
class ChequePanel : public QFrame, public shell::Printable {
    Q_OBJECT

  public:
    explicit ChequePanel(shell::Context& context, QWidget* parent = nullptr);

    /// None, one or several.
    void showCheques(std::vector<Cheque> cheques);
    const std::vector<Cheque>& cheques() const { return m_cheques; }
    /// Whether one of those shown can take the move, as far as is known here. Taken back is the last move of
    /// one cheque, where the server said that it would do so.
    bool canTake(const Cheque& cheque, Move move) const;
    /// What follows from taking the last move back.
    QString undoWords() const;
    /// Each move as a command, enabled where a cheque that is shown can take it.
    QList<QAction*> moveActions() const;
    /// Their receipt.
    void print() override;

  signals:
    /// A move was chosen for the cheques that are shown.
    void moveWanted(nextgen::cheque::Move move);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void retranslate();
    void showFacts();
    QWidget* makeSecret(const describe::FieldInfo& field, const std::string& masked);
    /// How many of those shown can take it; none without the permission.
    std::ptrdiff_t ableCount(Move move) const;
    void showMoves();
    void enableMoves();
    void loadFiles();
    void loadHistory();
    void loadUndo();
    void loadBounces();
    void showHistory();
    QString titleOfUndo() const;
    QStringList detailsOf(const Event& event) const;
    bool isTakenBack(const Event& event) const;

    shell::Context& m_context;
    std::vector<Cheque> m_cheques;
    std::vector<Event> m_events;
    std::vector<Bounce> m_bounces;
    std::optional<Move> m_undoable;  ///< of one cheque that is shown, as it is now
    QString m_historyError;

    QStackedWidget* m_stack;
    ui::Tabs* m_tabs;
    QWidget* m_fileTab;
    file::FileList* m_files = nullptr;  ///< made when it is looked at first
    QLabel* m_nothing;
    QLabel* m_title;
    ui::Chip* m_status;
    QToolButton* m_print;
    QLabel* m_amount;
    QLabel* m_amountWords;
    std::vector<std::pair<Move, QAction*>> m_moveActions;
    QWidget* m_moves;
    ui::FlowLayout* m_moveLayout;
    QWidget* m_facts;
    QGridLayout* m_factLayout;
    QLabel* m_historyTitle;
    ui::BusyLine* m_busyLine;
    QWidget* m_history;
    QVBoxLayout* m_historyLayout;
};

}  // namespace nextgen::cheque
