#include "app/shell/pinned_views.h"

#include "app/client/saved_views.h"
#include "app/client/task.h"
#include "app/shell/sidebar.h"
#include "shared/api/endpoint.h"
#include "ui/widgets/filter_text.h"

#include <QEvent>
#include <QWidget>
#include <algorithm>

namespace nextgen::shell {

using client::Answer;
using view::SavedView;
using view::SavedViewId;

namespace {

constexpr int pauseMs = 60'000;
constexpr int callsAtOnce = 2;
constexpr qint64 countMax = 999;

SavedViewId idOf(const QString& text) {
    return SavedViewId::parse(text.toStdString()).value_or(SavedViewId());
}

QString countText(qint64 count) {
    return count > countMax ? ui::showNumber(countMax) + u'+' : ui::showNumber(count);
}

}  // namespace

PinnedViews::PinnedViews(Context& context, Sidebar* sidebar, QWidget* window)
    : QObject(sidebar), m_context(context), m_sidebar(sidebar), m_window(window) {
    m_timer.setInterval(pauseMs);
    connect(&m_timer, &QTimer::timeout, this, &PinnedViews::count);
    m_timer.start();
    connect(&m_context.views, &client::SavedViews::changed, this, &PinnedViews::showPins);
    connect(&m_context.watch, &client::ConnectionWatch::connectionChanged, this, [this](bool isConnected) {
        if (isConnected) {
            count();
        }
    });
    connect(m_sidebar, &Sidebar::pinsShown, this, &PinnedViews::count);
    connect(m_sidebar, &Sidebar::pinMoved, this,
            [this](const QString& id, int step) { move(idOf(id), step); });
    connect(m_sidebar, &Sidebar::unpinWanted, this, [this](const QString& id) { unpin(idOf(id)); });
    m_window->installEventFilter(this);
    showPins();
}

bool PinnedViews::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_window &&
        (event->type() == QEvent::Show || event->type() == QEvent::WindowStateChange)) {
        QMetaObject::invokeMethod(this, &PinnedViews::count, Qt::QueuedConnection);
    } else if (watched == m_window && event->type() == QEvent::LanguageChange) {
        m_counts.clear();
        QMetaObject::invokeMethod(this, &PinnedViews::showPins, Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

void PinnedViews::showPins() {
    std::vector<Pin> pins;
    for (const SavedView& view : m_context.views.pinned()) {
        const auto count = m_counts.find(view.id);
        pins.push_back({QString::number(view.id.value()), ui::toQt(view.page), ui::toQt(view.name),
                        count != m_counts.end() ? count->second : QString()});
    }
    m_sidebar->setPins(pins);
    count();
}

bool PinnedViews::mayAsk() const {
    return m_window->isVisible() && !m_window->isMinimized() && m_context.watch.isConnected() &&
           m_context.session.isSignedIn();
}

void PinnedViews::count() {
    if (!mayAsk()) {
        return;
    }
    for (const SavedView& view : m_context.views.pinned()) {
        if (m_sidebar->isPinShown(QString::number(view.id.value())) &&
            std::ranges::find(m_waiting, view.id) == m_waiting.end()) {
            m_waiting.push_back(view.id);
        }
    }
    askNext();
}

void PinnedViews::askNext() {
    while (m_underWay < callsAtOnce && !m_waiting.empty()) {
        const SavedViewId id = m_waiting.front();
        m_waiting.pop_front();
        const SavedView* view = mayAsk() ? m_context.views.find(id) : nullptr;
        if (view == nullptr) {
            continue;
        }
        const auto lines = api::endpoints();
        const auto line = std::ranges::find(lines, view->page + ".list", &api::Endpoint::operation);
        if (line == lines.end() || line->list == nullptr) {
            continue;
        }
        const auto fields = ui::filterFieldsOf(*line->list);
        const auto filters =
            ui::readFilterText(ui::toQt(view->filter), fields, line->list->hasSearch, m_context.today());
        if (!filters) {
            m_counts[id] = QStringLiteral("?");
            m_sidebar->setPinCount(QString::number(id.value()), m_counts[id]);
            continue;
        }
        ++m_underWay;
        client::whenDone(client::countRecords(m_context.api, ui::toQt(view->page),
                                              ui::queryItemsOf(*filters, fields, m_context.today())),
                         this, [this, id](const Answer<qint64>& answer) {
                             --m_underWay;
                             if (answer) {
                                 m_counts[id] = countText(*answer);
                                 m_sidebar->setPinCount(QString::number(id.value()), m_counts[id]);
                             }
                             askNext();
                         });
    }
}

/// Changes places with the neighbour under the same page.
void PinnedViews::move(SavedViewId id, int step) {
    const auto pins = m_context.views.pinned();
    const auto moved = std::ranges::find(pins, id, &SavedView::id);
    if (moved == pins.end()) {
        return;
    }
    std::vector<SavedView> beside;
    std::ranges::copy_if(pins, std::back_inserter(beside),
                         [&](const SavedView& pin) { return pin.page == moved->page; });
    const auto place = std::ranges::find(beside, id, &SavedView::id) - beside.begin();
    const auto other = place + step;
    if (other < 0 || other >= static_cast<std::ptrdiff_t>(beside.size())) {
        return;
    }
    std::swap(beside[static_cast<std::size_t>(place)], beside[static_cast<std::size_t>(other)]);
    // Numbered anew, since two may have had the same number.
    for (std::size_t i = 0; i < beside.size(); ++i) {
        const int position = static_cast<int>(i);
        if (beside[i].pinPosition != position) {
            client::whenDone(m_context.views.use(beside[i].id, {beside[i].isDefault, position}), this,
                             [](const Answer<void>&) {});
        }
    }
}

void PinnedViews::unpin(SavedViewId id) {
    if (const SavedView* view = m_context.views.find(id)) {
        client::whenDone(m_context.views.use(id, {view->isDefault, std::nullopt}), this,
                         [this](const Answer<void>& answer) {
                             if (!answer) {
                                 m_context.dialogs.inform(m_window, tr("Saved views"),
                                                          ui::showDigits(sentenceOf(answer.error())));
                             }
                         });
    }
}

}  // namespace nextgen::shell
