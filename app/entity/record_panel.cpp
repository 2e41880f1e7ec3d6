#include "app/entity/record_panel.h"

#include "app/client/reveal.h"
#include "app/client/task.h"
#include "app/entity/entity_calls.h"
#include "app/entity/entity_words.h"
#include "app/entity/links.h"
#include "app/entity/merge_dialog.h"
#include "app/entity/record_head.h"
#include "app/entity/record_tabs.h"
#include "app/shell/link.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/busy_line.h"
#include "ui/widgets/scroll.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QTabBar>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace nextgen::entity {

using client::Answer;
using client::Failure;
using ui::FieldForm;
using ui::Tone;

namespace {

/// A record as it is now, and who changed it last, where that may be known.
struct Current {
    Answer<ui::Record> record;
    QString who;
};

QCoro::Task<Current> currentOf(client::ApiClient& api, const api::Entity& entity, std::int64_t id,
                               bool withHistory) {
    auto record = co_await getRecord(api, entity, id);
    QString who;
    if (record && withHistory) {
        const auto history = co_await listHistory(api, entity, id, QString());
        if (history && !history->items.empty()) {
            who = history->items.front().actorName;
        }
    }
    co_return Current{std::move(record), std::move(who)};
}

/// What was typed is on the disk before it is sent: were the answer lost with the program, the same key would
/// send it again.
QCoro::Task<Answer<ui::Record>> keptAndCreated(client::ApiClient& api, const api::Entity& entity,
                                               RecordDraft& draft, QByteArray body, QString key) {
    co_await draft.keepNow();
    auto answer = co_await createRecord(api, entity, std::move(body), std::move(key));
    co_return answer;
}

}  // namespace

RecordPanel::RecordPanel(shell::Context& context, const api::Entity& entity, std::optional<Given> given,
                         const MakeRecordTab& overview, QWidget* parent)
    : QFrame(parent), m_context(context), m_entity(entity), m_given(given), m_record(entity.fields) {
    setObjectName(QStringLiteral("recordPanel"));
    ui::setStyleProperty(this, "card", true);

    const auto makeAction = [this](const char* name, QKeySequence key, auto run) {
        auto* action = new QAction(this);
        action->setObjectName(QLatin1String(name));
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, run);
        return action;
    };
    m_save = makeAction("save", QKeySequence::Save, &RecordPanel::save);
    m_discard = makeAction("discard", QKeySequence(Qt::Key_Escape), &RecordPanel::discard);
    m_switchActive = makeAction("switchActive", {}, &RecordPanel::switchActive);
    m_remove = makeAction("remove", {}, &RecordPanel::remove);

    // Without a shortcut: the window has it.
    m_print = makeAction("print_record", {}, &RecordPanel::print);
    m_print->setIcon(ui::icon(ui::Icon::Print));

    m_head = new RecordHead(this);
    connect(m_head, &RecordHead::closeWanted, this, [this] {
        if (mayLeave()) {
            emit closeWanted();
        }
    });
    m_head->setLinkable(!m_given);
    connect(m_head, &RecordHead::openWanted, this, [this] {
        emit pageWanted(ui::toQt(m_entity.name), {{QStringLiteral("id"), QString::number(recordId())}});
    });
    connect(m_head, &RecordHead::linkWanted, this,
            [this] { shell::copyLink(m_context, ui::toQt(m_entity.name), recordId()); });
    m_busyLine = new ui::BusyLine(this);
    m_banner = new ui::Banner(Tone::Warn, this);
    m_banner->setObjectName(QStringLiteral("troubleBanner"));
    m_banner->hide();
    connect(m_banner, &ui::Banner::actionTriggered, this, &RecordPanel::settleTrouble);
    connect(m_banner, &ui::Banner::otherActionTriggered, this, [this] {
        m_draft->drop();
        m_unsaved.reset();
        m_form->setEnabled(true);
        showTrouble(Trouble::None);
        focusForm();
    });
    m_draft = new RecordDraft(
        m_context, m_entity, [this] { return typedNow(); }, this);
    connect(&m_context.changes, &client::ChangeWatch::changed, this, &RecordPanel::follow);
    connect(&m_context.changes, &client::ChangeWatch::everythingChanged, this, [this] {
        if (!isHidden() && !m_isNew && m_record.id() != 0 && !isDirty() && !m_isSaving) {
            catchUp();
        }
    });

    m_scroll = ui::makeScroll(new QWidget);
    m_buttons = new QWidget;
    m_saveButton = new QPushButton(m_buttons);
    m_saveButton->setObjectName(QStringLiteral("saveButton"));
    ui::setKind(m_saveButton, ui::ButtonKind::Primary);
    connect(m_saveButton, &QPushButton::clicked, m_save, &QAction::trigger);
    m_discardButton = new QPushButton(m_buttons);
    connect(m_discardButton, &QPushButton::clicked, m_discard, &QAction::trigger);
    m_switchActiveButton = new QPushButton(m_buttons);
    m_switchActiveButton->setObjectName(QStringLiteral("switchActiveButton"));
    connect(m_switchActiveButton, &QPushButton::clicked, m_switchActive, &QAction::trigger);
    m_removeButton = new QPushButton(m_buttons);
    m_removeButton->setObjectName(QStringLiteral("removeButton"));
    ui::setKind(m_removeButton, ui::ButtonKind::Danger);
    connect(m_removeButton, &QPushButton::clicked, m_remove, &QAction::trigger);
    auto* buttons = new QHBoxLayout(m_buttons);
    buttons->setContentsMargins(ui::space::m, ui::space::s, ui::space::m, ui::space::s);
    buttons->addWidget(m_saveButton);
    buttons->addWidget(m_discardButton);
    buttons->addStretch(1);
    buttons->addWidget(m_switchActiveButton);
    buttons->addWidget(m_removeButton);
    auto* details = new QWidget;
    auto* detailsLayout = new QVBoxLayout(details);
    detailsLayout->setContentsMargins(0, 0, 0, 0);
    detailsLayout->setSpacing(0);
    detailsLayout->addWidget(m_scroll, 1);
    detailsLayout->addWidget(m_buttons);
    m_tabs = new RecordTabs(m_context, m_entity, overview, details, this);
    connect(m_tabs, &RecordTabs::pageWanted, this, &RecordPanel::pageWanted);
    connect(m_tabs, &RecordTabs::stagingChanged, this, &RecordPanel::stateChanged);
    connect(m_tabs, &RecordTabs::shownWanted, this, &QWidget::show);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2, 2, 2, 2);
    layout->setSpacing(0);
    layout->addWidget(m_head);
    layout->addWidget(m_busyLine);
    layout->addWidget(m_banner);
    layout->addWidget(m_tabs, 1);
    retranslate();
}

bool RecordPanel::mayCreate() const {
    return m_entity.can(api::Create) && m_context.session.may(m_entity.write);
}

bool RecordPanel::mayEdit() const {
    return m_entity.can(api::Edit) && m_context.session.may(m_entity.write);
}

QList<QAction*> RecordPanel::commands() const {
    return QList<QAction*>{m_save, m_discard, m_switchActive, m_remove, m_print} + m_tabs->commands();
}

bool RecordPanel::isDirty() const {
    return m_form != nullptr && m_form->isDirty();
}

void RecordPanel::makeForm(FieldForm::Use use) {
    if (m_use == use) {
        return;
    }
    m_use = use;
    // Whether it is active is shown above and switched by its button.
    std::vector<std::string_view> without{activeField};
    if (m_given) {
        without.push_back(m_given->field);
    }
    m_form = new FieldForm(m_entity.context, m_entity.fields, use, referenceFinder(m_context), without);
    m_form->setObjectName(QStringLiteral("recordForm"));
    m_form->setToday(m_context.today());
    m_form->setLinks([this](std::string_view schema) { return mayOpen(m_context, schema); });
    connect(m_form, &FieldForm::edited, this, [this] {
        showCommands();
        m_draft->touch();
    });
    connect(m_form, &FieldForm::submitted, this, &RecordPanel::save);
    connect(m_form, &FieldForm::linkActivated, this, [this](const ui::RecordLink& link) {
        openRecord(m_context, this, link, [this](const QString& page, const shell::PageTarget& target) {
            emit pageWanted(page, target);
        });
    });
    if (m_context.session.may(Permission::SecretsReveal)) {
        m_form->setRevealer([this](std::int64_t id, const describe::FieldInfo& field, const auto& take) {
            reveal(id, field, take);
        });
    }
    auto* body = new QWidget;
    auto* layout = new QVBoxLayout(body);
    layout->setContentsMargins(ui::space::m, ui::space::m, ui::space::m, ui::space::m);
    layout->addWidget(m_form);
    m_scroll->setWidget(body);
    body->setAutoFillBackground(false);  // which setWidget() turns on
}

void RecordPanel::reveal(std::int64_t id, const describe::FieldInfo& field,
                         const std::function<void(const QString&)>& take) {
    m_busyLine->setBusy(true);
    client::whenDone(client::revealSecret(m_context.api, m_entity.name, id, field.name), m_form,
                     [this, take, name = ui::toQt(field.name)](const Answer<QString>& answer) {
                         m_busyLine->setBusy(m_isSaving);
                         if (answer) {
                             take(*answer);
                         } else if (!answer.error().isCancelled()) {
                             m_form->setError(name, shell::sentenceOf(answer.error()));
                         }
                     });
}

void RecordPanel::showRecord(const ui::Record& record) {
    const bool isSame = !m_isNew && record.id() == m_record.id();
    ++m_generation;
    m_isNew = false;
    m_record = record;
    setSaving(false);
    makeForm(mayEdit() ? FieldForm::Use::Edit : FieldForm::Use::Look);
    m_form->load(record);
    showTrouble(Trouble::None);
    showHead();
    showCommands();
    if (mayEdit()) {
        m_draft->setKey(draftKey(record.id()));
        beginDraft();
    }
    if (!isSame) {
        m_scroll->ensureVisible(0, 0);
    }
    m_tabs->showRecord(record);
}

void RecordPanel::startNew() {
    ++m_generation;
    m_isNew = true;
    m_record = ui::Record(m_entity.fields);
    m_sentBody.clear();
    setSaving(false);
    m_use.reset();
    makeForm(FieldForm::Use::New);
    showTrouble(Trouble::None);
    m_draft->setKey(draftKey(0));
    beginDraft();
    m_tabs->startNew();
    showHead();
    showCommands();
    focusForm();
}

void RecordPanel::refresh(const ui::Record& record) {
    if (!isDirty() && !m_isSaving) {
        showRecord(record);
    }
}

void RecordPanel::reload() {
    m_tabs->reload();
}

void RecordPanel::focusForm() {
    m_tabs->showDetails();
    if (QWidget* first = m_form != nullptr ? m_form->firstEditor() : nullptr) {
        first->setFocus();
    } else {
        m_tabs->tabBar()->setFocus();
    }
}

void RecordPanel::setClosable(bool isClosable) {
    m_isClosable = isClosable;
    m_head->setClosable(isClosable);
}

QStringList RecordPanel::tourStops() const {
    return m_tabs->tourStops();
}

void RecordPanel::goToStop(const QString& stop) {
    m_tabs->goToStop(stop);
}

bool RecordPanel::isUnsaved() const {
    return isDirty() || m_tabs->isStaged();
}

bool RecordPanel::mayRest() const {
    return m_tabs->mayRest();
}

bool RecordPanel::mayLeave() {
    return mayDiscard() && m_tabs->mayLeave(this);
}

bool RecordPanel::mayDiscard() {
    if (!isDirty()) {
        return true;
    }
    const bool mayGo = m_context.dialogs.confirm(
        this, {tr("Not saved"),
               m_isNew ? tr("This new record is not saved yet: %1").arg(singularOf(m_entity))
                       : tr("What you changed is not saved yet: %1").arg(nameOf(m_entity, m_record)),
               tr("To keep it, go back and save it (Ctrl+S)."), tr("Discard what was typed"), true});
    if (mayGo) {
        m_draft->drop();
        m_form->load(m_record);
        showTrouble(Trouble::None);
        showCommands();
    }
    return mayGo;
}

void RecordPanel::print() {
    if (recordId() == 0) {
        return;
    }
    m_busyLine->setBusy(true);
    client::whenDone(
        m_makeSheet ? m_makeSheet(m_context, m_record) : recordSheet(m_context, m_entity, m_record), this,
        [this](Answer<print::Sheet> sheet) {
            m_busyLine->setBusy(m_isSaving);
            if (sheet) {
                shell::preview(m_context, this, std::move(*sheet));
            } else if (!sheet.error().isCancelled()) {
                m_context.dialogs.inform(this, tr("Print"), shell::sentenceOf(sheet.error()));
            }
        });
}

void RecordPanel::discard() {
    const bool hadTyped = isDirty();
    const bool isClosing = m_isClosable && (!hadTyped || m_isNew);
    if (!(isClosing ? mayLeave() : mayDiscard())) {
        return;
    }
    if (isClosing) {
        emit closeWanted();
    }
}

void RecordPanel::save() {
    if (m_isSaving || m_unsaved || m_form == nullptr || !(m_isNew ? mayCreate() : mayEdit())) {
        return;
    }
    auto changes = m_form->changes();
    if (!changes) {
        m_tabs->showDetails();
        return;
    }
    if (!m_isNew && changes->empty()) {
        return;
    }
    setSaving(true);
    showTrouble(Trouble::None);
    if (!m_isNew) {
        client::whenDone(
            editRecord(m_context.api, m_entity, m_record.id(), static_cast<int>(m_record.integer("version")),
                       bodyOf(m_entity, *changes)),
            this, [this, generation = m_generation](const Answer<ui::Record>& answer) {
                answered(answer, false, generation);
            });
        return;
    }
    if (m_given) {
        changes->emplace_back(m_given->field, ui::FieldValue(m_given->id));
    }
    // The same key for the same record, however often it is sent: it is made once.
    QByteArray body = bodyOf(m_entity, *changes);
    if (body != m_sentBody) {
        m_sentBody = body;
        m_sentKey = client::newIdempotencyKey();
    }
    client::whenDone(keptAndCreated(m_context.api, m_entity, *m_draft, std::move(body), m_sentKey), this,
                     [this, generation = m_generation](const Answer<ui::Record>& answer) {
                         answered(answer, true, generation);
                     });
}

void RecordPanel::answered(const Answer<ui::Record>& answer, bool wasNew, int generation) {
    const bool isShown = generation == m_generation;
    if (isShown) {
        setSaving(false);
    }
    if (answer) {
        m_draft->drop(draftKey(wasNew ? 0 : answer->id()));
        if (isShown) {
            m_sentBody.clear();
            showRecord(*answer);
        }
        emit saved(*answer, wasNew);
    } else if (isShown) {
        refused(answer.error());
    }
}

void RecordPanel::refused(const Failure& failure) {
    if (failure.isCancelled()) {
        return;
    }
    if (failure.isLostConnection()) {
        showTrouble(Trouble::Offline);
        return;
    }
    m_sentBody.clear();  // it was answered: what is sent next is another request
    m_draft->touch();
    if (failure.code == ErrorCode::PreconditionFailed) {
        showTrouble(Trouble::Conflict);
        catchUp();
        return;
    }
    QStringList general;
    QWidget* first = nullptr;
    for (const client::FieldFault& fault : failure.fields) {
        QWidget* editor = m_form->editor(fault.field);
        if (editor == nullptr) {
            general << fault.message;
            continue;
        }
        m_form->setError(fault.field, fault.message);
        first = first != nullptr ? first : editor;
    }
    if (first == nullptr && general.isEmpty()) {
        general << shell::sentenceOf(failure);
    }
    m_tabs->showDetails();
    if (first != nullptr) {
        first->setFocus();
    }
    if (!general.isEmpty()) {
        showTrouble(Trouble::Other, general.join(u'\n'));
    }
}

void RecordPanel::showTrouble(Trouble trouble, const QString& sentence) {
    m_trouble = trouble;
    m_banner->setTone(trouble == Trouble::Other     ? Tone::Bad
                      : trouble == Trouble::Unsaved ? Tone::Info
                                                    : Tone::Warn);
    m_banner->setOtherAction({});
    switch (trouble) {
        case Trouble::None:
            break;
        case Trouble::Conflict:
            m_banner->setText(
                tr("Somebody changed this record while you were changing it. What you typed is kept."));
            m_banner->setAction(tr("Compare"));
            break;
        case Trouble::Overtaken:
            m_banner->setText(
                m_overtakenBy.isEmpty()
                    ? tr("Somebody changed this just now. What you typed is kept.")
                    : tr("%1 changed this just now. What you typed is kept.").arg(m_overtakenBy));
            m_banner->setAction(tr("Compare"));
            break;
        case Trouble::Offline:
            m_banner->setText(
                tr("The server cannot be reached. What you typed stays here; nothing was lost."));
            m_banner->setAction(tr("Try again"));
            break;
        case Trouble::Unsaved:
            m_banner->setText(
                tr("You typed something here on %1 and did not save it.")
                    .arg(ui::showInstant(Instant(m_unsaved->savedAt.toMSecsSinceEpoch() * 1000))));
            m_banner->setAction(tr("Restore it"));
            m_banner->setOtherAction(tr("Discard it"));
            break;
        case Trouble::Other:
            m_banner->setText(sentence);
            m_banner->setAction({});
            break;
    }
    m_banner->setVisible(trouble != Trouble::None);
}

void RecordPanel::settleTrouble() {
    if (m_trouble == Trouble::Conflict || m_trouble == Trouble::Overtaken) {
        catchUp();
    } else if (m_trouble == Trouble::Offline) {
        save();
    } else if (m_trouble == Trouble::Unsaved) {
        restore();
    }
}

void RecordPanel::follow(const QList<client::Change>& changes) {
    for (const client::Change& change : changes) {
        if (isHidden() || m_isNew || m_isSaving || change.id != m_record.id() ||
            change.entity != ui::toQt(m_entity.name)) {
            continue;
        }
        if (change.isRemoved) {
            showTrouble(Trouble::Other, change.actorName.isEmpty()
                                            ? tr("Somebody removed this record just now.")
                                            : tr("%1 removed this record just now.").arg(change.actorName));
        } else if (change.version > m_record.integer("version")) {
            m_overtakenBy = change.actorName;
            if (isDirty()) {
                showTrouble(Trouble::Overtaken);
            } else {
                catchUp();
            }
        }
    }
}

void RecordPanel::catchUp() {
    const bool isAsked = isDirty();
    setSaving(isAsked);
    const bool mayAskWho =
        isAsked && !m_entity.can(api::History) && m_context.session.may(Permission::AuditRead);
    client::whenDone(currentOf(m_context.api, m_entity, m_record.id(), mayAskWho), this,
                     [this, isAsked, generation = m_generation](const Current& current) {
                         if (generation != m_generation) {
                             return;
                         }
                         if (isAsked) {
                             setSaving(false);
                         }
                         if (!current.record) {
                             if (!current.record.error().isLostConnection()) {
                                 showTrouble(Trouble::Other, shell::sentenceOf(current.record.error()));
                             }
                             return;  // the banner stays, and with it the way
                         }
                         if (isDirty()) {
                             merge(*current.record, current.who.isEmpty() ? m_overtakenBy : current.who);
                         } else if (!m_isSaving) {
                             showRecord(*current.record);
                         }
                     });
}

void RecordPanel::merge(const ui::Record& theirs, const QString& who) {
    std::vector<MergeLine> lines = mergeLines(m_entity, *m_form, m_record, theirs);
    // What was typed is there already: the answer to an earlier try was lost.
    const bool isMine = std::ranges::none_of(lines, [this](const MergeLine& line) {
        return m_form->isTyped(line.field->name) && line.mine != line.theirs;
    });
    if (isMine) {
        m_draft->drop();
        showRecord(theirs);
        emit saved(theirs, false);
        return;
    }
    const Instant* when = theirs.as<Instant>("updated_at");
    auto* dialog = new MergeDialog(m_entity, nameOf(m_entity, theirs), std::move(lines), who,
                                   when != nullptr ? *when : Instant(), window());
    connect(dialog, &QDialog::accepted, this, [this, dialog, theirs, generation = m_generation] {
        if (generation == m_generation) {
            takeMerged(theirs, dialog->lines());
        }
    });
    dialog->open();
}

void RecordPanel::takeMerged(const ui::Record& theirs, const std::vector<MergeLine>& lines) {
    const ui::Record before = std::exchange(m_record, theirs);
    m_form->rebase(theirs);
    m_form->clearErrors();
    for (const MergeLine& line : lines) {
        if (line.take == MergeLine::Take::Theirs) {
            m_form->takeBack(line.field->name);
        } else if (!m_form->isTyped(line.field->name)) {
            m_form->put(*line.field, before);  // as it was when it was opened
        }
    }
    showHead();
    if (isDirty()) {
        save();
    } else {
        m_draft->drop();
        showRecord(theirs);
        emit saved(theirs, false);
    }
}

std::optional<TypedRecord> RecordPanel::typedNow() const {
    if (m_unsaved) {
        return m_unsaved;
    }
    if (!isDirty()) {
        return std::nullopt;
    }
    TypedRecord typed{m_form->typed(), {}, m_sentBody, m_sentKey, {}};
    for (const describe::FieldInfo& field : m_entity.fields) {
        if (typed.typed.contains(std::string(field.name))) {
            typed.before.emplace_back(field.name, m_record.value(field.name));
        }
    }
    return typed;
}

QString RecordPanel::draftKey(std::int64_t id) const {
    return m_given ? RecordDraft::keyOf(m_entity, id, m_given->field, m_given->id)
                   : RecordDraft::keyOf(m_entity, id);
}

/// Was something typed here before, and neither saved nor discarded? Until the person has said what becomes
/// of it nothing else is typed over it.
void RecordPanel::beginDraft() {
    m_unsaved.reset();
    m_form->setEnabled(true);
    client::whenDone(m_draft->find(), this,
                     [this, generation = m_generation](const std::optional<TypedRecord>& found) {
                         if (generation != m_generation || !found || isDirty() || m_isSaving) {
                             return;
                         }
                         m_unsaved = found;
                         m_form->setEnabled(false);
                         showTrouble(Trouble::Unsaved);
                     });
}

void RecordPanel::restore() {
    const TypedRecord typed = *std::exchange(m_unsaved, std::nullopt);
    m_sentBody = typed.sentBody;
    m_sentKey = typed.sentKey;
    // As the record was when it was typed, and onto that what it is now.
    ui::Record before = m_record;
    for (const auto& [field, value] : typed.before) {
        before.set(field, value);
    }
    m_form->setEnabled(true);
    m_form->load(before);
    m_form->retype(typed.typed);
    m_form->rebase(m_record);
    showTrouble(Trouble::None);
    showCommands();
    focusForm();
}

void RecordPanel::switchActive() {
    if (m_isNew || m_isSaving || !mayEdit() || !m_entity.can(api::Deactivate) || !mayDiscard()) {
        return;
    }
    const int version = static_cast<int>(m_record.integer("version"));
    if (!isActive(m_record)) {
        setSaving(true);
        client::whenDone(editRecord(m_context.api, m_entity, m_record.id(), version,
                                    bodyOf(m_entity, {{activeField, ui::FieldValue(true)}})),
                         this, [this, generation = m_generation](const Answer<ui::Record>& answer) {
                             answered(answer, false, generation);
                         });
        return;
    }
    if (m_context.dialogs.confirm(
            this, {tr("Deactivate"), tr("Deactivate “%1”?").arg(nameOf(m_entity, m_record)),
                   tr("It stays where it is used and is offered no more. You can activate it again."),
                   tr("Deactivate"), false})) {
        setSaving(true);
        client::whenDone(removeRecord(m_context.api, m_entity, m_record.id(), version), this,
                         [this, generation = m_generation](const Answer<std::optional<ui::Record>>& answer) {
                             if (!answer) {
                                 answered(tl::unexpected(answer.error()), false, generation);
                             } else if (*answer) {
                                 answered(**answer, false, generation);
                             }
                         });
    }
}

void RecordPanel::remove() {
    if (m_isNew || m_isSaving || !m_entity.can(api::Remove) || !m_context.session.may(m_entity.write) ||
        !confirmRemoval(m_context, this, nameOf(m_entity, m_record))) {
        return;
    }
    setSaving(true);
    client::whenDone(
        removeRecord(m_context.api, m_entity, m_record.id(), static_cast<int>(m_record.integer("version"))),
        this,
        [this, id = m_record.id(),
         generation = m_generation](const Answer<std::optional<ui::Record>>& answer) {
            if (!answer) {
                answered(tl::unexpected(answer.error()), false, generation);
                return;
            }
            setSaving(false);
            m_draft->drop();
            m_form->load(m_record);  // nothing is left to be lost
            emit removed(id);
            emit closeWanted();
        });
}

void RecordPanel::setSaving(bool isSaving) {
    m_isSaving = isSaving;
    m_busyLine->setBusy(isSaving);
    showCommands();
}

void RecordPanel::showHead() {
    m_head->showRecord(m_isNew ? tr("New: %1").arg(singularOf(m_entity)) : nameOf(m_entity, m_record),
                       m_record, m_isNew);
}

void RecordPanel::showCommands() {
    const bool isDirtyNow = isDirty();
    const bool mayWrite = m_isNew ? mayCreate() : mayEdit();
    const bool maySwitch = !m_isNew && mayEdit() && m_entity.can(api::Deactivate);
    const bool mayRemove = !m_isNew && m_entity.can(api::Remove) && m_context.session.may(m_entity.write);
    m_save->setEnabled(mayWrite && (isDirtyNow || m_isNew) && !m_isSaving);
    m_save->setVisible(mayWrite);
    m_switchActive->setVisible(maySwitch);
    m_switchActive->setEnabled(maySwitch && !m_isSaving);
    m_remove->setVisible(mayRemove);
    m_remove->setEnabled(mayRemove && !m_isSaving);
    m_print->setVisible(recordId() != 0);
    m_saveButton->setVisible(mayWrite);
    m_saveButton->setEnabled(m_save->isEnabled());
    m_discardButton->setVisible(mayWrite);
    m_discardButton->setEnabled(isDirtyNow || m_isNew);
    m_switchActiveButton->setVisible(maySwitch);
    m_switchActiveButton->setEnabled(m_switchActive->isEnabled());
    m_removeButton->setVisible(mayRemove);
    m_removeButton->setEnabled(m_remove->isEnabled());
    m_buttons->setVisible(mayWrite || maySwitch || mayRemove);
    m_switchActive->setText(isActive(m_record) ? tr("Deactivate") : tr("Activate again"));
    m_switchActiveButton->setText(m_switchActive->text());
    emit stateChanged();
}

void RecordPanel::retranslate() {
    m_save->setText(tr("Save"));
    m_discard->setText(tr("Discard"));
    m_remove->setText(tr("Remove"));
    m_print->setText(tr("Print the record"));
    m_saveButton->setText(tr("Save"));
    m_saveButton->setToolTip(QStringLiteral("Ctrl+S"));
    m_discardButton->setText(tr("Discard"));
    m_discardButton->setToolTip(QStringLiteral("Esc"));
    m_removeButton->setText(tr("Remove"));
    showTrouble(m_trouble, m_banner->text());
    showHead();
    showCommands();
}

void RecordPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QFrame::changeEvent(event);
}

}  // namespace nextgen::entity
