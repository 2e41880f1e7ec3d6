#include "app/home/home_page.h"

#include "app/cheque/cheque_calls.h"
#include "app/client/task.h"
#include "app/dealer/dealer_calls.h"
#include "app/home/figure_card.h"
#include "app/home/home_calls.h"
#include "app/pages.h"
#include "app/shell/filter_text.h"
#include "app/shell/main_window.h"
#include "tests/app/support/backoffice.h"
#include "tests/support/test_stack.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/bar_chart.h"
#include "ui/widgets/filter_bar.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>

using namespace nextgen;
using nextgen::test::Backoffice;
using nextgen::test::look;

/// The first page of the real client against the real server.
class HomePageTest : public QObject {
    Q_OBJECT

    std::unique_ptr<testing::TestStack> m_stack;
    std::unique_ptr<testing::ServerProcess> m_server;

    static std::unique_ptr<shell::PageWidget> opened(Backoffice& office) {
        std::unique_ptr<shell::PageWidget> page(home::homePage().make(office.context, nullptr));
        page->resize(1000, 720);
        page->show();
        page->open({});
        if (!QTest::qWaitFor([&] { return page->isSettled(); })) {
            qWarning("the page did not settle");
        }
        QApplication::processEvents();
        return page;
    }

  private slots:
    void initTestCase() {
        m_stack = std::make_unique<testing::TestStack>(true);
        m_stack->makeUser("nextgen", "nobody@nextgen.local", "EMPTY_ROLE");
        m_server = std::make_unique<testing::ServerProcess>(
            *m_stack, std::vector<std::string>{"limits.requests_per_minute=0"});
        Backoffice office;
        QCOMPARE(office.signIn(m_server->url(), "admin@nextgen.local", "Admin123!"), QString());
        const auto dealers = QCoro::waitFor(dealer::listDealers(office.api, {}));
        QVERIFY(dealers && !dealers->items.empty());
        for (int i = 0; i < 16; ++i) {
            cheque::Cheque cheque;
            cheque.dealerId = dealers->items.front().id;
            cheque.sayadId = std::to_string(9'000'000'000'000'000 + i);
            cheque.amount = Money::rials(900'000'000'000 * (i % 5 + 1));
            cheque.dueOn = office.context.today().plusDays(i * 3 - 4);
            QVERIFY(QCoro::waitFor(cheque::createCheque(office.api, cheque, client::newIdempotencyKey())));
        }
        m_stack->owner().script("SELECT app.refresh_statistics()");
    }

    void cleanupTestCase() {
        m_server.reset();
        m_stack.reset();
    }

    void everybodyHasAHomeInBothLanguagesAndColours_data() {
        QTest::addColumn<QString>("who");
        QTest::addColumn<QString>("password");
        QTest::newRow("admin") << "admin" << "Admin123!";
        QTest::newRow("dealer") << "dealer" << "Dealer123!";
        QTest::newRow("vendor") << "vendor" << "Vendor123!";
        QTest::newRow("customer") << "customer" << "Customer123!";
        QTest::newRow("nobody") << "nobody" << QString::fromLatin1(testing::TestStack::password);
    }
    void everybodyHasAHomeInBothLanguagesAndColours() {
        QFETCH(QString, who);
        QFETCH(QString, password);
        Backoffice office;
        QCOMPARE(office.signIn(m_server->url(), who + "@nextgen.local", password), QString());
        const auto page = opened(office);
        const auto cards = page->findChildren<home::FigureCard*>();
        QCOMPARE(cards.isEmpty(), who == QLatin1String("nobody"));
        for (const home::FigureCard* card : cards) {
            QVERIFY2(card->freshness() == home::Freshness::Fresh, qPrintable(card->objectName()));
            QVERIFY2(card->isVisible() && !card->text().isEmpty(), qPrintable(card->objectName()));
            QVERIFY2(page->rect().width() >= card->geometry().right(), qPrintable(card->objectName()));
        }
        for (const auto& [language, scheme, name] :
             {std::tuple{Language::Persian, ui::Scheme::Light, "fa.light"},
              {Language::Persian, ui::Scheme::Dark, "fa.dark"},
              {Language::English, ui::Scheme::Light, "en.light"},
              {Language::English, ui::Scheme::Dark, "en.dark"}}) {
            office.locale.setLanguage(language);
            office.theme.setLook({.scheme = scheme});
            look(*page, QStringLiteral("home_%1.%2").arg(who, QLatin1String(name)));
        }
    }

    void aCardAndABarOpenTheListBehindThem() {
        Backoffice office;
        QCOMPARE(office.signIn(m_server->url(), "admin@nextgen.local", "Admin123!"), QString());
        const auto page = opened(office);
        const QSignalSpy wanted(page.get(), &shell::PageWidget::pageWanted);
        auto* card = page->findChild<home::FigureCard*>("figure_cheques_due_this_week");
        QVERIFY(card != nullptr);
        card->click();
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.at(0).at(0).toString(), QStringLiteral("cheques"));
        const auto target = wanted.at(0).at(1).value<shell::PageTarget>();
        QCOMPARE(target.value(shell::filterTarget).toString(), card->count().query);

        auto* bars = page->findChild<QWidget*>("chart_cheques_by_week")->findChild<ui::BarChart*>();
        emit bars->barActivated(0);
        QCOMPARE(wanted.count(), 2);
        QCOMPARE(wanted.at(1).at(1).value<shell::PageTarget>().value(shell::filterTarget).toString(),
                 card->count().query);
    }

    void everyListTakesTheWholeFilterOfItsNumber() {
        Backoffice office;
        QCOMPARE(office.signIn(m_server->url(), "admin@nextgen.local", "Admin123!"), QString());
        const auto answer = QCoro::waitFor(home::getHome(office.api, true));
        QVERIFY(answer);
        const auto pages = allPages();
        for (const home::Count& count : answer->counts) {
            const auto line = std::ranges::find(pages, count.list, &shell::Page::id);
            QVERIFY2(line != pages.end(), qPrintable(count.list));
            const std::unique_ptr<shell::PageWidget> list(line->make(office.context, nullptr));
            list->open({{shell::filterTarget, count.query}});
            auto* filters = list->findChild<ui::FilterBar*>();
            QVERIFY(filters != nullptr);
            QStringList shown;
            for (const auto& [name, value] : filters->queryItems()) {
                shown << name + u'=' + value;
            }
            QStringList asked = count.query.split(u'&', Qt::SkipEmptyParts);
            shown.sort();
            asked.sort();
            QCOMPARE(shown, asked);
            QVERIFY(QTest::qWaitFor([&] { return office.api.pendingCalls() == 0; }));
        }
    }

    void numbersStayGreyWhenTheyCannotBeCountedAgain() {
        Backoffice office;
        testing::ServerProcess server(*m_stack);
        QCOMPARE(office.signIn(server.url(), "dealer@nextgen.local", "Dealer123!"), QString());
        const auto page = opened(office);
        auto* card = page->findChild<home::FigureCard*>();
        const auto before = card->count().count;
        QVERIFY(before.has_value());
        server.stop();
        page->reload();
        QTRY_VERIFY_WITH_TIMEOUT(page->isSettled(), 30'000);
        QCOMPARE(card->freshness(), home::Freshness::Stale);
        QCOMPARE(card->count().count, before);
        look(*page, QStringLiteral("home_stale.fa.light"));
    }

    void aNumberThatTookTooLongSaysSoInItsPlace() {
        ui::Locale locale(Language::Persian);
        home::FigureCard card;
        home::Count count{"orders_in_work", "orders", "status=placed", {}, {}, "query_too_broad"};
        card.setCount(count, Instant());
        QCOMPARE(card.freshness(), home::Freshness::Failed);
        QVERIFY(card.stateText().contains(QStringLiteral("query_too_broad")));
        card.resize(card.sizeHint());
        look(card, QStringLiteral("home_card_failed.fa.light"));
        // Once counted it keeps its number.
        count.count = 12;
        count.code.clear();
        card.setCount(count, Instant());
        QCOMPARE(card.freshness(), home::Freshness::Fresh);
        count.count.reset();
        count.code = QStringLiteral("query_too_broad");
        card.setCount(count, Instant());
        QCOMPARE(card.freshness(), home::Freshness::Stale);
        QCOMPARE(card.count().count, std::optional<qint64>(12));
    }

    void homeIsInFrontAtTheFirstStart() {
        Backoffice office;
        QCOMPARE(office.signIn(m_server->url(), "dealer@nextgen.local", "Dealer123!"), QString());
        shell::MainWindow window(office.context, allPages());
        window.resize(1280, 800);
        window.show();
        QCOMPARE(window.currentPage(), QStringLiteral("home"));
        QCOMPARE(window.pageIds().first(), QStringLiteral("home"));
        QVERIFY(QTest::qWaitFor([&] { return window.pageWidget("home")->isSettled(); }));
        look(window, QStringLiteral("home_window.fa.light"));
    }
};

QTEST_MAIN(HomePageTest)
#include "home_page_test.moc"
