#pragma once

#include "shared/describe/describe.h"
#include "shared/describe/translate.h"

#include <array>

/// What the audit trail says was done: to a record, by the triggers of its table, or by the program as a
/// whole.
namespace nextgen::account {

enum class AuditAction {
    Insert,
    Update,
    Delete,
    Reveal,
    Denied,
    Export,
    SignIn,
    SignInRefused,
    SignOut,
    SessionRevoke,
    ChequeImportCommit,
    ChequeImportUndo,
    RotateDataKey,
    RotateIndexKey,
    SecondFactorEnroll,
    SecondFactorConfirm,
    SecondFactorDisable,
    SecondFactorReset,
    RecoveryCodesRenew,
    RecoveryCodeUse,
    PasswordChange,
    PasswordResetRequest,
    PasswordReset,
    AccountLock,
    AccountUnlock,
    StepUp
};

inline constexpr auto auditActions = std::to_array<describe::Choice>({
    {static_cast<int>(AuditAction::Insert), "insert", QT_TRANSLATE_NOOP("Choice", "Made"),
     describe::Tone::Good},
    {static_cast<int>(AuditAction::Update), "update", QT_TRANSLATE_NOOP("Choice", "Changed"),
     describe::Tone::Open},
    {static_cast<int>(AuditAction::Delete), "delete", QT_TRANSLATE_NOOP("Choice", "Removed"),
     describe::Tone::Bad},
    {static_cast<int>(AuditAction::Reveal), "reveal", QT_TRANSLATE_NOOP("Choice", "Secret read"),
     describe::Tone::Waiting},
    {static_cast<int>(AuditAction::Denied), "denied", QT_TRANSLATE_NOOP("Choice", "Not allowed"),
     describe::Tone::Bad},
    {static_cast<int>(AuditAction::Export), "export", QT_TRANSLATE_NOOP("Choice", "Written to a file"),
     describe::Tone::Waiting},
    {static_cast<int>(AuditAction::SignIn), "sign_in", QT_TRANSLATE_NOOP("Choice", "Signed in"),
     describe::Tone::Ended},
    {static_cast<int>(AuditAction::SignInRefused), "sign_in_refused",
     QT_TRANSLATE_NOOP("Choice", "Sign-in refused"), describe::Tone::Bad},
    {static_cast<int>(AuditAction::SignOut), "sign_out", QT_TRANSLATE_NOOP("Choice", "Signed out"),
     describe::Tone::Ended},
    {static_cast<int>(AuditAction::SessionRevoke), "session_revoke",
     QT_TRANSLATE_NOOP("Choice", "Session ended"), describe::Tone::Ended},
    {static_cast<int>(AuditAction::ChequeImportCommit), "cheque_import_commit",
     QT_TRANSLATE_NOOP("Choice", "Workbook posted"), describe::Tone::Good},
    {static_cast<int>(AuditAction::ChequeImportUndo), "cheque_import_undo",
     QT_TRANSLATE_NOOP("Choice", "Workbook undone"), describe::Tone::Ended},
    {static_cast<int>(AuditAction::RotateDataKey), "rotate_data_key",
     QT_TRANSLATE_NOOP("Choice", "Keys of secrets changed"), describe::Tone::Ended},
    {static_cast<int>(AuditAction::RotateIndexKey), "rotate_index_key",
     QT_TRANSLATE_NOOP("Choice", "Keys of look-ups changed"), describe::Tone::Ended},
    {static_cast<int>(AuditAction::SecondFactorEnroll), "second_factor_enroll",
     QT_TRANSLATE_NOOP("Choice", "Second factor begun"), describe::Tone::Open},
    {static_cast<int>(AuditAction::SecondFactorConfirm), "second_factor_confirm",
     QT_TRANSLATE_NOOP("Choice", "Second factor turned on"), describe::Tone::Good},
    {static_cast<int>(AuditAction::SecondFactorDisable), "second_factor_disable",
     QT_TRANSLATE_NOOP("Choice", "Second factor turned off"), describe::Tone::Bad},
    {static_cast<int>(AuditAction::SecondFactorReset), "second_factor_reset",
     QT_TRANSLATE_NOOP("Choice", "Second factor reset"), describe::Tone::Bad},
    {static_cast<int>(AuditAction::RecoveryCodesRenew), "recovery_codes_renew",
     QT_TRANSLATE_NOOP("Choice", "Recovery codes made"), describe::Tone::Open},
    {static_cast<int>(AuditAction::RecoveryCodeUse), "recovery_code_use",
     QT_TRANSLATE_NOOP("Choice", "Recovery code used"), describe::Tone::Waiting},
    {static_cast<int>(AuditAction::PasswordChange), "password_change",
     QT_TRANSLATE_NOOP("Choice", "Password changed"), describe::Tone::Open},
    {static_cast<int>(AuditAction::PasswordResetRequest), "password_reset_request",
     QT_TRANSLATE_NOOP("Choice", "Password reset asked for"), describe::Tone::Waiting},
    {static_cast<int>(AuditAction::PasswordReset), "password_reset",
     QT_TRANSLATE_NOOP("Choice", "Password reset"), describe::Tone::Open},
    {static_cast<int>(AuditAction::AccountLock), "account_lock",
     QT_TRANSLATE_NOOP("Choice", "Account locked"), describe::Tone::Bad},
    {static_cast<int>(AuditAction::AccountUnlock), "account_unlock",
     QT_TRANSLATE_NOOP("Choice", "Account unlocked"), describe::Tone::Good},
    {static_cast<int>(AuditAction::StepUp), "step_up", QT_TRANSLATE_NOOP("Choice", "Identity confirmed"),
     describe::Tone::Ended},
});
constexpr const auto& choicesOf(std::type_identity<AuditAction>) {
    return auditActions;
}

}  // namespace nextgen::account
