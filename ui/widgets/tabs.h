#pragma once

#include <QTabWidget>

namespace nextgen::ui {

/// Tabs as the program has them: a line of titles without a frame.
class Tabs : public QTabWidget {
    Q_OBJECT

  public:
    explicit Tabs(QWidget* parent = nullptr);

    /// The parent that addTab() gives a widget: what is made with it is dressed once.
    QWidget* shelf() const;

  protected:
    void showEvent(QShowEvent* event) override;
    /// Nothing: beside the titles Qt draws a line through the corner.
    void paintEvent(QPaintEvent* event) override;
};

}  // namespace nextgen::ui
