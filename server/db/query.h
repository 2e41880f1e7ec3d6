#pragma once

#include <string_view>

namespace nextgen::db {

/// One SQL statement with a name of its own: prepared once per connection under that name, and named so in
/// logs. The project's statements are generated from sql/queries (header "server/sql.h", namespace
/// nextgen::sql).
struct Query {
    std::string_view
        name;  ///< "cheque/select_page"; at most 63 bytes, PostgreSQL's limit for a statement's name
    std::string_view text;
};

/// One file of sql/migrations.
struct Migration {
    int number;             ///< 1, 2, 3 … without a gap
    std::string_view name;  ///< "0001_tenant_create"
    std::string_view text;
    std::string_view sha256;  ///< of the text, 64 hexadecimal digits
};

}  // namespace nextgen::db
