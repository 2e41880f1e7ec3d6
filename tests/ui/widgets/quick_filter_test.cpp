#include "ui/widgets/quick_filter.h"

#include "shared/cheque/cheque.h"
#include "shared/cheque/cheque_list.h"
#include "ui/describe/record_model.h"
#include "ui/locale/language.h"
#include "ui/widgets/record_grid.h"
#include "ui/widgets/theme.h"

#include <QLineEdit>
#include <QTableView>
#include <QTest>
#include <algorithm>

using namespace nextgen;
using namespace nextgen::ui;

namespace {

const Date today = *Date::of(2026, 11, 22);

/// The field of the cheques' list, so said; a moment and a truth are of a list that has them.
std::optional<QList<Filter>> readFor(const QString& name, const QString& typed) {
    FilterBar bar;
    bar.addFields<cheque::Cheque>("Cheque", cheque::listSpec);
    bar.addField("Field", {"at", "", describe::Kind::Instant, describe::Plain, 0, false}, api::Range, {});
    bar.addField("Field", {"paid", "", describe::Kind::Bool, describe::Plain, 0, false}, api::Equal, {});
    bar.addField("Field", {"code", "", describe::Kind::Text, describe::Code, 0, false}, api::Equal, {});
    const auto field =
        std::ranges::find(bar.fields(), name, [](const FilterField& one) { return one.word.name; });
    return readQuickFilter(*field, typed, today);
}

QString worded(const std::optional<QList<Filter>>& filters) {
    if (!filters) {
        return QStringLiteral("refused");
    }
    QStringList parts;
    for (const Filter& filter : *filters) {
        parts += filter.key() + u'=' + filter.value;
    }
    return parts.join(u'&');
}

}  // namespace

class QuickFilterTest : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase() {
        QCoreApplication::setOrganizationName(QStringLiteral("nextgen-test"));
        m_locale.setLanguage(Language::Persian);
    }

    void whatIsTypedBecomesConditions_data() {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("wanted");
        const auto row = [](const char* field, const char* typed, const char* wanted) {
            QTest::addRow("%s: %s", field, typed) << field << typed << wanted;
        };
        row("amount", "", "");
        row("amount", "۵٬۰۰۰", "amount=5000");
        row("amount", ">12م", "amount.gte=12000001");
        row("amount", "< 100", "amount.lte=99");
        row("amount", "<= 100", "amount.lte=100");
        row("amount", "100..200", "amount.gte=100&amount.lte=200");
        row("amount", "..200", "amount.lte=200");
        row("amount", "5 amount: 7", "refused");
        row("amount", "many", "refused");
        row("due_on", "1405/09/01", "due_on=2026-11-22");
        row("due_on", "۱۴۰۵/۹", "due_on.gte=2026-11-22&due_on.lte=2026-12-21");
        row("due_on", "1405", "due_on.gte=2026-03-21&due_on.lte=2027-03-20");
        row("due_on", ">1405/09", "due_on.gte=2026-12-22");
        row("due_on", "امروز..+30", "due_on.gte=today&due_on.lte=today+30");
        row("due_on", "1405/07..1405/09", "due_on.gte=2026-09-23&due_on.lte=2026-12-21");
        row("due_on", "1405/13", "refused");
        row("at", "1405/09/01", "at.gte=2026-11-21T20:30:00.000Z&at.lte=2026-11-22T20:29:59.000Z");
        row("status", "برگ", "status=bounced");
        row("status", "zzz", "refused");
        row("paid", "بل", "paid=true");
        row("code", " 012 ", "code=012");
        row("code", "012, 055", "code=012,055");
    }
    void whatIsTypedBecomesConditions() {
        QFETCH(QString, field);
        QFETCH(QString, typed);
        QFETCH(QString, wanted);
        QCOMPARE(worded(readFor(field, typed)), wanted);
    }

    void aLineAndItsChipSayTheSame() {
        RecordModel<cheque::Cheque> model("Cheque");
        RecordGrid grid;
        grid.setModel(&model);
        FilterBar bar;
        bar.addFields<cheque::Cheque>("Cheque", cheque::listSpec);
        const QuickFilters lines(grid, bar, today, nullptr);
        grid.showQuickFilters(true);
        auto* amount = grid.findChild<QLineEdit*>(QStringLiteral("quick_amount"));
        bar.setFilters({{QStringLiteral("status"), {}, QStringLiteral("bounced")}});
        QTest::keyClicks(amount, ">5");
        QTRY_COMPARE(bar.filters().size(), 2);
        QTest::keyClicks(amount, "x");
        QTRY_VERIFY(amount->property("refused").toBool());
        QCOMPARE(bar.filters().size(), 2);
        bar.clear();
        QCOMPARE(amount->text(), QString());
        QVERIFY(!amount->property("refused").toBool());
    }

  private:
    Theme m_theme;
    Locale m_locale;
};

QTEST_MAIN(QuickFilterTest)
#include "quick_filter_test.moc"
