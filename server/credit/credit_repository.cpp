#include "server/credit/credit_repository.h"

#include "server/sql.h"
#include "shared/cheque/cheque_status.h"

namespace nextgen::credit {

namespace {

/// The member of Exposure that a part's name stands for.
Money& partOf(Exposure& exposure, std::string_view name) {
    Money* found = nullptr;
    describe::forEachField<Exposure>([&](const auto& field) {
        if constexpr (std::is_same_v<typename std::remove_cvref_t<decltype(field)>::Value, Money>) {
            if (field.info.name == name) {
                found = &(exposure.*(field.member));
            }
        }
    });
    if (found == nullptr) {
        throw std::logic_error("no part of the exposure is named " + std::string(name));
    }
    return *found;
}

}  // namespace

std::optional<Exposure> findExposure(db::Session& session, TenantId tenant, DealerId dealer, Instant now) {
    const std::vector<std::string> parts(exposureParts.begin(), exposureParts.end());
    const db::Rows rows = session.query(sql::credit::selectExposure, tenant, dealer, parts);
    if (rows.empty()) {
        return std::nullopt;
    }
    Exposure exposure;
    exposure.asOf = now;
    exposure.creditLimit = rows[0].get<std::optional<Money>>("credit_limit");
    for (const db::Row row : rows) {
        if (const auto account = row.get<std::optional<std::string>>("account")) {
            const auto amount = row.get<Money>("amount");
            partOf(exposure, *account) += amount;
            exposure.exposure += amount;
        }
    }
    if (exposure.creditLimit) {
        exposure.available = *exposure.creditLimit - exposure.exposure;
        if (exposure.available->isNegative()) {
            const db::Rows within =
                session.query(sql::credit::selectDateWithinLimit, tenant, dealer, -*exposure.available);
            if (!within.empty()) {
                exposure.clearsBelowLimitOn = within.one().get<Date>("due_on");
            }
        }
    }
    return exposure;
}

std::vector<std::string> statusesInPart(std::string_view part) {
    std::vector<std::string> names;
    for (const describe::Choice& choice : cheque::statuses) {
        if (cheque::exposurePartOf(static_cast<cheque::Status>(choice.value)) == part) {
            names.emplace_back(choice.name);
        }
    }
    return names;
}

}  // namespace nextgen::credit
