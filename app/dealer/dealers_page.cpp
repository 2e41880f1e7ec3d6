#include "app/dealer/dealers_page.h"

#include "app/dealer/dealer_calls.h"
#include "app/dealer/dealer_panel.h"
#include "app/shell/lister.h"
#include "shared/api/entity.h"
#include "shared/describe/translate.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/record_grid.h"

#include <QAction>
#include <QLineEdit>
#include <QSplitter>
#include <QVBoxLayout>

namespace nextgen::dealer {

namespace {

ui::Tone toneOf(std::string_view field, std::string_view choice) {
    if (field == "status") {
        return choice == "active" ? ui::Tone::Good : choice == "on_hold" ? ui::Tone::Warn : ui::Tone::Neutral;
    }
    return ui::Tone::Neutral;
}

class DealersPage : public shell::PageWidget {
    Q_OBJECT

  public:
    explicit DealersPage(shell::Context& context);

    void open(const shell::PageTarget& target) override;
    void reload() override;
    QStringList tourStops() const override { return {QStringLiteral("ledger")}; }
    void goToStop(const QString&, const QString&) override { m_panel->openLedger(); }

  protected:
    void retranslate() override;

  private:
    void load();
    void showSelected();

    shell::Context& m_context;
    ui::FilterBar* m_filters;
    ui::RecordModel<Dealer>* m_model;
    ui::RecordGrid* m_grid;
    DealerPanel* m_panel;
    shell::Lister<Dealer>* m_lister;
    QAction* m_search;
    bool m_isLoaded = false;
};

DealersPage::DealersPage(shell::Context& context) : m_context(context) {
    const api::ListSpec& listSpec = api::findEntity("dealers")->list;
    m_filters = new ui::FilterBar(this);
    m_filters->addFields<Dealer>("Dealer", listSpec);
    m_grid = new ui::RecordGrid(QStringLiteral("dealers"), this);
    m_grid->setObjectName(QStringLiteral("dealerGrid"));
    m_model = new ui::RecordModel<Dealer>("Dealer", {}, m_grid);  // its child, so that it outlives it
    m_model->setToner(toneOf);
    m_grid->setFirstWidths(
        {{"code", 68}, {"company_name", 146}, {"tier", 84}, {"status", 74}, {"credit_limit", 104}});
    m_grid->setModel(m_model);
    m_panel = new DealerPanel(context, this);
    m_lister = new shell::Lister<Dealer>(
        *m_model, *m_grid, [this](client::Listing listing) { return listDealers(m_context.api, listing); },
        this);
    m_lister->whenLoaded([this](bool isFirst) {
        if (!isFirst) {
            return;
        }
        if (m_model->count() == 0) {
            m_panel->showNobody();
            return;
        }
        // The dealer that was looked at stays, where the list still has them.
        const auto& rows = m_model->rows();
        const auto same = std::ranges::find(rows, m_panel->dealerId(), &Dealer::id);
        m_grid->selectRow(same != rows.end() ? static_cast<int>(same - rows.begin()) : 0);
    });
    m_lister->sortBy(listSpec);
    connect(m_filters, &ui::FilterBar::filtersChanged, this, &DealersPage::load);
    connect(m_grid, &ui::RecordGrid::selectionChanged, this, &DealersPage::showSelected);
    connect(m_grid, &ui::RecordGrid::emptyActionTriggered, m_filters, &ui::FilterBar::clear);
    connect(m_panel, &DealerPanel::chequeWanted, this, [this](const QString& id) {
        emit pageWanted(QStringLiteral("cheques"), {{QStringLiteral("cheque_id"), id}});
    });

    m_search = new QAction(this);
    m_search->setObjectName(QStringLiteral("search"));
    connect(m_search, &QAction::triggered, m_filters->searchLine(), qOverload<>(&QWidget::setFocus));
    addAction(m_search);

    auto* list = new QWidget(this);
    auto* listLayout = new QVBoxLayout(list);
    listLayout->setContentsMargins(0, 0, 0, 0);
    listLayout->setSpacing(ui::space::s);
    listLayout->addWidget(m_filters);
    listLayout->addWidget(m_grid, 1);
    auto* splitter = shell::makeSplitter(m_context, QStringLiteral("dealers"), list, m_panel, 1, 1);
    // Whoever belongs to a dealer sees that one: a list of one would only take room.
    list->setVisible(!context.session.user().dealerId);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    setFocusProxy(m_grid);
    retranslate();
}

void DealersPage::retranslate() {
    m_filters->setSearchPlaceholder(tr("Company or code"));
    m_search->setText(tr("Search dealers"));
    const bool isNarrowed = !m_filters->filters().isEmpty();
    m_grid->setEmptyState(ui::Icon::Dealer,
                          isNarrowed ? tr("No dealer fits these conditions.") : tr("There is no dealer yet."),
                          isNarrowed ? tr("Show all") : QString());
}

void DealersPage::load() {
    m_isLoaded = true;
    const auto items = m_filters->queryItems();
    m_lister->load({items.begin(), items.end()});
    retranslate();
}

void DealersPage::open(const shell::PageTarget& target) {
    if (!m_isLoaded) {
        load();
    }
    if (const auto id = DealerId::parse(target.value(QStringLiteral("dealer_id")).toString().toStdString())) {
        client::whenDone(getDealer(m_context.api, *id), this, [this](const client::Answer<Dealer>& answer) {
            if (answer) {
                m_panel->showDealer(*answer);
            }
        });
    } else if (m_panel->dealerId()) {
        m_panel->reload();
    }
}

void DealersPage::reload() {
    load();
}

void DealersPage::showSelected() {
    const int row = m_grid->currentRow();
    if (row >= 0 && m_model->at(row).id != m_panel->dealerId()) {
        m_panel->showDealer(m_model->at(row));
    } else if (row >= 0) {
        m_panel->reload();
    }
}

}  // namespace

shell::Page dealersPage() {
    return {.id = QStringLiteral("dealers"),
            .title = QT_TRANSLATE_NOOP("Page", "Dealers"),
            .icon = ui::Icon::Dealer,
            .permission = Permission::DealersRead,
            .make = [](shell::Context& context) { return new DealersPage(context); },
            .isStart = true};
}

}  // namespace nextgen::dealer

#include "dealers_page.moc"
