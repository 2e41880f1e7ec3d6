#pragma once

#include "shared/core/error_code.h"

#include <QString>
#include <QStringList>
#include <optional>

namespace nextgen {

/// What the command line of nextgen-backoffice says. Texts are empty when nothing was said.
struct Options {
    QString server;
    QString tenant;
    QString user;  ///< e-mail
    std::optional<Language> language;
    QString link;            ///< nextgen://…, to be opened
    bool isAnother = false;  ///< beside a program that runs already
    QString tourFolder;
    QString tourFile;
};

/// Either options to go on with, or a message and the exit code to end with (--help, a wrong option).
struct ReadOptions {
    std::optional<Options> options;
    QString message;
    int exitCode = 0;
};

/// `arguments` begin with the program's name. Unknown options and left-over words are refused with exit
/// code 2.
ReadOptions readOptions(const QStringList& arguments);

}  // namespace nextgen
