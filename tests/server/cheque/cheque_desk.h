#pragma once

#include "shared/cheque/cheque_status.h"
#include "tests/support/http_client.h"
#include "tests/support/test_stack.h"

#include <QtTest>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace nextgen::testing {

/// A cashier's desk before the real server: the demo tenant's administrator, a dealer, and cheques as they are
/// needed.
class ChequeDesk {
  public:
    using Balances = std::map<std::string, std::int64_t>;

    ChequeDesk() : m_stack(true), m_server(m_stack), m_admin(m_server.url()) {
        if (m_admin.signIn("nextgen", "admin@nextgen.local", "Admin123!").status != 200) {
            qFatal("nobody signed in");
        }
        dealer = m_admin.get("/api/v1/dealers").body["items"][0]["id"].get<std::string>();
    }

    std::string dealer;

    TestStack& stack() { return m_stack; }
    const ServerProcess& server() const { return m_server; }
    HttpClient& admin() { return m_admin; }

    /// A cheque on hand, with `more` beside or in place of what every one has.
    Json receive(const Json& more = Json::object()) {
        Json body{{"dealer_id", dealer},
                  {"sayad_id", std::to_string(++m_nextSayadId)},
                  {"amount", 1'000},
                  {"due_on", "2026-12-06"},
                  {"bank_name", "بانک ملت"}};
        body.update(more);
        const auto answer = m_admin.post("/api/v1/cheques", body, freshKey());
        if (answer.status != 201) {
            qFatal("no cheque: %s", answer.text.c_str());
        }
        return answer.body;
    }
    static std::string pathOf(const Json& cheque) {
        return "/api/v1/cheques/" + cheque["id"].get<std::string>();
    }
    HttpAnswer move(const Json& cheque, std::string_view move, const Json& body = Json::object()) {
        return m_admin.post(pathOf(cheque) + "/" + std::string(move), body);
    }
    /// One that must succeed.
    Json moved(const Json& cheque, std::string_view name, const Json& body = Json::object()) {
        const HttpAnswer answer = move(cheque, name, body);
        if (answer.status != 200) {
            qFatal("not moved: %s", answer.text.c_str());
        }
        return answer.body;
    }
    std::string statusOf(const Json& cheque) {
        return m_admin.get(pathOf(cheque)).body["status"].get<std::string>();
    }
    Json eventsOf(const Json& cheque) { return m_admin.get(pathOf(cheque) + "/events").body["items"]; }

    /// What the dealer's accounts stand at, without those at zero.
    Balances balances() {
        Balances byAccount;
        const Json closing = m_admin.get("/api/v1/dealers/" + dealer + "/statement").body["closing"];
        for (const auto& [account, balance] : closing.items()) {
            if (balance.get<std::int64_t>() != 0) {
                byAccount[account] = balance.get<std::int64_t>();
            }
        }
        return byAccount;
    }

    /// The moves that lead from on_hand to a status, by the life cycle itself.
    static std::vector<cheque::Move> wayTo(cheque::Status wanted) {
        std::map<cheque::Status, std::vector<cheque::Move>> ways{{cheque::Status::OnHand, {}}};
        for (bool grew = true; grew;) {
            grew = false;
            for (const auto& transition : cheque::transitions()) {
                if (transition.from && ways.contains(*transition.from) && !ways.contains(transition.to)) {
                    auto way = ways[*transition.from];
                    way.push_back(transition.move);
                    ways[transition.to] = way;
                    grew = true;
                }
            }
        }
        return ways.at(wanted);
    }

    void set(std::string_view key, const std::string& json) {
        m_stack.owner().runText(
            "INSERT INTO app.settings (tenant_id, key, value) VALUES ($1, $2, $3::jsonb) ON CONFLICT "
            "(tenant_id, key) DO UPDATE SET value = excluded.value",
            {m_stack.tenant("nextgen").toString(), std::string(key), json});
    }
    std::int64_t number(const std::string& query) {
        return m_stack.owner().runText(query, {}).one().get<std::int64_t>(std::size_t(0));
    }

  private:
    TestStack m_stack;
    ServerProcess m_server;
    HttpClient m_admin;
    std::int64_t m_nextSayadId = 1'000'000'000'000'000;
};

}  // namespace nextgen::testing
