#pragma once

#include <QCoroTask>
#include <QPointer>
#include <QtDebug>
#include <exception>
#include <utility>

namespace nextgen::client {

/// Calls handler(result) when the task is done, unless `context` is gone by then. What a handler throws is a
/// slip of the programmer: it is logged, not lost.
template <class T, class Context, class Handler>
QCoro::Task<> whenDone(QCoro::Task<T> task, Context* context, Handler handler) {
    const QPointer<Context> alive(context);
    try {
        if constexpr (std::is_void_v<T>) {
            co_await task;
            if (alive) {
                handler();
            }
        } else {
            T result = co_await task;
            if (alive) {
                handler(std::move(result));
            }
        }
    } catch (const std::exception& error) {
        qCritical("unexpected: %s", error.what());
    }
}

}  // namespace nextgen::client
