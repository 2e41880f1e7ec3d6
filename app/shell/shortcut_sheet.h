#pragma once

#include <QDialog>
#include <QKeySequence>
#include <QList>
#include <functional>
#include <vector>

class QScrollArea;

namespace nextgen::ui {
class Banner;
}

namespace nextgen::shell {

/// F1: the keys that work here and now, in groups; those of commands can be changed.
class ShortcutSheet : public QDialog {
    Q_OBJECT

  public:
    struct Line {
        QString title;  ///< what it does
        QList<QKeySequence> keys;
        QString id;              ///< of the command; empty: the key is fixed
        QString shown = {};      ///< instead of the keys
        bool isChanged = false;  ///< it is the person's, not the program's
    };
    struct Group {
        QString title;
        std::vector<Line> lines;
    };
    using Read = std::function<std::vector<Group>()>;

    /// `read` says what there is, again after each change.
    ShortcutSheet(Read read, QWidget* parent);

    /// Gives a command this key alone; refused, with who has it, when another one does. An empty one leaves
    /// it without.
    bool give(const QString& id, const QKeySequence& key);
    QString trouble() const;

  signals:
    void changed(const QString& id, const QList<QKeySequence>& keys);
    void resetWanted(const QString& id);

  private:
    void fill();
    void askFor(const Line& line);

    Read m_read;
    std::vector<Group> m_groups;
    QScrollArea* m_scroll;
    ui::Banner* m_trouble;
};

}  // namespace nextgen::shell
