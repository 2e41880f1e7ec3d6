#pragma once

#include "app/shell/context.h"
#include "shared/credit/exposure.h"

#include <QWidget>
#include <optional>

class QLabel;

namespace nextgen::ui {
class StackedBar;
}

namespace nextgen::cheque_import {

/// How a dealer's exposure moves with an import: from so much to so much, against the credit limit. It asks
/// the server itself; where the person may not see credit, or the file names several dealers, it says so.
class ExposureMove : public QWidget {
    Q_OBJECT

  public:
    explicit ExposureMove(shell::Context& context, QWidget* parent = nullptr);

    /// Asks how things stand now, and shows what posting this amount would add.
    void showBefore(std::optional<DealerId> dealer, const QString& dealerName, Money added);
    /// Takes over how things stood before, for showAfter().
    void startFrom(const ExposureMove& before);
    /// Asks again and shows what has moved since it was asked last, or only how it
    /// stands when it was not.
    void showAfter(std::optional<DealerId> dealer, const QString& dealerName);

    /// As last told by the server.
    const std::optional<credit::Exposure>& now() const { return m_now; }
    QString sentence() const;

  protected:
    void changeEvent(QEvent* event) override;

  private:
    enum class Look { Nothing, Before, After };
    void ask(std::optional<DealerId> dealer, const QString& dealerName);
    void show();

    shell::Context& m_context;
    Look m_look = Look::Nothing;
    std::optional<DealerId> m_dealer;
    QString m_dealerName;
    Money m_added;
    std::optional<Money> m_from;
    std::optional<credit::Exposure> m_now;
    QString m_failure;

    QLabel* m_title;
    QLabel* m_sentence;
    ui::StackedBar* m_bar;
};

}  // namespace nextgen::cheque_import
