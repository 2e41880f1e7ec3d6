#include "app/cheque/cheque_calls.h"
#include "app/cheque/cheque_panel.h"
#include "app/dealer/dealer_calls.h"
#include "app/entity/entity_calls.h"
#include "app/pages.h"
#include "app/program.h"
#include "shared/workbook/reader.h"
#include "shared/workbook/writer.h"
#include "tests/app/support/backoffice.h"
#include "tests/gui/support/clerk.h"
#include "tests/support/http_client.h"
#include "tests/support/test_stack.h"
#include "ui/locale/memory.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/record_grid.h"
#include "ui/widgets/scanner.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QtTest>

using namespace nextgen;
using nextgen::test::Backoffice;
using nextgen::test::Clerk;
using nextgen::test::look;

/// What a clerk does every day, by keys alone: the real client against the real server, without a mouse and
/// without a call of the program's own functions. Each task begins at the home page. How many keys it takes
/// is a promise, which stands in app/README.md.
class ClerkTasksTest : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase() {
        m_stack = std::make_unique<testing::TestStack>(true);
        m_server = std::make_unique<testing::ServerProcess>(
            *m_stack, std::vector<std::string>{"limits.requests_per_minute=0"});
        m_office = std::make_unique<Backoffice>();
        // The real dialogs: files are chosen by keys too.
        const shell::Context& made = m_office->context;
        m_context = std::make_unique<shell::Context>(
            shell::Context{made.api, made.session, made.watch, made.changes, made.store, made.locale,
                           made.theme, m_dialogs, made.today, made.views, made.works});
        m_program = std::make_unique<Program>(
            *m_context, allPages(),
            client::Place{QUrl(QString::fromStdString(m_server->url())), QStringLiteral("nextgen"),
                          QStringLiteral("admin@nextgen.local")});
        ui::remember(QStringLiteral("dialogs/folder"), m_folder.path());
    }

    void cleanupTestCase() {
        m_program.reset();
        m_context.reset();
        m_office.reset();
        m_server.reset();
        m_stack.reset();
    }

    void init() {
        if (m_program->mainWindow() != nullptr) {
            window()->openPage(QStringLiteral("home"));
            window()->documents()->closeOthers(window()->documents()->currentIndex());
            ui::remember(QStringLiteral("palette/recents"), QVariant());
        }
        m_clerk.begin();
    }

    void cleanup() {
        if (!QTest::currentTestFailed()) {
            return;
        }
        if (QWidget* front = QApplication::activeWindow()) {
            look(*front, QTest::currentTestFunction());
        }
        qWarning("%s: the keyboard is in %s", qPrintable(m_clerk.pressed()),
                 QApplication::focusWidget() != nullptr ? qPrintable(describe(QApplication::focusWidget()))
                                                        : "nothing");
        while (QWidget* dialog = QApplication::activeModalWidget()) {
            dialog->close();
            QCoreApplication::processEvents();
        }
    }

    void signsIn() {
        m_program->start(false);
        QTRY_VERIFY(m_program->signInWindow() != nullptr && m_program->signInWindow()->isActiveWindow());
        m_clerk.type(QStringLiteral("Admin123!"));
        m_clerk.press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(m_program->mainWindow() != nullptr && window()->isActiveWindow(), 15'000);
        QCOMPARE(window()->currentPage(), QStringLiteral("home"));
        QCOMPARE(m_office->session.user().email, "admin@nextgen.local");
        done("Sign in");
        window()->resize(1440, 900);
        makeRecords();
    }

    void findsADealerByHalfAName() {
        choose(QStringLiteral("فولاد ایر"));
        QTRY_COMPARE(window()->documents()->current(),
                     (shell::DocumentKey{QStringLiteral("dealers"), m_steel.id.value()}));
        QTRY_VERIFY(isShown(QStringLiteral("بازرگانی فولاد ایرانیان")));
        QCOMPARE(
            number("SELECT id AS n FROM app.dealer_profiles WHERE company_name = 'بازرگانی فولاد ایرانیان'"),
            m_steel.id.value());
        done("Find a dealer by half a name");
    }

    void seesWhatADealerOwes() {
        choose(QStringLiteral("فولاد ایر"));
        const auto answer = QCoro::waitFor(dealer::getExposure(m_office->api, m_steel.id));
        QVERIFY(answer && answer->exposure > Money());
        QTRY_VERIFY(isShown(ui::showMoney(answer->exposure)));
        done("See a dealer's exposure");
    }

    void recordsACheque() {
        const QString sayad = QStringLiteral("4100000000000001");
        choose(QStringLiteral("ثبت چک"));
        QTRY_VERIFY(dialog("chequeDialog"));
        m_clerk.type(QStringLiteral("فولاد ایر"));
        m_clerk.press(Qt::Key_Return);  // before the server has answered
        QTRY_COMPARE(focusName(), QStringLiteral("sayad_id"));
        m_clerk.type(sayad);
        m_clerk.press(Qt::Key_Return);
        m_clerk.type(QStringLiteral("+60"));
        m_clerk.press(Qt::Key_Return);
        m_clerk.type(QStringLiteral("250000000"));
        m_clerk.press(Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(!dialog("chequeDialog"));
        QTRY_COMPARE(child<QLabel>("chequeTitle")->text(), ui::showCode(sayad));
        QCOMPARE(
            number("SELECT amount AS n FROM app.cheques WHERE sayad_id = '4100000000000001' AND due_on = "
                   "(now() AT TIME ZONE 'Asia/Tehran')::date + 60 AND dealer_id = " +
                   std::to_string(m_steel.id.value())),
            250'000'000);
        done("Record a cheque");
    }

    void importsTwoHundredCheques() {
        const QString path = m_folder.filePath(QStringLiteral("200.xlsx"));
        writeWorkbook(path);
        choose(QStringLiteral("ورود فایل"));
        QTRY_COMPARE(focusName(), QStringLiteral("dropZone"));
        m_clerk.press(Qt::Key_Return, [&] {
            m_clerk.type(path);
            m_clerk.press(Qt::Key_Return);
        });
        QTRY_COMPARE(focusName(), QStringLiteral("nextButton"));
        m_clerk.press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(child<ui::RecordGrid>("rowGrid")->isVisible() && focusName() == "nextButton",
                                 30'000);
        QTRY_VERIFY(
            child<QLabel>("readySum")->text().contains(ui::showMoney(Money::rials(200 * 10'000'000))));
        m_clerk.press(Qt::Key_Return);
        QTRY_COMPARE(focusName(), QStringLiteral("control_count"));
        m_clerk.type(QStringLiteral("200"));
        m_clerk.press(Qt::Key_Return);
        m_clerk.type(QStringLiteral("2000000000"));
        m_clerk.press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(child<QLabel>("resultHeadline")->isVisible(), 30'000);
        QVERIFY(child<QLabel>("resultHeadline")->text().contains(ui::showNumber(200)));
        QCOMPARE(
            number("SELECT count(*) AS n FROM app.cheques WHERE sayad_id LIKE '42%' AND status = 'on_hand'"),
            200);
        done("Import 200 cheques from an Excel file");
    }

    void depositsTwentyCheques() {
        choose(QStringLiteral("چک‌ها"));
        QTRY_COMPARE(window()->currentPage(), QStringLiteral("cheques"));
        QTRY_VERIFY(rowCount() > 20);
        m_clerk.press(Qt::Key_F, Qt::ControlModifier);
        m_clerk.type(QStringLiteral("البرز"));
        m_clerk.press(Qt::Key_Return);
        QTRY_COMPARE(rowCount(), 20);
        m_clerk.press(Qt::Key_A, Qt::ControlModifier);
        choose(QStringLiteral("واگذار"));
        QTRY_VERIFY(dialog("moveDialog"));
        m_clerk.press(Qt::Key_Return);
        QTRY_VERIFY(!dialog("moveDialog"));
        QTRY_COMPARE(number("SELECT count(*) AS n FROM app.cheques WHERE drawer_name = 'پخش البرز' AND "
                            "status = 'deposited'"),
                     20);
        const auto shown = [&] {
            int deposited = 0;
            for (int row = 0; row < rowCount(); ++row) {
                const auto* model = currentGrid()->model();
                deposited += model->index(row, model->columnOf("status")).data() ==
                                     cheque::titleOf(cheque::Status::Deposited)
                                 ? 1
                                 : 0;
            }
            return deposited;
        };
        QTRY_COMPARE(shown(), 20);
        done("Deposit 20 cheques");
    }

    void bouncesOne() {
        choose(QStringLiteral("4399000000000001"));
        QTRY_COMPARE(rowCount(), 1);
        QTRY_COMPARE(child<QLabel>("chequeTitle")->text(), ui::showCode(QStringLiteral("4399000000000001")));
        choose(QStringLiteral("برگشت"));
        QTRY_VERIFY(dialog("moveDialog"));
        m_clerk.press(Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(!dialog("moveDialog"));
        QTRY_COMPARE(number("SELECT count(*) AS n FROM app.cheques WHERE sayad_id = '4399000000000001' AND "
                            "status = 'bounced'"),
                     1);
        QTRY_COMPARE(child<ui::Chip>("chequeStatus")->text(), cheque::titleOf(cheque::Status::Bounced));
        done("Bounce one cheque");
    }

    void findsAnInvoiceByItsNumber() {
        choose(QStringLiteral("INV-1405-217"));
        QTRY_COMPARE(window()->currentPage(), QStringLiteral("invoices"));
        QTRY_VERIFY(isShown(QStringLiteral("خریدار نمونه")));
        QCOMPARE(
            number("SELECT count(*) AS n FROM app.invoices WHERE invoice_number = 'INV-1405-217' AND id = " +
                   std::to_string(window()->documents()->current().record)),
            1);
        done("Find an invoice by its number");
    }

    void raisesFiftyPricesByFivePerCent() {
        choose(QStringLiteral("کالاها"));
        QTRY_COMPARE(window()->currentPage(), QStringLiteral("products"));
        QTRY_VERIFY(rowCount() > 0);
        m_clerk.press(Qt::Key_F, Qt::ControlModifier);
        m_clerk.type(QStringLiteral("کتری"));
        m_clerk.press(Qt::Key_Return);
        QTRY_COMPARE(rowCount(), 50);
        m_clerk.press(Qt::Key_A, Qt::ControlModifier);
        m_clerk.press(Qt::Key_B, Qt::ControlModifier);
        QTRY_VERIFY(dialog("bulkEditDialog"));
        m_clerk.repeat(Qt::Key_Tab, 2);
        m_clerk.type(QStringLiteral("5"));
        m_clerk.press(Qt::Key_Return);
        QTRY_VERIFY(dialog("changeSheet"));
        m_clerk.press(Qt::Key_Return);
        QTRY_COMPARE(
            number("SELECT count(*) AS n FROM app.products WHERE sku LIKE 'KETTLE-%' AND price = 1050000"),
            50);
        QTRY_VERIFY(child<QLabel>("changeEnd")->isVisible());
        m_clerk.press(Qt::Key_Escape);
        QTRY_VERIFY(!dialog("changeSheet"));
        done("Raise 50 prices by 5 %");
    }

    void comparesTheBidsOfAProject() {
        choose(QStringLiteral("نیروگاه خور"));
        QTRY_COMPARE(window()->currentPage(), QStringLiteral("projects"));
        QTRY_VERIFY(isShown(QStringLiteral("نیروگاه خورشیدی بام")));
        choose(QStringLiteral("مقایسهٔ پیش"));
        const auto bids = [&]() -> QAbstractItemModel* {
            auto* view = child<QTableView>("bidsView");
            return view != nullptr && view->isVisible() && view->hasFocus() ? view->model() : nullptr;
        };
        QTRY_VERIFY(bids() != nullptr && bids()->columnCount() == 3);
        // Cheapest first; the best price is said in words as well.
        QCOMPARE(bids()->headerData(0, Qt::Horizontal).toString(), QStringLiteral("مجری 3"));
        QVERIFY(bids()->index(0, 0).data().toString().contains(QStringLiteral("۷۰۰٬۰۰۰٬۰۰۰")));
        QVERIFY(bids()->index(0, 0).data().toString().contains(QStringLiteral("★")));
        QVERIFY(!bids()->index(0, 1).data().toString().contains(QStringLiteral("★")));
        // The quickest first.
        m_clerk.press(Qt::Key_Down);
        m_clerk.press(Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(bids()->headerData(0, Qt::Horizontal).toString(), QStringLiteral("مجری 2"));
        done("Compare the bids of a project");
    }

    void writesAFilteredListToAFile() {
        const QString path = m_folder.filePath(QStringLiteral("list.xlsx"));
        choose(QStringLiteral("چک‌ها"));
        QTRY_VERIFY(rowCount() > 20);
        m_clerk.press(Qt::Key_F, Qt::ControlModifier);
        m_clerk.type(QStringLiteral("البرز"));
        m_clerk.press(Qt::Key_Return);
        QTRY_COMPARE(rowCount(), 20);
        m_clerk.press(Qt::Key_E, Qt::ControlModifier);
        QTRY_VERIFY(dialog("exportDialog"));
        m_clerk.press(Qt::Key_Return, [&] {
            m_clerk.type(path);
            m_clerk.press(Qt::Key_Return);
        });
        QTRY_VERIFY(!dialog("exportDialog"));
        QTRY_VERIFY(QFile::exists(path));
        QCOMPARE(rowsIn(path), 21);
        done("Write a filtered list to a file");
    }

    void switchesTheLanguage() {
        m_clerk.press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(window()->layoutDirection(), Qt::LeftToRight);
        QTRY_VERIFY(isShown(QStringLiteral("Home")));
        const auto refused = QCoro::waitFor(cheque::getCheque(m_office->api, ChequeId(1)));
        QVERIFY(!refused);
        QVERIFY2(refused.error().text(Language::English).front().isLetter() &&
                     refused.error().text(Language::English).front().unicode() < 0x80,
                 qPrintable(refused.error().text(Language::English)));
        done("Switch the language");
        m_office->locale.setLanguage(Language::Persian);
    }

    void chequeThatIsScannedIsChosenWhereverTheKeyboardIs() {
        qint64 now = 0;
        // However long this machine takes for a key.
        constexpr int restMs = 5'000;
        const ui::Scanner scanner([&now](const QKeyEvent& /*key*/) { return now; }, restMs);
        const auto scan = [&](const QString& code) {
            now += 1'000;
            for (const QChar digit : code) {
                now += 4;
                m_clerk.type(digit);
            }
            now += 4;
            m_clerk.press(Qt::Key_Return);
        };
        scan(QStringLiteral("4310000000000001"));  // from the home page, which has nothing to search in
        QTRY_COMPARE(window()->currentPage(), QStringLiteral("cheques"));
        QTRY_COMPARE(child<QLabel>("chequeTitle")->text(), ui::showCode(QStringLiteral("4310000000000001")));
        m_clerk.press(Qt::Key_F, Qt::ControlModifier);
        scan(QStringLiteral("4310000000000002"));
        QTRY_COMPARE(child<QLabel>("chequeTitle")->text(), ui::showCode(QStringLiteral("4310000000000002")));
        QCOMPARE(rowCount(), 1);

        m_clerk.press(Qt::Key_Insert);
        QTRY_VERIFY(dialog("chequeDialog"));
        QCOMPARE(focusName(), QStringLiteral("dealer_id"));
        scan(QStringLiteral("4320000000000001"));
        QCOMPARE(ui::plainDigits(child<QLineEdit>("sayad_id")->text()),
                 QStringLiteral("4320 0000 0000 0001"));
        QCOMPARE(focusName(), QStringLiteral("due_on"));
        QVERIFY(child<QWidget>("dealer_id")->findChild<QLineEdit*>()->text().isEmpty());
        QVERIFY(dialog("chequeDialog"));
        m_clerk.press(Qt::Key_Escape);
        QTRY_VERIFY(!dialog("chequeDialog"));
    }

    /// What is promised there is what was pressed here.
    void tableInTheReadmeSaysTheSame() {
        QFile readme(QStringLiteral(NEXTGEN_SOURCE_DIR "/app/README.md"));
        QVERIFY(readme.open(QIODevice::ReadOnly));
        const QStringList lines = QString::fromUtf8(readme.readAll()).split(u'\n');
        const qsizetype head = lines.indexOf(QStringLiteral("| Task | Keys | Commands |"));
        QStringList promised;
        for (qsizetype line = head + 2; head >= 0 && line < lines.size() && lines.at(line).startsWith(u'|');
             ++line) {
            promised << lines.at(line);
        }
        if (promised != m_table) {
            qWarning("What was pressed:\n%s", qPrintable(m_table.join(u'\n')));
        }
        QCOMPARE(promised.join(u'\n'), m_table.join(u'\n'));
    }

  private:
    shell::MainWindow* window() const { return m_program->mainWindow(); }

    static QString describe(const QWidget* widget) {
        QString path;
        for (; widget != nullptr; widget = widget->parentWidget()) {
            path.prepend(
                QStringLiteral("/%1:%2").arg(widget->metaObject()->className(), widget->objectName()));
        }
        return path;
    }

    /// The editor's own name where the keyboard is in a part of it.
    static QString focusName() {
        const QWidget* at = QApplication::focusWidget();
        while (at != nullptr &&
               (at->objectName().isEmpty() || at->objectName().startsWith(QStringLiteral("qt_")))) {
            at = at->parentWidget();
        }
        return at != nullptr ? at->objectName() : QString();
    }

    static bool dialog(const char* name) {
        const QWidget* modal = QApplication::activeModalWidget();
        return modal != nullptr && modal->objectName() == QLatin1String(name) && modal->isActiveWindow();
    }

    template <class T>
    static T* child(const char* name) {
        T* found = nullptr;
        for (QWidget* top : QApplication::topLevelWidgets()) {
            for (T* candidate : top->findChildren<T*>(QLatin1String(name))) {
                if (found == nullptr || candidate->isVisible()) {
                    found = candidate;
                }
            }
        }
        return found;
    }

    bool isShown(const QString& words) const {
        const auto labels = window()->findChildren<QLabel*>();
        return std::ranges::any_of(
            labels, [&](const QLabel* label) { return label->isVisible() && label->text().contains(words); });
    }

    /// The one in front that has rows.
    ui::RecordGrid* currentGrid() const {
        for (auto* grid : window()->findChildren<ui::RecordGrid*>()) {
            if (grid->view()->isVisible() && grid->model() != nullptr &&
                (grid->isAncestorOf(QApplication::focusWidget()) ||
                 QApplication::activeModalWidget() != nullptr)) {
                return grid;
            }
        }
        return nullptr;
    }
    int rowCount() const {
        const ui::RecordGrid* grid = currentGrid();
        return grid != nullptr && !grid->isBusy() ? grid->model()->rowCount() : -1;
    }

    /// By the palette, as soon as it has found something.
    void choose(const QString& words) {
        m_clerk.press(Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY(dialog("commandPalette"));
        m_clerk.type(words);
        QTRY_VERIFY(child<QListWidget>("paletteList")->count() > 0);
        m_clerk.press(Qt::Key_Return);
        QTRY_VERIFY(!dialog("commandPalette"));
    }

    void done(const QString& task) {
        qInfo("%-38s %2d keys, %3d letters: %s", qPrintable(task), m_clerk.commands(), m_clerk.typed(),
              qPrintable(m_clerk.pressed()));
        m_table << QStringLiteral("| %1 | %2 | %3 |").arg(task, m_clerk.pressed()).arg(m_clerk.commands());
    }

    std::int64_t number(const std::string& query) const {
        return m_stack->owner().script(query).one().get<std::int64_t>("n");
    }

    dealer::Dealer makeDealer(const char* code, const char* name) {
        const api::Entity& entity = *api::findEntity("dealers");
        const QJsonObject body{{QStringLiteral("code"), QLatin1String(code)},
                               {QStringLiteral("company_name"), QString::fromUtf8(name)},
                               {QStringLiteral("tier"), QStringLiteral("GOLD")},
                               {QStringLiteral("status"), QStringLiteral("active")},
                               {QStringLiteral("credit_limit"), qint64{5'000'000'000}}};
        const auto made = QCoro::waitFor(entity::createRecord(
            m_office->api, entity, QJsonDocument(body).toJson(), client::newIdempotencyKey()));
        if (!made) {
            qFatal("%s", qPrintable(made.error().text(Language::English)));
        }
        return *QCoro::waitFor(dealer::getDealer(m_office->api, DealerId(made->id())));
    }

    cheque::Cheque makeCheque(const std::string& sayadId, const char* drawer) {
        cheque::Cheque cheque;
        cheque.dealerId = m_steel.id;
        cheque.sayadId = sayadId;
        cheque.amount = Money::rials(30'000'000);
        cheque.dueOn = m_office->context.today();
        cheque.bankName = "بانک ملت";
        cheque.drawerName = drawer;
        const auto made =
            QCoro::waitFor(cheque::createCheque(m_office->api, cheque, client::newIdempotencyKey()));
        if (!made) {
            qFatal("%s", qPrintable(made.error().text(Language::English)));
        }
        return *made;
    }

    /// What there is to be worked with.
    void makeRecords() {
        m_steel = makeDealer("D-2001", "بازرگانی فولاد ایرانیان");
        makeDealer("D-2002", "پخش لوازم خانگی پارس");
        for (int i = 0; i < 20; ++i) {
            makeCheque(std::to_string(4'300'000'000'000'000 + i), "پخش البرز");
        }
        for (int i = 0; i < 5; ++i) {
            makeCheque(std::to_string(4'310'000'000'000'000 + i), "شرکت زاگرس");
        }
        const cheque::Cheque atBank = makeCheque("4399000000000001", "شرکت زاگرس");
        QVERIFY(QCoro::waitFor(cheque::moveCheque(m_office->api, atBank.id, cheque::Move::Deposit, {},
                                                  client::newIdempotencyKey())));
        testing::HttpClient http(m_server->url());
        http.signIn("nextgen", "admin@nextgen.local", "Admin123!");
        const nlohmann::json known = http.get("/api/v1/products?limit=1").body["items"][0];
        for (int i = 0; i < 50; ++i) {
            const std::string one = std::to_string(i);
            const auto made = http.post("/api/v1/products", {{"vendor_id", known["vendor_id"]},
                                                             {"category_id", known["category_id"]},
                                                             {"slug", "kettle-" + one},
                                                             {"sku", "KETTLE-" + one},
                                                             {"title_fa", "کتری برقی " + one},
                                                             {"price", 1'000'000}});
            QVERIFY2(made.status == 201, made.text.c_str());
        }
        // Nobody can write these by hand yet.
        m_stack->owner().script(R"(
            SET search_path = app, public;
            SELECT set_config('app.tenant_id', id::text, false) FROM tenants WHERE slug = 'nextgen';
            INSERT INTO invoices (tenant_id, dealer_id, buyer_name, status, number, fiscal_year, invoice_number, issued_on, issued_at,
                                  gross_amount, net_amount, vat_amount, total_amount, search_key)
            SELECT t.id, d.id, 'خریدار نمونه', 'issued', n, 1405, 'INV-1405-' || n, date '2026-11-01', now(), 1000, 1000, 100, 1100,
                   'inv-1405-' || n
              FROM tenants t JOIN dealer_profiles d ON d.tenant_id = t.id AND d.code = 'D-2001', generate_series(215, 218) n
             WHERE t.slug = 'nextgen';
            INSERT INTO projects (tenant_id, project_number, title_fa, bidding, status, bids_close_at, dealer_id, search_key)
            SELECT t.id, 'PR-7', 'نیروگاه خورشیدی بام', 'invited', 'open', now() + interval '10 days', d.id, 'نیروگاه خورشیدی بام'
              FROM tenants t JOIN dealer_profiles d ON d.tenant_id = t.id AND d.code = 'D-2001' WHERE t.slug = 'nextgen';
            INSERT INTO executor_profiles (tenant_id, code, title_fa)
            SELECT t.id, 'E-' || n, 'مجری ' || n FROM tenants t, generate_series(1, 3) n WHERE t.slug = 'nextgen';
            INSERT INTO project_bids (tenant_id, project_id, executor_id, status, amount, duration_days, submitted_at)
            SELECT p.tenant_id, p.id, e.id, 'submitted', CASE e.code WHEN 'E-1' THEN 800000000 WHEN 'E-2' THEN 900000000 ELSE 700000000 END,
                   CASE e.code WHEN 'E-2' THEN 20 ELSE 30 END, now()
              FROM projects p JOIN executor_profiles e ON e.tenant_id = p.tenant_id AND e.title_fa LIKE 'مجری _' WHERE p.project_number = 'PR-7';
        )");
    }

    static void writeWorkbook(const QString& path) {
        const auto writer = workbook::writeXlsx(path.toStdString(), {"چک‌ها",
                                                                     true,
                                                                     {{"شناسه صیادی", 20},
                                                                      {"مبلغ (ریال)", 20},
                                                                      {"تاریخ سررسید"},
                                                                      {"صاحب حساب", 24},
                                                                      {"کد نماینده"}}});
        for (int row = 0; row < 200; ++row) {
            writer->row(std::vector<workbook::Value>{std::to_string(4'200'000'000'000'000 + row),
                                                     std::int64_t{10'000'000}, std::string("1405/12/10"),
                                                     std::string("شرکت توس"), std::string("D-2002")});
        }
        writer->finish();
    }

    static int rowsIn(const QString& path) {
        struct Counter : workbook::RowVisitor {
            int rows = 0;
            bool sheetBegins(const workbook::Sheet& /*sheet*/) override { return true; }
            bool row(const workbook::Row& /*row*/) override {
                ++rows;
                return true;
            }
        } counter;
        return workbook::readWorkbook(path.toStdString(), {}, counter) ? counter.rows : -1;
    }

    Clerk m_clerk;
    QStringList m_table;
    QTemporaryDir m_folder;
    dealer::Dealer m_steel;
    ui::WindowDialogs m_dialogs;
    std::unique_ptr<testing::TestStack> m_stack;
    std::unique_ptr<testing::ServerProcess> m_server;
    std::unique_ptr<Backoffice> m_office;
    std::unique_ptr<shell::Context> m_context;
    std::unique_ptr<Program> m_program;
};

QTEST_MAIN(ClerkTasksTest)
#include "clerk_tasks_test.moc"
