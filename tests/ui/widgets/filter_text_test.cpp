#include "ui/widgets/filter_text.h"

#include "shared/api/entity.h"
#include "shared/cheque/cheque_list.h"
#include "ui/locale/language.h"

#include <QTest>
#include <random>

using namespace nextgen;
using namespace nextgen::ui;

namespace {

using describe::Kind;

QString word(const Filter& filter) {
    return filter.key() + u'=' + (filter.value.isEmpty() ? u'~' + filter.title : filter.value);
}

QString words(const QList<Filter>& filters) {
    QStringList all;
    for (const Filter& filter : filters) {
        all += word(filter);
    }
    return all.join(QStringLiteral(" | "));
}

constexpr unsigned both = api::Equal | api::Range;

}  // namespace

/// The grammar of filters: what people type, what the API is asked, and back.
class FilterTextTest : public QObject {
    Q_OBJECT

    const Date m_today = *Date::of(2026, 11, 22);  // 1405/09/01
    const std::vector<FilterField> m_fields{
        {{"status", "Status", "وضعیت"},
         Kind::Choice,
         api::Equal,
         {{"on_hand", "On hand", "نزد صندوق"},
          {"deposited", "Deposited", "واگذار به بانک"},
          {"bounced", "Bounced", "برگشتی"},
          {"cleared", "Cleared", "وصول‌شده"}}},
        {{"amount", "Amount", "مبلغ"}, Kind::Money, api::Range},
        {{"due_on", "Due date", "سررسید"}, Kind::Date, api::Range},
        {{"drawer_name", "Drawer", "صادرکننده"}, Kind::Text, api::Equal},
        {{"drawer_national_id", "Drawer's national id", "کد ملی صادرکننده"},
         Kind::Text,
         api::Equal,
         {},
         describe::Secret::NationalId},
        {{"sayad_id", "Sayad id", "شناسهٔ صیادی"}, Kind::Text, api::Equal},
        {{"dealer_id", "Dealer", "نماینده"}, Kind::Id, api::Equal, {}, describe::Secret::No, true},
        {{"created_at", "Created", "ایجاد"}, Kind::Instant, api::Range},
        {{"quantity", "Quantity", "تعداد"}, Kind::Integer, both},
        {{"is_active", "Active", "فعال"}, Kind::Bool, api::Equal},
    };

    tl::expected<QList<Filter>, FilterFault> read(const QString& text) const {
        return readFilterText(text, m_fields, true, m_today);
    }

  private slots:
    void aTextSaysConditions_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const char* text, const char* expected) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(expected);
        };
        row("nothing", "", "");
        row("blanks", "   ", "");
        row("words", "  علی   رضایی ", "q=علی رضایی");
        row("digits of words are Latin", "چک ۱۲۳", "q=چک 123");
        row("a time is a word", "10:30", "q=10:30");
        row("marks of a plain search stay", "شرکت (سهامی) - الف، ب", "q=شرکت (سهامی) - الف، ب");
        row("an inch stays", "لوله 12\"", "q=لوله 12\"");
        row("quotes keep a colon", "\"status: bounced\"", "q=status: bounced");
        row("guillemets too", "«وضعیت: برگشتی»", "q=وضعیت: برگشتی");
        row("a doubled quote is one", "\"a \"\"b\"\"\"", "q=a \"b\"");

        row("a choice", "status: bounced", "status=bounced");
        row("several choices", "status: deposited; bounced", "status=deposited,bounced");
        row("Persian, semicolon and all", "وضعیت: واگذار به بانک؛ برگشتی", "status=deposited,bounced");
        row("Persian comma", "وضعیت: برگشتی، وصول شده", "status=bounced,cleared");
        row("Arabic letters", "وضعيت: برگشتي", "status=bounced");
        row("without half-space", "وضعیت: وصولشده", "status=cleared");
        row("a choice of several words", "status: on hand", "status=on_hand");
        row("beginnings suffice", "stat: dep; bou", "status=deposited,bounced");
        row("the same choice twice", "status: bounced; برگشتی", "status=bounced");
        row("not", "status != cleared", "status.ne=cleared");
        row("minus", "-status: cleared", "status.ne=cleared");
        row("minus twice is plus", "-status != cleared", "status=cleared");
        row("not, several", "وضعیت ≠ برگشتی؛ وصول‌شده", "status.ne=bounced,cleared");
        row("equals", "status = bounced", "status=bounced");
        row("no blank", "status:bounced", "status=bounced");
        row("capitals", "STATUS: Bounced", "status=bounced");
        row("quoted", "status: \"On hand\"", "status=on_hand");

        row("amounts", "amount: 100م..500م", "amount.gte=100000000 | amount.lte=500000000");
        row("amount in Persian", "مبلغ < ۱۲م", "amount.lte=11999999");
        row("amount above", "مبلغ > ۱۲ میلیون", "amount.gte=12000001");
        row("amount from", "amount >= 12k", "amount.gte=12000");
        row("grouped", "amount: 1,000,000..", "amount.gte=1000000");
        row("grouped in Persian", "مبلغ: ..۱٬۰۰۰٬۰۰۰", "amount.lte=1000000");
        row("tomans", "amount = 5 میلیون تومان", "amount.gte=50000000 | amount.lte=50000000");
        row("one amount", "amount: 5m", "amount.gte=5000000 | amount.lte=5000000");
        row("both ends apart", "amount <= 9 amount >= 5", "amount.gte=5 | amount.lte=9");
        row("both ends in order", "amount >= 5 amount <= 9", "amount.gte=5 | amount.lte=9");
        row("negative", "amount >= -5", "amount.gte=-5");

        row("a day", "due_on: 1405/09/15", "due_on.gte=2026-12-06 | due_on.lte=2026-12-06");
        row("Gregorian", "due date >= 2026-12-06", "due_on.gte=2026-12-06");
        row("Persian digits", "سررسید < ۱۴۰۵/۰۹/۱۵", "due_on.lte=2026-12-05");
        row("after", "due_on > 1405/09/15", "due_on.gte=2026-12-07");
        row("relative", "سررسید: امروز..+30", "due_on.gte=today | due_on.lte=today+30");
        row("back", "due: -7..yesterday", "due_on.gte=today-7 | due_on.lte=today-1");
        row("before today", "سررسید < امروز", "due_on.lte=today-1");
        row("end of month", "due_on: today..آخر ماه", "due_on.gte=today | due_on.lte=month_end");
        row("after the month", "due_on > end of month", "due_on.gte=month_end+1");
        row("this month", "سررسید: این ماه", "due_on.gte=month_start | due_on.lte=month_end");
        row("a month", "due_on: 1405/09", "due_on.gte=2026-11-22 | due_on.lte=2026-12-21");
        row("two months", "due_on: 1405/09..1405/10", "due_on.gte=2026-11-22 | due_on.lte=2027-01-20");
        row("the 15th", "due_on: 15", "due_on.gte=2026-12-06 | due_on.lte=2026-12-06");
        row("this year's", "due_on: 9/15", "due_on.gte=2026-12-06 | due_on.lte=2026-12-06");
        row("the API's own", "due_on: month_start+2..year_end-1",
            "due_on.gte=month_start+2 | due_on.lte=year_end-1");
        row("a moment's day", "created: 1405/09/01",
            "created_at.gte=2026-11-21T20:30:00.000Z | created_at.lte=2026-11-22T20:29:59.000Z");
        row("a moment, relative", "ایجاد: امروز", "created_at.gte=today | created_at.lte=today");

        row("a text", "drawer: علی", "drawer_name=علی");
        row("a text of words", "صادرکننده: علی رضایی", "drawer_name=علی رضایی");
        row("quoted text", "drawer: \"A: B\"", "drawer_name=A: B");
        row("the longest name counts", "drawer's national id: 0013542419", "drawer_national_id=0013542419");
        row("the exact name is no beginning", "drawer: x", "drawer_name=x");
        row("a code", "شناسه صیادی: ۱۲۳۴", "sayad_id=1234");
        row("a reference by id", "dealer: #12", "dealer_id=12");
        row("several by id", "dealer: #12; #13", "dealer_id=12,13");
        row("id and title", "dealer_id: #12 \"Tech Iran\"", "dealer_id=12");
        row("a reference by title", "نماینده: Tech Solutions", "dealer_id=~Tech Solutions");
        row("a number", "quantity: 5; 7", "quantity=5,7");
        row("numbers from to", "تعداد: ۵..۷", "quantity.gte=5 | quantity.lte=7");
        row("more than", "quantity > 5", "quantity.gte=6");
        row("yes", "فعال: بله", "is_active=true");
        row("no", "active: n", "is_active=false");

        row("words in front", "رضایی وضعیت: برگشتی", "q=رضایی | status=bounced");
        row("words behind", "وضعیت: برگشتی رضایی", "q=رضایی | status=bounced");
        row("between two", "status: bounced رضایی amount > 5", "q=رضایی | status=bounced | amount.gte=6");
        row("and", "status: bounced و amount > 5", "status=bounced | amount.gte=6");
        row("and in English", "rezaei and status: bounced and amount > 5",
            "q=rezaei | status=bounced | amount.gte=6");
        row("a quoted word beside", "\"و\" status: bounced", "q=و | status=bounced");
    }
    void aTextSaysConditions() {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        const auto filters = read(text);
        QVERIFY2(filters.has_value(),
                 filters ? "" : qPrintable(QString::number(static_cast<int>(filters.error().kind))));
        QCOMPARE(words(*filters), expected);
    }

    void whatIsWrongIsSaidWithItsPlace_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<FilterFault::Kind>("kind");
        QTest::addColumn<QString>("place");
        using Fault = FilterFault::Kind;
        const auto row = [](const char* text, Fault kind, const char* place) {
            QTest::newRow(text) << QString::fromUtf8(text) << kind << QString::fromUtf8(place);
        };
        row("\"abc", Fault::QuoteOpen, "\"abc");
        row("status: \"on", Fault::QuoteOpen, "\"on");
        row(": bounced", Fault::FieldMissing, ":");
        row("status: bounced : x", Fault::FieldUnknown, "bounced");
        row("5 > 3", Fault::FieldUnknown, "5");
        row("colour: red", Fault::FieldUnknown, "colour");
        row("http://x", Fault::FieldUnknown, "http");
        row("d: x", Fault::FieldAmbiguous, "d");
        row("status:", Fault::ValueMissing, ":");
        row("status: ;", Fault::ValueMissing, ";");
        row("status: bounced;", Fault::ValueMissing, ";");
        row("status: amount > 5", Fault::ValueMissing, ":");
        row("amount: ..", Fault::ValueMissing, "..");
        row("amount >", Fault::ValueMissing, ">");
        row("status: lost", Fault::ValueNotUnderstood, "lost");
        row("status: bounced; lost", Fault::ValueNotUnderstood, "lost");
        row("amount: much", Fault::ValueNotUnderstood, "much");
        row("amount: 99999999999999999999", Fault::ValueNotUnderstood, "99999999999999999999");
        row("due_on: 1405/13/01", Fault::ValueNotUnderstood, "1405/13/01");
        row("due_on: +99999999", Fault::ValueNotUnderstood, "+99999999");
        row("quantity: 5m", Fault::ValueNotUnderstood, "5m");
        row("dealer: #x", Fault::ValueNotUnderstood, "#x");
        row("drawer's national id: 123", Fault::ValueNotUnderstood, "123");
        row("is_active: maybe", Fault::ValueNotUnderstood, "maybe");
        row("drawer: \"a, b\"", Fault::ValueWithComma, "\"a, b\"");
        row("status: on_hand..bounced", Fault::RangeNotPossible, "status: on_hand..bounced");
        row("status > bounced", Fault::RangeNotPossible, "status > bounced");
        row("amount: 5; 6", Fault::EqualNotPossible, "amount: 5; 6");
        row("due_on: 1405/09; 1405/10", Fault::EqualNotPossible, "due_on: 1405/09; 1405/10");
        row("dealer: #1; Tech", Fault::EqualNotPossible, "dealer: #1; Tech");
        row("-amount: 5", Fault::NotNotPossible, "-amount: 5");
        row("amount != 5", Fault::NotNotPossible, "amount != 5");
        row("-amount > 5", Fault::NotNotPossible, "-amount > 5");
        row("amount > 5..6", Fault::NotNotPossible, "amount > 5..6");
        row("-drawer's national id: 0013542419", Fault::NotNotPossible, "-drawer's national id: 0013542419");
        row("status: bounced status: cleared", Fault::SaidTwice, "status: cleared");
        row("amount > 5 amount > 6", Fault::SaidTwice, "amount > 6");
        row("quantity: 5 quantity > 6", Fault::SaidTwice, "quantity > 6");
        row("status: bounced or amount > 5", Fault::OrNotPossible, "or");
        row("علی یا وضعیت: برگشتی", Fault::OrNotPossible, "یا");
        row("(status: bounced)", Fault::OrNotPossible, "(");
        row("status: (bounced; cleared)", Fault::OrNotPossible, "(");
    }
    void whatIsWrongIsSaidWithItsPlace() {
        QFETCH(QString, text);
        QFETCH(FilterFault::Kind, kind);
        QFETCH(QString, place);
        const auto filters = read(text);
        QVERIFY(!filters.has_value());
        QCOMPARE(filters.error().kind, kind);
        QCOMPARE(text.mid(filters.error().at, filters.error().length), place);
    }

    void whatMayBeSeveralNamesThem() {
        const auto field = read(QStringLiteral("d: x"));
        QCOMPARE(field.error().candidates,
                 (QStringList{"due_on", "drawer_name", "drawer_national_id", "dealer_id"}));
        std::vector<FilterField> fields{{{"a", "A", "ا"},
                                         Kind::Choice,
                                         api::Equal,
                                         {{"north", "North", "شمال"}, {"none", "None", "هیچ"}}}};
        const auto value = readFilterText(QStringLiteral("a: no"), fields, true, m_today);
        QCOMPARE(value.error().kind, FilterFault::Kind::ValueAmbiguous);
        QCOMPARE(value.error().candidates, (QStringList{"north", "none"}));
    }

    void whatIsTooLongIsRefused() {
        const auto text = read(QString(filterTextMax + 1, u'x'));
        QCOMPARE(text.error().kind, FilterFault::Kind::TooLong);
        QCOMPARE(text.error().at, filterTextMax);
        QCOMPARE(read(QString(201, u'x')).error().kind, FilterFault::Kind::SearchTooLong);
        QString many = QStringLiteral("dealer: #1");
        for (int i = 2; i <= 51; ++i) {
            many += QStringLiteral("; #%1").arg(i);
        }
        QCOMPARE(read(many).error().kind, FilterFault::Kind::TooManyValues);
    }

    void aListWithoutSearchTakesConditionsOnly() {
        const auto words = readFilterText(QStringLiteral("علی"), m_fields, false, m_today);
        QCOMPARE(words.error().kind, FilterFault::Kind::SearchNotPossible);
        QVERIFY(readFilterText(QStringLiteral("status: bounced"), m_fields, false, m_today));
        QVERIFY(readFilterText(QString(), m_fields, false, m_today));
    }

    void conditionsBecomeTextAndBack_data() {
        QTest::addColumn<QList<Filter>>("filters");
        QTest::addColumn<QString>("persian");
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("api");
        const auto row = [](const char* name, const QList<Filter>& filters, const char* persian,
                            const char* english, const char* api) {
            QTest::newRow(name) << filters << QString::fromUtf8(persian) << QString::fromUtf8(english)
                                << QString::fromUtf8(api);
        };
        row("nothing", {}, "", "", "");
        row("words", {{"q", "", "علی رضایی"}}, "علی رضایی", "علی رضایی", "علی رضایی");
        row("choices", {{"status", "", "on_hand,bounced"}}, "وضعیت: نزد صندوق؛ برگشتی",
            "Status: On hand; Bounced", "status: on_hand; bounced");
        row("not", {{"status", "ne", "cleared"}}, "-وضعیت: وصول‌شده", "-Status: Cleared",
            "-status: cleared");
        row("amounts", {{"amount", "gte", "100000000"}, {"amount", "lte", "500000001"}},
            "مبلغ: ۱۰۰م..۵۰۰۰۰۰۰۰۱", "Amount: 100m..500000001", "amount: 100000000..500000001");
        row("one amount", {{"amount", "gte", "5"}, {"amount", "lte", "5"}}, "مبلغ: ۵", "Amount: 5",
            "amount: 5");
        row("open end", {{"due_on", "gte", "2026-12-06"}}, "سررسید: ۱۴۰۵/۰۹/۱۵..", "Due date: 1405/09/15..",
            "due_on: 2026-12-06..");
        row("relative", {{"due_on", "gte", "today"}, {"due_on", "lte", "today+30"}}, "سررسید: امروز..+۳۰",
            "Due date: today..+30", "due_on: today..today+30");
        row("moments",
            {{"created_at", "gte", "2026-11-21T20:30:00.000Z"},
             {"created_at", "lte", "2026-11-22T20:29:59.000Z"}},
            "ایجاد: ۱۴۰۵/۰۹/۰۱", "Created: 1405/09/01", "created_at: 2026-11-22");
        row("text", {{"drawer_name", "", "علی"}}, "صادرکننده: علی", "Drawer: علی", "drawer_name: علی");
        row("text of words", {{"drawer_name", "", "علی \"x\" رضایی"}}, "صادرکننده: \"علی \"\"x\"\" رضایی\"",
            "Drawer: \"علی \"\"x\"\" رضایی\"", "drawer_name: \"علی \"\"x\"\" رضایی\"");
        row("secret", {{"drawer_national_id", "", "0013542419"}}, "کد ملی صادرکننده: 0013542419",
            "Drawer's national id: 0013542419", "drawer_national_id: 0013542419");
        row("reference", {{"dealer_id", "", "12", "Tech Iran"}}, "نماینده: \"Tech Iran\"",
            "Dealer: \"Tech Iran\"", "dealer_id: #12 \"Tech Iran\"");
        row("reference by id", {{"dealer_id", "", "12,13"}}, "نماینده: #12؛ #13", "Dealer: #12; #13",
            "dealer_id: #12; #13");
        row("yes", {{"is_active", "", "true"}}, "فعال: بله", "Active: Yes", "is_active: true");
        row("words and a condition", {{"q", "", "علی و"}, {"status", "", "bounced"}},
            "\"علی و\" وضعیت: برگشتی", "\"علی و\" Status: Bounced", "\"علی و\" status: bounced");
        row("words that read like a field", {{"q", "", "sayad"}, {"quantity", "", "5"}}, "sayad تعداد: ۵",
            "sayad Quantity: 5", "sayad quantity: 5");
        row("words with marks", {{"q", "", "a: b"}}, "\"a: b\"", "\"a: b\"", "\"a: b\"");
    }
    void conditionsBecomeTextAndBack() {
        QFETCH(QList<Filter>, filters);
        QFETCH(QString, persian);
        QFETCH(QString, english);
        QFETCH(QString, api);
        QCOMPARE(writeFilterText(filters, m_fields, FilterSpeech::Persian), persian);
        QCOMPARE(writeFilterText(filters, m_fields, FilterSpeech::English), english);
        QCOMPARE(writeFilterText(filters, m_fields, FilterSpeech::Api), api);
        for (const QString& text : {persian, english, api}) {
            const auto back = read(text);
            QVERIFY2(back.has_value(), qPrintable(text));
            QCOMPARE(back->size(), filters.size());
            for (qsizetype i = 0; i < filters.size(); ++i) {
                if ((*back)[i].value.isEmpty()) {
                    QCOMPARE((*back)[i].title, filters[i].title);
                } else {
                    QCOMPARE((*back)[i], filters[i]);
                }
            }
        }
    }

    // Whatever a list offers can be written in either language and in the words of the API, and is read as
    // what it was.
    void everyFieldOfEveryListGoesThereAndBack() {
        const auto check = [&](const char* context, const std::vector<describe::FieldInfo>& infos,
                               const api::ListSpec& spec) {
            std::vector<FilterField> fields;
            for (const api::ListField& listed : spec.fields) {
                const auto info = std::ranges::find(infos, listed.name, &describe::FieldInfo::name);
                if (info == infos.end() || (listed.traits & both) == 0) {
                    continue;
                }
                FilterField field{
                    {toQt(listed.name), QString::fromUtf8(info->title), persianOf(context, info->title)},
                    listed.kind,
                    listed.traits,
                    {},
                    listed.secret,
                    !info->refersTo.empty()};
                for (const describe::Choice& choice : listed.choices) {
                    if (!choice.name.empty()) {
                        field.choices.push_back({toQt(choice.name), QString::fromUtf8(choice.title),
                                                 persianOf(choice.context, choice.title)});
                    }
                }
                fields.push_back(std::move(field));
            }
            for (const FilterField& field : fields) {
                QStringList values{QStringLiteral("5")};
                if (field.kind == Kind::Choice) {
                    values.clear();
                    for (const FilterWord& choice : field.choices) {
                        values += choice.name;
                    }
                } else if (field.kind == Kind::Bool) {
                    values = QStringList{QStringLiteral("true"), QStringLiteral("false")};
                } else if (field.kind == Kind::Date) {
                    values = QStringList{QStringLiteral("2026-11-22"), QStringLiteral("month_end")};
                } else if (field.kind == Kind::Instant) {
                    values = QStringList{QStringLiteral("today")};
                } else if (field.secret == describe::Secret::NationalId) {
                    values = QStringList{QStringLiteral("0013542419")};
                } else if (field.secret != describe::Secret::No) {
                    continue;  // texts like others, checked by what they are
                }
                for (const QString& value : values) {
                    const QString op = (field.traits & api::Equal) != 0 ? QString() : QStringLiteral("lte");
                    const QList<Filter> filters{{field.word.name, op, value}};
                    for (const auto speech :
                         {FilterSpeech::Persian, FilterSpeech::English, FilterSpeech::Api}) {
                        const QString text = writeFilterText(filters, fields, speech);
                        const auto back = readFilterText(text, fields, true, m_today);
                        QVERIFY2(back.has_value(), qPrintable(text));
                        QCOMPARE(words(*back), words(filters));
                    }
                }
            }
        };
        for (const api::Entity& entity : api::entities()) {
            check(entity.context, entity.fields, entity.list);
        }
        check("Cheque", describe::fieldsOf<cheque::Cheque>(), cheque::listSpec);
    }

    void theWordsOfTheApiNeedNoTitles() {
        const auto fields = filterFieldsOf(cheque::listSpec);
        const auto read = readFilterText(
            QStringLiteral("رضایی status: deposited; bounced due_on: today..month_end dealer_id: #7 \"x\""),
            fields, true, m_today);
        QVERIFY(read.has_value());
        const QList<std::pair<QString, QString>> expected{{"q", "رضایی"},
                                                          {"status", "deposited,bounced"},
                                                          {"due_on.gte", "2026-11-22"},
                                                          {"due_on.lte", "2026-12-21"},
                                                          {"dealer_id", "7"}};
        QCOMPARE(queryItemsOf(*read, fields, m_today), expected);
    }

    void relativeDaysAreReckonedFromToday_data() {
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("day");
        QTest::newRow("today") << "today" << "2026-11-22";
        QTest::newRow("in a month") << "today+30" << "2026-12-22";
        QTest::newRow("a week ago") << "today-7" << "2026-11-15";
        QTest::newRow("month's start") << "month_start" << "2026-11-22";
        QTest::newRow("month's end") << "month_end" << "2026-12-21";
        QTest::newRow("next month") << "month_end+1" << "2026-12-22";
        QTest::newRow("year's start") << "year_start" << "2026-03-21";
        QTest::newRow("year's end") << "year_end" << "2027-03-20";
        QTest::newRow("a date") << "2026-01-02" << "2026-01-02";
    }
    void relativeDaysAreReckonedFromToday() {
        QFETCH(QString, value);
        QFETCH(QString, day);
        const auto read = filterDay(value, m_today);
        QVERIFY(read.has_value());
        QCOMPARE(toQt(read->toString()), day);
        QCOMPARE(isRelativeDay(value), !value.startsWith(u'2'));
    }

    void momentsOfRelativeDaysAreAskedAsMoments() {
        const auto items = queryItemsOf(*read(QStringLiteral("created: yesterday")), m_fields, m_today);
        QCOMPARE(items, (QList<std::pair<QString, QString>>{{"created_at.gte", "2026-11-20T20:30:00.000Z"},
                                                            {"created_at.lte", "2026-11-21T20:29:59.000Z"}}));
    }

    // Any mixture of the grammar's pieces is understood or refused with a place inside the text.
    void nothingThatIsTypedIsTooStrange() {
        const QStringList pieces{
            "status", "وضعیت",  ":",  ";",  "؛",      "..",     "…",   ">",  "<=", "!=",      "=",
            "\"",     "«",      "»",  "(",  ")",      "-",      "5",   "5م", "#1", "#",       "or",
            "و",      "یا",     " ",  ",",  "،",      "amount", "due", "+3", "۱۲", "bounced", "on",
            "\u200c", "\u202e", "😀", "\t", "dealer", "!",      ".",   "d"};
        std::mt19937 dice(405);
        int understood = 0;
        for (int round = 0; round < 20'000; ++round) {
            QString text;
            for (unsigned length = dice() % 12; length > 0; --length) {
                text += pieces[static_cast<qsizetype>(dice() % static_cast<unsigned>(pieces.size()))];
                text += dice() % 2 == 0 ? QStringLiteral(" ") : QString();
            }
            const auto filters = read(text);
            if (filters) {
                ++understood;
                for (const auto speech : {FilterSpeech::Persian, FilterSpeech::Api}) {
                    const auto back = read(writeFilterText(*filters, m_fields, speech));
                    QVERIFY2(back.has_value(), qPrintable(text));
                    QCOMPARE(words(*back), words(*filters));
                }
            } else {
                const FilterFault& fault = filters.error();
                QVERIFY2(fault.at >= 0 && fault.length >= 0 && fault.at + fault.length <= text.size(),
                         qPrintable(text));
            }
            completeFilter(text, static_cast<qsizetype>(dice() % static_cast<unsigned>(text.size() + 1)),
                           m_fields, FilterSpeech::Persian);
        }
        QVERIFY(understood > 100);
    }

    void whatMayComeNextIsOffered_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");  // the first suggestion as it changes the text
        QTest::newRow("a field") << "st" << "Status: ";
        QTest::newRow("a field by its Persian name") << "سرر" << "Due date: ";
        QTest::newRow("not a field") << "-st" << "-Status: ";
        QTest::newRow("behind a word") << "rezaei amou" << "rezaei Amount: ";
        QTest::newRow("a name of two words") << "due da" << "Due date: ";
        QTest::newRow("a value") << "status: bo" << "status: Bounced ";
        QTest::newRow("the first value") << "status: " << "status: On hand ";
        QTest::newRow("the next value") << "status: bounced; cl" << "status: bounced; Cleared ";
        QTest::newRow("a value of two words") << "status: on h" << "status: On hand ";
        QTest::newRow("a day") << "due date: tod" << "due date: today ";
        QTest::newRow("the other end") << "due date: today..end of m" << "due date: today..end of month ";
        QTest::newRow("yes") << "active: y" << "active: Yes ";
        QTest::newRow("behind a value") << "status: bounced am" << "";
        QTest::newRow("behind a value and a blank") << "status: bounced " << "status: bounced Status: ";
        QTest::newRow("nothing fits") << "zzz" << "";
        QTest::newRow("within quotes") << "\"st" << "";
    }
    void whatMayComeNextIsOffered() {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        const FilterCompletion completion =
            completeFilter(text, text.size(), m_fields, FilterSpeech::English);
        const QString first = completion.suggestions.isEmpty()
                                  ? QString()
                                  : text.left(completion.at) + completion.suggestions.first().insert;
        QCOMPARE(first, expected);
    }

    void operatorsAreOfferedForANamedField() {
        QStringList labels;
        for (const FilterSuggestion& one :
             completeFilter(QStringLiteral("quantity"), 8, m_fields, FilterSpeech::English).suggestions) {
            labels += one.label;
        }
        QCOMPARE(labels, (QStringList{"Quantity", "Quantity >=", "Quantity <=", "Quantity !="}));
    }

    void aReferenceIsLookedForByItsTitle() {
        const QString text = QStringLiteral("نماینده: ۱۲ آریا");
        const FilterCompletion completion =
            completeFilter(text, text.size(), m_fields, FilterSpeech::Persian);
        QCOMPARE(completion.reference, QStringLiteral("dealer_id"));
        QCOMPARE(completion.typed, QStringLiteral("12 آریا"));
        QCOMPARE(completion.at, 9);
        QVERIFY(completion.suggestions.isEmpty());
    }
};

QTEST_MAIN(FilterTextTest)
#include "filter_text_test.moc"
