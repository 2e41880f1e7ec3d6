#pragma once

#include <stdexcept>
#include <string>

/// What a database can throw. The texts are for the log: they name the query and hold PostgreSQL's own first
/// line, and are never shown to a caller.
namespace nextgen::db {

/// A statement that PostgreSQL refused, or an answer that could not be read.
class Failure : public std::runtime_error {
  public:
    explicit Failure(const std::string& text, std::string sqlState = {})
        : std::runtime_error(text), m_sqlState(std::move(sqlState)) {}
    const std::string& sqlState() const { return m_sqlState; }  ///< five characters, or empty

  private:
    std::string m_sqlState;
};

/// The database cannot be reached, or the connection was lost. Whether a commit that was under way took
/// effect is then unknown.
class Unavailable : public Failure {
  public:
    using Failure::Failure;
};

/// No connection became free in time.
class Busy : public Failure {
  public:
    using Failure::Failure;
};

/// Another transaction held a lock for longer than lock_timeout.
class LockTimeout : public Failure {
  public:
    using Failure::Failure;
};

/// The statement ran longer than statement_timeout and was stopped.
class StatementTimeout : public Failure {
  public:
    using Failure::Failure;
};

/// A deadlock or a serialization conflict: the transaction is gone, the same one may succeed when run again.
class TryAgain : public Failure {
  public:
    using Failure::Failure;
};

/// A constraint (or a trigger that names one) refused the rows. Features map the constraint's name to an
/// ErrorCode.
class ConstraintViolation : public Failure {
  public:
    ConstraintViolation(const std::string& text, std::string sqlState, std::string constraint)
        : Failure(text, std::move(sqlState)), m_constraint(std::move(constraint)) {}
    const std::string& constraint() const { return m_constraint; }  ///< empty when none was named

  private:
    std::string m_constraint;
};

}  // namespace nextgen::db
