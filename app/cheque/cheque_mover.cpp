#include "app/cheque/cheque_mover.h"

#include "app/cheque/bounce_dialog.h"
#include "app/cheque/cheque_panel.h"
#include "app/cheque/move_result_dialog.h"
#include "app/client/task.h"
#include "ui/widgets/toast.h"

#include <algorithm>

namespace nextgen::cheque {

ChequeMover::ChequeMover(shell::Context& context, ChequePanel& panel, ui::Toast& toast, QWidget* page)
    : QObject(page), m_context(context), m_panel(panel), m_toast(toast), m_page(page) {
    connect(&panel, &ChequePanel::moveWanted, this, &ChequeMover::open);
}

void ChequeMover::open(Move move) {
    std::vector<Cheque> able;
    for (const Cheque& cheque : m_panel.cheques()) {
        if (m_panel.canTake(cheque, move)) {
            able.push_back(cheque);
        }
    }
    const std::size_t leftOut = m_panel.cheques().size() - able.size();
    auto* dialog = move == Move::Bounce
                       ? new BounceDialog(m_context, std::move(able), leftOut, m_page)
                       : new MoveDialog(m_context, move, std::move(able), leftOut, m_page,
                                        move == Move::Undo ? m_panel.undoWords() : QString());
    connect(dialog, &MoveDialog::submitted, this, [this, dialog](const MoveDetails& details) {
        if (dialog->cheques().size() == 1) {
            moveOne(dialog, details);
        } else {
            moveMany(dialog, details);
        }
    });
    dialog->open();
}

void ChequeMover::moveOne(MoveDialog* dialog, MoveDetails details) {
    const Move move = dialog->move();
    client::whenDone(
        moveCheque(m_context.api, dialog->cheques().front().id, move, std::move(details),
                   dialog->idempotencyKey()),
        this, [this, move, dialog = QPointer<MoveDialog>(dialog)](const client::Answer<Cheque>& answer) {
            if (!answer) {
                if (dialog) {
                    dialog->showFailure(answer.error());
                }
                if (answer.error().code == ErrorCode::MoveNotAllowed) {
                    emit reloadWanted();  // somebody moved it meanwhile
                }
                return;
            }
            if (dialog) {
                dialog->accept();
            }
            m_panel.showCheques({*answer});
            emit moved(*answer);
            m_toast.showMessage(ui::Tone::Good, tr("%1: cheque %2 is now “%3”.")
                                                    .arg(titleOf(move), ui::showCode(answer->sayadId),
                                                         titleOf(answer->status)));
        });
}

QCoro::Task<> ChequeMover::moveMany(QPointer<MoveDialog> dialog, MoveDetails details) {
    const QPointer<ChequeMover> self(this);
    const Move move = dialog->move();
    const std::vector<Cheque> cheques = dialog->cheques();
    const QString key = dialog->idempotencyKey();
    const auto cancellation = dialog->cancellation();
    std::vector<RefusedMove> refused;
    std::size_t moved = 0;
    std::size_t done = 0;
    std::optional<client::Failure> failure;
    while (done < cheques.size() && !failure && !cancellation->isCancelled()) {
        const std::size_t end = std::min(cheques.size(), done + bulkMax);
        std::vector<ChequeId> ids;
        for (std::size_t i = done; i < end; ++i) {
            ids.push_back(cheques[i].id);
        }
        // A part has a key of its own, made of the dialog's: sent again it is the same part.
        const QString partKey = key + QLatin1Char('-') + QString::number(done);
        auto answer =
            co_await moveCheques(m_context.api, std::move(ids), move, details, partKey, cancellation);
        if (!self) {
            co_return;
        }
        if (!answer) {
            failure = answer.error();
            break;
        }
        for (const MoveResult& result : *answer) {
            if (result.isMoved) {
                ++moved;
                continue;
            }
            const auto cheque = std::ranges::find(cheques, result.id, &Cheque::id);
            if (cheque != cheques.end()) {
                const bool isOvertaken = result.code == QLatin1String("move_not_allowed") && result.status;
                refused.push_back(
                    {cheque->sayadId.empty() ? cheque->serial : cheque->sayadId, cheque->amount,
                     (isOvertaken ? tr("It is “%1” by now.").arg(titleOf(*result.status)) : result.message)
                         .toStdString()});
            }
        }
        done = end;
        if (dialog) {
            dialog->showProgress(done);
        }
    }
    emit reloadWanted();
    if (failure && dialog) {
        dialog->showFailure(*failure);
    } else if (dialog) {
        dialog->accept();
    }
    if (failure && moved == 0) {
        co_return;
    }
    if (refused.empty() && done == cheques.size()) {
        m_toast.showMessage(
            ui::Tone::Good,
            tr("%1: cheques moved: %2").arg(titleOf(move), ui::showNumber(static_cast<std::int64_t>(moved))));
    } else if (!refused.empty()) {
        (new MoveResultDialog(move, moved, std::move(refused), m_page))->open();
    }
}

}  // namespace nextgen::cheque
