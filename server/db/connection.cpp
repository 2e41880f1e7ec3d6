#include "server/db/connection.h"

#include "server/db/answer.h"
#include "server/db/error.h"

#include <fmt/format.h>
#include <libpq-fe.h>
#include <poll.h>
#include <sodium.h>
#include <spdlog/spdlog.h>

#include <array>
#include <list>
#include <pqxx/connection>
#include <pqxx/except>
#include <pqxx/nontransaction>
#include <pqxx/tablewriter>
#include <pqxx/transaction>
#include <unordered_set>

namespace nextgen::db {

namespace {

void logNotice(void*, const PGresult* notice) {
    spdlog::debug("postgresql: {}", PQresultErrorField(notice, PG_DIAG_MESSAGE_PRIMARY));
}

/// Connects once and never again: libpqxx would otherwise reconnect behind our back and lose the session's
/// tenant.
class ConnectOnce : public pqxx::connectionpolicy {
  public:
    explicit ConnectOnce(const std::string& options) : connectionpolicy(options) {}

    handle do_startconnect(handle current) override {
        if (current != nullptr) {
            return current;
        }
        if (m_handle != nullptr) {
            throw pqxx::broken_connection("the connection was lost");
        }
        // expand_dbname: the URL comes first, what follows wins over it.
        const std::array keywords{"dbname", "client_encoding", "connect_timeout",
                                  static_cast<const char*>(nullptr)};
        const std::array values{options().c_str(), "UTF8", "10", static_cast<const char*>(nullptr)};
        PGconn* const made = PQconnectdbParams(keywords.data(), values.data(), 1);
        if (PQstatus(made) != CONNECTION_OK) {
            const std::string reason = made != nullptr ? PQerrorMessage(made) : "out of memory";
            PQfinish(made);
            throw pqxx::broken_connection(reason);
        }
        PQsetNoticeReceiver(made, logNotice, nullptr);
        m_handle = made;
        return made;
    }

    handle do_completeconnect(handle made) override { return made; }

    PGconn* m_handle = nullptr;
};

/// libpqxx's connection with its handle in reach: only libpq tells in which state a connection is.
class OpenConnection : public pqxx::connection_base {
  public:
    explicit OpenConnection(const std::string& url) : connection_base(m_policy), m_policy(url) {
        init();
        // The name of a violated constraint stands only in the long form of the message.
        set_verbosity(verbose);
    }
    ~OpenConnection() { close(); }
    OpenConnection(const OpenConnection&) = delete;
    OpenConnection& operator=(const OpenConnection&) = delete;

    PGconn* handle() const { return m_policy.m_handle; }

  private:
    ConnectOnce m_policy;
};

std::string firstLine(std::string_view text) {
    return std::string(text.substr(0, text.find('\n')));
}

/// "CONSTRAINT NAME:  cheques_sayad_id_key" of a message in its long form.
std::string constraintIn(std::string_view message) {
    constexpr std::string_view mark = "\nCONSTRAINT NAME:  ";
    const std::size_t at = message.rfind(mark);
    return at == std::string_view::npos ? std::string() : firstLine(message.substr(at + mark.size()));
}

/// "42501" of "ERROR:  42501: …", the first line in its long form: libpqxx keeps the code for some errors
/// only.
std::string stateIn(std::string_view message) {
    const std::size_t at = message.find(":  ");
    if (at == std::string_view::npos || message.size() < at + 9 || message[at + 8] != ':') {
        return {};
    }
    return std::string(message.substr(at + 3, 5));
}

/// Turns the exception in flight into one of ours; only the first line of PostgreSQL's text is kept, since
/// the others quote rows.
[[noreturn]] void rethrow(std::string_view statement) {
    const auto text = [&](const std::exception& failure) {
        return fmt::format("{}: {}", statement, firstLine(failure.what()));
    };
    try {
        throw;
    } catch (const Failure&) {
        throw;
    } catch (const pqxx::broken_connection& failure) {
        throw Unavailable(text(failure));
    } catch (const pqxx::in_doubt_error& failure) {
        throw Unavailable(text(failure));
    } catch (const pqxx::transaction_rollback& failure) {
        throw TryAgain(text(failure), stateIn(failure.what()));
    } catch (const pqxx::sql_error& failure) {
        const std::string state = stateIn(failure.what());
        if (state.starts_with("23")) {
            throw ConstraintViolation(text(failure), state, constraintIn(failure.what()));
        }
        if (state == "55P03") {
            throw LockTimeout(text(failure), state);
        }
        if (state == "57014") {
            throw StatementTimeout(text(failure), state);
        }
        if (state.starts_with("40")) {
            throw TryAgain(text(failure), state);
        }
        if (state.starts_with("08") || state.starts_with("57P")) {
            throw Unavailable(text(failure), state);
        }
        throw Failure(text(failure), state);
    } catch (const pqxx::pqxx_exception& failure) {
        throw Failure(text(failure.base()));
    }
}

std::vector<const char*> pointersTo(std::span<const Param> params) {
    std::vector<const char*> pointers;
    pointers.reserve(params.size());
    for (const Param& param : params) {
        pointers.push_back(param ? param->c_str() : nullptr);
    }
    return pointers;
}

/// Rows of a COPY in its text form. libpqxx's stream_to takes tuples only, so the lines are made here and its
/// older tablewriter carries them.
class LineWriter final : public CopyWriter {
  public:
    explicit LineWriter(pqxx::tablewriter& writer) : m_writer(writer) {}

    void write(std::span<const Param> cells) override {
        m_line.clear();
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (i != 0) {
                m_line += '\t';
            }
            if (cells[i]) {
                appendCopyText(m_line, *cells[i]);
            } else {
                m_line += "\\N";
            }
        }
        m_writer.write_raw_line(m_line);
    }

    void writeLine(const std::string& line) override { m_writer.write_raw_line(line); }

  private:
    pqxx::tablewriter& m_writer;
    std::string m_line;
};

}  // namespace

void appendCopyText(std::string& line, std::string_view text) {
    for (const char c : text) {
        switch (c) {
            case '\\':
                line += "\\\\";
                break;
            case '\t':
                line += "\\t";
                break;
            case '\n':
                line += "\\n";
                break;
            case '\r':
                line += "\\r";
                break;
            default:
                line += c;
        }
    }
}

struct Connection::Parts {
    explicit Parts(const std::string& url) : connection(url) {}

    /// libpqxx runs statements through a transaction object; outside ours, one that sends nothing.
    pqxx::transaction_base& work() {
        if (!transaction) {
            transaction = std::make_unique<pqxx::nontransaction>(connection);
        }
        return *transaction;
    }

    Rows runPrepared(const std::string& name, const Params& params) {
        return Rows(std::make_shared<Answer>(
            work().exec_prepared(name, pqxx::prepare::make_dynamic_params(pointersTo(params)))));
    }

    OpenConnection connection;
    std::unique_ptr<pqxx::transaction_base> transaction;
    bool isTransaction = false;
    std::unordered_set<std::string> prepared;
    std::list<std::string> preparedTexts;  ///< names, the least recently used first
};

Connection::Connection(const ConnectionSettings& settings) {
    try {
        m_parts = std::make_unique<Parts>(settings.url);
        m_parts->work().exec_params(
            "SELECT set_config('application_name', $1, false),"
            " set_config('statement_timeout', coalesce($2, current_setting('statement_timeout')), false),"
            " set_config('lock_timeout', coalesce($3, current_setting('lock_timeout')), false),"
            " set_config('TimeZone', 'UTC', false), set_config('DateStyle', 'ISO', false),"
            " set_config('bytea_output', 'hex', false)",
            pqxx::prepare::make_dynamic_params(
                pointersTo(Params{settings.applicationName, toSql(settings.statementTimeoutMs),
                                  toSql(settings.lockTimeoutMs)})));
    } catch (...) {
        rethrow("connect");
    }
}

Connection::~Connection() {
    rollback();
}

Rows Connection::run(const Query& query, const Params& params) {
    try {
        std::string name(query.name);
        if (!m_parts->prepared.contains(name)) {
            m_parts->connection.prepare(name, std::string(query.text));
            m_parts->prepared.insert(name);
        }
        return m_parts->runPrepared(name, params);
    } catch (...) {
        rethrow(query.name);
    }
}

Rows Connection::runText(std::string_view text, const Params& params) {
    constexpr std::size_t textsMax = 64;
    std::array<unsigned char, 16> hash{};
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(text.data()),
                       text.size(), nullptr, 0);
    const std::string name = fmt::format("text {:02x}", fmt::join(hash, ""));
    try {
        auto& names = m_parts->preparedTexts;
        if (m_parts->prepared.contains(name)) {
            names.remove(name);
        } else {
            if (names.size() >= textsMax) {
                m_parts->connection.unprepare(names.front());
                m_parts->prepared.erase(names.front());
                names.pop_front();
            }
            m_parts->connection.prepare(name, std::string(text));
            m_parts->prepared.insert(name);
        }
        names.push_back(name);
        return m_parts->runPrepared(name, params);
    } catch (...) {
        rethrow(name);
    }
}

Rows Connection::runOnce(std::string_view text, const Params& params) {
    try {
        return Rows(std::make_shared<Answer>(m_parts->work().exec_params(
            std::string(text), pqxx::prepare::make_dynamic_params(pointersTo(params)))));
    } catch (...) {
        rethrow("list");
    }
}

Rows Connection::script(std::string_view text) {
    try {
        return Rows(std::make_shared<Answer>(m_parts->work().exec(std::string(text))));
    } catch (...) {
        rethrow("script");
    }
}

void Connection::copyInto(std::string_view table, std::span<const std::string_view> columns,
                          const std::function<void(CopyWriter&)>& fill) {
    try {
        const std::vector<std::string> names(columns.begin(), columns.end());
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
        pqxx::tablewriter writer(m_parts->work(), std::string(table), names.begin(), names.end());
#pragma GCC diagnostic pop
        LineWriter lines(writer);
        fill(lines);
        writer.complete();
    } catch (...) {
        rethrow(fmt::format("copy into {}", table));
    }
}

void Connection::begin() {
    try {
        m_parts->transaction.reset();
        m_parts->transaction = std::make_unique<pqxx::work>(m_parts->connection);
        m_parts->isTransaction = true;
    } catch (...) {
        rethrow("begin");
    }
}

void Connection::commit() {
    try {
        m_parts->transaction->commit();
        m_parts->isTransaction = false;
        m_parts->transaction.reset();
    } catch (...) {
        rethrow("commit");
    }
}

void Connection::rollback() noexcept {
    if (m_parts && m_parts->isTransaction) {
        m_parts->isTransaction = false;
        m_parts->transaction.reset();  // libpqxx sends the ROLLBACK, and swallows what goes wrong with it
    }
}

bool Connection::isIdle() const {
    const PGconn* const handle = m_parts->connection.handle();
    if (m_parts->isTransaction || PQstatus(handle) != CONNECTION_OK ||
        PQtransactionStatus(handle) != PQTRANS_IDLE) {
        return false;
    }
    // Something to read on an idle connection is its end, or the news of it.
    pollfd socket{PQsocket(handle), POLLIN, 0};
    return ::poll(&socket, 1, 0) == 0;
}

}  // namespace nextgen::db
