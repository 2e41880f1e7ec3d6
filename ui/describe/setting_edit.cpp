#include "ui/describe/setting_edit.h"

#include "shared/core/text.h"
#include "ui/describe/record_model.h"
#include "ui/locale/format.h"
#include "ui/widgets/code_edit.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>
#include <charconv>

namespace nextgen::ui {

using account::Setting;
using account::SettingValue;
using describe::Kind;

namespace {

constexpr int jsonHeightPx = 84;

QString settingWord(const char* word) {
    return QCoreApplication::translate("Setting", word);
}

}  // namespace

QString settingTitle(std::string_view key) {
    const Setting* setting = account::findSetting(key);
    return setting != nullptr ? settingWord(setting->value.title) : showCode(key);
}

QString showSetting(std::string_view key, std::string_view json) {
    const Setting* setting = account::findSetting(key);
    const auto value = account::settingValue(json);
    if (!value) {
        return json.empty() ? QString() : QChar(u'\u2066') + toQt(json) + QChar(u'\u2069');
    }
    if (const auto* number = std::get_if<std::int64_t>(&*value)) {
        const QString shown = showNumber(*number);
        return setting != nullptr && setting->unit != nullptr
                   ? QStringLiteral("%1 %2").arg(shown, settingWord(setting->unit))
                   : shown;
    }
    if (const auto* flag = std::get_if<bool>(&*value)) {
        return showValue(*flag, {});
    }
    const std::string& text = std::get<std::string>(*value);
    if (setting != nullptr) {
        const auto choice = std::ranges::find(setting->value.choices, text, &describe::Choice::name);
        if (choice != setting->value.choices.end()) {
            return choiceTitle(*choice);
        }
    }
    return toQt(text);
}

SettingEdit::SettingEdit(QWidget* parent)
    : QWidget(parent),
      m_text(new QLineEdit(this)),
      m_number(new LatinEdit(this)),
      m_choice(new QComboBox(this)),
      m_flag(new QCheckBox(this)),
      m_json(new QPlainTextEdit(this)),
      m_unit(makeLabel({}, TextRole::Body, this)),
      m_help(makeLabel({}, TextRole::Small, this)) {
    // Code is left to right and its digits are its own.
    m_json->setLayoutDirection(Qt::LeftToRight);
    m_json->setTabChangesFocus(true);
    m_json->setFixedHeight(jsonHeightPx);
    m_choice->setFocusPolicy(Qt::StrongFocus);
    m_help->setWordWrap(true);
    connect(m_text, &QLineEdit::textEdited, this, &SettingEdit::edited);
    connect(m_number, &QLineEdit::textEdited, this, &SettingEdit::edited);
    connect(m_choice, &QComboBox::activated, this, &SettingEdit::edited);
    connect(m_flag, &QCheckBox::toggled, this, &SettingEdit::edited);
    connect(m_json, &QPlainTextEdit::textChanged, this, &SettingEdit::edited);
    auto* line = new QHBoxLayout;
    line->setSpacing(space::s);
    for (QWidget* editor : {static_cast<QWidget*>(m_text), static_cast<QWidget*>(m_number),
                            static_cast<QWidget*>(m_choice), static_cast<QWidget*>(m_json)}) {
        line->addWidget(editor, 1);
    }
    line->addWidget(m_flag, 1);
    line->addWidget(m_unit);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::xs);
    layout->addLayout(line);
    layout->addWidget(m_help);
    setKey({});
}

void SettingEdit::setKey(std::string_view key) {
    const Setting* before = std::exchange(m_setting, account::findSetting(key));
    const auto is = [this](Kind kind) { return m_setting != nullptr && m_setting->value.kind == kind; };
    m_text->setVisible(is(Kind::Text));
    m_number->setVisible(is(Kind::Integer));
    m_choice->setVisible(is(Kind::Choice));
    m_flag->setVisible(is(Kind::Bool));
    m_json->setVisible(m_setting == nullptr);
    m_unit->setVisible(m_setting != nullptr && m_setting->unit != nullptr);
    setFocusProxy(is(Kind::Text)      ? static_cast<QWidget*>(m_text)
                  : is(Kind::Integer) ? static_cast<QWidget*>(m_number)
                  : is(Kind::Choice)  ? static_cast<QWidget*>(m_choice)
                  : is(Kind::Bool)    ? static_cast<QWidget*>(m_flag)
                                      : static_cast<QWidget*>(m_json));
    if (before != m_setting) {
        const QSignalBlocker blocker(m_choice);
        m_choice->clear();
        for (std::size_t i = 0; is(Kind::Choice) && i < m_setting->value.choices.size(); ++i) {
            m_choice->addItem(QString(), QVariant(toQt(m_setting->value.choices[i].name)));
        }
        setJson(m_setting != nullptr ? m_setting->fallback : std::string_view());
    }
    retranslate();
}

void SettingEdit::setJson(std::string_view json) {
    const QSignalBlocker blocker(this);
    const SettingValue value = account::settingValue(json).value_or(SettingValue());
    const auto* text = std::get_if<std::string>(&value);
    const auto* number = std::get_if<std::int64_t>(&value);
    const auto* flag = std::get_if<bool>(&value);
    m_text->setText(text != nullptr ? toQt(*text) : QString());
    m_number->setValue(number != nullptr ? QString::number(*number) : QString());
    m_choice->setCurrentIndex(text != nullptr ? m_choice->findData(toQt(*text)) : -1);
    m_flag->setChecked(flag != nullptr && *flag);
    m_json->setPlainText(toQt(json));
}

std::string SettingEdit::typedJson() const {
    if (m_setting == nullptr) {
        return text::cleaned(fromQt(m_json->toPlainText()));
    }
    switch (m_setting->value.kind) {
        case Kind::Choice:
            return account::jsonOf(fromQt(m_choice->currentData().toString()));
        case Kind::Bool:
            return account::jsonOf(m_flag->isChecked());
        case Kind::Integer: {
            const std::string typed = fromQt(m_number->value());
            std::int64_t number = 0;
            const auto [end, failure] = std::from_chars(typed.data(), typed.data() + typed.size(), number);
            const bool isNumber = failure == std::errc{} && end == typed.data() + typed.size();
            return isNumber ? account::jsonOf(number) : std::string();
        }
        default:
            // As typed: a text keeps the digits that it was written with.
            return account::jsonOf(text::cleaned(fromQt(m_text->text())));
    }
}

tl::expected<std::string, Error> SettingEdit::json() const {
    std::string json = typedJson();
    if (m_setting == nullptr) {
        if (!account::isJson(json)) {
            return tl::unexpected(Error{ErrorCode::FieldTypeInvalid, {}, {{"expected", "JSON"}}});
        }
        return json;
    }
    if (json.empty()) {
        return tl::unexpected(Error{ErrorCode::NumberInvalid, {}, {}});
    }
    if (auto error = account::judgeSetting(*m_setting, json)) {
        return tl::unexpected(std::move(*error));
    }
    return json;
}

void SettingEdit::retranslate() {
    for (int i = 0; m_setting != nullptr && i < m_choice->count(); ++i) {
        m_choice->setItemText(i, choiceTitle(m_setting->value.choices[static_cast<std::size_t>(i)]));
    }
    m_flag->setText(tr("Yes"));
    m_unit->setText(m_setting != nullptr && m_setting->unit != nullptr ? settingWord(m_setting->unit)
                                                                       : QString());
    m_help->setText(m_setting != nullptr
                        ? settingWord(m_setting->help)
                        : tr("The program does not know this setting: its value is written as JSON."));
}

void SettingEdit::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

}  // namespace nextgen::ui
