#include "shared/cheque/cheque.h"

#include "shared/core/error_code.h"
#include "shared/core/identifier.h"

namespace nextgen::cheque {

Errors checkNewCheque(Cheque& cheque) {
    Errors errors;
    const auto refuse = [&](ErrorCode code, std::string_view field) {
        errors.push_back({code, "/" + std::string(field), {}});
    };
    /// Brings one identifier to its stored form; an empty one stays empty.
    const auto read = [&](std::string& value, auto reader, ErrorCode code, std::string_view field) {
        if (value.empty()) {
            return;
        }
        if (auto stored = reader(value)) {
            value = std::move(*stored);
        } else {
            refuse(code, field);
        }
    };

    if (cheque.sayadId.empty() &&
        (cheque.bankCode.empty() || cheque.series.empty() || cheque.serial.empty())) {
        refuse(ErrorCode::SayadIdMissing, "sayad_id");
    }
    read(cheque.sayadId, identifier::readSayadId, ErrorCode::SayadIdInvalid, "sayad_id");
    if (cheque.amount.isZero() || cheque.amount.isNegative()) {
        refuse(ErrorCode::AmountNotPositive, "amount");
    }
    read(cheque.iban, identifier::readIban, ErrorCode::IbanInvalid, "iban");
    if (!cheque.bankCode.empty() && identifier::bankByCode(cheque.bankCode) == nullptr) {
        refuse(ErrorCode::ValueNotAllowed, "bank_code");
    }
    if (cheque.bankCode.empty()) {
        const auto* bank = !cheque.iban.empty() && identifier::isIban(cheque.iban)
                               ? identifier::bankByCode(identifier::ibanBankCode(cheque.iban))
                               : identifier::bankByName(cheque.bankName);
        cheque.bankCode = bank != nullptr ? std::string(bank->code) : std::string();
    }
    if (cheque.bankName.empty() && identifier::bankByCode(cheque.bankCode) != nullptr) {
        cheque.bankName = identifier::bankByCode(cheque.bankCode)->persianName;
    }
    const auto readPerson = [](std::string_view text) {
        auto legal = identifier::readLegalId(text);
        return legal ? legal : identifier::readNationalId(text);
    };
    read(cheque.drawerNationalId, readPerson, ErrorCode::DrawerIdInvalid, "drawer_national_id");
    return errors;
}

}  // namespace nextgen::cheque
