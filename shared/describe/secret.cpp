#include "shared/describe/secret.h"

#include "shared/core/error_code.h"
#include "shared/core/identifier.h"

namespace nextgen::describe {

Result<std::string> readSecret(Secret kind, std::string_view typed) {
    const auto orRefuse = [](std::optional<std::string> read, ErrorCode code) -> Result<std::string> {
        return read ? Result<std::string>(std::move(*read)) : refuse(code);
    };
    switch (kind) {
        case Secret::NationalId: {
            auto ofCompany = identifier::readLegalId(typed);
            return orRefuse(ofCompany ? ofCompany : identifier::readNationalId(typed),
                            ErrorCode::NationalIdInvalid);
        }
        case Secret::Iban:
            return orRefuse(identifier::readIban(typed), ErrorCode::IbanInvalid);
        case Secret::EconomicCode:
        case Secret::No:
            break;
    }
    return refuse(ErrorCode::ValueRefused);
}

std::string lastFour(std::string_view stored) {
    return std::string(stored.substr(stored.size() - std::min<std::size_t>(stored.size(), 4)));
}

std::string masked(Secret kind, std::string_view lastFour) {
    if (lastFour.empty()) {
        return {};
    }
    return (kind == Secret::Iban ? "IR** … " : "******") + std::string(lastFour);
}

}  // namespace nextgen::describe
