#pragma once

#include "app/client/failure.h"
#include "app/client/page.h"
#include "shared/describe/json.h"

/// Answers into entities. Include it from .cpp files only: JSON is slow to compile.
namespace nextgen::client {

using Json = describe::Json;

/// Text of a JSON string member; empty when it is absent or null.
QString textOf(const Json& json, const char* key);

/// A problem that the server sent, by itself or within an answer; anything else goes by the status.
Failure failureIn(int httpStatus, const Json& problem);

template <describe::Described E>
Answer<E> decoded(const Json& json) {
    E entity;
    if (const Errors errors = describe::fromAnswer(json, entity); !errors.empty()) {
        return tl::unexpected(
            failureOf(ErrorCode::AnswerNotUnderstood, QString::fromStdString(errors.front().pointer)));
    }
    return entity;
}

template <describe::Described E>
Answer<E> one(const Answer<Json>& answer) {
    return answer ? decoded<E>(*answer) : tl::unexpected(answer.error());
}

/// A page whose items `read` makes out of JSON: Answer<E>(const Json&).
template <class E, class Read>
Answer<Page<E>> pageOf(const Answer<Json>& answer, Read read) {
    if (!answer) {
        return tl::unexpected(answer.error());
    }
    const auto items = answer->is_object() ? answer->find("items") : answer->end();
    if (!answer->is_object() || items == answer->end() || !items->is_array()) {
        return tl::unexpected(failureOf(ErrorCode::AnswerNotUnderstood, QStringLiteral("/items")));
    }
    Page<E> result;
    result.items.reserve(items->size());
    for (const Json& item : *items) {
        Answer<E> entity = read(item);
        if (!entity) {
            return tl::unexpected(std::move(entity.error()));
        }
        result.items.push_back(std::move(*entity));
    }
    result.nextCursor = textOf(*answer, "next_cursor");
    result.previousCursor = textOf(*answer, "previous_cursor");
    if (const auto total = answer->find("estimated_total");
        total != answer->end() && total->is_number_integer()) {
        result.estimatedTotal = total->get<qint64>();
    }
    return result;
}

template <describe::Described E>
Answer<Page<E>> page(const Answer<Json>& answer) {
    return pageOf<E>(answer, decoded<E>);
}

}  // namespace nextgen::client
