#include "app/cheque/cheque_receipt.h"
#include "app/invoice/invoice_sheet.h"
#include "shared/api/entity.h"
#include "tests/app/support/sheets.h"
#include "tests/ui/print/painted_texts.h"
#include "ui/locale/format.h"
#include "ui/locale/language.h"
#include "ui/print/record_sheet.h"
#include "ui/print/sheet_layout.h"
#include "ui/widgets/theme.h"

#include <QDir>
#include <QImage>
#include <QPainter>
#include <QRegularExpression>
#include <QTest>

using namespace nextgen;
using print::Paper;
using print::PaperSize;
using print::Sheet;
using print::SheetLayout;
using test::tableIn;
using test::valuesIn;

namespace {

const Date today = *Date::of(2026, 11, 22);

std::vector<cheque::Cheque> someCheques(int count) {
    std::vector<cheque::Cheque> cheques;
    for (int i = 0; i < count; ++i) {
        cheque::Cheque one;
        one.id = ChequeId(i + 1);
        one.sayadId = i % 4 == 3 ? std::string() : std::to_string(1234567890120000LL + i * 37);
        one.series = "15/الف";
        one.serial = std::to_string(400100 + i);
        one.dealerName = "راهکارهای فناوری ایران";
        one.amount = Money::rials(12'500'000LL + i * 98'765'432LL);
        one.dueOn = today.plusDays(i * 9);
        one.bankName = i % 2 == 0 ? "ملت" : "صادرات ایران";
        one.branch = "میدان ونک ۱۲";
        one.drawerName = i % 3 == 0 ? "شرکت بازرگانی آریا گستر پارس" : "علی‌رضا محمدی";
        cheques.push_back(one);
    }
    return cheques;
}

ui::Record someInvoice(int items) {
    ui::Record invoice(api::findEntity("invoices")->fields);
    invoice.set("id", std::int64_t{1});
    invoice.set("invoice_number", std::string("1405-00123"));
    invoice.set("issued_on", today);
    invoice.set("due_on", today.plusDays(60));
    invoice.set("seller_name", std::string("فروشگاه نمونهٔ نوین"));
    invoice.set("seller_economic_code", std::string("411456789012"));
    invoice.set("buyer_name", std::string("شرکت راهکارهای فناوری ایران (سهامی خاص)"));
    invoice.set("buyer_economic_code", std::string("••••••••9012"));
    invoice.set("buyer_national_id", std::string("•••••••2345"));
    invoice.set("buyer_postal_code", std::string("1966733461"));
    invoice.set(
        "buyer_address",
        std::string(
            "تهران، خیابان ولی‌عصر، بالاتر از میدان ونک، کوچهٔ "
            "نگار، پلاک 12، واحد 7"));
    invoice.set("total_amount", Money::rials(1'234'567'890LL * items));
    invoice.set("cash_amount", Money::rials(234'567'890LL));
    invoice.set("note", std::string("تحویل در محل خریدار"));
    return invoice;
}

std::vector<ui::Record> someItems(int count) {
    std::vector<ui::Record> items;
    for (int i = 0; i < count; ++i) {
        ui::Record item(api::findEntity("invoice_items")->fields);
        item.set("id", std::int64_t{i + 1});
        item.set("tax_item_id", std::string("2720000114542"));
        item.set("description", i % 3 == 0 ? std::string("رایانهٔ همراه ۱۴ اینچی با کیف و پشتیبانی دوساله")
                                           : std::string("Switch 24 port"));
        item.set("quantity", std::int64_t{3 + i});
        item.set("unit_code", std::string("1627"));
        item.set("unit_price", Money::rials(411'522'630));
        item.set("gross_amount", Money::rials(1'234'567'890));
        item.set("discount_amount", Money::rials(34'567'890));
        item.set("net_amount", Money::rials(1'200'000'000));
        item.set("vat_amount", Money::rials(120'000'000));
        item.set("other_tax_amount", Money());
        item.set("other_charge_amount", Money());
        item.set("total_amount", Money::rials(1'320'000'000));
        items.push_back(item);
    }
    return items;
}

}  // namespace

class PrintsTest : public QObject {
    Q_OBJECT

  private slots:
    void everyTextHasTheDigitsOfItsLanguage_data() {
        QTest::addColumn<bool>("isPersian");
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("size");
        QTest::addColumn<bool>("isLandscape");
        for (const bool isPersian : {true, false}) {
            const char* language = isPersian ? "fa" : "en";
            for (const char* name : {"receipt", "invoice", "record"}) {
                for (const auto& [paper, size] :
                     {std::pair("a4", PaperSize::A4), std::pair("a5", PaperSize::A5),
                      std::pair("roll", PaperSize::Roll80)}) {
                    for (const bool isLandscape : {false, true}) {
                        if (!isLandscape || size != PaperSize::Roll80) {
                            QTest::addRow("%s %s %s %s", language, name, paper, isLandscape ? "wide" : "tall")
                                << isPersian << QString::fromLatin1(name) << static_cast<int>(size)
                                << isLandscape;
                        }
                    }
                }
            }
        }
    }
    void everyTextHasTheDigitsOfItsLanguage() {
        QFETCH(bool, isPersian);
        QFETCH(QString, name);
        QFETCH(int, size);
        QFETCH(bool, isLandscape);
        m_locale.setLanguage(isPersian ? Language::Persian : Language::English);
        const SheetLayout layout(sheetNamed(name), {static_cast<PaperSize>(size), isLandscape});
        const QRegularExpression wrong(isPersian ? QStringLiteral("[0-9]") : QStringLiteral("[۰-۹]"));
        for (int page = 0; page < layout.pageCount(); ++page) {
            test::PaintedTexts device(print::widthOf(layout.paper()), layout.lengthOf(page));
            QPainter painter(&device);
            layout.paint(painter, page);
            painter.end();
            for (const QString& text : device.texts()) {
                QVERIFY2(!text.contains(wrong) || text.contains(QLatin1String("Switch")), qPrintable(text));
            }
            show(layout, page, QString::fromLatin1(QTest::currentDataTag()).replace(u' ', u'_'));
        }
    }

    void aReceiptSumsInWordsWhatItLists() {
        m_locale.setLanguage(Language::Persian);
        const auto cheques = someCheques(7);
        Money total;
        for (const cheque::Cheque& one : cheques) {
            total += one.amount;
        }
        const Sheet sheet = cheque::receiptOf(cheques, today);
        QVERIFY(valuesIn(sheet).contains(ui::showMoneyInWords(total)));
        const print::Table& table = *tableIn(sheet);
        QCOMPARE(table.rows.size(), cheques.size());
        qint64 sum = 0;
        for (const auto& cells : table.rows) {
            sum += *cells.back().amount;
        }
        QCOMPARE(sum, total.rials());
        // A leaf without a Sayad id is named by what is on it.
        QVERIFY(table.rows[3].front().text.contains(ui::showDigits(QStringLiteral("400103"))));
    }

    void theOfficialInvoiceHasItsColumnsAndEmptyLines() {
        m_locale.setLanguage(Language::Persian);
        const Sheet sheet = invoice::officialSheet(someInvoice(2), someItems(2));
        QCOMPARE(sheet.usualPaper, (Paper{PaperSize::A4, true}));
        const print::Table& table = *tableIn(sheet);
        QCOMPARE(table.columns.size(), std::size_t{10});
        QVERIFY(table.isNumbered);
        QCOMPARE(*table.rows.front()[8].amount, 120'000'000);
        QVERIFY(valuesIn(sheet).contains(ui::showMoneyInWords(Money::rials(2 * 1'234'567'890LL))));
        const auto& seller = std::get<print::Facts>(sheet.blocks.front());
        QVERIFY(seller.isBoxed);
        QCOMPARE(seller.facts.size(), std::size_t{8});
        QVERIFY(seller.facts.back().value.isEmpty());
    }

    void anEmptyColumnIsLeftOut() {
        print::Table table;
        table.columns = {{QStringLiteral("a")}, {QStringLiteral("b")}, {QStringLiteral("c")}};
        table.rows = {{{QStringLiteral("1")}, {}, {}}, {{}, {}, {QStringLiteral("2")}}};
        print::dropEmptyColumns(table);
        QCOMPARE(table.columns.size(), std::size_t{2});
        QCOMPARE(table.rows[1][1].text, QStringLiteral("2"));
    }

  private:
    static Sheet sheetNamed(const QString& name) {
        Sheet sheet;
        if (name == QLatin1String("receipt")) {
            sheet = cheque::receiptOf(someCheques(7), today);
        } else if (name == QLatin1String("invoice")) {
            sheet = invoice::officialSheet(someInvoice(30), someItems(30));
        } else {
            sheet.title = ui::toQt("پروندهٔ فاکتور");
            sheet.blocks = print::blocksOf("Field", someInvoice(1));
        }
        sheet.shop = ui::toQt("فروشگاه نمونهٔ نوین");
        sheet.asOf = ui::showDate(today);
        sheet.direction = ui::currentLanguage() == Language::Persian ? Qt::RightToLeft : Qt::LeftToRight;
        return sheet;
    }

    /// For the eye, when $NEXTGEN_SHOTS names a folder.
    static void show(const SheetLayout& layout, int page, const QString& name) {
        const QString folder = qEnvironmentVariable("NEXTGEN_SHOTS");
        if (folder.isEmpty()) {
            return;
        }
        constexpr double scale = 0.045;
        QImage image(QSizeF(print::widthOf(layout.paper()) * scale, layout.lengthOf(page) * scale).toSize(),
                     QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.scale(scale, scale);
        layout.paint(painter, page);
        painter.end();
        image.save(QDir(folder).filePath(QStringLiteral("%1_%2.png").arg(name).arg(page)));
    }

    ui::Theme m_theme;
    ui::Locale m_locale;
};

QTEST_MAIN(PrintsTest)
#include "prints_test.moc"
