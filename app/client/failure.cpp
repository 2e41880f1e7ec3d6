#include "app/client/failure.h"

namespace nextgen::client {

QString Failure::text(Language language) const {
    return sentence.isEmpty() ? QString::fromStdString(errorSentence(Error{code, {}, {}}, language))
                              : sentence;
}

bool Failure::isOpenEnded() const {
    return isLostConnection() || httpStatus == 401 || httpStatus == 408 || httpStatus == 429 ||
           httpStatus >= 500 || code == ErrorCode::IdempotencyInProgress;
}

QString Failure::messageFor(const QString& field) const {
    for (const FieldFault& fault : fields) {
        if (fault.field == field) {
            return fault.message;
        }
    }
    return {};
}

Failure failureOf(ErrorCode code, QString detail) {
    Failure failure;
    failure.code = code;
    failure.name = QString::fromStdString(std::string(errorName(code)));
    failure.detail = std::move(detail);
    return failure;
}

}  // namespace nextgen::client
