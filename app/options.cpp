#include "app/options.h"

#include "app/shell/link.h"

#include <QCommandLineParser>
#include <QUrl>

namespace nextgen {

ReadOptions readOptions(const QStringList& arguments) {
    const QString prologue = QStringLiteral(
        "Usage: nextgen-backoffice [options] [LINK]\n"
        "The desktop back office: dealers, their credit, cheques and imports of cheque workbooks.\n"
        "\n"
        "  LINK             nextgen://SHOP/ENTITY/ID or nextgen://SHOP/PAGE: opened in the program that "
        "runs,\n"
        "                   or in this one after signing in\n"
        "\n"
        "  --server URL     the server to sign in to (remembered; at first http://127.0.0.1:8640)\n"
        "  --tenant SLUG    the shop's short name (remembered; at first nextgen)\n"
        "  --user EMAIL     who signs in (remembered)\n"
        "  --language fa|en the language of the windows (remembered; at first Persian)\n"
        "  --another        open a window of its own; without it a program that runs for this server "
        "already\n"
        "                   comes to the front instead\n"
        "  --tour DIR       sign in, write a PNG of every page, dialog and wizard step into DIR as\n"
        "                   page.language.theme.png, and end; needs --server and --user, and the password\n"
        "                   in the environment as NEXTGEN_PASSWORD\n"
        "  --tour-file FILE a workbook of cheques that the tour stages to walk through the import\n"
        "  --version        print the version\n"
        "  --help           print this\n");

    QCommandLineParser parser;
    parser.setOptionsAfterPositionalArgumentsMode(QCommandLineParser::ParseAsOptions);
    const auto add = [&parser](const char* name, const char* value = nullptr) {
        QCommandLineOption option(QString::fromLatin1(name));
        if (value != nullptr) {
            option.setValueName(QString::fromLatin1(value));
        }
        parser.addOption(option);
    };
    add("server", "url");
    add("tenant", "slug");
    add("user", "email");
    add("language", "fa|en");
    add("another");
    add("tour", "dir");
    add("tour-file", "file");
    add("version");
    add("help");

    const auto refuse = [](const QString& why) {
        return ReadOptions{
            std::nullopt, QStringLiteral("nextgen-backoffice: %1\nTry nextgen-backoffice --help.\n").arg(why),
            2};
    };
    if (!parser.parse(arguments)) {
        return refuse(parser.errorText());
    }
    if (parser.isSet(QStringLiteral("help"))) {
        return {std::nullopt, prologue, 0};
    }
    if (parser.isSet(QStringLiteral("version"))) {
        return {std::nullopt, QStringLiteral("nextgen-backoffice " NEXTGEN_VERSION "\n"), 0};
    }
    const QStringList words = parser.positionalArguments();
    if (words.size() > 1 || (words.size() == 1 && !shell::readLink(words.first()))) {
        return refuse(QStringLiteral("Unexpected argument '%1'.").arg(words.last()));
    }

    Options options;
    options.link = words.value(0);
    options.isAnother = parser.isSet(QStringLiteral("another"));
    options.server = parser.value(QStringLiteral("server"));
    options.tenant = parser.value(QStringLiteral("tenant"));
    options.user = parser.value(QStringLiteral("user"));
    options.tourFolder = parser.value(QStringLiteral("tour"));
    options.tourFile = parser.value(QStringLiteral("tour-file"));
    const QString language = parser.value(QStringLiteral("language"));
    if (language == QLatin1String("fa")) {
        options.language = Language::Persian;
    } else if (language == QLatin1String("en")) {
        options.language = Language::English;
    } else if (!language.isEmpty()) {
        return refuse(QStringLiteral("The language is fa or en, not '%1'.").arg(language));
    }
    if (!options.tourFolder.isEmpty() && (options.server.isEmpty() || options.user.isEmpty())) {
        return refuse(QStringLiteral("A tour needs --server and --user."));
    }
    if (!options.tourFile.isEmpty() && options.tourFolder.isEmpty()) {
        return refuse(QStringLiteral("--tour-file goes with --tour."));
    }
    return {std::move(options), {}, 0};
}

}  // namespace nextgen
