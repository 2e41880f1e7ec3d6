#include "server/account/account_routes.h"

#include "server/account/password_routes.h"
#include "server/account/second_factor_routes.h"
#include "server/account/session_routes.h"
#include "shared/core/text.h"
#include "shared/describe/json.h"

namespace nextgen::account {

namespace {

using http::Answer;
using http::Json;
using http::Problem;
using http::Request;
using http::Response;

constexpr std::size_t userAgentMax = 200;

/// What has to be done first; null: nothing.
Json dutyJson(api::Duty duty) {
    return duty == api::Duty::None ? Json() : Json(api::dutyName(duty));
}

Json userJson(const http::Caller& caller) {
    Json json = describe::toJson(
        User{caller.user, caller.email, caller.displayName, caller.dealer(), caller.hasSecondFactor});
    json["duty"] = dutyJson(caller.duty);
    json["roles"] = caller.roles;
    Json& permissions = json["permissions"] = Json::array();
    for (const PermissionText& line : permissionCatalogue()) {
        if (caller.may(line.permission)) {
            permissions.push_back(line.name);
        }
    }
    return json;
}

Answer signIn(Request& request, SignInDesk& desk) {
    SignIn asked;
    if (Errors errors = describe::fromRequest(request.json(), asked); !errors.empty()) {
        return tl::unexpected(Problem(std::move(errors)));
    }
    const std::string_view userAgent = request.header("User-Agent");
    const Visitor visitor{request.requestId, request.clientAddress,
                          text::isUtf8(userAgent) ? text::shortened(userAgent, userAgentMax) : std::string()};
    const auto signedIn = desk.signIn(asked, visitor);
    if (!signedIn) {
        return tl::unexpected(signedIn.error());
    }
    return Response::json({{"token", signedIn->token},
                           {"expires_at", signedIn->caller->expiresAt.toString()},
                           {"duty", dutyJson(signedIn->caller->duty)},
                           {"user", userJson(*signedIn->caller)}});
}

}  // namespace

void addRoutes(http::Routes& routes, const Parts& parts) {
    routes.on("auth.login", [&desk = parts.desk](Request& request) { return signIn(request, desk); });
    routes.on("auth.me",
              [](Request& request) -> Answer { return Response::json(userJson(request.caller())); });
    addSessionRoutes(routes, parts);
    addSecondFactorRoutes(routes, parts);
    addPasswordRoutes(routes, parts);
}

}  // namespace nextgen::account
