#include "tests/bench/figures.h"

#include <fmt/format.h>
#include <httplib.h>

#include <algorithm>
#include <chrono>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace nextgen::bench {

namespace {

using Clock = std::chrono::steady_clock;
using Json = nlohmann::json;

constexpr const char* database = "bench_cheques";
constexpr double answerMax = 200;  ///< milliseconds
constexpr int movedAtOnce = 10'000;

double millisecondsSince(Clock::time_point begin) {
    return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

double percentile95(std::vector<double> values) {
    std::ranges::sort(values);
    return values[(values.size() - 1) * 95 / 100];
}

/// Cheques of the base tenant, two years around today: what came due is paid or bounced but for a few, what is
/// to come is on hand or at the bank. Two hundred thousand drawers, of whom some bounce more often.
void fill(db::Connection& owner, int cheques) {
    owner.script("SET session_replication_role = replica");
    owner.script(fmt::format(
        "WITH tenant AS (SELECT id FROM app.tenants WHERE slug = 'nextgen'), made AS ("
        "SELECT i, i % 200000 AS drawer, current_date - 365 + (i::bigint * 7919 % 730)::int AS due_on FROM "
        "generate_series(1, {}) i) "
        "INSERT INTO app.cheques (tenant_id, dealer_id, sayad_id, amount, due_on, status, bank_code, bank_name, "
        "serial, drawer_name, search_key, drawer_national_id_cipher, drawer_national_id_index, "
        "drawer_national_id_last4) "
        "SELECT tenant.id, {} + i % {}, lpad(i::text, 16, '0'), 1000000 + (i::bigint * 104729) % 900000000, due_on, "
        "CASE WHEN due_on >= current_date THEN CASE i % 10 WHEN 0 THEN 'deposited' WHEN 1 THEN 'deposited' WHEN 2 "
        "THEN 'endorsed' ELSE 'on_hand' END WHEN i % 400 = 1 THEN 'on_hand' WHEN i % 400 = 2 THEN 'deposited' WHEN "
        "drawer % 20 = 0 AND i % 4 = 0 OR i % 50 = 3 THEN 'bounced' ELSE 'cleared' END, '012', 'بانک ملت', i::text, "
        "'drawer ' || drawer, 'drawer ' || drawer, '\\x01', decode(md5(drawer::text), 'hex'), '1234' FROM made, tenant",
        cheques, Site::dealerIdFirst, Site::dealerCount));
    owner.script(
        "INSERT INTO app.drawer_histories (tenant_id, drawer_key, cleared_count, bounced_count) SELECT tenant_id, "
        "app.drawer_key(drawer_national_id_index, dealer_id), count(*) FILTER (WHERE status = 'cleared'), count(*) "
        "FILTER (WHERE status = 'bounced') FROM app.cheques GROUP BY 1, 2 ON CONFLICT DO NOTHING");
    owner.script("SET session_replication_role = DEFAULT");
    owner.script("VACUUM (ANALYZE) app.cheques");
    owner.script("VACUUM (ANALYZE) app.drawer_histories");
}

class ChequeRun {
  public:
    ChequeRun(const Site& site, const Rounds& rounds)
        : m_rounds(rounds),
          m_owner(site.connectAsOwner(database)),
          m_server(site, database),
          m_client("127.0.0.1", m_server.port()) {
        m_client.set_read_timeout(std::chrono::seconds(60));
        m_client.set_keep_alive(true);
        m_client.set_bearer_token_auth(m_server.signIn(0).c_str());
    }

    void measureAnswers(Report& report) {
        for (const auto& [key, name, path] : std::vector<std::tuple<std::string, std::string, std::string>>{
                 {"to_deposit", "worklist: to deposit", "/api/v1/cheques/to_deposit"},
                 {"unanswered", "worklist: at the bank, no answer", "/api/v1/cheques/unanswered"},
                 {"to_follow", "worklist: bounced", "/api/v1/cheques/to_follow"},
                 {"matured", "worklist: matured, not deposited", "/api/v1/cheques/matured"},
                 {"invoices", "worklist: invoices by their cheques", "/api/v1/cheque_invoices"},
                 {"calendar", "a month of the calendar", "/api/v1/cheque_calendar"},
                 {"forecast", "the forecast of 60 days", "/api/v1/cheque_forecast"}}) {
            Figure figure{"cheques_" + key, name + ", P95", Unit::Milliseconds, {}, "what a person does not wait for",
                          {},               1.0};
            for (int round = 0; round < m_rounds.list; ++round) {
                std::vector<double> taken;
                answered(m_client.Get(path));
                for (int i = 0; i < (m_rounds.isQuick ? 10 : 60); ++i) {
                    const auto begin = Clock::now();
                    answered(m_client.Get(path));
                    taken.push_back(millisecondsSince(begin));
                }
                figure.ours.push_back(percentile95(std::move(taken)));
                figure.limit.push_back(answerMax);
            }
            report.figures.push_back(std::move(figure));
        }
    }

    /// To the bank, ours and the bare statements in turn, over other cheques each time.
    void measureMoves(Report& report) {
        Figure figure{"cheques_bulk",
                      fmt::format("a move of {} cheques", movedAtOnce),
                      Unit::Milliseconds,
                      {},
                      "the same rows by plain statements of the owner",
                      {},
                      5.0};
        for (int round = 0; round < m_rounds.list; ++round) {
            const auto ids = onHand();
            const auto begin = Clock::now();
            const Json answer = answered(m_client.Post(
                "/api/v1/cheques/bulk", httplib::Headers{{"Idempotency-Key", fmt::format("bench-{}", round)}},
                Json{{"move", "deposit"}, {"ids", ids}}.dump(), "application/json"));
            figure.ours.push_back(millisecondsSince(begin));
            if (answer.at("moved") != movedAtOnce) {
                throw std::runtime_error("not all cheques were moved: " + answer.dump().substr(0, 500));
            }
            figure.limit.push_back(bare(onHand()));
        }
        report.figures.push_back(std::move(figure));
    }

  private:
    static Json answered(const httplib::Result& answer) {
        if (!answer || answer->status != 200) {
            throw std::runtime_error(answer ? fmt::format("answered {}: {}", answer->status,
                                                          answer->body.substr(0, 2000))
                                            : "no answer: " + httplib::to_string(answer.error()));
        }
        return Json::parse(answer->body);
    }

    /// Those that were moved are no longer among them.
    std::vector<std::string> onHand() {
        std::vector<std::string> ids;
        for (const db::Row row : m_owner.script(fmt::format(
                 "SELECT id::text FROM app.cheques WHERE status = 'on_hand' AND due_on > current_date + 100 ORDER BY "
                 "hashint8(id) LIMIT {}",
                 movedAtOnce))) {
            ids.push_back(row.get<std::string>(std::size_t(0)));
        }
        return ids;
    }

    /// The rows of such a move without what keeps it right: no check of the status, no line in the audit trail.
    double bare(const std::vector<std::string>& ids) {
        const std::string list = fmt::format("{}", fmt::join(ids, ","));
        const auto begin = Clock::now();
        m_owner.begin();
        m_owner.script("SET LOCAL app.bulk_id = '1'");
        m_owner.script("CREATE TEMPORARY TABLE moved ON COMMIT DROP AS SELECT tenant_id, id, dealer_id, amount, "
                       "app.next_id() AS entry_id FROM app.cheques WHERE id IN (" +
                       list + ")");
        m_owner.script("UPDATE app.cheques c SET status = 'deposited' FROM moved m WHERE c.tenant_id = m.tenant_id AND "
                       "c.id = m.id");
        m_owner.script("INSERT INTO app.ledger_entries (tenant_id, id, kind, source_kind, source_id, dealer_id, posted_on) "
                       "SELECT tenant_id, entry_id, 'deposit', 'cheque', id, dealer_id, current_date FROM moved");
        m_owner.script("INSERT INTO app.ledger_lines (tenant_id, id, entry_id, account_id, dealer_id, amount, posted_on) "
                       "SELECT m.tenant_id, app.next_id_beside(m.entry_id), m.entry_id, a.id, m.dealer_id, CASE a.name WHEN "
                       "'cheques_deposited' THEN m.amount ELSE -m.amount END, current_date FROM moved m JOIN "
                       "app.ledger_accounts a ON a.tenant_id = m.tenant_id AND a.name IN ('cheques_deposited', "
                       "'cheques_on_hand')");
        m_owner.script("INSERT INTO app.cheque_events (tenant_id, cheque_id, dealer_id, move, from_status, to_status, "
                       "occurred_on, ledger_entry_id) SELECT tenant_id, id, dealer_id, 'deposit', 'on_hand', 'deposited', "
                       "current_date, entry_id FROM moved");
        m_owner.commit();
        return millisecondsSince(begin);
    }

    const Rounds& m_rounds;
    db::Connection m_owner;
    Server m_server;
    httplib::Client m_client;
};

}  // namespace

void measureCheques(const Site& site, const Rounds& rounds, Report& report) {
    site.copyBase(database);
    {
        db::Connection owner = site.connectAsOwner(database);
        fill(owner, rounds.isQuick ? 100'000 : 1'000'000);
    }
    {
        ChequeRun run(site, rounds);
        run.measureAnswers(report);
        run.measureMoves(report);
    }
    site.dropDatabase(database);
}

}  // namespace nextgen::bench
