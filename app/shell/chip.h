#pragma once

#include "ui/widgets/theme.h"

#include <QWidget>

namespace nextgen::shell {

/// A short word on a tinted ground: a status, a count.
class Chip : public QWidget {
    Q_OBJECT

  public:
    explicit Chip(QWidget* parent = nullptr);

    void setChip(const QString& text, ui::Tone tone);
    QString text() const { return m_text; }
    QSize sizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QString m_text;
    ui::Tone m_tone = ui::Tone::Neutral;
};

}  // namespace nextgen::shell
