#pragma once

#include "app/client/api_client.h"
#include "app/client/session.h"
#include "shared/view/saved_view.h"

#include <QObject>
#include <vector>

namespace nextgen::client {

/// The saved views of lists that the signed-in person may see: asked once after signing in and kept up with
/// what is done here. Each call hands on the server's refusal.
class SavedViews : public QObject {
    Q_OBJECT

  public:
    SavedViews(ApiClient& api, Session& session, QObject* parent = nullptr);

    const std::vector<view::SavedView>& all() const { return m_views; }
    bool isLoaded() const { return m_isLoaded; }
    /// nullptr when there is none, or no more.
    const view::SavedView* find(view::SavedViewId id) const;
    /// Those in the sidebar, in their order.
    std::vector<view::SavedView> pinned() const;
    /// The one that a list begins with; nullptr: none.
    const view::SavedView* defaultOf(const QString& page) const;

    /// Asks for all of them anew; what is there stays when they cannot be had.
    QCoro::Task<Answer<void>> load();
    QCoro::Task<Answer<view::SavedView>> create(view::SavedView view);
    /// Name, filter, layout and whether it is shared, of the version that the view has.
    QCoro::Task<Answer<view::SavedView>> change(view::SavedView view);
    QCoro::Task<Answer<void>> remove(view::SavedView view);
    QCoro::Task<Answer<void>> use(view::SavedViewId id, view::ViewUse use);

  signals:
    void changed();

  private:
    void take(view::SavedView view);
    void forget();

    ApiClient& m_api;
    Session& m_session;
    std::vector<view::SavedView> m_views;
    UserId m_owner;
    bool m_isLoaded = false;
};

/// How many records a list has under such conditions, exact up to 10,000.
QCoro::Task<Answer<qint64>> countRecords(ApiClient& api, QString page,
                                         QList<std::pair<QString, QString>> conditions);

}  // namespace nextgen::client
