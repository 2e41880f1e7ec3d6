#pragma once

#include "app/client/call.h"

#include <QString>
#include <utility>
#include <vector>

namespace nextgen::client {

/// How a list is asked: filters as the query names them ("amount.gte"), free text, order and page.
struct Listing {
    std::vector<std::pair<QString, QString>> filters;
    QString search;
    QString sort;    ///< "due_on" or "-due_on,amount"; empty: the list's own order
    QString cursor;  ///< of the page before; empty: the first page
    int limit = 100;

    bool operator==(const Listing&) const = default;
};

Call listCall(std::string_view operation, const Listing& listing);

}  // namespace nextgen::client
