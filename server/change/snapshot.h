#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nextgen::change {

/// Which transactions of the database a statement saw: PostgreSQL's pg_snapshot, "xmin:xmax:xip,xip".
class Snapshot {
  public:
    using Xid = std::uint64_t;

    static std::optional<Snapshot> parse(std::string_view text);

    /// Whether what the transaction wrote was seen, if it was committed at all.
    bool sees(Xid transaction) const;
    /// All before this one were over.
    Xid oldestRunning() const { return m_min; }
    /// None from this one on had begun.
    Xid next() const { return m_max; }

  private:
    Xid m_min = 0;
    Xid m_max = 0;
    std::vector<Xid> m_running;  ///< between the two, in their order
};

}  // namespace nextgen::change
