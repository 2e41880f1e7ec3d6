#pragma once

#include "shared/core/id.h"

#include <cstdint>
#include <filesystem>
#include <stdexcept>
#include <string>

namespace nextgen::storage {

/// The store cannot be reached, or takes no more: later it may.
class Unavailable : public std::runtime_error {
  public:
    using runtime_error::runtime_error;
};

/// An object that should be there is not.
class Missing : public std::runtime_error {
  public:
    using runtime_error::runtime_error;
};

/// Keeps bytes under a key: in a folder, which servers of one database share. An object is stored as a whole or not
/// at all and never changes. Safe for use from several threads.
class ObjectStore {
  public:
    /// Makes the folder, if it can. Once it is gone nothing is stored until it is back: it may lie on a disk that is
    /// away.
    explicit ObjectStore(std::filesystem::path folder);

    /// A key of the tenant's that no other object has, and that cannot be guessed.
    static std::string freshKey(TenantId tenant);

    /// Copies the file's bytes, and returns when they are on the disk. Unavailable.
    void put(const std::string& key, const std::filesystem::path& file);
    /// Where an object can be read, of that many bytes. Missing, also when its size is another; Unavailable.
    std::filesystem::path find(const std::string& key, std::int64_t bytes) const;
    /// What is not there is removed. Unavailable.
    void remove(const std::string& key);
    /// Whether something can be stored now.
    bool isHealthy() const;

  private:
    std::filesystem::path pathOf(const std::string& key) const;

    const std::filesystem::path m_folder;
};

}  // namespace nextgen::storage
