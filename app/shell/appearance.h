#pragma once

#include "ui/locale/language.h"
#include "ui/widgets/theme.h"

#include <optional>

namespace nextgen::shell {

/// The language and the look that this person chose last: Persian and light at first.
Language rememberedLanguage();
ui::Look rememberedLook();

/// Puts them in place, for this start and the next.
void chooseLanguage(ui::Locale& locale, Language language);
void chooseLook(ui::Theme& theme, const ui::Look& look);

void switchLanguage(ui::Locale& locale);
/// From light to dark and back; a scheme of much contrast keeps its contrast.
void switchScheme(ui::Theme& theme);

}  // namespace nextgen::shell
