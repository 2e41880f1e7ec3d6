#include "server/http/problem.h"

#include "server/log/mask.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <nlohmann/json.hpp>

namespace nextgen::http {

namespace {

struct StatusText {
    int status;
    std::string_view english;
    std::string_view persian;
};

constexpr auto statusTexts = std::to_array<StatusText>({
    {400, "Bad request", "درخواست نادرست"},
    {401, "Not signed in", "وارد نشده‌اید"},
    {403, "Not allowed", "مجاز نیست"},
    {404, "Not found", "پیدا نشد"},
    {405, "Method not allowed", "روش مجاز نیست"},
    {408, "Request timeout", "پایان مهلت درخواست"},
    {409, "Conflict", "ناسازگاری"},
    {412, "Changed meanwhile", "در این میان تغییر کرده است"},
    {413, "Too large", "بیش از اندازه بزرگ"},
    {414, "Address too long", "نشانی بیش از اندازه بلند"},
    {415, "Media type not supported", "نوع محتوا پشتیبانی نمی‌شود"},
    {422, "Not acceptable as it stands", "به این شکل پذیرفتنی نیست"},
    {423, "Locked", "قفل شده"},
    {428, "Precondition required", "پیش‌شرط لازم است"},
    {429, "Too many requests", "درخواست بیش از اندازه"},
    {431, "Headers too large", "سرآیندهای بیش از اندازه بزرگ"},
    {500, "Internal error", "خطای داخلی"},
    {503, "Unavailable for now", "فعلاً در دسترس نیست"},
});

std::string_view titleOf(int status, Language language) {
    for (const StatusText& text : statusTexts) {
        if (text.status == status) {
            return language == Language::Persian ? text.persian : text.english;
        }
    }
    return language == Language::Persian ? "خطا" : "Error";
}

/// A parameter of the query is named by its own member: a JSON pointer points into bodies.
const std::string* parameterOf(const Error& error) {
    switch (error.code) {
        case ErrorCode::QueryParameterUnknown:
        case ErrorCode::QueryParameterInvalid:
        case ErrorCode::SortNotAllowed:
            break;
        default:
            return nullptr;
    }
    for (const auto& [name, value] : error.arguments) {
        if (name == "name") {
            return &value;
        }
    }
    return nullptr;
}

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

bool startsWithLanguage(std::string_view range, std::string_view language) {
    return range.size() >= language.size() &&
           std::equal(language.begin(), language.end(), range.begin(),
                      [](char a, char b) { return a == (b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b); }) &&
           (range.size() == language.size() || range[language.size()] == '-');
}

double qualityOf(std::string_view parameters) {
    const auto at = parameters.find("q=");
    if (at == std::string_view::npos) {
        return 1.0;
    }
    double quality = 0;
    const std::string_view text = trimmed(parameters.substr(at + 2));
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), quality);
    return failure == std::errc{} ? std::clamp(quality, 0.0, 1.0) : 0.0;
}

}  // namespace

Problem::Problem(Errors errors) : m_error{ErrorCode::ValidationFailed, {}, {}}, m_errors(std::move(errors)) {
    if (m_errors.size() == 1 && m_errors.front().pointer.empty()) {
        m_error = std::move(m_errors.front());
        m_errors.clear();
        return;
    }
    // Faults of the query, the body's form and the like keep their own status: only fields are validated.
    const auto isOfRequest = [](const Error& error) { return errorText(error.code).httpStatus < 422; };
    if (const auto first = std::find_if(m_errors.begin(), m_errors.end(), isOfRequest);
        first != m_errors.end()) {
        m_error = *first;
    }
}

Problem& Problem::with(std::string_view member, const Json& value) & {
    m_members.emplace_back(member, value.dump());
    return *this;
}

Problem Problem::with(std::string_view member, const Json& value) && {
    return std::move(with(member, value));
}

Problem& Problem::retryAfter(int seconds) & {
    m_retryAfterSeconds = seconds;
    return *this;
}

Problem Problem::retryAfter(int seconds) && {
    return std::move(retryAfter(seconds));
}

int Problem::status() const {
    return errorText(m_error.code).httpStatus;
}

// Refusals are written down by those who meet them: what somebody typed in the wrong place is hidden as in
// our own log.
Json Problem::toJson(Language language, std::string_view requestId) const {
    const int status = this->status();
    Json json = Json::object();
    json["type"] = "urn:nextgen:problem:" + std::string(errorName(m_error.code));
    json["title"] = titleOf(status, language);
    json["status"] = status;
    json["detail"] = log::masked(errorSentence(m_error, language));
    json["code"] = errorName(m_error.code);
    if (!requestId.empty()) {
        json["request_id"] = requestId;
    }
    const auto member = [&](const Error& error) {
        Json one = Json::object();
        one["pointer"] = error.pointer;
        if (const std::string* parameter = parameterOf(error)) {
            one["parameter"] = log::masked(*parameter);
        }
        one["code"] = errorName(error.code);
        one["message"] = log::masked(errorSentence(error, language));
        return one;
    };
    if (!m_errors.empty()) {
        Json& list = json["errors"] = Json::array();
        for (const Error& error : m_errors) {
            list.push_back(member(error));
        }
    } else if (!m_error.pointer.empty() || parameterOf(m_error) != nullptr) {
        json["errors"] = Json::array({member(m_error)});
    }
    for (const auto& [name, value] : m_members) {
        json[name] = Json::parse(value);
    }
    return json;
}

std::string Problem::render(Language language, std::string_view requestId) const {
    // A header or a query may hold bytes that are not UTF-8; an answer never does.
    return toJson(language, requestId).dump(-1, ' ', false, Json::error_handler_t::replace);
}

Language languageOf(std::string_view acceptLanguage) {
    double persian = 0;
    double english = 0;
    while (!acceptLanguage.empty()) {
        const auto comma = acceptLanguage.find(',');
        const std::string_view item = trimmed(acceptLanguage.substr(0, comma));
        acceptLanguage =
            comma == std::string_view::npos ? std::string_view() : acceptLanguage.substr(comma + 1);
        const auto semicolon = item.find(';');
        const std::string_view range = trimmed(item.substr(0, semicolon));
        const double quality =
            semicolon == std::string_view::npos ? 1.0 : qualityOf(item.substr(semicolon + 1));
        if (startsWithLanguage(range, "fa")) {
            persian = std::max(persian, quality);
        } else if (startsWithLanguage(range, "en")) {
            english = std::max(english, quality);
        }
    }
    return persian > english || (persian == english && persian > 0) ? Language::Persian : Language::English;
}

}  // namespace nextgen::http
