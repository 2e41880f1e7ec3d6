#include "app/entity/note_list.h"
#include "app/entity/record_panel.h"
#include "app/pages.h"
#include "app/shell/door.h"
#include "app/shell/link.h"
#include "app/shell/main_window.h"
#include "app/shell/recent_records.h"
#include "tests/app/support/backoffice.h"
#include "tests/support/test_stack.h"
#include "ui/describe/record.h"
#include "ui/locale/memory.h"
#include "ui/widgets/record_grid.h"

#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QShortcut>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>
#include <QtTest>
#include <future>

using namespace nextgen;
using namespace nextgen::shell;
using nextgen::test::Backoffice;
using nextgen::test::look;

/// Tabs of the real window against the real server.
class DocumentsTest : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase() {
        m_stack = std::make_unique<testing::TestStack>(true);
        m_server = std::make_unique<testing::ServerProcess>(*m_stack);
        m_office = std::make_unique<Backoffice>();
        QCOMPARE(m_office->signIn(m_server->url(), "admin@nextgen.local", "Admin123!"), QString());
    }

    void cleanupTestCase() {
        m_window.reset();
        m_office.reset();
        m_server.reset();
        m_stack.reset();
    }

    void init() {
        ui::forgetAll();
        m_office->locale.setLanguage(Language::Persian);
        m_office->dialogs.questions.clear();
        m_office->dialogs.informed.clear();
        m_office->dialogs.nextConfirmation = false;
        start();
    }

    void cleanup() { m_window.reset(); }

    void windowBeginsWithItsFirstPage() {
        QCOMPARE(documents()->count(), 1);
        QCOMPARE(m_window->currentPage(), QStringLiteral("home"));
    }

    void recordOpensInATabOfItsOwnAndNeverTwice() {
        const qint64 id = brand(0);
        m_window->openPage("brands", {{"id", QString::number(id)}});
        QCOMPARE(documents()->current(), (DocumentKey{"brands", id}));
        QTRY_VERIFY(!panel()->isHidden() && panel()->recordId() == id);
        QCOMPARE(documents()->titleAt(documents()->currentIndex()), title());
        const int count = documents()->count();
        m_window->openPage("home");
        m_window->openPage("brands", {{"id", QString::number(id)}});
        QCOMPARE(documents()->count(), count);
        QCOMPARE(documents()->current(), (DocumentKey{"brands", id}));
        // The page of all of them is another tab.
        m_window->openPage("brands");
        QCOMPARE(documents()->count(), count + 1);
        look(*m_window, "documents.fa.light");
    }

    void chosenRecordOpensInATabOfItsOwnByKeyboard() {
        m_window->openPage("brands");
        QTRY_VERIFY(grid()->model()->count() > 0);
        grid()->selectRow(1);
        const qint64 id = static_cast<ui::RecordTable*>(grid()->model())->at(1).id();
        QTest::keyClick(grid()->view(), Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(documents()->current(), (DocumentKey{"brands", id}));
    }

    void whatIsTypedMarksItsTabAndStaysWhileOthersAreLookedAt() {
        openBrand(brand(0));
        type("Typed");
        QVERIFY(tabText().startsWith(QStringLiteral("● ")));
        m_window->openPage("home");
        QVERIFY(m_office->dialogs.questions.empty());
        documents()->goBack();
        QCOMPARE(line()->text(), QStringLiteral("Typed"));
        look(*m_window, "documents_dirty.fa.light");
        // Closing asks, and so does closing the window.
        QTest::keyClick(m_window.get(), Qt::Key_W, Qt::ControlModifier);
        QCOMPARE(m_office->dialogs.questions.size(), std::size_t{1});
        QCOMPARE(line()->text(), QStringLiteral("Typed"));
        m_window->openPage("home");
        QVERIFY(!m_window->close());
        QCOMPARE(m_window->currentPage(), QStringLiteral("brands"));
        m_office->dialogs.nextConfirmation = true;
        QTest::keyClick(m_window.get(), Qt::Key_W, Qt::ControlModifier);
        QCOMPARE(m_window->currentPage(), QStringLiteral("home"));
    }

    void tabsAreGoneThroughMovedClosedAndReopenedByKeys() {
        for (const char* page : {"brands", "categories", "orders"}) {
            m_window->openPage(page);
        }
        QCOMPARE(order(), QStringList({"home", "brands", "categories", "orders"}));
        QTest::keyClick(m_window.get(), Qt::Key_Tab, Qt::ControlModifier);
        QCOMPARE(m_window->currentPage(), QStringLiteral("home"));
        QTest::keyClick(m_window.get(), Qt::Key_PageUp, Qt::ControlModifier);
        QCOMPARE(m_window->currentPage(), QStringLiteral("orders"));
        QTest::keyClick(m_window.get(), Qt::Key_PageUp, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(order(), QStringList({"home", "brands", "orders", "categories"}));
        QTest::keyClick(m_window.get(), Qt::Key_W, Qt::ControlModifier);
        QCOMPARE(order(), QStringList({"home", "brands", "categories"}));
        QTest::keyClick(m_window.get(), Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(m_window->currentPage(), QStringLiteral("orders"));
        // The middle button closes, whichever is in front.
        QTest::mouseClick(bar(), Qt::MiddleButton, {}, bar()->tabRect(0).center());
        QVERIFY(!order().contains("home"));
        documents()->closeOthers(documents()->currentIndex());
        QCOMPARE(order(), QStringList({"orders"}));
        QTest::keyClick(m_window.get(), Qt::Key_W, Qt::ControlModifier);
        QCOMPARE(documents()->count(), 0);
        QVERIFY(m_window->findChild<QWidget*>("noDocument")->isVisible());
        look(*m_window, "documents_none.fa.light");
    }

    void pinnedTabsStandFirstAndStay() {
        m_window->openPage("brands");
        m_window->openPage("orders");
        documents()->setPinned(2, true);
        QCOMPARE(order(), QStringList({"orders", "home", "brands"}));
        documents()->closeOthers(1);
        QCOMPARE(order(), QStringList({"orders", "home"}));
        m_window->openPage("orders");
        QTest::keyClick(m_window.get(), Qt::Key_W, Qt::ControlModifier);
        QTest::mouseClick(bar(), Qt::MiddleButton, {}, bar()->tabRect(0).center());
        QCOMPARE(order(), QStringList({"orders", "home"}));
    }

    void backAndForwardGoThroughWhatWasLookedAt_data() {
        QTest::addColumn<Language>("language");
        QTest::addColumn<Qt::Key>("back");
        QTest::newRow("Persian reads leftwards") << Language::Persian << Qt::Key_Right;
        QTest::newRow("English reads rightwards") << Language::English << Qt::Key_Left;
    }
    void backAndForwardGoThroughWhatWasLookedAt() {
        QFETCH(Language, language);
        QFETCH(Qt::Key, back);
        m_office->locale.setLanguage(language);
        QTRY_COMPARE(m_window->layoutDirection(),
                     language == Language::Persian ? Qt::RightToLeft : Qt::LeftToRight);
        const Qt::Key forward = back == Qt::Key_Left ? Qt::Key_Right : Qt::Key_Left;
        m_window->openPage("brands");
        m_window->openPage("orders");
        QCoreApplication::processEvents();
        QTest::keyClick(m_window.get(), back, Qt::AltModifier);
        QCOMPARE(m_window->currentPage(), QStringLiteral("brands"));
        QTest::keyClick(m_window.get(), back, Qt::AltModifier);
        QCOMPARE(m_window->currentPage(), QStringLiteral("home"));
        QVERIFY(!documents()->canGoBack());
        QTest::keyClick(m_window.get(), forward, Qt::AltModifier);
        QCOMPARE(m_window->currentPage(), QStringLiteral("brands"));
        // A tab that was closed meanwhile opens again.
        documents()->close({"home"});
        QTest::keyClick(m_window.get(), back, Qt::AltModifier);
        QCOMPARE(m_window->currentPage(), QStringLiteral("home"));
        // What is opened from here begins another way forward.
        m_window->openPage("categories");
        QVERIFY(!documents()->canGoForward());
    }

    void tabsComeBackAfterARestartAndLoadWhenTheyAreLookedAt() {
        const qint64 id = brand(0);
        m_window->openPage("brands");
        QTRY_VERIFY(grid()->model()->count() > 0);
        m_window->pageWidget("brands")->findChild<QLineEdit*>("search")->setText("zzzz");
        QTRY_COMPARE(grid()->model()->count(), 0);
        openBrand(id);
        const QString name = title();
        m_window->openPage("orders");
        documents()->setPinned(documents()->currentIndex(), true);
        m_window->openPage("home");
        const QStringList before = order();
        start();
        QCOMPARE(order(), before);
        QVERIFY(documents()->isPinned(0));
        QCOMPARE(m_window->currentPage(), QStringLiteral("home"));
        const int record = indexOf({"brands", id});
        QCOMPARE(documents()->titleAt(record), name);
        QVERIFY(documents()->widget({"brands", id}) == nullptr);
        QVERIFY(m_window->pageWidget("orders") == nullptr);
        openBrand(id);
        QCOMPARE(title(), name);
        m_window->openPage("brands");
        QTRY_VERIFY(m_window->pageWidget("brands")->isSettled());
        QCOMPARE(m_window->pageWidget("brands")->findChild<QLineEdit*>("search")->text(),
                 QStringLiteral("zzzz"));
        QCOMPARE(grid()->model()->count(), 0);
    }

    void tabsOfPagesThatAreNotForThisPersonAnyMoreAreDroppedWithANote() {
        m_window->openPage("brands");
        m_window->openPage("orders");
        std::vector<Page> fewer = allPages();
        std::erase_if(fewer, [](const Page& page) { return page.id == "brands"; });
        start(fewer);
        QCOMPARE(order(), QStringList({"home", "orders"}));
        QVERIFY(!m_window->statusBar()->currentMessage().isEmpty());
    }

    void recordThatIsGoneIsDroppedQuietlyAfterARestartAndSaidWhenItIsAskedFor() {
        m_window->openPage("brands", {{"id", "4611686018427387904"}});
        QTRY_COMPARE(m_office->dialogs.informed.size(), 1);
        QCOMPARE(m_window->currentPage(), QStringLiteral("home"));
        QCOMPARE(documents()->count(), 1);
        m_office->dialogs.informed.clear();
        // As if it had been removed while the program was closed.
        const QString key = QStringLiteral("documents/") + personKey(m_office->context);
        m_window.reset();
        ui::remember(
            key, R"({"current":0,"tabs":[{"page":"brands","record":"4611686018427387904","name":"Gone"}]})");
        start();
        QTRY_COMPARE(documents()->count(), 0);
        QVERIFY(m_office->dialogs.informed.isEmpty());
        QVERIFY(m_window->statusBar()->currentMessage().contains("Gone"));
    }

    void brokenSettingsOpenTheFirstPage_data() {
        QTest::addColumn<QByteArray>("kept");
        QTest::newRow("no JSON") << QByteArray("][");
        QTest::newRow("of another kind") << QByteArray(R"({"tabs":{"page":1},"current":"x"})");
        QTest::newRow("nonsense within") << QByteArray(
            R"({"tabs":[7,{"page":"nowhere"},{"page":"brands","record":"-3"},{"page":"cheques","record":"9"}],"current":99})");
    }
    void brokenSettingsOpenTheFirstPage() {
        QFETCH(QByteArray, kept);
        const QString key = QStringLiteral("documents/") + personKey(m_office->context);
        m_window.reset();
        ui::remember(key, kept);
        start();
        QCOMPARE(order(), QStringList({"home"}));
    }

    void thereAreAtMostThirtyTabsAndTheLongestUnseenGoes() {
        for (const QString& page : m_window->pageIds()) {
            m_window->openPage(page);
            QTRY_VERIFY(m_window->pageWidget(page)->isSettled());
        }
        QCOMPARE(documents()->count(), Documents::countMax);
        QVERIFY(!order().contains("home"));
        look(*m_window, "documents_many.fa.light");
    }

    void tabsNotLookedAtForLongLetGoOfTheirWidgetsUnlessTyped() {
        openBrand(brand(0));
        type("Typed");
        openBrand(brand(1));
        QCOMPARE(documents()->widget({"brands", brand(1)}) != nullptr, true);
        int opened = 0;
        for (const QString& page : m_window->pageIds()) {
            if (page != "brands" && ++opened <= Documents::awakeMax + 2) {
                m_window->openPage(page);
                QTRY_VERIFY(m_window->pageWidget(page)->isSettled());
            }
        }
        QVERIFY(documents()->widget({"brands", brand(0)}) != nullptr);
        QVERIFY(documents()->widget({"brands", brand(1)}) == nullptr);
        openBrand(brand(1));
        m_office->dialogs.nextConfirmation = true;
        documents()->close({"brands", brand(0)});
    }

    void anotherLookDressesOnlyWhatIsInFrontAndWhatIsTyped() {
        openBrand(brand(0));
        type("Typed");
        for (const char* page : {"vendors", "categories"}) {
            m_window->openPage(page);
            QTRY_VERIFY(m_window->pageWidget(page)->isSettled());
        }
        m_office->theme.setLook({.scheme = ui::Scheme::Dark});
        QVERIFY(documents()->widget({"vendors"}) == nullptr);
        QVERIFY(documents()->widget({"categories"}) != nullptr);
        QVERIFY(documents()->widget({"brands", brand(0)}) != nullptr);
        m_window->openPage("vendors");
        QTRY_VERIFY(m_window->pageWidget("vendors")->isSettled());
        m_office->theme.setLook({});
        m_office->dialogs.nextConfirmation = true;
        documents()->close({"brands", brand(0)});
    }

    void linkOfARecordIsCopiedAndOpensItAgain() {
        const qint64 id = brand(0);
        openBrand(id);
        QTest::mouseClick(m_window->documents()->currentWidget()->findChild<QToolButton*>("linkButton"),
                          Qt::LeftButton);
        const QString link = QGuiApplication::clipboard()->text();
        QVERIFY2(link.startsWith(QStringLiteral("nextgen://nextgen/brands/%1?server=127.0.0.1").arg(id)),
                 qPrintable(link));
        documents()->closeCurrent();
        m_window->openLink(link);
        QCOMPARE(documents()->current(), (DocumentKey{"brands", id}));
        QVERIFY(m_office->dialogs.informed.isEmpty());
    }

    void linkOfAPageKeepsItsFilter() {
        m_window->openPage("brands");
        QTRY_VERIFY(grid()->model()->count() > 0);
        m_window->pageWidget("brands")->findChild<QLineEdit*>("search")->setText(
            QStringLiteral("ایران & زzz"));
        QTRY_COMPARE(grid()->model()->count(), 0);
        QTest::keyClick(m_window.get(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        const QString link = QGuiApplication::clipboard()->text();
        documents()->closeCurrent();
        m_window->openLink(link);
        QTRY_VERIFY(m_window->pageWidget("brands")->isSettled());
        QCOMPARE(m_window->pageWidget("brands")->findChild<QLineEdit*>("search")->text(),
                 QStringLiteral("ایران & زzz"));
    }

    void linkThatIsNotForHereIsSaid_data() {
        QTest::addColumn<QString>("link");
        QTest::newRow("another shop") << "nextgen://elsewhere/brands/5";
        QTest::newRow("another server") << "nextgen://nextgen/brands/5?server=shop.example";
        QTest::newRow("no such page") << "nextgen://nextgen/dragons/5";
        QTest::newRow("no link") << "nextgen://nextgen";
    }
    void linkThatIsNotForHereIsSaid() {
        QFETCH(QString, link);
        m_window->openLink(link);
        QCOMPARE(m_office->dialogs.informed.size(), 1);
        QCOMPARE(order(), QStringList({"home"}));
    }

    void linkIsReadStrictly_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isLink");
        QTest::newRow("record") << "nextgen://shop/orders/12" << true;
        QTest::newRow("page") << "nextgen://shop/orders" << true;
        QTest::newRow("filter") << "nextgen://shop/orders?filter=status%3Dpaid%2Cnew" << true;
        QTest::newRow("blanks around") << "  nextgen://shop/orders \n" << true;
        QTest::newRow("server") << "nextgen://shop/orders/7?server=a.b%3A8640" << true;
        QTest::newRow("other scheme") << "http://shop/orders/12" << false;
        QTest::newRow("no page") << "nextgen://shop/" << false;
        QTest::newRow("person") << "nextgen://me@shop/orders/12" << false;
        QTest::newRow("port") << "nextgen://shop:80/orders/12" << false;
        QTest::newRow("capital letters") << "nextgen://Shop/orders/12" << false;
        QTest::newRow("path") << "nextgen://shop/../orders" << false;
        QTest::newRow("too deep") << "nextgen://shop/orders/12/edit" << false;
        QTest::newRow("zero") << "nextgen://shop/orders/0" << false;
        QTest::newRow("too large") << "nextgen://shop/orders/9999999999999999999" << false;
        QTest::newRow("Persian digits") << QStringLiteral("nextgen://shop/orders/۱۲") << false;
        QTest::newRow("unknown parameter") << "nextgen://shop/orders?run=x" << false;
        QTest::newRow("twice") << "nextgen://shop/orders?filter=a%3D1&filter=b%3D2" << false;
        QTest::newRow("filter of a record") << "nextgen://shop/orders/1?filter=a%3D1" << false;
        QTest::newRow("line break inside") << "nextgen://shop/orders?filter=a%0Ab" << false;
        QTest::newRow("fragment") << "nextgen://shop/orders#x" << false;
        QTest::newRow("too long") << "nextgen://shop/orders?filter=" + QString(3'000, 'x') << false;
    }
    void linkIsReadStrictly() {
        QFETCH(QString, text);
        QFETCH(bool, isLink);
        const auto link = readLink(text);
        QCOMPARE(link.has_value(), isLink);
        if (link) {
            QCOMPARE(*readLink(textOf(*link)), *link);
        }
    }

    void secondStartHandsItsLinkToTheProgramThatRuns() {
        const QUrl server("http://127.0.0.1:8640");
        Door door(server);
        QVERIFY(!Door(server).knock("nextgen://nextgen/brands"));
        QVERIFY(door.open());
        QSignalSpy spy(&door, &Door::knocked);
        for (const char* link : {"nextgen://nextgen/brands/5", ""}) {
            auto isHandedOver = std::async(std::launch::async, [&] { return Door(server).knock(link); });
            QTRY_COMPARE(spy.size(), 1);
            QVERIFY(isHandedOver.get());
            QCOMPARE(spy.takeFirst().first().toString(), QString(link));
        }
        // Another server has another door, and this one is taken.
        QVERIFY(!Door(QUrl("http://127.0.0.1:8641")).knock({}));
        QVERIFY(!Door(server).open());
    }

    void programItselfHandsItsLinkOver() {
        Door door(m_office->session.place().server);
        QVERIFY(door.open());
        QSignalSpy spy(&door, &Door::knocked);
        QProcess program;
        program.start(
            QStringLiteral(NEXTGEN_BIN_DIR "/nextgen-backoffice"),
            {"--server", m_office->session.place().server.toString(), "nextgen://nextgen/brands/5"});
        QTRY_COMPARE_WITH_TIMEOUT(spy.size(), 1, 30'000);
        QTRY_COMPARE_WITH_TIMEOUT(program.state(), QProcess::NotRunning, 30'000);
        QCOMPARE(program.exitCode(), 0);
        QCOMPARE(spy.first().first().toString(), QStringLiteral("nextgen://nextgen/brands/5"));
    }

    void paletteFindsRecordsByNameAndNumber() {
        const qint64 id = brand(0);
        openBrand(id);
        const QString name = title();
        documents()->closeCurrent();
        ui::forgetAll();  // nothing is recent
        m_window->openPalette();
        auto* palette = m_window->findChild<CommandPalette*>();
        auto* line = palette->findChild<QLineEdit*>("paletteLine");
        auto* list = palette->findChild<QListWidget*>("paletteList");
        line->setText("overtaken by what follows");
        line->setText(name);
        QTRY_VERIFY(!palette->isSearching());
        // Called just so, it stands before what only contains it.
        QVERIFY(list->count() > 1);
        QVERIFY2(list->item(0)->text().startsWith(name), qPrintable(list->item(0)->text()));
        look(*palette, "palette_found.fa.light");
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_COMPARE(documents()->current(), (DocumentKey{"brands", id}));
    }

    void paletteOpensALinkThatIsPasted() {
        m_window->openPalette();
        auto* line = m_window->findChild<CommandPalette*>()->findChild<QLineEdit*>("paletteLine");
        line->setText(QStringLiteral("nextgen://nextgen/brands/%1").arg(brand(1)));
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(documents()->current(), (DocumentKey{"brands", brand(1)}));
    }

    void paletteOpensFromWithinALineOfText() {
        openBrand(brand(0));
        line()->setFocus();
        QTest::keyClick(line(), Qt::Key_K, Qt::ControlModifier);
        QVERIFY(m_window->findChild<CommandPalette*>() != nullptr);
        QVERIFY(!panel()->isDirty());
    }

    void everyCommandStandsAmongTheKeysAndCanHaveAnother() {
        m_window->openPage("brands");
        m_window->openShortcutSheet();
        auto* sheet = m_window->findChild<ShortcutSheet*>();
        for (QAction* action : m_window->actions()) {
            const bool isFixed = action->objectName() == "reload";
            QVERIFY2(isFixed || sheet->findChild<QToolButton*>("change_" + action->objectName()) != nullptr,
                     qPrintable(action->objectName()));
        }
        look(*sheet, "keys.fa.light");
        // Taken by another command, by a page's, and by a table itself: refused with its name.
        for (const QKeySequence& taken : {QKeySequence(Qt::CTRL | Qt::Key_W), QKeySequence(Qt::Key_Insert),
                                          QKeySequence(Qt::CTRL | Qt::Key_F)}) {
            QVERIFY(!sheet->give("pin_tab", taken));
            QVERIFY(!sheet->trouble().isEmpty());
        }
        QVERIFY(sheet->give("pin_tab", QKeySequence(Qt::CTRL | Qt::Key_J)));
        QVERIFY(sheet->give("close_tab", {}));
        QVERIFY(sheet->trouble().isEmpty());
        sheet->close();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTest::keyClick(m_window.get(), Qt::Key_J, Qt::ControlModifier);
        QVERIFY(documents()->isPinned(0));
        QTest::keyClick(m_window.get(), Qt::Key_J, Qt::ControlModifier);
        QTest::keyClick(m_window.get(), Qt::Key_W, Qt::ControlModifier);
        QCOMPARE(documents()->count(), 2);
        // They are kept, and can be had back.
        start();
        QTest::keyClick(m_window.get(), Qt::Key_J, Qt::ControlModifier);
        QVERIFY(documents()->isPinned(0));
        m_window->openShortcutSheet();
        emit m_window->findChild<ShortcutSheet*>()->resetWanted("pin_tab");
        m_window->findChild<ShortcutSheet*>()->close();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTest::keyClick(m_window.get(), Qt::Key_J, Qt::ControlModifier);
        QVERIFY(documents()->isPinned(0));
    }

    void keyOfAPagesCommandCanBeChangedForEveryPageThatHasIt() {
        m_window->openPage("brands");
        m_window->openShortcutSheet();
        auto* sheet = m_window->findChild<ShortcutSheet*>();
        QVERIFY(sheet->give("page.new", QKeySequence(Qt::CTRL | Qt::Key_N)));
        sheet->close();
        m_window->openPage("categories");
        for (QAction* action : m_window->pageWidget("categories")->actions()) {
            if (action->objectName() == "new") {
                QCOMPARE(action->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_N));
            }
        }
    }

    void keysThatTheTablesHandleByThemselvesAreListed() {
        m_window->openPage("brands");
        QList<QKeySequence> listed;
        for (const auto& group : m_window->keys()) {
            for (const auto& line : group.lines) {
                listed += line.keys;
            }
        }
        for (const QShortcut* shortcut : m_window->pageWidget("brands")->findChildren<QShortcut*>()) {
            const QKeySequence key = shortcut->key();
            // The number pad's Enter is that of the letters.
            QVERIFY2(listed.contains(key) || key[0].key() == Qt::Key_Enter, qPrintable(key.toString()));
        }
    }

    void noteIsSentByControlEnterAndCanBeTakenBack() {
        openBrand(brand(0));
        auto* notes = showNotes();
        auto* text = notes->findChild<QPlainTextEdit*>("noteText");
        text->setFocus();
        QTest::keyClicks(text, "Asked the importer.");
        QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(notes->count(), 1);
        QVERIFY(text->toPlainText().isEmpty());
        QVERIFY(!panel()->isDirty());
        look(*m_window, "notes.fa.light");
        QTest::mouseClick(notes->findChild<QPushButton*>("takeBack"), Qt::LeftButton);
        QTRY_COMPARE(notes->count(), 0);
    }

    void noteBeingWrittenIsKeptUntilItIsSent() {
        openBrand(brand(1));
        showNotes()
            ->findChild<QPlainTextEdit*>("noteText")
            ->setPlainText(QStringLiteral("نیمه‌تمام"));
        documents()->closeCurrent();
        start();
        openBrand(brand(1));
        auto* text = showNotes()->findChild<QPlainTextEdit*>("noteText");
        QTRY_COMPARE(text->toPlainText(), QStringLiteral("نیمه‌تمام"));
        // Of another record nothing is shown.
        openBrand(brand(0));
        QVERIFY(showNotes()->findChild<QPlainTextEdit*>("noteText")->toPlainText().isEmpty());
        openBrand(brand(1));
        text->setFocus();
        QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(panel()->findChild<entity::NoteList*>()->count(), 1);
    }

    void recordsLookedAtAreRemembered() {
        openBrand(brand(0));
        openBrand(brand(1));
        const auto recents = recentRecords(m_office->context);
        QCOMPARE(recents.size(), 2);
        QCOMPARE(recents.first().key, (DocumentKey{"brands", brand(1)}));
    }

  private:
    void start(const std::vector<Page>& pages = allPages()) {
        m_window.reset();
        m_window = std::make_unique<MainWindow>(m_office->context, pages);
        m_window->resize(1280, 800);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    std::vector<qint64> brands() {
        if (m_brands.empty()) {
            m_window->openPage("brands");
            [this] { QTRY_VERIFY(grid()->model()->count() > 1); }();
            auto* rows = static_cast<ui::RecordTable*>(grid()->model());
            for (int row = 0; row < rows->count(); ++row) {
                m_brands.push_back(rows->at(row).id());
            }
            documents()->closeCurrent();
        }
        return m_brands;
    }
    qint64 brand(std::size_t place) { return brands().at(place); }

    void openBrand(qint64 id) {
        m_window->openPage("brands", {{"id", QString::number(id)}});
        QTRY_COMPARE(panel()->recordId(), id);
    }

    entity::NoteList* showNotes() {
        auto* notes = panel()->findChild<entity::NoteList*>();
        panel()->findChild<QTabWidget*>("recordTabs")->setCurrentWidget(notes);
        return notes;
    }
    Documents* documents() const { return m_window->documents(); }
    QTabBar* bar() const { return m_window->findChild<QTabWidget*>("documentTabs")->tabBar(); }
    QString tabText() const { return bar()->tabText(documents()->currentIndex()); }
    entity::RecordPanel* panel() const {
        return documents()->currentWidget()->findChild<entity::RecordPanel*>();
    }
    QString title() const { return panel()->findChild<QLabel*>("recordTitle")->text(); }
    QLineEdit* line() const { return qobject_cast<QLineEdit*>(panel()->form()->editor("title_fa")); }
    void type(const QString& text) {
        line()->setFocus();
        line()->selectAll();
        QTest::keyClicks(line(), text);
    }
    ui::RecordGrid* grid() const {
        return m_window->pageWidget("brands")->findChild<ui::RecordGrid*>("recordGrid");
    }
    int indexOf(const DocumentKey& key) const {
        for (int tab = 0; tab < documents()->count(); ++tab) {
            if (documents()->keyAt(tab) == key) {
                return tab;
            }
        }
        return -1;
    }
    QStringList order() const {
        QStringList pages;
        for (int tab = 0; tab < documents()->count(); ++tab) {
            pages << documents()->keyAt(tab).page;
        }
        return pages;
    }

    std::unique_ptr<testing::TestStack> m_stack;
    std::unique_ptr<testing::ServerProcess> m_server;
    std::unique_ptr<Backoffice> m_office;
    std::unique_ptr<MainWindow> m_window;
    std::vector<qint64> m_brands;
};

QTEST_MAIN(DocumentsTest)
#include "documents_test.moc"
