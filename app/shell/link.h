#pragma once

#include "app/shell/context.h"

#include <QString>
#include <optional>

namespace nextgen::shell {

/// A place in the program that can be named to somebody else: nextgen://TENANT/ENTITY/ID for a record,
/// nextgen://TENANT/PAGE?filter=… for a page. It carries no right: who opens it sees what they may see.
struct Link {
    QString tenant;
    QString page;
    qint64 record = 0;  ///< 0: the page
    QString filter;     ///< of a page, as target() has it; empty: none
    QString server;     ///< "shop.example:8640"; empty: whichever is open

    bool operator==(const Link&) const = default;
};

/// Whether it means to be one of our links; readLink() says whether it is.
bool isLink(const QString& text);
/// nullopt for anything that textOf() would not have written.
std::optional<Link> readLink(const QString& text);
QString textOf(const Link& link);

/// Of the server as links name it.
QString serverOf(const client::Place& place);
/// Onto the clipboard.
void copyLink(const Context& context, const QString& page, qint64 record, const QString& filter = {});

}  // namespace nextgen::shell
