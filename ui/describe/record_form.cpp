#include "ui/describe/record_form.h"

#include "shared/core/error_code.h"
#include "shared/core/text.h"
#include "ui/widgets/code_edit.h"
#include "ui/widgets/jalali_date_edit.h"
#include "ui/widgets/money_edit.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>
#include <QLineEdit>
#include <QTextEdit>
#include <charconv>

namespace nextgen::ui {

namespace {

using describe::FieldInfo;
using describe::Kind;

// Texts from this length on get several lines.
constexpr std::size_t longTextMin = 400;
constexpr int longTextHeightPx = 84;

bool isLongText(const FieldInfo& info) {
    return info.kind == Kind::Text && info.textMax >= longTextMin;
}

}  // namespace

RecordFormBase::RecordFormBase(const char* context, int columns, QWidget* parent)
    : Form(columns, parent), m_context(context) {}

void RecordFormBase::setToday(Date today) {
    for (auto* edit : findChildren<JalaliDateEdit*>()) {
        edit->setToday(today);
    }
}

bool RecordFormBase::isEditable(const FieldInfo& info) {
    return !info.has(describe::Hidden | describe::ReadOnly | describe::Key) && info.kind != Kind::Instant &&
           info.kind != Kind::Id;
}

void RecordFormBase::addLine(const FieldInfo& info) {
    QWidget* made = nullptr;
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
                box->addItem(QCoreApplication::translate("Choice", choice.title), choice.value);
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
        case Kind::Integer:
        case Kind::Text:
        case Kind::Id:
        case Kind::Instant:
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
           info.has(describe::Required));
    m_lines.push_back(info);
}

void RecordFormBase::showValue(std::string_view name, const CellValue& value) {
    QWidget* widget = editor(toQt(name));
    if (auto* money = qobject_cast<MoneyEdit*>(widget)) {
        const auto* amount = std::get_if<Money>(&value);
        money->setValue(amount != nullptr ? std::optional(*amount) : std::nullopt);
    } else if (auto* date = qobject_cast<JalaliDateEdit*>(widget)) {
        const auto* day = std::get_if<Date>(&value);
        date->setValue(day != nullptr ? std::optional(*day) : std::nullopt);
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
        if (auto* code = qobject_cast<CodeEdit*>(widget)) {
            code->setValue(fromQt(text));
        } else if (auto* line = qobject_cast<QLineEdit*>(widget)) {
            line->setText(text);
        } else if (auto* lines = qobject_cast<QTextEdit*>(widget)) {
            lines->setPlainText(text);
        }
    }
}

std::optional<RecordFormBase::EditedValue> RecordFormBase::readValue(std::string_view name) {
    const QString key = toQt(name);
    QWidget* widget = editor(key);
    const auto refuse = [&](ErrorCode code) {
        setError(key, showError({code, {}, {}}));
        return std::nullopt;
    };
    if (auto* money = qobject_cast<MoneyEdit*>(widget)) {
        if (!money->isAcceptable()) {
            return refuse(ErrorCode::AmountInvalid);
        }
        return money->value() ? EditedValue(*money->value()) : EditedValue();
    }
    if (auto* date = qobject_cast<JalaliDateEdit*>(widget)) {
        if (!date->isAcceptable()) {
            return refuse(ErrorCode::DateInvalid);
        }
        return date->value() ? EditedValue(*date->value()) : EditedValue();
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
    const auto line = std::find_if(m_lines.begin(), m_lines.end(),
                                   [&](const FieldInfo& info) { return info.name == name; });
    if (auto* code = qobject_cast<CodeEdit*>(widget)) {
        const std::string typed = code->typedCode();
        if (line->kind == Kind::Integer) {
            if (typed.empty()) {
                return EditedValue();
            }
            std::int64_t number = 0;
            const auto [end, failure] = std::from_chars(typed.data(), typed.data() + typed.size(), number);
            return failure == std::errc{} && end == typed.data() + typed.size()
                       ? std::optional(EditedValue(number))
                       : refuse(ErrorCode::NumberInvalid);
        }
        // What its reader refuses goes on as typed: the entity's rules say what is wrong with it.
        return EditedValue(code->value().value_or(typed));
    }
    return EditedValue(text::cleaned(fromQt(static_cast<QLineEdit*>(widget)->text())));
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
            const int first = info.isOptional ? 1 : 0;
            for (std::size_t i = 0; i < info.choices.size(); ++i) {
                box->setItemText(first + static_cast<int>(i),
                                 QCoreApplication::translate("Choice", info.choices[i].title));
            }
        }
    }
}

}  // namespace nextgen::ui
