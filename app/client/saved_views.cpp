#include "app/client/saved_views.h"

#include "app/client/decode.h"
#include "app/client/listing.h"
#include "app/client/task.h"

#include <QPointer>
#include <algorithm>

namespace nextgen::client {

using view::SavedView;
using view::SavedViewId;
using view::ViewUse;

namespace {

const QString idName = QStringLiteral("id");

QByteArray bodyOf(const Json& json) {
    return QByteArray::fromStdString(json.dump());
}

}  // namespace

SavedViews::SavedViews(ApiClient& api, Session& session, QObject* parent)
    : QObject(parent), m_api(api), m_session(session) {
    connect(&session, &Session::signedIn, this, [this] {
        // After a session that ended somebody else may go on.
        if (m_owner != m_session.user().id) {
            forget();
        }
        m_owner = m_session.user().id;
        whenDone(load(), this, [](const Answer<void>&) {});
    });
    connect(&session, &Session::signedOut, this, [this](bool isExpired) {
        if (!isExpired) {
            forget();
        }
    });
}

void SavedViews::forget() {
    m_views.clear();
    m_isLoaded = false;
    emit changed();
}

const SavedView* SavedViews::find(SavedViewId id) const {
    const auto found = std::ranges::find(m_views, id, &SavedView::id);
    return found == m_views.end() ? nullptr : &*found;
}

std::vector<SavedView> SavedViews::pinned() const {
    std::vector<SavedView> pins;
    std::ranges::copy_if(m_views, std::back_inserter(pins),
                         [](const SavedView& one) { return one.pinPosition.has_value(); });
    std::ranges::stable_sort(pins, {}, [](const SavedView& one) { return *one.pinPosition; });
    return pins;
}

const SavedView* SavedViews::defaultOf(const QString& page) const {
    const auto found = std::ranges::find_if(m_views, [name = page.toStdString()](const SavedView& one) {
        return one.isDefault && one.page == name;
    });
    return found == m_views.end() ? nullptr : &*found;
}

QCoro::Task<Answer<void>> SavedViews::load() {
    const QPointer<SavedViews> self(this);
    auto answer = co_await m_api.call(Call("saved_views.list"));
    if (!self) {
        co_return {};
    }
    auto views = page<SavedView>(answer);
    if (!views) {
        co_return tl::unexpected(std::move(views.error()));
    }
    m_views = std::move(views->items);
    m_isLoaded = true;
    emit changed();
    co_return {};
}

void SavedViews::take(SavedView view) {
    if (view.isDefault) {
        for (SavedView& other : m_views) {
            other.isDefault = other.isDefault && other.page != view.page;
        }
    }
    const auto found = std::ranges::find(m_views, view.id, &SavedView::id);
    if (found == m_views.end()) {
        m_views.insert(m_views.begin(), std::move(view));
    } else {
        *found = std::move(view);
    }
    emit changed();
}

QCoro::Task<Answer<SavedView>> SavedViews::create(SavedView wanted) {
    const QPointer<SavedViews> self(this);
    Call call("saved_views.create");
    call.body = bodyOf({{"page", wanted.page},
                        {"name", wanted.name},
                        {"filter", wanted.filter},
                        {"layout", wanted.layout},
                        {"is_shared", wanted.isShared}});
    const auto answer = co_await m_api.call(std::move(call));
    auto made = one<SavedView>(answer);
    if (self && made) {
        take(*made);
    }
    co_return made;
}

QCoro::Task<Answer<SavedView>> SavedViews::change(SavedView wanted) {
    const QPointer<SavedViews> self(this);
    Call call("saved_views.edit");
    call.at(idName, QString::number(wanted.id.value())).ifVersion(wanted.version);
    call.body = bodyOf({{"name", wanted.name},
                        {"filter", wanted.filter},
                        {"layout", wanted.layout},
                        {"is_shared", wanted.isShared}});
    const auto answer = co_await m_api.call(std::move(call));
    if (answer && answer->is_null()) {
        // No longer shared, and not the person's own.
        if (self) {
            std::erase_if(m_views, [&](const SavedView& view) { return view.id == wanted.id; });
            emit changed();
        }
        co_return wanted;
    }
    auto changedView = one<SavedView>(answer);
    if (self && changedView) {
        take(*changedView);
    }
    co_return changedView;
}

QCoro::Task<Answer<void>> SavedViews::remove(SavedView view) {
    const QPointer<SavedViews> self(this);
    Call call("saved_views.remove");
    call.at(idName, QString::number(view.id.value())).ifVersion(view.version);
    const auto answer = co_await m_api.call(std::move(call));
    if (!answer) {
        co_return tl::unexpected(answer.error());
    }
    if (self) {
        std::erase_if(m_views, [&](const SavedView& other) { return other.id == view.id; });
        emit changed();
    }
    co_return {};
}

QCoro::Task<Answer<void>> SavedViews::use(SavedViewId id, ViewUse wanted) {
    const QPointer<SavedViews> self(this);
    Call call("saved_views.use");
    call.at(idName, QString::number(id.value()));
    call.body = bodyOf(describe::toJson(wanted));
    const auto answer = co_await m_api.call(std::move(call));
    auto used = one<SavedView>(answer);
    if (!used) {
        co_return tl::unexpected(std::move(used.error()));
    }
    if (self) {
        take(*std::move(used));
    }
    co_return {};
}

QCoro::Task<Answer<qint64>> countRecords(ApiClient& api, QString pageName,
                                         QList<std::pair<QString, QString>> conditions) {
    Listing listing;
    listing.filters.assign(conditions.begin(), conditions.end());
    listing.limit = 1;
    Call call = listCall(pageName.toStdString() + ".list", listing);
    const auto answer = co_await api.call(std::move(call));
    if (!answer) {
        co_return tl::unexpected(answer.error());
    }
    const auto total = answer->find("estimated_total");
    if (total == answer->end() || !total->is_number_integer()) {
        co_return tl::unexpected(
            failureOf(ErrorCode::AnswerNotUnderstood, QStringLiteral("/estimated_total")));
    }
    co_return total->get<qint64>();
}

}  // namespace nextgen::client
