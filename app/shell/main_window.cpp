#include "app/shell/main_window.h"

#include "app/client/task.h"
#include "app/shell/appearance.h"
#include "app/shell/appearance_dialog.h"
#include "app/shell/ltr.h"
#include "app/shell/pinned_views.h"
#include "app/shell/printing.h"
#include "app/shell/shortcut_sheet.h"
#include "app/shell/sidebar.h"
#include "app/shell/view_menu.h"
#include "ui/widgets/banner.h"

#include <QAction>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace nextgen::shell {

using ui::Icon;
using ui::TextRole;
using ui::Tint;
using ui::Tone;

namespace {

const QString geometryKey = QStringLiteral("window/geometry");
const QString pageKey = QStringLiteral("window/page");

constexpr auto reloadKey = Qt::Key_F5;

QString keyText(const QAction& action) {
    return action.shortcut().toString(QKeySequence::PortableText);
}

QFrame* verticalLine(QWidget* parent) {
    auto* frame = new QFrame(parent);
    frame->setFixedWidth(1);
    ui::setStyleProperty(frame, "line", true);
    return frame;
}

}  // namespace

MainWindow::MainWindow(Context& context, const std::vector<Page>& pages, QWidget* parent)
    : QMainWindow(parent), m_context(context) {
    setObjectName(QStringLiteral("mainWindow"));
    setAcceptDrops(true);
    for (const Page& page : pages) {
        if (m_context.session.may(page.permission)) {
            m_entries.push_back({page});
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
    m_stack = new QStackedWidget(centre);
    auto* body = new QVBoxLayout;
    body->setContentsMargins(ui::space::l, 0, ui::space::l, ui::space::m);
    body->setSpacing(ui::space::m);
    body->addWidget(m_banner);
    body->addWidget(m_stack, 1);
    content->addLayout(body, 1);
    auto* columns = new QHBoxLayout(centre);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(0);
    std::vector<Page> shown;
    for (const Entry& entry : m_entries) {
        shown.push_back(entry.page);
    }
    m_sidebar = new Sidebar(shown, centre);
    connect(m_sidebar, &Sidebar::pageWanted, this, [this](const QString& id) { openPage(id); });
    connect(m_sidebar, &Sidebar::viewWanted, this,
            [this](const QString& page, const QString& id) { openPage(page, {{viewTarget, id}}); });
    new PinnedViews(m_context, m_sidebar, this);
    columns->addWidget(m_sidebar);
    columns->addWidget(verticalLine(centre));
    columns->addLayout(content, 1);
    setCentralWidget(centre);
    makeStatusArea();

    connect(&m_context.watch, &client::ConnectionWatch::connectionChanged, this, [this](bool isConnected) {
        showConnection();
        showBanner();
        if (isConnected && entryOf(m_current) != nullptr) {
            entryOf(m_current)->widget->reload();
        }
    });
    connect(&m_context.theme, &ui::Theme::changed, this, &MainWindow::retranslate);

    retranslate();
    if (!restoreGeometry(QSettings().value(geometryKey).toByteArray())) {
        resize(1280, 800);
    }
    const QString last = QSettings().value(pageKey).toString();
    if (!m_entries.empty()) {
        const auto start =
            std::ranges::find_if(m_entries, [](const Entry& entry) { return entry.page.isStart; });
        const Entry& first = start != m_entries.end() ? *start : m_entries.front();
        openPage(entryOf(last) != nullptr ? last : first.page.id);
    }
}

MainWindow::~MainWindow() = default;

void MainWindow::makeActions() {
    const auto add = [this](QKeySequence key, auto run) {
        auto* action = new QAction(this);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WindowShortcut);
        connect(action, &QAction::triggered, this, run);
        addAction(action);
        return action;
    };
    m_paletteAction = add(QKeySequence(Qt::CTRL | Qt::Key_K), [this] { openPalette(); });
    m_keysAction = add(QKeySequence(Qt::Key_F1), [this] { openShortcutSheet(); });
    // Without a shortcut of its own: F5 in a table reloads that table, elsewhere it comes to keyPressEvent().
    m_reloadAction = add({}, [this] {
        if (Entry* entry = entryOf(m_current)) {
            entry->widget->reload();
        }
    });
    m_printAction = add(QKeySequence::Print, [this] {
        const Entry* entry = entryOf(m_current);
        if (entry != nullptr && !printPage(m_context, entry->widget, entry->page.shownTitle())) {
            constexpr int noteMs = 8'000;
            statusBar()->showMessage(tr("There is nothing here that could be printed."), noteMs);
        }
    });
    m_languageAction =
        add(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L), [this] { switchLanguage(m_context.locale); });
    m_schemeAction =
        add(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D), [this] { switchScheme(m_context.theme); });
    m_appearanceAction =
        add({}, [this] { (new AppearanceDialog(m_context.locale, m_context.theme, this))->open(); });
    m_signOutAction = add({}, [this] {
        if (mayLeavePages()) {
            m_context.session.signOut();
        }
    });
    for (std::size_t i = 0; i < m_entries.size() && i < 9; ++i) {
        add(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + static_cast<int>(i))),
            [this, id = m_entries[i].page.id] { openPage(id); });
    }
}

QWidget* MainWindow::makeHeader() {
    auto* header = new QWidget(this);
    auto* layout = new QHBoxLayout(header);
    layout->setContentsMargins(ui::space::l, ui::space::m, ui::space::l, ui::space::m);
    layout->setSpacing(ui::space::s);
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
    layout->addWidget(m_title);
    layout->addStretch();
    layout->addWidget(m_palette);
    layout->addWidget(m_print);
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
}

void MainWindow::retranslate() {
    setWindowTitle(tr("NextGen back office"));
    for (const Entry& entry : m_entries) {
        if (entry.page.id == m_current) {
            m_title->setText(entry.page.shownTitle());
        }
    }
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

    m_paletteAction->setText(tr("Search or command"));
    m_keysAction->setText(tr("Keys"));
    m_keysAction->setIcon(ui::icon(Icon::Command));
    m_printAction->setText(tr("Print"));
    m_printAction->setIcon(ui::icon(Icon::Print));
    m_print->setToolTip(tr("Print (Ctrl+P)"));
    m_print->setAccessibleName(m_printAction->text());
    m_reloadAction->setText(tr("Reload"));
    m_reloadAction->setIcon(ui::icon(Icon::Refresh));
    m_languageAction->setText(ui::currentLanguage() == Language::Persian ? tr("Switch to English")
                                                                         : tr("Switch to Persian"));
    m_languageAction->setIcon(ui::icon(Icon::Language));
    m_schemeAction->setText(m_scheme->toolTip());
    m_schemeAction->setIcon(m_scheme->icon());
    m_appearanceAction->setText(tr("Appearance…"));
    m_appearanceAction->setIcon(ui::icon(Icon::Sun));
    m_signOutAction->setText(tr("Sign out"));
    m_signOutAction->setIcon(ui::icon(Icon::SignOut));
    m_userMenu->clear();
    QAction* email = m_userMenu->addAction(ltr(ui::toQt(user.email)));
    email->setEnabled(false);
    m_userMenu->addSeparator();
    m_userMenu->addAction(m_keysAction);
    m_userMenu->addAction(m_appearanceAction);
    m_userMenu->addAction(m_signOutAction);
    showConnection();
    showBanner();
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
    if (!hasEnded && entryOf(m_current) != nullptr) {
        entryOf(m_current)->widget->reload();
    }
}

MainWindow::Entry* MainWindow::entryOf(const QString& id) {
    const auto found = std::ranges::find(m_entries, id, [](const Entry& entry) { return entry.page.id; });
    return found != m_entries.end() ? &*found : nullptr;
}

void MainWindow::closePage(const QString& id) {
    if (Entry* entry = entryOf(id); entry != nullptr && entry->widget != nullptr && id != m_current) {
        m_stack->removeWidget(entry->widget);
        entry->widget->deleteLater();
        entry->widget = nullptr;
    }
}

PageWidget* MainWindow::pageWidget(const QString& id) const {
    const auto found = std::ranges::find(m_entries, id, [](const Entry& entry) { return entry.page.id; });
    return found != m_entries.end() ? found->widget : nullptr;
}

QString MainWindow::currentPage() const {
    return m_current;
}

QStringList MainWindow::pageIds() const {
    QStringList ids;
    for (const Entry& entry : m_entries) {
        ids << entry.page.id;
    }
    return ids;
}

void MainWindow::openPage(const QString& id, const PageTarget& target) {
    Entry* entry = entryOf(id);
    if (entry == nullptr) {
        return;
    }
    const Entry* before = entryOf(m_current);
    if (id != m_current && before != nullptr && before->widget != nullptr && !before->widget->mayLeave()) {
        m_sidebar->setCurrent(m_current);
        return;
    }
    if (entry->widget == nullptr) {
        entry->widget = entry->page.make(m_context);
        entry->widget->setObjectName(QStringLiteral("page_") + id);
        connect(entry->widget, &PageWidget::pageWanted, this, &MainWindow::openPage);
        m_stack->addWidget(entry->widget);
    }
    m_current = id;
    m_sidebar->setCurrent(id);
    m_title->setText(entry->page.shownTitle());
    m_stack->setCurrentWidget(entry->widget);
    entry->widget->setFocus();
    if (auto* views = entry->widget->findChild<ViewMenu*>()) {
        views->begin(target);
    }
    entry->widget->open(target);
    QSettings().setValue(pageKey, id);
}

std::vector<Command> MainWindow::commands() {
    std::vector<Command> list;
    for (const Entry& entry : m_entries) {
        list.push_back({QStringLiteral("page/") + entry.page.id,
                        entry.page.shownTitle(),
                        tr("Go to"),
                        entry.page.icon,
                        {},
                        [this, id = entry.page.id] { openPage(id); }});
    }
    for (const view::SavedView& view : m_context.views.all()) {
        const QString page = ui::toQt(view.page);
        if (const Entry* entry = entryOf(page)) {
            const QString id = QString::number(view.id.value());
            list.push_back({QStringLiteral("view/") + id,
                            ui::showDigits(ui::toQt(view.name)),
                            entry->page.shownTitle(),
                            Icon::Columns,
                            {},
                            [this, page, id] { openPage(page, {{viewTarget, id}}); }});
        }
    }
    const auto add = [&list](QAction* action, const QString& group, Icon icon, const QString& id) {
        if (action->isEnabled() && action->isVisible() && !action->isSeparator()) {
            list.push_back(
                {id, action->text(), group, icon, keyText(*action), [action] { action->trigger(); }});
        }
    };
    if (const Entry* entry = entryOf(m_current)) {
        for (QAction* action : entry->widget->actions()) {
            add(action, entry->page.shownTitle(), entry->page.icon,
                m_current + QLatin1Char('/') + action->objectName());
        }
    }
    add(m_reloadAction, {}, Icon::Refresh, QStringLiteral("reload"));
    add(m_printAction, {}, Icon::Print, QStringLiteral("print"));
    add(m_languageAction, {}, Icon::Language, QStringLiteral("language"));
    add(m_schemeAction, {}, Icon::Moon, QStringLiteral("scheme"));
    add(m_appearanceAction, {}, Icon::Sun, QStringLiteral("appearance"));
    add(m_keysAction, {}, Icon::Command, QStringLiteral("keys"));
    add(m_signOutAction, {}, Icon::SignOut, QStringLiteral("sign_out"));
    return list;
}

std::vector<Command> MainWindow::lookUp(const QString& typed) {
    const QString digits = ui::plainDigits(typed).remove(QLatin1Char(' ')).remove(QLatin1Char('-'));
    const bool isNumber =
        digits.size() >= 4 && std::ranges::all_of(digits, [](QChar c) { return c.isDigit(); });
    const Entry* cheques = entryOf(QStringLiteral("cheques"));
    if (!isNumber || cheques == nullptr) {
        return {};
    }
    return {{QStringLiteral("find_cheque"),
             tr("Find cheque %1").arg(ui::showCode(digits)),
             cheques->page.shownTitle(),
             Icon::Search,
             {},
             [this, digits] { openPage(QStringLiteral("cheques"), {{QStringLiteral("search"), digits}}); }}};
}

void MainWindow::openPalette() {
    auto* palette =
        new CommandPalette(commands(), [this](const QString& typed) { return lookUp(typed); }, this);
    palette->open();
}

void MainWindow::openShortcutSheet() {
    ShortcutSheet::Group everywhere{tr("Everywhere"), {}};
    for (const QAction* action :
         {m_paletteAction, m_keysAction, m_printAction, m_languageAction, m_schemeAction}) {
        everywhere.keys.emplace_back(action->text(), keyText(*action));
    }
    for (std::size_t i = 0; i < m_entries.size() && i < 9; ++i) {
        everywhere.keys.emplace_back(m_entries[i].page.shownTitle(), QStringLiteral("Ctrl+%1").arg(i + 1));
    }
    everywhere.keys.emplace_back(m_reloadAction->text(), QKeySequence(reloadKey).toString());
    ShortcutSheet::Group tables{tr("In tables"),
                                {{tr("Search"), QStringLiteral("Ctrl+F")},
                                 {tr("Open the row"), QStringLiteral("Enter")},
                                 {tr("Open what the cell names"), QStringLiteral("Ctrl+Enter")},
                                 {tr("Edit the cell"), QStringLiteral("F2")},
                                 {tr("Copy with headings"), QStringLiteral("Ctrl+C")},
                                 {tr("Select all"), QStringLiteral("Ctrl+A")},
                                 {tr("Load again"), QStringLiteral("F5")}}};
    ShortcutSheet::Group dates{tr("In date fields"),
                               {{tr("Open the calendar"), QStringLiteral("F4")},
                                {tr("A day later or earlier"), QStringLiteral("Up / Down")},
                                {tr("A month later or earlier"), QStringLiteral("PgUp / PgDn")},
                                {tr("In ten days"), QStringLiteral("+10")}}};
    std::vector<ShortcutSheet::Group> groups{std::move(everywhere)};
    if (const Entry* entry = entryOf(m_current)) {
        ShortcutSheet::Group page{entry->page.shownTitle(), {}};
        for (const QAction* action : entry->widget->actions()) {
            if (!action->shortcut().isEmpty() && action->isVisible()) {
                page.keys.emplace_back(action->text(), keyText(*action));
            }
        }
        if (!page.keys.empty()) {
            groups.push_back(std::move(page));
        }
    }
    groups.push_back(std::move(tables));
    groups.push_back(std::move(dates));
    (new ShortcutSheet(groups, this))->open();
}

const Page* MainWindow::pageForFile(const QMimeData& dragged) const {
    const QList<QUrl> urls = dragged.urls();
    if (urls.size() != 1 || !urls.first().isLocalFile()) {
        return nullptr;
    }
    const QString suffix = QFileInfo(urls.first().toLocalFile()).suffix().toLower();
    for (const Entry& entry : m_entries) {
        if (entry.page.fileSuffixes.contains(suffix)) {
            return &entry.page;
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
    }
    QMainWindow::changeEvent(event);
}

void MainWindow::keyPressEvent(QKeyEvent* event) {
    if (event->key() == reloadKey) {
        m_reloadAction->trigger();
    } else {
        QMainWindow::keyPressEvent(event);
    }
}

bool MainWindow::mayLeavePages() {
    return std::ranges::all_of(
        m_entries, [](const Entry& entry) { return entry.widget == nullptr || entry.widget->mayLeave(); });
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (!mayLeavePages()) {
        event->ignore();
        return;
    }
    QSettings().setValue(geometryKey, saveGeometry());
    QMainWindow::closeEvent(event);
}

}  // namespace nextgen::shell
