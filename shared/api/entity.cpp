#include "shared/api/entity.h"

#include "shared/account/account_entities.h"
#include "shared/catalog/catalog_entities.h"
#include "shared/cheque/cheque.h"
#include "shared/dealer/dealer.h"
#include "shared/describe/record.h"
#include "shared/discount/discount_entities.h"
#include "shared/executor/executor_entities.h"
#include "shared/invoice/invoice_entities.h"
#include "shared/job/job_entities.h"
#include "shared/media/media_entities.h"
#include "shared/message/message_entities.h"
#include "shared/order/order_entities.h"
#include "shared/payment/payment_entities.h"
#include "shared/review/review_entities.h"
#include "shared/shipping/shipping_entities.h"
#include "shared/storefront/storefront_entities.h"
#include "shared/vendor/vendor_entities.h"
#include "shared/warranty/warranty_entities.h"

#include <deque>
#include <stdexcept>
#include <string>
#include <utility>

namespace nextgen::api {

namespace {

using describe::FieldInfo;
using describe::Kind;
using enum Area;
using enum Permission;

/// A line of the table below.
struct Line {
    std::string_view name;
    const char* title;
    const char* singular;
    Area area;
    Permission read;
    Permission write;
    unsigned calls;
    std::span<const FieldInfo> fields;
    std::string_view sort;
    std::string_view partOf = {};
    std::string_view table = {};  ///< where it is not named as the entity
    std::string_view searchFunction = {};
    std::string_view searchTable = {};
};

/// Texts that are put together at the start and live as long as the program.
std::string_view kept(std::string text) {
    static std::deque<std::string> texts;
    return texts.emplace_back(std::move(text));
}

std::vector<FieldInfo> wholeFields(const Line& line) {
    namespace record = describe::record;
    if (line.fields.front().has(describe::Key)) {
        return {line.fields.begin(), line.fields.end()};  // an entity with a C++ type, which says it all
    }
    std::vector<FieldInfo> fields{
        {"id", "", Kind::Id, describe::Key | describe::Hidden | describe::Sort, 0, false}};
    for (const FieldInfo& field : line.fields) {
        fields.push_back(field);
        if (!field.refersTo.empty()) {
            fields.push_back(
                record::optional(record::text(kept(wordsOf(field)), field.title).with(describe::ReadOnly)));
        }
    }
    if ((line.calls & Deactivate) != 0) {
        fields.push_back(
            record::flag("is_active", QT_TRANSLATE_NOOP("Field", "Active")).with(describe::Equal));
    }
    if ((line.calls & History) != 0) {
        return fields;
    }
    fields.push_back(record::integer("version", "").with(describe::ReadOnly | describe::Hidden));
    fields.push_back(record::instant("created_at", QT_TRANSLATE_NOOP("Field", "Created"))
                         .with(describe::ReadOnly | describe::Range));
    fields.push_back(record::instant("updated_at", QT_TRANSLATE_NOOP("Field", "Changed"))
                         .with(describe::ReadOnly | describe::Hidden));
    return fields;
}

ListSpec listOf(const std::vector<FieldInfo>& fields, std::string_view sort) {
    static std::deque<std::vector<ListField>> lists;
    std::vector<ListField>& listed = lists.emplace_back();
    bool hasSearch = false;
    for (const FieldInfo& field : fields) {
        const unsigned traits = field.traits & (describe::Equal | describe::Range | describe::Sort);
        hasSearch = hasSearch || field.has(describe::Search);
        if (traits != 0) {
            listed.push_back({field.name, field.kind, traits, field.choices});
        }
    }
    return {listed, sort, hasSearch};
}

const std::vector<Line>& lines() {
    static const std::vector<Line> table{
        {.name = "orders",
         .title = QT_TRANSLATE_NOOP("Entity", "Orders"),
         .singular = QT_TRANSLATE_NOOP("Entity", "Order"),
         .area = Sales,
         .read = OrdersRead,
         .write = OrdersRead,
         .calls = ReadOnlyEntity,
         .fields = order::orderFields,
         .sort = "-id",
         .searchFunction = "search_orders"},
        {.name = "order_items",
         .title = QT_TRANSLATE_NOOP("Entity", "Order items"),
         .singular = QT_TRANSLATE_NOOP("Entity", "Order item"),
         .area = Sales,
         .read = OrdersRead,
         .write = OrdersRead,
         .calls = ReadOnlyEntity,
         .fields = order::orderItemFields,
         .sort = "-id",
         .partOf = "order_id"},
        {.name = "order_events",
         .title = QT_TRANSLATE_NOOP("Entity", "Order events"),
         .singular = QT_TRANSLATE_NOOP("Entity", "Order event"),
         .area = Sales,
         .read = OrdersRead,
         .write = OrdersRead,
         .calls = History,
         .fields = order::orderEventFields,
         .sort = "-id",
         .partOf = "order_id"},
        {.name = "proforma_invoices",
         .title = QT_TRANSLATE_NOOP("Entity", "Proformas"),
         .singular = QT_TRANSLATE_NOOP("Entity", "Proforma"),
         .area = Sales,
         .read = OrdersRead,
         .write = OrdersRead,
         .calls = ReadOnlyEntity,
         .fields = order::proformaInvoiceFields,
         .sort = "-id"},
        {.name = "proforma_invoice_items",
         .title = QT_TRANSLATE_NOOP("Entity", "Proforma items"),
         .singular = QT_TRANSLATE_NOOP("Entity", "Proforma item"),
         .area = Sales,
         .read = OrdersRead,
         .write = OrdersRead,
         .calls = ReadOnlyEntity,
         .fields = order::proformaInvoiceItemFields,
         .sort = "-id",
         .partOf = "proforma_id"},
        {.name = "warranties",
         .title = QT_TRANSLATE_NOOP("Entity", "Warranties"),
         .singular = QT_TRANSLATE_NOOP("Entity", "Warranty"),
         .area = Sales,
         .read = WarrantiesRead,
         .write = WarrantiesRead,
         .calls = ReadOnlyEntity,
         .fields = warranty::warrantyFields,
         .sort = "-id"},
        {.name = "warranty_claims",
         .title = QT_TRANSLATE_NOOP("Entity", "Warranty claims"),
         .singular = QT_TRANSLATE_NOOP("Entity", "Warranty claim"),
         .area = Sales,
         .read = WarrantiesRead,
         .write = WarrantiesRead,
         .calls = ReadOnlyEntity,
         .fields = warranty::warrantyClaimFields,
         .sort = "-id"},
        {.name = "reviews",
         .title = QT_TRANSLATE_NOOP("Entity", "Reviews"),
         .singular = QT_TRANSLATE_NOOP("Entity", "Review"),
         .area = Sales,
         .read = ReviewsRead,
         .write = ReviewsRead,
         .calls = ReadOnlyEntity,
         .fields = review::reviewFields,
         .sort = "-id"},
        {.name = "review_helpfuls",
         .title = QT_TRANSLATE_NOOP("Entity", "Helpful votes"),
         .singular = QT_TRANSLATE_NOOP("Entity", "Helpful vote"),
         .area = Sales,
         .read = ReviewsRead,
         .write = ReviewsRead,
         .calls = ReadOnlyEntity,
         .fields = review::reviewHelpfulFields,
         .sort = "-id",
         .partOf = "review_id"},
        {.name = "discounts",
         .title = QT_TRANSLATE_NOOP("Entity", "Discounts"),
         .singular = QT_TRANSLATE_NOOP("Entity", "Discount"),
         .area = Sales,
         .read = DiscountsRead,
         .write = DiscountsWrite,
         .calls = Managed,
         .fields = discount::discountFields,
         .sort = "-id"},
        {.name = "discount_usages",
         .title = QT_TRANSLATE_NOOP("Entity", "Discount uses"),
         .singular = QT_TRANSLATE_NOOP("Entity", "Discount use"),
         .area = Sales,
         .read = DiscountsRead,
         .write = DiscountsRead,
         .calls = ReadOnlyEntity,
         .fields = discount::discountUsageFields,
         .sort = "-id",
         .partOf = "discount_id"},
        {.name = "dealers",
         .title = QT_TRANSLATE_NOOP("Entity", "Dealers"),
         .singular = QT_TRANSLATE_NOOP("Entity", "Dealer"),
         .area = Dealers,
         .read = DealersRead,
         .write = DealersWrite,
         .calls = Create | Edit,
         .fields = describe::fieldsOf<dealer::Dealer>(),
         .sort = "code",
         .table = "dealer_profiles"},
        {.name = "vendors",
         .title = QT_TRANSLATE_NOOP("Entity", "Vendors"),
         .singular = QT_TRANSLATE_NOOP("Entity", "Vendor"),
         .area = Vendors,
         .read = VendorsRead,
         .write = VendorsWrite,
         .calls = Create | Edit,
         .fields = vendor::vendorFields,
         .sort = "title_fa"},
        {.name = "vendor_bank_accounts",
         .title = QT_TRANSLATE_NOOP("Entity", "Vendor bank accounts"),
         .singular = QT_TRANSLATE_NOOP("Entity", "Vendor bank account"),
         .area = Vendors,
         .read = VendorsRead,
         .write = VendorsRead,
         .calls = ReadOnlyEntity,
         .fields = vendor::vendorBankAccountFields,
         .sort = "-id",
         .partOf = "vendor_id"},
        {.name = "vendor_payouts",
         .title = QT_TRANSLATE_NOOP("Entity", "Payouts"),
         .singular = QT_TRANSLATE_NOOP("Entity", "Payout"),
         .area = Vendors,
         .read = VendorsRead,
         .write = VendorsRead,
         .calls = ReadOnlyEntity,
         .fields = vendor::vendorPayoutFields,
         .sort = "-id"},
        {.name = "executors",
         .title = QT_TRANSLATE_NOOP("Entity", "Executors"),
         .singular = QT_TRANSLATE_NOOP("Entity", "Executor"),
         .area = Executors,
         .read = ExecutorsRead,
         .write = ExecutorsWrite,
         .calls = Create | Edit,
         .fields = executor::executorFields,
         .sort = "-id",
         .table = "executor_profiles"},
        {.name = "projects",
         .title = QT_TRANSLATE_NOOP("Entity", "Projects"),
         .singular = QT_TRANSLATE_NOOP("Entity", "Project"),
         .area = Executors,
         .read = ProjectsRead,
         .write = ProjectsWrite,
         .calls = Create | Edit,
         .fields = executor::projectFields,
         .sort = "-id"},
        {.name = "project_bids",
         .title = QT_TRANSLATE_NOOP("Entity", "Bids"),
         .singular = QT_TRANSLATE_NOOP("Entity", "Bid"),
         .area = Executors,
         .read = ProjectsRead,
         .write = ProjectsRead,
         .calls = ReadOnlyEntity,
         .fields = executor::projectBidFields,
         .sort = "-id"},
        {.name = "project_milestones",
         .title = QT_TRANSLATE_NOOP("Entity", "Milestones"),
         .singular = QT_TRANSLATE_NOOP("Entity", "Milestone"),
         .area = Executors,
         .read = ProjectsRead,
         .write = ProjectsWrite,
         .calls = Create | Edit | Remove,
         .fields = executor::projectMilestoneFields,
         .sort = "-id",
         .partOf = "project_id"},
        {.name = "products",
         .title = QT_TRANSLATE_NOOP("Entity", "Products"),
         .singular = QT_TRANSLATE_NOOP("Entity", "Product"),
         .area = Catalog,
         .read = CatalogRead,
         .write = CatalogWrite,
         .calls = Create | Edit,
         .fields = catalog::productFields,
         .sort = "-id",
         .searchFunction = "search_products",
         .searchTable = "product_search"},
        {.name = "product_tier_prices",
         .title = QT_TRANSLATE_NOOP("Entity", "Tier prices"),
         .singular = QT_TRANSLATE_NOOP("Entity", "Tier price"),
         .area = Catalog,
         .read = CatalogRead,
         .write = CatalogWrite,
         .calls = Managed,
         .fields = catalog::productTierPriceFields,
         .sort = "-id",
         .partOf = "product_id"},
        {.name = "product_attribute_values",
         .title = QT_TRANSLATE_NOOP("Entity", "Attribute values"),
         .singular = QT_TRANSLATE_NOOP("Entity", "Attribute value"),
         .area = Catalog,
         .read = CatalogRead,
         .write = CatalogWrite,
         .calls = Create | Edit | Remove,
         .fields = catalog::productAttributeValueFields,
         .sort = "-id",
         .partOf = "product_id"},
        {.name = "product_media",
         .title = QT_TRANSLATE_NOOP("Entity", "Product pictures"),
         .singular = QT_TRANSLATE_NOOP("Entity", "Product picture"),
         .area = Catalog,
         .read = CatalogRead,
         .write = CatalogWrite,
         .calls = Create | Edit | Remove,
         .fields = catalog::productMediaFields,
         .sort = "-id",
         .partOf = "product_id"},
        {.name = "spatial_assets",
         .title = QT_TRANSLATE_NOOP("Entity", "3D models"),
         .singular = QT_TRANSLATE_NOOP("Entity", "3D model"),
         .area = Catalog,
         .read = CatalogRead,
         .write = CatalogWrite,
         .calls = Managed,
         .fields = catalog::spatialAssetFields,
         .sort = "-id",
         .partOf = "product_id"},
        {.name = "categories",
         .title = QT_TRANSLATE_NOOP("Entity", "Categories"),
         .singular = QT_TRANSLATE_NOOP("Entity", "Category"),
         .area = Catalog,
         .read = CatalogRead,
         .write = CatalogWrite,
         .calls = Managed,
         .fields = catalog::categoryFields,
         .sort = "title_fa"},
        {.name = "category_attributes",
         .title = QT_TRANSLATE_NOOP("Entity", "Category attributes"),
         .singular = QT_TRANSLATE_NOOP("Entity", "Category attribute"),
         .area = Catalog,
         .read = CatalogRead,
         .write = CatalogWrite,
         .calls = Create | Edit | Remove,
         .fields = catalog::categoryAttributeFields,
         .sort = "-id",
         .partOf = "category_id"},
        {.name = "brands",
         .title = QT_TRANSLATE_NOOP("Entity", "Brands"),
         .singular = QT_TRANSLATE_NOOP("Entity", "Brand"),
         .area = Catalog,
         .read = CatalogRead,
         .write = CatalogWrite,
         .calls = Managed,
         .fields = catalog::brandFields,
         .sort = "title_fa"},
        {.name = "attribute_groups",
         .title = QT_TRANSLATE_NOOP("Entity", "Attribute groups"),
         .singular = QT_TRANSLATE_NOOP("Entity", "Attribute group"),
         .area = Catalog,
         .read = CatalogRead,
         .write = CatalogWrite,
         .calls = Managed,
         .fields = catalog::attributeGroupFields,
         .sort = "position"},
        {.name = "attributes",
         .title = QT_TRANSLATE_NOOP("Entity", "Attributes"),
         .singular = QT_TRANSLATE_NOOP("Entity", "Attribute"),
         .area = Catalog,
         .read = CatalogRead,
         .write = CatalogWrite,
         .calls = Managed,
         .fields = catalog::attributeFields,
         .sort = "-id"},
        {.name = "attribute_choices",
         .title = QT_TRANSLATE_NOOP("Entity", "Attribute choices"),
         .singular = QT_TRANSLATE_NOOP("Entity", "Attribute choice"),
         .area = Catalog,
         .read = CatalogRead,
         .write = CatalogWrite,
         .calls = Managed,
         .fields = catalog::attributeChoiceFields,
         .sort = "-id",
         .partOf = "attribute_id"},
        {.name = "product_stocks",
         .title = QT_TRANSLATE_NOOP("Entity", "Stock"),
         .singular = QT_TRANSLATE_NOOP("Entity", "Stock of a product"),
         .area = Catalog,
         .read = InventoryRead,
         .write = InventoryRead,
         .calls = ReadOnlyEntity,
         .fields = catalog::productStockFields,
         .sort = "-id",
         .table = "product_stock_list"},
        {.name = "inventory_logs",
         .title = QT_TRANSLATE_NOOP("Entity", "Stock movements"),
         .singular = QT_TRANSLATE_NOOP("Entity", "Stock movement"),
         .area = Catalog,
         .read = InventoryRead,
         .write = InventoryWrite,
         .calls = Create | History,
         .fields = catalog::inventoryLogFields,
         .sort = "-id"},
        {.name = "pages",
         .title = QT_TRANSLATE_NOOP("Entity", "Pages"),
         .singular = QT_TRANSLATE_NOOP("Entity", "Page"),
         .area = Storefront,
         .read = StorefrontRead,
         .write = StorefrontWrite,
         .calls = Create | Edit,
         .fields = storefront::pageFields,
         .sort = "-id"},
        {.name = "banners",
         .title = QT_TRANSLATE_NOOP("Entity", "Banners"),
         .singular = QT_TRANSLATE_NOOP("Entity", "Banner"),
         .area = Storefront,
         .read = StorefrontRead,
         .write = StorefrontWrite,
         .calls = Managed,
         .fields = storefront::bannerFields,
         .sort = "-id"},
        {.name = "carts",
         .title = QT_TRANSLATE_NOOP("Entity", "Carts"),
         .singular = QT_TRANSLATE_NOOP("Entity", "Cart"),
         .area = Storefront,
         .read = StorefrontRead,
         .write = StorefrontRead,
         .calls = ReadOnlyEntity,
         .fields = storefront::cartFields,
         .sort = "-id"},
        {.name = "cart_items",
         .title = QT_TRANSLATE_NOOP("Entity", "Cart items"),
         .singular = QT_TRANSLATE_NOOP("Entity", "Cart item"),
         .area = Storefront,
         .read = StorefrontRead,
         .write = StorefrontRead,
         .calls = ReadOnlyEntity,
         .fields = storefront::cartItemFields,
         .sort = "-id",
         .partOf = "cart_id"},
        {.name = "wishlists",
         .title = QT_TRANSLATE_NOOP("Entity", "Wishlists"),
         .singular = QT_TRANSLATE_NOOP("Entity", "Wishlist"),
         .area = Storefront,
         .read = StorefrontRead,
         .write = StorefrontRead,
         .calls = ReadOnlyEntity,
         .fields = storefront::wishlistFields,
         .sort = "-id"},
        {.name = "wishlist_items",
         .title = QT_TRANSLATE_NOOP("Entity", "Wishlist items"),
         .singular = QT_TRANSLATE_NOOP("Entity", "Wishlist item"),
         .area = Storefront,
         .read = StorefrontRead,
         .write = StorefrontRead,
         .calls = ReadOnlyEntity,
         .fields = storefront::wishlistItemFields,
         .sort = "-id",
         .partOf = "wishlist_id"},
        {.name = "media",
         .title = QT_TRANSLATE_NOOP("Entity", "Media"),
         .singular = QT_TRANSLATE_NOOP("Entity", "File"),
         .area = Storefront,
         .read = MediaRead,
         .write = MediaWrite,
         .calls = Edit | Deactivate,
         .fields = media::mediaFields,
         .sort = "-id"},
        {.name = "shipping_methods",
         .title = QT_TRANSLATE_NOOP("Entity", "Shipping methods"),
         .singular = QT_TRANSLATE_NOOP("Entity", "Shipping method"),
         .area = Storefront,
         .read = ShippingRead,
         .write = ShippingWrite,
         .calls = Managed,
         .fields = shipping::shippingMethodFields,
         .sort = "-id"},
        {.name = "shipping_zones",
         .title = QT_TRANSLATE_NOOP("Entity", "Shipping zones"),
         .singular = QT_TRANSLATE_NOOP("Entity", "Shipping zone"),
         .area = Storefront,
         .read = ShippingRead,
         .write = ShippingWrite,
         .calls = Managed,
         .fields = shipping::shippingZoneFields,
         .sort = "-id"},
        {.name = "shipping_zone_regions",
         .title = QT_TRANSLATE_NOOP("Entity", "Regions of a zone"),
         .singular = QT_TRANSLATE_NOOP("Entity", "Region"),
         .area = Storefront,
         .read = ShippingRead,
         .write = ShippingWrite,
         .calls = Create | Edit | Remove,
         .fields = shipping::shippingZoneRegionFields,
         .sort = "-id",
         .partOf = "zone_id"},
        {.name = "shipping_rates",
         .title = QT_TRANSLATE_NOOP("Entity", "Shipping rates"),
         .singular = QT_TRANSLATE_NOOP("Entity", "Shipping rate"),
         .area = Storefront,
         .read = ShippingRead,
         .write = ShippingWrite,
         .calls = Create | Edit | Remove,
         .fields = shipping::shippingRateFields,
         .sort = "-id",
         .partOf = "zone_id"},
        {.name = "payments",
         .title = QT_TRANSLATE_NOOP("Entity", "Payments"),
         .singular = QT_TRANSLATE_NOOP("Entity", "Payment"),
         .area = Finance,
         .read = PaymentsRead,
         .write = PaymentsRead,
         .calls = ReadOnlyEntity,
         .fields = payment::paymentFields,
         .sort = "-id"},
        {.name = "payment_allocations",
         .title = QT_TRANSLATE_NOOP("Entity", "Allocations"),
         .singular = QT_TRANSLATE_NOOP("Entity", "Allocation"),
         .area = Finance,
         .read = PaymentsRead,
         .write = PaymentsRead,
         .calls = ReadOnlyEntity,
         .fields = payment::paymentAllocationFields,
         .sort = "-id",
         .partOf = "payment_id"},
        {.name = "invoices",
         .title = QT_TRANSLATE_NOOP("Entity", "Invoices"),
         .singular = QT_TRANSLATE_NOOP("Entity", "Invoice"),
         .area = Finance,
         .read = InvoicesRead,
         .write = InvoicesRead,
         .calls = ReadOnlyEntity,
         .fields = invoice::invoiceFields,
         .sort = "-id"},
        {.name = "invoice_items",
         .title = QT_TRANSLATE_NOOP("Entity", "Invoice items"),
         .singular = QT_TRANSLATE_NOOP("Entity", "Invoice item"),
         .area = Finance,
         .read = InvoicesRead,
         .write = InvoicesRead,
         .calls = ReadOnlyEntity,
         .fields = invoice::invoiceItemFields,
         .sort = "-id",
         .partOf = "invoice_id"},
        {.name = "tax_submissions",
         .title = QT_TRANSLATE_NOOP("Entity", "Submissions to Moodian"),
         .singular = QT_TRANSLATE_NOOP("Entity", "Submission to Moodian"),
         .area = Finance,
         .read = InvoicesRead,
         .write = InvoicesRead,
         .calls = ReadOnlyEntity,
         .fields = invoice::taxSubmissionFields,
         .sort = "-id",
         .partOf = "invoice_id"},
        {.name = "tax_memories",
         .title = QT_TRANSLATE_NOOP("Entity", "Tax memories"),
         .singular = QT_TRANSLATE_NOOP("Entity", "Tax memory"),
         .area = Finance,
         .read = InvoicesRead,
         .write = InvoicesWrite,
         .calls = Managed,
         .fields = invoice::taxMemoryFields,
         .sort = "-id"},
        {.name = "tax_rates",
         .title = QT_TRANSLATE_NOOP("Entity", "Tax rates"),
         .singular = QT_TRANSLATE_NOOP("Entity", "Tax rate"),
         .area = Finance,
         .read = InvoicesRead,
         .write = InvoicesWrite,
         .calls = Create | Edit | Remove,
         .fields = invoice::taxRateFields,
         .sort = "-starts_on"},
        {.name = "users",
         .title = QT_TRANSLATE_NOOP("Entity", "Users"),
         .singular = QT_TRANSLATE_NOOP("Entity", "User"),
         .area = System,
         .read = UsersRead,
         .write = UsersWrite,
         .calls = Managed,
         .fields = account::userFields,
         .sort = "email",
         .searchFunction = "search_users"},
        {.name = "addresses",
         .title = QT_TRANSLATE_NOOP("Entity", "Addresses"),
         .singular = QT_TRANSLATE_NOOP("Entity", "Address"),
         .area = System,
         .read = UsersRead,
         .write = UsersWrite,
         .calls = Managed,
         .fields = account::addressFields,
         .sort = "-id",
         .partOf = "user_id"},
        {.name = "user_role_assignments",
         .title = QT_TRANSLATE_NOOP("Entity", "Roles of a user"),
         .singular = QT_TRANSLATE_NOOP("Entity", "Role of a user"),
         .area = System,
         .read = UsersRead,
         .write = UsersRead,
         .calls = ReadOnlyEntity,
         .fields = account::userRoleAssignmentFields,
         .sort = "-id",
         .partOf = "user_id"},
        {.name = "role_permissions",
         .title = QT_TRANSLATE_NOOP("Entity", "Roles"),
         .singular = QT_TRANSLATE_NOOP("Entity", "Right of a role"),
         .area = System,
         .read = UsersRead,
         .write = UsersRead,
         .calls = ReadOnlyEntity,
         .fields = account::rolePermissionFields,
         .sort = "role"},
        {.name = "settings",
         .title = QT_TRANSLATE_NOOP("Entity", "Settings"),
         .singular = QT_TRANSLATE_NOOP("Entity", "Setting"),
         .area = System,
         .read = SettingsRead,
         .write = SettingsWrite,
         .calls = Create | Edit,
         .fields = account::settingFields,
         .sort = "key"},
        {.name = "audit_logs",
         .title = QT_TRANSLATE_NOOP("Entity", "Audit trail"),
         .singular = QT_TRANSLATE_NOOP("Entity", "Audit entry"),
         .area = System,
         .read = AuditRead,
         .write = AuditRead,
         .calls = History,
         .fields = account::auditLogFields,
         .sort = "-id"},
        {.name = "email_templates",
         .title = QT_TRANSLATE_NOOP("Entity", "E-mail templates"),
         .singular = QT_TRANSLATE_NOOP("Entity", "E-mail template"),
         .area = System,
         .read = TemplatesRead,
         .write = TemplatesWrite,
         .calls = Managed,
         .fields = message::emailTemplateFields,
         .sort = "-id"},
        {.name = "sms_templates",
         .title = QT_TRANSLATE_NOOP("Entity", "SMS templates"),
         .singular = QT_TRANSLATE_NOOP("Entity", "SMS template"),
         .area = System,
         .read = TemplatesRead,
         .write = TemplatesWrite,
         .calls = Managed,
         .fields = message::smsTemplateFields,
         .sort = "-id"},
        {.name = "notifications",
         .title = QT_TRANSLATE_NOOP("Entity", "Notifications"),
         .singular = QT_TRANSLATE_NOOP("Entity", "Notification"),
         .area = System,
         .read = NotificationsRead,
         .write = NotificationsRead,
         .calls = ReadOnlyEntity,
         .fields = message::notificationFields,
         .sort = "-id"},
        {.name = "queue_jobs",
         .title = QT_TRANSLATE_NOOP("Entity", "Jobs"),
         .singular = QT_TRANSLATE_NOOP("Entity", "Job"),
         .area = System,
         .read = JobsRead,
         .write = JobsRead,
         .calls = ReadOnlyEntity,
         .fields = job::queueJobFields,
         .sort = "-id"},
        {.name = "failed_jobs",
         .title = QT_TRANSLATE_NOOP("Entity", "Failed jobs"),
         .singular = QT_TRANSLATE_NOOP("Entity", "Failed job"),
         .area = System,
         .read = JobsRead,
         .write = JobsRead,
         .calls = ReadOnlyEntity,
         .fields = job::failedJobFields,
         .sort = "-id"},
    };
    return table;
}

}  // namespace

const FieldInfo* Entity::field(std::string_view fieldName) const {
    for (const FieldInfo& one : fields) {
        if (one.name == fieldName) {
            return &one;
        }
    }
    return nullptr;
}

const FieldInfo& Entity::titleField() const {
    for (const FieldInfo& one : fields) {
        if (one.has(describe::Title)) {
            return one;
        }
    }
    throw std::logic_error("nothing names a record of " + std::string(name));
}

std::span<const Entity> entities() {
    static const std::vector<Entity> all = [] {
        std::vector<Entity> made;
        for (const Line& line : lines()) {
            std::vector<FieldInfo> fields = wholeFields(line);
            ListSpec list = listOf(fields, line.sort);
            // What has a C++ type is worded where that is described, under the type's name.
            const bool isTyped = line.fields.front().has(describe::Key);
            made.push_back({line.name, line.table.empty() ? line.name : line.table, line.title, line.singular,
                            line.area, line.read, line.write, line.calls, std::move(fields), list,
                            line.partOf, line.searchFunction, line.searchTable,
                            isTyped ? line.singular : "Field"});
        }
        return made;
    }();
    return all;
}

const Entity* findEntity(std::string_view name) {
    for (const Entity& entity : entities()) {
        if (entity.name == name) {
            return &entity;
        }
    }
    return nullptr;
}

ReferredTable referredTable(std::string_view schema) {
    if (schema == describe::schemaName<cheque::Cheque>()) {
        return {"cheques", "sayad_id"};
    }
    const Entity* entity = findEntity(schema);
    if (entity == nullptr) {
        throw std::out_of_range(std::string(schema) + " is nothing that one can refer to");
    }
    return {entity->table, entity->titleField().name};
}

std::string wordsOf(const FieldInfo& reference) {
    std::string_view stem = reference.name;
    if (stem.ends_with("_id")) {
        stem.remove_suffix(3);
    }
    return std::string(stem) + "_name";
}

}  // namespace nextgen::api
