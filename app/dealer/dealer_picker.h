#pragma once

#include "app/shell/context.h"
#include "shared/dealer/dealer.h"

#include <QTimer>
#include <QWidget>
#include <optional>
#include <vector>

class QCompleter;
class QLineEdit;
class QStandardItemModel;

namespace nextgen::dealer {

/// Chooses a dealer by typing part of the name or the code. Whoever belongs to a dealer has no choice: it is
/// theirs.
class DealerPicker : public QWidget {
    Q_OBJECT

  public:
    explicit DealerPicker(shell::Context& context, QWidget* parent = nullptr);

    std::optional<DealerId> value() const { return m_value; }
    /// The name is asked of the server.
    void setValue(std::optional<DealerId> id);
    QLineEdit* lineEdit() const { return m_line; }

  signals:
    void valueChanged();

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void retranslate();
    void showValue();
    void search();
    void showFound(std::vector<Dealer> found);
    void take(const Dealer& dealer);

    shell::Context& m_context;
    QLineEdit* m_line;
    QCompleter* m_completer;
    QStandardItemModel* m_model;
    QTimer m_rest;
    std::vector<Dealer> m_found;
    std::optional<DealerId> m_value;
    std::optional<Dealer> m_shown;  ///< whom the value names, once the server has said
};

}  // namespace nextgen::dealer
