#pragma once

#include "shared/core/money.h"

#include <QWidget>
#include <optional>

class QLabel;
class QLineEdit;

namespace nextgen::ui {

/// An amount in rials: groups as one types, digits of the language, shorthand ("12م"), and under the field
/// the amount in words and in tomans, where a wrong number of zeros is seen before it is saved.
class MoneyEdit : public QWidget {
    Q_OBJECT

  public:
    explicit MoneyEdit(QWidget* parent = nullptr);
    ~MoneyEdit() override;

    /// nullopt while empty or not an amount.
    std::optional<Money> value() const { return m_value; }
    void setValue(std::optional<Money> value);
    /// Empty, or an amount.
    bool isAcceptable() const;

    /// The line under the field; cells of a grid do without.
    void setHintVisible(bool isVisible);
    QLineEdit* lineEdit() const { return m_line; }

  signals:
    void valueChanged(std::optional<nextgen::Money> value);
    void editingFinished();

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void readText();
    void regroup();
    void finish();
    void showHint();
    void alignText();

    QLineEdit* m_line;
    QLabel* m_hint;
    std::optional<Money> m_value;
    bool m_isHintWanted = true;
};

}  // namespace nextgen::ui
