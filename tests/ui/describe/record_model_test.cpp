#include "ui/describe/record_model.h"

#include "shared/cheque/cheque.h"
#include "shared/describe/translate.h"
#include "ui/describe/tone_rule.h"
#include "ui/locale/language.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace nextgen;
using namespace nextgen::ui;

namespace {

enum class Mood { Calm, Cross };
constexpr std::array<describe::Choice, 2> moods{{
    {static_cast<int>(Mood::Calm), "calm", "Cleared"},
    {static_cast<int>(Mood::Cross), "cross", "Bounced"},
}};
constexpr const auto& choicesOf(std::type_identity<Mood>) {
    return moods;
}

// One field of each kind; titles are borrowed from the cheque's, which have their Persian.
struct Sample {
    ChequeId id;
    std::string name;
    std::string code;
    Money amount;
    std::optional<Date> dueOn;
    Instant at;
    std::int64_t count = 0;
    bool isPaid = false;
    Mood mood = Mood::Calm;
};

constexpr auto descriptionOf(std::type_identity<Sample>) {
    using namespace describe;
    return schema(
        "samples", field("id", &Sample::id).with(Hidden), field("name", &Sample::name).titled("Drawer"),
        field("code", &Sample::code).titled("Sayad id").with(Code),
        field("amount", &Sample::amount).titled("Amount").with(Summed),
        field("due_on", &Sample::dueOn).titled("Due date"), field("at", &Sample::at).titled("Recorded"),
        field("count", &Sample::count).titled("Serial"), field("is_paid", &Sample::isPaid).titled("Status"),
        field("mood", &Sample::mood).titled("Status"));
}

Sample sample(const char* name, std::int64_t rials, int day = 22) {
    return {.id = ChequeId(7),
            .name = name,
            .code = "0012-3",
            .amount = Money::rials(rials),
            .dueOn = Date::of(2026, 11, day),
            .at = *Instant::parse("2026-11-22T10:00:00Z"),
            .count = 1200,
            .isPaid = true,
            .mood = Mood::Cross};
}

}  // namespace

class RecordModelTest : public QObject {
    Q_OBJECT

  private slots:
    void init() { m_locale.setLanguage(Language::Persian); }

    void columnsAreTheFieldsThatAreNotHiddenWithTitlesOfTheLanguage() {
        RecordModel<Sample> model("Cheque");
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.columnCount(), 8);
        QCOMPARE(model.columnOf("id"), -1);
        QCOMPARE(model.headerData(model.columnOf("amount"), Qt::Horizontal).toString(),
                 QStringLiteral("مبلغ"));
        m_locale.setLanguage(Language::English);
        QCOMPARE(model.headerData(model.columnOf("amount"), Qt::Horizontal).toString(),
                 QStringLiteral("Amount"));
    }

    void columnsCanBeChosenAndOrdered() {
        const RecordModel<Sample> model("Cheque", {"amount", "id"});
        QCOMPARE(model.columnCount(), 2);
        QCOMPARE(model.columnOf("amount"), 0);
        QCOMPARE(model.columnOf("id"), 1);
    }

    void eachKindIsShownSortedAndCopiedInItsOwnWay_data() {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("persian");
        QTest::addColumn<QString>("english");
        QTest::addColumn<QVariant>("sorted");
        QTest::addColumn<QString>("copied");
        const auto number = [](qlonglong n) { return QVariant::fromValue(n); };
        QTest::newRow("text") << "name" << "علي ۱" << "علي 1" << QVariant(QStringLiteral("علی 1")) << "علي 1";
        QTest::newRow("code") << "code" << "\u2066۰۰۱۲-۳\u2069" << "\u20660012-3\u2069"
                              << QVariant(QStringLiteral("0012-3")) << "0012-3";
        QTest::newRow("money") << "amount" << "۵٬۰۰۰" << "5,000" << number(5000) << "5000";
        QTest::newRow("date") << "due_on" << "۱۴۰۵/۰۹/۰۱" << "1405/09/01"
                              << number(Date::of(2026, 11, 22)->daysSinceEpoch()) << "1405/09/01";
        QTest::newRow("instant") << "at" << "۱۴۰۵/۰۹/۰۱ ۱۳:۳۰" << "1405/09/01 13:30"
                                 << number(Instant::parse("2026-11-22T10:00:00Z")->microseconds())
                                 << "1405/09/01 13:30";
        QTest::newRow("integer") << "count" << "۱٬۲۰۰" << "1,200" << number(1200) << "1200";
        QTest::newRow("bool") << "is_paid" << "بله" << "Yes" << number(1) << "بله";
        QTest::newRow("choice") << "mood" << "برگشتی" << "Bounced" << number(1) << "برگشتی";
    }
    void eachKindIsShownSortedAndCopiedInItsOwnWay() {
        QFETCH(QString, field);
        QFETCH(QString, persian);
        QFETCH(QString, english);
        QFETCH(QVariant, sorted);
        QFETCH(QString, copied);
        RecordModel<Sample> model("Cheque");
        model.append({sample("علي 1", 5000)});
        const QModelIndex index = model.index(0, model.columnOf(field.toStdString()));
        QCOMPARE(index.data().toString(), persian);
        QCOMPARE(index.data(RecordModelBase::SortRole), sorted);
        QCOMPARE(index.data(RecordModelBase::CopyRole).toString(), copied);
        m_locale.setLanguage(Language::English);
        QCOMPARE(index.data().toString(), english);
    }

    void anAbsentValueIsAnEmptyCell() {
        RecordModel<Sample> model("Cheque");
        Sample empty = sample("x", 1);
        empty.dueOn.reset();
        model.append({empty});
        const QModelIndex index = model.index(0, model.columnOf("due_on"));
        QCOMPARE(index.data().toString(), QString());
        QVERIFY(!index.data(RecordModelBase::SortRole).isValid());
        QVERIFY(!index.data(Qt::ToolTipRole).isValid());
    }

    void dateToolTipGivesTheGregorianDay() {
        RecordModel<Sample> model("Cheque");
        model.append({sample("x", 12'000'000)});
        QVERIFY(
            model.index(0, model.columnOf("due_on")).data(Qt::ToolTipRole).toString().contains("۲۰۲۶-۱۱-۲۲"));
        QVERIFY(model.index(0, model.columnOf("amount"))
                    .data(Qt::ToolTipRole)
                    .toString()
                    .contains("دوازده میلیون"));
    }

    void rowsComeChangeAndGoUnderTheModelTester() {
        RecordModel<Sample> model("Cheque");
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.append({sample("a", 1), sample("b", 2)});
        model.append({});
        model.append({sample("c", 3)});
        QCOMPARE(model.count(), 3);
        model.update(1, sample("bb", 22));
        QCOMPARE(model.at(1).amount, Money::rials(22));
        model.remove(0);
        QCOMPARE(model.at(0).name, std::string("bb"));
        model.replace({sample("z", 9)});
        QCOMPARE(model.count(), 1);
        model.clear();
        QCOMPARE(model.count(), 0);
    }

    void rowsAtHandAreSortedByValueAndTheSelectionFollows() {
        RecordModel<Sample> model("Cheque");
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.append({sample("پ", 100, 3), sample("ا", 9, 2), sample("ب", 20, 1)});
        const QPersistentModelIndex kept = model.index(0, 0);
        model.sort(model.columnOf("amount"), Qt::AscendingOrder);
        QCOMPARE(model.at(0).amount, Money::rials(9));
        QCOMPARE(kept.row(), 2);
        model.sort(model.columnOf("due_on"), Qt::DescendingOrder);
        QCOMPARE(model.at(0).amount, Money::rials(100));
        model.sort(model.columnOf("name"), Qt::AscendingOrder);
        QCOMPARE(model.at(1).name, std::string("ب"));
        QCOMPARE(model.at(2).name, std::string("پ"));
    }

    void aSorterTakesTheSortAndNamesTheFieldsItKnows() {
        RecordModel<Sample> model("Cheque");
        model.append({sample("a", 100), sample("b", 9)});
        QString asked;
        model.setSorter([&](const QString& order) { asked = order; }, {"due_on", "count"});
        model.sort(model.columnOf("amount"), Qt::AscendingOrder);
        QCOMPARE(asked, QString());
        QVERIFY(!model.isSortable(model.columnOf("amount")));
        model.sort(model.columnOf("due_on"), Qt::DescendingOrder);
        QCOMPARE(asked, QStringLiteral("-due_on"));
        model.sortBy(
            {{model.columnOf("due_on"), Qt::DescendingOrder}, {model.columnOf("count"), Qt::AscendingOrder}});
        QCOMPARE(asked, QStringLiteral("-due_on,count"));
        QCOMPARE(model.at(0).amount, Money::rials(100));
    }

    void theNextPageIsAskedForOnceUntilItIsAnswered() {
        RecordModel<Sample> model("Cheque");
        int asked = 0;
        model.setFetcher([&] { ++asked; });
        QVERIFY(!model.canFetchMore({}));
        model.setHasMore(true);
        model.fetchMore({});
        model.fetchMore({});
        QCOMPARE(asked, 1);
        model.append({sample("a", 1)});
        QVERIFY(model.canFetchMore({}));
        model.fetchMore({});
        model.fetchFailed();
        model.fetchMore({});
        QCOMPARE(asked, 3);
        model.setHasMore(false);
        QVERIFY(!model.canFetchMore({}));
    }

    void aWindowMovesOverAMillionRowsAndBack() {
        static constexpr int million = 1'000'000;
        static constexpr int pageRows = 100;
        RecordModel<Sample> model("Cheque");
        model.setRowsMax(3'000);
        // A row's cursor is its number; the list has no more than it says.
        const auto page = [](int first) {
            RowPage<Sample> one;
            for (int row = std::max(0, first); row < std::min<int>(million, first + pageRows); ++row) {
                one.rows.push_back(sample("x", row));
                one.rows.back().id = ChequeId(row + 1);
            }
            one.before = first > 0 ? QString::number(first) : QString();
            one.after = first + pageRows < million ? QString::number(first + pageRows) : QString();
            return one;
        };
        model.setFetcher([&] { model.appendPage(page(model.cursorAfter().toInt())); });
        model.setFetcherBefore([&] { model.prependPage(page(model.cursorBefore().toInt() - pageRows)); });
        model.replace(page(0), 0);
        int most = 0;
        while (model.canFetchMore({})) {
            model.fetchMore({});
            most = std::max(most, model.count());
        }
        QCOMPARE(most, 3'000);
        QCOMPARE(model.rowsBefore() + model.count(), qint64{million});
        QCOMPARE(model.at(model.count() - 1).amount, Money::rials(million - 1));
        QCOMPARE(model.rowOf(million), model.count() - 1);
        QCOMPARE(model.rowOf(1), -1);
        QCOMPARE(model.questionOf(model.count() - 1).after, QString::number(million - pageRows));
        while (model.canFetchBefore()) {
            model.fetchBefore();
            most = std::max(most, model.count());
        }
        QCOMPARE(most, 3'000);
        QCOMPARE(model.rowsBefore(), qint64{0});
        for (int row = 0; row < model.count(); ++row) {
            QCOMPARE(model.at(row).amount, Money::rials(row));
        }
    }

    void aWindowMovesUnderTheModelTester() {
        RecordModel<Sample> model("Cheque");
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRowsMax(4);
        const auto page = [](int first, const char* before, const char* after) {
            return RowPage<Sample>{{sample("x", first), sample("x", first + 1)},
                                   QString::fromLatin1(before),
                                   QString::fromLatin1(after)};
        };
        QSignalSpy went(&model, &RecordModelBase::aboutToLetGo);
        model.replace(page(0, "", "2"), 0);
        model.appendPage(page(2, "2", "4"));
        model.appendPage(page(4, "4", "6"));
        QCOMPARE(went.count(), 1);
        QCOMPARE(model.rowsBefore(), qint64{2});
        QCOMPARE(model.at(0).amount, Money::rials(2));
        // What the list has got and lost meanwhile belongs to the page where it stands.
        model.insert(1, sample("new", 99));
        model.remove(0);
        model.prependPage(page(0, "", "2"));
        QVERIFY(!model.hasBefore() && model.hasMore());
        QCOMPARE(model.count(), 4);
        QCOMPARE(model.at(2).amount, Money::rials(99));
        QCOMPARE(model.cursorAfter(), QStringLiteral("4"));
        // The last page before the beginning may turn out to be empty.
        model.replace(page(2, "2", ""), 7);
        model.prependPage({});
        QCOMPARE(model.rowsBefore(), qint64{0});
        QVERIFY(!model.hasBefore());
    }

    void rowsAreSortedBySeveralColumns() {
        RecordModel<Sample> model("Cheque");
        model.append({sample("b", 1, 3), sample("a", 2, 3), sample("c", 3, 1)});
        model.sortBy(
            {{model.columnOf("due_on"), Qt::DescendingOrder}, {model.columnOf("name"), Qt::AscendingOrder}});
        QCOMPARE(model.at(0).name, std::string("a"));
        QCOMPARE(model.at(1).name, std::string("b"));
        QCOMPARE(model.at(2).name, std::string("c"));
    }

    void theFirstRuleThatHoldsColoursACellBeforeItsRow() {
        RecordModel<Sample> model("Cheque");
        model.append({sample("علي", -5, 3), sample("b", 20, 3)});
        const auto ground = [&](int row, const char* field) {
            return model.index(row, model.columnOf(field)).data(Qt::BackgroundRole).value<QColor>();
        };
        const auto tone = [](Tone one) {
            return toneColours(one, coloursIn(QGuiApplication::palette())).ground;
        };
        using Comparison = ToneRule::Comparison;
        model.setRules({{"name", Comparison::Contains, QStringLiteral("علی"), Tone::Warn, true},
                        {"amount", Comparison::Less, QStringLiteral("0"), Tone::Bad, false},
                        {"due_on", Comparison::More, QStringLiteral("2026-11-03"), Tone::Good, false},
                        {"mood", Comparison::Equal, QStringLiteral("cross"), Tone::Info, false},
                        {"gone", Comparison::Empty, {}, Tone::Info, true}});
        QCOMPARE(ground(0, "amount"), tone(Tone::Bad));
        QCOMPARE(ground(0, "code"), tone(Tone::Warn));
        QCOMPARE(ground(0, "mood"), tone(Tone::Info));
        QVERIFY(!ground(1, "code").isValid() && !ground(1, "due_on").isValid());
        for (const ToneRule& rule : model.rules()) {
            QVERIFY(toneRuleIn(toJson(rule)) == rule);
        }
    }

    void amountsBelowZeroAndOverdueDaysOfOpenRecordsStandOut() {
        RecordModel<cheque::Cheque> model("Cheque");
        cheque::Cheque open;
        open.amount = Money::rials(-1);
        open.dueOn = *Date::of(2026, 11, 21);
        cheque::Cheque ended = open;
        ended.amount = Money::rials(1);
        ended.status = cheque::Status::Cleared;
        model.append({open, ended});
        const auto ink = [&](int row, const char* field) {
            return model.index(row, model.columnOf(field)).data(RecordModelBase::InkRole);
        };
        QVERIFY(!ink(0, "due_on").isValid());
        model.setToday(*Date::of(2026, 11, 22));
        QCOMPARE(ink(0, "due_on").toInt(), static_cast<int>(Tone::Bad));
        QCOMPARE(ink(0, "amount").toInt(), static_cast<int>(Tone::Bad));
        QVERIFY(!ink(1, "due_on").isValid() && !ink(1, "amount").isValid());
        model.setToday(*Date::of(2026, 11, 21));
        QVERIFY(!ink(0, "due_on").isValid());
    }

    void aMarkedCellHasAGroundAnIconAndItsSentence() {
        RecordModel<Sample> model("Cheque");
        model.append({sample("a", 1), sample("b", 2)});
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setMarker([](int row, std::string_view field) -> std::optional<CellMark> {
            if (row == 1 && field == "amount") {
                return CellMark{CellMark::Kind::Failed, QStringLiteral("نادرست")};
            }
            return std::nullopt;
        });
        QCOMPARE(changed.count(), 1);
        const int amount = model.columnOf("amount");
        QVERIFY(!model.index(0, amount).data(Qt::BackgroundRole).isValid());
        QVERIFY(!model.index(0, amount).data(RecordModelBase::MarkRole).isValid());
        QVERIFY(model.index(1, amount).data(Qt::BackgroundRole).isValid());
        QVERIFY(model.index(1, amount).data(Qt::DecorationRole).isValid());
        QVERIFY(model.index(1, amount)
                    .data(Qt::ToolTipRole)
                    .toString()
                    .startsWith(QStringLiteral("خطا: نادرست")));
    }

    void cellsAreEditedOnlyWhereTheyMayBe() {
        RecordModel<Sample> model("Cheque");
        model.append({sample("a", 5000)});
        QString typed;
        model.setEditing([](int, std::string_view field) { return field == "code"; },
                         [&](int, std::string_view, const QString& text) {
                             typed = text;
                             return true;
                         });
        const QModelIndex code = model.index(0, model.columnOf("code"));
        QCOMPARE(code.data(Qt::EditRole).toString(), QStringLiteral("۰۰۱۲-۳"));
        QVERIFY(model.setData(code, QStringLiteral("۹۹")));
        QCOMPARE(typed, QStringLiteral("۹۹"));
        QVERIFY(!model.setData(model.index(0, model.columnOf("amount")), 1));
    }

  private:
    Locale m_locale;
};

QTEST_MAIN(RecordModelTest)
#include "record_model_test.moc"
