#pragma once

#include "ui/widgets/icon.h"

#include <QDialog>
#include <functional>
#include <vector>

class QLabel;
class QLineEdit;
class QListWidget;

namespace nextgen::shell {

/// Something one can do or go to.
struct Command {
    QString id;  ///< stable, for the recents
    QString title;
    QString group;  ///< where it belongs: "Go to", "Cheques"
    ui::Icon icon;
    QString shortcut;  ///< as text; empty: none
    std::function<void()> run;
};

/// The commands that fit what was typed, best first: each word must begin a word of the title or of the
/// group, then come those that merely contain it. Persian and Arabic letters and digits are alike.
std::vector<Command> matching(const std::vector<Command>& commands, const QString& typed);

/// Ctrl+K: everything by name. `lookUp` offers commands for the typed text itself, such as finding a cheque
/// by its number.
class CommandPalette : public QDialog {
    Q_OBJECT

  public:
    using LookUp = std::function<std::vector<Command>(const QString& typed)>;

    CommandPalette(std::vector<Command> commands, LookUp lookUp, QWidget* parent);

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void fill();
    void runCurrent();

    std::vector<Command> m_commands;
    LookUp m_lookUp;
    std::vector<Command> m_shown;
    QLineEdit* m_line;
    QListWidget* m_list;
    QLabel* m_nothing;
};

}  // namespace nextgen::shell
