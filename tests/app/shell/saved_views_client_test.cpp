#include "app/client/saved_views.h"
#include "app/pages.h"
#include "app/shell/main_window.h"
#include "app/shell/nav_button.h"
#include "app/shell/pinned_views.h"
#include "app/shell/sidebar.h"
#include "app/shell/view_menu.h"
#include "tests/app/support/backoffice.h"
#include "tests/support/test_stack.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/record_grid.h"

#include <QLineEdit>
#include <QMenu>
#include <QTableView>
#include <QtTest>

using namespace nextgen;
using nextgen::test::Backoffice;

/// Saved views as the real client has them with the real server: on a page that a description made, on one of
/// its own, in the sidebar, and on another machine.
class SavedViewsClientTest : public QObject {
    Q_OBJECT

    std::unique_ptr<testing::TestStack> m_stack;
    std::unique_ptr<testing::ServerProcess> m_server;
    std::unique_ptr<Backoffice> m_office;
    std::unique_ptr<shell::MainWindow> m_window;

    void open(const QString& email = QStringLiteral("admin@nextgen.local"),
              const QString& password = QStringLiteral("Admin123!")) {
        m_window.reset();
        m_office = std::make_unique<Backoffice>();
        QCOMPARE(m_office->signIn(m_server->url(), email, password), QString());
        QTRY_VERIFY(m_office->views.isLoaded());
        m_window = std::make_unique<shell::MainWindow>(m_office->context, allPages());
        m_window->resize(1280, 800);
        m_window->show();
    }

    void settle() { QTRY_COMPARE(m_office->api.pendingCalls(), 0); }

    shell::PageWidget* page(const QString& id) {
        m_window->openPage(id);
        [&] { settle(); }();
        return m_window->pageWidget(id);
    }

    static shell::ViewMenu* menu(QWidget* page) { return page->findChild<shell::ViewMenu*>(); }
    static ui::FilterBar* bar(QWidget* page) { return page->findChild<ui::FilterBar*>(); }

    void choose(QWidget* page, const char* name) {
        QMenu* list = menu(page)->menu();
        emit list->aboutToShow();
        auto* action = list->findChild<QAction*>(QLatin1String(name));
        QVERIFY(action != nullptr);
        QVERIFY2(action->isEnabled(), name);
        action->trigger();
        settle();
    }

    static void type(QWidget* page, const QString& text) {
        bar(page)->searchLine()->setText(text);
        QTest::keyClick(bar(page)->searchLine(), Qt::Key_Return);
    }

    shell::NavButton* pin(const QString& name) const {
        for (auto* button : m_window->findChildren<shell::NavButton*>()) {
            if (button->level() == shell::NavButton::Level::View && button->text() == name &&
                !button->isHidden()) {
                return button;
            }
        }
        return nullptr;
    }

  private slots:
    void initTestCase() {
        m_stack = std::make_unique<testing::TestStack>(true);
        m_stack->makeUser("nextgen", "colleague@nextgen.local", "ADMIN");
        m_server = std::make_unique<testing::ServerProcess>(*m_stack);
    }
    void cleanup() {
        m_window.reset();
        m_office.reset();
    }

    void aViewIsSavedLeftAndShownAgainOnAnotherMachine() {
        open();
        QWidget* products = page(QStringLiteral("products"));
        type(products, QStringLiteral("ثبت: ..امروز"));
        settle();
        QCOMPARE(bar(products)->filters().size(), 1);
        m_office->dialogs.nextText = QStringLiteral("تا امروز");
        choose(products, "saveViewAs");
        QCOMPARE(menu(products)->text(), QStringLiteral("تا امروز"));
        QVERIFY(!menu(products)->isChanged());
        // A change is marked until it is saved or the view shown anew.
        type(products, QStringLiteral("قیمت: 1m.."));
        settle();
        QVERIFY(menu(products)->isChanged());
        QVERIFY(menu(products)->text().endsWith(QStringLiteral("•")));
        test::look(*m_window, QStringLiteral("view_changed"));
        choose(products, "saveView");
        QVERIFY(!menu(products)->isChanged());
        choose(products, "leaveView");
        QVERIFY(bar(products)->filters().isEmpty());

        open();  // with settings of its own: another machine
        products = page(QStringLiteral("products"));
        QVERIFY(bar(products)->filters().isEmpty());
        const auto saved = m_office->views.all().front();
        QVERIFY(menu(products)->show(saved.id));
        settle();
        QCOMPARE(bar(products)->filterText(ui::FilterSpeech::Api), ui::toQt(saved.filter));
        QCOMPARE(bar(products)->filters().size(), 2);
    }

    void theDefaultIsWhatAPageBeginsWith() {
        open();
        QWidget* cheques = page(QStringLiteral("cheques"));
        type(cheques, QStringLiteral("-وضعیت: وصول‌شده"));
        m_office->dialogs.nextText = QStringLiteral("باز");
        choose(cheques, "saveViewAs");
        choose(cheques, "defaultView");
        open();
        cheques = page(QStringLiteral("cheques"));
        QCOMPARE(menu(cheques)->text(), QStringLiteral("باز"));
        QCOMPARE(bar(cheques)->queryItems(), (QList<std::pair<QString, QString>>{{"status.ne", "cleared"}}));
        QVERIFY(cheques->findChild<ui::RecordGrid*>()->view()->isVisible() ||
                cheques->findChild<ui::RecordGrid*>()->isVisible());
        m_office->dialogs.nextConfirmation = true;
        choose(cheques, "removeView");
        QCOMPARE(menu(cheques)->text(), QStringLiteral("نماها"));
    }

    void pinsStandUnderTheirPageWithACount() {
        open();
        QWidget* products = page(QStringLiteral("products"));
        for (const auto& [name, filter] : {std::pair("همه", ""), std::pair("هیچ", "ثبت < 1390/01/01")}) {
            bar(products)->clear();
            if (*filter != '\0') {
                type(products, QString::fromUtf8(filter));
            }
            m_office->dialogs.nextText = QString::fromUtf8(name);
            choose(products, "saveViewAs");
            choose(products, "pinView");
        }
        QVERIFY(pin(QStringLiteral("همه")) != nullptr);
        QTRY_COMPARE(pin(QStringLiteral("همه"))->count(), QStringLiteral("۱۱"));
        QTRY_COMPARE(pin(QStringLiteral("هیچ"))->count(), QStringLiteral("۰"));
        test::look(*m_window, QStringLiteral("pins"));
        // A click opens the page with the view.
        m_window->openPage(QStringLiteral("cheques"));
        settle();
        m_window->findChild<shell::NavButton*>(QStringLiteral("nav_products"))->click();
        pin(QStringLiteral("هیچ"))->click();
        settle();
        QCOMPARE(m_window->currentPage(), QStringLiteral("products"));
        QCOMPARE(menu(products)->text(), QStringLiteral("هیچ"));
        // They are ordered and taken away by keys.
        const auto order = [&] {
            QStringList names;
            for (const auto& view : m_office->views.pinned()) {
                names += ui::toQt(view.name);
            }
            return names;
        };
        QCOMPARE(order(), (QStringList{"همه", "هیچ"}));
        QTest::keyClick(pin(QStringLiteral("هیچ")), Qt::Key_Up, Qt::ControlModifier);
        QTRY_COMPARE(order(), (QStringList{"هیچ", "همه"}));
        settle();
        QTest::keyClick(pin(QStringLiteral("هیچ")), Qt::Key_Delete);
        QTRY_VERIFY(pin(QStringLiteral("هیچ")) == nullptr);
        QCOMPARE(order(), (QStringList{"همه"}));
    }

    void nothingIsCountedWhileTheWindowIsHidden() {
        open();
        page(QStringLiteral("products"));
        QTRY_COMPARE(pin(QStringLiteral("همه"))->count(), QStringLiteral("۱۱"));
        m_window->hide();
        auto* pins = m_window->findChild<shell::PinnedViews*>();
        pins->count();
        QCOMPARE(m_office->api.pendingCalls(), 0);
        m_window->show();
        pins->count();
        QCOMPARE(m_office->api.pendingCalls(), 1);
        settle();
    }

    void aSharedViewIsSeenByColleagues() {
        open();
        QWidget* imports = page(QStringLiteral("cheque_imports"));
        m_office->dialogs.nextText = QStringLiteral("برای همه");
        choose(imports, "saveViewAs");
        choose(imports, "shareView");
        open(QStringLiteral("colleague@nextgen.local"), QString::fromUtf8(testing::TestStack::password));
        imports = page(QStringLiteral("cheque_imports"));
        QMenu* list = menu(imports)->menu();
        emit list->aboutToShow();
        QVERIFY(list->actions().first()->text().startsWith(QStringLiteral("برای همه — همرسانی از")));
        list->actions().first()->trigger();
        QCOMPARE(menu(imports)->text(), QStringLiteral("برای همه"));
    }

    void aViewHoldsNoSecret() {
        open();
        QWidget* cheques = page(QStringLiteral("cheques"));
        bar(cheques)->setFilters({{"drawer_national_id", "", "0013542419"}});
        settle();
        const auto before = m_office->views.all().size();
        m_office->dialogs.nextText = QStringLiteral("پنهان");
        choose(cheques, "saveViewAs");
        QCOMPARE(m_office->dialogs.informed.size(), 1);
        QCOMPARE(m_office->views.all().size(), before);
    }
};

QTEST_MAIN(SavedViewsClientTest)
#include "saved_views_client_test.moc"
