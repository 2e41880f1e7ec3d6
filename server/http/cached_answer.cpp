#include "server/http/cached_answer.h"

namespace nextgen::http {

namespace {

cache::RecordName nameOf(const Request& request, std::string_view table, std::int64_t record) {
    return {table, request.caller().tenant.value(), record};
}

}  // namespace

Answer answerCached(const Request& request, cache::AnswerCache& answers, std::string_view table,
                    std::int64_t record, const std::function<Answer()>& read) {
    const cache::RecordName name = nameOf(request, table, record);
    const std::string scope = request.caller().scope.toString();
    if (request.header("Cache-Control").find("no-cache") == std::string_view::npos) {
        if (const auto known = answers.find(name, scope)) {
            return Response::rendered(known->json).withVersion(known->version);
        }
    }
    const auto ticket = answers.ticket(name);
    Answer answer = read();
    if (answer && answer->status == 200 && answer->version) {
        answers.put(ticket, scope, {answer->body, *answer->version});
    }
    return answer;
}

void forgetAfterCommit(Request& request, cache::AnswerCache& answers, std::string_view table,
                       std::int64_t record) {
    request.afterCommit([&answers, name = nameOf(request, table, record)] { answers.forget(name); });
}

}  // namespace nextgen::http
