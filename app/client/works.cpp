#include "app/client/works.h"

#include <algorithm>
#include <utility>

namespace nextgen::client {

namespace {

bool isRunning(const Work& work) {
    return work.state == Work::State::Running;
}

}  // namespace

Works::~Works() {
    stopAll();
}

const Work* Works::find(int id) const {
    const auto found = std::ranges::find(m_works, id, &Work::id);
    return found == m_works.end() ? nullptr : &*found;
}

int Works::running() const {
    return static_cast<int>(std::ranges::count_if(m_works, isRunning));
}

Work* Works::running(int id) {
    const auto found = std::ranges::find(m_works, id, &Work::id);
    return found == m_works.end() || !isRunning(*found) ? nullptr : &*found;
}

int Works::begin(Work work) {
    work.id = ++m_lastId;
    m_works.insert(m_works.begin(), std::move(work));
    while (m_works.size() > keptMax) {
        const auto oldest = std::find_if_not(m_works.rbegin(), m_works.rend(), isRunning);
        if (oldest == m_works.rend()) {
            break;
        }
        m_works.erase(std::next(oldest).base());
    }
    emit changed();
    return m_lastId;
}

void Works::progress(int id, qint64 done, qint64 total) {
    Work* work = running(id);
    if (work != nullptr && (work->done != done || work->total != total)) {
        work->done = done;
        work->total = total;
        emit changed();
    }
}

void Works::setResult(int id, const QString& result) {
    Work* work = running(id);
    if (work != nullptr && work->result != result) {
        work->result = result;
        emit changed();
    }
}

void Works::setAgain(int id, std::function<void()> again) {
    if (Work* work = running(id)) {
        work->again = std::move(again);
    }
}

void Works::end(int id, Work::State state, const QString& outcome) {
    if (Work* work = running(id)) {
        work->state = state;
        work->outcome = outcome;
        work->stop = nullptr;
        if (state != Work::State::Failed) {
            work->again = nullptr;
        }
        emit changed();
        emit ended(id);
    }
}

void Works::stop(int id) {
    const Work* work = running(id);
    // A copy: it may say by itself that it ended.
    if (const auto stopIt = work != nullptr ? work->stop : nullptr) {
        stopIt();
        end(id, Work::State::Stopped);
    }
}

void Works::tryAgain(int id) {
    const auto failed = std::ranges::find(m_works, id, &Work::id);
    if (failed == m_works.end() || failed->state != Work::State::Failed || !failed->again) {
        return;
    }
    const auto again = std::move(failed->again);
    m_works.erase(failed);
    again();
    emit changed();
}

void Works::forgetEnded() {
    std::erase_if(m_works, [](const Work& work) { return !isRunning(work); });
    emit changed();
}

void Works::clear() {
    stopAll();
    emit changed();
}

void Works::stopAll() {
    for (const Work& work : std::exchange(m_works, {})) {
        if (isRunning(work) && work.stop) {
            work.stop();
        }
    }
}

}  // namespace nextgen::client
