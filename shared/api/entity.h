#pragma once

#include "shared/api/list_spec.h"
#include "shared/api/permission.h"
#include "shared/describe/describe.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace nextgen::api {

/// Where a page stands in the sidebar.
enum class Area : std::int8_t { Home = -1, Sales, Dealers, Vendors, Executors, Catalog, Storefront, Finance, System };

/// What may be done with an entity beyond listing, reading and searching it.
enum EntityCall : unsigned {
    ReadOnlyEntity = 0,
    Create = 1U << 0,
    Edit = 1U << 1,
    Deactivate = 1U << 2,  ///< DELETE sets is_active to false; a PATCH brings it back
    Remove = 1U << 3,      ///< DELETE removes the row: of parts, which nobody refers to
    Managed = Create | Edit | Deactivate,
    Proven = 1U << 5,   ///< writing needs a fresh proof of who is asking (api::StepUp)
    History = 1U << 4,  ///< rows come and never change: they have no version and no dates but those described
};

/// A kind of record that its description is enough for: the server lists, reads, searches and writes it, and
/// the client shows it, by this line alone. What needs rules of its own has endpoints of its own.
struct Entity {
    std::string_view name;  ///< in routes, and the schema's: "brands"
    std::string_view table;
    const char* title;     ///< of many, in the context "Entity": "Brands"
    const char* singular;  ///< of one: "Brand"
    Area area;
    Permission read;
    Permission write;
    unsigned calls;
    /// Whole: the key, the fields as described, is_active where it can be deactivated, version and dates;
    /// after each reference, say brand_id, the text brand_name.
    std::vector<describe::FieldInfo> fields;
    ListSpec list;
    /// The part of another entity, shown within its page and not on one of its own: the field that names it.
    std::string_view partOf;
    /// The function of the database that answers q= with ids, for tables with an index for it; without one
    /// the column search_key is looked through.
    std::string_view searchFunction;
    /// The table that holds search_key, when it is kept apart from the records.
    std::string_view searchTable;
    /// Where the titles of the fields are translated: "Field", or a word of its own for what has a C++ type.
    const char* context = "Field";

    const describe::FieldInfo* field(std::string_view name) const;
    /// The field that names a record to people.
    const describe::FieldInfo& titleField() const;
    /// Whether a field is answered masked, and revealed by a call of its own.
    bool hasSecrets() const;
    bool can(EntityCall call) const { return (calls & call) != 0; }
};

/// All of them, in the order of the sidebar.
std::span<const Entity> entities();
/// nullptr for a name that is none.
const Entity* findEntity(std::string_view name);

/// The table that a reference points into, and its column that names a record to people: an entity's, or that
/// of a feature with endpoints of its own. std::out_of_range for a schema that is neither.
struct ReferredTable {
    std::string_view table;
    std::string_view titleColumn;
};
ReferredTable referredTable(std::string_view schema);

/// What is described of a table: its schema, as references name it, and its fields, whose titles are
/// translated in `context`. nullopt for one that nothing is described of.
struct DescribedTable {
    std::string_view schema;
    std::span<const describe::FieldInfo> fields;
    const char* context;
};
std::optional<DescribedTable> describedTable(std::string_view table);

/// The field that holds the words for a reference: brand_id has brand_name, approved_by has approved_by_name.
std::string wordsOf(const describe::FieldInfo& reference);

}  // namespace nextgen::api
