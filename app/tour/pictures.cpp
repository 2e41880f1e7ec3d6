#include "app/tour/pictures.h"

#include <QDir>
#include <QPixmap>
#include <cstdio>
#include <utility>

namespace nextgen::tour {

namespace {

void say(const QString& text) {
    std::fprintf(stderr, "nextgen-backoffice: %s\n", qPrintable(text));
}

}  // namespace

std::vector<Look> Pictures::looks() {
    return {{Language::Persian, ui::Scheme::Light},
            {Language::Persian, ui::Scheme::Dark},
            {Language::English, ui::Scheme::Light},
            {Language::English, ui::Scheme::Dark}};
}

Pictures::Pictures(QString folder) : m_folder(std::move(folder)), m_areComplete(QDir().mkpath(m_folder)) {
    if (!m_areComplete) {
        say(QStringLiteral("cannot make the folder %1").arg(m_folder));
    }
}

void Pictures::take(QWidget& shown, const QString& name, Look look) {
    const QString file = QDir(m_folder).filePath(
        QStringLiteral("%1.%2.%3.png")
            .arg(name, look.language == Language::Persian ? QStringLiteral("fa") : QStringLiteral("en"),
                 look.scheme == ui::Scheme::Light ? QStringLiteral("light") : QStringLiteral("dark")));
    if (!shown.grab().save(file)) {
        say(QStringLiteral("cannot write %1").arg(file));
        m_areComplete = false;
    }
}

}  // namespace nextgen::tour
