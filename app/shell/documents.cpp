#include "app/shell/documents.h"

#include "app/shell/view_menu.h"
#include "ui/locale/memory.h"
#include "ui/widgets/focus.h"
#include "ui/widgets/tabs.h"

#include <QEvent>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QMenu>
#include <QMouseEvent>
#include <QPushButton>
#include <QStackedLayout>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace nextgen::shell {

using ui::Icon;
using ui::Tint;

namespace {

constexpr int trailMax = 50;
constexpr int closedMax = 20;
constexpr int titleLettersMax = 28;
constexpr int nameLettersMax = 200;

QString shortened(const QString& title) {
    return title.size() <= titleLettersMax ? title : title.left(titleLettersMax - 1).trimmed() + u'…';
}

}  // namespace

/// What a tab holds, and where it stands while it has no widgets.
class DocumentTab : public QWidget {
  public:
    DocumentTab(const Page& of, DocumentKey what) : page(of), key(std::move(what)) {
        auto* layout = new QVBoxLayout(this);
        layout->setContentsMargins(0, ui::space::s, 0, 0);
    }

    const Page& page;
    const DocumentKey key;
    QString name;       ///< of a record, as it was when it was seen last
    PageTarget target;  ///< to be shown when it is looked at
    PageWidget* content = nullptr;
    QToolButton* button = nullptr;  ///< closes the tab, or unpins it
    int lastLook = 0;
    bool isPinned = false;
    bool isRestored = false;  ///< nobody asked for it in this run

    bool isDirty() const { return content != nullptr && content->isDirty(); }
    bool mayGo() const { return content == nullptr || (!content->isDirty() && content->isSettled()); }
    bool mayRest() const { return content == nullptr || (!content->isDirty() && content->mayRest()); }

    QString title() const {
        return key.record == 0 ? page.shownTitle() : page.titleOfRecord(name, key.record);
    }
};

Documents::Documents(Context& context, std::vector<Page> pages, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_pages(std::move(pages)),
      m_settingsKey(QStringLiteral("documents/") + personKey(context)) {
    m_tabs = new ui::Tabs(this);
    m_tabs->setObjectName(QStringLiteral("documentTabs"));
    m_tabs->setMovable(true);
    m_tabs->setUsesScrollButtons(true);
    m_tabs->setElideMode(Qt::ElideNone);
    m_tabs->tabBar()->setExpanding(false);
    m_tabs->tabBar()->setFocusPolicy(Qt::TabFocus);
    m_tabs->tabBar()->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tabs->tabBar()->installEventFilter(this);
    connect(m_tabs->tabBar(), &QWidget::customContextMenuRequested, this, [this](const QPoint& place) {
        showMenuOf(m_tabs->tabBar()->tabAt(place), m_tabs->tabBar()->mapToGlobal(place));
    });
    connect(m_tabs, &QTabWidget::currentChanged, this, &Documents::look);
    connect(m_tabs->tabBar(), &QTabBar::tabMoved, this, [this] {
        if (!m_isArranging) {
            keepPinnedFirst();
            save();
        }
    });
    connect(&m_context.theme, &ui::Theme::aboutToChange, this, [this] { qDeleteAll(letOthersRest(1)); });
    m_list = new QToolButton(m_tabs);
    m_list->setObjectName(QStringLiteral("documentList"));
    m_list->setIcon(ui::icon(Icon::ChevronDown, Tint::Muted));
    m_list->setPopupMode(QToolButton::InstantPopup);
    ui::setKind(m_list, ui::ButtonKind::Quiet);
    m_listMenu = new QMenu(m_list);
    connect(m_listMenu, &QMenu::aboutToShow, this, &Documents::fillList);
    m_list->setMenu(m_listMenu);
    m_tabs->setCornerWidget(m_list, Qt::TopRightCorner);

    m_empty = new QWidget(this);
    m_empty->setObjectName(QStringLiteral("noDocument"));
    m_emptyText = ui::makeLabel({}, ui::TextRole::Muted, m_empty);
    m_emptyText->setAlignment(Qt::AlignCenter);
    m_emptyButton = new QPushButton(m_empty);
    m_emptyButton->setIcon(ui::icon(Icon::Search));
    connect(m_emptyButton, &QPushButton::clicked, this, &Documents::paletteWanted);
    auto* emptyLayout = new QVBoxLayout(m_empty);
    emptyLayout->setSpacing(ui::space::m);
    emptyLayout->addStretch(1);
    emptyLayout->addWidget(m_emptyText);
    emptyLayout->addWidget(m_emptyButton, 0, Qt::AlignHCenter);
    emptyLayout->addStretch(2);
    m_layers = new QStackedLayout(this);
    m_layers->addWidget(m_tabs);
    m_layers->addWidget(m_empty);
    m_layers->setCurrentWidget(m_empty);
    retranslate();
}

Documents::~Documents() {
    // A tab widget that goes says that its current tab changes.
    m_tabs->disconnect(this);
    m_tabs->tabBar()->removeEventFilter(this);
}

int Documents::restore() {
    const QJsonObject kept = QJsonDocument::fromJson(ui::remembered(m_settingsKey).toByteArray()).object();
    const QJsonArray tabs = kept.value(QLatin1String("tabs")).toArray();
    const int current = kept.value(QLatin1String("current")).toInt();
    int dropped = 0;
    DocumentTab* front = nullptr;
    m_isArranging = true;
    for (int place = 0; place < tabs.size() && place < countMax; ++place) {
        const QJsonObject one = tabs.at(place).toObject();
        const Closed document{{one.value(QLatin1String("page")).toString(),
                               one.value(QLatin1String("record")).toString().toLongLong()},
                              one.value(QLatin1String("name")).toString().left(nameLettersMax),
                              one.value(QLatin1String("target")).toObject().toVariantMap(),
                              one.value(QLatin1String("pinned")).toBool()};
        const Page* of = page(document.key.page);
        if (of == nullptr || document.key.record < 0 || (document.key.record != 0 && !of->makeRecord) ||
            indexOf(document.key) >= 0) {
            ++dropped;
            continue;
        }
        DocumentTab* tab = add(document, count());
        tab->isRestored = true;
        if (place == current || front == nullptr) {
            front = tab;
        }
    }
    m_isArranging = false;
    keepPinnedFirst();
    if (front != nullptr) {
        m_tabs->setCurrentWidget(front);
        look();
    }
    return dropped;
}

void Documents::open(const DocumentKey& key, const PageTarget& target) {
    const Page* of = page(key.page);
    if (of == nullptr || (key.record != 0 && !of->makeRecord)) {
        return;
    }
    int place = indexOf(key);
    if (place < 0) {
        if (!makeRoom()) {
            m_context.dialogs.inform(
                this, tr("Too many tabs"),
                tr("There are %1 tabs, and each is pinned or has something unsaved. Close "
                   "one to open another.")
                    .arg(ui::showNumber(countMax)));
            return;
        }
        m_isArranging = true;
        DocumentTab* tab = add({key, {}, target, false}, currentIndex() + 1);
        m_isArranging = false;
        place = m_tabs->indexOf(tab);
        keepPinnedFirst();
        place = m_tabs->indexOf(tab);
    } else {
        DocumentTab* tab = tabAt(place);
        tab->isRestored = false;
        if (!target.isEmpty()) {
            tab->target = target;
        }
    }
    if (place != currentIndex()) {
        m_tabs->setCurrentIndex(place);  // and with that it is looked at
    } else {
        look();
    }
}

DocumentTab* Documents::add(const Closed& document, int place) {
    auto* tab = new DocumentTab(*page(document.key.page), document.key);
    tab->name = document.name;
    tab->target = document.target;
    tab->isPinned = document.isPinned;
    m_tabs->insertTab(place, tab, {});
    tab->button = new QToolButton(m_tabs->tabBar());
    tab->button->setObjectName(QStringLiteral("tabButton"));
    tab->button->setAutoRaise(true);
    tab->button->setFocusPolicy(Qt::NoFocus);
    constexpr int iconPx = 14;
    tab->button->setIconSize(QSize(iconPx, iconPx));
    ui::setKind(tab->button, ui::ButtonKind::Quiet);
    connect(tab->button, &QToolButton::clicked, this, [this, tab] {
        if (tab->isPinned) {
            setPinned(m_tabs->indexOf(tab), false);
        } else {
            close(tab->key);
        }
    });
    m_tabs->tabBar()->setTabButton(m_tabs->indexOf(tab), QTabBar::RightSide, tab->button);
    m_layers->setCurrentWidget(m_tabs);
    showTab(*tab);
    return tab;
}

bool Documents::makeRoom() {
    if (count() < countMax) {
        return true;
    }
    DocumentTab* oldest = nullptr;
    for (int tab = 0; tab < count(); ++tab) {
        DocumentTab* one = tabAt(tab);
        if (tab != currentIndex() && !one->isPinned && one->mayGo() &&
            (oldest == nullptr || one->lastLook < oldest->lastLook)) {
            oldest = one;
        }
    }
    if (oldest == nullptr) {
        return false;
    }
    emit noted(tr("“%1” was closed to make room: there can be %2 tabs.")
                   .arg(oldest->title(), ui::showNumber(countMax)));
    remember(*oldest);
    remove(*oldest);
    return true;
}

/// The tab in front is looked at: it gets its widgets, and what it is to show.
void Documents::look() {
    DocumentTab* tab = tabAt(currentIndex());
    if (m_isArranging) {
        return;
    }
    if (tab == nullptr) {
        m_layers->setCurrentWidget(m_empty);
        save();
        emit currentChanged();
        return;
    }
    tab->lastLook = ++m_looks;
    if (m_place < 0 || m_trail.at(m_place) != tab->key) {
        m_trail.resize(m_place + 1);
        m_trail.append(tab->key);
        if (m_trail.size() > trailMax) {
            m_trail.removeFirst();
        }
        m_place = m_trail.size() - 1;
    }
    wake(*tab);
    // Later, since one of them may be what asked for this look.
    for (PageWidget* content : letOthersRest(awakeMax)) {
        content->deleteLater();
    }
    showTab(*tab);
    save();
    emit currentChanged();
    if (PageWidget* content = tab->content) {
        // Back to where the keyboard was in it.
        QWidget* last = content->focusWidget();
        (last != nullptr ? last : content)->setFocus();
        const PageTarget target = std::exchange(tab->target, {});
        if (auto* views = content->findChild<ViewMenu*>()) {
            views->begin(target);
        }
        content->open(target);
    }
}

void Documents::wake(DocumentTab& tab) {
    if (tab.content != nullptr) {
        return;
    }
    const DocumentKey& key = tab.key;
    // Born in its place: each move of what is built dresses all of it anew.
    tab.content =
        key.record == 0 ? tab.page.make(m_context, &tab) : tab.page.makeRecord(m_context, key.record, &tab);
    tab.content->setObjectName(key.record == 0
                                   ? QStringLiteral("page_") + key.page
                                   : QStringLiteral("record_%1_%2").arg(key.page).arg(key.record));
    connect(tab.content, &PageWidget::pageWanted, this, &Documents::pageWanted);
    connect(tab.content, &PageWidget::documentChanged, this, [this, &tab] {
        showTab(tab);
        if (m_tabs->currentWidget() == &tab) {
            emit currentChanged();
        }
    });
    // Not from within the document's own call.
    connect(
        tab.content, &PageWidget::gone, &tab, [this, &tab](const QString& why) { dropGone(tab, why); },
        Qt::QueuedConnection);
    ui::fillWith(&tab, tab.content);
    emit made(tab.content);
}

/// Takes their widgets from those looked at longest ago that may rest, until so many are left awake.
std::vector<PageWidget*> Documents::letOthersRest(std::size_t awakeAtMost) {
    std::vector<DocumentTab*> awake;
    for (int tab = 0; tab < count(); ++tab) {
        if (tabAt(tab)->content != nullptr) {
            awake.push_back(tabAt(tab));
        }
    }
    std::ranges::sort(awake, {}, &DocumentTab::lastLook);
    std::vector<PageWidget*> taken;
    for (DocumentTab* tab : awake) {
        if (awake.size() - taken.size() <= awakeAtMost) {
            break;
        }
        if (tab->lastLook != m_looks && tab->mayRest()) {
            tab->target = tab->content->target();
            taken.push_back(std::exchange(tab->content, nullptr));
        }
    }
    return taken;
}

bool Documents::mayClose(DocumentTab& tab) {
    if (tab.isDirty()) {
        m_tabs->setCurrentWidget(&tab);
    }
    return tab.content == nullptr || tab.content->mayLeave();
}

bool Documents::close(const DocumentKey& key) {
    const int place = indexOf(key);
    if (place < 0) {
        return true;
    }
    DocumentTab* tab = tabAt(place);
    if (!mayClose(*tab)) {
        return false;
    }
    remember(*tab);
    remove(*tab);
    return true;
}

void Documents::remember(const DocumentTab& tab) {
    m_closed.append(
        {tab.key, tab.name, tab.content != nullptr ? tab.content->target() : tab.target, tab.isPinned});
    if (m_closed.size() > closedMax) {
        m_closed.removeFirst();
    }
}

void Documents::remove(DocumentTab& tab) {
    const int place = m_tabs->indexOf(&tab);
    if (place == currentIndex()) {
        // Back to what was looked at before it.
        DocumentTab* before = nullptr;
        for (int other = 0; other < count(); ++other) {
            if (other != place && (before == nullptr || tabAt(other)->lastLook > before->lastLook)) {
                before = tabAt(other);
            }
        }
        if (before != nullptr) {
            m_tabs->setCurrentWidget(before);
        }
    }
    m_tabs->removeTab(m_tabs->indexOf(&tab));
    tab.deleteLater();
    save();
}

void Documents::dropGone(DocumentTab& tab, const QString& why) {
    const bool wasAskedFor = !tab.isRestored;
    const QString title = tab.title();
    m_trail.removeIf([&](const DocumentKey& key) { return key == tab.key; });
    m_place = m_trail.size() - 1;
    remove(tab);
    if (wasAskedFor) {
        m_context.dialogs.inform(this, title, why);
    } else {
        emit noted(tr("“%1” could not be opened again: %2").arg(title, why));
    }
}

void Documents::closeCurrent() {
    if (currentIndex() >= 0 && !isPinned(currentIndex())) {
        close(current());
    }
}

void Documents::closeOthers(int tab) {
    const DocumentKey kept = keyAt(tab);
    QList<DocumentKey> others;
    for (int other = 0; other < count(); ++other) {
        if (other != tab && !isPinned(other)) {
            others << keyAt(other);
        }
    }
    for (const DocumentKey& key : others) {
        if (!close(key)) {
            return;
        }
    }
    open(kept);
}

void Documents::reopenClosed() {
    while (!m_closed.isEmpty()) {
        const Closed last = m_closed.takeLast();
        if (page(last.key.page) == nullptr || indexOf(last.key) >= 0) {
            continue;
        }
        open(last.key, last.target);
        if (const int place = indexOf(last.key); place >= 0 && last.isPinned) {
            setPinned(place, true);
        }
        return;
    }
}

void Documents::step(int by) {
    if (count() > 0) {
        m_tabs->setCurrentIndex((currentIndex() + by + count()) % count());
    }
}

void Documents::move(int by) {
    const int to = currentIndex() + by;
    if (currentIndex() >= 0 && to >= 0 && to < count() && isPinned(to) == isPinned(currentIndex())) {
        m_tabs->tabBar()->moveTab(currentIndex(), to);
    }
}

void Documents::setPinned(int tab, bool isPinned) {
    if (DocumentTab* one = tabAt(tab)) {
        one->isPinned = isPinned;
        showTab(*one);
        keepPinnedFirst();
        save();
    }
}

void Documents::keepPinnedFirst() {
    m_isArranging = true;
    int pinned = 0;
    for (int tab = 0; tab < count(); ++tab) {
        if (tabAt(tab)->isPinned) {
            m_tabs->tabBar()->moveTab(tab, pinned++);
        }
    }
    m_isArranging = false;
}

void Documents::goBack() {
    followTrail(-1);
}

void Documents::goForward() {
    followTrail(1);
}

void Documents::followTrail(int by) {
    const qsizetype to = m_place + by;
    if (to < 0 || to >= m_trail.size()) {
        return;
    }
    m_place = to;
    open(DocumentKey(m_trail.at(to)));
}

bool Documents::mayLeaveAll() {
    for (int tab = 0; tab < count(); ++tab) {
        if (!mayClose(*tabAt(tab))) {
            return false;
        }
    }
    return true;
}

int Documents::count() const {
    return m_tabs->count();
}

int Documents::currentIndex() const {
    return m_tabs->currentIndex();
}

DocumentTab* Documents::tabAt(int tab) const {
    return static_cast<DocumentTab*>(m_tabs->widget(tab));
}

DocumentKey Documents::keyAt(int tab) const {
    const DocumentTab* one = tabAt(tab);
    return one != nullptr ? one->key : DocumentKey();
}

DocumentKey Documents::current() const {
    return keyAt(currentIndex());
}

QString Documents::titleAt(int tab) const {
    const DocumentTab* one = tabAt(tab);
    return one != nullptr ? one->title() : QString();
}

QString Documents::nameAt(int tab) const {
    const DocumentTab* one = tabAt(tab);
    return one != nullptr ? one->name : QString();
}

bool Documents::isPinned(int tab) const {
    const DocumentTab* one = tabAt(tab);
    return one != nullptr && one->isPinned;
}

PageWidget* Documents::currentWidget() const {
    const DocumentTab* tab = tabAt(currentIndex());
    return tab != nullptr ? tab->content : nullptr;
}

PageWidget* Documents::widget(const DocumentKey& key) const {
    const DocumentTab* tab = tabAt(indexOf(key));
    return tab != nullptr ? tab->content : nullptr;
}

int Documents::indexOf(const DocumentKey& key) const {
    for (int tab = 0; tab < count(); ++tab) {
        if (tabAt(tab)->key == key) {
            return tab;
        }
    }
    return -1;
}

const Page* Documents::page(const QString& id) const {
    const auto found = std::ranges::find(m_pages, id, &Page::id);
    return found != m_pages.end() ? &*found : nullptr;
}

void Documents::showTab(DocumentTab& tab) {
    const int place = m_tabs->indexOf(&tab);
    if (place < 0) {
        return;
    }
    if (tab.key.record != 0 && tab.content != nullptr && !tab.content->documentName().isEmpty()) {
        tab.name = tab.content->documentName().left(nameLettersMax);
    }
    const QString title = tab.title();
    m_tabs->setTabText(place, (tab.isDirty() ? QStringLiteral("● ") : QString()) +
                                  shortened(title).replace(u'&', QStringLiteral("&&")));
    m_tabs->setTabIcon(place, ui::icon(tab.key.record == 0 ? tab.page.icon : Icon::File, Tint::Muted));
    const QString of = tab.key.record == 0 ? title : tab.page.shownTitle() + QStringLiteral(": ") + title;
    m_tabs->setTabToolTip(place, tab.isDirty() ? of + u'\n' + tr("Not saved") : of);
    tab.button->setIcon(ui::icon(tab.isPinned ? Icon::Pin : Icon::Close, Tint::Muted));
    tab.button->setToolTip(tab.isPinned ? tr("Unpin") : tr("Close"));
    tab.button->setAccessibleName(tab.button->toolTip() + QStringLiteral(": ") + title);
}

void Documents::showMenuOf(int tab, const QPoint& place) {
    if (tab < 0) {
        return;
    }
    const DocumentKey key = keyAt(tab);
    const bool wasPinned = isPinned(tab);
    QMenu menu(this);
    const auto add = [&](Icon icon, const QString& text, bool isPossible, auto run) {
        QAction* action = menu.addAction(ui::icon(icon), text, this, run);
        action->setEnabled(isPossible);
    };
    add(Icon::Close, tr("Close"), !wasPinned, [this, key] { close(key); });
    add(Icon::Window, tr("Close the others"), count() > 1, [this, key] { closeOthers(indexOf(key)); });
    add(Icon::Undo, tr("Reopen the closed tab"), canReopen(), [this] { reopenClosed(); });
    menu.addSeparator();
    add(Icon::Pin, wasPinned ? tr("Unpin") : tr("Pin"), true,
        [this, key, wasPinned] { setPinned(indexOf(key), !wasPinned); });
    add(Icon::Copy, tr("Copy the link"), true, [this, key] { emit linkWanted(indexOf(key)); });
    menu.exec(place);
}

void Documents::fillList() {
    m_listMenu->clear();
    for (int tab = 0; tab < count(); ++tab) {
        QAction* action =
            m_listMenu->addAction(m_tabs->tabIcon(tab), m_tabs->tabText(tab), this,
                                  [this, key = keyAt(tab)] { m_tabs->setCurrentIndex(indexOf(key)); });
        if (tab == currentIndex()) {
            QFont font = action->font();
            font.setBold(true);
            action->setFont(font);
        }
    }
}

void Documents::save() const {
    if (m_isArranging) {
        return;
    }
    QJsonArray tabs;
    for (int place = 0; place < count(); ++place) {
        const DocumentTab& tab = *tabAt(place);
        const PageTarget target = tab.content != nullptr ? tab.content->target() : tab.target;
        tabs.append(QJsonObject{{QStringLiteral("page"), tab.key.page},
                                {QStringLiteral("record"), QString::number(tab.key.record)},
                                {QStringLiteral("name"), tab.name},
                                {QStringLiteral("target"), QJsonObject::fromVariantMap(target)},
                                {QStringLiteral("pinned"), tab.isPinned}});
    }
    ui::remember(m_settingsKey, QJsonDocument(QJsonObject{{QStringLiteral("tabs"), tabs},
                                                          {QStringLiteral("current"), currentIndex()}})
                                    .toJson(QJsonDocument::Compact));
}

void Documents::retranslate() {
    m_list->setToolTip(tr("All tabs"));
    m_list->setAccessibleName(m_list->toolTip());
    m_emptyText->setText(tr("Nothing is open. Choose a page at the side, or look for what you need."));
    m_emptyButton->setText(tr("Search or command"));
    for (int tab = 0; tab < count(); ++tab) {
        showTab(*tabAt(tab));
    }
}

void Documents::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

bool Documents::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_tabs->tabBar() && event->type() == QEvent::MouseButtonRelease) {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        const int tab = m_tabs->tabBar()->tabAt(mouse->position().toPoint());
        if (mouse->button() == Qt::MiddleButton && tab >= 0 && !isPinned(tab)) {
            close(keyAt(tab));
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace nextgen::shell
