#pragma once

#include <sys/resource.h>

#include <QApplication>
#include <QStringList>
#include <QThread>
#include <ctime>

namespace nextgen::test {

/// An application that knows how long each event kept its thread from the next one: what it worked, and what
/// it waited for a disk, a network or another thread. Work is counted in the thread's own time, so that other
/// programs of the machine do not count.
class WatchedApplication : public QApplication {
  public:
    using QApplication::QApplication;

    struct Stall {
        double workedMs = 0;
        double waitedMs = 0;
        QString event;  ///< "MetaCall to nextgen::shell::Documents, brands"
    };

    /// Of all events since the last call, the one that worked longest and the one that waited longest.
    Stall longestWork() { return std::exchange(m_longestWork, {}); }
    Stall longestWait() { return std::exchange(m_longestWait, {}); }

    /// Of the longest so far.
    double worked() const { return m_longestWork.workedMs; }

    bool notify(QObject* receiver, QEvent* event) override {
        // What an event sends is part of it; what a dialog's own loop dispatches is not.
        const int level = QThread::currentThread()->loopLevel();
        if (QThread::currentThread() != thread() || (m_isInside && level == m_level)) {
            return QApplication::notify(receiver, event);
        }
        const bool wasInside = std::exchange(m_isInside, true);
        const int levelBefore = std::exchange(m_level, level);
        const QString what = QString::number(event->type()) + QStringLiteral(" to ") +
                             QString::fromLatin1(receiver->metaObject()->className()) + u' ' +
                             receiver->objectName();
        const Clocks before = clocks();
        const bool isTaken = QApplication::notify(receiver, event);
        const Clocks after = clocks();
        m_isInside = wasInside;
        m_level = levelBefore;
        const double worked = after.worked - before.worked;
        if (worked > m_longestWork.workedMs) {
            m_longestWork = {worked, 0, what};
        }
        // Who does not give up the processor of itself waits for nothing but the processor.
        const double waited = after.passed - before.passed - worked;
        if (after.waits > before.waits && waited > m_longestWait.waitedMs) {
            m_longestWait = {0, waited, what};
        }
        return isTaken;
    }

    /// What the thread has worked since it began.
    static double threadMs() { return milliseconds(CLOCK_THREAD_CPUTIME_ID); }

  private:
    struct Clocks {
        double worked;
        double passed;
        long waits;
    };

    static double milliseconds(clockid_t clock) {
        timespec time{};
        clock_gettime(clock, &time);
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
    }

    static Clocks clocks() {
        rusage usage{};
        getrusage(RUSAGE_THREAD, &usage);
        return {milliseconds(CLOCK_THREAD_CPUTIME_ID), milliseconds(CLOCK_MONOTONIC), usage.ru_nvcsw};
    }

    bool m_isInside = false;
    int m_level = 0;
    Stall m_longestWork;
    Stall m_longestWait;
};

}  // namespace nextgen::test
