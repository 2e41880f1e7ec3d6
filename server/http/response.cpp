#include "server/http/response.h"

#include "shared/api/endpoint.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace nextgen::http {

namespace {

std::string percentEncoded(std::string_view text) {
    static constexpr std::string_view plain =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    static constexpr std::string_view digits = "0123456789ABCDEF";
    std::string encoded;
    for (const char c : text) {
        if (plain.find(c) != std::string_view::npos) {
            encoded += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            encoded += '%';
            encoded += digits[byte >> 4U];
            encoded += digits[byte & 15U];
        }
    }
    return encoded;
}

constexpr const char* dispositionName = "Content-Disposition";

std::pair<std::string, std::string> disposition(std::string_view fileName) {
    return {dispositionName, "attachment; filename*=UTF-8''" + percentEncoded(fileName)};
}

}  // namespace

Response Response::json(int status, const Json& value) {
    Response response = rendered(value.dump(-1, ' ', false, Json::error_handler_t::replace));
    response.status = status;
    return response;
}

Response Response::rendered(std::string json) {
    Response response;
    response.body = std::move(json);
    response.mediaType = "application/json";
    return response;
}

Response Response::created(std::string_view path, const Json& value) {
    return json(201, value).withHeader("Location", std::string(api::basePath) + std::string(path));
}

Response Response::noContent() {
    Response response;
    response.status = 204;
    return response;
}

Response Response::bytes(std::string content, std::string mediaType, std::string_view fileName) {
    Response response;
    response.body = std::move(content);
    response.mediaType = std::move(mediaType);
    response.headers.push_back(disposition(fileName));
    return response;
}

Response Response::download(TemporaryFile file, std::string mediaType, std::string_view fileName) {
    Response response = bytes({}, std::move(mediaType), fileName);
    response.file = std::move(file);
    return response;
}

Response Response::stored(std::filesystem::path file, std::string mediaType, std::string_view fileName) {
    Response response = bytes({}, std::move(mediaType), fileName);
    response.storedFile = std::move(file);
    return response;
}

bool Response::isDownload() const {
    return std::any_of(headers.begin(), headers.end(),
                       [](const auto& header) { return header.first == dispositionName; });
}

Response& Response::withHeader(std::string name, std::string value) & {
    headers.emplace_back(std::move(name), std::move(value));
    return *this;
}

Response Response::withHeader(std::string name, std::string value) && {
    return std::move(withHeader(std::move(name), std::move(value)));
}

std::string etagOf(int version) {
    return '"' + std::to_string(version) + '"';
}

}  // namespace nextgen::http
