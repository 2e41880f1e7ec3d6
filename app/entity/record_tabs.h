#pragma once

#include "app/entity/record_tab.h"
#include "app/entity/related_list.h"
#include "app/shell/context.h"
#include "shared/api/entity.h"
#include "ui/widgets/tabs.h"

#include <vector>

namespace nextgen::file {
class FileList;
}

namespace nextgen::entity {

class HistoryList;
class NoteList;

/// What is known of one record: the tab that its feature adds, its details, what refers to it, what people
/// wrote about it, the files attached to it, its history. Each loads when it is looked at first.
class RecordTabs : public ui::Tabs {
    Q_OBJECT

  public:
    /// `details` is what a new record has alone.
    RecordTabs(shell::Context& context, const api::Entity& entity, const MakeRecordTab& overview,
               QWidget* details, QWidget* parent = nullptr);
    ~RecordTabs() override;

    void showRecord(const ui::Record& record);
    /// Only the details, until there is a record.
    void startNew();
    /// What is shown, anew; the others when they are looked at.
    void reload();
    void showDetails() { setCurrentWidget(m_details); }
    /// One for each tab: it comes to the front with the keyboard in it.
    QList<QAction*> commands() const;

    /// Whether parts are edited and not written; mayLeave() asks before that goes.
    bool isStaged() const;
    bool mayLeave(QWidget* asker);
    bool mayRest() const;

    QStringList tourStops() const;
    void goToStop(const QString& stop);

  signals:
    /// A tab was asked for while nobody may see it.
    void shownWanted();
    void stagingChanged();
    void pageWanted(const QString& id, const nextgen::shell::PageTarget& target);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    struct RelatedTab {
        Relation relation;
        QWidget* tab;
        RelatedList* list = nullptr;
    };

    void load();
    void makeCommand(const QString& name, QWidget* tab);
    void goTo(QWidget* tab);
    void showOnlyDetails(bool isOnly);
    void retranslate();

    shell::Context& m_context;
    const api::Entity& m_entity;
    std::int64_t m_id = 0;  ///< 0: a new record
    QWidget* m_details;
    RecordTab* m_overview = nullptr;
    std::vector<RelatedTab> m_related;
    HistoryList* m_history = nullptr;
    NoteList* m_notes = nullptr;
    QWidget* m_fileTab = nullptr;
    file::FileList* m_files = nullptr;  ///< made when it is looked at first
    std::vector<std::pair<QWidget*, QAction*>> m_commands;
};

}  // namespace nextgen::entity
