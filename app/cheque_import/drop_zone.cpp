#include "app/cheque_import/drop_zone.h"

#include "ui/locale/format.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/theme.h"

#include <QDragEnterEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QPainter>

namespace nextgen::cheque_import {

namespace {

constexpr int heightPx = 168;
constexpr int iconPx = 40;
constexpr int cornerPx = 12;

QString droppedFile(const QMimeData* dragged) {
    for (const QUrl& url : dragged->urls()) {
        const QString path = url.toLocalFile();
        if (workbookSuffixes().contains(QFileInfo(path).suffix(), Qt::CaseInsensitive)) {
            return path;
        }
    }
    return {};
}

}  // namespace

const QStringList& workbookSuffixes() {
    static const QStringList suffixes{QStringLiteral("xlsx"), QStringLiteral("ods"), QStringLiteral("csv")};
    return suffixes;
}

DropZone::DropZone(QWidget* parent) : QAbstractButton(parent) {
    setAcceptDrops(true);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    retranslate();
}

void DropZone::setFile(const QString& filePath) {
    m_file = filePath;
    retranslate();
}

QSize DropZone::sizeHint() const {
    return {420, heightPx};
}

void DropZone::retranslate() {
    setAccessibleName(
        m_file.isEmpty()
            ? tr("Drop a workbook here, or press Enter to choose one")
            : tr("Chosen file: %1. Press Enter to choose another").arg(QFileInfo(m_file).fileName()));
    update();
}

void DropZone::paintEvent(QPaintEvent* /*event*/) {
    const ui::Colours& colours = ui::coloursIn(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isLively = m_isDraggedOver || underMouse();
    QPen edge(m_isDraggedOver || hasFocus() ? colours.accent : colours.strongBorder, hasFocus() ? 2 : 1.5);
    if (m_file.isEmpty() && !hasFocus()) {
        edge.setStyle(Qt::DashLine);
    }
    painter.setPen(edge);
    painter.setBrush(m_isDraggedOver ? colours.accentSoft : isLively ? colours.raised : colours.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), cornerPx, cornerPx);

    QFont strong = font();
    strong.setBold(true);
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.9);
    const QFileInfo info(m_file);
    const QString title = m_file.isEmpty() ? tr("Drop the file of cheques here, or click to choose it")
                                           : ui::showCode(info.fileName());
    const QString detail = m_file.isEmpty()
                               ? tr("Excel (xlsx), OpenDocument (ods) or csv, up to 64 MB")
                               : tr("%1 · click to choose another file").arg(ui::showBytes(info.size()));
    const int titlePx = QFontMetrics(strong).height();
    const int detailPx = QFontMetrics(small).height();
    int y = (height() - iconPx - titlePx - detailPx - ui::space::s - ui::space::xs) / 2;
    ui::icon(m_file.isEmpty() ? ui::Icon::Upload : ui::Icon::File, ui::Tint::Accent)
        .paint(&painter, QRect((width() - iconPx) / 2, y, iconPx, iconPx));
    y += iconPx + ui::space::s;
    const auto line = [&](const QFont& face, const QColor& ink, const QString& text, int heightOfLine) {
        painter.setFont(face);
        painter.setPen(ink);
        const QRect place(ui::space::m, y, width() - 2 * ui::space::m, heightOfLine);
        painter.drawText(place, Qt::AlignCenter,
                         QFontMetrics(face).elidedText(text, Qt::ElideMiddle, place.width()));
        y += heightOfLine + ui::space::xs;
    };
    line(strong, colours.text, title, titlePx);
    line(small, colours.muted, detail, detailPx);
}

void DropZone::dragEnterEvent(QDragEnterEvent* event) {
    if (!droppedFile(event->mimeData()).isEmpty()) {
        m_isDraggedOver = true;
        event->acceptProposedAction();
        update();
    }
}

void DropZone::dragLeaveEvent(QDragLeaveEvent* /*event*/) {
    m_isDraggedOver = false;
    update();
}

void DropZone::dropEvent(QDropEvent* event) {
    m_isDraggedOver = false;
    update();
    if (const QString path = droppedFile(event->mimeData()); !path.isEmpty()) {
        event->acceptProposedAction();
        emit fileDropped(path);
    }
}

void DropZone::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QAbstractButton::changeEvent(event);
}

}  // namespace nextgen::cheque_import
