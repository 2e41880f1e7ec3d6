#pragma once

#include <httplib.h>

#include <nlohmann/json.hpp>
#include <string>

namespace nextgen::testing {

using Json = nlohmann::ordered_json;

struct HttpAnswer {
    int status = 0;  ///< 0: no answer
    Json body;       ///< null when the body is empty or no JSON
    std::string text;
    httplib::Headers headers;

    std::string header(const std::string& name) const;
    /// The problem's code, "" when the answer is none.
    std::string code() const;
};

/// A caller of the server, for tests: JSON in, JSON out, with its token once it has signed in.
class HttpClient {
  public:
    explicit HttpClient(const std::string& url);

    HttpAnswer get(const std::string& path, const httplib::Headers& headers = {});
    HttpAnswer post(const std::string& path, const Json& body = Json::object(),
                    const httplib::Headers& headers = {});
    HttpAnswer patch(const std::string& path, const Json& body, const httplib::Headers& headers = {});
    HttpAnswer remove(const std::string& path, const httplib::Headers& headers = {});
    /// multipart/form-data: the file as the part "file", the others as plain parts.
    HttpAnswer upload(const std::string& path, const std::string& fileName, const std::string& content,
                      const httplib::Headers& fields = {}, const httplib::Headers& headers = {});

    /// Keeps the token for the calls that follow.
    HttpAnswer signIn(const std::string& tenant, const std::string& email, const std::string& password);
    void setToken(const std::string& token) { m_token = token; }
    const std::string& token() const { return m_token; }

  private:
    httplib::Headers with(const httplib::Headers& headers) const;

    httplib::Client m_client;
    std::string m_token;
};

/// A fresh Idempotency-Key, as one more header.
httplib::Headers freshKey();

}  // namespace nextgen::testing
