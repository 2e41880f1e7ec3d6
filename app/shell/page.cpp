#include "app/shell/page.h"

#include <QCoreApplication>
#include <QEvent>

namespace nextgen::shell {

void PageWidget::goToStop(const QString& /*stop*/, const QString& /*filePath*/) {}

void PageWidget::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

QString Page::shownTitle() const {
    return QCoreApplication::translate("Page", title);
}

}  // namespace nextgen::shell
