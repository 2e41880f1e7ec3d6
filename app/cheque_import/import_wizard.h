#pragma once

#include "app/cheque_import/import_work.h"
#include "app/cheque_import/offline_preview.h"
#include "app/shell/context.h"

#include <QWidget>
#include <memory>

class QLabel;

namespace nextgen::ui {
class WizardFrame;
}

namespace nextgen::cheque_import {

class FileStep;
class PostStep;
class ResultStep;
class RowsStep;

/// One import in four steps: the file, what was understood of it and mending that, posting, the result. It
/// may be closed at any time: what is under way goes on among the long works, what the server has stays in
/// the list, and what was typed or chosen stays on this computer.
class ImportWizard : public QWidget {
    Q_OBJECT

  public:
    /// `work`: one that is under way; none begins with the choice of a file.
    explicit ImportWizard(shell::Context& context, std::shared_ptr<ImportWork> work = nullptr,
                          QWidget* parent = nullptr);
    ~ImportWizard() override;

    /// Takes a file that was dropped. False: another one is under way already.
    bool takeFile(const QString& filePath);
    /// Goes on with an import that the server has, at the step where it stands.
    void openImport(ChequeImportId id);
    /// Goes on with a file that an earlier run of the program did not send to the end.
    void resume(const NewImport& file);

    /// The step before posting, of an import that is open for changes; nothing is posted by it.
    void showPost();

    ImportWork& work() { return *m_work; }
    ui::WizardFrame* frame() const { return m_frame; }

  signals:
    /// Back to the list.
    void closed();
    void chequesWanted(nextgen::ChequeImportId id);
    void newImportWanted();

  protected:
    void changeEvent(QEvent* event) override;

  private:
    enum Step { File, Rows, Post, Result };

    void retranslate();
    void goNext();
    void goBack();
    void goTo(Step step);
    void follow();
    void showSending();
    void showFooter();
    void preview();
    bool mayPost() const;

    shell::Context& m_context;
    std::shared_ptr<ImportWork> m_work;
    OfflinePreview m_offline;
    ui::WizardFrame* m_frame;
    FileStep* m_file;
    RowsStep* m_rows;
    PostStep* m_post;
    ResultStep* m_result;
    QLabel* m_hint;
    qint64 m_bytesSent = 0;
    qint64 m_bytesTotal = 0;
    bool m_wantsNext = false;  ///< the keyboard goes to the way on, once there is one
};

}  // namespace nextgen::cheque_import
