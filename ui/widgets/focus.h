#pragma once

class QWidget;

namespace nextgen::ui {

/// Focus that a container is given goes on to the one of its parts that comes first for the person; the last
/// call counts. Not a focus proxy: Tab would go from what stands before the container to that part, past the
/// parts between.
void passFocusOn(QWidget* container, QWidget* part);

/// Lays the part into the container, whose layout is made already, as what it shows and what has its focus:
/// at once, since what is hidden gets no keyboard while another window has it.
void fillWith(QWidget* container, QWidget* part);

}  // namespace nextgen::ui
