#include "app/shell/printing.h"

#include "app/client/decode.h"
#include "app/client/listing.h"
#include "app/client/task.h"
#include "shared/account/setting.h"
#include "shared/api/list_spec.h"
#include "ui/print/preview_dialog.h"
#include "ui/print/record_sheet.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/record_grid.h"

#include <QApplication>
#include <QCoreApplication>
#include <QDateTime>
#include <QPointer>

namespace nextgen::shell {

namespace {

/// Where its texts are translated.
class Printing {
    Q_DECLARE_TR_FUNCTIONS(Printing)
};

/// As the settings have it; of those who may not read them, the name that they sign in to.
QCoro::Task<QString> shopName(Context& context) {
    const QString fallback = context.session.place().tenant;
    if (!context.session.may(Permission::SettingsRead)) {
        co_return fallback;
    }
    client::Listing listing;
    listing.limit = api::pageSizeMax;
    client::Call call = client::listCall("settings.list", listing);
    const auto answer = co_await context.api.call(std::move(call));
    if (!answer || !answer->is_object()) {
        co_return fallback;
    }
    QString persian;
    QString english;
    for (const client::Json& item : answer->value("items", client::Json::array())) {
        const QString key = client::textOf(item, "key");
        if (key == QLatin1String("shop.title_fa") || key == QLatin1String("shop.title_en")) {
            const auto value = account::settingValue(client::textOf(item, "value").toStdString());
            const auto* text = value ? std::get_if<std::string>(&*value) : nullptr;
            (key.endsWith(QLatin1String("fa")) ? persian : english) =
                text != nullptr ? ui::toQt(*text) : QString();
        }
    }
    const bool isPersian = ui::currentLanguage() == Language::Persian;
    const QString& name = (isPersian && !persian.isEmpty()) || english.isEmpty() ? persian : english;
    co_return name.isEmpty() ? fallback : name;
}

/// nullptr: none between the widget and the page.
Printable* printableAround(QWidget* widget, const QWidget* page) {
    for (; widget != nullptr && widget != page; widget = widget->parentWidget()) {
        if (auto* printable = dynamic_cast<Printable*>(widget)) {
            return printable;
        }
    }
    return nullptr;
}

void printList(Context& context, QWidget* page, const ui::RecordGrid& grid, const QString& title) {
    print::Sheet sheet;
    sheet.kind = QStringLiteral("list");
    sheet.title = title;
    print::Table table = print::tableOf(grid);
    print::Facts facts;
    facts.columns = 1;
    if (const auto* filters = page->findChild<ui::FilterBar*>()) {
        if (const QStringList sentences = filters->sentences(); !sentences.isEmpty()) {
            facts.facts.push_back({Printing::tr("Conditions"), sentences.join(Printing::tr("; "))});
        }
    }
    if (const QString order = print::orderOf(grid); !order.isEmpty()) {
        facts.facts.push_back({Printing::tr("Order"), order});
    }
    const auto count = static_cast<qint64>(table.rows.size());
    facts.facts.push_back(
        {Printing::tr("Rows"),
         grid.selectedRows().size() < 2 && (grid.model()->hasMore() || grid.model()->hasBefore())
             ? Printing::tr("%1, of more that are not on this print").arg(ui::showNumber(count))
             : ui::showNumber(count)});
    sheet.blocks.emplace_back(std::move(facts));
    sheet.blocks.emplace_back(std::move(table));
    preview(context, page, std::move(sheet));
}

}  // namespace

void preview(Context& context, QWidget* asker, print::Sheet sheet) {
    sheet.direction = QGuiApplication::layoutDirection();
    const Instant now(QDateTime::currentMSecsSinceEpoch() * 1000);
    sheet.asOf = Printing::tr("As of %1, by %2")
                     .arg(ui::showInstant(now), ui::showDigits(ui::toQt(context.session.user().displayName)));
    client::whenDone(
        shopName(context), asker, [&context, asker, sheet = std::move(sheet)](const QString& shop) mutable {
            sheet.shop = shop;
            auto* dialog = new print::PreviewDialog(std::move(sheet), context.dialogs, asker->window());
            dialog->open();
        });
}

bool printPage(Context& context, QWidget* page, const QString& title) {
    QWidget* focused = QApplication::focusWidget();
    if (focused != nullptr && page->isAncestorOf(focused)) {
        if (Printable* printable = printableAround(focused, page)) {
            printable->print();
            return true;
        }
    }
    const auto isList = [page](const ui::RecordGrid* grid) {
        return grid->isVisible() && grid->model() != nullptr && grid->model()->count() > 0 &&
               printableAround(grid->parentWidget(), page) == nullptr;
    };
    const ui::RecordGrid* list = nullptr;
    for (const ui::RecordGrid* grid : page->findChildren<ui::RecordGrid*>()) {
        if (isList(grid) && (list == nullptr || grid->isAncestorOf(focused))) {
            list = grid;
        }
    }
    if (list != nullptr) {
        printList(context, page, *list, title);
        return true;
    }
    for (QWidget* widget : page->findChildren<QWidget*>()) {
        auto* printable = dynamic_cast<Printable*>(widget);
        if (printable != nullptr && widget->isVisible()) {
            printable->print();
            return true;
        }
    }
    return false;
}

}  // namespace nextgen::shell
