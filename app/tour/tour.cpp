#include "app/tour/tour.h"

#include "app/account/sign_in_window.h"
#include "ui/describe/record.h"
#include "ui/widgets/record_grid.h"

#include <QApplication>
#include <QCoroTimer>
#include <QDialog>
#include <chrono>
#include <cstdio>

namespace nextgen::tour {

using namespace std::chrono_literals;

namespace {

constexpr QSize windowSize(1280, 800);
constexpr auto settleStep = 60ms;
constexpr int settledSteps = 3;
constexpr int tabsShown = 12;
constexpr int settleStepsMax = 1'000;

/// The panel or dialog in front of the window, if one is open.
QWidget* inFront() {
    if (QWidget* panel = QApplication::activePopupWidget()) {
        return panel;
    }
    for (QWidget* widget : QApplication::topLevelWidgets()) {
        auto* dialog = qobject_cast<QDialog*>(widget);
        if (dialog != nullptr && dialog->isVisible()) {
            return dialog;
        }
    }
    return nullptr;
}

}  // namespace

Tour::Tour(shell::Context& context, std::vector<shell::Page> pages, client::Place place, QString workbook,
           std::vector<Look> looks, Visit visit, QObject* parent)
    : QObject(parent),
      m_context(context),
      m_pages(std::move(pages)),
      m_place(std::move(place)),
      m_workbook(std::move(workbook)),
      m_looks(std::move(looks)),
      m_visit(std::move(visit)) {}

QCoro::Task<> Tour::wear(Look look) {
    m_context.locale.setLanguage(look.language);
    m_context.theme.setLook({.scheme = look.scheme});
    co_await QCoro::sleepFor(settleStep);
}

QCoro::Task<> Tour::settle(const shell::PageWidget* page) {
    const QPointer<const shell::PageWidget> watched(page);
    int quiet = 0;
    for (int step = 0; step < settleStepsMax && quiet < settledSteps; ++step) {
        co_await QCoro::sleepFor(settleStep);
        const bool isQuiet = m_context.api.pendingCalls() == 0 && (!watched || watched->isSettled());
        quiet = isQuiet ? quiet + 1 : 0;
    }
}

QCoro::Task<> Tour::visitEach(QString name, shell::MainWindow* window, std::function<void()> prepare) {
    for (const Look look : m_looks) {
        co_await wear(look);
        prepare();
        co_await settle(window->documents()->currentWidget());
        if (QWidget* front = inFront()) {
            m_visit(*front, name, look);
            front->close();
            co_await QCoro::sleepFor(settleStep);
        } else {
            m_visit(*window, name, look);
        }
    }
}

/// A record in a tab of its own among others, and no tab at all.
QCoro::Task<> Tour::goThroughTabs(shell::MainWindow& window) {
    shell::Documents& documents = *window.documents();
    const QString id = window.pageIds().first();
    co_await visitEach(QStringLiteral("tabs"), &window, [&documents, &window, &id] {
        for (const QString& other : window.pageIds().mid(0, tabsShown)) {
            window.openPage(other);
        }
        documents.setPinned(0, true);
        window.openPage(id);
    });
    for (const QString& other : window.pageIds().mid(0, tabsShown)) {
        const shell::PageWidget* page = window.pageWidget(other);
        const auto* grid = page != nullptr ? page->findChild<ui::RecordGrid*>() : nullptr;
        const auto* rows = grid != nullptr ? dynamic_cast<ui::RecordTable*>(grid->model()) : nullptr;
        if (rows != nullptr && rows->count() > 0) {
            const QString record = QString::number(rows->at(0).id());
            co_await visitEach(QStringLiteral("record_tab"), &window, [&window, &other, &record] {
                window.openPage(other, {{QStringLiteral("id"), record}});
            });
            break;
        }
    }
    co_await visitEach(QStringLiteral("no_tab"), &window, [&documents] {
        documents.setPinned(0, false);
        documents.closeOthers(documents.currentIndex());
        documents.closeCurrent();
    });
}

QCoro::Task<bool> Tour::run(QString password) {
    for (const Look look : m_looks) {
        co_await wear(look);
        account::SignInWindow signIn(m_context, m_place);
        signIn.show();
        co_await QCoro::sleepFor(settleStep);
        m_visit(signIn, QStringLiteral("sign_in"), look);
    }

    m_context.api.setLanguage(Language::English);
    // Named: GCC 12 ends an aggregate that is made within a co_await twice (its bug 99576).
    const client::Credentials shown{password};
    const auto signedIn = co_await m_context.session.signIn(m_place, shown, false);
    if (!signedIn) {
        std::fprintf(stderr, "nextgen-backoffice: cannot sign in: %s %s\n",
                     qPrintable(signedIn.error().text(Language::English)),
                     qPrintable(signedIn.error().detail));
        co_return false;
    }
    const auto speak = [this] { m_context.api.setLanguage(m_context.locale.language()); };
    connect(&m_context.locale, &ui::Locale::changed, this, speak);
    speak();

    shell::MainWindow window(m_context, m_pages);
    window.resize(windowSize);
    window.show();
    // Strings are captured by reference: g++ 12 destroys what a lambda within a co_await holds once too
    // often.
    QString last;
    for (const QString& id : window.pageIds()) {
        co_await visitEach(id, &window, [&window, &id] { window.openPage(id); });
        shell::PageWidget* page = window.pageWidget(id);
        for (const QString& stop : page->tourStops()) {
            co_await visitEach(id + QLatin1Char('_') + stop, &window,
                               [this, page, &stop] { page->goToStop(stop, m_workbook); });
        }
        // Every page there is would be worded and coloured anew at each change of the look.
        window.documents()->close({last});
        last = id;
    }
    co_await goThroughTabs(window);
    co_await visitEach(QStringLiteral("palette"), &window, [&window] { window.openPalette(); });
    co_await visitEach(QStringLiteral("inbox"), &window, [&window] { window.openInbox(); });
    co_await visitEach(QStringLiteral("keys"), &window, [&window] { window.openShortcutSheet(); });
    co_await m_context.session.signOut();
    co_return true;
}

}  // namespace nextgen::tour
