#include "server/account/second_factor_routes.h"

#include "server/account/proving.h"
#include "shared/describe/json.h"

namespace nextgen::account {

namespace {

using http::Answer;
using http::Problem;
using http::Request;
using http::Response;

Answer enroll(Request& request, db::Transaction& transaction, SecondFactors& factors) {
    const auto made = factors.enroll(transaction, request.caller().user);
    if (!made) {
        return refuse(ErrorCode::SecondFactorActive);
    }
    return Response::json({{"secret", made->secret}, {"otpauth_uri", made->uri}});
}

/// The code that the body shows. With `needsTotp` a recovery code is none.
tl::expected<ShownCode, Problem> shownIn(const Request& request, bool needsTotp) {
    FactorCode given;
    Errors errors = describe::fromRequest(request.json(), given);
    ShownCode code{std::move(given.totp), std::move(given.recoveryCode)};
    if (errors.empty() && (needsTotp ? !code.totp || code.totp->empty() : !code.isGiven())) {
        errors.push_back({ErrorCode::FieldRequired, "/totp", {}});
    }
    if (!errors.empty()) {
        return tl::unexpected(Problem(std::move(errors)));
    }
    return code;
}

/// A call that needs a code of the factor that is on.
Answer withCode(Request& request, const Parts& parts, bool needsTotp, const Then& then) {
    const auto code = shownIn(request, needsTotp);
    if (!code) {
        return tl::unexpected(code.error());
    }
    bool isOn = true;
    Answer answer = proving(
        request, parts, ErrorCode::SecondFactorInvalid,
        [&](db::Transaction& transaction, const Person& person) {
            isOn = person.hasSecondFactor;
            return !isOn || parts.factors.accept(transaction, person, *code);
        },
        [&](db::Transaction& transaction, const Person& person, std::vector<db::Bytes>& ended) -> Answer {
            return isOn ? then(transaction, person, ended) : Answer(refuse(ErrorCode::SecondFactorAbsent));
        });
    return answer;
}

Answer confirm(Request& request, const Parts& parts) {
    const auto code = shownIn(request, true);
    if (!code) {
        return tl::unexpected(code.error());
    }
    bool isOn = false;
    return proving(
        request, parts, ErrorCode::SecondFactorInvalid,
        [&](db::Transaction& transaction, const Person& person) {
            isOn = person.hasSecondFactor;
            return isOn || parts.factors.confirm(transaction, person, *code->totp);
        },
        [&](db::Transaction& transaction, const Person& person, std::vector<db::Bytes>& ended) -> Answer {
            if (isOn) {
                return refuse(ErrorCode::SecondFactorActive);
            }
            endOthers(request, transaction, ended);
            return Response::json(
                {{"recovery_codes", parts.factors.renewRecoveryCodes(transaction, person)}});
        });
}

Answer disable(Request& request, const Parts& parts) {
    return withCode(
        request, parts, false,
        [&](db::Transaction& transaction, const Person& person, std::vector<db::Bytes>& ended) -> Answer {
            SecondFactors::remove(transaction, person);
            auditPerson(transaction, AuditAction::SecondFactorDisable, person.id);
            endOthers(request, transaction, ended);
            return Response::noContent();
        });
}

Answer renewCodes(Request& request, const Parts& parts) {
    return withCode(
        request, parts, true,
        [&](db::Transaction& transaction, const Person& person, std::vector<db::Bytes>&) -> Answer {
            return Response::json(
                {{"recovery_codes", parts.factors.renewRecoveryCodes(transaction, person)}});
        });
}

}  // namespace

void addSecondFactorRoutes(http::Routes& routes, const Parts& parts) {
    routes.onWrite("auth.totp_enroll",
                   [&factors = parts.factors](Request& request, db::Transaction& transaction) {
                       return enroll(request, transaction, factors);
                   });
    routes.on("auth.totp_confirm", [parts](Request& request) { return confirm(request, parts); });
    routes.on("auth.totp_disable", [parts](Request& request) { return disable(request, parts); });
    routes.on("auth.recovery_codes", [parts](Request& request) { return renewCodes(request, parts); });
}

}  // namespace nextgen::account
