#pragma once

#include <QString>
#include <optional>
#include <vector>

namespace nextgen::client {

/// One page of a list.
template <class E>
struct Page {
    std::vector<E> items;
    QString nextCursor;      ///< empty: this was the last page
    QString previousCursor;  ///< for the opposite order: what stands before this page; empty: nothing does
    std::optional<qint64> estimatedTotal;
};

}  // namespace nextgen::client
