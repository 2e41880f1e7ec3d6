#pragma once

class QScrollArea;
class QWidget;

namespace nextgen::ui {

/// `content` with scroll bars where it does not fit; the ground behind it shows through.
QScrollArea* makeScroll(QWidget* content, QWidget* parent = nullptr);

/// The same for what fills a dialog: as large as its content, unless the screen is too low for that.
QScrollArea* makeDialogScroll(QWidget* content, QWidget* parent = nullptr);

}  // namespace nextgen::ui
