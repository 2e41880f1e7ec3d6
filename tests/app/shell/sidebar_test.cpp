#include "app/shell/sidebar.h"

#include "tests/app/support/backoffice.h"

#include <QSignalSpy>
#include <QtTest>

using namespace nextgen;
using namespace nextgen::shell;
using api::Area;
using nextgen::test::Backoffice;

namespace {

Page page(const char* id, Area area) {
    return {QLatin1String(id), "Cheques", ui::Icon::Cheque, Permission::SignedIn, {}, {}, area};
}

const std::vector<Page> pages{page("orders", Area::Sales), page("discounts", Area::Sales),
                              page("dealers", Area::Dealers), page("settings", Area::System)};

}  // namespace

class SidebarTest : public QObject {
    Q_OBJECT

  private slots:
    void init() { m_office = std::make_unique<Backoffice>(); }

    void onlyTheOpenPagesGroupIsOpenAtFirst() {
        Sidebar bar(pages);
        bar.setCurrent("dealers");
        QVERIFY(bar.isOpen(Area::Dealers) && !bar.isOpen(Area::Sales) && !bar.isOpen(Area::System));
        bar.setCurrent("settings");
        QVERIFY(!bar.isOpen(Area::Dealers) && bar.isOpen(Area::System));
        QVERIFY(button(bar, "nav_settings")->isChecked() && !button(bar, "nav_dealers")->isChecked());
    }

    void whatThePersonOpenedStaysOpen() {
        {
            Sidebar bar(pages);
            bar.setCurrent("dealers");
            heading(bar, Area::Sales)->click();
            bar.setCurrent("settings");
            QVERIFY(bar.isOpen(Area::Sales) && !bar.isOpen(Area::Dealers));
        }
        Sidebar again(pages);
        QVERIFY(again.isOpen(Area::Sales) && !again.isOpen(Area::Dealers));
        heading(again, Area::Sales)->click();
        QVERIFY(!Sidebar(pages).isOpen(Area::Sales));
    }

    void pagesAreReachedByTheKeyboard() {
        Sidebar bar(pages);
        bar.show();
        bar.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&bar));
        QSignalSpy wanted(&bar, &Sidebar::pageWanted);
        heading(bar, Area::Sales)->setFocus();
        // In a Persian window forwards is to the left.
        QTest::keyClick(heading(bar, Area::Sales), Qt::Key_Left);
        QVERIFY(bar.isOpen(Area::Sales));
        QTest::keyClick(heading(bar, Area::Sales), Qt::Key_Down);
        QVERIFY(button(bar, "nav_orders")->hasFocus());
        QTest::keyClick(button(bar, "nav_orders"), Qt::Key_Down);
        QTest::keyClick(button(bar, "nav_discounts"), Qt::Key_Return);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.at(0).at(0).toString(), QStringLiteral("discounts"));
        QTest::keyClick(button(bar, "nav_discounts"), Qt::Key_Right);
        QVERIFY(!bar.isOpen(Area::Sales));
        QVERIFY(heading(bar, Area::Sales)->hasFocus());
    }

    void oneAreaNeedsNoHeading() {
        const Sidebar bar({pages[0], pages[1]});
        QVERIFY(bar.isOpen(Area::Sales));
        QVERIFY(heading(bar, Area::Sales) == nullptr);
        QVERIFY(!button(bar, "nav_orders")->isHidden());
    }

  private:
    static NavButton* button(const Sidebar& bar, const char* name) {
        return bar.findChild<NavButton*>(QLatin1String(name));
    }
    static NavButton* heading(const Sidebar& bar, Area area) {
        return bar.findChild<NavButton*>(QStringLiteral("area_%1").arg(static_cast<int>(area)));
    }

    std::unique_ptr<Backoffice> m_office;
};

QTEST_MAIN(SidebarTest)
#include "sidebar_test.moc"
