#pragma once

#include "ui/locale/language.h"

#include <QSet>
#include <QString>
#include <QWidget>

namespace nextgen::test {

/// What a screen reader finds wrong with what is shown: controls without a name or with one in the other
/// language, cells that cannot be read, pictures that say nothing, neighbours of the same name, controls that
/// Tab does not come to. Each as the widget's path and a sentence.
QSet<QString> listen(QWidget& shown, Language language);

}  // namespace nextgen::test
