#pragma once

#include "server/http/problem.h"
#include "server/http/temporary_file.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

namespace nextgen::http {

/// What a handler answers.
struct Response {
    int status = 200;
    std::string body;
    std::string mediaType;
    std::vector<std::pair<std::string, std::string>> headers;
    std::optional<int> version;         ///< of the record; becomes the ETag
    std::string tag;                    ///< the ETag, with its quotes, of what is no record; may be empty
    std::optional<TemporaryFile> file;  ///< sent instead of `body`, then removed
    std::filesystem::path storedFile;   ///< the same, and stays; empty: none

    static Response json(const Json& value) { return json(200, value); }
    static Response json(int status, const Json& value);
    /// JSON that is rendered already, e.g. out of the AnswerCache.
    static Response rendered(std::string json);
    /// 201 with Location; `path` is below /api/v1.
    static Response created(std::string_view path, const Json& value);
    static Response noContent();
    /// A download; fileName may be Persian.
    static Response bytes(std::string content, std::string mediaType, std::string_view fileName);
    static Response download(TemporaryFile file, std::string mediaType, std::string_view fileName);
    static Response stored(std::filesystem::path file, std::string mediaType, std::string_view fileName);

    /// Whether it is a file to keep.
    bool isDownload() const;

    Response& withVersion(int number) & {
        version = number;
        return *this;
    }
    Response withVersion(int number) && { return std::move(withVersion(number)); }
    Response& withHeader(std::string name, std::string value) &;
    Response withHeader(std::string name, std::string value) &&;
};

/// `return Response::json(…);`, `return refuse(ErrorCode::NotFound);` and
/// `return tl::unexpected(Problem(errors));` are all answers.
using Answer = tl::expected<Response, Problem>;

/// The ETag of a version: "7" with the quotes.
std::string etagOf(int version);

}  // namespace nextgen::http
