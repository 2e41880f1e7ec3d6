#pragma once

#include <QPageLayout>
#include <QString>

namespace nextgen::print {

/// Lengths on paper are hundredths of a millimetre, so that a sheet is laid out once for the screen, the
/// printer and a file.
constexpr int mm(double millimetres) {
    return static_cast<int>(millimetres * 100);
}

enum class PaperSize { A4, A5, Roll80 };

struct Paper {
    PaperSize size = PaperSize::A4;
    bool isLandscape = false;  ///< of no meaning on a roll

    bool operator==(const Paper&) const = default;
};

/// A roll is cut where the sheet ends, and at this length at the latest.
inline constexpr int rollLengthMax = mm(3000);

bool isRoll(const Paper& paper);
int widthOf(const Paper& paper);
/// 0 on a roll.
int heightOf(const Paper& paper);
/// On every side.
int marginOf(const Paper& paper);
QString titleOf(PaperSize size);

/// As Qt's devices take it, without margins: a sheet has its own. `length`: of this page, on a roll.
QPageLayout pageLayoutOf(const Paper& paper, int length);

/// What a kind of document was printed on last, remembered under print/<kind>.
Paper rememberedPaper(const QString& kind, const Paper& usual);
void rememberPaper(const QString& kind, const Paper& paper);

}  // namespace nextgen::print
