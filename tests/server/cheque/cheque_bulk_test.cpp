#include "tests/server/cheque/cheque_desk.h"

using namespace nextgen;
using testing::ChequeDesk;
using testing::freshKey;
using testing::Json;

/// Many cheques at once: by what was scanned, with days of their own; twins; exchanges.
class ChequeBulkTest : public QObject {
    Q_OBJECT

    std::unique_ptr<ChequeDesk> m_desk;

    Json bulk(const Json& body, int status = 200) {
        const auto answer = m_desk->admin().post("/api/v1/cheques/bulk", body, freshKey());
        if (answer.status != status) {
            qFatal("%d: %s", answer.status, answer.text.c_str());
        }
        return answer.body;
    }
    Json leaf(const Json& more = Json::object()) const {
        Json body{{"dealer_id", m_desk->dealer}, {"amount", 1'000}, {"due_on", "2027-03-01"}};
        body.update(more);
        return body;
    }

  private slots:
    void initTestCase() { m_desk = std::make_unique<ChequeDesk>(); }

    void whatWasScannedIsMovedAndTheRestSaysWhyNot() {
        const Json first = m_desk->receive({{"sayad_id", "4444000000000001"}});
        const Json gone = m_desk->receive({{"sayad_id", "4444000000000002"}});
        m_desk->moved(gone, "void");
        const Json twice = m_desk->receive({{"sayad_id", "4444000000000003"}});
        m_desk->moved(twice, "void");
        m_desk->moved(m_desk->receive({{"sayad_id", "4444000000000003"}}), "void");
        const Json answer =
            bulk({{"move", "deposit"},
                  {"sayad_ids",
                   {"۴۴۴۴ ۰۰۰۰ ۰۰۰۰ ۰۰۰۱", "4444000000000002", "4444000000000003", "4444000000000099", "1.23E+15"}}});
        QCOMPARE(answer["moved"].get<int>(), 1);
        QCOMPARE(answer["refused"].get<int>(), 4);
        const Json& results = answer["results"];
        QCOMPARE(results[0]["id"], first["id"]);
        QCOMPARE(results[0]["given"].get<std::string>(), std::string("۴۴۴۴ ۰۰۰۰ ۰۰۰۰ ۰۰۰۱"));
        QCOMPARE(results[1]["code"].get<std::string>(), std::string("move_not_allowed"));
        QCOMPARE(results[1]["status"].get<std::string>(), std::string("void"));
        QCOMPARE(results[2]["code"].get<std::string>(), std::string("cheque_ambiguous"));
        QCOMPARE(results[3]["code"].get<std::string>(), std::string("not_found"));
        QCOMPARE(results[4]["code"].get<std::string>(), std::string("sayad_id_invalid"));
        QVERIFY(results[4]["id"].is_null());
    }

    void someAreMovedOnDaysOfTheirOwn() {
        const Json first = m_desk->receive();
        const Json second = m_desk->receive();
        const Json answer = bulk({{"move", "deposit"},
                                  {"ids", {first["id"], second["id"]}},
                                  {"dates", {nullptr, "2026-11-03"}},
                                  {"occurred_on", "2026-11-05"},
                                  {"note", "دسته"}});
        QCOMPARE(answer["moved"].get<int>(), 2);
        QCOMPARE(m_desk->eventsOf(first).back()["occurred_on"].get<std::string>(), std::string("2026-11-05"));
        QCOMPARE(m_desk->eventsOf(second).back()["occurred_on"].get<std::string>(), std::string("2026-11-03"));
        QCOMPARE(m_desk->eventsOf(second).back()["note"].get<std::string>(), std::string("دسته"));
        bulk({{"move", "recall"}, {"ids", Json::array({first["id"]})}, {"dates", {"2026-11-03", "2026-11-03"}}}, 422);
        bulk({{"move", "recall"}, {"ids", Json::array({first["id"]})}, {"dates", Json::array({"2190-01-01"})}}, 422);
    }

    void aBulkIsBounded() {
        bulk({{"move", "deposit"}, {"ids", std::vector<std::string>(10'001, "1")}}, 422);
        QCOMPARE(bulk({{"move", "deposit"}, {"ids", std::vector<std::string>(10'000, "1")}})["refused"].get<int>(),
                 10'000);
        bulk({{"move", "receive"}, {"ids", Json::array({"1"})}}, 422);
        bulk({{"move", "deposit"}, {"ids", Json::array()}}, 422);
        bulk({{"move", "deposit"}, {"ids", Json::array({"1"})}, {"colour", "red"}}, 422);
    }

    void twinsAreFoundInTheListAndAmongWhatIsRecorded() {
        const Json known = m_desk->receive({{"sayad_id", "6666000000000001"},
                                            {"amount", 31'337},
                                            {"due_on", "2027-03-10"},
                                            {"account_number", "55"},
                                            {"serial", "77"}});
        const Json ended = m_desk->receive({{"sayad_id", "6666000000000002"}, {"amount", 424'242}});
        m_desk->moved(ended, "void");
        const auto answer = m_desk->admin().post(
            "/api/v1/cheques/twins",
            {{"cheques",
              {leaf({{"sayad_id", "6666000000000001"}}), leaf({{"serial", "77"}, {"account_number", "55"}}),
               leaf({{"amount", 31'337}, {"due_on", "2027-03-13"}}),
               leaf({{"sayad_id", "6666000000000002"}, {"amount", 424'242}}),
               leaf({{"sayad_id", "6666 0000 0000 0001"}})}}});
        QVERIFY2(answer.status == 200, answer.text.c_str());
        const Json& results = answer.body["results"];
        const auto by = [&](int place) {
            QStringList found;
            for (const Json& twin : results[std::size_t(place)]["twins"]) {
                if (twin["cheque"].is_object() && twin["cheque"]["id"] == known["id"]) {
                    found << QString::fromStdString(twin["by"].get<std::string>());
                }
            }
            return found.join(' ');
        };
        QCOMPARE(by(0), QString("sayad_id"));
        QCOMPARE(by(1), QString("account"));
        QCOMPARE(by(2), QString("amount"));
        QCOMPARE(by(3), QString());
        QCOMPARE(results[2]["twins"][0]["is_certain"].get<bool>(), false);
        QCOMPARE(results[4]["twins"][0]["place"].get<int>(), 0);
        QCOMPARE(results[4]["twins"][0]["by"].get<std::string>(), std::string("sayad_id"));
        QCOMPARE(m_desk->admin().post("/api/v1/cheques/twins", {{"cheques", Json::array()}}).status, 422);
    }

    void chequesAreExchangedAllOrNone() {
        const Json first = m_desk->receive({{"amount", 1'000}, {"due_on", "2026-12-01"}});
        const Json second = m_desk->receive({{"amount", 3'000}, {"due_on", "2026-12-09"}});
        auto expected = m_desk->balances();
        const auto exchange = [&](const Json& in) {
            return m_desk->admin().post("/api/v1/cheque_exchanges",
                                        {{"out", {first["id"], second["id"]}}, {"in", in}, {"note", "تعویض"}},
                                        freshKey());
        };
        const Json good = leaf({{"sayad_id", "3333000000000001"}, {"amount", 4'500}, {"due_on", "2026-12-27"}});
        // One that is here already keeps all of it back.
        const auto refused = exchange(Json::array({good, leaf({{"sayad_id", first["sayad_id"]}}), good}));
        QVERIFY2(refused.status == 409, refused.text.c_str());
        QVERIFY(m_desk->balances() == expected);
        QCOMPARE(exchange(Json::array({leaf({{"amount", 0}, {"sayad_id", "1"}})})).status, 422);

        const auto made = exchange(Json::array({good}));
        QVERIFY2(made.status == 201, made.text.c_str());
        QCOMPARE(made.body["difference"].get<int>(), 500);
        QCOMPARE(made.body["out_ras_on"].get<std::string>(), std::string("2026-12-07"));
        QCOMPARE(made.body["ras_days"].get<int>(), 20);
        QCOMPARE(made.body["out"].size(), std::size_t(2));
        QCOMPARE(made.body["in"][0]["status"].get<std::string>(), std::string("on_hand"));
        QCOMPARE(m_desk->statusOf(first), std::string("returned"));
        expected["cheques_on_hand"] += 500;
        expected["unapplied_receipts"] -= 500;
        QVERIFY(m_desk->balances() == expected);
        const std::string path = "/api/v1/cheque_exchanges/" + made.body["id"].get<std::string>();
        QCOMPARE(m_desk->admin().get(path).body, made.body);
        QCOMPARE(m_desk->admin().get("/api/v1/cheque_exchanges").body["items"][0]["id"], made.body["id"]);
        QCOMPARE(exchange(Json::array({good})).code(), std::string("move_not_allowed"));
    }

    void chequesOfTwoDealersAreNotExchanged() {
        m_desk->stack().owner().script(
            "INSERT INTO app.dealer_profiles (tenant_id, code, company_name, tier) SELECT id, 'OTHER', 'other', 'GOLD' "
            "FROM app.tenants WHERE slug = 'nextgen'");
        const std::string other = m_desk->admin().get("/api/v1/dealers?code=OTHER").body["items"][0]["id"];
        const Json cheque = m_desk->receive();
        const auto answer = m_desk->admin().post(
            "/api/v1/cheque_exchanges",
            {{"out", Json::array({cheque["id"]})},
             {"in", Json::array({leaf({{"dealer_id", other}, {"sayad_id", "3333000000000009"}})})}},
            freshKey());
        QCOMPARE(answer.code(), std::string("dealers_differ"));
        const auto repeated = m_desk->admin().post("/api/v1/cheque_exchanges",
                                                   {{"out", {cheque["id"], cheque["id"]}},
                                                    {"in", Json::array({leaf({{"sayad_id", "3333000000000010"}})})}},
                                                   freshKey());
        QCOMPARE(repeated.code(), std::string("record_repeated"));
    }
};

QTEST_GUILESS_MAIN(ChequeBulkTest)
#include "cheque_bulk_test.moc"
