#include "app/shell/panel.h"

#include "ui/widgets/theme.h"

#include <QScreen>
#include <QWidget>
#include <algorithm>

namespace nextgen::shell {

void popUpAt(QWidget& panel, const QWidget& opener) {
    const QRect room = opener.screen()->availableGeometry();
    const QPoint corner = opener.mapToGlobal(QPoint(0, 0));
    const int x = opener.layoutDirection() == Qt::RightToLeft ? corner.x()
                                                              : corner.x() + opener.width() - panel.width();
    const int below = corner.y() + opener.height() + ui::space::xs;
    const int y =
        below + panel.height() <= room.bottom() ? below : corner.y() - ui::space::xs - panel.height();
    panel.move(std::clamp(x, room.left(), std::max(room.left(), room.right() - panel.width())),
               std::max(y, room.top()));
    panel.show();
}

}  // namespace nextgen::shell
