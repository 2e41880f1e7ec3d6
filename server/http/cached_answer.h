#pragma once

#include "server/cache/answer_cache.h"
#include "server/http/request.h"
#include "server/http/response.h"

#include <cstdint>
#include <functional>
#include <string_view>

namespace nextgen::http {

/// Answers a GET of one record from the cache, or by `read`, whose answer is kept when it carries a version.
/// With Cache-Control: no-cache in the request it is read anew.
Answer answerCached(const Request& request, cache::AnswerCache& answers, std::string_view table,
                    std::int64_t record, const std::function<Answer()>& read);

/// The request changes the record: once that is committed, no server answers the old one.
void forgetAfterCommit(Request& request, cache::AnswerCache& answers, std::string_view table,
                       std::int64_t record);

}  // namespace nextgen::http
