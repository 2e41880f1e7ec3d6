#pragma once

#include "shared/cheque/cheque.h"
#include "shared/describe/describe.h"
#include "shared/describe/translate.h"

#include <array>
#include <optional>

/// Cheques that are, or may be, the same piece of paper.
namespace nextgen::cheque {

/// What two cheques have in common, the surest first.
enum class TwinBy { SayadId, Leaf, Account, Amount };

inline constexpr auto twinReasons = std::to_array<describe::Choice>({
    {static_cast<int>(TwinBy::SayadId), "sayad_id", QT_TRANSLATE_NOOP("Choice", "Same Sayad id")},
    {static_cast<int>(TwinBy::Leaf), "leaf", QT_TRANSLATE_NOOP("Choice", "Same bank, series and serial")},
    {static_cast<int>(TwinBy::Account), "account", QT_TRANSLATE_NOOP("Choice", "Same account and serial")},
    {static_cast<int>(TwinBy::Amount), "amount",
     QT_TRANSLATE_NOOP("Choice", "Same dealer and amount, due within days")},
});
constexpr const auto& choicesOf(std::type_identity<TwinBy>) {
    return twinReasons;
}

/// How far the due dates of likely twins lie apart.
inline constexpr int twinDaysMax = 3;

/// Whether it is the same paper for certain; otherwise it looks so, and a person has to look.
constexpr bool isCertain(TwinBy by) {
    return by != TwinBy::Amount;
}

/// What makes these two look the same; nullopt: nothing. Two different Sayad ids are two papers. Identifiers
/// are in their stored form.
std::optional<TwinBy> twinOf(const Cheque& one, const Cheque& other);

}  // namespace nextgen::cheque
