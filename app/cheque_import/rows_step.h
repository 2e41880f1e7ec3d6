#pragma once

#include "app/cheque_import/import_work.h"
#include "app/cheque_import/offline_preview.h"
#include "app/shell/context.h"

#include <QWidget>
#include <array>
#include <memory>

class QButtonGroup;
class QFrame;
class QLabel;
class QPushButton;
class QToolButton;

namespace nextgen::ui {
class Banner;
class RecordGrid;
}  // namespace nextgen::ui

namespace nextgen::cheque_import {

class FaultPanel;

/// The wizard's second step: what was understood of the file, row by row, and mending it in place. While the
/// server cannot be reached it shows what this machine understands, to be read only.
class RowsStep : public QWidget {
    Q_OBJECT

  public:
    RowsStep(shell::Context& context, ImportWork& work, QWidget* parent = nullptr);

    /// Shows the work's import from now on.
    void showImport();
    void showPreview(const NewImport& file, const Preview& preview);
    bool isPreview() const { return m_preview != nullptr; }
    /// To the next cell with a fault after the current one, from the first again after the last.
    void goToNextFault();

  protected:
    void changeEvent(QEvent* event) override;

  private:
    /// All, ready, repaired, duplicate, failed.
    static constexpr std::size_t chipCount = 5;

    void retranslate();
    void showFacts();
    void showCounts();
    void showMends();
    void showCurrentRow();
    void setModel(ImportRowModel* model);
    void applyFilter(int chip);
    void keepMine(bool isMine);
    static RowFilter filterOf(int chip);

    shell::Context& m_context;
    ImportWork& m_work;
    std::unique_ptr<Preview> m_preview;
    std::unique_ptr<ImportRowModel> m_previewRows;
    NewImport m_previewFile;

    QLabel* m_facts;
    QToolButton* m_columnsToggle;
    QLabel* m_columns;
    QButtonGroup* m_chips;
    std::array<QPushButton*, chipCount> m_chipButtons{};
    QToolButton* m_nextFault;
    QLabel* m_sum;
    QLabel* m_sumInWords;
    ui::Banner* m_previewBanner;
    ui::Banner* m_mendBanner;
    ui::RecordGrid* m_grid;
    FaultPanel* m_faults;
    QFrame* m_detail;
    QLabel* m_detailTitle;
    QLabel* m_detailText;
    QPushButton* m_sendMine;
    QPushButton* m_dropMine;
};

}  // namespace nextgen::cheque_import
