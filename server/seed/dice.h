#pragma once

#include <cstdint>

namespace nextgen::seed {

/// One step of splitmix64: neighbouring numbers become unrelated ones.
constexpr std::uint64_t mixed(std::uint64_t number) {
    number += 0x9E3779B97F4A7C15U;
    number = (number ^ (number >> 30U)) * 0xBF58476D1CE4E5B9U;
    number = (number ^ (number >> 27U)) * 0x94D049BB133111EBU;
    return number ^ (number >> 31U);
}

/// The chance of one row. It knows nothing but the row's place, so that every row is the same in each run, in
/// whichever order and beside whichever others it is made.
class Dice {
  public:
    constexpr Dice(std::uint64_t seed, std::uint64_t stream, std::uint64_t row)
        : m_state(mixed(mixed(mixed(seed) ^ stream) ^ row)) {}

    constexpr std::uint64_t next() { return m_state = mixed(m_state); }
    /// 0 … count - 1, all alike; 0 where there is nothing to choose from.
    constexpr std::int64_t below(std::int64_t count) {
        return count < 2 ? 0 : static_cast<std::int64_t>(next() % static_cast<std::uint64_t>(count));
    }
    /// 0 … count - 1, low ones far more often: half of all fall into the first eighth.
    constexpr std::int64_t skewed(std::int64_t count) {
        const std::int64_t unit = std::int64_t{1} << 20U;
        const std::int64_t u = below(unit);
        return below(((u * u >> 20U) * u >> 20U) * count / unit + 1);
    }
    constexpr bool chance(int percent) { return below(100) < percent; }

  private:
    std::uint64_t m_state;
};

}  // namespace nextgen::seed
