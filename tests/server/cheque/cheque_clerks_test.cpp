#include "server/cheque/cheque_repository.h"
#include "server/cheque/cheque_service.h"
#include "server/cheque/slip_service.h"
#include "server/credit/credit_repository.h"
#include "server/db/error.h"
#include "server/secret/vault.h"
#include "shared/cheque/cheque_status.h"
#include "tests/support/test_stack.h"

#include <fmt/format.h>

#include <QtTest>
#include <atomic>
#include <future>
#include <map>
#include <random>

using namespace nextgen;
using cheque::Move;
using cheque::Status;

/// Clerks who take the same cheques on, back, onto slips and off them, all at once and at random. Whatever they
/// did, the books balance, what a dealer owes is its documents, and each history leads to where its cheque is.
class ChequeClerksTest : public QObject {
    Q_OBJECT

    static constexpr int clerks = 6;
    static constexpr int rounds = 40;
    static constexpr int cheques = 60;

    std::unique_ptr<testing::TestStack> m_stack;
    std::optional<secret::Keyring> m_keyring;
    TenantId m_tenant;
    cheque::BankAccountId m_account;
    std::vector<DealerId> m_dealers;
    const Date m_today = *Date::of(2026, 11, 22);
    int m_leaf = 0;

    std::int64_t number(const std::string& query) {
        return m_stack->owner().runText(query, {}).one().get<std::int64_t>(std::size_t(0));
    }

    std::vector<ChequeId> receive(std::mt19937& random) {
        std::vector<ChequeId> made;
        db::Transaction transaction(m_stack->database().writers, {m_tenant, UserId(1), {}, "request", {}});
        for (int i = 0; i < cheques; ++i) {
            cheque::Cheque leaf;
            leaf.sayadId = fmt::format("{:016}", ++m_leaf);
            leaf.dealerId = m_dealers[random() % m_dealers.size()];
            leaf.amount = Money::rials(1 + static_cast<std::int64_t>(random() % 1'000'000));
            leaf.dueOn = m_today.plusDays(-static_cast<int>(random() % 30));
            made.push_back(cheque::insertCheque(transaction, *m_keyring, leaf, m_today));
        }
        transaction.commit();
        return made;
    }

    static int done(const std::vector<cheque::MoveOutcome>& outcomes) {
        return static_cast<int>(std::ranges::count_if(
            outcomes, [](const cheque::MoveOutcome& outcome) { return !outcome.refusal; }));
    }

    /// One thing that a clerk does, in one transaction. The events that it wrote.
    int act(db::Transaction& transaction, const std::vector<ChequeId>& all, std::mt19937& random) {
        std::vector<ChequeId> some;
        std::ranges::sample(all, std::back_inserter(some), 1 + static_cast<int>(random() % 8), random);
        cheque::MoveDetails details{m_today};
        switch (random() % 8) {
            case 0: {
                const auto slip = cheque::insertSlip(transaction, m_account, {}, m_today);
                cheque::addCheques(transaction, *slip, some);
                if (random() % 3 == 0) {
                    return 0;
                }
                const auto before = events(transaction);
                if (!cheque::handOver(transaction, *slip, details)) {
                    return -1;
                }
                return events(transaction) - before;
            }
            case 1: {
                const db::Rows slips = transaction.runText(
                    "SELECT id FROM cheque_slips WHERE tenant_id = $1 AND status IN ('draft', 'handed_over') ORDER BY "
                    "hashint8(id + $2::bigint) LIMIT 1",
                    {db::toSql(m_tenant), db::toSql(static_cast<int>(random() % 1'000))});
                if (slips.empty()) {
                    return 0;
                }
                const auto slip = slips.one().get<cheque::SlipId>("id");
                if (random() % 2 == 0) {
                    return cheque::closeSlip(transaction, slip) ? 0 : -1;
                }
                const auto before = events(transaction);
                return cheque::cancelSlip(transaction, slip, details) ? events(transaction) - before : -1;
            }
            case 2:
            case 3:
                return done(cheque::moveCheques(transaction, some, Move::Undo, details));
            case 4:
                details.feeAmount = Money::rials(1 + static_cast<std::int64_t>(random() % 100));
                details.isFeeDealers = random() % 2 == 0;
                details.reason = cheque::BounceReason::NoFunds;
                return done(cheque::moveCheques(transaction, some, Move::Bounce, details));
            default: {
                const auto move = static_cast<Move>(1 + random() % (cheque::moves.size() - 1));
                return done(cheque::moveCheques(transaction, some, move, details));
            }
        }
    }
    /// What this transaction has written so far.
    static int events(db::Transaction& transaction) {
        return transaction
            .runText("SELECT count(*)::integer AS n FROM cheque_events WHERE xmin = "
                     "pg_current_xact_id()::xid",
                     {})
            .one()
            .get<int>("n");
    }

    /// A clerk's day; an act that another's got in the way of is done again, as a request would be. The events
    /// that it wrote.
    int work(db::Pool& pool, const std::vector<ChequeId>& all, unsigned seed) {
        std::mt19937 random(seed);
        int written = 0;
        for (int round = 0; round < rounds; ++round) {
            const std::mt19937 before = random;
            for (int attempt = 1;; ++attempt) {
                try {
                    db::Transaction transaction(
                        pool, {m_tenant, UserId(static_cast<std::int64_t>(seed % clerks) + 1), {}, "request", {}});
                    const int count = act(transaction, all, random);
                    if (count >= 0) {
                        transaction.commit();
                        written += count;
                    }
                    break;
                } catch (const db::TryAgain&) {
                    if (attempt == 10) {
                        throw;
                    }
                } catch (const db::ConstraintViolation& refused) {
                    // Two clerks put a cheque on two slips: the second is told so.
                    if (refused.constraint() != "cheque_slip_items_open_key") {
                        throw;
                    }
                    break;
                }
                random = before;
            }
        }
        return written;
    }

    struct Past {
        std::optional<Status> status;
        std::map<std::string, std::int64_t> accounts;  ///< beside fees
        std::int64_t last = 0;
    };

    /// Plays each cheque's history and compares with where it is and what is booked.
    void compareWithHistory(const std::vector<ChequeId>& all) {
        db::Connection& owner = m_stack->owner();
        for (const ChequeId id : all) {
            const db::Row cheque =
                owner.runText("SELECT status, amount FROM cheques WHERE id = $1", {id.toString()}).one();
            const std::int64_t amount = cheque.get<std::int64_t>("amount");
            std::map<std::int64_t, Past> pasts;  // before each event
            Past now;
            for (const db::Row event : owner.runText("SELECT id, move, from_status, to_status, undoes_id FROM "
                                                     "cheque_events WHERE cheque_id = $1 ORDER BY id",
                                                     {id.toString()})) {
                const auto eventId = event.get<std::int64_t>("id");
                const auto move = event.get<Move>("move");
                QVERIFY2(event.get<std::optional<Status>>("from_status") == now.status, "a link of the history is gone");
                pasts[eventId] = now;
                if (move == Move::Undo) {
                    const auto undone = event.get<std::int64_t>("undoes_id");
                    QCOMPARE(undone, now.last);
                    now = pasts.at(undone);
                } else {
                    const auto* way = cheque::transitionOf(now.status, move);
                    QVERIFY2(way != nullptr, "a move that the life cycle does not know");
                    now.status = way->to;
                    for (const auto& posting : way->postings) {
                        if (posting) {
                            now.accounts[std::string(credit::accountName(posting->debit))] += amount;
                            now.accounts[std::string(credit::accountName(posting->credit))] -= amount;
                        }
                    }
                }
                now.last = eventId;
                QVERIFY(event.get<Status>("to_status") == now.status);
            }
            QVERIFY(cheque.get<Status>("status") == now.status);
            std::erase_if(now.accounts, [](const auto& line) { return line.second == 0; });
            std::map<std::string, std::int64_t> booked;
            for (const db::Row line : owner.runText(
                     "SELECT a.name, sum(l.amount)::bigint AS amount FROM ledger_entries e JOIN ledger_lines l ON "
                     "l.entry_id = e.id JOIN ledger_accounts a ON a.id = l.account_id WHERE e.source_id = $1 GROUP BY "
                     "a.name",
                     {id.toString()})) {
                booked[line.get<std::string>("name")] = line.get<std::int64_t>("amount");
            }
            const std::int64_t fees = owner
                                          .runText("SELECT coalesce(sum(fee_amount), 0)::bigint AS fees FROM "
                                                   "cheque_bounces WHERE cheque_id = $1 AND NOT is_undone",
                                                   {id.toString()})
                                          .one()
                                          .get<std::int64_t>("fees");
            QCOMPARE(booked["receivable"] + booked["bank_fees"], fees);
            booked["bank"] += fees;
            booked.erase("receivable");
            booked.erase("bank_fees");
            std::erase_if(booked, [](const auto& line) { return line.second == 0; });
            QVERIFY2(booked == now.accounts, qPrintable(QString("cheque %1").arg(id.value())));
        }
    }

  private slots:
    void initTestCase() {
        m_stack = std::make_unique<testing::TestStack>();
        m_tenant = m_stack->makeTenant("first");
        db::Connection& owner = m_stack->owner();
        for (const char* code : {"A", "B", "C"}) {
            m_dealers.push_back(owner
                                    .runText("INSERT INTO dealer_profiles (tenant_id, code, company_name, tier) "
                                             "VALUES ($1, $2, $2, 'GOLD') RETURNING id",
                                             {db::toSql(m_tenant), db::toSql(code)})
                                    .one()
                                    .get<DealerId>("id"));
        }
        m_account = owner
                        .runText("INSERT INTO bank_accounts (tenant_id, title_fa, account_number) VALUES ($1, 'جاری', "
                                 "'123456') RETURNING id",
                                 {db::toSql(m_tenant)})
                        .one()
                        .get<cheque::BankAccountId>("id");
        owner.runText("INSERT INTO settings (tenant_id, key, value) VALUES ($1, 'cheque.stop_dealer_at_bounces', '5')",
                      {db::toSql(m_tenant)});
        const auto masterKey = m_stack->stack().folder().masterKey();
        secret::MasterKeys::make(masterKey);
        m_keyring = secret::Vault(m_stack->database().outside, masterKey).forReading(m_tenant);
    }

    void whateverClerksDoTheBooksAreRight_data() {
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= 4; ++seed) {
            QTest::addRow("seed %d", seed) << seed;
        }
    }
    void whateverClerksDoTheBooksAreRight() {
        QFETCH(int, seed);
        std::mt19937 random(static_cast<unsigned>(seed));
        const std::vector<ChequeId> all = receive(random);
        const std::int64_t before = number("SELECT count(*) FROM cheque_events");
        db::Pool pool({{m_stack->stack().databaseUrl(), "clerks"}, clerks});
        std::vector<std::future<int>> working;
        for (int clerk = 0; clerk < clerks; ++clerk) {
            working.push_back(std::async(std::launch::async, [&, clerk] {
                return work(pool, all, static_cast<unsigned>(seed * clerks + clerk));
            }));
        }
        std::int64_t written = 0;
        for (auto& one : working) {
            written += one.get();
        }
        QVERIFY(written > 100);
        // Nothing that was said to be done is lost, and nothing was done that nobody was told of.
        QCOMPARE(number("SELECT count(*) FROM cheque_events"), before + written);
        QCOMPARE(number("SELECT count(*) FROM ledger_differences()"), 0);
        QCOMPARE(number("SELECT coalesce(sum(amount), 0)::bigint FROM ledger_lines"), 0);
        QCOMPARE(number("SELECT count(*) FROM cheque_slip_items i JOIN cheque_slips s ON s.id = i.slip_id WHERE i.is_open "
                        "<> (s.status = 'draft')"),
                 0);
        compareWithHistory(all);
        db::ReadSession session(m_stack->database().readers, {m_tenant, UserId(1), {}, "request", {}});
        for (const DealerId dealer : m_dealers) {
            QCOMPARE(credit::findExposure(session, m_tenant, dealer, Instant())->exposure.rials(),
                     number("SELECT coalesce(sum(amount), 0)::bigint FROM cheques WHERE dealer_id = " +
                            dealer.toString() +
                            " AND status IN ('on_hand', 'deposited', 'endorsed', 'bounced', 'legal')"));
        }
        // Of drawers who are not known each dealer stands for its own: what is kept is what happened.
        QCOMPARE(number("SELECT count(*) FROM drawer_histories h FULL JOIN (SELECT drawer_key(c.drawer_national_id_index, "
                        "c.dealer_id) AS drawer_key, count(*) FILTER (WHERE e.move = 'clear') AS cleared, count(*) FILTER "
                        "(WHERE e.move = 'bounce') AS bounced FROM cheque_events e JOIN cheques c ON c.id = e.cheque_id "
                        "WHERE e.move IN ('clear', 'bounce') AND NOT EXISTS (SELECT FROM cheque_events u WHERE u.undoes_id "
                        "= e.id) GROUP BY 1) s USING (drawer_key) WHERE (coalesce(h.cleared_count, 0), "
                        "coalesce(h.bounced_count, 0)) IS DISTINCT FROM (coalesce(s.cleared, 0)::int, "
                        "coalesce(s.bounced, 0)::int)"),
                 0);
    }
};

QTEST_GUILESS_MAIN(ChequeClerksTest)
#include "cheque_clerks_test.moc"
