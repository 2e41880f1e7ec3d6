#pragma once

#include "app/client/api_client.h"
#include "app/client/page.h"
#include "shared/file/file.h"

#include <cstdint>
#include <memory>
#include <string>

/// What the client asks about the files of a record.
namespace nextgen::file {

/// A record that files are attached to.
struct Owner {
    std::string entity;  ///< as in routes: "orders"
    std::int64_t id = 0;

    bool operator==(const Owner&) const = default;
};

/// A file's name within a text, in its own direction.
inline QString shownName(const QString& name) {
    return QChar(0x2068) + name + QChar(0x2069);
}

/// All of them, newest first.
QCoro::Task<client::Answer<client::Page<File>>> listFiles(client::ApiClient& api, Owner owner);
/// Under the same key a file is attached once, however often it is sent.
QCoro::Task<client::Answer<File>> attachFile(client::ApiClient& api, Owner owner, QString path,
                                             QString idempotencyKey, client::Progress progress,
                                             std::shared_ptr<client::Cancellation> cancellation);
QCoro::Task<client::Answer<void>> fetchFile(client::ApiClient& api, Owner owner, FileId file, QString path,
                                            client::Progress progress,
                                            std::shared_ptr<client::Cancellation> cancellation);
QCoro::Task<client::Answer<void>> removeFile(client::ApiClient& api, Owner owner, FileId file);
/// Brings back what was removed.
QCoro::Task<client::Answer<File>> restoreFile(client::ApiClient& api, Owner owner, FileId file);

}  // namespace nextgen::file
