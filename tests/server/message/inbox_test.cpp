#include "shared/message/notice.h"
#include "tests/support/http_client.h"
#include "tests/support/test_stack.h"

#include <QtTest>
#include <memory>

using namespace nextgen;
using testing::HttpAnswer;
using testing::HttpClient;
using testing::Json;

namespace {

std::string csvOf(int count, std::int64_t first) {
    std::string csv = "شناسه صیادی,مبلغ,سررسید,بانک\n";
    for (int i = 0; i < count; ++i) {
        csv += std::to_string(first + i) + ",1500000,1405/10/15,ملت\n";
    }
    return csv;
}

}  // namespace

/// What happens is told to those whom it concerns, and to nobody else.
class InboxTest : public QObject {
    Q_OBJECT

    std::unique_ptr<testing::TestStack> m_stack;
    std::unique_ptr<testing::ServerProcess> m_server;
    std::unique_ptr<HttpClient> m_admin;
    std::unique_ptr<HttpClient> m_dealer;
    std::unique_ptr<HttpClient> m_colleague;  ///< of the same dealer
    std::unique_ptr<HttpClient> m_credit;     ///< of the staff, with credit.read
    std::unique_ptr<HttpClient> m_clerk;      ///< of the staff, without it
    std::unique_ptr<HttpClient> m_customer;
    std::string m_dealerId;
    int m_serial = 0;

    std::unique_ptr<HttpClient> signedIn(const std::string& email, std::string_view password) const {
        auto client = std::make_unique<HttpClient>(m_server->url());
        client->signIn("nextgen", email, std::string(password));
        return client;
    }

    static int unreadOf(HttpClient& client) {
        return client.get("/api/v1/inbox?is_unread=true&limit=1").body["estimated_total"];
    }

    static Json newestOf(HttpClient& client) {
        const Json items = client.get("/api/v1/inbox?limit=1").body["items"];
        return items.empty() ? Json::object() : items.at(0);
    }

    void readEverything() {
        for (HttpClient* client : {m_admin.get(), m_dealer.get(), m_colleague.get(), m_credit.get(),
                                   m_clerk.get(), m_customer.get()}) {
            if (const Json newest = newestOf(*client); !newest.empty()) {
                QCOMPARE(client->post("/api/v1/inbox/read", {{"until", newest["id"]}}).status, 204);
                QCOMPARE(unreadOf(*client), 0);
            }
        }
    }

    std::string newCheque(const std::string& dealer = {}) {
        const HttpAnswer made =
            m_admin->post("/api/v1/cheques",
                          {{"dealer_id", dealer.empty() ? m_dealerId : dealer},
                           {"amount", 1'000'000},
                           {"due_on", "2026-01-01"},
                           {"sayad_id", std::to_string(4'000'000'000'000'000 + ++m_serial)}},
                          testing::freshKey());
        if (made.status != 201) {
            qWarning("%s", made.text.c_str());
            return {};
        }
        const auto id = made.body["id"].get<std::string>();
        m_admin->post("/api/v1/cheques/" + id + "/deposit");
        return id;
    }

  private slots:
    void initTestCase() {
        m_stack = std::make_unique<testing::TestStack>(true);
        m_server = std::make_unique<testing::ServerProcess>(
            *m_stack, std::vector<std::string>{"limits.requests_per_minute=0"});
        m_admin = signedIn("admin@nextgen.local", "Admin123!");
        m_dealer = signedIn("dealer@nextgen.local", "Dealer123!");
        m_dealerId = m_dealer->get("/api/v1/dealers").body["items"].at(0)["id"].get<std::string>();
        const std::string code =
            m_dealer->get("/api/v1/dealers").body["items"].at(0)["code"].get<std::string>();
        m_stack->makeUser("nextgen", "colleague@nextgen.local", "DEALER", code);
        m_stack->makeUser("nextgen", "credit@nextgen.local", "CREDIT");
        m_stack->makeUser("nextgen", "clerk@nextgen.local", "CLERK");
        m_stack->owner().script(
            "INSERT INTO app.role_permissions (tenant_id, role, permission) "
            "SELECT t.id, r.role, r.permission FROM app.tenants t, (VALUES ('CREDIT', 'credit.read'), "
            "('CREDIT', 'cheques.read'), ('CLERK', 'orders.read')) r (role, permission) "
            "WHERE t.slug = 'nextgen'");
        const std::string_view password = testing::TestStack::password;
        m_colleague = signedIn("colleague@nextgen.local", password);
        m_credit = signedIn("credit@nextgen.local", password);
        m_clerk = signedIn("clerk@nextgen.local", password);
        m_customer = signedIn("customer@nextgen.local", "Customer123!");
    }

    void init() { readEverything(); }

    void aBouncedChequeIsToldToItsDealersPeopleAndTheCreditStaff() {
        const std::string cheque = newCheque();
        QCOMPARE(m_admin->post("/api/v1/cheques/" + cheque + "/bounce").status, 200);
        for (HttpClient* told : {m_dealer.get(), m_colleague.get(), m_credit.get()}) {
            QCOMPARE(unreadOf(*told), 1);
            const Json notice = newestOf(*told);
            QCOMPARE(notice["code"], "cheque_bounced");
            QCOMPARE(notice["source_kind"], "cheques");
            QCOMPARE(notice["source_id"], cheque);
            QVERIFY(notice["read_at"].is_null());
            QVERIFY2(notice["body"].get<std::string>().find(notice["title"].get<std::string>()) !=
                         std::string::npos,
                     notice.dump().c_str());
        }
        // Who did it knows, and others have nothing to do with it.
        for (HttpClient* other : {m_admin.get(), m_clerk.get(), m_customer.get()}) {
            QCOMPARE(unreadOf(*other), 0);
        }
    }

    void chequesThatBounceTogetherAreOneNoticeForADealerAndOneForTheStaff() {
        m_stack->owner().script(
            "INSERT INTO app.dealer_profiles (tenant_id, code, company_name, search_key) "
            "SELECT id, 'OTHER', 'Other', 'other' FROM app.tenants WHERE slug = 'nextgen'");
        const std::string other =
            m_admin->get("/api/v1/dealers?code=OTHER").body["items"].at(0)["id"].get<std::string>();
        const Json ids = Json::array({newCheque(), newCheque(), newCheque(), newCheque(other)});
        QCOMPARE(m_admin->post("/api/v1/cheques/bulk", {{"move", "bounce"}, {"ids", ids}}).body["moved"], 4);
        for (HttpClient* told : {m_dealer.get(), m_credit.get()}) {
            QCOMPARE(unreadOf(*told), 1);
            QCOMPARE(newestOf(*told)["code"], "cheques_bounced");
            QCOMPARE(newestOf(*told)["title"], told == m_dealer.get() ? "3" : "4");
        }
    }

    void clientsLearnOfNewsByTheChangesAndOnlyOfTheirOwn() {
        const auto cursorOf = [](HttpClient& client) {
            return client.get("/api/v1/changes").body["cursor"].get<std::string>();
        };
        const auto isToldSince = [](HttpClient& client, const std::string& cursor) {
            const HttpAnswer answer = client.get("/api/v1/changes?since=" + cursor);
            for (const Json& item : answer.body["items"]) {
                if (item["entity"] == "inbox") {
                    // Neither whose it is nor who did it.
                    return item["id"].is_null() && item["actor_id"].is_null() && item["is_removed"] == false;
                }
            }
            return false;
        };
        const std::string cheque = newCheque();
        const std::string dealerBefore = cursorOf(*m_dealer);
        const std::string creditBefore = cursorOf(*m_credit);
        const std::string clerkBefore = cursorOf(*m_clerk);
        const std::string customerBefore = cursorOf(*m_customer);
        QCOMPARE(m_admin->post("/api/v1/cheques/" + cheque + "/bounce").status, 200);
        QTRY_VERIFY(isToldSince(*m_dealer, dealerBefore));
        QTRY_VERIFY(isToldSince(*m_credit, creditBefore));
        QVERIFY(!isToldSince(*m_clerk, clerkBefore));
        QVERIFY(!isToldSince(*m_customer, customerBefore));
        // Another window of the same person hears that it was read.
        const std::string unread = cursorOf(*m_dealer);
        QCOMPARE(m_dealer->post("/api/v1/inbox/read", {{"ids", {newestOf(*m_dealer)["id"]}}}).status, 204);
        QTRY_VERIFY(isToldSince(*m_dealer, unread));
    }

    void oldAndTooManyNoticesAreForgotten() {
        const std::string whose = " FROM app.users WHERE email = 'clerk@nextgen.local'";
        const std::string insert =
            "INSERT INTO app.notifications (tenant_id, user_id, channel, code, body, status, sent_at, "
            "created_at) "
            "SELECT tenant_id, id, 'in_app', 'x', 'x', 'delivered', now(), ";
        m_stack->owner().script(insert + "now() - interval '181 days'" + whose);
        m_stack->owner().script(insert + "now() - interval '179 days'" + whose);
        const auto forget = [this] {
            return m_stack->owner().runText("SELECT app.forget_notices()", {}).one().get<std::int64_t>(0);
        };
        QCOMPARE(forget(), 1);
        QCOMPARE(unreadOf(*m_clerk), 1);
        m_stack->owner().script(insert +
                                "now() FROM app.users, generate_series(1, 1004) "
                                "WHERE email = 'clerk@nextgen.local'");
        QCOMPARE(forget(), 5);
        QCOMPARE(unreadOf(*m_clerk), 1000);
        readEverything();
        QCOMPARE(forget(), 0);
    }

    void whatDoesNotHappenIsNotTold() {
        const std::string cheque = newCheque();
        QCOMPARE(m_admin->post("/api/v1/cheques/" + cheque + "/clear").status, 200);
        QCOMPARE(m_admin->post("/api/v1/cheques/" + cheque + "/bounce").status, 409);
        QCOMPARE(unreadOf(*m_dealer), 0);
    }

    void anImportByOthersIsToldWhenItIsPostedAndWhenItIsUndone() {
        const Json import = m_admin
                                ->upload("/api/v1/cheque_imports", "a.csv", csvOf(2, 4100000000000000),
                                         {{"dealer_id", m_dealerId}}, testing::freshKey())
                                .body;
        const std::string path = "/api/v1/cheque_imports/" + import["id"].get<std::string>();
        const HttpAnswer posted = m_admin->post(path + "/commit", {{"rows", "ready"}}, testing::freshKey());
        QVERIFY2(posted.status == 200, posted.text.c_str());
        QCOMPARE(newestOf(*m_dealer)["code"], "import_posted");
        QCOMPARE(newestOf(*m_colleague)["source_id"], import["id"]);
        QCOMPARE(unreadOf(*m_admin), 0);
        // Posted again it is the same posting.
        m_admin->post(path + "/commit", {{"rows", "ready"}}, testing::freshKey());
        QCOMPARE(unreadOf(*m_dealer), 1);
        QCOMPARE(m_colleague->post(path + "/undo").status, 200);
        QCOMPARE(newestOf(*m_dealer)["code"], "import_undone");
        QCOMPARE(newestOf(*m_admin)["code"], "import_undone");
        QCOMPARE(unreadOf(*m_colleague), 1);
        QCOMPARE(unreadOf(*m_clerk), 0);
    }

    void aLargeFileIsToldToWhoeverSentItWhenItIsRead() {
        const HttpAnswer sent = m_dealer->upload("/api/v1/cheque_imports", "large.csv",
                                                 csvOf(5'100, 4200000000000000), {}, testing::freshKey());
        QCOMPARE(sent.status, 202);
        QTRY_COMPARE_WITH_TIMEOUT(unreadOf(*m_dealer), 1, 60'000);
        QCOMPARE(newestOf(*m_dealer)["code"], "import_staged");
        QCOMPARE(newestOf(*m_colleague)["title"], "large.csv");
    }

    void onlyOnesOwnNoticesAreSeenAndMarked() {
        const std::string cheque = newCheque();
        m_admin->post("/api/v1/cheques/" + cheque + "/bounce");
        const Json mine = newestOf(*m_dealer);
        const Json theirs = newestOf(*m_credit);
        QVERIFY(mine["id"] != theirs["id"]);
        // Neither an outsider nor the staff reaches into another inbox.
        QCOMPARE(m_dealer->post("/api/v1/inbox/read", {{"ids", {theirs["id"]}}}).status, 204);
        QCOMPARE(m_admin->post("/api/v1/inbox/read", {{"ids", {theirs["id"], mine["id"]}}}).status, 204);
        QCOMPARE(unreadOf(*m_credit), 1);
        QCOMPARE(unreadOf(*m_dealer), 1);
        QCOMPARE(m_dealer->post("/api/v1/inbox/read", {{"ids", {mine["id"]}}}).status, 204);
        QCOMPARE(unreadOf(*m_dealer), 0);
        QVERIFY(newestOf(*m_dealer)["read_at"].is_string());
        QCOMPARE(m_dealer->get("/api/v1/inbox?is_unread=true&count=exact").body["estimated_total"], 0);
        const HttpAnswer all = m_dealer->get("/api/v1/inbox");
        QVERIFY(!all.body["items"].empty());
        for (const Json& item : all.body["items"]) {
            QVERIFY(item["id"] != theirs["id"]);
        }
    }

    void aMarkThatNamesNothingIsRefusedWithAllThatIsWrong() {
        QCOMPARE(m_dealer->post("/api/v1/inbox/read").status, 422);
        const HttpAnswer wrong = m_dealer->post("/api/v1/inbox/read", {{"ids", {"x"}}, {"all", true}});
        QCOMPARE(wrong.status, 422);
        QCOMPARE(wrong.body["errors"].size(), std::size_t(2));
    }

    void everySentenceNamesItsRecordInBothLanguages() {
        for (const message::NoticeText& text : message::noticeCatalogue()) {
            message::Notice notice;
            notice.code = text.code;
            notice.title = "NAME";
            for (const Language language : {Language::Persian, Language::English}) {
                const std::string sentence = message::sentenceOf(notice, language);
                QVERIFY2(
                    sentence.find("NAME") != std::string::npos && sentence.find('{') == std::string::npos,
                    sentence.c_str());
            }
        }
        message::Notice later;
        later.code = "of_a_later_program";
        later.body = "as it was worded";
        QCOMPARE(message::sentenceOf(later, Language::English), later.body);
    }
};

QTEST_GUILESS_MAIN(InboxTest)
#include "inbox_test.moc"
