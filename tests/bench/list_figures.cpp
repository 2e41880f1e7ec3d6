#include "server/entity/entity_store.h"
#include "server/http/list_query.h"
#include "server/secret/vault.h"
#include "server/sql.h"
#include "shared/api/entity.h"
#include "shared/cheque/cheque_list.h"
#include "tests/bench/figures.h"
#include "tests/bench/load.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <deque>
#include <fstream>
#include <functional>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <stdexcept>

namespace nextgen::bench {

namespace {

using http::Json;
using http::ListQuery;
using Clock = std::chrono::steady_clock;

constexpr const char* largeTenant = "1000000";
constexpr double smallScale = 0.01;
constexpr int pageSize = 50;
constexpr int deepPage = 1000;

/// A list as a page of the client asks for it. Values are SQL, since a record's id is known to its database
/// only.
struct List {
    std::string key;
    std::string name;
    std::string entity;  ///< or "history", of the record that changed most
    std::vector<std::pair<std::string, std::string>> parameters;
    bool isSearch = false;
};

/// A row of the large tenant, the busiest one of its kind.
std::string first(const char* table) {
    return fmt::format("(SELECT min(id)::text FROM app.{} WHERE tenant_id = {})", table, largeTenant);
}

std::vector<List> lists() {
    const std::string part =
        fmt::format("(SELECT id::text FROM app.categories WHERE tenant_id = {} AND slug = 'mobile-phone-1')",
                    largeTenant);
    const std::string customer = fmt::format(
        "(SELECT customer_id::text FROM app.orders WHERE tenant_id = {0} AND customer_id IS NOT NULL ORDER "
        "BY id LIMIT 1)",
        largeTenant);
    const std::string sku =
        fmt::format("(SELECT sku FROM app.products WHERE tenant_id = {} ORDER BY id LIMIT 1)", largeTenant);
    return {
        {"orders", "orders, newest", "orders", {}},
        {"orders_status", "orders in work", "orders", {{"status", "'processing,confirmed'"}}},
        {"orders_rare", "orders by a filter without a hit", "orders", {{"channel", "'import'"}}},
        {"orders_date", "orders by their date", "orders", {{"sort", "'-ordered_on'"}}},
        {"orders_dealer", "a dealer's orders", "orders", {{"dealer_id", first("dealer_profiles")}}},
        {"orders_customer", "a customer's orders", "orders", {{"customer_id", customer}}},
        {"products_category", "products of a category", "products", {{"category_id", part}}},
        {"products_price",
         "products of a brand by price",
         "products",
         {{"brand_id", first("brands")}, {"sort", "'price'"}}},
        {"cheques_due",
         "cheques on hand by due date",
         "cheques",
         {{"status", "'on_hand'"}, {"sort", "'due_on'"}}},
        {"payments_status", "failed payments", "payments", {{"status", "'failed'"}}},
        {"payments_date", "payments by their date", "payments", {{"sort", "'-received_on'"}}},
        {"movements", "stock movements of a product", "inventory_logs", {{"product_id", first("products")}}},
        {"history", "the history of a product", "history", {}},
        {"search_product", "products: a rare word", "products", {{"q", sku}}, true},
        {"search_common", "products: a common word", "products", {{"q", "'گوشی'"}}, true},
        {"search_two", "products: two common words", "products", {{"q", "'گوشی مشکی'"}}, true},
        {"search_users", "users: a family name", "users", {{"q", "'احمدی'"}}, true},
        {"search_number", "orders: a number", "orders", {{"q", "'gn-00000123'"}}, true},
        {"search_buyer", "orders: a buyer's name", "orders", {{"q", "'علی احمدی'"}}, true},
        {"search_payment", "payments: a payer's name", "payments", {{"q", "'احمدی'"}}, true},
    };
}

double percentile(std::vector<double> values, int percent) {
    std::sort(values.begin(), values.end());
    return values[(values.size() - 1) * static_cast<std::size_t>(percent) / 100];
}

/// Milliseconds of each run, for a second at most.
std::vector<double> timed(int runs, const std::function<void()>& run) {
    run();
    std::vector<double> taken;
    const auto startedAt = Clock::now();
    while (static_cast<int>(taken.size()) < runs && Clock::now() - startedAt < std::chrono::seconds(1)) {
        const auto before = Clock::now();
        run();
        taken.push_back(std::chrono::duration<double, std::milli>(Clock::now() - before).count());
    }
    return taken;
}

/// One database with generated tenants, read as the server reads it.
class Place {
  public:
    Place(const Site& site, double scale)
        : m_site(site),
          m_database(fmt::format("bench_lists_{}", static_cast<int>(scale * 1000))),
          m_scale(scale) {
        site.makeGenerated(m_database, scale);
        m_owner = std::make_unique<db::Connection>(
            db::ConnectionSettings{site.url("nextgen_owner", m_database), "nextgen bench"});
        m_reader = std::make_unique<db::Connection>(
            db::ConnectionSettings{site.url("nextgen_reader", m_database), "nextgen bench"});
        for (db::Connection* connection : {m_owner.get(), m_reader.get()}) {
            connection->script(fmt::format("SELECT set_config('app.tenant_id', '{}', false)", largeTenant));
        }
    }
    ~Place() {
        m_owner.reset();
        m_reader.reset();
        m_site.dropGenerated(m_database);
    }
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;

    double scale() const { return m_scale; }
    const std::string& database() const { return m_database; }
    db::Connection& owner() const { return *m_owner; }
    db::Connection& reader() const { return *m_reader; }

    std::string one(const std::string& expression) const {
        return m_owner->script("SELECT " + expression + " AS value").one().get<std::string>("value");
    }

    std::int64_t rowsOf(const List& list) const {
        const http::ListSql rows = whole(query(list, parametersOf(list)).rows(sourceOf(list)));
        return m_owner->runOnce("SELECT count(*) FROM (" + rows.text + ") w", rows.parameters)
            .one()
            .get<std::int64_t>(0);
    }

    /// The statement of the page that begins after so many rows.
    http::ListSql pageOf(const List& list, std::int64_t depth) const {
        const api::ListSpec& spec = specOf(list);
        const http::ListSource source = sourceOf(list);
        ListQuery::Parameters parameters = parametersOf(list);
        const ListQuery first = query(list, parameters);
        if (depth == 0) {
            return first.rows(source);
        }
        // The cursor is made of the row that the page before would have ended with.
        const http::ListSql rows = whole(first.rows(source));
        const auto sort = std::find_if(list.parameters.begin(), list.parameters.end(),
                                       [](const auto& one) { return one.first == "sort"; });
        std::string column = sort == list.parameters.end() ? std::string(spec.sortDefault)
                                                           : sort->second.substr(1, sort->second.size() - 2);
        column = column.starts_with('-') ? column.substr(1) : column;
        const db::Row row =
            m_owner
                ->runOnce(
                    fmt::format("SELECT {}::text AS sorted, id::text AS key FROM ({} LIMIT 1 OFFSET {}) w",
                                column, rows.text, depth - 1),
                    rows.parameters)
                .one();
        const Json last{{column, row.get<std::string>("sorted")}, {"id", row.get<std::string>("key")}};
        const Json page = first.page(std::vector<Json>(pageSize + 1, last), 10'001);
        parameters.emplace_back("cursor", page.at("next_cursor").get<std::string>());
        return query(list, parameters).rows(source);
    }

    void run(const http::ListSql& sql) const { run(*m_reader, sql); }
    static void run(db::Connection& connection, const http::ListSql& sql) {
        if (sql.isForTheseValues) {
            connection.runOnce(sql.text, sql.parameters);
        } else {
            connection.runText(sql.text, sql.parameters);
        }
    }

    std::string planOf(const http::ListSql& sql) const {
        std::string plan;
        for (const db::Row row :
             m_reader->runOnce("EXPLAIN (ANALYZE, BUFFERS) " + sql.text, sql.parameters)) {
            plan += row.get<std::string>(0) + '\n';
        }
        return plan;
    }

  private:
    ListQuery::Parameters parametersOf(const List& list) const {
        ListQuery::Parameters parameters{{"limit", std::to_string(pageSize)}};
        for (const auto& [name, value] : list.parameters) {
            parameters.emplace_back(name, one(value));
        }
        return parameters;
    }

    ListQuery query(const List& list, const ListQuery::Parameters& parameters) const {
        static const http::CursorSeal seal(std::string(32, 'b'));
        auto parsed = ListQuery::parse(specOf(list), list.key, parameters, seal);
        if (!parsed) {
            throw std::runtime_error("the list " + list.key + " cannot be asked so");
        }
        return std::move(*parsed);
    }

    /// Every page of it in one.
    static http::ListSql whole(http::ListSql page) {
        static const std::regex limit(" LIMIT \\d+");
        page.text = std::regex_replace(page.text, limit, "");
        return page;
    }

    const api::ListSpec& specOf(const List& list) const {
        static constexpr api::ListSpec historySpec{{}, "-id", false};
        return list.entity == "history"   ? historySpec
               : list.entity == "cheques" ? cheque::listSpec
                                          : api::findEntity(list.entity)->list;
    }

    http::ListSource sourceOf(const List& list) const {
        if (list.entity == "history") {
            return m_stores.emplace_back(*api::findEntity("products"), m_vault)
                .historySource(*TenantId::parse(largeTenant), std::stoll(one(first("products"))));
        }
        if (list.entity == "cheques") {
            return {sql::cheque::listCheques.text, {largeTenant}};
        }
        return m_stores.emplace_back(*api::findEntity(list.entity), m_vault)
            .listSource(*TenantId::parse(largeTenant));
    }

    const Site& m_site;
    std::string m_database;
    double m_scale;
    db::Pool m_keys{{{m_site.url("nextgen_server", m_database), "nextgen bench"}, 1}};
    mutable secret::Vault m_vault{m_keys, {}};         // of these lists none looks for a secret
    mutable std::deque<entity::EntityStore> m_stores;  // sources point into them
    std::unique_ptr<db::Connection> m_owner;
    std::unique_ptr<db::Connection> m_reader;
};

/// The indexes that a plan reads, a month's by the words of its columns.
std::string indexesOf(const std::string& plan) {
    static const std::regex scan("(?:using|Bitmap Index Scan on) (\\w+)");
    static const std::regex month("_\\d{4}_\\d{2}_");
    std::set<std::string> names;
    for (std::sregex_iterator at(plan.begin(), plan.end(), scan), end; at != end; ++at) {
        names.insert(std::regex_replace((*at)[1].str(), month, "_*_"));
    }
    if (plan.find("Seq Scan on orders") != std::string::npos ||
        plan.find("Seq Scan on p") != std::string::npos) {
        names.insert("SEQUENTIAL SCAN");
    }
    return names.empty() ? "none" : fmt::format("{}", fmt::join(names, " "));
}

class ListRows {
  public:
    ListRows(const Site& site, const Rounds& rounds) : m_rounds(rounds), m_site(site) {
        for (const double scale : {smallScale, rounds.scale}) {
            m_places.push_back(std::make_unique<Place>(site, scale));
        }
    }

    void measure(Report& report) {
        std::ofstream plans(m_rounds.plans, std::ios::trunc);
        Breakdown times{fmt::format("Lists, at scale {} and {}: P50, P95 and P99 of a page's statement in "
                                    "ms, and the indexes it reads",
                                    smallScale, m_rounds.scale),
                        {}};
        std::vector<std::string> failures;
        for (const List& list : lists()) {
            for (const bool isDeep : {false, true}) {
                // One that takes too long is a finding like the others, which are measured all the same.
                try {
                    measureList(list, isDeep, report, times, plans);
                } catch (const std::exception& failure) {
                    failures.push_back(
                        fmt::format("{}{}: {}", list.name, isDeep ? ", page 1,000" : "", failure.what()));
                }
            }
        }
        measureRead(report);
        measureRls(report);
        measureAudit(report);
        report.breakdowns.push_back(std::move(times));
        measureHttp(report);
        if (!failures.empty()) {
            throw std::runtime_error(fmt::format("{}", fmt::join(failures, "\n")));
        }
    }

  private:
    Place& small() { return *m_places.front(); }
    Place& large() { return *m_places.back(); }
    int runs() const { return m_rounds.isQuick ? 20 : 300; }

    void measureList(const List& list, bool isDeep, Report& report, Breakdown& times, std::ofstream& plans) {
        std::int64_t depth = 0;
        std::int64_t depthInSmall = 0;
        if (isDeep) {
            const std::int64_t rows = large().rowsOf(list);
            depth = std::min<std::int64_t>((deepPage - 1) * pageSize, rows - pageSize - 1);
            if (depth < pageSize) {
                return;
            }
            // As far down the shorter list, where as many of the months lie behind it; a full page as well.
            const std::int64_t rowsInSmall = small().rowsOf(list);
            depthInSmall =
                std::max<std::int64_t>(1, std::min(rowsInSmall * depth / rows, rowsInSmall - pageSize - 1));
        }
        const http::ListSql pageOfSmall = small().pageOf(list, depthInSmall);
        const http::ListSql page = large().pageOf(list, depth);
        const std::string name = list.name + (isDeep ? ", page 1,000" : list.isSearch ? "" : ", first page");
        Figure growth{"lists_" + list.key + (isDeep ? "_deep" : ""),
                      name,
                      Unit::Milliseconds,
                      {},
                      fmt::format("at scale {}", smallScale),
                      {},
                      list.isSearch ? std::nullopt : std::optional(1.5)};
        std::vector<double> all;
        for (int round = 0; round < m_rounds.list; ++round) {
            growth.limit.push_back(percentile(timed(runs(), [&] { small().run(pageOfSmall); }), 50));
            const std::vector<double> taken = timed(runs(), [&] { large().run(page); });
            growth.ours.push_back(percentile(taken, 50));
            all.insert(all.end(), taken.begin(), taken.end());
        }
        if (list.isSearch && !isDeep) {
            report.figures.push_back({growth.key + "_p95",
                                      name + ", P95",
                                      Unit::Milliseconds,
                                      {percentile(all, 95)},
                                      "200 ms",
                                      {200},
                                      1.0});
        }
        const std::string plan = large().planOf(page);
        plans << "== " << name << '\n' << page.text << '\n' << plan << '\n';
        times.lines.push_back(fmt::format("{:<46} {:>7.2f} {:>7.2f} {:>7.2f}   {}", name, percentile(all, 50),
                                          percentile(all, 95), percentile(all, 99), indexesOf(plan)));
        report.figures.push_back(std::move(growth));
    }

    /// A record by its id, of a month in the middle.
    void measureRead(Report& report) {
        Figure figure{"lists_read",
                      "an order by its id",
                      Unit::Milliseconds,
                      {},
                      fmt::format("at scale {}", smallScale),
                      {},
                      1.5};
        const db::Query query{"bench/order", "SELECT * FROM orders WHERE tenant_id = $1 AND id = $2"};
        const auto read = [&](Place& place) {
            const std::string id =
                place.one(fmt::format("(SELECT id::text FROM app.order_numbers WHERE tenant_id = {} ORDER BY "
                                      "id OFFSET 50000 LIMIT 1)",
                                      largeTenant));
            return percentile(timed(runs() * 10, [&] { place.reader().run(query, {largeTenant, id}); }), 50);
        };
        for (int round = 0; round < m_rounds.list; ++round) {
            figure.limit.push_back(read(small()));
            figure.ours.push_back(read(large()));
        }
        report.figures.push_back(std::move(figure));
    }

    /// The same statements as somebody whom no rule narrows; they name the tenant themselves.
    void measureRls(Report& report) {
        Figure page{"lists_rls_page",
                    "row-level security: products of a category",
                    Unit::Milliseconds,
                    {},
                    "the owner, without it",
                    {},
                    1.5};
        Figure read{"lists_rls_read",
                    "row-level security: a product by its id",
                    Unit::Milliseconds,
                    {},
                    "the owner, without it",
                    {},
                    1.5};
        const auto all = lists();
        const auto list = std::find_if(all.begin(), all.end(),
                                       [](const List& one) { return one.key == "products_category"; });
        const http::ListSql sql = large().pageOf(*list, 0);
        const db::Query query{"bench/product", "SELECT * FROM products WHERE tenant_id = $1 AND id = $2"};
        const db::Params params{largeTenant, large().one(first("products"))};
        for (int round = 0; round < m_rounds.list; ++round) {
            for (const auto& [connection, ours] :
                 {std::pair{&large().reader(), true}, {&large().owner(), false}}) {
                (ours ? page.ours : page.limit)
                    .push_back(percentile(timed(runs(), [&, c = connection] { Place::run(*c, sql); }), 50));
                (ours ? read.ours : read.limit)
                    .push_back(
                        percentile(timed(runs() * 10, [&, c = connection] { c->run(query, params); }), 50));
            }
        }
        report.figures.push_back(std::move(page));
        report.figures.push_back(std::move(read));
    }

    /// One change after the other in a transaction that is taken back, of another product each time.
    void measureAudit(Report& report) {
        Figure figure{"lists_audit",
                      "a change of a price, audited",
                      Unit::Milliseconds,
                      {},
                      "without the trigger",
                      {},
                      2.5};
        db::Connection& owner = large().owner();
        const int count = runs() * 3;
        std::vector<std::string> ids;
        for (const db::Row row : owner.runOnce("SELECT id::text AS id FROM app.products WHERE tenant_id = "
                                               "$1::bigint ORDER BY hashint8(id) LIMIT $2::int",
                                               {largeTenant, std::to_string(count + 1)})) {
            ids.push_back(row.get<std::string>("id"));
        }
        const db::Query change{"bench/price",
                               "UPDATE app.products SET price = price + 1 WHERE tenant_id = $1 AND id = $2"};
        for (int round = 0; round < m_rounds.list; ++round) {
            for (const bool isAudited : {true, false}) {
                owner.begin();
                if (!isAudited) {
                    owner.script("ALTER TABLE app.products DISABLE TRIGGER audit");
                }
                std::size_t next = 0;
                (isAudited ? figure.ours : figure.limit)
                    .push_back(percentile(
                        timed(count, [&] { owner.run(change, {largeTenant, ids.at(next++)}); }), 50));
                owner.rollback();
            }
        }
        report.figures.push_back(std::move(figure));
    }

    /// What a page's request takes with its count, its names and its JSON.
    void measureHttp(Report& report) {
        // A database that was kept has them.
        large().owner().runOnce(
            "INSERT INTO app.users (tenant_id, email, display_name, password_hash) VALUES ($1::bigint, $2, "
            "'bench', $3) ON CONFLICT DO NOTHING",
            {largeTenant, Site::userEmail(0), passwordHash()});
        large().owner().runOnce(
            "INSERT INTO app.user_role_assignments (tenant_id, user_id, role) SELECT tenant_id, id, 'ADMIN' "
            "FROM app.users "
            "WHERE tenant_id = $1::bigint AND email = $2 ON CONFLICT DO NOTHING",
            {largeTenant, Site::userEmail(0)});
        const Server server(m_site, large().database());
        const std::string token = server.signIn(0, "generated-0");
        Breakdown answers{
            fmt::format("Lists at scale {} through HTTP, one connection: median and P99 of an answer in ms",
                        large().scale()),
            {}};
        for (const auto& [name, path] : std::vector<std::pair<std::string, std::string>>{
                 {"orders, newest", "/api/v1/orders"},
                 {"orders in work", "/api/v1/orders?status=processing,confirmed"},
                 {"products of a brand by price",
                  "/api/v1/products?sort=price&brand_id=" + large().one(first("brands"))},
                 {"orders: a number", "/api/v1/orders?q=GN-00000123"},
                 {"users: a family name", "/api/v1/users?q=%D8%A7%D8%AD%D9%85%D8%AF%DB%8C"},
                 {"the dealers", "/api/v1/dealers"}}) {
            const LoadResult result = load({server.port(),
                                            {{getRequest(path, "Authorization: Bearer " + token + "\r\n")}},
                                            std::chrono::milliseconds(m_rounds.milliseconds)});
            answers.lines.push_back(fmt::format("{:<46} {:>7.2f} {:>7.2f}", name,
                                                result.medianMicroseconds / 1000,
                                                result.p99Microseconds / 1000));
        }
        report.breakdowns.push_back(std::move(answers));
    }

    std::string passwordHash() const {
        return m_site.connectAsOwner(Site::base)
            .script("SELECT password_hash FROM app.users WHERE email = 'admin@nextgen.local'")
            .one()
            .get<std::string>("password_hash");
    }

    const Rounds& m_rounds;
    const Site& m_site;
    std::vector<std::unique_ptr<Place>> m_places;
};

}  // namespace

void measureLists(const Site& site, const Rounds& rounds, Report& report) {
    ListRows(site, rounds).measure(report);
}

}  // namespace nextgen::bench
