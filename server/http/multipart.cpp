#include "server/http/multipart.h"

#include "shared/core/text.h"

#include <algorithm>
#include <cstdlib>
#include <optional>

namespace nextgen::http {

namespace {

constexpr std::size_t headBytesMax = 8 * 1024;
constexpr std::size_t boundaryBytesMax = 70;  // RFC 2046
constexpr std::size_t fileNameBytesMax = 255;

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

bool isSame(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char x, char y) { return lower(x) == lower(y); });
}

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    return first == std::string_view::npos ? std::string_view()
                                           : text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::optional<int> hexDigit(char c) {
    c = lower(c);
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    return c >= 'a' && c <= 'f' ? std::optional(c - 'a' + 10) : std::nullopt;
}

std::string percentDecoded(std::string_view text) {
    std::string decoded;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && i + 2 < text.size()) {
            const auto high = hexDigit(text[i + 1]);
            const auto low = hexDigit(text[i + 2]);
            if (high && low) {
                decoded += static_cast<char>(*high * 16 + *low);
                i += 2;
                continue;
            }
        }
        decoded += text[i];
    }
    return decoded;
}

/// What a person would call the file: no folders, no control characters, UTF-8, not endless.
std::string plainFileName(std::string name) {
    if (const auto slash = name.find_last_of("/\\"); slash != std::string::npos) {
        name.erase(0, slash + 1);
    }
    std::erase_if(name, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
    if (!text::isUtf8(name)) {
        std::replace_if(
            name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) > 0x7f; }, '_');
    }
    if (name.size() > fileNameBytesMax) {
        std::size_t cut = name.size() - fileNameBytesMax;  // the end says what kind of file it is
        while (cut < name.size() && (static_cast<unsigned char>(name[cut]) & 0xc0U) == 0x80U) {
            ++cut;
        }
        name.erase(0, cut);
    }
    return name;
}

}  // namespace

std::string headerParameter(std::string_view value, std::string_view name) {
    std::size_t at = value.find(';');
    while (at != std::string_view::npos && at < value.size()) {
        ++at;
        const auto equals = value.find_first_of("=;", at);
        if (equals == std::string_view::npos || value[equals] == ';') {
            at = equals;
            continue;
        }
        const std::string_view key = trimmed(value.substr(at, equals - at));
        std::string text;
        at = value.find_first_not_of(" \t", equals + 1);
        if (at != std::string_view::npos && value[at] == '"') {
            for (++at; at < value.size() && value[at] != '"'; ++at) {
                if (value[at] == '\\' && at + 1 < value.size() &&
                    (value[at + 1] == '"' || value[at + 1] == '\\')) {
                    ++at;
                }
                text += value[at];
            }
            at = value.find(';', at);
        } else if (at != std::string_view::npos) {
            const auto end = value.find(';', at);
            text = trimmed(value.substr(at, end - at));
            at = end;
        }
        if (isSame(key, name)) {
            return text;
        }
    }
    return {};
}

std::string MultipartParser::boundaryOf(std::string_view contentType) {
    std::string boundary = headerParameter(contentType, "boundary");
    const bool isPlausible =
        boundary.size() <= boundaryBytesMax &&
        std::all_of(boundary.begin(), boundary.end(), [](char c) { return c >= 0x20 && c < 0x7f; });
    return isPlausible ? boundary : std::string();
}

MultipartParser::MultipartParser(std::string_view boundary, std::function<Taken(PartHead)> onPart,
                                 std::function<Taken(std::string_view)> onData)
    : m_delimiter("\r\n--" + std::string(boundary)),
      m_onPart(std::move(onPart)),
      m_onData(std::move(onData)) {}

MultipartParser::Taken MultipartParser::feed(std::string_view bytes) {
    if (m_state == State::End) {
        return {};  // an epilogue, which nobody reads
    }
    m_buffer.append(bytes);
    for (bool isStuck = false; !isStuck && m_state != State::End;) {
        if (auto taken = step(isStuck); !taken) {
            return taken;
        }
    }
    return {};
}

MultipartParser::Taken MultipartParser::step(bool& isStuck) {
    switch (m_state) {
        case State::Data: {
            const auto end = m_buffer.find(m_delimiter);
            // Of an unfinished buffer the tail may be the beginning of a boundary.
            const std::size_t safe = end != std::string::npos ? end
                                     : m_buffer.size() < m_delimiter.size()
                                         ? 0
                                         : m_buffer.size() - m_delimiter.size() + 1;
            if (m_isInPart && safe > 0) {
                if (auto taken = m_onData(std::string_view(m_buffer).substr(0, safe)); !taken) {
                    return taken;
                }
            }
            isStuck = end == std::string::npos;
            m_buffer.erase(0, isStuck ? safe : end + m_delimiter.size());
            if (!isStuck) {
                m_state = State::AfterBoundary;
            }
            return {};
        }
        case State::AfterBoundary: {
            isStuck = m_buffer.size() < 2;
            if (isStuck) {
                return {};
            }
            if (m_buffer.starts_with("--")) {
                m_state = State::End;
                return {};
            }
            if (!m_buffer.starts_with("\r\n")) {
                return tl::unexpected(ErrorCode::UploadMalformed);
            }
            m_state = State::Head;  // the line's end stays, so that a part without headers ends like others
            return {};
        }
        case State::Head: {
            const auto end = m_buffer.find("\r\n\r\n");
            isStuck = end == std::string::npos;
            if ((isStuck ? m_buffer.size() : end) > headBytesMax) {
                return tl::unexpected(ErrorCode::UploadMalformed);
            }
            if (isStuck) {
                return {};
            }
            const std::string head = m_buffer.substr(0, end + 2);
            m_buffer.erase(0, end + 4);
            m_state = State::Data;
            m_isInPart = true;
            return takeHead(head);
        }
        case State::End:
            isStuck = true;
            return {};
    }
    return {};
}

MultipartParser::Taken MultipartParser::takeHead(std::string_view head) {
    PartHead part;
    bool isFormData = false;
    for (std::size_t at = 2; at < head.size();) {
        const auto end = head.find("\r\n", at);
        const std::string_view line = head.substr(at, end - at);
        at = end + 2;
        const auto colon = line.find(':');
        if (colon == std::string_view::npos) {
            return tl::unexpected(ErrorCode::UploadMalformed);
        }
        const std::string_view name = trimmed(line.substr(0, colon));
        const std::string_view value = trimmed(line.substr(colon + 1));
        if (isSame(name, "content-disposition")) {
            isFormData = isSame(trimmed(value.substr(0, value.find(';'))), "form-data");
            part.name = headerParameter(value, "name");
            std::string fileName = headerParameter(value, "filename");
            if (const std::string extended = headerParameter(value, "filename*");
                extended.size() > 7 && isSame(std::string_view(extended).substr(0, 7), "utf-8''")) {
                fileName = percentDecoded(std::string_view(extended).substr(7));
            }
            part.fileName = plainFileName(std::move(fileName));
        } else if (isSame(name, "content-type")) {
            part.mediaType = value;
        }
    }
    if (!isFormData || part.name.empty() || !text::isUtf8(part.name)) {
        return tl::unexpected(ErrorCode::UploadMalformed);
    }
    return m_onPart(std::move(part));
}

}  // namespace nextgen::http
