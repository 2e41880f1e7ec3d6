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
