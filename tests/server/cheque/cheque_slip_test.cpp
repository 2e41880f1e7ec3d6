#include "tests/server/cheque/cheque_desk.h"

using namespace nextgen;
using testing::ChequeDesk;
using testing::freshKey;
using testing::HttpAnswer;
using testing::Json;

/// Slips: cheques are put together, handed to a bank as one, and closed when the bank has answered.
class ChequeSlipTest : public QObject {
    Q_OBJECT

    std::unique_ptr<ChequeDesk> m_desk;
    std::string m_account;

    HttpAnswer post(const std::string& path, const Json& body = Json::object()) {
        return m_desk->admin().post("/api/v1/cheque_slips" + path, body, freshKey());
    }
    Json draft(const std::vector<Json>& cheques) {
        Json ids = Json::array();
        for (const Json& cheque : cheques) {
            ids.push_back(cheque["id"]);
        }
        const auto made = post("", {{"bank_account_id", m_account}, {"ids", ids}});
        if (made.status != 201) {
            qFatal("no slip: %s", made.text.c_str());
        }
        return made.body;
    }
    static std::string at(const Json& slip, const std::string& step = {}) {
        return "/" + slip["id"].get<std::string>() + step;
    }
    Json get(const Json& slip) { return m_desk->admin().get("/api/v1/cheque_slips" + at(slip)).body; }

  private slots:
    void initTestCase() {
        m_desk = std::make_unique<ChequeDesk>();
        const auto made = m_desk->admin().post(
            "/api/v1/bank_accounts",
            {{"title_fa", "جاری ملت"}, {"bank_code", "012"}, {"account_number", "1234567890"}}, freshKey());
        QVERIFY2(made.status == 201, made.text.c_str());
        m_account = made.body["id"];
    }

    void itsChequesAreDepositedAsOne() {
        const Json first = m_desk->receive();
        const Json second = m_desk->receive({{"amount", 2'500}, {"due_on", "2026-12-01"}});
        const Json slip = draft({first, second});
        QCOMPARE(slip["status"].get<std::string>(), std::string("draft"));
        QCOMPARE(slip["cheque_count"].get<int>(), 2);
        QCOMPARE(slip["total_amount"].get<int>(), 3'500);
        QVERIFY(QString::fromStdString(slip["slip_number"]).contains("-"));
        auto expected = m_desk->balances();
        const auto handed = post(at(slip, "/hand_over"), {{"occurred_on", "2026-11-20"}});
        QVERIFY2(handed.status == 200, handed.text.c_str());
        QCOMPARE(handed.body["status"].get<std::string>(), std::string("handed_over"));
        QCOMPARE(handed.body["handed_on"].get<std::string>(), std::string("2026-11-20"));
        QCOMPARE(handed.body["unanswered_count"].get<int>(), 2);
        QCOMPARE(handed.body["total_in_words"].get<std::string>(), std::string("سه هزار و پانصد"));
        expected["cheques_on_hand"] -= 3'500;
        expected["cheques_deposited"] += 3'500;
        std::erase_if(expected, [](const auto& line) { return line.second == 0; });
        QVERIFY(m_desk->balances() == expected);
        QCOMPARE(m_desk->eventsOf(first).back()["slip_number"], slip["slip_number"]);
        const Json printed = m_desk->admin().get("/api/v1/cheque_slips" + at(slip, "/cheques")).body["items"];
        QCOMPARE(printed.size(), std::size_t(2));
        QCOMPARE(printed[0]["id"], second["id"]);
        QCOMPARE(post(at(slip, "/hand_over")).code(), std::string("slip_not_open"));
    }

    void slipsAreNumberedWithoutGaps() {
        const auto number = [](const Json& slip) {
            return QString::fromStdString(slip["slip_number"]).section('-', 1).toInt();
        };
        const Json first = draft({});
        QCOMPARE(post("", {{"bank_account_id", "123"}}).status, 422);
        QCOMPARE(number(draft({})), number(first) + 1);
    }

    void whatWaitsOnADraftGoesNowhereElse() {
        const Json cheque = m_desk->receive();
        const Json slip = draft({cheque});
        for (const char* move : {"deposit", "endorse", "return", "void"}) {
            QCOMPARE(m_desk->move(cheque, move).code(), std::string("cheque_on_slip"));
        }
        const Json other = draft({cheque});
        QCOMPARE(other["results"][0]["code"].get<std::string>(), std::string("cheque_on_slip"));
        QCOMPARE(other["cheque_count"].get<int>(), 0);
        const auto off = post(at(slip, "/cheques"), {{"remove", {cheque["id"], "999"}}});
        QVERIFY2(off.status == 200, off.text.c_str());
        QVERIFY(off.body["results"][0]["ok"].get<bool>());
        QCOMPARE(off.body["results"][1]["code"].get<std::string>(), std::string("not_found"));
        m_desk->moved(cheque, "deposit");
        QCOMPARE(post(at(slip, "/hand_over")).code(), std::string("slip_empty"));
    }

    void everyChequeThatCannotStandOnItSaysWhy() {
        const Json good = m_desk->receive();
        const Json cleared = m_desk->receive();
        m_desk->moved(cleared, "deposit");
        m_desk->moved(cleared, "clear");
        const auto made =
            post("", {{"bank_account_id", m_account}, {"ids", {good["id"], cleared["id"], "999", good["id"]}}});
        QCOMPARE(made.status, 201);
        QCOMPARE(made.body["cheque_count"].get<int>(), 1);
        QVERIFY(made.body["results"][0]["ok"].get<bool>());
        QCOMPARE(made.body["results"][1]["code"].get<std::string>(), std::string("move_not_allowed"));
        QCOMPARE(made.body["results"][2]["code"].get<std::string>(), std::string("not_found"));
    }

    void aBouncedChequeIsHandedOverAgain() {
        const Json cheque = m_desk->receive();
        m_desk->moved(cheque, "deposit");
        m_desk->moved(cheque, "bounce");
        const Json fresh = m_desk->receive();
        const Json slip = draft({cheque, fresh});
        QCOMPARE(post(at(slip, "/hand_over")).status, 200);
        QCOMPARE(m_desk->eventsOf(cheque).back()["move"].get<std::string>(), std::string("redeposit"));
        QCOMPARE(m_desk->statusOf(fresh), std::string("deposited"));
    }

    void itIsClosedWhenTheBankHasAnsweredForEach() {
        const Json first = m_desk->receive();
        const Json second = m_desk->receive();
        const Json slip = draft({first, second});
        QCOMPARE(post(at(slip, "/close")).code(), std::string("slip_not_open"));
        QCOMPARE(post(at(slip, "/hand_over")).status, 200);
        m_desk->moved(first, "clear");
        const auto early = post(at(slip, "/close"));
        QCOMPARE(early.code(), std::string("slip_unanswered"));
        m_desk->moved(second, "bounce");
        // Until then an answer can be taken back.
        m_desk->moved(second, "undo");
        m_desk->moved(second, "bounce");
        QCOMPARE(post(at(slip, "/close")).body["status"].get<std::string>(), std::string("answered"));
        for (const Json& cheque : {first, second}) {
            QCOMPARE(m_desk->move(cheque, "undo").code(), std::string("slip_not_open"));
        }
        // What follows is not the slip's.
        m_desk->moved(second, "settle");
        m_desk->moved(second, "undo");
        m_desk->moved(second, "redeposit");
        m_desk->moved(second, "undo");
        QCOMPARE(post(at(slip, "/cancel")).code(), std::string("slip_not_open"));
    }

    void aDraftIsCancelledAndItsChequesAreFree() {
        const Json cheque = m_desk->receive();
        const Json slip = draft({cheque});
        QCOMPARE(post(at(slip, "/cancel")).body["status"].get<std::string>(), std::string("cancelled"));
        m_desk->moved(cheque, "deposit");
        QCOMPARE(post(at(slip, "/hand_over")).code(), std::string("slip_not_open"));
    }

    void depositsByASlipAreTakenBackAsOneOrNotAtAll() {
        const Json first = m_desk->receive();
        const Json second = m_desk->receive();
        const auto before = m_desk->balances();
        const Json slip = draft({first, second});
        QCOMPARE(post(at(slip, "/hand_over")).status, 200);
        m_desk->moved(first, "clear");
        QCOMPARE(post(at(slip, "/cancel")).code(), std::string("undo_too_late"));
        QCOMPARE(m_desk->statusOf(second), std::string("deposited"));
        m_desk->moved(first, "undo");
        // Its last event is the undo now, which cannot be taken back: the bank gives each back by itself.
        QCOMPARE(post(at(slip, "/cancel")).code(), std::string("undo_too_late"));
        m_desk->moved(first, "recall");
        m_desk->moved(second, "recall");
        QVERIFY(m_desk->balances() == before);

        const Json again = draft({first, second});
        QCOMPARE(post(at(again, "/hand_over")).status, 200);
        QCOMPARE(post(at(again, "/cancel")).status, 200);
        QVERIFY(m_desk->balances() == before);
        QCOMPARE(m_desk->statusOf(first), std::string("on_hand"));
    }

    void oneThatCannotGoKeepsAllOfThemBack() {
        const Json good = m_desk->receive();
        const Json gone = m_desk->receive();
        const Json slip = draft({good, gone});
        // As a careless hand at the database would do it.
        m_desk->stack().owner().runText("UPDATE app.cheques SET status = 'returned' WHERE id = $1",
                                        {gone["id"].get<std::string>()});
        const auto before = m_desk->balances();
        const auto refused = post(at(slip, "/hand_over"));
        QCOMPARE(refused.status, 409);
        QCOMPARE(refused.code(), std::string("move_not_allowed"));
        QCOMPARE(refused.body["results"].size(), std::size_t(2));
        QCOMPARE(m_desk->statusOf(good), std::string("on_hand"));
        QVERIFY(m_desk->balances() == before);
        QCOMPARE(get(slip)["status"].get<std::string>(), std::string("draft"));
    }

    void slipsAreListedByStatusAndAccount() {
        const Json open = m_desk->admin().get("/api/v1/cheque_slips?status=draft&bank_account_id=" + m_account).body;
        QVERIFY(open["items"].size() > 0);
        for (const Json& slip : open["items"]) {
            QCOMPARE(slip["status"].get<std::string>(), std::string("draft"));
            QCOMPARE(slip["bank_account_name"].get<std::string>(), std::string("جاری ملت"));
        }
    }

    void aDealersPeopleSeeNoSlips() {
        testing::HttpClient dealer(m_desk->server().url());
        QCOMPARE(dealer.signIn("nextgen", "dealer@nextgen.local", "Dealer123!").status, 200);
        QCOMPARE(dealer.get("/api/v1/cheque_slips").body["items"].size(), std::size_t(0));
        QCOMPARE(dealer.post("/api/v1/cheque_slips", {{"bank_account_id", m_account}}, freshKey()).status, 403);
    }
};

QTEST_GUILESS_MAIN(ChequeSlipTest)
#include "cheque_slip_test.moc"
