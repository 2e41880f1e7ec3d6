#include "app/home/home_page.h"

#include "app/client/task.h"
#include "app/home/figure_card.h"
#include "app/shell/filter_text.h"
#include "shared/credit/exposure.h"
#include "shared/describe/translate.h"
#include "shared/home/home.h"
#include "ui/locale/format.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/bar_chart.h"
#include "ui/widgets/focus.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/scroll.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QResizeEvent>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>
#include <map>

namespace nextgen::home {

namespace {

constexpr int pauseMs = 60'000;
constexpr int cardWidthPx = 228;
constexpr int chartWidthPx = 400;
constexpr int daysBetweenLabels = 5;

QString titleOf(const char* title) {
    return QCoreApplication::translate("Home", title);
}

/// A chart in its frame, with its title and since when it stands.
class ChartCard : public QFrame {
    Q_OBJECT

  public:
    ChartCard(shell::Context& context, QWidget* parent);

    void setChart(const ChartBars& chart);
    void setStale(bool isStale);
    const ChartBars& chart() const { return m_chart; }

  signals:
    void listWanted(const QString& list, const QString& query);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void showChart();
    ui::Bar barOf(std::size_t place) const;

    shell::Context& m_context;
    ChartBars m_chart;
    QString m_code;
    bool m_isStale = false;
    QPushButton* m_title;
    QLabel* m_state;
    QLabel* m_empty;
    ui::BarChart* m_bars;
};

ChartCard::ChartCard(shell::Context& context, QWidget* parent) : QFrame(parent), m_context(context) {
    ui::setStyleProperty(this, "card", true);
    m_title = new QPushButton(this);
    ui::setKind(m_title, ui::ButtonKind::Quiet);
    connect(m_title, &QPushButton::clicked, this, [this] { emit listWanted(m_chart.list, m_chart.query); });
    m_state = ui::makeLabel({}, ui::TextRole::Small, this);
    m_empty = ui::makeLabel({}, ui::TextRole::Muted, this);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_bars = new ui::BarChart(this);
    connect(m_bars, &ui::BarChart::barActivated, this, [this](int bar) {
        const ChartBar& chosen = m_chart.bars.at(static_cast<std::size_t>(bar));
        emit listWanted(chosen.list, chosen.query);
    });
    auto* top = new QHBoxLayout;
    top->addWidget(m_title);
    top->addStretch();
    top->addWidget(m_state);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(ui::space::m, ui::space::s, ui::space::m, ui::space::s);
    layout->setSpacing(ui::space::xs);
    layout->addLayout(top);
    layout->addWidget(m_empty);
    layout->addWidget(m_bars, 1);
}

void ChartCard::setChart(const ChartBars& chart) {
    m_code = chart.code;
    if (m_code.isEmpty() || m_chart.bars.empty()) {
        m_chart = chart;
    }
    m_isStale = !m_code.isEmpty();
    showChart();
}

void ChartCard::setStale(bool isStale) {
    m_isStale = isStale || !m_code.isEmpty();
    showChart();
}

ui::Bar ChartCard::barOf(std::size_t place) const {
    const ChartBar& bar = m_chart.bars[place];
    if (!bar.part.isEmpty()) {
        for (const describe::FieldInfo& field : describe::fieldsOf<credit::Exposure>()) {
            if (bar.part == ui::toQt(field.name)) {
                const QString words = QCoreApplication::translate("Exposure", field.title);
                return {words, words, bar.amount};
            }
        }
        return {bar.part, bar.part, bar.amount};
    }
    const auto day = Date::parse(bar.label.toStdString());
    if (!day) {
        return {bar.label, bar.label, bar.amount};
    }
    const QString shown = ui::showDate(*day);
    if (findChart(m_chart.name)->bars == Bars::Weeks) {
        return {shown.section(u'/', 1), tr("The week from %1").arg(shown), bar.amount};
    }
    // From the last day backwards, so that today has its label.
    const bool isLabelled = (m_chart.bars.size() - 1 - place) % daysBetweenLabels == 0;
    return {isLabelled ? shown.section(u'/', 1) : QString(), shown, bar.amount};
}

void ChartCard::showChart() {
    const Chart* line = findChart(m_chart.name);
    if (line == nullptr) {
        return;
    }
    m_title->setText(titleOf(line->title));
    m_bars->setAccessibleName(m_title->text());
    const bool hasAmounts = std::ranges::any_of(
        m_chart.bars, [](const ChartBar& bar) { return !bar.amount.isZero() && !bar.amount.isNegative(); });
    m_bars->setVisible(hasAmounts);
    m_empty->setVisible(!hasAmounts);
    m_empty->setMinimumHeight(m_bars->minimumHeight());
    if (m_code.isEmpty()) {
        m_empty->setText(tr("There is nothing to draw yet."));
    } else {
        const auto code = errorCodeByName(m_code.toStdString());
        m_empty->setText(
            code ? QStringLiteral("%1 (%2)").arg(ui::showError({*code, {}, {}}), ui::showCode(m_code))
                 : m_code);
    }
    ui::setTextRole(m_empty, m_code.isEmpty() ? ui::TextRole::Muted : ui::TextRole::Error);
    m_state->setText(asOfText(m_chart.asOf, m_context.today()));
    std::vector<ui::Bar> bars;
    for (std::size_t place = 0; place < m_chart.bars.size(); ++place) {
        bars.push_back(barOf(place));
    }
    m_bars->setFaded(m_isStale);
    m_bars->setBars(std::move(bars));
}

void ChartCard::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        showChart();
    }
}

class HomePage : public shell::PageWidget {
    Q_OBJECT

  public:
    HomePage(shell::Context& context, QWidget* parent);

    void open(const shell::PageTarget& target) override;
    void reload() override { load(true); }
    bool isSettled() const override { return !m_isLoading; }
    bool mayRest() const override { return isSettled(); }

  protected:
    void retranslate() override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    void load(bool isAnew);
    void showHome(const Home& home);
    void showFailure(const client::Failure& failure);
    void arrange();
    void openList(const QString& list, const QString& query);

    shell::Context& m_context;
    bool m_isLoading = false;
    bool m_isLoaded = false;
    QTimer m_timer;
    QLabel* m_greeting;
    QPushButton* m_refresh;
    ui::Banner* m_trouble;
    QLabel* m_empty;
    QWidget* m_content;
    QGridLayout* m_cardGrid;
    QGridLayout* m_chartGrid;
    std::vector<FigureCard*> m_cards;
    std::vector<ChartCard*> m_charts;
    int m_columns = 0;
};

HomePage::HomePage(shell::Context& context, QWidget* parent) : PageWidget(parent), m_context(context) {
    m_greeting = ui::makeLabel({}, ui::TextRole::Heading, this);
    m_refresh = new QPushButton(this);
    m_refresh->setObjectName(QStringLiteral("refreshButton"));
    m_refresh->setIcon(ui::icon(ui::Icon::Refresh));
    connect(m_refresh, &QPushButton::clicked, this, [this] { load(true); });
    m_trouble = new ui::Banner(ui::Tone::Bad, this);
    m_trouble->setObjectName(QStringLiteral("homeTrouble"));
    m_trouble->hide();
    connect(m_trouble, &ui::Banner::actionTriggered, this, [this] { load(true); });
    m_content = new QWidget;
    m_empty = ui::makeLabel({}, ui::TextRole::Muted, m_content);
    m_empty->setWordWrap(true);
    m_empty->hide();
    m_cardGrid = new QGridLayout;
    m_chartGrid = new QGridLayout;
    for (QGridLayout* grid : {m_cardGrid, m_chartGrid}) {
        grid->setContentsMargins(0, 0, 0, 0);
        grid->setSpacing(ui::space::m);
    }
    auto* content = new QVBoxLayout(m_content);
    content->setContentsMargins(0, 0, 0, 0);
    content->setSpacing(ui::space::m);
    content->addWidget(m_empty);
    content->addLayout(m_cardGrid);
    content->addLayout(m_chartGrid);
    content->addStretch(1);
    auto* top = new QHBoxLayout;
    top->addWidget(m_greeting);
    top->addStretch();
    top->addWidget(m_refresh);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(ui::space::m);
    layout->addLayout(top);
    layout->addWidget(m_trouble);
    layout->addWidget(ui::makeScroll(m_content, this), 1);
    ui::passFocusOn(this, m_refresh);
    m_timer.setInterval(pauseMs);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        // Nobody looks at it, or nobody would answer.
        if (isVisible() && m_context.watch.isConnected()) {
            load(false);
        }
    });
    m_timer.start();
    retranslate();
}

void HomePage::retranslate() {
    m_greeting->setText(tr("What waits for you"));
    m_refresh->setText(tr("Refresh"));
    m_refresh->setToolTip(QStringLiteral("F5"));
    m_trouble->setAction(tr("Try again"));
    m_empty->setText(tr("Your rights show no numbers here. What you may open stands at the side."));
}

void HomePage::open(const shell::PageTarget& /*target*/) {
    load(false);
}

void HomePage::load(bool isAnew) {
    if (m_isLoading) {
        return;
    }
    m_isLoading = true;
    m_refresh->setEnabled(false);
    client::whenDone(getHome(m_context.api, isAnew), this, [this](const client::Answer<Home>& answer) {
        m_isLoading = false;
        m_refresh->setEnabled(true);
        if (answer) {
            showHome(*answer);
        } else {
            showFailure(answer.error());
        }
    });
}

void HomePage::showHome(const Home& home) {
    m_isLoaded = true;
    m_trouble->hide();
    // Rights may have changed: what is there is used again, place by place.
    while (m_cards.size() > home.counts.size()) {
        delete m_cards.back();
        m_cards.pop_back();
        m_columns = 0;
    }
    while (m_cards.size() < home.counts.size()) {
        auto* card = new FigureCard(m_content);
        connect(card, &FigureCard::clicked, this,
                [this, card] { openList(card->count().list, card->count().query); });
        m_cards.push_back(card);
        m_columns = 0;
    }
    while (m_charts.size() > home.charts.size()) {
        delete m_charts.back();
        m_charts.pop_back();
        m_columns = 0;
    }
    while (m_charts.size() < home.charts.size()) {
        auto* chart = new ChartCard(m_context, m_content);
        connect(chart, &ChartCard::listWanted, this, &HomePage::openList);
        m_charts.push_back(chart);
        m_columns = 0;
    }
    for (std::size_t i = 0; i < m_cards.size(); ++i) {
        m_cards[i]->setObjectName(QStringLiteral("figure_") + QString::fromStdString(home.counts[i].name));
        m_cards[i]->setCount(home.counts[i], home.asOf);
    }
    for (std::size_t i = 0; i < m_charts.size(); ++i) {
        m_charts[i]->setObjectName(QStringLiteral("chart_") + QString::fromStdString(home.charts[i].name));
        m_charts[i]->setChart(home.charts[i]);
    }
    m_empty->setVisible(home.counts.empty() && home.charts.empty());
    arrange();
}

void HomePage::showFailure(const client::Failure& failure) {
    for (FigureCard* card : m_cards) {
        card->setStale(true);
    }
    for (ChartCard* chart : m_charts) {
        chart->setStale(true);
    }
    // The window says by itself that the connection is lost; with numbers there is nothing to add.
    if (failure.isLostConnection() && m_isLoaded) {
        return;
    }
    m_trouble->setText(failure.name.isEmpty() ? shell::sentenceOf(failure)
                                              : QStringLiteral("%1 (%2)").arg(shell::sentenceOf(failure),
                                                                              ui::showCode(failure.name)));
    m_trouble->show();
}

/// As many cards beside each other as there is room for.
void HomePage::arrange() {
    const int gap = ui::space::m;
    const int width = m_content->width();
    const int columns = std::max(1, (width + gap) / (ui::scaled(cardWidthPx) + gap));
    if (columns == m_columns) {
        return;
    }
    m_columns = columns;
    const auto fill = [](QGridLayout* grid, const auto& widgets, int count) {
        while (QLayoutItem* item = grid->takeAt(0)) {
            delete item;
        }
        for (int column = 0; column < grid->columnCount(); ++column) {
            grid->setColumnStretch(column, column < count ? 1 : 0);
        }
        for (int i = 0; i < static_cast<int>(widgets.size()); ++i) {
            grid->addWidget(widgets[static_cast<std::size_t>(i)], i / count, i % count);
            grid->setColumnStretch(i % count, 1);
            widgets[static_cast<std::size_t>(i)]->show();
        }
    };
    fill(m_cardGrid, m_cards, columns);
    fill(m_chartGrid, m_charts,
         std::clamp((width + gap) / (ui::scaled(chartWidthPx) + gap), 1,
                    std::max(1, std::min(2, static_cast<int>(m_charts.size())))));
}

void HomePage::resizeEvent(QResizeEvent* event) {
    PageWidget::resizeEvent(event);
    // Once the scrolled part has its width.
    QMetaObject::invokeMethod(this, &HomePage::arrange, Qt::QueuedConnection);
}

void HomePage::openList(const QString& list, const QString& query) {
    emit pageWanted(list, {{shell::filterTarget, query}});
}

}  // namespace

shell::Page homePage() {
    shell::Page page{QStringLiteral("home"),
                     QT_TRANSLATE_NOOP("Page", "Home"),
                     ui::Icon::Home,
                     Permission::SignedIn,
                     [](shell::Context& context, QWidget* parent) { return new HomePage(context, parent); },
                     {},
                     api::Area::Home};
    page.isStart = true;
    return page;
}

}  // namespace nextgen::home

#include "home_page.moc"
