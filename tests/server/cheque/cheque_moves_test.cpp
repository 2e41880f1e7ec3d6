#include "shared/cheque/cheque_status.h"
#include "tests/support/http_client.h"
#include "tests/support/test_stack.h"

#include <QtTest>
#include <map>

using namespace nextgen;
using cheque::Move;
using cheque::Status;
using testing::freshKey;
using testing::HttpClient;
using testing::Json;

/// Cheques over HTTP against the real server: each way through the life cycle, its refusals, and what it
/// books.
class ChequeMovesTest : public QObject {
    Q_OBJECT

    std::unique_ptr<testing::TestStack> m_stack;
    std::unique_ptr<testing::ServerProcess> m_server;
    std::unique_ptr<HttpClient> m_admin;
    std::string m_dealer;
    std::int64_t m_nextSayadId = 1'000'000'000'000'000;

    Json newCheque() {
        const Json body{{"dealer_id", m_dealer},
                        {"sayad_id", std::to_string(++m_nextSayadId)},
                        {"amount", 1'000},
                        {"due_on", "2026-12-06"},
                        {"bank_name", "بانک ملت"}};
        const auto answer = m_admin->post("/api/v1/cheques", body, freshKey());
        if (answer.status != 201) {
            qFatal("no cheque: %s", answer.text.c_str());
        }
        return answer.body;
    }
    static std::string pathOf(const Json& cheque) {
        return "/api/v1/cheques/" + cheque["id"].get<std::string>();
    }

    /// The moves that lead from on_hand to a status, by the life cycle itself.
    static std::vector<Move> wayTo(Status wanted) {
        std::map<Status, std::vector<Move>> ways{{Status::OnHand, {}}};
        for (bool grew = true; grew;) {
            grew = false;
            for (const auto& transition : cheque::transitions()) {
                if (transition.from && ways.contains(*transition.from) && !ways.contains(transition.to)) {
                    auto way = ways[*transition.from];
                    way.push_back(transition.move);
                    ways[transition.to] = way;
                    grew = true;
                }
            }
        }
        return ways.at(wanted);
    }

    std::map<std::string, std::int64_t> balances() {
        std::map<std::string, std::int64_t> byAccount;
        const auto closing = m_admin->get("/api/v1/dealers/" + m_dealer + "/statement").body["closing"];
        for (const auto& [account, balance] : closing.items()) {
            byAccount[account] = balance.get<std::int64_t>();
        }
        return byAccount;
    }

  private slots:
    void initTestCase() {
        m_stack = std::make_unique<testing::TestStack>(true);
        m_server = std::make_unique<testing::ServerProcess>(*m_stack);
        m_admin = std::make_unique<HttpClient>(m_server->url());
        QCOMPARE(m_admin->signIn("nextgen", "admin@nextgen.local", "Admin123!").status, 200);
        m_dealer = m_admin->get("/api/v1/dealers").body["items"][0]["id"].get<std::string>();
    }

    void everyMoveFromEveryStatusDoesWhatTheLifeCycleSays_data() {
        QTest::addColumn<int>("from");
        for (const auto& status : cheque::statuses) {
            QTest::newRow(status.name.data()) << status.value;
        }
    }
    void everyMoveFromEveryStatusDoesWhatTheLifeCycleSays() {
        QFETCH(int, from);
        const auto status = static_cast<Status>(from);
        for (const auto& choice : cheque::moves) {
            const auto move = static_cast<Move>(choice.value);
            if (move == Move::Receive || move == Move::Undo) {
                continue;
            }
            const std::string path = pathOf(newCheque());
            for (const Move step : wayTo(status)) {
                QCOMPARE(m_admin->post(path + "/" + std::string(describe::nameOf(step))).status, 200);
            }
            const auto before = balances();
            const auto answer = m_admin->post(path + "/" + std::string(choice.name), {{"note", "آزمون"}});
            const auto* transition = cheque::transitionOf(status, move);
            if (transition == nullptr) {
                QCOMPARE(answer.status, 409);
                QCOMPARE(answer.code(), std::string("move_not_allowed"));
                QCOMPARE(answer.body["allowed_moves"].size(), cheque::allowedMoves(status).size());
                QVERIFY(balances() == before);
                continue;
            }
            QCOMPARE(answer.status, 200);
            QCOMPARE(answer.body["status"].get<std::string>(), std::string(describe::nameOf(transition->to)));
            auto expected = before;
            for (const auto& posting : transition->postings) {
                if (posting) {
                    expected[std::string(credit::accountName(posting->debit))] += 1'000;
                    expected[std::string(credit::accountName(posting->credit))] -= 1'000;
                }
            }
            const auto after = balances();
            for (const auto& [account, balance] : expected) {
                const auto found = after.find(account);
                QCOMPARE(account + " " + std::to_string(found == after.end() ? 0 : found->second),
                         account + " " + std::to_string(balance));
            }
            const auto events = m_admin->get(path + "/events").body["items"];
            QCOMPARE(events.size(), wayTo(status).size() + 2);
            QCOMPARE(events.back()["note"].get<std::string>(), std::string("آزمون"));
            QCOMPARE(events.back()["request_id"].get<std::string>(), answer.header("X-Request-Id"));
        }
    }

    void theExposureIsTheSumOfItsDocumentsPartByPart() {
        const auto exposure = m_admin->get("/api/v1/dealers/" + m_dealer + "/exposure").body;
        std::int64_t total = 0;
        for (const char* part : {"invoiced", "unbilled_orders", "cheques_on_hand", "cheques_deposited",
                                 "cheques_endorsed", "cheques_bounced"}) {
            std::int64_t listed = 0;
            std::string cursor;
            do {
                const auto page = m_admin->get("/api/v1/dealers/" + m_dealer + "/exposure/" + part +
                                               "?limit=7" + (cursor.empty() ? "" : "&cursor=" + cursor));
                QCOMPARE(page.status, 200);
                for (const Json& document : page.body["items"]) {
                    listed += document["amount"].get<std::int64_t>();
                }
                cursor =
                    page.body["next_cursor"].is_string() ? page.body["next_cursor"].get<std::string>() : "";
            } while (!cursor.empty());
            QCOMPARE(std::string(part) + " " + exposure[part].dump(),
                     std::string(part) + " " + std::to_string(listed));
            total += listed;
        }
        QCOMPARE(exposure["exposure"].get<std::int64_t>(), total);
        QVERIFY(total > 0);
        QCOMPARE(exposure["available"].get<std::int64_t>(),
                 exposure["credit_limit"].get<std::int64_t>() - total);
    }

    void aBulkMoveSaysWhatCameOfEach() {
        const Json first = newCheque();
        const Json second = newCheque();
        QCOMPARE(m_admin->post(pathOf(second) + "/deposit").status, 200);
        const auto answer =
            m_admin->post("/api/v1/cheques/bulk",
                          {{"move", "deposit"}, {"ids", {first["id"], second["id"], "999", first["id"]}}});
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body["moved"].get<int>(), 2);
        QCOMPARE(answer.body["results"][1]["code"].get<std::string>(), std::string("move_not_allowed"));
        QCOMPARE(answer.body["results"][2]["code"].get<std::string>(), std::string("not_found"));
        QCOMPARE(m_admin->get(pathOf(first) + "/events").body["items"].size(), std::size_t(2));
    }

    void aChequeIsRecordedOnce() {
        const Json body{{"dealer_id", m_dealer},
                        {"sayad_id", "۵۵۵۵ ۵۵۵۵ ۵۵۵۵ ۰۰۰۱"},
                        {"amount", 5},
                        {"due_on", "2026-12-06"}};
        const auto key = freshKey();
        const auto made = m_admin->post("/api/v1/cheques", body, key);
        QCOMPARE(made.status, 201);
        QCOMPARE(made.body["sayad_id"].get<std::string>(), std::string("5555555555550001"));
        const auto replayed = m_admin->post("/api/v1/cheques", body, key);
        QCOMPARE(replayed.text, made.text);
        QCOMPARE(replayed.header("Idempotency-Replayed"), std::string("true"));
        const auto again = m_admin->post("/api/v1/cheques", body, freshKey());
        QCOMPARE(again.status, 409);
        QCOMPARE(again.code(), std::string("cheque_already_posted"));
    }

    void everyFaultOfANewChequeIsNamedAtOnce() {
        const auto answer = m_admin->post("/api/v1/cheques",
                                          {{"dealer_id", "123"},
                                           {"sayad_id", "12"},
                                           {"amount", 0},
                                           {"due_on", "2026-12-06"},
                                           {"iban", "IR00"}},
                                          freshKey());
        QCOMPARE(answer.status, 422);
        std::vector<std::string> codes;
        for (const Json& error : answer.body["errors"]) {
            codes.push_back(error["pointer"].get<std::string>() + " " + error["code"].get<std::string>());
        }
        const std::vector<std::string> expected{"/sayad_id sayad_id_invalid", "/amount amount_not_positive",
                                                "/iban iban_invalid", "/dealer_id dealer_unknown"};
        QVERIFY2(codes == expected, answer.text.c_str());
    }

    void aMoveInTheFutureIsRefused() {
        const auto answer = m_admin->post(pathOf(newCheque()) + "/deposit", {{"occurred_on", "2190-01-01"}});
        QCOMPARE(answer.status, 422);
        QCOMPARE(answer.body["errors"][0]["code"].get<std::string>(), std::string("occurred_on_in_future"));
    }

    void aListIsFilteredSortedAndSearched_data() {
        QTest::addColumn<QString>("query");
        QTest::addColumn<int>("count");
        QTest::newRow("by Sayad id") << "sayad_id=7777777777770001" << 1;
        QTest::newRow("by the beginning of one") << "q=77777777777700" << 3;
        QTest::newRow("by the drawer, other letters") << "q=%D8%B1%D8%B6%D8%A7%D9%8A%D9%8A" << 3;
        QTest::newRow("by amount") << "q=7777&amount.gte=20&amount.lte=30" << 2;
        QTest::newRow("by due date") << "q=7777&due_on.gte=2027-01-02" << 1;
        QTest::newRow("by two statuses") << "q=7777&status=on_hand,void" << 3;
        QTest::newRow("by a status none has") << "q=7777&status=bounced" << 0;
    }
    void aListIsFilteredSortedAndSearched() {
        QFETCH(QString, query);
        QFETCH(int, count);
        for (int i = 1; i <= 3; ++i) {
            m_admin->post("/api/v1/cheques",
                          {{"dealer_id", m_dealer},
                           {"sayad_id", "777777777777000" + std::to_string(i)},
                           {"amount", i * 10},
                           {"due_on", "2027-01-0" + std::to_string(i - 1 ? i - 1 : 1)},
                           {"drawer_name", "علی رضایی"}},
                          {{"Idempotency-Key", "list-" + std::to_string(i)}});
        }
        const auto answer = m_admin->get("/api/v1/cheques?sort=-due_on&" + query.toStdString());
        QCOMPARE(answer.status, 200);
        QCOMPARE(int(answer.body["items"].size()), count);
        QVERIFY(std::is_sorted(answer.body["items"].rbegin(), answer.body["items"].rend(),
                               [](const Json& a, const Json& b) {
                                   return a["due_on"].get<std::string>() < b["due_on"].get<std::string>();
                               }));
    }

    void aDealersOwnPeopleSeeTheirsAndMoveNothing() {
        HttpClient dealer(m_server->url());
        QCOMPARE(dealer.signIn("nextgen", "dealer@nextgen.local", "Dealer123!").status, 200);
        const auto cheque = newCheque();
        QCOMPARE(dealer.get(pathOf(cheque)).status, 200);
        const auto refused = dealer.post(pathOf(cheque) + "/deposit");
        QCOMPARE(refused.status, 403);
        QCOMPARE(refused.body["permission"].get<std::string>(), std::string("cheques.move"));
    }

    void theTrailSaysWhoChangedWhat() {
        const auto cheque = newCheque();
        const auto answer = m_admin->post(pathOf(cheque) + "/deposit");
        const auto rows = m_stack->owner().runText(
            "SELECT old_values ->> 'status' AS before, new_values ->> 'status' AS after, actor_id IS NOT "
            "NULL AS acted FROM "
            "audit_logs WHERE table_name = 'cheques' AND request_id = $1",
            {answer.header("X-Request-Id")});
        QCOMPARE(rows.size(), std::size_t(1));
        QCOMPARE(rows.one().get<std::string>("before"), std::string("on_hand"));
        QCOMPARE(rows.one().get<std::string>("after"), std::string("deposited"));
        QVERIFY(rows.one().get<bool>("acted"));
    }
};

QTEST_GUILESS_MAIN(ChequeMovesTest)
#include "cheque_moves_test.moc"
