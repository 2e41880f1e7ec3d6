#pragma once

#include "app/shell/context.h"
#include "app/shell/page.h"
#include "ui/describe/record.h"

#include <functional>
#include <string_view>

class QWidget;

namespace nextgen::entity {

using WantPage = std::function<void(const QString& page, const shell::PageTarget& target)>;

/// Whether this person may look at the records of a schema.
bool mayOpen(const shell::Context& context, std::string_view schema);

/// Opens a record: on its page, which is asked for, or in a dialog in front of `asker` when it is a part,
/// which has none.
void openRecord(shell::Context& context, QWidget* asker, const ui::RecordLink& link, WantPage wantPage);

/// A link within a text, as QLabel's linkActivated() gives it back.
QString hrefOf(const ui::RecordLink& link);
std::optional<ui::RecordLink> linkIn(const QString& href);

}  // namespace nextgen::entity
