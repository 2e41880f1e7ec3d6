#pragma once

#include "shared/describe/describe.h"
#include "shared/describe/translate.h"

#include <string>

namespace nextgen::api {

/// Which secret of a record is to be read in full.
struct RevealRequest {
    std::string field;
};

constexpr auto descriptionOf(std::type_identity<RevealRequest>) {
    using namespace describe;
    return schema("reveal", field("field", &RevealRequest::field).with(Required).upTo(60));
}

struct Revealed {
    std::string field;
    std::string value;  ///< in its stored form; empty when there is none
};

constexpr auto descriptionOf(std::type_identity<Revealed>) {
    using namespace describe;
    return schema("revealed", field("field", &Revealed::field), field("value", &Revealed::value));
}

}  // namespace nextgen::api
