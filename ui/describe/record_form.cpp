#include "ui/describe/record_form.h"

#include "shared/core/text.h"
#include "ui/describe/record.h"
#include "ui/describe/setting_edit.h"
#include "ui/widgets/code_edit.h"
#include "ui/widgets/instant_edit.h"
#include "ui/widgets/jalali_date_edit.h"
#include "ui/widgets/money_edit.h"
#include "ui/widgets/secret_edit.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>
#include <QLineEdit>
#include <QTextEdit>
#include <algorithm>
#include <charconv>

namespace nextgen::ui {

namespace {

using describe::FieldInfo;
using describe::Kind;

constexpr int longTextHeightPx = 84;

tl::expected<std::int64_t, ErrorCode> integerIn(const std::string& typed) {
    std::int64_t number = 0;
    const auto [end, failure] = std::from_chars(typed.data(), typed.data() + typed.size(), number);
    if (failure != std::errc{} || end != typed.data() + typed.size()) {
        return tl::unexpected(ErrorCode::NumberInvalid);
    }
    return number;
}

/// The lines of text that an editor is made of: itself, or those in it.
QList<QLineEdit*> typedLines(QWidget* editor) {
    if (auto* line = qobject_cast<QLineEdit*>(editor)) {
        return {line};
    }
    return editor != nullptr ? editor->findChildren<QLineEdit*>() : QList<QLineEdit*>();
}

}  // namespace

RecordFormBase::RecordFormBase(const char* context, int columns, QWidget* parent)
    : Form(columns, parent), m_context(context) {}

void RecordFormBase::setToday(Date today) {
    // Those within an InstantEdit too.
    for (auto* edit : findChildren<JalaliDateEdit*>()) {
        edit->setToday(today);
    }
}

bool RecordFormBase::isEditable(const FieldInfo& info) {
    return !info.has(describe::Hidden | describe::ReadOnly | describe::Key) && info.kind != Kind::Instant &&
           info.kind != Kind::Id;
}

void RecordFormBase::addLine(const FieldInfo& info, QWidget* editor, int span) {
    QWidget* made = editor;
    m_lines.push_back(info);
    if (made != nullptr) {
        addRow(toQt(info.name), QCoreApplication::translate(m_context, info.title), made,
               info.has(describe::Required), span);
        return;
    }
    switch (info.kind) {
        case Kind::Money: {
            auto* edit = new MoneyEdit;
            connect(edit, &MoneyEdit::valueChanged, this, &RecordFormBase::edited);
            made = edit;
            break;
        }
        case Kind::Date: {
            auto* edit = new JalaliDateEdit;
            connect(edit, &JalaliDateEdit::valueChanged, this, &RecordFormBase::edited);
            made = edit;
            break;
        }
        case Kind::Choice: {
            auto* box = new QComboBox;
            if (info.isOptional) {
                box->addItem(QString());
            }
            for (const describe::Choice& choice : info.choices) {
                box->addItem(choiceTitle(choice), choice.value);
            }
            connect(box, &QComboBox::activated, this, &RecordFormBase::edited);
            made = box;
            break;
        }
        case Kind::Bool: {
            auto* box = new QCheckBox;
            connect(box, &QCheckBox::toggled, this, &RecordFormBase::edited);
            made = box;
            break;
        }
        case Kind::Instant: {
            auto* edit = new InstantEdit;
            connect(edit, &InstantEdit::valueChanged, this, &RecordFormBase::edited);
            made = edit;
            break;
        }
        case Kind::Integer:
        case Kind::Text:
        case Kind::Id:
            if (isLongText(info)) {
                auto* edit = new QTextEdit;
                edit->setFixedHeight(longTextHeightPx);
                edit->setAcceptRichText(false);
                edit->setTabChangesFocus(true);
                connect(edit, &QTextEdit::textChanged, this, &RecordFormBase::edited);
                made = edit;
            } else {
                auto* edit =
                    info.has(describe::Code) || info.kind == Kind::Integer ? new CodeEdit : new QLineEdit;
                connect(edit, &QLineEdit::textEdited, this, &RecordFormBase::edited);
                made = edit;
            }
            break;
    }
    addRow(toQt(info.name), QCoreApplication::translate(m_context, info.title), made,
           info.has(describe::Required), span);
}

void RecordFormBase::showValue(std::string_view name, const CellValue& value) {
    QWidget* widget = editor(toQt(name));
    if (auto* money = qobject_cast<MoneyEdit*>(widget)) {
        const auto* amount = std::get_if<Money>(&value);
        money->setValue(amount != nullptr ? std::optional(*amount) : std::nullopt);
    } else if (auto* date = qobject_cast<JalaliDateEdit*>(widget)) {
        const auto* day = std::get_if<Date>(&value);
        date->setValue(day != nullptr ? std::optional(*day) : std::nullopt);
    } else if (auto* moment = qobject_cast<InstantEdit*>(widget)) {
        const auto* instant = std::get_if<Instant>(&value);
        moment->setValue(instant != nullptr ? std::optional(*instant) : std::nullopt);
    } else if (auto* box = qobject_cast<QComboBox*>(widget)) {
        const auto* choice = std::get_if<describe::Choice>(&value);
        box->setCurrentIndex(choice != nullptr ? box->findData(choice->value) : 0);
    } else if (auto* check = qobject_cast<QCheckBox*>(widget)) {
        const auto* flag = std::get_if<bool>(&value);
        check->setChecked(flag != nullptr && *flag);
    } else {
        QString text;
        if (const auto* stored = std::get_if<std::string_view>(&value)) {
            text = toQt(*stored);
        } else if (const auto* number = std::get_if<std::int64_t>(&value)) {
            text = QString::number(*number);
        }
        if (auto* setting = qobject_cast<SettingEdit*>(widget)) {
            setting->setJson(fromQt(text));
        } else if (auto* secret = qobject_cast<SecretEdit*>(widget)) {
            secret->setMasked(text);
        } else if (auto* code = qobject_cast<CodeEdit*>(widget)) {
            code->setValue(fromQt(text));
        } else if (auto* latin = qobject_cast<LatinEdit*>(widget)) {
            latin->setValue(text);
        } else if (auto* line = qobject_cast<QLineEdit*>(widget)) {
            line->setText(text);
        } else if (auto* lines = qobject_cast<QTextEdit*>(widget)) {
            lines->setPlainText(text);
        }
    }
}

std::optional<RecordFormBase::EditedValue> RecordFormBase::readValue(std::string_view name) {
    auto value = valueIn(name);
    if (!value) {
        setError(toQt(name), showError(value.error()));
        return std::nullopt;
    }
    return std::move(*value);
}

tl::expected<RecordFormBase::EditedValue, Error> RecordFormBase::valueIn(std::string_view name) const {
    const auto refused = [](ErrorCode code) { return tl::unexpected(Error{code, {}, {}}); };
    QWidget* widget = editor(toQt(name));
    if (auto* money = qobject_cast<MoneyEdit*>(widget)) {
        if (!money->isAcceptable()) {
            return refused(ErrorCode::AmountInvalid);
        }
        return money->value() ? EditedValue(*money->value()) : EditedValue();
    }
    if (auto* date = qobject_cast<JalaliDateEdit*>(widget)) {
        if (!date->isAcceptable()) {
            return refused(ErrorCode::DateInvalid);
        }
        return date->value() ? EditedValue(*date->value()) : EditedValue();
    }
    if (auto* moment = qobject_cast<InstantEdit*>(widget)) {
        if (!moment->isAcceptable()) {
            return refused(ErrorCode::InstantInvalid);
        }
        return moment->value() ? EditedValue(*moment->value()) : EditedValue();
    }
    if (auto* secret = qobject_cast<SecretEdit*>(widget)) {
        if (!secret->isAcceptable()) {
            return tl::unexpected(describe::readSecret(secret->kind(), fromQt(secret->value())).error());
        }
        return EditedValue(fromQt(secret->value()));
    }
    if (auto* reference = qobject_cast<ReferenceEdit*>(widget)) {
        if (!reference->isAcceptable()) {
            return refused(ErrorCode::ReferenceUnknown);
        }
        return reference->value() ? EditedValue(reference->value()->id) : EditedValue();
    }
    if (auto* box = qobject_cast<QComboBox*>(widget)) {
        const QVariant chosen = box->currentData();
        return chosen.isValid() ? EditedValue(std::int64_t{chosen.toInt()}) : EditedValue();
    }
    if (auto* check = qobject_cast<QCheckBox*>(widget)) {
        return EditedValue(check->isChecked());
    }
    if (auto* lines = qobject_cast<QTextEdit*>(widget)) {
        return EditedValue(text::cleaned(fromQt(lines->toPlainText())));
    }
    if (auto* setting = qobject_cast<SettingEdit*>(widget)) {
        auto json = setting->json();
        if (!json) {
            return tl::unexpected(std::move(json.error()));
        }
        return EditedValue(std::move(*json));
    }
    const auto line = std::ranges::find(m_lines, name, &FieldInfo::name);
    auto* edit = qobject_cast<QLineEdit*>(widget);
    auto* code = qobject_cast<CodeEdit*>(widget);
    if (auto* latin = qobject_cast<LatinEdit*>(widget); latin != nullptr && line->kind == Kind::Text) {
        return EditedValue(text::cleaned(fromQt(latin->value())));
    }
    std::string typed = code != nullptr ? code->typedCode()
                                        : text::cleaned(fromQt(edit != nullptr ? edit->text() : QString()));
    if (line->kind == Kind::Integer || line->kind == Kind::Id) {
        typed = fromQt(plainDigits(toQt(typed)));
        if (typed.empty()) {
            return EditedValue();
        }
        const auto number = integerIn(typed);
        if (!number) {
            return refused(number.error());
        }
        return EditedValue(*number);
    }
    if (code != nullptr) {
        // What its reader refuses goes on as typed: the entity's rules say what is wrong with it.
        return EditedValue(code->value().value_or(typed));
    }
    return EditedValue(std::move(typed));
}

QString RecordFormBase::typedText(std::string_view name) const {
    QWidget* widget = editor(toQt(name));
    if (auto* reference = qobject_cast<ReferenceEdit*>(widget); reference != nullptr && reference->value()) {
        return QString::number(reference->value()->id) + u' ' + reference->value()->title;
    }
    if (auto* box = qobject_cast<QComboBox*>(widget)) {
        return box->currentData().toString();
    }
    if (auto* check = qobject_cast<QCheckBox*>(widget)) {
        return check->isChecked() ? QStringLiteral("1") : QString();
    }
    if (auto* lines = qobject_cast<QTextEdit*>(widget)) {
        return lines->toPlainText();
    }
    if (auto* setting = qobject_cast<SettingEdit*>(widget)) {
        const auto json = setting->json();
        return json ? toQt(*json) : QString();
    }
    QStringList texts;
    for (const QLineEdit* line : typedLines(widget)) {
        texts << line->text();
    }
    return texts.join(u'\n');
}

void RecordFormBase::typeText(std::string_view name, const QString& text) {
    QWidget* widget = editor(toQt(name));
    if (auto* reference = qobject_cast<ReferenceEdit*>(widget)) {
        const auto space = text.indexOf(u' ');
        bool isId = false;
        const qint64 id = text.left(space).toLongLong(&isId);
        reference->setValue(space > 0 && isId ? std::optional(Reference{id, text.mid(space + 1)})
                                              : std::nullopt);
    } else if (auto* box = qobject_cast<QComboBox*>(widget)) {
        const int index = box->findData(text.isEmpty() ? QVariant() : QVariant(text.toInt()));
        box->setCurrentIndex(std::max(index, 0));
    } else if (auto* check = qobject_cast<QCheckBox*>(widget)) {
        check->setChecked(!text.isEmpty());
    } else if (auto* lines = qobject_cast<QTextEdit*>(widget)) {
        lines->setPlainText(text);
    } else if (auto* setting = qobject_cast<SettingEdit*>(widget)) {
        setting->setJson(fromQt(text));
    } else {
        const QStringList texts = text.split(u'\n');
        qsizetype next = 0;
        for (QLineEdit* line : typedLines(widget)) {
            line->selectAll();
            line->insert(next < texts.size() ? texts[next++] : QString());
        }
    }
}

void RecordFormBase::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    Form::changeEvent(event);
}

void RecordFormBase::retranslate() {
    for (const FieldInfo& info : m_lines) {
        setLabel(toQt(info.name), QCoreApplication::translate(m_context, info.title));
        if (auto* box = qobject_cast<QComboBox*>(editor(toQt(info.name)))) {
            const int first = box->count() - static_cast<int>(info.choices.size());
            for (std::size_t i = 0; i < info.choices.size(); ++i) {
                box->setItemText(first + static_cast<int>(i), choiceTitle(info.choices[i]));
            }
        }
    }
}

}  // namespace nextgen::ui
