#pragma once

#include "shared/describe/describe.h"

#include <QWidget>
#include <optional>

namespace nextgen::ui {

/// A state in its word, on the ground of its tone, at the side where lines begin.
class Chip : public QWidget {
    Q_OBJECT

  public:
    explicit Chip(QWidget* parent = nullptr);

    /// nullopt: nothing is shown.
    void setChoice(std::optional<describe::Choice> choice);
    QString text() const;
    QSize sizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    std::optional<describe::Choice> m_choice;
};

}  // namespace nextgen::ui
