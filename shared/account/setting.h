#pragma once

#include "shared/core/error.h"
#include "shared/describe/describe.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

/// The settings of a tenant that the program knows. Others may be kept beside them, as any JSON.
namespace nextgen::account {

struct Setting {
    std::string_view key;
    /// Its title (in the context "Setting"), kind and choices: a Text, a Choice, an Integer or a Bool.
    describe::FieldInfo value;
    const char* help;            ///< in the context "Setting"
    std::string_view fallback;   ///< JSON that holds while the setting is not there
    const char* unit = nullptr;  ///< of an Integer, in the context "Setting": "minutes"
    std::int64_t least = 0;      ///< of an Integer
    std::int64_t most = 0;
};

std::span<const Setting> knownSettings();
/// nullptr for a key that the program does not know.
const Setting* findSetting(std::string_view key);

/// What is wrong with `json` as the setting's value; nullopt: nothing. field_type_invalid, field_required,
/// field_too_long, value_not_allowed.
std::optional<Error> judgeSetting(const Setting& setting, std::string_view json);
/// Whether it is JSON at all.
bool isJson(std::string_view text);

using SettingValue = std::variant<std::string, std::int64_t, bool>;
/// nullopt for JSON of another kind, or what is none.
std::optional<SettingValue> settingValue(std::string_view json);
std::string jsonOf(const SettingValue& value);

}  // namespace nextgen::account
