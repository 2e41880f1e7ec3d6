#include "app/home/home_calls.h"

#include "app/client/decode.h"
#include "shared/home/home.h"

#include <nlohmann/json.hpp>

namespace nextgen::home {

using client::Answer;
using client::Call;
using client::Json;
using client::textOf;

namespace {

/// Leaves the reading of an answer that is not of the form that is agreed upon.
struct NotUnderstood {};

const Json& partOf(const Json& json, const char* name) {
    const auto found = json.find(name);
    if (found == json.end() || !found->is_array()) {
        throw NotUnderstood();
    }
    return *found;
}

Instant instantOf(const Json& json, const char* name) {
    const auto instant = Instant::parse(textOf(json, name).toStdString());
    if (!instant) {
        throw NotUnderstood();
    }
    return *instant;
}

std::optional<qint64> numberOf(const Json& json, const char* name) {
    const auto found = json.find(name);
    return found != json.end() && found->is_number_integer() ? std::optional(found->get<qint64>())
                                                             : std::nullopt;
}

std::optional<Money> moneyOf(const Json& json, const char* name) {
    const auto rials = numberOf(json, name);
    const auto amount = rials ? Money::fromRials(*rials) : Result<Money>(Money());
    if (!amount) {
        throw NotUnderstood();
    }
    return rials ? std::optional(*amount) : std::nullopt;
}

Count countOf(const Json& json) {
    return {textOf(json, "name").toStdString(),
            textOf(json, "list"),
            textOf(json, "query"),
            numberOf(json, "count"),
            moneyOf(json, "amount"),
            textOf(json, "code")};
}

ChartBars chartOf(const Json& json) {
    ChartBars chart{textOf(json, "name").toStdString(),
                    textOf(json, "list"),
                    textOf(json, "query"),
                    instantOf(json, "as_of"),
                    {},
                    textOf(json, "code")};
    for (const Json& bar : partOf(json, "bars")) {
        chart.bars.push_back({textOf(bar, "label"), textOf(bar, "part"),
                              moneyOf(bar, "amount").value_or(Money()), textOf(bar, "list"),
                              textOf(bar, "query")});
    }
    return chart;
}

Home homeOf(const Json& json) {
    Home home;
    home.asOf = instantOf(json, "as_of");
    for (const Json& figure : partOf(json, "figures")) {
        if (Count count = countOf(figure); findFigure(count.name) != nullptr) {
            home.counts.push_back(std::move(count));
        }
    }
    for (const Json& chart : partOf(json, "charts")) {
        if (ChartBars bars = chartOf(chart); findChart(bars.name) != nullptr) {
            home.charts.push_back(std::move(bars));
        }
    }
    return home;
}

}  // namespace

QCoro::Task<Answer<Home>> getHome(client::ApiClient& api, bool isAnew) {
    Call call("home");
    if (isAnew) {
        call.anew();
    }
    const auto answer = co_await api.call(std::move(call));
    if (!answer) {
        co_return tl::unexpected(answer.error());
    }
    try {
        co_return homeOf(*answer);
    } catch (const NotUnderstood&) {
        co_return tl::unexpected(client::failureOf(ErrorCode::AnswerNotUnderstood));
    }
}

}  // namespace nextgen::home
