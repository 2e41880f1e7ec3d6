#include "app/entity/related_list.h"

#include "app/entity/entity_calls.h"
#include "app/entity/entity_words.h"
#include "app/entity/links.h"
#include "app/entity/record_dialog.h"
#include "app/shell/area.h"
#include "app/shell/live_list.h"
#include "app/shell/whole_list.h"
#include "ui/widgets/focus.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace nextgen::entity {

QString Relation::title() const {
    const QString many = titleOf(*entity);
    return isOnlyOne ? many : QStringLiteral("%1 (%2)").arg(many, titleOf(*entity, *field));
}

bool confirmRemoval(shell::Context& context, QWidget* asker, const QString& name) {
    return context.dialogs.confirm(
        asker, {RelatedList::tr("Remove"), RelatedList::tr("Remove “%1”?").arg(name),
                RelatedList::tr("It is gone then; its history stays."), RelatedList::tr("Remove"), true});
}

RelatedList::RelatedList(shell::Context& context, const api::Entity& of, const Relation& relation,
                         QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_entity(*relation.entity),
      m_reference(*relation.field),
      m_isPart(relation.isPart) {
    const api::Entity& entity = m_entity;
    const describe::FieldInfo& reference = m_reference;
    setObjectName(QStringLiteral("related_") + ui::toQt(entity.name));
    std::vector<std::string_view> without{reference.name};
    if (const auto* wording = ui::wordingOf(entity.fields, reference)) {
        without.push_back(wording->name);
    }
    m_grid = new ui::RecordGrid(ui::toQt(of.name) + u'.' + ui::toQt(entity.name), this);
    m_grid->setObjectName(QStringLiteral("relatedGrid"));
    // A grid's child, so that it outlives it.
    m_model = new ui::RecordTable(entity.context, entity.fields, without, m_grid);
    m_model->setToday(context.today());
    m_model->setLinks([&context](std::string_view schema) { return mayOpen(context, schema); });
    m_grid->setFirstWidths(firstWidthsOf(entity));
    m_grid->setFitting(true);
    m_grid->setModel(m_model);
    m_lister = new shell::Lister<ui::Record, ui::RecordTable>(
        *m_model, *m_grid,
        [this](client::Listing listing) { return listRecords(m_context.api, m_entity, listing); }, this);
    m_lister->sortBy(entity.list);
    m_lister->whenLoaded([this](bool isFirst) {
        if (isFirst && m_model->count() > 0 && m_grid->currentRow() < 0) {
            m_grid->selectRow(0);
        }
    });
    new shell::LiveList<ui::Record, ui::RecordTable>(
        context, entity.name, *m_model, *m_grid,
        [this](std::int64_t id) { return getRecord(m_context.api, m_entity, id); },
        [this] { m_lister->reload(); }, this,
        [this](const ui::Record& record) { return record.integer(m_reference.name) == m_id; });
    new shell::WholeList(*m_lister, *m_grid, [&entity, without] {
        return std::make_shared<ui::RecordTable>(entity.context, entity.fields, without);
    });
    connect(m_grid, &ui::RecordGrid::activated, this, &RelatedList::openRow);
    connect(m_grid, &ui::RecordGrid::linkActivated, this, [this](int row, int column) {
        if (const auto link = m_model->linkAt(row, column)) {
            followLink(*link);
        }
    });
    connect(m_grid, &ui::RecordGrid::selectionChanged, this, &RelatedList::showButtons);

    if (m_isPart && entity.can(api::Edit) && context.session.may(entity.write)) {
        m_staging = new ListStaging(m_context, entity, *m_model, *m_grid, *m_lister, this);
        m_staging->takeKeys();
        connect(m_staging, &ListStaging::changed, this, &RelatedList::stagingChanged);
    }

    m_new = new QPushButton(this);
    m_new->setObjectName(QStringLiteral("newButton"));
    m_new->setIcon(ui::icon(ui::Icon::Plus));
    m_new->setVisible(m_isPart && entity.can(api::Create) && context.session.may(entity.write));
    connect(m_new, &QPushButton::clicked, this, &RelatedList::openNew);
    m_open = new QPushButton(this);
    m_open->setObjectName(QStringLiteral("openButton"));
    connect(m_open, &QPushButton::clicked, this, [this] { openRow(m_grid->currentRow()); });
    m_remove = new QPushButton(this);
    m_remove->setObjectName(QStringLiteral("removeButton"));
    m_remove->setVisible(m_isPart && entity.can(api::Remove) && context.session.may(entity.write));
    connect(m_remove, &QPushButton::clicked, this, [this] { removeRow(m_grid->currentRow()); });
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(ui::space::s);
    buttons->addWidget(m_new);
    buttons->addWidget(m_open);
    buttons->addWidget(m_remove);
    buttons->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(ui::space::s, ui::space::s, ui::space::s, ui::space::s);
    layout->setSpacing(ui::space::s);
    layout->addLayout(buttons);
    if (m_staging != nullptr) {
        layout->addWidget(m_staging->strip());
    }
    layout->addWidget(m_grid, 1);
    ui::passFocusOn(this, m_grid);
    retranslate();
}

void RelatedList::setOf(std::int64_t id) {
    if (id != m_id) {
        m_id = id;
        m_isLoaded = false;
        m_model->clear();
        m_model->setHasMore(false);
        m_grid->setTotal(std::nullopt);
        if (m_staging != nullptr) {
            m_staging->setOf(id);
        }
        showButtons();
    }
}

void RelatedList::load() {
    if (!m_isLoaded && m_id != 0) {
        m_isLoaded = true;
        m_lister->load({{ui::toQt(m_reference.name), QString::number(m_id)}});
    }
}

void RelatedList::openRow(int row) {
    if (row < 0 || row >= m_model->count()) {
        return;
    }
    const ui::Record& record = m_model->at(row);
    if (m_entity.partOf.empty()) {
        followLink({m_entity.name, record.id()});
        return;
    }
    auto* dialog = new RecordDialog(m_context, m_entity, Given{m_reference.name, m_id}, window());
    connect(dialog, &RecordDialog::changed, m_lister, [this] { m_lister->reload(); });
    connect(dialog, &RecordDialog::pageWanted, this, &RelatedList::pageWanted);
    dialog->showRecord(record);
}

void RelatedList::followLink(const ui::RecordLink& link) {
    openRecord(m_context, this, link, [this](const QString& page, const shell::PageTarget& target) {
        emit pageWanted(page, target);
    });
}

void RelatedList::openNew() {
    auto* dialog = new RecordDialog(m_context, m_entity, Given{m_reference.name, m_id}, window());
    connect(dialog, &RecordDialog::changed, m_lister, [this] { m_lister->reload(); });
    dialog->startNew();
}

void RelatedList::removeRow(int row) {
    if (row < 0 || row >= m_model->count()) {
        return;
    }
    const ui::Record& record = m_model->at(row);
    if (!confirmRemoval(m_context, this, nameOf(m_entity, record))) {
        return;
    }
    client::whenDone(
        removeRecord(m_context.api, m_entity, record.id(), static_cast<int>(record.integer("version"))), this,
        [this](const client::Answer<std::optional<ui::Record>>& answer) {
            if (!answer) {
                m_context.dialogs.inform(this, titleOf(m_entity), shell::sentenceOf(answer.error()));
            }
            m_lister->reload();
        });
}

void RelatedList::showButtons() {
    m_open->setEnabled(m_grid->currentRow() >= 0 && !m_grid->selectedRows().isEmpty());
    m_remove->setEnabled(m_open->isEnabled());
}

void RelatedList::retranslate() {
    m_new->setText(tr("New"));
    m_remove->setText(tr("Remove"));
    m_open->setText(m_isPart && m_entity.can(api::Edit) && m_context.session.may(m_entity.write)
                        ? tr("Edit")
                        : tr("Open"));
    m_grid->setEmptyState(shell::iconOf(m_entity.area), tr("There is none here."));
    if (m_staging != nullptr) {
        m_staging->retranslate();
    }
    showButtons();
}

void RelatedList::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

}  // namespace nextgen::entity
