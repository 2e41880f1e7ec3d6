#include "app/shell/page.h"

#include <QCoreApplication>
#include <QEvent>
#include <QSplitter>

namespace nextgen::shell {

void PageWidget::goToStop(const QString& /*stop*/, const QString& /*filePath*/) {}

void PageWidget::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

QSplitter* makeSplitter(QWidget* list, QWidget* panel, int listShare, int panelShare) {
    constexpr int widthPx = 1000;
    auto* splitter = new QSplitter(Qt::Horizontal);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(ui::space::m);
    splitter->setStyleSheet(QStringLiteral("QSplitter::handle { background: transparent; }"));
    // In right-to-left windows a splitter puts its parts one pixel too far out.
    splitter->setContentsMargins(0, 0, 1, 0);
    splitter->addWidget(list);
    splitter->addWidget(panel);
    splitter->setStretchFactor(0, listShare);
    splitter->setStretchFactor(1, panelShare);
    splitter->setSizes(
        {widthPx * listShare / (listShare + panelShare), widthPx * panelShare / (listShare + panelShare)});
    return splitter;
}

QString Page::shownTitle() const {
    return QCoreApplication::translate("Page", title);
}

}  // namespace nextgen::shell
