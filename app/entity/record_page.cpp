#include "app/entity/record_page.h"

#include "app/client/task.h"
#include "app/entity/entity_calls.h"
#include "app/entity/entity_words.h"
#include "app/entity/record_panel.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/focus.h"

#include <QAction>
#include <QVBoxLayout>

namespace nextgen::entity {

namespace {

class RecordPage : public shell::PageWidget {
    Q_OBJECT

  public:
    RecordPage(shell::Context& context, const api::Entity& entity, std::int64_t id,
               const MakeRecordTab& overview, const MakeSheet& sheet, QWidget* parent);

    void open(const shell::PageTarget& target) override;
    void reload() override;
    QString documentName() const override;
    bool isDirty() const override { return m_panel->isUnsaved(); }
    bool mayLeave() override { return m_panel->mayLeave(); }
    bool mayRest() const override { return !m_panel->isBusy() && m_panel->mayRest(); }
    QStringList tourStops() const override { return m_panel->tourStops(); }
    void goToStop(const QString& stop, const QString& filePath) override;
    bool isSettled() const override { return !m_isLoading && !m_panel->isBusy(); }

  protected:
    void retranslate() override;

  private:
    void load();
    void loaded(const client::Answer<ui::Record>& answer);

    shell::Context& m_context;
    const api::Entity& m_entity;
    const std::int64_t m_id;
    bool m_isLoading = false;
    RecordPanel* m_panel;
    ui::Banner* m_trouble;
};

RecordPage::RecordPage(shell::Context& context, const api::Entity& entity, std::int64_t id,
                       const MakeRecordTab& overview, const MakeSheet& sheet, QWidget* parent)
    : PageWidget(parent), m_context(context), m_entity(entity), m_id(id) {
    m_trouble = new ui::Banner(ui::Tone::Warn, this);
    m_trouble->hide();
    connect(m_trouble, &ui::Banner::actionTriggered, this, &RecordPage::load);
    m_panel = new RecordPanel(context, entity, {}, overview, this);
    m_panel->setSheet(sheet);
    m_panel->setClosable(false);  // its tab has the cross
    m_panel->hide();
    connect(m_panel, &RecordPanel::pageWanted, this, &PageWidget::pageWanted);
    connect(m_panel, &RecordPanel::stateChanged, this, &PageWidget::documentChanged);
    connect(m_panel, &RecordPanel::removed, this, [this] { emit gone(tr("It was removed.")); });
    for (QAction* action : m_panel->commands()) {
        addAction(action);
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_trouble);
    layout->addWidget(m_panel, 1);
    ui::passFocusOn(this, m_panel);
    retranslate();
}

void RecordPage::open(const shell::PageTarget& /*target*/) {
    if (m_panel->recordId() == 0) {
        load();
    }
}

void RecordPage::reload() {
    load();
    m_panel->reload();
}

void RecordPage::load() {
    if (m_isLoading) {
        return;
    }
    m_isLoading = true;
    client::whenDone(getRecord(m_context.api, m_entity, m_id), this,
                     [this](const client::Answer<ui::Record>& answer) { loaded(answer); });
}

void RecordPage::loaded(const client::Answer<ui::Record>& answer) {
    m_isLoading = false;
    const bool isFirst = m_panel->recordId() == 0;
    m_trouble->setVisible(!answer && isFirst);
    if (!answer) {
        const client::Failure& failure = answer.error();
        if (failure.httpStatus == 404 || failure.httpStatus == 403) {
            emit gone(shell::sentenceOf(failure));
        } else if (!failure.isCancelled()) {
            m_trouble->setText(shell::sentenceOf(failure));
        }
        return;
    }
    if (isFirst) {
        m_panel->showRecord(*answer);
        m_panel->show();
        if (isVisible() && m_panel->tourStops().isEmpty()) {
            m_panel->focusForm();
        }
    } else {
        m_panel->refresh(*answer);
    }
    emit documentChanged();
}

QString RecordPage::documentName() const {
    return m_panel->recordId() == 0 ? QString() : nameOf(m_entity, m_panel->record());
}

void RecordPage::goToStop(const QString& stop, const QString& /*filePath*/) {
    m_panel->goToStop(stop);
}

void RecordPage::retranslate() {
    m_trouble->setAction(tr("Try again"));
}

}  // namespace

shell::PageWidget* makeRecordPage(shell::Context& context, const api::Entity& entity, std::int64_t id,
                                  const MakeRecordTab& overview, const MakeSheet& sheet, QWidget* parent) {
    return new RecordPage(context, entity, id, overview, sheet, parent);
}

}  // namespace nextgen::entity

#include "record_page.moc"
