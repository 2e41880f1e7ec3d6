#pragma once

#include "shared/core/error.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace nextgen {

/// Every refusal that a person or a program can meet. Codes are stable: scripts and the storefront compare
/// them.
enum class ErrorCode : int {
    // The request
    NotFound,
    RouteNotFound,
    MethodNotAllowed,
    BodyNotJson,
    BodyTooLarge,
    BodyTooDeep,
    BodyMissing,
    MediaTypeUnsupported,
    QueryParameterUnknown,
    QueryParameterInvalid,
    CursorInvalid,
    SortNotAllowed,
    QueryTooBroad,
    FieldUnknown,
    FieldReadOnly,
    FieldRequired,
    FieldTypeInvalid,
    FieldTooLong,
    FieldNotNullable,
    ValueNotAllowed,
    ValidationFailed,
    NumberInvalid,
    MoneyOutOfRange,
    MoneyNotWholeTomans,
    DateInvalid,
    InstantInvalid,
    IdInvalid,
    PreconditionRequired,
    PreconditionFailed,
    IdempotencyKeyRequired,
    IdempotencyKeyInvalid,
    IdempotencyKeyReused,
    IdempotencyInProgress,
    RateLimited,
    ServerBusy,
    RequestTimeout,
    InternalError,
    ServiceUnavailable,
    Conflict,
    AlreadyExists,
    TooManyViews,
    TooManyRecords,
    RecordRepeated,
    ReferenceUnknown,
    ValueRefused,
    RuleBroken,
    StockNotEnough,
    // Rules of several fields
    ReasonMissing,
    PeriodReversed,
    RangeReversed,
    StatusNeedsValue,
    DefaultTaken,
    DefaultInactive,
    CategoryMisplaced,
    ComparePriceTooLow,
    AttributeValueMismatch,
    MovementMismatch,
    DiscountValueMismatch,
    DiscountCeilingNeedless,
    DiscountTargetMismatch,
    DiscountShareMismatch,
    ShippingCostsNothing,
    // The request
    RequestMalformed,
    UrlTooLong,
    HeadersTooLarge,
    UploadMalformed,
    TooManyParts,
    // Who is asking
    NotSignedIn,
    InvalidCredentials,
    AccountLocked,
    AccountDisabled,
    PermissionMissing,
    OutOfScope,
    SecondFactorRequired,
    SecondFactorInvalid,
    SecondFactorActive,
    SecondFactorAbsent,
    SecondFactorEnrollmentRequired,
    PasswordChangeRequired,
    PasswordWrong,
    PasswordTooShort,
    PasswordTooLong,
    PasswordTooCommon,
    PasswordUnchanged,
    ResetTokenInvalid,
    StepUpRequired,
    GrantExceeded,
    RoleFixed,
    RoleUnknown,
    OwnRoles,
    LastAdministrator,
    InstantPassed,
    // Identifiers
    NationalIdInvalid,
    LegalIdInvalid,
    IbanInvalid,
    CardPanInvalid,
    MobileInvalid,
    SayadIdInvalid,
    // Cheques
    SayadIdMissing,
    SayadIdPrecisionLost,
    AmountMissing,
    AmountInvalid,
    AmountNotPositive,
    DueOnMissing,
    DueOnInvalid,
    DueOnFarAway,
    DrawerIdInvalid,
    DealerUnknown,
    ChequeAlreadyPosted,
    ChequeRepeatedInFile,
    MoveNotAllowed,
    OccurredOnInFuture,
    ChequeMovedOn,
    NothingToUndo,
    UndoTooLate,
    SlipNotOpen,
    SlipEmpty,
    SlipUnanswered,
    ChequeOnSlip,
    ChequeAmbiguous,
    AllocationExceeds,
    InvoiceNotPayable,
    DealersDiffer,
    PeriodTooLong,
    // Import of cheque workbooks
    FileMissing,
    FileTooLarge,
    FileEmpty,
    FileNotWorkbook,
    FileEncrypted,
    FileDamaged,
    FileUnsafe,
    FileTooLargeUnpacked,
    TooManyRows,
    TooManyColumns,
    HeaderNotFound,
    NoRows,
    ImportNotStaged,
    ImportAlreadyCommitted,
    ImportStillStaging,
    ImportInterrupted,
    ImportNotCommitted,
    ImportRowReady,
    ControlSumMismatch,
    ControlCountMismatch,
    DealerRequired,
    // Files of records
    FileTypeNotAllowed,
    TooManyFiles,
    FilesTooLarge,
    FileGone,
    StorageUnavailable,
    // On the client's side of the wire
    ServerUnreachable,
    AnswerNotUnderstood,
    FileNotReadable,
    FileNotWritten,
    Cancelled,
};

/// One line of the catalogue. Sentences say what to do; {name} stands for an argument of the Error.
struct ErrorText {
    ErrorCode code;
    std::string_view name;  ///< snake_case, as in answers
    int httpStatus;
    std::string_view english;
    std::string_view persian;
};

std::span<const ErrorText> errorCatalogue();
const ErrorText& errorText(ErrorCode code);
std::string_view errorName(ErrorCode code);
std::optional<ErrorCode> errorCodeByName(std::string_view name);

enum class Language { Persian, English };

/// The error's sentence with its arguments filled in.
std::string errorSentence(const Error& error, Language language);

}  // namespace nextgen
