#pragma once

#include "app/shell/context.h"
#include "app/shell/page.h"
#include "shared/view/saved_view.h"

#include <QToolButton>
#include <optional>

class QMenu;

namespace nextgen::ui {
class FilterBar;
class RecordGrid;
}  // namespace nextgen::ui

namespace nextgen::shell {

/// The saved views of a list, beside its filter bar: all that a page needs to have them. It puts a view's
/// filter and columns into the bar and the grid, which load by themselves, shows which view is seen and
/// whether it was changed since, and saves, names, shares and pins views.
class ViewMenu : public QToolButton {
    Q_OBJECT

  public:
    /// `page`: the page's id, and the list's name in routes. Bar and grid outlive it.
    ViewMenu(Context& context, const QString& page, ui::FilterBar* filters, ui::RecordGrid* grid,
             QWidget* parent = nullptr);

    /// What a target asks for by {"view": id}; else, when the page is opened first, the default view. Called
    /// before the page opens, so that it loads once.
    void begin(const PageTarget& target);
    bool show(view::SavedViewId id);
    /// The view that is seen, changed or not.
    std::optional<view::SavedViewId> current() const { return m_current; }
    bool isChanged() const;

  signals:
    void currentChanged();

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void retranslate();
    void showState();
    void fill();
    void takeList();
    /// The state of the list as a view of that name.
    view::SavedView stateAs(const QString& name) const;
    /// False, with a word to the person, where the filter holds what must not be stored.
    bool mayBeSaved();
    void save();
    void saveAs();
    void rename();
    void setShared(bool isShared);
    void setUse(view::ViewUse use);
    void remove();
    void leave();
    void inform(const client::Failure& failure);

    Context& m_context;
    QString m_page;
    ui::FilterBar* m_filters;
    ui::RecordGrid* m_grid;
    QMenu* m_menu;
    std::optional<view::SavedViewId> m_current;
    bool m_isFresh = true;  ///< nobody has narrowed the list yet, so that a default may
    bool m_isApplying = false;
};

/// The key of a page's target that names a saved view.
inline const QString viewTarget = QStringLiteral("view");

}  // namespace nextgen::shell
