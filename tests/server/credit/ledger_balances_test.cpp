#include "server/cheque/cheque_repository.h"
#include "server/cheque/cheque_service.h"
#include "server/credit/credit_repository.h"
#include "server/db/error.h"
#include "server/secret/vault.h"
#include "shared/cheque/cheque_status.h"
#include "tests/support/test_stack.h"

#include <fmt/format.h>

#include <QtTest>
#include <future>
#include <map>
#include <random>

using namespace nextgen;
using cheque::Move;

/// Balances are kept by the lines that are posted: together with them, whoever posts at the same time.
class LedgerBalancesTest : public QObject {
    Q_OBJECT

    static constexpr int clerks = 8;
    static constexpr int rounds = 30;

    std::unique_ptr<testing::TestStack> m_stack;
    TenantId m_tenant;
    std::vector<DealerId> m_dealers;

    std::int64_t number(const std::string& query) {
        return m_stack->owner().runText(query, {}).one().get<std::int64_t>(std::size_t(0));
    }

    /// One clerk's work on cheques of its own, of dealers that all clerks share: each round receives some,
    /// and takes whatever can go a random move on, in one bulk.
    int work(db::Pool& pool, const secret::Keyring& keyring, int clerk) const {
        const db::TenantContext context{m_tenant, UserId(clerk + 1), {}, "request", {}};
        const Date today = *Date::of(2026, 11, 22);
        std::mt19937 random(static_cast<unsigned>(clerk));
        std::vector<ChequeId> mine;
        int moved = 0;
        for (int round = 0; round < rounds; ++round) {
            {
                db::Transaction transaction(pool, context);
                cheque::Cheque leaf;
                leaf.sayadId = fmt::format("{:08}{:08}", clerk + 1, round);
                leaf.dealerId = m_dealers[random() % m_dealers.size()];
                leaf.amount = Money::rials(1 + static_cast<std::int64_t>(random() % 1'000'000));
                leaf.dueOn = today;
                mine.push_back(cheque::insertCheque(transaction, keyring, leaf, today));
                transaction.commit();
            }
            db::Transaction transaction(pool, context);
            std::shuffle(mine.begin(), mine.end(), random);
            const auto move = static_cast<Move>(1 + random() % (cheque::moves.size() - 1));
            for (const auto& outcome : cheque::moveCheques(transaction, mine, move, {today})) {
                moved += outcome.refusal ? 0 : 1;
            }
            transaction.commit();
        }
        return moved;
    }

  private slots:
    void initTestCase() {
        m_stack = std::make_unique<testing::TestStack>();
        m_tenant = m_stack->makeTenant("first");
        for (const char* code : {"A", "B", "C", "D", "E"}) {
            m_dealers.push_back(
                m_stack->owner()
                    .runText("INSERT INTO dealer_profiles (tenant_id, code, company_name, tier, search_key) "
                             "VALUES ($1, $2, $2, 'GOLD', $2) RETURNING id",
                             {db::toSql(m_tenant), db::toSql(code)})
                    .one()
                    .get<DealerId>("id"));
        }
    }

    void postingsAtTheSameTimeNeitherLockEachOtherOutNorMiscount() {
        db::Pool pool({{m_stack->stack().databaseUrl(), "clerks"}, clerks});
        const auto masterKey = m_stack->stack().folder().masterKey();
        secret::MasterKeys::make(masterKey);
        const secret::Keyring keyring =
            secret::Vault(m_stack->database().outside, masterKey).forReading(m_tenant);
        std::vector<std::future<int>> working;
        for (int clerk = 0; clerk < clerks; ++clerk) {
            working.push_back(
                std::async(std::launch::async, [&, clerk] { return work(pool, keyring, clerk); }));
        }
        int moved = 0;
        for (auto& one : working) {
            try {
                moved += one.get();
            } catch (const db::TryAgain& deadlock) {
                QFAIL(deadlock.what());
            }
        }
        QVERIFY(moved > clerks * rounds);
        QVERIFY(number("SELECT count(DISTINCT status) FROM cheques") > 4);
        QCOMPARE(number("SELECT count(*) FROM ledger_differences()"), 0);
    }

    void exposureIsTheSumOfItsDocuments() {
        db::ReadSession session(m_stack->database().readers, {m_tenant, UserId(1), {}, "request", {}});
        for (const DealerId dealer : m_dealers) {
            const auto exposure = credit::findExposure(session, m_tenant, dealer, Instant());
            QVERIFY(exposure.has_value());
            QCOMPARE(exposure->exposure.rials(),
                     number("SELECT coalesce(sum(amount), 0)::bigint FROM cheques WHERE dealer_id = " +
                            dealer.toString() +
                            " AND status IN ('on_hand', 'deposited', 'endorsed', 'bounced', 'legal')"));
            QVERIFY(exposure->exposure.rials() > 0);
        }
    }
};

QTEST_GUILESS_MAIN(LedgerBalancesTest)
#include "ledger_balances_test.moc"
