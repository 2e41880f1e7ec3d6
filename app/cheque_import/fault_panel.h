#pragma once

#include "app/cheque_import/import_work.h"
#include "app/shell/context.h"

#include <QFrame>

class QButtonGroup;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace nextgen::ui {
class JalaliDateEdit;
class MoneyEdit;
}  // namespace nextgen::ui

namespace nextgen::cheque_import {

/// The faults of an import by kind, most frequent first, and one value for all rows that have the chosen one.
class FaultPanel : public QFrame {
    Q_OBJECT

  public:
    explicit FaultPanel(shell::Context& context, QWidget* parent = nullptr);

    void setFaults(const std::vector<FaultGroup>& faults, bool isPartial);
    /// While something is under way nothing can be set.
    void setBusy(bool isBusy);
    /// What became of the last mend; an empty text takes it away.
    void showResult(const QString& text, bool isBad);

  signals:
    void mendWanted(const nextgen::cheque_import::CommonMend& mend);
    /// The person wants to see rows with this fault.
    void faultChosen(nextgen::cheque_import::Column column, const std::string& code);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void retranslate();
    void showGroup(int place);
    void showRows();
    void judge();
    int rowsMeant() const;
    /// Whether one value for many rows makes sense: an identifier is each row's own.
    static bool isShareable(Column column);
    std::string typed() const;

    std::vector<FaultGroup> m_faults;
    bool m_isPartial = false;
    bool m_isBusy = false;
    int m_current = -1;

    QLabel* m_title;
    QLabel* m_hint;
    QVBoxLayout* m_list;
    QScrollArea* m_listArea;
    QButtonGroup* m_buttons;
    QComboBox* m_rows;
    QLabel* m_valueLabel;
    QStackedWidget* m_editors;
    QLineEdit* m_text;
    ui::MoneyEdit* m_money;
    ui::JalaliDateEdit* m_date;
    QPushButton* m_set;
    QLabel* m_eachItsOwn;
    QLabel* m_result;
};

}  // namespace nextgen::cheque_import
