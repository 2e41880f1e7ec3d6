#include "server/db/connection.h"
#include "server/db/error.h"
#include "tests/support/http_client.h"
#include "tests/support/test_stack.h"

#include <QtTest>
#include <fstream>

using namespace nextgen;
using embedded::Stack;

namespace fs = std::filesystem;

/// Starts, kills and restarts the real program with a stack of its own.
class StackTest : public QObject {
    Q_OBJECT

    static int serverOf(const fs::path& folder) {
        std::ifstream file(folder / "postgres" / "postmaster.pid");
        int pid = 0;
        file >> pid;
        return pid;
    }

  private slots:
    void dataSurvivesKills() {
        const testing::TestFolder folder;
        for (int round = 1; round <= 3; ++round) {
            testing::ServerProcess server(folder);
            QCOMPARE(testing::HttpClient(server.url()).get("/livez").status, 200);
            {
                Stack visit(folder.settings(), Stack::Use::Visit, "test");
                db::Connection owner({visit.databaseOwnerUrl()});
                owner.script("CREATE TABLE IF NOT EXISTS public.kept (round int)");
                owner.runText("INSERT INTO public.kept VALUES ($1)", {db::toSql(round)});
            }
            server.kill();
        }
        Stack stack(folder.settings(), Stack::Use::Serve, "test");
        db::Connection owner({stack.databaseOwnerUrl()});
        QCOMPARE(owner.script("SELECT FROM public.kept").size(), std::size_t(3));
        QVERIFY(embedded::redisAnswers(stack.redisUrl()));
    }

    void theDatabaseIsOfTheVersionWhoseProgramsWereChosen() {
        const testing::TestFolder folder;
        const Stack stack(folder.settings(), Stack::Use::Serve, "test");
        db::Connection owner({stack.databaseOwnerUrl()});
        const db::Row version =
            owner.script("SELECT current_setting('server_version_num')::int / 10000 AS major").one();
        QCOMPARE(std::to_string(version.get<int>("major")),
                 stack.postgresPrograms().parent_path().filename().string());
    }

    void aVersionThatIsNotThereIsNamed() {
        const testing::TestFolder folder;
        embedded::StackSettings settings = folder.settings();
        settings.postgresVersions = folder.path() / "nowhere";
        try {
            const Stack stack(settings, Stack::Use::Serve, "test");
            QFAIL("a cluster of no version has started");
        } catch (const embedded::StackProblem& problem) {
            QVERIFY2(std::string_view(problem.what()).find("nowhere") != std::string_view::npos,
                     problem.what());
        }
    }

    void nothingRunsOnAfterAKill() {
        const testing::TestFolder folder;
        testing::ServerProcess server(folder);
        const int postgres = serverOf(folder.path());
        QVERIFY(embedded::isAlive(postgres));
        server.kill();
        QVERIFY(embedded::waitForEnd(postgres, std::chrono::seconds(60)));
    }

    void aServerThatIsAskedToStopDoesSoCleanly() {
        const testing::TestFolder folder;
        testing::ServerProcess server(folder);
        const int postgres = serverOf(folder.path());
        QCOMPARE(server.stop(), 0);
        QVERIFY(!embedded::isAlive(postgres));
        QVERIFY(!fs::exists(folder.path() / "postgres" / "postmaster.pid"));
    }

    void oneFolderHasOneServer() {
        const testing::TestFolder folder;
        testing::ServerProcess server(folder);
        try {
            Stack second(folder.settings(), Stack::Use::Serve, "serve");
            QFAIL("a second one was let in");
        } catch (const embedded::StackProblem& problem) {
            QVERIFY(std::string(problem.what()).find("(serve)") != std::string::npos);
        }
    }

    void aProcessNumberThatIsNowAnothersIsNoObstacle() {
        const testing::TestFolder folder;
        std::ofstream(folder.path() / "postgres" / "postmaster.pid") << ::getpid() << "\n";
        Stack stack(folder.settings(), Stack::Use::Serve, "test");
        QVERIFY(stack.isRunning());
    }

    void aLongPathGetsShortSockets() {
        const testing::TestFolder base;
        const fs::path deep = base.path() / std::string(60, 'd') / std::string(60, 'e');
        const embedded::DataFolder folder(deep);
        QVERIFY(folder.sockets().native().size() < 90);
        QVERIFY(fs::exists(folder.sockets()));
        QVERIFY(folder.sockets() != embedded::DataFolder(base.path()).sockets());
        fs::remove(folder.sockets());
    }

    void postgresIsNeverRoots() {
        const testing::TestFolder folder;
        Stack stack(folder.settings(), Stack::Use::Serve, "test");
        QVERIFY(stack.folder().runner().uid != 0);
        std::ifstream status("/proc/" + std::to_string(serverOf(folder.path())) + "/status");
        const std::string text{std::istreambuf_iterator<char>(status), {}};
        const std::string uid = std::to_string(stack.folder().runner().uid);
        QVERIFY(text.find("Uid:\t" + uid + "\t" + uid + "\t" + uid + "\t" + uid) != std::string::npos);
    }

    void onlyNamedUsersMayConnectAndOnlyAsTheRolesOfTheProgram() {
        const testing::TestFolder folder;
        Stack stack(folder.settings(), Stack::Use::Serve, "test");
        const std::string url = embedded::EmbeddedPostgres::url(stack.folder(), "nextgen_definer", "nextgen");
        QVERIFY_EXCEPTION_THROWN(db::Connection({url}), db::Unavailable);
        db::Connection owner({stack.databaseOwnerUrl()});
        QCOMPARE(owner.script("SHOW listen_addresses").one().get<std::string>(std::size_t(0)), std::string());
    }
};

QTEST_GUILESS_MAIN(StackTest)
#include "stack_test.moc"
