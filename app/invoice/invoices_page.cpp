#include "app/invoice/invoices_page.h"

#include "app/entity/entity_page.h"
#include "app/invoice/invoice_sheet.h"

namespace nextgen::invoice {

shell::Page invoicesPage() {
    return entity::entityPage(*api::findEntity("invoices"), {.sheet = invoiceSheet});
}

}  // namespace nextgen::invoice
