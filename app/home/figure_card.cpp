#include "app/home/figure_card.h"

#include "app/shell/context.h"
#include "shared/core/error_code.h"
#include "shared/home/home.h"
#include "ui/describe/record_model.h"
#include "ui/locale/format.h"
#include "ui/widgets/theme.h"

#include <QCoreApplication>
#include <QEvent>
#include <QPainter>
#include <QStyle>

namespace nextgen::home {

namespace {

constexpr int widthPx = 220;
constexpr int numberPercent = 190;
constexpr int smallPercent = 90;
constexpr int stripePx = 4;

QFont sized(QFont font, int percent, bool isBold = false) {
    font.setPointSizeF(font.pointSizeF() * percent / 100);
    font.setBold(isBold);
    return font;
}

ui::Tone toneOf(const Figure& figure) {
    return ui::toneOf({0, figure.name, figure.title, figure.tone}).value_or(ui::Tone::Neutral);
}

}  // namespace

QString asOfText(Instant instant, Date today) {
    // Date and time, as every instant is shown; of today the time alone.
    const QString shown = ui::showInstant(instant);
    const bool isToday = instant.dateAt(tehranOffsetMinutes) == today;
    return QCoreApplication::translate("Home", "As of %1").arg(isToday ? shown.section(u' ', -1) : shown);
}

FigureCard::FigureCard(QWidget* parent) : QAbstractButton(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void FigureCard::setCount(const Count& count, Instant asOf) {
    m_code = count.code;
    const bool isKept = !count.code.isEmpty() && m_count.count.has_value();
    if (!isKept) {
        m_count = count;
        m_asOf = asOf;
    }
    m_isStale = isKept;
    retranslate();
}

void FigureCard::setStale(bool isStale) {
    m_isStale = isStale || (!m_code.isEmpty() && m_count.count.has_value());
    retranslate();
}

Freshness FigureCard::freshness() const {
    return !m_count.count ? Freshness::Failed : m_isStale ? Freshness::Stale : Freshness::Fresh;
}

QString FigureCard::stateText() const {
    if (freshness() != Freshness::Failed) {
        return asOfText(m_asOf, shell::todayInTehran());
    }
    const auto code = errorCodeByName(m_code.toStdString());
    const QString words = code ? ui::showError({*code, {}, {}}) : QString();
    return words.isEmpty() ? m_code : QStringLiteral("%1 (%2)").arg(words, ui::showCode(m_code));
}

void FigureCard::retranslate() {
    const Figure* figure = findFigure(m_count.name);
    setText(figure != nullptr ? QCoreApplication::translate("Home", figure->title) : QString());
    QStringList parts{text()};
    if (m_count.count) {
        parts << ui::showNumber(*m_count.count);
    }
    if (m_count.amount) {
        parts << ui::showMoneyWithUnit(*m_count.amount);
    }
    parts << stateText();
    setAccessibleName(parts.join(QStringLiteral(", ")));
    setToolTip(m_count.amount ? ui::showMoneyInWords(*m_count.amount) : stateText());
    updateGeometry();
    update();
}

QSize FigureCard::sizeHint() const {
    const int lines = 3 * fontMetrics().height();  // the title's two and the amount
    return {ui::scaled(widthPx), lines + QFontMetrics(sized(font(), numberPercent)).height() +
                                     QFontMetrics(sized(font(), smallPercent)).height() + 2 * ui::space::m};
}

void FigureCard::paintEvent(QPaintEvent* /*event*/) {
    const ui::Colours& colours = ui::coloursIn(palette());
    const Figure* figure = findFigure(m_count.name);
    const Freshness sure = freshness();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(hasFocus() ? QPen(colours.accent, 2) : QPen(colours.border, 1));
    painter.setBrush(isDown() || underMouse() ? colours.raised : colours.surface);
    painter.drawRoundedRect(hasFocus() ? frame.adjusted(0.5, 0.5, -0.5, -0.5) : frame, 8, 8);

    const bool isRightToLeft = layoutDirection() == Qt::RightToLeft;
    // Absolute: a painter in a right-to-left window would mirror it once more.
    const int side = (isRightToLeft ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute;
    const bool isCalm = m_count.count.value_or(0) == 0;
    const QColor ink = sure == Freshness::Failed ? colours.bad
                       : sure == Freshness::Stale || isCalm || figure == nullptr
                           ? colours.muted
                           : ui::toneColours(toneOf(*figure), colours).ink;
    if (!isCalm || sure == Freshness::Failed) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(ink);
        painter.drawRoundedRect(
            QStyle::visualRect(layoutDirection(), rect(),
                               QRect(0, ui::space::m, stripePx, height() - 2 * ui::space::m)),
            2, 2);
    }

    const QRect inner = rect().adjusted(ui::space::m, ui::space::m - 4, -ui::space::m, -(ui::space::m - 4));
    int top = inner.top();
    const auto line = [&](const QFont& with, const QColor& colour, const QString& words, int lines = 1) {
        painter.setFont(with);
        painter.setPen(colour);
        const QFontMetrics metrics(with);
        const QRect place(inner.left(), top, inner.width(), lines * metrics.height());
        if (lines == 1) {
            painter.drawText(place, side | Qt::AlignVCenter,
                             metrics.elidedText(words, Qt::ElideRight, inner.width()));
        } else {
            painter.drawText(place, side | Qt::AlignTop | Qt::TextWordWrap, words);
        }
        top += place.height();
    };
    line(font(), colours.text, text(), 2);
    if (sure == Freshness::Failed) {
        line(sized(font(), numberPercent, true), ink, QStringLiteral("—"));
        line(sized(font(), smallPercent), ink, stateText(), 2);
        return;
    }
    line(sized(font(), numberPercent, true), ink, ui::showNumber(*m_count.count));
    line(font(), sure == Freshness::Stale ? colours.muted : colours.text,
         m_count.amount ? ui::showMoneyWithUnit(*m_count.amount) : QString());
    line(sized(font(), smallPercent), colours.muted, stateText());
}

void FigureCard::changeEvent(QEvent* event) {
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange) {
        retranslate();
    }
}

}  // namespace nextgen::home
