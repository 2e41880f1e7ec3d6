#pragma once

#include "app/entity/list_staging.h"
#include "app/shell/context.h"
#include "app/shell/lister.h"
#include "app/shell/page.h"
#include "shared/api/entity.h"
#include "ui/describe/record.h"

#include <QWidget>

class QPushButton;

namespace nextgen::entity {

/// What refers to the records of an entity.
struct Relation {
    const api::Entity* entity;
    const describe::FieldInfo* field;
    bool isPart;
    bool isOnlyOne;  ///< of the references between the two

    /// "Orders", and the reference where there are several between the two.
    QString title() const;
};

/// The records that refer to one: the items of an order, the orders of a person. Parts are made and removed
/// here and changed in their cells or in a dialog; what has a page of its own is opened there.
class RelatedList : public QWidget {
    Q_OBJECT

  public:
    RelatedList(shell::Context& context, const api::Entity& of, const Relation& relation,
                QWidget* parent = nullptr);

    /// Whose; the rows of another one go.
    void setOf(std::int64_t id);
    /// Asks for the rows unless they are there.
    void load();
    /// The next load() asks again.
    void forget() { m_isLoaded = false; }

    /// Of the edits of parts, as those of a list.
    bool isDirty() const { return m_staging != nullptr && m_staging->isDirty(); }
    bool mayRest() const { return m_staging == nullptr || m_staging->mayRest(); }
    bool mayLeave(QWidget* asker) { return m_staging == nullptr || m_staging->mayLeave(asker); }

  signals:
    void pageWanted(const QString& id, const nextgen::shell::PageTarget& target);
    void stagingChanged();

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void retranslate();
    void openRow(int row);
    void followLink(const ui::RecordLink& link);
    void openNew();
    void removeRow(int row);
    void showButtons();

    shell::Context& m_context;
    const api::Entity& m_entity;
    const describe::FieldInfo& m_reference;
    bool m_isPart;
    std::int64_t m_id = 0;
    bool m_isLoaded = false;

    ui::RecordGrid* m_grid;
    ui::RecordTable* m_model;
    shell::Lister<ui::Record, ui::RecordTable>* m_lister;
    ListStaging* m_staging = nullptr;  ///< of parts that this person may change
    QPushButton* m_new;
    QPushButton* m_open;
    QPushButton* m_remove;
};

bool confirmRemoval(shell::Context& context, QWidget* asker, const QString& name);

}  // namespace nextgen::entity
