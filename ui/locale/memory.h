#pragma once

#include <QString>
#include <QVariant>

namespace nextgen::ui {

/// What the client remembers between two runs, such as widths and open tabs, in the file of QSettings. It is
/// read once and asked in memory; a thread of its own writes it behind, since a disk may take its time. Of
/// two programs that run at once each writes what it changed. For the GUI's thread.
QVariant remembered(const QString& key, const QVariant& otherwise = {});
void remember(const QString& key, const QVariant& value);

/// Waits until the file has all of it, as the end of the program does.
void settleMemory();
/// Empties it and the file.
void forgetAll();

}  // namespace nextgen::ui
