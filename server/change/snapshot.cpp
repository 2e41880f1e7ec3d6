#include "server/change/snapshot.h"

#include <algorithm>
#include <charconv>

namespace nextgen::change {

std::optional<Snapshot> Snapshot::parse(std::string_view text) {
    const auto number = [&text](char end) -> std::optional<Xid> {
        Xid value = 0;
        const auto [after, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        text.remove_prefix(static_cast<std::size_t>(after - text.data()));
        const bool isAtEnd = text.empty() && end == ',';
        if (error != std::errc() || (!isAtEnd && (text.empty() || text.front() != end))) {
            return std::nullopt;
        }
        text.remove_prefix(isAtEnd ? 0 : 1);
        return value;
    };
    const auto min = number(':');
    const auto max = min ? number(':') : std::nullopt;
    if (!max || *max < *min) {
        return std::nullopt;
    }
    Snapshot snapshot;
    snapshot.m_min = *min;
    snapshot.m_max = *max;
    while (!text.empty()) {
        const auto running = number(',');
        if (!running) {
            return std::nullopt;
        }
        snapshot.m_running.push_back(*running);
    }
    std::ranges::sort(snapshot.m_running);
    return snapshot;
}

bool Snapshot::sees(Xid transaction) const {
    return transaction < m_min ||
           (transaction < m_max && !std::ranges::binary_search(m_running, transaction));
}

}  // namespace nextgen::change
