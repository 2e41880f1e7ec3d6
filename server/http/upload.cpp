#include "server/http/upload.h"

#include "server/http/connection.h"
#include "server/http/multipart.h"

#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <system_error>

namespace nextgen::http {

namespace {

constexpr std::string_view filePrefix = "upload-";
constexpr std::size_t readBytes = 64 * 1024;
constexpr int busyRetrySeconds = 5;

/// The parts as they come in.
class Collector {
  public:
    explicit Collector(const UploadSettings& settings) : m_settings(settings) {}
    ~Collector() { closeFile(); }
    Collector(const Collector&) = delete;
    Collector& operator=(const Collector&) = delete;

    MultipartParser::Taken begin(PartHead head) {
        finish();
        if (m_upload.parts.size() >= m_settings.partsMax) {
            m_problem = Error{ErrorCode::TooManyParts, {}, {{"limit", std::to_string(m_settings.partsMax)}}};
            return tl::unexpected(ErrorCode::TooManyParts);
        }
        Part& part = m_upload.parts.emplace_back();
        part.name = std::move(head.name);
        part.fileName = std::move(head.fileName);
        part.mediaType = std::move(head.mediaType);
        crypto_generichash_init(&m_hash, nullptr, 0, crypto_generichash_BYTES);
        if (!part.fileName.empty()) {
            std::string path = (m_settings.folder / (std::string(filePrefix) + "XXXXXX")).string();
            m_file = ::mkostemp(path.data(), O_CLOEXEC);
            if (m_file < 0) {
                throw std::system_error(errno, std::generic_category(), "cannot keep an upload in " + path);
            }
            part.file = TemporaryFile(path);
        }
        return {};
    }

    MultipartParser::Taken add(std::string_view bytes) {
        Part& part = m_upload.parts.back();
        part.bytes += bytes.size();
        crypto_generichash_update(&m_hash, reinterpret_cast<const unsigned char*>(bytes.data()),
                                  bytes.size());
        if (m_file < 0) {
            if (part.bytes > m_settings.textBytesMax) {
                m_problem = Error{ErrorCode::FieldTooLong,
                                  "/" + part.name,
                                  {{"limit", std::to_string(m_settings.textBytesMax)}}};
                return tl::unexpected(ErrorCode::FieldTooLong);
            }
            part.text.append(bytes);
            return {};
        }
        while (!bytes.empty()) {
            const ssize_t written = ::write(m_file, bytes.data(), bytes.size());
            if (written < 0 && errno != EINTR) {
                throw std::system_error(errno, std::generic_category(), "cannot keep an upload");
            }
            bytes.remove_prefix(static_cast<std::size_t>(std::max<ssize_t>(written, 0)));
        }
        return {};
    }

    Upload take() {
        finish();
        return std::move(m_upload);
    }

    Problem problem(ErrorCode code) const { return m_problem.value_or(Error{code, {}, {}}); }

  private:
    void finish() {
        if (!m_upload.parts.empty()) {
            std::string& digest = m_upload.parts.back().digest;
            if (digest.empty()) {
                digest.resize(crypto_generichash_BYTES);
                crypto_generichash_final(&m_hash, reinterpret_cast<unsigned char*>(digest.data()),
                                         digest.size());
            }
        }
        closeFile();
    }

    void closeFile() {
        if (m_file >= 0) {
            ::close(m_file);
            m_file = -1;
        }
    }

    const UploadSettings& m_settings;
    Upload m_upload;
    int m_file = -1;
    crypto_generichash_state m_hash{};
    std::optional<Error> m_problem;
};

struct Slot {
    std::counting_semaphore<1024>& free;
    ~Slot() { free.release(); }
};

}  // namespace

UploadReader::UploadReader(UploadSettings settings)
    : m_settings(std::move(settings)), m_free(m_settings.concurrentMax) {
    std::filesystem::create_directories(m_settings.folder);
    for (const auto& entry : std::filesystem::directory_iterator(m_settings.folder)) {
        if (entry.path().filename().string().starts_with(filePrefix)) {
            std::filesystem::remove(entry.path());
        }
    }
}

tl::expected<Upload, Problem> UploadReader::read(Connection& connection, std::string_view contentType) {
    const Problem tooLarge(
        Error{ErrorCode::BodyTooLarge, {}, {{"limit", std::to_string(m_settings.bytesMax)}}});
    if (connection.contentLength().value_or(0) > m_settings.bytesMax) {
        return tl::unexpected(tooLarge);
    }
    const std::string boundary = MultipartParser::boundaryOf(contentType);
    if (boundary.empty()) {
        return tl::unexpected(Problem(ErrorCode::UploadMalformed));
    }
    if (!m_free.try_acquire()) {
        return tl::unexpected(Problem(ErrorCode::ServerBusy).retryAfter(busyRetrySeconds));
    }
    const Slot slot{m_free};
    Collector collector(m_settings);
    MultipartParser parser(
        boundary, [&](PartHead head) { return collector.begin(std::move(head)); },
        [&](std::string_view bytes) { return collector.add(bytes); });
    std::string buffer(readBytes, '\0');
    for (std::size_t bytes = 0;;) {
        const auto got = connection.readBody(buffer.data(), buffer.size());
        if (!got) {
            return tl::unexpected(Problem(got.error()));
        }
        if (*got == 0) {
            break;
        }
        bytes += *got;
        if (bytes > m_settings.bytesMax) {
            return tl::unexpected(tooLarge);
        }
        if (const auto taken = parser.feed(std::string_view(buffer).substr(0, *got)); !taken) {
            return tl::unexpected(collector.problem(taken.error()));
        }
    }
    if (!parser.isComplete()) {
        return tl::unexpected(Problem(ErrorCode::UploadMalformed));
    }
    return collector.take();
}

}  // namespace nextgen::http
