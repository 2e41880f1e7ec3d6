#include "ui/widgets/tabs.h"

#include <QCoreApplication>
#include <QShowEvent>
#include <QStackedWidget>
#include <QTabBar>

namespace nextgen::ui {

Tabs::Tabs(QWidget* parent) : QTabWidget(parent) {
    setDocumentMode(true);
    tabBar()->setDrawBase(false);
}

void Tabs::paintEvent(QPaintEvent* /*event*/) {}

QWidget* Tabs::shelf() const {
    return findChild<QStackedWidget*>();
}

void Tabs::showEvent(QShowEvent* event) {
    QTabWidget::showEvent(event);
    // A tab bar keeps the widths of texts that it measured before it had its font.
    QEvent measureAgain(QEvent::StyleChange);
    QCoreApplication::sendEvent(tabBar(), &measureAgain);
}

}  // namespace nextgen::ui
