#include "app/cheque_import/import_wizard.h"

#include "app/cheque_import/exposure_move.h"
#include "app/cheque_import/file_step.h"
#include "app/cheque_import/post_step.h"
#include "app/cheque_import/result_step.h"
#include "app/cheque_import/rows_step.h"
#include "ui/widgets/focus.h"
#include "ui/widgets/wizard_frame.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <utility>

namespace nextgen::cheque_import {

ImportWizard::ImportWizard(shell::Context& context, std::shared_ptr<ImportWork> work, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_work(work ? std::move(work)
                  : std::make_shared<ImportWork>(context.api, context.watch, context.store)),
      m_frame(new ui::WizardFrame(this)),
      m_file(new FileStep(context)),
      m_rows(new RowsStep(context, *m_work)),
      m_post(new PostStep(context, *m_work)),
      m_result(new ResultStep(context, *m_work)),
      m_hint(ui::makeLabel({}, ui::TextRole::Muted)) {
    setObjectName(QStringLiteral("importWizard"));
    m_frame->setProperty("card", true);
    m_hint->setObjectName(QStringLiteral("wizardHint"));
    m_frame->addStep({}, m_file);
    m_frame->addStep({}, m_rows);
    m_frame->addStep({}, m_post);
    m_frame->addStep({}, m_result);
    m_frame->setFooterWidget(m_hint);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_frame);

    connect(m_frame, &ui::WizardFrame::nextRequested, this, &ImportWizard::goNext);
    connect(m_frame, &ui::WizardFrame::backRequested, this, &ImportWizard::goBack);
    connect(m_frame, &ui::WizardFrame::cancelRequested, this, &ImportWizard::closed);
    connect(m_file, &FileStep::changed, this, &ImportWizard::showFooter);
    connect(m_file, &FileStep::fileChosen, this, [this] { m_frame->nextButton()->setFocus(); });
    connect(m_file, &FileStep::stopRequested, this, [this] {
        if (m_work->phase() == ImportWork::Phase::Open) {
            m_work->undo();  // of a file that is still being read this stops the reading
        } else {
            m_work->stopSending();
        }
    });
    connect(m_post, &PostStep::changed, this, &ImportWizard::showFooter);
    connect(m_result, &ResultStep::newImportWanted, this, &ImportWizard::newImportWanted);
    connect(m_result, &ResultStep::chequesWanted, this, [this] { emit chequesWanted(m_work->import().id); });

    connect(m_work.get(), &ImportWork::phaseChanged, this, &ImportWizard::follow);
    connect(m_work.get(), &ImportWork::importChanged, this, &ImportWizard::follow);
    connect(m_work.get(), &ImportWork::busyChanged, this, &ImportWizard::showFooter);
    connect(m_work.get(), &ImportWork::sendingProgressed, this, [this](qint64 bytes, qint64 total) {
        m_bytesSent = bytes;
        m_bytesTotal = total;
        showSending();
    });
    connect(m_work.get(), &ImportWork::sendingFailed, this, [this](const client::Failure& failure) {
        goTo(File);
        m_file->showError(ui::showDigits(shell::sentenceOf(failure)));
    });
    connect(m_work.get(), &ImportWork::readingFailed, this, [this](const client::Failure& failure) {
        // What is on the screen stays there; without anything there is nothing else to show.
        if (m_frame->current() == File) {
            m_file->showForm();
            m_file->showError(ui::showDigits(shell::sentenceOf(failure)));
        }
    });
    connect(&m_work->mends(), &MendQueue::changed, this, &ImportWizard::showFooter);
    connect(&m_context.watch, &client::ConnectionWatch::connectionChanged, this, &ImportWizard::showFooter);
    connect(&m_offline, &OfflinePreview::done, this, [this](const Preview& preview) {
        if (m_work->phase() == ImportWork::Phase::Waiting) {
            m_rows->showPreview(m_work->file(), preview);
            goTo(Rows);
        }
    });
    connect(&m_offline, &OfflinePreview::progressed, this, [this](qint64 rows) {
        if (m_work->phase() == ImportWork::Phase::Waiting && m_frame->current() == File) {
            m_file->showProgress(
                tr("The server cannot be reached. Reading the file here: %1 rows").arg(ui::showNumber(rows)),
                0, 0);
        }
    });
    connect(&m_offline, &OfflinePreview::refused, this, [this](const Error& error) {
        if (m_work->phase() == ImportWork::Phase::Waiting && error.code != ErrorCode::Cancelled) {
            m_work->stopSending();  // the server would refuse it for the same reason
            goTo(File);
            m_file->showError(ui::showDigits(ui::showError(error)));
        }
    });
    ui::passFocusOn(this, m_frame);
    retranslate();
    goTo(File);
    follow();
}

ImportWizard::~ImportWizard() {
    disconnect(m_work.get(), nullptr, this, nullptr);
    disconnect(&m_work->mends(), nullptr, this, nullptr);
    // The steps look at the work to the last.
    delete m_frame;
}

bool ImportWizard::takeFile(const QString& filePath) {
    if (m_work->phase() != ImportWork::Phase::Empty) {
        return false;
    }
    m_file->setFile(filePath);
    m_frame->nextButton()->setFocus();
    return true;
}

void ImportWizard::openImport(ChequeImportId id) {
    m_work->open(id);
}

void ImportWizard::resume(const NewImport& file) {
    m_file->setChoice(file);
    m_work->send(file);
}

void ImportWizard::goNext() {
    switch (m_frame->current()) {
        case File:
            m_file->showError({});
            m_bytesSent = m_bytesTotal = 0;
            m_work->send(m_file->choice());
            break;
        case Rows:
            showPost();
            break;
        case Post:
            if (const auto control = m_post->control()) {
                m_work->commit(*control);
            }
            break;
        default:
            break;
    }
}

void ImportWizard::showPost() {
    m_post->showImport();
    goTo(Post);
    m_post->setFocus();
}

void ImportWizard::goBack() {
    if (m_frame->current() == Post) {
        goTo(Rows);
    } else if (m_frame->current() == Rows && m_rows->isPreview()) {
        m_work->stopSending();
        m_file->showForm();
        goTo(File);
    }
}

void ImportWizard::goTo(Step step) {
    if (m_frame->current() != step) {
        m_frame->setCurrent(step);
        m_frame->currentPage()->setFocus();
    }
    if (step == Result) {
        m_result->showImport();
    }
    showFooter();
}

void ImportWizard::follow() {
    const ImportWork::Phase phase = m_work->phase();
    if (phase != ImportWork::Phase::Waiting) {
        m_offline.stop();
    }
    switch (phase) {
        case ImportWork::Phase::Empty:
            m_file->showForm();
            break;
        case ImportWork::Phase::Sending:
            // A preview stays on the screen while the file goes after all.
            showSending();
            break;
        case ImportWork::Phase::Waiting:
            preview();
            break;
        case ImportWork::Phase::Open: {
            const State state = m_work->import().state;
            if (state == State::Staging) {
                showSending();
            } else if (state == State::Staged) {
                if (m_frame->current() == File) {
                    goTo(Rows);
                    m_wantsNext = m_work->import().rowsFailed == 0;
                }
            } else if (m_frame->current() != Result) {
                if (m_frame->current() == Post) {
                    m_result->exposure()->startFrom(*m_post->exposure());
                }
                goTo(Result);
            }
            break;
        }
    }
    showFooter();
}

void ImportWizard::showSending() {
    if (m_work->phase() == ImportWork::Phase::Sending) {
        const bool isSent = m_bytesTotal > 0 && m_bytesSent >= m_bytesTotal;
        const qint64 kibibytes = (m_bytesTotal + 1023) / 1024;
        m_file->showProgress(
            isSent ? tr("The server is reading the file…") : tr("Sending the file (in kilobytes)…"),
            isSent ? 0 : m_bytesSent / 1024, isSent ? 0 : kibibytes);
    } else if (m_work->phase() == ImportWork::Phase::Open && m_work->import().state == State::Staging) {
        const int rows = m_work->import().rowsRead;
        m_file->showProgress(
            m_work->import().fileName.empty() ? tr("Asking the server…")
            : rows > 0 ? tr("The server is reading the file. Rows so far: %1").arg(ui::showNumber(rows))
                       : tr("The server is reading the file…"),
            0, 0);
    }
}

void ImportWizard::preview() {
    m_file->showProgress(tr("The server cannot be reached. Reading the file here…"), 0, 0);
    m_offline.read(m_work->file().filePath, m_work->file().amountUnit, m_context.today(),
                   ui::currentLanguage());
}

bool ImportWizard::mayPost() const {
    const ImportWork& work = *m_work;
    return work.phase() == ImportWork::Phase::Open && work.import().state == State::Staged &&
           work.import().rowsReady > 0 && !work.isBusy() && m_work->mends().count() == 0;
}

void ImportWizard::showFooter() {
    const ImportWork& work = *m_work;
    const bool isSending = work.phase() == ImportWork::Phase::Sending ||
                           (work.phase() == ImportWork::Phase::Open && work.import().state == State::Staging);
    QString hint;
    switch (m_frame->current()) {
        case File:
            m_frame->setNextText(tr("Read the file"));
            m_frame->setNextEnabled(!isSending && work.phase() == ImportWork::Phase::Empty &&
                                    m_file->isComplete());
            m_frame->setBackEnabled(false);
            break;
        case Rows:
            m_frame->setNextText(tr("Go on to posting"));
            m_frame->setNextEnabled(mayPost());
            // Nothing is to be mended: Enter goes on.
            if (mayPost() && std::exchange(m_wantsNext, false)) {
                m_frame->nextButton()->setFocus();
            }
            m_frame->setBackEnabled(m_rows->isPreview());
            if (m_rows->isPreview()) {
                hint = work.phase() == ImportWork::Phase::Sending
                           ? tr("The server is back; sending the file…")
                           : tr("Waiting for the server");
            } else if (m_work->mends().count() > 0) {
                hint = tr("Typed rows on their way: %1").arg(ui::showNumber(m_work->mends().count()));
            } else if (work.import().rowsReady == 0) {
                hint = tr("No row is ready to be posted.");
            }
            break;
        case Post:
            m_frame->setNextText(tr("Post cheques: %1").arg(ui::showNumber(work.import().rowsReady)));
            m_frame->setNextEnabled(mayPost() && m_post->control().has_value());
            m_frame->setBackEnabled(!work.isBusy());
            hint = m_context.watch.isConnected() ? QString() : tr("The server cannot be reached.");
            break;
        default:
            m_frame->setBackEnabled(false);
            break;
    }
    m_frame->setNextVisible(m_frame->current() != Result);
    m_frame->backButton()->setVisible(m_frame->current() != Result);
    m_frame->setCancelText(tr("Back to the list"));
    m_hint->setText(hint);
}

void ImportWizard::retranslate() {
    m_frame->setStepTitle(File, tr("File"));
    m_frame->setStepTitle(Rows, tr("Check and mend"));
    m_frame->setStepTitle(Post, tr("Post"));
    m_frame->setStepTitle(Result, tr("Result"));
    showSending();
    showFooter();
}

void ImportWizard::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        // The server's sentences come in the new language.
        m_work->reword();
        if (m_rows->isPreview() && m_work->phase() == ImportWork::Phase::Waiting) {
            m_offline.read(m_work->file().filePath, m_work->file().amountUnit, m_context.today(),
                           ui::currentLanguage());
        }
    }
    QWidget::changeEvent(event);
}

}  // namespace nextgen::cheque_import
