#include "ui/print/paper.h"

#include "ui/locale/memory.h"

#include <QCoreApplication>
#include <QSize>
#include <QSizeF>
#include <array>
#include <utility>

namespace nextgen::print {

namespace {

constexpr std::array<std::pair<PaperSize, const char*>, 3> names{{
    {PaperSize::A4, "a4"},
    {PaperSize::A5, "a5"},
    {PaperSize::Roll80, "roll_80"},
}};

QString keyOf(const QString& kind, const char* what) {
    return QStringLiteral("print/%1/%2").arg(kind, QLatin1String(what));
}

/// The short side and the long one, which a roll does not have.
QSize sidesOf(PaperSize size) {
    switch (size) {
        case PaperSize::A4:
            return {mm(210), mm(297)};
        case PaperSize::A5:
            return {mm(148), mm(210)};
        case PaperSize::Roll80:
            break;
    }
    return {mm(80), 0};
}

bool isLying(const Paper& paper) {
    return paper.isLandscape && paper.size != PaperSize::Roll80;
}

}  // namespace

bool isRoll(const Paper& paper) {
    return paper.size == PaperSize::Roll80;
}

int widthOf(const Paper& paper) {
    return isLying(paper) ? sidesOf(paper.size).height() : sidesOf(paper.size).width();
}

int heightOf(const Paper& paper) {
    return isLying(paper) ? sidesOf(paper.size).width() : sidesOf(paper.size).height();
}

int marginOf(const Paper& paper) {
    // A receipt printer prints 72 of the 80 mm.
    return isRoll(paper) ? mm(4) : paper.size == PaperSize::A5 ? mm(9) : mm(12);
}

QString titleOf(PaperSize size) {
    switch (size) {
        case PaperSize::A4:
            return QCoreApplication::translate("Print", "A4");
        case PaperSize::A5:
            return QCoreApplication::translate("Print", "A5");
        case PaperSize::Roll80:
            return QCoreApplication::translate("Print", "80 mm roll");
    }
    return {};
}

QPageLayout pageLayoutOf(const Paper& paper, int length) {
    const auto orientation = isLying(paper) ? QPageLayout::Landscape : QPageLayout::Portrait;
    const QPageSize size =
        paper.size == PaperSize::A4 ? QPageSize(QPageSize::A4)
        : paper.size == PaperSize::A5
            ? QPageSize(QPageSize::A5)
            : QPageSize(QSizeF(80, length / 100.0), QPageSize::Millimeter, {}, QPageSize::ExactMatch);
    return {size, orientation, {}, QPageLayout::Millimeter};
}

Paper rememberedPaper(const QString& kind, const Paper& usual) {
    const QString name = ui::remembered(keyOf(kind, "paper")).toString();
    for (const auto& [size, known] : names) {
        if (name == QLatin1String(known)) {
            return {size, ui::remembered(keyOf(kind, "landscape")).toBool()};
        }
    }
    return usual;
}

void rememberPaper(const QString& kind, const Paper& paper) {
    for (const auto& [size, known] : names) {
        if (size == paper.size) {
            ui::remember(keyOf(kind, "paper"), QLatin1String(known));
        }
    }
    ui::remember(keyOf(kind, "landscape"), paper.isLandscape);
}

}  // namespace nextgen::print
