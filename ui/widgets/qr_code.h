#pragma once

#include <QImage>
#include <QWidget>

namespace nextgen::ui {

/// A text as a QR code, black on white whatever the colours of the window are, so that any camera reads it.
/// A text that fits into none (more than about two thousand bytes) shows nothing.
class QrCode : public QWidget {
    Q_OBJECT

  public:
    explicit QrCode(QWidget* parent = nullptr);

    void setText(const QString& text);
    QSize sizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QImage m_modules;  ///< a pixel for each, without the quiet zone
};

}  // namespace nextgen::ui
