#include "app/cheque/worklists_page.h"

#include "app/cheque/cheque_calls.h"
#include "app/cheque/cheque_mover.h"
#include "app/cheque/cheque_panel.h"
#include "app/client/task.h"
#include "app/shell/lister.h"
#include "app/shell/live_list.h"
#include "shared/cheque/outlook.h"
#include "shared/describe/translate.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/focus.h"
#include "ui/widgets/record_grid.h"
#include "ui/widgets/toast.h"

#include <QAction>
#include <QCoreApplication>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <array>
#include <type_traits>

namespace nextgen::cheque {

namespace {

const QString idKey = QStringLiteral("id");
const QString worklistKey = QStringLiteral("worklist");

/// One of the day's lists, as the server has it by `operation`.
struct Worklist {
    std::string_view name;
    std::string_view operation;
    const char* title;
    const char* what;       ///< what is in it
    const char* whenEmpty;  ///< what it means that nothing is
};

// The last one is of invoices, the others are of cheques.
constexpr auto worklists = std::to_array<Worklist>({
    {"to_deposit", "cheques.to_deposit", QT_TRANSLATE_NOOP("Worklist", "To deposit"),
     QT_TRANSLATE_NOOP("Worklist",
                       "On hand, payable by a bank today or on the next bank day, and on no slip yet."),
     QT_TRANSLATE_NOOP("Worklist",
                       "Nothing is to be deposited: no cheque on hand is payable today or on the next bank "
                       "day without being on a slip.")},
    {"unanswered", "cheques.unanswered", QT_TRANSLATE_NOOP("Worklist", "No answer from the bank"),
     QT_TRANSLATE_NOOP("Worklist",
                       "At a bank and due, and the bank has said neither that it was paid nor that it "
                       "bounced."),
     QT_TRANSLATE_NOOP("Worklist", "The banks have answered for every cheque that came due.")},
    {"to_follow", "cheques.to_follow", QT_TRANSLATE_NOOP("Worklist", "Bounced, to follow"),
     QT_TRANSLATE_NOOP("Worklist",
                       "Bounced, and neither deposited again nor settled, given back or taken to court."),
     QT_TRANSLATE_NOOP("Worklist", "No bounced cheque waits for anything to be done about it.")},
    {"matured", "cheques.matured", QT_TRANSLATE_NOOP("Worklist", "Overdue on hand"),
     QT_TRANSLATE_NOOP("Worklist", "Still on hand although a bank could have paid them before today."),
     QT_TRANSLATE_NOOP("Worklist",
                       "No cheque was forgotten: none on hand could have been paid before today.")},
    {"invoices", "cheque_invoices", QT_TRANSLATE_NOOP("Worklist", "Invoices not covered"),
     QT_TRANSLATE_NOOP("Worklist",
                       "Open invoices of dealers: what is paid, what waits for cheques to clear, and what "
                       "neither covers, which is what is added up above."),
     QT_TRANSLATE_NOOP("Worklist", "No dealer has an open invoice.")},
});
constexpr std::size_t invoicesPlace = worklists.size() - 1;

const std::vector<std::string_view> chequeColumns{"due_on",      "amount",    "sayad_id", "drawer_name",
                                                  "dealer_name", "bank_name", "branch",   "status"};

QString say(const char* text) {
    return QCoreApplication::translate("Worklist", text);
}

/// What a list comes to, as far as its first page tells.
struct Tally {
    qint64 count = 0;
    Money sum;
    bool goesOn = false;  ///< the sum is of a part
};

/// Chooses a list: its name over what is in it.
class WorklistButton : public QPushButton {
  public:
    WorklistButton(const Worklist& worklist, QWidget* parent) : QPushButton(parent), m_worklist(worklist) {
        setObjectName(QStringLiteral("worklist_") + ui::toQt(worklist.name));
        setCheckable(true);
        setAutoExclusive(true);
        setTally({});
    }

    /// nullopt: it is not known.
    void setTally(std::optional<Tally> tally) {
        m_tally = tally;
        const QString title = say(m_worklist.title);
        QString second = QStringLiteral("—");
        QString spoken = title;
        if (m_tally) {
            const QString count = ui::showNumber(m_tally->count);
            QString sum = ui::showMoneyWithUnit(m_tally->sum);
            if (m_tally->goesOn) {
                sum = say(QT_TRANSLATE_NOOP("Worklist", "more than %1")).arg(sum);
            }
            second = m_tally->count == 0 ? say(QT_TRANSLATE_NOOP("Worklist", "nothing"))
                                         : count + QStringLiteral("  ·  ") + sum;
            spoken = m_tally->count == 0 ? title + QStringLiteral(": ") + second
                                         : QStringLiteral("%1: %2, %3").arg(title, count, sum);
        }
        setText(title + u'\n' + second);
        setAccessibleName(spoken);
        setToolTip(say(m_worklist.what));
    }
    void retranslate() { setTally(m_tally); }

  private:
    const Worklist& m_worklist;
    std::optional<Tally> m_tally;
};

class WorklistsPage : public shell::PageWidget {
    Q_OBJECT

  public:
    WorklistsPage(shell::Context& context, QWidget* parent);

    void open(const shell::PageTarget& target) override;
    void reload() override;
    QStringList tourStops() const override;
    void goToStop(const QString& stop, const QString& filePath) override;

  protected:
    void retranslate() override;

  private:
    void choose(const QString& name);
    void showList(std::size_t place);
    void tallyAll();
    void tally(std::size_t place);
    template <class E>
    void takeTally(std::size_t place, const client::Answer<client::Page<E>>& answer, Money E::*amount);
    void showSelection();

    shell::Context& m_context;
    std::size_t m_chosen = 0;
    bool m_isLoaded = false;
    std::vector<WorklistButton*> m_choices;  ///< in the order of the worklists
    QLabel* m_what;
    QStackedWidget* m_stack;
    ui::RecordModel<Cheque>* m_cheques;
    ui::RecordGrid* m_chequeGrid;
    shell::Lister<Cheque>* m_chequeLister;
    ui::RecordModel<ChequedInvoice>* m_invoices;
    ui::RecordGrid* m_invoiceGrid;
    shell::Lister<ChequedInvoice>* m_invoiceLister;
    ChequePanel* m_panel;
};

WorklistsPage::WorklistsPage(shell::Context& context, QWidget* parent)
    : PageWidget(parent), m_context(context) {
    auto* choices = new QWidget(this);
    auto* choiceLayout = new ui::FlowLayout(ui::space::s, choices);
    for (std::size_t place = 0; place < worklists.size(); ++place) {
        if (!context.session.may(api::endpoint(worklists[place].operation).permission)) {
            continue;  // only the last one takes another right than the page
        }
        auto* choice = new WorklistButton(worklists[place], choices);
        // By a click, and by arrows, which only check.
        connect(choice, &QPushButton::toggled, this, [this, place](bool isChosen) {
            if (isChosen) {
                showList(place);
            }
        });
        choiceLayout->addWidget(choice);
        m_choices.push_back(choice);
    }
    m_what = ui::makeLabel({}, ui::TextRole::Muted, this);
    m_what->setObjectName(QStringLiteral("worklistWhat"));
    m_what->setWordWrap(true);
    m_stack = new QStackedWidget(this);

    auto* splitter = shell::makeSplitter(m_context, QStringLiteral("cheque_worklists"), m_stack);
    m_chequeGrid = new ui::RecordGrid(QStringLiteral("cheque_worklists"), splitter);
    m_chequeGrid->setObjectName(QStringLiteral("worklistGrid"));
    m_cheques = new ui::RecordModel<Cheque>("Cheque", chequeColumns, m_chequeGrid);
    m_cheques->setToday(context.today());
    m_chequeGrid->setFirstWidths({{"due_on", 98}, {"amount", 120}, {"sayad_id", 146}, {"drawer_name", 150}});
    m_chequeGrid->setModel(m_cheques);
    m_panel = new ChequePanel(context, splitter);
    shell::setShares(*splitter, 2, 1);
    m_chequeLister = new shell::Lister<Cheque>(
        *m_cheques, *m_chequeGrid,
        [this](client::Listing listing) {
            return listWorklist(m_context.api, worklists[m_chosen].operation, std::move(listing));
        },
        this);
    m_chequeLister->sortBy(worklistSpec);
    // Which list a changed cheque belongs to is the server's to say: those that are here follow, no other is
    // offered.
    auto* live = new shell::LiveList<Cheque, ui::RecordModel<Cheque>>(
        context, "cheques", *m_cheques, *m_chequeGrid,
        [this](std::int64_t id) { return getCheque(m_context.api, ChequeId(id)); }, [this] { reload(); },
        this, [](const Cheque&) { return false; });
    connect(live, &shell::LiveRows::rowChanged, this, [this](int row) {
        if (m_chequeGrid->selectedRows().contains(row)) {
            showSelection();
        }
    });
    connect(m_chequeGrid, &ui::RecordGrid::selectionChanged, this, &WorklistsPage::showSelection);
    connect(m_chequeGrid, &ui::RecordGrid::refreshRequested, this, &WorklistsPage::tallyAll);
    connect(m_chequeGrid, &ui::RecordGrid::activated, this, [this](int row) {
        emit pageWanted(QStringLiteral("cheques"), {{idKey, QString::number(m_cheques->at(row).id.value())}});
    });
    m_stack->addWidget(splitter);

    m_invoiceGrid = new ui::RecordGrid(QStringLiteral("cheque_invoices"), m_stack);
    m_invoiceGrid->setObjectName(QStringLiteral("invoiceGrid"));
    m_invoices = new ui::RecordModel<ChequedInvoice>("ChequeAllocation", {}, m_invoiceGrid);
    m_invoices->setToday(context.today());
    m_invoiceGrid->setModel(m_invoices);
    m_invoiceLister = new shell::Lister<ChequedInvoice>(
        *m_invoices, *m_invoiceGrid,
        [&api = context.api](client::Listing listing) {
            return listChequedInvoices(api, std::move(listing));
        },
        this);
    connect(m_invoiceGrid, &ui::RecordGrid::refreshRequested, this, &WorklistsPage::tallyAll);
    connect(m_invoiceGrid, &ui::RecordGrid::activated, this, [this](int row) {
        emit pageWanted(QStringLiteral("invoices"),
                        {{idKey, QString::number(m_invoices->at(row).id.value())}});
    });
    m_stack->addWidget(m_invoiceGrid);

    auto* toast = new ui::Toast(this);
    auto* mover = new ChequeMover(m_context, *m_panel, *toast, this);
    connect(mover, &ChequeMover::moved, this, &WorklistsPage::reload);
    connect(mover, &ChequeMover::reloadWanted, this, [this] {
        m_panel->showCheques({});  // they are other ones by now
        reload();
    });
    m_chequeLister->whenLoaded([this](bool /*isFirst*/) { showSelection(); });
    for (QAction* move : m_panel->moveActions()) {
        addAction(move);
    }

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(ui::space::s);
    layout->addWidget(choices);
    layout->addWidget(m_what);
    layout->addWidget(m_stack, 1);
    ui::passFocusOn(this, m_chequeGrid);
    retranslate();
}

void WorklistsPage::retranslate() {
    for (WorklistButton* choice : m_choices) {
        choice->retranslate();
    }
    m_what->setText(say(worklists[m_chosen].what));
    for (ui::RecordGrid* grid : {m_chequeGrid, m_invoiceGrid}) {
        grid->setEmptyState(ui::Icon::Check, say(worklists[m_chosen].whenEmpty));
    }
}

void WorklistsPage::showList(std::size_t place) {
    const bool isInvoices = place == invoicesPlace;
    m_chosen = place;
    // What stands there is another list's.
    m_panel->showCheques({});
    m_cheques->clear();
    m_stack->setCurrentIndex(isInvoices ? 1 : 0);
    retranslate();
    if (isInvoices) {
        m_invoiceLister->load();
    } else {
        m_chequeLister->load();
    }
}

void WorklistsPage::choose(const QString& name) {
    for (std::size_t place = 0; place < m_choices.size(); ++place) {
        if (name == ui::toQt(worklists[place].name)) {
            m_choices[place]->setChecked(true);
        }
    }
}

void WorklistsPage::open(const shell::PageTarget& target) {
    choose(target.value(worklistKey).toString());
    if (!m_isLoaded) {
        m_isLoaded = true;
        tallyAll();
        m_choices[m_chosen]->setChecked(true);
    }
}

void WorklistsPage::reload() {
    tallyAll();
    if (m_chosen == invoicesPlace) {
        m_invoiceLister->reload();
    } else {
        m_chequeLister->reload();
    }
}

void WorklistsPage::tallyAll() {
    for (std::size_t place = 0; place < m_choices.size(); ++place) {
        tally(place);
    }
}

void WorklistsPage::tally(std::size_t place) {
    client::Listing first;
    first.filters.emplace_back(QStringLiteral("count"), QStringLiteral("exact"));
    first.limit = api::pageSizeMax;
    if (place == invoicesPlace) {
        client::whenDone(listChequedInvoices(m_context.api, std::move(first)), this,
                         [this, place](const client::Answer<client::Page<ChequedInvoice>>& answer) {
                             takeTally(place, answer, &ChequedInvoice::uncoveredAmount);
                         });
    } else {
        client::whenDone(listWorklist(m_context.api, worklists[place].operation, std::move(first)), this,
                         [this, place](const client::Answer<client::Page<Cheque>>& answer) {
                             takeTally(place, answer, &Cheque::amount);
                         });
    }
}

template <class E>
void WorklistsPage::takeTally(std::size_t place, const client::Answer<client::Page<E>>& answer,
                              Money E::*amount) {
    if (!answer) {
        m_choices[place]->setTally(std::nullopt);
        return;
    }
    Tally tally{answer->estimatedTotal.value_or(static_cast<qint64>(answer->items.size())),
                {},
                !answer->nextCursor.isEmpty()};
    for (const E& one : answer->items) {
        tally.sum += one.*amount;
    }
    m_choices[place]->setTally(tally);
}

void WorklistsPage::showSelection() {
    std::vector<Cheque> chosen;
    for (const int row : m_chequeGrid->selectedRows()) {
        chosen.push_back(m_cheques->at(row));
    }
    // A moved cheque leaves its list, and stays beside it until another one is chosen.
    if (!chosen.empty()) {
        m_panel->showCheques(std::move(chosen));
    }
}

QStringList WorklistsPage::tourStops() const {
    QStringList stops;
    for (std::size_t place = 1; place < m_choices.size(); ++place) {
        stops << ui::toQt(worklists[place].name);
    }
    return stops;
}

void WorklistsPage::goToStop(const QString& stop, const QString& /*filePath*/) {
    choose(stop);
}

}  // namespace

shell::Page worklistsPage() {
    return {QStringLiteral("cheque_worklists"),
            QT_TRANSLATE_NOOP("Page", "Cheques of the day"),
            ui::Icon::Check,
            Permission::ChequesRead,
            [](shell::Context& context, QWidget* parent) { return new WorklistsPage(context, parent); },
            {}};
}

}  // namespace nextgen::cheque

#include "worklists_page.moc"
