#pragma once

#include "ui/describe/record.h"

#include <QString>
#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace nextgen::executor {

/// What the bids of a project are compared by.
enum class Line { Price, Days, Warranty, JobsDone, JobsDisputed, ValidUntil, Submitted, Status };
inline constexpr std::array lines{Line::Price,        Line::Days,       Line::Warranty,  Line::JobsDone,
                                  Line::JobsDisputed, Line::ValidUntil, Line::Submitted, Line::Status};

/// An executor's projects that came to an end, as far as they were counted.
struct PastJobs {
    int done = 0;
    int disputed = 0;
};

struct Bid {
    ui::Record record;
    PastJobs jobs;

    QString executor() const;
    std::int64_t executorId() const { return record.integer("executor_id"); }
    /// Whether it can be chosen, or was: neither withdrawn nor refused nor too late.
    bool stands() const;
};

/// Bids side by side, with the best value of each line among those that stand. Without two values that differ
/// none is the best.
class BidComparison {
  public:
    BidComparison() = default;
    /// Those without a price are no offers and are left out. Cheapest first.
    explicit BidComparison(std::vector<Bid> bids);

    std::size_t count() const { return m_bids.size(); }
    const Bid& at(std::size_t bid) const { return m_bids.at(bid); }

    bool isBest(std::size_t bid, Line line) const;
    /// How far it is from the best value, never below 0; nullopt where it does not compete.
    std::optional<std::int64_t> behind(std::size_t bid, Line line) const;

    /// Those that do not stand come last, whichever way, and before them those without a value.
    void sortBy(Line line, Qt::SortOrder order);
    Line sortLine() const { return m_sortLine; }
    Qt::SortOrder sortOrder() const { return m_sortOrder; }

    static QString titleOf(Line line);
    /// The value in words; empty: there is none.
    QString valueOf(std::size_t bid, Line line) const;
    /// "★ best", or what is missing to it; empty where nothing is better.
    QString noteOf(std::size_t bid, Line line) const;

  private:
    std::optional<std::int64_t> best(Line line) const;

    std::vector<Bid> m_bids;
    Line m_sortLine = Line::Price;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

}  // namespace nextgen::executor
