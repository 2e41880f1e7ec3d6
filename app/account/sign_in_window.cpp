#include "app/account/sign_in_window.h"

#include "app/account/account_calls.h"
#include "app/account/password_panel.h"
#include "app/account/second_factor_panel.h"
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
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace nextgen::account {

using shell::ltr;
using shell::sentenceOf;
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

SignInWindow::SignInWindow(shell::Context& context, const client::Place& place, QWidget* parent)
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
    connect(m_language, &QToolButton::clicked, this, [this] { shell::switchLanguage(m_context.locale); });
    connect(m_scheme, &QToolButton::clicked, this, [this] { shell::switchScheme(m_context.theme); });
    connect(&m_context.theme, &ui::Theme::changed, this, &SignInWindow::retranslate);

    m_message = new ui::Banner(Tone::Bad, this);
    m_message->setObjectName(QStringLiteral("message"));
    m_message->hide();
    m_busyLine = new ui::BusyLine(this);

    m_steps = new QStackedWidget(this);
    m_door = makeDoor();
    m_reset = makeReset();
    m_ownPassword = new PasswordPanel(m_context, PasswordPanel::Purpose::Change, m_steps);
    m_factor = new SecondFactorPanel(m_context, m_steps);
    connect(m_ownPassword, &PasswordPanel::done, this, &SignInWindow::dutyIsDone);
    connect(m_factor, &SecondFactorPanel::done, this, &SignInWindow::dutyIsDone);
    for (QWidget* step : {m_door, m_reset, static_cast<QWidget*>(m_ownPassword), static_cast<QWidget*>(m_factor)}) {
        m_steps->addWidget(step);
    }
    m_back = new QPushButton(this);
    m_back->setObjectName(QStringLiteral("backButton"));
    ui::setKind(m_back, ui::ButtonKind::Quiet);
    connect(m_back, &QPushButton::clicked, this, &SignInWindow::backToDoor);

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
    layout->addWidget(m_steps, 1);
    layout->addWidget(m_busyLine);
    layout->addWidget(m_back, 0, Qt::AlignLeading);
    setMinimumWidth(420);

    m_server->setText(place.server.toString());
    m_tenant->setText(place.tenant);
    m_email->setText(place.email);
    showStep(m_door);
    retranslate();
}

QWidget* SignInWindow::makeDoor() {
    auto* door = new QWidget(m_steps);
    m_server = latinEdit(QStringLiteral("server"), door);
    m_tenant = latinEdit(QStringLiteral("tenant"), door);
    m_email = latinEdit(QStringLiteral("email"), door);
    m_password = latinEdit(QStringLiteral("password"), door);
    m_password->setEchoMode(QLineEdit::Password);
    m_code = latinEdit(QStringLiteral("code"), door);
    m_serverLabel = new QLabel(door);
    m_tenantLabel = new QLabel(door);
    m_emailLabel = new QLabel(door);
    m_passwordLabel = new QLabel(door);
    m_codeLabel = new QLabel(door);
    m_addressWarning = ui::makeLabel({}, TextRole::Small, door);
    m_addressWarning->setObjectName(QStringLiteral("addressWarning"));
    m_addressWarning->setWordWrap(true);
    m_addressWarning->hide();
    m_keep = new QCheckBox(door);
    m_keep->setObjectName(QStringLiteral("keepSignedIn"));
    m_keep->setChecked(true);
    m_signIn = new QPushButton(door);
    m_signIn->setObjectName(QStringLiteral("signInButton"));
    ui::setKind(m_signIn, ui::ButtonKind::Primary);
    connect(m_signIn, &QPushButton::clicked, this, [this] {
        if (m_isBusy) {
            m_cancellation->cancel();
        } else {
            signIn();
        }
    });
    m_forgot = new QToolButton(door);
    m_forgot->setObjectName(QStringLiteral("forgotButton"));
    ui::setKind(m_forgot, ui::ButtonKind::Quiet);
    connect(m_forgot, &QToolButton::clicked, this, &SignInWindow::askForReset);
    connect(m_server, &QLineEdit::textChanged, this, &SignInWindow::judgeAddress);

    auto* layout = new QVBoxLayout(door);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(ui::space::xs);
    const std::pair<QLabel*, QLineEdit*> rows[] = {{m_serverLabel, m_server},
                                                   {m_tenantLabel, m_tenant},
                                                   {m_emailLabel, m_email},
                                                   {m_passwordLabel, m_password},
                                                   {m_codeLabel, m_code}};
    for (const auto& [label, edit] : rows) {
        label->setBuddy(edit);
        layout->addSpacing(ui::space::s);
        layout->addWidget(label);
        layout->addWidget(edit);
        if (edit == m_server) {
            layout->addWidget(m_addressWarning);
        }
    }
    m_codeLabel->hide();
    m_code->hide();
    layout->addSpacing(ui::space::m);
    layout->addWidget(m_keep);
    layout->addSpacing(ui::space::m);
    layout->addWidget(m_signIn);
    layout->addWidget(m_forgot, 0, Qt::AlignHCenter);
    layout->addStretch();
    return door;
}

QWidget* SignInWindow::makeReset() {
    auto* reset = new QWidget(m_steps);
    m_resetPassword = new PasswordPanel(m_context, PasswordPanel::Purpose::Reset, reset);
    connect(m_resetPassword, &PasswordPanel::done, this, [this] {
        backToDoor();
        setMessage(tr("The password is changed. Sign in with the new one."), Tone::Good);
    });
    auto* layout = new QVBoxLayout(reset);
    layout->setContentsMargins(0, ui::space::s, 0, 0);
    layout->addWidget(m_resetPassword);
    layout->addStretch();
    return reset;
}

/// Only the step that is shown takes room: a window of four fields is no taller for the QR code of another.
void SignInWindow::showStep(QWidget* step) {
    for (int at = 0; at < m_steps->count(); ++at) {
        QWidget* one = m_steps->widget(at);
        const auto room = one == step ? QSizePolicy::Preferred : QSizePolicy::Ignored;
        one->setSizePolicy(room, room);
    }
    m_steps->setCurrentWidget(step);
    m_back->setVisible(step != m_door);
}

void SignInWindow::showDuty() {
    setMessage(sentenceOf(client::failureOf(m_context.session.duty() == api::Duty::ChangePassword
                                                ? ErrorCode::PasswordChangeRequired
                                                : ErrorCode::SecondFactorEnrollmentRequired)),
               Tone::Info);
    if (m_context.session.duty() == api::Duty::ChangePassword) {
        showStep(m_ownPassword);
        m_ownPassword->setOldPassword(m_password->text());
        m_ownPassword->begin();
    } else {
        showStep(m_factor);
        m_factor->enroll();
    }
}

void SignInWindow::dutyIsDone() {
    setMessage({}, Tone::Info);
    client::whenDone(m_context.session.refresh(), this, [this](const client::Answer<void>& answer) {
        if (!answer && !answer.error().isCancelled()) {
            setMessage(sentenceOf(answer.error()), Tone::Bad);
        }
    });
}

/// Whoever has a duty and goes back is somebody else, or nobody.
void SignInWindow::backToDoor() {
    setMessage({}, Tone::Info);
    showStep(m_door);
    m_password->clear();
    m_password->setFocus();
    if (m_context.session.duty() != api::Duty::None) {
        client::whenDone(m_context.session.signOut(), this, [] {});
    }
}

void SignInWindow::askForReset() {
    if (!isFilledIn({m_email, m_tenant, m_server})) {
        return;
    }
    const client::Place wanted = place();
    m_context.api.setServer(wanted.server);
    setBusy(true);
    m_cancellation = std::make_shared<client::Cancellation>();
    client::whenDone(
        account::askForReset(m_context.api, {wanted.tenant.toStdString(), wanted.email.toStdString()}), this,
        [this, email = wanted.email](const client::Answer<void>& answer) {
            setBusy(false);
            if (!answer) {
                refused(answer.error());
                return;
            }
            showStep(m_reset);
            m_resetPassword->begin();
            setMessage(tr("If %1 has an account here, a message with a token is on its way to it. It counts "
                          "for 30 minutes.")
                           .arg(ltr(email)),
                       Tone::Info);
        });
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
    m_codeLabel->setText(tr("&Code of the app, or a recovery code"));
    m_forgot->setText(tr("Forgot the password?"));
    m_back->setText(tr("Back to the sign-in"));
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
          static_cast<QWidget*>(m_password), static_cast<QWidget*>(m_code), static_cast<QWidget*>(m_keep),
          static_cast<QWidget*>(m_forgot)}) {
        field->setEnabled(!isBusy);
    }
    m_busyLine->setBusy(isBusy);
    retranslate();
}

bool SignInWindow::isFilledIn(const QList<QLineEdit*>& fields) {
    QLineEdit* lacking = nullptr;
    for (QLineEdit* edit : {m_code, m_password, m_email, m_tenant, m_server}) {
        const bool isRefused =
            fields.contains(edit) &&
            (edit == m_server ? !place().server.isValid() : edit->text().trimmed().isEmpty());
        ui::setRefused(edit, isRefused);
        if (isRefused) {
            lacking = edit;
        }
    }
    if (lacking == nullptr) {
        setMessage({}, Tone::Bad);
        return true;
    }
    setMessage(lacking == m_server ? tr("Enter the server's address, for example %1")
                                         .arg(ltr(QStringLiteral("http://127.0.0.1:8640")))
                                   : tr("Fill in the marked fields."),
               Tone::Bad);
    lacking->setFocus();
    return false;
}

void SignInWindow::signIn() {
    QList<QLineEdit*> needed{m_password, m_email, m_tenant, m_server};
    if (m_code->isVisibleTo(this)) {
        needed += m_code;
    }
    if (!isFilledIn(needed)) {
        return;
    }
    client::Credentials shown{m_password->text(), {}, {}};
    if (!m_code->text().trimmed().isEmpty()) {
        const FactorCode code = factorCode(m_code->text());
        shown.totp = QString::fromStdString(code.totp.value_or(""));
        shown.recoveryCode = QString::fromStdString(code.recoveryCode.value_or(""));
    }
    m_cancellation = std::make_shared<client::Cancellation>();
    setBusy(true);
    client::whenDone(m_context.session.signIn(place(), shown, m_keep->isChecked(), m_cancellation), this,
                     [this](const client::Answer<void>& answer) {
                         setBusy(false);
                         if (answer) {
                             m_password->clear();
                             m_code->clear();
                         } else {
                             refused(answer.error());
                         }
                     });
}

void SignInWindow::refused(const client::Failure& failure) {
    if (failure.isCancelled()) {
        m_password->setFocus();
        return;
    }
    const bool isOfCode =
        failure.code == ErrorCode::SecondFactorRequired || failure.code == ErrorCode::SecondFactorInvalid;
    setMessage(failure.isLostConnection() ? tr("%1 Is the address right, and does the server run? (%2)")
                                                .arg(sentenceOf(failure), ltr(failure.detail))
                                          : sentenceOf(failure),
               failure.code == ErrorCode::SecondFactorRequired ? Tone::Info : Tone::Bad);
    // Asked for once it is known that this person has one; another person may have none.
    m_codeLabel->setVisible(isOfCode);
    m_code->setVisible(isOfCode);
    if (!isOfCode) {
        m_code->clear();
    }
    QLineEdit* next = failure.isLostConnection() ? m_server : isOfCode ? m_code : m_password;
    next->setFocus();
    next->selectAll();
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
    const bool isAtDoor = m_steps->currentWidget() == m_door;
    if (isAtDoor && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
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

}  // namespace nextgen::account
