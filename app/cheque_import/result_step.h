#pragma once

#include "app/cheque_import/import_work.h"
#include "app/shell/context.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;

namespace nextgen::ui {
class Banner;
class IconLabel;
class ProgressPanel;
}  // namespace nextgen::ui

namespace nextgen::cheque_import {

class ExposureMove;

/// The wizard's last step: what was posted, how the exposure moved, and the way back.
class ResultStep : public QWidget {
    Q_OBJECT

  public:
    ResultStep(shell::Context& context, ImportWork& work, QWidget* parent = nullptr);

    /// Looks at the import anew.
    void showImport();
    ExposureMove* exposure() const { return m_exposure; }

  signals:
    void newImportWanted();
    void chequesWanted();

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void retranslate();
    void undo();
    void showKept();
    void showFailure(const client::Failure& failure);

    shell::Context& m_context;
    ImportWork& m_work;
    std::vector<Kept> m_kept;
    std::optional<int> m_undone;  ///< how many the undo of just now reversed

    ui::Banner* m_error;
    ui::IconLabel* m_icon;
    QLabel* m_headline;
    QLabel* m_words;
    QLabel* m_left;
    ExposureMove* m_exposure;
    QLabel* m_keptTitle;
    QListWidget* m_keptList;
    ui::ProgressPanel* m_progress;
    QPushButton* m_cheques;
    QPushButton* m_errors;
    QPushButton* m_undo;
    QPushButton* m_new;
};

/// Asks where, then saves the failed rows with a reason column. `done` gets a sentence; not called when the
/// person went back.
void saveErrorsAs(shell::Context& context, QWidget* parent, const ChequeImport& import,
                  std::function<void(const QString& sentence, bool isSaved)> done);
/// Asks whether the postings of an import are to be reversed.
bool confirmUndo(shell::Context& context, QWidget* parent, const ChequeImport& import);

}  // namespace nextgen::cheque_import
