#pragma once

#include "ui/locale/format.h"

#include <QObject>
#include <QTranslator>

namespace nextgen::ui {

/// The program's language: translations, the direction of layouts, digits. One is made by main, before the
/// first window; changing it re-words every open window at run time (widgets get QEvent::LanguageChange).
class Locale : public QObject {
    Q_OBJECT

  public:
    explicit Locale(Language language = Language::Persian, QObject* parent = nullptr);

    Language language() const { return m_language; }
    void setLanguage(Language language);

  signals:
    /// After the new language has been put in place.
    void changed();

  private:
    void apply();

    Language m_language;
    QTranslator m_ownWords;
    QTranslator m_qtWords;
};

/// A text's Persian, whatever the language of the moment is; the text itself where it has none. For names by
/// which people may call a thing in either language.
QString persianOf(const char* context, const char* text);

}  // namespace nextgen::ui
