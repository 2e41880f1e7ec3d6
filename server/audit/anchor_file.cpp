#include "server/audit/anchor_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sodium.h>
#include <unistd.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <system_error>

namespace nextgen::audit {

namespace {

using Json = nlohmann::ordered_json;

std::string hexOf(const Head& head) {
    std::array<char, 2 * std::tuple_size_v<Head> + 1> text{};
    sodium_bin2hex(text.data(), text.size(), head.data(), head.size());
    return text.data();
}

Head headFrom(const std::string& text) {
    Head head{};
    std::size_t size = 0;
    if (sodium_hex2bin(head.data(), head.size(), text.data(), text.size(), nullptr, &size, nullptr) != 0 ||
        size != head.size()) {
        throw std::invalid_argument("no MAC");
    }
    return head;
}

Anchor anchorFrom(const std::string& line) {
    const Json json = Json::parse(line);
    Anchor anchor;
    anchor.tenant = TenantId::parse(json.at("tenant").get<std::string>()).value();
    anchor.madeAt = Instant(json.at("made_at_us").get<std::int64_t>());
    anchor.entries = json.at("entries").get<std::int64_t>();
    anchor.head = headFrom(json.at("head").get<std::string>());
    anchor.keyVersion = json.at("key_version").get<int>();
    anchor.mac = headFrom(json.at("mac").get<std::string>());
    return anchor;
}

}  // namespace

std::string textOf(const Anchor& anchor) {
    return Json{{"tenant", anchor.tenant.toString()},
                {"made_at", anchor.madeAt.toString()},
                {"made_at_us", anchor.madeAt.microseconds()},
                {"entries", anchor.entries},
                {"head", hexOf(anchor.head)},
                {"key_version", anchor.keyVersion},
                {"mac", hexOf(anchor.mac)}}
        .dump();
}

void appendAnchor(const std::filesystem::path& file, const Anchor& anchor) {
    const std::string line = textOf(anchor) + '\n';
    const int to = ::open(file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0600);
    const bool isWritten = to >= 0 &&
                           ::write(to, line.data(), line.size()) == static_cast<ssize_t>(line.size()) &&
                           ::fsync(to) == 0;
    const std::string why = std::generic_category().message(errno);
    if (to >= 0) {
        ::close(to);
    }
    if (!isWritten) {
        throw std::runtime_error(fmt::format("the anchor cannot be written to {}: {}", file.string(), why));
    }
}

AnchorFile readAnchors(const std::filesystem::path& file) {
    AnchorFile read;
    std::ifstream stream(file);
    int number = 0;
    for (std::string line; std::getline(stream, line);) {
        ++number;
        try {
            read.anchors.push_back(anchorFrom(line));
        } catch (const std::exception&) {
            read.badLines.push_back(number);
        }
    }
    return read;
}

}  // namespace nextgen::audit
