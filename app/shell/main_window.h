#pragma once

#include "app/shell/command_palette.h"
#include "app/shell/documents.h"
#include "app/shell/key_map.h"
#include "app/shell/page.h"
#include "app/shell/shortcut_sheet.h"

#include <QMainWindow>

class QLabel;
class QMenu;
class QMimeData;
class QPushButton;
class QToolButton;

namespace nextgen::ui {
class Banner;
class IconLabel;
class Toast;
}  // namespace nextgen::ui

namespace nextgen::shell {

class InboxButton;
class Sidebar;
class WorksButton;

/// The frame: pages at the side, what is open as tabs in the middle, the state of things below. Pages whose
/// permission is missing do not exist.
class MainWindow : public QMainWindow, public ui::ScanTaker {
    Q_OBJECT

  public:
    MainWindow(Context& context, const std::vector<Page>& pages, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Opens a page by its id, or one record by itself where the target is {"id"} alone; passed over when
    /// this user has no such page.
    void openPage(const QString& id, const PageTarget& target = {});
    /// Opens what a link names, or says clearly why not.
    void openLink(const QString& text);
    QString currentPage() const;
    QStringList pageIds() const;
    /// nullptr as long as the page is not open.
    PageWidget* pageWidget(const QString& id) const;
    Documents* documents() const { return m_documents; }

    /// To the page in front; a Sayad id that has no place there is looked for among the cheques.
    bool takeScan(const QString& code) override;

    void openPalette();
    void openShortcutSheet();
    void openInbox();
    void openWorks();
    /// What keys do here and now.
    std::vector<ShortcutSheet::Group> keys() const;
    /// The next start will ask for the password: the token could not be put into the keychain.
    void noteKeychainMissing();
    /// Drafts will not outlive the program.
    void noteStoreNotDurable(const QString& reason);
    /// The session ended; pages stay as they are until somebody signs in again.
    void setSessionEnded(bool hasEnded);

  signals:
    void signInWanted();
    /// The person wants to see the own way in.
    void accountWanted();

  protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

  private:
    QWidget* makeHeader();
    void makeStatusArea();
    void makeActions();
    /// Gives every command the keys that this person has for it.
    void giveKeys();
    void giveKeys(PageWidget& shown) const;
    void retranslate();
    void showDocument();
    void showNote(const QString& sentence);
    /// Over the window for a few seconds; `act` is what its button does.
    void showToast(ui::Tone tone, const QString& sentence, const QString& actText, std::function<void()> act);
    void showResult(const QString& result);
    void showEnded(int work);
    /// Asks when something was typed or is still running.
    bool mayLeave();
    void copyLinkOf(int tab);
    void showConnection();
    void showBanner();
    const Page* pageForFile(const QMimeData& dragged) const;
    std::vector<Command> commands();
    std::vector<Command> lookUp(const QString& typed);
    QCoro::Task<Found> search(QString typed, std::shared_ptr<client::Cancellation> cancellation);

    Context& m_context;
    std::vector<Page> m_pages;
    KeyMap m_keys;
    bool m_isSessionEnded = false;
    bool m_isKeychainMissing = false;
    QString m_storeProblem;

    Sidebar* m_sidebar;
    QToolButton* m_back;
    QToolButton* m_forward;
    QLabel* m_title;
    QPushButton* m_palette;
    QToolButton* m_print;
    InboxButton* m_inbox;
    WorksButton* m_works;
    QToolButton* m_language;
    QToolButton* m_scheme;
    QToolButton* m_user;
    QMenu* m_userMenu;
    ui::Banner* m_banner;
    ui::Toast* m_toast;
    std::function<void()> m_toastAct;
    Documents* m_documents = nullptr;
    ui::IconLabel* m_connectionIcon;
    QLabel* m_connection;
    QLabel* m_note;
    /// The window's own, as they stand in the palette and among the keys.
    std::vector<QAction*> m_actions;
    QAction* m_paletteAction;
    QAction* m_keysAction;
    QAction* m_reloadAction;
    QAction* m_printAction;
    QAction* m_inboxAction;
    QAction* m_worksAction;
    QAction* m_languageAction;
    QAction* m_schemeAction;
    QAction* m_appearanceAction;
    QAction* m_accountAction;
    QAction* m_signOutAction;
    QAction* m_backAction;
    QAction* m_forwardAction;
    QAction* m_closeAction;
    QAction* m_closeOthersAction;
    QAction* m_reopenAction;
    QAction* m_nextAction;
    QAction* m_previousAction;
    QAction* m_moveOnAction;
    QAction* m_moveBackAction;
    QAction* m_pinAction;
    QAction* m_linkAction;
};

}  // namespace nextgen::shell
