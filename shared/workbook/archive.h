#pragma once

#include "shared/workbook/reading.h"

#include <functional>
#include <memory>
#include <string_view>

struct zip;

namespace nextgen::workbook {

/// The zip package of an .xlsx or .ods, its parts read piece by piece. What it says about its own sizes is
/// not believed: what comes out is counted.
class Archive {
  public:
    /// Refusal: file_damaged, file_too_large_unpacked (too many parts).
    Archive(const std::filesystem::path& path, Reading& reading);

    bool has(std::string_view part) const;
    /// Calls take with piece after piece until it answers false. Refusal: file_encrypted, file_damaged (also
    /// when the part is missing).
    void read(std::string_view part, const std::function<bool(std::string_view piece)>& take,
              bool showsProgress = false);
    /// The part's first bytes.
    std::string beginning(std::string_view part, std::size_t bytesMax);

  private:
    std::int64_t indexOf(std::string_view part) const;

    Reading& m_reading;
    std::unique_ptr<zip, void (*)(zip*)> m_zip;
};

}  // namespace nextgen::workbook
