#pragma once

#include "server/http/request.h"

#include <cstddef>
#include <filesystem>
#include <semaphore>
#include <string_view>
#include <tl/expected.hpp>

namespace nextgen::http {

class Connection;

struct UploadSettings {
    std::filesystem::path
        folder;  ///< where files lie while their request runs; made at start, emptied of leftovers
    std::size_t bytesMax = api::uploadBytesMax;
    std::size_t partsMax = 16;
    std::size_t textBytesMax = 4096;
    int concurrentMax = 4;
};

/// Takes multipart bodies off connections: files go to the disk as they arrive, so that no upload costs
/// memory.
class UploadReader {
  public:
    explicit UploadReader(UploadSettings settings);

    /// Refused: server_busy when concurrentMax are under way, body_too_large, too_many_parts,
    /// upload_malformed, field_too_long and what Connection::readBody refuses.
    tl::expected<Upload, Problem> read(Connection& connection, std::string_view contentType);
    const UploadSettings& settings() const { return m_settings; }

  private:
    const UploadSettings m_settings;
    std::counting_semaphore<1024> m_free;
};

}  // namespace nextgen::http
