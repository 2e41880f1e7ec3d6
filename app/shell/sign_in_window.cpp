#include "app/shell/sign_in_window.h"

#include "app/client/task.h"
#include "app/shell/appearance.h"
#include "app/shell/ltr.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/busy_line.h"
#include "ui/widgets/icon.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHostAddress>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace nextgen::shell {

using ui::Icon;
using ui::TextRole;
using ui::Tone;

namespace {

bool isThisMachine(const QUrl& url) {
    return url.host() == QLatin1String("localhost") || QHostAddress(url.host()).isLoopback();
}

/// A field for Latin text: left to right, at the side where its label stands.
QLineEdit* latinEdit(const QString& name, QWidget* parent) {
    auto* edit = new QLineEdit(parent);
    edit->setObjectName(name);
    edit->setLayoutDirection(Qt::LeftToRight);
    return edit;
}

}  // namespace

QUrl readServerAddress(const QString& text) {
    QString address = ui::plainDigits(text).trimmed();
    if (address.isEmpty()) {
        return {};
    }
    if (!address.contains(QLatin1String("://"))) {
        const QUrl guess(QLatin1String("http://") + address, QUrl::StrictMode);
        address.prepend(isThisMachine(guess) ? QLatin1String("http://") : QLatin1String("https://"));
    }
    QUrl url(address, QUrl::StrictMode);
    const bool isWeb = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    return url.isValid() && isWeb && !url.host().isEmpty() ? url : QUrl();
}

SignInWindow::SignInWindow(Context& context, const client::Place& place, QWidget* parent)
    : QWidget(parent), m_context(context) {
    setObjectName(QStringLiteral("signInWindow"));

    m_brand = ui::makeLabel({}, TextRole::Title, this);
    m_subtitle = ui::makeLabel({}, TextRole::Muted, this);
    m_subtitle->setWordWrap(true);
    m_language = new QToolButton(this);
    m_language->setObjectName(QStringLiteral("languageButton"));
    m_language->setIcon(ui::icon(Icon::Language));
    m_language->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_scheme = new QToolButton(this);
    m_scheme->setObjectName(QStringLiteral("schemeButton"));
    for (QToolButton* button : {m_language, m_scheme}) {
        ui::setKind(button, ui::ButtonKind::Quiet);
    }
    connect(m_language, &QToolButton::clicked, this, [this] { switchLanguage(m_context.locale); });
    connect(m_scheme, &QToolButton::clicked, this, [this] { switchScheme(m_context.theme); });
    connect(&m_context.theme, &ui::Theme::changed, this, &SignInWindow::retranslate);

    m_message = new ui::Banner(Tone::Bad, this);
    m_message->setObjectName(QStringLiteral("message"));
    m_message->hide();
    m_busyLine = new ui::BusyLine(this);

    m_server = latinEdit(QStringLiteral("server"), this);
    m_tenant = latinEdit(QStringLiteral("tenant"), this);
    m_email = latinEdit(QStringLiteral("email"), this);
    m_password = latinEdit(QStringLiteral("password"), this);
    m_password->setEchoMode(QLineEdit::Password);
    m_serverLabel = new QLabel(this);
    m_tenantLabel = new QLabel(this);
    m_emailLabel = new QLabel(this);
    m_passwordLabel = new QLabel(this);
    m_addressWarning = ui::makeLabel({}, TextRole::Small, this);
    m_addressWarning->setObjectName(QStringLiteral("addressWarning"));
    m_addressWarning->setWordWrap(true);
    m_addressWarning->hide();
    m_keep = new QCheckBox(this);
    m_keep->setObjectName(QStringLiteral("keepSignedIn"));
    m_keep->setChecked(true);
    m_signIn = new QPushButton(this);
    m_signIn->setObjectName(QStringLiteral("signInButton"));
    ui::setKind(m_signIn, ui::ButtonKind::Primary);
    connect(m_signIn, &QPushButton::clicked, this, [this] {
        if (m_isBusy) {
            m_cancellation->cancel();
        } else {
            signIn();
        }
    });
    connect(m_server, &QLineEdit::textChanged, this, &SignInWindow::judgeAddress);

    auto* top = new QHBoxLayout;
    top->addWidget(m_brand);
    top->addStretch();
    top->addWidget(m_language);
    top->addWidget(m_scheme);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(ui::space::xl, ui::space::l, ui::space::xl, ui::space::xl);
    layout->setSpacing(ui::space::xs);
    layout->addLayout(top);
    layout->addWidget(m_subtitle);
    layout->addSpacing(ui::space::m);
    layout->addWidget(m_message);
    const std::pair<QLabel*, QLineEdit*> rows[] = {{m_serverLabel, m_server},
                                                   {m_tenantLabel, m_tenant},
                                                   {m_emailLabel, m_email},
                                                   {m_passwordLabel, m_password}};
    for (const auto& [label, edit] : rows) {
        label->setBuddy(edit);
        layout->addSpacing(ui::space::s);
        layout->addWidget(label);
        layout->addWidget(edit);
        if (edit == m_server) {
            layout->addWidget(m_addressWarning);
        }
    }
    layout->addSpacing(ui::space::m);
    layout->addWidget(m_keep);
    layout->addSpacing(ui::space::m);
    layout->addWidget(m_signIn);
    layout->addWidget(m_busyLine);
    layout->addStretch();
    setMinimumWidth(420);

    m_server->setText(place.server.toString());
    m_tenant->setText(place.tenant);
    m_email->setText(place.email);
    retranslate();
}

void SignInWindow::retranslate() {
    setWindowTitle(tr("Sign in – NextGen back office"));
    m_brand->setText(tr("NextGen"));
    m_subtitle->setText(tr("Back office of the marketplace: dealers, cheques, credit"));
    // The other language in its own words: whoever cannot read this one finds the way.
    m_language->setText(ui::currentLanguage() == Language::Persian ? QStringLiteral("English")
                                                                   : QStringLiteral("فارسی"));
    const bool isLight = !ui::isDark(m_context.theme.look().scheme);
    m_scheme->setIcon(ui::icon(isLight ? Icon::Moon : Icon::Sun));
    m_scheme->setToolTip(isLight ? tr("Dark theme") : tr("Light theme"));
    m_scheme->setAccessibleName(m_scheme->toolTip());
    m_serverLabel->setText(tr("&Server address"));
    m_tenantLabel->setText(tr("&Tenant"));
    m_tenant->setToolTip(tr("The short Latin name of your marketplace"));
    m_emailLabel->setText(tr("&E-mail"));
    m_passwordLabel->setText(tr("&Password"));
    m_keep->setText(tr("&Keep me signed in on this computer"));
    m_signIn->setText(m_isBusy ? tr("Cancel") : tr("Sign in"));
    judgeAddress();
}

client::Place SignInWindow::place() const {
    return {readServerAddress(m_server->text()), m_tenant->text().trimmed(), m_email->text().trimmed()};
}

void SignInWindow::judgeAddress() {
    const QUrl url = readServerAddress(m_server->text());
    const bool isOpenToListeners = url.scheme() == QLatin1String("http") && !isThisMachine(url);
    m_addressWarning->setText(
        tr("This connection is not encrypted: others on the network could read the password."));
    m_addressWarning->setVisible(isOpenToListeners);
}

void SignInWindow::setMessage(const QString& text, Tone tone) {
    m_message->setTone(tone);
    m_message->setText(text);
    m_message->setVisible(!text.isEmpty());
}

void SignInWindow::setBusy(bool isBusy) {
    m_isBusy = isBusy;
    for (QWidget* field :
         {static_cast<QWidget*>(m_server), static_cast<QWidget*>(m_tenant), static_cast<QWidget*>(m_email),
          static_cast<QWidget*>(m_password), static_cast<QWidget*>(m_keep)}) {
        field->setEnabled(!isBusy);
    }
    m_busyLine->setBusy(isBusy);
    retranslate();
}

void SignInWindow::signIn() {
    const client::Place wanted = place();
    QLineEdit* lacking = nullptr;
    for (QLineEdit* edit : {m_password, m_email, m_tenant, m_server}) {
        const bool isRefused = edit == m_server ? !wanted.server.isValid() : edit->text().trimmed().isEmpty();
        ui::setRefused(edit, isRefused);
        if (isRefused) {
            lacking = edit;
        }
    }
    if (lacking != nullptr) {
        setMessage(lacking == m_server ? tr("Enter the server's address, for example %1")
                                             .arg(ltr(QStringLiteral("http://127.0.0.1:8640")))
                                       : tr("Fill in the marked fields."),
                   Tone::Bad);
        lacking->setFocus();
        return;
    }
    setMessage({}, Tone::Bad);
    m_cancellation = std::make_shared<client::Cancellation>();
    setBusy(true);
    client::whenDone(
        m_context.session.signIn(wanted, m_password->text(), m_keep->isChecked(), m_cancellation), this,
        [this](const client::Answer<void>& answer) {
            setBusy(false);
            if (answer) {
                m_password->clear();
                return;
            }
            const client::Failure& failure = answer.error();
            if (failure.isCancelled()) {
                m_password->setFocus();
                return;
            }
            setMessage(failure.isLostConnection()
                           ? tr("%1 Is the address right, and does the server run? (%2)")
                                 .arg(sentenceOf(failure), ltr(failure.detail))
                           : sentenceOf(failure),
                       Tone::Bad);
            QLineEdit* next = failure.isLostConnection() ? m_server : m_password;
            next->setFocus();
            next->selectAll();
        });
}

void SignInWindow::resume() {
    client::whenDone(m_context.session.resume(place()), this, [](bool) {});
}

void SignInWindow::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void SignInWindow::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (!m_isBusy) {
            signIn();
        }
    } else if (event->key() == Qt::Key_Escape && m_isBusy) {
        m_cancellation->cancel();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void SignInWindow::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    for (QLineEdit* edit : {m_server, m_tenant, m_email}) {
        if (edit->text().isEmpty()) {
            edit->setFocus();
            return;
        }
    }
    m_password->setFocus();
}

}  // namespace nextgen::shell
