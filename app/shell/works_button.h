#pragma once

#include "app/client/works.h"

#include <QFrame>
#include <QToolButton>
#include <vector>

class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace nextgen::shell {

/// Each long work with its progress, what came of it and what can be done.
class WorksPanel : public QFrame {
    Q_OBJECT

  public:
    WorksPanel(client::Works& works, QWidget* parent);

  signals:
    /// Of a work: a file's path or a link.
    void resultWanted(const QString& result);

  protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

  private:
    class Row;

    void showWorks();
    void showTrouble();
    void retranslate();
    Row* rowOf(int id);

    client::Works& m_works;
    std::vector<Row*> m_rows;
    QLabel* m_title;
    QPushButton* m_forget;
    QLabel* m_empty;
    QVBoxLayout* m_list;
    QScrollArea* m_scroll;
};

/// How much runs, in the status bar; opens the panel. Not shown as long as nothing has begun.
class WorksButton : public QToolButton {
    Q_OBJECT

  public:
    explicit WorksButton(client::Works& works, QWidget* parent = nullptr);

    WorksPanel* panel() const { return m_panel; }
    void openPanel();

  signals:
    void resultWanted(const QString& result);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void showState();

    client::Works& m_works;
    WorksPanel* m_panel;
};

/// "Done", or why it failed, in the language of the moment.
QString stateOf(const client::Work& work);

}  // namespace nextgen::shell
