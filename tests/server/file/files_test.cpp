#include "shared/file/file.h"

#include "shared/api/files.h"
#include "tests/support/http_client.h"
#include "tests/support/test_stack.h"

#include <QCryptographicHash>
#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <filesystem>
#include <memory>
#include <thread>

using namespace nextgen;
using testing::HttpAnswer;
using testing::HttpClient;
using testing::Json;

namespace fs = std::filesystem;

/// Files of records: read and added by who may read the record, kept in the store, gone from it when they are due.
class FilesTest : public QObject {
    Q_OBJECT

    std::unique_ptr<testing::TestStack> m_stack;
    QTemporaryDir m_store;
    std::unique_ptr<testing::ServerProcess> m_server;
    std::unique_ptr<HttpClient> m_admin;
    std::unique_ptr<HttpClient> m_clerk;  ///< staff without files.remove
    std::string m_dealer;                 ///< path of one

    const std::string m_pdf = "%PDF-1.7\nA guarantee\n";

    std::vector<std::string> settings() const {
        return {"limits.file_mib=1", "storage.folder=" + m_store.path().toStdString() + "/objects"};
    }

    std::unique_ptr<HttpClient> signedIn(const std::string& tenant, const std::string& email,
                                         std::string_view password) {
        auto client = std::make_unique<HttpClient>(m_server->url());
        client->signIn(tenant, email, std::string(password));
        return client;
    }

    HttpAnswer send(HttpClient& client, const std::string& path, const std::string& name,
                    const std::string& content) {
        return client.upload(path + "/files", name, content, {}, testing::freshKey());
    }

    Json attach(HttpClient& client, const std::string& name, const std::string& content) {
        const HttpAnswer answer = send(client, m_dealer, name, content);
        if (answer.status != 201) {
            qFatal("%s", answer.text.c_str());
        }
        return answer.body;
    }

    std::string pathOf(const Json& file) const {
        return m_dealer + "/files/" + file["id"].get<std::string>();
    }

    int filesInStore() const {
        const fs::path folder = m_store.path().toStdString() + "/objects";
        return fs::exists(folder) ? static_cast<int>(std::count_if(
                                        fs::recursive_directory_iterator(folder), {},
                                        [](const fs::directory_entry& entry) { return entry.is_regular_file(); }))
                                  : 0;
    }

    std::int64_t count(const std::string& sql) {
        return m_stack->owner().script("SELECT count(*) FROM app." + sql).one().get<std::int64_t>(0);
    }

    /// The upkeep sweeps when a server starts.
    void sweep() { const testing::ServerProcess another(*m_stack, settings()); }

    /// A record of its own for a test that fills one.
    std::string freshBrand(const std::string& slug) {
        return "/api/v1/brands/" + m_admin->post("/api/v1/brands", {{"slug", slug}, {"title_fa", slug}}, testing::freshKey())
                                       .body["id"]
                                       .get<std::string>();
    }

  private slots:
    void initTestCase() {
        m_stack = std::make_unique<testing::TestStack>(true);
        m_stack->makeTenant("elsewhere");
        m_stack->makeUser("elsewhere", "admin@elsewhere.local", "ADMIN");
        m_stack->makeUser("nextgen", "clerk@nextgen.local", "CLERK");
        m_stack->makeUser("nextgen", "nobody@nextgen.local", "EMPTY_ROLE");
        m_stack->owner().script(
            "INSERT INTO app.role_permissions (tenant_id, role, permission) SELECT id, 'CLERK', p FROM app.tenants, "
            "unnest(ARRAY['dealers.read', 'cheques.read']) p WHERE slug = 'nextgen'");
        m_server = std::make_unique<testing::ServerProcess>(*m_stack, settings());
        m_admin = signedIn("nextgen", "admin@nextgen.local", "Admin123!");
        m_clerk = signedIn("nextgen", "clerk@nextgen.local", testing::TestStack::password);
        const auto accountant = signedIn("nextgen", "dealer@nextgen.local", "Dealer123!");
        m_dealer = "/api/v1/dealers/" +
                   accountant->get("/api/v1/dealers").body["items"].at(0)["id"].get<std::string>();
    }

    void fileComesBackAsItWentIn() {
        const Json file = attach(*m_clerk, "ضمانت‌نامه.pdf", m_pdf);
        QCOMPARE(file["file_name"], "ضمانت‌نامه.pdf");
        QCOMPARE(file["media_type"], "application/pdf");
        QCOMPARE(file["size_bytes"], m_pdf.size());
        QCOMPARE(file["sha256"].get<std::string>(),
                 QCryptographicHash::hash(QByteArray::fromStdString(m_pdf), QCryptographicHash::Sha256)
                     .toHex()
                     .toStdString());
        const HttpAnswer list = m_admin->get(m_dealer + "/files");
        QCOMPARE(list.body["items"].at(0), file);
        const HttpAnswer bytes = m_admin->get(pathOf(file));
        QCOMPARE(bytes.status, 200);
        QCOMPARE(bytes.text, m_pdf);
        QCOMPARE(bytes.header("Content-Type"), std::string("application/pdf"));
        // As the client's library decodes it.
        QCOMPARE(bytes.header("Content-Disposition"), std::string("attachment; filename*=UTF-8''ضمانت‌نامه.pdf"));
        QCOMPARE(bytes.header("X-Content-Type-Options"), std::string("nosniff"));
    }

    void keysOfTheStoreTellTheTenantAndNothingElse() {
        attach(*m_admin, "secret-name.pdf", m_pdf);
        const fs::path folder = m_store.path().toStdString() + "/objects";
        const QRegularExpression form("^\\d+/[0-9a-f]{2}/[0-9a-f]{30}$");
        for (const auto& entry : fs::recursive_directory_iterator(folder)) {
            const QString key = QString::fromStdString(fs::relative(entry.path(), folder).string());
            QVERIFY2(!entry.is_regular_file() || form.match(key).hasMatch(), qPrintable(key));
        }
        QVERIFY(fs::exists(folder / m_stack->tenant("nextgen").toString()));
    }

    void everyKindThatCanHaveFilesHasThem_data() {
        QTest::addColumn<QString>("name");
        for (const api::FileOwner& owner : api::fileOwners()) {
            QTest::newRow(std::string(owner.name).c_str()) << QString::fromStdString(std::string(owner.name));
        }
    }
    void everyKindThatCanHaveFilesHasThem() {
        QFETCH(QString, name);
        const std::string path = "/api/v1/" + name.toStdString();
        const Json records = m_admin->get(path + "?limit=1").body["items"];
        const std::string id = records.empty() ? "1" : records.at(0)["id"].get<std::string>();
        QCOMPARE(send(*m_admin, path + '/' + id, "a.pdf", m_pdf).status, records.empty() ? 404 : 201);
        QCOMPARE(m_admin->get(path + '/' + id + "/files").status, records.empty() ? 404 : 200);
    }

    void sameUploadSentTwiceIsAttachedOnce() {
        const auto key = testing::freshKey();
        const int before = filesInStore();
        const HttpAnswer first = m_admin->upload(m_dealer + "/files", "once.pdf", m_pdf, {}, key);
        const HttpAnswer again = m_admin->upload(m_dealer + "/files", "once.pdf", m_pdf, {}, key);
        QCOMPARE(first.status, 201);
        QCOMPARE(again.body["id"], first.body["id"]);
        QCOMPARE(again.header("Idempotency-Replayed"), std::string("true"));
        QCOMPARE(filesInStore(), before + 1);
        QCOMPARE(m_admin->upload(m_dealer + "/files", "other.pdf", m_pdf, {}, key).code(),
                 std::string("idempotency_key_reused"));
        QCOMPARE(m_admin->upload(m_dealer + "/files", "a.pdf", m_pdf).code(), std::string("idempotency_key_required"));
    }

    void whatCannotBeAttachedIsRefusedAndLeavesNothing_data() {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        QTest::newRow("empty") << QByteArray() << 422 << "file_empty";
        QTest::newRow("a program under a name that is none") << QByteArray("MZ\x90\0\x03", 5) << 422 << "file_type_not_allowed";
        QTest::newRow("too large") << QByteArray("%PDF-") + QByteArray(1 << 20, 'x') << 413 << "file_too_large";
    }
    void whatCannotBeAttachedIsRefusedAndLeavesNothing() {
        QFETCH(QByteArray, content);
        const int before = filesInStore();
        const auto leftovers = count("storage_leftovers");
        const HttpAnswer answer = send(*m_admin, m_dealer, "picture.jpg", content.toStdString());
        QTEST(answer.status, "status");
        QTEST(QString::fromStdString(answer.code()), "code");
        QCOMPARE(filesInStore(), before);
        QCOMPARE(count("storage_leftovers"), leftovers);
    }

    void refusalIsInTheReadersLanguage() {
        const HttpAnswer answer =
            m_admin->upload(m_dealer + "/files", "a.exe", "MZ\x01", {},
                            {*testing::freshKey().begin(), {"Accept-Language", "fa"}});
        QVERIFY2(answer.text.find("این نوع فایل") != std::string::npos, answer.text.c_str());
    }

    void fileIsRemovedByItsSenderAndCanBeBroughtBack() {
        const Json file = attach(*m_clerk, "mine.pdf", m_pdf);
        QCOMPARE(m_clerk->remove(pathOf(file)).status, 204);
        QCOMPARE(m_clerk->remove(pathOf(file)).status, 404);
        QCOMPARE(m_clerk->get(pathOf(file)).status, 404);
        QVERIFY(m_clerk->get(m_dealer + "/files").text.find("mine.pdf") == std::string::npos);
        sweep();  // it is not due
        const HttpAnswer restored = m_clerk->post(pathOf(file) + "/restore");
        QCOMPARE(restored.status, 200);
        QCOMPARE(restored.body, file);
        QCOMPARE(m_clerk->get(pathOf(file)).text, m_pdf);
        // Again is harmless.
        QCOMPARE(m_clerk->post(pathOf(file) + "/restore").status, 200);
    }

    void fileOfAnotherPersonIsRemovedWithThePermissionAlone() {
        const Json file = attach(*m_admin, "of the admin.pdf", m_pdf);
        const HttpAnswer refused = m_clerk->remove(pathOf(file));
        QCOMPARE(refused.status, 403);
        QCOMPARE(refused.body["missing_permission"], "files.remove");
        QCOMPARE(m_clerk->get(pathOf(file)).status, 200);
        const Json clerks = attach(*m_clerk, "of the clerk.pdf", m_pdf);
        QCOMPARE(m_admin->remove(pathOf(clerks)).status, 204);
        QCOMPARE(m_clerk->post(pathOf(clerks) + "/restore").status, 200);
    }

    void removedFileLeavesTheStoreWhenItIsDueAndTheTrailKeepsIt() {
        const int before = filesInStore();
        const Json file = attach(*m_clerk, "swept.pdf", m_pdf);
        const std::string id = file["id"].get<std::string>();
        m_clerk->remove(pathOf(file));
        QCOMPARE(filesInStore(), before + 1);
        m_stack->owner().script("UPDATE app.storage_leftovers SET due_at = now() - interval '1 second' WHERE storage_key = "
                                "(SELECT storage_key FROM app.record_files WHERE id = " + id + ")");
        QCOMPARE(m_clerk->post(pathOf(file) + "/restore").code(), std::string("file_gone"));
        {
            const testing::ServerProcess another(*m_stack, settings());
            QTRY_COMPARE_WITH_TIMEOUT(filesInStore(), before, 30'000);
        }
        QCOMPARE(count("storage_leftovers WHERE due_at < now()"), 0);
        QCOMPARE(count("record_files WHERE removed_by IS NOT NULL AND removed_at IS NOT NULL AND id = " + id), 1);
        const auto trail = m_admin->get("/api/v1/audit_logs?limit=100");
        QVERIFY(std::ranges::any_of(trail.body["items"], [&](const Json& entry) {
            return entry["table_name"] == "record_files" && entry["action"] == "update" && entry.dump().find(id) != std::string::npos;
        }));
    }

    void uploadThatBrokeOffLeavesNoOrphan() {
        // As a server leaves it that was killed between the store and its commit.
        const fs::path object = fs::path(m_store.path().toStdString()) / "objects" /
                                m_stack->tenant("nextgen").toString() / "ab" / "orphan";
        fs::create_directories(object.parent_path());
        std::ofstream(object) << "x";
        m_stack->owner().script(
            "INSERT INTO app.storage_leftovers (tenant_id, storage_key, left_by, due_at) SELECT u.tenant_id, u.tenant_id || "
            "'/ab/orphan', u.id, now() - interval '1 second' FROM app.users u WHERE u.email = 'admin@nextgen.local'");
        const testing::ServerProcess another(*m_stack, settings());
        QTRY_VERIFY_WITH_TIMEOUT(!fs::exists(object), 30'000);
        QTRY_COMPARE(count("storage_leftovers WHERE storage_key LIKE '%orphan'"), 0);
    }

    void storeThatIsAwayIsSaidAndTheUploadCanBeTriedAgain() {
        const Json file = attach(*m_admin, "there.pdf", m_pdf);
        const fs::path folder = m_store.path().toStdString() + "/objects";
        const fs::path away = m_store.path().toStdString() + "/away";
        fs::rename(folder, away);
        std::ofstream(folder) << "not a folder";
        const auto key = testing::freshKey();
        const HttpAnswer refused = m_admin->upload(m_dealer + "/files", "later.pdf", m_pdf, {}, key);
        QCOMPARE(refused.status, 503);
        QCOMPARE(refused.code(), std::string("storage_unavailable"));
        QVERIFY(!refused.header("Retry-After").empty());
        QCOMPARE(m_admin->get(pathOf(file)).code(), std::string("storage_unavailable"));
        fs::remove(folder);
        fs::rename(away, folder);
        QCOMPARE(m_admin->upload(m_dealer + "/files", "later.pdf", m_pdf, {}, key).status, 201);
        QCOMPARE(m_admin->get(pathOf(file)).status, 200);
    }

    void recordTakesSoManyFilesAndNoMoreEvenAtOnce() {
        const std::string brand = freshBrand("many-files");
        for (int i = 0; i < file::filesMax - 1; ++i) {
            QCOMPARE(send(*m_admin, brand, "a.txt", "x").status, 201);
        }
        std::vector<int> statuses(4);
        std::vector<std::thread> senders;
        for (int& status : statuses) {
            senders.emplace_back([this, &brand, &status] {
                HttpClient client(m_server->url());
                client.setToken(m_admin->token());
                status = send(client, brand, "b.txt", "x").status;
            });
        }
        for (std::thread& sender : senders) {
            sender.join();
        }
        QCOMPARE(std::ranges::count(statuses, 201), 1);
        QCOMPARE(std::ranges::count(statuses, 409), 3);
        QCOMPARE(send(*m_admin, brand, "c.txt", "x").code(), std::string("too_many_files"));
    }

    void recordTakesSoManyBytesAndNoMore() {
        const std::string brand = freshBrand("large-files");
        QCOMPARE(send(*m_admin, brand, "a.txt", "x").status, 201);
        m_stack->owner().script("UPDATE app.record_files SET size_bytes = " + std::to_string(file::bytesMax) +
                                " WHERE entity = 'brands' AND record_id = " + brand.substr(brand.rfind('/') + 1));
        QCOMPARE(send(*m_admin, brand, "b.txt", "x").code(), std::string("files_too_large"));
    }

    void whoMayNotReadTheRecordReadsAndAddsNoFileOfIt() {
        const auto powerless = signedIn("nextgen", "nobody@nextgen.local", testing::TestStack::password);
        const auto foreigner = signedIn("elsewhere", "admin@elsewhere.local", testing::TestStack::password);
        const Json file = attach(*m_admin, "ours.pdf", m_pdf);
        QCOMPARE(powerless->get(m_dealer + "/files").status, 403);
        QCOMPARE(powerless->get(pathOf(file)).status, 403);
        QCOMPARE(send(*powerless, m_dealer, "a.pdf", m_pdf).status, 403);
        QCOMPARE(foreigner->get(m_dealer + "/files").status, 404);
        QCOMPARE(foreigner->get(pathOf(file)).status, 404);
        QCOMPARE(send(*foreigner, m_dealer, "a.pdf", m_pdf).status, 404);
        QCOMPARE(foreigner->remove(pathOf(file)).status, 404);
        QCOMPARE(foreigner->post(pathOf(file) + "/restore").status, 404);
        // Nor by way of a record that one may read.
        QCOMPARE(m_admin->get(freshBrand("not-its-owner") + "/files/" + file["id"].get<std::string>()).status, 404);
    }

    void dealersPeopleSeeTheirOwnFilesAlone() {
        const Json staffs = attach(*m_admin, "credit report.pdf", m_pdf);
        const auto accountant = signedIn("nextgen", "dealer@nextgen.local", "Dealer123!");
        const Json own = attach(*accountant, "deed.pdf", m_pdf);
        const Json listed = accountant->get(m_dealer + "/files").body["items"];
        QCOMPARE(listed.size(), std::size_t{1});
        QCOMPARE(listed.at(0)["id"], own["id"]);
        QCOMPARE(accountant->get(pathOf(staffs)).status, 404);
        QCOMPARE(accountant->remove(pathOf(staffs)).status, 404);
        QVERIFY(m_admin->get(m_dealer + "/files").text.find("deed.pdf") != std::string::npos);
        QCOMPARE(accountant->remove(pathOf(own)).status, 204);
    }

    void othersAreToldThatTheFilesOfARecordChanged() {
        const std::string dealer = m_dealer.substr(m_dealer.rfind('/') + 1);
        const auto accountant = signedIn("nextgen", "dealer@nextgen.local", "Dealer123!");
        const auto ask = [](HttpClient& client, const std::string& cursor) {
            return client.get("/api/v1/changes" + (cursor.empty() ? cursor : "?since=" + cursor)).body;
        };
        const std::string cursor = ask(*m_admin, {})["cursor"];
        const std::string outside = ask(*accountant, {})["cursor"];
        const Json file = attach(*m_clerk, "told.pdf", m_pdf);
        const auto isTold = [&](const Json& news) {
            return std::ranges::any_of(news["items"], [&](const Json& one) {
                return one["entity"] == "dealers.files" && one["id"] == dealer && !one["is_removed"].get<bool>();
            });
        };
        QTRY_VERIFY_WITH_TIMEOUT(isTold(ask(*m_admin, cursor)), 10'000);
        QVERIFY(!isTold(ask(*accountant, outside)));
        const std::string then = ask(*m_admin, cursor)["cursor"];
        m_clerk->remove(pathOf(file));
        QTRY_VERIFY_WITH_TIMEOUT(isTold(ask(*m_admin, then)), 10'000);
    }

    void whoHadAFileIsInTheTrail() {
        const Json file = attach(*m_admin, "given.pdf", m_pdf);
        m_clerk->get(pathOf(file));
        QTRY_VERIFY(m_admin->get("/api/v1/audit_logs?limit=50").text.find("dealers.download_file") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(FilesTest)
#include "files_test.moc"
