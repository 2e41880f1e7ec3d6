#include "server/message/mail.h"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <chrono>

namespace nextgen::message {

namespace {

constexpr std::size_t lineMax = 76;
// 39 bytes are 52 signs of base64: an encoded word of 64, which fits into a line behind "Subject: ".
constexpr std::size_t wordBytes = 39;

bool isControl(char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
}

std::string base64(std::string_view bytes) {
    constexpr int variant = sodium_base64_VARIANT_ORIGINAL;
    std::string text(sodium_base64_encoded_len(bytes.size(), variant), '\0');
    sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                      variant);
    text.pop_back();  // its terminating zero
    return text;
}

/// A header's text: as it is where it is short and plain, else in encoded words.
std::string headerText(std::string text) {
    std::replace_if(text.begin(), text.end(), isControl, ' ');
    const bool isPlain = text.size() <= wordBytes && text.find("=?") == std::string::npos &&
                         std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (isPlain) {
        return text;
    }
    std::string encoded;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = std::min(text.size(), at + wordBytes);
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80) {
            --end;  // a letter of several bytes is not divided
        }
        encoded += fmt::format("{}=?UTF-8?B?{}?=", encoded.empty() ? "" : "\r\n ",
                               base64(std::string_view(text).substr(at, end - at)));
        at = end;
    }
    return encoded;
}

std::string senderText(std::string_view sender) {
    const auto bracket = sender.find('<');
    if (bracket == std::string_view::npos) {
        return addressIn(sender);
    }
    std::string name(sender.substr(0, bracket));
    while (!name.empty() && name.back() == ' ') {
        name.pop_back();
    }
    return fmt::format("{} <{}>", headerText(std::move(name)), addressIn(sender));
}

}  // namespace

std::string addressIn(std::string_view sender) {
    const auto bracket = sender.find('<');
    if (bracket != std::string_view::npos) {
        sender = sender.substr(bracket + 1, sender.find('>') - bracket - 1);
    }
    return std::string(sender);
}

bool isAddress(std::string_view text) {
    const auto at = text.find('@');
    return at != 0 && at != std::string_view::npos && at + 1 < text.size() && at == text.rfind('@') &&
           std::none_of(text.begin(), text.end(), [](char c) {
               return isControl(c) || c == ' ' || c == '<' || c == '>' || c == ',' || c == ';';
           });
}

std::string wireText(const Mail& mail) {
    const std::string from = addressIn(mail.from);
    const std::chrono::sys_seconds at{std::chrono::seconds(mail.at.microseconds() / 1'000'000)};
    std::string text = fmt::format(
        "Date: {:%a, %d %b %Y %H:%M:%S} +0000\r\n"
        "From: {}\r\n"
        "To: {}\r\n"
        "Subject: {}\r\n"
        "Message-ID: <{}@{}>\r\n"
        "Auto-Submitted: auto-generated\r\n"
        "MIME-Version: 1.0\r\n"
        "Content-Type: text/plain; charset=utf-8\r\n"
        "Content-Transfer-Encoding: base64\r\n"
        "\r\n",
        fmt::gmtime(std::chrono::system_clock::to_time_t(at)), senderText(mail.from), mail.to,
        headerText(mail.subject), mail.id, from.substr(from.find('@') + 1));
    const std::string body = base64(mail.body);
    for (std::size_t begin = 0; begin < body.size(); begin += lineMax) {
        text += body.substr(begin, lineMax);
        text += "\r\n";
    }
    return text;
}

}  // namespace nextgen::message
