#include "app/cheque_import/file_step.h"

#include "app/cheque_import/drop_zone.h"
#include "app/dealer/dealer_picker.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/focus.h"
#include "ui/widgets/form.h"
#include "ui/widgets/progress_panel.h"

#include <QButtonGroup>
#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QRadioButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace nextgen::cheque_import {

namespace {

constexpr int widthMaxPx = 760;
constexpr int pickerWidthPx = 320;

}  // namespace

FileStep::FileStep(shell::Context& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_error(new ui::Banner(ui::Tone::Bad, this)),
      m_stack(new QStackedWidget(this)),
      m_drop(new DropZone),
      m_dealerTitle(ui::makeLabel({}, ui::TextRole::Strong)),
      m_namedByFile(new QRadioButton),
      m_oneDealer(new QRadioButton),
      m_dealer(new dealer::DealerPicker(context)),
      m_unitTitle(ui::makeLabel({}, ui::TextRole::Strong)),
      m_unitOfFile(new QRadioButton),
      m_rial(new QRadioButton),
      m_toman(new QRadioButton),
      m_unitHint(ui::makeLabel({}, ui::TextRole::Small)),
      m_progress(new ui::ProgressPanel) {
    m_error->setObjectName(QStringLiteral("fileError"));
    m_error->hide();
    m_drop->setObjectName(QStringLiteral("dropZone"));
    m_namedByFile->setObjectName(QStringLiteral("dealerNamedByFile"));
    m_oneDealer->setObjectName(QStringLiteral("oneDealer"));
    m_dealer->setObjectName(QStringLiteral("dealer_id"));
    m_unitOfFile->setObjectName(QStringLiteral("unitOfFile"));
    m_rial->setObjectName(QStringLiteral("unitRial"));
    m_toman->setObjectName(QStringLiteral("unitToman"));
    m_progress->setObjectName(QStringLiteral("sendProgress"));
    m_dealer->setMinimumWidth(pickerWidthPx);
    m_unitHint->setWordWrap(true);

    auto* form = new QWidget;
    auto* layout = new QVBoxLayout(form);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(ui::space::s);
    layout->addWidget(m_drop);
    layout->addSpacing(ui::space::m);
    layout->addWidget(m_dealerTitle);
    auto* dealers = new QButtonGroup(this);
    dealers->addButton(m_namedByFile);
    dealers->addButton(m_oneDealer);
    auto* dealerLine = new QHBoxLayout;
    dealerLine->setSpacing(ui::space::s);
    dealerLine->addWidget(m_oneDealer);
    dealerLine->addWidget(m_dealer);
    dealerLine->addStretch();
    layout->addWidget(m_namedByFile);
    layout->addLayout(dealerLine);
    layout->addSpacing(ui::space::m);
    layout->addWidget(m_unitTitle);
    auto* units = new QButtonGroup(this);
    auto* unitLine = new QHBoxLayout;
    unitLine->setSpacing(ui::space::l);
    for (QRadioButton* unit : {m_unitOfFile, m_rial, m_toman}) {
        units->addButton(unit);
        unitLine->addWidget(unit);
        connect(unit, &QRadioButton::toggled, this, &FileStep::changed);
    }
    unitLine->addStretch();
    layout->addLayout(unitLine);
    layout->addWidget(m_unitHint);
    layout->addStretch();

    auto* waiting = new QWidget;
    auto* waitingLayout = new QVBoxLayout(waiting);
    waitingLayout->addStretch(2);
    waitingLayout->addWidget(m_progress);
    waitingLayout->addStretch(3);
    m_stack->addWidget(form);
    m_stack->addWidget(waiting);
    m_stack->setMaximumWidth(widthMaxPx);

    auto* centred = new QHBoxLayout;
    centred->addStretch(1);
    centred->addWidget(m_stack, 8);
    centred->addStretch(1);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(ui::space::m);
    outer->addWidget(m_error);
    outer->addLayout(centred, 1);

    // A dealer's own accountant has no choice: the server would refuse another's cheques.
    const bool isDealers = context.session.user().dealerId.has_value();
    m_namedByFile->setVisible(!isDealers);
    m_oneDealer->setVisible(!isDealers);
    m_oneDealer->setChecked(isDealers);
    m_namedByFile->setChecked(!isDealers);
    m_dealer->setEnabled(isDealers);
    m_unitOfFile->setChecked(true);
    connect(m_oneDealer, &QRadioButton::toggled, this, [this](bool isOne) {
        m_dealer->setEnabled(isOne);
        if (isOne) {
            m_dealer->setFocus();
        }
        emit changed();
    });
    connect(m_dealer, &ui::ReferenceEdit::valueChanged, this, &FileStep::changed);
    connect(m_drop, &DropZone::clicked, this, &FileStep::chooseFile);
    connect(m_drop, &DropZone::fileDropped, this, &FileStep::setFile);
    connect(m_progress, &ui::ProgressPanel::cancelRequested, this, &FileStep::stopRequested);
    ui::passFocusOn(this, m_drop);
    retranslate();
}

NewImport FileStep::choice() const {
    NewImport file;
    file.filePath = m_drop->file();
    if (m_oneDealer->isChecked()) {
        file.dealerId = m_dealer->dealer();
    }
    if (m_rial->isChecked()) {
        file.amountUnit = AmountUnit::Rial;
    } else if (m_toman->isChecked()) {
        file.amountUnit = AmountUnit::Toman;
    }
    return file;
}

void FileStep::setChoice(const NewImport& file) {
    m_drop->setFile(file.filePath);
    if (!m_context.session.user().dealerId) {
        (file.dealerId ? m_oneDealer : m_namedByFile)->setChecked(true);
        m_dealer->setDealer(file.dealerId);
    }
    (!file.amountUnit                      ? m_unitOfFile
     : file.amountUnit == AmountUnit::Rial ? m_rial
                                           : m_toman)
        ->setChecked(true);
    emit changed();
}

void FileStep::setFile(const QString& filePath) {
    m_drop->setFile(filePath);
    showError({});
    emit changed();
}

bool FileStep::isComplete() const {
    return !m_drop->file().isEmpty() && (!m_oneDealer->isChecked() || m_dealer->dealer());
}

void FileStep::chooseFile() {
    QStringList patterns;
    for (const QString& suffix : workbookSuffixes()) {
        patterns += QStringLiteral("*.") + suffix;
    }
    const QString path = m_context.dialogs.openFile(
        this, tr("Choose the file of cheques"), {tr("Workbooks (%1)").arg(patterns.join(QLatin1Char(' ')))});
    if (!path.isEmpty()) {
        setFile(path);
        emit fileChosen();
    }
}

void FileStep::showError(const QString& text) {
    m_error->setText(text);
    m_error->setVisible(!text.isEmpty());
}

void FileStep::showProgress(const QString& text, qint64 done, qint64 total) {
    m_progress->setText(text);
    if (total > 0) {
        m_progress->setProgress(done, total);
    } else {
        m_progress->setIndeterminate();
    }
    if (m_stack->currentIndex() != 1) {
        m_progress->setCancelEnabled(true);
        m_stack->setCurrentIndex(1);
    }
}

void FileStep::showForm() {
    m_stack->setCurrentIndex(0);
}

void FileStep::retranslate() {
    m_dealerTitle->setText(tr("Whose cheques are they?"));
    m_namedByFile->setText(tr("The file names the dealer of each row"));
    m_oneDealer->setText(tr("All from one dealer:"));
    ui::setSpokenName(m_dealer, m_oneDealer->text());
    m_unitTitle->setText(tr("In which unit are the amounts?"));
    m_unitOfFile->setText(tr("As the file says"));
    m_rial->setText(tr("Rial"));
    m_toman->setText(tr("Toman"));
    m_unitHint->setText(tr("Where the file does not say, amounts are taken as rials."));
}

void FileStep::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

}  // namespace nextgen::cheque_import
