#include "app/client/works.h"

#include "app/shell/works_button.h"
#include "tests/app/support/backoffice.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>

using namespace nextgen;
using client::Work;
using client::Works;

class WorksTest : public QObject {
    Q_OBJECT

    static Work named(const QString& title) {
        Work work;
        work.title = [title] { return title; };
        return work;
    }

  private slots:
    void workIsFollowedFromItsBeginningToItsEnd() {
        Works works;
        const QSignalSpy ended(&works, &Works::ended);
        const int id = works.begin(named("export"));
        QCOMPARE(works.running(), 1);
        works.progress(id, 5, 10);
        QCOMPARE(works.find(id)->done, 5);
        works.end(id, Work::State::Done, "10 rows");
        QCOMPARE(works.running(), 0);
        QCOMPARE(ended.count(), 1);
        // What comes late changes nothing.
        works.progress(id, 7, 10);
        works.end(id, Work::State::Failed, "late");
        QCOMPARE(works.find(id)->done, 5);
        QCOMPARE(works.find(id)->outcome, QString("10 rows"));
        QCOMPARE(ended.count(), 1);
        works.forgetEnded();
        QVERIFY(works.all().empty());
    }

    void onlySoManyThatEndedAreKept() {
        Works works;
        const int running = works.begin(named("running"));
        for (std::size_t i = 0; i < Works::keptMax + 10; ++i) {
            works.end(works.begin(named("short")), Work::State::Done);
        }
        QCOMPARE(works.all().size(), Works::keptMax);
        QVERIFY(works.find(running) != nullptr);
    }

    void whatIsStoppedIsStoppedOnceAndSaysSo() {
        Works works;
        int stopped = 0;
        Work work = named("import");
        work.stop = [&] { ++stopped; };
        const int id = works.begin(std::move(work));
        works.stop(id);
        works.stop(id);
        QCOMPARE(stopped, 1);
        QVERIFY(works.find(id)->state == Work::State::Stopped);
        // What cannot be stopped runs on.
        const int posting = works.begin(named("posting"));
        works.stop(posting);
        QCOMPARE(works.running(), 1);
    }

    void anotherPersonFindsNoWorkOfTheFirst() {
        int stopped = 0;
        {
            Works works;
            Work work = named("import");
            work.stop = [&] { ++stopped; };
            works.begin(std::move(work));
            works.end(works.begin(named("export")), Work::State::Done);
            works.clear();
            QVERIFY(works.all().empty());
            QCOMPARE(stopped, 1);
            Work last = named("last");
            last.stop = [&] { ++stopped; };
            works.begin(std::move(last));
        }
        QCOMPARE(stopped, 2);
    }

    void whatFailedIsTriedAgainInItsPlace() {
        Works works;
        int begun = 0;
        const std::function<void()> begin = [&] {
            ++begun;
            Work work = named("export");
            work.again = begin;
            works.begin(std::move(work));
        };
        begin();
        const int first = works.all().front().id;
        works.tryAgain(first);
        QCOMPARE(begun, 1);  // it runs
        works.end(first, Work::State::Failed, "no room");
        works.tryAgain(first);
        QCOMPARE(begun, 2);
        QCOMPARE(works.all().size(), std::size_t{1});
        QVERIFY(works.find(first) == nullptr);
        const int second = works.all().front().id;
        works.end(second, Work::State::Done);
        works.tryAgain(second);
        QCOMPARE(begun, 2);
        // What would be no use is not offered.
        const int refused = works.begin(named("import"));
        works.end(refused, Work::State::Failed);
        works.tryAgain(refused);
        QVERIFY(works.find(refused) != nullptr);
    }

    void whatCanBeTriedAgainIsInSightWhenThePanelOpens() {
        const ui::Theme theme{ui::Look{}};
        Works works;
        QWidget window;
        window.resize(900, 60);
        shell::WorksButton button(works, &window);
        window.show();
        Work failed = named("import");
        failed.again = [] {};
        works.end(works.begin(std::move(failed)), Work::State::Failed, QStringLiteral("Why it failed. ").repeated(60));
        for (int i = 0; i < 6; ++i) {
            works.begin(named("newer"));
        }
        button.openPanel();
        const auto* again = button.panel()->findChild<QPushButton*>("againButton");
        for (auto* one : button.panel()->findChildren<QPushButton*>("againButton")) {
            again = one->isVisible() ? one : again;
        }
        QTRY_COMPARE(again->visibleRegion().boundingRect(), again->rect());
        nextgen::test::look(*button.panel(), "works.failed");
    }

    void statusBarCountsWhatRunsAndThePanelStopsItAndShowsWhatCameOfIt() {
        ui::Locale locale(Language::Persian);
        const ui::Theme theme{ui::Look{}};
        Works works;
        QWidget window;
        window.resize(900, 60);
        shell::WorksButton button(works, &window);
        window.show();
        QVERIFY(button.isHidden());
        Work failed = named(QStringLiteral("نوشتن products.xlsx"));
        int tries = 0;
        failed.again = [&] { ++tries; };
        works.end(works.begin(std::move(failed)), Work::State::Failed,
                  QStringLiteral("دیسک پر است"));
        const int done = works.begin(named(QStringLiteral("نوشتن cheques.xlsx")));
        works.setResult(done, QStringLiteral("/tmp/cheques.xlsx"));
        works.end(done, Work::State::Done, QStringLiteral("سطرهای نوشته‌شده: ۱۲۴"));
        bool isStopped = false;
        Work work = named(QStringLiteral("ورود azar.xlsx"));
        work.stop = [&] { isStopped = true; };
        const int id = works.begin(std::move(work));
        works.progress(id, 1, 4);
        works.begin(named(QStringLiteral("ورود mehr.xlsx")));
        QVERIFY(!button.isHidden());
        QVERIFY(button.text().contains(QStringLiteral("۲")));
        button.openPanel();
        const auto buttons = [&](const char* name) {
            QList<QPushButton*> shown;
            for (auto* one : button.panel()->findChildren<QPushButton*>(name)) {
                if (one->isVisible()) {
                    shown << one;
                }
            }
            return shown;
        };
        nextgen::test::look(*button.panel(), "works.fa.light");
        locale.setLanguage(Language::English);
        nextgen::test::look(*button.panel(), "works.en.light");
        QCOMPARE(buttons("stopButton").size(), 1);
        QCOMPARE(buttons("againButton").size(), 1);
        // The change of the language is an event, which a picture above may have waited for.
        QTRY_COMPARE(buttons("againButton").first()->accessibleName(),
                     QStringLiteral("Try again: نوشتن products.xlsx"));
        // A row stays that of its work whatever comes above it.
        QPushButton* stop = buttons("stopButton").first();
        works.begin(named("newer"));
        stop->click();
        QVERIFY(isStopped);
        QVERIFY(works.find(id)->state == Work::State::Stopped);
        QVERIFY(buttons("stopButton").isEmpty());
        const QSignalSpy wanted(&button, &shell::WorksButton::resultWanted);
        QCOMPARE(buttons("showButton").size(), 1);
        buttons("showButton").first()->click();
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.first().first().toString(), QStringLiteral("/tmp/cheques.xlsx"));
        button.openPanel();
        buttons("againButton").first()->click();
        QCOMPARE(tries, 1);
        QVERIFY(buttons("againButton").isEmpty());
        button.panel()->findChild<QPushButton*>("forgetButton")->click();
        QCOMPARE(works.all().size(), std::size_t(2));
    }
};

QTEST_MAIN(WorksTest)
#include "works_test.moc"
