#pragma once

#include "app/cheque/cheque_calls.h"
#include "app/shell/context.h"

#include <QObject>
#include <QPointer>

class QWidget;

namespace nextgen::ui {
class Toast;
}

namespace nextgen::cheque {

class ChequePanel;
class MoveDialog;

/// Moves the cheques that a panel shows: the dialog of the move, the calls, what came of them. For every page
/// that has a panel.
class ChequeMover : public QObject {
    Q_OBJECT

  public:
    /// Listens to the panel from here on; a child of the page, as its dialogs are.
    ChequeMover(shell::Context& context, ChequePanel& panel, ui::Toast& toast, QWidget* page);

    /// Those that can take it; the dialog says how many cannot.
    void open(Move move);

  signals:
    /// One cheque, as it is now; the panel shows it already.
    void moved(const nextgen::cheque::Cheque& cheque);
    /// Several were moved, or somebody else was quicker.
    void reloadWanted();

  private:
    void moveOne(MoveDialog* dialog, MoveDetails details);
    QCoro::Task<> moveMany(QPointer<MoveDialog> dialog, MoveDetails details);

    shell::Context& m_context;
    ChequePanel& m_panel;
    ui::Toast& m_toast;
    QWidget* m_page;
};

}  // namespace nextgen::cheque
