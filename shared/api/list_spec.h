#pragma once

#include "shared/describe/describe.h"

#include <cstddef>
#include <span>
#include <string_view>

namespace nextgen::api {

enum ListTrait : unsigned {
    Equal = describe::Equal,  ///< name=value, several by comma; name.ne=value: none of them (not of a secret)
    Range = describe::Range,  ///< name.gte=, name.lte=, name.gt= and name.lt=
    Sort = describe::Sort,    ///< sort=name or sort=-name, several by comma
};

/// A field by which a list may be narrowed or ordered. Only these: each combination is one that an index
/// serves.
struct ListField {
    std::string_view name;
    describe::Kind kind;
    unsigned traits;
    std::span<const describe::Choice> choices = {};
    describe::Secret secret = describe::Secret::No;  ///< found by its keyed hash: Equal only
    bool isOptional = false;                         ///< may have no value, which comes after all values
};

/// How one list may be asked: by the client's filter bar, in the OpenAPI document and by the server, which
/// builds its SQL from it.
struct ListSpec {
    std::span<const ListField> fields;
    std::string_view sortDefault;  ///< "-id": newest first
    bool hasSearch;                ///< understands q=
    std::string_view key = "id";   ///< unique in the list; settles the order of equal sort values
};

inline constexpr int pageSizeDefault = 50;
inline constexpr int pageSizeMax = 200;
/// An index serves the first; PostgreSQL sorts what is equal in it.
inline constexpr std::size_t sortFieldsMax = 3;

}  // namespace nextgen::api
