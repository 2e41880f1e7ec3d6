#pragma once

#include "app/client/api_client.h"
#include "app/executor/bid_comparison.h"

#include <QCoroTask>
#include <vector>

namespace nextgen::executor {

/// The bids of a project, cheapest first, and what their executors have done before.
struct ProjectBids {
    std::vector<Bid> bids;
    bool isMore = false;         ///< there are more than were asked for
    bool areJobsCounted = true;  ///< to the last project of each
};

QCoro::Task<client::Answer<ProjectBids>> listBids(client::ApiClient& api, std::int64_t projectId, int most);

}  // namespace nextgen::executor
