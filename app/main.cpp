#include "app/client/task.h"
#include "app/options.h"
#include "app/pages.h"
#include "app/shell/appearance.h"
#include "app/shell/attention.h"
#include "app/shell/door.h"
#include "app/program.h"
#include "app/tour/pictures.h"
#include "ui/widgets/enter_key.h"
#include "ui/widgets/scanner.h"

#include <QApplication>
#include <QSettings>
#include <QTemporaryDir>
#include <QTimer>
#include <cstdio>

using namespace nextgen;

namespace {

constexpr int keychainWaitMs = 5'000;

}  // namespace

int main(int argc, char** argv) {
    QStringList arguments;
    for (int i = 0; i < argc; ++i) {
        arguments << QString::fromLocal8Bit(argv[i]);
    }
    // Before the application: --help works without a display.
    const ReadOptions read = readOptions(arguments);
    if (!read.options) {
        std::fputs(qPrintable(read.message), read.exitCode == 0 ? stdout : stderr);
        return read.exitCode;
    }
    const Options& options = *read.options;

    QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("nextgen"));
    QApplication::setApplicationName(QStringLiteral("nextgen-backoffice"));
    QApplication::setApplicationVersion(QStringLiteral(NEXTGEN_VERSION));
    QApplication::setWindowIcon(ui::icon(ui::Icon::Cheque, ui::Tint::Accent));

    // A tour leaves no trace: settings, drafts and the token are its own.
    const bool isTour = !options.tourFolder.isEmpty();
    const QTemporaryDir ownFolder;
    if (isTour) {
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, ownFolder.path());
    }
    ui::Locale locale(options.language.value_or(shell::rememberedLanguage()));
    ui::Theme theme(shell::rememberedLook());
    client::SecretStore keychain;
    client::MemorySecretStore memory;
    client::ApiClient api;
    client::Session session(api, isTour ? memory : keychain);
    client::ConnectionWatch watch(api);
    client::LocalStore store(
        isTour ? ownFolder.filePath(QStringLiteral("local.sqlite")) : client::LocalStore::defaultFilePath(),
        isTour ? client::LocalStore::KeyFrom::File : client::LocalStore::KeyFrom::Caller);
    ui::WindowDialogs dialogs;
    const ui::EnterKey enterKey;
    const ui::Scanner scanner;
    client::SavedViews views(api, session);
    client::ChangeWatch changes(api, session, watch);
    client::Works works;
    shell::Context context{
        api, session, watch, changes, store, locale, theme, dialogs, shell::todayInTehran, views, works};

    client::Place place = client::rememberedPlace();
    if (!options.server.isEmpty()) {
        place.server = account::readServerAddress(options.server);
        if (!place.server.isValid()) {
            std::fprintf(stderr, "nextgen-backoffice: '%s' is no address of a server.\n",
                         qPrintable(options.server));
            return 2;
        }
    }
    if (!options.tenant.isEmpty()) {
        place.tenant = options.tenant;
    }
    if (!options.user.isEmpty()) {
        place.email = options.user;
    }
    if (isTour) {
        tour::Pictures pictures(options.tourFolder);
        if (!pictures.areComplete()) {
            return 1;
        }
        tour::Tour tour(context, allPages(), place, options.tourFile, tour::Pictures::looks(),
                        [&pictures](QWidget& shown, const QString& name, tour::Look look) {
                            pictures.take(shown, name, look);
                        });
        // From within the event loop, which exit() ends.
        QMetaObject::invokeMethod(
            &tour,
            [&] {
                client::whenDone(tour.run(qEnvironmentVariable("NEXTGEN_PASSWORD")), &tour,
                                 [&pictures](bool isDone) {
                                     QCoreApplication::exit(isDone && pictures.areComplete() ? 0 : 1);
                                 });
            },
            Qt::QueuedConnection);
        QApplication::setQuitOnLastWindowClosed(false);
        return QApplication::exec();
    }
    shell::Door door(place.server);
    if (!options.isAnother) {
        if (door.knock(options.link)) {
            std::fputs("nextgen-backoffice: it runs already and is in front now.\n", stderr);
            return 0;
        }
        door.open();
    }
    // A keychain that asks for its own password first holds nobody up: this time the key file will do.
    QTimer::singleShot(keychainWaitMs, &store, [&store] { store.setKey({}); });
    client::whenDone(client::draftKey(keychain), &store,
                     [&store](const QByteArray& key) { store.setKey(key); });
    const shell::Attention attention(changes);
    Program program(context, allPages(), place);
    QObject::connect(&door, &shell::Door::knocked, &program, &Program::openLink);
    program.start(true);
    program.openLink(options.link);
    return QApplication::exec();
}
