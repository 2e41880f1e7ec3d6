#include "app/entity/record_tabs.h"

#include "app/entity/entity_words.h"
#include "app/entity/history_list.h"
#include "app/entity/note_list.h"
#include "app/file/file_list.h"
#include "shared/api/notes.h"
#include "ui/widgets/focus.h"

#include <QAction>
#include <QEvent>
#include <QTabBar>
#include <QVBoxLayout>
#include <algorithm>

namespace nextgen::entity {

namespace {

/// What refers to a record of `entity` and may be read: its parts first.
std::vector<Relation> relationsOf(const shell::Context& context, const api::Entity& entity) {
    std::vector<Relation> relations;
    for (const api::Entity& other : api::entities()) {
        if (!context.session.may(other.read)) {
            continue;
        }
        const auto references = referencesTo(entity, other);
        for (const describe::FieldInfo* field : references) {
            relations.push_back({&other, field, other.partOf == field->name, references.size() == 1});
        }
    }
    std::ranges::stable_partition(relations, &Relation::isPart);
    return relations;
}

}  // namespace

RecordTabs::RecordTabs(shell::Context& context, const api::Entity& entity, const MakeRecordTab& overview,
                       QWidget* details, QWidget* parent)
    : ui::Tabs(parent), m_context(context), m_entity(entity), m_details(details) {
    setObjectName(QStringLiteral("recordTabs"));
    setUsesScrollButtons(true);
    tabBar()->setElideMode(Qt::ElideNone);
    if (overview) {
        m_overview = overview(m_context, shelf());
        connect(m_overview, &RecordTab::pageWanted, this, &RecordTabs::pageWanted);
    }
    addTab(m_details, {});
    if (m_overview != nullptr) {
        insertTab(m_overview->isOverview() ? 0 : 1, m_overview, {});
        setCurrentIndex(0);
    }
    if (!m_entity.can(api::History) && m_context.session.may(Permission::AuditRead)) {
        m_history = new HistoryList(m_context, m_entity, shelf());
        m_history->setObjectName(QStringLiteral("historyList"));
        connect(m_history, &HistoryList::pageWanted, this, &RecordTabs::pageWanted);
    }
    if (api::hasNotes(m_entity)) {
        m_notes = new NoteList(m_context, m_entity, shelf());
        m_notes->setObjectName(QStringLiteral("noteList"));
        m_fileTab = new QWidget(shelf());
        auto* layout = new QVBoxLayout(m_fileTab);
        layout->setContentsMargins(0, 0, 0, 0);
    }
    const auto addOwn = [this](QWidget* tab) {
        if (tab != nullptr && indexOf(tab) < 0) {
            addTab(tab, {});
        }
    };
    for (const Relation& relation : relationsOf(m_context, m_entity)) {
        // After the parts: there may be many more that refer to it.
        if (!relation.isPart) {
            addOwn(m_notes);
            addOwn(m_fileTab);
            addOwn(m_history);
        }
        auto* tab = new QWidget(shelf());
        m_related.push_back({relation, tab});
        addTab(tab, {});
    }
    addOwn(m_notes);
    addOwn(m_fileTab);
    addOwn(m_history);
    makeCommand(QStringLiteral("overview"), m_overview);
    makeCommand(QStringLiteral("details"), m_details);
    for (const RelatedTab& related : m_related) {
        makeCommand(ui::toQt(related.relation.entity->name) + u'.' + ui::toQt(related.relation.field->name),
                    related.tab);
    }
    makeCommand(QStringLiteral("notes"), m_notes);
    makeCommand(QStringLiteral("files"), m_fileTab);
    makeCommand(QStringLiteral("history"), m_history);
    connect(this, &QTabWidget::currentChanged, this, &RecordTabs::load);
    retranslate();
}

RecordTabs::~RecordTabs() {
    // A tab widget that goes says that its current tab changes, when it is half gone itself.
    disconnect(this, &QTabWidget::currentChanged, this, nullptr);
}

void RecordTabs::showRecord(const ui::Record& record) {
    m_id = record.id();
    if (m_overview != nullptr) {
        m_overview->showRecord(record);
    }
    for (const RelatedTab& related : m_related) {
        if (related.list != nullptr) {
            related.list->setOf(m_id);
        }
    }
    showOnlyDetails(false);
    load();
}

void RecordTabs::startNew() {
    m_id = 0;
    showDetails();
    showOnlyDetails(true);
}

void RecordTabs::reload() {
    if (m_overview != nullptr && m_id != 0) {
        m_overview->reload();
    }
    for (const RelatedTab& related : m_related) {
        if (related.list != nullptr) {
            related.list->forget();
        }
    }
    load();
}

void RecordTabs::load() {
    if (m_id == 0) {
        return;
    }
    QWidget* shown = currentWidget();
    if (shown == m_history && m_history != nullptr) {
        m_history->load(m_id);
        return;
    }
    if (shown == m_notes && m_notes != nullptr) {
        m_notes->load(m_id);
        return;
    }
    if (shown == m_fileTab && m_fileTab != nullptr) {
        if (m_files == nullptr) {
            m_files = new file::FileList(m_context, m_entity.name, m_fileTab);
            m_files->setObjectName(QStringLiteral("fileList"));
            ui::fillWith(m_fileTab, m_files);
        }
        m_files->load(m_id);
        return;
    }
    for (RelatedTab& related : m_related) {
        if (related.tab != shown) {
            continue;
        }
        if (related.list == nullptr) {
            related.list = new RelatedList(m_context, m_entity, related.relation, related.tab);
            connect(related.list, &RelatedList::pageWanted, this, &RecordTabs::pageWanted);
            connect(related.list, &RelatedList::stagingChanged, this, &RecordTabs::stagingChanged);
            auto* layout = new QVBoxLayout(related.tab);
            layout->setContentsMargins(0, 0, 0, 0);
            ui::fillWith(related.tab, related.list);
        }
        related.list->setOf(m_id);
        related.list->load();
    }
}

void RecordTabs::makeCommand(const QString& name, QWidget* tab) {
    if (tab == nullptr) {
        return;
    }
    auto* action = new QAction(this);
    action->setObjectName(QStringLiteral("tab_") + name);
    action->setIcon(ui::icon(ui::Icon::Window));
    action->setEnabled(false);  // as long as there is no record
    connect(action, &QAction::triggered, this, [this, tab] { goTo(tab); });
    m_commands.emplace_back(tab, action);
}

QList<QAction*> RecordTabs::commands() const {
    QList<QAction*> actions;
    for (const auto& [tab, action] : m_commands) {
        actions << action;
    }
    return actions;
}

void RecordTabs::goTo(QWidget* tab) {
    emit shownWanted();
    setCurrentWidget(tab);
    for (const RelatedTab& related : m_related) {
        if (related.tab == tab) {
            related.list->setFocus();
            return;
        }
    }
    for (QWidget* next = tab->nextInFocusChain(); next != tab; next = next->nextInFocusChain()) {
        if (tab->isAncestorOf(next) && (next->focusPolicy() & Qt::TabFocus) != 0 && next->isVisible() &&
            next->isEnabled()) {
            next->setFocus(Qt::TabFocusReason);
            return;
        }
    }
    tabBar()->setFocus();
}

void RecordTabs::showOnlyDetails(bool isOnly) {
    for (int tab = 0; tab < count(); ++tab) {
        setTabVisible(tab, !isOnly || widget(tab) == m_details);
    }
    for (const auto& [tab, action] : m_commands) {
        action->setEnabled(!isOnly || tab == m_details);
    }
}

bool RecordTabs::isStaged() const {
    return std::ranges::any_of(m_related, [](const RelatedTab& related) {
        return related.list != nullptr && related.list->isDirty();
    });
}

bool RecordTabs::mayLeave(QWidget* asker) {
    return std::ranges::all_of(m_related, [asker](const RelatedTab& related) {
        return related.list == nullptr || related.list->mayLeave(asker);
    });
}

bool RecordTabs::mayRest() const {
    return std::ranges::all_of(m_related, [](const RelatedTab& related) {
        return related.list == nullptr || related.list->mayRest();
    });
}

QStringList RecordTabs::tourStops() const {
    return m_overview != nullptr ? m_overview->tourStops() : QStringList();
}

void RecordTabs::goToStop(const QString& stop) {
    if (tourStops().contains(stop)) {
        setCurrentWidget(m_overview);
        m_overview->goToStop(stop);
    } else {
        showDetails();
    }
}

void RecordTabs::retranslate() {
    if (m_overview != nullptr) {
        setTabText(indexOf(m_overview), m_overview->title());
    }
    setTabText(indexOf(m_details), tr("Details"));
    for (const RelatedTab& related : m_related) {
        setTabText(indexOf(related.tab), related.relation.title());
    }
    if (m_notes != nullptr) {
        setTabText(indexOf(m_notes), tr("Notes"));
        setTabText(indexOf(m_fileTab), tr("Files"));
    }
    if (m_history != nullptr) {
        setTabText(indexOf(m_history), tr("History"));
    }
    for (const auto& [tab, action] : m_commands) {
        action->setText(tabText(indexOf(tab)));
    }
}

void RecordTabs::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    ui::Tabs::changeEvent(event);
}

}  // namespace nextgen::entity
