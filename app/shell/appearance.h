#pragma once

#include "ui/locale/language.h"
#include "ui/widgets/theme.h"

#include <optional>

namespace nextgen::shell {

/// The language and the theme that this person chose last: Persian and light at first.
Language rememberedLanguage();
ui::Scheme rememberedScheme();

void switchLanguage(ui::Locale& locale);
void switchScheme(ui::Theme& theme);

}  // namespace nextgen::shell
