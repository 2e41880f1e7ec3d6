#pragma once

#include "app/entity/record_panel.h"

#include <QDialog>

namespace nextgen::entity {

/// A record that has no page of its own, in front of the one that it is a part of. Deletes itself.
class RecordDialog : public QDialog {
    Q_OBJECT

  public:
    RecordDialog(shell::Context& context, const api::Entity& entity, Given given, QWidget* parent);

    void showRecord(const ui::Record& record);
    void startNew();
    void reject() override;

  signals:
    /// Something was made, changed or removed.
    void changed();
    void pageWanted(const QString& id, const nextgen::shell::PageTarget& target);

  private:
    const api::Entity& m_entity;
    RecordPanel* m_panel;
};

}  // namespace nextgen::entity
