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
    SignIn,
    SignInRefused,
    SignOut,
    SessionRevoke,
    ChequeImportCommit,
    ChequeImportUndo,
    RotateDataKey,
    RotateIndexKey
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
});
constexpr const auto& choicesOf(std::type_identity<AuditAction>) {
    return auditActions;
}

}  // namespace nextgen::account
