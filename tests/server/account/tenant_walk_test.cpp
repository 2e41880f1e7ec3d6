#include "shared/api/endpoint.h"
#include "shared/api/entity.h"
#include "tests/support/http_client.h"
#include "tests/support/test_stack.h"

#include <QRegularExpression>
#include <QtTest>
#include <map>
#include <set>

using namespace nextgen;
using testing::HttpAnswer;
using testing::HttpClient;
using testing::Json;

/// Every call of the endpoint table, by every built-in role of one tenant, at the records of another: nothing
/// is told, nothing is changed, and not even that they are there shows. The other tenant's administrator
/// asks in between, so that connections of the pool are handed from one tenant to the other all the time.
class TenantWalkTest : public QObject {
    Q_OBJECT

    std::unique_ptr<testing::TestStack> m_stack;
    std::unique_ptr<testing::ServerProcess> m_server;
    std::map<std::string, HttpClient> m_people;             ///< of bazaar, by role
    std::unique_ptr<HttpClient> m_owner;                    ///< of nextgen, whose records are walked
    std::map<std::string, std::vector<std::string>> m_ids;  ///< of nextgen's rows, by table
    std::set<std::string> m_allIds;
    std::string m_before;

    static constexpr std::size_t idLength = 15;  ///< of those that next_id() makes

    /// Everything of the tenant, in one number.
    std::string fingerprint() {
        std::string sum;
        for (const auto& [table, ids] : m_ids) {
            sum += table + ' ' +
                   m_stack->owner()
                       .script("SELECT coalesce(md5(string_agg(t::text, '|' ORDER BY id)), '') FROM app." +
                               table + " t WHERE tenant_id = " + m_stack->tenant("nextgen").toString())
                       .one()
                       .get<std::string>(0) +
                   '\n';
        }
        return sum;
    }

    const std::vector<std::string>& idsOf(const std::string& table) const {
        static const std::vector<std::string> none;
        const auto found = m_ids.find(table);
        return found == m_ids.end() ? none : found->second;
    }

    /// Which table a call's {id} is of.
    static std::string tableOf(const api::Endpoint& line) {
        const std::string first =
            QString::fromStdString(std::string(line.path)).section('/', 1, 1).toStdString();
        if (const api::Entity* entity = api::findEntity(first)) {
            return std::string(entity->table);
        }
        return first == "auth" ? "sessions" : first;
    }

    HttpAnswer call(HttpClient& client, const api::Endpoint& line, const std::string& path,
                    const Json& body) {
        switch (line.method) {
            case api::Method::Get:
                return client.get(path);
            case api::Method::Post:
                return line.body == api::Body::Upload
                           ? client.upload(path, "a.csv", "x", {}, testing::freshKey())
                           : client.post(path, body, testing::freshKey());
            case api::Method::Patch:
                return client.patch(path, body, {{"If-Match", "\"1\""}});
            case api::Method::Delete:
                return client.remove(path, {{"If-Match", "\"1\""}});
        }
        return {};
    }

    /// A body that names the other tenant's records wherever a record can be named.
    Json foreignBody(const api::Endpoint& line) {
        Json body = Json::object();
        const api::Entity* entity = api::findEntity(std::string(line.request));
        if (line.operation.ends_with(".edit_many")) {
            const auto& ids = idsOf(tableOf(line));
            return {{"changes", Json::array({{{"id", ids.empty() ? "1" : ids[0]},
                                              {"version", 1},
                                              {"values", {{"is_active", false}}}}})}};
        }
        if (entity == nullptr) {
            return {{"ids", m_ids["cheques"]}, {"move", "void"}, {"note", "x"}, {"field", "national_id"}};
        }
        for (const describe::FieldInfo& field : entity->fields) {
            if (field.has(describe::Key | describe::ReadOnly) ||
                (line.method == api::Method::Patch && field.has(describe::Fixed))) {
                continue;
            }
            const std::string name(field.name);
            if (!field.refersTo.empty()) {
                const auto& ids = idsOf(std::string(api::referredTable(field.refersTo).table));
                if (!ids.empty()) {
                    body[name] = ids[0];
                }
            } else if (field.has(describe::Required) && field.kind == describe::Kind::Text) {
                body[name] = "x";
            } else if (field.has(describe::Required) && field.kind == describe::Kind::Choice) {
                body[name] = field.choices[0].name;
            } else if (field.has(describe::Required) &&
                       (field.kind == describe::Kind::Money || field.kind == describe::Kind::Integer)) {
                body[name] = 1;
            }
        }
        return body;
    }

    QString leakIn(const HttpAnswer& answer) {
        static const QRegularExpression digits("\\d{15,19}");
        auto found = digits.globalMatch(QString::fromStdString(answer.text));
        while (found.hasNext()) {
            const std::string id = found.next().captured().toStdString();
            if (m_allIds.contains(id)) {
                return QString::fromStdString(id);
            }
        }
        return {};
    }

  private slots:
    void initTestCase() {
        m_stack = std::make_unique<testing::TestStack>(true);
        m_stack->makeTenant("bazaar");
        m_stack->owner().script(
            "INSERT INTO app.dealer_profiles (tenant_id, code, company_name, tier) SELECT id, 'D1', 'd', "
            "'GOLD' FROM "
            "app.tenants WHERE slug = 'bazaar'");
        m_server = std::make_unique<testing::ServerProcess>(*m_stack);
        for (const char* role : {"SUPER_ADMIN", "ADMIN", "VENDOR", "DEALER", "EXECUTOR", "CUSTOMER"}) {
            const std::string email = QString(role).toLower().toStdString() + "@x.ir";
            m_stack->makeUser("bazaar", email, role, std::string_view(role) == "DEALER" ? "D1" : "");
            HttpClient& client = m_people.emplace(role, HttpClient(m_server->url())).first->second;
            QCOMPARE(client.signIn("bazaar", email, std::string(testing::TestStack::password)).status, 200);
        }
        m_owner = std::make_unique<HttpClient>(m_server->url());
        QCOMPARE(m_owner->signIn("nextgen", "admin@nextgen.local", "Admin123!").status, 200);
        const std::string cheque = m_owner->get("/api/v1/dealers").body["items"][0]["id"];
        QCOMPARE(m_owner
                     ->post("/api/v1/cheques",
                            {{"dealer_id", cheque},
                             {"sayad_id", "1234567890123456"},
                             {"amount", 1000},
                             {"due_on", "2027-01-01"}},
                            testing::freshKey())
                     .status,
                 201);
        m_stack->owner().script(
            "UPDATE app.sessions SET fresh_until = now() + interval '1 hour', idle_seconds = 86400");
        for (const db::Row row :
             m_stack->owner().script("SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = "
                                     "c.oid AND a.attname = 'tenant_id' "
                                     "WHERE c.relnamespace = 'app'::regnamespace AND c.relkind IN ('r', 'p') "
                                     "AND NOT c.relispartition "
                                     "AND c.relname NOT IN ('sessions', 'order_idempotencies')")) {
            m_ids[row.get<std::string>(0)];
        }
        for (auto& [table, ids] : m_ids) {
            for (const db::Row row :
                 m_stack->owner().script("SELECT id FROM app." + table + " WHERE tenant_id = " +
                                         m_stack->tenant("nextgen").toString() + " ORDER BY id")) {
                const auto id = row.get<std::string>(0);
                ids.push_back(id);
                if (id.size() >= idLength) {
                    m_allIds.insert(id);
                }
            }
        }
        QVERIFY(m_ids["cheques"].size() == 1 && m_ids["products"].size() >= 11 && m_allIds.size() > 100);
        m_before = fingerprint();
    }

    void nothingOfAnotherTenantIsThere_data() {
        QTest::addColumn<QString>("operation");
        for (const api::Endpoint& line : api::endpoints()) {
            // What ends the walker's own session is walked by other tests.
            if (line.access != api::Access::Public && line.operation != "auth.logout" &&
                line.operation != "auth.revoke_others") {
                QTest::newRow(std::string(line.operation).c_str())
                    << QString::fromStdString(std::string(line.operation));
            }
        }
    }
    void nothingOfAnotherTenantIsThere() {
        QFETCH(QString, operation);
        const api::Endpoint& line = api::endpoint(operation.toStdString());
        const auto& ids = idsOf(tableOf(line));
        const std::string id = ids.empty() ? m_ids["cheques"][0] : ids.front();
        const bool isOfOne = line.path.find('{') != std::string_view::npos;
        QString path = "/api/v1" + QString::fromStdString(std::string(line.path));
        path.replace("{id}", QString::fromStdString(id)).replace("{part}", "cheques_on_hand");
        path.replace(QRegularExpression("\\{\\w+\\}"), "1");
        if (operation == "search") {
            path += "?q=a";
        } else if (operation == "credit.statement") {
            path += "?from=2026-01-01&to=2027-01-01";
        }
        const Json body = line.body == api::Body::None ? Json::object() : foreignBody(line);
        for (auto& [role, client] : m_people) {
            if (line.method == api::Method::Get) {
                m_owner->get(path.toStdString());  // the connection, and what is remembered, were the other's
            }
            const HttpAnswer answer = call(client, line, path.toStdString(), body);
            const QString told = QString("%1: %2 %3")
                                     .arg(QString::fromStdString(role))
                                     .arg(answer.status)
                                     .arg(QString::fromStdString(answer.text.substr(0, 400)));
            QVERIFY2(answer.status >= 200 && answer.status < 500, qPrintable(told));
            if (!leakIn(answer).isEmpty()) {
                // What was sent comes back in answers to it and in the trail of what was denied, never what
                // was not.
                QVERIFY2(operation.startsWith("audit_logs.") ||
                             (line.method != api::Method::Get && answer.status >= 200 &&
                              body.dump().find(leakIn(answer).toStdString()) != std::string::npos),
                         qPrintable(told));
            }
            if (isOfOne && operation != "users.revoke_sessions") {
                const std::set<int> hidden{403, 404, 422, 400, 428};
                QVERIFY2(hidden.contains(answer.status), qPrintable(told));
                if (line.method == api::Method::Get || line.method == api::Method::Delete) {
                    QVERIFY2(answer.status == 403 || answer.status == 404, qPrintable(told));
                }
            }
        }
    }

    void nothingOfItWasChanged() {
        const QString before = QString::fromStdString(m_before);
        const QString after = QString::fromStdString(fingerprint());
        QStringList changed;
        const QStringList lines = after.split('\n');
        for (qsizetype i = 0; i < lines.size(); ++i) {
            if (lines[i] != before.split('\n').value(i)) {
                changed << lines[i].section(' ', 0, 0);
            }
        }
        // Looking at what is one's own is no change, nor is sealing what was written before.
        for (const char* table : {"performance_metrics", "audit_seals", "audit_unsealed"}) {
            changed.removeAll(table);
        }
        QVERIFY2(changed.isEmpty(), qPrintable(changed.join(", ")));
    }
};

QTEST_GUILESS_MAIN(TenantWalkTest)
#include "tenant_walk_test.moc"
