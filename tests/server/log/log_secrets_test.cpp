#include "tests/support/http_client.h"
#include "tests/support/test_stack.h"

#include <QtTest>
#include <filesystem>
#include <fstream>

using namespace nextgen;
using testing::HttpAnswer;
using testing::HttpClient;
using testing::Json;

/// A day's work with secrets on the real server, right and wrong, and then every line that it wrote
/// meanwhile: of the server, its PostgreSQL and its Redis, on disk and on the terminal.
class LogSecretsTest : public QObject {
    Q_OBJECT

    static std::string contentOf(const std::filesystem::path& path) {
        std::ifstream file(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }

    static std::string fileOf(const std::string& name) {
        return contentOf(std::filesystem::path(NEXTGEN_TEST_DATA) / "cheques" / name);
    }

  private slots:
    void noSecretReachesALogOrAnError() {
        const std::vector<std::string> secrets{"0012345679",
                                               "۰۰۱۲۳۴۵۶۷۹",
                                               "10380284790",
                                               "IR062960000000100324200001",
                                               "6219861034529007",
                                               "09121234567",
                                               "+989121234567",
                                               "Admin123!",
                                               "correct horse battery",
                                               "314159",
                                               "0012345687",
                                               "062960000000100324200001"};
        const testing::TestFolder folder;
        std::string answers;
        std::string token;
        {
            testing::ServerProcess server(folder, {"log.level=debug"});
            HttpClient admin(server.url());
            const auto keep = [&](const HttpAnswer& answer) {
                if (answer.status >= 400) {
                    answers += answer.text + '\n';
                }
                return answer;
            };
            keep(admin.signIn("nextgen", "admin@nextgen.local", "correct horse battery"));
            keep(admin.post("/api/v1/auth/login", {{"tenant", "nextgen"},
                                                   {"email", "admin@nextgen.local"},
                                                   {"password", "Admin123!"},
                                                   {"pasword", "correct horse battery"},
                                                   {"totp", "314159"}}));
            QCOMPARE(admin.signIn("nextgen", "admin@nextgen.local", "Admin123!").status, 200);
            token = admin.token();
            const Json vendor{
                {"code", "L1"}, {"slug", "l1"}, {"title_fa", "فروشنده"}, {"national_id", "10380284790"}};
            QCOMPARE(admin.post("/api/v1/vendors", vendor).status, 201);
            keep(admin.post("/api/v1/vendors", vendor));  // is there already
            Json wrong = vendor;
            wrong["slug"] = "0012345679";
            wrong["code"] = "09121234567";
            wrong["national_id"] = "0012345687 6219861034529007";
            wrong["mobile"] = "+989121234567 or 09121234567";
            keep(admin.post("/api/v1/vendors", wrong));
            keep(admin.get("/api/v1/vendors/0012345679"));
            keep(admin.get("/api/v1/vendors?national_id=0012345679"));
            keep(admin.get("/api/v1/vendors?nonsense=6219861034529007"));
            keep(admin.get("/api/v1/users?mobile=09121234567&sort=0012345679"));
            keep(admin.post("/api/v1/users", {{"email", "x@nextgen.local"},
                                              {"display_name", "کسی"},
                                              {"mobile", "09121234567"},
                                              {"national_id", "۰۰۱۲۳۴۵۶۷۹"}}));
            keep(admin.get("/api/v1/search?q=0012345679"));
            HttpClient stranger(server.url());
            stranger.setToken(token + "x");
            keep(stranger.get("/api/v1/auth/me"));
            keep(admin.upload("/api/v1/cheque_imports", "IR062960000000100324200001.csv",
                              "کد ملی,شبا\n0012345679,IR062960000000100324200001\n", {},
                              testing::freshKey()));
            const std::string dealer = admin.get("/api/v1/dealers").body["items"][0]["id"];
            const HttpAnswer staged =
                admin.upload("/api/v1/cheque_imports", "messy.xlsx", fileOf("messy.xlsx"),
                             {{"dealer_id", dealer}}, testing::freshKey());
            QVERIFY2(staged.status == 201 || staged.status == 202, staged.text.c_str());
            const std::string id = staged.body["id"];
            keep(admin.patch(
                "/api/v1/cheque_imports/" + id + "/rows/4",
                {{"drawer_national_id", "0012345687"}, {"drawer_iban", "IR062960000000100324200001"}},
                {{"If-Match", "\"1\""}}));
            keep(admin.post("/api/v1/cheque_imports/" + id + "/commit", {{"rows", "0012345679"}},
                            testing::freshKey()));
            QCOMPARE(server.stop(), 0);
        }
        std::string written;
        int files = 0;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.path() / "log")) {
            if (entry.is_regular_file()) {
                written += contentOf(entry.path());
                ++files;
            }
        }
        written += contentOf(folder.path() / "server.out");
        QVERIFY(files >= 2);
        QVERIFY(written.find("GET /api/v1/vendors") != std::string::npos);
        for (const std::string& secret : secrets) {
            const std::size_t at = written.find(secret);
            QVERIFY2(at == std::string::npos,
                     written.substr(at == std::string::npos || at < 100 ? 0 : at - 100, 250).c_str());
            const std::size_t told = answers.find(secret);
            QVERIFY2(told == std::string::npos,
                     answers.substr(told == std::string::npos || told < 100 ? 0 : told - 100, 250).c_str());
        }
        QVERIFY(written.find(token) == std::string::npos);
        QVERIFY(answers.find(token) == std::string::npos);
    }
};

QTEST_GUILESS_MAIN(LogSecretsTest)
#include "log_secrets_test.moc"
