#include "app/dealer/dealer_calls.h"
#include "app/options.h"
#include "app/shell/appearance.h"
#include "app/shell/appearance_dialog.h"
#include "app/shell/command_palette.h"
#include "app/program.h"
#include "tests/app/support/backoffice.h"
#include "tests/app/support/scripted_server.h"
#include "ui/widgets/banner.h"

#include <QComboBox>
#include <QCoroTask>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>
#include <QtTest>

using namespace nextgen;
using namespace nextgen::shell;
using nextgen::test::Backoffice;
using nextgen::test::look;
using nextgen::test::Received;
using nextgen::test::Scripted;
using nextgen::test::ScriptedServer;

namespace {

/// A page that counts what happens to it.
class CountingPage : public PageWidget {
  public:
    explicit CountingPage(QWidget* parent) : PageWidget(parent) {
        auto* action = new QAction(QStringLiteral("Count sheep"), this);
        action->setObjectName("count");
        connect(action, &QAction::triggered, this, [this] { ++counted; });
        addAction(action);
        new QLineEdit(this);
    }
    void open(const PageTarget& target) override {
        ++opened;
        lastTarget = target;
    }
    void reload() override { ++reloaded; }
    bool isDirty() const override { return hasTyped; }
    bool mayLeave() override { return !hasTyped; }
    bool hasTyped = false;
    int opened = 0;
    int reloaded = 0;
    int counted = 0;
    PageTarget lastTarget;

  protected:
    void retranslate() override {}
};

std::vector<Page> pages() {
    const auto make = [](Context&, QWidget* parent) { return new CountingPage(parent); };
    return {{"dealers", "Dealers", ui::Icon::Dealer, Permission::DealersRead, make, {}},
            {"cheques", "Cheques", ui::Icon::Cheque, Permission::ChequesRead, make, {}},
            {"secret", "Secret", ui::Icon::Lock, Permission::AuditRead, make, {"xlsx"}}};
}

}  // namespace

class ShellTest : public QObject {
    Q_OBJECT

  private slots:
    void init() {
        m_office = std::make_unique<Backoffice>();
        m_server = std::make_unique<ScriptedServer>();
        m_server->answer = [this](const Received& request) {
            if (request.target.endsWith("/auth/login")) {
                const bool isRight = request.body.contains("\"right\"");
                return isRight ? Scripted{200, R"({"token":"t1","user":)" + m_user + "}"}
                               : Scripted{401,
                                          R"({"code":"invalid_credentials","detail":"گذرواژه نادرست است."})"};
            }
            return Scripted{200, m_user};
        };
        m_program = std::make_unique<Program>(m_office->context, pages(),
                                              client::Place{m_server->url(), "nextgen", "a@b.c"});
        m_program->start(false);
    }

    void cleanup() {
        m_program.reset();
        m_server.reset();
        m_office.reset();
    }

    void firstWindowAsksForThePasswordInPersian() {
        account::SignInWindow* window = m_program->signInWindow();
        QVERIFY(QTest::qWaitForWindowExposed(window));
        QCOMPARE(window->layoutDirection(), Qt::RightToLeft);
        QCOMPARE(edit("email")->text(), QStringLiteral("a@b.c"));
        QTRY_VERIFY(edit("password")->hasFocus() || !window->isActiveWindow());
        QCOMPARE(edit("password")->echoMode(), QLineEdit::Password);
        look(*window, "sign_in.fa.light");
    }

    void enterSignsInAndOpensTheFirstPage() {
        signIn();
        QCOMPARE(m_program->mainWindow()->currentPage(), QStringLiteral("dealers"));
        QVERIFY(m_program->signInWindow() == nullptr);
        look(*m_program->mainWindow(), "main.fa.light");
    }

    void wrongPasswordIsSaidAndCanBeTypedAgain() {
        account::SignInWindow* window = m_program->signInWindow();
        edit("password")->setText("wrong");
        QTest::keyClick(edit("password"), Qt::Key_Return);
        auto* message = window->findChild<ui::Banner*>("message");
        QTRY_COMPARE(message->text(), QStringLiteral("گذرواژه نادرست است."));
        QVERIFY(edit("password")->isEnabled());
        look(*window, "sign_in_wrong.fa.light");
        edit("password")->setText("right");
        QTest::keyClick(edit("password"), Qt::Key_Return);
        QTRY_VERIFY(m_program->mainWindow() != nullptr);
    }

    void emptyFieldsAreMarkedWithoutAsking() {
        edit("email")->clear();
        QTest::mouseClick(m_program->signInWindow()->findChild<QPushButton*>("signInButton"), Qt::LeftButton);
        QVERIFY(edit("email")->property("refused").toBool());
        QVERIFY(edit("password")->property("refused").toBool());
        QVERIFY(!edit("server")->property("refused").toBool());
        QCOMPARE(m_server->received.size(), 0);
    }

    void unreachableServerIsSaidWithItsReason() {
        m_server->close();
        edit("password")->setText("right");
        QTest::keyClick(edit("password"), Qt::Key_Return);
        auto* message = m_program->signInWindow()->findChild<ui::Banner*>("message");
        QTRY_VERIFY(message->text().contains(QStringLiteral("سرور در دسترس نیست")));
        QVERIFY(!edit("password")->text().isEmpty());
    }

    void signingInCanBeCancelled() {
        m_server->answer = [](const Received&) { return Scripted{-1}; };
        edit("password")->setText("right");
        QTest::keyClick(edit("password"), Qt::Key_Return);
        QTRY_COMPARE(m_server->received.size(), 1);
        QVERIFY(!edit("password")->isEnabled());
        QTest::mouseClick(m_program->signInWindow()->findChild<QPushButton*>("signInButton"), Qt::LeftButton);
        QTRY_VERIFY(edit("password")->isEnabled());
    }

    void addressIsMadeWhole_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("url");
        QTest::newRow("this machine") << "127.0.0.1:8640" << "http://127.0.0.1:8640";
        QTest::newRow("Persian digits") << "۱۲۷.۰.۰.۱:۸۶۴۰" << "http://127.0.0.1:8640";
        QTest::newRow("localhost") << "localhost:8640" << "http://localhost:8640";
        QTest::newRow("elsewhere") << "shop.example" << "https://shop.example";
        QTest::newRow("said") << "http://shop.example" << "http://shop.example";
        QTest::newRow("no web address") << "ftp://shop.example" << "";
        QTest::newRow("nothing") << " " << "";
        QTest::newRow("no host") << "http://" << "";
    }
    void addressIsMadeWhole() {
        QFETCH(QString, typed);
        QTEST(account::readServerAddress(typed).toString(), "url");
    }

    void openConnectionBeyondThisMachineIsWarnedAbout() {
        auto* warning = m_program->signInWindow()->findChild<QLabel*>("addressWarning");
        QVERIFY(warning->isHidden());
        edit("server")->setText("http://shop.example");
        QVERIFY(!warning->isHidden());
        edit("server")->setText("https://shop.example");
        QVERIFY(warning->isHidden());
    }

    void languageSwitchesAtRunTimeAndIsRemembered() {
        account::SignInWindow* window = m_program->signInWindow();
        const QString persian = window->windowTitle();
        QTest::mouseClick(window->findChild<QToolButton*>("languageButton"), Qt::LeftButton);
        QCOMPARE(window->layoutDirection(), Qt::LeftToRight);
        QTRY_VERIFY(window->windowTitle() != persian);
        QCOMPARE(m_office->api.language(), Language::English);
        QTest::mouseClick(window->findChild<QToolButton*>("schemeButton"), Qt::LeftButton);
        QCOMPARE(m_office->theme.look().scheme, ui::Scheme::Dark);
        look(*window, "sign_in.en.dark");
    }

    void whatIsChosenOfTheLookIsInPlaceAtOnceAndRemembered() {
        signIn();
        auto* dialog = new AppearanceDialog(m_office->locale, m_office->theme, m_program->mainWindow());
        dialog->open();
        const auto choose = [dialog](const char* name, int place) {
            dialog->findChild<QComboBox*>(name)->setCurrentIndex(place);
        };
        choose("scheme", 3);
        choose("density", 1);
        choose("font", 7);
        const ui::Look wanted{ui::Scheme::DarkContrast, ui::Density::Compact, 150};
        QCOMPARE(m_office->theme.look(), wanted);
        QCOMPARE(rememberedLook(), wanted);
        look(*dialog, "appearance.fa");
        look(*m_program->mainWindow(), "main_window.large");
        // A person who cannot read this language finds the way out by its own name.
        QCOMPARE(dialog->findChild<QComboBox*>("language")->itemText(1), QStringLiteral("English"));
        choose("language", 1);
        QCOMPARE(dialog->layoutDirection(), Qt::LeftToRight);
        QCOMPARE(dialog->findChild<QComboBox*>("density")->currentIndex(), 1);
        QCOMPARE(rememberedLanguage(), Language::English);
        switchScheme(m_office->theme);
        QCOMPARE(dialog->findChild<QComboBox*>("scheme")->currentIndex(), 2);
        QTest::mouseClick(dialog->findChild<QPushButton*>("usualLook"), Qt::LeftButton);
        QCOMPARE(rememberedLook(), ui::Look());
        chooseLanguage(m_office->locale, Language::Persian);
        dialog->close();
    }

    void pagesWithoutPermissionDoNotExist() {
        signIn();
        QCOMPARE(m_program->mainWindow()->pageIds(), QStringList({"dealers", "cheques"}));
        m_program->mainWindow()->openPage("secret");
        QCOMPARE(m_program->mainWindow()->currentPage(), QStringLiteral("dealers"));
    }

    void pageIsMadeOnceAndOpenedWithItsTarget() {
        signIn();
        MainWindow* window = m_program->mainWindow();
        QVERIFY(window->pageWidget("cheques") == nullptr);
        QTest::keyClick(window, Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(window->currentPage(), QStringLiteral("cheques"));
        auto* page = static_cast<CountingPage*>(window->pageWidget("cheques"));
        window->openPage("dealers");
        window->openPage("cheques", {{"id", "7"}});
        QCOMPARE(window->pageWidget("cheques"), page);
        QCOMPARE(page->opened, 2);
        QCOMPARE(page->lastTarget.value("id").toString(), QStringLiteral("7"));
        QTest::keyClick(window, Qt::Key_F5);
        QCOMPARE(page->reloaded, 1);
    }

    void windowWithSomethingUnsavedIsNotClosed() {
        signIn();
        MainWindow* window = m_program->mainWindow();
        auto* page = static_cast<CountingPage*>(window->pageWidget("dealers"));
        page->hasTyped = true;
        window->openPage("cheques");
        QCOMPARE(window->currentPage(), QStringLiteral("cheques"));
        QVERIFY(!window->close());
        QCOMPARE(window->currentPage(), QStringLiteral("dealers"));
        page->hasTyped = false;
        QVERIFY(window->close());
    }

    void lostConnectionIsSaidAndTheReturnReloads() {
        signIn();
        MainWindow* window = m_program->mainWindow();
        auto* banner = window->findChild<ui::Banner*>("connectionBanner");
        QVERIFY(banner->isHidden());
        m_office->watch.setPause(30);
        const quint16 port = m_server->serverPort();
        m_server->close();
        for (QTcpSocket* socket : m_server->findChildren<QTcpSocket*>()) {
            socket->abort();
        }
        m_office->watch.check();
        QTRY_VERIFY(!banner->isHidden());
        look(*window, "main_lost.fa.light");
        QVERIFY(m_server->listen(QHostAddress::LocalHost, port));
        QTRY_VERIFY(banner->isHidden());
        QVERIFY(static_cast<CountingPage*>(window->pageWidget("dealers"))->reloaded >= 1);
    }

    void endedSessionKeepsThePagesAndAsksAgain() {
        signIn();
        MainWindow* window = m_program->mainWindow();
        auto* page = window->pageWidget("dealers");
        page->findChild<QLineEdit*>()->setText("typed");
        m_server->answer = [usual = m_server->answer, isRenewed = false](const Received& request) mutable {
            isRenewed = isRenewed || request.target.endsWith("/auth/login");
            return isRenewed ? usual(request) : Scripted{401, R"({"code":"not_signed_in"})"};
        };
        dealer::listDealers(m_office->api, {});
        QTRY_VERIFY(m_program->signInWindow() != nullptr);
        QVERIFY(!window->findChild<ui::Banner*>("connectionBanner")->isHidden());
        edit("password")->setText("right");
        QTest::keyClick(edit("password"), Qt::Key_Return);
        QTRY_VERIFY(m_program->signInWindow() == nullptr);
        QCOMPARE(m_program->mainWindow(), window);
        QCOMPARE(window->pageWidget("dealers"), page);
        QCOMPARE(page->findChild<QLineEdit*>()->text(), QStringLiteral("typed"));
        QVERIFY(window->findChild<ui::Banner*>("connectionBanner")->isHidden());
    }

    void anotherUserGetsAWindowOfTheirOwn() {
        signIn();
        const QPointer<MainWindow> first = m_program->mainWindow();
        m_user.replace("\"id\":\"3\"", "\"id\":\"4\"");
        QCoro::waitFor(m_office->session.signOut());
        QTRY_VERIFY(m_program->signInWindow() != nullptr);
        QTRY_VERIFY(first.isNull());
        signIn();
        m_user.replace("\"id\":\"4\"", "\"id\":\"3\"");
    }

    void missingKeychainIsSaidInTheStatusArea() {
        signIn();
        auto* note = m_program->mainWindow()->findChild<QLabel*>("statusNote");
        QTRY_VERIFY(!note->text().isEmpty());
    }

    void paletteRunsWhatItsNameBegins() {
        signIn();
        MainWindow* window = m_program->mainWindow();
        QTest::keyClick(window, Qt::Key_K, Qt::ControlModifier);
        auto* palette = window->findChild<CommandPalette*>();
        QVERIFY(palette != nullptr);
        auto* line = palette->findChild<QLineEdit*>("paletteLine");
        look(*palette, "palette.fa.light");
        line->setText("sheep");
        QCOMPARE(palette->findChild<QListWidget*>("paletteList")->count(), 1);
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(static_cast<CountingPage*>(window->pageWidget("dealers"))->counted, 1);
        window->openPalette();
        line = window->findChildren<CommandPalette*>().last()->findChild<QLineEdit*>("paletteLine");
        line->setText(QStringLiteral("۸۷۵۹ ۸۷۳۵"));
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(window->currentPage(), QStringLiteral("cheques"));
        QCOMPARE(
            static_cast<CountingPage*>(window->pageWidget("cheques"))->lastTarget.value("search").toString(),
            QStringLiteral("87598735"));
    }

    void matchingKnowsArabicLettersAndPutsBeginningsFirst() {
        const std::vector<Command> commands{
            {"a", QStringLiteral("بازخوانی"), {}, ui::Icon::Check, {}, {}},
            {"b", QStringLiteral("چک‌ها"), QStringLiteral("رفتن"), ui::Icon::Check, {}, {}},
            {"c", QStringLiteral("خوانا"), {}, ui::Icon::Check, {}, {}}};
        QCOMPARE(matching(commands, QStringLiteral("چك")).size(), std::size_t{1});
        const auto found = matching(commands, QStringLiteral("خوان"));
        QCOMPARE(found.size(), std::size_t{2});
        QCOMPARE(found.front().id, QStringLiteral("c"));
        QCOMPARE(matching(commands, QString()).size(), std::size_t{3});
    }

    void keysAreListedOnF1() {
        signIn();
        QTest::keyClick(m_program->mainWindow(), Qt::Key_F1);
        auto* sheet = m_program->mainWindow()->findChild<QDialog*>("shortcutSheet");
        QVERIFY(sheet != nullptr);
        look(*sheet, "keys.fa.light");
    }

    void commandLineIsReadOrRefused_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        QTest::newRow("nothing") << QStringList{} << -1;
        QTest::newRow("server and user") << QStringList{"--server", "http://x", "--user", "a@b"} << -1;
        QTest::newRow("help") << QStringList{"--help"} << 0;
        QTest::newRow("unknown option") << QStringList{"--serve"} << 2;
        QTest::newRow("left-over word") << QStringList{"x"} << 2;
        QTest::newRow("no such language") << QStringList{"--language", "de"} << 2;
        QTest::newRow("tour without server") << QStringList{"--tour", "/tmp/x"} << 2;
        QTest::newRow("missing value") << QStringList{"--server"} << 2;
    }
    void commandLineIsReadOrRefused() {
        QFETCH(QStringList, arguments);
        QFETCH(int, exitCode);
        const ReadOptions read = readOptions(QStringList{"nextgen-backoffice"} + arguments);
        QCOMPARE(read.options ? -1 : read.exitCode, exitCode);
        QCOMPARE(read.message.isEmpty(), exitCode == -1);
    }

  private:
    QLineEdit* edit(const char* name) const {
        return m_program->signInWindow()->findChild<QLineEdit*>(QString::fromLatin1(name));
    }

    void signIn() {
        edit("password")->setText("right");
        QTest::keyClick(edit("password"), Qt::Key_Return);
        QTRY_VERIFY(m_program->mainWindow() != nullptr);
        QVERIFY(QTest::qWaitForWindowExposed(m_program->mainWindow()));
    }

    QByteArray m_user = R"({"id":"3","email":"a@b.c","display_name":"علی رضایی","roles":["ADMIN"],
                            "permissions":["dealers.read","cheques.read"]})";
    std::unique_ptr<Backoffice> m_office;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<Program> m_program;
};

QTEST_MAIN(ShellTest)
#include "shell_test.moc"
