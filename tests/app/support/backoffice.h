#pragma once

#include "app/shell/context.h"
#include "tests/support/scripted_dialogs.h"
#include "ui/widgets/enter_key.h"
#include "ui/locale/memory.h"

#include <QApplication>
#include <QDir>
#include <QPixmap>
#include <QSettings>
#include <QTemporaryDir>
#include <QWidget>

namespace nextgen::test {

/// A client as main puts it together, its settings and drafts in a folder of their own and its keychain in
/// memory.
struct Backoffice {
    explicit Backoffice(Language language = Language::Persian) : locale(language) {
        QApplication::setOrganizationName(QStringLiteral("nextgen-test"));
        ui::forgetAll();
    }

    /// Signs in to the demo tenant; what went wrong otherwise.
    QString signIn(const std::string& server, const QString& email, const QString& password) {
        const client::Place place{QUrl(QString::fromStdString(server)), "nextgen", email};
        const auto signedIn = QCoro::waitFor(session.signIn(place, {password}, false));
        return signedIn ? QString() : signedIn.error().text(Language::English);
    }

    struct Isolated {
        Isolated() { QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder.path()); }
        ~Isolated() { ui::settleMemory(); }
        Isolated(const Isolated&) = delete;
        Isolated& operator=(const Isolated&) = delete;
        QTemporaryDir folder;
    } isolated;
    ui::Locale locale;
    ui::Theme theme;
    ui::EnterKey enterKey;
    client::MemorySecretStore secrets;
    client::ApiClient api;
    client::Session session{api, secrets};
    client::ConnectionWatch watch{api};
    client::ChangeWatch changes{api, session, watch};
    client::LocalStore store{isolated.folder.filePath(QStringLiteral("local.sqlite"))};
    ScriptedDialogs dialogs;
    client::SavedViews views{api, session};
    client::Works works;
    shell::Context context{
        api, session, watch, changes, store, locale, theme, dialogs, shell::todayInTehran, views, works};
};

/// Writes the widget as it looks to $NEXTGEN_SHOTS/name.png, when that is set: for looking at what a test
/// drives.
inline void look(QWidget& widget, const QString& name) {
    const QString folder = qEnvironmentVariable("NEXTGEN_SHOTS");
    if (!folder.isEmpty()) {
        QApplication::processEvents();
        widget.grab().save(QDir(folder).filePath(name + QStringLiteral(".png")));
    }
}

}  // namespace nextgen::test
