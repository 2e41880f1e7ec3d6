#include "app/account/account_dialog.h"

#include "app/account/password_panel.h"
#include "app/account/second_factor_panel.h"
#include "app/account/session_list.h"
#include "app/shell/ltr.h"
#include "ui/locale/format.h"
#include "ui/widgets/tabs.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace nextgen::account {

namespace {

constexpr int widthPx = 520;
constexpr int heightPx = 640;

/// A panel with room around it.
QWidget* framed(QWidget* panel, QWidget* parent) {
    auto* frame = new QWidget(parent);
    auto* layout = new QVBoxLayout(frame);
    layout->setContentsMargins(ui::space::m, ui::space::m, ui::space::m, ui::space::s);
    layout->addWidget(panel);
    return frame;
}

}  // namespace

AccountDialog::AccountDialog(shell::Context& context, QWidget* parent) : QDialog(parent) {
    setObjectName(QStringLiteral("accountDialog"));
    setWindowTitle(tr("My account"));
    auto* heading = ui::makeLabel(ui::toQt(context.session.user().displayName), ui::TextRole::Heading, this);
    shell::alignLeading(*heading);
    auto* email = ui::makeLabel(shell::ltr(ui::toQt(context.session.user().email)), ui::TextRole::Muted, this);
    shell::alignLeading(*email);
    auto* tabs = new ui::Tabs(this);
    m_password = new PasswordPanel(context, PasswordPanel::Purpose::Change);
    m_factor = new SecondFactorPanel(context);
    m_sessions = new SessionList(context);
    auto* changed = ui::makeLabel({}, ui::TextRole::Body, this);
    changed->setObjectName(QStringLiteral("changed"));
    changed->setWordWrap(true);
    changed->hide();
    connect(m_password, &PasswordPanel::done, this, [this, changed] {
        changed->setText(tr("The password is changed. Everywhere else it is asked for again."));
        changed->show();
        m_sessions->load();
    });
    tabs->addTab(framed(m_password, tabs->shelf()), tr("Password"));
    tabs->addTab(framed(m_factor, tabs->shelf()), tr("Two-step sign-in"));
    tabs->addTab(framed(m_sessions, tabs->shelf()), tr("Where I am signed in"));
    connect(tabs, &QTabWidget::currentChanged, this, [this](int at) {
        if (at == 1) {
            m_factor->begin();
        } else if (at == 2) {
            m_sessions->load();
        }
    });
    auto* buttons = new QDialogButtonBox(this);
    QPushButton* close = buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    close->setObjectName(QStringLiteral("closeButton"));
    close->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&context.session, &client::Session::signedOut, this, &QDialog::reject);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(ui::space::l, ui::space::l, ui::space::l, ui::space::m);
    layout->setSpacing(ui::space::xs);
    layout->addWidget(heading);
    layout->addWidget(email);
    layout->addSpacing(ui::space::s);
    layout->addWidget(changed);
    layout->addWidget(tabs, 1);
    layout->addWidget(buttons);
    resize(ui::scaled(widthPx), ui::scaled(heightPx));
    m_password->begin();
    m_factor->begin();
}

}  // namespace nextgen::account
