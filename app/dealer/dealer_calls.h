#pragma once

#include "app/client/api_client.h"
#include "app/client/listing.h"
#include "app/client/page.h"
#include "shared/credit/exposure.h"
#include "shared/credit/ledger.h"
#include "shared/dealer/dealer.h"

/// What the client asks about dealers and their credit.
namespace nextgen::dealer {

QCoro::Task<client::Answer<client::Page<Dealer>>> listDealers(client::ApiClient& api,
                                                              client::Listing listing);
QCoro::Task<client::Answer<Dealer>> getDealer(client::ApiClient& api, DealerId id);
QCoro::Task<client::Answer<credit::Exposure>> getExposure(client::ApiClient& api, DealerId id);
QCoro::Task<client::Answer<client::Page<credit::ExposureDocument>>> listPart(client::ApiClient& api,
                                                                             DealerId id, QString part,
                                                                             client::Listing listing);
QCoro::Task<client::Answer<client::Page<credit::LedgerLine>>> listLedger(client::ApiClient& api, DealerId id,
                                                                         client::Listing listing);

}  // namespace nextgen::dealer
