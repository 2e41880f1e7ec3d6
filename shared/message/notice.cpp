#include "shared/message/notice.h"

#include <algorithm>
#include <stdexcept>

namespace nextgen::message {

namespace {

constexpr auto catalogue = std::to_array<NoticeText>({
    {"cheque_bounced", "Cheque {title} bounced.", "چک {title} برگشت خورد."},
    {"cheques_bounced", "{title} cheques bounced.", "{title} چک برگشت خورد.", "status=bounced"},
    {"bounce_undone", "The bounce of cheque {title} was taken back.", "برگشت چک {title} لغو شد."},
    {"bounces_undone", "The bounce of {title} cheques was taken back.", "برگشت {title} چک لغو شد."},
    {"dealer_stopped", "Dealer {title} was put on hold because of bounced cheques.",
     "به سبب چک‌های برگشتی، حساب نمایندهٔ «{title}» متوقف شد."},
    {"cheques_to_deposit", "{title} cheques on hand come due today.", "{title} چک نزد صندوق امروز سررسید می‌شود.",
     "status=on_hand"},
    {"cheques_matured", "{title} cheques on hand came due and were not deposited.",
     "{title} چک نزد صندوق سررسید گذشته و واگذار نشده است.", "status=on_hand"},
    {"cheques_due_soon", "{title} of your cheques come due in the next days.",
     "{title} چک شما در روزهای آینده سررسید می‌شود."},
    {"import_staged", "The file “{title}” was read and can be checked and posted.",
     "فایل «{title}» خوانده شد و آمادهٔ بررسی و ثبت است."},
    {"import_failed", "The file “{title}” could not be read.", "فایل «{title}» خوانده نشد."},
    {"import_posted", "The cheques of the file “{title}” were posted.",
     "چک‌های فایل «{title}» ثبت شد."},
    {"account_locked",
     "Your account was locked for 15 minutes after wrong passwords or codes from {title}. If that was not "
     "you, change your password.",
     "حساب شما پس از چند گذرواژه یا کد نادرست از نشانی {title} برای ۱۵ دقیقه قفل شد. اگر کار شما نبوده است "
     "گذرواژهٔ خود را عوض کنید."},
    {"account_unlocked", "Your account was unlocked by {title}.", "{title} قفل حساب شما را باز کرد."},
    {"second_factor_on", "Two-step sign-in was turned on for {title}.",
     "ورود دومرحله‌ای برای حساب {title} روشن شد."},
    {"second_factor_off", "Two-step sign-in was turned off for {title}.",
     "ورود دومرحله‌ای برای حساب {title} خاموش شد."},
    {"recovery_code_used", "A recovery code was used on your account; {title} are left.",
     "یک کد بازیابی حساب شما به کار رفت؛ {title} کد مانده است."},
    {"password_changed", "The password of {title} was changed, and the other sessions were ended.",
     "گذرواژهٔ حساب {title} عوض شد و نشست‌های دیگر آن پایان یافت."},
    {"import_undone", "The posting of the file “{title}” was undone.", "ثبت فایل «{title}» برگردانده شد."},
});

}  // namespace

std::span<const NoticeText> noticeCatalogue() {
    return catalogue;
}

const NoticeText* findNoticeText(std::string_view code) {
    const auto found = std::ranges::find(catalogue, code, &NoticeText::code);
    return found == catalogue.end() ? nullptr : &*found;
}

const NoticeText& noticeText(std::string_view code) {
    if (const NoticeText* text = findNoticeText(code)) {
        return *text;
    }
    throw std::out_of_range("no notice is called " + std::string(code));
}

std::string sentenceOf(const Notice& notice, Language language) {
    const NoticeText* text = findNoticeText(notice.code);
    if (text == nullptr) {
        return notice.body;
    }
    static constexpr std::string_view mark = "{title}";
    std::string sentence(language == Language::Persian ? text->persian : text->english);
    if (const auto at = sentence.find(mark); at != std::string::npos) {
        sentence.replace(at, mark.size(), notice.title);
    }
    return sentence;
}

}  // namespace nextgen::message
