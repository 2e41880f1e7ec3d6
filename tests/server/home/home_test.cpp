#include "shared/home/home.h"

#include "shared/api/endpoint.h"
#include "tests/support/http_client.h"
#include "tests/support/test_stack.h"

#include <QtTest>
#include <memory>

using namespace nextgen;
using testing::HttpAnswer;
using testing::HttpClient;
using testing::Json;

/// The first page's numbers are those of the lists behind them, for everybody who may read them.
class HomeTest : public QObject {
    Q_OBJECT

    std::unique_ptr<testing::TestStack> m_stack;
    std::unique_ptr<testing::ServerProcess> m_server;

    HttpClient signedIn(const QString& who) const {
        static const std::map<std::string, std::string> passwords{{"admin", "Admin123!"},
                                                                  {"dealer", "Dealer123!"},
                                                                  {"vendor", "Vendor123!"},
                                                                  {"executor", "Executor123!"},
                                                                  {"customer", "Customer123!"}};
        HttpClient client(m_server->url());
        const std::string name = who.toStdString();
        const auto demo = passwords.find(name);
        client.signIn("nextgen", name + "@nextgen.local",
                      demo != passwords.end() ? demo->second : std::string(testing::TestStack::password));
        return client;
    }

    static Json homeOf(HttpClient& client) {
        return client.get("/api/v1/home", {{"Cache-Control", "no-cache"}}).body;
    }

    static QStringList namesIn(const Json& parts) {
        QStringList names;
        for (const Json& part : parts) {
            names << QString::fromStdString(part["name"].get<std::string>());
        }
        return names;
    }

    /// What the list behind a number counts, and what its amounts add up to.
    static std::pair<std::int64_t, std::int64_t> counted(HttpClient& client, const Json& part,
                                                         const std::string& amount) {
        const std::string path =
            "/api/v1/" + part["list"].get<std::string>() + '?' + part["query"].get<std::string>();
        const HttpAnswer all = client.get(path + "&count=exact&limit=200");
        if (all.status != 200) {
            qWarning("%s: %s", path.c_str(), all.text.c_str());
            return {-1, -1};
        }
        std::int64_t sum = 0;
        for (const Json& item : all.body["items"]) {
            sum += amount.empty() ? 0 : item[amount].get<std::int64_t>();
        }
        return {all.body["estimated_total"].get<std::int64_t>(), sum};
    }

    static void addEverybody() {
        QTest::addColumn<QString>("who");
        for (const char* who : {"admin", "dealer", "vendor", "executor", "customer", "cashier"}) {
            QTest::newRow(who) << who;
        }
    }

    /// One cheque overdue, two this week, one in each of the weeks that follow, one bounced.
    void arrangeCheques() {
        HttpClient admin = signedIn(QStringLiteral("admin"));
        const std::string dealer =
            admin.get("/api/v1/dealers?limit=1").body["items"].at(0)["id"].get<std::string>();
        const Date today = Instant(QDateTime::currentMSecsSinceEpoch() * 1000).dateAt(tehranOffsetMinutes);
        const Date week = home::weekOf(today);
        int serial = 1000;
        std::string last;
        for (const Date day : {today.plusDays(-40), week, week.plusDays(6), week.plusDays(7),
                               week.plusDays(20), week.plusDays(55), week.plusDays(56), today.plusDays(-1)}) {
            const HttpAnswer made = admin.post("/api/v1/cheques",
                                               {{"dealer_id", dealer},
                                                {"amount", 1'000'000 + serial},
                                                {"due_on", day.toString()},
                                                {"bank_code", "012"},
                                                {"series", "12"},
                                                {"serial", std::to_string(++serial)},
                                                {"drawer_name", "Somebody"}},
                                               testing::freshKey());
            QVERIFY2(made.status == 201, made.text.c_str());
            last = made.body["id"].get<std::string>();
        }
        QCOMPARE(admin.post("/api/v1/cheques/" + last + "/deposit").status, 200);
        QCOMPARE(admin.post("/api/v1/cheques/" + last + "/bounce").status, 200);
        // Beyond the limit, so that there is a dealer to look at.
        m_stack->owner().script("UPDATE app.dealer_profiles SET credit_limit = 1000000");
        m_stack->owner().script("SELECT app.refresh_statistics()");
    }

  private slots:
    void initTestCase() {
        m_stack = std::make_unique<testing::TestStack>(true);
        m_stack->makeTenant("empty");
        m_stack->makeUser("empty", "admin@empty.local", "ADMIN");
        m_stack->makeUser("nextgen", "nobody@nextgen.local", "EMPTY_ROLE");
        m_stack->makeUser("nextgen", "cashier@nextgen.local", "CASHIER");
        m_stack->owner().script(
            "INSERT INTO app.role_permissions (tenant_id, role, permission) "
            "SELECT id, 'CASHIER', p FROM app.tenants, unnest(ARRAY['cheques.read', 'credit.read']) p "
            "WHERE slug = 'nextgen'");
        m_server = std::make_unique<testing::ServerProcess>(
            *m_stack, std::vector<std::string>{"limits.requests_per_minute=0"});
        arrangeCheques();
    }

    void everyNumberIsWhatItsListCounts_data() { addEverybody(); }
    void everyNumberIsWhatItsListCounts() {
        QFETCH(QString, who);
        HttpClient client = signedIn(who);
        const Json answer = homeOf(client);
        QVERIFY(!answer["figures"].empty() || who == QLatin1String("customer"));
        for (const Json& figure : answer["figures"]) {
            const home::Figure* line = home::findFigure(figure["name"].get<std::string>());
            QVERIFY(line != nullptr);
            QVERIFY2(figure["code"].is_null(), figure.dump().c_str());
            const auto [count, sum] = counted(client, figure, std::string(line->amount));
            QVERIFY2(figure["count"] == count, figure.dump().c_str());
            if (!line->amount.empty()) {
                QVERIFY2(figure["amount"] == sum, figure.dump().c_str());
            }
        }
    }

    void everyBarIsWhatItsListCounts_data() { addEverybody(); }
    void everyBarIsWhatItsListCounts() {
        QFETCH(QString, who);
        HttpClient client = signedIn(who);
        for (const Json& chart : homeOf(client)["charts"]) {
            const home::Chart* line = home::findChart(chart["name"].get<std::string>());
            QVERIFY(line != nullptr);
            QVERIFY2(chart["code"].is_null(), chart.dump().c_str());
            for (const Json& bar : chart["bars"]) {
                const bool isWhole = bar["list"] == "dealer_exposures";
                const auto [count, sum] =
                    counted(client, bar, isWhole ? "exposure" : std::string(line->amount));
                QVERIFY2(bar["count"].is_null() || bar["count"] == count, bar.dump().c_str());
                // The parts that are no documents yet lead to the dealer, whose exposure they are in.
                if (bar["part"].is_null() || !isWhole) {
                    QVERIFY2(bar["amount"] == sum, bar.dump().c_str());
                }
            }
        }
    }

    void chequesAreCountedByTheWeekTheyAreDue() {
        HttpClient admin = signedIn(QStringLiteral("admin"));
        const Json answer = homeOf(admin);
        const auto chart = std::ranges::find_if(
            answer["charts"], [](const Json& one) { return one["name"] == "cheques_by_week"; });
        QVERIFY(chart != answer["charts"].end());
        const Json& bars = (*chart)["bars"];
        QCOMPARE(bars.size(), std::size_t(home::weeksShown));
        std::vector<int> counts;
        for (const Json& bar : bars) {
            counts.push_back(bar["count"].get<int>());
        }
        // Those of the demo tenant come on top.
        for (const auto& [week, atLeast] : {std::pair{0, 2}, {1, 1}, {2, 1}, {7, 1}}) {
            QVERIFY2(counts.at(static_cast<std::size_t>(week)) >= atLeast, chart->dump().c_str());
        }
    }

    void aWeekBeginsOnSaturday_data() {
        QTest::addColumn<QString>("day");
        QTest::addColumn<QString>("week");
        QTest::newRow("a Saturday") << "2026-11-21" << "2026-11-21";
        QTest::newRow("a Monday") << "2026-11-23" << "2026-11-21";
        QTest::newRow("a Friday") << "2026-11-27" << "2026-11-21";
        QTest::newRow("before 1970") << "1969-12-31" << "1969-12-27";
    }
    void aWeekBeginsOnSaturday() {
        QFETCH(QString, day);
        QFETCH(QString, week);
        const Date began = home::weekOf(*Date::parse(day.toStdString()));
        QCOMPARE(QString::fromStdString(began.toString()), week);
    }

    void everybodySeesTheNumbersOfTheirWork_data() {
        QTest::addColumn<QString>("who");
        QTest::addColumn<QStringList>("figures");
        QTest::addColumn<QStringList>("charts");
        const QStringList cheques{"cheques_due_this_week", "cheques_overdue", "cheques_bounced"};
        QTest::newRow("a dealer's accountant")
            << "dealer" << cheques + QStringList{"imports_to_post", "orders_in_work",     "invoices_open",
                                                 "payments_failed", "products_in_review", "claims_open"}
            << QStringList{"cheques_by_week", "exposure_by_part"};
        QTest::newRow("credit staff") << "cashier" << cheques + QStringList{"dealers_near_limit"}
                                      << QStringList{"cheques_by_week", "largest_exposures"};
        QTest::newRow("an executor") << "executor" << QStringList{"projects_open", "projects_in_work"}
                                     << QStringList{};
        QTest::newRow("nobody in particular") << "nobody" << QStringList{} << QStringList{};
    }
    void everybodySeesTheNumbersOfTheirWork() {
        QFETCH(QString, who);
        QFETCH(QStringList, figures);
        QFETCH(QStringList, charts);
        HttpClient client = signedIn(who);
        const Json answer = homeOf(client);
        QCOMPARE(namesIn(answer["figures"]), figures);
        QCOMPARE(namesIn(answer["charts"]), charts);
    }

    void anAdministratorSeesEverythingButADealersOwn() {
        HttpClient admin = signedIn(QStringLiteral("admin"));
        const Json answer = homeOf(admin);
        QCOMPARE(answer["figures"].size(), home::figures().size());
        QCOMPARE(answer["charts"].size(), home::charts().size() - 1);
    }

    void aNewTenantCountsNothing() {
        HttpClient client(m_server->url());
        client.signIn("empty", "admin@empty.local", std::string(testing::TestStack::password));
        const Json answer = homeOf(client);
        QVERIFY(!answer["figures"].empty());
        for (const Json& figure : answer["figures"]) {
            QVERIFY2(figure["count"] == 0, figure.dump().c_str());
        }
    }

    void whoIsNotSignedInIsToldNothing() {
        HttpClient stranger(m_server->url());
        QCOMPARE(stranger.get("/api/v1/home").status, 401);
    }

    void whatWasCountedJustNowIsNotCountedAgain() {
        HttpClient dealer = signedIn(QStringLiteral("dealer"));
        const Json first = homeOf(dealer);
        const Json second = dealer.get("/api/v1/home").body;
        // Of the very moment when it was counted; within the few seconds of the cache, so no other time is
        // compared.
        QVERIFY(second["as_of"] >= first["as_of"]);
        // Somebody with other rights is never answered by it.
        HttpClient cashier = signedIn(QStringLiteral("cashier"));
        QVERIFY(namesIn(cashier.get("/api/v1/home").body["figures"]) != namesIn(first["figures"]));
    }
};

QTEST_GUILESS_MAIN(HomeTest)
#include "home_test.moc"
