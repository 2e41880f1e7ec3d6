#include "app/cheque_import/rows_step.h"

#include "app/cheque_import/fault_panel.h"
#include "app/cheque_import/import_texts.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/focus.h"
#include "ui/widgets/grid_typing.h"
#include "ui/widgets/record_grid.h"

#include <QButtonGroup>
#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace nextgen::cheque_import {

using ui::Icon;
using ui::TextRole;
using ui::Tint;
using ui::Tone;

namespace {

constexpr int detailHeightPx = 76;

struct Counts {
    std::array<std::int64_t, 5> rows{};  ///< as the chips stand
    Money amount;
};

Counts countsOf(const ChequeImport& import) {
    return {
        {import.rowsTotal, import.rowsReady, import.rowsRepaired, import.rowsDuplicate, import.rowsFailed},
        import.amountTotal};
}

Counts countsOf(const Summary& summary) {
    return {{summary.rowsTotal, summary.rowsReady, summary.rowsRepaired, summary.rowsDuplicate,
             summary.rowsFailed},
            summary.amountTotal};
}

bool fits(const StagedRow& row, const RowFilter& filter) {
    return (!filter.state || row.state == *filter.state) && (!filter.isRepaired || !row.repairs.empty());
}

}  // namespace

RowsStep::RowsStep(shell::Context& context, ImportWork& work, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_work(work),
      m_facts(ui::makeLabel({}, TextRole::Muted, this)),
      m_columnsToggle(new QToolButton(this)),
      m_columns(ui::makeLabel({}, TextRole::Small, this)),
      m_chips(new QButtonGroup(this)),
      m_nextFault(new QToolButton(this)),
      m_sum(ui::makeLabel({}, TextRole::Heading, this)),
      m_sumInWords(ui::makeLabel({}, TextRole::Small, this)),
      m_previewBanner(new ui::Banner(Tone::Warn, this)),
      m_mendBanner(new ui::Banner(Tone::Warn, this)),
      m_grid(new ui::RecordGrid(QStringLiteral("cheque_import_rows"), this)),
      m_faults(new FaultPanel(context, this)),
      m_detail(new QFrame(this)),
      m_detailTitle(ui::makeLabel({}, TextRole::Strong, m_detail)),
      m_detailText(ui::makeLabel({}, TextRole::Body, m_detail)),
      m_sendMine(new QPushButton(m_detail)),
      m_dropMine(new QPushButton(m_detail)) {
    m_grid->setObjectName(QStringLiteral("rowGrid"));
    m_grid->setFirstWidths(
        {{"row", 54}, {"state", 94}, {"sayad_id", 166}, {"amount", 136}, {"due_on", 114}, {"notes", 240}});
    m_faults->setObjectName(QStringLiteral("faultPanel"));
    m_facts->setObjectName(QStringLiteral("importFacts"));
    m_sum->setObjectName(QStringLiteral("readySum"));
    m_sumInWords->setObjectName(QStringLiteral("readySumInWords"));
    m_previewBanner->setObjectName(QStringLiteral("previewBanner"));
    m_mendBanner->setObjectName(QStringLiteral("mendBanner"));
    m_detailText->setObjectName(QStringLiteral("rowNotes"));
    m_sendMine->setObjectName(QStringLiteral("sendMineButton"));
    m_dropMine->setObjectName(QStringLiteral("dropMineButton"));
    m_columnsToggle->setObjectName(QStringLiteral("columnsReadButton"));
    m_nextFault->setObjectName(QStringLiteral("nextFaultButton"));
    new ui::GridTyping(*m_grid);

    m_columnsToggle->setCheckable(true);
    m_columnsToggle->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_columnsToggle->setIcon(ui::icon(Icon::Columns, Tint::Muted));
    ui::setKind(m_columnsToggle, ui::ButtonKind::Quiet);
    m_columns->setObjectName(QStringLiteral("columnsRead"));
    m_columns->setWordWrap(true);
    m_columns->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_columns->hide();
    connect(m_columnsToggle, &QToolButton::toggled, m_columns, &QLabel::setVisible);
    m_nextFault->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_nextFault->setIcon(ui::icon(Icon::ChevronDown));
    m_nextFault->setShortcut(QKeySequence(Qt::Key_F8));
    ui::setKind(m_nextFault, ui::ButtonKind::Quiet);
    connect(m_nextFault, &QToolButton::clicked, this, &RowsStep::goToNextFault);

    auto* factLine = new QHBoxLayout;
    factLine->setSpacing(ui::space::s);
    factLine->addWidget(m_facts);
    factLine->addWidget(m_columnsToggle);
    factLine->addStretch();

    static constexpr std::array<std::pair<Icon, Tint>, chipCount> looks{{{Icon::File, Tint::Muted},
                                                                         {Icon::Check, Tint::Good},
                                                                         {Icon::Repaired, Tint::Accent},
                                                                         {Icon::Duplicate, Tint::Warn},
                                                                         {Icon::Error, Tint::Bad}}};
    static constexpr std::array<const char*, chipCount> names{"chip_all", "chip_ready", "chip_repaired",
                                                              "chip_duplicate", "chip_failed"};
    // Wrapped where a wide font or a narrow window leaves too little room beside the sum.
    auto* chips = new ui::FlowLayout(ui::space::s);
    for (std::size_t i = 0; i < chipCount; ++i) {
        auto* chip = new QPushButton(this);
        chip->setObjectName(QString::fromLatin1(names[i]));
        chip->setCheckable(true);
        chip->setIcon(ui::icon(looks[i].first, looks[i].second));
        m_chips->addButton(chip, static_cast<int>(i));
        m_chipButtons[i] = chip;
        chips->addWidget(chip);
    }
    m_chipButtons[0]->setChecked(true);
    connect(m_chips, &QButtonGroup::idClicked, this, &RowsStep::applyFilter);
    chips->addWidget(m_nextFault);
    auto* chipLine = new QHBoxLayout;
    chipLine->setSpacing(ui::space::s);
    chipLine->addLayout(chips, 1);
    auto* sum = new QVBoxLayout;
    sum->setSpacing(0);
    sum->addWidget(m_sum, 0, Qt::AlignRight);
    sum->addWidget(m_sumInWords, 0, Qt::AlignRight);
    chipLine->addLayout(sum);

    m_detail->setProperty("card", true);
    m_detail->setMinimumHeight(detailHeightPx);
    m_detailText->setWordWrap(true);
    m_detailText->setTextInteractionFlags(Qt::TextSelectableByMouse);
    ui::setKind(m_sendMine, ui::ButtonKind::Primary);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_detailTitle);
    words->addWidget(m_detailText);
    words->addStretch();
    auto* detail = new QHBoxLayout(m_detail);
    detail->setContentsMargins(ui::space::m, ui::space::s, ui::space::m, ui::space::s);
    detail->setSpacing(ui::space::s);
    detail->addLayout(words, 1);
    detail->addWidget(m_dropMine, 0, Qt::AlignVCenter);
    detail->addWidget(m_sendMine, 0, Qt::AlignVCenter);
    connect(m_sendMine, &QPushButton::clicked, this, [this] { keepMine(true); });
    connect(m_dropMine, &QPushButton::clicked, this, [this] { keepMine(false); });

    auto* table = new QVBoxLayout;
    table->setSpacing(ui::space::s);
    table->addWidget(m_grid, 1);
    table->addWidget(m_detail);
    auto* body = new QHBoxLayout;
    body->setSpacing(ui::space::m);
    body->addLayout(table, 1);
    body->addWidget(m_faults);

    m_previewBanner->hide();
    m_mendBanner->hide();
    m_faults->hide();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(ui::space::s);
    layout->addLayout(factLine);
    layout->addWidget(m_columns);
    layout->addLayout(chipLine);
    layout->addWidget(m_previewBanner);
    layout->addWidget(m_mendBanner);
    layout->addLayout(body, 1);

    connect(&m_work, &ImportWork::importChanged, this, [this] {
        showFacts();
        showCounts();
    });
    connect(&m_work, &ImportWork::rowsChanged, this, &RowsStep::showImport);
    connect(&m_work, &ImportWork::rowsBusyChanged, m_grid, &ui::RecordGrid::setBusy);
    connect(&m_work, &ImportWork::rowsFailed, this, [this](const client::Failure& failure) {
        m_grid->setError(shell::sentenceOf(failure), failure.name);
    });
    const auto ask = [this] { m_work.setFilter(m_work.filter()); };
    connect(m_grid, &ui::RecordGrid::retryRequested, this, ask);
    connect(m_grid, &ui::RecordGrid::refreshRequested, this, ask);
    connect(m_grid, &ui::RecordGrid::emptyActionTriggered, this, [this] { m_chipButtons[0]->click(); });
    connect(&m_work, &ImportWork::faultsChanged, this, [this] {
        m_faults->setFaults(m_work.faults(), m_work.areFaultsPartial());
        m_faults->setVisible(!isPreview() && !m_work.faults().empty());
    });
    connect(&m_work, &ImportWork::busyChanged, this, [this] { m_faults->setBusy(m_work.isBusy()); });
    connect(m_faults, &FaultPanel::mendWanted, &m_work, &ImportWork::mendAlike);
    connect(m_faults, &FaultPanel::faultChosen, this, [this] {
        m_chipButtons.back()->setChecked(true);
        applyFilter(static_cast<int>(chipCount) - 1);
    });
    connect(&m_work, &ImportWork::mendedAlike, this, [this](int fixed, int stillFailed) {
        m_faults->showResult(stillFailed == 0 ? tr("Mended rows: %1").arg(ui::showNumber(fixed))
                                              : tr("Mended rows: %1, rows that still have a fault: %2")
                                                    .arg(ui::showNumber(fixed), ui::showNumber(stillFailed)),
                             stillFailed > 0);
    });
    connect(&m_work, &ImportWork::mendingAlikeFailed, this, [this](const client::Failure& failure) {
        m_faults->showResult(shell::sentenceOf(failure), true);
    });
    connect(&m_work.mends(), &MendQueue::changed, this, [this] {
        showMends();
        showCurrentRow();
    });
    connect(&m_context.watch, &client::ConnectionWatch::connectionChanged, this, &RowsStep::showMends);
    connect(m_mendBanner, &ui::Banner::actionTriggered, this, [this] {
        // To the first one that needs the person.
        for (int place = 0; m_work.rows() != nullptr && place < m_work.rows()->count(); ++place) {
            const Mend* mend = m_work.mends().at(m_work.rows()->at(place).row);
            if (mend != nullptr && mend->state != Mend::State::Waiting) {
                m_grid->selectRow(place);
                m_grid->view()->scrollTo(m_work.rows()->index(place, 0));
                return;
            }
        }
        m_chipButtons[0]->click();
    });
    ui::passFocusOn(this, m_grid->view());
    retranslate();
}

RowFilter RowsStep::filterOf(int chip) {
    switch (chip) {
        case 1:
            return {RowState::Ready, false};
        case 2:
            return {RowState::Ready, true};
        case 3:
            return {RowState::Duplicate, false};
        case 4:
            return {RowState::Failed, false};
        default:
            return {};
    }
}

void RowsStep::applyFilter(int chip) {
    const RowFilter filter = filterOf(chip);
    showCounts();
    if (!isPreview()) {
        m_work.setFilter(filter);
        return;
    }
    std::vector<StagedRow> rows;
    std::copy_if(m_preview->rows.begin(), m_preview->rows.end(), std::back_inserter(rows),
                 [&](const StagedRow& row) { return fits(row, filter); });
    m_previewRows->replace(std::move(rows));
    showCurrentRow();
}

void RowsStep::setModel(ImportRowModel* model) {
    m_grid->setModel(model);
    if (model == nullptr) {
        return;
    }
    disconnect(model, nullptr, this, nullptr);
    connect(m_grid->view()->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &RowsStep::showCurrentRow);
    connect(model, &QAbstractItemModel::dataChanged, this, &RowsStep::showCurrentRow);
    connect(model, &QAbstractItemModel::modelReset, this, &RowsStep::showCurrentRow);
}

void RowsStep::showImport() {
    m_preview.reset();
    m_previewBanner->hide();
    m_chipButtons[0]->setChecked(true);
    m_grid->clearError();
    setModel(m_work.rows());
    m_previewRows.reset();
    showFacts();
    showCounts();
    showMends();
    showCurrentRow();
}

void RowsStep::showPreview(const NewImport& file, const Preview& preview) {
    m_previewFile = file;
    m_preview = std::make_unique<Preview>(preview);
    auto model = std::make_unique<ImportRowModel>(preview.layout.columns);
    model->replace(preview.rows);
    setModel(model.get());
    m_previewRows = std::move(model);
    m_grid->setBusy(false);
    m_grid->clearError();
    m_grid->setTotal(preview.summary.rowsTotal);
    m_chipButtons[0]->setChecked(true);
    m_faults->hide();
    m_mendBanner->hide();
    m_previewBanner->show();
    showFacts();
    showCounts();
    showCurrentRow();
}

void RowsStep::goToNextFault() {
    const ImportRowModel* model = isPreview() ? m_previewRows.get() : m_work.rows();
    if (model == nullptr || model->count() == 0) {
        return;
    }
    const QModelIndex current = m_grid->view()->currentIndex();
    const int columns = model->columnCount();
    const int cells = model->count() * columns;
    const int from = current.isValid() ? current.row() * columns + current.column() : -1;
    for (int step = 1; step <= cells; ++step) {
        const int cell = (from + step + cells) % cells;
        const QModelIndex index = model->index(cell / columns, cell % columns);
        const QVariant mark = index.data(ui::RecordModelBase::MarkRole);
        if (mark.isValid() && mark.toInt() == static_cast<int>(ui::CellMark::Kind::Failed)) {
            m_grid->view()->setCurrentIndex(index);
            m_grid->view()->scrollTo(index);
            m_grid->view()->setFocus();
            return;
        }
    }
}

void RowsStep::showFacts() {
    const auto& layoutColumns = isPreview() ? m_preview->layout.columns : m_work.opened().columns;
    const QString fileName =
        isPreview() ? QFileInfo(m_previewFile.filePath).fileName() : ui::toQt(m_work.import().fileName);
    const QString sheet = ui::toQt(isPreview() ? m_preview->layout.sheet : m_work.import().sheet);
    const int headerRow =
        isPreview() ? static_cast<int>(m_preview->layout.headerRow) : m_work.import().headerRow;
    const AmountUnit unit = isPreview() ? m_preview->layout.amountUnit : m_work.import().amountUnit;
    QStringList facts{ui::showCode(fileName)};
    if (!sheet.isEmpty()) {
        facts += tr("sheet «%1»").arg(sheet);
    }
    if (headerRow > 0) {
        facts += tr("headings in row %1").arg(ui::showNumber(headerRow));
    }
    facts += unit == AmountUnit::Rial ? tr("amounts in rials") : tr("amounts in tomans, shown in rials");
    m_facts->setText(facts.join(QStringLiteral("  ·  ")));

    QStringList read;
    QStringList unused;
    for (const SheetColumn& column : layoutColumns) {
        const QString header = ui::toQt(column.header).simplified();
        if (column.field && isImported(*column.field)) {
            read +=
                tr("«%1» as %2")
                    .arg(header, ui::toQt(cheque_import::columnTitle(*column.field, ui::currentLanguage())));
        } else if (!header.isEmpty()) {
            unused += tr("«%1»").arg(header);
        }
    }
    m_columnsToggle->setText(
        tr("Columns read: %1 of %2")
            .arg(ui::showNumber(read.size()), ui::showNumber(read.size() + unused.size())));
    QString text = tr("Read: %1.").arg(read.join(tr(", ")));
    if (!unused.isEmpty()) {
        text += QLatin1Char('\n') + tr("Passed over: %1.").arg(unused.join(tr(", ")));
    }
    m_columns->setText(text);
}

void RowsStep::showCounts() {
    const Counts counts = isPreview() ? countsOf(m_preview->summary) : countsOf(m_work.import());
    const std::array<QString, chipCount> titles{tr("All"), tr("Ready"), tr("Repaired"), tr("Duplicate"),
                                                tr("Failed")};
    for (std::size_t i = 0; i < chipCount; ++i) {
        m_chipButtons[i]->setText(QStringLiteral("%1  %2").arg(titles[i], ui::showNumber(counts.rows[i])));
    }
    m_nextFault->setVisible(counts.rows.back() > 0);
    m_sum->setText(tr("Sum of the ready: %1").arg(ui::showMoneyWithUnit(counts.amount)));
    m_sumInWords->setText(ui::showMoneyInWords(counts.amount));
    if (isPreview()) {
        m_grid->setEmptyState(Icon::Filter, tr("No row of this kind."), tr("Show all rows"));
    } else {
        const std::size_t chip = static_cast<std::size_t>(std::max(m_chips->checkedId(), 0));
        m_grid->setTotal(counts.rows[chip]);
        m_grid->setEmptyState(Icon::Filter, tr("No row of this kind."),
                              chip == 0 ? QString() : tr("Show all rows"));
    }
}

void RowsStep::showMends() {
    const MendQueue& mends = m_work.mends();
    const int stuck = mends.stuckCount();
    const bool isWaiting = mends.count() > stuck && !m_context.watch.isConnected();
    m_mendBanner->setVisible(!isPreview() && (stuck > 0 || isWaiting));
    if (stuck > 0) {
        m_mendBanner->setTone(Tone::Bad);
        m_mendBanner->setText(
            tr("Typed rows that need you: %1. What you typed is kept.").arg(ui::showNumber(stuck)));
        m_mendBanner->setAction(tr("Show"));
    } else if (isWaiting) {
        m_mendBanner->setTone(Tone::Warn);
        m_mendBanner->setText(tr("Typed rows not sent yet: %1. They are kept on this computer and go to the "
                                 "server as soon as it can be reached.")
                                  .arg(ui::showNumber(mends.count())));
        m_mendBanner->setAction({});
    }
}

void RowsStep::showCurrentRow() {
    const ImportRowModel* model = isPreview() ? m_previewRows.get() : m_work.rows();
    const int place = m_grid->currentRow();
    const bool hasRow = model != nullptr && place >= 0 && place < model->count();
    const Mend* mend = hasRow && !isPreview() ? m_work.mends().at(model->at(place).row) : nullptr;
    const bool isStuck = mend != nullptr && mend->state != Mend::State::Waiting;
    m_sendMine->setVisible(isStuck);
    m_dropMine->setVisible(isStuck);
    if (!hasRow) {
        m_detailTitle->setText(tr("No row is chosen"));
        m_detailText->setText(
            isPreview() ? QString() : tr("Click a cell and type to mend it; F8 goes to the next fault."));
        return;
    }
    const StagedRow& row = model->at(place);
    m_detailTitle->setText(tr("Row %1").arg(ui::showNumber(row.row)));
    QStringList lines;
    const QString notes = model->notesOf(place);
    lines += notes.isEmpty() ? tr("Understood as it stands.") : notes;
    for (const ShownRepair& repair : row.repairs) {
        const QString line = repairSentence(repair);
        if (!lines.contains(line)) {
            lines += line;
        }
    }
    m_detailText->setText(lines.join(QLatin1Char('\n')));
}

void RowsStep::keepMine(bool isMine) {
    const int place = m_grid->currentRow();
    if (isPreview() || m_work.rows() == nullptr || place < 0) {
        return;
    }
    const int row = m_work.rows()->at(place).row;
    if (isMine) {
        m_work.mends().sendAnyway(row);
    } else {
        m_work.mends().drop(row);
    }
}

void RowsStep::retranslate() {
    m_nextFault->setText(tr("Next fault"));
    m_nextFault->setToolTip(tr("To the next cell with a fault (F8)"));
    m_sendMine->setText(tr("Send what I typed"));
    m_dropMine->setText(tr("Drop what I typed"));
    m_previewBanner->setText(
        tr("The server cannot be reached. This is what this computer understands of the file; dealers and "
           "cheques "
           "posted already are not known here. Mending and posting begin when the server is back: the file "
           "is then "
           "sent by itself."));
    showFacts();
    showCounts();
    showMends();
    showCurrentRow();
}

void RowsStep::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        if (m_previewRows) {
            m_previewRows->retranslate();
        }
        if (m_work.rows() != nullptr) {
            m_work.rows()->retranslate();
        }
        retranslate();
    }
    QWidget::changeEvent(event);
}

}  // namespace nextgen::cheque_import
