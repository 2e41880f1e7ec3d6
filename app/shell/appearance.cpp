#include "app/shell/appearance.h"

#include <QSettings>

namespace nextgen::shell {

namespace {

const QString languageKey = QStringLiteral("appearance/language");
const QString schemeKey = QStringLiteral("appearance/scheme");

}  // namespace

Language rememberedLanguage() {
    return QSettings().value(languageKey).toString() == QLatin1String("en") ? Language::English
                                                                            : Language::Persian;
}

ui::Scheme rememberedScheme() {
    return QSettings().value(schemeKey).toString() == QLatin1String("dark") ? ui::Scheme::Dark
                                                                            : ui::Scheme::Light;
}

void switchLanguage(ui::Locale& locale) {
    const bool isPersian = locale.language() == Language::Persian;
    locale.setLanguage(isPersian ? Language::English : Language::Persian);
    QSettings().setValue(languageKey, isPersian ? QStringLiteral("en") : QStringLiteral("fa"));
}

void switchScheme(ui::Theme& theme) {
    const bool isLight = theme.scheme() == ui::Scheme::Light;
    theme.setScheme(isLight ? ui::Scheme::Dark : ui::Scheme::Light);
    QSettings().setValue(schemeKey, isLight ? QStringLiteral("dark") : QStringLiteral("light"));
}

}  // namespace nextgen::shell
