#include "app/shell/appearance_dialog.h"

#include "app/shell/appearance.h"
#include "ui/locale/format.h"
#include "ui/widgets/form.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace nextgen::shell {

namespace {

constexpr int fontStepPercent = 10;
constexpr int widthPx = 340;

template <class Choice>
void choose(QComboBox* box, Choice choice) {
    const QSignalBlocker quiet(box);
    box->setCurrentIndex(box->findData(static_cast<int>(choice)));
}

template <class Choice>
Choice chosen(const QComboBox* box) {
    return static_cast<Choice>(box->currentData().toInt());
}

template <class Choice>
void word(QComboBox* box, Choice choice, const QString& text) {
    box->setItemText(box->findData(static_cast<int>(choice)), text);
}

}  // namespace

AppearanceDialog::AppearanceDialog(ui::Locale& locale, ui::Theme& theme, QWidget* parent)
    : QDialog(parent), m_locale(locale), m_theme(theme) {
    setObjectName(QStringLiteral("appearanceDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_form = new ui::Form(1, this);
    const auto addBox = [this](const QString& name, const std::vector<int>& choices) {
        auto* box = new QComboBox;
        for (const int choice : choices) {
            box->addItem({}, choice);
        }
        m_form->addRow(name, {}, box);
        connect(box, &QComboBox::currentIndexChanged, this, &AppearanceDialog::takeChoices);
        return box;
    };
    const auto numbers = [](auto... choices) { return std::vector<int>{static_cast<int>(choices)...}; };
    m_language = addBox(QStringLiteral("language"), numbers(Language::Persian, Language::English));
    m_scheme = addBox(QStringLiteral("scheme"), numbers(ui::Scheme::Light, ui::Scheme::Dark,
                                                        ui::Scheme::LightContrast, ui::Scheme::DarkContrast));
    std::vector<int> percents;
    for (int percent = ui::Look::fontPercentMin; percent <= ui::Look::fontPercentMax;
         percent += fontStepPercent) {
        percents.push_back(percent);
    }
    m_font = addBox(QStringLiteral("font"), percents);
    m_density = addBox(QStringLiteral("density"), numbers(ui::Density::Comfortable, ui::Density::Compact));

    auto* buttons = new QDialogButtonBox(this);
    m_usual = buttons->addButton(QString(), QDialogButtonBox::ResetRole);
    m_usual->setObjectName(QStringLiteral("usualLook"));
    m_close = buttons->addButton(QDialogButtonBox::Close);
    connect(m_usual, &QPushButton::clicked, this, [this] {
        chooseLook(m_theme, {});
        showChoices();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    // Keys change the look as well.
    connect(&m_theme, &ui::Theme::changed, this, &AppearanceDialog::showChoices);
    auto* layout = new QVBoxLayout(this);
    // It grows with the font that is chosen in it.
    layout->setSizeConstraint(QLayout::SetFixedSize);
    m_form->setMinimumWidth(widthPx);
    layout->addWidget(m_form);
    layout->addSpacing(ui::space::m);
    layout->addWidget(buttons);
    retranslate();
    showChoices();
}

void AppearanceDialog::retranslate() {
    setWindowTitle(tr("Appearance"));
    m_form->setLabel(QStringLiteral("language"), tr("Language"));
    m_form->setLabel(QStringLiteral("scheme"), tr("Colours"));
    m_form->setLabel(QStringLiteral("font"), tr("Font size"));
    m_form->setLabel(QStringLiteral("density"), tr("Rows"));
    // A person who does not read the one looks for the other by its own name.
    word(m_language, Language::Persian, QStringLiteral("فارسی"));
    word(m_language, Language::English, QStringLiteral("English"));
    word(m_scheme, ui::Scheme::Light, tr("Light"));
    word(m_scheme, ui::Scheme::Dark, tr("Dark"));
    word(m_scheme, ui::Scheme::LightContrast, tr("Light, high contrast"));
    word(m_scheme, ui::Scheme::DarkContrast, tr("Dark, high contrast"));
    for (int place = 0; place < m_font->count(); ++place) {
        m_font->setItemText(place, tr("%1 %").arg(ui::showNumber(m_font->itemData(place).toInt())));
    }
    word(m_density, ui::Density::Comfortable, tr("Comfortable"));
    word(m_density, ui::Density::Compact, tr("Compact"));
    m_usual->setText(tr("As usual"));
    m_close->setText(tr("Close"));
}

void AppearanceDialog::showChoices() {
    choose(m_language, m_locale.language());
    const ui::Look& look = m_theme.look();
    choose(m_scheme, look.scheme);
    choose(m_font, (look.fontPercent + fontStepPercent / 2) / fontStepPercent * fontStepPercent);
    choose(m_density, look.density);
}

void AppearanceDialog::takeChoices() {
    if (chosen<Language>(m_language) != m_locale.language()) {
        chooseLanguage(m_locale, chosen<Language>(m_language));
    }
    chooseLook(m_theme,
               {chosen<ui::Scheme>(m_scheme), chosen<ui::Density>(m_density), m_font->currentData().toInt()});
}

void AppearanceDialog::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        showChoices();
    }
    QDialog::changeEvent(event);
}

}  // namespace nextgen::shell
