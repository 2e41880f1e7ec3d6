#pragma once

#include "app/entity/bulk_edit_dialog.h"
#include "app/entity/change_writer.h"
#include "app/entity/staging_draft.h"
#include "app/shell/context.h"
#include "app/shell/lister.h"
#include "ui/describe/record.h"
#include "ui/describe/staged_edits.h"

#include <QList>
#include <QObject>
#include <QTimer>
#include <vector>

class QAction;
class QKeyEvent;
class QWidget;

namespace nextgen::ui {
class Banner;
class RecordGrid;
}  // namespace nextgen::ui

namespace nextgen::entity {

/// Makes a list editable: what is typed into its cells or changed in bulk is staged, looked at in a
/// ChangeSheet, written by one button, and for ten minutes taken back by another. Edits outlive the program
/// until they are written. Of parts each record that they are parts of has a staging of its own.
class ListStaging : public QObject {
    Q_OBJECT

  public:
    using Lister = shell::Lister<ui::Record, ui::RecordTable>;

    /// The table is the grid's model, the lister fills it; all outlive this or go with it.
    ListStaging(shell::Context& context, const api::Entity& entity, ui::RecordTable& table,
                ui::RecordGrid& grid, Lister& lister, QObject* parent);
    ~ListStaging() override;

    static constexpr int takeBackMs = 10 * 60 * 1'000;

    const ui::StagedEdits& edits() const { return *m_edits; }
    /// For the palette and their keys.
    QList<QAction*> commands() const;
    /// For a list within a page that has the same keys for something else: here they are of this list while
    /// the keyboard is in it and there is something for them to do. F2 edits the cell.
    void takeKeys();
    /// Parts of another record; what is staged of the ones before is kept until they are looked at again.
    void setOf(std::int64_t record);
    /// What is staged, in a strip that stands beside the list.
    QWidget* strip() const;

    bool isDirty() const;
    /// Whether the list can go and come back as it is.
    bool mayRest() const;
    /// Asks before what is staged goes.
    bool mayLeave(QWidget* asker);
    /// While something else has the key that opens the sheet.
    void setReviewKeyTaken(bool isTaken);

    void review();
    void bulkEdit();
    void retranslate();

  signals:
    void changed();

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    QAction* actionFor(const QKeyEvent& key) const;
    BulkRows bulkRows() const;
    void changedStaging();
    void restore();
    void openSheet(ui::StagedEdits& edits, ChangeWriter& writer, bool isTakingBack);
    void wrote();
    void takeBack();
    void revertCell();
    void showStrip();
    void showCommands();
    void stage(const std::vector<ui::StagedEdits::Edit>& edits);
    void sayFull();

    shell::Context& m_context;
    const api::Entity& m_entity;
    ui::RecordTable& m_table;
    ui::RecordGrid& m_grid;
    Lister& m_lister;
    ui::StagedEdits* m_edits;
    StagingDraft* m_draft;
    ChangeWriter* m_writer;
    ui::Banner* m_strip;
    std::vector<WrittenRecord> m_written;  ///< by the last sheet: what can be taken back
    QTimer m_takeBackTime;
    bool m_isReviewKeyTaken = false;
    bool m_isTurning = false;   ///< to what is kept of other records
    bool m_isRestored = false;  ///< what was kept has been looked for
    QAction* m_editCell;
    QAction* m_review;
    QAction* m_undo;
    QAction* m_redo;
    QAction* m_revertCell;
    QAction* m_discard;
    QAction* m_bulk;
    QAction* m_takeBack;
};

}  // namespace nextgen::entity
