#include "shared/account/setting.h"

#include "shared/account/account_entities.h"
#include "shared/describe/json.h"

#include <algorithm>

namespace nextgen::account {

namespace {

using describe::Choice;

constexpr auto amountUnits = std::to_array<Choice>({
    {0, "rial", QT_TRANSLATE_NOOP("Choice", "Rial")},
    {1, "toman", QT_TRANSLATE_NOOP("Choice", "Toman")},
});

constexpr auto creditChecks = std::to_array<Choice>({
    {0, "block", QT_TRANSLATE_NOOP("Choice", "Refuse what exceeds the limit")},
    {1, "warn", QT_TRANSLATE_NOOP("Choice", "Warn and let it pass")},
    {2, "off", QT_TRANSLATE_NOOP("Choice", "Do not check")},
});

constexpr std::int64_t minutesADay = 24 * 60;
constexpr std::int64_t daysAYear = 365;
constexpr std::int64_t daysAMonth = 31;
constexpr std::int64_t chequesMax = 1000;
constexpr std::size_t titleMax = 100;
constexpr std::size_t rolesMax = 500;

constexpr Setting feature(std::string_view key, const char* title, std::string_view fallback) {
    return {key, describe::record::flag("value", title),
            QT_TRANSLATE_NOOP("Setting", "Whether this part of the shop is open to its visitors."), fallback};
}

constexpr auto table = [] {
    using namespace describe::record;
    return std::to_array<Setting>({
        {"shop.title_fa",
         text("value", QT_TRANSLATE_NOOP("Setting", "Name of the shop")).with(Required).upTo(titleMax),
         QT_TRANSLATE_NOOP("Setting", "Stands above the shop, on invoices and in messages."), R"("")"},
        {"shop.title_en",
         text("value", QT_TRANSLATE_NOOP("Setting", "Name of the shop in English")).upTo(titleMax),
         QT_TRANSLATE_NOOP("Setting", "For pages and messages in English."), R"("")"},
        {"shop.default_language",
         choice("value", QT_TRANSLATE_NOOP("Setting", "Language of the shop"), userLanguages),
         QT_TRANSLATE_NOOP("Setting", "For whoever has not chosen one."), R"("fa")"},
        {"shop.amount_unit", choice("value", QT_TRANSLATE_NOOP("Setting", "Unit of amounts"), amountUnits),
         QT_TRANSLATE_NOOP("Setting", "In which unit the shop shows prices. They are kept in rials."),
         R"("toman")"},
        {"order.reservation_minutes",
         integer("value", QT_TRANSLATE_NOOP("Setting", "Reservation of an order")),
         QT_TRANSLATE_NOOP("Setting", "How long goods are held for an order that is not paid yet."), "20",
         QT_TRANSLATE_NOOP("Setting", "minutes"), 1, minutesADay},
        {"order.return_days", integer("value", QT_TRANSLATE_NOOP("Setting", "Time for sending back")),
         QT_TRANSLATE_NOOP("Setting", "How long after delivery goods may be sent back."), "7",
         QT_TRANSLATE_NOOP("Setting", "days"), 0, daysAYear},
        {"tax.send_deadline_days",
         integer("value", QT_TRANSLATE_NOOP("Setting", "Time for sending to Moodian")),
         QT_TRANSLATE_NOOP("Setting", "Within how many days an invoice has to be sent to the tax office."),
         "7", QT_TRANSLATE_NOOP("Setting", "days"), 1, daysAMonth},
        {"dealer.credit_check",
         choice("value", QT_TRANSLATE_NOOP("Setting", "Check of credit"), creditChecks),
         QT_TRANSLATE_NOOP("Setting", "What happens to an order that would exceed a dealer's credit limit."),
         R"("block")"},
        {"cheque.stop_dealer_at_bounces",
         integer("value", QT_TRANSLATE_NOOP("Setting", "Bounced cheques that stop a dealer")),
         QT_TRANSLATE_NOOP("Setting",
                           "A dealer who has so many bounced cheques that are not settled is put on hold. 0: never."),
         "0", QT_TRANSLATE_NOOP("Setting", "cheques"), 0, chequesMax},
        {"cheque.remind_days", integer("value", QT_TRANSLATE_NOOP("Setting", "Reminder of due cheques")),
         QT_TRANSLATE_NOOP("Setting", "How long before its cheques are due a dealer is reminded of them. 0: never."), "3",
         QT_TRANSLATE_NOOP("Setting", "days"), 0, daysAMonth},
        {"cheque.morning_digest", flag("value", QT_TRANSLATE_NOOP("Setting", "Cheques of the day in the morning")),
         QT_TRANSLATE_NOOP("Setting",
                           "Whoever moves cheques is told from seven o'clock on what is to be deposited and what is late."),
         "true"},
        {"cheque.thursday_is_bank_day",
         flag("value", QT_TRANSLATE_NOOP("Setting", "Banks work on Thursdays")),
         QT_TRANSLATE_NOOP("Setting", "Otherwise a cheque that is due on a Thursday is paid on the Saturday after."),
         "false"},
        {"account.second_factor_roles",
         text("value", QT_TRANSLATE_NOOP("Setting", "Two-step sign-in is demanded of")).upTo(rolesMax),
         QT_TRANSLATE_NOOP("Setting",
                           "Roles, with commas between them: SUPER_ADMIN, ADMIN. Who has one of them and no "
                           "second factor can do nothing but set it up."),
         R"("")"},
        feature("feature.dealer_credit", QT_TRANSLATE_NOOP("Setting", "Credit of dealers"), "true"),
        feature("feature.cheque_import", QT_TRANSLATE_NOOP("Setting", "Import of cheques"), "true"),
        feature("feature.executor_projects", QT_TRANSLATE_NOOP("Setting", "Projects of executors"), "true"),
        feature("feature.reviews", QT_TRANSLATE_NOOP("Setting", "Reviews"), "true"),
        feature("feature.wishlists", QT_TRANSLATE_NOOP("Setting", "Wishlists"), "true"),
        feature("feature.spatial_assets", QT_TRANSLATE_NOOP("Setting", "3D models"), "false"),
    });
}();

}  // namespace

std::span<const Setting> knownSettings() {
    return table;
}

const Setting* findSetting(std::string_view key) {
    const auto found = std::ranges::find(table, key, &Setting::key);
    return found != table.end() ? &*found : nullptr;
}

std::optional<Error> judgeSetting(const Setting& setting, std::string_view json) {
    const describe::Json value = describe::Json::parse(json, nullptr, false);
    if (value.is_discarded()) {
        return Error{ErrorCode::FieldTypeInvalid, {}, {{"expected", "JSON"}}};
    }
    const auto text = describe::textOf(setting.value, value);
    if (!text) {
        return text.error();
    }
    if (setting.value.has(describe::Required) && (!*text || (*text)->empty())) {
        return Error{ErrorCode::FieldRequired, {}, {}};
    }
    if (setting.value.kind == describe::Kind::Integer) {
        const auto number = value.get<std::int64_t>();
        if (number < setting.least || number > setting.most) {
            const std::string bounds = std::to_string(setting.least) + " … " + std::to_string(setting.most);
            return Error{ErrorCode::ValueNotAllowed, {}, {{"allowed", bounds}}};
        }
    }
    return std::nullopt;
}

bool isJson(std::string_view text) {
    return describe::Json::accept(text);
}

std::optional<SettingValue> settingValue(std::string_view json) {
    const describe::Json value = describe::Json::parse(json, nullptr, false);
    if (value.is_string()) {
        return value.get<std::string>();
    }
    if (value.is_boolean()) {
        return value.get<bool>();
    }
    if (value.is_number_integer()) {
        return value.get<std::int64_t>();
    }
    return std::nullopt;
}

std::string jsonOf(const SettingValue& value) {
    return std::visit([](const auto& held) { return describe::Json(held).dump(); }, value);
}

}  // namespace nextgen::account
