#include "ui/print/sheet_layout.h"

#include "tests/ui/print/painted_texts.h"
#include "ui/locale/format.h"
#include "ui/locale/language.h"
#include "ui/print/print_job.h"
#include "ui/widgets/theme.h"

#include <QDir>
#include <QFile>
#include <QPainter>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <limits>

using namespace nextgen;
using namespace nextgen::print;
using Part = SheetLayout::Part;

namespace {

QString nameOfRow(int row) {
    return QStringLiteral("R%1").arg(row, 5, 10, QLatin1Char('0'));
}

Sheet sheetOf(int rows, bool isSummed = true, bool isWrapping = false) {
    Sheet sheet;
    sheet.kind = QStringLiteral("test");
    sheet.shop =
        ui::currentLanguage() == Language::Persian ? QStringLiteral("فروشگاه نمونه") : QStringLiteral("Shop");
    sheet.title =
        ui::currentLanguage() == Language::Persian ? QStringLiteral("صورت") : QStringLiteral("List");
    sheet.asOf = ui::showDigits(QStringLiteral("1405/09/01"));
    sheet.direction = ui::currentLanguage() == Language::Persian ? Qt::RightToLeft : Qt::LeftToRight;
    Table table;
    table.columns = {{QStringLiteral("A"), ColumnKind::Short},
                     {QStringLiteral("B"), ColumnKind::Text},
                     {QStringLiteral("C"), ColumnKind::Number, isSummed}};
    if (isWrapping) {
        table.columns.push_back({QStringLiteral("D"), ColumnKind::Text});  // on a roll: rows as lists
    }
    for (int row = 0; row < rows; ++row) {
        table.rows.push_back(
            {{nameOfRow(row)},
             {isWrapping && row % 3 == 0 ? QStringLiteral("many words ").repeated(30) : QString()},
             {ui::showNumber(row), row}});
    }
    sheet.blocks.emplace_back(std::move(table));
    return sheet;
}

std::vector<const Part*> partsOf(const SheetLayout& layout, Part::Kind kind) {
    std::vector<const Part*> parts;
    for (int page = 0; page < layout.pageCount(); ++page) {
        for (const Part& part : layout.page(page).parts) {
            if (part.kind == kind) {
                parts.push_back(&part);
            }
        }
    }
    return parts;
}

QStringList textsOn(const SheetLayout& layout, int page) {
    test::PaintedTexts device(widthOf(layout.paper()), layout.lengthOf(page));
    QPainter painter(&device);
    layout.paint(painter, page);
    painter.end();
    return device.texts();
}

}  // namespace

class SheetLayoutTest : public QObject {
    Q_OBJECT

  private slots:
    void everyRowStandsOnOnePage_data() {
        QTest::addColumn<int>("size");
        QTest::addColumn<bool>("isLandscape");
        QTest::addColumn<int>("rows");
        QTest::addColumn<bool>("isSummed");
        QTest::addColumn<bool>("isWrapping");
        for (const auto& [name, size] : {std::pair("a4", PaperSize::A4), std::pair("a5", PaperSize::A5),
                                         std::pair("roll", PaperSize::Roll80)}) {
            for (const int rows : {0, 1, 2, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 400}) {
                for (const bool isWrapping : {false, true}) {
                    QTest::addRow("%s, %d rows%s", name, rows, isWrapping ? ", some with many lines" : "")
                        << static_cast<int>(size) << (rows % 2 == 0) << rows << (rows % 3 != 0) << isWrapping;
                }
            }
        }
    }
    void everyRowStandsOnOnePage() {
        QFETCH(int, size);
        QFETCH(bool, isLandscape);
        QFETCH(int, rows);
        QFETCH(bool, isSummed);
        QFETCH(bool, isWrapping);
        const Paper paper{static_cast<PaperSize>(size), isLandscape};
        const SheetLayout layout(sheetOf(rows, isSummed, isWrapping), paper);
        QStringList painted;
        const QRegularExpression name(QStringLiteral("R\\d{5}"));
        for (int page = 0; page < layout.pageCount(); ++page) {
            for (const QString& text : textsOn(layout, page)) {
                if (const auto match = name.match(text); match.hasMatch()) {
                    painted += match.captured();
                }
            }
        }
        QStringList expected;
        for (int row = 0; row < rows; ++row) {
            expected += nameOfRow(row);
        }
        QCOMPARE(painted, expected);
    }

    void partsStayOnTheirPageAndApart_data() { everyRowStandsOnOnePage_data(); }
    void partsStayOnTheirPageAndApart() {
        QFETCH(int, size);
        QFETCH(bool, isLandscape);
        QFETCH(int, rows);
        QFETCH(bool, isSummed);
        QFETCH(bool, isWrapping);
        const Paper paper{static_cast<PaperSize>(size), isLandscape};
        const SheetLayout layout(sheetOf(rows, isSummed, isWrapping), paper);
        for (int page = 0; page < layout.pageCount(); ++page) {
            double bottom = marginOf(paper);
            for (const Part& part : layout.page(page).parts) {
                QVERIFY(part.top >= bottom - 0.001);
                bottom = part.top + part.height;
            }
            QVERIFY(bottom <= layout.lengthOf(page) - marginOf(paper) + 1);
        }
    }

    void sumsAreCarriedForward() {
        m_locale.setLanguage(Language::English);  // its numbers are painted in one piece
        const SheetLayout layout(sheetOf(200), {});
        const auto carried = partsOf(layout, Part::Kind::Carried);
        const auto brought = partsOf(layout, Part::Kind::Brought);
        QVERIFY(layout.pageCount() > 2);
        QCOMPARE(carried.size(), static_cast<std::size_t>(layout.pageCount() - 1));
        QCOMPARE(brought.size(), carried.size());
        for (std::size_t i = 0; i < carried.size(); ++i) {
            QCOMPARE(carried[i]->first, brought[i]->first);
            // The rows before it: 0 + 1 + … + (first − 1).
            const qint64 sum = static_cast<qint64>(carried[i]->first) * (carried[i]->first - 1) / 2;
            for (const int page : {static_cast<int>(i), static_cast<int>(i) + 1}) {
                QVERIFY(textsOn(layout, page).join(QString()).contains(ui::showNumber(sum)));
            }
        }
        QVERIFY(
            textsOn(layout, layout.pageCount() - 1).join(QString()).contains(ui::showNumber(199 * 200 / 2)));
        m_locale.setLanguage(Language::Persian);
    }

    void amountsAreNotBrokenWhereThereIsLittleRoom() {
        m_locale.setLanguage(Language::English);
        Sheet sheet = sheetOf(0);
        auto& table = std::get<Table>(sheet.blocks.front());
        std::vector<Cell> cells(3);
        QStringList amounts;
        for (int column = 0; column < 9; ++column) {
            amounts += ui::showNumber(1'234'567'000 + column);
            table.columns.push_back({QStringLiteral("D"), ColumnKind::Number});
            cells.push_back({amounts.back()});
        }
        table.rows.push_back(cells);
        const SheetLayout layout(std::move(sheet), {PaperSize::A5, false});
        QVERIFY(layout.tightness() < 1);
        const QStringList painted = textsOn(layout, 0);
        for (const QString& amount : amounts) {
            QVERIFY2(painted.contains(amount), qPrintable(amount));
        }
        m_locale.setLanguage(Language::Persian);
    }

    void nobodySignsAnEmptyPage() {
        for (int rows = 20; rows < 60; ++rows) {
            Sheet sheet = sheetOf(rows);
            sheet.blocks.emplace_back(Facts{{}, {{QStringLiteral("x"), QStringLiteral("y")}}, 1, false});
            sheet.blocks.emplace_back(Signatures{{QStringLiteral("A"), QStringLiteral("B")}});
            const SheetLayout layout(std::move(sheet), {});
            const auto& parts = layout.page(layout.pageCount() - 1).parts;
            QCOMPARE(parts.back().kind, Part::Kind::Signatures);
            QVERIFY(parts.size() > 2);
        }
    }

    void aSumThatIsTooLargeSaysNothing() {
        Sheet sheet = sheetOf(2);
        auto& table = std::get<Table>(sheet.blocks.front());
        for (auto& cells : table.rows) {
            cells[2].amount = std::numeric_limits<qint64>::max();
        }
        const SheetLayout layout(std::move(sheet), {});
        QCOMPARE(partsOf(layout, Part::Kind::Sums).size(), std::size_t{1});
        for (const QString& text : textsOn(layout, 0)) {
            QVERIFY2(!text.contains(u'-'), qPrintable(text));
        }
    }

    void aSheetIsBounded() {
        const SheetLayout layout(sheetOf(rowsMax + 10), {});
        QCOMPARE(partsOf(layout, Part::Kind::Row).size(), static_cast<std::size_t>(rowsMax));
    }

    void aLongTextGoesOnOverPages() {
        Sheet sheet = sheetOf(0);
        QStringList words;
        for (int i = 0; i < 680; ++i) {  // longer texts are painted in pieces that cut words
            words += QStringLiteral("w%1").arg(i, 4, 10, QLatin1Char('0'));
        }
        sheet.blocks = {Paragraph{QStringLiteral("Note"), words.join(u' '), false}};
        const SheetLayout layout(std::move(sheet), {PaperSize::A5, true});
        QVERIFY(layout.pageCount() > 1);
        QStringList painted;
        for (int page = 0; page < layout.pageCount(); ++page) {
            for (const QString& text : textsOn(layout, page)) {
                for (const QString& word : text.split(u' ', Qt::SkipEmptyParts)) {
                    if (word.startsWith(u'w')) {
                        painted += word;
                    }
                }
            }
        }
        QCOMPARE(painted, words);
    }

    void persianIsMirrored() {
        const auto leftOfFirstColumn = [this](Language language) {
            m_locale.setLanguage(language);
            const SheetLayout layout(sheetOf(1), {});
            test::PaintedTexts device(widthOf({}), heightOf({}));
            QPainter painter(&device);
            layout.paint(painter, 0);
            painter.end();
            return device.placeOf(nameOfRow(0)).x();
        };
        const double persian = leftOfFirstColumn(Language::Persian);
        const double english = leftOfFirstColumn(Language::English);
        m_locale.setLanguage(Language::Persian);
        QVERIFY(english < widthOf({}) / 2.0);
        QVERIFY(persian > widthOf({}) / 2.0);
    }

    void thePagesAreCountedInTheDigitsOfTheLanguage_data() {
        QTest::addColumn<bool>("isPersian");
        QTest::newRow("fa") << true;
        QTest::newRow("en") << false;
    }
    void thePagesAreCountedInTheDigitsOfTheLanguage() {
        QFETCH(bool, isPersian);
        m_locale.setLanguage(isPersian ? Language::Persian : Language::English);
        const SheetLayout layout(sheetOf(200), {});
        const QRegularExpression wrong(isPersian ? QStringLiteral("(?<![R0-9])[0-9]+")
                                                 : QStringLiteral("[۰-۹]"));
        for (int page = 0; page < layout.pageCount(); ++page) {
            for (const QString& text : textsOn(layout, page)) {
                QVERIFY2(!text.contains(wrong), qPrintable(text));
            }
        }
        m_locale.setLanguage(Language::Persian);
    }

    void aPdfHasThePagesAndIsWholeOrNotThere() {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("list.pdf"));
        const SheetLayout layout(sheetOf(200), {});
        QCOMPARE(writePdf(layout, path, [](int done) { return done < 2; }).kind, Outcome::Kind::Cancelled);
        QVERIFY(!QFile::exists(path));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 0);
        QCOMPARE(writePdf(layout, path, [](int) { return true; }).kind, Outcome::Kind::Done);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray first = file.readAll();
        file.close();
        QVERIFY(first.startsWith("%PDF"));
        QVERIFY(first.trimmed().endsWith("%%EOF"));
        QCOMPARE(first.count("/Type /Page\n"), layout.pageCount());

        // What is there stays when a later one is given up.
        QCOMPARE(writePdf(layout, path, [](int done) { return done < 1; }).kind, Outcome::Kind::Cancelled);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), first);
    }

    void aFileThatCannotBeWrittenSaysWhy() {
        const SheetLayout layout(sheetOf(1), {});
        const Outcome outcome =
            writePdf(layout, QStringLiteral("/proc/no/such/folder/list.pdf"), [](int) { return true; });
        QCOMPARE(outcome.kind, Outcome::Kind::Failed);
        QVERIFY(!outcome.reason.isEmpty());
    }

    void aReceiptIsAsLongAsWhatStandsOnIt() {
        const Paper roll{PaperSize::Roll80, false};
        const SheetLayout few(sheetOf(2), roll);
        const SheetLayout many(sheetOf(60), roll);
        QCOMPARE(few.pageCount(), 1);
        QCOMPARE(many.pageCount(), 1);
        QVERIFY(few.lengthOf(0) < mm(120));
        QVERIFY(many.lengthOf(0) > 3 * few.lengthOf(0));
    }

  private:
    ui::Theme m_theme;
    ui::Locale m_locale;
};

QTEST_MAIN(SheetLayoutTest)
#include "sheet_layout_test.moc"
