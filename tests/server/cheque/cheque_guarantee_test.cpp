#include "server/clock.h"
#include "server/db/session.h"
#include "server/sql.h"
#include "tests/server/cheque/cheque_desk.h"

using namespace nextgen;
using testing::ChequeDesk;
using testing::freshKey;
using testing::HttpAnswer;
using testing::Json;

/// Cheques that only guarantee, which are in no sum until they are called; and the reminders of those that are
/// due.
class ChequeGuaranteeTest : public QObject {
    Q_OBJECT

    std::unique_ptr<ChequeDesk> m_desk;

    Json hold(const Json& more = Json::object()) {
        Json body{{"holder_name", "کارگاه یزدی"}, {"amount", 9'000'000}, {"received_on", "2026-11-20"},
                  {"sayad_id", "2222000000000001"}};
        body.update(more);
        const auto made = m_desk->admin().post("/api/v1/guarantee_cheques", body, freshKey());
        if (made.status != 201) {
            qFatal("%s", made.text.c_str());
        }
        return made.body;
    }
    HttpAnswer post(const Json& held, const std::string& step, const Json& body = Json::object()) {
        return m_desk->admin().post("/api/v1/guarantee_cheques/" + held["id"].get<std::string>() + step, body);
    }
    std::int64_t remind(Date day) {
        return db::SystemSession(m_desk->stack().database().writers)
            .query(sql::upkeep::remindOfCheques, day, std::string("{title} واگذاری"), std::string("{title} دیرشده"),
                   std::string("{title} نزدیک"))
            .one()
            .get<std::int64_t>(std::size_t(0));
    }
    std::int64_t notices(const std::string& code) {
        return m_desk->number("SELECT count(*) FROM app.notifications WHERE code = '" + code + "'");
    }

  private slots:
    void initTestCase() { m_desk = std::make_unique<ChequeDesk>(); }

    void aGuaranteeIsInNoSum() {
        const auto before = m_desk->balances();
        const Json forecast = m_desk->admin().get("/api/v1/cheque_forecast").body;
        const Json calendar = m_desk->admin().get("/api/v1/cheque_calendar").body;
        const Json held = hold({{"due_on", today(systemNow).plusDays(1).toString()}, {"dealer_id", m_desk->dealer}});
        QCOMPARE(held["status"].get<std::string>(), std::string("held"));
        QVERIFY(m_desk->balances() == before);
        QCOMPARE(m_desk->admin().get("/api/v1/cheque_forecast").body, forecast);
        QCOMPARE(m_desk->admin().get("/api/v1/cheque_calendar").body, calendar);
        QCOMPARE(post(held, "/release").body["status"].get<std::string>(), std::string("released"));
        const auto again = post(held, "/release");
        QCOMPARE(again.code(), std::string("move_not_allowed"));
        QCOMPARE(post(held, "/call").code(), std::string("move_not_allowed"));
    }

    void oneThatIsCalledBecomesAChequeLikeOthers() {
        const Json held = hold();
        QVERIFY(held["due_on"].is_null() && held["dealer_id"].is_null());
        const auto early = post(held, "/call");
        QCOMPARE(early.status, 422);
        QCOMPARE(early.body["errors"].size(), std::size_t(2));
        auto expected = m_desk->balances();
        const auto called = post(held, "/call", {{"dealer_id", m_desk->dealer}, {"due_on", "2026-12-01"}});
        QVERIFY2(called.status == 200, called.text.c_str());
        const Json cheque = m_desk->admin().get("/api/v1/cheques/" + called.body["cheque_id"].get<std::string>()).body;
        QCOMPARE(cheque["status"].get<std::string>(), std::string("on_hand"));
        QCOMPARE(cheque["sayad_id"], held["sayad_id"]);
        QCOMPARE(cheque["drawer_name"], held["holder_name"]);
        expected["cheques_on_hand"] += 9'000'000;
        expected["unapplied_receipts"] -= 9'000'000;
        QVERIFY(m_desk->balances() == expected);
        m_desk->moved(cheque, "void");
    }

    void aLeafIsHeldOnce() {
        const Json held = hold({{"sayad_id", "2222000000000009"}});
        const auto again = m_desk->admin().post(
            "/api/v1/guarantee_cheques",
            {{"holder_name", "x"}, {"amount", 1}, {"received_on", "2026-11-20"}, {"sayad_id", "2222000000000009"}},
            freshKey());
        QVERIFY(again.status == 409 || again.status == 422);
        post(held, "/release");
    }

    void whatHasToGoBackIsListedByItsDeadline() {
        const Json late = hold({{"sayad_id", ""}, {"return_by", "2026-11-25"}});
        hold({{"sayad_id", ""}, {"return_by", "2027-11-25"}});
        const Json items =
            m_desk->admin().get("/api/v1/guarantee_cheques?status=held&return_by.lte=2026-12-01").body["items"];
        QCOMPARE(items.size(), std::size_t(1));
        QCOMPARE(items[0]["id"], late["id"]);
    }

    void peopleAreRemindedOnceADay() {
        // Far from today, so that the server's own reminder is not in the way.
        const Date day = today(systemNow).plusDays(500);
        m_desk->receive({{"due_on", day.toString()}});
        m_desk->receive({{"due_on", day.plusDays(-1).toString()}});
        m_desk->receive({{"due_on", day.plusDays(3).toString()}});
        m_desk->stack().owner().script("DELETE FROM app.notifications");
        QVERIFY(remind(day) >= 3);
        QVERIFY(notices("cheques_to_deposit") > 0 && notices("cheques_matured") > 0);
        QVERIFY(notices("cheques_due_soon") > 0);
        QCOMPARE(m_desk->number("SELECT count(*) FROM app.notifications WHERE code = 'cheques_to_deposit' AND body <> "
                                "'1 واگذاری'"),
                 0);
        const auto told = m_desk->number("SELECT count(*) FROM app.notifications");
        // Another server looks, on the day on which these were told.
        QCOMPARE(remind(today(systemNow)), 0);
        QCOMPARE(m_desk->number("SELECT count(*) FROM app.notifications"), told);
    }

    void whoDoesNotWantToBeRemindedIsNot() {
        const Date day = today(systemNow).plusDays(600);
        m_desk->receive({{"due_on", day.toString()}});
        m_desk->receive({{"due_on", day.plusDays(3).toString()}});
        m_desk->stack().owner().script("DELETE FROM app.notifications");
        m_desk->set("cheque.morning_digest", "false");
        m_desk->set("cheque.remind_days", "0");
        QCOMPARE(remind(day), 0);
        m_desk->set("cheque.remind_days", "3");
        QVERIFY(remind(day) > 0);
        QCOMPARE(notices("cheques_to_deposit"), 0);
    }
};

QTEST_GUILESS_MAIN(ChequeGuaranteeTest)
#include "cheque_guarantee_test.moc"
