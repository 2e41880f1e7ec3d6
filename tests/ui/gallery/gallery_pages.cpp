#include "tests/ui/gallery/gallery_pages.h"

#include "shared/cheque/cheque.h"
#include "shared/cheque/cheque_list.h"
#include "shared/core/error_code.h"
#include "shared/core/identifier.h"
#include "ui/describe/record_form.h"
#include "ui/describe/record_model.h"
#include "ui/describe/tone_rule.h"
#include "ui/locale/language.h"
#include "ui/print/preview_dialog.h"
#include "ui/print/record_sheet.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/bar_chart.h"
#include "ui/widgets/code_edit.h"
#include "ui/widgets/dialogs.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/form.h"
#include "ui/widgets/jalali_calendar.h"
#include "ui/widgets/jalali_date_edit.h"
#include "ui/widgets/money_edit.h"
#include "ui/widgets/progress_panel.h"
#include "ui/widgets/record_grid.h"
#include "ui/widgets/stacked_bar.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/toast.h"
#include "ui/widgets/tone_rules_dialog.h"
#include "ui/widgets/wizard_frame.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QCommandLineParser>
#include <QDir>
#include <QFormLayout>
#include <QGridLayout>
#include <QHeaderView>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableView>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>
#include <functional>
#include <memory>
#include <numeric>
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

QString say(const char* persian, const char* english) {
    return QString::fromUtf8(currentLanguage() == Language::Persian ? persian : english);
}

QWidget* inputsPage() {
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(space::l, space::l, space::l, space::l);
    auto* form = new Form(2);
    column->addWidget(form);
    const auto add = [&](const QString& label, QWidget* editor) { form->addRow({}, label, editor); };
    const bool isPersian = currentLanguage() == Language::Persian;

    auto* amount = new MoneyEdit;
    amount->setValue(Money::rials(1'234'567'890));
    add(say("مبلغ", "Amount"), amount);
    auto* wrong = new MoneyEdit;
    wrong->lineEdit()->setText("12x");
    QMetaObject::invokeMethod(wrong->lineEdit(), "textEdited", Q_ARG(QString, "12x"));
    QMetaObject::invokeMethod(wrong->lineEdit(), "editingFinished");
    add(say("مبلغ نادرست", "Wrong amount"), wrong);
    auto* date = new JalaliDateEdit;
    date->setToday(today);
    date->setValue(today);
    add(say("سررسید", "Due date"), date);
    auto* emptyDate = new JalaliDateEdit;
    emptyDate->setToday(today);
    add(say("تاریخ", "Date"), emptyDate);
    auto* sayad = new CodeEdit;
    sayad->setGroups({4, 4, 4, 4});
    sayad->setReader(identifier::readSayadId);
    sayad->setValue("1234567890123456");
    add(say("شناسهٔ صیادی", "Sayad id"), sayad);
    auto* iban = new CodeEdit;
    iban->setGroups({4, 4, 4, 4, 4, 4, 2});
    iban->setReader(identifier::readIban);
    iban->setValue("IR062960000000100324200001");
    add(say("شبا", "IBAN"), iban);
    auto* text = new QLineEdit(say("شرکت آریا گستر پارس", "Arya Gostar Pars"));
    add(say("صادرکننده", "Drawer"), text);
    auto* choice = new QComboBox;
    choice->addItems({say("در صندوق", "On hand"), say("واگذار به بانک", "Deposited")});
    add(say("وضعیت", "Status"), choice);
    auto* spin = new QSpinBox;
    spin->setValue(42);
    spin->setAlignment(Qt::AlignAbsolute | (isPersian ? Qt::AlignRight : Qt::AlignLeft));
    add(say("تعداد", "Count"), spin);
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
    add(say("گزینه‌ها", "Options"), checks);

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
        tool->setAccessibleName(QLatin1String(file.name));
        setKind(tool, ButtonKind::Quiet);
        buttons->addWidget(tool);
    }
    buttons->addStretch();
    column->addLayout(buttons);
    column->addStretch();
    return page;
}

QWidget* gridPage() {
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(space::m, space::m, space::m, space::m);
    auto* grid = new RecordGrid;
    auto* model = new RecordModel<cheque::Cheque>("Cheque", {}, grid);
    model->append(someCheques());
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

/// Frozen columns, groups, an order by several fields, colours and the lines under the headings.
QWidget* tablePage() {
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(space::m, space::m, space::m, space::m);
    auto* grid = new RecordGrid;
    auto* model = new RecordModel<cheque::Cheque>(
        "Cheque", {"sayad_id", "amount", "due_on", "status", "drawer_name", "bank_name", "description"},
        grid);
    model->append(someCheques());
    model->setToday(*Date::of(2026, 12, 1));
    grid->setModel(model);
    grid->setLayout(
        {{QStringLiteral("frozen"), QStringLiteral("amount")},
         {QStringLiteral("sort"), QStringLiteral("-due_on,amount")},
         {QStringLiteral("group"), QStringLiteral("status")},
         {QStringLiteral("folded"), QJsonArray{QString::number(static_cast<int>(cheque::Status::Deposited))}},
         {QStringLiteral("rules"), QJsonArray{toJson({"amount", ToneRule::Comparison::More,
                                                      QStringLiteral("1000000000"), Tone::Warn, false}),
                                              toJson({"drawer_name", ToneRule::Comparison::Contains,
                                                      QStringLiteral("آریا"), Tone::Info, true})}}});
    grid->setQuickFilters({"sayad_id", "amount", "due_on", "status"});
    grid->showQuickFilters(true);
    grid->setQuickFilter("amount", QStringLiteral(">100"));
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

QWidget* barsPage() {
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(space::l, space::l, space::l, space::l);
    layout->setSpacing(space::l);
    const auto parts = [](std::int64_t scale) {
        return std::vector<BarPart>{
            {"invoiced", say("فاکتورشده", "Invoiced"), Money::rials(120'000'000 * scale), {}},
            {"unbilled_orders",
             say("سفارش‌های فاکتورنشده", "Unbilled orders"),
             Money::rials(35'500'000 * scale),
             {}},
            {"cheques_on_hand",
             say("چک‌های نزد صندوق", "Cheques on hand"),
             Money::rials(250'000'000 * scale),
             {}},
            {"cheques_deposited",
             say("چک‌های واگذارشده", "Cheques deposited"),
             Money::rials(90'000'000 * scale),
             {}},
            {"cheques_endorsed", say("چک‌های خرج‌شده", "Cheques endorsed"), Money(), {}},
            {"cheques_bounced",
             say("چک‌های برگشتی", "Cheques bounced"),
             Money::rials(12'000'000 * scale),
             {}},
        };
    };
    auto* within = new StackedBar;
    within->setParts(parts(1));
    within->setLimit(Money::rials(800'000'000));
    layout->addWidget(within);
    auto* over = new StackedBar;
    over->setParts(parts(2));
    over->setLimit(Money::rials(800'000'000));
    layout->addWidget(over);
    auto* unlimited = new StackedBar;
    unlimited->setParts(parts(1));
    layout->addWidget(unlimited);

    auto* known = new ProgressPanel;
    known->setText(say("خواندن فایل چک‌ها…", "Reading the cheques…"));
    known->setProgress(1200, 5000);
    layout->addWidget(known);
    auto* unknown = new ProgressPanel;
    unknown->setText(say("در حال ارسال…", "Sending…"));
    layout->addWidget(unknown);
    layout->addStretch();
    auto* toast = new Toast(page);
    toast->showMessage(Tone::Good, say("۱۸ چک ثبت شد.", "18 cheques committed."), say("برگرداندن", "Undo"));
    return page;
}

QWidget* chartsPage() {
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(space::l, space::l, space::l, space::l);
    layout->setSpacing(space::l);
    std::vector<Bar> weeks;
    for (int week = 0; week < 8; ++week) {
        const QString day = showDate(today.plusDays(week * 7));
        weeks.push_back({day.section(u'/', 1), day, Money::rials(week % 3 * 4'250'000'000 + 900'000'000)});
    }
    auto* plain = new BarChart;
    plain->setAccessibleName(say("چک‌ها به تفکیک هفته", "Cheques by week"));
    plain->setBars(weeks);
    layout->addWidget(plain);
    auto* faded = new BarChart;
    faded->setAccessibleName(plain->accessibleName());
    faded->setBars(std::move(weeks));
    faded->setFaded(true);
    layout->addWidget(faded);
    layout->addStretch();
    return page;
}

QWidget* filtersPage() {
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(space::m, space::m, space::m, space::m);
    layout->setSpacing(space::m);
    auto* title = makeLabel(say("چک‌ها", "Cheques"), TextRole::Title);
    layout->addWidget(title);
    auto* filters = new FilterBar;
    filters->addFields<cheque::Cheque>("Cheque", cheque::listSpec);
    filters->setToday(today);
    filters->setFilters({{"q", "", "آریا"},
                         {"status", "", "on_hand,deposited"},
                         {"due_on", "gte", "2026-11-22"},
                         {"due_on", "lte", "2026-12-21"},
                         {"amount", "gte", "10000000"},
                         {"sayad_id", "", "1234567890123456"}});
    layout->addWidget(filters);
    auto* written = new FilterBar;
    written->addFields<cheque::Cheque>("Cheque", cheque::listSpec);
    written->setToday(today);
    written->setFilterText(QStringLiteral("-status: cleared due_on: today..+30 amount: 10m..500m"));
    layout->addWidget(written);
    auto* refused = new FilterBar;
    refused->addFields<cheque::Cheque>("Cheque", cheque::listSpec);
    refused->searchLine()->setText(say("وضعیت: گم‌شده", "status: lost"));
    emit refused->searchLine()->returnPressed();
    layout->addWidget(refused);
    auto* grid = new RecordGrid;
    auto* model = new RecordModel<cheque::Cheque>("Cheque", {}, grid);
    model->append(someCheques());
    grid->setModel(model);
    layout->addWidget(grid, 1);
    return page;
}

QWidget* wizardPage() {
    auto* wizard = new WizardFrame;
    wizard->addStep(say("انتخاب فایل", "Choose a file"), new QWidget);
    wizard->addStep(say("بررسی", "Check"), new QWidget);
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* form =
        new RecordForm<cheque::Cheque>("Cheque", 2,
                                       {"amount", "due_on", "sayad_id", "iban", "bank_name", "branch",
                                        "drawer_name", "drawer_national_id", "description"});
    form->setToday(today);
    form->load(someCheques().front());
    form->setErrors({{ErrorCode::DueOnInvalid, "/due_on", {}}, {ErrorCode::ControlSumMismatch, "", {}}});
    layout->addWidget(form);
    wizard->addStep(say("اصلاح", "Mend"), page);
    wizard->addStep(say("ثبت", "Commit"), new QWidget);
    wizard->setCurrent(2);
    wizard->setStepState(1, StepState::Failed);
    wizard->setNextText(say("ثبت ۱۸ چک", "Commit 18 cheques"));
    wizard->setFooterWidget(makeLabel(
        say("جمع کنترل: ۲۰٬۶۸۹٬۰۰۰٬۰۰۰ ریال", "Control sum: 20,689,000,000 rials"), TextRole::Muted));
    return wizard;
}

QWidget* previewPage() {
    static WindowDialogs dialogs;
    RecordModel<cheque::Cheque> model("Cheque", {"sayad_id", "amount", "due_on", "status", "drawer_name"});
    std::vector<cheque::Cheque> cheques = someCheques();
    const std::vector<cheque::Cheque> more = someCheques();
    cheques.insert(cheques.end(), more.begin(), more.end());
    model.append(std::move(cheques));
    QList<int> rows(model.count());
    std::iota(rows.begin(), rows.end(), 0);
    print::Sheet sheet;
    sheet.kind = QStringLiteral("gallery");
    sheet.shop = say("فروشگاه نمونه", "The shop");
    sheet.title = say("چک‌ها", "Cheques");
    sheet.marks = {{say("تاریخ", "Date"), showDate(today)}};
    sheet.asOf = showDateLong(today);
    sheet.direction = QGuiApplication::layoutDirection();
    sheet.blocks.emplace_back(print::tableOf(model, {0, 1, 2, 3, 4}, rows));
    return new print::PreviewDialog(std::move(sheet), dialogs);
}

}  // namespace

namespace nextgen::test {

const std::vector<GalleryPage>& galleryPages() {
    static const std::vector<GalleryPage> pages = {
        {"inputs", inputsPage},   {"grid", gridPage},         {"table", tablePage},
        {"states", statesPage},   {"calendar", calendarPage}, {"bars", barsPage},
        {"charts", chartsPage},   {"filters", filtersPage},   {"wizard", wizardPage},
        {"preview", previewPage},
    };
    return pages;
}

}  // namespace nextgen::test
