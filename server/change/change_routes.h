#pragma once

#include "server/change/change_feed.h"
#include "server/http/routes.h"

namespace nextgen::change {

void addRoutes(http::Routes& routes, ChangeFeed& feed);

}  // namespace nextgen::change
