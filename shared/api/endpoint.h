#pragma once

#include "shared/api/list_spec.h"
#include "shared/api/permission.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace nextgen::api {

enum class Method : std::uint8_t { Get, Post, Patch, Delete };
std::string_view methodName(Method method);

/// Whether a caller's Idempotency-Key must, may or cannot come along.
enum class Idempotency : std::uint8_t { None, Accepted, Required };

enum class Body : std::uint8_t { None, Json, OptionalJson, Upload };

/// Who may call: anybody, or a signed-in user who holds `permission`.
enum class Access : std::uint8_t { Public, SignedIn };

/// What a person has to do before anything else.
enum class Duty : std::uint8_t { None, ChangePassword, EnrollSecondFactor };
/// "change_password"; empty for None.
std::string_view dutyName(Duty duty);
/// None for a name of none.
Duty dutyByName(std::string_view name);

enum Mark : unsigned {
    Unmarked = 0,
    StepUp = 1U << 0,              ///< needs a proof of who is asking that is no older than five minutes
    WhilePasswordIsDue = 1U << 1,  ///< open to whoever has to change a password first
    WhileFactorIsDue = 1U << 2,    ///< open to whoever has to enrol a second factor first
    AlwaysOpen = WhilePasswordIsDue | WhileFactorIsDue,
};

/// One call of the API, said once: the router, the permissions, the OpenAPI document and the client read this
/// line.
struct Endpoint {
    std::string_view operation;  ///< the name handlers register under, e.g. "cheques.list"
    Method method;
    std::string_view path;  ///< below /api/v1, with {names}
    Access access;
    Permission permission;
    Body body;
    Idempotency idempotency;
    std::string_view request;   ///< schema name of the body; empty: none or described in words
    std::string_view response;  ///< schema name of the answer
    const ListSpec* list;       ///< for lists: how they may be asked
    std::string_view summary;
    /// What else the query may carry; a parameter that neither `list` nor this names is refused.
    std::span<const ListField> parameters = {};
    unsigned marks = Unmarked;
    /// How often a minute one person, or of a public call one address, may ask; 0: no limit of its own.
    int perMinute = 0;

    constexpr bool has(Mark mark) const { return (marks & mark) != 0; }
    constexpr bool isOpenTo(Duty duty) const {
        return duty == Duty::None ||
               has(duty == Duty::ChangePassword ? WhilePasswordIsDue : WhileFactorIsDue);
    }
    constexpr Endpoint atMost(int times) const {
        Endpoint copy = *this;
        copy.perMinute = times;
        return copy;
    }
    constexpr Endpoint marked(unsigned with) const {
        Endpoint copy = *this;
        copy.marks |= with;
        return copy;
    }
};

std::span<const Endpoint> endpoints();
/// The line of an operation; throws std::out_of_range for a name that is none, since that is a slip of the
/// programmer.
const Endpoint& endpoint(std::string_view operation);

inline constexpr std::string_view basePath = "/api/v1";
inline constexpr std::size_t bodyBytesMax = std::size_t{1} << 20;
inline constexpr std::size_t uploadBytesMax = std::size_t{64} << 20;
inline constexpr int jsonDepthMax = 16;

}  // namespace nextgen::api
