#include "app/executor/bids_tab.h"

#include "app/client/change_watch.h"
#include "app/client/task.h"
#include "app/executor/bids_calls.h"
#include "app/executor/bids_sheet.h"
#include "ui/locale/format.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/busy_line.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QShortcut>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace nextgen::executor {

namespace {

constexpr int soonMs = 400;
constexpr int columnWidthPx = 168;
constexpr int lineHeightPx = 54;

}  // namespace

BidsTab::BidsTab(shell::Context& context, QWidget* parent) : RecordTab(parent), m_context(context) {
    setObjectName(QStringLiteral("bidsTab"));
    m_busyLine = new ui::BusyLine(this);
    m_error = new ui::Banner(ui::Tone::Bad, this);
    m_error->hide();
    connect(m_error, &ui::Banner::actionTriggered, this, &BidsTab::load);
    m_note = ui::makeLabel({}, ui::TextRole::Muted, this);
    m_note->setObjectName(QStringLiteral("bidsNote"));
    m_note->setWordWrap(true);
    m_view = new QTableView(this);
    m_view->setObjectName(QStringLiteral("bidsView"));
    m_table = new BidTable(m_view);
    m_view->setModel(m_table);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setTabKeyNavigation(false);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->horizontalHeader()->setDefaultSectionSize(ui::scaled(columnWidthPx));
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->verticalHeader()->setDefaultSectionSize(ui::scaled(lineHeightPx));
    m_view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_view->verticalHeader()->setSectionsClickable(true);
    m_view->verticalHeader()->setHighlightSections(false);
    connect(m_view->verticalHeader(), &QHeaderView::sectionClicked, m_table, &BidTable::sortByLine);
    connect(m_view, &QTableView::activated, this, [this](const QModelIndex& index) {
        const Bid& bid = m_table->bids().at(static_cast<std::size_t>(index.column()));
        emit pageWanted(QStringLiteral("project_bids"),
                        {{QStringLiteral("id"), QString::number(bid.record.id())}});
    });
    auto* order = new QShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O), this);
    order->setContext(Qt::WidgetWithChildrenShortcut);
    connect(order, &QShortcut::activated, this, [this] {
        const QModelIndex current = m_view->currentIndex();
        if (current.isValid()) {
            m_table->sortByLine(current.row());
            m_view->setCurrentIndex(m_table->index(current.row(), 0));
        }
    });
    m_soon.setSingleShot(true);
    m_soon.setInterval(soonMs);
    connect(&m_soon, &QTimer::timeout, this, &BidsTab::reload);
    connect(&m_context.changes, &client::ChangeWatch::changed, this,
            [this](const QList<client::Change>& changes) {
                if (std::ranges::any_of(changes, [](const client::Change& change) {
                        return change.entity == QLatin1String("project_bids");
                    })) {
                    m_soon.start();
                }
            });
    connect(&m_context.changes, &client::ChangeWatch::everythingChanged, &m_soon,
            qOverload<>(&QTimer::start));

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(ui::space::m, ui::space::s, ui::space::m, ui::space::s);
    layout->setSpacing(ui::space::s);
    layout->addWidget(m_busyLine);
    layout->addWidget(m_error);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_note);
    retranslate();
}

void BidsTab::showRecord(const ui::Record& project) {
    const bool isOther = project.id() != m_project.id();
    m_project = project;
    if (isOther) {
        m_table->setBids({});
        m_without.clear();
        m_isMore = false;
    }
    showState();
    reload();
}

void BidsTab::reload() {
    m_isLoaded = false;
    if (isVisible() && m_project.id() != 0) {
        load();
    }
}

/// Nobody asks for what nobody looks at.
void BidsTab::showEvent(QShowEvent* event) {
    RecordTab::showEvent(event);
    if (!m_isLoaded && m_project.id() != 0) {
        load();
    }
}

void BidsTab::load() {
    m_isLoaded = true;
    m_busyLine->setBusy(true);
    client::whenDone(listBids(m_context.api, m_project.id(), bidsMax), this,
                     [this, asked = m_project.id()](client::Answer<ProjectBids> answer) {
                         if (asked != m_project.id()) {
                             return;
                         }
                         m_busyLine->setBusy(false);
                         m_error->setVisible(!answer);
                         if (!answer) {
                             m_error->setText(shell::sentenceOf(answer.error()));
                             return;
                         }
                         m_isMore = answer->isMore;
                         m_areJobsCounted = answer->areJobsCounted;
                         take(std::move(answer->bids));
                     });
}

void BidsTab::take(std::vector<Bid> bids) {
    m_without.clear();
    for (const Bid& bid : bids) {
        if (bid.record.as<Money>("amount") == nullptr) {
            m_without += bid.executor();
        }
    }
    const QModelIndex current = m_view->currentIndex();
    BidComparison comparison(std::move(bids));
    if (m_table->bids().count() > 0) {
        comparison.sortBy(m_table->bids().sortLine(), m_table->bids().sortOrder());
    }
    m_table->setBids(std::move(comparison));
    if (m_table->columnCount() > 0) {
        m_view->setCurrentIndex(m_table->index(std::max(0, current.row()),
                                               std::clamp(current.column(), 0, m_table->columnCount() - 1)));
    }
    showState();
}

QString BidsTab::noteText() const {
    QStringList parts;
    if (m_table->columnCount() == 0 && m_isLoaded && !m_busyLine->isBusy()) {
        parts += tr("There is no offer yet.");
    }
    if (m_isMore) {
        parts += tr("Only the %1 cheapest bids are compared.").arg(ui::showNumber(bidsMax));
    }
    if (!m_without.isEmpty()) {
        parts += tr("Without an offer: %1.").arg(m_without.join(tr(", ")));
    }
    if (m_table->columnCount() > 0) {
        parts += tr("The best is among bids that can still be chosen; the difference is to the best.");
        if (!m_areJobsCounted) {
            parts += tr("Of past projects the newest ones are counted.");
        }
    }
    return parts.join(u' ');
}

void BidsTab::showState() {
    // The keyboard can be in it before there is something.
    m_view->setVisible(m_table->columnCount() > 0 || !m_isLoaded || m_busyLine->isBusy());
    m_note->setText(noteText());
    m_note->setVisible(!m_note->text().isEmpty());
}

void BidsTab::print() {
    if (m_table->columnCount() > 0) {
        shell::preview(m_context, this, sheetOf(m_project, m_table->bids(), noteText()));
    }
}

void BidsTab::retranslate() {
    m_error->setAction(tr("Try again"));
    m_view->setAccessibleName(title());
    m_view->verticalHeader()->setAccessibleName(tr("Lines of the comparison"));
    m_view->horizontalHeader()->setAccessibleName(tr("Executors"));
    m_table->retranslate();
    showState();
}

void BidsTab::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    RecordTab::changeEvent(event);
}

}  // namespace nextgen::executor
