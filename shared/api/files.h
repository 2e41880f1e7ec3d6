#pragma once

#include "shared/api/notes.h"

#include <vector>

namespace nextgen::api {

/// A kind of record that files can be attached to: what people may write notes about, and cheques. Who may
/// read the record reads its files and adds some.
struct FileOwner {
    std::string_view name;   ///< in routes
    std::string_view table;
    Permission read;
};

inline const std::vector<FileOwner>& fileOwners() {
    static const std::vector<FileOwner> owners = [] {
        std::vector<FileOwner> made{{"cheques", "cheques", Permission::ChequesRead}};
        for (const Entity& entity : entities()) {
            if (hasNotes(entity)) {
                made.push_back({entity.name, entity.table, entity.read});
            }
        }
        return made;
    }();
    return owners;
}

}  // namespace nextgen::api
