#pragma once

#include "app/account/account_calls.h"
#include "app/shell/context.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace nextgen::ui {
class BusyLine;
class Form;
class QrCode;
}  // namespace nextgen::ui

namespace nextgen::account {

/// A code of six digits is one of the app, anything else a recovery code.
FactorCode factorCode(const QString& typed);

/// One's own second factor: turned on by a code of the app that has read the QR code, after which the
/// recovery codes are shown once; turned off or given new recovery codes by another code.
class SecondFactorPanel : public QWidget {
    Q_OBJECT

  public:
    SecondFactorPanel(shell::Context& context, QWidget* parent = nullptr);

    /// As the session says: off or on.
    void begin();
    /// Straight to the QR code, where a role demands it.
    void enroll();

  signals:
    /// The recovery codes were seen after it was turned on.
    void done();

  protected:
    void changeEvent(QEvent* event) override;

  private:
    enum class State {
        Off,
        Scanning,  ///< the QR code is shown, a code is awaited
        Codes,     ///< recovery codes are shown
        On,
    };

    void show(State state);
    void retranslate();
    void setBusy(bool isBusy);
    void act();
    void actOtherwise();
    void takeCodes(const client::Answer<QStringList>& answer);
    /// Says what was refused; whether it was.
    bool refused(const client::Failure* failure);

    shell::Context& m_context;
    State m_state = State::Off;
    Enrolment m_enrolment;
    QStringList m_codes;
    bool m_isNew = false;  ///< the codes are those of a factor that was just turned on
    bool m_isBusy = false;

    QLabel* m_heading;
    QLabel* m_explanation;
    ui::QrCode* m_qr;
    QLabel* m_secret;
    QLabel* m_codeList;
    ui::Form* m_form;
    QLineEdit* m_code;
    QPushButton* m_act;
    QPushButton* m_other;
    ui::BusyLine* m_busyLine;
};

}  // namespace nextgen::account
