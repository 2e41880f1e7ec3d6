#pragma once

#include "server/db/connection.h"

#include <string>
#include <vector>

namespace nextgen::seed {

/// The indexes of some tables that no constraint stands on, taken away while their tables are filled. Only
/// within a transaction, whose end without restore() brings them back as well.
class Indexes {
  public:
    /// Drops them. `tables` are names in schema app, of partitioned ones the whole's.
    Indexes(db::Connection& connection, const std::vector<std::string>& tables);

    std::size_t count() const { return m_definitions.size(); }
    /// Makes them again: definition, names down to each month's, comments.
    void restore();

  private:
    db::Connection& m_connection;
    std::vector<std::string> m_definitions;
};

}  // namespace nextgen::seed
