#include "app/shell/works_button.h"

#include "app/shell/panel.h"
#include "ui/locale/format.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/scroll.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>

namespace nextgen::shell {

using client::Work;

namespace {

constexpr QSize panelSizePx(420, 320);
constexpr int fullPerMille = 1'000;

}  // namespace

QString stateOf(const Work& work) {
    switch (work.state) {
        case Work::State::Running:
            return work.total > 0
                       ? WorksPanel::tr("%1 of %2").arg(ui::showNumber(work.done), ui::showNumber(work.total))
                   : work.done > 0 ? WorksPanel::tr("So far: %1").arg(ui::showNumber(work.done))
                                   : WorksPanel::tr("Running…");
        case Work::State::Done:
            return work.outcome.isEmpty() ? WorksPanel::tr("Done") : work.outcome;
        case Work::State::Failed:
            return work.outcome.isEmpty() ? WorksPanel::tr("It failed.") : work.outcome;
        case Work::State::Stopped:
            return WorksPanel::tr("Stopped");
    }
    return {};
}

class WorksPanel::Row : public QWidget {
  public:
    Row(WorksPanel& panel, int id)
        : m_id(id),
          m_title(ui::makeLabel({}, ui::TextRole::Strong, this)),
          m_bar(new QProgressBar(this)),
          m_state(ui::makeLabel({}, ui::TextRole::Small, this)),
          m_stop(new QPushButton(this)),
          m_again(new QPushButton(this)),
          m_show(new QPushButton(this)) {
        m_title->setWordWrap(true);
        m_bar->setTextVisible(false);
        m_state->setWordWrap(true);
        m_stop->setObjectName(QStringLiteral("stopButton"));
        m_again->setObjectName(QStringLiteral("againButton"));
        m_show->setObjectName(QStringLiteral("showButton"));
        // Beside the title: below a long reason they would lie out of sight.
        auto* head = new QHBoxLayout;
        head->addWidget(m_title, 1);
        for (QPushButton* button : {m_stop, m_again, m_show}) {
            ui::setKind(button, ui::ButtonKind::Quiet);
            head->addWidget(button, 0, Qt::AlignTop);
        }
        connect(m_stop, &QPushButton::clicked, &panel, [&panel, id] { panel.m_works.stop(id); });
        connect(m_again, &QPushButton::clicked, &panel, [&panel, id] { panel.m_works.tryAgain(id); });
        connect(m_show, &QPushButton::clicked, &panel, [&panel, id] {
            if (const Work* work = panel.m_works.find(id)) {
                panel.hide();
                emit panel.resultWanted(work->result);
            }
        });
        auto* layout = new QVBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, ui::space::s);
        layout->setSpacing(ui::space::xs);
        layout->addLayout(head);
        layout->addWidget(m_bar);
        layout->addWidget(m_state);
    }

    int id() const { return m_id; }
    bool canTryAgain() const { return !m_again->isHidden(); }
    QWidget* again() const { return m_again; }

    void showWork(const Work& work) {
        const bool isRunning = work.state == Work::State::Running;
        m_title->setText(work.title());
        m_bar->setVisible(isRunning);
        m_bar->setAccessibleName(m_title->text());
        m_bar->setRange(0, work.total > 0 ? fullPerMille : 0);
        if (work.total > 0) {
            m_bar->setValue(static_cast<int>(std::min(work.done, work.total) * fullPerMille / work.total));
        }
        m_state->setText(stateOf(work));
        ui::setTextRole(m_state,
                        work.state == Work::State::Failed ? ui::TextRole::Error : ui::TextRole::Small);
        m_stop->setText(WorksPanel::tr("Stop"));
        m_stop->setAccessibleName(WorksPanel::tr("Stop: %1").arg(m_title->text()));
        m_stop->setVisible(isRunning && work.stop);
        m_again->setText(WorksPanel::tr("Try again"));
        m_again->setAccessibleName(WorksPanel::tr("Try again: %1").arg(m_title->text()));
        m_again->setVisible(work.state == Work::State::Failed && work.again);
        m_show->setText(WorksPanel::tr("Show"));
        m_show->setAccessibleName(WorksPanel::tr("Show: %1").arg(m_title->text()));
        m_show->setVisible(!work.result.isEmpty());
    }

  private:
    int m_id;
    QLabel* m_title;
    QProgressBar* m_bar;
    QLabel* m_state;
    QPushButton* m_stop;
    QPushButton* m_again;
    QPushButton* m_show;
};

WorksPanel::WorksPanel(client::Works& works, QWidget* parent) : QFrame(parent, Qt::Popup), m_works(works) {
    setObjectName(QStringLiteral("worksPanel"));
    ui::setStyleProperty(this, "card", true);
    m_title = ui::makeLabel({}, ui::TextRole::Heading, this);
    m_forget = new QPushButton(this);
    m_forget->setObjectName(QStringLiteral("forgetButton"));
    ui::setKind(m_forget, ui::ButtonKind::Quiet);
    connect(m_forget, &QPushButton::clicked, &m_works, &client::Works::forgetEnded);
    m_empty = ui::makeLabel({}, ui::TextRole::Muted, this);
    m_empty->setWordWrap(true);
    auto* content = new QWidget;
    m_list = new QVBoxLayout(content);
    m_list->setContentsMargins(ui::space::s, 0, ui::space::s, 0);
    m_list->addWidget(m_empty);
    m_list->addStretch(1);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(ui::space::s, 0, ui::space::s, 0);
    top->addWidget(m_title);
    top->addStretch();
    top->addWidget(m_forget);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(ui::space::m, ui::space::s, ui::space::m, ui::space::s);
    layout->addLayout(top);
    m_scroll = ui::makeScroll(content, this);
    layout->addWidget(m_scroll, 1);
    resize(ui::scaled(panelSizePx.width()), ui::scaled(panelSizePx.height()));
    connect(&m_works, &client::Works::changed, this, &WorksPanel::showWorks);
    retranslate();
}

void WorksPanel::retranslate() {
    m_title->setText(tr("Long work"));
    setAccessibleName(m_title->text());
    m_forget->setText(tr("Clear what ended"));
    m_empty->setText(tr("Nothing takes long at the moment. What does goes on when its page is closed."));
    showWorks();
}

/// Each work keeps its row: a button under the pointer stays that of the same work.
WorksPanel::Row* WorksPanel::rowOf(int id) {
    const auto found = std::ranges::find(m_rows, id, &Row::id);
    if (found != m_rows.end()) {
        return *found;
    }
    auto* row = new Row(*this, id);
    m_list->insertWidget(0, row);
    m_rows.push_back(row);
    return row;
}

void WorksPanel::showWorks() {
    std::erase_if(m_rows, [this](Row* row) {
        const bool isGone = m_works.find(row->id()) == nullptr;
        if (isGone) {
            row->hide();
            row->deleteLater();  // its own button may have been pressed just now
        }
        return isGone;
    });
    const auto& works = m_works.all();
    std::for_each(works.rbegin(), works.rend(), [this](const Work& work) { rowOf(work.id)->showWork(work); });
    m_empty->setVisible(works.empty());
    m_forget->setEnabled(m_works.running() < static_cast<int>(works.size()));
}

void WorksPanel::showEvent(QShowEvent* event) {
    QFrame::showEvent(event);
    // The rows have their heights once the panel has its size.
    QMetaObject::invokeMethod(this, &WorksPanel::showTrouble, Qt::QueuedConnection);
}

/// What can be tried again is in sight, whatever began after it failed.
void WorksPanel::showTrouble() {
    const auto failed = std::find_if(m_rows.rbegin(), m_rows.rend(), [](const Row* row) { return row->canTryAgain(); });
    if (failed != m_rows.rend()) {
        m_scroll->ensureWidgetVisible((*failed)->again());
    }
}

void WorksPanel::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

WorksButton::WorksButton(client::Works& works, QWidget* parent) : QToolButton(parent), m_works(works) {
    setObjectName(QStringLiteral("worksButton"));
    ui::setKind(this, ui::ButtonKind::Quiet);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_panel = new WorksPanel(works, this);
    connect(m_panel, &WorksPanel::resultWanted, this, &WorksButton::resultWanted);
    connect(&m_works, &client::Works::changed, this, &WorksButton::showState);
    connect(this, &QToolButton::clicked, this, &WorksButton::openPanel);
    showState();
}

void WorksButton::showState() {
    const int running = m_works.running();
    const bool hasFailed = std::ranges::any_of(
        m_works.all(), [](const Work& work) { return work.state == Work::State::Failed; });
    setVisible(!m_works.all().empty());
    setIcon(running > 0 ? ui::icon(ui::Icon::Refresh, ui::Tint::Accent)
            : hasFailed ? ui::icon(ui::Icon::Warning, ui::Tint::Bad)
                        : ui::icon(ui::Icon::Check, ui::Tint::Good));
    setText(running > 0 ? tr("Running: %1").arg(ui::showNumber(running)) : tr("Long work"));
}

void WorksButton::openPanel() {
    popUpAt(*m_panel, *this);
}

void WorksButton::changeEvent(QEvent* event) {
    QToolButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        showState();
    }
}

}  // namespace nextgen::shell
