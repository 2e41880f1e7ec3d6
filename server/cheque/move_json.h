#pragma once

#include "server/cheque/cheque_repository.h"
#include "server/cheque/cheque_service.h"
#include "server/clock.h"
#include "server/http/problem.h"
#include "server/http/response.h"
#include "shared/core/error_code.h"

#include <tl/expected.hpp>
#include <vector>

/// How moves of cheques are asked for and answered, by whichever call.
namespace nextgen::cheque {

inline constexpr std::size_t bulkMax = 10'000;

/// What a move's body says; all that is wrong with it at once, among it dates after today in Tehran.
tl::expected<MoveDetails, http::Problem> readMove(Move move, const http::Json& body, const Clock& clock);

/// The list of cheques that a body names; field_required, field_too_long, id_invalid at its members.
std::vector<ChequeId> readIds(const http::Json& body, std::string_view name, std::size_t most,
                              Errors& errors);

/// The same for Sayad ids as people type and scanners send them: in their stored form, empty for what is none.
std::vector<std::string> readSayadIds(const http::Json& body, std::string_view name, std::size_t most,
                                      Errors& errors);

/// [{"id", "ok", "status", "code", "message"}], in the order of the outcomes.
http::Json outcomesToJson(const std::vector<MoveOutcome>& outcomes, Language language);

/// {"moved", "refused", "results"}.
http::Json resultsToJson(const std::vector<MoveOutcome>& outcomes, Language language);

}  // namespace nextgen::cheque
