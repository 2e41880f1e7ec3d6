#pragma once

#include "ui/widgets/theme.h"

#include <QFrame>
#include <QTimer>

class QLabel;
class QPushButton;

namespace nextgen::ui {

class IconLabel;

/// A short message at the bottom of a window that goes by itself: "18 cheques committed · Undo". It stays
/// while the pointer or the keyboard is on it.
class Toast : public QFrame {
    Q_OBJECT

  public:
    /// Lies over `over`, which it follows in size; hidden until show…() is called.
    explicit Toast(QWidget* over);

    /// Replaces what it says now.
    void showMessage(Tone tone, const QString& text, const QString& actionText = {}, int forMs = 6000);
    QString text() const;

  signals:
    void actionTriggered();

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

  private:
    void place();

    Tone m_tone = Tone::Info;
    IconLabel* m_icon;
    QLabel* m_text;
    QPushButton* m_action;
    QTimer m_timer;
};

}  // namespace nextgen::ui
