#include "app/executor/bids_calls.h"

#include "app/entity/entity_calls.h"

#include <map>
#include <utility>

namespace nextgen::executor {

namespace {

/// Without a price comes last.
client::Listing bidsOf(std::int64_t projectId, int most) {
    client::Listing listing;
    listing.filters = {{QStringLiteral("project_id"), QString::number(projectId)}};
    listing.sort = QStringLiteral("amount");
    listing.limit = most;
    return listing;
}

client::Listing endedProjectsOf(const std::vector<Bid>& bids) {
    QStringList executors;
    for (const Bid& bid : bids) {
        executors += QString::number(bid.executorId());
    }
    client::Listing listing;
    listing.filters = {{QStringLiteral("executor_id"), executors.join(u',')},
                       {QStringLiteral("status"), QStringLiteral("completed,disputed")}};
    listing.limit = api::pageSizeMax;
    return listing;
}

}  // namespace

QCoro::Task<client::Answer<ProjectBids>> listBids(client::ApiClient& api, std::int64_t projectId, int most) {
    client::Listing wanted = bidsOf(projectId, most);
    const auto page = co_await entity::listRecords(api, *api::findEntity("project_bids"), std::move(wanted));
    if (!page) {
        co_return tl::unexpected(page.error());
    }
    ProjectBids result;
    result.isMore = !page->nextCursor.isEmpty();
    for (const ui::Record& record : page->items) {
        result.bids.push_back({record, {}});
    }
    if (result.bids.empty()) {
        co_return result;
    }
    client::Listing wantedProjects = endedProjectsOf(result.bids);
    const auto ended = co_await entity::listRecords(api, *api::findEntity("projects"), std::move(wantedProjects));
    if (!ended) {
        co_return tl::unexpected(ended.error());
    }
    result.areJobsCounted = ended->nextCursor.isEmpty();
    std::map<std::int64_t, PastJobs> jobs;
    for (const ui::Record& project : ended->items) {
        PastJobs& past = jobs[project.integer("executor_id")];
        const auto* status = project.as<describe::Choice>("status");
        ++(status != nullptr && status->name == "disputed" ? past.disputed : past.done);
    }
    for (Bid& bid : result.bids) {
        bid.jobs = jobs[bid.executorId()];
    }
    co_return result;
}

}  // namespace nextgen::executor
