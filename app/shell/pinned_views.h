#pragma once

#include "app/shell/context.h"
#include "shared/view/saved_view.h"

#include <QObject>
#include <QTimer>
#include <deque>
#include <map>

namespace nextgen::shell {

class Sidebar;

/// The person's pinned views in the sidebar, each with how many records it finds: asked when it is shown and
/// every minute, a few at a time, and not at all while the window is hidden or the server away.
class PinnedViews : public QObject {
    Q_OBJECT

  public:
    PinnedViews(Context& context, Sidebar* sidebar, QWidget* window);

    /// How long between two counts; a minute unless told.
    void setPause(int milliseconds) { m_timer.setInterval(milliseconds); }
    /// Counts anew those that are shown.
    void count();

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void showPins();
    void askNext();
    bool mayAsk() const;
    void move(view::SavedViewId id, int step);
    void unpin(view::SavedViewId id);

    Context& m_context;
    Sidebar* m_sidebar;
    QWidget* m_window;
    QTimer m_timer;
    std::deque<view::SavedViewId> m_waiting;
    std::map<view::SavedViewId, QString> m_counts;
    int m_underWay = 0;
};

}  // namespace nextgen::shell
