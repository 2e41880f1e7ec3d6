#include "app/cheque_import/mend_queue.h"

#include "app/cheque_import/cheque_import_calls.h"
#include "app/client/decode.h"
#include "app/client/task.h"

#include <algorithm>

namespace nextgen::cheque_import {

using client::Answer;
using client::Failure;
using client::Json;

namespace {

/// For a server that answers but has no time just now, or wants to know again who asks.
constexpr int retryMs = 3'000;

Json parsed(const QByteArray& body) {
    return Json::parse(body.constData(), body.constData() + body.size(), nullptr, false);
}

std::map<std::string, std::string> textsIn(const Json& json, const char* key) {
    std::map<std::string, std::string> texts;
    const auto found = json.find(key);
    if (found != json.end() && found->is_object()) {
        for (const auto& [name, value] : found->items()) {
            if (value.is_string()) {
                texts.emplace(name, value.get<std::string>());
            }
        }
    }
    return texts;
}

/// Whether asking again later may go better, without the person changing anything.
bool isPassing(const Failure& failure) {
    return failure.isLostConnection() || failure.isCancelled() || failure.httpStatus == 401 ||
           failure.httpStatus == 408 || failure.httpStatus == 429 || failure.httpStatus >= 500;
}

}  // namespace

std::string standingOf(const StagedRow& row, std::string_view valueName) {
    if (const auto column = columnOfValue(valueName)) {
        if (const ShownFault* fault = row.faultOf(*column)) {
            return fault->code;
        }
    }
    std::string standing;
    describe::forEachField<RowValues>([&](const auto& field) {
        if (field.info.name == valueName) {
            const Json value = describe::valueToJson(row.values.*(field.member));
            standing = value.is_string() ? value.get<std::string>() : value.dump();
        }
    });
    return standing;
}

std::pair<ChequeImportId, QString> MendQueue::importOf(const client::Draft& draft) {
    const Json json = parsed(draft.body);
    return {ChequeImportId::parse(draft.key.section(QLatin1Char('/'), 0, 0).toStdString())
                .value_or(ChequeImportId()),
            json.is_object() ? client::textOf(json, "file_name") : QString()};
}

MendQueue::MendQueue(client::ApiClient& api, client::ConnectionWatch& watch, client::LocalStore& store,
                     QObject* parent)
    : QObject(parent), m_api(api), m_store(store) {
    m_retry.setSingleShot(true);
    m_retry.setInterval(retryMs);
    connect(&m_retry, &QTimer::timeout, this, &MendQueue::sendNext);
    connect(&watch, &client::ConnectionWatch::connectionChanged, this, [this](bool isConnected) {
        if (isConnected) {
            sendNext();
        }
    });
}

void MendQueue::openFor(ChequeImportId id, const QString& fileName) {
    ++m_generation;
    m_importId = id;
    m_fileName = fileName;
    m_mends.clear();
    m_order.clear();
    m_sendingRow = 0;
    m_store.drafts(QString::fromLatin1(draftKind))
        .then(this, [this, generation = m_generation](const QList<client::Draft>& drafts) {
            if (generation != m_generation) {
                return;
            }
            for (const client::Draft& draft : drafts) {
                const int row = draft.key.section(QLatin1Char('/'), 1, 1).toInt();
                const Json json = parsed(draft.body);
                if (importOf(draft).first != m_importId || row <= 0 || !json.is_object() ||
                    m_mends.contains(row)) {
                    continue;
                }
                Mend mend;
                mend.version = json.value("version", 0);
                mend.values = textsIn(json, "values");
                mend.seen = textsIn(json, "seen");
                m_mends.emplace(row, std::move(mend));
                m_order.push_back(row);
                emit changed(row);
            }
            sendNext();
        });
}

void MendQueue::type(const StagedRow& row, const std::string& valueName, const std::string& typed) {
    const auto [found, isNew] = m_mends.try_emplace(row.row);
    Mend& mend = found->second;
    if (isNew) {
        m_order.push_back(row.row);
    }
    mend.version = row.version;
    mend.values[valueName] = typed;
    mend.seen.try_emplace(valueName, standingOf(row, valueName));
    mend.state = Mend::State::Waiting;
    mend.sentence.clear();
    save(row.row);
    emit changed(row.row);
    sendNext();
}

void MendQueue::sendAnyway(int row) {
    const auto found = m_mends.find(row);
    if (found == m_mends.end()) {
        return;
    }
    found->second.state = Mend::State::Waiting;
    found->second.sentence.clear();
    found->second.seen.clear();
    save(row);
    emit changed(row);
    sendNext();
}

void MendQueue::drop(int row) {
    if (m_mends.contains(row)) {
        forget(row);
        emit changed(row);
    }
}

void MendQueue::dropAll() {
    const std::vector<int> rows = m_order;
    for (const int row : rows) {
        drop(row);
    }
}

const Mend* MendQueue::at(int row) const {
    const auto found = m_mends.find(row);
    return found == m_mends.end() ? nullptr : &found->second;
}

int MendQueue::stuckCount() const {
    return static_cast<int>(std::count_if(m_mends.begin(), m_mends.end(), [](const auto& entry) {
        return entry.second.state != Mend::State::Waiting;
    }));
}

void MendQueue::sendNext() {
    if (m_sendingRow != 0) {
        return;
    }
    const auto next = std::find_if(m_order.begin(), m_order.end(),
                                   [this](int row) { return m_mends.at(row).state == Mend::State::Waiting; });
    if (next == m_order.end()) {
        return;
    }
    m_retry.stop();
    const int row = m_sendingRow = *next;
    const Mend sent = m_mends.at(row);
    client::whenDone(mendRow(m_api, m_importId, row, sent.version, sent.values), this,
                     [this, row, sent, generation = m_generation](Answer<StagedRow> answer) {
                         if (generation != m_generation) {
                             return;
                         }
                         if (answer) {
                             m_sendingRow = 0;
                             settle(row, sent, *answer);
                         } else if (answer.error().code == ErrorCode::PreconditionFailed) {
                             reread(row);
                         } else {
                             m_sendingRow = 0;
                             fail(row, answer.error());
                         }
                     });
}

void MendQueue::reread(int row) {
    client::whenDone(getRow(m_api, m_importId, row), this,
                     [this, row, generation = m_generation](Answer<StagedRow> answer) {
                         if (generation != m_generation) {
                             return;
                         }
                         m_sendingRow = 0;
                         if (answer) {
                             compare(row, *answer);
                         } else {
                             fail(row, answer.error());
                         }
                     });
}

void MendQueue::settle(int row, const Mend& sent, const StagedRow& answer) {
    if (const auto found = m_mends.find(row); found != m_mends.end()) {
        Mend& mend = found->second;
        for (const auto& [name, value] : sent.values) {
            if (const auto typed = mend.values.find(name);
                typed != mend.values.end() && typed->second == value) {
                mend.values.erase(typed);
            }
        }
        if (mend.values.empty()) {
            forget(row);
        } else {
            // Typed while the first was under way: it goes on from the row as it is now.
            mend.version = answer.version;
            mend.seen.clear();
            save(row);
        }
    }
    emit taken(answer);
    emit changed(row);
    sendNext();
}

void MendQueue::compare(int row, const StagedRow& answer) {
    if (const auto found = m_mends.find(row); found != m_mends.end()) {
        Mend& mend = found->second;
        // The answer to an earlier sending may have been lost on its way: then what was typed stands already.
        const bool isTaken = std::all_of(mend.values.begin(), mend.values.end(), [&](const auto& typed) {
            return standingOf(answer, typed.first) == typed.second;
        });
        if (isTaken) {
            return settle(row, Mend(mend), answer);
        }
        mend.version = answer.version;
        const bool isTouched = std::any_of(mend.seen.begin(), mend.seen.end(), [&](const auto& seen) {
            return standingOf(answer, seen.first) != seen.second;
        });
        save(row);
        emit rowRead(answer);
        if (isTouched) {
            park(row, Mend::State::Conflict, {});
        }
    }
    sendNext();
}

void MendQueue::fail(int row, const Failure& failure) {
    if (isPassing(failure)) {
        // A lost connection is watched; whatever else passes is asked again after a while.
        if (!failure.isLostConnection()) {
            m_retry.start();
        }
        emit changed(row);
        return;
    }
    park(row, Mend::State::Refused, failure.text(m_api.language()));
    if (failure.code == ErrorCode::ImportNotStaged || failure.code == ErrorCode::ImportAlreadyCommitted) {
        emit importClosed();
        return;
    }
    sendNext();
}

void MendQueue::park(int row, Mend::State state, const QString& sentence) {
    if (const auto found = m_mends.find(row); found != m_mends.end()) {
        found->second.state = state;
        found->second.sentence = sentence;
        emit changed(row);
    }
}

void MendQueue::save(int row) {
    const Mend& mend = m_mends.at(row);
    Json body = Json::object();
    body["file_name"] = m_fileName.toStdString();
    body["version"] = mend.version;
    body["values"] = mend.values;
    body["seen"] = mend.seen;
    m_store.saveDraft(QString::fromLatin1(draftKind), draftKey(row), QByteArray::fromStdString(body.dump()));
}

void MendQueue::forget(int row) {
    m_mends.erase(row);
    std::erase(m_order, row);
    m_store.dropDraft(QString::fromLatin1(draftKind), draftKey(row));
}

QString MendQueue::draftKey(int row) const {
    return QStringLiteral("%1/%2").arg(m_importId.value()).arg(row);
}

}  // namespace nextgen::cheque_import
