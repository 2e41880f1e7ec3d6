#pragma once

#include "app/client/api_client.h"
#include "app/client/listing.h"
#include "app/client/page.h"
#include "shared/cheque/allocation.h"
#include "shared/cheque/bounce.h"
#include "shared/cheque/cheque.h"

#include <variant>
#include <vector>

/// What the client asks about cheques.
namespace nextgen::cheque {

/// What goes with a move: what its own call takes.
using MoveDetails = std::variant<MoveRequest, BounceRequest>;

/// What became of one cheque of a bulk move.
struct MoveResult {
    ChequeId id;
    bool isMoved = false;
    std::optional<Status> status;  ///< where it stands now, moved or not; none when there is no such cheque
    QString code;                  ///< why not
    QString message;               ///< the server's sentence
};

/// One move for many cheques: at most this many in a request.
inline constexpr std::size_t bulkMax = 500;

QCoro::Task<client::Answer<client::Page<Cheque>>> listCheques(client::ApiClient& api,
                                                              client::Listing listing);
/// One of the lists of what is to be done today: "cheques.to_deposit".
QCoro::Task<client::Answer<client::Page<Cheque>>> listWorklist(client::ApiClient& api,
                                                               std::string_view operation,
                                                               client::Listing listing);
/// Open invoices beside the cheques that are to pay them.
QCoro::Task<client::Answer<client::Page<ChequedInvoice>>> listChequedInvoices(client::ApiClient& api,
                                                                              client::Listing listing);
QCoro::Task<client::Answer<Cheque>> getCheque(client::ApiClient& api, ChequeId id);
QCoro::Task<client::Answer<client::Page<Event>>> listEvents(client::ApiClient& api, ChequeId id);
QCoro::Task<client::Answer<client::Page<Bounce>>> listBounces(client::ApiClient& api, ChequeId id);
/// The last move, if the server would take it back now.
QCoro::Task<client::Answer<std::optional<Move>>> getUndoableMove(client::ApiClient& api, ChequeId id);
/// The same key makes the same cheque, however often it is sent.
QCoro::Task<client::Answer<Cheque>> createCheque(client::ApiClient& api, Cheque cheque,
                                                 QString idempotencyKey);
QCoro::Task<client::Answer<Cheque>> moveCheque(client::ApiClient& api, ChequeId id, Move move,
                                               MoveDetails details, QString idempotencyKey);
/// A result for each id, in their order; ids beyond bulkMax are a slip of the caller.
QCoro::Task<client::Answer<std::vector<MoveResult>>> moveCheques(
    client::ApiClient& api, std::vector<ChequeId> ids, Move move, MoveDetails details, QString idempotencyKey,
    std::shared_ptr<client::Cancellation> cancellation);

/// What was typed into the dialog, half-filled as it may be.
struct ChequeDraft {
    Cheque cheque;
    bool hasAmount = false;  ///< the cheque's own members cannot be empty
    bool hasDueOn = false;
    QString idempotencyKey;  ///< under which it was sent, should it have been
};
QByteArray draftToBytes(const ChequeDraft& draft);
ChequeDraft draftFromBytes(const QByteArray& bytes);

}  // namespace nextgen::cheque
