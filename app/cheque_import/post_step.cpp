#include "app/cheque_import/post_step.h"

#include "app/cheque_import/exposure_move.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/code_edit.h"
#include "ui/widgets/focus.h"
#include "ui/widgets/form.h"
#include "ui/widgets/money_edit.h"
#include "ui/widgets/progress_panel.h"
#include "ui/widgets/scroll.h"

#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

namespace nextgen::cheque_import {

using ui::TextRole;

namespace {

constexpr int widthMaxPx = 760;

/// A whole number as typed, in any digits; nullopt when it is none.
std::optional<qint64> readCount(const QString& text) {
    bool isNumber = false;
    const qint64 count = ui::plainDigits(text).simplified().remove(QLatin1Char(',')).toLongLong(&isNumber);
    return isNumber && count >= 0 ? std::optional(count) : std::nullopt;
}

}  // namespace

PostStep::PostStep(shell::Context& context, ImportWork& work, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_work(work),
      m_error(new ui::Banner(ui::Tone::Bad, this)),
      m_headline(ui::makeLabel({}, TextRole::Title)),
      m_words(ui::makeLabel({}, TextRole::Muted)),
      m_left(ui::makeLabel({}, TextRole::Muted)),
      m_controlTitle(ui::makeLabel({}, TextRole::Strong)),
      m_controlHint(ui::makeLabel({}, TextRole::Small)),
      m_countLabel(ui::makeLabel({})),
      m_count(new QLineEdit),
      m_countVerdict(ui::makeLabel({}, TextRole::Small)),
      m_amountLabel(ui::makeLabel({})),
      m_amount(new ui::MoneyEdit),
      m_amountVerdict(ui::makeLabel({}, TextRole::Small)),
      m_exposure(new ExposureMove(context)),
      m_progress(new ui::ProgressPanel) {
    m_error->setObjectName(QStringLiteral("commitError"));
    m_headline->setObjectName(QStringLiteral("commitHeadline"));
    m_count->setObjectName(QStringLiteral("control_count"));
    m_amount->setObjectName(QStringLiteral("control_amount"));
    m_countVerdict->setObjectName(QStringLiteral("controlCountVerdict"));
    m_amountVerdict->setObjectName(QStringLiteral("controlAmountVerdict"));
    m_exposure->setObjectName(QStringLiteral("exposureBefore"));
    for (QLabel* label : {m_words, m_left, m_controlHint, m_countVerdict, m_amountVerdict}) {
        label->setWordWrap(true);
    }
    m_countLabel->setBuddy(m_count);
    m_amountLabel->setBuddy(m_amount->lineEdit());
    m_count->setMaxLength(12);
    m_progress->setCancelVisible(false);
    m_progress->setIndeterminate();

    auto* control = new QFrame;
    control->setProperty("card", true);
    auto* grid = new QGridLayout(control);
    grid->setContentsMargins(ui::space::m, ui::space::m, ui::space::m, ui::space::m);
    grid->setHorizontalSpacing(ui::space::m);
    grid->setVerticalSpacing(ui::space::xs);
    grid->addWidget(m_controlTitle, 0, 0, 1, 2);
    grid->addWidget(m_controlHint, 1, 0, 1, 2);
    grid->addWidget(m_countLabel, 2, 0);
    grid->addWidget(m_amountLabel, 2, 1);
    grid->addWidget(m_count, 3, 0, Qt::AlignTop);
    grid->addWidget(m_amount, 3, 1, Qt::AlignTop);
    grid->addWidget(m_countVerdict, 4, 0);
    grid->addWidget(m_amountVerdict, 4, 1);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 2);

    auto* column = new QWidget;
    column->setMaximumWidth(widthMaxPx);
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(ui::space::s);
    layout->addWidget(m_headline);
    layout->addWidget(m_words);
    layout->addWidget(m_left);
    layout->addSpacing(ui::space::s);
    layout->addWidget(control);
    layout->addSpacing(ui::space::s);
    layout->addWidget(m_exposure);
    layout->addWidget(m_progress);
    layout->addStretch();

    auto* inside = new QWidget;
    auto* centred = new QHBoxLayout(inside);
    centred->setContentsMargins(0, 0, 0, 0);
    centred->addStretch(1);
    centred->addWidget(column, 8);
    centred->addStretch(1);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(ui::space::m);
    outer->addWidget(m_error);
    outer->addWidget(ui::makeScroll(inside), 1);
    m_error->hide();
    m_progress->hide();

    ui::showTypedDigits(m_count);
    connect(m_count, &QLineEdit::textChanged, this, &PostStep::compare);
    connect(m_amount, &ui::MoneyEdit::valueChanged, this, &PostStep::compare);
    connect(m_amount->lineEdit(), &QLineEdit::textChanged, this, &PostStep::compare);
    connect(&m_work, &ImportWork::importChanged, this, &PostStep::retranslate);
    connect(&m_work, &ImportWork::busyChanged, this, [this] {
        m_progress->setVisible(m_work.isBusy());
        m_count->setEnabled(!m_work.isBusy());
        m_amount->setEnabled(!m_work.isBusy());
        if (m_work.isBusy()) {
            m_error->hide();
        }
    });
    connect(&m_work, &ImportWork::committingFailed, this, &PostStep::showFailure);
    ui::passFocusOn(this, m_count);
    retranslate();
}

void PostStep::showImport() {
    m_error->hide();
    m_exposure->showBefore(m_work.import().dealerId, ui::toQt(m_work.import().dealerName),
                           m_work.import().amountTotal);
    retranslate();
}

std::optional<ControlSum> PostStep::control() const {
    ControlSum control;
    if (!m_count->text().trimmed().isEmpty()) {
        control.count = readCount(m_count->text());
        if (!control.count) {
            return std::nullopt;
        }
    }
    if (!m_amount->isAcceptable()) {
        return std::nullopt;
    }
    control.amount = m_amount->value();
    return control;
}

void PostStep::compare() {
    const ChequeImport& import = m_work.import();
    const auto say = [](QLabel* label, const QString& text, bool isBad) {
        label->setText(text);
        ui::setTextRole(label, isBad ? TextRole::Error : TextRole::Small);
    };
    const auto count = readCount(m_count->text());
    if (m_count->text().trimmed().isEmpty()) {
        say(m_countVerdict, {}, false);
    } else if (!count) {
        say(m_countVerdict, tr("This is not a number."), true);
    } else if (*count == import.rowsReady) {
        say(m_countVerdict, tr("The same as the ready rows."), false);
    } else {
        say(m_countVerdict, tr("The ready rows are %1.").arg(ui::showNumber(import.rowsReady)), true);
    }
    const auto amount = m_amount->value();
    if (!amount) {
        say(m_amountVerdict, {}, false);
    } else if (*amount == import.amountTotal) {
        say(m_amountVerdict, tr("The same as the ready rows."), false);
    } else {
        const bool isMore = import.amountTotal > *amount;
        const Money difference = isMore ? import.amountTotal - *amount : *amount - import.amountTotal;
        say(m_amountVerdict,
            (isMore ? tr("The ready rows are %1 more.") : tr("The ready rows are %1 less."))
                .arg(ui::showMoneyWithUnit(difference)),
            true);
    }
    emit changed();
}

void PostStep::showFailure(const client::Failure& failure) {
    QString text = ui::showDigits(shell::sentenceOf(failure));
    for (const client::FieldFault& fault : failure.fields) {
        if (const QString message = ui::showDigits(fault.message); !text.contains(message)) {
            text += QLatin1Char(' ') + message;
        }
    }
    if (failure.isLostConnection()) {
        text += QLatin1Char(' ') + tr("Post again when it is back: nothing is posted twice.");
    }
    m_error->setText(text);
    m_error->show();
    setFocus();  // the button that was pressed had been disabled meanwhile
}

void PostStep::retranslate() {
    const ChequeImport& import = m_work.import();
    m_headline->setText(
        tr("Cheques to post: %1, together %2")
            .arg(ui::showNumber(import.rowsReady), ui::showMoneyWithUnit(import.amountTotal)));
    m_words->setText(ui::showMoneyInWords(import.amountTotal));
    m_left->setVisible(import.rowsDuplicate + import.rowsFailed > 0);
    m_left->setText(tr("Rows that stay out: %1 duplicate, %2 failed. The failed ones can be saved as a "
                       "workbook after posting.")
                        .arg(ui::showNumber(import.rowsDuplicate), ui::showNumber(import.rowsFailed)));
    m_controlTitle->setText(tr("Control by the paper list"));
    m_controlHint->setText(
        tr("Type what the paper list says. When it differs nothing is posted. Both may stay empty."));
    m_countLabel->setText(tr("Number of cheques"));
    ui::setSpokenName(m_count, m_countLabel->text());
    m_count->setText(ui::showDigits(ui::plainDigits(m_count->text())));
    m_count->setAlignment(Qt::AlignAbsolute |
                          (layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft));
    m_amountLabel->setText(tr("Sum in rials"));
    ui::setSpokenName(m_amount, m_amountLabel->text());
    m_progress->setText(tr("Posting…"));
    compare();
}

void PostStep::keyPressEvent(QKeyEvent* event) {
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool isPlain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (isEnter && isPlain && m_count->hasFocus()) {
        m_amount->setFocus(Qt::TabFocusReason);
        return;
    }
    QWidget::keyPressEvent(event);
}

void PostStep::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

}  // namespace nextgen::cheque_import
