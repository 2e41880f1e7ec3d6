#include "server/cache/answer_cache.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace nextgen::cache {

namespace {

/// A record is asked for by few kinds of callers; were it asked for by many, the first ones give way.
constexpr std::size_t scopesMax = 8;

std::string keyOf(const RecordName& record) {
    return fmt::format("{}/{}/{}", record.table, record.tenant, record.id);
}

}  // namespace

AnswerCache::AnswerCache(std::size_t recordsMax, std::chrono::milliseconds timeToLive, InvalidationBus& bus)
    : m_timeToLive(timeToLive), m_records("answer", recordsMax, timeToLive, bus) {}

std::shared_ptr<const RenderedAnswer> AnswerCache::find(const RecordName& record, std::string_view scope) {
    const auto known = m_records.find(keyOf(record));
    if (known == nullptr) {
        return nullptr;
    }
    const auto found = std::ranges::find(*known, scope, &Scoped::scope);
    return found == known->end() || found->until < Clock::now() ? nullptr : found->answer;
}

AnswerCache::Ticket AnswerCache::ticket(const RecordName& record) {
    Ticket ticket;
    ticket.key = keyOf(record);
    ticket.number = m_records.ticket(ticket.key);
    return ticket;
}

void AnswerCache::put(const Ticket& ticket, std::string_view scope, RenderedAnswer answer) {
    Record record;
    if (const auto known = m_records.find(ticket.key)) {
        record = *known;
        std::erase_if(record, [&](const Scoped& one) { return one.scope == scope; });
        if (record.size() >= scopesMax) {
            record.erase(record.begin());
        }
    }
    record.push_back({std::string(scope), std::make_shared<const RenderedAnswer>(std::move(answer)),
                      Clock::now() + m_timeToLive});
    m_records.put(ticket.key, std::make_shared<const Record>(std::move(record)), ticket.number);
}

void AnswerCache::forget(const RecordName& record) {
    m_records.invalidate(keyOf(record));
}

}  // namespace nextgen::cache
