#pragma once

#include "app/client/api_client.h"
#include "shared/core/instant.h"
#include "shared/core/money.h"

#include <QString>
#include <optional>
#include <vector>

namespace nextgen::home {

/// A number as the server counted it, or why it did not.
struct Count {
    std::string name;  ///< a Figure's
    QString list;      ///< the page that shows what was counted
    QString query;     ///< the filter there
    std::optional<qint64> count;
    std::optional<Money> amount;
    QString code;  ///< of the error; empty: none
};

struct ChartBar {
    QString label;  ///< a day or a name
    QString part;   ///< of an exposure, instead of a label
    Money amount;
    QString list;
    QString query;
};

struct ChartBars {
    std::string name;  ///< a Chart's
    QString list;
    QString query;  ///< of all bars together
    Instant asOf;
    std::vector<ChartBar> bars;
    QString code;
};

struct Home {
    Instant asOf;
    std::vector<Count> counts;
    std::vector<ChartBars> charts;
};

/// `isAnew`: counted now, not a few seconds ago. What this client has no words for is left out.
QCoro::Task<client::Answer<Home>> getHome(client::ApiClient& api, bool isAnew);

}  // namespace nextgen::home
