#pragma once

#include "server/db/rows.h"

#include <pqxx/result>
#include <string>
#include <vector>

namespace nextgen::db {

/// The one form of an answer: libpqxx's, with the names of its columns at hand. For the .cpp
/// files of this folder.
struct Answer {
    explicit Answer(const pqxx::result& answered) : result(answered) {
        columns.reserve(result.columns());
        for (pqxx::row_size_type column = 0; column < result.columns(); ++column) {
            columns.emplace_back(result.column_name(column));
        }
    }

    pqxx::result result;
    std::vector<std::string> columns;
};

}  // namespace nextgen::db
