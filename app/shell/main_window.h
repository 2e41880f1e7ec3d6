#pragma once

#include "app/shell/command_palette.h"
#include "app/shell/page.h"

#include <QMainWindow>

class QLabel;
class QMenu;
class QMimeData;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace nextgen::ui {
class Banner;
class IconLabel;
}  // namespace nextgen::ui

namespace nextgen::shell {

class Sidebar;

/// The frame: pages at the side, the open one in the middle, the state of things below. Pages are made when
/// they are opened first; those whose permission is missing do not exist.
class MainWindow : public QMainWindow {
    Q_OBJECT

  public:
    MainWindow(Context& context, const std::vector<Page>& pages, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Opens a page by its id; passed over when this user has no such page.
    void openPage(const QString& id, const PageTarget& target = {});
    QString currentPage() const;
    QStringList pageIds() const;
    PageWidget* pageWidget(const QString& id) const;
    /// Lets go of a page that is not in front; opened again, it begins anew.
    void closePage(const QString& id);

    void openPalette();
    void openShortcutSheet();
    /// The next start will ask for the password: the token could not be put into the keychain.
    void noteKeychainMissing();
    /// Drafts will not outlive the program.
    void noteStoreNotDurable(const QString& reason);
    /// The session ended; pages stay as they are until somebody signs in again.
    void setSessionEnded(bool hasEnded);

  signals:
    void signInWanted();

  protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

  private:
    struct Entry {
        Page page;
        PageWidget* widget = nullptr;
    };

    QWidget* makeHeader();
    void makeStatusArea();
    void makeActions();
    void retranslate();
    /// Asks for each page with something that is not saved.
    bool mayLeavePages();
    void showConnection();
    void showBanner();
    Entry* entryOf(const QString& id);
    const Page* pageForFile(const QMimeData& dragged) const;
    std::vector<Command> commands();
    std::vector<Command> lookUp(const QString& typed);

    Context& m_context;
    std::vector<Entry> m_entries;
    QString m_current;
    bool m_isSessionEnded = false;
    bool m_isKeychainMissing = false;
    QString m_storeProblem;

    Sidebar* m_sidebar;
    QLabel* m_title;
    QPushButton* m_palette;
    QToolButton* m_print;
    QToolButton* m_language;
    QToolButton* m_scheme;
    QToolButton* m_user;
    QMenu* m_userMenu;
    ui::Banner* m_banner;
    QStackedWidget* m_stack;
    ui::IconLabel* m_connectionIcon;
    QLabel* m_connection;
    QLabel* m_note;
    QAction* m_paletteAction;
    QAction* m_keysAction;
    QAction* m_reloadAction;
    QAction* m_printAction;
    QAction* m_languageAction;
    QAction* m_schemeAction;
    QAction* m_appearanceAction;
    QAction* m_signOutAction;
};

}  // namespace nextgen::shell
