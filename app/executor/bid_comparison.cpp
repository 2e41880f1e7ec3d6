#include "app/executor/bid_comparison.h"

#include "ui/locale/format.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <utility>

namespace nextgen::executor {

namespace {

/// Where its texts are translated.
class Bids {
    Q_DECLARE_TR_FUNCTIONS(Bids)
};

std::string_view fieldOf(Line line) {
    switch (line) {
        case Line::Price:
            return "amount";
        case Line::Days:
            return "duration_days";
        case Line::Warranty:
            return "warranty_months";
        case Line::ValidUntil:
            return "valid_until";
        case Line::Submitted:
            return "submitted_at";
        case Line::Status:
            return "status";
        case Line::JobsDone:
        case Line::JobsDisputed:
            break;
    }
    return {};
}

/// What is better: less (−1), more (1), or neither.
int directionOf(Line line) {
    switch (line) {
        case Line::Price:
        case Line::Days:
        case Line::JobsDisputed:
            return -1;
        case Line::Warranty:
        case Line::JobsDone:
            return 1;
        case Line::ValidUntil:
        case Line::Submitted:
        case Line::Status:
            break;
    }
    return 0;
}

std::optional<std::int64_t> numberOf(const Bid& bid, Line line) {
    if (line == Line::JobsDone) {
        return bid.jobs.done;
    }
    if (line == Line::JobsDisputed) {
        return bid.jobs.disputed;
    }
    const ui::FieldValue& value = bid.record.value(fieldOf(line));
    if (const auto* amount = std::get_if<Money>(&value)) {
        return amount->rials();
    }
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
        return *number;
    }
    if (const auto* date = std::get_if<Date>(&value)) {
        return date->daysSinceEpoch();
    }
    if (const auto* instant = std::get_if<Instant>(&value)) {
        return instant->microseconds();
    }
    if (const auto* choice = std::get_if<describe::Choice>(&value)) {
        return choice->value;
    }
    return std::nullopt;
}

}  // namespace

QString Bid::executor() const {
    const QString name = ui::toQt(record.text("executor_name"));
    return name.isEmpty() ? ui::showCode(QString::number(executorId())) : name;
}

bool Bid::stands() const {
    const auto* status = record.as<describe::Choice>("status");
    return status != nullptr &&
           (status->name == "submitted" || status->name == "shortlisted" || status->name == "accepted");
}

BidComparison::BidComparison(std::vector<Bid> bids) : m_bids(std::move(bids)) {
    std::erase_if(m_bids, [](const Bid& bid) { return !numberOf(bid, Line::Price); });
    sortBy(Line::Price, Qt::AscendingOrder);
}

std::optional<std::int64_t> BidComparison::best(Line line) const {
    const int direction = directionOf(line);
    std::optional<std::int64_t> best;
    bool differ = false;
    for (const Bid& bid : m_bids) {
        const auto value = numberOf(bid, line);
        if (direction == 0 || !bid.stands() || !value) {
            continue;
        }
        differ = differ || (best && *best != *value);
        best = !best || (*value - *best) * direction > 0 ? value : best;
    }
    return differ ? best : std::nullopt;
}

std::optional<std::int64_t> BidComparison::behind(std::size_t bid, Line line) const {
    const auto top = best(line);
    const auto value = numberOf(m_bids.at(bid), line);
    return top && value && m_bids.at(bid).stands() ? std::optional(std::abs(*value - *top)) : std::nullopt;
}

bool BidComparison::isBest(std::size_t bid, Line line) const {
    return behind(bid, line) == 0;
}

void BidComparison::sortBy(Line line, Qt::SortOrder order) {
    m_sortLine = line;
    m_sortOrder = order;
    std::ranges::stable_sort(m_bids, [&](const Bid& a, const Bid& b) {
        if (a.stands() != b.stands()) {
            return a.stands();
        }
        const auto left = numberOf(a, line);
        const auto right = numberOf(b, line);
        if (!left || !right) {
            return left.has_value() && !right;
        }
        return order == Qt::AscendingOrder ? *left < *right : *left > *right;
    });
}

QString BidComparison::titleOf(Line line) {
    switch (line) {
        case Line::JobsDone:
            return Bids::tr("Projects completed");
        case Line::JobsDisputed:
            return Bids::tr("Projects in dispute");
        case Line::Price:
            return QCoreApplication::translate("Field", "Price offered");
        case Line::Days:
            return QCoreApplication::translate("Field", "Duration (days)");
        case Line::Warranty:
            return QCoreApplication::translate("Field", "Warranty (months)");
        case Line::ValidUntil:
            return QCoreApplication::translate("Field", "Valid until");
        case Line::Submitted:
            return QCoreApplication::translate("Field", "Submitted");
        case Line::Status:
            return QCoreApplication::translate("Field", "Status");
    }
    return {};
}

QString BidComparison::valueOf(std::size_t bid, Line line) const {
    const Bid& one = m_bids.at(bid);
    if (line == Line::JobsDone || line == Line::JobsDisputed) {
        return ui::showNumber(*numberOf(one, line));
    }
    for (const describe::FieldInfo& field : one.record.fields()) {
        if (field.name == fieldOf(line)) {
            return ui::wordsOf(one.record, field);
        }
    }
    return {};
}

QString BidComparison::noteOf(std::size_t bid, Line line) const {
    const auto missing = behind(bid, line);
    if (!missing) {
        return {};
    }
    if (*missing == 0) {
        return Bids::tr("★ best");
    }
    const QString number = ui::showNumber(*missing);
    switch (line) {
        case Line::Price: {
            const auto least = static_cast<double>(*best(line));
            const auto percent = least > 0 ? std::llround(static_cast<double>(*missing) * 100 / least) : 0;
            return percent > 0 ? Bids::tr("%1 more (%2 %)").arg(number, ui::showNumber(percent))
                               : Bids::tr("%1 more").arg(number);
        }
        case Line::Days:
            return Bids::tr("%1 days more").arg(number);
        case Line::Warranty:
            return Bids::tr("%1 months less").arg(number);
        case Line::JobsDone:
            return Bids::tr("%1 fewer").arg(number);
        default:
            return Bids::tr("%1 more").arg(number);
    }
}

}  // namespace nextgen::executor
