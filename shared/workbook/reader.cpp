#include "shared/workbook/reader.h"

#include "shared/workbook/archive.h"

#include <array>
#include <cerrno>
#include <memory>
#include <system_error>
#include <vector>

namespace nextgen::workbook {

namespace {

using namespace std::string_view_literals;

using File = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

constexpr auto zipMagic = "PK\3\4"sv;
constexpr auto emptyZipMagic = "PK\5\6"sv;
constexpr auto compoundMagic = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv;

File opened(const std::filesystem::path& path) {
    File file(std::filesystem::is_directory(path) ? nullptr : std::fopen(path.c_str(), "rb"), std::fclose);
    if (!file) {
        throw std::system_error(errno, std::generic_category(), "opening a workbook");
    }
    return file;
}

/// Excel wraps a workbook with a password into the container of its old format, under a name of its own.
bool holdsEncryptedPackage(std::FILE* file) {
    constexpr auto name = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv;
    std::string window;
    std::vector<char> piece(65'536);
    if (std::fseek(file, 0, SEEK_SET) != 0) {
        throw std::system_error(errno, std::generic_category(), "reading a workbook");
    }
    while (std::feof(file) == 0 && std::ferror(file) == 0) {
        window.append(piece.data(), std::fread(piece.data(), 1, piece.size(), file));
        if (window.find(name) != std::string::npos) {
            return true;
        }
        window.erase(0, window.size() - std::min(window.size(), name.size()));
    }
    return false;
}

/// What is text but surely no table, though a .csv may hold nearly anything: HTML and XML (which some
/// programs call .xls), PDF, RTF.
bool isOtherText(std::string_view beginning) {
    const std::size_t at = beginning.find_first_not_of("\xEF\xBB\xBF \t\r\n"sv);
    const std::string_view text = beginning.substr(std::min(at, beginning.size()));
    return text.starts_with('<') || text.starts_with("%PDF-"sv) || text.starts_with("{\\rtf"sv);
}

void readPackage(const std::filesystem::path& path, Reading& reading) {
    Archive archive(path, reading);
    constexpr std::size_t mimetypeMax = 256;
    if (archive.has("mimetype")) {
        const std::string mimetype = archive.beginning("mimetype", mimetypeMax);
        if (!mimetype.starts_with("application/vnd.oasis.opendocument.spreadsheet"sv)) {
            throw Refusal(ErrorCode::FileNotWorkbook);
        }
        reading.summary.format = Format::Ods;
        readOds(archive, reading);
    } else if (archive.has("_rels/.rels") || archive.has("xl/workbook.xml")) {
        reading.summary.format = Format::Xlsx;
        readXlsx(archive, reading);
    } else {
        throw Refusal(ErrorCode::FileNotWorkbook);
    }
}

void readFile(const std::filesystem::path& path, Reading& reading) {
    const File file = opened(path);
    std::array<char, 512> bytes{};
    const std::string_view beginning(bytes.data(), std::fread(bytes.data(), 1, bytes.size(), file.get()));
    if (std::ferror(file.get()) != 0) {
        throw std::system_error(errno, std::generic_category(), "reading a workbook");
    }
    if (beginning.empty()) {
        throw Refusal(ErrorCode::FileEmpty);
    }
    if (beginning.starts_with(zipMagic)) {
        readPackage(path, reading);
    } else if (beginning.starts_with(compoundMagic)) {
        throw Refusal(holdsEncryptedPackage(file.get()) ? ErrorCode::FileEncrypted
                                                        : ErrorCode::FileNotWorkbook);
    } else if (beginning.starts_with(emptyZipMagic) || isOtherText(beginning)) {
        throw Refusal(ErrorCode::FileNotWorkbook);
    } else {
        reading.summary.format = Format::Csv;
        readCsv(file.get(), reading);
    }
}

}  // namespace

std::string_view formatName(Format format) {
    switch (format) {
        case Format::Xlsx:
            return "xlsx";
        case Format::Ods:
            return "ods";
        case Format::Csv:
            return "csv";
    }
    return {};
}

std::optional<Format> formatByName(std::string_view name) {
    for (const Format format : {Format::Xlsx, Format::Ods, Format::Csv}) {
        if (formatName(format) == name) {
            return format;
        }
    }
    return std::nullopt;
}

Result<Summary> readWorkbook(const std::filesystem::path& path, const Limits& limits, RowVisitor& visitor,
                             const std::stop_token& stop) {
    Reading reading(limits, visitor, stop);
    try {
        readFile(path, reading);
    } catch (const Refusal& refusal) {
        return refuse(refusal.error);
    }
    return reading.summary;
}

}  // namespace nextgen::workbook
