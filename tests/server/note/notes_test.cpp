#include "shared/api/notes.h"

#include "shared/note/note.h"
#include "tests/support/http_client.h"
#include "tests/support/test_stack.h"

#include <QtTest>
#include <algorithm>
#include <memory>

using namespace nextgen;
using testing::HttpAnswer;
using testing::HttpClient;
using testing::Json;

/// What people write about records: read and written by who may read the record.
class NotesTest : public QObject {
    Q_OBJECT

    std::unique_ptr<testing::TestStack> m_stack;
    std::unique_ptr<testing::ServerProcess> m_server;
    std::unique_ptr<HttpClient> m_admin;
    std::unique_ptr<HttpClient> m_second;
    std::string m_dealer;  ///< path of one

    std::unique_ptr<HttpClient> signedIn(const std::string& tenant, const std::string& email,
                                         std::string_view password) {
        auto client = std::make_unique<HttpClient>(m_server->url());
        client->signIn(tenant, email, std::string(password));
        return client;
    }

    Json write(HttpClient& client, const std::string& body) {
        const HttpAnswer answer = client.post(m_dealer + "/notes", {{"body", body}}, testing::freshKey());
        if (answer.status != 201) {
            qFatal("%s", answer.text.c_str());
        }
        return answer.body;
    }

  private slots:
    void initTestCase() {
        m_stack = std::make_unique<testing::TestStack>(true);
        m_stack->makeTenant("elsewhere");
        m_stack->makeUser("elsewhere", "admin@elsewhere.local", "ADMIN");
        m_stack->makeUser("nextgen", "second@nextgen.local", "ADMIN");
        m_stack->makeUser("nextgen", "nobody@nextgen.local", "EMPTY_ROLE");
        m_server = std::make_unique<testing::ServerProcess>(*m_stack);
        m_admin = signedIn("nextgen", "admin@nextgen.local", "Admin123!");
        m_second = signedIn("nextgen", "second@nextgen.local", testing::TestStack::password);
        const auto accountant = signedIn("nextgen", "dealer@nextgen.local", "Dealer123!");
        m_dealer = "/api/v1/dealers/" +
                   accountant->get("/api/v1/dealers").body["items"].at(0)["id"].get<std::string>();
    }

    void notesAreListedNewestFirstWithTheirAuthors() {
        const Json first = write(*m_admin, "Asked for a guarantee.");
        const Json second = write(*m_second, "ضامن معرفی کرد.");
        const HttpAnswer answer = m_admin->get(m_dealer + "/notes");
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body["items"].at(0)["id"], second["id"]);
        QCOMPARE(answer.body["items"].at(0)["body"], "ضامن معرفی کرد.");
        QCOMPARE(answer.body["items"].at(1)["id"], first["id"]);
        QVERIFY(!answer.body["items"].at(1)["author_name"].get<std::string>().empty());
        // Of this record alone.
        const Json brand = m_admin->get("/api/v1/brands?limit=1").body["items"].at(0);
        QVERIFY(m_admin->get("/api/v1/brands/" + brand["id"].get<std::string>() + "/notes")
                    .body["items"]
                    .empty());
    }

    void everyKindThatCanHaveNotesHasThem_data() {
        QTest::addColumn<QString>("name");
        for (const api::Entity& entity : api::entities()) {
            if (api::hasNotes(entity)) {
                QTest::newRow(std::string(entity.name).c_str())
                    << QString::fromStdString(std::string(entity.name));
            }
        }
    }
    void everyKindThatCanHaveNotesHasThem() {
        QFETCH(QString, name);
        const std::string path = "/api/v1/" + name.toStdString();
        const Json records = m_admin->get(path + "?limit=1").body["items"];
        const std::string id = records.empty() ? "1" : records.at(0)["id"].get<std::string>();
        const int expected = records.empty() ? 404 : 201;
        QCOMPARE(m_admin->post(path + '/' + id + "/notes", {{"body", "x"}}, testing::freshKey()).status,
                 expected);
    }

    void sameRequestSentTwiceIsWrittenOnce() {
        const auto key = testing::freshKey();
        const HttpAnswer first = m_admin->post(m_dealer + "/notes", {{"body", "once"}}, key);
        const HttpAnswer again = m_admin->post(m_dealer + "/notes", {{"body", "once"}}, key);
        QCOMPARE(first.body["id"], again.body["id"]);
    }

    void whatIsNoNoteIsRefused_data() {
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("pointer");
        QTest::newRow("nothing") << "{}" << "/body";
        QTest::newRow("empty") << "{\"body\":\"\"}" << "/body";
        QTest::newRow("blanks") << "{\"body\":\" \\n \"}" << "/body";
        QTest::newRow("too long") << "{\"body\":\"" + QString(note::bodyLettersMax + 1, 'x') + "\"}"
                                  << "/body";
        QTest::newRow("another author") << "{\"body\":\"x\",\"author_id\":\"5\"}" << "/author_id";
        QTest::newRow("unknown") << "{\"body\":\"x\",\"colour\":\"red\"}" << "/colour";
    }
    void whatIsNoNoteIsRefused() {
        QFETCH(QString, body);
        QFETCH(QString, pointer);
        const HttpAnswer answer =
            m_admin->post(m_dealer + "/notes", Json::parse(body.toStdString()), testing::freshKey());
        QCOMPARE(answer.status, 422);
        QVERIFY2(answer.text.find('"' + pointer.toStdString() + '"') != std::string::npos,
                 answer.text.c_str());
    }

    void noteIsTakenBackByItsAuthorAloneAndTheAuditTrailKeepsIt() {
        const std::string id = write(*m_admin, "A slip of the pen")["id"].get<std::string>();
        const std::string path = m_dealer + "/notes/" + id;
        QCOMPARE(m_second->remove(path).status, 403);
        QCOMPARE(m_admin->remove(path).status, 204);
        QCOMPARE(m_admin->remove(path).status, 404);
        const auto trail = m_admin->get("/api/v1/audit_logs?limit=100");
        const bool isKept = std::ranges::any_of(trail.body["items"], [&](const Json& entry) {
            return entry["action"] == "delete" && entry.dump().find("A slip of the pen") != std::string::npos;
        });
        QVERIFY2(isKept, trail.text.c_str());
    }

    void oldNoteStays() {
        const std::string id = write(*m_admin, "Old")["id"].get<std::string>();
        m_stack->owner().script(
            "UPDATE app.record_notes SET created_at = created_at - interval '16 minutes' WHERE id = " + id);
        QCOMPARE(m_admin->remove(m_dealer + "/notes/" + id).status, 403);
        const auto answer = m_admin->get(m_dealer + "/notes");
        QVERIFY(std::ranges::any_of(answer.body["items"], [&](const Json& one) { return one["id"] == id; }));
    }

    void whoMayNotReadTheRecordReadsAndWritesNoNoteOfIt() {
        const auto powerless = signedIn("nextgen", "nobody@nextgen.local", testing::TestStack::password);
        const auto foreigner = signedIn("elsewhere", "admin@elsewhere.local", testing::TestStack::password);
        QCOMPARE(powerless->get(m_dealer + "/notes").status, 403);
        QCOMPARE(powerless->post(m_dealer + "/notes", {{"body", "x"}}, testing::freshKey()).status, 403);
        QCOMPARE(foreigner->get(m_dealer + "/notes").status, 404);
        QCOMPARE(foreigner->post(m_dealer + "/notes", {{"body", "x"}}, testing::freshKey()).status, 404);
        const std::string id = write(*m_admin, "Ours")["id"].get<std::string>();
        QCOMPARE(foreigner->remove(m_dealer + "/notes/" + id).status, 404);
    }

    void dealersPeopleWriteToTheirDealerAndReadTheirOwnNotesAlone() {
        write(*m_admin, "Pays late; ask for a guarantee.");
        const auto accountant = signedIn("nextgen", "dealer@nextgen.local", "Dealer123!");
        write(*accountant, "We paid today.");
        const HttpAnswer own = accountant->get(m_dealer + "/notes");
        QCOMPARE(own.body["items"].size(), std::size_t{1});
        QCOMPARE(own.body["items"].at(0)["body"], "We paid today.");
        QVERIFY(m_admin->get(m_dealer + "/notes").body["items"].size() >= 2);
        const HttpAnswer dealers = m_admin->get("/api/v1/dealers");
        for (const Json& dealer : dealers.body["items"]) {
            const std::string path = "/api/v1/dealers/" + dealer["id"].get<std::string>();
            QCOMPARE(accountant->get(path + "/notes").status, path == m_dealer ? 200 : 404);
        }
    }
};

QTEST_GUILESS_MAIN(NotesTest)
#include "notes_test.moc"
