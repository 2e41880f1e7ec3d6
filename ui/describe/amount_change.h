#pragma once

#include "shared/core/result.h"

#include <QString>
#include <cstdint>

namespace nextgen::ui {

/// Raises or lowers whole numbers, amounts in rials among them.
struct AmountChange {
    enum class By { Percent, Number };

    By by = By::Percent;
    std::int64_t size = 0;     ///< hundredths of a per cent, or the number itself; below zero it lowers
    std::int64_t roundTo = 1;  ///< the result is a multiple of it, halves go up; above zero
};

/// value_refused where the result would be below zero, money_out_of_range beyond Money::rialsMax.
Result<std::int64_t> changedBy(std::int64_t before, const AmountChange& change);

/// "5", "۵٫۵" or "12.25 %" in hundredths of a per cent: digits of any script, at most two places, up to
/// 100,000 per cent. number_invalid.
Result<std::int64_t> readPercent(const QString& text);

}  // namespace nextgen::ui
