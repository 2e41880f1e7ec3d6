#pragma once

#include "app/shell/context.h"
#include "ui/print/sheet.h"

class QWidget;

namespace nextgen::shell {

/// A part of a page that has a print of its own, which Ctrl+P asks for while the keyboard is in it.
class Printable {
  public:
    Printable() = default;
    Printable(const Printable&) = delete;
    Printable& operator=(const Printable&) = delete;
    virtual ~Printable() = default;

    virtual void print() = 0;
};

/// Puts the shop's name above the sheet and the time and the person below it, and shows it as it will be on
/// paper.
void preview(Context& context, QWidget* asker, print::Sheet sheet);

/// What the keyboard is in, or what the page holds: the nearest printable around it, else the list. `title`:
/// the page's. false: there is nothing that could be printed.
bool printPage(Context& context, QWidget* page, const QString& title);

}  // namespace nextgen::shell
