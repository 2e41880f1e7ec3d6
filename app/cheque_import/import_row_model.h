#pragma once

#include "app/cheque_import/mend_queue.h"
#include "ui/describe/record_model.h"

#include <QPointer>

namespace nextgen::cheque_import {

/// The rows of an import in a grid: the row's number and state, a column for each value that the sheet has,
/// and in words what was found. A cell that was not understood shows what stands there; what was typed and
/// not yet taken by the server stands over what the server knows.
class ImportRowModel : public ui::RecordModelBase {
    Q_OBJECT

  public:
    /// The sheet's columns decide which values are shown; Sayad id, amount and due date always are.
    explicit ImportRowModel(const std::vector<SheetColumn>& sheetColumns, QObject* parent = nullptr);

    /// The queue's mends are shown and, while `isOpen`, cells can be typed into.
    void setMends(MendQueue* mends);
    void setOpen(bool isOpen);

    int count() const override { return static_cast<int>(m_rows.size()); }
    const StagedRow& at(int row) const { return m_rows.at(static_cast<std::size_t>(row)); }
    /// The place of a row of the sheet; -1 when it is not among those loaded.
    int placeOf(int sheetRow) const;

    void replace(std::vector<StagedRow> rows);
    void append(std::vector<StagedRow> rows);
    /// The row of the same number anew; passed over when it is not among those loaded.
    void update(const StagedRow& row);

    /// What was found about a row, in a sentence or more; empty when it was taken as it stands.
    QString notesOf(int row) const;
    /// The text of a value's cell in the file; empty where there is none.
    std::string cellText(const StagedRow& row, Column column) const;
    /// Whether a person may type over this column.
    static bool isMendable(std::string_view fieldName);

    /// Words everything anew.
    void retranslate();

    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

  protected:
    ui::CellValue cell(int row, const describe::FieldInfo& field) const override;
    void reorder(const std::vector<int>& order) override;

  private:
    static std::vector<std::string_view> columnsFor(const std::vector<SheetColumn>& sheetColumns);
    bool take(int row, std::string_view fieldName, const QString& typed);
    std::optional<ui::CellMark> markOf(int row, std::string_view fieldName) const;
    QString worded(const StagedRow& row) const;
    void wordAgain(int place);

    std::vector<SheetColumn> m_sheetColumns;
    std::vector<StagedRow> m_rows;
    std::vector<std::string> m_notes;  ///< beside m_rows: cells are views into it
    QPointer<MendQueue> m_mends;
    bool m_isOpen = false;
};

/// "The same cheque stands in row 5: 1,054,500,000 rials, due 1405/09/24".
QString twinSentence(const Twin& twin);

}  // namespace nextgen::cheque_import
