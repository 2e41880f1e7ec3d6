#pragma once

#include "server/db/connection.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace nextgen::seed {

/// Puts a row together as COPY reads it, cell by cell: tens of millions of them, so nothing is allocated for
/// one.
class Line {
  public:
    explicit Line(db::CopyWriter& writer) : m_writer(writer) {}

    Line& text(std::string_view value);
    Line& number(std::int64_t value);
    Line& flag(bool value) { return raw(value ? "t" : "f"); }
    Line& null() { return raw("\\N"); }
    /// Of milliseconds since 2023 (UTC), as are all times here.
    Line& instant(std::int64_t time);
    /// The day in Tehran.
    Line& day(std::int64_t time);
    /// created_at and updated_at.
    Line& dated(std::int64_t time) { return instant(time).instant(time); }
    void end();

    std::int64_t count() const { return m_count; }

  private:
    Line& raw(std::string_view cell);
    void separate();
    void appendDay(std::int64_t days);

    db::CopyWriter& m_writer;
    std::string m_text;
    bool m_isFirst = true;
    std::int64_t m_count = 0;
    std::int64_t m_day = -1;  // of m_dayText
    std::string m_dayText;
};

}  // namespace nextgen::seed
