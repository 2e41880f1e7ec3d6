#pragma once

#include <QApplication>
#include <QDeadlineTimer>
#include <QStringList>
#include <QTimer>
#include <QWindow>
#include <QtTest>
#include <functional>

namespace nextgen::test {

/// Works the program by its keyboard alone and counts what it presses. Keys go to the window that has the
/// keyboard, as those of a real keyboard do; what becomes of them there is the program's.
class Clerk {
  public:
    Clerk() {
        QObject::connect(&m_manager, &QTimer::timeout, &Clerk::giveKeyboardBack);
        m_manager.start(managerMs);
    }

    /// One keystroke that is a command.
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        m_pressed << nameOf(key, modifiers);
        send(static_cast<Qt::Key>(key), textOf(key, modifiers), modifiers);
    }

    /// The same key several times.
    void repeat(int key, int times) {
        for (int i = 0; i < times; ++i) {
            press(key);
        }
    }

    /// Presses a key that opens a dialog for which the program waits, and goes on in that dialog, until it is
    /// closed.
    void press(int key, const std::function<void()>& inDialog) {
        QWidget* before = QApplication::activeModalWidget();
        const QDeadlineTimer patience(patienceMs);
        bool isReached = false;
        QTimer look;
        QObject::connect(&look, &QTimer::timeout, &look, [&] {
            QWidget* dialog = QApplication::activeModalWidget();
            if (dialog != nullptr && dialog != before && QGuiApplication::focusWindow() != nullptr &&
                QGuiApplication::focusWindow() == dialog->windowHandle()) {
                look.stop();
                isReached = true;
                inDialog();
            } else if (patience.hasExpired()) {
                look.stop();
            }
        });
        look.start(5);
        press(key);
        QVERIFY2(isReached, "no dialog opened");
    }

    /// What is typed; it is counted apart.
    void type(const QString& text) {
        m_pressed << QStringLiteral("…");
        for (const QChar letter : text) {
            const bool isLatin = letter.unicode() < 0x80;
            send(isLatin ? static_cast<Qt::Key>(letter.toUpper().unicode()) : Qt::Key_unknown,
                 QString(letter), Qt::NoModifier);
            ++m_typed;
        }
    }

    void begin() {
        m_pressed.clear();
        m_typed = 0;
    }
    /// In their order; "…" is what was typed.
    QString pressed() const { return m_pressed.join(u' '); }
    int commands() const { return static_cast<int>(m_pressed.size() - m_pressed.count(QStringLiteral("…"))); }
    int typed() const { return m_typed; }

  private:
    static constexpr int patienceMs = 10'000;
    static constexpr int managerMs = 5;

    static QString nameOf(int key, Qt::KeyboardModifiers modifiers) {
        const QString name = QKeySequence(key | static_cast<int>(modifiers)).toString();
        return name == QStringLiteral("Return") ? QStringLiteral("Enter") : name;
    }
    static QString textOf(int key, Qt::KeyboardModifiers modifiers) {
        if (modifiers != Qt::NoModifier) {
            return {};
        }
        return key == Qt::Key_Return  ? QStringLiteral("\r")
               : key == Qt::Key_Space ? QStringLiteral(" ")
                                      : QString();
    }

    /// As window managers do when a window goes; offscreen there is none.
    static void giveKeyboardBack() {
        if (QGuiApplication::focusWindow() != nullptr) {
            return;
        }
        QWidget* front = QApplication::activeModalWidget();
        for (QWidget* window : QApplication::topLevelWidgets()) {
            if (front == nullptr && window->isVisible() && window->windowType() == Qt::Window) {
                front = window;
            }
        }
        if (front != nullptr) {
            front->activateWindow();
        }
    }

    static void send(Qt::Key key, const QString& text, Qt::KeyboardModifiers modifiers) {
        QTRY_VERIFY2(QGuiApplication::focusWindow() != nullptr, "no window has the keyboard");
        QTest::sendKeyEvent(QTest::Click, QGuiApplication::focusWindow(), key, text, modifiers);
        QCoreApplication::processEvents();
    }

    QTimer m_manager;
    QStringList m_pressed;
    int m_typed = 0;
};

}  // namespace nextgen::test
