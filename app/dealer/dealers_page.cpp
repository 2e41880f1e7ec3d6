#include "app/dealer/dealers_page.h"

#include "app/dealer/credit_tab.h"
#include "app/entity/entity_page.h"

namespace nextgen::dealer {

shell::Page dealersPage() {
    shell::Page page = entity::entityPage(
        *api::findEntity("dealers"),
        {.overview = [](shell::Context& context, QWidget* parent) { return new CreditTab(context, parent); },
         .hasOnlyOne = [](const client::Session& session) { return session.user().dealerId.has_value(); }});
    page.icon = ui::Icon::Dealer;
    return page;
}

}  // namespace nextgen::dealer
