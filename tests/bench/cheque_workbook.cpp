#include "tests/bench/cheque_workbook.h"

#include "shared/core/identifier.h"
#include "shared/core/jalali.h"
#include "shared/workbook/writer.h"
#include "tests/bench/site.h"

#include <fmt/format.h>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace nextgen::bench {

namespace {

/// splitmix64: small, and the same on every machine.
class Random {
  public:
    std::uint64_t below(std::uint64_t end) {
        m_state += 0x9e3779b97f4a7c15ULL;
        std::uint64_t value = m_state;
        value = (value ^ (value >> 30U)) * 0xbf58476d1ce4e5b9ULL;
        value = (value ^ (value >> 27U)) * 0x94d049bb133111ebULL;
        return (value ^ (value >> 31U)) % end;
    }
    template <class List>
    const auto& of(const List& list) {
        return list[below(list.size())];
    }

  private:
    std::uint64_t m_state = 1405;
};

constexpr std::array<std::string_view, 8> givenNames{"علی",  "مریم", "حسین", "فاطمه",
                                                     "محمد", "زهرا", "رضا",  "سارا"};
constexpr std::array<std::string_view, 10> familyNames{"رضایی", "کریمی", "محمدی", "حسینی", "احمدی",
                                                       "نوری",  "صادقی", "جعفری", "رستمی", "یزدانی"};
constexpr std::array<std::string_view, 6> descriptions{
    "بابت خرید کالا", "تسویه فاکتور", "پیش‌پرداخت", "قسط اول", "قسط دوم", "علی‌الحساب"};

std::string persianDigits(std::string_view text) {
    constexpr std::array<std::string_view, 10> digits{"۰", "۱", "۲", "۳", "۴", "۵", "۶", "۷", "۸", "۹"};
    std::string result;
    for (const char c : text) {
        if (c >= '0' && c <= '9') {
            result += digits[static_cast<std::size_t>(c - '0')];
        } else {
            result += c;
        }
    }
    return result;
}

std::string grouped(std::int64_t amount) {
    std::string text = std::to_string(amount);
    for (int at = static_cast<int>(text.size()) - 3; at > 0; at -= 3) {
        text.insert(static_cast<std::size_t>(at), ",");
    }
    return text;
}

std::string nationalId(Random& random) {
    const std::string first = fmt::format("{:09}", 1'000'000 + random.below(900'000'000));
    for (char check = '0'; check <= '9'; ++check) {
        if (identifier::isNationalId(first + check)) {
            return first + check;
        }
    }
    return {};
}

}  // namespace

void writeChequeWorkbook(const std::filesystem::path& path, int rows) {
    const workbook::TableLayout layout{"چک‌ها",
                                       true,
                                       {{"ردیف"},
                                        {"شناسه صیادی", 20},
                                        {"بانک"},
                                        {"شعبه"},
                                        {"شماره حساب"},
                                        {"سری چک"},
                                        {"سریال چک"},
                                        {"مبلغ (ریال)", 20},
                                        {"تاریخ سررسید"},
                                        {"صاحب حساب", 24},
                                        {"کد ملی صاحب حساب"},
                                        {"کد نماینده"},
                                        {"شرح", 24}}};
    const auto writer = workbook::writeXlsx(path, layout);
    Random random;
    const JalaliDate firstDue{1405, 9, 1};
    std::string earlierSayadId;
    for (int row = 0; row < rows; ++row) {
        // A step coprime to the range never repeats within it.
        std::string sayadId =
            fmt::format("{:016}", 1'000'000'000'000'000 +
                                      static_cast<std::int64_t>(row) * 7'919'371'931 % 8'999'999'999'999'987);
        const std::int64_t amount = static_cast<std::int64_t>(1 + random.below(4'000)) * 500'000;
        std::string dueOn = firstDue.plusDays(static_cast<int>(random.below(700))).toString();
        workbook::Value amountCell = amount;
        switch (row % 200) {
            case 20:
                sayadId = persianDigits(sayadId);
                break;
            case 60:
                amountCell = grouped(amount);
                break;
            case 90:
                dueOn = persianDigits(dueOn);
                break;
            case 120:
            case 125:
                sayadId = fmt::format("{} {} {} {}", sayadId.substr(0, 4), sayadId.substr(4, 4),
                                      sayadId.substr(8, 4), sayadId.substr(12, 4));
                break;
            case 140:
                amountCell = std::monostate();
                break;
            case 160:
                dueOn = "1405/13/40";
                break;
            case 170:
            case 180:
                sayadId = earlierSayadId;
                break;
            default:
                earlierSayadId = sayadId;
        }
        const identifier::Bank& bank = random.of(identifier::banks());
        const std::vector<workbook::Value> cells{
            std::int64_t{row + 1},
            std::move(sayadId),
            std::string(bank.persianName),
            std::to_string(100 + random.below(9'000)),
            fmt::format("{:010}", random.below(9'999'999'999)),
            fmt::format("{:04}", row / 1'000),
            fmt::format("{:06}", row),
            std::move(amountCell),
            std::move(dueOn),
            fmt::format("{} {}", random.of(givenNames), random.of(familyNames)),
            nationalId(random),
            Site::dealerCode(static_cast<int>(random.below(Site::dealerCount))),
            std::string(random.of(descriptions))};
        writer->row(cells);
    }
    writer->finish();
}

}  // namespace nextgen::bench
