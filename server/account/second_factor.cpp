#include "server/account/second_factor.h"

#include "server/account/totp.h"
#include "server/sql.h"

namespace nextgen::account {

namespace {

constexpr std::string_view issuer = "NextGen";

secret::Cell cellOf(UserId person) {
    return {"users", "totp_secret", person.value()};
}

}  // namespace

SecondFactors::SecondFactors(secret::Vault& vault, Clock clock) : m_vault(vault), m_clock(std::move(clock)) {}

bool SecondFactors::accept(db::Transaction& transaction, const Person& person, const ShownCode& code) {
    if (!person.hasSecondFactor) {
        return false;
    }
    if (code.totp && !code.totp->empty()) {
        return takeTotp(transaction, person, *code.totp);
    }
    if (!code.isGiven()) {
        return false;
    }
    const db::Rows taken = transaction.query(sql::account::takeRecoveryCode, transaction.context().tenant,
                                             person.id, recoveryCodeHash(*code.recoveryCode));
    if (taken.empty()) {
        return false;
    }
    auditPerson(transaction, AuditAction::RecoveryCodeUse, person.id);
    tellPerson(transaction, person.id, "recovery_code_used",
               std::to_string(taken.one().get<std::int64_t>("codes_left")));
    return true;
}

bool SecondFactors::takeTotp(db::Transaction& transaction, const Person& person, const std::string& totp) {
    const TenantId tenant = transaction.context().tenant;
    const std::string secret = secret::open(m_vault.forReading(tenant), cellOf(person.id), person.totpCipher);
    const auto step = totpStepOf(secret, totp, m_clock());
    return step && !transaction.query(sql::account::takeTotpStep, tenant, person.id, *step).empty();
}

std::optional<Enrolment> SecondFactors::enroll(db::Transaction& transaction, UserId user) {
    // Before the row is locked: a change of keys that is under way locks rows after the keys, too.
    const secret::Keyring keyring = m_vault.forWriting(transaction);
    const Person person = lockPerson(transaction, user);
    if (person.hasSecondFactor) {
        return std::nullopt;
    }
    const std::string secret = drawTotpSecret();
    const secret::Ciphertext cipher = keyring.encrypt(cellOf(user), secret);
    transaction.query(sql::account::setSecondFactor, transaction.context().tenant, person.id, cipher.bytes);
    auditPerson(transaction, AuditAction::SecondFactorEnroll, person.id);
    return Enrolment{base32(secret), otpauthUri(issuer, person.email, secret)};
}

bool SecondFactors::confirm(db::Transaction& transaction, const Person& person, const std::string& totp) {
    if (!person.totpCipher || !takeTotp(transaction, person, totp)) {
        return false;
    }
    transaction.query(sql::account::confirmSecondFactor, transaction.context().tenant, person.id);
    auditPerson(transaction, AuditAction::SecondFactorConfirm, person.id);
    tellPerson(transaction, person.id, "second_factor_on", person.email);
    return true;
}

std::vector<std::string> SecondFactors::renewRecoveryCodes(db::Transaction& transaction,
                                                           const Person& person) {
    std::vector<std::string> codes;
    std::vector<db::Bytes> hashes;
    for (int i = 0; i < recoveryCodesMade; ++i) {
        codes.push_back(drawRecoveryCode());
        hashes.push_back(recoveryCodeHash(codes.back()));
    }
    transaction.query(sql::account::replaceRecoveryCodes, transaction.context().tenant, person.id, hashes);
    auditPerson(transaction, AuditAction::RecoveryCodesRenew, person.id);
    return codes;
}

void SecondFactors::remove(db::Transaction& transaction, const Person& person) {
    const TenantId tenant = transaction.context().tenant;
    transaction.query(sql::account::setSecondFactor, tenant, person.id, nullptr);
    transaction.query(sql::account::replaceRecoveryCodes, tenant, person.id, std::vector<db::Bytes>());
    tellPerson(transaction, person.id, "second_factor_off", person.email);
}

}  // namespace nextgen::account
