#include "server/db/rows.h"

#include "server/db/answer.h"
#include "server/db/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <pqxx/field>
#include <pqxx/row>

namespace nextgen::db {

Rows::Rows(std::shared_ptr<const Answer> answer)
    : m_answer(std::move(answer)), m_size(m_answer->result.size()) {}

std::int64_t Rows::affected() const {
    return static_cast<std::int64_t>(m_answer->result.affected_rows());
}

Row Rows::one() const {
    if (m_size != 1) {
        throw Failure(fmt::format("{} rows where one was expected", m_size));
    }
    return (*this)[0];
}

std::optional<std::string_view> Row::cell(std::size_t column) const {
    const pqxx::result& result = m_answer->result;
    if (m_number >= result.size() || column >= result.columns()) {
        throw Failure(fmt::format("there is no cell in row {}, column {}", m_number, column));
    }
    const pqxx::field field =
        result[static_cast<pqxx::result_size_type>(m_number)][static_cast<pqxx::row_size_type>(column)];
    if (field.is_null()) {
        return std::nullopt;
    }
    return std::string_view(field.c_str(), field.size());
}

std::size_t Row::indexOf(std::string_view column) const {
    const auto& columns = m_answer->columns;
    const auto found = std::find(columns.begin(), columns.end(), column);
    if (found == columns.end()) {
        throw Failure(fmt::format("the answer has no column {}", column));
    }
    return static_cast<std::size_t>(found - columns.begin());
}

std::string_view Row::nullIn(std::size_t column) const {
    throw Failure(fmt::format("NULL in column {}", m_answer->columns[column]));
}

}  // namespace nextgen::db
