#pragma once

class QWidget;

namespace nextgen::shell {

/// Shows a popup beside what opened it: below where there is room, else above, within the screen.
void popUpAt(QWidget& panel, const QWidget& opener);

}  // namespace nextgen::shell
