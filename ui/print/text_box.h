#pragma once

#include <QFont>
#include <QPainter>
#include <QRectF>
#include <QString>

namespace nextgen::print {

/// How a text stands in its room.
struct TextStyle {
    QFont font;
    Qt::Alignment side = Qt::AlignLeft;  ///< as it is seen: never mirrored
    Qt::LayoutDirection direction = Qt::LeftToRight;
    int linesMax = 1'000;  ///< what is more ends in an ellipsis
};

double textWidth(const QString& text, const QFont& font);
double textHeight(const QString& text, const TextStyle& style, double width);
int lineCount(const QString& text, const TextStyle& style, double width);
/// How tall the lines before `line` are.
double linesHeight(const QString& text, const TextStyle& style, double width, int first, int count);

/// From the top of the room on. `first`, `count`: only these lines.
void drawText(QPainter& painter, const QRectF& room, const QString& text, const TextStyle& style,
              int first = 0, int count = 1'000'000);

}  // namespace nextgen::print
