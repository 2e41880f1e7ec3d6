#include "app/account/second_factor_panel.h"

#include "app/client/task.h"
#include "app/shell/ltr.h"
#include "ui/locale/format.h"
#include "ui/widgets/busy_line.h"
#include "ui/widgets/form.h"
#include "ui/widgets/qr_code.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

namespace nextgen::account {

namespace {

const auto codeName = QStringLiteral("code");
constexpr int totpDigits = 6;
constexpr int secretGroup = 4;
constexpr int codesInRow = 2;

/// In groups, as it is typed into an app that cannot read the QR code.
QString inGroups(const QString& secret) {
    QStringList groups;
    for (qsizetype at = 0; at < secret.size(); at += secretGroup) {
        groups += secret.mid(at, secretGroup);
    }
    return groups.join(u' ');
}

QString inRows(const QStringList& codes) {
    QString table = QStringLiteral("<table cellspacing=\"6\" dir=\"ltr\"><tr>");
    for (qsizetype at = 0; at < codes.size(); ++at) {
        if (at > 0 && at % codesInRow == 0) {
            table += QStringLiteral("</tr><tr>");
        }
        table += QStringLiteral("<td><code>%1</code></td><td width=\"24\"></td>")
                     .arg(codes.at(at).toHtmlEscaped());
    }
    return table + QStringLiteral("</tr></table>");
}

}  // namespace

FactorCode factorCode(const QString& typed) {
    const QString code = plainCode(typed);
    const bool isTotp = code.size() == totpDigits &&
                        std::ranges::all_of(code, [](QChar sign) { return sign >= u'0' && sign <= u'9'; });
    return isTotp ? FactorCode{code.toStdString(), std::nullopt}
                  : FactorCode{std::nullopt, code.toStdString()};
}

SecondFactorPanel::SecondFactorPanel(shell::Context& context, QWidget* parent)
    : QWidget(parent), m_context(context) {
    setObjectName(QStringLiteral("secondFactorPanel"));
    m_heading = ui::makeLabel({}, ui::TextRole::Strong, this);
    m_explanation = new QLabel(this);
    m_explanation->setWordWrap(true);
    m_qr = new ui::QrCode(this);
    m_secret = new QLabel(this);
    m_secret->setObjectName(QStringLiteral("secret"));
    m_codeList = new QLabel(this);
    m_codeList->setObjectName(QStringLiteral("recoveryCodes"));
    m_codeList->setTextFormat(Qt::RichText);
    for (QLabel* label : {m_secret, m_codeList}) {
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        label->setAlignment(Qt::AlignCenter);
    }
    m_form = new ui::Form(1, this);
    m_code = new QLineEdit;
    m_code->setLayoutDirection(Qt::LeftToRight);
    m_form->addRow(codeName, {}, m_code, true);
    connect(m_form, &ui::Form::submitted, this, &SecondFactorPanel::act);
    m_act = new QPushButton(this);
    m_act->setObjectName(QStringLiteral("factorButton"));
    m_other = new QPushButton(this);
    m_other->setObjectName(QStringLiteral("factorOtherButton"));
    connect(m_act, &QPushButton::clicked, this, &SecondFactorPanel::act);
    connect(m_other, &QPushButton::clicked, this, &SecondFactorPanel::actOtherwise);
    m_busyLine = new ui::BusyLine(this);

    auto* row = new QHBoxLayout;
    row->addWidget(m_act);
    row->addWidget(m_other);
    row->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(ui::space::s);
    layout->addWidget(m_heading);
    layout->addWidget(m_explanation);
    layout->addWidget(m_qr, 0, Qt::AlignHCenter);
    layout->addWidget(m_secret);
    layout->addWidget(m_codeList);
    layout->addWidget(m_form);
    layout->addLayout(row);
    layout->addWidget(m_busyLine);
    layout->addStretch();
    show(State::Off);
}

void SecondFactorPanel::begin() {
    if (m_state != State::Codes) {
        show(m_context.session.user().hasSecondFactor ? State::On : State::Off);
    }
}

void SecondFactorPanel::enroll() {
    setBusy(true);
    client::whenDone(account::enroll(m_context.api), this, [this](const client::Answer<Enrolment>& answer) {
        setBusy(false);
        if (refused(answer ? nullptr : &answer.error())) {
            return;
        }
        m_enrolment = *answer;
        show(State::Scanning);
    });
}

void SecondFactorPanel::show(State state) {
    m_state = state;
    m_qr->setVisible(state == State::Scanning);
    m_secret->setVisible(state == State::Scanning);
    m_codeList->setVisible(state == State::Codes);
    m_form->setVisible(state != State::Codes);
    m_form->setRowVisible(codeName, state == State::Scanning || state == State::On);
    m_other->setVisible(state == State::Codes || state == State::On);
    m_form->clearErrors();
    m_code->clear();
    ui::setKind(m_act, state == State::On ? ui::ButtonKind::Plain : ui::ButtonKind::Primary);
    ui::setKind(m_other, state == State::On ? ui::ButtonKind::Danger : ui::ButtonKind::Plain);
    if (state == State::Scanning) {
        m_qr->setText(m_enrolment.uri);
        m_secret->setText(shell::ltr(inGroups(m_enrolment.secret)));
    }
    if (state == State::Codes) {
        m_codeList->setText(inRows(m_codes));
    } else {
        m_codes.clear();
        m_codeList->clear();
    }
    retranslate();
    if (isVisible()) {
        (state == State::Scanning || state == State::On ? static_cast<QWidget*>(m_code) : m_act)->setFocus();
    }
}

void SecondFactorPanel::retranslate() {
    m_form->setLabel(codeName, m_state == State::On ? tr("Code of the app, or a recovery code")
                                                    : tr("Code that the app shows now"));
    m_qr->setAccessibleName(tr("QR code for the authenticator app"));
    m_other->setText(m_state == State::On ? tr("Turn it off") : tr("Copy"));
    switch (m_state) {
        case State::Off:
            m_heading->setText(tr("Two-step sign-in is off"));
            m_explanation->setText(tr("With it, nobody who learns your password can sign in by it alone: a "
                                      "code of an app on your phone is asked for as well."));
            m_act->setText(tr("Set it up"));
            break;
        case State::Scanning:
            m_heading->setText(tr("Read this with an authenticator app"));
            m_explanation->setText(tr("The app on your phone then shows a code of six digits, another one "
                                      "every half minute. If it cannot read the picture, type the letters "
                                      "below into it."));
            m_act->setText(tr("Turn it on"));
            break;
        case State::Codes:
            m_heading->setText(tr("Keep these recovery codes"));
            m_explanation->setText(tr("Each of them lets you in once when the phone is lost. They are not "
                                      "shown again: print them or write them down, and keep them away from "
                                      "the phone."));
            m_act->setText(tr("I have kept them"));
            break;
        case State::On:
            m_heading->setText(tr("Two-step sign-in is on"));
            m_explanation->setText(tr("New recovery codes make those before worthless. Whoever turns it off "
                                      "signs in by the password alone, where the role allows that."));
            m_act->setText(tr("New recovery codes"));
            break;
    }
}

void SecondFactorPanel::act() {
    if (m_isBusy) {
        return;
    }
    const bool isOn = m_state == State::On;
    switch (m_state) {
        case State::Off:
            enroll();
            return;
        case State::Codes:
            show(State::On);
            if (std::exchange(m_isNew, false)) {
                emit done();
            }
            return;
        case State::Scanning:
        case State::On:
            break;
    }
    m_isNew = !isOn;
    setBusy(true);
    const QString code = plainCode(m_code->text());
    client::whenDone(isOn ? renewRecoveryCodes(m_context.api, code) : confirmSecondFactor(m_context.api, code),
                     this, [this](const client::Answer<QStringList>& answer) { takeCodes(answer); });
}

void SecondFactorPanel::takeCodes(const client::Answer<QStringList>& answer) {
    setBusy(false);
    if (refused(answer ? nullptr : &answer.error())) {
        return;
    }
    m_codes = *answer;
    show(State::Codes);
    if (m_context.session.duty() == api::Duty::None) {
        // Otherwise once the codes were seen: being in closes what shows them.
        client::whenDone(m_context.session.refresh(), this, [](const auto&) {});
    }
}

void SecondFactorPanel::actOtherwise() {
    if (m_isBusy) {
        return;
    }
    if (m_state == State::Codes) {
        QGuiApplication::clipboard()->setText(m_codes.join(u'\n'));
        return;
    }
    setBusy(true);
    client::whenDone(disableSecondFactor(m_context.api, factorCode(m_code->text())), this,
                     [this](const client::Answer<void>& answer) {
                         setBusy(false);
                         if (refused(answer ? nullptr : &answer.error())) {
                             return;
                         }
                         show(State::Off);
                         client::whenDone(m_context.session.refresh(), this, [](const auto&) {});
                     });
}

bool SecondFactorPanel::refused(const client::Failure* failure) {
    if (failure == nullptr) {
        m_form->clearErrors();
        return false;
    }
    const bool isOfCode = failure->code == ErrorCode::SecondFactorInvalid || !failure->fields.empty();
    if (isOfCode) {
        m_form->setError(codeName, failure->fields.empty() ? shell::sentenceOf(*failure)
                                                           : failure->fields.front().message);
        m_code->setFocus();
        m_code->selectAll();
    } else if (!failure->isCancelled()) {
        m_form->setGeneralError(shell::sentenceOf(*failure));
    }
    return true;
}

void SecondFactorPanel::setBusy(bool isBusy) {
    m_isBusy = isBusy;
    for (QWidget* widget : {static_cast<QWidget*>(m_form), static_cast<QWidget*>(m_act),
                            static_cast<QWidget*>(m_other)}) {
        widget->setEnabled(!isBusy);
    }
    m_busyLine->setBusy(isBusy);
}

void SecondFactorPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

}  // namespace nextgen::account
