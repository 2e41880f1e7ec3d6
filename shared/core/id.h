#pragma once

#include <charconv>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace nextgen {

/// A row's number, distinct per kind: a DealerId never passes for a ChequeId. Zero is "none yet". In JSON a
/// string of digits, since JavaScript loses integers above 2^53.
template <class Tag>
class Id {
  public:
    constexpr Id() = default;
    constexpr explicit Id(std::int64_t value) : m_value(value) {}

    constexpr std::int64_t value() const { return m_value; }
    constexpr explicit operator bool() const { return m_value != 0; }
    std::string toString() const { return std::to_string(m_value); }

    /// Digits only, above zero; nullopt otherwise.
    static std::optional<Id> parse(std::string_view text) {
        std::int64_t value = 0;
        const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (failure != std::errc{} || end != text.data() + text.size() || value <= 0) {
            return std::nullopt;
        }
        return Id(value);
    }

    constexpr auto operator<=>(const Id&) const = default;

  private:
    std::int64_t m_value = 0;
};

using TenantId = Id<struct TenantTag>;
using UserId = Id<struct UserTag>;
using SessionId = Id<struct SessionTag>;
using DealerId = Id<struct DealerTag>;
using VendorId = Id<struct VendorTag>;
using ExecutorId = Id<struct ExecutorTag>;
using ChequeId = Id<struct ChequeTag>;
using ChequeEventId = Id<struct ChequeEventTag>;
using ChequeImportId = Id<struct ChequeImportTag>;
using LedgerEntryId = Id<struct LedgerEntryTag>;
using LedgerLineId = Id<struct LedgerLineTag>;

}  // namespace nextgen

template <class Tag>
struct std::hash<nextgen::Id<Tag>> {
    std::size_t operator()(nextgen::Id<Tag> id) const { return std::hash<std::int64_t>{}(id.value()); }
};
