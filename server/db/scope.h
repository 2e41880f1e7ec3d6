#pragma once

#include "shared/core/id.h"

#include <string>

namespace nextgen::db {

/// What an outsider may see of a tenant: a dealer's, a vendor's or an executor's people, and customers.
/// Row-level security shows them what the tables say outsiders of their kind see; staff have an empty scope
/// and see all.
struct Scope {
    DealerId dealer;
    VendorId vendor;
    ExecutorId executor;
    UserId customer;  ///< every outsider, as a buyer: themselves

    bool isOutsider() const { return static_cast<bool>(customer) || dealer || vendor || executor; }
    bool operator==(const Scope&) const = default;

    /// Equal texts see the same; empty for staff.
    std::string toString() const {
        return isOutsider() ? dealer.toString() + '/' + vendor.toString() + '/' + executor.toString() + '/' +
                                  customer.toString()
                            : std::string();
    }
};

}  // namespace nextgen::db
