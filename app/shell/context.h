#pragma once

#include "app/client/api_client.h"
#include "app/client/change_watch.h"
#include "app/client/connection_watch.h"
#include "app/client/local_store.h"
#include "app/client/saved_views.h"
#include "app/client/session.h"
#include "app/client/works.h"
#include "shared/core/date.h"
#include "ui/locale/language.h"
#include "ui/widgets/dialogs.h"
#include "ui/widgets/theme.h"

#include <functional>

namespace nextgen::shell {

/// What windows and pages work with: one of each, made by main, outliving every window.
struct Context {
    client::ApiClient& api;
    client::Session& session;
    client::ConnectionWatch& watch;
    client::ChangeWatch& changes;
    client::LocalStore& store;
    ui::Locale& locale;
    ui::Theme& theme;
    ui::Dialogs& dialogs;
    std::function<Date()> today;  ///< in Tehran
    client::SavedViews& views;
    client::Works& works;
};

/// Today in Tehran by this machine's clock.
Date todayInTehran();

/// Names who works where — server, tenant, user — in the settings of this machine.
QString personKey(const Context& context);

/// A failure's sentence in the language of the moment; of a right that is missing its title and who can give
/// it.
QString sentenceOf(const client::Failure& failure);

}  // namespace nextgen::shell
