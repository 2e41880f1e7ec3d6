#include "app/pages.h"

#include "app/cheque/cheques_page.h"
#include "app/cheque_import/imports_page.h"
#include "app/dealer/dealers_page.h"

namespace nextgen {

std::vector<shell::Page> allPages() {
    return {dealer::dealersPage(), cheque::chequesPage(), cheque_import::importsPage()};
}

}  // namespace nextgen
