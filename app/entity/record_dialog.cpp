#include "app/entity/record_dialog.h"

#include "app/entity/entity_words.h"

#include <QAction>
#include <QVBoxLayout>

namespace nextgen::entity {

namespace {

constexpr QSize dialogSize(640, 560);

}  // namespace

RecordDialog::RecordDialog(shell::Context& context, const api::Entity& entity, Given given, QWidget* parent)
    : QDialog(parent), m_entity(entity), m_panel(new RecordPanel(context, entity, given, {}, this)) {
    setObjectName(QStringLiteral("recordDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    setWindowTitle(singularOf(entity));
    for (QAction* action : m_panel->commands()) {
        if (action != m_panel->discardAction()) {  // Esc is the dialog's own
            addAction(action);
        }
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(ui::space::s, ui::space::s, ui::space::s, ui::space::s);
    layout->addWidget(m_panel);
    resize(dialogSize);
    connect(m_panel, &RecordPanel::saved, this, &RecordDialog::changed);
    connect(m_panel, &RecordPanel::removed, this, &RecordDialog::changed);
    connect(m_panel, &RecordPanel::closeWanted, this, &QDialog::accept);
    connect(m_panel, &RecordPanel::pageWanted, this,
            [this](const QString& id, const shell::PageTarget& target) {
                if (m_panel->mayLeave()) {
                    emit pageWanted(id, target);
                    accept();
                }
            });
}

void RecordDialog::showRecord(const ui::Record& record) {
    m_panel->showRecord(record);
    open();
    m_panel->focusForm();
}

void RecordDialog::startNew() {
    m_panel->startNew();
    open();
    m_panel->focusForm();
}

void RecordDialog::reject() {
    if (m_panel->mayLeave()) {
        QDialog::reject();
    }
}

}  // namespace nextgen::entity
