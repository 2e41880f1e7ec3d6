#include "ui/locale/language.h"

#include <QApplication>
#include <QLocale>
#include <memory>

namespace nextgen::ui {

namespace {

const QString wordsFile = QStringLiteral(":/i18n/nextgen_fa.qm");

}  // namespace

Locale::Locale(Language language, QObject* parent) : QObject(parent), m_language(language) {
    if (!m_ownWords.load(wordsFile)) {
        qFatal("nextgen_fa.qm is not built in");
    }
    // Absent when qt6-translations-l10n was not there at build: Qt's own few words are then English.
    if (!m_qtWords.load(QStringLiteral(":/i18n/qtbase_fa.qm"))) {
        qWarning("qtbase_fa.qm is not built in");
    }
    apply();
}

void Locale::setLanguage(Language language) {
    if (language == m_language) {
        return;
    }
    m_language = language;
    apply();
    emit changed();
}

void Locale::apply() {
    // The locale and the direction first: installing a translator tells every window to re-word itself, and
    // numbers are worded through QLocale().
    const bool isPersian = m_language == Language::Persian;
    QLocale::setDefault(isPersian ? QLocale(QLocale::Persian, QLocale::Iran)
                                  : QLocale(QLocale::English, QLocale::UnitedStates));
    if (isPersian) {
        QCoreApplication::installTranslator(&m_qtWords);
        QCoreApplication::installTranslator(&m_ownWords);
    } else {
        QCoreApplication::removeTranslator(&m_ownWords);
        QCoreApplication::removeTranslator(&m_qtWords);
    }
    QGuiApplication::setLayoutDirection(isPersian ? Qt::RightToLeft : Qt::LeftToRight);
}

QString persianOf(const char* context, const char* text) {
    static const std::unique_ptr<const QTranslator> words = [] {
        auto translator = std::make_unique<QTranslator>();
        if (!translator->load(wordsFile)) {
            qFatal("nextgen_fa.qm is not built in");
        }
        return translator;
    }();
    const QString persian = words->translate(context, text);
    return persian.isEmpty() ? QString::fromUtf8(text) : persian;
}

}  // namespace nextgen::ui
