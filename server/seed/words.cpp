#include "server/seed/words.h"

#include "shared/core/text.h"

#include <array>

namespace nextgen::seed {

namespace {

constexpr auto goodsTable = std::to_array<Word>({
    {"گوشی موبایل", "mobile-phone"},
    {"لپ‌تاپ", "laptop"},
    {"هدفون", "headphones"},
    {"ساعت هوشمند", "smart-watch"},
    {"تلویزیون", "television"},
    {"یخچال فریزر", "refrigerator"},
    {"جاروبرقی", "vacuum-cleaner"},
    {"ماشین لباسشویی", "washer"},
    {"قهوه‌ساز", "coffee-maker"},
    {"سرویس قابلمه", "cookware"},
    {"فرش ماشینی", "carpet"},
    {"مبل راحتی", "sofa"},
    {"میز تحریر", "desk"},
    {"صندلی اداری", "office-chair"},
    {"کفش ورزشی", "sneakers"},
    {"پیراهن مردانه", "shirt"},
    {"مانتو", "coat"},
    {"کیف چرمی", "leather-bag"},
    {"عطر", "perfume"},
    {"دفتر یادداشت", "notebook"},
    {"کتاب رمان", "novel"},
    {"اسباب‌بازی", "toy"},
    {"دریل شارژی", "drill"},
    {"لامپ ال‌ای‌دی", "led-lamp"},
});

constexpr auto brandTable = std::to_array<Word>({
    {"پارسا", "parsa"},       {"البرز", "alborz"},   {"سپهر", "sepehr"},     {"نوین", "novin"},
    {"آریا", "aria"},         {"کاسپین", "caspian"}, {"دماوند", "damavand"}, {"زاگرس", "zagros"},
    {"سامان", "saman"},       {"پویا", "pouya"},     {"آسیا", "asia"},       {"مهرگان", "mehregan"},
    {"ستاره شرق", "setareh"}, {"فراز", "faraz"},     {"یکتا", "yekta"},      {"الوند", "alvand"},
    {"هیرمند", "hirmand"},    {"سهند", "sahand"},    {"بهار", "bahar"},      {"نگین", "negin"},
});

constexpr auto firstNames = std::to_array<std::string_view>(
    {"علی",  "زهرا",  "محمد",  "فاطمه",  "رضا",   "مریم", "حسین",   "سارا",  "مهدی",  "نرگس",
     "امیر", "الهام", "حمید",  "نازنین", "سعید",  "لیلا", "مجید",   "پریسا", "کیان",  "یاسمن",
     "آرش",  "شیرین", "بهرام", "مینا",   "فرهاد", "ندا",  "کامران", "رؤیا",  "پژمان", "هانیه"});

constexpr auto familyNames =
    std::to_array<std::string_view>({"احمدی",   "محمدی",    "حسینی",           "رضایی",
                                     "کریمی",   "موسوی",    "جعفری",           "صادقی",
                                     "رحیمی",   "ابراهیمی", "قاسمی",           "یزدانی",
                                     "اکبری",   "نوری",     "کاظمی",           "مرادی",
                                     "سلیمانی", "فرهادی",   "شریفی",           "طاهری",
                                     "باقری",   "نجفی",     "عباسی",           "زارع",
                                     "حیدری",   "امینی",    "پورمحمد",         "خسروی",
                                     "ملکی",    "رستمی",    "شیرازی",          "اصفهانی",
                                     "تبریزی",  "کرمانی",   "نیک‌نام", "خوش‌سیما"});

constexpr auto companies = std::to_array<std::string_view>(
    {"بازرگانی", "شرکت پخش", "فروشگاه", "صنایع", "تعاونی", "گروه تولیدی", "خدمات فنی", "نمایندگی"});

constexpr auto places = std::to_array<Place>({
    {"تهران", "تهران"},
    {"اصفهان", "اصفهان"},
    {"فارس", "شیراز"},
    {"خراسان رضوی", "مشهد"},
    {"آذربایجان شرقی", "تبریز"},
    {"خوزستان", "اهواز"},
    {"گیلان", "رشت"},
    {"مازندران", "ساری"},
    {"کرمان", "کرمان"},
    {"البرز", "کرج"},
    {"قم", "قم"},
    {"یزد", "یزد"},
    {"کرمانشاه", "کرمانشاه"},
    {"همدان", "همدان"},
    {"هرمزگان", "بندرعباس"},
    {"آذربایجان غربی", "ارومیه"},
});

constexpr auto streets =
    std::to_array<std::string_view>({"خیابان ولیعصر", "خیابان انقلاب", "بلوار کشاورز", "خیابان مطهری",
                                     "خیابان شریعتی", "بلوار آزادی", "خیابان سعدی", "خیابان حافظ"});

constexpr auto adjectives =
    std::to_array<std::string_view>({"اصلی", "ضدآب", "سبک", "هوشمند", "تاشو", "حرفه‌ای",
                                     "کم‌مصرف", "بی‌سیم", "دست‌دوز", "خانگی"});

constexpr auto colours = std::to_array<std::string_view>(
    {"مشکی", "سفید", "آبی", "سبز", "قرمز", "نقره‌ای", "طلایی", "خاکستری"});

constexpr auto opinions = std::to_array<std::string_view>({
    "کیفیت ساخت خوب است و زود رسید.",
    "بسته‌بندی آسیب دیده بود ولی خود کالا سالم است.",
    "با توضیحات فروشنده یکی بود؛ راضی‌ام.",
    "نسبت به قیمتش ارزش خرید دارد.",
    "رنگش با عکس فرق می‌کند.",
    "پس از یک ماه کار کردن مشکلی نداشت.",
    "اندازه کوچک‌تر از آن بود که فکر می‌کردم.",
    "پشتیبانی فروشنده عالی بود.",
});

template <class T, std::size_t size>
const T& oneOf(Dice& dice, const std::array<T, size>& all) {
    return all[static_cast<std::size_t>(dice.below(static_cast<std::int64_t>(size)))];
}

void replaceAll(std::string& text, std::string_view from, std::string_view to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
}

std::string joined(std::initializer_list<std::string_view> parts) {
    std::string text;
    for (const std::string_view part : parts) {
        if (!text.empty()) {
            text += ' ';
        }
        text += part;
    }
    return text;
}

}  // namespace

std::span<const Word> goods() {
    return goodsTable;
}

std::span<const Word> brandWords() {
    return brandTable;
}

std::string personName(Dice dice) {
    return asTyped(dice, joined({oneOf(dice, firstNames), oneOf(dice, familyNames)}), 200);
}

std::string companyName(Dice dice) {
    return asTyped(
        dice, joined({oneOf(dice, companies), oneOf(dice, brandTable).persian, oneOf(dice, familyNames)}),
        200);
}

Place place(Dice dice) {
    return places[static_cast<std::size_t>(dice.skewed(static_cast<std::int64_t>(places.size())))];
}

std::string street(Dice dice) {
    return joined({oneOf(dice, streets), "پلاک", std::to_string(1 + dice.below(400))});
}

std::string opinion(Dice dice) {
    return asTyped(dice, joined({oneOf(dice, opinions), oneOf(dice, opinions)}), 5000);
}

std::string productTitle(Dice dice, const Word& kind, std::string_view brand) {
    static constexpr std::string_view letters = "ABCDEFGHJKLMNPRSTUVWXYZ";
    std::string model;
    for (int i = 0; i < 3; ++i) {
        model += letters[static_cast<std::size_t>(dice.below(static_cast<std::int64_t>(letters.size())))];
    }
    model += std::to_string(100 + dice.below(9900));
    return asTyped(dice,
                   joined({kind.persian, brand, oneOf(dice, adjectives), oneOf(dice, colours), "مدل", model}),
                   300);
}

std::string asTyped(Dice dice, std::string text, std::size_t charactersMax) {
    switch (dice.below(96)) {
        case 0:
            replaceAll(text, "ی", "ي");
            replaceAll(text, "ک", "ك");
            return text;
        case 1:
            replaceAll(text, " ", "\u200c");
            return text;
        case 2:
            return text + " ۱۲٣4";
        case 3:
            return "\u200f\u202b" + text + "\u202c";
        case 4:
            return text + " ـــ مُحکَم";
        case 5:
            if (dice.chance(50)) {
                while (text::length(text) <= charactersMax) {
                    text += " و " + text;
                }
                return text::shortened(text, charactersMax);
            }
            return text + "\u00a0\\ 'نو'\t\"";
        default:
            return text;
    }
}

}  // namespace nextgen::seed
