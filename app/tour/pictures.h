#pragma once

#include "app/tour/tour.h"

#include <QString>

namespace nextgen::tour {

/// Writes page.language.theme.png files into a folder.
class Pictures {
  public:
    /// Of both languages and both themes.
    static std::vector<Look> looks();

    explicit Pictures(QString folder);

    void take(QWidget& shown, const QString& name, Look look);
    /// False: the folder or a file could not be written, after a sentence on stderr.
    bool areComplete() const { return m_areComplete; }

  private:
    QString m_folder;
    bool m_areComplete;
};

}  // namespace nextgen::tour
