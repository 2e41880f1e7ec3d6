#pragma once

#include "server/db/session.h"
#include "server/http/request.h"
#include "server/http/response.h"
#include "server/secret/keyring.h"

namespace nextgen::cheque_import {

/// The failed rows of an import as .xlsx: the cells as read under their own headings, and why each failed.
/// Mended there, the file can be imported as it is.
http::Answer errorWorkbook(db::Session& session, const secret::Keyring& keyring, const http::Request& request,
                           ChequeImportId id);

}  // namespace nextgen::cheque_import
