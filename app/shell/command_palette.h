#pragma once

#include "app/client/call.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/scanner.h"

#include <QCoroTask>
#include <QDialog>
#include <QTimer>
#include <functional>
#include <vector>

class QLabel;
class QLineEdit;
class QListWidget;

namespace nextgen::ui {
class BusyLine;
}

namespace nextgen::shell {

/// Something one can do or go to.
struct Command {
    QString id;  ///< stable, for the recents
    QString title;
    QString group;  ///< where it belongs: "Go to", "Cheques"
    ui::Icon icon;
    QString shortcut;  ///< as text; empty: none
    std::function<void()> run;
    bool isRecent = false;  ///< stands first until something is typed
    QIcon shownIcon = {};   ///< instead of `icon`, where it is not null
};

/// The commands that fit what was typed, best first: each word must begin a word of the title or of the
/// group, then come those that merely contain it. Persian and Arabic letters and digits are alike.
std::vector<Command> matching(const std::vector<Command>& commands, const QString& typed);

/// What a search brought.
struct Found {
    std::vector<Command> commands;
    QString note;  ///< what the reader should know of it; empty: nothing
};

/// Ctrl+K: everything by name. `lookUp` offers commands for the typed text itself, such as opening a link;
/// `search` asks for records, once typing rests, and what it brings stands below the rest. Only the answer to
/// the last question counts.
class CommandPalette : public QDialog, public ui::ScanTaker {
    Q_OBJECT

  public:
    using LookUp = std::function<std::vector<Command>(const QString& typed)>;

    /// Ends by itself when it is cancelled.
    using Search =
        std::function<QCoro::Task<Found>(QString typed, std::shared_ptr<client::Cancellation> cancellation)>;

    CommandPalette(std::vector<Command> commands, LookUp lookUp, Search search, QWidget* parent);
    ~CommandPalette() override;

    bool takeScan(const QString& code) override;

    bool isSearching() const { return m_rest.isActive() || m_cancellation != nullptr; }

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void typed();
    void ask();
    void cancel();
    void fill();
    void addLine(const Command& command);
    void showState();
    void runCurrent();

    std::vector<Command> m_commands;
    LookUp m_lookUp;
    Search m_search;
    QTimer m_rest;
    std::shared_ptr<client::Cancellation> m_cancellation;  ///< of the question under way
    bool m_runsFirst = false;                              ///< Enter was pressed before anything was found
    Found m_found;
    std::vector<Command> m_shown;
    QLineEdit* m_line;
    QListWidget* m_list;
    QLabel* m_nothing;
    QLabel* m_note;
    ui::BusyLine* m_busyLine;
};

}  // namespace nextgen::shell
