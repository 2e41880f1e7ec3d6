#pragma once

#include "shared/account/setting.h"

#include <QString>
#include <QWidget>
#include <string>
#include <tl/expected.hpp>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace nextgen::ui {

class LatinEdit;

/// The name of a setting; its key when the program does not know it.
QString settingTitle(std::string_view key);
/// A setting's value in words, with its unit; as JSON when the program does not know it.
QString showSetting(std::string_view key, std::string_view json);

/// Edits the value of a setting by what kind of setting it is, and says beneath what it is for. What the
/// program does not know is edited as JSON.
class SettingEdit : public QWidget {
    Q_OBJECT

  public:
    explicit SettingEdit(QWidget* parent = nullptr);

    /// Which setting it is; what was typed goes when it is of another kind.
    void setKey(std::string_view key);
    void setJson(std::string_view json);
    /// As JSON; what is wrong with it otherwise.
    tl::expected<std::string, Error> json() const;

  signals:
    void edited();

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void retranslate();
    std::string typedJson() const;

    const account::Setting* m_setting = nullptr;
    QLineEdit* m_text;
    LatinEdit* m_number;
    QComboBox* m_choice;
    QCheckBox* m_flag;
    QPlainTextEdit* m_json;
    QLabel* m_unit;
    QLabel* m_help;
};

}  // namespace nextgen::ui
