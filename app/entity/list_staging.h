#pragma once

#include "app/entity/bulk_edit_dialog.h"
#include "app/entity/change_writer.h"
#include "app/entity/staging_draft.h"
#include "app/shell/context.h"
#include "ui/describe/record.h"
#include "ui/describe/staged_edits.h"

#include <QList>
#include <QObject>
#include <QTimer>
#include <functional>
#include <vector>

class QAction;
class QWidget;

namespace nextgen::ui {
class Banner;
class RecordGrid;
}  // namespace nextgen::ui

namespace nextgen::entity {

/// Makes a list editable: what is typed into its cells or changed in bulk is staged, looked at in a
/// ChangeSheet, written by one button, and for ten minutes taken back by another. Edits outlive the program
/// until they are written.
class ListStaging : public QObject {
    Q_OBJECT

  public:
    /// What of the list there is beyond its rows.
    struct List {
        std::function<void()> reload;
        /// How it is asked now, for all rows that fit.
        std::function<BulkRows()> rows;
    };

    /// The table is the grid's model; all outlive this or go with it.
    ListStaging(shell::Context& context, const api::Entity& entity, ui::RecordTable& table,
                ui::RecordGrid& grid, List list, QObject* parent);
    ~ListStaging() override;

    static constexpr int takeBackMs = 10 * 60 * 1'000;

    const ui::StagedEdits& edits() const { return *m_edits; }
    /// For the palette and their keys.
    QList<QAction*> commands() const;
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

  private:
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
    const List m_list;
    ui::StagedEdits* m_edits;
    StagingDraft* m_draft;
    ChangeWriter* m_writer;
    ui::Banner* m_strip;
    std::vector<WrittenRecord> m_written;  ///< by the last sheet: what can be taken back
    QTimer m_takeBackTime;
    bool m_isReviewKeyTaken = false;
    QAction* m_review;
    QAction* m_undo;
    QAction* m_redo;
    QAction* m_revertCell;
    QAction* m_discard;
    QAction* m_bulk;
    QAction* m_takeBack;
};

}  // namespace nextgen::entity
