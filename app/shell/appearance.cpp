#include "app/shell/appearance.h"

#include "ui/locale/memory.h"

#include <algorithm>
#include <array>
#include <utility>

namespace nextgen::shell {

namespace {

const QString languageKey = QStringLiteral("appearance/language");
const QString schemeKey = QStringLiteral("appearance/scheme");
const QString densityKey = QStringLiteral("appearance/density");
const QString fontKey = QStringLiteral("appearance/font_percent");

constexpr std::array<std::pair<ui::Scheme, QLatin1String>, 4> schemes = {{
    {ui::Scheme::Light, QLatin1String("light")},
    {ui::Scheme::Dark, QLatin1String("dark")},
    {ui::Scheme::LightContrast, QLatin1String("light_contrast")},
    {ui::Scheme::DarkContrast, QLatin1String("dark_contrast")},
}};
const auto compact = QStringLiteral("compact");

}  // namespace

Language rememberedLanguage() {
    return ui::remembered(languageKey).toString() == QLatin1String("en") ? Language::English
                                                                         : Language::Persian;
}

ui::Look rememberedLook() {
    ui::Look look;
    const QString name = ui::remembered(schemeKey).toString();
    const auto scheme = std::ranges::find(schemes, name, [](const auto& entry) { return entry.second; });
    if (scheme != schemes.end()) {
        look.scheme = scheme->first;
    }
    if (ui::remembered(densityKey).toString() == compact) {
        look.density = ui::Density::Compact;
    }
    look.fontPercent = ui::remembered(fontKey, look.fontPercent).toInt();
    return look;
}

void chooseLanguage(ui::Locale& locale, Language language) {
    locale.setLanguage(language);
    ui::remember(languageKey, language == Language::English ? QStringLiteral("en") : QStringLiteral("fa"));
}

void chooseLook(ui::Theme& theme, const ui::Look& look) {
    theme.setLook(look);
    ui::remember(schemeKey, std::ranges::find(schemes, look.scheme, [](const auto& entry) {
                                return entry.first;
                            })->second);
    ui::remember(densityKey, look.density == ui::Density::Compact ? compact : QStringLiteral("comfortable"));
    ui::remember(fontKey, look.fontPercent);
}

void switchLanguage(ui::Locale& locale) {
    chooseLanguage(locale, locale.language() == Language::Persian ? Language::English : Language::Persian);
}

void switchScheme(ui::Theme& theme) {
    ui::Look look = theme.look();
    switch (look.scheme) {
        case ui::Scheme::Light:
            look.scheme = ui::Scheme::Dark;
            break;
        case ui::Scheme::Dark:
            look.scheme = ui::Scheme::Light;
            break;
        case ui::Scheme::LightContrast:
            look.scheme = ui::Scheme::DarkContrast;
            break;
        case ui::Scheme::DarkContrast:
            look.scheme = ui::Scheme::LightContrast;
            break;
    }
    chooseLook(theme, look);
}

}  // namespace nextgen::shell
