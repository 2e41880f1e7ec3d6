#include "tests/support/http_client.h"

#include <atomic>
#include <random>

namespace nextgen::testing {

namespace {

HttpAnswer understand(const httplib::Result& result) {
    if (!result) {
        return {};
    }
    HttpAnswer answer{result->status, nullptr, result->body, result->headers};
    Json body = Json::parse(result->body, nullptr, false);
    if (!body.is_discarded()) {
        answer.body = std::move(body);
    }
    return answer;
}

}  // namespace

std::string HttpAnswer::header(const std::string& name) const {
    const auto found = headers.find(name);
    return found == headers.end() ? std::string() : found->second;
}

std::string HttpAnswer::code() const {
    return body.is_object() ? body.value("code", std::string()) : std::string();
}

HttpClient::HttpClient(const std::string& url) : m_client(url) {
    m_client.set_keep_alive(true);
    m_client.set_tcp_nodelay(true);
    m_client.set_read_timeout(60, 0);
}

httplib::Headers HttpClient::with(const httplib::Headers& headers) const {
    httplib::Headers all = headers;
    if (!m_token.empty() && all.find("Authorization") == all.end()) {
        all.emplace("Authorization", "Bearer " + m_token);
    }
    return all;
}

HttpAnswer HttpClient::get(const std::string& path, const httplib::Headers& headers) {
    return understand(m_client.Get(path, with(headers)));
}

HttpAnswer HttpClient::post(const std::string& path, const Json& body, const httplib::Headers& headers) {
    return understand(m_client.Post(path, with(headers), body.dump(), "application/json"));
}

HttpAnswer HttpClient::patch(const std::string& path, const Json& body, const httplib::Headers& headers) {
    return understand(m_client.Patch(path, with(headers), body.dump(), "application/json"));
}

HttpAnswer HttpClient::remove(const std::string& path, const httplib::Headers& headers) {
    return understand(m_client.Delete(path, with(headers)));
}

HttpAnswer HttpClient::upload(const std::string& path, const std::string& fileName,
                              const std::string& content, const httplib::Headers& fields,
                              const httplib::Headers& headers) {
    httplib::MultipartFormDataItems items{{"file", content, fileName, "application/octet-stream"}};
    for (const auto& [name, value] : fields) {
        items.push_back({name, value, {}, {}});
    }
    return understand(m_client.Post(path, with(headers), items));
}

HttpAnswer HttpClient::signIn(const std::string& tenant, const std::string& email,
                              const std::string& password) {
    m_token.clear();
    HttpAnswer answer =
        post("/api/v1/auth/login", {{"tenant", tenant}, {"email", email}, {"password", password}});
    if (answer.status == 200) {
        m_token = answer.body.value("token", std::string());
    }
    return answer;
}

httplib::Headers freshKey() {
    static std::atomic<int> count = 0;
    static const unsigned seed = std::random_device{}();
    return {{"Idempotency-Key", "test-" + std::to_string(seed) + "-" + std::to_string(++count)}};
}

}  // namespace nextgen::testing
