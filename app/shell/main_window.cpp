#include "app/shell/main_window.h"

#include "app/client/task.h"
#include "app/shell/appearance.h"
#include "app/shell/appearance_dialog.h"
#include "app/shell/filter_text.h"
#include "app/shell/inbox_button.h"
#include "app/shell/link.h"
#include "app/shell/ltr.h"
#include "app/shell/pinned_views.h"
#include "app/shell/printing.h"
#include "app/shell/recent_records.h"
#include "app/shell/record_search.h"
#include "app/shell/shortcut_sheet.h"
#include "app/shell/sidebar.h"
#include "app/shell/view_menu.h"
#include "app/shell/works_button.h"
#include "shared/core/identifier.h"
#include "shared/core/text.h"
#include "ui/locale/memory.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/toast.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QDesktopServices>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QPointer>
#include <QPushButton>
#include <QStatusBar>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace nextgen::shell {

using ui::Icon;
using ui::TextRole;
using ui::Tint;
using ui::Tone;

namespace {

const QString geometryKey = QStringLiteral("window/geometry");

constexpr auto reloadKey = Qt::Key_F5;

QString keyText(const QAction& action) {
    return QKeySequence::listToString(action.shortcuts()).replace(QLatin1String("; "), QLatin1String("  "));
}

/// Of a page's command: pages that have the same one share its keys.
QString idOf(const QAction& action) {
    return QStringLiteral("page.") + action.objectName();
}

QFrame* verticalLine(QWidget* parent) {
    auto* frame = new QFrame(parent);
    frame->setFixedWidth(1);
    ui::setStyleProperty(frame, "line", true);
    return frame;
}

}  // namespace

MainWindow::MainWindow(Context& context, const std::vector<Page>& pages, QWidget* parent)
    : QMainWindow(parent), m_context(context), m_keys(personKey(context)) {
    setObjectName(QStringLiteral("mainWindow"));
    setAcceptDrops(true);
    for (const Page& page : pages) {
        if (m_context.session.may(page.permission)) {
            m_pages.push_back(page);
        }
    }

    makeActions();
    auto* centre = new QWidget(this);
    auto* content = new QVBoxLayout;
    content->setSpacing(0);
    content->addWidget(makeHeader());
    m_banner = new ui::Banner(Tone::Warn, centre);
    m_banner->setObjectName(QStringLiteral("connectionBanner"));
    m_banner->hide();
    connect(m_banner, &ui::Banner::actionTriggered, this, [this] {
        if (m_isSessionEnded) {
            emit signInWanted();
        } else {
            m_context.watch.check();
        }
    });
    m_documents = new Documents(m_context, m_pages, centre);
    connect(m_documents, &Documents::currentChanged, this, &MainWindow::showDocument);
    connect(m_documents, &Documents::pageWanted, this, &MainWindow::openPage);
    connect(m_documents, &Documents::made, this, [this](PageWidget* shown) { giveKeys(*shown); });
    connect(m_documents, &Documents::noted, this, &MainWindow::showNote);
    connect(m_documents, &Documents::paletteWanted, this, &MainWindow::openPalette);
    connect(m_documents, &Documents::linkWanted, this, &MainWindow::copyLinkOf);
    auto* body = new QVBoxLayout;
    body->setContentsMargins(ui::space::l, 0, ui::space::l, ui::space::m);
    body->setSpacing(ui::space::m);
    body->addWidget(m_banner);
    body->addWidget(m_documents, 1);
    content->addLayout(body, 1);
    auto* columns = new QHBoxLayout(centre);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(0);
    m_sidebar = new Sidebar(m_pages, centre);
    connect(m_sidebar, &Sidebar::pageWanted, this, [this](const QString& id) { openPage(id); });
    connect(m_sidebar, &Sidebar::viewWanted, this,
            [this](const QString& page, const QString& id) { openPage(page, {{viewTarget, id}}); });
    new PinnedViews(m_context, m_sidebar, this);
    columns->addWidget(m_sidebar);
    columns->addWidget(verticalLine(centre));
    columns->addLayout(content, 1);
    setCentralWidget(centre);
    m_toast = new ui::Toast(centre);
    connect(m_toast, &ui::Toast::actionTriggered, this, [this] { m_toastAct(); });
    makeStatusArea();

    connect(&m_context.watch, &client::ConnectionWatch::connectionChanged, this, [this](bool isConnected) {
        showConnection();
        showBanner();
        if (isConnected && m_documents->currentWidget() != nullptr) {
            m_documents->currentWidget()->reload();
        }
    });
    connect(&m_context.theme, &ui::Theme::changed, this, &MainWindow::retranslate);

    qApp->installEventFilter(this);
    retranslate();
    if (!restoreGeometry(ui::remembered(geometryKey).toByteArray())) {
        resize(1280, 800);
    }
    if (const int dropped = m_documents->restore(); dropped > 0) {
        showNote(tr("Tabs that are not for you any more: %1").arg(ui::showNumber(dropped)));
    }
    if (m_documents->count() == 0 && !m_pages.empty()) {
        const auto start = std::ranges::find_if(m_pages, &Page::isStart);
        openPage(start != m_pages.end() ? start->id : m_pages.front().id);
    }
}

MainWindow::~MainWindow() {
    m_context.works.clear();
}

void MainWindow::makeActions() {
    const auto add = [this](const char* name, const QList<QKeySequence>& keys, auto run) {
        auto* action = new QAction(this);
        action->setObjectName(QLatin1String(name));
        action->setShortcuts(keys);
        action->setShortcutContext(Qt::WindowShortcut);
        connect(action, &QAction::triggered, this, run);
        addAction(action);
        m_actions.push_back(action);
        return action;
    };
    constexpr auto ctrlShift = Qt::CTRL | Qt::SHIFT;
    m_paletteAction = add("palette", {Qt::CTRL | Qt::Key_K}, [this] { openPalette(); });
    m_keysAction = add("keys", {Qt::Key_F1}, [this] { openShortcutSheet(); });
    // Without a shortcut of its own: F5 in a table reloads that table, elsewhere it comes to keyPressEvent().
    m_reloadAction = add("reload", {}, [this] {
        if (PageWidget* shown = m_documents->currentWidget()) {
            shown->reload();
        }
    });
    m_printAction = add("print", {QKeySequence::Print}, [this] {
        PageWidget* shown = m_documents->currentWidget();
        if (shown != nullptr && !printPage(m_context, shown, m_title->text())) {
            showNote(tr("There is nothing here that could be printed."));
        }
    });
    m_inboxAction = add("notices", {ctrlShift | Qt::Key_N}, [this] { openInbox(); });
    m_worksAction = add("works", {ctrlShift | Qt::Key_J}, [this] { openWorks(); });
    m_backAction = add("back", {}, [this] { m_documents->goBack(); });
    m_forwardAction = add("forward", {}, [this] { m_documents->goForward(); });
    m_nextAction = add("next_tab", {Qt::CTRL | Qt::Key_Tab, Qt::CTRL | Qt::Key_PageDown},
                       [this] { m_documents->step(1); });
    m_previousAction = add("previous_tab", {ctrlShift | Qt::Key_Backtab, Qt::CTRL | Qt::Key_PageUp},
                           [this] { m_documents->step(-1); });
    m_closeAction = add("close_tab", {Qt::CTRL | Qt::Key_W}, [this] { m_documents->closeCurrent(); });
    m_closeOthersAction =
        add("close_others", {}, [this] { m_documents->closeOthers(m_documents->currentIndex()); });
    m_reopenAction = add("reopen_tab", {ctrlShift | Qt::Key_T}, [this] { m_documents->reopenClosed(); });
    m_moveOnAction = add("move_tab_on", {ctrlShift | Qt::Key_PageDown}, [this] { m_documents->move(1); });
    m_moveBackAction = add("move_tab_back", {ctrlShift | Qt::Key_PageUp}, [this] { m_documents->move(-1); });
    m_pinAction = add("pin_tab", {}, [this] {
        const int tab = m_documents->currentIndex();
        m_documents->setPinned(tab, !m_documents->isPinned(tab));
    });
    m_linkAction =
        add("copy_link", {ctrlShift | Qt::Key_C}, [this] { copyLinkOf(m_documents->currentIndex()); });
    m_languageAction = add("language", {ctrlShift | Qt::Key_L}, [this] { switchLanguage(m_context.locale); });
    m_schemeAction = add("scheme", {ctrlShift | Qt::Key_D}, [this] { switchScheme(m_context.theme); });
    m_appearanceAction = add("appearance", {}, [this] {
        (new AppearanceDialog(m_context.locale, m_context.theme, this))->open();
    });
    m_accountAction = add("account", {}, [this] { emit accountWanted(); });
    m_signOutAction = add("sign_out", {}, [this] {
        if (mayLeave()) {
            m_context.session.signOut();
        }
    });
    for (std::size_t i = 0; i < m_pages.size() && i < 9; ++i) {
        const auto key = static_cast<Qt::Key>(Qt::Key_1 + static_cast<int>(i));
        auto* action = add("page", {Qt::CTRL | key}, [this, id = m_pages[i].id] { openPage(id); });
        action->setObjectName(QStringLiteral("page_%1").arg(i + 1));
        action->setData(m_pages[i].id);
    }
}

QWidget* MainWindow::makeHeader() {
    auto* header = new QWidget(this);
    auto* layout = new QHBoxLayout(header);
    layout->setContentsMargins(ui::space::l, ui::space::m, ui::space::l, ui::space::m);
    layout->setSpacing(ui::space::s);
    const auto addTrailButton = [this, header](Icon icon, QAction* action) {
        auto* button = new QToolButton(header);
        button->setIcon(ui::icon(icon));
        ui::setKind(button, ui::ButtonKind::Quiet);
        connect(button, &QToolButton::clicked, action, &QAction::trigger);
        connect(action, &QAction::changed, button, [button, action] {
            button->setEnabled(action->isEnabled());
            button->setToolTip(QStringLiteral("%1 (%2)").arg(action->text(), ltr(keyText(*action))));
            button->setAccessibleName(action->text());
        });
        return button;
    };
    m_back = addTrailButton(Icon::ChevronPrevious, m_backAction);
    m_forward = addTrailButton(Icon::ChevronNext, m_forwardAction);
    m_title = ui::makeLabel({}, TextRole::Title, header);
    m_title->setObjectName(QStringLiteral("pageTitle"));
    m_palette = new QPushButton(header);
    m_palette->setObjectName(QStringLiteral("paletteButton"));
    m_palette->setIcon(ui::icon(Icon::Search, Tint::Muted));
    connect(m_palette, &QPushButton::clicked, this, &MainWindow::openPalette);
    m_print = new QToolButton(header);
    m_print->setObjectName(QStringLiteral("printButton"));
    m_print->setIcon(ui::icon(Icon::Print));
    m_print->setFocusPolicy(Qt::TabFocus);  // a click leaves the keyboard in what is to be printed
    connect(m_print, &QToolButton::clicked, m_printAction, &QAction::trigger);
    m_inbox = new InboxButton(m_context, header);
    connect(m_inbox, &InboxButton::linkWanted, this, &MainWindow::openLink);
    connect(&m_inbox->inbox(), &client::Inbox::came, this, [this](const message::Notice& notice) {
        showToast(Tone::Info, sentenceOf(notice), tr("Show"),
                  [this, notice] { m_inbox->panel()->open(notice); });
        QApplication::alert(this);
    });
    m_language = new QToolButton(header);
    m_language->setObjectName(QStringLiteral("languageButton"));
    m_language->setIcon(ui::icon(Icon::Language));
    m_language->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(m_language, &QToolButton::clicked, m_languageAction, &QAction::trigger);
    m_scheme = new QToolButton(header);
    m_scheme->setObjectName(QStringLiteral("schemeButton"));
    connect(m_scheme, &QToolButton::clicked, m_schemeAction, &QAction::trigger);
    m_user = new QToolButton(header);
    m_user->setObjectName(QStringLiteral("userButton"));
    m_user->setIcon(ui::icon(Icon::User));
    m_user->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_user->setPopupMode(QToolButton::InstantPopup);
    m_userMenu = new QMenu(m_user);
    m_user->setMenu(m_userMenu);
    for (QToolButton* button : {m_print, m_language, m_scheme, m_user}) {
        ui::setKind(button, ui::ButtonKind::Quiet);
    }
    layout->addWidget(m_back);
    layout->addWidget(m_forward);
    layout->addWidget(m_title);
    layout->addStretch();
    layout->addWidget(m_palette);
    layout->addWidget(m_print);
    layout->addWidget(m_inbox);
    layout->addWidget(m_language);
    layout->addWidget(m_scheme);
    layout->addWidget(m_user);
    return header;
}

void MainWindow::makeStatusArea() {
    statusBar()->setSizeGripEnabled(false);
    statusBar()->setContentsMargins(ui::space::m, 0, ui::space::m, 0);
    m_connectionIcon = new ui::IconLabel(Icon::Check, Tint::Good, 16, this);
    m_connection = ui::makeLabel({}, TextRole::Small, this);
    m_connection->setObjectName(QStringLiteral("connectionState"));
    m_note = ui::makeLabel({}, TextRole::Small, this);
    m_note->setObjectName(QStringLiteral("statusNote"));
    statusBar()->addWidget(m_connectionIcon);
    statusBar()->addWidget(m_connection);
    statusBar()->addPermanentWidget(m_note);
    m_works = new WorksButton(m_context.works, this);
    connect(m_works, &WorksButton::resultWanted, this, &MainWindow::showResult);
    connect(&m_context.works, &client::Works::ended, this, &MainWindow::showEnded);
    const auto showWorks = [this] { m_worksAction->setEnabled(!m_context.works.all().empty()); };
    connect(&m_context.works, &client::Works::changed, this, showWorks);
    showWorks();
    statusBar()->addPermanentWidget(m_works);
}

void MainWindow::retranslate() {
    setWindowTitle(tr("NextGen back office"));
    m_palette->setText(tr("Search or command") + QStringLiteral("   ") +
                       ltr(m_paletteAction->shortcut().toString(QKeySequence::PortableText)));
    m_language->setText(ui::currentLanguage() == Language::Persian ? QStringLiteral("English")
                                                                   : QStringLiteral("فارسی"));
    const bool isLight = !ui::isDark(m_context.theme.look().scheme);
    m_scheme->setIcon(ui::icon(isLight ? Icon::Moon : Icon::Sun));
    m_scheme->setToolTip(isLight ? tr("Dark theme") : tr("Light theme"));
    m_scheme->setAccessibleName(m_scheme->toolTip());
    const account::User& user = m_context.session.user();
    m_user->setText(ui::toQt(user.displayName));

    const auto word = [](QAction* action, const QString& text, Icon icon) {
        action->setText(text);
        action->setIcon(ui::icon(icon));
    };
    word(m_paletteAction, tr("Search or command"), Icon::Search);
    word(m_keysAction, tr("Keys"), Icon::Command);
    word(m_reloadAction, tr("Reload"), Icon::Refresh);
    word(m_printAction, tr("Print"), Icon::Print);
    m_print->setToolTip(tr("Print (Ctrl+P)"));
    m_print->setAccessibleName(m_printAction->text());
    word(m_inboxAction, tr("Notices"), Icon::Bell);
    word(m_worksAction, tr("Long work"), Icon::Refresh);
    word(m_backAction, tr("Back"), Icon::ChevronPrevious);
    word(m_forwardAction, tr("Forward"), Icon::ChevronNext);
    word(m_nextAction, tr("Next tab"), Icon::ChevronNext);
    word(m_previousAction, tr("Previous tab"), Icon::ChevronPrevious);
    word(m_closeAction, tr("Close the tab"), Icon::Close);
    word(m_closeOthersAction, tr("Close the other tabs"), Icon::Window);
    word(m_reopenAction, tr("Reopen the closed tab"), Icon::Undo);
    word(m_moveOnAction, tr("Move the tab on"), Icon::ChevronsNext);
    word(m_moveBackAction, tr("Move the tab back"), Icon::ChevronsPrevious);
    word(m_linkAction, tr("Copy the link"), Icon::Link);
    word(m_languageAction,
         ui::currentLanguage() == Language::Persian ? tr("Switch to English") : tr("Switch to Persian"),
         Icon::Language);
    word(m_schemeAction, m_scheme->toolTip(), isLight ? Icon::Moon : Icon::Sun);
    word(m_appearanceAction, tr("Appearance…"), Icon::Sun);
    word(m_accountAction, tr("My account…"), Icon::Lock);
    word(m_signOutAction, tr("Sign out"), Icon::SignOut);
    for (QAction* action : m_actions) {
        if (const Page* page = m_documents->page(action->data().toString())) {
            word(action, page->shownTitle(), page->icon);
        }
    }
    giveKeys();
    m_userMenu->clear();
    QAction* email = m_userMenu->addAction(ltr(ui::toQt(user.email)));
    email->setEnabled(false);
    m_userMenu->addSeparator();
    m_userMenu->addAction(m_keysAction);
    m_userMenu->addAction(m_appearanceAction);
    m_userMenu->addAction(m_accountAction);
    m_userMenu->addAction(m_signOutAction);
    showConnection();
    showBanner();
    showDocument();
}

void MainWindow::showDocument() {
    const DocumentKey key = m_documents->current();
    const Page* page = m_documents->page(key.page);
    m_title->setText(page != nullptr ? page->shownTitle() : tr("NextGen back office"));
    if (page != nullptr) {
        m_sidebar->setCurrent(key.page);
    }
    const int tab = m_documents->currentIndex();
    const bool isPinned = m_documents->isPinned(tab);
    m_backAction->setEnabled(m_documents->canGoBack());
    m_forwardAction->setEnabled(m_documents->canGoForward());
    m_reopenAction->setEnabled(m_documents->canReopen());
    m_closeAction->setEnabled(tab >= 0 && !isPinned);
    m_closeOthersAction->setEnabled(m_documents->count() > 1);
    m_pinAction->setEnabled(tab >= 0);
    m_pinAction->setText(isPinned ? tr("Unpin the tab") : tr("Pin the tab"));
    m_pinAction->setIcon(ui::icon(Icon::Pin));
    m_linkAction->setEnabled(tab >= 0);
    if (key.record != 0) {
        noteRecent(m_context, {key, m_documents->nameAt(tab)});
    }
}

void MainWindow::showNote(const QString& sentence) {
    constexpr int noteMs = 15'000;
    statusBar()->showMessage(sentence, noteMs);
}

void MainWindow::showToast(Tone tone, const QString& sentence, const QString& actText,
                           std::function<void()> act) {
    m_toastAct = std::move(act);
    m_toast->showMessage(tone, sentence, actText);
}

void MainWindow::showResult(const QString& result) {
    if (isLink(result)) {
        openLink(result);
    } else {
        QDesktopServices::openUrl(QUrl::fromLocalFile(result));
    }
}

void MainWindow::showEnded(int id) {
    const client::Work* work = m_context.works.find(id);
    if (work == nullptr || work->state == client::Work::State::Stopped) {
        return;
    }
    const bool isDone = work->state == client::Work::State::Done;
    showToast(isDone ? Tone::Good : Tone::Bad, QStringLiteral("%1\n%2").arg(work->title(), stateOf(*work)),
              work->result.isEmpty() ? QString() : tr("Show"),
              [this, result = work->result] { showResult(result); });
}

bool MainWindow::mayLeave() {
    const int running = m_context.works.running();
    return m_documents->mayLeaveAll() &&
           (running == 0 ||
            m_context.dialogs.confirm(
                this, {tr("Work is running"), tr("What is running is stopped when you leave."),
                       tr("Running: %1").arg(ui::showNumber(running)), tr("Stop it and leave"), true}));
}

void MainWindow::showConnection() {
    const bool isConnected = m_context.watch.isConnected();
    m_connectionIcon->setIcon(isConnected ? Icon::Check : Icon::ConnectionLost,
                              isConnected ? Tint::Good : Tint::Bad);
    const QString address = ltr(m_context.api.server().authority());
    m_connection->setText(isConnected ? tr("Connected to %1").arg(address)
                                      : tr("No connection to %1").arg(address));
    m_connection->setToolTip(m_context.watch.reason());
    QStringList notes;
    if (m_isKeychainMissing) {
        notes << tr("No keychain here: the next start asks for the password");
    }
    if (!m_storeProblem.isEmpty()) {
        notes << tr("Drafts are kept in memory only: %1").arg(m_storeProblem);
    }
    m_note->setText(notes.join(QStringLiteral("  ·  ")));
}

void MainWindow::showBanner() {
    if (m_isSessionEnded) {
        m_banner->setText(tr("Your session has ended. Sign in again; what you typed is still here."));
        m_banner->setAction(tr("Sign in"));
    } else {
        m_banner->setText(
            tr("The server cannot be reached. What you type is kept here and sent when it is back; "
               "the program asks again every few seconds."));
        m_banner->setAction(tr("Try now"));
    }
    m_banner->setVisible(m_isSessionEnded || !m_context.watch.isConnected());
}

void MainWindow::noteKeychainMissing() {
    m_isKeychainMissing = true;
    showConnection();
}

void MainWindow::noteStoreNotDurable(const QString& reason) {
    m_storeProblem = reason;
    showConnection();
}

void MainWindow::setSessionEnded(bool hasEnded) {
    m_isSessionEnded = hasEnded;
    showBanner();
    if (!hasEnded && m_documents->currentWidget() != nullptr) {
        m_documents->currentWidget()->reload();
    }
}

PageWidget* MainWindow::pageWidget(const QString& id) const {
    return m_documents->widget({id});
}

QString MainWindow::currentPage() const {
    return m_documents->current().page;
}

QStringList MainWindow::pageIds() const {
    QStringList ids;
    for (const Page& page : m_pages) {
        ids << page.id;
    }
    return ids;
}

void MainWindow::openPage(const QString& id, const PageTarget& target) {
    const Page* page = m_documents->page(id);
    if (page == nullptr) {
        return;
    }
    const qint64 record = target.value(QStringLiteral("id")).toString().toLongLong();
    const bool isRecord = record > 0 && target.size() == 1 && page->makeRecord;
    m_documents->open({id, isRecord ? record : 0}, isRecord ? PageTarget() : target);
}

bool MainWindow::takeScan(const QString& code) {
    PageWidget* shown = m_documents->currentWidget();
    if (shown != nullptr && shown->takeScan(code)) {
        return true;
    }
    if (identifier::readSayadId(ui::fromQt(code)) &&
        m_documents->page(QStringLiteral("cheques")) != nullptr) {
        openPage(QStringLiteral("cheques"), {{QStringLiteral("search"), code}});
        return true;
    }
    return false;
}

void MainWindow::copyLinkOf(int tab) {
    const DocumentKey key = m_documents->keyAt(tab);
    if (key.page.isEmpty()) {
        return;
    }
    const PageWidget* shown = m_documents->widget(key);
    copyLink(
        m_context, key.page, key.record,
        key.record == 0 && shown != nullptr ? shown->target().value(filterTarget).toString() : QString());
    showNote(tr("The link is on the clipboard."));
}

void MainWindow::openLink(const QString& text) {
    const auto say = [this](const QString& sentence) {
        m_context.dialogs.inform(this, tr("Link"), sentence);
    };
    const auto link = readLink(text);
    if (!link) {
        say(tr("This is no link of this program."));
        return;
    }
    const client::Place& place = m_context.session.place();
    if (!link->server.isEmpty() && link->server != serverOf(place)) {
        say(tr("This link belongs to another server: %1. You are connected to %2.")
                .arg(ltr(link->server), ltr(serverOf(place))));
    } else if (link->tenant != place.tenant) {
        say(tr("This link belongs to another shop: %1. You are signed in to %2.")
                .arg(ltr(link->tenant), ltr(place.tenant)));
    } else if (m_documents->page(link->page) == nullptr) {
        say(tr("There is no such page, or it is not for you: %1").arg(ltr(link->page)));
    } else if (link->record != 0) {
        openPage(link->page, {{QStringLiteral("id"), QString::number(link->record)}});
    } else {
        openPage(link->page,
                 link->filter.isEmpty() ? PageTarget() : PageTarget{{filterTarget, link->filter}});
    }
}

std::vector<Command> MainWindow::commands() {
    std::vector<Command> list;
    for (const RecentRecord& recent : recentRecords(m_context)) {
        const Page* page = m_documents->page(recent.key.page);
        if (page != nullptr && recent.key != m_documents->current()) {
            list.push_back({recent.id(),
                            page->titleOfRecord(recent.name, recent.key.record),
                            page->shownTitle(),
                            Icon::History,
                            {},
                            [this, key = recent.key] { m_documents->open(key); },
                            true});
        }
    }
    for (const Page& page : m_pages) {
        list.push_back({QStringLiteral("page/") + page.id,
                        page.shownTitle(),
                        tr("Go to"),
                        page.icon,
                        {},
                        [this, id = page.id] { openPage(id); }});
    }
    for (const view::SavedView& view : m_context.views.all()) {
        const QString page = ui::toQt(view.page);
        if (const Page* shown = m_documents->page(page)) {
            const QString id = QString::number(view.id.value());
            list.push_back({QStringLiteral("view/") + id,
                            ui::showDigits(ui::toQt(view.name)),
                            shown->shownTitle(),
                            Icon::Columns,
                            {},
                            [this, page, id] { openPage(page, {{viewTarget, id}}); }});
        }
    }
    const auto add = [&list](QAction* action, const QString& group, Icon icon, const QString& id) {
        if (action->isEnabled() && action->isVisible() && !action->isSeparator()) {
            list.push_back(
                {id, action->text(), group, icon, keyText(*action), [action] { action->trigger(); }});
            list.back().shownIcon = action->icon();
        }
    };
    if (const PageWidget* shown = m_documents->currentWidget()) {
        const QString current = currentPage();
        const Page* page = m_documents->page(current);
        for (QAction* action : shown->actions()) {
            add(action, page->shownTitle(), page->icon, current + QLatin1Char('/') + action->objectName());
        }
    }
    for (QAction* action : m_actions) {
        if (action != m_paletteAction && action->data().isNull()) {
            add(action, {}, Icon::Command, action->objectName());
        }
    }
    // The page in front has this among its own actions.
    for (const Page& page : m_pages) {
        if (page.newPermission && m_context.session.may(*page.newPermission) &&
            m_documents->current() != DocumentKey{page.id}) {
            list.push_back({QStringLiteral("new/") + page.id,
                            page.newTitle(),
                            page.shownTitle(),
                            Icon::Plus,
                            {},
                            [this, id = page.id] { openPage(id, {{newTarget, true}}); }});
        }
    }
    return list;
}

std::vector<Command> MainWindow::lookUp(const QString& typed) {
    if (isLink(typed)) {
        return {{QStringLiteral("link"), tr("Open the link"), {}, Icon::Link, {}, [this, typed] {
                     openLink(typed);
                 }}};
    }
    const QString digits = ui::plainDigits(typed).remove(QLatin1Char(' ')).remove(QLatin1Char('-'));
    const bool isNumber =
        digits.size() >= 4 && std::ranges::all_of(digits, [](QChar c) { return c.isDigit(); });
    const Page* cheques = m_documents->page(QStringLiteral("cheques"));
    if (!isNumber || cheques == nullptr) {
        return {};
    }
    return {{QStringLiteral("find_cheque"),
             tr("Find cheque %1").arg(ui::showCode(digits)),
             cheques->shownTitle(),
             Icon::Search,
             {},
             [this, digits] { openPage(QStringLiteral("cheques"), {{QStringLiteral("search"), digits}}); }}};
}

QCoro::Task<Found> MainWindow::search(QString typed, std::shared_ptr<client::Cancellation> cancellation) {
    const QPointer<MainWindow> alive(this);
    const std::string words = text::searchKey(ui::fromQt(typed));
    const auto answer = co_await searchRecords(m_context.api, std::move(typed), std::move(cancellation));
    Found found;
    if (!alive || (!answer && answer.error().isCancelled())) {
        co_return found;
    }
    if (!answer) {
        found.note = tr("Records could not be searched: %1").arg(sentenceOf(answer.error()));
        co_return found;
    }
    // What is called just so goes first, then what begins so.
    std::vector<FoundRecord> records = answer->records;
    std::ranges::stable_sort(records, {}, [&words](const FoundRecord& record) {
        const std::string title = text::searchKey(ui::fromQt(record.title));
        return title == words ? 0 : title.starts_with(words) ? 1 : 2;
    });
    for (const FoundRecord& record : records) {
        if (const Page* page = m_documents->page(record.entity)) {
            found.commands.push_back({RecentRecord{{record.entity, record.id}, {}}.id(),
                                      page->titleOfRecord(ui::codeDigits(record.title), record.id),
                                      page->shownTitle(),
                                      page->icon,
                                      {},
                                      [this, page = record.entity, id = record.id] {
                                          openPage(page, {{QStringLiteral("id"), QString::number(id)}});
                                      }});
        }
    }
    QStringList unfinished;
    for (const QString& entity : answer->unfinished) {
        if (const Page* page = m_documents->page(entity)) {
            unfinished << page->shownTitle();
        }
    }
    if (!unfinished.isEmpty()) {
        found.note = tr("Not looked through in time: %1").arg(QLocale().createSeparatedList(unfinished));
    }
    co_return found;
}

void MainWindow::openPalette() {
    auto* palette = new CommandPalette(
        commands(), [this](const QString& typed) { return lookUp(typed); },
        [this](QString typed, std::shared_ptr<client::Cancellation> cancellation) {
            return search(std::move(typed), std::move(cancellation));
        },
        this);
    palette->open();
}

void MainWindow::openInbox() {
    m_inbox->openPanel();
}

void MainWindow::openWorks() {
    m_works->openPanel();
}

void MainWindow::giveKeys() {
    for (QAction* action : m_actions) {
        m_keys.apply(*action, action->objectName());
    }
    // Forwards is where the window reads to.
    const bool isRightToLeft = layoutDirection() == Qt::RightToLeft;
    m_keys.apply(*m_backAction, m_backAction->objectName(),
                 {Qt::ALT | (isRightToLeft ? Qt::Key_Right : Qt::Key_Left)});
    m_keys.apply(*m_forwardAction, m_forwardAction->objectName(),
                 {Qt::ALT | (isRightToLeft ? Qt::Key_Left : Qt::Key_Right)});
    for (int tab = 0; tab < m_documents->count(); ++tab) {
        if (PageWidget* shown = m_documents->widget(m_documents->keyAt(tab))) {
            giveKeys(*shown);
        }
    }
}

void MainWindow::giveKeys(PageWidget& shown) const {
    for (QAction* action : shown.actions()) {
        m_keys.apply(*action, idOf(*action));
    }
}

std::vector<ShortcutSheet::Group> MainWindow::keys() const {
    const auto groupOf = [this](const QString& title, const auto& actions, auto id) {
        ShortcutSheet::Group group{title, {}};
        for (const QAction* action : actions) {
            if (action->isVisible() && !action->text().isEmpty() && action != m_reloadAction) {
                group.lines.push_back(
                    {action->text(), action->shortcuts(), id(*action), {}, m_keys.isChanged(id(*action))});
            }
        }
        return group;
    };
    std::vector<ShortcutSheet::Group> groups{
        groupOf(tr("Everywhere"), m_actions, [](const QAction& action) { return action.objectName(); })};
    groups.front().lines.push_back({m_reloadAction->text(), {reloadKey}, {}});
    if (const PageWidget* shown = m_documents->currentWidget()) {
        auto group = groupOf(m_title->text(), shown->actions(), idOf);
        if (!group.lines.empty()) {
            groups.push_back(std::move(group));
        }
    }
    // What widgets do with keys by themselves.
    groups.push_back({tr("In tables"),
                      {{tr("Search"), {Qt::CTRL | Qt::Key_F}, {}},
                       {tr("Narrow by columns"), {Qt::CTRL | Qt::SHIFT | Qt::Key_F}, {}},
                       {tr("Open the row"), {Qt::Key_Return}, {}},
                       {tr("Open what the cell names"), {Qt::CTRL | Qt::Key_Return}, {}},
                       {tr("Edit the cell"), {Qt::Key_F2}, {}},
                       {tr("Take the chosen filter away"), {Qt::Key_Delete}, {}},
                       {tr("Copy with headings"), {Qt::CTRL | Qt::Key_C}, {}},
                       {tr("Order by the cell's column"), {Qt::CTRL | Qt::SHIFT | Qt::Key_O}, {}},
                       {tr("Select all"), {Qt::CTRL | Qt::Key_A}, {}},
                       {tr("Load again"), {Qt::Key_F5}, {}}}});
    groups.push_back({tr("In forms"),
                      {{tr("The next field; after the last one, save"), {Qt::Key_Return}, {}},
                       {tr("The field before"), {Qt::SHIFT | Qt::Key_Return}, {}},
                       {tr("Save"), {}, {}, QStringLiteral("Ctrl+S")},
                       {tr("Give up"), {}, {}, QStringLiteral("Esc")}}});
    groups.push_back({tr("In date fields"),
                      {{tr("Open the calendar"), {Qt::Key_F4}, {}},
                       {tr("A day later or earlier"), {}, {}, QStringLiteral("Up / Down")},
                       {tr("A month later or earlier"), {}, {}, QStringLiteral("PgUp / PgDn")},
                       {tr("In ten days"), {}, {}, QStringLiteral("+10")}}});
    return groups;
}

void MainWindow::openShortcutSheet() {
    auto* sheet = new ShortcutSheet([this] { return keys(); }, this);
    connect(sheet, &ShortcutSheet::changed, this,
            [this](const QString& id, const QList<QKeySequence>& keysOfIt) {
                m_keys.change(id, keysOfIt);
                retranslate();
            });
    connect(sheet, &ShortcutSheet::resetWanted, this, [this](const QString& id) {
        m_keys.reset(id);
        retranslate();
    });
    sheet->open();
}

const Page* MainWindow::pageForFile(const QMimeData& dragged) const {
    const QList<QUrl> urls = dragged.urls();
    if (urls.size() != 1 || !urls.first().isLocalFile()) {
        return nullptr;
    }
    const QString suffix = QFileInfo(urls.first().toLocalFile()).suffix().toLower();
    for (const Page& page : m_pages) {
        if (page.fileSuffixes.contains(suffix)) {
            return &page;
        }
    }
    return nullptr;
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (pageForFile(*event->mimeData()) != nullptr) {
        event->acceptProposedAction();
    }
}

void MainWindow::dropEvent(QDropEvent* event) {
    if (const Page* page = pageForFile(*event->mimeData())) {
        event->acceptProposedAction();
        openPage(page->id, {{QStringLiteral("file"), event->mimeData()->urls().first().toLocalFile()}});
    }
}

void MainWindow::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    } else if (event->type() == QEvent::LayoutDirectionChange && m_documents != nullptr) {
        giveKeys();
    }
    QMainWindow::changeEvent(event);
}

bool MainWindow::eventFilter(QObject* watched, QEvent* event) {
    // A line of text takes some keys for its own editing before commands are asked (Ctrl+K on Linux: delete
    // to the end); the window's commands go before that.
    if (event->type() == QEvent::ShortcutOverride && watched->isWidgetType() &&
        static_cast<QWidget*>(watched)->window() == this) {
        const QKeySequence typed(static_cast<QKeyEvent*>(event)->keyCombination());
        if (std::ranges::any_of(m_actions,
                                [&](const QAction* action) { return action->shortcuts().contains(typed); })) {
            event->ignore();
            return true;
        }
    }
    return QMainWindow::eventFilter(watched, event);
}

void MainWindow::keyPressEvent(QKeyEvent* event) {
    if (event->key() == reloadKey) {
        m_reloadAction->trigger();
    } else {
        QMainWindow::keyPressEvent(event);
    }
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (!mayLeave()) {
        event->ignore();
        return;
    }
    m_documents->save();
    ui::remember(geometryKey, saveGeometry());
    QMainWindow::closeEvent(event);
}

}  // namespace nextgen::shell
