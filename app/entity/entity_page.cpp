#include "app/entity/entity_page.h"

#include "app/entity/entity_calls.h"
#include "app/entity/entity_words.h"
#include "app/entity/links.h"
#include "app/entity/list_staging.h"
#include "app/entity/record_draft.h"
#include "app/entity/record_page.h"
#include "app/entity/record_panel.h"
#include "app/entity/related_list.h"
#include "app/shell/area.h"
#include "app/shell/filter_text.h"
#include "app/shell/link.h"
#include "app/shell/list_export.h"
#include "app/shell/live_list.h"
#include "app/shell/view_menu.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/focus.h"
#include "ui/widgets/quick_filter.h"
#include "ui/widgets/record_grid.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace nextgen::entity {

using api::Entity;

namespace {

class EntityPage : public shell::PageWidget {
    Q_OBJECT

  public:
    EntityPage(shell::Context& context, const Entity& entity, const PageExtras& extras, QWidget* parent);

    static QString newTitle(const Entity& entity) { return tr("New: %1").arg(singularOf(entity)); }
    void open(const shell::PageTarget& target) override;
    void reload() override;
    shell::PageTarget target() const override;
    bool isDirty() const override {
        return m_panel->isUnsaved() || (m_staging != nullptr && m_staging->isDirty());
    }
    bool mayLeave() override {
        return m_panel->mayLeave() && (m_staging == nullptr || m_staging->mayLeave(this));
    }
    bool mayRest() const override {
        return isSettled() && m_panel->isHidden() && (m_staging == nullptr || m_staging->mayRest());
    }
    QStringList tourStops() const override { return m_panel->tourStops() << QStringLiteral("record"); }
    void goToStop(const QString& stop, const QString& filePath) override;
    bool isSettled() const override { return !m_grid->isBusy() && !m_panel->isBusy(); }

  protected:
    void retranslate() override;

  private:
    void load();
    void loaded(bool isFirst);
    void openRow(int row);
    void openNew();
    /// The cell, where the list can be edited, else the record.
    void edit();
    void followSelection();
    void closePanel();
    void lookForUnsaved();
    void showUnsaved();

    shell::Context& m_context;
    const Entity& m_entity;
    QWidget* m_list;
    ui::FilterBar* m_filters;
    ui::Banner* m_unsaved;
    std::optional<client::Draft> m_unsavedDraft;  ///< typed before the program was started, the last of them
    ui::RecordGrid* m_grid;
    ui::RecordTable* m_model;
    shell::Lister<ui::Record, ui::RecordTable>* m_lister;
    RecordPanel* m_panel;
    ListStaging* m_staging = nullptr;  ///< where this person may change the records
    QPushButton* m_newButton;
    QAction* m_search;
    QAction* m_new;
    QAction* m_edit;
    QAction* m_openInTab;
    bool m_isLoaded = false;
    bool m_wantsFocus = false;
    bool m_isSelecting = false;  ///< the page, not the person
    bool m_opensFirst;           ///< the first record is shown as soon as there is one
    const bool m_hasOnlyOne;
};

EntityPage::EntityPage(shell::Context& context, const Entity& entity, const PageExtras& extras,
                       QWidget* parent)
    : PageWidget(parent),
      m_context(context),
      m_entity(entity),
      m_opensFirst(extras.overview != nullptr && extras.opensFirst),
      m_hasOnlyOne(extras.hasOnlyOne && extras.hasOnlyOne(context.session)) {
    auto* splitter = shell::makeSplitter(m_context, QStringLiteral("entity"), this);
    m_list = new QWidget(splitter);
    m_filters = new ui::FilterBar(m_list);
    m_filters->addFields(entity.context, entity.fields, entity.list, referenceFinder(context));
    m_filters->setToday(context.today());
    m_unsaved = new ui::Banner(ui::Tone::Info, m_list);
    m_unsaved->setObjectName(QStringLiteral("unsavedBanner"));
    m_unsaved->setClosable(true);
    m_unsaved->hide();
    connect(m_unsaved, &ui::Banner::actionTriggered, this, [this] {
        m_unsaved->hide();
        const QString record = m_unsavedDraft->key.section(u'/', 1, 1);
        if (record == QLatin1String("new")) {
            openNew();
        } else {
            open({{QStringLiteral("id"), record}});
        }
    });
    m_grid = new ui::RecordGrid(ui::toQt(entity.name), m_list);
    m_grid->setObjectName(QStringLiteral("recordGrid"));
    // A grid's child, so that it outlives it.
    m_model = new ui::RecordTable(entity.context, entity.fields, {}, m_grid);
    m_model->setToday(context.today());
    m_model->setLinks([&context](std::string_view schema) { return mayOpen(context, schema); });
    m_grid->setFirstWidths(firstWidthsOf(entity));
    m_grid->setFitting(true);
    m_grid->setModel(m_model);
    m_filters->setList(m_grid);
    m_panel = new RecordPanel(context, entity, {}, extras.overview, splitter);
    shell::setShares(*splitter, 1, 1);
    m_panel->hide();
    m_panel->setClosable(!m_hasOnlyOne);
    m_panel->setSheet(extras.sheet);
    m_lister = new shell::Lister<ui::Record, ui::RecordTable>(
        *m_model, *m_grid,
        // It goes on when the page is closed.
        [&api = context.api, &entity](client::Listing listing) {
            return listRecords(api, entity, std::move(listing));
        },
        this);
    m_lister->whenLoaded([this](bool isFirst) { loaded(isFirst); });
    m_lister->sortBy(entity.list);
    new shell::LiveList<ui::Record, ui::RecordTable>(
        context, entity.name, *m_model, *m_grid,
        [this](std::int64_t id) { return getRecord(m_context.api, m_entity, id); },
        [this] { m_lister->reload(); }, this);
    if (m_panel->mayEdit()) {
        m_staging = new ListStaging(m_context, entity, *m_model, *m_grid, *m_lister, this);
        connect(m_staging, &ListStaging::changed, this, &EntityPage::documentChanged);
        QAction* save = m_panel->commands().front();
        connect(save, &QAction::changed, this,
                [this, save] { m_staging->setReviewKeyTaken(save->isEnabled() && !m_panel->isHidden()); });
    }
    connect(m_filters, &ui::FilterBar::filtersChanged, this, &EntityPage::load);
    new ui::QuickFilters(*m_grid, *m_filters, context.today(), this);
    connect(m_grid, &ui::RecordGrid::selectionChanged, this, &EntityPage::followSelection);
    connect(m_grid, &ui::RecordGrid::activated, this, &EntityPage::openRow);
    connect(m_grid, &ui::RecordGrid::linkActivated, this, [this](int row, int column) {
        if (const auto link = m_model->linkAt(row, column)) {
            openRecord(m_context, this, *link, [this](const QString& page, const shell::PageTarget& target) {
                emit pageWanted(page, target);
            });
        }
    });
    m_grid->setExportable(true);
    const auto* whole = new shell::WholeList(*m_lister, *m_grid, [&entity] {
        return std::make_shared<ui::RecordTable>(entity.context, entity.fields);
    });
    connect(m_grid, &ui::RecordGrid::exportWanted, this, [this, whole] {
        (new shell::ExportDialog(m_context, shell::exportSource(*whole, *m_grid, titleOf(m_entity)),
                                 m_grid->total(), this))
            ->open();
    });
    connect(m_grid, &ui::RecordGrid::emptyActionTriggered, this, [this] {
        if (m_filters->filters().isEmpty()) {
            openNew();
        } else {
            m_filters->clear();
        }
    });
    connect(m_panel, &RecordPanel::saved, this, [this](const ui::Record& record, bool isNew) {
        const int row = m_model->rowOf(record.id());
        if (row >= 0) {
            m_model->update(row, record);
        } else if (isNew) {
            m_lister->reload();
        }
    });
    connect(m_panel, &RecordPanel::removed, m_lister, [this] { m_lister->reload(); });
    connect(m_panel, &RecordPanel::closeWanted, this, &EntityPage::closePanel);
    connect(m_panel, &RecordPanel::pageWanted, this, &EntityPage::pageWanted);
    connect(m_panel, &RecordPanel::stateChanged, this, &EntityPage::documentChanged);

    const auto makeAction = [this](const char* name, QKeySequence key, auto run) {
        auto* action = new QAction(this);
        action->setObjectName(QLatin1String(name));
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, run);
        addAction(action);
        return action;
    };
    m_new = makeAction("new", QKeySequence(Qt::Key_Insert), [this] { openNew(); });
    m_new->setIcon(ui::icon(ui::Icon::Plus));
    m_new->setVisible(m_panel->mayCreate());
    m_new->setEnabled(m_panel->mayCreate());
    m_edit = makeAction("edit", QKeySequence(Qt::Key_F2), [this] { edit(); });
    m_openInTab = makeAction("openInTab", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Return), [this] {
        if (const int row = m_grid->currentRow(); row >= 0) {
            emit pageWanted(ui::toQt(m_entity.name),
                            {{QStringLiteral("id"), QString::number(m_model->at(row).id())}});
        }
    });
    // Without a shortcut: the filter bar has it.
    m_search = makeAction("search", {}, [this] { m_filters->searchLine()->setFocus(); });
    m_search->setVisible(entity.list.hasSearch);
    for (QAction* action : m_panel->commands()) {
        addAction(action);
    }
    if (m_staging != nullptr) {
        addActions(m_staging->commands());
    }
    addAction(m_grid->exportAction());

    m_newButton = new QPushButton(m_list);
    m_newButton->setObjectName(QStringLiteral("newButton"));
    m_newButton->setIcon(ui::icon(ui::Icon::Plus, ui::Tint::OnAccent));
    ui::setKind(m_newButton, ui::ButtonKind::Primary);
    m_newButton->setVisible(m_panel->mayCreate());
    connect(m_newButton, &QPushButton::clicked, m_new, &QAction::trigger);
    auto* top = new QHBoxLayout;
    top->setSpacing(ui::space::s);
    top->addWidget(m_filters, 1);
    top->addWidget(new shell::ViewMenu(m_context, ui::toQt(entity.name), m_filters, m_grid, m_list), 0,
                   Qt::AlignTop);
    top->addWidget(m_newButton, 0, Qt::AlignTop);
    auto* listLayout = new QVBoxLayout(m_list);
    listLayout->setContentsMargins(0, 0, 0, 0);
    listLayout->setSpacing(ui::space::s);
    listLayout->addLayout(top);
    listLayout->addWidget(m_unsaved);
    if (m_staging != nullptr) {
        listLayout->addWidget(m_staging->strip());
    }
    listLayout->addWidget(m_grid, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    ui::passFocusOn(this, m_grid);
    retranslate();
}

void EntityPage::retranslate() {
    m_new->setText(newTitle(m_entity));
    m_edit->setText(m_panel->mayEdit() ? tr("Edit the chosen cell or record") : tr("Open the chosen record"));
    m_openInTab->setText(tr("Open the chosen record in a tab of its own"));
    m_search->setText(tr("Search in %1").arg(titleOf(m_entity)));
    m_newButton->setText(tr("New"));
    m_newButton->setToolTip(QStringLiteral("Ins"));
    showUnsaved();
    if (m_staging != nullptr) {
        m_staging->retranslate();
    }
    const bool isNarrowed = !m_filters->filters().isEmpty();
    m_grid->setEmptyState(shell::iconOf(m_entity.area),
                          isNarrowed ? tr("Nothing fits these conditions.")
                          : m_entity.can(api::Create)
                              ? tr("There is nothing here yet.")
                              : tr("There is nothing here yet. What is written here comes from the work "
                                   "itself; nobody enters it by hand."),
                          isNarrowed             ? tr("Show all")
                          : m_panel->mayCreate() ? tr("New: %1").arg(singularOf(m_entity))
                                                 : QString());
}

shell::PageTarget EntityPage::target() const {
    const QString filter = shell::filterText(m_filters->filters());
    return filter.isEmpty() ? shell::PageTarget() : shell::PageTarget{{shell::filterTarget, filter}};
}

void EntityPage::open(const shell::PageTarget& target) {
    shell::narrow(*m_filters, target);
    const bool isNewWanted = target.contains(shell::newTarget);
    m_opensFirst = m_opensFirst && !isNewWanted;
    if (!m_isLoaded) {
        m_wantsFocus = !isNewWanted;  // there are no rows yet that could have it
        load();
    }
    if (isNewWanted) {
        openNew();
    }
    bool isId = false;
    const qint64 id = target.value(QStringLiteral("id")).toString().toLongLong(&isId);
    if (!isId || !m_panel->mayLeave()) {
        return;
    }
    m_opensFirst = false;
    client::whenDone(
        getRecord(m_context.api, m_entity, id), this, [this](const client::Answer<ui::Record>& answer) {
            if (!answer) {
                m_context.dialogs.inform(this, titleOf(m_entity), shell::sentenceOf(answer.error()));
                return;
            }
            m_panel->showRecord(*answer);
            m_panel->show();
            loaded(true);
        });
}

void EntityPage::lookForUnsaved() {
    m_context.store.drafts(QLatin1String(RecordDraft::kind))
        .then(this, [this](const QList<client::Draft>& drafts) {
            for (const client::Draft& draft : drafts) {
                // A part is found again in front of what it is a part of.
                if (draft.key.section(u'/', 0, 0) == ui::toQt(m_entity.name) && draft.key.count(u'/') == 1) {
                    m_unsavedDraft = draft;
                }
            }
            m_unsaved->setVisible(m_unsavedDraft.has_value());
            showUnsaved();
        });
}

void EntityPage::showUnsaved() {
    if (m_unsavedDraft) {
        const qint64 at = m_unsavedDraft->savedAt.toMSecsSinceEpoch() * 1000;
        m_unsaved->setText(
            tr("Something was typed here on %1 and not saved.").arg(ui::showInstant(Instant(at))));
        m_unsaved->setAction(tr("Look at it"));
    }
}

void EntityPage::load() {
    if (!m_isLoaded) {
        lookForUnsaved();
    }
    m_isLoaded = true;
    const auto items = m_filters->queryItems();
    m_lister->load({items.begin(), items.end()});
    retranslate();
}

void EntityPage::reload() {
    m_lister->reload();
    m_panel->reload();
}

/// The record that was looked at stays chosen, where the list still has it.
void EntityPage::loaded(bool isFirst) {
    if (std::exchange(m_wantsFocus, false) && isVisible()) {
        // Shortcuts of the page work while the keyboard is in it.
        QWidget* first = m_model->count() > 0       ? static_cast<QWidget*>(m_grid->view())
                         : m_entity.list.hasSearch  ? static_cast<QWidget*>(m_filters->searchLine())
                         : m_newButton->isVisible() ? static_cast<QWidget*>(m_newButton)
                                                    : m_grid;
        first->setFocus();
    }
    if (!isFirst || m_model->count() == 0) {
        return;
    }
    const bool opensFirst = std::exchange(m_opensFirst, false) && m_panel->isHidden();
    if (opensFirst) {
        m_panel->show();
        m_list->setHidden(m_hasOnlyOne);
    }
    const bool isPanelShown = !m_panel->isHidden();
    const int row =
        isPanelShown && !opensFirst ? m_model->rowOf(m_panel->recordId()) : std::max(0, m_grid->currentRow());
    m_isSelecting = true;
    if (row >= 0) {
        m_grid->selectRow(row);
    }
    m_isSelecting = false;
    if (isPanelShown && row >= 0) {
        m_panel->refresh(m_model->at(row));
    }
}

void EntityPage::followSelection() {
    const int row = m_grid->currentRow();
    if (m_isSelecting || m_panel->isHidden() || row < 0 || m_grid->selectedRows().size() != 1 ||
        m_model->at(row).id() == m_panel->recordId()) {
        return;
    }
    if (m_panel->mayLeave()) {
        m_panel->showRecord(m_model->at(row));
        return;
    }
    // Back to what is being edited; a new record has no row.
    m_isSelecting = true;
    if (const int before = m_model->rowOf(m_panel->recordId()); before >= 0) {
        m_grid->selectRow(before);
    } else {
        m_grid->view()->clearSelection();
    }
    m_isSelecting = false;
}

void EntityPage::openRow(int row) {
    if (row < 0 || row >= m_model->count()) {
        return;
    }
    const ui::Record record = m_model->at(row);
    const bool isOpen = !m_panel->isHidden() && m_panel->recordId() == record.id();
    if (!isOpen) {
        if (!m_panel->isHidden() && !m_panel->mayLeave()) {
            return;
        }
        m_panel->showRecord(record);
    }
    m_panel->show();
    m_panel->focusForm();
}

void EntityPage::edit() {
    const QModelIndex current = m_grid->view()->currentIndex();
    if (focusWidget() == m_grid->view() && current.flags().testFlag(Qt::ItemIsEditable)) {
        m_grid->view()->edit(current);
    } else if (!m_grid->view()->viewport()->isAncestorOf(focusWidget())) {  // else it is being edited
        openRow(m_grid->currentRow());
        m_panel->focusForm();
    }
}

void EntityPage::openNew() {
    if (m_panel->mayCreate() && (m_panel->isHidden() || m_panel->mayLeave())) {
        m_panel->show();
        m_panel->startNew();
    }
}

void EntityPage::closePanel() {
    m_panel->hide();
    m_grid->view()->setFocus();
}

void EntityPage::goToStop(const QString& stop, const QString& /*filePath*/) {
    if (m_panel->isHidden()) {
        openRow(0);
    }
    m_panel->goToStop(stop);
}

}  // namespace

shell::Page entityPage(const Entity& entity, const PageExtras& extras) {
    shell::Page page{ui::toQt(entity.name),
                     entity.title,
                     shell::iconOf(entity.area),
                     entity.read,
                     [&entity, extras](shell::Context& context, QWidget* parent) {
                         return new EntityPage(context, entity, extras, parent);
                     },
                     {},
                     entity.area,
                     "Entity",
                     false,
                     [&entity, extras](shell::Context& context, qint64 id, QWidget* parent) {
                         return makeRecordPage(context, entity, id, extras.overview, extras.sheet, parent);
                     },
                     entity.singular};
    if (entity.can(api::Create)) {
        page.newTitle = [&entity] { return EntityPage::newTitle(entity); };
        page.newPermission = entity.write;
    }
    return page;
}

}  // namespace nextgen::entity

#include "entity_page.moc"
