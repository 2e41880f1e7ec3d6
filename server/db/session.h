#pragma once

#include "server/db/pool.h"
#include "server/db/scope.h"
#include "shared/core/id.h"

#include <chrono>
#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>

namespace nextgen::db {

/// For whom a session works: what row-level security and the audit trail go by.
struct TenantContext {
    TenantId tenant;
    UserId actor;
    Scope scope;
    std::string requestId;
    std::string address;  ///< the caller's IP address; may be empty
};

/// Runs statements. Repositories that only read take a Session&, so that they serve within a transaction too.
class Session {
  public:
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    template <class... Values>
    Rows query(const Query& query, const Values&... values) {
        return run(query, Params{toSql(values)...});
    }
    Rows run(const Query& query, const Params& params) { return m_lease->run(query, params); }
    /// A statement put together at run time (a list with its filters); values go in as parameters only.
    Rows runText(std::string_view text, const Params& params) { return m_lease->runText(text, params); }
    /// The same, planned for these very values each time.
    Rows runOnce(std::string_view text, const Params& params) { return m_lease->runOnce(text, params); }

  protected:
    explicit Session(Pool::Lease lease) : m_lease(std::move(lease)) {}
    ~Session() = default;
    Pool::Lease m_lease;
};

/// Reads of one tenant, each statement by itself: no transaction, one round trip. The tenant stays set on the
/// connection, which therefore must come from the pool of the reading role.
class ReadSession : public Session {
  public:
    /// std::logic_error for a context without a tenant.
    ReadSession(Pool& readers, TenantContext context);
    const TenantContext& context() const { return m_context; }

  private:
    TenantContext m_context;
};

/// Gives the statements of a reader's connection less time than its role has, and that back when it is over.
class Haste {
  public:
    Haste(ReadSession& session, std::chrono::milliseconds time);
    ~Haste();
    Haste(const Haste&) = delete;
    Haste& operator=(const Haste&) = delete;

  private:
    ReadSession& m_session;
    std::string m_before;
};

/// One transaction of one tenant, READ COMMITTED; rolled back unless committed.
class Transaction : public Session {
  public:
    /// std::logic_error for a context without a tenant.
    Transaction(Pool& writers, TenantContext context);
    ~Transaction();
    const TenantContext& context() const { return m_context; }

    /// Nothing may be run afterwards. Throws Unavailable when it cannot be known whether it took effect.
    void commit();

    /// COPY into a temporary table (row-level security refuses COPY into a tenant's tables):
    ///     transaction.copyInto("staged", {"line", "sayad_id"}, [&](db::CopyWriter& to) { to.row(1, "…"); });
    void copyInto(std::string_view table, std::initializer_list<std::string_view> columns,
                  const std::function<void(CopyWriter&)>& fill);

  private:
    TenantContext m_context;
};

/// A part of a transaction that can fail by itself: what was done since it began is undone unless it is kept.
class Savepoint {
  public:
    explicit Savepoint(Transaction& transaction);
    /// Throws nothing: what cannot be undone fails at the transaction's next statement.
    ~Savepoint();
    Savepoint(const Savepoint&) = delete;
    Savepoint& operator=(const Savepoint&) = delete;

    void keep();

  private:
    Transaction& m_transaction;
    bool m_isKept = false;
};

/// Statements without a tenant, each by itself: the definer functions of sign-in, session look-up and jobs.
/// Row-level security shows it no tenant's rows.
class SystemSession : public Session {
  public:
    explicit SystemSession(Pool& pool);
};

/// The pools of a server.
struct Database {
    Database(PoolSettings forWriters, PoolSettings forReaders)
        : outside({forWriters.connection, outsideMax, forWriters.waitMax}),
          writers(std::move(forWriters)),
          readers(std::move(forReaders)) {}

    /// What must happen outside of a transaction while that runs: keys, ids, progress. Whoever has one of
    /// these connections waits for no other.
    Pool outside;
    Pool writers;
    Pool readers;  ///< whose role can only read

  private:
    static constexpr std::size_t outsideMax = 2;
};

}  // namespace nextgen::db
