#include "ui/widgets/stacked_bar.h"

#include "ui/locale/language.h"
#include "ui/widgets/theme.h"

#include <QSignalSpy>
#include <QTest>

using namespace nextgen;
using namespace nextgen::ui;

class StackedBarTest : public QObject {
    Q_OBJECT

  private slots:
    void init() { m_locale.setLanguage(Language::Persian); }

    void partsAreAsWideAsTheirShareOfTheLimit() {
        StackedBar bar;
        fill(bar, {250, 0, 500}, 1000);
        const auto rects = bar.canvas()->partRects();
        const int width = bar.canvas()->width();
        QCOMPARE(rects.size(), std::size_t{3});
        QVERIFY(std::abs(rects[0].width() - width / 4) <= 1);
        QVERIFY(rects[1].isEmpty());
        QVERIFY(std::abs(rects[2].width() - width / 2) <= 1);
    }

    void aSmallPartCanStillBeSeen() {
        StackedBar bar;
        fill(bar, {1, 1'000'000'000}, std::nullopt);
        QVERIFY(bar.canvas()->partRects()[0].width() >= 3);
    }

    void thePartsBeginAtTheLeadingSide() {
        StackedBar bar;
        fill(bar, {500, 500}, std::nullopt);
        QVERIFY(bar.canvas()->partRects()[0].left() > bar.canvas()->partRects()[1].left());
        m_locale.setLanguage(Language::English);
        QCoreApplication::processEvents();
        QVERIFY(bar.canvas()->partRects()[0].left() < bar.canvas()->partRects()[1].left());
    }

    void theSummarySaysHowItStands_data() {
        QTest::addColumn<int>("limit");
        QTest::addColumn<bool>("isOver");
        QTest::addColumn<QString>("says");
        QTest::newRow("no limit") << 0 << false << "۱٬۰۰۰ ریال";
        QTest::newRow("within") << 1500 << false << "۱٬۰۰۰ از سقف ۱٬۵۰۰ ریال — ۵۰۰ ریال آزاد";
        QTest::newRow("at the limit") << 1000 << false << "۱٬۰۰۰ از سقف ۱٬۰۰۰ ریال — ۰ ریال آزاد";
        QTest::newRow("over") << 400 << true << "۱٬۰۰۰ از سقف ۴۰۰ ریال — ۶۰۰ ریال بیش از سقف";
    }
    void theSummarySaysHowItStands() {
        QFETCH(int, limit);
        QFETCH(bool, isOver);
        QFETCH(QString, says);
        StackedBar bar;
        fill(bar, {300, 700}, limit == 0 ? std::nullopt : std::optional<std::int64_t>(limit));
        QCOMPARE(bar.isOverLimit(), isOver);
        QCOMPARE(bar.summary(), says);
    }

    void aPartIsOpenedByPointerAndByKeyboard() {
        StackedBar bar;
        fill(bar, {300, 0, 700}, 2000);
        QSignalSpy opened(&bar, &StackedBar::partActivated);
        QTest::mouseClick(bar.canvas(), Qt::LeftButton, {}, bar.canvas()->partRects()[2].center());
        QCOMPARE(opened.takeFirst().first().toString(), QStringLiteral("part2"));
        // A part without an amount has no room in the bar; its entry opens it all the same.
        const auto entries = bar.findChildren<BarLegendButton*>();
        QCOMPARE(entries.size(), 3);
        QTest::keyClick(entries.at(1), Qt::Key_Space);
        QCOMPARE(opened.takeFirst().first().toString(), QStringLiteral("part1"));
        QCOMPARE(entries.at(0)->accessibleName(), QStringLiteral("بخش ۰: ۳۰۰ ریال"));
        QTest::mouseClick(bar.canvas(), Qt::LeftButton, {}, QPoint(2, bar.canvas()->height() / 2));
        QCOMPARE(opened.count(), 0);
    }

    void partsCanComeAndGo() {
        StackedBar bar;
        fill(bar, {1, 2, 3}, std::nullopt);
        fill(bar, {1}, std::nullopt);
        QCOMPARE(bar.findChildren<BarLegendButton*>().size(), 1);
        fill(bar, {}, std::nullopt);
        QCOMPARE(bar.total(), Money());
        QVERIFY(!bar.grab().isNull());
    }

    void amountsBelowZeroTakeNoRoom() {
        StackedBar bar;
        fill(bar, {-500, 700}, std::nullopt);
        QVERIFY(bar.canvas()->partRects()[0].isEmpty());
        QCOMPARE(bar.total(), Money::rials(200));
    }

  private:
    static void fill(StackedBar& bar, const std::vector<std::int64_t>& rials,
                     std::optional<std::int64_t> limit) {
        std::vector<BarPart> parts;
        for (const std::int64_t amount : rials) {
            const QString place = QString::number(parts.size());
            parts.push_back({QStringLiteral("part") + place,
                             QStringLiteral("بخش ") + showDigits(place),
                             Money::rials(amount),
                             {}});
        }
        bar.setParts(std::move(parts));
        bar.setLimit(limit ? std::optional(Money::rials(*limit)) : std::nullopt);
        bar.resize(600, 160);
        bar.show();
    }

    Theme m_theme;
    Locale m_locale;
};

QTEST_MAIN(StackedBarTest)
#include "stacked_bar_test.moc"
