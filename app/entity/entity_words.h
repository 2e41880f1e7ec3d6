#pragma once

#include "app/shell/context.h"
#include "shared/api/entity.h"
#include "ui/describe/record.h"
#include "ui/widgets/reference_edit.h"

/// How an entity and its records are named, and how references find theirs.
namespace nextgen::entity {

QString titleOf(const api::Entity& entity);     ///< "Brands"
QString singularOf(const api::Entity& entity);  ///< "Brand"
QString titleOf(const api::Entity& entity, const describe::FieldInfo& field);
/// What names a record to people; its id when that is empty.
QString nameOf(const api::Entity& entity, const ui::Record& record);

/// How wide the columns begin: narrow, so that those in front are seen beside an open record.
std::vector<std::pair<std::string_view, int>> firstWidthsOf(const api::Entity& entity);

/// Asks the server's lists, of the active records where there are others.
ui::ReferenceFinder referenceFinder(shell::Context& context);

/// Fields by which a record of `of` names a record of `to`, and by which the list of them can be narrowed.
std::vector<const describe::FieldInfo*> referencesTo(const api::Entity& to, const api::Entity& of);

}  // namespace nextgen::entity
