#include "app/dealer/credit_tab.h"

#include "app/client/task.h"
#include "app/dealer/dealer_calls.h"
#include "app/dealer/statement.h"
#include "app/shell/ltr.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/busy_line.h"
#include "ui/widgets/focus.h"
#include "ui/widgets/record_grid.h"
#include "ui/widgets/stacked_bar.h"
#include "ui/widgets/tabs.h"

#include <QCoreApplication>
#include <QEvent>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

namespace nextgen::dealer {

using ui::TextRole;

namespace {

/// The title that a field of the exposure has in its description.
QString titleOf(std::string_view name) {
    for (const describe::FieldInfo& field : describe::fieldsOf<credit::Exposure>()) {
        if (field.name == name) {
            return QCoreApplication::translate("Exposure", field.title);
        }
    }
    return ui::toQt(name);
}

Money amountOf(const credit::Exposure& exposure, std::string_view part) {
    Money amount;
    describe::forEachField<credit::Exposure>([&](const auto& field) {
        if constexpr (std::is_same_v<typename std::remove_cvref_t<decltype(field)>::Value, Money>) {
            if (field.info.name == part) {
                amount = exposure.*(field.member);
            }
        }
    });
    return amount;
}

}  // namespace

CreditTab::CreditTab(shell::Context& context, QWidget* parent) : RecordTab(parent), m_context(context) {
    setObjectName(QStringLiteral("creditTab"));
    m_busyLine = new ui::BusyLine(this);
    m_error = new ui::Banner(ui::Tone::Bad, this);
    m_error->hide();
    connect(m_error, &ui::Banner::actionTriggered, this, &CreditTab::loadExposure);
    m_bar = new ui::StackedBar(this);
    m_bar->setObjectName(QStringLiteral("exposureBar"));
    connect(m_bar, &ui::StackedBar::partActivated, this, [this](const QString& part) {
        m_tabs->setCurrentIndex(0);
        showPart(part);
    });
    m_clears = ui::makeLabel({}, TextRole::Muted, this);
    m_clears->setObjectName(QStringLiteral("clearsBelowLimit"));
    m_clears->setWordWrap(true);

    m_tabs = new ui::Tabs(this);
    m_tabs->setObjectName(QStringLiteral("dealerTabs"));
    for (QWidget** tab : {&m_documentTab, &m_ledgerTab}) {
        *tab = new QWidget(m_tabs->shelf());
        auto* layout = new QVBoxLayout(*tab);
        layout->setContentsMargins(0, 0, 0, 0);
        m_tabs->addTab(*tab, {});
    }
    connect(m_tabs, &QTabWidget::currentChanged, this, &CreditTab::loadTab);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(ui::space::m, ui::space::s, ui::space::m, ui::space::s);
    layout->setSpacing(ui::space::s);
    layout->addWidget(m_busyLine);
    layout->addWidget(m_error);
    layout->addWidget(m_bar);
    layout->addWidget(m_clears);
    layout->addWidget(m_tabs, 1);
    retranslate();
}

CreditTab::~CreditTab() {
    // A tab widget that goes says that its current tab changes, to a panel that is half gone by then.
    m_tabs->disconnect(this);
}

void CreditTab::makeDocuments() {
    if (m_documentGrid != nullptr) {
        return;
    }
    m_documentGrid = new ui::RecordGrid({}, m_documentTab);
    m_documentGrid->setObjectName(QStringLiteral("documentGrid"));
    // A grid's child, so that it outlives it.
    m_documents = new DocumentModel(m_documentGrid);
    m_documentGrid->setFirstWidths({{"number", 144}, {"amount", 112}, {"due_on", 96}, {"status", 96}});
    m_documentGrid->setModel(m_documents);
    connect(m_documentGrid, &ui::RecordGrid::activated, this, [this](int row) {
        emit pageWanted(QStringLiteral("cheques"),
                        {{QStringLiteral("id"), QString::number(m_documents->at(row).id.value())}});
    });
    m_documentLister = new shell::Lister<credit::ExposureDocument>(
        *m_documents, *m_documentGrid,
        [this](client::Listing listing) { return listPart(m_context.api, m_dealer, m_part, listing); }, this);
    ui::fillWith(m_documentTab, m_documentGrid);
    retranslate();
}

void CreditTab::makeLedger() {
    if (m_ledgerGrid != nullptr) {
        return;
    }
    m_ledgerGrid = new ui::RecordGrid(QStringLiteral("dealer_ledger"), m_ledgerTab);
    m_ledgerGrid->setObjectName(QStringLiteral("ledgerGrid"));
    m_ledger = new LedgerModel(m_ledgerGrid);
    m_ledgerGrid->setFirstWidths({{"posted_on", 96},
                                  {"account", 176},
                                  {"debit", 128},
                                  {"credit", 128},
                                  {"balance", 136},
                                  {"kind", 110}});
    m_ledgerGrid->setModel(m_ledger);
    m_ledgerLister = new shell::Lister<credit::LedgerLine>(
        *m_ledger, *m_ledgerGrid,
        [this](client::Listing listing) { return listLedger(m_context.api, m_dealer, listing); }, this);
    ui::fillWith(m_ledgerTab, m_ledgerGrid);
    retranslate();
}

void CreditTab::retranslate() {
    m_error->setAction(tr("Try again"));
    m_tabs->setTabText(
        0, m_part.isEmpty() ? tr("Documents") : tr("Documents: %1").arg(titleOf(m_part.toStdString())));
    m_tabs->setTabText(1, tr("Ledger"));
    if (m_documentGrid != nullptr) {
        m_documentGrid->setEmptyState(ui::Icon::Cheque,
                                      m_part.isEmpty()
                                          ? tr("Click a part of the bar to see what it is made of.")
                                          : tr("There is no document in this part."));
    }
    if (m_ledgerGrid != nullptr) {
        m_ledgerGrid->setEmptyState(ui::Icon::History, tr("Nothing has been booked for this dealer yet."));
    }
    showExposure();
}

void CreditTab::showRecord(const ui::Record& dealer) {
    if (m_dealer != DealerId(dealer.id())) {
        m_dealer = DealerId(dealer.id());
        m_exposure.reset();
        m_part.clear();
        if (m_documents != nullptr) {
            m_documents->clear();
            m_documents->setHasMore(false);
        }
        if (m_ledger != nullptr) {
            m_ledger->clear();
            m_ledger->setHasMore(false);
        }
        m_ledgerOf = {};
    }
    retranslate();
    reload();
}

void CreditTab::reload() {
    if (!m_dealer) {
        return;
    }
    loadExposure();
    m_ledgerOf = {};
    if (m_tabs->currentIndex() == 0 && !m_part.isEmpty() && m_documentLister != nullptr) {
        m_documentLister->reload();
    } else {
        loadTab();
    }
}

void CreditTab::goToStop(const QString& stop) {
    m_tabs->setCurrentIndex(1);
    if (stop == QLatin1String("statement")) {
        print();
    }
}

void CreditTab::print() {
    if (!m_dealer) {
        return;
    }
    m_busyLine->setBusy(true);
    client::whenDone(statementOf(m_context, m_dealer), this, [this](client::Answer<print::Sheet> sheet) {
        m_busyLine->setBusy(false);
        if (sheet) {
            shell::preview(m_context, this, std::move(*sheet));
        } else if (!sheet.error().isCancelled()) {
            m_context.dialogs.inform(this, tr("Print"), shell::sentenceOf(sheet.error()));
        }
    });
}

void CreditTab::loadTab() {
    if (!isVisible() || !m_dealer) {
        return;
    }
    if (m_tabs->currentIndex() == 1 && m_ledgerOf != m_dealer) {
        m_ledgerOf = m_dealer;
        makeLedger();
        m_ledgerLister->load();
    } else if (m_tabs->currentIndex() == 0 && m_exposure && m_documentGrid == nullptr) {
        makeDocuments();
        showLargestPart();
    }
}

void CreditTab::showLargestPart() {
    std::string_view largest;
    for (const std::string_view part : credit::exposureParts) {
        if (largest.empty() || amountOf(*m_exposure, largest) < amountOf(*m_exposure, part)) {
            largest = part;
        }
    }
    if (!amountOf(*m_exposure, largest).isZero()) {
        showPart(ui::toQt(largest));
    }
}

void CreditTab::showEvent(QShowEvent* event) {
    RecordTab::showEvent(event);
    loadTab();
}

void CreditTab::loadExposure() {
    m_busyLine->setBusy(true);
    client::whenDone(
        getExposure(m_context.api, m_dealer), this,
        [this, asked = m_dealer](const client::Answer<credit::Exposure>& answer) {
            if (asked != m_dealer) {
                return;
            }
            m_busyLine->setBusy(false);
            m_error->setVisible(!answer);
            if (!answer) {
                m_error->setText(shell::sentenceOf(answer.error()));
                return;
            }
            m_exposure = *answer;
            showExposure();
            if (m_documentGrid != nullptr && m_part.isEmpty()) {
                showLargestPart();
            } else {
                loadTab();
            }
        });
}

void CreditTab::showExposure() {
    shell::alignLeading(*m_clears);
    m_bar->setVisible(m_exposure.has_value());
    m_clears->clear();
    if (!m_exposure) {
        return;
    }
    std::vector<ui::BarPart> parts;
    for (const std::string_view part : credit::exposureParts) {
        parts.push_back({ui::toQt(part), titleOf(part), amountOf(*m_exposure, part), {}});
    }
    m_bar->setParts(std::move(parts));
    m_bar->setLimit(m_exposure->creditLimit);
    if (m_exposure->clearsBelowLimitOn) {
        m_clears->setText(tr("If every cheque is paid when due, the dealer is back within the limit on %1.")
                              .arg(ui::showDateLong(*m_exposure->clearsBelowLimitOn)));
    } else if (m_exposure->available && m_exposure->available->isNegative()) {
        m_clears->setText(
            tr("The cheques at hand are not enough to bring the dealer back within the limit."));
    }
    m_clears->setVisible(!m_clears->text().isEmpty());
}

void CreditTab::showPart(const QString& part) {
    makeDocuments();
    m_part = part;
    // Only what bounced is of two kinds: elsewhere the part says the status.
    m_documentGrid->view()->setColumnHidden(m_documents->columnOf("status"),
                                            part != QLatin1String("cheques_bounced"));
    retranslate();
    m_documentLister->load();
}

void CreditTab::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    RecordTab::changeEvent(event);
}

}  // namespace nextgen::dealer
