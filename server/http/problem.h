#pragma once

#include "shared/core/error_code.h"

#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nextgen::http {

using Json = nlohmann::ordered_json;

/// A refusal on its way out (RFC 9457). One Error answers with its own code; a list of them with
/// validation_failed and all of its members at once.
class Problem {
  public:
    Problem(ErrorCode code) : m_error{code, {}, {}} {}   // NOLINT: refuse(code) converts
    Problem(Error error) : m_error(std::move(error)) {}  // NOLINT: refuse(error) converts
    Problem(Errors errors);                              // NOLINT: what validation answers converts

    /// A further member of the answer, e.g. {"current_version", 7}.
    Problem& with(std::string_view member, const Json& value) &;
    Problem with(std::string_view member, const Json& value) &&;
    /// Adds Retry-After.
    Problem& retryAfter(int seconds) &;
    Problem retryAfter(int seconds) &&;

    const Error& error() const { return m_error; }
    const Errors& errors() const { return m_errors; }
    std::optional<int> retryAfterSeconds() const { return m_retryAfterSeconds; }
    int status() const;

    /// The answer's body, with its sentences in `language`. Without a request id: one of several within an
    /// answer.
    Json toJson(Language language, std::string_view requestId = {}) const;
    /// The same as text.
    std::string render(Language language, std::string_view requestId) const;

  private:
    Error m_error;
    Errors m_errors;
    std::vector<std::pair<std::string, std::string>> m_members;  ///< values as JSON text
    std::optional<int> m_retryAfterSeconds;
};

/// What Accept-Language asks for, by q-value: Persian where fa is preferred to en, English otherwise.
Language languageOf(std::string_view acceptLanguage);

}  // namespace nextgen::http
