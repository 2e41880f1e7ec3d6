#include "app/executor/projects_page.h"

#include "app/entity/entity_page.h"
#include "app/executor/bids_tab.h"

namespace nextgen::executor {

shell::Page projectsPage() {
    return entity::entityPage(
        *api::findEntity("projects"),
        {.overview = [](shell::Context& context, QWidget* parent) { return new BidsTab(context, parent); },
         .opensFirst = false});
}

}  // namespace nextgen::executor
