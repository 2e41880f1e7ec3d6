#pragma once

#include "server/seed/population.h"

#include <functional>
#include <stdexcept>
#include <string>

namespace nextgen::seed {

/// Why nothing was generated, and what to do about it.
class GenerationRefused : public std::runtime_error {
  public:
    using runtime_error::runtime_error;
};

struct Generation {
    std::string ownerUrl;  ///< of a superuser: it puts triggers aside for its own session, and row-level
                           ///< security does not bind it
    Plan plan;
    /// Other tenants' tables are locked for as long as it takes; without this their presence is a refusal.
    bool isBesideOthers = false;
    /// Hears of each step when it is done.
    std::function<void(const std::string&)> told;
};

/// Fills generated tenants into a migrated database, in place of those that an earlier run left there.
///
/// All of it is one transaction: indexes are dropped and made again, triggers and foreign keys are put aside
/// for this session and every foreign key is checked at the end. Whatever interrupts it, the database is as
/// it was. Throws GenerationRefused and what the database throws.
void generate(const Generation& generation);

}  // namespace nextgen::seed
