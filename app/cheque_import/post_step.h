#pragma once

#include "app/cheque_import/import_work.h"
#include "app/shell/context.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace nextgen::ui {
class Banner;
class MoneyEdit;
class ProgressPanel;
}  // namespace nextgen::ui

namespace nextgen::cheque_import {

class ExposureMove;

/// The wizard's third step: what will be posted, held against the paper list before it is.
class PostStep : public QWidget {
    Q_OBJECT

  public:
    PostStep(shell::Context& context, ImportWork& work, QWidget* parent = nullptr);

    /// Looks at the import anew.
    void showImport();
    /// What the paper list says; nullopt while a field cannot be read.
    std::optional<ControlSum> control() const;
    ExposureMove* exposure() const { return m_exposure; }

  signals:
    void changed();

  protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

  private:
    void retranslate();
    void compare();
    void showFailure(const client::Failure& failure);

    shell::Context& m_context;
    ImportWork& m_work;
    ui::Banner* m_error;
    QLabel* m_headline;
    QLabel* m_words;
    QLabel* m_left;
    QLabel* m_controlTitle;
    QLabel* m_controlHint;
    QLabel* m_countLabel;
    QLineEdit* m_count;
    QLabel* m_countVerdict;
    QLabel* m_amountLabel;
    ui::MoneyEdit* m_amount;
    QLabel* m_amountVerdict;
    ExposureMove* m_exposure;
    ui::ProgressPanel* m_progress;
};

}  // namespace nextgen::cheque_import
