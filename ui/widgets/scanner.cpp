#include "ui/widgets/scanner.h"

#include "ui/locale/format.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QToolTip>
#include <QWidget>
#include <utility>

namespace nextgen::ui {

namespace {

/// In any keyboard layout; nothing else, and none that is held down.
std::optional<char> digitOf(const QKeyEvent& key) {
    const QString text = plainDigits(key.text());
    const bool isPlain = (key.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (!isPlain || key.isAutoRepeat() || text.size() != 1 || text.front() < u'0' || text.front() > u'9') {
        return std::nullopt;
    }
    return text.front().toLatin1();
}

bool isEnd(const QKeyEvent& key) {
    const bool isPlain = (key.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    return isPlain && !key.isAutoRepeat() &&
           (key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter || key.key() == Qt::Key_Tab);
}

}  // namespace

Scanner::Scanner(TimeOf timeOf, int restMs, QObject* parent)
    : QObject(parent), m_timeOf(std::move(timeOf)) {
    if (!m_timeOf) {
        m_clock.start();
        m_timeOf = [this](const QKeyEvent& key) {
            return key.timestamp() != 0 ? static_cast<qint64>(key.timestamp()) : m_clock.elapsed();
        };
    }
    m_rest.setSingleShot(true);
    m_rest.setInterval(restMs);
    connect(&m_rest, &QTimer::timeout, this, [this] {
        m_reader.reset();
        release();
    });
    QCoreApplication::instance()->installEventFilter(this);
}

Scanner::~Scanner() = default;

bool Scanner::eventFilter(QObject* watched, QEvent* event) {
    if (m_isReleasing || !watched->isWidgetType()) {
        return false;
    }
    if (event->type() == QEvent::KeyPress) {
        return takeKey(static_cast<QWidget*>(watched), *static_cast<QKeyEvent*>(event));
    }
    if (event->type() == QEvent::ShortcutOverride && !m_held.empty()) {
        const auto& key = *static_cast<QKeyEvent*>(event);
        if ((digitOf(key) || isEnd(key)) && m_reader.isOpen(m_timeOf(key))) {
            event->accept();
            return true;
        }
    }
    return false;
}

bool Scanner::takeKey(QWidget* at, const QKeyEvent& key) {
    if (const auto digit = digitOf(key)) {
        if (!m_reader.digit(*digit, m_timeOf(key))) {
            release();
        }
        m_held.push_back({at, std::unique_ptr<QKeyEvent>(key.clone())});
        m_rest.start();
        return true;
    }
    const auto code = isEnd(key) ? m_reader.end(m_timeOf(key)) : std::nullopt;
    m_reader.reset();
    if (!code) {
        release();
        return false;
    }
    m_rest.stop();
    m_held.clear();
    handOver(*code);
    return true;
}

void Scanner::release() {
    m_rest.stop();
    const QScopedValueRollback releasing(m_isReleasing, true);
    for (Held& held : std::exchange(m_held, {})) {
        if (held.at) {
            QCoreApplication::sendEvent(held.at, held.key.get());
        }
    }
}

void Scanner::handOver(const QString& code) {
    while (QWidget* popup = QApplication::activePopupWidget()) {
        popup->close();
    }
    QWidget* at =
        QApplication::focusWidget() != nullptr ? QApplication::focusWidget() : QApplication::activeWindow();
    for (QWidget* around = at; around != nullptr; around = around->parentWidget()) {
        auto* taker = dynamic_cast<ScanTaker*>(around);
        if (taker != nullptr && taker->takeScan(code)) {
            return;
        }
        if (around->isWindow()) {
            break;  // what a dialog stands before is not asked
        }
    }
    if (at != nullptr) {
        QApplication::beep();
        QToolTip::showText(
            at->mapToGlobal(QPoint(0, at->height())),
            tr("Scanned: %1. Nothing here takes it, and nothing was typed.").arg(showCode(code)), at);
    }
}

}  // namespace nextgen::ui
