#include "app/shell/printing.h"

#include "app/client/decode.h"
#include "app/client/listing.h"
#include "app/client/task.h"
#include "app/shell/list_print.h"
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
    PrintSource source;
    source.sheet.kind = QStringLiteral("list");
    source.sheet.title = title;
    source.facts.columns = 1;
    if (const auto* filters = page->findChild<ui::FilterBar*>()) {
        if (const QStringList sentences = filters->sentences(); !sentences.isEmpty()) {
            source.facts.facts.push_back({Printing::tr("Conditions"), sentences.join(Printing::tr("; "))});
        }
    }
    if (const QString order = print::orderOf(grid); !order.isEmpty()) {
        source.facts.facts.push_back({Printing::tr("Order"), order});
    }
    source.columns = print::columnsOf(grid);
    const ui::RecordModelBase& model = *grid.model();
    const bool goesOn = model.hasMore() || model.hasBefore();
    const WholeList* whole = WholeList::of(grid);
    if (goesOn && whole != nullptr) {
        source.ask = whole->now();
        source.total = grid.total();
        source.table = print::tableOf(model, source.columns, {});
    } else {
        source.table = print::heldRowsOf(grid);
        source.total = model.count();
        source.isWhole = !goesOn && model.count() <= ListPrint::rowsMax;
    }
    const bool hasChosen = grid.selectedCount() > 1;
    if (hasChosen || source.total.value_or(0) > ListPrint::rowsMax) {
        auto* dialog = new PrintListDialog(
            context, std::move(source), hasChosen ? print::chosenRowsOf(grid) : print::Table(), page);
        dialog->open();
    } else if (source.ask) {
        ListPrint::begin(context, page->window(), std::move(source));
    } else {
        previewRows(context, page->window(), std::move(source));
    }
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
            print::layOutFirst(std::move(sheet))
                .then(asker, [&context, asker](std::shared_ptr<const print::SheetLayout> layout) {
                    (new print::PreviewDialog(std::move(layout), context.dialogs, asker->window()))->open();
                });
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
