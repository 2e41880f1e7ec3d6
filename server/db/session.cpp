#include "server/db/session.h"

#include "server/db/error.h"

#include <spdlog/spdlog.h>

#include <array>
#include <stdexcept>

namespace nextgen::db {

namespace {

constexpr Query setTransactionContext{
    "db/set_transaction_context",
    "SELECT set_config('app.tenant_id', $1, true), set_config('app.actor_id', $2, true), "
    "set_config('app.dealer_id', $3, true), set_config('app.vendor_id', $4, true), "
    "set_config('app.executor_id', $5, true), set_config('app.customer_id', $6, true), "
    "set_config('app.request_id', $7, true), set_config('app.client_ip', $8, true)"};

constexpr Query setStickyContext{
    "db/set_sticky_context",
    "SELECT set_config('app.tenant_id', $1, false), set_config('app.dealer_id', $2, false), "
    "set_config('app.vendor_id', $3, false), set_config('app.executor_id', $4, false), "
    "set_config('app.customer_id', $5, false), set_config('app.actor_id', $6, false)"};

/// Empty for "none": the policies read the empty text as NULL.
template <class Tag>
std::string textOf(Id<Tag> id) {
    return id ? id.toString() : std::string();
}

/// What reads depend on. Who asks matters of outsiders only, who see what is their own: a reader's connection
/// serves one member of the staff after the other without being set anew.
std::string stickyKey(const TenantContext& context) {
    return context.tenant.toString() + '/' + context.scope.toString() +
           (context.scope.isOutsider() ? '/' + context.actor.toString() : std::string());
}

void demandTenant(const TenantContext& context) {
    if (!context.tenant) {
        throw std::logic_error("a session needs a tenant");
    }
}

}  // namespace

ReadSession::ReadSession(Pool& readers, TenantContext context)
    : Session(readers.acquire(stickyKey(context))), m_context(std::move(context)) {
    demandTenant(m_context);
    const std::string wanted = stickyKey(m_context);
    if (m_lease->stickyContext != wanted) {
        const Scope& scope = m_context.scope;
        query(setStickyContext, textOf(m_context.tenant), textOf(scope.dealer), textOf(scope.vendor),
              textOf(scope.executor), textOf(scope.customer),
              scope.isOutsider() ? textOf(m_context.actor) : std::string());
        m_lease->stickyContext = wanted;
    }
}

namespace {

void setStatementTime(Session& session, const std::string& time) {
    session.runText("SELECT set_config('statement_timeout', $1, false)", {time});
}

}  // namespace

Haste::Haste(ReadSession& session, std::chrono::milliseconds time) : m_session(session) {
    m_before = session.runText("SELECT current_setting('statement_timeout') AS before", {})
                   .one()
                   .get<std::string>("before");
    setStatementTime(session, std::to_string(time.count()));
}

Haste::~Haste() {
    try {
        setStatementTime(m_session, m_before);
    } catch (const std::exception& failure) {
        // The connection is lost, and its pool makes another.
        spdlog::warn("a reader's time could not be set back: {}", failure.what());
    }
}

Transaction::Transaction(Pool& writers, TenantContext context)
    : Session(writers.acquire()), m_context(std::move(context)) {
    demandTenant(m_context);
    m_lease->begin();
    const Scope& scope = m_context.scope;
    query(setTransactionContext, textOf(m_context.tenant), textOf(m_context.actor), textOf(scope.dealer),
          textOf(scope.vendor), textOf(scope.executor), textOf(scope.customer), m_context.requestId,
          m_context.address);
}

Transaction::~Transaction() {
    m_lease->rollback();
}

void Transaction::commit() {
    m_lease->commit();
}

void Transaction::copyInto(std::string_view table, std::initializer_list<std::string_view> columns,
                           const std::function<void(CopyWriter&)>& fill) {
    m_lease->copyInto(table, {columns.begin(), columns.size()}, fill);
}

Savepoint::Savepoint(Transaction& transaction) : m_transaction(transaction) {
    m_transaction.query(Query{"db/savepoint", "SAVEPOINT part"});
}

Savepoint::~Savepoint() {
    if (m_isKept) {
        return;
    }
    try {
        m_transaction.query(Query{"db/rollback_to_savepoint", "ROLLBACK TO SAVEPOINT part"});
        m_transaction.query(Query{"db/release_savepoint", "RELEASE SAVEPOINT part"});
    } catch (const std::exception& failure) {
        spdlog::warn("a part of a transaction could not be undone: {}", failure.what());
    }
}

void Savepoint::keep() {
    m_transaction.query(Query{"db/release_savepoint", "RELEASE SAVEPOINT part"});
    m_isKept = true;
}

SystemSession::SystemSession(Pool& pool) : Session(pool.acquire()) {
    if (!m_lease->stickyContext.empty()) {
        query(setStickyContext, "", "", "", "", "", "");
        m_lease->stickyContext.clear();
    }
}

}  // namespace nextgen::db
