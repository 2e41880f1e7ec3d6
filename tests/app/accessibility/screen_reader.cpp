#include "tests/app/accessibility/screen_reader.h"

#include "ui/widgets/bar_chart.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/stacked_bar.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QAccessibleInterface>
#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QRegularExpression>
#include <QTabBar>
#include <QTableView>
#include <QtTest>
#include <functional>

namespace nextgen::test {

namespace {

constexpr int rowsRead = 20;

using Say = std::function<void(const QWidget& widget, const QString& sentence)>;

QString pathOf(const QWidget* widget) {
    QString path;
    for (int depth = 0; widget != nullptr && depth < 4; widget = widget->parentWidget(), ++depth) {
        path.prepend(QStringLiteral("/%1#%2").arg(
            QString::fromLatin1(widget->metaObject()->className()).section(QStringLiteral("::"), -1),
            widget->objectName()));
    }
    return path;
}

QString nameOf(const QWidget* widget) {
    QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(const_cast<QWidget*>(widget));
    return interface == nullptr ? QString() : interface->text(QAccessible::Name);
}

bool isControl(const QWidget* widget) {
    return (widget->focusPolicy() & Qt::TabFocus) != 0 && widget->focusProxy() == nullptr;
}

/// A name's words without what is written alike in both languages: keys, codes, files, addresses.
QString wordsOf(QString name) {
    static const QRegularExpression isolated(QStringLiteral("[\u2066\u2068][^\u2069]*\u2069"));
    static const QRegularExpression codes(QStringLiteral(
        R"(\S*[0-9۰-۹@/_.:]\S*|\b[A-Z]{2,5}\b|\b(Ctrl|Shift|Alt|Enter|Esc|Del|PgUp|PgDn|Home|End|F)\b(\+\S+)?|English|فارسی)"));
    return name.remove(isolated).remove(codes);
}

bool isInLanguage(const QString& name, Language language) {
    static const QRegularExpression latin(QStringLiteral("[A-Za-z]"));
    static const QRegularExpression persian(QStringLiteral("[\u0621-\u06ff]"));
    return !wordsOf(name).contains(language == Language::Persian ? latin : persian);
}

/// Whether its name is of a person or record, which are called the same in both languages.
bool isNamedAfterData(const QWidget* widget) {
    return widget->objectName() == QLatin1String("userButton") ||
           qobject_cast<const QTabBar*>(widget) != nullptr || qobject_cast<const QLabel*>(widget) != nullptr;
}

void listenToControls(const QWidget& shown, Language language, const Say& say) {
    for (const QWidget* widget : shown.findChildren<QWidget*>()) {
        if (!widget->isVisible() || !isControl(widget)) {
            continue;
        }
        const QString name = nameOf(widget);
        if (name.trimmed().isEmpty()) {
            say(*widget, QStringLiteral("has no name"));
        } else if (name == widget->objectName()) {
            say(*widget, QStringLiteral("is called as in the code: ") + name);
        } else if (!isNamedAfterData(widget) && !isInLanguage(name, language)) {
            say(*widget, QStringLiteral("is called in the other language: ") + name);
        }
    }
}

void listenToNeighbours(const QWidget& shown, const Say& say) {
    QHash<const QWidget*, QHash<QString, const QWidget*>> named;
    for (const QAbstractButton* button : shown.findChildren<QAbstractButton*>()) {
        const QString name = nameOf(button);
        if (!button->isVisible() || !isControl(button) || name.isEmpty()) {
            continue;
        }
        const QWidget*& first = named[button->parentWidget()][name];
        if (first != nullptr) {
            say(*button, QStringLiteral("is called as its neighbour: ") + name);
        }
        first = button;
    }
}

void listenToTables(const QWidget& shown, const Say& say) {
    for (QTableView* view : shown.findChildren<QTableView*>()) {
        if (!view->isVisible() || view->model() == nullptr) {
            continue;
        }
        QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(view);
        QAccessibleTableInterface* table = interface == nullptr ? nullptr : interface->tableInterface();
        if (table == nullptr) {
            say(*view, QStringLiteral("is no table to a screen reader"));
            continue;
        }
        const QAbstractItemModel* model = view->model();
        for (int column = 0; column < model->columnCount(); ++column) {
            if (view->isColumnHidden(column)) {
                continue;
            }
            if (model->headerData(column, Qt::Horizontal).toString().trimmed().isEmpty() &&
                view->horizontalHeader()->isVisible()) {
                say(*view, QStringLiteral("has a column without a heading: %1").arg(column));
            }
            for (int row = 0; row < qMin(rowsRead, model->rowCount()); ++row) {
                const QModelIndex index = model->index(row, column);
                QAccessibleInterface* cell = table->cellAt(row, column);
                if (cell != nullptr && !cell->isValid()) {
                    continue;  // Qt kept it from the rows before
                }
                const QString read = cell == nullptr ? QString() : cell->text(QAccessible::Name);
                const bool showsSomething = !index.data(Qt::DisplayRole).toString().isEmpty() ||
                                            !index.data(Qt::DecorationRole).isNull() ||
                                            !index.data(Qt::CheckStateRole).isNull();
                if (showsSomething && read.trimmed().isEmpty()) {
                    say(*view, QStringLiteral("has a cell that cannot be read: column ") +
                                   model->headerData(column, Qt::Horizontal).toString());
                    break;
                }
            }
        }
    }
}

void listenToPictures(const QWidget& shown, const Say& say) {
    for (const QWidget* widget : shown.findChildren<QWidget*>()) {
        const bool isPicture = qobject_cast<const ui::BarChart*>(widget) != nullptr ||
                               qobject_cast<const ui::StackedBar*>(widget) != nullptr;
        const auto* label = qobject_cast<const QLabel*>(widget);
        const bool isImage =
            label != nullptr && label->text().isEmpty() && !label->pixmap(Qt::ReturnByValue).isNull();
        if (widget->isVisible() && (isPicture || isImage) && nameOf(widget).trimmed().isEmpty() &&
            widget->accessibleDescription().isEmpty()) {
            say(*widget, QStringLiteral("is a picture that says nothing"));
        }
    }
}

/// Tab by Tab until it comes round.
void listenToTabs(QWidget& shown, const Say& say) {
    QApplication::setActiveWindow(&shown);
    if (shown.focusWidget() == nullptr) {
        QTest::keyClick(&shown, Qt::Key_Tab);
    }
    QList<const QWidget*> reached;
    QWidget* focused = QApplication::focusWidget();
    while (focused != nullptr && focused->window() == &shown && !reached.contains(focused)) {
        reached << focused;
        QTest::keyClick(focused, Qt::Key_Tab);
        if (QApplication::focusWidget() == focused) {
            // A sheet, where Tab goes from cell to cell; a text, where it goes from link to link.
            const bool isSheet = qobject_cast<QTableView*>(focused) != nullptr;
            QTest::keyClick(focused, isSheet ? Qt::Key_Escape : Qt::Key_Tab);
        }
        focused = QApplication::focusWidget();
    }
    QStringList missed;
    for (const QWidget* widget : shown.findChildren<QWidget*>()) {
        if (widget->isVisible() && widget->isEnabled() && isControl(widget) && widget->window() == &shown &&
            !reached.contains(widget)) {
            missed << pathOf(widget);
        }
    }
    if (!missed.isEmpty()) {
        say(focused == nullptr ? shown : *focused,
            QStringLiteral("is where Tab comes back to after %1 controls, without %2 others: %3")
                .arg(reached.size())
                .arg(missed.size())
                .arg(missed.mid(0, 4).join(u' ')));
    }
}

}  // namespace

QSet<QString> listen(QWidget& shown, Language language) {
    QSet<QString> faults;
    const Say say = [&faults](const QWidget& widget, const QString& sentence) {
        faults.insert(pathOf(&widget) + u' ' + sentence);
    };
    listenToControls(shown, language, say);
    listenToNeighbours(shown, say);
    listenToTables(shown, say);
    listenToPictures(shown, say);
    listenToTabs(shown, say);
    return faults;
}

}  // namespace nextgen::test
