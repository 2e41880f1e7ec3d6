#include "server/message/mail_post.h"

#include <curl/curl.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <string_view>

namespace nextgen::message {

namespace {

constexpr long connectSecondsMax = 15;
constexpr long secondsMax = 60;
constexpr long permanentFrom = 500;

struct FreeCurl {
    void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
};
struct FreeList {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

/// What is still to be sent.
std::size_t give(char* into, std::size_t size, std::size_t count, void* rest) {
    auto& left = *static_cast<std::string_view*>(rest);
    const std::size_t bytes = std::min(size * count, left.size());
    std::memcpy(into, left.data(), bytes);
    left.remove_prefix(bytes);
    return bytes;
}

bool isThisMachine(std::string_view url) {
    for (const std::string_view host : {"://127.0.0.1", "://localhost", "://[::1]"}) {
        if (url.find(host) != std::string_view::npos) {
            return true;
        }
    }
    return false;
}

Delivery outcomeOf(CURLcode result, long code) {
    if (result == CURLE_OK) {
        return {Delivery::State::Taken, {}};
    }
    // That we are not let in, or not under TLS, says nothing of the message.
    const bool isOfMessage = result != CURLE_LOGIN_DENIED && result != CURLE_USE_SSL_FAILED;
    if (code >= permanentFrom && isOfMessage) {
        return {Delivery::State::Refused, fmt::format("smtp_{}", code)};
    }
    return {Delivery::State::Later, result == CURLE_LOGIN_DENIED    ? "smtp_login_denied"
                                    : result == CURLE_USE_SSL_FAILED ? "smtp_without_tls"
                                    : code >= 400                    ? fmt::format("smtp_{}", code)
                                                                     : std::string("smtp_unreachable")};
}

}  // namespace

Delivery deliver(const PostSettings& settings, const Mail& mail) {
    if (!isAddress(mail.to)) {
        return {Delivery::State::Refused, "no_address"};
    }
    static const CURLcode isReady = curl_global_init(CURL_GLOBAL_DEFAULT);
    const std::unique_ptr<CURL, FreeCurl> curl(isReady == CURLE_OK ? curl_easy_init() : nullptr);
    if (!curl) {
        return {Delivery::State::Later, "out_of_memory"};
    }
    const std::string text = wireText(mail);
    std::string_view rest = text;
    const std::string from = '<' + addressIn(settings.from) + '>';
    const std::string to = '<' + mail.to + '>';
    const std::unique_ptr<curl_slist, FreeList> recipients(curl_slist_append(nullptr, to.c_str()));
    const auto set = [&curl](CURLoption option, auto value) { curl_easy_setopt(curl.get(), option, value); };
    set(CURLOPT_URL, settings.url.c_str());
    set(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    set(CURLOPT_USE_SSL, static_cast<long>(isThisMachine(settings.url) ? CURLUSESSL_TRY : CURLUSESSL_ALL));
    set(CURLOPT_MAIL_FROM, from.c_str());
    set(CURLOPT_MAIL_RCPT, recipients.get());
    set(CURLOPT_UPLOAD, 1L);
    set(CURLOPT_READFUNCTION, &give);
    set(CURLOPT_READDATA, &rest);
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_CONNECTTIMEOUT, connectSecondsMax);
    set(CURLOPT_TIMEOUT, secondsMax);
    if (!settings.user.empty()) {
        set(CURLOPT_USERNAME, settings.user.c_str());
        set(CURLOPT_PASSWORD, settings.password.c_str());
    }
    const CURLcode result = curl_easy_perform(curl.get());
    long code = 0;
    curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &code);
    return outcomeOf(result, code);
}

}  // namespace nextgen::message
