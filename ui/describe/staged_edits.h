#pragma once

#include "ui/describe/record.h"

#include <QObject>
#include <QString>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

namespace nextgen::ui {

/// What is staged of a record.
struct StagedRow {
    Record base;  ///< as it was when it was edited first, or was read anew since
    std::map<std::string_view, FieldValue> values;
    QString reason;  ///< why it was refused; empty: it was not, or has been edited since
};

/// Edits of records that were made and are not sent yet: by record and field the value that shall stand
/// there, beside the record as it was. What was done in one go is one step, taken back and done again as one.
///
/// Where a reference is edited, the text that words it is edited with it, so that it can be shown; that is a
/// read-only field, which neither counts nor is sent.
class StagedEdits : public QObject {
    Q_OBJECT

  public:
    /// So many records at once, and so many steps back.
    static constexpr std::size_t rowsMax = 1'000;
    static constexpr std::size_t stepsMax = 100;

    using Row = StagedRow;
    struct Edit {
        Record record;  ///< as it is known now, without what is staged
        FieldChanges values;
    };

    using QObject::QObject;

    bool isEmpty() const { return m_rows.empty(); }
    /// By id.
    const std::map<std::int64_t, Row>& rows() const { return m_rows; }
    /// nullptr: nothing of this record is staged.
    const Row* row(std::int64_t id) const;
    /// nullptr: this field of it is not.
    const FieldValue* value(std::int64_t id, std::string_view field) const;
    int cellCount() const;
    int refusedCount() const;
    /// What is to be written of a row.
    static FieldChanges changesOf(const Row& row);

    /// One step. A value that the record has already takes the edit of this field away. False when there
    /// would be more than rowsMax records: nothing is staged then.
    bool stage(const std::vector<Edit>& edits);
    /// Take back one field, one record, or everything: a step too.
    void revert(std::int64_t id, std::string_view field);
    void revert(std::int64_t id);
    void revertAll();

    bool canUndo() const { return !m_done.empty(); }
    bool canRedo() const { return !m_undone.empty(); }
    void undo();
    void redo();

    /// These values of the record were written, and made it this version. What was staged anew meanwhile
    /// stays.
    void settle(std::int64_t id, const FieldChanges& written, int version);
    void refuse(std::int64_t id, const QString& reason);
    /// The record is another one by now: what is staged stands against that from here on.
    void rebase(const Record& record);
    /// Nothing can be written of it any more.
    void forget(std::int64_t id);

    /// As they were kept; steps are not.
    void restore(std::map<std::int64_t, Row> rows);

  signals:
    void changed();

  private:
    struct Move {
        std::int64_t id;
        std::string_view field;
        std::optional<FieldValue> before;
        std::optional<FieldValue> after;
    };
    using Step = std::vector<Move>;

    void add(Step& step, std::int64_t id, std::string_view field, std::optional<FieldValue> after) const;
    /// Does a new step.
    void take(Step step);
    void put(std::int64_t id, std::string_view field, const std::optional<FieldValue>& value);
    void forgetSteps(std::int64_t id);

    std::map<std::int64_t, Row> m_rows;
    /// Of every record that a step knows, as base of what comes back.
    std::map<std::int64_t, Record> m_bases;
    std::vector<Step> m_done;
    std::vector<Step> m_undone;
};

}  // namespace nextgen::ui
