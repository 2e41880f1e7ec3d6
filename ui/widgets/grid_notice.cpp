#include "ui/widgets/grid_notice.h"

#include "ui/widgets/theme.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QEvent>

namespace nextgen::ui {

GridNotice::GridNotice(QAbstractItemView* view) : QPushButton(view), m_view(view) {
    setObjectName(QStringLiteral("gridNotice"));
    setKind(this, ButtonKind::Primary);
    view->installEventFilter(this);
    hide();
}

void GridNotice::say(const QString& text) {
    setText(text);
    setAccessibleName(text);
    setVisible(!text.isEmpty());
    if (!text.isEmpty()) {
        place();
        raise();
        QAccessibleEvent spoken(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&spoken);
    }
}

bool GridNotice::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize || event->type() == QEvent::Show) {
        place();
    }
    return QPushButton::eventFilter(watched, event);
}

void GridNotice::place() {
    adjustSize();
    const QRect rows = m_view->viewport()->geometry();
    move(rows.center().x() - width() / 2, rows.bottom() - height() - space::m);
}

}  // namespace nextgen::ui
