#include "shared/api/permission.h"

#include <array>

namespace nextgen {

namespace {

using enum Permission;

constexpr auto catalogue = std::to_array<PermissionText>({
    {DealersRead, "dealers.read", "See dealers", "دیدن نمایندگان"},
    {CreditRead, "credit.read", "See credit exposure and ledgers", "دیدن اعتبار و دفتر حساب نمایندگان"},
    {ChequesRead, "cheques.read", "See cheques", "دیدن چک‌ها"},
    {ChequesWrite, "cheques.write", "Record cheques", "ثبت چک"},
    {ChequesMove, "cheques.move", "Deposit, clear, bounce and otherwise move cheques",
     "واگذاری، وصول، برگشت و دیگر عملیات چک"},
    {ChequesImport, "cheques.import", "Import cheques from workbooks", "ورود چک از اکسل"},
    {UsersRead, "users.read", "See users", "دیدن کاربران"},
    {AuditRead, "audit.read", "See the audit trail", "دیدن سابقهٔ رویدادها"},
    {DealersWrite, "dealers.write", "Create and change dealers", "ثبت و تغییر نمایندگان"},
    {UsersWrite, "users.write", "Create and change users", "ثبت و تغییر کاربران"},
    {VendorsRead, "vendors.read", "See vendors and their payouts",
     "دیدن فروشندگان و تسویه‌ها"},
    {VendorsWrite, "vendors.write", "Create and change vendors", "ثبت و تغییر فروشندگان"},
    {CatalogRead, "catalog.read", "See the catalogue", "دیدن کالاها و دسته‌ها"},
    {CatalogWrite, "catalog.write", "Change the catalogue",
     "ثبت و تغییر کالاها و دسته‌ها"},
    {InventoryRead, "inventory.read", "See stock and its movements", "دیدن موجودی و گردش آن"},
    {InventoryWrite, "inventory.write", "Record stock movements", "ثبت حرکت موجودی"},
    {OrdersRead, "orders.read", "See orders and proformas",
     "دیدن سفارش‌ها و پیش‌فاکتورها"},
    {PaymentsRead, "payments.read", "See payments", "دیدن پرداخت‌ها"},
    {InvoicesRead, "invoices.read", "See invoices and tax settings",
     "دیدن صورتحساب‌ها و تنظیمات مالیاتی"},
    {InvoicesWrite, "invoices.write", "Change tax memories and rates",
     "تغییر حافظه‌ها و نرخ‌های مالیاتی"},
    {ExecutorsRead, "executors.read", "See executors", "دیدن مجریان"},
    {ExecutorsWrite, "executors.write", "Create and change executors", "ثبت و تغییر مجریان"},
    {ProjectsRead, "projects.read", "See projects and bids",
     "دیدن پروژه‌ها و پیشنهادها"},
    {ProjectsWrite, "projects.write", "Create and change projects", "ثبت و تغییر پروژه‌ها"},
    {WarrantiesRead, "warranties.read", "See warranties and claims",
     "دیدن ضمانت‌نامه‌ها و درخواست‌های گارانتی"},
    {ReviewsRead, "reviews.read", "See reviews", "دیدن دیدگاه‌ها"},
    {DiscountsRead, "discounts.read", "See discounts", "دیدن تخفیف‌ها"},
    {DiscountsWrite, "discounts.write", "Create and change discounts",
     "ثبت و تغییر تخفیف‌ها"},
    {StorefrontRead, "storefront.read", "See pages, banners, carts and wishlists",
     "دیدن صفحه‌ها، بنرها، سبدها و علاقه‌مندی‌ها"},
    {StorefrontWrite, "storefront.write", "Change pages and banners",
     "تغییر صفحه‌ها و بنرها"},
    {MediaRead, "media.read", "See files", "دیدن فایل‌ها"},
    {MediaWrite, "media.write", "Change what is said of files", "تغییر مشخصات فایل‌ها"},
    {ShippingRead, "shipping.read", "See shipping methods, zones and rates",
     "دیدن روش‌ها و نرخ‌های ارسال"},
    {ShippingWrite, "shipping.write", "Change shipping methods, zones and rates",
     "تغییر روش‌ها و نرخ‌های ارسال"},
    {TemplatesRead, "templates.read", "See the wording of messages", "دیدن قالب‌های پیام"},
    {TemplatesWrite, "templates.write", "Change the wording of messages",
     "تغییر قالب‌های پیام"},
    {NotificationsRead, "notifications.read", "See notifications sent", "دیدن اعلان‌ها"},
    {JobsRead, "jobs.read", "See jobs of the program", "دیدن کارهای سامانه"},
    {SettingsRead, "settings.read", "See settings", "دیدن تنظیمات"},
    {SettingsWrite, "settings.write", "Change settings", "تغییر تنظیمات"},
    {SecretsReveal, "secrets.reveal", "See national ids and IBANs in full", "دیدن کامل کد ملی و شبا"},
    {ViewsShare, "views.share", "Share saved views with colleagues",
     "همرسانی نماهای ذخیره‌شده با همکاران"},
    {RolesWrite, "roles.write", "Make roles and give them to people", "ساختن نقش و دادن آن به افراد"},
    {FilesRemove, "files.remove", "Remove files that others attached", "حذف پیوست‌های دیگران"},
});

}  // namespace

std::span<const PermissionText> permissionCatalogue() {
    return catalogue;
}

std::string_view permissionName(Permission permission) {
    for (const PermissionText& line : catalogue) {
        if (line.permission == permission) {
            return line.name;
        }
    }
    return "signed_in";
}

std::optional<Permission> permissionByName(std::string_view name) {
    for (const PermissionText& line : catalogue) {
        if (line.name == name) {
            return line.permission;
        }
    }
    return std::nullopt;
}

}  // namespace nextgen
