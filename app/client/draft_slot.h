#pragma once

#include "app/client/local_store.h"

#include <QCoroTask>
#include <QTimer>
#include <functional>

namespace nextgen::client {

/// Keeps one draft in the local store, a moment after it changed.
class DraftSlot {
  public:
    /// `kind`: a literal. `body`: what is to be kept now; nothing: what was kept goes.
    DraftSlot(LocalStore& store, const char* kind, std::function<std::optional<QByteArray>()> body);
    DraftSlot(const DraftSlot&) = delete;
    DraftSlot& operator=(const DraftSlot&) = delete;

    /// Another draft; what changed in the one before and was not written yet is not.
    void setKey(const QString& key);
    const QString& key() const { return m_key; }
    /// It changed: it is written within a second.
    void touch();
    /// Writes now; done when it is on the disk, or cannot be. It may go meanwhile.
    QCoro::Task<void> keepNow();
    void drop(const QString& key);
    /// The one whose key is set.
    QCoro::Task<std::optional<Draft>> find();

  private:
    LocalStore& m_store;
    const char* m_kind;
    std::function<std::optional<QByteArray>()> m_body;
    QString m_key;
    QTimer m_timer;
};

}  // namespace nextgen::client
