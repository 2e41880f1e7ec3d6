#include "server/file/file_content.h"

#include "shared/core/text.h"
#include "shared/file/file.h"
#include "shared/workbook/package.h"

#include <sodium.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <system_error>
#include <vector>

namespace nextgen::file {

namespace fs = std::filesystem;
using namespace std::string_view_literals;

namespace {

constexpr std::size_t pieceBytes = 256 * 1024;

/// Calls take with piece after piece, until it answers false.
template <class Take>
void readPieces(const fs::path& path, const Take& take) {
    std::ifstream file(path, std::ios::binary);
    std::vector<char> piece(pieceBytes);
    while (file) {
        file.read(piece.data(), static_cast<std::streamsize>(piece.size()));
        const auto got = static_cast<std::size_t>(file.gcount());
        if (got > 0 && !take(std::string_view(piece.data(), got))) {
            return;
        }
    }
    if (!file.eof()) {
        throw std::system_error(errno, std::generic_category(), "cannot read " + path.string());
    }
}

std::string headOf(const fs::path& path) {
    std::string head;
    readPieces(path, [&](std::string_view piece) {
        head = piece;
        return false;
    });
    return head;
}

const FileType& typeNamed(std::string_view name) {
    return *std::ranges::find(fileTypes, name, &FileType::name);
}

bool isHeic(std::string_view head) {
    constexpr std::size_t brandAt = 8;
    if (head.size() < brandAt + 4 || head.substr(4, 4) != "ftyp"sv) {
        return false;
    }
    static constexpr std::array brands{"heic"sv, "heix"sv, "heim"sv, "heis"sv, "mif1"sv, "msf1"sv};
    return std::ranges::find(brands, head.substr(brandAt, 4)) != brands.end();
}

/// UTF-8 or Windows-1256 without signs that no text has. A page that a browser would run counts as text: it goes out
/// as such, under a name that says so.
bool isText(const fs::path& path) {
    bool isPlain = true;
    std::size_t letters = 0;
    readPieces(path, [&](std::string_view piece) {
        isPlain = std::ranges::none_of(piece, [](char c) {
            const auto byte = static_cast<unsigned char>(c);
            return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f') || byte == 0x7f;
        });
        letters += piece.size();
        return isPlain;
    });
    return isPlain && letters > 0;
}

}  // namespace

const FileType* typeOf(const fs::path& path) {
    const std::string head = headOf(path);
    const auto begins = [&](std::string_view magic) { return head.starts_with(magic); };
    if (begins("%PDF-"sv)) {
        return &typeNamed("PDF");
    }
    if (begins("\xFF\xD8\xFF"sv)) {
        return &typeNamed("JPEG");
    }
    if (begins("\x89PNG\r\n\x1A\n"sv)) {
        return &typeNamed("PNG");
    }
    if (begins("RIFF"sv) && head.size() > 12 && std::string_view(head).substr(8, 4) == "WEBP"sv) {
        return &typeNamed("WebP");
    }
    if (begins("II*\0"sv) || begins("MM\0*"sv)) {
        return &typeNamed("TIFF");
    }
    if (isHeic(head)) {
        return &typeNamed("HEIC");
    }
    if (begins("PK\3\4"sv)) {
        const auto package = workbook::packageOf(path);
        if (!package) {
            return nullptr;
        }
        switch (*package) {
            case workbook::Package::Docx:
                return &typeNamed("Word");
            case workbook::Package::Xlsx:
                return &typeNamed("Excel");
            case workbook::Package::Odt:
                return &typeNamed("ODT");
            case workbook::Package::Ods:
                return &typeNamed("ODS");
        }
    }
    // A script says in its first line what runs it.
    return !begins("#!"sv) && isText(path) ? &typeNamed("TXT") : nullptr;
}

Sha256 sha256Of(const fs::path& path) {
    crypto_hash_sha256_state state;
    crypto_hash_sha256_init(&state);
    readPieces(path, [&](std::string_view piece) {
        crypto_hash_sha256_update(&state, reinterpret_cast<const unsigned char*>(piece.data()), piece.size());
        return true;
    });
    Sha256 hash{};
    crypto_hash_sha256_final(&state, hash.data());
    return hash;
}

std::string plainName(std::string_view name, const FileType& type) {
    // The sender's folders are nobody's business; what cleaned() takes out turns or hides what stands behind it.
    name.remove_prefix(std::min(name.size(), name.find_last_of("/\\") + 1));
    std::string plain = text::cleaned(name);
    std::replace_if(
        plain.begin(), plain.end(), [](char c) { return "<>:\"|?*/\\\n\r"sv.find(c) != std::string_view::npos; },
        '_');
    const auto trim = [&plain] {
        plain.erase(0, plain.find_first_not_of(" ."));
        plain.erase(plain.find_last_not_of(" .") + 1);
    };
    trim();
    const auto dot = plain.rfind('.');
    std::string ending = dot == std::string::npos ? std::string() : text::searchKey(plain.substr(dot + 1));
    if (ending.empty() || std::ranges::find(type.endings, ending) == type.endings.end()) {
        ending = type.endings[0];
    } else {
        plain.erase(dot);
        trim();
    }
    // Bytes, since file systems count those, and the ending stays; a sign goes before the names below.
    const std::size_t bytesKept = nameLettersMax - ending.size() - 2;
    if (plain.size() > bytesKept) {
        std::size_t cut = bytesKept;
        while (cut > 0 && (static_cast<unsigned char>(plain[cut]) & 0xC0U) == 0x80U) {
            --cut;
        }
        plain.erase(cut);
        trim();
    }
    // Names that Windows keeps for devices, whatever their ending.
    static constexpr std::array devices{"con"sv,  "prn"sv,  "aux"sv,  "nul"sv,  "com1"sv, "com2"sv, "com3"sv,
                                        "com4"sv, "lpt1"sv, "lpt2"sv, "lpt3"sv, "lpt4"sv};
    const std::string stem = text::searchKey(plain.substr(0, plain.find('.')));
    if (std::ranges::find(devices, stem) != devices.end()) {
        plain.insert(0, "_");
    }
    if (plain.empty()) {
        plain = "file";
    }
    return plain + '.' + ending;
}

}  // namespace nextgen::file
