#pragma once

#include "app/client/api_client.h"

#include <memory>
#include <vector>

namespace nextgen::shell {

/// A record that the server found by what was typed.
struct FoundRecord {
    QString entity;  ///< which is its page's id
    qint64 id = 0;
    QString title;
};

struct FoundRecords {
    std::vector<FoundRecord> records;  ///< a few of each kind
    QStringList unfinished;            ///< kinds that were not looked through in the time there is
};

/// Looks through every kind of record that this person may read.
QCoro::Task<client::Answer<FoundRecords>> searchRecords(client::ApiClient& api, QString words,
                                                        std::shared_ptr<client::Cancellation> cancellation);

}  // namespace nextgen::shell
