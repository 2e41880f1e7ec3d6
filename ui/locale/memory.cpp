#include "ui/locale/memory.h"

#include <QCoreApplication>
#include <QHash>
#include <QSettings>
#include <QThread>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <utility>

namespace nextgen::ui {

namespace {

using Values = QHash<QString, QVariant>;

/// Writes values on its thread, the latest of each key.
class Writer {
  public:
    Writer() : m_thread(QThread::create([this] { run(); })) { m_thread->start(); }
    ~Writer() {
        {
            const std::lock_guard lock(m_mutex);
            m_isEnding = true;
        }
        m_changed.notify_all();
        m_thread->wait();
    }
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    void write(const QString& key, const QVariant& value) {
        {
            const std::lock_guard lock(m_mutex);
            m_waiting.insert(key, value);
        }
        m_changed.notify_all();
    }

    void settle() {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_waiting.isEmpty() && !m_isWriting; });
    }

  private:
    void run() {
        std::unique_lock lock(m_mutex);
        while (true) {
            m_changed.wait(lock, [this] { return m_isEnding || !m_waiting.isEmpty(); });
            if (m_waiting.isEmpty()) {
                return;
            }
            const Values values = std::exchange(m_waiting, {});
            m_isWriting = true;
            lock.unlock();
            {
                QSettings settings;
                for (auto one = values.begin(); one != values.end(); ++one) {
                    settings.setValue(one.key(), one.value());
                }
            }
            lock.lock();
            m_isWriting = false;
            m_changed.notify_all();
        }
    }

    std::mutex m_mutex;
    std::condition_variable m_changed;
    Values m_waiting;
    bool m_isWriting = false;
    bool m_isEnding = false;
    std::unique_ptr<QThread> m_thread;
};

struct Memory {
    Memory() {
        const QSettings settings;
        for (const QString& key : settings.allKeys()) {
            values.insert(key, settings.value(key));
        }
    }

    Values values;
    Writer writer;
};

std::unique_ptr<Memory>& held() {
    static std::unique_ptr<Memory> memory;
    return memory;
}

/// Ends with the application, which QSettings asks for its names.
Memory& memory() {
    if (!held()) {
        held() = std::make_unique<Memory>();
        qAddPostRoutine([] { held().reset(); });
        QObject::connect(qApp, &QCoreApplication::aboutToQuit, qApp, [] { settleMemory(); });
    }
    return *held();
}

}  // namespace

QVariant remembered(const QString& key, const QVariant& otherwise) {
    return memory().values.value(key, otherwise);
}

void remember(const QString& key, const QVariant& value) {
    Memory& kept = memory();
    const auto found = kept.values.constFind(key);
    if (found == kept.values.constEnd() || *found != value) {
        kept.values.insert(key, value);
        kept.writer.write(key, value);
    }
}

void settleMemory() {
    if (held()) {
        held()->writer.settle();
    }
}

void forgetAll() {
    settleMemory();
    QSettings().clear();
    if (held()) {
        held()->values.clear();
    }
}

}  // namespace nextgen::ui
