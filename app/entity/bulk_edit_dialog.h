#pragma once

#include "app/client/listing.h"
#include "app/client/page.h"
#include "app/shell/context.h"
#include "shared/api/entity.h"
#include "ui/describe/amount_change.h"
#include "ui/describe/staged_edits.h"

#include <QCoroTask>
#include <QDialog>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;

namespace nextgen::ui {
class FieldForm;
class MoneyEdit;
}  // namespace nextgen::ui

namespace nextgen::entity {

/// The rows that a change of many may be made to.
struct BulkRows {
    std::vector<ui::Record> chosen;
    std::vector<ui::Record> held;  ///< the first of those that fit the list's filter
    std::optional<qint64> total;   ///< of all that fit, about
    client::Listing listing;
    std::function<QCoro::Task<client::Answer<client::Page<ui::Record>>>(client::Listing)> ask;
};

/// Changes one field of many records: to a value, to nothing or, of amounts and numbers, by a percentage or a
/// number, rounded. It stages the edits and writes nothing.
class BulkEditDialog : public QDialog {
    Q_OBJECT

  public:
    enum class Way { Set, Clear, RaisePercent, LowerPercent, RaiseNumber, LowerNumber };

    /// `edits` outlive the dialog: what is staged already is what a percentage is taken of.
    BulkEditDialog(shell::Context& context, const api::Entity& entity, const ui::StagedEdits& edits,
                   BulkRows rows, QWidget* parent);
    ~BulkEditDialog() override;

    static constexpr std::size_t rowsMax = ui::StagedEdits::rowsMax;

  public slots:
    void accept() override;

  signals:
    void editsMade(const std::vector<nextgen::ui::StagedEdits::Edit>& edits);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    struct Outcome {
        std::vector<ui::StagedEdits::Edit> edits;
        int refused = 0;  ///< would fall below zero or grow too large
    };

    void retranslate();
    void showField();
    void showWay();
    void showPreview();
    const describe::FieldInfo& field() const;
    Way way() const;
    /// What is to be done with a value; nullopt as long as what was typed is none.
    std::optional<std::function<std::optional<ui::FieldChanges>(const ui::FieldValue&)>> rule();
    Outcome outcomeFor(const std::vector<ui::Record>& records);
    void make(const std::vector<ui::Record>& records);
    const ui::FieldValue& valueOf(const ui::Record& record) const;

    shell::Context& m_context;
    const api::Entity& m_entity;
    const ui::StagedEdits& m_edits;
    BulkRows m_rows;
    std::vector<const describe::FieldInfo*> m_fields;
    QLabel* m_title;
    QRadioButton* m_chosen;
    QRadioButton* m_all;
    QLabel* m_fieldLabel;
    QComboBox* m_field;
    QLabel* m_wayLabel;
    QComboBox* m_way;
    QLabel* m_valueLabel;
    QWidget* m_value;
    ui::FieldForm* m_form = nullptr;  ///< for a value
    QLineEdit* m_percent;
    QLineEdit* m_number;
    ui::MoneyEdit* m_amount;
    QLabel* m_roundLabel;
    QComboBox* m_round;
    QLabel* m_preview;
    QPushButton* m_ok;
    QPushButton* m_cancel;
    bool m_isAsking = false;
};

}  // namespace nextgen::entity
