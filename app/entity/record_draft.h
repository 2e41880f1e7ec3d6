#pragma once

#include "app/client/draft_slot.h"
#include "app/shell/context.h"
#include "shared/api/entity.h"
#include "ui/describe/field_form.h"

#include <QDateTime>
#include <QObject>
#include <functional>
#include <map>
#include <optional>

namespace nextgen::entity {

/// What was typed into a record and not saved.
struct TypedRecord {
    std::map<std::string, QString> typed;  ///< by field, see FieldForm::typed()
    ui::FieldChanges before;               ///< what the record had there
    /// Of a new record that was sent and not answered: the same again is not made twice.
    QByteArray sentBody;
    QString sentKey;
    QDateTime savedAt;
};

/// Keeps what is typed into one record on this machine, a moment after it was typed, until it is saved or
/// discarded.
class RecordDraft : public QObject {
    Q_OBJECT

  public:
    /// `state`: what is to be kept now; nothing: what was kept goes.
    RecordDraft(shell::Context& context, const api::Entity& entity,
                std::function<std::optional<TypedRecord>()> state, QObject* parent);
    ~RecordDraft() override;

    static constexpr const char* kind = "record";
    /// Under which draft a record is kept: "brands/12", "brands/new", "addresses/new/user_id=7".
    static QString keyOf(const api::Entity& entity, std::int64_t id, std::string_view givenField = {},
                         std::int64_t givenId = 0);

    /// Another record; what was typed into the one before is written first.
    void setKey(const QString& key) { m_slot.setKey(key); }
    const QString& key() const { return m_slot.key(); }
    /// Something was typed: it is written within a second.
    void touch() { m_slot.touch(); }
    /// Writes now; done when it is on the disk, or cannot be.
    QCoro::Task<void> keepNow() { return m_slot.keepNow(); }
    void drop() { drop(key()); }
    void drop(const QString& key) { m_slot.drop(key); }
    /// Of the record whose key is set.
    QCoro::Task<std::optional<TypedRecord>> find();

  private:
    const api::Entity& m_entity;
    client::DraftSlot m_slot;
};

}  // namespace nextgen::entity
