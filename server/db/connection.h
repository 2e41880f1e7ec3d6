#pragma once

#include "server/db/query.h"
#include "server/db/rows.h"

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace nextgen::db {

/// How a connection is made. `url` is libpq's: "postgresql://…" or "host=… dbname=…".
struct ConnectionSettings {
    std::string url;
    std::string applicationName = "nextgen";
    /// Milliseconds, 0: none. Without a value the role's own settings stand.
    std::optional<int> statementTimeoutMs{};
    std::optional<int> lockTimeoutMs{};
};

/// Takes the rows of a COPY, one call each.
class CopyWriter {
  public:
    template <class... Values>
    void row(const Values&... values) {
        const Param cells[] = {toSql(values)...};
        write(cells);
    }
    virtual void write(std::span<const Param> cells) = 0;
    /// A whole row as COPY reads it: cells set apart by tabs, \N for NULL, texts through appendCopyText.
    virtual void writeLine(const std::string& line) = 0;

  protected:
    ~CopyWriter() = default;
};

/// Appends a text to a row of COPY.
void appendCopyText(std::string& line, std::string_view text);

/// One connection to PostgreSQL, for one thread at a time. It never reconnects by itself: a lost one throws
/// Unavailable, and its owner makes a new one. Features see it through sessions only; the migrator and the
/// embedded stack use it directly.
class Connection {
  public:
    explicit Connection(const ConnectionSettings& settings);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// Runs a statement, prepared under its name at its first use on this connection.
    Rows run(const Query& query, const Params& params);
    /// The same for a text that is put together at run time; the last 64 of them stay prepared.
    Rows runText(std::string_view text, const Params& params);
    /// The same without preparing it: planned for these very values, which matters where some are rare and
    /// others common, and lets it use indexes that hold a part of the rows only.
    Rows runOnce(std::string_view text, const Params& params);
    /// Runs statements without parameters, several to a text if need be.
    Rows script(std::string_view text);
    /// COPY … FROM STDIN: `fill` writes the rows. Only inside a transaction.
    void copyInto(std::string_view table, std::span<const std::string_view> columns,
                  const std::function<void(CopyWriter&)>& fill);

    void begin();
    /// Throws Unavailable when the answer to COMMIT was lost: the transaction may or may not have taken
    /// effect.
    void commit();
    /// Harmless without a transaction; never throws.
    void rollback() noexcept;

    /// Connected, in no transaction and with nothing unread: fit for the next user.
    bool isIdle() const;

    /// What the session-level settings of this connection were last set to; for ReadSession.
    std::string stickyContext;

  private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

}  // namespace nextgen::db
