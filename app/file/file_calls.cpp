#include "app/file/file_calls.h"

#include "app/client/decode.h"
#include "app/client/listing.h"

#include <utility>

namespace nextgen::file {

using client::Answer;
using client::Call;

namespace {

/// As long the server may be silent while it stores what it was sent.
constexpr int silenceMsMax = 120'000;

Call callOf(const Owner& owner, const char* verb) {
    Call call(owner.entity + verb);
    call.at(QStringLiteral("id"), QString::number(owner.id));
    return call;
}

Call callOf(const Owner& owner, const char* verb, FileId file) {
    Call call = callOf(owner, verb);
    call.at(QStringLiteral("file"), QString::fromStdString(file.toString()));
    return call;
}

}  // namespace

QCoro::Task<Answer<client::Page<File>>> listFiles(client::ApiClient& api, Owner owner) {
    client::Listing listing;
    listing.limit = filesMax;
    Call call = client::listCall(owner.entity + ".files", listing);
    call.at(QStringLiteral("id"), QString::number(owner.id));
    const auto answer = co_await api.call(std::move(call));
    co_return client::page<File>(answer);
}

QCoro::Task<Answer<File>> attachFile(client::ApiClient& api, Owner owner, QString path, QString idempotencyKey,
                                     client::Progress progress,
                                     std::shared_ptr<client::Cancellation> cancellation) {
    Call call = callOf(owner, ".attach_file");
    call.idempotencyKey = std::move(idempotencyKey);
    call.progress = std::move(progress);
    call.cancellation = std::move(cancellation);
    call.silenceMsMax = silenceMsMax;
    client::Upload upload;
    upload.filePath = std::move(path);
    const auto answer = co_await api.upload(std::move(call), std::move(upload));
    co_return client::one<File>(answer);
}

QCoro::Task<Answer<void>> fetchFile(client::ApiClient& api, Owner owner, FileId file, QString path,
                                    client::Progress progress,
                                    std::shared_ptr<client::Cancellation> cancellation) {
    Call call = callOf(owner, ".download_file", file);
    call.progress = std::move(progress);
    call.cancellation = std::move(cancellation);
    auto answer = co_await api.download(std::move(call), std::move(path));
    co_return answer;
}

QCoro::Task<Answer<void>> removeFile(client::ApiClient& api, Owner owner, FileId file) {
    const auto answer = co_await api.call(callOf(owner, ".remove_file", file));
    if (!answer) {
        co_return tl::unexpected(answer.error());
    }
    co_return Answer<void>();
}

QCoro::Task<Answer<File>> restoreFile(client::ApiClient& api, Owner owner, FileId file) {
    const auto answer = co_await api.call(callOf(owner, ".restore_file", file));
    co_return client::one<File>(answer);
}

}  // namespace nextgen::file
