#pragma once

#include "app/cheque_import/cheque_import_calls.h"
#include "app/shell/context.h"

#include <QWidget>

class QButtonGroup;
class QLabel;
class QRadioButton;
class QStackedWidget;

namespace nextgen::dealer {
class DealerPicker;
}
namespace nextgen::ui {
class Banner;
class ProgressPanel;
}  // namespace nextgen::ui

namespace nextgen::cheque_import {

class DropZone;

/// The wizard's first step: which file, whose cheques, in which unit; then how far it is.
class FileStep : public QWidget {
    Q_OBJECT

  public:
    explicit FileStep(shell::Context& context, QWidget* parent = nullptr);

    /// What was chosen; the key is not set.
    NewImport choice() const;
    void setChoice(const NewImport& file);
    void setFile(const QString& filePath);
    /// A file, and a dealer where one has to be chosen.
    bool isComplete() const;
    /// Asks for a file with the system's dialog.
    void chooseFile();

    /// An empty text takes it away.
    void showError(const QString& text);
    /// The form rests while something is under way.
    void showProgress(const QString& text, qint64 done, qint64 total);
    void showForm();

  signals:
    void changed();
    /// The person chose a file; nothing else has to be said.
    void fileChosen();
    void stopRequested();

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void retranslate();

    shell::Context& m_context;
    ui::Banner* m_error;
    QStackedWidget* m_stack;
    DropZone* m_drop;
    QLabel* m_dealerTitle;
    QRadioButton* m_namedByFile;
    QRadioButton* m_oneDealer;
    dealer::DealerPicker* m_dealer;
    QLabel* m_unitTitle;
    QRadioButton* m_unitOfFile;
    QRadioButton* m_rial;
    QRadioButton* m_toman;
    QLabel* m_unitHint;
    ui::ProgressPanel* m_progress;
};

}  // namespace nextgen::cheque_import
