#include "tests/server/cheque/cheque_desk.h"

using namespace nextgen;
using testing::ChequeDesk;
using testing::Json;

/// A bank refuses a cheque: one call does all that follows, and one takes all of it back.
class ChequeBounceTest : public QObject {
    Q_OBJECT

    std::unique_ptr<ChequeDesk> m_desk;

    Json deposited() {
        const Json cheque = m_desk->receive();
        m_desk->moved(cheque, "deposit");
        return cheque;
    }
    Json bouncesOf(const Json& cheque) {
        return m_desk->admin().get(ChequeDesk::pathOf(cheque) + "/bounces").body["items"];
    }
    std::string dealerStatus() {
        return m_desk->admin().get("/api/v1/dealers/" + m_desk->dealer, {{"Cache-Control", "no-cache"}}).body["status"];
    }
    std::int64_t notices(const std::string& code) {
        return m_desk->number("SELECT count(*) FROM app.notifications WHERE code = '" + code + "'");
    }

  private slots:
    void initTestCase() { m_desk = std::make_unique<ChequeDesk>(); }
    void init() { m_desk->set("cheque.stop_dealer_at_bounces", "0"); }

    void oneCallDoesAllThatFollows_data() {
        QTest::addColumn<bool>("isFeeDealers");
        QTest::addColumn<QString>("bearer");
        QTest::newRow("the dealer pays the fee") << true << "receivable";
        QTest::newRow("the fee is our expense") << false << "bank_fees";
    }
    void oneCallDoesAllThatFollows() {
        QFETCH(bool, isFeeDealers);
        QFETCH(QString, bearer);
        const Json cheque = deposited();
        auto expected = m_desk->balances();
        const auto before = expected;
        const auto told = notices("cheque_bounced");
        const Json bounced = m_desk->moved(cheque, "bounce",
                                           {{"reason", "funds_short"},
                                            {"certificate_number", "1405-123456789"},
                                            {"certificate_on", "2026-11-20"},
                                            {"occurred_on", "2026-11-21"},
                                            {"fee_amount", 70},
                                            {"is_fee_dealers", isFeeDealers}});
        QCOMPARE(bounced["status"].get<std::string>(), std::string("bounced"));
        expected["cheques_bounced"] += 1'000;
        expected["cheques_deposited"] -= 1'000;
        expected[bearer.toStdString()] += 70;
        expected["bank"] -= 70;
        std::erase_if(expected, [](const auto& line) { return line.second == 0; });
        QVERIFY(m_desk->balances() == expected);
        const Json kept = bouncesOf(cheque);
        QCOMPARE(kept.size(), std::size_t(1));
        QCOMPARE(kept[0]["reason"].get<std::string>(), std::string("funds_short"));
        QCOMPARE(kept[0]["certificate_number"].get<std::string>(), std::string("1405-123456789"));
        QCOMPARE(kept[0]["fee_amount"].get<int>(), 70);
        QCOMPARE(kept[0]["is_undone"].get<bool>(), false);
        QVERIFY(notices("cheque_bounced") > told);

        m_desk->moved(cheque, "undo");
        QVERIFY(m_desk->balances() == before);
        QCOMPARE(bouncesOf(cheque)[0]["is_undone"].get<bool>(), true);
        QVERIFY(notices("bounce_undone") > 0);
    }

    void itCannotBeDoneTwice() {
        const Json cheque = deposited();
        m_desk->moved(cheque, "bounce", {{"fee_amount", 5}});
        const auto before = m_desk->balances();
        const auto again = m_desk->move(cheque, "bounce", {{"fee_amount", 5}});
        QCOMPARE(again.status, 409);
        QCOMPARE(again.code(), std::string("move_not_allowed"));
        QVERIFY(m_desk->balances() == before);
        QCOMPARE(bouncesOf(cheque).size(), std::size_t(1));
    }

    void anEndorsedOneIsRecoveredFromItsHolder() {
        const auto empty = m_desk->balances();
        const Json cheque = m_desk->receive();
        m_desk->moved(cheque, "endorse", {{"holder_name", "پخش شرق"}});
        m_desk->moved(cheque, "bounce");
        auto expected = empty;
        expected["cheques_bounced"] += 1'000;
        expected["unapplied_receipts"] -= 1'000;
        QVERIFY(m_desk->balances() == expected);
    }

    void aChequeMayTravelToAndFro() {
        const Json cheque = m_desk->receive();
        for (const char* holder : {"پخش شرق", "پخش غرب", "پخش شرق"}) {
            m_desk->moved(cheque, "endorse", {{"holder_name", holder}});
            m_desk->moved(cheque, "recover");
        }
        const Json events = m_desk->eventsOf(cheque);
        QCOMPARE(events.size(), std::size_t(7));
        QCOMPARE(events[1]["holder_name"].get<std::string>(), std::string("پخش شرق"));
        QCOMPARE(events[3]["holder_name"].get<std::string>(), std::string("پخش غرب"));
        QCOMPARE(events[5]["holder_name"], events[1]["holder_name"]);
    }

    void theNextDepositBringsTheCertificateThatWasMissing() {
        const Json cheque = deposited();
        m_desk->moved(cheque, "bounce");
        m_desk->moved(cheque, "redeposit", {{"certificate_number", "77"}, {"certificate_on", "2026-11-20"}});
        QCOMPARE(bouncesOf(cheque)[0]["certificate_number"].get<std::string>(), std::string("77"));
        m_desk->moved(cheque, "bounce", {{"certificate_number", "78"}});
        m_desk->moved(cheque, "redeposit", {{"certificate_number", "79"}});
        QCOMPARE(bouncesOf(cheque)[1]["certificate_number"].get<std::string>(), std::string("78"));
    }

    void theDealerIsStoppedIfThePolicySaysSo() {
        const std::int64_t open = m_desk->number(
            "SELECT count(*) FROM app.cheques WHERE status IN ('bounced', 'legal') AND dealer_id = " + m_desk->dealer);
        m_desk->set("cheque.stop_dealer_at_bounces", std::to_string(open + 2));
        const Json first = deposited();
        const Json second = deposited();
        m_desk->moved(first, "bounce");
        QCOMPARE(dealerStatus(), std::string("active"));
        m_desk->moved(second, "bounce");
        QCOMPARE(dealerStatus(), std::string("on_hold"));
        QVERIFY(bouncesOf(second)[0]["has_stopped_dealer"].get<bool>());
        QVERIFY(!bouncesOf(first)[0]["has_stopped_dealer"].get<bool>());
        QVERIFY(notices("dealer_stopped") > 0);

        m_desk->moved(second, "undo");
        QCOMPARE(dealerStatus(), std::string("active"));
        m_desk->moved(second, "bounce");
        QCOMPARE(dealerStatus(), std::string("on_hold"));
        // Whoever was stopped by hand, or would be by others, stays so.
        m_desk->moved(deposited(), "bounce");
        m_desk->moved(second, "undo");
        QCOMPARE(dealerStatus(), std::string("on_hold"));
    }

    void everyFaultOfItIsNamedAtOnce() {
        const Json cheque = deposited();
        const auto answer =
            m_desk->move(cheque, "bounce",
                         {{"occurred_on", "2190-01-01"}, {"certificate_on", "2190-01-01"}, {"fee_amount", -1}});
        QCOMPARE(answer.status, 422);
        std::vector<std::string> found;
        for (const Json& error : answer.body["errors"]) {
            found.push_back(error["pointer"].get<std::string>() + " " + error["code"].get<std::string>());
        }
        const std::vector<std::string> expected{
            "/occurred_on occurred_on_in_future", "/certificate_on occurred_on_in_future",
            "/certificate_number field_required", "/fee_amount amount_not_positive"};
        QVERIFY2(found == expected, answer.text.c_str());
        QCOMPARE(m_desk->move(cheque, "bounce", {{"reason", "bad_luck"}}).status, 422);
        QCOMPARE(m_desk->move(cheque, "clear", {{"fee_amount", 1}}).status, 422);
        QCOMPARE(m_desk->statusOf(cheque), std::string("deposited"));
    }

    void aRepeatedRequestBouncesOnce() {
        const Json cheque = deposited();
        const auto key = testing::freshKey();
        const std::string path = ChequeDesk::pathOf(cheque) + "/bounce";
        const auto first = m_desk->admin().post(path, {{"fee_amount", 9}}, key);
        QCOMPARE(first.status, 200);
        const auto before = m_desk->balances();
        QCOMPARE(m_desk->admin().post(path, {{"fee_amount", 9}}, key).text, first.text);
        QVERIFY(m_desk->balances() == before);
    }

    void theBooksBalance() {
        QCOMPARE(m_desk->number("SELECT count(*) FROM app.ledger_differences()"), 0);
    }
};

QTEST_GUILESS_MAIN(ChequeBounceTest)
#include "cheque_bounce_test.moc"
