#include "shared/core/kept_text.h"

#include <deque>
#include <mutex>
#include <utility>

namespace nextgen {

std::string_view keptText(std::string text) {
    static std::mutex mutex;
    static std::deque<std::string> texts;
    const std::scoped_lock lock(mutex);
    return texts.emplace_back(std::move(text));
}

}  // namespace nextgen
