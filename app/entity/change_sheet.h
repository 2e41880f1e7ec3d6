#pragma once

#include "app/entity/change_writer.h"

#include <QDialog>
#include <set>

class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace nextgen::ui {
class ProgressPanel;
}

namespace nextgen::entity {

/// What is about to be written, in plain words, before it is: by field and record the value before and the
/// new one. Records can be taken out; one button writes the rest. What was refused stays, with its reason, to
/// be tried again.
class ChangeSheet : public QDialog {
    Q_OBJECT

  public:
    enum class Use { Commit, TakeBack };

    /// Both outlive the dialog.
    ChangeSheet(const api::Entity& entity, ui::StagedEdits& edits, ChangeWriter& writer, Use use,
                QWidget* parent);

    /// The records that would be written now.
    std::set<std::int64_t> chosen() const;

  public slots:
    void write();
    /// Stops first, while something is under way.
    void reject() override;

  signals:
    /// What was written shall be as it was before.
    void takeBackWanted();

  protected:
    void changeEvent(QEvent* event) override;

  private:
    enum Column { Name, Before, After, Difference, Reason, Columns };

    void retranslate();
    void showEdits();
    void showState();
    void addField(const describe::FieldInfo& field);
    /// A record stands once under each of its fields: it is in or out in all of them.
    void follow(QTreeWidgetItem* item);
    void finished(const QString& failure);

    const api::Entity& m_entity;
    ui::StagedEdits& m_edits;
    ChangeWriter& m_writer;
    const Use m_use;
    std::set<std::int64_t> m_out;
    int m_written = 0;
    QString m_failure;
    QLabel* m_title;
    QLabel* m_end;
    QTreeWidget* m_tree;
    ui::ProgressPanel* m_progress;
    QPushButton* m_write;
    QPushButton* m_takeBack;
    QPushButton* m_close;
};

}  // namespace nextgen::entity
