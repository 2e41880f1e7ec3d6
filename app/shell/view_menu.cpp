#include "app/shell/view_menu.h"

#include "app/client/saved_views.h"
#include "app/client/task.h"
#include "shared/core/text.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/record_grid.h"

#include <QEvent>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMenu>
#include <algorithm>

namespace nextgen::shell {

using client::Answer;
using view::SavedView;
using view::SavedViewId;
using view::ViewUse;

namespace {

QJsonObject layoutOf(const SavedView& view) {
    return QJsonDocument::fromJson(QByteArray::fromStdString(view.layout)).object();
}

}  // namespace

ViewMenu::ViewMenu(Context& context, const QString& page, ui::FilterBar* filters, ui::RecordGrid* grid,
                   QWidget* parent)
    : QToolButton(parent),
      m_context(context),
      m_page(page),
      m_filters(filters),
      m_grid(grid),
      m_menu(new QMenu(this)) {
    setObjectName(QStringLiteral("viewMenu"));
    setIcon(ui::icon(ui::Icon::Columns));
    setIconSize({16, 16});
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setPopupMode(QToolButton::InstantPopup);
    setFixedHeight(filters->lineHeight());
    connect(filters, &ui::FilterBar::lineHeightChanged, this, &QWidget::setFixedHeight);
    setMenu(m_menu);
    connect(m_menu, &QMenu::aboutToShow, this, &ViewMenu::fill);
    connect(m_filters, &ui::FilterBar::filtersChanged, this, [this] {
        m_isFresh = false;
        showState();
    });
    connect(m_grid, &ui::RecordGrid::layoutChanged, this, &ViewMenu::showState);
    connect(&m_context.views, &client::SavedViews::changed, this, &ViewMenu::takeList);
    retranslate();
}

void ViewMenu::begin(const PageTarget& target) {
    const auto id = SavedViewId::parse(target.value(viewTarget).toString().toStdString());
    if (id) {
        show(*id);
    } else if (m_isFresh) {
        takeList();
    }
}

bool ViewMenu::show(SavedViewId id) {
    const SavedView* found = m_context.views.find(id);
    if (found == nullptr || ui::toQt(found->page) != m_page) {
        return false;
    }
    const SavedView view = *found;
    m_isApplying = true;
    m_current = id;
    if (const QJsonObject layout = layoutOf(view); !layout.isEmpty()) {
        m_grid->setLayout(layout);
    }
    const bool isUnderstood = m_filters->setFilterText(ui::toQt(view.filter));
    m_isApplying = false;
    m_isFresh = false;
    showState();
    emit currentChanged();
    if (!isUnderstood) {
        m_context.dialogs.inform(
            this, ui::toQt(view.name),
            tr("The filter of this view is not understood: %1").arg(ui::toQt(view.filter)));
    }
    return isUnderstood;
}

bool ViewMenu::isChanged() const {
    const SavedView* view = m_current ? m_context.views.find(*m_current) : nullptr;
    if (view == nullptr) {
        return false;
    }
    const QJsonObject layout = layoutOf(*view);
    return m_filters->filterText(ui::FilterSpeech::Api) != ui::toQt(view->filter) ||
           (!layout.isEmpty() && m_grid->layout() != layout);
}

void ViewMenu::takeList() {
    if (m_current && m_context.views.isLoaded() && m_context.views.find(*m_current) == nullptr) {
        m_current.reset();
        emit currentChanged();
    }
    const SavedView* preferred = m_context.views.defaultOf(m_page);
    if (m_isFresh && preferred != nullptr && m_filters->filters().isEmpty()) {
        show(preferred->id);
    }
    showState();
}

void ViewMenu::showState() {
    if (m_isApplying) {
        return;
    }
    const SavedView* view = m_current ? m_context.views.find(*m_current) : nullptr;
    const bool wasChanged = isChanged();
    constexpr std::size_t nameMax = 24;
    setText(view == nullptr ? tr("Views")
                            : ui::showDigits(ui::toQt(text::shortened(view->name, nameMax))) +
                                  (wasChanged ? QStringLiteral(" •") : QString()));
    setAccessibleName(view == nullptr ? tr("Saved views")
                      : wasChanged    ? tr("View “%1”, changed").arg(ui::toQt(view->name))
                                      : tr("View “%1”").arg(ui::toQt(view->name)));
    setToolTip(accessibleName());
}

void ViewMenu::fill() {
    m_menu->clear();
    std::vector<SavedView> views;
    for (const SavedView& view : m_context.views.all()) {
        if (ui::toQt(view.page) == m_page) {
            views.push_back(view);
        }
    }
    std::ranges::stable_sort(views, [](const SavedView& a, const SavedView& b) {
        return std::pair(!a.isMine, text::searchKey(a.name)) < std::pair(!b.isMine, text::searchKey(b.name));
    });
    for (const SavedView& view : views) {
        QString title = ui::showDigits(ui::toQt(view.name)).replace(u'&', QStringLiteral("&&"));
        if (!view.isMine) {
            title = tr("%1 — shared by %2").arg(title, ui::toQt(view.ownerName));
        } else if (view.isShared) {
            title = tr("%1 — shared").arg(title);
        }
        if (view.isDefault) {
            title = tr("%1 (default)").arg(title);
        }
        QAction* action = m_menu->addAction(title);
        action->setObjectName(QStringLiteral("view_") + QString::number(view.id.value()));
        action->setCheckable(true);
        action->setChecked(m_current == view.id);
        connect(action, &QAction::triggered, this, [this, id = view.id] { show(id); });
    }
    if (views.empty()) {
        m_menu->addAction(tr("No view is saved for this list yet."))->setEnabled(false);
    }
    m_menu->addSeparator();
    const auto add = [this](const char* name, const QString& title, bool isEnabled, auto run) {
        QAction* action = m_menu->addAction(title);
        action->setObjectName(QLatin1String(name));
        action->setEnabled(isEnabled);
        connect(action, &QAction::triggered, this, run);
        return action;
    };
    const SavedView* view = m_current ? m_context.views.find(*m_current) : nullptr;
    const bool mayShare = m_context.session.may(Permission::ViewsShare);
    const bool mayWrite = view != nullptr && (view->isShared ? mayShare : view->isMine);
    add("saveView", tr("Save the changes"), mayWrite && isChanged(), [this] { save(); });
    add("saveViewAs", tr("Save as …"), true, [this] { saveAs(); });
    add("renameView", tr("Rename …"), mayWrite, [this] { rename(); });
    if (mayShare) {
        QAction* share = add("shareView", tr("Share with colleagues"), mayWrite,
                             [this](bool isShared) { setShared(isShared); });
        share->setCheckable(true);
        share->setChecked(view != nullptr && view->isShared);
    }
    const ViewUse now = view != nullptr ? ViewUse{view->isDefault, view->pinPosition} : ViewUse{};
    QAction* preferred = add("defaultView", tr("Begin with this view"), view != nullptr,
                             [this, now](bool isDefault) { setUse({isDefault, now.pinPosition}); });
    preferred->setCheckable(true);
    preferred->setChecked(now.isDefault);
    QAction* pin = add("pinView", tr("Pin to the sidebar"), view != nullptr, [this, now](bool isPinned) {
        std::optional<int> position;
        if (isPinned) {
            const auto pins = m_context.views.pinned();
            position = pins.empty() ? 0 : std::min(*pins.back().pinPosition + 1, view::pinPositionMax);
        }
        setUse({now.isDefault, position});
    });
    pin->setCheckable(true);
    pin->setChecked(now.pinPosition.has_value());
    add("removeView", tr("Delete the view …"), mayWrite, [this] { remove(); });
    m_menu->addSeparator();
    add("leaveView", tr("Show all, in no view"), view != nullptr, [this] { leave(); });
    QAction* copy = add("copyFilter", tr("Copy the filter as text"), !m_filters->filters().isEmpty(),
                        [this] { m_filters->copyAsText(); });
    copy->setIcon(ui::icon(ui::Icon::Copy));
}

SavedView ViewMenu::stateAs(const QString& name) const {
    SavedView state;
    state.page = m_page.toStdString();
    state.name = name.toStdString();
    state.filter = m_filters->filterText(ui::FilterSpeech::Api).toStdString();
    state.layout = QJsonDocument(m_grid->layout()).toJson(QJsonDocument::Compact).toStdString();
    return state;
}

bool ViewMenu::mayBeSaved() {
    if (!m_filters->hasSecret()) {
        return true;
    }
    m_context.dialogs.inform(
        this, tr("Save the view"),
        tr("A view cannot hold a national id or an IBAN, which are stored encrypted only. Take that "
           "condition away, then save."));
    return false;
}

void ViewMenu::save() {
    const SavedView* view = m_current ? m_context.views.find(*m_current) : nullptr;
    if (view == nullptr || !mayBeSaved()) {
        return;
    }
    SavedView wanted = *view;
    const SavedView state = stateAs({});
    wanted.filter = state.filter;
    wanted.layout = state.layout;
    client::whenDone(m_context.views.change(wanted), this, [this](const Answer<SavedView>& answer) {
        if (!answer) {
            inform(answer.error());
        }
    });
}

void ViewMenu::saveAs() {
    if (!mayBeSaved()) {
        return;
    }
    const QString name = m_context.dialogs.askText(this, tr("Save the view"), tr("Name of the view"));
    if (name.trimmed().isEmpty()) {
        return;
    }
    client::whenDone(m_context.views.create(stateAs(name.trimmed())), this,
                     [this](const Answer<SavedView>& answer) {
                         if (!answer) {
                             inform(answer.error());
                             return;
                         }
                         m_current = answer->id;
                         m_isFresh = false;
                         showState();
                         emit currentChanged();
                     });
}

void ViewMenu::rename() {
    const SavedView* view = m_current ? m_context.views.find(*m_current) : nullptr;
    if (view == nullptr) {
        return;
    }
    SavedView wanted = *view;
    const QString name = m_context.dialogs.askText(this, tr("Rename the view"),
                                                   tr("New name of “%1”").arg(ui::toQt(view->name)));
    if (name.trimmed().isEmpty()) {
        return;
    }
    wanted.name = name.trimmed().toStdString();
    client::whenDone(m_context.views.change(wanted), this, [this](const Answer<SavedView>& answer) {
        if (!answer) {
            inform(answer.error());
        }
    });
}

void ViewMenu::setShared(bool isShared) {
    const SavedView* view = m_current ? m_context.views.find(*m_current) : nullptr;
    if (view == nullptr) {
        return;
    }
    SavedView wanted = *view;
    wanted.isShared = isShared;
    client::whenDone(m_context.views.change(wanted), this, [this](const Answer<SavedView>& answer) {
        if (!answer) {
            inform(answer.error());
        }
    });
}

void ViewMenu::setUse(ViewUse use) {
    if (m_current) {
        client::whenDone(m_context.views.use(*m_current, use), this, [this](const Answer<void>& answer) {
            if (!answer) {
                inform(answer.error());
            }
        });
    }
}

void ViewMenu::remove() {
    const SavedView* found = m_current ? m_context.views.find(*m_current) : nullptr;
    if (found == nullptr) {
        return;
    }
    const SavedView view = *found;
    const bool isSure = m_context.dialogs.confirm(
        this, {tr("Delete the view"), tr("Delete the view “%1”?").arg(ui::toQt(view.name)),
               view.isShared ? tr("It is shared: your colleagues lose it too.") : QString(),
               tr("Delete the view"), true});
    if (isSure) {
        client::whenDone(m_context.views.remove(view), this, [this](const Answer<void>& answer) {
            if (!answer) {
                inform(answer.error());
            }
        });
    }
}

void ViewMenu::leave() {
    m_current.reset();
    m_filters->clear();
    showState();
    emit currentChanged();
}

void ViewMenu::inform(const client::Failure& failure) {
    m_context.dialogs.inform(this, tr("Saved views"), ui::showDigits(sentenceOf(failure)));
    if (failure.code == ErrorCode::PreconditionFailed || failure.code == ErrorCode::NotFound) {
        client::whenDone(m_context.views.load(), this, [](const Answer<void>&) {});
    }
}

void ViewMenu::retranslate() {
    showState();
}

void ViewMenu::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QToolButton::changeEvent(event);
}

}  // namespace nextgen::shell
