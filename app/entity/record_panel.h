#pragma once

#include "app/client/failure.h"
#include "app/entity/record_draft.h"
#include "app/entity/record_print.h"
#include "app/entity/record_tab.h"
#include "app/shell/context.h"
#include "app/shell/page.h"
#include "app/shell/printing.h"
#include "shared/api/entity.h"
#include "ui/describe/field_form.h"

#include <QFrame>
#include <functional>
#include <optional>
#include <vector>

class QAction;
class QPushButton;
class QScrollArea;

namespace nextgen::ui {
class Banner;
class BusyLine;
}  // namespace nextgen::ui

namespace nextgen::entity {

class RecordHead;
class RecordTabs;
struct MergeLine;

/// What a new part gets from the record it is a part of.
struct Given {
    std::string_view field;
    std::int64_t id = 0;
};

/// One record of any entity: its form, what refers to it and its history. What was typed is kept until it is
/// saved or the person says that it may go.
class RecordPanel : public QFrame, public shell::Printable {
    Q_OBJECT

  public:
    RecordPanel(shell::Context& context, const api::Entity& entity, std::optional<Given> given = {},
                const MakeRecordTab& overview = {}, QWidget* parent = nullptr);

    void showRecord(const ui::Record& record);
    void startNew();
    /// Asks when something was typed that is not saved; true: it may go, or there is nothing.
    bool mayLeave();
    /// The record as the list has it now, unless something was typed.
    void refresh(const ui::Record& record);
    /// What stands in the tabs, anew.
    void reload();

    bool isNew() const { return m_isNew; }
    /// Something is typed into the form.
    bool isDirty() const;
    /// That, or parts are edited and not written.
    bool isUnsaved() const;
    /// Whether it can go and come back as it is.
    bool mayRest() const;
    bool isBusy() const { return m_isSaving; }
    /// 0 for a new record.
    std::int64_t recordId() const { return m_isNew ? 0 : m_record.id(); }
    const ui::Record& record() const { return m_record; }
    ui::FieldForm* form() const { return m_form; }
    void focusForm();
    /// Whether there is anything behind it that it can give way to.
    void setClosable(bool isClosable);
    QStringList tourStops() const;
    void goToStop(const QString& stop);
    /// Its print, where that is not what its fields and parts make.
    void setSheet(MakeSheet makeSheet) { m_makeSheet = std::move(makeSheet); }
    /// As it is saved.
    void print() override;

    bool mayCreate() const;
    bool mayEdit() const;

    /// Save, discard, deactivate or activate: whoever holds the panel adds them to itself.
    QList<QAction*> commands() const;
    QAction* discardAction() const { return m_discard; }

  public slots:
    void save();
    void discard();

  signals:
    /// A new record, or one that changed.
    void saved(const nextgen::ui::Record& record, bool isNew);
    void removed(std::int64_t id);
    /// Its name changed, or whether something typed is unsaved.
    void stateChanged();
    /// Nothing more to do here.
    void closeWanted();
    void pageWanted(const QString& id, const nextgen::shell::PageTarget& target);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    enum class Trouble {
        None,
        Conflict,   ///< the server refused: somebody changed it since it was opened
        Overtaken,  ///< somebody changed it while something is typed
        Offline,
        Unsaved,  ///< typed before, and neither saved nor discarded
        Other
    };

    void retranslate();
    void makeForm(ui::FieldForm::Use use);
    void reveal(std::int64_t id, const describe::FieldInfo& field,
                const std::function<void(const QString&)>& take);
    void showHead();
    void showCommands();
    bool mayDiscard();
    void showTrouble(Trouble trouble, const QString& sentence = {});
    void settleTrouble();
    void answered(const client::Answer<ui::Record>& answer, bool wasNew, int generation);
    void refused(const client::Failure& failure);
    void follow(const QList<client::Change>& changes);
    /// Asks for the record as it is now: shows it, or asks whose values are to be saved.
    void catchUp();
    void merge(const ui::Record& theirs, const QString& who);
    void takeMerged(const ui::Record& theirs, const std::vector<MergeLine>& lines);
    QString draftKey(std::int64_t id) const;
    void beginDraft();
    std::optional<TypedRecord> typedNow() const;
    void restore();
    void switchActive();
    void remove();
    void setSaving(bool isSaving);

    shell::Context& m_context;
    const api::Entity& m_entity;
    std::optional<Given> m_given;
    ui::Record m_record;
    bool m_isNew = false;
    bool m_isSaving = false;
    int m_generation = 0;  ///< another record: answers about the one before do not touch what is shown
    QByteArray m_sentBody;
    QString m_sentKey;
    RecordDraft* m_draft;
    std::optional<TypedRecord> m_unsaved;  ///< until the person says what becomes of it
    QString m_overtakenBy;
    Trouble m_trouble = Trouble::None;
    std::optional<ui::FieldForm::Use> m_use;
    bool m_isClosable = true;

    QAction* m_save;
    QAction* m_discard;
    QAction* m_switchActive;
    QAction* m_remove;
    QAction* m_print;
    MakeSheet m_makeSheet;
    RecordHead* m_head;
    ui::BusyLine* m_busyLine;
    ui::Banner* m_banner;
    RecordTabs* m_tabs;
    QScrollArea* m_scroll;
    ui::FieldForm* m_form = nullptr;
    QWidget* m_buttons;
    QPushButton* m_saveButton;
    QPushButton* m_discardButton;
    QPushButton* m_switchActiveButton;
    QPushButton* m_removeButton;
};

}  // namespace nextgen::entity
