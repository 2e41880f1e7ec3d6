#include "app/shell/sidebar.h"

#include "app/shell/area.h"
#include "ui/locale/memory.h"
#include "ui/widgets/scroll.h"
#include "ui/widgets/theme.h"

#include <QButtonGroup>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>
#include <set>
#include <utility>

namespace nextgen::shell {

namespace {

const QString openKey = QStringLiteral("sidebar/open");
constexpr int widthPx = 216;

QString keyOf(api::Area area) {
    return QString::number(static_cast<int>(area));
}

}  // namespace

Sidebar::Sidebar(const std::vector<Page>& pages, QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("sidebar"));
    setFixedWidth(ui::scaled(widthPx));
    m_buttons = new QButtonGroup(this);
    m_brand = ui::makeLabel({}, ui::TextRole::Heading, this);
    m_brand->setContentsMargins(ui::space::l, 0, ui::space::l, ui::space::m);

    std::set<api::Area> areas;
    for (const Page& page : pages) {
        areas.insert(page.area);
    }
    const bool hasHeadings = areas.size() - areas.count(api::Area::Home) > 1;
    const QStringList open = ui::remembered(openKey).toStringList();
    auto* list = new QWidget;
    m_list = list;
    auto* listLayout = new QVBoxLayout(list);
    listLayout->setContentsMargins(ui::space::s, 0, ui::space::s, 0);
    listLayout->setSpacing(2);
    const auto makeButton = [&](ui::Icon icon, NavButton::Level level, const QString& name) {
        auto* button = new NavButton(icon, level, list);
        button->setObjectName(name);
        button->installEventFilter(this);
        listLayout->addWidget(button);
        return button;
    };
    for (const api::Area area : areas) {
        m_groups.push_back({area, nullptr, {}});
        Group& group = m_groups.back();
        if (hasHeadings && area != api::Area::Home) {
            group.heading =
                makeButton(iconOf(area), NavButton::Level::Group, QStringLiteral("area_") + keyOf(area));
            connect(group.heading, &NavButton::clicked, this, [this, place = m_groups.size() - 1] {
                setGroupOpen(m_groups[place], !m_groups[place].heading->isOpen());
            });
        }
        for (const Page& page : pages) {
            if (page.area != area) {
                continue;
            }
            const auto level =
                group.heading != nullptr ? NavButton::Level::PageInGroup : NavButton::Level::Page;
            NavButton* button = makeButton(page.icon, level, QStringLiteral("nav_") + page.id);
            connect(button, &NavButton::clicked, this, [this, id = page.id] { emit pageWanted(id); });
            m_buttons->addButton(button);
            group.entries.push_back({page, button});
        }
        if (group.heading != nullptr) {
            showGroup(group, open.contains(keyOf(area)));
        }
    }
    listLayout->addStretch(1);
    m_scroll = ui::makeScroll(list, this);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, ui::space::m, 0, ui::space::s);
    layout->setSpacing(0);
    layout->addWidget(m_brand);
    layout->addWidget(m_scroll, 1);
    retranslate();
}

void Sidebar::setCurrent(const QString& id) {
    for (Group& group : m_groups) {
        for (const Entry& entry : group.entries) {
            if (entry.page.id == id && entry.view.isEmpty()) {
                if (m_openedFor != nullptr && m_openedFor != &group) {
                    showGroup(*std::exchange(m_openedFor, nullptr), false);
                }
                if (group.heading != nullptr && !group.heading->isOpen()) {
                    showGroup(group, true);
                    m_openedFor = &group;
                }
                entry.button->setChecked(true);
                // Once the opened group has its place.
                QMetaObject::invokeMethod(
                    this, [this, button = entry.button] { m_scroll->ensureWidgetVisible(button); },
                    Qt::QueuedConnection);
            }
        }
    }
}

bool Sidebar::isOpen(api::Area area) const {
    return std::ranges::any_of(m_groups, [area](const Group& group) {
        return group.area == area && (group.heading == nullptr || group.heading->isOpen());
    });
}

void Sidebar::setPins(const std::vector<Pin>& pins) {
    // All anew; the one that had the keyboard has it again.
    auto* layout = static_cast<QVBoxLayout*>(m_list->layout());
    QString focused;
    for (Group& group : m_groups) {
        for (Entry& entry : group.entries) {
            if (!entry.view.isEmpty()) {
                focused = entry.button->hasFocus() ? entry.view : focused;
                entry.button->removeEventFilter(this);
                layout->removeWidget(entry.button);
                entry.button->hide();
                entry.button->deleteLater();
            }
        }
        std::erase_if(group.entries, [](const Entry& entry) { return !entry.view.isEmpty(); });
    }
    for (Group& group : m_groups) {
        const bool isShown = group.heading == nullptr || group.heading->isOpen();
        for (const Pin& pin : pins) {
            auto at = std::ranges::find_if(group.entries,
                                           [&](const Entry& entry) { return entry.page.id == pin.page; });
            if (at == group.entries.end()) {
                continue;
            }
            const Page page = at->page;
            int place = layout->indexOf(at->button) + 1;
            for (++at; at != group.entries.end() && !at->view.isEmpty(); ++at) {
                ++place;
            }
            auto* button = new NavButton(page.icon, NavButton::Level::View, m_list);
            button->setObjectName(QStringLiteral("pin_") + pin.id);
            button->setText(ui::showDigits(pin.title));
            button->setToolTip(button->text());
            button->setCount(pin.count);
            button->installEventFilter(this);
            button->setContextMenuPolicy(Qt::CustomContextMenu);
            connect(button, &NavButton::clicked, this,
                    [this, pageId = pin.page, id = pin.id] { emit viewWanted(pageId, id); });
            connect(button, &QWidget::customContextMenuRequested, this,
                    [this, button, id = pin.id](const QPoint& where) {
                        showPinMenu(button, id, button->mapToGlobal(where));
                    });
            layout->insertWidget(place, button);
            button->setVisible(isShown);
            if (pin.id == focused) {
                button->setFocus();
            }
            group.entries.insert(at, {page, button, pin.id});
        }
    }
}

void Sidebar::setPinCount(const QString& id, const QString& count) {
    for (const Group& group : m_groups) {
        for (const Entry& entry : group.entries) {
            if (entry.view == id) {
                entry.button->setCount(count);
            }
        }
    }
}

bool Sidebar::isPinShown(const QString& id) const {
    return std::ranges::any_of(m_groups, [&](const Group& group) {
        return std::ranges::any_of(
            group.entries, [&](const Entry& entry) { return entry.view == id && !entry.button->isHidden(); });
    });
}

const Sidebar::Entry* Sidebar::pinOf(const QObject* button) const {
    for (const Group& group : m_groups) {
        for (const Entry& entry : group.entries) {
            if (entry.button == button && !entry.view.isEmpty()) {
                return &entry;
            }
        }
    }
    return nullptr;
}

void Sidebar::showPinMenu(NavButton* button, const QString& view, const QPoint& globalPosition) {
    QMenu menu(button);
    connect(
        menu.addAction(tr("Move up")), &QAction::triggered, this, [this, view] { emit pinMoved(view, -1); },
        Qt::QueuedConnection);
    connect(
        menu.addAction(tr("Move down")), &QAction::triggered, this, [this, view] { emit pinMoved(view, 1); },
        Qt::QueuedConnection);
    connect(
        menu.addAction(tr("Take out of the sidebar")), &QAction::triggered, this,
        [this, view] { emit unpinWanted(view); }, Qt::QueuedConnection);
    menu.exec(globalPosition);
}

void Sidebar::showGroup(const Group& group, bool isOpen) {
    group.heading->setOpen(isOpen);
    for (const Entry& entry : group.entries) {
        entry.button->setVisible(isOpen);
    }
}

void Sidebar::setGroupOpen(Group& group, bool isOpen) {
    showGroup(group, isOpen);
    if (m_openedFor == &group) {
        m_openedFor = nullptr;
    }
    QStringList open = ui::remembered(openKey).toStringList();
    open.removeAll(keyOf(group.area));
    if (isOpen) {
        open << keyOf(group.area);
    }
    ui::remember(openKey, open);
    if (isOpen) {
        emit pinsShown();
    }
}

Sidebar::Group* Sidebar::groupOf(const QObject* button) {
    for (Group& group : m_groups) {
        if (group.heading == button ||
            std::ranges::find(group.entries, button, [](const Entry& entry) -> const QObject* {
                return entry.button;
            }) != group.entries.end()) {
            return &group;
        }
    }
    return nullptr;
}

std::vector<NavButton*> Sidebar::shownButtons() const {
    std::vector<NavButton*> shown;
    for (const Group& group : m_groups) {
        if (group.heading != nullptr) {
            shown.push_back(group.heading);
        }
        for (const Entry& entry : group.entries) {
            if (!entry.button->isHidden()) {
                shown.push_back(entry.button);
            }
        }
    }
    return shown;
}

bool Sidebar::eventFilter(QObject* watched, QEvent* event) {
    Group* group = event->type() == QEvent::KeyPress ? groupOf(watched) : nullptr;
    if (group == nullptr) {
        if (event->type() == QEvent::FocusIn) {
            m_scroll->ensureWidgetVisible(static_cast<QWidget*>(watched));
        }
        return QWidget::eventFilter(watched, event);
    }
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (const Entry* pin = pinOf(watched)) {
        const QString view = pin->view;
        const bool isMoving = static_cast<QKeyEvent*>(event)->modifiers().testFlag(Qt::ControlModifier);
        if (isMoving && (key == Qt::Key_Up || key == Qt::Key_Down)) {
            emit pinMoved(view, key == Qt::Key_Up ? -1 : 1);
            return true;
        }
        if (key == Qt::Key_Delete) {
            emit unpinWanted(view);
            return true;
        }
    }
    const bool isRightToLeft = layoutDirection() == Qt::RightToLeft;
    const std::vector<NavButton*> shown = shownButtons();
    const auto place =
        std::ranges::find(shown, watched, [](NavButton* button) -> QObject* { return button; });
    switch (key) {
        case Qt::Key_Down:
            if (std::next(place) != shown.end()) {
                (*std::next(place))->setFocus(Qt::TabFocusReason);
            }
            return true;
        case Qt::Key_Up:
            if (place != shown.begin()) {
                (*std::prev(place))->setFocus(Qt::BacktabFocusReason);
            }
            return true;
        case Qt::Key_Left:
        case Qt::Key_Right:
            if (group->heading != nullptr) {
                const bool isForwards = (key == Qt::Key_Right) != isRightToLeft;
                if (!isForwards) {
                    group->heading->setFocus();
                }
                setGroupOpen(*group, isForwards);
            }
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            static_cast<NavButton*>(watched)->click();
            return true;
        default:
            return QWidget::eventFilter(watched, event);
    }
}

void Sidebar::retranslate() {
    m_brand->setText(tr("NextGen"));
    for (const Group& group : m_groups) {
        if (group.heading != nullptr) {
            group.heading->setText(titleOf(group.area));
        }
        for (const Entry& entry : group.entries) {
            if (!entry.view.isEmpty()) {
                continue;  // named by the person
            }
            entry.button->setText(entry.page.shownTitle());
            entry.button->setToolTip(entry.page.shownTitle());
        }
    }
}

void Sidebar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    } else if (event->type() == QEvent::FontChange) {
        setFixedWidth(ui::scaled(widthPx));
    }
    QWidget::changeEvent(event);
}

}  // namespace nextgen::shell
