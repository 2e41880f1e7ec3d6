#pragma once

#include "shared/api/entity.h"

#include <span>
#include <string_view>
#include <vector>

namespace nextgen::api {

/// What has to be said of an entity; entity.cpp makes the Entity of it.
struct EntityLine {
    std::string_view name;
    const char* title;
    const char* singular;
    Area area;
    Permission read;
    Permission write;
    unsigned calls;
    std::span<const describe::FieldInfo> fields;
    std::string_view sort;  ///< of a list that asks for none: "-id"
    std::string_view partOf = {};
    std::string_view table = {};  ///< where it is not named as the entity
    std::string_view searchFunction = {};
    std::string_view searchTable = {};
};

/// The table of all entities, in the order of the sidebar.
const std::vector<EntityLine>& entityLines();

}  // namespace nextgen::api
