#include "app/cheque/cheques_page.h"

#include "app/cheque/cheque_calls.h"
#include "app/cheque/cheque_dialog.h"
#include "app/cheque/cheque_mover.h"
#include "app/cheque/cheque_panel.h"
#include "app/shell/filter_text.h"
#include "app/shell/list_export.h"
#include "app/shell/live_list.h"
#include "app/shell/view_menu.h"
#include "shared/cheque/cheque_list.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/focus.h"
#include "ui/widgets/quick_filter.h"
#include "ui/widgets/record_grid.h"
#include "ui/widgets/toast.h"

#include <QAction>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace nextgen::cheque {

namespace {

const QString idKey = QStringLiteral("id");
const QString importIdKey = QStringLiteral("cheque_import_id");
const QString searchKey = QStringLiteral("search");

const std::vector<std::string_view> chequeColumns{
    "sayad_id", "amount", "due_on", "status",         "drawer_name", "bank_name",          "dealer_name",
    "branch",   "series", "serial", "account_number", "iban",        "drawer_national_id", "description"};

/// The dealer's name leads to the dealer.
class ChequeTable : public ui::RecordModel<Cheque> {
  public:
    ChequeTable(const std::vector<std::string_view>& columns, bool mayOpenDealers, QObject* parent)
        : RecordModel("Cheque", columns, parent), m_mayOpenDealers(mayOpenDealers) {}

  protected:
    bool isLink(int /*row*/, const describe::FieldInfo& field) const override {
        return m_mayOpenDealers && field.name == "dealer_name";
    }

  private:
    bool m_mayOpenDealers;
};

class ChequesPage : public shell::PageWidget {
    Q_OBJECT

  public:
    ChequesPage(shell::Context& context, QWidget* parent);

    static QString newTitle() { return tr("Record a cheque"); }
    void open(const shell::PageTarget& target) override;
    void reload() override;
    bool takeScan(const QString& code) override;
    QStringList tourStops() const override;
    void goToStop(const QString& stop, const QString& filePath) override;

  protected:
    void retranslate() override;

  private:
    void load();
    void showSelection();
    void showOne(ChequeId id);
    void recordCheque();
    void replace(const Cheque& cheque);

    shell::Context& m_context;
    ui::FilterBar* m_filters;
    shell::ViewMenu* m_views;
    QPushButton* m_record;
    ui::Banner* m_onlyImport;
    ui::RecordModel<Cheque>* m_model;
    ui::RecordGrid* m_grid;
    ChequePanel* m_panel;
    ui::Toast* m_toast;
    ChequeMover* m_mover;
    shell::Lister<Cheque>* m_lister;
    QAction* m_searchAction;
    QAction* m_recordAction;
    QAction* m_receiptAction;
    QString m_importId;  ///< only this import's cheques; empty: all
    bool m_isLoaded = false;
    bool m_choosesOnly = false;  ///< one cheque was looked for
};

ChequesPage::ChequesPage(shell::Context& context, QWidget* parent) : PageWidget(parent), m_context(context) {
    m_filters = new ui::FilterBar(this);
    m_filters->setObjectName(QStringLiteral("chequeFilters"));
    m_filters->addFields<Cheque>("Cheque", listSpec);
    m_filters->setToday(context.today());
    m_record = new QPushButton(this);
    m_record->setObjectName(QStringLiteral("recordButton"));
    m_record->setIcon(ui::icon(ui::Icon::Plus, ui::Tint::OnAccent));
    ui::setKind(m_record, ui::ButtonKind::Primary);
    m_record->setVisible(context.session.may(Permission::ChequesWrite));
    m_onlyImport = new ui::Banner(ui::Tone::Info, this);
    m_onlyImport->hide();
    connect(m_onlyImport, &ui::Banner::actionTriggered, this, [this] {
        m_importId.clear();
        load();
    });
    auto* splitter = shell::makeSplitter(m_context, QStringLiteral("cheques"), this);
    m_grid = new ui::RecordGrid(QStringLiteral("cheques"), splitter);
    m_grid->setObjectName(QStringLiteral("chequeGrid"));
    // Its child, so that it outlives it.
    m_model = new ChequeTable(chequeColumns, context.session.may(Permission::DealersRead), m_grid);
    m_model->setToday(context.today());
    m_grid->setFirstWidths(
        {{"sayad_id", 146}, {"amount", 120}, {"due_on", 98}, {"status", 122}, {"drawer_name", 160}});
    m_grid->setModel(m_model);
    m_filters->setList(m_grid);
    connect(m_grid, &ui::RecordGrid::linkActivated, this, [this](int row) {
        emit pageWanted(QStringLiteral("dealers"),
                        {{idKey, QString::number(m_model->at(row).dealerId.value())}});
    });
    m_panel = new ChequePanel(context, splitter);
    shell::setShares(*splitter, 2, 1);
    m_toast = new ui::Toast(this);
    m_mover = new ChequeMover(m_context, *m_panel, *m_toast, this);
    connect(m_mover, &ChequeMover::moved, this, &ChequesPage::replace);
    connect(m_mover, &ChequeMover::reloadWanted, this, &ChequesPage::load);
    m_lister = new shell::Lister<Cheque>(
        *m_model, *m_grid,
        // It goes on when the page is closed.
        [&api = context.api](client::Listing listing) { return listCheques(api, std::move(listing)); }, this);
    m_lister->sortBy(listSpec);
    auto* live = new shell::LiveList<Cheque, ui::RecordModel<Cheque>>(
        context, "cheques", *m_model, *m_grid,
        [this](std::int64_t id) { return getCheque(m_context.api, ChequeId(id)); }, [this] { load(); }, this);
    connect(live, &shell::LiveRows::rowChanged, this, [this](int row) {
        if (m_grid->selectedRows().contains(row)) {
            showSelection();
        }
    });
    m_lister->whenLoaded([this](bool isFirst) {
        if (!isFirst) {
            return;
        }
        if (std::exchange(m_choosesOnly, false) && m_model->count() == 1) {
            m_grid->selectRow(0);
            return;
        }
        // What was chosen stays chosen, as it is now.
        QItemSelection chosen;
        for (int row = 0; row < m_model->count(); ++row) {
            if (std::ranges::count(m_panel->cheques(), m_model->at(row).id, &Cheque::id) > 0) {
                chosen.select(m_model->index(row, 0), m_model->index(row, m_model->columnCount() - 1));
            }
        }
        if (!chosen.isEmpty()) {
            m_grid->view()->selectionModel()->select(chosen, QItemSelectionModel::Select);
        }
    });
    connect(m_filters, &ui::FilterBar::filtersChanged, this, &ChequesPage::load);
    new ui::QuickFilters(*m_grid, *m_filters, context.today(), this);
    connect(m_grid, &ui::RecordGrid::selectionChanged, this, &ChequesPage::showSelection);
    m_grid->setExportable(true);
    const auto* whole = new shell::WholeList(*m_lister, *m_grid, [] {
        return std::make_shared<ui::RecordModel<Cheque>>("Cheque", chequeColumns);
    });
    connect(m_grid, &ui::RecordGrid::exportWanted, this, [this, whole] {
        (new shell::ExportDialog(m_context, shell::exportSource(*whole, *m_grid, tr("Cheques")),
                                 m_grid->total(), this))
            ->open();
    });
    connect(m_grid, &ui::RecordGrid::emptyActionTriggered, this, [this] {
        if (m_filters->filters().isEmpty()) {
            recordCheque();
        } else {
            m_filters->clear();
        }
    });
    connect(m_record, &QPushButton::clicked, this, &ChequesPage::recordCheque);
    for (QAction* move : m_panel->moveActions()) {
        addAction(move);
    }
    addAction(m_grid->exportAction());

    m_searchAction = new QAction(this);
    m_searchAction->setObjectName(QStringLiteral("search"));
    connect(m_searchAction, &QAction::triggered, m_filters->searchLine(), qOverload<>(&QWidget::setFocus));
    m_recordAction = new QAction(this);
    m_recordAction->setObjectName(QStringLiteral("record"));
    m_recordAction->setShortcut(QKeySequence(Qt::Key_Insert));
    m_recordAction->setVisible(m_context.session.may(Permission::ChequesWrite));
    m_recordAction->setEnabled(m_recordAction->isVisible());
    connect(m_recordAction, &QAction::triggered, this, &ChequesPage::recordCheque);
    m_receiptAction = new QAction(this);
    m_receiptAction->setObjectName(QStringLiteral("receipt"));
    m_receiptAction->setIcon(ui::icon(ui::Icon::Print));
    m_receiptAction->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P));
    connect(m_receiptAction, &QAction::triggered, this, [this] { m_panel->print(); });
    for (QAction* action : {m_searchAction, m_recordAction, m_receiptAction}) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
    }

    auto* top = new QHBoxLayout;
    top->addWidget(m_filters, 1);
    m_views = new shell::ViewMenu(m_context, QStringLiteral("cheques"), m_filters, m_grid, this);
    top->addWidget(m_views, 0, Qt::AlignTop);
    top->addWidget(m_record, 0, Qt::AlignTop);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(ui::space::s);
    layout->addLayout(top);
    layout->addWidget(m_onlyImport);
    layout->addWidget(splitter, 1);
    ui::passFocusOn(this, m_grid);
    retranslate();
}

void ChequesPage::retranslate() {
    m_filters->setSearchPlaceholder(tr("Sayad id, drawer or serial"));
    m_record->setText(tr("Record a cheque"));
    m_searchAction->setText(tr("Search cheques"));
    m_recordAction->setText(newTitle());
    m_receiptAction->setText(tr("Print a receipt of the chosen cheques"));
    m_onlyImport->setText(tr("Only the cheques of one import are shown."));
    m_onlyImport->setAction(tr("Show all"));
    const bool isNarrowed = !m_filters->filters().isEmpty();
    const bool mayRecord = m_context.session.may(Permission::ChequesWrite);
    m_grid->setEmptyState(ui::Icon::Cheque,
                          isNarrowed ? tr("No cheque fits these conditions.") : tr("There is no cheque yet."),
                          isNarrowed  ? tr("Show all")
                          : mayRecord ? tr("Record a cheque")
                                      : QString());
}

void ChequesPage::load() {
    m_isLoaded = true;
    const auto items = m_filters->queryItems();
    std::vector<std::pair<QString, QString>> filters(items.begin(), items.end());
    if (!m_importId.isEmpty()) {
        filters.emplace_back(importIdKey, m_importId);
    }
    m_onlyImport->setVisible(!m_importId.isEmpty());
    m_lister->load(std::move(filters));
    retranslate();
}

void ChequesPage::open(const shell::PageTarget& target) {
    if (shell::narrow(*m_filters, target)) {
        m_importId.clear();
        load();
    } else if (target.contains(searchKey) || target.contains(importIdKey)) {
        m_importId = target.value(importIdKey).toString();
        const QString search = target.value(searchKey).toString();
        m_filters->setFilters(search.isEmpty() ? QList<ui::Filter>{}
                                               : QList<ui::Filter>{{QStringLiteral("q"), {}, search}});
        m_choosesOnly = !search.isEmpty();
        load();
    } else if (!m_isLoaded) {
        load();
    }
    if (const auto id = ChequeId::parse(target.value(idKey).toString().toStdString())) {
        showOne(*id);
    }
    if (target.contains(shell::newTarget)) {
        recordCheque();
    }
}

void ChequesPage::reload() {
    load();
}

bool ChequesPage::takeScan(const QString& code) {
    open({{searchKey, code}});
    m_grid->setFocus();
    return true;
}

QStringList ChequesPage::tourStops() const {
    return {QStringLiteral("one"),           QStringLiteral("move"),
            QStringLiteral("bounce"),        QStringLiteral("several"),
            QStringLiteral("move_several"),  QStringLiteral("record"),
            QStringLiteral("filters"),       QStringLiteral("receipt_several"),
            QStringLiteral("quick_filters"), QStringLiteral("views")};
}

void ChequesPage::goToStop(const QString& stop, const QString& /*filePath*/) {
    const int wanted = stop.endsWith(QLatin1String("several")) ? 4 : 1;
    if (stop == QLatin1String("record")) {
        recordCheque();
        return;
    }
    if (stop == QLatin1String("filters")) {
        m_filters->setFilters(
            {{QStringLiteral("status"), {}, QStringLiteral("on_hand,deposited")},
             {QStringLiteral("due_on"), QStringLiteral("gte"), ui::toQt(m_context.today().toString())},
             {QStringLiteral("amount"), QStringLiteral("gte"), QStringLiteral("100000000")}});
        return;
    }
    if (stop == QLatin1String("quick_filters")) {
        m_filters->clear();
        m_grid->showQuickFilters(true);
        return;
    }
    if (stop == QLatin1String("views")) {
        m_grid->showQuickFilters(false);
        m_views->menu()->popup({});
        return;
    }
    // The first ones that may be moved, so that there is something to be done with them.
    QItemSelection chosen;
    int count = 0;
    for (int row = 0; row < m_model->count() && count < wanted; ++row) {
        if (m_model->at(row).status == Status::OnHand) {
            chosen.select(m_model->index(row, 0), m_model->index(row, m_model->columnCount() - 1));
            ++count;
        }
    }
    m_grid->view()->selectionModel()->select(chosen, QItemSelectionModel::ClearAndSelect);
    if (stop.startsWith(QLatin1String("receipt"))) {
        m_panel->print();
    }
    if (stop == QLatin1String("bounce") && !m_panel->cheques().empty()) {
        m_mover->open(Move::Bounce);
    }
    if (stop.startsWith(QLatin1String("move")) && !m_panel->cheques().empty()) {
        const auto allowed = allowedMoves(m_panel->cheques().front().status);
        if (!allowed.empty()) {
            m_mover->open(allowed.front());
        }
    }
}

void ChequesPage::showSelection() {
    std::vector<Cheque> chosen;
    for (const int row : m_grid->selectedRows()) {
        chosen.push_back(m_model->at(row));
    }
    // Those too that the grid does not hold at the moment.
    for (const Cheque& cheque : m_panel->cheques()) {
        if (m_grid->isSelectedAway(cheque.id.value())) {
            chosen.push_back(cheque);
        }
    }
    // A reload empties the selection for a moment; what is shown beside the grid stays until something is
    // chosen.
    if (!chosen.empty()) {
        m_panel->showCheques(std::move(chosen));
    }
}

void ChequesPage::showOne(ChequeId id) {
    client::whenDone(getCheque(m_context.api, id), this, [this](const client::Answer<Cheque>& answer) {
        if (answer) {
            m_panel->showCheques({*answer});
        } else {
            m_toast->showMessage(ui::Tone::Bad, shell::sentenceOf(answer.error()));
        }
    });
}

void ChequesPage::recordCheque() {
    auto* dialog = new ChequeDialog(m_context, this);
    connect(dialog, &ChequeDialog::recorded, this, [this](const Cheque& cheque) {
        m_toast->showMessage(ui::Tone::Good, tr("Cheque %1 is recorded.").arg(ui::showCode(cheque.sayadId)));
        m_panel->showCheques({cheque});
        load();
    });
    dialog->open();
}

void ChequesPage::replace(const Cheque& cheque) {
    const int row = m_model->rowOf(cheque.id.value());
    if (row >= 0) {
        m_model->update(row, cheque);
    }
}

}  // namespace

shell::Page chequesPage() {
    shell::Page page{
        QStringLiteral("cheques"),
        QT_TRANSLATE_NOOP("Page", "Cheques"),
        ui::Icon::Cheque,
        Permission::ChequesRead,
        [](shell::Context& context, QWidget* parent) { return new ChequesPage(context, parent); },
        {}};
    page.newTitle = &ChequesPage::newTitle;
    page.newPermission = Permission::ChequesWrite;
    return page;
}

}  // namespace nextgen::cheque

#include "cheques_page.moc"
