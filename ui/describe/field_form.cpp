#include "ui/describe/field_form.h"

#include "ui/describe/setting_edit.h"
#include "ui/locale/format.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/code_edit.h"
#include "ui/widgets/secret_edit.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <algorithm>

namespace nextgen::ui {

using describe::FieldInfo;
using describe::Kind;

namespace {

bool isEmpty(const auto& value) {
    const auto* text = std::get_if<std::string>(&value);
    return std::holds_alternative<std::monostate>(value) || (text != nullptr && text->empty());
}

/// Whether a text that ends in _name words a reference beside it.
bool isWording(const std::vector<FieldInfo>& fields, const FieldInfo& field) {
    return std::ranges::any_of(fields, [&](const FieldInfo& other) {
        const FieldInfo* wording = other.refersTo.empty() ? nullptr : wordingOf(fields, other);
        return wording != nullptr && wording->name == field.name;
    });
}

}  // namespace

FieldForm::FieldForm(const char* context, const std::vector<FieldInfo>& fields, Use use,
                     ReferenceFinder finder, const std::vector<std::string_view>& without, int columns,
                     QWidget* parent)
    : RecordFormBase(context, columns, parent),
      m_fields(fields),
      m_use(use),
      m_finder(std::move(finder)),
      m_columns(columns),
      m_record(m_fields) {
    for (const FieldInfo& field : m_fields) {
        const bool isShown = !field.has(describe::Hidden | describe::Key) && !isWording(m_fields, field) &&
                             std::ranges::find(without, field.name) == without.end();
        if (isShown && (use != Use::New || isWritten(field))) {
            addField(field);
        }
    }
    load(m_record);
}

bool FieldForm::isWritten(const FieldInfo& field) const {
    return m_use != Use::Look && !field.has(describe::ReadOnly) &&
           (m_use == Use::New || !field.has(describe::Fixed));
}

void FieldForm::addField(const FieldInfo& field) {
    const int span = isLongText(field) || !field.settingIn.empty() ? m_columns : 1;
    if (field.isSecret()) {
        addLine(field, makeSecretEdit(field));
        return;
    }
    if (isWritten(field)) {
        addLine(field, makeEditor(field), span);
        return;
    }
    FieldInfo line = field;
    line.traits &= ~static_cast<unsigned>(describe::Required);  // nobody has to fill it in
    if (field.kind == Kind::Choice && isState(field)) {
        auto* chip = new Chip;
        addLine(line, chip, span);
        m_texts.emplace(field.name, chip);
        return;
    }
    auto* text = makeLabel({}, TextRole::Body);
    text->setWordWrap(true);
    connect(text, &QLabel::linkActivated, this, [this, &field] {
        if (const auto link = linkOf(m_record, field)) {
            emit linkActivated(*link);
        }
    });
    addLine(line, text, span);
    m_texts.emplace(field.name, text);
}

/// nullptr where the kind's own editor will do.
QWidget* FieldForm::makeEditor(const FieldInfo& field) {
    const bool isLine = field.has(describe::Code) && !isLongText(field);
    if (!field.refersTo.empty() && m_finder) {
        auto* edit = new ReferenceEdit(field.refersTo, m_finder);
        connect(edit, &ReferenceEdit::valueChanged, this, &RecordFormBase::edited);
        connect(edit, &ReferenceEdit::openWanted, this,
                [this, schema = field.refersTo](std::int64_t id) { emit linkActivated({schema, id}); });
        return edit;
    }
    if (!field.settingIn.empty()) {
        auto* edit = new SettingEdit;
        connect(edit, &SettingEdit::edited, this, &RecordFormBase::edited);
        if (auto* key = qobject_cast<LatinEdit*>(editor(toQt(field.settingIn)))) {
            connect(key, &QLineEdit::textEdited, edit, [edit, key] { edit->setKey(fromQt(key->value())); });
        }
        return edit;
    }
    if (field.kind == Kind::Integer || field.kind == Kind::Id || (field.kind == Kind::Text && isLine)) {
        // Not a CodeEdit: addresses of the web and of people have small letters, numbers a sign.
        auto* edit = new LatinEdit;
        edit->setProperty(scannedProperty, field.kind == Kind::Text);
        connect(edit, &QLineEdit::textEdited, this, &RecordFormBase::edited);
        return edit;
    }
    if (field.kind == Kind::Choice) {
        auto* box = new QComboBox;
        if (field.isOptional || m_use == Use::New) {
            box->addItem(QString());
        }
        for (const describe::Choice& choice : field.choices) {
            box->addItem(choiceTitle(choice), choice.value);
        }
        connect(box, &QComboBox::activated, this, &RecordFormBase::edited);
        box->setFocusPolicy(Qt::StrongFocus);
        box->installEventFilter(this);
        return box;
    }
    return nullptr;
}

void FieldForm::setLinks(std::function<bool(std::string_view)> mayOpen) {
    m_mayOpen = std::move(mayOpen);
    for (const FieldInfo& line : lines()) {
        if (auto* reference = qobject_cast<ReferenceEdit*>(editor(toQt(line.name)))) {
            reference->setOpenable(m_mayOpen(line.refersTo));
        }
    }
}

QWidget* FieldForm::makeSecretEdit(const FieldInfo& field) {
    auto* edit = new SecretEdit(field.secret);
    edit->setReadOnly(!isWritten(field));
    connect(edit, &SecretEdit::edited, this, &RecordFormBase::edited);
    connect(edit, &SecretEdit::revealWanted, this, [this, edit, field] {
        m_revealer(m_record.id(), field, [this, edit, id = m_record.id()](const QString& value) {
            if (m_record.id() == id) {
                edit->reveal(value);
            }
        });
    });
    return edit;
}

void FieldForm::setRevealer(Revealer revealer) {
    m_revealer = std::move(revealer);
    for (auto* edit : findChildren<SecretEdit*>()) {
        edit->setRevealable(m_revealer != nullptr);
    }
}

void FieldForm::load(const Record& record) {
    m_record = record;
    for (const FieldInfo& line : lines()) {
        showField(line);
    }
    clearErrors();
}

void FieldForm::showField(const FieldInfo& field) {
    if (const auto text = m_texts.find(field.name); text != m_texts.end()) {
        if (auto* chip = qobject_cast<Chip*>(text->second)) {
            const auto* choice = m_record.as<describe::Choice>(field.name);
            chip->setChoice(choice != nullptr ? std::optional(*choice) : std::nullopt);
        } else {
            auto* label = qobject_cast<QLabel*>(text->second);
            const QString words = wordsOf(m_record, field);
            const auto link = m_mayOpen ? linkOf(m_record, field) : std::nullopt;
            const bool isLink = link && m_mayOpen(link->schema);
            label->setTextFormat(isLink ? Qt::RichText : Qt::PlainText);
            label->setTextInteractionFlags(isLink ? Qt::TextBrowserInteraction : Qt::TextSelectableByMouse);
            label->setFocusPolicy(isLink ? Qt::StrongFocus : Qt::NoFocus);
            label->setText(words.isEmpty() ? QStringLiteral("—")
                           : isLink        ? QStringLiteral("<a href=\"#\">%1</a>").arg(words.toHtmlEscaped())
                                           : words);
        }
        return;
    }
    put(field, m_record);
    if (auto held = valueIn(field.name)) {
        m_shown.insert_or_assign(std::string(field.name), std::move(*held));
    } else {
        m_shown.erase(std::string(field.name));
    }
}

void FieldForm::put(const FieldInfo& field, const Record& record) {
    QWidget* widget = editor(toQt(field.name));
    const FieldValue& value = record.value(field.name);
    if (auto* setting = qobject_cast<SettingEdit*>(widget)) {
        setting->setKey(record.text(field.settingIn));
    }
    if (auto* reference = qobject_cast<ReferenceEdit*>(widget)) {
        const auto* id = std::get_if<std::int64_t>(&value);
        const FieldInfo* wording = wordingOf(m_fields, field);
        const std::string_view title = wording != nullptr ? record.text(wording->name) : std::string_view();
        reference->setValue(id == nullptr ? std::nullopt
                                          : std::optional(Reference{
                                                *id, title.empty() ? QString::number(*id) : toQt(title)}));
    } else {
        showValue(field.name, cellValueOf(value));
    }
}

void FieldForm::rebase(const Record& record) {
    const Record before = std::exchange(m_record, record);
    for (const FieldInfo& line : lines()) {
        if (m_texts.contains(line.name) || !isEdited(line.name)) {
            showField(line);
        } else if (!isSame(before.value(line.name), record.value(line.name))) {
            const QString now = wordsOf(record, line);
            setError(toQt(line.name), tr("Meanwhile it became: %1").arg(now.isEmpty() ? tr("empty") : now));
        }
    }
}

bool FieldForm::isEdited(std::string_view name) const {
    const auto shown = m_shown.find(name);
    const auto held = valueIn(name);
    return shown == m_shown.end() || !held || *held != shown->second;
}

bool FieldForm::isTyped(std::string_view field) const {
    return std::ranges::any_of(lines(), [&](const FieldInfo& line) {
        return line.name == field && !m_texts.contains(line.name) && isEdited(line.name);
    });
}

bool FieldForm::isDirty() const {
    return std::ranges::any_of(lines(), [this](const FieldInfo& line) { return isTyped(line.name); });
}

QString FieldForm::typedWords(const FieldInfo& field) const {
    const auto value = valueIn(field.name);
    QWidget* widget = editor(toQt(field.name));
    if (auto* reference = qobject_cast<ReferenceEdit*>(widget); reference != nullptr && reference->value()) {
        return reference->value()->title;
    }
    if (!value) {
        return typedText(field.name);
    }
    const FieldValue held = kept(field, *value);
    if (!field.settingIn.empty()) {
        const auto* json = std::get_if<std::string>(&held);
        return showSetting(m_record.text(field.settingIn), json != nullptr ? *json : std::string());
    }
    return ui::showValue(cellValueOf(held), field);
}

void FieldForm::takeBack(std::string_view field) {
    for (const FieldInfo& line : lines()) {
        if (line.name == field) {
            showField(line);
        }
    }
}

std::map<std::string, QString> FieldForm::typed() const {
    std::map<std::string, QString> texts;
    for (const FieldInfo& line : lines()) {
        if (isTyped(line.name)) {
            texts.emplace(line.name, typedText(line.name));
        }
    }
    return texts;
}

void FieldForm::retype(const std::map<std::string, QString>& typed) {
    for (const FieldInfo& line : lines()) {
        if (const auto text = typed.find(std::string(line.name));
            text != typed.end() && !m_texts.contains(line.name)) {
            typeText(line.name, text->second);
        }
    }
    emit edited();
}

std::optional<FieldChanges> FieldForm::changes() {
    clearErrors();
    FieldChanges changed;
    QWidget* firstRefused = nullptr;
    const auto refuse = [&](const FieldInfo& line) {
        if (firstRefused == nullptr) {
            firstRefused = editor(toQt(line.name));
        }
    };
    for (const FieldInfo& line : lines()) {
        if (m_texts.contains(line.name)) {
            continue;
        }
        const auto value = readValue(line.name);
        if (!value) {
            refuse(line);
        } else if (line.has(describe::Required) && isEmpty(*value)) {
            setError(toQt(line.name), showError({ErrorCode::FieldRequired, {}, {}}));
            refuse(line);
        } else if (m_use == Use::New ? !isEmpty(*value) : isEdited(line.name)) {
            // What a new record leaves out takes the server's default.
            changed.emplace_back(line.name, kept(line, *value));
        }
    }
    if (firstRefused != nullptr) {
        firstRefused->setFocus();
        return std::nullopt;
    }
    return changed;
}

FieldValue FieldForm::kept(const FieldInfo& field, const EditedValue& value) const {
    if (const auto* number = std::get_if<std::int64_t>(&value);
        number != nullptr && field.kind == Kind::Choice) {
        const auto choice =
            std::ranges::find(field.choices, static_cast<int>(*number), &describe::Choice::value);
        return choice != field.choices.end() ? FieldValue(*choice) : FieldValue();
    }
    if (const auto* text = std::get_if<std::string>(&value); text != nullptr && text->empty()) {
        return field.isOptional ? FieldValue() : FieldValue(std::string());
    }
    return std::visit([](const auto& held) { return FieldValue(held); }, value);
}

QWidget* FieldForm::firstEditor() const {
    for (const FieldInfo& line : lines()) {
        if (!m_texts.contains(line.name) && isWritten(line)) {
            return editor(toQt(line.name));
        }
    }
    return nullptr;
}

bool FieldForm::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Wheel && !static_cast<QWidget*>(watched)->hasFocus()) {
        event->ignore();
        return true;
    }
    return RecordFormBase::eventFilter(watched, event);
}

void FieldForm::changeEvent(QEvent* event) {
    RecordFormBase::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        showTexts();  // the colour of a link is laid down with its text
    }
}

void FieldForm::retranslate() {
    RecordFormBase::retranslate();
    showTexts();
}

void FieldForm::showTexts() {
    for (const FieldInfo& line : lines()) {
        if (m_texts.contains(line.name)) {
            showField(line);
        }
    }
}

}  // namespace nextgen::ui
