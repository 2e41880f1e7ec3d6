#include "ui/widgets/qr_code.h"

#include <QPainter>
#include <algorithm>
#include <memory>
#include <qrencode.h>

namespace nextgen::ui {

namespace {

// ISO/IEC 18004, section 9.1: four modules of white around it.
constexpr int quietModules = 4;
constexpr int moduleSizePx = 4;

struct FreeCode {
    void operator()(QRcode* code) const { QRcode_free(code); }
};

}  // namespace

QrCode::QrCode(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("qrCode"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void QrCode::setText(const QString& text) {
    const QByteArray bytes = text.toUtf8();
    const std::unique_ptr<QRcode, FreeCode> code(
        QRcode_encodeString8bit(bytes.constData(), 0, QR_ECLEVEL_M));
    m_modules = QImage();
    if (code) {
        m_modules = QImage(code->width, code->width, QImage::Format_RGB32);
        for (int y = 0; y < code->width; ++y) {
            for (int x = 0; x < code->width; ++x) {
                const bool isDark = (code->data[y * code->width + x] & 1) != 0;
                m_modules.setPixelColor(x, y, isDark ? Qt::black : Qt::white);
            }
        }
    }
    updateGeometry();
    update();
}

QSize QrCode::sizeHint() const {
    const int side = m_modules.isNull() ? 0 : (m_modules.width() + 2 * quietModules) * moduleSizePx;
    return {side, side};
}

void QrCode::paintEvent(QPaintEvent* /*event*/) {
    if (m_modules.isNull()) {
        return;
    }
    QPainter painter(this);
    painter.fillRect(rect(), Qt::white);
    const int all = m_modules.width() + 2 * quietModules;
    const int sizePx = std::max(1, std::min(width(), height()) / all);
    const int side = m_modules.width() * sizePx;
    painter.drawImage(QRect((width() - side) / 2, (height() - side) / 2, side, side), m_modules);
}

}  // namespace nextgen::ui
