#pragma once

#include "shared/core/error_code.h"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace nextgen::http {

/// The headers of a part.
struct PartHead {
    std::string name;
    std::string fileName;  ///< the last step of what was sent, without control characters; empty: not a file
    std::string mediaType;
};

/// Takes a multipart/form-data body apart as it arrives, holding no more of it than a part's headers or a
/// boundary.
class MultipartParser {
  public:
    using Taken = tl::expected<void, ErrorCode>;

    /// `onPart` is told of each part's head, then `onData` of its content piece by piece; what they refuse
    /// ends the parsing.
    MultipartParser(std::string_view boundary, std::function<Taken(PartHead)> onPart,
                    std::function<Taken(std::string_view)> onData);

    /// The next bytes of the body. Refused: upload_malformed, or what a callback refused.
    Taken feed(std::string_view bytes);
    /// Whether the closing boundary has come.
    bool isComplete() const { return m_state == State::End; }

    /// The boundary of a Content-Type, empty when it has none that could be one.
    static std::string boundaryOf(std::string_view contentType);

  private:
    enum class State { Data, AfterBoundary, Head, End };

    Taken step(bool& isStuck);
    Taken takeHead(std::string_view head);

    const std::string m_delimiter;  ///< CRLF, two hyphens and the boundary
    std::function<Taken(PartHead)> m_onPart;
    std::function<Taken(std::string_view)> m_onData;
    // The body is read as if a line had ended before it, so that the first boundary looks like the others.
    std::string m_buffer = "\r\n";
    State m_state = State::Data;
    bool m_isInPart = false;
};

/// A parameter of a header's value, by name: `name="a b"; filename*=UTF-8''%D8%A7`.
std::string headerParameter(std::string_view value, std::string_view name);

}  // namespace nextgen::http
