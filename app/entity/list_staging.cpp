#include "app/entity/list_staging.h"

#include "app/client/task.h"
#include "app/entity/change_sheet.h"
#include "app/entity/entity_words.h"
#include "ui/describe/record_typing.h"
#include "ui/locale/format.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/record_grid.h"

#include <QAction>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QTableView>
#include <algorithm>
#include <utility>

namespace nextgen::entity {

using ui::StagedEdits;

namespace {

/// So many of the rows that fit are enough to show what a change of all of them does.
constexpr std::size_t examplesHeld = 20;

}  // namespace

ListStaging::ListStaging(shell::Context& context, const api::Entity& entity, ui::RecordTable& table,
                         ui::RecordGrid& grid, Lister& lister, QObject* parent)
    : QObject(parent),
      m_context(context),
      m_entity(entity),
      m_table(table),
      m_grid(grid),
      m_lister(lister),
      m_edits(new StagedEdits(this)),
      m_strip(new ui::Banner(ui::Tone::Warn, grid.parentWidget())) {
    m_draft = new StagingDraft(
        context, entity,
        [this] {
            return KeptEdits{m_edits->rows(), m_writer->unanswered()};
        },
        this);
    m_writer = new ChangeWriter(
        context, entity, *m_edits, [this] { return m_draft->keepNow(); }, this);
    m_strip->setObjectName(QStringLiteral("stagingStrip"));
    m_strip->hide();
    connect(m_strip, &ui::Banner::actionTriggered, this,
            [this] { m_edits->isEmpty() ? takeBack() : review(); });
    connect(m_strip, &ui::Banner::otherActionTriggered, this, [this] { m_edits->revertAll(); });
    connect(m_strip, &ui::Banner::closed, this, [this] {
        m_written.clear();
        changedStaging();
    });
    connect(m_edits, &StagedEdits::changed, this, [this] {
        if (!m_isTurning) {
            m_draft->touch();
        }
        changedStaging();
    });
    m_takeBackTime.setSingleShot(true);
    m_takeBackTime.setInterval(takeBackMs);
    connect(&m_takeBackTime, &QTimer::timeout, this, [this] {
        m_written.clear();
        changedStaging();
    });
    auto* typing = new ui::RecordTyping(
        grid, table, *m_edits, {entity.context, entity.fields, referenceFinder(context), context.today()});
    connect(typing, &ui::RecordTyping::full, this, &ListStaging::sayFull);
    connect(grid.view()->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ListStaging::showCommands);

    const auto make = [this](const char* name, const QList<QKeySequence>& keys, auto run) {
        auto* action = new QAction(this);
        action->setObjectName(QLatin1String(name));
        action->setShortcuts(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, run);
        return action;
    };
    m_review = make("reviewChanges", {QKeySequence::Save}, [this] { review(); });
    m_undo = make("undoEdit", {QKeySequence::Undo}, [this] { m_edits->undo(); });
    m_redo =
        make("redoEdit", {QKeySequence(Qt::CTRL | Qt::Key_Y), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z)},
             [this] { m_edits->redo(); });
    m_revertCell = make("revertCell", {}, [this] { revertCell(); });
    m_discard = make("discardEdits", {}, [this] { m_edits->revertAll(); });
    m_bulk = make("bulkEdit", {QKeySequence(Qt::CTRL | Qt::Key_B)}, [this] { bulkEdit(); });
    m_takeBack = make("takeBackChanges", {}, [this] { takeBack(); });
    m_editCell = make("editCell", {QKeySequence(Qt::Key_F2)}, [this] {
        if (m_grid.view()->currentIndex().flags().testFlag(Qt::ItemIsEditable)) {
            m_grid.view()->edit(m_grid.view()->currentIndex());
        }
    });
    grid.setRowActions({m_revertCell, m_bulk});
    retranslate();
    restore();
}

ListStaging::~ListStaging() = default;

QList<QAction*> ListStaging::commands() const {
    return {m_bulk, m_review, m_undo, m_redo, m_revertCell, m_discard, m_takeBack};
}

void ListStaging::takeKeys() {
    m_grid.view()->installEventFilter(this);
}

QAction* ListStaging::actionFor(const QKeyEvent& key) const {
    const QKeySequence pressed(key.keyCombination());
    QList<QAction*> actions = commands();
    actions << m_editCell;
    for (QAction* action : actions) {
        if (action->isEnabled() && action->shortcuts().contains(pressed)) {
            return action;
        }
    }
    return nullptr;
}

bool ListStaging::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress) {
        if (QAction* action = actionFor(*static_cast<QKeyEvent*>(event))) {
            if (event->type() == QEvent::KeyPress) {
                action->trigger();
            } else {
                event->accept();  // else it would be a shortcut of the page around it
            }
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

void ListStaging::setOf(std::int64_t record) {
    if (std::exchange(m_isRestored, false)) {
        m_draft->keepNow();
    }
    m_draft->setOf(record);
    {
        const QScopedValueRollback turning(m_isTurning, true);
        m_edits->restore({});
    }
    m_writer->setUnanswered({});
    m_written.clear();
    m_takeBackTime.stop();
    changedStaging();
    restore();
}

BulkRows ListStaging::bulkRows() const {
    BulkRows rows{{}, {}, m_grid.total(), m_lister.listing(), m_lister.ask()};
    const QList<int> selected = m_grid.selectedRows();
    // Of rows that are chosen and not held nothing is known here.
    if (selected.size() == m_grid.selectedCount()) {
        for (const int row : selected) {
            rows.chosen.push_back(m_table.at(row));
        }
    }
    const auto held = std::min<std::size_t>(m_table.rows().size(), examplesHeld);
    rows.held.assign(m_table.rows().begin(), m_table.rows().begin() + static_cast<std::ptrdiff_t>(held));
    return rows;
}

QWidget* ListStaging::strip() const {
    return m_strip;
}

bool ListStaging::isDirty() const {
    return !m_edits->isEmpty();
}

bool ListStaging::mayRest() const {
    return m_edits->isEmpty() && m_written.empty();
}

bool ListStaging::mayLeave(QWidget* asker) {
    if (m_edits->isEmpty()) {
        return true;
    }
    const bool mayGo = m_context.dialogs.confirm(
        asker, {tr("Not saved"),
                tr("Changes that are not saved yet: %1, in records: %2")
                    .arg(ui::showNumber(m_edits->cellCount()),
                         ui::showNumber(static_cast<qint64>(m_edits->rows().size()))),
                tr("To keep them, go back and look at them (Ctrl+S)."), tr("Discard the changes"), true});
    if (mayGo) {
        m_edits->revertAll();
        m_draft->keepNow();
    }
    return mayGo;
}

void ListStaging::setReviewKeyTaken(bool isTaken) {
    m_isReviewKeyTaken = isTaken;
    showCommands();
}

void ListStaging::restore() {
    client::whenDone(m_draft->find(), this, [this, of = m_draft->of()](std::optional<KeptEdits> kept) {
        if (of != m_draft->of()) {
            return;
        }
        m_isRestored = true;
        if (kept && m_edits->isEmpty()) {
            m_writer->setUnanswered(std::move(kept->unanswered));
            m_edits->restore(std::move(kept->rows));
        }
    });
}

void ListStaging::changedStaging() {
    showStrip();
    showCommands();
    emit changed();
}

void ListStaging::review() {
    if (!m_edits->isEmpty() && !m_writer->isRunning()) {
        m_writer->forgetWritten();
        openSheet(*m_edits, *m_writer, false);
    }
}

void ListStaging::openSheet(StagedEdits& edits, ChangeWriter& writer, bool isTakingBack) {
    auto* sheet =
        new ChangeSheet(m_entity, edits, writer,
                        isTakingBack ? ChangeSheet::Use::TakeBack : ChangeSheet::Use::Commit, &m_grid);
    connect(&writer, &ChangeWriter::finished, sheet, [this, &writer, isTakingBack] {
        if (!isTakingBack) {
            wrote();
        } else if (!writer.written().empty()) {
            m_lister.reload();
        }
    });
    connect(sheet, &ChangeSheet::takeBackWanted, this, &ListStaging::takeBack, Qt::QueuedConnection);
    connect(sheet, &QDialog::finished, this, [this] { m_grid.view()->setFocus(); });
    if (isTakingBack) {
        // They are of this sheet alone.
        edits.setParent(sheet);
        writer.setParent(sheet);
    }
    sheet->open();
    if (isTakingBack) {
        sheet->write();
    }
}

void ListStaging::wrote() {
    m_draft->keepNow();
    if (m_writer->written().empty()) {
        return;
    }
    m_written = m_writer->written();
    m_takeBackTime.start();
    changedStaging();
    m_lister.reload();
}

void ListStaging::takeBack() {
    if (m_written.empty()) {
        return;
    }
    auto* edits = new StagedEdits(this);
    std::vector<StagedEdits::Edit> back;
    for (const WrittenRecord& one : std::exchange(m_written, {})) {
        StagedEdits::Edit edit{one.after, {}};
        for (const describe::FieldInfo& field : m_entity.fields) {
            if (field.name != "version" &&
                !ui::isSame(one.before.value(field.name), one.after.value(field.name))) {
                edit.values.emplace_back(field.name, one.before.value(field.name));
            }
        }
        back.push_back(std::move(edit));
    }
    edits->stage(back);
    m_takeBackTime.stop();
    changedStaging();
    auto* writer = new ChangeWriter(
        m_context, m_entity, *edits, []() -> QCoro::Task<void> { co_return; }, this);
    openSheet(*edits, *writer, true);
}

void ListStaging::revertCell() {
    const QModelIndex current = m_grid.view()->currentIndex();
    if (current.isValid()) {
        m_edits->revert(m_table.idOf(current.row()), m_table.column(current.column()).name);
    }
}

void ListStaging::bulkEdit() {
    auto* dialog = new BulkEditDialog(m_context, m_entity, *m_edits, bulkRows(), &m_grid);
    connect(dialog, &BulkEditDialog::editsMade, this, &ListStaging::stage);
    connect(dialog, &QDialog::rejected, this, [this] { m_grid.view()->setFocus(); });
    dialog->open();
}

void ListStaging::stage(const std::vector<StagedEdits::Edit>& edits) {
    if (m_edits->stage(edits)) {
        review();
    } else {
        sayFull();
    }
}

void ListStaging::sayFull() {
    m_context.dialogs.inform(
        &m_grid, titleOf(m_entity),
        tr("At most %1 records can be changed at once. Save or discard some of the changes first.")
            .arg(ui::showNumber(static_cast<qint64>(StagedEdits::rowsMax))));
}

void ListStaging::retranslate() {
    m_review->setText(tr("Look at the changes and save them"));
    m_undo->setText(tr("Undo the last edit"));
    m_redo->setText(tr("Do the edit again"));
    m_revertCell->setText(tr("Take the edit of this cell back"));
    m_discard->setText(tr("Discard all changes"));
    m_bulk->setText(tr("Change many rows…"));
    m_editCell->setText(tr("Edit the cell"));
    m_takeBack->setText(tr("Take the saved changes back"));
    showStrip();
    showCommands();
}

void ListStaging::showStrip() {
    const bool isStaged = !m_edits->isEmpty();
    m_strip->setVisible(isStaged || !m_written.empty());
    m_strip->setTone(isStaged ? ui::Tone::Warn : ui::Tone::Good);
    m_strip->setClosable(!isStaged);
    if (!isStaged) {
        m_strip->setText(tr("Saved records: %1").arg(ui::showNumber(static_cast<qint64>(m_written.size()))));
        m_strip->setAction(tr("Take back"));
        m_strip->setOtherAction({});
        return;
    }
    const int refused = m_edits->refusedCount();
    const QString text = tr("Changes not saved yet: %1, in records: %2")
                             .arg(ui::showNumber(m_edits->cellCount()),
                                  ui::showNumber(static_cast<qint64>(m_edits->rows().size())));
    m_strip->setText(refused > 0 ? tr("%1 · refused: %2").arg(text, ui::showNumber(refused)) : text);
    m_strip->setAction(tr("Look and save (Ctrl+S)"));
    m_strip->setOtherAction(tr("Discard"));
}

void ListStaging::showCommands() {
    const bool isStaged = !m_edits->isEmpty();
    const QModelIndex current = m_grid.view()->currentIndex();
    const bool isCellStaged =
        current.isValid() &&
        m_edits->value(m_table.idOf(current.row()), m_table.column(current.column()).name) != nullptr;
    // What cannot be done now is offered nowhere.
    const auto offer = [](QAction* action, bool isPossible) {
        action->setVisible(isPossible);
        action->setEnabled(isPossible);
    };
    offer(m_review, isStaged && !m_isReviewKeyTaken);
    offer(m_discard, isStaged);
    offer(m_undo, m_edits->canUndo());
    offer(m_redo, m_edits->canRedo());
    offer(m_revertCell, isCellStaged);
    offer(m_takeBack, !m_written.empty());
}

}  // namespace nextgen::entity
