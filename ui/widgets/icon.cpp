#include "ui/widgets/icon.h"

#include "ui/widgets/theme.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>
#include <algorithm>
#include <array>

namespace nextgen::ui {

namespace {

constexpr std::array files = {
    IconFile{Icon::Bank, "bank", false},
    IconFile{Icon::Bell, "bell", false},
    IconFile{Icon::Calendar, "calendar", false},
    IconFile{Icon::Cart, "cart", false},
    IconFile{Icon::Check, "check", false},
    IconFile{Icon::Cheque, "cheque", false},
    IconFile{Icon::ChevronDown, "chevron_down", false},
    IconFile{Icon::ChevronNext, "chevron_next", true},
    IconFile{Icon::ChevronPrevious, "chevron_previous", true},
    IconFile{Icon::ChevronUp, "chevron_up", false},
    IconFile{Icon::ChevronsNext, "chevrons_next", true},
    IconFile{Icon::ChevronsPrevious, "chevrons_previous", true},
    IconFile{Icon::Close, "close", false},
    IconFile{Icon::Columns, "columns", false},
    IconFile{Icon::Command, "command", false},
    IconFile{Icon::ConnectionLost, "connection_lost", false},
    IconFile{Icon::Copy, "copy", false},
    IconFile{Icon::Dealer, "dealer", false},
    IconFile{Icon::Deposit, "deposit", false},
    IconFile{Icon::Duplicate, "duplicate", false},
    IconFile{Icon::Edit, "edit", false},
    IconFile{Icon::Error, "error", false},
    IconFile{Icon::File, "file", false},
    IconFile{Icon::Filter, "filter", false},
    IconFile{Icon::History, "history", false},
    IconFile{Icon::Home, "home", false},
    IconFile{Icon::Import, "import", false},
    IconFile{Icon::Inbox, "inbox", false},
    IconFile{Icon::Info, "info", false},
    IconFile{Icon::Language, "language", false},
    IconFile{Icon::Link, "link", false},
    IconFile{Icon::Lock, "lock", false},
    IconFile{Icon::Moon, "moon", false},
    IconFile{Icon::More, "more", false},
    IconFile{Icon::Note, "note", false},
    IconFile{Icon::Open, "open", true},
    IconFile{Icon::Pin, "pin", false},
    IconFile{Icon::Plus, "plus", false},
    IconFile{Icon::Print, "print", false},
    IconFile{Icon::Refresh, "refresh", false},
    IconFile{Icon::Repaired, "repaired", false},
    IconFile{Icon::Search, "search", false},
    IconFile{Icon::Settings, "settings", false},
    IconFile{Icon::SignOut, "sign_out", true},
    IconFile{Icon::Sun, "sun", false},
    IconFile{Icon::Tag, "tag", false},
    IconFile{Icon::Tool, "tool", false},
    IconFile{Icon::Truck, "truck", true},
    IconFile{Icon::Undo, "undo", true},
    IconFile{Icon::Upload, "upload", false},
    IconFile{Icon::User, "user", false},
    IconFile{Icon::Warning, "warning", false},
    IconFile{Icon::Window, "window", false},
    IconFile{Icon::ZoomIn, "zoom_in", false},
    IconFile{Icon::ZoomOut, "zoom_out", false},
};

QColor colourFor(Tint tint, const Colours& colours) {
    switch (tint) {
        case Tint::Text:
            return colours.text;
        case Tint::Muted:
            return colours.muted;
        case Tint::Accent:
            return colours.accent;
        case Tint::OnAccent:
            return colours.onAccent;
        case Tint::Good:
            return colours.good;
        case Tint::Warn:
            return colours.warn;
        case Tint::Bad:
            return colours.bad;
    }
    return colours.text;
}

class TintedSvg : public QIconEngine {
  public:
    TintedSvg(const IconFile& file, Tint tint) : m_file(file), m_tint(tint) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override {
        const qreal ratio = painter->device()->devicePixelRatioF();
        painter->drawPixmap(rect, scaledPixmap(rect.size() * ratio, mode, state, ratio));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        return scaledPixmap(size, mode, state, 1.0);
    }

    // The size is in device pixels, as QIcon hands it.
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State /*state*/,
                         qreal /*scale*/) override {
        QColor colour = colourFor(m_tint, coloursIn(QGuiApplication::palette()));
        if (mode == QIcon::Disabled) {
            colour.setAlphaF(0.4F);
        }
        const bool isMirrored = m_file.isMirrored && QGuiApplication::layoutDirection() == Qt::RightToLeft;
        const QString key = QStringLiteral("nextgen/%1/%2x%3/%4/%5")
                                .arg(QLatin1String(m_file.name))
                                .arg(size.width())
                                .arg(size.height())
                                .arg(colour.rgba(), 0, 16)
                                .arg(isMirrored);
        QPixmap pixmap;
        if (!QPixmapCache::find(key, &pixmap)) {
            pixmap = drawn(size, colour, isMirrored);
            QPixmapCache::insert(key, pixmap);
        }
        return pixmap;
    }

    QIconEngine* clone() const override { return new TintedSvg(m_file, m_tint); }

  private:
    QPixmap drawn(const QSize& size, const QColor& colour, bool isMirrored) const {
        QImage image(size, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QSvgRenderer renderer(QStringLiteral(":/icons/%1.svg").arg(QLatin1String(m_file.name)));
        QPainter painter(&image);
        renderer.render(&painter, QRectF(QPointF(0, 0), QSizeF(size)));
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(image.rect(), colour);
        painter.end();
        return QPixmap::fromImage(isMirrored ? image.mirrored(true, false) : image);
    }

    const IconFile& m_file;
    Tint m_tint;
};

}  // namespace

std::span<const IconFile> iconFiles() {
    return files;
}

QIcon icon(Icon wanted, Tint tint) {
    const auto* file =
        std::find_if(files.begin(), files.end(), [&](const IconFile& f) { return f.icon == wanted; });
    Q_ASSERT(file != files.end());
    return QIcon(new TintedSvg(*file, tint));
}

IconLabel::IconLabel(Icon which, Tint tint, int sizePx, QWidget* parent)
    : QWidget(parent), m_icon(icon(which, tint)), m_sizePx(sizePx) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void IconLabel::setIcon(Icon which, Tint tint) {
    m_icon = icon(which, tint);
    update();
}

QSize IconLabel::sizeHint() const {
    return {m_sizePx, m_sizePx};
}

void IconLabel::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    QRect square(0, 0, m_sizePx, m_sizePx);
    square.moveCenter(rect().center());
    m_icon.paint(&painter, square, Qt::AlignCenter, isEnabled() ? QIcon::Normal : QIcon::Disabled);
}

}  // namespace nextgen::ui
