#include "shared/workbook/archive.h"

#include <zip.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <vector>

namespace nextgen::workbook {

namespace {

constexpr std::size_t pieceSize = 65'536;

std::uint64_t littleEndian(std::string_view bytes) {
    std::uint64_t number = 0;
    for (std::size_t i = bytes.size(); i-- > 0;) {
        number = number << 8 | static_cast<unsigned char>(bytes[i]);
    }
    return number;
}

/// Bytes of the file, fewer at its end.
std::string bytesAt(std::FILE* file, std::uint64_t offset, std::size_t count) {
    std::string bytes(count, '\0');
    if (fseeko(file, static_cast<off_t>(offset), SEEK_SET) != 0) {
        return {};
    }
    bytes.resize(std::fread(bytes.data(), 1, count, file));
    return bytes;
}

/// libzip reads the whole directory of an archive, and that of every end record it comes across, before it
/// says how long they are: their sizes are added up first.
std::uint64_t directoryBytes(const std::filesystem::path& path) {
    using namespace std::string_view_literals;
    constexpr auto endMagic = "PK\5\6"sv;
    constexpr auto locatorMagic = "PK\6\7"sv;
    constexpr std::size_t endSize = 22;
    constexpr std::size_t locatorSize = 20;
    constexpr std::size_t end64Size = 56;
    constexpr std::size_t commentMax = 0xFFFF;

    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"), std::fclose);
    if (!file) {
        return 0;  // zip_open() says why
    }
    const std::uint64_t size = std::filesystem::file_size(path);
    const std::size_t tailSize = std::min<std::uint64_t>(size, commentMax + endSize + locatorSize);
    const std::string tailBytes = bytesAt(file.get(), size - tailSize, tailSize);
    const std::string_view tail = tailBytes;
    std::uint64_t total = 0;
    for (std::size_t at = tail.find(endMagic); at != std::string_view::npos;
         at = tail.find(endMagic, at + 1)) {
        if (at >= locatorSize && tail.substr(at - locatorSize).starts_with(locatorMagic)) {
            const std::uint64_t offset = littleEndian(tail.substr(at - locatorSize + 8, 8));
            const std::string end64 = offset < size ? bytesAt(file.get(), offset, end64Size) : std::string();
            const std::uint64_t bytes =
                end64.size() == end64Size ? littleEndian(std::string_view(end64).substr(40, 8)) : 0;
            total += std::min(bytes, size);
        } else if (at + endSize <= tail.size()) {
            total += std::min(littleEndian(tail.substr(at + 12, 4)), size);
        }
    }
    return total;
}

}  // namespace

Archive::Archive(const std::filesystem::path& path, Reading& reading)
    : m_reading(reading), m_zip(nullptr, zip_discard) {
    constexpr std::uint64_t directoryBytesPerEntry = 256;
    const std::uint64_t entriesMax = reading.limits().zipEntries;
    if (directoryBytes(path) > entriesMax * directoryBytesPerEntry) {
        throw Refusal::overLimit(ErrorCode::FileTooLargeUnpacked, reading.limits().bytesUnpacked >> 20);
    }
    int failure = 0;
    m_zip.reset(zip_open(path.c_str(), ZIP_RDONLY, &failure));
    if (!m_zip) {
        throw Refusal(ErrorCode::FileDamaged);
    }
    if (static_cast<std::uint64_t>(zip_get_num_entries(m_zip.get(), 0)) > entriesMax) {
        throw Refusal::overLimit(ErrorCode::FileTooLargeUnpacked, reading.limits().bytesUnpacked >> 20);
    }
}

std::int64_t Archive::indexOf(std::string_view part) const {
    // Part names do not differ by case (OPC), and some programs rely on it.
    return zip_name_locate(m_zip.get(), std::string(part).c_str(), ZIP_FL_NOCASE);
}

bool Archive::has(std::string_view part) const {
    return indexOf(part) >= 0;
}

void Archive::read(std::string_view part, const std::function<bool(std::string_view)>& take,
                   bool showsProgress) {
    const std::int64_t index = indexOf(part);
    zip_stat_t about;
    if (index < 0 || zip_stat_index(m_zip.get(), static_cast<zip_uint64_t>(index), 0, &about) != 0) {
        throw Refusal(ErrorCode::FileDamaged);
    }
    if ((about.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && about.encryption_method != ZIP_EM_NONE) {
        throw Refusal(ErrorCode::FileEncrypted);
    }
    const std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> file(
        zip_fopen_index(m_zip.get(), static_cast<zip_uint64_t>(index), 0), zip_fclose);
    if (!file) {
        throw Refusal(ErrorCode::FileDamaged);
    }
    std::vector<char> piece(pieceSize);
    std::uint64_t bytesRead = 0;
    while (true) {
        const zip_int64_t count = zip_fread(file.get(), piece.data(), piece.size());
        if (count < 0) {
            throw Refusal(ErrorCode::FileDamaged);
        }
        if (count == 0) {
            return;
        }
        m_reading.spend(static_cast<std::uint64_t>(count));
        bytesRead += static_cast<std::uint64_t>(count);
        if (!take({piece.data(), static_cast<std::size_t>(count)})) {
            return;
        }
        if (showsProgress && about.size > 0) {
            const double done = static_cast<double>(bytesRead) / static_cast<double>(about.size);
            m_reading.visitor().progressed(std::min(done, 1.0));
        }
    }
}

std::string Archive::beginning(std::string_view part, std::size_t bytesMax) {
    std::string bytes;
    read(part, [&](std::string_view piece) {
        bytes.append(piece.substr(0, bytesMax - bytes.size()));
        return bytes.size() < bytesMax;
    });
    return bytes;
}

}  // namespace nextgen::workbook
