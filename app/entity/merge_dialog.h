#pragma once

#include "shared/api/entity.h"
#include "shared/core/instant.h"
#include "ui/describe/field_form.h"

#include <QDialog>
#include <string_view>
#include <vector>

class QLabel;
class QPushButton;
class QTableWidget;

namespace nextgen::entity {

/// A field that two people changed apart from each other, or one of them.
struct MergeLine {
    enum class Take { Undecided, Mine, Theirs };

    const describe::FieldInfo* field;
    QString base, mine, theirs;  ///< in words
    Take take = Take::Undecided;

    /// Both changed it, each to something else.
    bool isConflict = false;
};

/// What differs between the record that the form was opened with, what stands in the form and what the record
/// is now. Decided where only one side changed it, or both alike.
std::vector<MergeLine> mergeLines(const api::Entity& entity, const ui::FieldForm& form,
                                  const ui::Record& base, const ui::Record& theirs);

/// Asks field by field whose value it shall be. Keys: Up and Down go through the fields, Left and Right
/// choose the column, Enter saves once everything is decided.
class MergeDialog : public QDialog {
    Q_OBJECT

  public:
    /// `who` changed the record; empty: not known.
    MergeDialog(const api::Entity& entity, const QString& name, std::vector<MergeLine> lines,
                const QString& who, Instant when, QWidget* parent = nullptr);

    const std::vector<MergeLine>& lines() const { return m_lines; }
    bool isDecided() const;

  public slots:
    void accept() override;

  protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    enum Column { Field, Base, Mine, Theirs, Columns };

    void choose(int row, MergeLine::Take take);
    void chooseAll(MergeLine::Take take);
    void show(int row);
    void retranslate();

    const api::Entity& m_entity;
    const QString m_name;
    const QString m_who;
    const Instant m_when;
    std::vector<MergeLine> m_lines;
    QLabel* m_title;
    QLabel* m_how;
    QTableWidget* m_table;
    QLabel* m_open;
    QPushButton* m_allMine;
    QPushButton* m_allTheirs;
    QPushButton* m_save;
    QPushButton* m_back;
};

}  // namespace nextgen::entity
