#pragma once

#include "app/client/api_client.h"
#include "app/shell/context.h"
#include "shared/api/entity.h"
#include "ui/describe/record.h"
#include "ui/print/sheet.h"

#include <functional>
#include <vector>

/// Records on paper.
namespace nextgen::entity {

/// How a kind of record is printed that has a form of its own, as an invoice has.
using MakeSheet =
    std::function<QCoro::Task<client::Answer<print::Sheet>>(shell::Context& context, ui::Record record)>;

/// The records of `entity` whose `reference` is `id`, oldest first; as many as a sheet
/// takes.
QCoro::Task<client::Answer<std::vector<ui::Record>>> recordsOf(client::ApiClient& api,
                                                               const api::Entity& entity,
                                                               std::string_view reference, std::int64_t id);

/// Any record: its fields, and its parts as tables.
QCoro::Task<client::Answer<print::Sheet>> recordSheet(shell::Context& context, const api::Entity& entity,
                                                      ui::Record record);

}  // namespace nextgen::entity
