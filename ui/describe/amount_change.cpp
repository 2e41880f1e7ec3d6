#include "ui/describe/amount_change.h"

#include "shared/core/money.h"
#include "ui/locale/format.h"

#include <QRegularExpression>

namespace nextgen::ui {

namespace {

__extension__ using Wide = __int128;

constexpr Wide wholeInHundredths = 10'000;  // of a per cent
constexpr std::int64_t percentMax = 100'000;

}  // namespace

Result<std::int64_t> changedBy(std::int64_t before, const AmountChange& change) {
    // 64 bits times 64 bits: nothing is lost before the one rounding at the end.
    const Wide divisor = (change.by == AmountChange::By::Percent ? wholeInHundredths : Wide{1});
    const Wide raised = change.by == AmountChange::By::Percent
                            ? Wide{before} * (wholeInHundredths + change.size)
                            : Wide{before} + change.size;
    if (raised < 0) {
        return refuse(ErrorCode::ValueRefused);
    }
    const Wide step = divisor * change.roundTo;
    const Wide rounded = (2 * raised + step) / (2 * step) * change.roundTo;
    if (rounded > Money::rialsMax) {
        return refuse(ErrorCode::MoneyOutOfRange);
    }
    return static_cast<std::int64_t>(rounded);
}

Result<std::int64_t> readPercent(const QString& text) {
    static const QRegularExpression form(
        QStringLiteral("^([0-9]{1,6})(?:[.\u066B/]([0-9]{1,2}))?\\s*[%\u066A]?$"));
    const auto match = form.match(plainDigits(text).trimmed());
    if (!match.hasMatch()) {
        return refuse(ErrorCode::NumberInvalid);
    }
    const std::int64_t whole = match.captured(1).toLongLong();
    if (whole > percentMax) {
        return refuse(ErrorCode::NumberInvalid);
    }
    return whole * 100 + match.captured(2).leftJustified(2, u'0').toLongLong();
}

}  // namespace nextgen::ui
