#include "tests/fuzz/targets.h"

#include <sodium.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>

using namespace nextgen;

namespace {

/// Named by FUZZ_TARGET: libFuzzer keeps the command line for itself.
const fuzz::Target& chosen() {
    const char* const name = std::getenv("FUZZ_TARGET");
    for (const fuzz::Target& target : fuzz::targets()) {
        if (name != nullptr && target.name == name) {
            return target;
        }
    }
    for (const fuzz::Target& target : fuzz::targets()) {
        std::fprintf(stderr, "%.*s\n", static_cast<int>(target.name.size()), target.name.data());
    }
    std::exit(2);
}

}  // namespace

void fuzz::demand(bool holds, const char* promise) {
    if (!holds) {
        std::fprintf(stderr, "broken promise: %s\n", promise);
        std::abort();
    }
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const fuzz::Target& target = [&]() -> const fuzz::Target& {
        fuzz::demand(sodium_init() >= 0, "libsodium can be used");
        return chosen();
    }();
    target.run({reinterpret_cast<const char*>(data), size});
    return 0;
}
