#pragma once

#include <QFrame>

class QLabel;
class QProgressBar;
class QPushButton;

namespace nextgen::ui {

/// Long work: what is being done, how far it is, and the way to stop it.
class ProgressPanel : public QFrame {
    Q_OBJECT

  public:
    explicit ProgressPanel(QWidget* parent = nullptr);

    void setText(const QString& text);
    /// done of total; the words beside the bar are "1,200 of 5,000" and the percentage.
    void setProgress(qint64 done, qint64 total);
    /// How far is not known: the bar runs.
    void setIndeterminate();
    void setCancelVisible(bool isVisible);
    /// After the request the button rests, so that it is not pressed twice.
    void setCancelEnabled(bool isEnabled);

  signals:
    void cancelRequested();

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void showProgress();

    QLabel* m_text;
    QProgressBar* m_bar;
    QLabel* m_numbers;
    QPushButton* m_cancel;
    qint64 m_done = 0;
    qint64 m_total = 0;
};

}  // namespace nextgen::ui
