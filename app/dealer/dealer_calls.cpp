#include "app/dealer/dealer_calls.h"

#include "app/client/decode.h"

namespace nextgen::dealer {

using client::Answer;
using client::ApiClient;
using client::Call;
using client::Listing;
using client::Page;

QCoro::Task<Answer<Page<Dealer>>> listDealers(ApiClient& api, Listing listing) {
    Call call = client::listCall("dealers.list", listing);
    const auto answer = co_await api.call(std::move(call));
    co_return client::page<Dealer>(answer);
}

QCoro::Task<Answer<Dealer>> getDealer(ApiClient& api, DealerId id) {
    Call call("dealers.get");
    call.at(QStringLiteral("id"), QString::number(id.value()));
    const auto answer = co_await api.call(std::move(call));
    co_return client::one<Dealer>(answer);
}

QCoro::Task<Answer<credit::Exposure>> getExposure(ApiClient& api, DealerId id) {
    Call call("credit.exposure");
    call.at(QStringLiteral("id"), QString::number(id.value()));
    const auto answer = co_await api.call(std::move(call));
    co_return client::one<credit::Exposure>(answer);
}

QCoro::Task<Answer<Page<credit::ExposureDocument>>> listPart(ApiClient& api, DealerId id, QString part,
                                                             Listing listing) {
    Call call = client::listCall("credit.exposure_part", listing);
    call.at(QStringLiteral("id"), QString::number(id.value())).at(QStringLiteral("part"), part);
    const auto answer = co_await api.call(std::move(call));
    co_return client::page<credit::ExposureDocument>(answer);
}

QCoro::Task<Answer<Page<credit::LedgerLine>>> listLedger(ApiClient& api, DealerId id, Listing listing) {
    Call call = client::listCall("credit.ledger", listing);
    call.at(QStringLiteral("id"), QString::number(id.value()));
    const auto answer = co_await api.call(std::move(call));
    co_return client::page<credit::LedgerLine>(answer);
}

}  // namespace nextgen::dealer
