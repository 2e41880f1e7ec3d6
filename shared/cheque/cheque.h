#pragma once

#include "shared/cheque/cheque_status.h"
#include "shared/core/date.h"
#include "shared/core/error.h"
#include "shared/core/id.h"
#include "shared/core/instant.h"
#include "shared/core/money.h"
#include "shared/describe/describe.h"
#include "shared/describe/translate.h"

#include <optional>
#include <string>

namespace nextgen::cheque {

/// A post-dated cheque received from a dealer.
struct Cheque {
    ChequeId id;
    std::string sayadId;  ///< 16 digits; empty on an older leaf, which bank, series and serial name
    DealerId dealerId;
    std::string dealerName;
    Money amount;
    Date dueOn;
    Status status = Status::OnHand;
    std::string bankCode;  ///< three digits, as in IBANs; empty when the bank is not known
    std::string bankName;  ///< as the paper has it
    std::string branch;
    std::string series;
    std::string serial;
    std::string accountNumber;
    std::string iban;  ///< as this and the drawer's national id are read: masked
    std::string drawerName;
    std::string drawerNationalId;
    std::string description;
    std::optional<ChequeImportId> chequeImportId;
    int version = 1;
    Instant createdAt;
    Instant updatedAt;
};

constexpr auto descriptionOf(std::type_identity<Cheque>) {
    using namespace describe;
    // Limits of identifiers leave room for the blanks and hyphens that people type; what is stored has none.
    return schema(
        "cheques", field("id", &Cheque::id).with(Key | Hidden),
        field("sayad_id", &Cheque::sayadId)
            .titled(QT_TRANSLATE_NOOP("Cheque", "Sayad id"))
            .with(Code)
            .upTo(40),
        field("dealer_id", &Cheque::dealerId).with(Required | Hidden),
        field("dealer_name", &Cheque::dealerName)
            .titled(QT_TRANSLATE_NOOP("Cheque", "Dealer"))
            .with(ReadOnly),
        field("amount", &Cheque::amount)
            .titled(QT_TRANSLATE_NOOP("Cheque", "Amount"))
            .with(Required | Summed),
        field("due_on", &Cheque::dueOn).titled(QT_TRANSLATE_NOOP("Cheque", "Due date")).with(Required),
        field("status", &Cheque::status).titled(QT_TRANSLATE_NOOP("Cheque", "Status")).with(ReadOnly),
        field("bank_code", &Cheque::bankCode).with(Hidden | Code).upTo(3),
        field("bank_name", &Cheque::bankName).titled(QT_TRANSLATE_NOOP("Cheque", "Bank")).upTo(100),
        field("branch", &Cheque::branch).titled(QT_TRANSLATE_NOOP("Cheque", "Branch")).upTo(100),
        field("series", &Cheque::series).titled(QT_TRANSLATE_NOOP("Cheque", "Series")).with(Code).upTo(20),
        field("serial", &Cheque::serial).titled(QT_TRANSLATE_NOOP("Cheque", "Serial")).with(Code).upTo(20),
        field("account_number", &Cheque::accountNumber)
            .titled(QT_TRANSLATE_NOOP("Cheque", "Account"))
            .with(Code)
            .upTo(34),
        field("iban", &Cheque::iban)
            .titled(QT_TRANSLATE_NOOP("Cheque", "IBAN"))
            .sealed(Secret::Iban)
            .upTo(60),
        field("drawer_name", &Cheque::drawerName).titled(QT_TRANSLATE_NOOP("Cheque", "Drawer")).upTo(200),
        field("drawer_national_id", &Cheque::drawerNationalId)
            .titled(QT_TRANSLATE_NOOP("Cheque", "Drawer's national id"))
            .sealed(Secret::NationalId)
            .upTo(40),
        field("description", &Cheque::description)
            .titled(QT_TRANSLATE_NOOP("Cheque", "Description"))
            .upTo(500),
        field("cheque_import_id", &Cheque::chequeImportId).with(ReadOnly | Hidden),
        field("version", &Cheque::version).with(ReadOnly | Hidden),
        field("created_at", &Cheque::createdAt)
            .titled(QT_TRANSLATE_NOOP("Cheque", "Recorded"))
            .with(ReadOnly | Hidden),
        field("updated_at", &Cheque::updatedAt)
            .titled(QT_TRANSLATE_NOOP("Cheque", "Changed"))
            .with(ReadOnly | Hidden));
}

/// One step of a cheque's history. Added to, never edited.
struct Event {
    ChequeEventId id;
    ChequeId chequeId;
    Move move = Move::Receive;
    std::optional<Status> fromStatus;
    Status toStatus = Status::OnHand;
    Date occurredOn;
    std::string note;
    std::string actorName;
    std::string holderName;  ///< of an endorsement: who holds it now
    std::optional<ChequeEventId> undoesId;  ///< the event that this one takes back
    std::string slipNumber;                 ///< of a deposit by slip
    std::optional<LedgerEntryId> ledgerEntryId;
    std::string requestId;
    Instant createdAt;
};

constexpr auto descriptionOf(std::type_identity<Event>) {
    using namespace describe;
    return schema(
        "cheque_events", field("id", &Event::id).with(Key | Hidden),
        field("cheque_id", &Event::chequeId).with(Hidden),
        field("occurred_on", &Event::occurredOn).titled(QT_TRANSLATE_NOOP("ChequeEvent", "Date")),
        field("move", &Event::move).titled(QT_TRANSLATE_NOOP("ChequeEvent", "Move")),
        field("from_status", &Event::fromStatus).titled(QT_TRANSLATE_NOOP("ChequeEvent", "From")),
        field("to_status", &Event::toStatus).titled(QT_TRANSLATE_NOOP("ChequeEvent", "To")),
        field("note", &Event::note).titled(QT_TRANSLATE_NOOP("ChequeEvent", "Note")),
        field("actor_name", &Event::actorName).titled(QT_TRANSLATE_NOOP("ChequeEvent", "By")),
        field("holder_name", &Event::holderName).titled(QT_TRANSLATE_NOOP("ChequeEvent", "Holder")),
        field("undoes_id", &Event::undoesId).with(Hidden),
        field("slip_number", &Event::slipNumber).titled(QT_TRANSLATE_NOOP("ChequeEvent", "Slip")).with(Code),
        field("ledger_entry_id", &Event::ledgerEntryId).with(Hidden),
        field("request_id", &Event::requestId)
            .titled(QT_TRANSLATE_NOOP("ChequeEvent", "Request"))
            .with(Code | Hidden),
        field("created_at", &Event::createdAt).titled(QT_TRANSLATE_NOOP("ChequeEvent", "Recorded")));
}

/// What a move's request carries.
struct MoveRequest {
    std::optional<Date> occurredOn;  ///< none: today in Tehran
    std::string note;
};

constexpr auto descriptionOf(std::type_identity<MoveRequest>) {
    using namespace describe;
    return schema(
        "cheque_move",
        field("occurred_on", &MoveRequest::occurredOn).titled(QT_TRANSLATE_NOOP("ChequeEvent", "Date")),
        field("note", &MoveRequest::note).titled(QT_TRANSLATE_NOOP("ChequeEvent", "Note")).upTo(500));
}

/// What the request of an endorsement carries.
struct EndorseRequest {
    std::optional<Date> occurredOn;  ///< none: today in Tehran
    std::string note;
    std::string holderName;  ///< whom the cheque is given to
};

constexpr auto descriptionOf(std::type_identity<EndorseRequest>) {
    using namespace describe;
    return schema(
        "cheque_endorse_move",
        field("occurred_on", &EndorseRequest::occurredOn).titled(QT_TRANSLATE_NOOP("ChequeEvent", "Date")),
        field("note", &EndorseRequest::note).titled(QT_TRANSLATE_NOOP("ChequeEvent", "Note")).upTo(500),
        field("holder_name", &EndorseRequest::holderName)
            .titled(QT_TRANSLATE_NOOP("ChequeEvent", "Holder"))
            .upTo(200));
}

/// Judges a cheque that is to be recorded, after its identifiers were brought to their stored form: all
/// faults at once.
Errors checkNewCheque(Cheque& cheque);

}  // namespace nextgen::cheque
