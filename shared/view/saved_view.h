#pragma once

#include "shared/core/id.h"
#include "shared/core/instant.h"
#include "shared/describe/describe.h"
#include "shared/describe/translate.h"

#include <cstddef>
#include <optional>
#include <string>

namespace nextgen::view {

struct SavedViewTag;
using SavedViewId = Id<SavedViewTag>;

inline constexpr int viewsMax = 100;  ///< of one person
inline constexpr std::size_t filterMax = 2000;
inline constexpr std::size_t layoutMax = 16'384;
inline constexpr int pinPositionMax = 99;

/// How one looks at a list, under a name: what narrows it, and its columns. Whose it is and how the caller
/// uses it come with it; shared ones are seen by all staff of the tenant.
struct SavedView {
    SavedViewId id;
    std::string page;  ///< the list, as routes call it: "cheques"
    std::string name;
    std::string filter;  ///< as text, in the words of the API: "status: bounced due_on: today..month_end"
    std::string layout = "{}";  ///< a JSON object that means something to the program that saved it
    bool isShared = false;
    std::string ownerName;
    bool isMine = true;
    bool isDefault = false;          ///< the caller's list begins with it
    std::optional<int> pinPosition;  ///< in the caller's sidebar; none: not pinned
    int version = 1;
    Instant createdAt;
    Instant updatedAt;
};

constexpr auto descriptionOf(std::type_identity<SavedView>) {
    using namespace describe;
    return schema(
        "saved_views", field("id", &SavedView::id).with(Key | Hidden),
        field("page", &SavedView::page)
            .titled(QT_TRANSLATE_NOOP("SavedView", "List"))
            .with(Required | Fixed)
            .upTo(63),
        field("name", &SavedView::name)
            .titled(QT_TRANSLATE_NOOP("SavedView", "Name"))
            .with(Required | Title)
            .upTo(100),
        field("filter", &SavedView::filter).titled(QT_TRANSLATE_NOOP("SavedView", "Filter")).upTo(filterMax),
        field("layout", &SavedView::layout)
            .titled(QT_TRANSLATE_NOOP("SavedView", "Columns"))
            .with(JsonText)
            .upTo(layoutMax),
        field("is_shared", &SavedView::isShared).titled(QT_TRANSLATE_NOOP("SavedView", "Shared")),
        field("owner_name", &SavedView::ownerName)
            .titled(QT_TRANSLATE_NOOP("SavedView", "Owner"))
            .with(ReadOnly),
        field("is_mine", &SavedView::isMine).with(ReadOnly | Hidden),
        field("is_default", &SavedView::isDefault).with(ReadOnly | Hidden),
        field("pin_position", &SavedView::pinPosition).with(ReadOnly | Hidden),
        field("version", &SavedView::version).with(ReadOnly | Hidden),
        field("created_at", &SavedView::createdAt).with(ReadOnly | Hidden),
        field("updated_at", &SavedView::updatedAt).with(ReadOnly | Hidden));
}

/// What one person does with a view, own or shared.
struct ViewUse {
    bool isDefault = false;
    std::optional<int> pinPosition;
};

constexpr auto descriptionOf(std::type_identity<ViewUse>) {
    using namespace describe;
    return schema("saved_view_use", field("is_default", &ViewUse::isDefault),
                  field("pin_position", &ViewUse::pinPosition));
}

}  // namespace nextgen::view
