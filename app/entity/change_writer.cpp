#include "app/entity/change_writer.h"

#include "app/client/task.h"
#include "app/entity/entity_words.h"

#include <algorithm>
#include <utility>

namespace nextgen::entity {

using client::Answer;

namespace {

// Far below what the server takes: long texts make portions of fewer records.
constexpr qsizetype portionBytesMax = 400'000;

/// What is to be sent is on the disk before: were the answer lost with the program, the same key would ask
/// for it again.
QCoro::Task<Answer<std::vector<ChangeResult>>> keptAndSent(client::ApiClient& api, const api::Entity& entity,
                                                           std::function<QCoro::Task<void>()> keep,
                                                           QByteArray body, QString key) {
    co_await keep();
    auto answer = co_await editRecords(api, entity, std::move(body), std::move(key));
    co_return answer;
}

/// As StagedEdits has them.
ui::FieldChanges inOrder(ui::FieldChanges changes) {
    std::ranges::sort(changes, {}, &ui::FieldChanges::value_type::first);
    return changes;
}

/// Whether the server may have done what it was asked, without our knowing.
bool isOpen(const client::Failure& failure) {
    return failure.isLostConnection() || failure.isCancelled() || failure.httpStatus >= 500 ||
           failure.code == ErrorCode::IdempotencyInProgress;
}

}  // namespace

QString reasonOf(const api::Entity& entity, const client::Failure& failure) {
    QStringList parts;
    for (const client::FieldFault& fault : failure.fields) {
        const describe::FieldInfo* field = entity.field(fault.field.toStdString());
        parts << (field != nullptr ? QStringLiteral("%1: %2").arg(titleOf(entity, *field), fault.message)
                                   : fault.message);
    }
    return parts.isEmpty() ? shell::sentenceOf(failure) : parts.join(u' ');
}

ChangeWriter::ChangeWriter(shell::Context& context, const api::Entity& entity, ui::StagedEdits& edits,
                           std::function<QCoro::Task<void>()> keep, QObject* parent)
    : QObject(parent), m_context(context), m_entity(entity), m_edits(edits), m_keep(std::move(keep)) {}

void ChangeWriter::write(std::set<std::int64_t> ids) {
    if (m_isRunning) {
        return;
    }
    m_waiting = std::move(ids);
    if (m_unanswered && !isStillWanted(*m_unanswered)) {
        m_unanswered.reset();
    }
    m_total = static_cast<int>(m_waiting.size());
    m_done = 0;
    m_isRunning = true;
    m_isCancelled = false;
    emit progressed(m_done, m_total);
    m_unanswered ? send() : sendNext();
}

/// What was sent is sent again only as long as the person wants just that. Of another wish the server finds
/// the records moved on, if the first had arrived after all.
bool ChangeWriter::isStillWanted(const Portion& portion) const {
    const auto sent = changesOfMany(m_entity, portion.body);
    return !sent.empty() && std::ranges::all_of(sent, [this](const auto& one) {
        const ui::StagedEdits::Row* row = m_waiting.contains(one.first) ? m_edits.row(one.first) : nullptr;
        return row != nullptr && changeOf(m_entity, one.first, 0, ui::StagedEdits::changesOf(*row)) ==
                                     changeOf(m_entity, one.first, 0, inOrder(one.second));
    });
}

void ChangeWriter::sendNext() {
    QList<QByteArray> changes;
    qsizetype bytes = 0;
    while (!m_isCancelled && !m_waiting.empty() && changes.size() < portionMax && bytes < portionBytesMax) {
        const std::int64_t id = *m_waiting.begin();
        m_waiting.erase(m_waiting.begin());
        if (const ui::StagedEdits::Row* row = m_edits.row(id)) {
            changes << changeOf(m_entity, id, static_cast<int>(row->base.integer("version")),
                                ui::StagedEdits::changesOf(*row));
            bytes += changes.back().size();
        }
    }
    if (changes.isEmpty()) {
        end({});
        return;
    }
    m_unanswered = Portion{client::newIdempotencyKey(), bodyOfMany(changes)};
    send();
}

void ChangeWriter::send() {
    client::whenDone(keptAndSent(m_context.api, m_entity, m_keep, m_unanswered->body, m_unanswered->key),
                     this, [this](const Answer<std::vector<ChangeResult>>& answer) { take(answer); });
}

void ChangeWriter::take(const Answer<std::vector<ChangeResult>>& answer) {
    if (!answer) {
        if (!isOpen(answer.error())) {
            m_unanswered.reset();
        }
        end(shell::sentenceOf(answer.error()));
        return;
    }
    const auto sent = changesOfMany(m_entity, m_unanswered->body);
    m_unanswered.reset();
    for (const ChangeResult& result : *answer) {
        const auto values = sent.find(result.id);
        if (values == sent.end()) {
            continue;
        }
        const ui::StagedEdits::Row* row = m_edits.row(result.id);
        ++m_done;
        m_waiting.erase(result.id);  // of a portion that was sent again
        if (!result.version) {
            m_edits.refuse(result.id, reasonOf(m_entity, result.version.error()));
            if (result.version.error().code == ErrorCode::PreconditionFailed) {
                m_overtaken.push_back(result.id);
            }
        } else if (row != nullptr) {
            WrittenRecord written{row->base, row->base};
            for (const auto& [field, value] : row->values) {
                written.after.set(field, value);
            }
            for (const auto& [field, value] : values->second) {
                written.after.set(field, value);
            }
            written.after.set("version", ui::FieldValue(std::int64_t{*result.version}));
            m_written.push_back(std::move(written));
            m_edits.settle(result.id, values->second, *result.version);
        }
    }
    emit progressed(m_done, m_total);
    catchUp();
}

void ChangeWriter::catchUp() {
    if (m_overtaken.empty()) {
        sendNext();
        return;
    }
    const std::int64_t id = m_overtaken.front();
    m_overtaken.pop_front();
    client::whenDone(
        getRecord(m_context.api, m_entity, id), this, [this, id](const Answer<ui::Record>& answer) {
            if (answer) {
                m_edits.rebase(*answer);
                m_edits.refuse(id, tr("Somebody changed it meanwhile; “before” is how it stands now."));
            }
            catchUp();
        });
}

void ChangeWriter::end(const QString& failure) {
    m_isRunning = false;
    emit finished(failure);
}

}  // namespace nextgen::entity
