// Every widget of the toolkit on a few pages: for the eye. `gallery` opens a window; `gallery --write DIR`
// writes a PNG of each page in both languages and schemes and ends.
#include "shared/cheque/cheque.h"
#include "shared/core/identifier.h"
#include "ui/describe/record_model.h"
#include "ui/locale/language.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/code_edit.h"
#include "ui/widgets/jalali_calendar.h"
#include "ui/widgets/jalali_date_edit.h"
#include "ui/widgets/money_edit.h"
#include "ui/widgets/record_grid.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QCommandLineParser>
#include <QDir>
#include <QFormLayout>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>
#include <functional>
#include <memory>
#include <vector>

using namespace nextgen;
using namespace nextgen::ui;

namespace {

const Date today = *Date::of(2026, 11, 22);

std::vector<cheque::Cheque> someCheques() {
    static const std::vector<std::pair<std::string, std::string>> people = {
        {"شرکت بازرگانی آریا گستر پارس", "ملت"},
        {"علی‌رضا محمدی", "صادرات ایران"},
        {"فروشگاه گلچین (شعبهٔ ۲)", "ملی ایران"},
        {"Tech Solutions Iran", "پاسارگاد"},
    };
    std::vector<cheque::Cheque> list;
    for (int i = 0; i < 24; ++i) {
        cheque::Cheque c;
        c.id = ChequeId(i + 1);
        c.sayadId = std::to_string(1234567890120000LL + i * 37);
        c.dealerName = "راهکارهای فناوری ایران";
        c.amount = Money::rials(12'500'000LL + i * 98'765'432LL);
        c.dueOn = today.plusDays(i * 9 - 20);
        c.status = static_cast<cheque::Status>(i % 8);
        c.bankName = people[static_cast<std::size_t>(i) % 4].second;
        c.branch = "میدان ونک";
        c.serial = std::to_string(400100 + i);
        c.series = "15/الف";
        c.iban = "IR062960000000100324200001";
        c.drawerName = people[static_cast<std::size_t>(i) % 4].first;
        c.drawerNationalId = "0012345679";
        c.description = i % 3 == 0 ? "بابت فاکتور 1405-00123" : "";
        list.push_back(c);
    }
    return list;
}

QWidget* inputsPage() {
    auto* page = new QWidget;
    auto* grid = new QGridLayout(page);
    grid->setContentsMargins(space::l, space::l, space::l, space::l);
    grid->setSpacing(space::m);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    const auto add = [&](int row, int column, const QString& label, QWidget* editor) {
        auto* box = new QVBoxLayout;
        box->setSpacing(space::xs);
        auto* title = makeLabel(label, TextRole::Strong);
        title->setBuddy(editor);
        box->addWidget(title);
        box->addWidget(editor);
        box->addStretch();
        grid->addLayout(box, row, column);
    };
    const bool isPersian = currentLanguage() == Language::Persian;
    const auto say = [&](const char* persian, const char* english) {
        return QString::fromUtf8(isPersian ? persian : english);
    };

    auto* amount = new MoneyEdit;
    amount->setValue(Money::rials(1'234'567'890));
    add(0, 0, say("مبلغ", "Amount"), amount);
    auto* wrong = new MoneyEdit;
    wrong->lineEdit()->setText("12x");
    QMetaObject::invokeMethod(wrong->lineEdit(), "textEdited", Q_ARG(QString, "12x"));
    QMetaObject::invokeMethod(wrong->lineEdit(), "editingFinished");
    add(0, 1, say("مبلغ نادرست", "Wrong amount"), wrong);
    auto* date = new JalaliDateEdit;
    date->setToday(today);
    date->setValue(today);
    add(1, 0, say("سررسید", "Due date"), date);
    auto* emptyDate = new JalaliDateEdit;
    emptyDate->setToday(today);
    add(1, 1, say("تاریخ", "Date"), emptyDate);
    auto* sayad = new CodeEdit;
    sayad->setGroups({4, 4, 4, 4});
    sayad->setReader(identifier::readSayadId);
    sayad->setValue("1234567890123456");
    add(2, 0, say("شناسهٔ صیادی", "Sayad id"), sayad);
    auto* iban = new CodeEdit;
    iban->setGroups({4, 4, 4, 4, 4, 4, 2});
    iban->setReader(identifier::readIban);
    iban->setValue("IR062960000000100324200001");
    add(2, 1, say("شبا", "IBAN"), iban);
    auto* text = new QLineEdit(say("شرکت آریا گستر پارس", "Arya Gostar Pars"));
    add(3, 0, say("صادرکننده", "Drawer"), text);
    auto* choice = new QComboBox;
    choice->addItems({say("در صندوق", "On hand"), say("واگذار به بانک", "Deposited")});
    add(3, 1, say("وضعیت", "Status"), choice);
    auto* spin = new QSpinBox;
    spin->setValue(42);
    spin->setAlignment(Qt::AlignAbsolute | (isPersian ? Qt::AlignRight : Qt::AlignLeft));
    add(4, 0, say("تعداد", "Count"), spin);
    auto* checks = new QWidget;
    auto* checkRow = new QHBoxLayout(checks);
    checkRow->setContentsMargins(0, 0, 0, 0);
    auto* check = new QCheckBox(say("مرا به خاطر بسپار", "Remember me"));
    check->setChecked(true);
    auto* radio = new QRadioButton(say("ریال", "Rial"));
    radio->setChecked(true);
    checkRow->addWidget(check);
    checkRow->addWidget(radio);
    checkRow->addWidget(new QRadioButton(say("تومان", "Toman")));
    checkRow->addStretch();
    add(4, 1, say("گزینه‌ها", "Options"), checks);

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    auto* primary = new QPushButton(say("ثبت چک‌ها", "Commit cheques"));
    setKind(primary, ButtonKind::Primary);
    auto* danger = new QPushButton(say("ابطال", "Void"));
    setKind(danger, ButtonKind::Danger);
    auto* quiet = new QPushButton(say("انصراف", "Cancel"));
    setKind(quiet, ButtonKind::Quiet);
    auto* disabled = new QPushButton(say("ناممکن", "Not possible"));
    disabled->setEnabled(false);
    auto* plain = new QPushButton(icon(Icon::Import), say("ورود از فایل", "Import"));
    for (auto* button : {primary, plain, danger, quiet, disabled}) {
        buttons->addWidget(button);
    }
    for (const IconFile& file : iconFiles().subspan(0, 12)) {
        auto* tool = new QToolButton;
        tool->setIcon(icon(file.icon));
        setKind(tool, ButtonKind::Quiet);
        buttons->addWidget(tool);
    }
    buttons->addStretch();
    grid->addLayout(buttons, 5, 0, 1, 2);
    grid->setRowStretch(6, 1);
    return page;
}

QWidget* gridPage() {
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(space::m, space::m, space::m, space::m);
    auto* grid = new RecordGrid;
    auto* model = new RecordModel<cheque::Cheque>("Cheque", {}, grid);
    model->append(someCheques());
    model->setToner([](std::string_view, std::string_view name) {
        return name == "bounced"     ? Tone::Bad
               : name == "cleared"   ? Tone::Good
               : name == "deposited" ? Tone::Info
                                     : Tone::Neutral;
    });
    model->setMarker([](int row, std::string_view field) -> std::optional<CellMark> {
        if (row == 2 && field == "amount") {
            return CellMark{CellMark::Kind::Repaired, QStringLiteral("۱۲۳")};
        }
        if (row == 3 && field == "due_on") {
            return CellMark{CellMark::Kind::Failed, QStringLiteral("1405/13/40")};
        }
        if (row == 4 && field == "sayad_id") {
            return CellMark{CellMark::Kind::Duplicate, QStringLiteral("7")};
        }
        if (row == 5 && field == "amount") {
            return CellMark{CellMark::Kind::Edited, QStringLiteral("7")};
        }
        return std::nullopt;
    });
    grid->setModel(model);
    grid->setTotal(100'000);
    grid->selectRow(1);
    grid->view()->selectionModel()->select(model->index(6, 0),
                                           QItemSelectionModel::Select | QItemSelectionModel::Rows);
    layout->addWidget(grid);
    return page;
}

QWidget* statesPage() {
    auto* page = new QWidget;
    auto* layout = new QGridLayout(page);
    layout->setContentsMargins(space::m, space::m, space::m, space::m);
    layout->setSpacing(space::m);
    const bool isPersian = currentLanguage() == Language::Persian;
    const auto make = [&](int row, int column) {
        auto* grid = new RecordGrid;
        grid->setModel(new RecordModel<cheque::Cheque>("Cheque", {"sayad_id", "amount", "due_on"}, grid));
        layout->addWidget(grid, row, column);
        return grid;
    };
    make(0, 0)->setEmptyState(
        Icon::Cheque,
        isPersian
            ? "هنوز چکی ثبت نشده است. فایل اکسل چک‌ها را وارد کنید."
            : "No cheques yet. Import a workbook.",
        isPersian ? "ورود از فایل" : "Import");
    make(0, 1)->setBusy(true);
    make(1, 0)->setError(
        isPersian ? "سرور پاسخ نمی‌دهد؛ اتصال شبکه را بررسی کنید."
                  : "The server does not answer.",
        "server_unreachable");
    auto* withRows = make(1, 1);
    static_cast<RecordModel<cheque::Cheque>*>(withRows->model())->append(someCheques());
    withRows->setError(isPersian ? "سرور پاسخ نمی‌دهد." : "The server does not answer.",
                       "server_unreachable");
    for (const Tone tone : {Tone::Info, Tone::Good, Tone::Warn, Tone::Bad}) {
        auto* banner = new Banner(tone);
        banner->setText(
            isPersian
                ? "اتصال قطع است؛ آنچه نوشته‌اید نگه داشته می‌شود."
                : "Connection lost; what you typed is kept.");
        banner->setAction(isPersian ? "اتصال دوباره" : "Reconnect");
        banner->setClosable(true);
        layout->addWidget(banner, 2 + static_cast<int>(tone), 0, 1, 2);
    }
    return page;
}

QWidget* calendarPage() {
    auto* page = new QWidget;
    auto* layout = new QHBoxLayout(page);
    auto* calendar = new JalaliCalendar;
    calendar->setToday(today);
    calendar->setChosen(today.plusDays(3));
    layout->addWidget(calendar);
    auto* esfand = new JalaliCalendar;
    esfand->setChosen(*Date::of(2025, 3, 19));
    layout->addWidget(esfand);
    layout->addStretch();
    return page;
}

struct Page {
    const char* name;
    std::function<QWidget*()> make;
};
const std::vector<Page> pages = {
    {"inputs", inputsPage},
    {"grid", gridPage},
    {"states", statesPage},
    {"calendar", calendarPage},
};

bool writeAll(const QString& folder, Locale& locale, Theme& theme) {
    for (const Language language : {Language::Persian, Language::English}) {
        locale.setLanguage(language);
        for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
            theme.setScheme(scheme);
            for (const Page& page : pages) {
                std::unique_ptr<QWidget> widget(page.make());
                widget->resize(1100, 720);
                widget->show();
                QApplication::processEvents();
                const QString file = QDir(folder).filePath(
                    QStringLiteral("%1_%2_%3.png")
                        .arg(QLatin1String(page.name),
                             QLatin1String(language == Language::Persian ? "fa" : "en"),
                             QLatin1String(scheme == Scheme::Light ? "light" : "dark")));
                if (!widget->grab().save(file)) {
                    return false;
                }
            }
        }
    }
    return true;
}

}  // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOption({QStringLiteral("write"), QStringLiteral("Write a PNG of every page into DIR."),
                      QStringLiteral("DIR")});
    parser.process(application);

    Theme theme;
    Locale locale;
    if (parser.isSet(QStringLiteral("write"))) {
        return writeAll(parser.value(QStringLiteral("write")), locale, theme) ? 0 : 1;
    }
    QTabWidget window;
    for (const Page& page : pages) {
        window.addTab(page.make(), QLatin1String(page.name));
    }
    window.resize(1100, 760);
    window.show();
    return QApplication::exec();
}
