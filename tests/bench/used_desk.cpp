// The real client of somebody who is signed in already, opened on a list and searched in, and what that took.
//   nextgen-bench-desk SERVER PAGE STARTED      with NEXTGEN_TOKEN; STARTED: nanoseconds of CLOCK_MONOTONIC
#include "app/pages.h"
#include "app/program.h"
#include "tests/bench/usage.h"
#include "ui/describe/record_model.h"
#include "ui/widgets/record_grid.h"

#include <unistd.h>

#include <QApplication>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QLineEdit>
#include <QTableView>
#include <QTemporaryDir>
#include <QTimer>
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>
#include <vector>

using namespace nextgen;

namespace {

constexpr int rowsWanted = 100;
constexpr int waitMs = 20'000;

/// A keychain in which the token lies.
class Keychain : public client::MemorySecretStore {
  public:
    QCoro::Task<std::optional<QByteArray>> read(QString /*key*/) override {
        co_return qgetenv("NEXTGEN_TOKEN");
    }
};

double sinceMs(std::int64_t nanoseconds) {
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (static_cast<double>(now.tv_sec) * 1e9 + static_cast<double>(now.tv_nsec) -
            static_cast<double>(nanoseconds)) /
           1e6;
}

bool waitFor(const std::function<bool()>& isThere) {
    bool isLate = false;
    QTimer end;
    QObject::connect(&end, &QTimer::timeout, &end, [&] { isLate = true; });
    end.start(waitMs);
    while (!isThere() && !isLate) {
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    }
    return !isLate;
}

/// Sees when a widget has been painted.
class PaintWatch : public QObject {
  public:
    explicit PaintWatch(QWidget* widget) { widget->installEventFilter(this); }

    int paints = 0;

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::Paint) {
            // Painted by the widget itself, once this event is over.
            QMetaObject::invokeMethod(this, [this] { ++paints; }, Qt::QueuedConnection);
        }
        return QObject::eventFilter(watched, event);
    }
};

}  // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("nextgen"));
    QApplication::setApplicationName(QStringLiteral("nextgen-bench-desk"));
    const QStringList arguments = QApplication::arguments();
    const QString pageId = arguments.at(2);
    const QTemporaryDir folder;
    ui::Locale locale;
    ui::Theme theme;
    Keychain keychain;
    client::ApiClient api;
    client::Session session(api, keychain);
    client::ConnectionWatch watch(api);
    client::LocalStore store(folder.filePath(QStringLiteral("local.sqlite")));
    ui::WindowDialogs dialogs;
    client::SavedViews views(api, session);
    client::ChangeWatch changes(api, session, watch);
    client::Works works;
    shell::Context context{
        api, session, watch, changes, store, locale, theme, dialogs, shell::todayInTehran, views, works};
    const client::Place place{QUrl(arguments.at(1)), QStringLiteral("nextgen"), QStringLiteral("bench")};
    Program program(context, allPages(), place);
    program.start(true);
    program.openLink(QStringLiteral("nextgen://nextgen/") + pageId);

    ui::RecordGrid* grid = nullptr;
    const bool isOpen = waitFor([&] {
        const shell::MainWindow* window = program.mainWindow();
        const QWidget* page = window != nullptr ? window->pageWidget(pageId) : nullptr;
        grid = page != nullptr ? page->findChild<ui::RecordGrid*>(QStringLiteral("recordGrid")) : nullptr;
        return grid != nullptr;
    });
    if (!isOpen) {
        return 1;
    }
    PaintWatch painted(grid->view()->viewport());
    const auto paintedAfter = [&](const std::function<bool()>& hasRows) {
        if (!waitFor(hasRows)) {
            return false;
        }
        const int before = painted.paints;
        grid->view()->viewport()->update();
        return waitFor([&] { return painted.paints > before; });
    };
    if (!paintedAfter([&] { return grid->model()->count() >= rowsWanted; })) {
        return 1;
    }
    std::printf("painted %.1f\n", sinceMs(arguments.at(3).toLongLong()));
    std::printf("memory %.1f\n", bench::peakMemory(getpid()).value_or(0));

    auto* line = program.mainWindow()->pageWidget(pageId)->findChild<QLineEdit*>(QStringLiteral("search"));
    if (line == nullptr) {
        return 1;
    }
    int answers = 0;
    QObject::connect(grid->model(), &QAbstractItemModel::modelReset, grid, [&] { ++answers; });
    std::vector<double> taken;
    QElapsedTimer time;
    const QString words = QStringLiteral("نمونه");
    for (int round = 0; round < 3; ++round) {
        for (const QChar letter : words) {
            const int before = answers;
            time.start();
            QKeyEvent press(QEvent::KeyPress, 0, Qt::NoModifier, QString(letter));
            QCoreApplication::sendEvent(line, &press);
            if (!paintedAfter([&] { return answers > before; })) {
                return 1;
            }
            taken.push_back(static_cast<double>(time.nsecsElapsed()) / 1e6);
        }
        const int before = answers;
        line->clear();
        waitFor([&] { return answers > before; });
    }
    std::sort(taken.begin(), taken.end());
    std::printf("keystroke %.1f\n", taken[taken.size() / 2]);
    std::fflush(stdout);
    return 0;
}
