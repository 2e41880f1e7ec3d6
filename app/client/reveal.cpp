#include "app/client/reveal.h"

#include "app/client/decode.h"
#include "shared/api/reveal.h"

namespace nextgen::client {

QCoro::Task<Answer<QString>> revealSecret(ApiClient& api, std::string_view schema, std::int64_t id,
                                          std::string_view field) {
    Call call(std::string(schema) + ".reveal");
    call.at(QStringLiteral("id"), QString::number(id));
    call.body = QByteArray::fromStdString(describe::toJson(api::RevealRequest{std::string(field)}).dump());
    const auto answer = co_await api.call(std::move(call));
    const auto revealed = one<api::Revealed>(answer);
    if (!revealed) {
        co_return tl::unexpected(revealed.error());
    }
    co_return QString::fromStdString(revealed->value);
}

}  // namespace nextgen::client
