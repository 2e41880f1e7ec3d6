#include "server/clock.h"
#include "shared/cheque/issued.h"
#include "tests/server/cheque/cheque_desk.h"

using namespace nextgen;
using cheque::IssuedMove;
using cheque::IssuedStatus;
using testing::ChequeDesk;
using testing::freshKey;
using testing::HttpAnswer;
using testing::Json;

/// Cheques that we issue, from the book to what became of the leaf.
class IssuedChequeTest : public QObject {
    Q_OBJECT

    std::unique_ptr<ChequeDesk> m_desk;
    std::string m_book;
    int m_serial = 100;

    HttpAnswer issue(int serial, const Json& more = Json::object()) {
        Json body{{"cheque_book_id", m_book}, {"serial", serial}, {"payee_name", "پخش شرق"}, {"amount", 5'000},
                  {"issued_on", "2026-11-01"}, {"due_on", "2027-01-05"}};
        body.update(more);
        return m_desk->admin().post("/api/v1/issued_cheques", body, freshKey());
    }
    HttpAnswer move(const Json& cheque, std::string_view name) {
        return m_desk->admin().post(
            "/api/v1/issued_cheques/" + cheque["id"].get<std::string>() + "/" + std::string(name), {{"note", "آزمون"}});
    }
    Json events(const Json& cheque) {
        return m_desk->admin()
            .get("/api/v1/issued_cheques/" + cheque["id"].get<std::string>() + "/events")
            .body["items"];
    }

  private slots:
    void initTestCase() {
        m_desk = std::make_unique<ChequeDesk>();
        const auto account = m_desk->admin().post(
            "/api/v1/bank_accounts", {{"title_fa", "جاری"}, {"account_number", "112233"}}, freshKey());
        const auto book = m_desk->admin().post("/api/v1/cheque_books",
                                               {{"bank_account_id", account.body["id"]},
                                                {"series", "65-ب"},
                                                {"first_serial", 100},
                                                {"leaf_count", 200},
                                                {"received_on", "2026-10-01"}},
                                               freshKey());
        QVERIFY2(book.status == 201, book.text.c_str());
        m_book = book.body["id"];
    }

    void everyMoveFromEveryStatusDoesWhatTheLifeCycleSays() {
        const std::map<IssuedStatus, std::vector<const char*>> ways{
            {IssuedStatus::Issued, {}},
            {IssuedStatus::Cleared, {"present"}},
            {IssuedStatus::Bounced, {"bounce"}},
            {IssuedStatus::TakenBack, {"take_back"}},
            {IssuedStatus::Void, {"void"}},
            {IssuedStatus::Resolved, {"bounce", "restore"}},
        };
        QCOMPARE(ways.size(), cheque::issuedStatuses.size());
        for (const auto& [status, way] : ways) {
            for (const auto& choice : cheque::issuedMoves) {
                const auto step = static_cast<IssuedMove>(choice.value);
                if (step == IssuedMove::Issue || step == IssuedMove::Undo) {
                    continue;
                }
                const Json made = issue(m_serial++).body;
                for (const char* before : way) {
                    QCOMPARE(move(made, before).status, 200);
                }
                const auto answer = move(made, choice.name);
                const auto* transition = cheque::transitionOf(status, step);
                if (transition == nullptr) {
                    QCOMPARE(answer.code(), std::string("move_not_allowed"));
                    QCOMPARE(events(made).size(), way.size() + 1);
                    continue;
                }
                QCOMPARE(answer.body["status"].get<std::string>(), std::string(describe::nameOf(transition->to)));
                QCOMPARE(answer.body["undoable_move"].get<std::string>(), std::string(choice.name));
                const auto undone = move(made, "undo");
                QCOMPARE(undone.body["status"].get<std::string>(), std::string(describe::nameOf(status)));
                QCOMPARE(events(made).size(), way.size() + 3);
                QCOMPARE(move(made, "undo").code(), std::string("nothing_to_undo"));
            }
        }
    }

    void aLeafIsUsedOnce() {
        const int serial = m_serial++;
        const auto made = issue(serial);
        QVERIFY2(made.status == 201, made.text.c_str());
        QCOMPARE(events(made.body).size(), std::size_t(1));
        QCOMPARE(move(made.body, "void").status, 200);
        QCOMPARE(issue(serial).status, 409);
    }

    void aLeafIsOneOfItsBook() {
        for (const int serial : {99, 300}) {
            const auto refused = issue(serial);
            QCOMPARE(refused.status, 422);
            QVERIFY2(QString::fromStdString(refused.text).contains("/serial"), refused.text.c_str());
        }
        QCOMPARE(issue(299).status, 201);
    }

    void theForecastTakesThemOut() {
        const Date due = today(systemNow).plusDays(25);
        const auto total = [&] {
            std::int64_t sum = 0;
            const Json forecast = m_desk->admin().get("/api/v1/cheque_forecast").body;
            for (const Json& step : forecast["steps"]) {
                sum += step["issued"]["amount"].get<std::int64_t>();
            }
            return sum;
        };
        const auto before = total();
        const Json made = issue(m_serial++, {{"due_on", due.toString()}, {"amount", 777}}).body;
        QCOMPARE(total(), before + 777);
        move(made, "present");
        QCOMPARE(total(), before);
    }
};

QTEST_GUILESS_MAIN(IssuedChequeTest)
#include "issued_cheque_test.moc"
