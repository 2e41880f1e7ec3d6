#include "tests/server/cheque/cheque_desk.h"

using namespace nextgen;
using cheque::Move;
using cheque::Status;
using testing::ChequeDesk;
using testing::Json;

/// Taking the last move of a cheque back: what it booked is reversed, nothing of the history is lost.
class ChequeUndoTest : public QObject {
    Q_OBJECT

    std::unique_ptr<ChequeDesk> m_desk;

  private slots:
    void initTestCase() { m_desk = std::make_unique<ChequeDesk>(); }

    void everyMoveCanBeTakenBack_data() {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("move");
        for (const auto& transition : cheque::transitions()) {
            if (transition.from) {
                QTest::addRow("%s from %s", describe::nameOf(transition.move).data(),
                              describe::nameOf(*transition.from).data())
                    << int(*transition.from) << int(transition.move);
            }
        }
    }
    void everyMoveCanBeTakenBack() {
        QFETCH(int, from);
        QFETCH(int, move);
        const auto status = static_cast<Status>(from);
        const Json cheque = m_desk->receive();
        for (const Move step : ChequeDesk::wayTo(status)) {
            m_desk->moved(cheque, describe::nameOf(step));
        }
        const auto before = m_desk->balances();
        const std::size_t events = m_desk->eventsOf(cheque).size();
        m_desk->moved(cheque, describe::nameOf(static_cast<Move>(move)), {{"note", "اشتباه"}});
        QCOMPARE(m_desk->admin().get(ChequeDesk::pathOf(cheque)).body["undoable_move"].get<std::string>(),
                 std::string(describe::nameOf(static_cast<Move>(move))));

        const Json back = m_desk->moved(cheque, "undo", {{"note", "برگرداندن"}});
        QCOMPARE(back["status"].get<std::string>(), std::string(describe::nameOf(status)));
        QVERIFY(back["undoable_move"].is_null());
        QVERIFY(m_desk->balances() == before);
        const Json history = m_desk->eventsOf(cheque);
        QCOMPARE(history.size(), events + 2);
        QCOMPARE(history.back()["move"].get<std::string>(), std::string("undo"));
        QCOMPARE(history.back()["undoes_id"], history[events]["id"]);
        QCOMPARE(history[events]["note"].get<std::string>(), std::string("اشتباه"));
        QCOMPARE(history.back()["ledger_entry_id"].is_null(), history[events]["ledger_entry_id"].is_null());

        const auto again = m_desk->move(cheque, "undo");
        QCOMPARE(again.status, 409);
        QCOMPARE(again.code(), std::string("nothing_to_undo"));
        // And the way is open as it was.
        m_desk->moved(cheque, describe::nameOf(static_cast<Move>(move)));
    }

    void aReceiptIsMadeVoidInstead() {
        const Json cheque = m_desk->receive();
        QVERIFY(cheque["undoable_move"].is_null());
        QCOMPARE(m_desk->move(cheque, "undo").code(), std::string("nothing_to_undo"));
    }

    void aVoidChequeThatWasRecordedAnewStaysVoid() {
        const Json cheque = m_desk->receive({{"sayad_id", "8888000000000001"}});
        m_desk->moved(cheque, "void");
        m_desk->receive({{"sayad_id", "8888000000000001"}});
        QCOMPARE(m_desk->move(cheque, "undo").code(), std::string("cheque_already_posted"));
        QCOMPARE(m_desk->statusOf(cheque), std::string("void"));
    }

    void whatIsMadeVoidTwiceIsReversedTwice() {
        const auto before = m_desk->balances();
        const Json cheque = m_desk->receive();
        for (int i = 0; i < 2; ++i) {
            m_desk->moved(cheque, "void");
            QVERIFY(m_desk->balances() == before);
            m_desk->moved(cheque, "undo");
        }
        m_desk->moved(cheque, "void");
        QVERIFY(m_desk->balances() == before);
    }

    void aBatchIsTakenBackAsItWasMade() {
        Json ids = Json::array();
        for (int i = 0; i < 5; ++i) {
            ids.push_back(m_desk->receive()["id"]);
        }
        const auto before = m_desk->balances();
        const std::string received = m_desk->receive()["id"];
        QCOMPARE(m_desk->admin()
                     .post("/api/v1/cheques/bulk", {{"move", "deposit"}, {"ids", ids}})
                     .body["moved"]
                     .get<int>(),
                 5);
        ids.push_back(received);
        const auto answer = m_desk->admin().post("/api/v1/cheques/bulk", {{"move", "undo"}, {"ids", ids}});
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body["moved"].get<int>(), 5);
        QCOMPARE(answer.body["results"][0]["status"].get<std::string>(), std::string("on_hand"));
        QCOMPARE(answer.body["results"][5]["code"].get<std::string>(), std::string("nothing_to_undo"));
        auto expected = before;
        expected["cheques_on_hand"] += 1'000;
        expected["unapplied_receipts"] -= 1'000;
        QVERIFY(m_desk->balances() == expected);
    }

    void whatAMonthThatWasPutAwayHoldsCannotBeTakenBack() {
        const Json cheque = m_desk->receive();
        const Json deposited = m_desk->moved(cheque, "deposit");
        // As if its month were detached: the entry's lines are in no table of the ledger.
        auto& owner = m_desk->stack().owner();
        owner.script("SET session_replication_role = replica");
        owner.runText("DELETE FROM app.ledger_lines WHERE entry_id = (SELECT ledger_entry_id FROM "
                      "app.cheque_events WHERE cheque_id = $1 AND move = 'deposit')",
                      {cheque["id"].get<std::string>()});
        owner.script("SET session_replication_role = DEFAULT");
        QCOMPARE(m_desk->move(cheque, "undo").code(), std::string("undo_too_late"));
        QVERIFY(m_desk->admin().get(ChequeDesk::pathOf(cheque)).body["undoable_move"].is_null());
    }

    void aRepeatedRequestTakesBackOnce() {
        const Json cheque = m_desk->receive();
        m_desk->moved(cheque, "deposit");
        const auto key = testing::freshKey();
        const std::string path = ChequeDesk::pathOf(cheque) + "/undo";
        const auto first = m_desk->admin().post(path, Json::object(), key);
        QCOMPARE(first.status, 200);
        QCOMPARE(m_desk->admin().post(path, Json::object(), key).text, first.text);
        QCOMPARE(m_desk->eventsOf(cheque).size(), std::size_t(3));
    }

    void whoMayNotMoveChequesTakesNothingBack() {
        const Json cheque = m_desk->receive();
        m_desk->moved(cheque, "deposit");
        testing::HttpClient dealer(m_desk->server().url());
        QCOMPARE(dealer.signIn("nextgen", "dealer@nextgen.local", "Dealer123!").status, 200);
        QCOMPARE(dealer.post(ChequeDesk::pathOf(cheque) + "/undo").status, 403);
    }
};

QTEST_GUILESS_MAIN(ChequeUndoTest)
#include "cheque_undo_test.moc"
