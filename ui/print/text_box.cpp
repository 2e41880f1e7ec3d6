#include "ui/print/text_box.h"

#include <QFontMetricsF>
#include <QTextLayout>
#include <algorithm>

namespace nextgen::print {

namespace {

void layOut(QTextLayout& layout, const TextStyle& style, double width) {
    QTextOption option(style.side);
    option.setTextDirection(style.direction);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setUseDesignMetrics(true);
    layout.setTextOption(option);
    layout.setCacheEnabled(true);
    layout.beginLayout();
    double top = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, top});
        top += line.height();
        if (layout.lineCount() > style.linesMax) {
            break;
        }
    }
    layout.endLayout();
}

QString inLines(QString text) {
    return text.replace(QLatin1String("\r\n"), QLatin1String("\n")).replace(u'\n', QChar::LineSeparator);
}

/// Lays the text out; what has more lines than it may is cut off.
template <class Use>
void withLayout(const QString& text, const TextStyle& style, double width, Use use) {
    QTextLayout layout(inLines(text), style.font);
    layOut(layout, style, width);
    if (layout.lineCount() <= style.linesMax) {
        use(layout);
        return;
    }
    const QTextLine last = layout.lineAt(style.linesMax - 1);
    QString cut = layout.text().left(last.textStart() + std::max(1, last.textLength() - 2)).trimmed();
    QTextLayout shorter(cut + QChar(u'…'), style.font);
    TextStyle free = style;
    free.linesMax = style.linesMax + 1;
    layOut(shorter, free, width);
    use(shorter);
}

}  // namespace

double textWidth(const QString& text, const QFont& font) {
    return QFontMetricsF(font).horizontalAdvance(text);
}

double textHeight(const QString& text, const TextStyle& style, double width) {
    return linesHeight(text, style, width, 0, style.linesMax);
}

int lineCount(const QString& text, const TextStyle& style, double width) {
    int count = 0;
    withLayout(text, style, width,
               [&](const QTextLayout& layout) { count = std::min(layout.lineCount(), style.linesMax); });
    return count;
}

double linesHeight(const QString& text, const TextStyle& style, double width, int first, int count) {
    double height = 0;
    withLayout(text, style, width, [&](const QTextLayout& layout) {
        const int end = std::min({layout.lineCount(), first + count, style.linesMax});
        for (int line = first; line < end; ++line) {
            height += layout.lineAt(line).height();
        }
    });
    return height;
}

void drawText(QPainter& painter, const QRectF& room, const QString& text, const TextStyle& style, int first,
              int count) {
    withLayout(text, style, room.width(), [&](const QTextLayout& layout) {
        const int end = static_cast<int>(
            std::min<qint64>({layout.lineCount(), static_cast<qint64>(first) + count, style.linesMax}));
        for (int line = first; line < end; ++line) {
            // A line knows its own place among all of them.
            const double above = layout.lineAt(line).y() - layout.lineAt(first).y();
            layout.lineAt(line).draw(&painter,
                                     QPointF(room.left(), room.top() + above - layout.lineAt(line).y()));
        }
    });
}

}  // namespace nextgen::print
