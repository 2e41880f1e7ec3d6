#pragma once

#include <filesystem>

namespace nextgen::bench {

/// Writes a workbook of post-dated cheques as a dealer's accountant keeps one: twelve columns under Persian
/// headers, the dealer named by code. Of a hundred rows three or four need a repair (Persian digits,
/// separators), one has a fault and one repeats an earlier row. The same file every time.
void writeChequeWorkbook(const std::filesystem::path& path, int rows);

}  // namespace nextgen::bench
