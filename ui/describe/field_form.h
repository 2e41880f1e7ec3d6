#pragma once

#include "ui/describe/record.h"
#include "ui/describe/record_form.h"

#include <QStringList>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace nextgen::ui {

/// Asks for a secret of a record in full and hands it over when it comes.
using Revealer = std::function<void(std::int64_t id, const describe::FieldInfo& field,
                                    std::function<void(const QString& value)> take)>;

/// A form of an entity that has no C++ type, made of its description. What the person does not write stands
/// there as text: read-only fields, fixed ones of a record that is there already, and all of them when
/// nothing may be written.
class FieldForm : public RecordFormBase {
    Q_OBJECT

  public:
    enum class Use { New, Edit, Look };

    /// `without`: fields that have no line here. The fields outlive the form.
    FieldForm(const char* context, const std::vector<describe::FieldInfo>& fields, Use use,
              ReferenceFinder finder, const std::vector<std::string_view>& without = {}, int columns = 2,
              QWidget* parent = nullptr);

    /// Secrets can be read in full from now on.
    void setRevealer(Revealer revealer);

    /// Shows a record; what was typed goes.
    void load(const Record& record);
    /// The record has changed meanwhile: what was typed stays, and where it stands against another new value
    /// the line says so.
    void rebase(const Record& record);
    const Record& record() const { return m_record; }

    bool isDirty() const;
    /// What was typed, by fields; of a new record all that was filled in. nullopt when something is no value
    /// of its kind or a required field is empty, which the lines then say.
    std::optional<FieldChanges> changes();

    /// Whether the line holds something else than the record.
    bool isTyped(std::string_view field) const;
    /// What the line holds now, in words.
    QString typedWords(const describe::FieldInfo& field) const;
    /// What was typed into one line goes.
    void takeBack(std::string_view field);
    /// One line holds what another state of the record has, as though it were typed.
    void put(const describe::FieldInfo& field, const Record& record);

    /// What stands in the lines that were typed into, letter by letter, also where it is no value yet: to be
    /// put there again by retype().
    std::map<std::string, QString> typed() const;
    void retype(const std::map<std::string, QString>& typed);

    /// Lines that name a record of a schema which `mayOpen` are links. Said before the first record is shown.
    void setLinks(std::function<bool(std::string_view schema)> mayOpen);

    /// The first line that can be written to; nullptr when there is none.
    QWidget* firstEditor() const;

  signals:
    void linkActivated(const nextgen::ui::RecordLink& link);

  protected:
    void retranslate() override;
    void changeEvent(QEvent* event) override;
    /// The wheel scrolls the form: it changes a choice only where the keyboard is.
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    bool isWritten(const describe::FieldInfo& field) const;
    void addField(const describe::FieldInfo& field);
    QWidget* makeEditor(const describe::FieldInfo& field);
    QWidget* makeSecretEdit(const describe::FieldInfo& field);
    void showField(const describe::FieldInfo& field);
    void showTexts();
    bool isEdited(std::string_view name) const;
    FieldValue kept(const describe::FieldInfo& field, const EditedValue& value) const;

    std::vector<describe::FieldInfo> m_fields;
    Use m_use;
    ReferenceFinder m_finder;
    std::function<bool(std::string_view)> m_mayOpen;
    Revealer m_revealer;
    int m_columns;
    Record m_record;
    /// What stands there for looking at: labels, and chips of states.
    std::map<std::string, QWidget*, std::less<>> m_texts;
    /// What the editors held once the record was shown; what they hold now is compared with it.
    std::map<std::string, EditedValue, std::less<>> m_shown;
};

}  // namespace nextgen::ui
