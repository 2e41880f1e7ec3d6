#include "app/cheque_import/result_step.h"

#include "app/cheque_import/exposure_move.h"
#include "app/cheque_import/import_texts.h"
#include "app/client/task.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/focus.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/progress_panel.h"

#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace nextgen::cheque_import {

using ui::ButtonKind;
using ui::Icon;
using ui::TextRole;
using ui::Tint;

namespace {

constexpr int widthMaxPx = 760;

}  // namespace

void saveErrorsAs(shell::Context& context, QWidget* parent, const ChequeImport& import,
                  std::function<void(const QString& sentence, bool isSaved)> done) {
    const QString name = QFileInfo(ui::toQt(import.fileName)).completeBaseName();
    const QString path =
        context.dialogs.saveFile(parent, ResultStep::tr("Save the failed rows"),
                                 ResultStep::tr("%1 - failed rows.xlsx", "a file's name").arg(name),
                                 {ResultStep::tr("Workbook (%1)").arg(QStringLiteral("*.xlsx"))});
    if (path.isEmpty()) {
        return;
    }
    client::whenDone(saveErrors(context.api, import.id, path), parent,
                     [path, done = std::move(done)](const client::Answer<void>& answer) {
                         if (answer) {
                             done(ResultStep::tr("Saved: %1. Mend the file and import it again.")
                                      .arg(ui::showCode(QFileInfo(path).fileName())),
                                  true);
                         } else {
                             done(shell::sentenceOf(answer.error()), false);
                         }
                     });
}

bool confirmUndo(shell::Context& context, QWidget* parent, const ChequeImport& import) {
    ui::Question question;
    question.title = ResultStep::tr("Undo this import?");
    question.text =
        ResultStep::tr("The cheques of %1 are voided and the dealer's exposure goes back. Cheques: %2.")
            .arg(ui::showCode(import.fileName), ui::showNumber(import.rowsPosted));
    question.detail = ResultStep::tr(
        "Cheques that somebody has moved on since stay as they are; they are named "
        "afterwards.");
    question.acceptText = ResultStep::tr("Undo the import");
    question.isDangerous = true;
    return context.dialogs.confirm(parent, question);
}

ResultStep::ResultStep(shell::Context& context, ImportWork& work, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_work(work),
      m_error(new ui::Banner(ui::Tone::Bad, this)),
      m_icon(new ui::IconLabel(Icon::Check, Tint::Good, 40)),
      m_headline(ui::makeLabel({}, TextRole::Title)),
      m_words(ui::makeLabel({}, TextRole::Muted)),
      m_left(ui::makeLabel({}, TextRole::Muted)),
      m_exposure(new ExposureMove(context)),
      m_keptTitle(ui::makeLabel({}, TextRole::Strong)),
      m_keptList(new QListWidget),
      m_progress(new ui::ProgressPanel),
      m_cheques(new QPushButton),
      m_errors(new QPushButton),
      m_undo(new QPushButton),
      m_new(new QPushButton) {
    m_error->setObjectName(QStringLiteral("resultError"));
    m_headline->setObjectName(QStringLiteral("resultHeadline"));
    m_exposure->setObjectName(QStringLiteral("exposureAfter"));
    m_keptList->setObjectName(QStringLiteral("keptList"));
    m_cheques->setObjectName(QStringLiteral("showChequesButton"));
    m_errors->setObjectName(QStringLiteral("saveErrorsButton"));
    m_undo->setObjectName(QStringLiteral("undoButton"));
    m_new->setObjectName(QStringLiteral("newImportButton"));
    for (QLabel* label : {m_headline, m_words, m_left}) {
        label->setWordWrap(true);
    }
    m_cheques->setIcon(ui::icon(Icon::Cheque));
    m_errors->setIcon(ui::icon(Icon::File));
    m_undo->setIcon(ui::icon(Icon::Undo, Tint::Bad));
    m_new->setIcon(ui::icon(Icon::Import, Tint::OnAccent));
    ui::setKind(m_undo, ButtonKind::Danger);
    ui::setKind(m_new, ButtonKind::Primary);
    m_keptList->setWordWrap(true);
    m_keptList->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_progress->setCancelVisible(false);
    m_progress->setIndeterminate();

    auto* head = new QVBoxLayout;
    head->setSpacing(ui::space::xs);
    head->addWidget(m_headline);
    head->addWidget(m_words);
    head->addWidget(m_left);
    auto* headLine = new QHBoxLayout;
    headLine->setSpacing(ui::space::m);
    headLine->addWidget(m_icon, 0, Qt::AlignTop);
    headLine->addLayout(head, 1);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(ui::space::s);
    for (QPushButton* button : {m_new, m_cheques, m_errors}) {
        buttons->addWidget(button);
    }
    buttons->addStretch();
    buttons->addWidget(m_undo);

    auto* column = new QWidget;
    column->setMaximumWidth(widthMaxPx);
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, ui::space::m, 0, 0);
    layout->setSpacing(ui::space::m);
    layout->addLayout(headLine);
    layout->addWidget(m_exposure);
    layout->addWidget(m_keptTitle);
    layout->addWidget(m_keptList, 1);
    layout->addWidget(m_progress);
    layout->addLayout(buttons);
    layout->addStretch();
    auto* centred = new QHBoxLayout;
    centred->addStretch(1);
    centred->addWidget(column, 8);
    centred->addStretch(1);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_error);
    outer->addLayout(centred, 1);
    m_error->hide();
    m_progress->hide();

    connect(m_cheques, &QPushButton::clicked, this, &ResultStep::chequesWanted);
    connect(m_new, &QPushButton::clicked, this, &ResultStep::newImportWanted);
    connect(m_undo, &QPushButton::clicked, this, &ResultStep::undo);
    connect(m_errors, &QPushButton::clicked, this, [this] {
        saveErrorsAs(m_context, this, m_work.import(), [this](const QString& sentence, bool isSaved) {
            m_error->setTone(isSaved ? ui::Tone::Good : ui::Tone::Bad);
            m_error->setText(sentence);
            m_error->show();
        });
    });
    connect(&m_work, &ImportWork::importChanged, this, &ResultStep::retranslate);
    connect(&m_work, &ImportWork::busyChanged, this, [this] {
        m_progress->setVisible(m_work.isBusy());
        m_undo->setEnabled(!m_work.isBusy());
    });
    connect(&m_work, &ImportWork::undone, this, [this](int count, const std::vector<Kept>& kept) {
        if (count > 0) {
            m_undone = count;
        }
        m_kept = kept;
        m_exposure->showAfter(m_work.import().dealerId, ui::toQt(m_work.import().dealerName));
        retranslate();
        m_new->setFocus();
    });
    connect(&m_work, &ImportWork::undoingFailed, this, &ResultStep::showFailure);
    ui::passFocusOn(this, m_new);
    retranslate();
}

void ResultStep::showImport() {
    m_error->hide();
    m_kept.clear();
    m_undone.reset();
    if (m_work.import().state != State::Failed) {
        m_exposure->showAfter(m_work.import().dealerId, ui::toQt(m_work.import().dealerName));
    }
    retranslate();
}

void ResultStep::undo() {
    // Undoing again changes nothing and names what was kept.
    if (m_work.import().state == State::Undone || confirmUndo(m_context, this, m_work.import())) {
        m_error->hide();
        m_work.undo();
    }
}

void ResultStep::showFailure(const client::Failure& failure) {
    m_error->setTone(ui::Tone::Bad);
    m_error->setText(ui::showDigits(shell::sentenceOf(failure)));
    m_error->show();
}

void ResultStep::showKept() {
    m_keptTitle->setVisible(!m_kept.empty());
    m_keptList->setVisible(!m_kept.empty());
    m_keptTitle->setText(tr("Kept as they are: %1").arg(ui::showNumber(m_work.import().rowsKept)));
    m_keptList->clear();
    for (const Kept& kept : m_kept) {
        m_keptList->addItem(tr("Row %1: %2").arg(ui::showNumber(kept.row), kept.reason));
    }
}

void ResultStep::retranslate() {
    const ChequeImport& import = m_work.import();
    const bool isCommitted = import.state == State::Committed;
    const bool isUndone = import.state == State::Undone;
    const bool isFailed = import.state == State::Failed;
    m_cheques->setText(tr("Show the cheques"));
    m_errors->setText(tr("Save the failed rows…"));
    m_undo->setText(isUndone ? tr("Show what was kept") : tr("Undo…"));
    m_new->setText(tr("New import"));
    m_progress->setText(tr("Undoing…"));
    m_cheques->setVisible((isCommitted || import.rowsKept > 0) &&
                          m_context.session.may(Permission::ChequesRead));
    m_errors->setVisible(import.rowsFailed > 0 && !isFailed);
    m_undo->setVisible(isCommitted || (isUndone && import.rowsKept > 0 && m_kept.empty()));
    m_exposure->setVisible(!isFailed);
    m_left->setVisible(!isFailed && import.rowsDuplicate + import.rowsFailed > 0);
    m_left->setText(tr("Rows that stayed out: %1 duplicate, %2 failed.")
                        .arg(ui::showNumber(import.rowsDuplicate), ui::showNumber(import.rowsFailed)));
    if (isFailed) {
        m_icon->setIcon(Icon::Error, Tint::Bad);
        m_headline->setText(tr("%1 was not read").arg(ui::showCode(import.fileName)));
        m_words->setText(failureSentence(import));
    } else if (isUndone) {
        m_icon->setIcon(Icon::Undo, Tint::Muted);
        m_headline->setText(tr("Undone. Voided cheques: %1")
                                .arg(ui::showNumber(m_undone.value_or(import.rowsPosted - import.rowsKept))));
        m_words->setText(import.rowsKept > 0 ? tr("Cheques kept, since somebody has moved them on: %1")
                                                   .arg(ui::showNumber(import.rowsKept))
                                             : tr("Nothing of this import is left in the dealer's credit."));
    } else {
        m_icon->setIcon(Icon::Check, Tint::Good);
        m_headline->setText(
            tr("Posted cheques: %1, together %2")
                .arg(ui::showNumber(import.rowsPosted), ui::showMoneyWithUnit(import.amountTotal)));
        m_words->setText(ui::showMoneyInWords(import.amountTotal));
    }
    showKept();
}

void ResultStep::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

}  // namespace nextgen::cheque_import
