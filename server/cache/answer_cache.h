#pragma once

#include "server/cache/local_cache.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace nextgen::cache {

/// A record as it was answered: its JSON and its version.
struct RenderedAnswer {
    std::string json;
    int version = 0;
};

/// A record of a table in a tenant.
struct RecordName {
    std::string_view table;  ///< a literal: names are kept until a commit
    std::int64_t tenant = 0;
    std::int64_t id = 0;
};

/// Rendered answers of GETs of one record, one for each scope that asked: what a dealer's own people are
/// answered is never handed to others, nor the other way round. Forgotten together when the record changes.
class AnswerCache {
  public:
    AnswerCache(std::size_t recordsMax, std::chrono::milliseconds timeToLive, InvalidationBus& bus);

    /// Drawn before the record is read: an answer that a change has overtaken meanwhile is not kept.
    class Ticket {
        friend class AnswerCache;
        std::string key;
        std::uint64_t number = 0;
    };

    /// `scope` says what the caller may see of the tenant: equal texts see the same.
    std::shared_ptr<const RenderedAnswer> find(const RecordName& record, std::string_view scope);
    Ticket ticket(const RecordName& record);
    void put(const Ticket& ticket, std::string_view scope, RenderedAnswer answer);
    /// Here and on every other server. After the commit that changed the record.
    void forget(const RecordName& record);

  private:
    using Clock = std::chrono::steady_clock;
    struct Scoped {
        std::string scope;
        std::shared_ptr<const RenderedAnswer> answer;
        Clock::time_point until;  ///< its own: that of the record is renewed with each scope
    };
    using Record = std::vector<Scoped>;

    const std::chrono::milliseconds m_timeToLive;
    LocalCache<Record> m_records;
};

}  // namespace nextgen::cache
