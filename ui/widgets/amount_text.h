#pragma once

#include "shared/core/money.h"

#include <QString>

namespace nextgen::ui {

/// An amount as people type it, in rials: digits of any script with any grouping, a decimal part when a scale
/// makes it whole, scales (ه/هزار/k, م/میلیون/m, میلیارد/b), several parts ("۲ میلیارد و ۵۰۰ میلیون"), and
/// ریال or تومان behind it. "12م" is twelve million.
/// amount_missing (nothing typed), amount_invalid, money_out_of_range.
Result<Money> readAmount(const QString& text);

/// True while the text is only digits, grouping marks and a minus, which may be grouped anew as one types.
bool isPlainNumber(const QString& text);

}  // namespace nextgen::ui
