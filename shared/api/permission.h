#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace nextgen {

/// A named right, the same word in the database, in answers and in the client.
enum class Permission : std::uint8_t {
    SignedIn,  ///< no right beyond being signed in; never stored
    DealersRead,
    CreditRead,
    ChequesRead,
    ChequesWrite,
    ChequesMove,
    ChequesImport,
    UsersRead,
    AuditRead,
    DealersWrite,
    UsersWrite,
    VendorsRead,
    VendorsWrite,
    CatalogRead,
    CatalogWrite,
    InventoryRead,
    InventoryWrite,
    OrdersRead,
    PaymentsRead,
    InvoicesRead,
    InvoicesWrite,
    ExecutorsRead,
    ExecutorsWrite,
    ProjectsRead,
    ProjectsWrite,
    WarrantiesRead,
    ReviewsRead,
    DiscountsRead,
    DiscountsWrite,
    StorefrontRead,
    StorefrontWrite,
    MediaRead,
    MediaWrite,
    ShippingRead,
    ShippingWrite,
    TemplatesRead,
    TemplatesWrite,
    NotificationsRead,
    JobsRead,
    SettingsRead,
    SettingsWrite,
    SecretsReveal,
    ViewsShare,
    RolesWrite,
    FilesRemove,
};

struct PermissionText {
    Permission permission;
    std::string_view name;
    std::string_view english;
    std::string_view persian;
};

std::span<const PermissionText> permissionCatalogue();
std::string_view permissionName(Permission permission);
std::optional<Permission> permissionByName(std::string_view name);

}  // namespace nextgen
