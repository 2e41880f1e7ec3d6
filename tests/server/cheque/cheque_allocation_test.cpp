#include "server/clock.h"
#include "tests/server/cheque/cheque_desk.h"

using namespace nextgen;
using testing::ChequeDesk;
using testing::freshKey;
using testing::HttpAnswer;
using testing::Json;

/// Cheques set against invoices: many of one, parts of another; paid when they clear, open again when they
/// bounce.
class ChequeAllocationTest : public QObject {
    Q_OBJECT

    std::unique_ptr<ChequeDesk> m_desk;
    int m_number = 0;

    std::string invoice(std::int64_t total, const char* dueOn = nullptr) {
        return m_desk->stack()
            .owner()
            .runText("INSERT INTO app.invoices (tenant_id, dealer_id, buyer_name, status, fiscal_year, number, "
                     "invoice_number, issued_on, issued_at, due_on, gross_amount, net_amount, total_amount) VALUES ($1, "
                     "$2, 'نماینده', 'issued', 1405, $3::int, 'T-' || $3, '2026-11-01', now(), $4::date, $5::bigint, "
                     "$5::bigint, $5::bigint) RETURNING id::text",
                     {m_desk->stack().tenant("nextgen").toString(), m_desk->dealer,
                      std::to_string(9'000 + ++m_number),
                      dueOn != nullptr ? db::Param(dueOn) : db::Param(), std::to_string(total)})
            .one()
            .get<std::string>(std::size_t(0));
    }
    HttpAnswer allocate(const Json& cheque, const std::vector<std::pair<std::string, std::int64_t>>& parts) {
        Json list = Json::array();
        for (const auto& [id, amount] : parts) {
            list.push_back({{"invoice_id", id}, {"amount", amount}});
        }
        return m_desk->admin().post(ChequeDesk::pathOf(cheque) + "/allocations", {{"allocations", list}}, freshKey());
    }
    std::string stateOf(const std::string& id) {
        const db::Row row =
            m_desk->stack().owner().runText("SELECT status, paid_amount FROM app.invoices WHERE id = $1", {id}).one();
        return row.get<std::string>("status") + ' ' + std::to_string(row.get<std::int64_t>("paid_amount"));
    }
    Json listed(const std::string& id) {
        const Json items = m_desk->admin().get("/api/v1/cheque_invoices?limit=200").body["items"];
        for (const Json& item : items) {
            if (item["id"] == id) {
                return item;
            }
        }
        return {};
    }

  private slots:
    void initTestCase() { m_desk = std::make_unique<ChequeDesk>(); }

    void manyChequesPayManyInvoicesInParts() {
        const std::string first = invoice(1'500);
        const std::string second = invoice(800);
        const Json one = m_desk->receive();
        const Json other = m_desk->receive();
        const auto answer = allocate(one, {{first, 700}, {second, 300}});
        QVERIFY2(answer.status == 200, answer.text.c_str());
        QCOMPARE(answer.body["items"].size(), std::size_t(2));
        QCOMPARE(answer.body["unallocated"].get<int>(), 0);
        QCOMPARE(allocate(other, {{first, 600}}).body["unallocated"].get<int>(), 400);
        // Settled by cheque is not paid.
        QCOMPARE(stateOf(first), std::string("issued 0"));
        QCOMPARE(listed(first)["open_amount"].get<int>(), 1'300);
        QCOMPARE(listed(first)["uncovered_amount"].get<int>(), 200);

        m_desk->moved(one, "deposit");
        m_desk->moved(one, "clear");
        QCOMPARE(stateOf(first), std::string("partly_paid 700"));
        QCOMPARE(stateOf(second), std::string("partly_paid 300"));
        QCOMPARE(listed(first)["cleared_amount"].get<int>(), 700);
        QCOMPARE(listed(first)["open_amount"].get<int>(), 600);
        m_desk->moved(one, "undo");
        QCOMPARE(stateOf(first), std::string("issued 0"));
        QCOMPARE(listed(first)["open_amount"].get<int>(), 1'300);
        m_desk->moved(one, "clear");
        QCOMPARE(stateOf(first), std::string("partly_paid 700"));
    }

    void aBouncedChequeOpensItsInvoicesAndUndoingThatClosesThem() {
        const std::string id = invoice(1'000);
        const Json cheque = m_desk->receive();
        QCOMPARE(allocate(cheque, {{id, 1'000}}).status, 200);
        QCOMPARE(listed(id)["uncovered_amount"].get<int>(), 0);
        m_desk->moved(cheque, "deposit");
        m_desk->moved(cheque, "bounce");
        QCOMPARE(listed(id)["uncovered_amount"].get<int>(), 1'000);
        const Json undone = m_desk->admin().get(ChequeDesk::pathOf(cheque) + "/allocations").body;
        QVERIFY(!undone["items"][0]["reversed_at"].is_null());
        QCOMPARE(undone["unallocated"].get<int>(), 1'000);
        m_desk->moved(cheque, "undo");
        QCOMPARE(listed(id)["uncovered_amount"].get<int>(), 0);
        m_desk->moved(cheque, "clear");
        QCOMPARE(stateOf(id), std::string("paid 1000"));
    }

    void nothingIsAllocatedThatIsNotThere_data() {
        QTest::addColumn<int>("amount");
        QTest::addColumn<QString>("code");
        QTest::newRow("more than the invoice") << 501 << "allocation_exceeds";
        QTest::newRow("nothing") << 0 << "amount_not_positive";
        QTest::newRow("less than nothing") << -5 << "amount_not_positive";
    }
    void nothingIsAllocatedThatIsNotThere() {
        QFETCH(int, amount);
        QFETCH(QString, code);
        const auto answer = allocate(m_desk->receive(), {{invoice(500), amount}});
        QCOMPARE(answer.status, 422);
        QCOMPARE(QString::fromStdString(answer.body["errors"][0]["code"].get<std::string>()), code);
    }

    void aChequeIsSpentOnce() {
        const Json cheque = m_desk->receive();
        const std::string id = invoice(5'000);
        QCOMPARE(allocate(cheque, {{id, 900}}).status, 200);
        const auto more = allocate(cheque, {{invoice(5'000), 101}});
        QCOMPARE(more.body["errors"][0]["code"].get<std::string>(), std::string("allocation_exceeds"));
        const Json first = m_desk->admin().get(ChequeDesk::pathOf(cheque) + "/allocations").body["items"][0];
        const std::string path = ChequeDesk::pathOf(cheque) + "/allocations/" + first["id"].get<std::string>();
        QCOMPARE(m_desk->admin().remove(path).status, 204);
        QCOMPARE(m_desk->admin().remove(path).status, 404);
        QCOMPARE(allocate(cheque, {{invoice(5'000), 1'000}}).status, 200);
    }

    void onlyOpenInvoicesOfItsDealerTakeACheque() {
        const std::string foreign = invoice(1'000);
        m_desk->stack().owner().script(
            "INSERT INTO app.dealer_profiles (tenant_id, code, company_name, tier) SELECT id, 'OTHER', 'other', 'GOLD' "
            "FROM app.tenants WHERE slug = 'nextgen'");
        const std::string other = m_desk->admin().get("/api/v1/dealers?code=OTHER").body["items"][0]["id"];
        const Json cheque = m_desk->receive({{"dealer_id", other}});
        for (const std::string& id : {foreign, std::string("999")}) {
            QCOMPARE(allocate(cheque, {{id, 10}}).body["errors"][0]["code"].get<std::string>(),
                     std::string("invoice_not_payable"));
        }
        const Json bounced = m_desk->receive();
        m_desk->moved(bounced, "bounce");
        QCOMPARE(allocate(bounced, {{foreign, 10}}).code(), std::string("move_not_allowed"));
        QCOMPARE(listed(foreign)["open_amount"].get<int>(), 0);
    }

    void anInvoiceThatWaitsForAChequeIsForecastOnce() {
        const Date due = today(systemNow).plusDays(20);
        const auto total = [&] {
            std::int64_t sum = 0;
            const Json forecast = m_desk->admin().get("/api/v1/cheque_forecast").body;
            for (const Json& step : forecast["steps"]) {
                sum += step["invoices"]["amount"].get<std::int64_t>();
            }
            return sum;
        };
        const auto before = total();
        const std::string id = invoice(1'000, due.toString().c_str());
        QCOMPARE(total(), before + 1'000);
        QCOMPARE(allocate(m_desk->receive(), {{id, 600}}).status, 200);
        QCOMPARE(total(), before + 400);
    }
};

QTEST_GUILESS_MAIN(ChequeAllocationTest)
#include "cheque_allocation_test.moc"
