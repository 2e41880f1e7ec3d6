#pragma once

#include <QFrame>
#include <vector>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace nextgen::ui {

enum class StepState { Todo, Current, Done, Failed };

/// The numbered steps above a wizard, one label and one state each.
class StepHeader : public QWidget {
    Q_OBJECT

  public:
    explicit StepHeader(QWidget* parent = nullptr);

    void addStep(const QString& title);
    void setTitle(int step, const QString& title);
    void setState(int step, StepState state);
    StepState state(int step) const { return m_steps.at(static_cast<std::size_t>(step)).state; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    struct Step {
        QString title;
        StepState state = StepState::Todo;
    };
    void describe();

    std::vector<Step> m_steps;
};

/// A task in steps: header, the step's page, and back, next and cancel below. It decides nothing: whoever
/// owns it answers the requests and says where it stands. Enter in a field goes on, Ctrl+S from anywhere.
class WizardFrame : public QFrame {
    Q_OBJECT

  public:
    explicit WizardFrame(QWidget* parent = nullptr);

    /// The page is taken over.
    int addStep(const QString& title, QWidget* page);
    void setStepTitle(int step, const QString& title);
    void setStepState(int step, StepState state);

    /// Shows the step's page; steps before it become Done, it Current, those after it Todo.
    void setCurrent(int step);
    int current() const;
    QWidget* currentPage() const;

    /// Empty texts stand for the usual words.
    void setNextText(const QString& text);
    void setCancelText(const QString& text);
    void setNextEnabled(bool isEnabled);
    void setNextVisible(bool isVisible);
    void setBackEnabled(bool isEnabled);
    void setCancelVisible(bool isVisible);
    /// Beside the buttons, at the leading end: a control sum, a hint. Taken over.
    void setFooterWidget(QWidget* widget);

    QPushButton* nextButton() const { return m_next; }
    QPushButton* backButton() const { return m_back; }
    QPushButton* cancelButton() const { return m_cancel; }

  signals:
    void nextRequested();
    void backRequested();
    void cancelRequested();

  protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

  private:
    void retranslate();

    StepHeader* m_header;
    QStackedWidget* m_pages;
    QHBoxLayout* m_footer;
    QPushButton* m_back;
    QPushButton* m_next;
    QPushButton* m_cancel;
    QString m_nextText;
    QString m_cancelText;
};

}  // namespace nextgen::ui
