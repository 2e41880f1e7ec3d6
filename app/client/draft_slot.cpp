#include "app/client/draft_slot.h"

#include <QCoroFuture>
#include <utility>

namespace nextgen::client {

namespace {

constexpr int restMs = 700;

// With values of their own, since the slot may go before the disk has answered.
QCoro::Task<void> save(LocalStore& store, QString kind, QString key, QByteArray body) {
    co_await store.saveDraft(kind, key, body);
}

QCoro::Task<std::optional<Draft>> read(LocalStore& store, QString kind, QString key) {
    co_return co_await store.draft(kind, key);
}

}  // namespace

DraftSlot::DraftSlot(LocalStore& store, const char* kind, std::function<std::optional<QByteArray>()> body)
    : m_store(store), m_kind(kind), m_body(std::move(body)) {
    m_timer.setSingleShot(true);
    m_timer.setInterval(restMs);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { keepNow(); });
}

void DraftSlot::setKey(const QString& key) {
    m_timer.stop();
    m_key = key;
}

void DraftSlot::touch() {
    if (!m_timer.isActive()) {
        m_timer.start();
    }
}

QCoro::Task<void> DraftSlot::keepNow() {
    m_timer.stop();
    if (std::optional<QByteArray> body = m_body()) {
        co_await save(m_store, QLatin1String(m_kind), m_key, std::move(*body));
    } else {
        drop(m_key);
    }
}

void DraftSlot::drop(const QString& key) {
    if (key == m_key) {
        m_timer.stop();
    }
    m_store.dropDraft(QLatin1String(m_kind), key);
}

QCoro::Task<std::optional<Draft>> DraftSlot::find() {
    return read(m_store, QLatin1String(m_kind), m_key);
}

}  // namespace nextgen::client
