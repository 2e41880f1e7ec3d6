#include "app/shell/page.h"

#include "app/client/task.h"
#include "ui/locale/format.h"
#include "ui/widgets/filter_bar.h"

#include <QCoreApplication>
#include <QCoroFuture>
#include <QEvent>
#include <QSplitter>
#include <algorithm>

namespace nextgen::shell {

namespace {

QCoro::Task<std::optional<QByteArray>> findLayout(client::LocalStore& store, QString name) {
    co_return co_await store.layout(name);
}

}  // namespace

void PageWidget::goToStop(const QString& /*stop*/, const QString& /*filePath*/) {}

bool PageWidget::takeScan(const QString& code) {
    auto* filters = findChild<ui::FilterBar*>();
    return filters != nullptr && filters->isVisible() && filters->search(code);
}

void PageWidget::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

QSplitter* makeSplitter(Context& context, const QString& name, QWidget* parent) {
    auto* splitter = new QSplitter(Qt::Horizontal, parent);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(ui::space::m);
    // In right-to-left windows a splitter puts its parts one pixel too far out.
    splitter->setContentsMargins(0, 0, 1, 0);
    const QString layout = QStringLiteral("splitter/") + name;
    client::whenDone(findLayout(context.store, layout), splitter,
                     [splitter](const std::optional<QByteArray>& state) {
                         if (state) {
                             splitter->restoreState(*state);
                         }
                     });
    QObject::connect(splitter, &QSplitter::splitterMoved, splitter, [&context, splitter, layout] {
        context.store.saveLayout(layout, splitter->saveState());
    });
    return splitter;
}

void setShares(QSplitter& splitter, int list, int panel) {
    constexpr int widthPx = 1000;
    splitter.setStretchFactor(0, list);
    splitter.setStretchFactor(1, panel);
    splitter.setSizes({widthPx * list / (list + panel), widthPx * panel / (list + panel)});
}

QString Page::shownTitle() const {
    return QCoreApplication::translate(context, title);
}

QString Page::titleOfRecord(const QString& name, qint64 record) const {
    const bool isNumber =
        !name.contains(u' ') && std::ranges::any_of(name, [](QChar c) { return c.isDigit(); });
    if (!name.isEmpty() && !isNumber) {
        return name;
    }
    return QStringLiteral("%1 %2").arg(QCoreApplication::translate(context, singular),
                                       name.isEmpty() ? ui::showCode(QString::number(record)) : name);
}

}  // namespace nextgen::shell
