#include "ui/widgets/theme.h"

#include "ui/locale/language.h"
#include "ui/widgets/icon.h"

#include <QApplication>
#include <QDir>
#include <QFontDatabase>
#include <QFontMetrics>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QTest>
#include <array>
#include <cmath>

using namespace nextgen;
using namespace nextgen::ui;

namespace {

constexpr std::array schemes = {Scheme::Light, Scheme::Dark, Scheme::LightContrast, Scheme::DarkContrast};

double channel(double value) {
    return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& c) {
    return 0.2126 * channel(c.redF()) + 0.7152 * channel(c.greenF()) + 0.0722 * channel(c.blueF());
}

// WCAG 2: 4.5 for text, 3 for edges that tell one control from another.
double contrast(const QColor& a, const QColor& b) {
    const double high = std::max(luminance(a), luminance(b));
    const double low = std::min(luminance(a), luminance(b));
    return (high + 0.05) / (low + 0.05);
}

}  // namespace

class ThemeTest : public QObject {
    Q_OBJECT

  private slots:
    void textStandsOutFromItsGround_data() {
        QTest::addColumn<QColor>("ink");
        QTest::addColumn<QColor>("ground");
        QTest::addColumn<double>("least");
        for (const Scheme scheme : schemes) {
            const Colours& c = coloursOf(scheme);
            const bool isPlain = scheme == Scheme::Light || scheme == Scheme::Dark;
            const auto row = [&](const char* what, const QColor& ink, const QColor& ground) {
                QTest::addRow("scheme %d: %s", static_cast<int>(scheme), what)
                    << ink << ground << (isPlain ? 4.5 : 7.0);
            };
            if (!isPlain) {
                row("borders", c.border, c.surface);
            }
            row("text on window", c.text, c.window);
            row("text on surface", c.text, c.surface);
            row("text on raised", c.text, c.raised);
            row("text on selection", c.text, c.accentSoft);
            row("muted on window", c.muted, c.window);
            row("muted on surface", c.muted, c.surface);
            row("muted on raised", c.muted, c.raised);
            row("accent on surface", c.accent, c.surface);
            row("on accent", c.onAccent, c.accent);
            row("on hovered accent", c.onAccent, c.accentHover);
            row("holiday on surface", c.holiday, c.surface);
            row("bad on surface", c.bad, c.surface);
            row("bad on window", c.bad, c.window);
            for (const Tone tone : {Tone::Neutral, Tone::Info, Tone::Good, Tone::Warn, Tone::Bad}) {
                const TonePair pair = toneColours(tone, c);
                row(qPrintable(QStringLiteral("chip %1").arg(static_cast<int>(tone))), pair.ink, pair.ground);
                row(qPrintable(QStringLiteral("text on tone %1").arg(static_cast<int>(tone))), c.text,
                    pair.ground);
            }
        }
    }
    void textStandsOutFromItsGround() {
        QFETCH(QColor, ink);
        QFETCH(QColor, ground);
        QFETCH(double, least);
        QVERIFY2(contrast(ink, ground) >= least, qPrintable(QString::number(contrast(ink, ground))));
    }

    void changingTheSchemeTurnsThePalette() {
        for (const Scheme scheme : schemes) {
            m_theme.setLook({.scheme = scheme});
            QCOMPARE(&coloursIn(QApplication::palette()), &coloursOf(scheme));
        }
        m_theme.setLook({});
    }

    void everythingGrowsWithTheFont() {
        QTableView table;
        QLabel small(QStringLiteral("a"));
        setTextRole(&small, TextRole::Small);
        const auto heights = [&] {
            small.ensurePolished();
            return std::pair(table.verticalHeader()->defaultSectionSize(), small.sizeHint().height());
        };
        const auto usual = heights();
        m_theme.setLook({.fontPercent = Look::fontPercentMax});
        const auto large = heights();
        QCOMPARE(large.first, usual.first * 3 / 2);
        QVERIFY2(large.second >= usual.second * 4 / 3, qPrintable(QString::number(large.second)));
        QCOMPARE(scaled(100), 150);
        m_theme.setLook({});
        QCOMPARE(heights(), usual);
    }

    void compactRowsAndInputsAreLower() {
        QTableView table;
        QLineEdit line;
        line.ensurePolished();
        const int row = table.verticalHeader()->defaultSectionSize();
        const int input = line.sizeHint().height();
        m_theme.setLook({.density = Density::Compact});
        QVERIFY(table.verticalHeader()->defaultSectionSize() < row);
        QVERIFY(line.sizeHint().height() < input);
        m_theme.setLook({});
    }

    void aFontBeyondTheBoundsIsTheBound_data() {
        QTest::addColumn<int>("wanted");
        QTest::addColumn<int>("got");
        QTest::newRow("far too small") << -5 << Look::fontPercentMin;
        QTest::newRow("far too large") << 4000 << Look::fontPercentMax;
        QTest::newRow("between") << 110 << 110;
    }
    void aFontBeyondTheBoundsIsTheBound() {
        QFETCH(int, wanted);
        QFETCH(int, got);
        m_theme.setLook({.fontPercent = wanted});
        QCOMPARE(m_theme.look().fontPercent, got);
        m_theme.setLook({});
    }

    void theStyleSheetHasNoNameLeftOpen() {
        QVERIFY(!qApp->styleSheet().isEmpty());
        QVERIFY(!qApp->styleSheet().contains(u'@'));
    }

    void everyIconHasItsFileAndEveryFileItsIcon() {
        QStringList named;
        for (const IconFile& file : iconFiles()) {
            named += QLatin1String(file.name);
            const QImage image = icon(file.icon).pixmap(24, 24).toImage();
            bool hasInk = false;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    hasInk = hasInk || qAlpha(image.pixel(x, y)) > 0;
                }
            }
            QVERIFY2(hasInk, file.name);
        }
        QStringList files;
        for (const QString& file : QDir(QStringLiteral(":/icons")).entryList({QStringLiteral("*.svg")})) {
            files += file.chopped(4);
        }
        named.sort();
        files.sort();
        QCOMPARE(named, files);
    }

    // As drawn by the style, each line of a wrapped Persian text ends at the same edge.
    void wrappedPersianLinesAreFlush() {
        QLabel label(QStringLiteral("چک چک چک چک چک چک"));
        label.setWordWrap(true);
        label.setLayoutDirection(Qt::RightToLeft);
        label.resize(label.fontMetrics().horizontalAdvance(QStringLiteral("چک چک چک چک")), 100);
        label.resize(label.width(), label.heightForWidth(label.width()));
        const QImage image = label.grab().toImage();
        const int lineHeight = label.fontMetrics().lineSpacing();
        const auto rightEdge = [&](int line) {
            for (int x = image.width() - 1; x >= 0; --x) {
                for (int y = line * lineHeight; y < std::min((line + 1) * lineHeight, image.height()); ++y) {
                    if (image.pixelColor(x, y).lightness() < 128) {
                        return x;
                    }
                }
            }
            return -1;
        };
        QVERIFY(image.height() >= 2 * lineHeight);
        QVERIFY2(std::abs(rightEdge(0) - rightEdge(1)) <= 1,
                 qPrintable(QStringLiteral("%1 %2").arg(rightEdge(0)).arg(rightEdge(1))));
    }

    void latinTextBeginsWhereTheWindowBegins() {
        Locale locale(Language::Persian);
        QWidget window;
        auto* label = new QLabel(QStringLiteral("D-1001"), &window);
        auto* line = new QLineEdit(QStringLiteral("D-1001"), &window);
        auto* code = new QLineEdit(&window);
        code->setLayoutDirection(Qt::LeftToRight);
        auto* centred = new QLabel(&window);
        centred->setAlignment(Qt::AlignCenter);
        window.show();
        QVERIFY(label->alignment() & Qt::AlignRight);
        QVERIFY(line->alignment() & Qt::AlignRight);
        QVERIFY(!(code->alignment() & Qt::AlignRight));
        locale.setLanguage(Language::English);
        QVERIFY(label->alignment() & Qt::AlignLeft);
        QVERIFY(line->alignment() & Qt::AlignLeft);
        QCOMPARE(centred->alignment(), Qt::AlignCenter);
    }

    void iconsThatPointAreMirrored() {
        Locale locale(Language::English);
        const QImage leftToRight = icon(Icon::ChevronNext).pixmap(24, 24).toImage();
        locale.setLanguage(Language::Persian);
        QCOMPARE(icon(Icon::ChevronNext).pixmap(24, 24).toImage(), leftToRight.mirrored(true, false));
        locale.setLanguage(Language::English);
        const QImage sun = icon(Icon::Sun).pixmap(24, 24).toImage();
        locale.setLanguage(Language::Persian);
        QCOMPARE(icon(Icon::Sun).pixmap(24, 24).toImage(), sun);
    }

    void theBundledFontHasEveryPersianSign() {
        const QDir fonts(QStringLiteral(":/fonts"));
        if (fonts.entryList().isEmpty()) {
            QSKIP("no font was bundled at build");
        }
        const QFontMetrics metrics(QApplication::font());
        for (const QChar c :
             QStringLiteral("آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیءأؤئة۰۱۲۳۴۵۶۷۸۹٬٫،؛؟«»ABCabc0123456789")) {
            QVERIFY2(metrics.inFont(c), qPrintable(QString(c)));
        }
    }

  private:
    Theme m_theme;
};

QTEST_MAIN(ThemeTest)
#include "theme_test.moc"
