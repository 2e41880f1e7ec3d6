#pragma once

#include "ui/widgets/theme.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QToolButton;

namespace nextgen::ui {

class IconLabel;

/// A message that stays until it is settled: a lost connection, a failed load. The text wraps.
class Banner : public QFrame {
    Q_OBJECT

  public:
    explicit Banner(Tone tone = Tone::Info, QWidget* parent = nullptr);

    void setTone(Tone tone);
    void setText(const QString& text);
    QString text() const;
    /// The button beside the text; an empty text takes it away.
    void setAction(const QString& text);
    /// Another one, for the other answer to what the banner asks.
    void setOtherAction(const QString& text);
    void setClosable(bool isClosable);

  signals:
    void actionTriggered();
    void otherActionTriggered();
    /// The person closed it; it has hidden itself.
    void closed();

  protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

  private:
    Tone m_tone;
    IconLabel* m_icon;
    QLabel* m_text;
    QPushButton* m_action;
    QPushButton* m_otherAction;
    QToolButton* m_close;
};

/// The icon and the tint that go with a tone.
void showTone(IconLabel* label, Tone tone);

}  // namespace nextgen::ui
