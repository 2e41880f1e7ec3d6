#pragma once

#include <QString>
#include <optional>
#include <vector>

namespace nextgen::client {

/// One page of a list.
template <class E>
struct Page {
    std::vector<E> items;
    QString nextCursor;  ///< empty: this was the last page
    std::optional<qint64> estimatedTotal;
};

}  // namespace nextgen::client
