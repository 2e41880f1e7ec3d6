#pragma once

#include <QObject>

namespace nextgen::ui {

/// Has Enter press the button that has the keyboard, in every window as in dialogs; Qt leaves that to Space.
/// Made by main, for the whole program.
class EnterKey : public QObject {
    Q_OBJECT

  public:
    explicit EnterKey(QObject* parent = nullptr);

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

}  // namespace nextgen::ui
