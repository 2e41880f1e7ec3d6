#pragma once

#include <QDialog>
#include <utility>
#include <vector>

namespace nextgen::shell {

/// F1: the keys that work here and now, in groups.
class ShortcutSheet : public QDialog {
    Q_OBJECT

  public:
    struct Group {
        QString title;
        std::vector<std::pair<QString, QString>> keys;  ///< what it does, the key
    };

    ShortcutSheet(const std::vector<Group>& groups, QWidget* parent);
};

}  // namespace nextgen::shell
