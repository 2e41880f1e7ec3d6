#pragma once

#include "ui/locale/language.h"
#include "ui/widgets/theme.h"

#include <QDialog>

class QComboBox;
class QPushButton;

namespace nextgen::ui {
class Form;
}

namespace nextgen::shell {

/// Language, colours, font size and density; each choice is in place as soon as it is made.
class AppearanceDialog : public QDialog {
    Q_OBJECT

  public:
    AppearanceDialog(ui::Locale& locale, ui::Theme& theme, QWidget* parent);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void retranslate();
    void showChoices();
    void takeChoices();

    ui::Locale& m_locale;
    ui::Theme& m_theme;
    ui::Form* m_form;
    QComboBox* m_language;
    QComboBox* m_scheme;
    QComboBox* m_font;
    QComboBox* m_density;
    QPushButton* m_usual;
    QPushButton* m_close;
};

}  // namespace nextgen::shell
