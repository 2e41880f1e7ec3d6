#include "ui/widgets/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QFont>
#include <QFontDatabase>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPalette>
#include <QProxyStyle>
#include <QRegularExpression>
#include <QStyle>
#include <QStyleFactory>
#include <QTextLayout>
#include <QVariant>
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace nextgen::ui {

namespace {

const Colours light = {
    .window = QColor(0xF4, 0xF5, 0xF8),
    .surface = QColor(0xFF, 0xFF, 0xFF),
    .raised = QColor(0xF1, 0xF3, 0xF7),
    .border = QColor(0xDF, 0xE3, 0xEA),
    .strongBorder = QColor(0xC2, 0xC9, 0xD4),
    .text = QColor(0x1A, 0x22, 0x2E),
    .muted = QColor(0x5A, 0x66, 0x76),
    .accent = QColor(0x2B, 0x5F, 0xC9),
    .accentHover = QColor(0x23, 0x4F, 0xA8),
    .accentSoft = QColor(0xE3, 0xEC, 0xFC),
    .onAccent = QColor(0xFF, 0xFF, 0xFF),
    .good = QColor(0x1B, 0x6E, 0x46),
    .goodSoft = QColor(0xDF, 0xF3, 0xE7),
    .warn = QColor(0x85, 0x58, 0x00),
    .warnSoft = QColor(0xFF, 0xF1, 0xCF),
    .bad = QColor(0xB3, 0x2A, 0x22),
    .badSoft = QColor(0xFC, 0xE6, 0xE4),
    .holiday = QColor(0xC2, 0x30, 0x2A),
};

const Colours dark = {
    .window = QColor(0x13, 0x17, 0x1E),
    .surface = QColor(0x1B, 0x20, 0x29),
    .raised = QColor(0x24, 0x2B, 0x36),
    .border = QColor(0x31, 0x3A, 0x48),
    .strongBorder = QColor(0x48, 0x54, 0x66),
    .text = QColor(0xE7, 0xEB, 0xF1),
    .muted = QColor(0xA4, 0xAF, 0xBF),
    .accent = QColor(0x86, 0xAB, 0xFF),
    .accentHover = QColor(0xA6, 0xC1, 0xFF),
    .accentSoft = QColor(0x26, 0x34, 0x54),
    .onAccent = QColor(0x0E, 0x16, 0x28),
    .good = QColor(0x6C, 0xCB, 0x98),
    .goodSoft = QColor(0x1B, 0x36, 0x29),
    .warn = QColor(0xE9, 0xBC, 0x4E),
    .warnSoft = QColor(0x3A, 0x2F, 0x15),
    .bad = QColor(0xFF, 0x92, 0x88),
    .badSoft = QColor(0x44, 0x22, 0x21),
    .holiday = QColor(0xFF, 0x92, 0x88),
};

const Colours lightContrast = {
    .window = QColor(0xFF, 0xFF, 0xFF),
    .surface = QColor(0xFF, 0xFF, 0xFF),
    .raised = QColor(0xEE, 0xEE, 0xEE),
    .border = QColor(0x59, 0x59, 0x59),
    .strongBorder = QColor(0x00, 0x00, 0x00),
    .text = QColor(0x00, 0x00, 0x00),
    .muted = QColor(0x2B, 0x2B, 0x2B),
    .accent = QColor(0x00, 0x33, 0xA0),
    .accentHover = QColor(0x00, 0x1F, 0x66),
    .accentSoft = QColor(0xD6, 0xE4, 0xFF),
    .onAccent = QColor(0xFF, 0xFF, 0xFF),
    .good = QColor(0x00, 0x47, 0x24),
    .goodSoft = QColor(0xD9, 0xF2, 0xE3),
    .warn = QColor(0x52, 0x33, 0x00),
    .warnSoft = QColor(0xFF, 0xEC, 0xBF),
    .bad = QColor(0x85, 0x08, 0x08),
    .badSoft = QColor(0xFF, 0xDE, 0xDC),
    .holiday = QColor(0x85, 0x08, 0x08),
};

const Colours darkContrast = {
    .window = QColor(0x00, 0x00, 0x00),
    .surface = QColor(0x00, 0x00, 0x00),
    .raised = QColor(0x1C, 0x1C, 0x1C),
    .border = QColor(0xA6, 0xA6, 0xA6),
    .strongBorder = QColor(0xFF, 0xFF, 0xFF),
    .text = QColor(0xFF, 0xFF, 0xFF),
    .muted = QColor(0xDD, 0xDD, 0xDD),
    .accent = QColor(0xFF, 0xD9, 0x33),
    .accentHover = QColor(0xFF, 0xE8, 0x80),
    .accentSoft = QColor(0x3A, 0x31, 0x00),
    .onAccent = QColor(0x00, 0x00, 0x00),
    .good = QColor(0x7C, 0xF5, 0xB0),
    .goodSoft = QColor(0x00, 0x33, 0x18),
    .warn = QColor(0xFF, 0xC9, 0x4D),
    .warnSoft = QColor(0x3A, 0x2A, 0x00),
    .bad = QColor(0xFF, 0xA8, 0xA8),
    .badSoft = QColor(0x45, 0x00, 0x00),
    .holiday = QColor(0xFF, 0xA8, 0xA8),
};

constexpr std::array schemes = {Scheme::Light, Scheme::Dark, Scheme::LightContrast, Scheme::DarkContrast};

constexpr double fontPoints = 10;

QPalette paletteOf(const Colours& c) {
    QPalette palette;
    palette.setColor(QPalette::Window, c.window);
    palette.setColor(QPalette::WindowText, c.text);
    palette.setColor(QPalette::Base, c.surface);
    palette.setColor(QPalette::AlternateBase, c.raised);
    palette.setColor(QPalette::Text, c.text);
    palette.setColor(QPalette::PlaceholderText, c.muted);
    palette.setColor(QPalette::Button, c.surface);
    palette.setColor(QPalette::ButtonText, c.text);
    palette.setColor(QPalette::BrightText, c.bad);
    palette.setColor(QPalette::Highlight, c.accent);
    palette.setColor(QPalette::HighlightedText, c.onAccent);
    palette.setColor(QPalette::Link, c.accent);
    palette.setColor(QPalette::LinkVisited, c.accent);
    palette.setColor(QPalette::ToolTipBase, c.raised);
    palette.setColor(QPalette::ToolTipText, c.text);
    palette.setColor(QPalette::Light, c.raised);
    palette.setColor(QPalette::Midlight, c.border);
    palette.setColor(QPalette::Mid, c.strongBorder);
    palette.setColor(QPalette::Dark, c.strongBorder);
    palette.setColor(QPalette::Shadow, c.border);
    QColor faded = c.text;
    faded.setAlphaF(0.45F);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, faded);
    }
    palette.setColor(QPalette::Disabled, QPalette::Base, c.raised);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, c.border);
    return palette;
}

// Sizes of the sheet are those of the usual font and of comfortable rows.
void fit(QString& sheet, const Look& look) {
    static const QRegularExpression points(QStringLiteral("(\\d+)pt\\b"));
    static const QRegularExpression paddings(QStringLiteral("@pad\\((\\d+)\\)"));
    const auto replaceEach = [&sheet](const QRegularExpression& pattern, const auto& wordOf) {
        QString replaced;
        qsizetype after = 0;
        for (auto matches = pattern.globalMatch(sheet); matches.hasNext();) {
            const auto match = matches.next();
            replaced += QStringView(sheet).sliced(after, match.capturedStart() - after);
            replaced += wordOf(match.captured(1).toInt());
            after = match.capturedEnd();
        }
        replaced += QStringView(sheet).sliced(after);
        sheet = replaced;
    };
    replaceEach(points, [&](int size) {
        return QString::number(size * look.fontPercent / 100.0, 'f', 1) + QStringLiteral("pt");
    });
    replaceEach(paddings, [&](int px) {
        return QString::number(look.density == Density::Compact ? std::max(0, px - 3) : px) +
               QStringLiteral("px");
    });
}

QString styleSheetOf(const Look& look) {
    const Colours& c = coloursOf(look.scheme);
    QFile file(QStringLiteral(":/theme/theme.qss"));
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("theme.qss is not built in");
    }
    QString sheet = QString::fromUtf8(file.readAll());
    // The longer of two names that begin alike comes first.
    const std::array<std::pair<const char*, QColor>, 18> names = {{
        {"@window", c.window},
        {"@surface", c.surface},
        {"@raised", c.raised},
        {"@border", c.border},
        {"@strongBorder", c.strongBorder},
        {"@text", c.text},
        {"@muted", c.muted},
        {"@accentHover", c.accentHover},
        {"@accentSoft", c.accentSoft},
        {"@accent", c.accent},
        {"@onAccent", c.onAccent},
        {"@goodSoft", c.goodSoft},
        {"@good", c.good},
        {"@warnSoft", c.warnSoft},
        {"@warn", c.warn},
        {"@badSoft", c.badSoft},
        {"@bad", c.bad},
        {"@holiday", c.holiday},
    }};
    for (const auto& [name, colour] : names) {
        sheet.replace(QLatin1String(name), colour.name());
    }
    sheet.replace(QLatin1String("@scheme"), QLatin1String(isDark(look.scheme) ? "dark" : "light"));
    fit(sheet, look);
    return sheet;
}

// The families of the bundled font, the Persian one first; the system's own when none is bundled.
QFont bundledFont() {
    QStringList families;
    const QDir fonts(QStringLiteral(":/fonts"));
    for (const QString& file : fonts.entryList(QDir::Files, QDir::Name)) {
        const int id = QFontDatabase::addApplicationFont(fonts.filePath(file));
        for (const QString& family : QFontDatabase::applicationFontFamilies(id)) {
            if (families.contains(family)) {
                continue;
            }
            if (family.contains(QLatin1String("Arabic"))) {
                families.prepend(family);
            } else {
                families.append(family);
            }
        }
    }
    QFont font = QApplication::font();
    if (!families.isEmpty()) {
        font.setFamilies(families);
    }
    font.setHintingPreference(QFont::PreferVerticalHinting);
    return font;
}

// Qt begins a Latin name or a number at the left of a right-to-left window too, away from its title or icon.
template <class TextWidget>
void alignToWindow(TextWidget& widget) {
    const Qt::Alignment before = widget.alignment();
    if (widget.testAttribute(Qt::WA_SetLayoutDirection) || before & (Qt::AlignHCenter | Qt::AlignJustify)) {
        return;
    }
    widget.setAlignment((before & ~Qt::AlignHorizontal_Mask) | Qt::AlignAbsolute |
                        (widget.isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft));
}

}  // namespace

bool isDark(Scheme scheme) {
    return scheme == Scheme::Dark || scheme == Scheme::DarkContrast;
}

const Colours& coloursOf(Scheme scheme) {
    switch (scheme) {
        case Scheme::Light:
            break;
        case Scheme::Dark:
            return dark;
        case Scheme::LightContrast:
            return lightContrast;
        case Scheme::DarkContrast:
            return darkContrast;
    }
    return light;
}

const Colours& coloursIn(const QPalette& palette) {
    const auto found = std::ranges::find_if(schemes, [&](Scheme scheme) {
        return palette.color(QPalette::Active, QPalette::WindowText) == coloursOf(scheme).text;
    });
    return found == schemes.end() ? light : coloursOf(*found);
}

TonePair toneColours(Tone tone, const Colours& c) {
    switch (tone) {
        case Tone::Neutral:
            return {c.muted, c.raised};
        case Tone::Info:
            return {c.accent, c.accentSoft};
        case Tone::Good:
            return {c.good, c.goodSoft};
        case Tone::Warn:
            return {c.warn, c.warnSoft};
        case Tone::Bad:
            return {c.bad, c.badSoft};
    }
    return {c.muted, c.raised};
}

// Fusion, less what sits badly with Persian: icons in button boxes squeeze the text to the button's edge, and
// QPainter indents each wrapped right-to-left line by the space that it was broken at.
class Theme::Style : public QProxyStyle {
  public:
    Style() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

    Density density = Density::Comfortable;

    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* data) const override {
        switch (hint) {
            case SH_DialogButtonBox_ButtonsHaveIcons:
            case SH_EtchDisabledText:
                return 0;
            case SH_Menu_MouseTracking:
                return 1;
            default:
                return QProxyStyle::styleHint(hint, option, widget, data);
        }
    }

    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override {
        switch (metric) {
            case PM_SmallIconSize:
            case PM_ButtonIconSize:
                return 18;
            case PM_ToolBarIconSize:
                return 20;
            case PM_HeaderDefaultSectionSizeVertical:
                return scaled(density == Density::Compact ? 24 : 32);
            default:
                return QProxyStyle::pixelMetric(metric, option, widget);
        }
    }

    void drawItemText(QPainter* painter, const QRect& room, int flags, const QPalette& palette,
                      bool isEnabled, const QString& text, QPalette::ColorRole role) const override {
        if (!(flags & Qt::TextWordWrap) || !(flags & Qt::TextForceRightToLeft)) {
            QProxyStyle::drawItemText(painter, room, flags, palette, isEnabled, text, role);
            return;
        }
        const auto alignment = visualAlignment(Qt::RightToLeft, Qt::Alignment(flags & 0xff));
        QTextOption option(alignment & Qt::AlignHorizontal_Mask);
        option.setTextDirection(Qt::RightToLeft);
        QTextLayout layout(QString(text).replace(u'\n', QChar::LineSeparator), painter->font(),
                           painter->device());
        layout.setTextOption(option);
        layout.beginLayout();
        qreal height = 0;
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(room.width());
            line.setPosition({0, height});
            height += line.height();
        }
        layout.endLayout();
        const qreal spare = room.height() - height;
        const qreal above = alignment & Qt::AlignBottom    ? spare
                            : alignment & Qt::AlignVCenter ? spare / 2
                                                           : 0;
        const QPen pen = painter->pen();
        if (role != QPalette::NoRole) {
            painter->setPen(QPen(palette.brush(role), pen.widthF()));
        }
        layout.draw(painter, QPointF(room.x(), room.y() + std::floor(above)));
        painter->setPen(pen);
    }
};

Theme::Theme(const Look& look, QObject* parent) : QObject(parent), m_look(look), m_font(bundledFont()) {
    m_style = new Style;
    m_style->setParent(qApp);
    QApplication::setStyle(m_style);
    qApp->installEventFilter(this);
    apply();
}

void Theme::setLook(const Look& look) {
    if (look == m_look) {
        return;
    }
    emit aboutToChange();
    m_look = look;
    apply();
    emit changed();
}

void Theme::apply() {
    m_look.fontPercent = std::clamp(m_look.fontPercent, Look::fontPercentMin, Look::fontPercentMax);
    m_font.setPointSizeF(fontPoints * m_look.fontPercent / 100);
    if (QApplication::font() != m_font) {
        QApplication::setFont(m_font);
    }
    m_style->density = m_look.density;
    QApplication::setPalette(paletteOf(coloursOf(m_look.scheme)));
    // Last: it has every widget polished anew, with what was set before.
    qApp->setStyleSheet(styleSheetOf(m_look));
}

int scaled(int px) {
    return qRound(px * QApplication::font().pointSizeF() / fontPoints);
}

int unscaled(int px) {
    return qRound(px * fontPoints / QApplication::font().pointSizeF());
}

bool Theme::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Polish || event->type() == QEvent::LayoutDirectionChange) {
        if (auto* label = qobject_cast<QLabel*>(watched)) {
            alignToWindow(*label);
        } else if (auto* line = qobject_cast<QLineEdit*>(watched)) {
            alignToWindow(*line);
        }
    }
    return QObject::eventFilter(watched, event);
}

void setStyleProperty(QWidget* widget, const char* name, const QVariant& value) {
    if (widget->property(name) == value) {
        return;
    }
    widget->setProperty(name, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->update();
}

void setKind(QAbstractButton* button, ButtonKind kind) {
    static constexpr std::array names = {"plain", "primary", "quiet", "danger"};
    setStyleProperty(button, "kind", QLatin1String(names.at(static_cast<std::size_t>(kind))));
}

void setTextRole(QLabel* label, TextRole role) {
    static constexpr std::array names = {"body", "title", "heading", "strong", "muted", "small", "error"};
    setStyleProperty(label, "role", QLatin1String(names.at(static_cast<std::size_t>(role))));
}

QLabel* makeLabel(const QString& text, TextRole role, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    setTextRole(label, role);
    return label;
}

void setRefused(QWidget* input, bool isRefused) {
    setStyleProperty(input, "refused", isRefused);
}

}  // namespace nextgen::ui
