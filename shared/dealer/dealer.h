#pragma once

#include "shared/core/id.h"
#include "shared/core/instant.h"
#include "shared/core/money.h"
#include "shared/describe/describe.h"
#include "shared/describe/translate.h"

#include <optional>
#include <string>

namespace nextgen::dealer {

enum class Tier { Bronze, Silver, Gold, Platinum };

inline constexpr std::array<describe::Choice, 4> tiers{{
    {static_cast<int>(Tier::Bronze), "BRONZE", QT_TRANSLATE_NOOP("Choice", "Bronze")},
    {static_cast<int>(Tier::Silver), "SILVER", QT_TRANSLATE_NOOP("Choice", "Silver")},
    {static_cast<int>(Tier::Gold), "GOLD", QT_TRANSLATE_NOOP("Choice", "Gold")},
    {static_cast<int>(Tier::Platinum), "PLATINUM", QT_TRANSLATE_NOOP("Choice", "Platinum")},
}};
constexpr const auto& choicesOf(std::type_identity<Tier>) {
    return tiers;
}

enum class Status { Active, OnHold, Closed };

inline constexpr std::array<describe::Choice, 3> statuses{{
    {static_cast<int>(Status::Active), "active", QT_TRANSLATE_NOOP("Choice", "Active"), describe::Tone::Good},
    {static_cast<int>(Status::OnHold), "on_hold", QT_TRANSLATE_NOOP("Choice", "On hold"),
     describe::Tone::Waiting},
    {static_cast<int>(Status::Closed), "closed", QT_TRANSLATE_NOOP("Choice", "Closed"),
     describe::Tone::Ended},
}};
constexpr const auto& choicesOf(std::type_identity<Status>) {
    return statuses;
}

/// A company that buys on credit and pays by post-dated cheques (نماینده).
struct Dealer {
    DealerId id;
    std::string code;  ///< as people and workbooks name it, unique in the tenant
    std::string companyName;
    Tier tier = Tier::Bronze;
    Status status = Status::Active;
    std::optional<Money> creditLimit;  ///< none: no limit
    int version = 1;
    Instant createdAt;
    Instant updatedAt;
};

constexpr auto descriptionOf(std::type_identity<Dealer>) {
    using namespace describe;
    return schema(
        "dealers", field("id", &Dealer::id).with(Key | Hidden),
        field("code", &Dealer::code)
            .titled(QT_TRANSLATE_NOOP("Dealer", "Code"))
            .with(Required | Code | Equal | Sort | Search)
            .upTo(32),
        field("company_name", &Dealer::companyName)
            .titled(QT_TRANSLATE_NOOP("Dealer", "Company"))
            .with(Required | Title | Sort | Search)
            .upTo(200),
        field("tier", &Dealer::tier).titled(QT_TRANSLATE_NOOP("Dealer", "Tier")).with(Required | Equal),
        field("status", &Dealer::status).titled(QT_TRANSLATE_NOOP("Dealer", "Status")).with(Required | Equal),
        field("credit_limit", &Dealer::creditLimit)
            .titled(QT_TRANSLATE_NOOP("Dealer", "Credit limit"))
            .with(Summed),
        field("version", &Dealer::version).with(ReadOnly | Hidden),
        field("created_at", &Dealer::createdAt)
            .titled(QT_TRANSLATE_NOOP("Dealer", "Created"))
            .with(ReadOnly | Hidden),
        field("updated_at", &Dealer::updatedAt)
            .titled(QT_TRANSLATE_NOOP("Dealer", "Changed"))
            .with(ReadOnly | Hidden));
}

}  // namespace nextgen::dealer
