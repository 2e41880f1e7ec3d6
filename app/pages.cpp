#include "app/pages.h"

#include "app/account/roles_page.h"
#include "app/account/users_page.h"
#include "app/cheque/cheques_page.h"
#include "app/cheque/worklists_page.h"
#include "app/cheque_import/imports_page.h"
#include "app/dealer/dealers_page.h"
#include "app/entity/audit_page.h"
#include "app/entity/entity_page.h"
#include "app/executor/projects_page.h"
#include "app/home/home_page.h"
#include "app/invoice/invoices_page.h"
#include "shared/api/entity.h"

#include <algorithm>

namespace nextgen {

std::vector<shell::Page> allPages() {
    std::vector<shell::Page> pages{
        home::homePage(),         dealer::dealersPage(),        cheque::chequesPage(),
        cheque::worklistsPage(),  cheque_import::importsPage(), invoice::invoicesPage(),
        executor::projectsPage(), account::usersPage(),         account::rolesPage()};
    // Parts stand within the page of what they are parts of.
    for (const api::Entity& entity : api::entities()) {
        shell::Page page = entity.name == "audit_logs" ? entity::auditPage() : entity::entityPage(entity);
        if (entity.partOf.empty() && std::ranges::find(pages, page.id, &shell::Page::id) == pages.end()) {
            pages.push_back(std::move(page));
        }
    }
    std::ranges::stable_sort(pages, {}, &shell::Page::area);
    return pages;
}

}  // namespace nextgen
