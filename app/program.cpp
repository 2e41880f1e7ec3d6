#include "app/program.h"

#include "app/account/account_dialog.h"
#include "app/account/step_up_dialog.h"

#include <QApplication>
#include <utility>

namespace nextgen {

Program::Program(shell::Context& context, std::vector<shell::Page> pages, client::Place place, QObject* parent)
    : QObject(parent), m_context(context), m_pages(std::move(pages)), m_place(std::move(place)) {
    m_context.api.setLanguage(m_context.locale.language());
    connect(&m_context.locale, &ui::Locale::changed, this,
            [this] { m_context.api.setLanguage(m_context.locale.language()); });
    connect(&m_context.session, &client::Session::signedIn, this, &Program::openMain);
    connect(&m_context.session, &client::Session::signedOut, this, [this](bool isExpired) {
        if (isExpired && m_main) {
            m_main->setSessionEnded(true);
            openSignIn(m_main.get());
            return;
        }
        // Not from within the main window's own click: it goes when the event loop is back.
        QMetaObject::invokeMethod(
            this,
            [this] {
                openSignIn(nullptr);
                m_main.reset();
            },
            Qt::QueuedConnection);
    });
    connect(&m_context.session, &client::Session::dutyIsDue, this, [this] {
        if (m_signIn) {
            m_signIn->showDuty();
        }
    });
    m_context.api.setProve([this] { return account::StepUpDialog::ask(m_context, front()); });
    connect(&m_context.session, &client::Session::keychainMissing, this, [this] {
        if (m_main) {
            m_main->noteKeychainMissing();
        }
    });
    connect(&m_context.store, &client::LocalStore::notDurable, this, [this](const QString& reason) {
        m_storeProblem = reason;
        if (m_main) {
            m_main->noteStoreNotDurable(reason);
        }
    });
    connect(&m_context.store, &client::LocalStore::durableAgain, this, [this] {
        m_storeProblem.clear();
        if (m_main) {
            m_main->noteStoreNotDurable({});
        }
    });
}

Program::~Program() {
    m_context.api.setProve({});
}

QWidget* Program::front() const {
    QWidget* front = QApplication::activeModalWidget();
    return front != nullptr ? front : m_main.get();
}

void Program::start(bool isResuming) {
    openSignIn(nullptr);
    if (isResuming) {
        m_signIn->resume();
    }
}

void Program::openLink(const QString& link) {
    QWidget* front = m_signIn ? static_cast<QWidget*>(m_signIn.get()) : m_main.get();
    if (front != nullptr) {
        front->setWindowState(front->windowState() & ~Qt::WindowMinimized);
        front->show();
        front->raise();
        front->activateWindow();
    }
    if (link.isEmpty()) {
        return;
    }
    if (m_main && !m_signIn) {
        m_main->openLink(link);
    } else {
        m_link = link;
    }
}

void Program::openSignIn(QWidget* above) {
    const client::Place place =
        m_context.session.place().server.isValid() ? m_context.session.place() : m_place;
    m_signIn = std::make_unique<account::SignInWindow>(m_context, place);
    if (above != nullptr) {
        m_signIn->setWindowFlag(Qt::Dialog);
        m_signIn->setWindowModality(Qt::ApplicationModal);
        m_signIn->setMessage(account::SignInWindow::tr("Your session has ended. Sign in again."), ui::Tone::Warn);
        connect(m_main.get(), &shell::MainWindow::signInWanted, m_signIn.get(), &QWidget::show);
    }
    m_signIn->show();
    m_signIn->raise();
    m_signIn->activateWindow();
}

void Program::openMain() {
    const client::Place& place = m_context.session.place();
    const account::User& user = m_context.session.user();
    m_context.store.setScope(
        QStringLiteral("%1|%2|%3").arg(place.server.toString(), place.tenant).arg(user.id.value()));
    if (m_main && m_shownUser == user.id) {
        m_main->setSessionEnded(false);
    } else {
        m_main = std::make_unique<shell::MainWindow>(m_context, m_pages);
        m_shownUser = user.id;
        connect(m_main.get(), &shell::MainWindow::accountWanted, this, [this] {
            auto* dialog = new account::AccountDialog(m_context, m_main.get());
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            dialog->open();
        });
        if (!m_storeProblem.isEmpty()) {
            m_main->noteStoreNotDurable(m_storeProblem);
        }
        m_main->show();
    }
    if (m_signIn) {
        // Its own click is still on the stack.
        m_signIn->hide();
        m_signIn.release()->deleteLater();
    }
    if (!m_link.isEmpty()) {
        // Once the window is there to say why not.
        QMetaObject::invokeMethod(
            this, [this] { openLink(std::exchange(m_link, {})); }, Qt::QueuedConnection);
    }
}

}  // namespace nextgen
