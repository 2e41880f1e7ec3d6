#pragma once

#include "ui/widgets/icon.h"

#include <QAbstractButton>

namespace nextgen::shell {

/// An entry of the sidebar.
class NavButton : public QAbstractButton {
    Q_OBJECT

  public:
    explicit NavButton(ui::Icon icon, QWidget* parent = nullptr);
    QSize sizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

  private:
    ui::Icon m_icon;
};

}  // namespace nextgen::shell
