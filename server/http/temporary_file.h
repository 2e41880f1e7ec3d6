#pragma once

#include <filesystem>
#include <utility>

namespace nextgen::http {

/// A file that is removed with its owner unless released.
class TemporaryFile {
  public:
    TemporaryFile() = default;
    explicit TemporaryFile(std::filesystem::path path) : m_path(std::move(path)) {}
    ~TemporaryFile() { remove(); }
    TemporaryFile(TemporaryFile&& other) noexcept : m_path(std::exchange(other.m_path, {})) {}
    TemporaryFile& operator=(TemporaryFile&& other) noexcept {
        if (this != &other) {
            remove();
            m_path = std::exchange(other.m_path, {});
        }
        return *this;
    }

    const std::filesystem::path& path() const { return m_path; }
    /// From here on the file is the caller's to remove.
    std::filesystem::path release() { return std::exchange(m_path, {}); }

  private:
    void remove() noexcept {
        if (!m_path.empty()) {
            std::error_code ignored;
            std::filesystem::remove(m_path, ignored);
        }
    }

    std::filesystem::path m_path;
};

}  // namespace nextgen::http
