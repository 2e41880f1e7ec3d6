#include "server/clock.h"
#include "shared/cheque/bank_calendar.h"
#include "shared/cheque/forecast.h"
#include "shared/core/instant.h"
#include "shared/core/jalali.h"
#include "tests/server/cheque/cheque_desk.h"

using namespace nextgen;
using testing::ChequeDesk;
using testing::freshKey;
using testing::Json;

/// What is to be done today, what comes due when, and what money that may bring: each against the cheques that
/// it is made of.
class ChequeOutlookTest : public QObject {
    Q_OBJECT

    std::unique_ptr<ChequeDesk> m_desk;
    Date m_today;
    Date m_before;  ///< the last bank day before today
    Date m_next;    ///< the bank day after today's

    Json dueOn(Date day, std::int64_t amount = 1'000, const char* drawer = "") {
        return m_desk->receive({{"due_on", day.toString()}, {"amount", amount}, {"drawer_national_id", drawer}});
    }
    bool isListed(const std::string& list, const Json& cheque) {
        const auto page = m_desk->admin().get("/api/v1/cheques/" + list + "?limit=200");
        if (page.status != 200) {
            qFatal("%s", page.text.c_str());
        }
        for (const Json& item : page.body["items"]) {
            if (item["id"] == cheque["id"]) {
                return true;
            }
        }
        return false;
    }
    Json forecast(const std::string& query = {}) {
        const auto answer = m_desk->admin().get("/api/v1/cheque_forecast" + query);
        if (answer.status != 200) {
            qFatal("%s", answer.text.c_str());
        }
        return answer.body;
    }
    std::int64_t countOf(const std::string& query) {
        const auto page = m_desk->admin().get("/api/v1/cheques?count=exact&" + query);
        return page.body["estimated_total"].get<std::int64_t>();
    }

  private slots:
    void initTestCase() {
        m_desk = std::make_unique<ChequeDesk>();
        m_today = today(systemNow);
        const cheque::BankCalendar calendar(true);
        m_before = calendar.openDayBefore(m_today);
        m_next = calendar.effectiveDay(calendar.effectiveDay(m_today).plusDays(1));
    }

    void everyWorklistHoldsWhatIsToBeDone() {
        const Json now = dueOn(m_today);
        const Json next = dueOn(m_next);
        const Json later = dueOn(m_next.plusDays(1));
        const Json late = dueOn(m_before);
        QVERIFY(isListed("to_deposit", now) && isListed("to_deposit", next));
        QVERIFY(!isListed("to_deposit", later) && !isListed("to_deposit", late));
        QVERIFY(isListed("matured", late) && !isListed("matured", now));

        m_desk->moved(late, "deposit");
        QVERIFY(!isListed("matured", late) && isListed("unanswered", late));
        m_desk->moved(now, "deposit");
        QVERIFY(!isListed("to_deposit", now) && !isListed("unanswered", now));
        m_desk->moved(late, "bounce");
        QVERIFY(!isListed("unanswered", late) && isListed("to_follow", late));
        m_desk->moved(late, "settle");
        QVERIFY(!isListed("to_follow", late));
    }

    void aChequeOnADraftIsOffTheListAtOnce() {
        const Json cheque = dueOn(m_today);
        const auto account = m_desk->admin().post(
            "/api/v1/bank_accounts", {{"title_fa", "جاری"}, {"account_number", "777000"}}, freshKey());
        const auto slip = m_desk->admin().post(
            "/api/v1/cheque_slips",
            {{"bank_account_id", account.body["id"]}, {"ids", Json::array({cheque["id"]})}}, freshKey());
        QCOMPARE(slip.status, 201);
        QVERIFY(!isListed("to_deposit", cheque));
        m_desk->admin().post("/api/v1/cheque_slips/" + slip.body["id"].get<std::string>() + "/cancel");
        QVERIFY(isListed("to_deposit", cheque));
    }

    void aWorklistIsWalkedPageByPage() {
        for (int i = 0; i < 5; ++i) {
            dueOn(m_today.plusDays(-100 - i));
        }
        std::set<std::string> seen;
        std::string cursor;
        Date before = m_today.plusDays(-10'000);
        do {
            const auto page = m_desk->admin().get("/api/v1/cheques/matured?limit=2" +
                                                  (cursor.empty() ? "" : "&cursor=" + cursor));
            QCOMPARE(page.status, 200);
            for (const Json& item : page.body["items"]) {
                QVERIFY(seen.insert(item["id"]).second);
                const Date due = *Date::parse(item["due_on"].get<std::string>());
                QVERIFY(due >= before);
                before = due;
            }
            cursor = page.body["next_cursor"].is_string() ? page.body["next_cursor"].get<std::string>() : "";
        } while (!cursor.empty());
        QVERIFY(seen.size() >= 5);
    }

    void theCalendarAddsUpToItsLists() {
        const JalaliDate jalali = JalaliDate::fromDate(m_today);
        dueOn(m_today);
        m_desk->moved(dueOn(m_today, 7), "deposit");
        m_desk->moved(dueOn(m_today, 9), "void");
        const Json month = m_desk->admin().get("/api/v1/cheque_calendar").body;
        QCOMPARE(int(month["days"].size()), JalaliDate::daysInMonth(jalali.year, jalali.month));
        for (const Json& day : month["days"]) {
            std::int64_t count = 0;
            std::int64_t amount = 0;
            for (const Json& status : day["statuses"]) {
                count += status["count"].get<std::int64_t>();
                amount += status["amount"].get<std::int64_t>();
            }
            QCOMPARE(day["count"].get<std::int64_t>(), count);
            QCOMPARE(day["amount"].get<std::int64_t>(), amount);
            QCOMPARE(countOf(day["query"].get<std::string>()), count);
            QVERIFY(day["effective_on"].get<std::string>() >= day["day"].get<std::string>());
            QCOMPARE(day["is_bank_day"].get<bool>(), day["effective_on"] == day["day"]);
            if (!day["is_bank_day"].get<bool>()) {
                QCOMPARE(day["expected"]["count"].get<int>(), 0);
            }
        }
    }

    void aHolidayThatIsEnteredMovesWhatBanksPay() {
        // A Saturday to a Wednesday, far from others, so that Thursdays and Fridays are not in the way.
        Date day = *Date::of(2027, 10, 2);
        while (JalaliDate::fromDate(day).weekday() != 1) {
            day = day.plusDays(1);
        }
        dueOn(day, 123);
        const auto of = [&](Date wanted) {
            const Json days = m_desk->admin()
                                  .get("/api/v1/cheque_calendar?from=" + day.toString() +
                                       "&to=" + day.plusDays(3).toString())
                                  .body["days"];
            return days[static_cast<std::size_t>(day.daysUntil(wanted))];
        };
        QCOMPARE(of(day)["expected"]["amount"].get<int>(), 123);
        const auto made = m_desk->admin().post(
            "/api/v1/bank_holidays", {{"holiday_on", day.toString()}, {"title_fa", "تعطیل رسمی"}}, freshKey());
        QVERIFY2(made.status == 201, made.text.c_str());
        QCOMPARE(of(day)["is_bank_day"].get<bool>(), false);
        QCOMPARE(of(day)["holiday"].get<std::string>(), std::string("تعطیل رسمی"));
        QCOMPARE(of(day)["expected"]["amount"].get<int>(), 0);
        QCOMPARE(of(day.plusDays(1))["expected"]["amount"].get<int>(), 123);
        QCOMPARE(of(day)["amount"].get<int>(), 123);
        // What came due before the calendar's first day is paid within it as well.
        const Json rest = m_desk->admin()
                              .get("/api/v1/cheque_calendar?from=" + day.plusDays(1).toString() +
                                   "&to=" + day.plusDays(1).toString())
                              .body["days"][0];
        QCOMPARE(rest["expected"]["amount"].get<int>(), 123);
        QCOMPARE(m_desk->admin()
                     .post("/api/v1/bank_holidays", {{"holiday_on", day.toString()}, {"title_fa", "دوباره"}}, freshKey())
                     .status,
                 409);
    }

    void theForecastAddsUpToItsLists_data() {
        QTest::addColumn<QString>("by");
        for (const char* by : {"day", "week", "month"}) {
            QTest::newRow(by) << by;
        }
    }
    void theForecastAddsUpToItsLists() {
        QFETCH(QString, by);
        const Json answer = forecast("?by=" + by.toStdString() + "&to=" + m_today.plusDays(200).toString());
        std::int64_t total = 0;
        std::int64_t high = answer["opening"];
        Date next = m_today;
        for (const Json& step : answer["steps"]) {
            QCOMPARE(step["from"].get<std::string>(), next.toString());
            next = Date::parse(step["to"].get<std::string>())->plusDays(1);
            QVERIFY(step["low"].get<std::int64_t>() <= step["likely"].get<std::int64_t>());
            high += step["high"].get<std::int64_t>() + step["invoices"]["amount"].get<std::int64_t>() -
                    step["issued"]["amount"].get<std::int64_t>() -
                    step["payouts"]["amount"].get<std::int64_t>();
            QCOMPARE(step["balance_high"].get<std::int64_t>(), high);
            QVERIFY(step["balance_low"].get<std::int64_t>() <= step["balance_likely"].get<std::int64_t>());
            QVERIFY(step["balance_likely"].get<std::int64_t>() <= high);
            total += step["cheques"]["count"].get<std::int64_t>();
        }
        QCOMPARE(next.toString(), m_today.plusDays(201).toString());
        // What is due on the last days but paid after them is not in it.
        const auto listed = countOf("status=on_hand,deposited&due_on.gte=" + m_today.toString() +
                                    "&due_on.lte=" + m_today.plusDays(190).toString());
        QVERIFY(total >= listed && listed > 0);
    }

    void whatIsOverdueIsNoForecast() {
        const Json before = forecast();
        dueOn(m_today.plusDays(-40), 5'000);
        m_desk->moved(dueOn(m_today.plusDays(-41), 3'000), "deposit");
        const Json after = forecast();
        QCOMPARE(after["steps"], before["steps"]);
        QCOMPARE(after["overdue"]["on_hand"]["amount"].get<int>(),
                 before["overdue"]["on_hand"]["amount"].get<int>() + 5'000);
        QCOMPARE(after["overdue"]["deposited"]["count"].get<int>(),
                 before["overdue"]["deposited"]["count"].get<int>() + 1);
    }

    void aDrawersOwnHistorySetsTheOdds() {
        const Date due = m_today.plusDays(300);
        const std::string period = "?by=month&to=" + m_today.plusDays(340).toString();
        const auto sums = [&] {
            std::array<std::int64_t, 3> all{};
            const Json answer = forecast(period);
            for (const Json& step : answer["steps"]) {
                all[0] += step["high"].get<std::int64_t>();
                all[1] += step["likely"].get<std::int64_t>();
                all[2] += step["low"].get<std::int64_t>();
            }
            return all;
        };
        // A drawer of whom three bounced and one was paid two days late, and one who is not known.
        const char* drawer = "0012345679";
        for (int i = 0; i < 4; ++i) {
            const Json cheque = dueOn(m_today.plusDays(-3), 10, drawer);
            m_desk->moved(cheque, "deposit");
            if (i == 3) {
                m_desk->moved(cheque, "clear", {{"occurred_on", m_today.plusDays(-1).toString()}});
            } else {
                m_desk->moved(cheque, "bounce");
            }
        }
        const cheque::Chance chance = cheque::chanceOf({1, 3, 2});
        const auto before = sums();
        const Json risky = dueOn(due, 1'000'000'000, drawer);
        const auto after = sums();
        QCOMPARE(after[0] - before[0], 1'000'000'000);
        QCOMPARE(after[1] - before[1], cheque::partOf(Money::rials(1'000'000'000), chance.likelyBp).rials());
        QCOMPARE(after[2] - before[2], cheque::partOf(Money::rials(1'000'000'000), chance.lowBp).rials());
        const Json risks = forecast(period)["risks"];
        QVERIFY(risks.size() <= 5);
        QCOMPARE(risks[0]["id"], risky["id"]);
        QCOMPARE(risks[0]["at_risk"].get<std::int64_t>(), 1'000'000'000 - (after[1] - before[1]));

        // What is taken back is no history.
        const Json mistake = dueOn(m_today.plusDays(-3), 10, drawer);
        m_desk->moved(mistake, "deposit");
        m_desk->moved(mistake, "bounce");
        QVERIFY(sums()[1] < after[1]);
        m_desk->moved(mistake, "undo");
        QCOMPARE(sums()[1], after[1]);
        m_desk->moved(risky, "void");
        QCOMPARE(sums()[0], before[0]);
    }

    void aDrawerHasTheColourThatWasToldAndTheOneByOurCheques() {
        const char* drawer = "0084575948";
        const auto drawerOf = [&](const Json& cheque) {
            return m_desk->admin().get(ChequeDesk::pathOf(cheque) + "/drawer").body;
        };
        const Json first = dueOn(m_today.plusDays(-3), 60'000'000, drawer);
        const Json second = dueOn(m_today.plusDays(30), 10, drawer);
        QCOMPARE(drawerOf(first)["own_colour"].get<std::string>(), std::string("white"));
        QVERIFY(drawerOf(first)["is_stale"].get<bool>() && drawerOf(first)["colour"].is_null());
        m_desk->moved(first, "deposit");
        m_desk->moved(first, "bounce");
        QCOMPARE(drawerOf(second)["own_colour"].get<std::string>(), std::string("orange"));
        QCOMPARE(drawerOf(second)["uncleared_amount"].get<int>(), 60'000'000);
        const auto told = m_desk->admin().post(
            ChequeDesk::pathOf(second) + "/drawer",
            {{"colour", "red"}, {"inquired_on", m_today.plusDays(-31).toString()}});
        QVERIFY2(told.status == 200, told.text.c_str());
        QCOMPARE(drawerOf(first)["colour"].get<std::string>(), std::string("red"));
        QVERIFY(drawerOf(first)["is_stale"].get<bool>());
        QCOMPARE(m_desk->admin().post(ChequeDesk::pathOf(first) + "/drawer", {{"colour", "yellow"}}).body["is_stale"].get<bool>(),
                 false);
        QCOMPARE(m_desk->admin().post(ChequeDesk::pathOf(first) + "/drawer", {{"colour", "blue"}}).status, 422);
        QCOMPARE(m_desk->admin()
                     .post(ChequeDesk::pathOf(first) + "/drawer", {{"colour", "red"}, {"inquired_on", "2190-01-01"}})
                     .status,
                 422);
        m_desk->moved(first, "settle");
        QCOMPARE(drawerOf(first)["own_colour"].get<std::string>(), std::string("white"));
        QCOMPARE(drawerOf(first)["bounced_count"].get<int>(), 1);
    }

    void aPeriodIsBounded_data() {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("status");
        QTest::newRow("two months") << "cheque_calendar?from=2026-11-01&to=2027-01-01" << 200;
        QTest::newRow("more than that") << "cheque_calendar?from=2026-11-01&to=2027-01-02" << 422;
        QTest::newRow("backwards") << "cheque_calendar?from=2026-11-01&to=2026-10-01" << 422;
        QTest::newRow("a forecast of the past") << "cheque_forecast?to=2020-01-01" << 422;
        QTest::newRow("a forecast of years") << "cheque_forecast?to=2190-01-01" << 422;
        QTest::newRow("no step") << "cheque_forecast?by=hour" << 400;
    }
    void aPeriodIsBounded() {
        QFETCH(QString, path);
        QFETCH(int, status);
        QCOMPARE(m_desk->admin().get("/api/v1/" + path.toStdString()).status, status);
    }

    void aDealersPeopleSeeTheirOwn() {
        m_desk->stack().owner().script(
            "INSERT INTO app.dealer_profiles (tenant_id, code, company_name, tier) SELECT id, 'OTHER', 'other', 'GOLD' "
            "FROM app.tenants WHERE slug = 'nextgen' ON CONFLICT DO NOTHING");
        const std::string other =
            m_desk->admin().get("/api/v1/dealers?code=OTHER").body["items"][0]["id"];
        const Json foreign = m_desk->receive(
            {{"dealer_id", other}, {"due_on", m_today.toString()}, {"amount", 77'777}});
        testing::HttpClient dealer(m_desk->server().url());
        QCOMPARE(dealer.signIn("nextgen", "dealer@nextgen.local", "Dealer123!").status, 200);
        for (const char* path : {"cheques/to_deposit?limit=200", "cheque_calendar", "cheque_forecast"}) {
            const auto answer = dealer.get(std::string("/api/v1/") + path);
            QCOMPARE(answer.status, 200);
            QVERIFY(!QString::fromStdString(answer.text).contains(
                QString::fromStdString(foreign["id"].get<std::string>())));
        }
    }
};

QTEST_GUILESS_MAIN(ChequeOutlookTest)
#include "cheque_outlook_test.moc"
