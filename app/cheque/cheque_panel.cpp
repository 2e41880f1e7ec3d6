#include "app/cheque/cheque_panel.h"

#include "app/cheque/cheque_calls.h"
#include "app/cheque/cheque_receipt.h"
#include "app/client/reveal.h"
#include "app/client/task.h"
#include "app/file/file_list.h"
#include "app/shell/ltr.h"
#include "ui/widgets/busy_line.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/focus.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/scroll.h"
#include "ui/widgets/secret_edit.h"
#include "ui/widgets/tabs.h"

#include <QAction>
#include <QCoreApplication>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace nextgen::cheque {

using ui::TextRole;
using ui::Tone;

namespace {

template <class E>
const describe::Choice& choiceOf(E value) {
    return *std::ranges::find(choicesOf(std::type_identity<E>{}), static_cast<int>(value),
                              &describe::Choice::value);
}

template <class E>
QString choiceTitle(E value) {
    return ui::choiceTitle(choiceOf(value));
}

void clear(QLayout& layout) {
    while (QLayoutItem* item = layout.takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

/// What usually comes next: the move that is offered first.
bool isUsual(Move move, const std::vector<Cheque>& cheques) {
    const auto able = [&cheques](Move wanted) {
        return std::ranges::any_of(cheques, [wanted](const Cheque& cheque) {
            return transitionOf(cheque.status, wanted) != nullptr;
        });
    };
    for (const Move usual : {Move::Deposit, Move::Clear, Move::Redeposit, Move::Settle}) {
        if (able(usual)) {
            return move == usual;
        }
    }
    return false;
}

/// Moves that end a cheque badly or cannot be taken back.
bool isGrave(Move move) {
    return move == Move::Void || move == Move::Return || move == Move::Bounce;
}

}  // namespace

QString titleOf(Status status) {
    return choiceTitle(status);
}

QString titleOf(Move move) {
    return choiceTitle(move);
}

ChequePanel::ChequePanel(shell::Context& context, QWidget* parent) : QFrame(parent), m_context(context) {
    setObjectName(QStringLiteral("chequePanel"));
    ui::setStyleProperty(this, "card", true);

    m_nothing = ui::makeLabel({}, TextRole::Muted);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    m_title = ui::makeLabel({}, TextRole::Heading);
    m_title->setObjectName(QStringLiteral("chequeTitle"));
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_status = new ui::Chip;
    m_status->setObjectName(QStringLiteral("chequeStatus"));
    m_print = new QToolButton;
    m_print->setObjectName(QStringLiteral("receiptButton"));
    m_print->setIcon(ui::icon(ui::Icon::Print));
    ui::setKind(m_print, ui::ButtonKind::Quiet);
    connect(m_print, &QToolButton::clicked, this, [this] { print(); });
    m_amount = ui::makeLabel({}, TextRole::Title);
    m_amount->setObjectName(QStringLiteral("chequeAmount"));
    m_amount->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_amountWords = ui::makeLabel({}, TextRole::Small);
    m_amountWords->setWordWrap(true);
    for (const describe::Choice& choice : moves) {
        const auto move = static_cast<Move>(choice.value);
        auto* action = new QAction(this);
        action->setObjectName(QStringLiteral("move_") + ui::toQt(choice.name));
        action->setIcon(ui::icon(ui::Icon::Cheque));
        connect(action, &QAction::triggered, this, [this, move] { emit moveWanted(move); });
        m_moveActions.emplace_back(move, action);
    }
    m_moves = new QWidget;
    m_moveLayout = new ui::FlowLayout(ui::space::s, m_moves);
    m_facts = new QWidget;
    m_factLayout = new QGridLayout(m_facts);
    m_factLayout->setContentsMargins(0, 0, 0, 0);
    m_factLayout->setHorizontalSpacing(ui::space::m);
    m_factLayout->setVerticalSpacing(ui::space::xs);
    m_factLayout->setColumnStretch(1, 1);
    m_historyTitle = ui::makeLabel({}, TextRole::Strong);
    m_busyLine = new ui::BusyLine;
    m_history = new QWidget;
    m_history->setObjectName(QStringLiteral("chequeHistory"));
    m_historyLayout = new QVBoxLayout(m_history);
    m_historyLayout->setContentsMargins(0, 0, 0, 0);
    m_historyLayout->setSpacing(ui::space::xs);

    auto* body = new QWidget;
    auto* layout = new QVBoxLayout(body);
    layout->setContentsMargins(ui::space::m, ui::space::m, ui::space::m, ui::space::m);
    layout->setSpacing(ui::space::s);
    auto* top = new QHBoxLayout;
    top->addWidget(m_title, 1);
    top->addWidget(m_status);
    top->addWidget(m_print);
    layout->addLayout(top);
    layout->addWidget(m_amount);
    layout->addWidget(m_amountWords);
    layout->addSpacing(ui::space::s);
    layout->addWidget(m_moves);
    layout->addSpacing(ui::space::s);
    layout->addWidget(m_facts);
    layout->addSpacing(ui::space::s);
    layout->addWidget(m_historyTitle);
    layout->addWidget(m_busyLine);
    layout->addWidget(m_history);
    layout->addStretch();
    auto* scroll = ui::makeScroll(body);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_nothing);
    m_tabs = new ui::Tabs;
    m_tabs->setObjectName(QStringLiteral("chequeTabs"));
    m_tabs->addTab(scroll, {});
    m_fileTab = new QWidget(m_tabs->shelf());
    auto* fileLayout = new QVBoxLayout(m_fileTab);
    fileLayout->setContentsMargins(0, 0, 0, 0);
    m_tabs->addTab(m_fileTab, {});
    connect(m_tabs, &QTabWidget::currentChanged, this, &ChequePanel::loadFiles);
    m_stack->addWidget(m_tabs);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(1, 1, 1, 1);
    outer->addWidget(m_stack);
    setMinimumWidth(320);
    retranslate();
}

void ChequePanel::showCheques(std::vector<Cheque> cheques) {
    const bool isSame =
        cheques.size() == 1 && m_cheques.size() == 1 && cheques.front().id == m_cheques.front().id;
    m_cheques = std::move(cheques);
    m_undoable.reset();
    if (!isSame) {
        m_events.clear();
        m_bounces.clear();
        m_historyError.clear();
    }
    retranslate();
    if (m_cheques.size() == 1) {
        loadHistory();
        loadFiles();
    }
}

void ChequePanel::loadFiles() {
    if (m_tabs->currentWidget() != m_fileTab || m_cheques.size() != 1) {
        return;
    }
    if (m_files == nullptr) {
        m_files = new file::FileList(m_context, "cheques", m_fileTab);
        m_files->setObjectName(QStringLiteral("fileList"));
        ui::fillWith(m_fileTab, m_files);
    }
    m_files->load(m_cheques.front().id.value());
}

void ChequePanel::print() {
    if (!m_cheques.empty()) {
        shell::preview(m_context, this, receiptOf(m_cheques, m_context.today()));
    }
}

void ChequePanel::retranslate() {
    m_print->setToolTip(tr("Print a receipt"));
    m_print->setAccessibleName(m_print->toolTip());
    m_nothing->setText(tr("Choose a cheque to see its details and history; several, to move them together."));
    m_historyTitle->setText(tr("History"));
    m_tabs->setTabText(0, tr("Details"));
    m_tabs->setTabText(1, tr("Files"));
    m_stack->setCurrentIndex(m_cheques.empty() ? 0 : 1);
    for (const auto& [move, action] : m_moveActions) {
        action->setText(titleOf(move));
    }
    enableMoves();
    if (m_cheques.empty()) {
        return;
    }
    Money sum;
    for (const Cheque& cheque : m_cheques) {
        sum += cheque.amount;
    }
    const bool isOne = m_cheques.size() == 1;
    m_tabs->setTabVisible(1, isOne);  // several together have no files
    if (isOne) {
        const Cheque& cheque = m_cheques.front();
        m_title->setText(
            ui::showCode(cheque.sayadId.empty() ? cheque.series + "/" + cheque.serial : cheque.sayadId));
        m_status->setChoice(choiceOf(cheque.status));
    } else {
        m_title->setText(
            tr("Cheques chosen: %1").arg(ui::showNumber(static_cast<std::int64_t>(m_cheques.size()))));
        m_status->setChoice(std::nullopt);
    }
    for (QLabel* label : {m_title, m_amount, m_amountWords}) {
        shell::alignLeading(*label);
    }
    m_amount->setText(ui::showMoneyWithUnit(sum));
    m_amountWords->setText(ui::showMoneyInWords(sum));
    m_historyTitle->setVisible(isOne);
    m_busyLine->setVisible(isOne);
    showMoves();
    showFacts();
    showHistory();
}

QList<QAction*> ChequePanel::moveActions() const {
    QList<QAction*> actions;
    for (const auto& [move, action] : m_moveActions) {
        actions << action;
    }
    return actions;
}

std::ptrdiff_t ChequePanel::ableCount(Move move) const {
    if (!m_context.session.may(Permission::ChequesMove)) {
        return 0;
    }
    return std::ranges::count_if(m_cheques, [&](const Cheque& cheque) { return canTake(cheque, move); });
}

bool ChequePanel::canTake(const Cheque& cheque, Move move) const {
    return move == Move::Undo ? m_cheques.size() == 1 && m_undoable.has_value()
                              : transitionOf(cheque.status, move) != nullptr;
}

void ChequePanel::enableMoves() {
    for (const auto& [move, action] : m_moveActions) {
        action->setEnabled(ableCount(move) > 0);
    }
}

QString ChequePanel::titleOfUndo() const {
    return tr("Take back: %1").arg(titleOf(*m_undoable));
}

QString ChequePanel::undoWords() const {
    if (!m_undoable) {
        return {};
    }
    QStringList lines;
    const auto last = m_events.rbegin();
    lines << (last != m_events.rend() && last->move == *m_undoable && last->fromStatus
                  ? tr("“%1” is taken back, and the cheque is “%2” again.")
                        .arg(titleOf(*m_undoable), titleOf(*last->fromStatus))
                  : tr("“%1” is taken back.").arg(titleOf(*m_undoable)));
    switch (*m_undoable) {
        case Move::Bounce:
            lines << tr(
                "The bank's fee goes out of the books, the invoices are set against the cheque again, and "
                "the "
                "dealer's stop ends where only this bounce was its reason. Whoever was told of the bounce is "
                "told of this.");
            break;
        case Move::Clear:
        case Move::Settle:
            lines << tr("Invoices that it had paid are open again.");
            break;
        case Move::Return:
        case Move::Void:
            lines << tr(
                "The dealer's account has it again, and so have the invoices that it was set against.");
            break;
        default:
            break;
    }
    lines << tr("Nothing is erased: the history shows both steps, and the ledger gets an entry of its own.");
    for (QString& line : lines) {
        line.prepend(QStringLiteral("• "));
    }
    return lines.join(u'\n');
}

void ChequePanel::showMoves() {
    clear(*m_moveLayout);
    std::vector<Move> offered;
    for (const describe::Choice& choice : moves) {
        offered.push_back(static_cast<Move>(choice.value));
    }
    std::ranges::stable_partition(offered, [this](Move move) { return isUsual(move, m_cheques); });
    for (const Move move : offered) {
        const auto able = ableCount(move);
        if (able == 0) {
            continue;
        }
        auto* button = new QPushButton(m_moves);
        button->setObjectName(ui::toQt(describe::nameOf(move)) + QStringLiteral("Button"));
        button->setText(move == Move::Undo ? titleOfUndo()
                        : static_cast<std::size_t>(able) == m_cheques.size()
                            ? titleOf(move)
                            : tr("%1 (%2 of %3)")
                                  .arg(titleOf(move), ui::showNumber(able),
                                       ui::showNumber(static_cast<std::int64_t>(m_cheques.size()))));
        if (move == Move::Undo) {
            button->setIcon(ui::icon(ui::Icon::Undo));
        }
        ui::setKind(button, isUsual(move, m_cheques) ? ui::ButtonKind::Primary
                            : isGrave(move)          ? ui::ButtonKind::Danger
                                                     : ui::ButtonKind::Plain);
        connect(button, &QPushButton::clicked, this, [this, move] { emit moveWanted(move); });
        m_moveLayout->addWidget(button);
        button->show();
    }
    m_moves->setVisible(m_moveLayout->count() > 0);
    m_moves->updateGeometry();
}

void ChequePanel::showFacts() {
    clear(*m_factLayout);
    m_facts->setVisible(m_cheques.size() == 1);
    if (m_cheques.size() != 1) {
        return;
    }
    const Cheque& cheque = m_cheques.front();
    int row = 0;
    const auto addLabel = [this, &row](const char* title, int columns) {
        auto* label = ui::makeLabel(QCoreApplication::translate("Cheque", title), TextRole::Muted, m_facts);
        m_factLayout->addWidget(label, row, 0, 1, columns, Qt::AlignTop);
    };
    const auto add = [this, &row, &addLabel](const char* title, const QString& value) {
        if (value.isEmpty()) {
            return;
        }
        auto* text = ui::makeLabel(value, TextRole::Body, m_facts);
        text->setWordWrap(true);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        shell::alignLeading(*text);
        addLabel(title, 1);
        m_factLayout->addWidget(text, row++, 1);
    };
    // What the heading already says is left out; the rest follows the description.
    describe::forEachField<Cheque>([&](const auto& field) {
        using Value = typename std::remove_cvref_t<decltype(field)>::Value;
        const auto& value = cheque.*(field.member);
        if (field.info.has(describe::Hidden) && field.info.name != "created_at") {
            return;
        }
        if constexpr (std::is_same_v<Value, Date>) {
            add(field.info.title, ui::showDateLong(value));
        } else if constexpr (std::is_same_v<Value, Instant>) {
            add(field.info.title, ui::showInstant(value));
        } else if constexpr (std::is_same_v<Value, std::string>) {
            if (field.info.isSecret() && !value.empty()) {
                // A line of its own: an IBAN is long, and its buttons stand beside it.
                addLabel(field.info.title, 2);
                m_factLayout->addWidget(makeSecret(field.info, value), ++row, 0, 1, 2);
                ++row;
            } else if (field.info.name != "sayad_id") {
                add(field.info.title, field.info.has(describe::Code) && !value.empty()
                                          ? ui::showCode(value)
                                          : ui::showDigits(ui::toQt(value)));
            }
        }
    });
}

QWidget* ChequePanel::makeSecret(const describe::FieldInfo& field, const std::string& masked) {
    auto* edit = new ui::SecretEdit(field.secret, m_facts);
    edit->setReadOnly(true);
    edit->setMasked(ui::toQt(masked));
    edit->setRevealable(m_context.session.may(Permission::SecretsReveal));
    connect(edit, &ui::SecretEdit::revealWanted, this, [this, edit, name = field.name] {
        client::whenDone(client::revealSecret(m_context.api, "cheques", m_cheques.front().id.value(), name),
                         edit, [this, edit](const client::Answer<QString>& answer) {
                             if (answer) {
                                 edit->reveal(*answer);
                             } else if (!answer.error().isCancelled()) {
                                 m_context.dialogs.inform(this, tr("Not shown"),
                                                          shell::sentenceOf(answer.error()));
                             }
                         });
    });
    return edit;
}

void ChequePanel::loadHistory() {
    m_busyLine->setBusy(true);
    const ChequeId asked = m_cheques.front().id;
    client::whenDone(listEvents(m_context.api, asked), this,
                     [this, asked](client::Answer<client::Page<Event>> answer) {
                         if (m_cheques.size() != 1 || m_cheques.front().id != asked) {
                             return;
                         }
                         m_busyLine->setBusy(false);
                         m_historyError = answer ? QString() : shell::sentenceOf(answer.error());
                         if (answer) {
                             m_events = std::move(answer->items);
                         }
                         showHistory();
                         if (std::ranges::count(m_events, Move::Bounce, &Event::move) > 0) {
                             loadBounces();
                         }
                     });
    if (m_context.session.may(Permission::ChequesMove)) {
        loadUndo();
    }
}

void ChequePanel::loadUndo() {
    const ChequeId asked = m_cheques.front().id;
    const int version = m_cheques.front().version;
    client::whenDone(getUndoableMove(m_context.api, asked), this,
                     [this, asked, version](const client::Answer<std::optional<Move>>& answer) {
                         // Without an answer it is not offered; the next look asks again.
                         if (!answer || !*answer || m_cheques.size() != 1 || m_cheques.front().id != asked ||
                             m_cheques.front().version != version) {
                             return;
                         }
                         m_undoable = *answer;
                         enableMoves();
                         showMoves();
                     });
}

void ChequePanel::loadBounces() {
    const ChequeId asked = m_cheques.front().id;
    client::whenDone(listBounces(m_context.api, asked), this,
                     [this, asked](client::Answer<client::Page<Bounce>> answer) {
                         if (answer && m_cheques.size() == 1 && m_cheques.front().id == asked) {
                             m_bounces = std::move(answer->items);
                             showHistory();
                         }
                     });
}

bool ChequePanel::isTakenBack(const Event& event) const {
    return std::ranges::any_of(m_events, [&](const Event& later) { return later.undoesId == event.id; });
}

QStringList ChequePanel::detailsOf(const Event& event) const {
    QStringList details{ui::showDate(event.occurredOn)};
    if (!event.actorName.empty()) {
        details << ui::toQt(event.actorName);
    }
    if (!event.holderName.empty()) {
        details << tr("holder: %1").arg(ui::toQt(event.holderName));
    }
    if (!event.slipNumber.empty()) {
        details << tr("slip: %1").arg(ui::showCode(event.slipNumber));
    }
    const auto bounce = std::ranges::find(m_bounces, event.id, &Bounce::id);
    if (bounce != m_bounces.end()) {
        if (bounce->reason) {
            details << choiceTitle(*bounce->reason);
        }
        if (!bounce->certificateNumber.empty()) {
            details << tr("certificate: %1").arg(ui::showCode(bounce->certificateNumber));
        }
        if (!bounce->feeAmount.isZero()) {
            const QString fee = ui::showMoneyWithUnit(bounce->feeAmount);
            details << (bounce->isFeeDealers ? tr("fee of %1, the dealer's").arg(fee)
                                             : tr("fee of %1, ours").arg(fee));
        }
        if (bounce->hasStoppedDealer) {
            details << tr("the dealer was put on hold");
        }
    }
    if (!event.note.empty()) {
        details << ui::toQt(event.note);
    }
    return details;
}

void ChequePanel::showHistory() {
    clear(*m_historyLayout);
    m_history->setVisible(m_cheques.size() == 1);
    if (!m_historyError.isEmpty()) {
        auto* error = ui::makeLabel(m_historyError, TextRole::Error, m_history);
        error->setWordWrap(true);
        m_historyLayout->addWidget(error);
    }
    // Newest first: what happened last is what one wants to know.
    for (auto event = m_events.rbegin(); event != m_events.rend(); ++event) {
        const bool isUndone = isTakenBack(*event);
        const QString step = tr("%1 → %2").arg(titleOf(event->move), titleOf(event->toStatus));
        auto* what = ui::makeLabel(isUndone ? tr("%1 (taken back)").arg(step) : step,
                                   isUndone ? TextRole::Muted : TextRole::Body, m_history);
        what->setWordWrap(true);
        auto* when =
            ui::makeLabel(detailsOf(*event).join(QStringLiteral("  ·  ")), TextRole::Small, m_history);
        when->setWordWrap(true);
        when->setToolTip(tr("Recorded %1").arg(ui::showInstant(event->createdAt)));
        m_historyLayout->addWidget(what);
        m_historyLayout->addWidget(when);
        m_historyLayout->addSpacing(ui::space::xs);
    }
}

void ChequePanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QFrame::changeEvent(event);
}

}  // namespace nextgen::cheque
