#include "server/dealer/dealer_repository.h"

#include "server/sql.h"

namespace nextgen::dealer {

std::optional<Dealer> findDealer(db::Session& session, TenantId tenant, DealerId id) {
    return session.query(sql::dealer::selectDealer, tenant, id).first<Dealer>();
}

}  // namespace nextgen::dealer
