#include "app/shell/record_search.h"

#include "app/client/decode.h"

#include <QStringList>

namespace nextgen::shell {

using client::Json;

QCoro::Task<client::Answer<FoundRecords>> searchRecords(client::ApiClient& api, QString words,
                                                        std::shared_ptr<client::Cancellation> cancellation) {
    client::Call call("search");
    call.where(QStringLiteral("q"), words);
    call.cancellation = std::move(cancellation);
    const auto answer = co_await api.call(std::move(call));
    if (!answer) {
        co_return tl::unexpected(answer.error());
    }
    FoundRecords found;
    for (const Json& group : answer->value("groups", Json::array())) {
        const QString entity = client::textOf(group, "entity");
        for (const Json& item : group.value("items", Json::array())) {
            found.records.push_back(
                {entity, client::textOf(item, "id").toLongLong(), client::textOf(item, "title")});
        }
        if (!group.value("is_complete", true)) {
            found.unfinished << entity;
        }
    }
    co_return found;
}

}  // namespace nextgen::shell
