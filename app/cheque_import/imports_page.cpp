#include "app/cheque_import/imports_page.h"

#include "app/cheque_import/cheque_import_calls.h"
#include "app/cheque_import/drop_zone.h"
#include "app/cheque_import/import_report.h"
#include "app/cheque_import/import_wizard.h"
#include "app/cheque_import/result_step.h"
#include "app/client/task.h"
#include "app/dealer/dealer_calls.h"
#include "app/shell/filter_text.h"
#include "app/shell/lister.h"
#include "app/shell/live_list.h"
#include "app/shell/view_menu.h"
#include "shared/cheque_import/cheque_import_list.h"
#include "shared/describe/translate.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/focus.h"
#include "ui/widgets/record_grid.h"
#include "ui/widgets/toast.h"

#include <QAction>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>

namespace nextgen::cheque_import {

namespace {

const QString fileTarget = QStringLiteral("file");
const QString importTarget = QStringLiteral("id");
const QString chequesOfImport = QStringLiteral("cheque_import_id");

/// As the list shows it.
QCoro::Task<client::Answer<ChequeImport>> importOf(client::ApiClient& api, ChequeImportId id) {
    const auto opened = co_await getImport(api, id);
    co_return opened ? client::Answer<ChequeImport>(opened->import) : tl::unexpected(opened.error());
}

class ImportsPage : public shell::PageWidget {
    Q_OBJECT

  public:
    ImportsPage(shell::Context& context, QWidget* parent);

    static QString newTitle() { return tr("Import a file of cheques"); }
    void open(const shell::PageTarget& target) override;
    void reload() override;
    QStringList tourStops() const override;
    void goToStop(const QString& stop, const QString& filePath) override;
    bool isSettled() const override;

  protected:
    void retranslate() override;

  private:
    QAction* addAction(const char* name, ui::Icon icon, const QKeySequence& key, void (ImportsPage::*run)());
    void newImport();
    void openSelected();
    void undoSelected();
    void saveErrorsOfSelected();
    ImportWizard* openWizard(std::shared_ptr<ImportWork> work = nullptr);
    void openImport(ChequeImportId id);
    /// The one that sends the file of which a draft is left; nullptr: none does.
    std::shared_ptr<ImportWork> senderOfUnsent() const;
    void closeWizard();
    void lookForDrafts();
    void showDrafts();
    void goOnWithDrafts();
    void showActions();
    const ChequeImport* selected() const;
    /// Of those listed; none when no import is in this state.
    ChequeImportId newest(State state) const;
    void undo(const ChequeImport& import);

    shell::Context& m_context;
    QStackedWidget* m_stack;
    ui::FilterBar* m_filters;
    ui::Banner* m_drafts;
    ui::RecordGrid* m_grid;
    ui::RecordModel<ChequeImport>* m_model;
    ui::Toast* m_toast;
    shell::Lister<ChequeImport>* m_lister;
    ImportWizard* m_wizard = nullptr;
    QAction* m_new;
    QAction* m_open;
    QAction* m_undo;
    QAction* m_saveErrors;
    std::vector<std::pair<QAction*, QPushButton*>> m_buttons;
    bool m_isLoaded = false;
    std::optional<NewImport> m_unsentFile;
    ChequeImportId m_unsentMends;
    QString m_unsentMendsFile;
};

ImportsPage::ImportsPage(shell::Context& context, QWidget* parent)
    : PageWidget(parent),
      m_context(context),
      m_stack(new QStackedWidget(this)),
      m_filters(new ui::FilterBar(this)),
      m_drafts(new ui::Banner(ui::Tone::Info, this)),
      m_grid(new ui::RecordGrid(QStringLiteral("cheque_imports"), this)),
      m_model(new ui::RecordModel<ChequeImport>(
          "ChequeImport",
          {"created_at", "file_name", "dealer_name", "state", "rows_total", "rows_ready", "rows_repaired",
           "rows_duplicate", "rows_failed", "amount_total", "actor_name"},
          m_grid)),  // its child, so that it outlives it
      m_toast(new ui::Toast(this)),
      m_lister(new shell::Lister<ChequeImport>(
          *m_model, *m_grid,
          [this](client::Listing listing) { return listImports(m_context.api, std::move(listing)); }, this)),
      m_new(addAction("newImport", ui::Icon::Plus, QKeySequence::New, &ImportsPage::newImport)),
      m_open(addAction("openImport", ui::Icon::File, {}, &ImportsPage::openSelected)),
      m_undo(addAction("undoImport", ui::Icon::Undo, {}, &ImportsPage::undoSelected)),
      m_saveErrors(addAction("saveErrors", ui::Icon::File, {}, &ImportsPage::saveErrorsOfSelected)) {
    m_new->setShortcuts({QKeySequence(QKeySequence::New), QKeySequence(Qt::Key_Insert)});
    m_grid->setObjectName(QStringLiteral("importGrid"));
    m_grid->setFirstWidths({{"created_at", 128},
                            {"file_name", 150},
                            {"dealer_name", 130},
                            {"state", 108},
                            {"rows_total", 60},
                            {"rows_ready", 60},
                            {"rows_repaired", 86},
                            {"rows_duplicate", 78},
                            {"rows_failed", 66},
                            {"amount_total", 146}});
    m_grid->setModel(m_model);
    m_filters->setList(m_grid);
    m_filters->addFields<ChequeImport>("ChequeImport", listSpec);
    m_filters->setToday(context.today());
    m_drafts->setObjectName(QStringLiteral("draftBanner"));
    m_drafts->hide();

    auto* list = new QWidget(this);
    auto* tools = new QHBoxLayout;
    tools->setSpacing(ui::space::s);
    for (QAction* action : {m_new, m_open, m_undo, m_saveErrors}) {
        auto* button = new QPushButton(list);
        button->setObjectName(action->objectName() + QStringLiteral("Button"));
        button->setIcon(action == m_new ? ui::icon(ui::Icon::Plus, ui::Tint::OnAccent) : action->icon());
        ui::setKind(button, action == m_new ? ui::ButtonKind::Primary : ui::ButtonKind::Plain);
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        m_buttons.emplace_back(action, button);
        tools->addWidget(button);
    }
    tools->addWidget(m_filters, 1);
    tools->addWidget(
        new shell::ViewMenu(m_context, QStringLiteral("cheque_imports"), m_filters, m_grid, list), 0,
        Qt::AlignTop);
    auto* layout = new QVBoxLayout(list);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(ui::space::s);
    layout->addLayout(tools);
    layout->addWidget(m_drafts);
    layout->addWidget(m_grid, 1);
    m_stack->addWidget(list);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_stack);

    connect(m_filters, &ui::FilterBar::filtersChanged, this, &ImportsPage::reload);
    connect(m_grid, &ui::RecordGrid::activated, this, &ImportsPage::openSelected);
    connect(m_grid, &ui::RecordGrid::selectionChanged, this, &ImportsPage::showActions);
    connect(m_grid, &ui::RecordGrid::emptyActionTriggered, this, [this] {
        if (m_filters->filters().isEmpty()) {
            newImport();
        } else {
            m_filters->clear();
        }
    });
    connect(m_drafts, &ui::Banner::actionTriggered, this, &ImportsPage::goOnWithDrafts);
    connect(&context.works, &client::Works::ended, this, [this] {
        if (m_wizard == nullptr) {
            lookForDrafts();  // the file may have arrived
        }
    });
    connect(m_drafts, &ui::Banner::closed, this, [this] {
        // A file that nobody wants to send any more; typed mends stay with their import.
        if (m_unsentFile) {
            m_context.store.dropDraft(QString::fromLatin1(ImportWork::fileDraftKind),
                                      m_unsentFile->idempotencyKey);
        }
    });
    m_lister->whenLoaded([this](bool isFirst) {
        if (isFirst && m_model->count() > 0 && m_grid->currentRow() < 0) {
            m_grid->selectRow(0);
        }
        showActions();
    });
    auto* live = new shell::LiveList<ChequeImport, ui::RecordModel<ChequeImport>>(
        context, "cheque_imports", *m_model, *m_grid,
        [this](std::int64_t id) { return importOf(m_context.api, ChequeImportId(id)); },
        [this] { m_lister->reload(); }, this);
    connect(live, &shell::LiveRows::rowChanged, this, &ImportsPage::showActions);
    ui::passFocusOn(this, m_grid);
    retranslate();
    showActions();
}

QAction* ImportsPage::addAction(const char* name, ui::Icon icon, const QKeySequence& key,
                                void (ImportsPage::*run)()) {
    auto* action = new QAction(this);
    action->setObjectName(QString::fromLatin1(name));
    action->setIcon(ui::icon(icon));
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, run);
    QWidget::addAction(action);
    return action;
}

void ImportsPage::retranslate() {
    m_new->setText(newTitle());
    m_open->setText(tr("Open"));
    m_undo->setText(tr("Undo…"));
    m_saveErrors->setText(tr("Save the failed rows…"));
    for (const auto& [action, button] : m_buttons) {
        button->setText(action->text());
        const QString key = action->shortcut().toString(QKeySequence::NativeText);
        button->setToolTip(key.isEmpty() ? QString() : ui::showCode(key));
    }
    const bool isNarrowed = !m_filters->filters().isEmpty();
    m_grid->setEmptyState(ui::Icon::Import,
                          isNarrowed
                              ? tr("No import is in this state.")
                              : tr("No file of cheques has been imported yet. Drop an Excel file here."),
                          isNarrowed ? tr("Show all") : tr("Import a file of cheques"));
    showDrafts();
}

void ImportsPage::open(const shell::PageTarget& target) {
    shell::narrow(*m_filters, target);
    if (!m_isLoaded) {
        reload();
        lookForDrafts();
    }
    if (const QString path = target.value(fileTarget).toString(); !path.isEmpty()) {
        if (m_wizard == nullptr || !m_wizard->takeFile(path)) {
            openWizard()->takeFile(path);
        }
    } else if (const auto id = ChequeImportId::parse(target.value(importTarget).toString().toStdString())) {
        openImport(*id);
    } else if (target.contains(shell::newTarget)) {
        newImport();
    }
}

void ImportsPage::reload() {
    m_isLoaded = true;
    const auto items = m_filters->queryItems();
    m_lister->load({items.begin(), items.end()});
    retranslate();
    if (m_wizard != nullptr) {
        m_wizard->work().refresh();
    }
}

ChequeImportId ImportsPage::newest(State state) const {
    const auto& rows = m_model->rows();
    const auto found = std::ranges::find(rows, state, &ChequeImport::state);
    return found != rows.end() ? found->id : ChequeImportId();
}

QStringList ImportsPage::tourStops() const {
    QStringList stops{QStringLiteral("file"), QStringLiteral("rows"), QStringLiteral("post")};
    if (newest(State::Committed)) {
        stops += QStringLiteral("result");
    }
    if (newest(State::Undone)) {
        stops += QStringLiteral("undone");
    }
    return stops;
}

bool ImportsPage::isSettled() const {
    if (m_wizard == nullptr) {
        return true;
    }
    const ImportWork& work = m_wizard->work();
    return work.phase() == ImportWork::Phase::Empty ||
           (work.phase() == ImportWork::Phase::Open && work.import().state != State::Staging &&
            !work.isBusy());
}

void ImportsPage::goToStop(const QString& stop, const QString& filePath) {
    const auto open = [this](ChequeImportId id) {
        if (id && (m_wizard == nullptr || m_wizard->work().import().id != id)) {
            openImport(id);
        }
    };
    if (stop == QLatin1String("file")) {
        if (m_wizard == nullptr) {
            openWizard();
            if (!filePath.isEmpty()) {
                m_wizard->takeFile(filePath);
            }
        }
    } else if (stop == QLatin1String("rows")) {
        if (filePath.isEmpty()) {
            open(newest(State::Staged));
        } else if (m_wizard != nullptr && m_wizard->work().phase() == ImportWork::Phase::Empty) {
            // Headquarters' staff say whose the file is: the first dealer's, for the picture.
            client::whenDone(
                dealer::listDealers(m_context.api, {}), m_wizard,
                [wizard = m_wizard, filePath](const client::Answer<client::Page<dealer::Dealer>>& dealers) {
                    NewImport file;
                    file.filePath = filePath;
                    if (dealers && !dealers->items.empty()) {
                        file.dealerId = dealers->items.front().id;
                    }
                    wizard->resume(file);
                });
        }
    } else if (stop == QLatin1String("post")) {
        if (m_wizard != nullptr && m_wizard->work().phase() == ImportWork::Phase::Open &&
            m_wizard->work().import().state == State::Staged) {
            m_wizard->showPost();
        }
    } else {
        open(newest(stop == QLatin1String("result") ? State::Committed : State::Undone));
    }
}

ImportWizard* ImportsPage::openWizard(std::shared_ptr<ImportWork> work) {
    closeWizard();
    if (!work) {
        work = std::make_shared<ImportWork>(m_context.api, m_context.watch, m_context.store);
        new ImportReport(m_context, work);
    }
    m_wizard = new ImportWizard(m_context, std::move(work));
    connect(m_wizard, &ImportWizard::closed, this, [this] {
        closeWizard();
        reload();
        lookForDrafts();
    });
    connect(m_wizard, &ImportWizard::newImportWanted, this, [this] {
        reload();
        newImport();
    });
    connect(m_wizard, &ImportWizard::chequesWanted, this, [this](ChequeImportId id) {
        emit pageWanted(QStringLiteral("cheques"), {{chequesOfImport, QString::number(id.value())}});
    });
    m_stack->addWidget(m_wizard);
    m_stack->setCurrentWidget(m_wizard);
    ui::passFocusOn(this, m_wizard);
    m_wizard->setFocus();
    showActions();
    return m_wizard;
}

void ImportsPage::closeWizard() {
    if (m_wizard == nullptr) {
        return;
    }
    ui::passFocusOn(this, m_grid);
    m_stack->setCurrentIndex(0);
    m_stack->removeWidget(m_wizard);
    m_wizard->deleteLater();  // it may be its own button that was clicked
    m_wizard = nullptr;
    m_grid->view()->setFocus();
    showActions();
}

void ImportsPage::newImport() {
    openWizard();
}

void ImportsPage::openImport(ChequeImportId id) {
    const auto isIt = [id](const ImportWork& work) { return work.import().id == id; };
    if (auto underWay = ImportReport::find(m_context.works, isIt)) {
        openWizard(std::move(underWay));
    } else {
        openWizard()->openImport(id);
    }
}

std::shared_ptr<ImportWork> ImportsPage::senderOfUnsent() const {
    return ImportReport::find(m_context.works, [this](const ImportWork& work) {
        return m_unsentFile && work.file().idempotencyKey == m_unsentFile->idempotencyKey;
    });
}

const ChequeImport* ImportsPage::selected() const {
    const QList<int> rows = m_grid->selectedRows();
    return rows.size() == 1 ? &m_model->at(rows.front()) : nullptr;
}

void ImportsPage::openSelected() {
    if (const ChequeImport* import = selected()) {
        openImport(import->id);
    }
}

void ImportsPage::undoSelected() {
    if (const ChequeImport* chosen = selected()) {
        const ChequeImport import = *chosen;  // the list may be loaded anew while the person is asked
        if (confirmUndo(m_context, this, import)) {
            undo(import);
        }
    }
}

void ImportsPage::undo(const ChequeImport& import) {
    m_grid->setBusy(true);
    client::whenDone(
        undoImport(m_context.api, import.id), this,
        [this, id = import.id](const client::Answer<UndoResult>& answer) {
            m_grid->setBusy(false);
            if (!answer) {
                m_toast->showMessage(ui::Tone::Bad, ui::showDigits(shell::sentenceOf(answer.error())));
                return;
            }
            reload();
            if (answer->kept.empty()) {
                m_toast->showMessage(ui::Tone::Good,
                                     tr("Undone. Voided cheques: %1").arg(ui::showNumber(answer->undone)));
            } else {
                // What was kept and why stands in the result, row by row.
                openImport(id);
            }
        });
}

void ImportsPage::saveErrorsOfSelected() {
    if (const ChequeImport* import = selected()) {
        saveErrorsAs(m_context, this, *import, [this](const QString& sentence, bool isSaved) {
            m_toast->showMessage(isSaved ? ui::Tone::Good : ui::Tone::Bad, sentence);
        });
    }
}

void ImportsPage::showActions() {
    const ChequeImport* import = m_wizard == nullptr ? selected() : nullptr;
    m_open->setEnabled(import != nullptr);
    m_undo->setEnabled(import != nullptr && import->state == State::Committed);
    m_saveErrors->setEnabled(import != nullptr && import->rowsFailed > 0 && import->state != State::Failed);
    for (const auto& [action, button] : m_buttons) {
        button->setEnabled(action->isEnabled());
    }
}

void ImportsPage::lookForDrafts() {
    m_unsentFile.reset();
    m_unsentMends = {};
    m_context.store.drafts(QString::fromLatin1(ImportWork::fileDraftKind))
        .then(this, [this](const QList<client::Draft>& drafts) {
            if (!drafts.isEmpty() && m_wizard == nullptr) {
                m_unsentFile = ImportWork::fileOf(drafts.back());
                showDrafts();
            }
        });
    m_context.store.drafts(QString::fromLatin1(MendQueue::draftKind))
        .then(this, [this](const QList<client::Draft>& drafts) {
            if (!drafts.isEmpty() && m_wizard == nullptr) {
                std::tie(m_unsentMends, m_unsentMendsFile) = MendQueue::importOf(drafts.back());
                showDrafts();
            }
        });
    showDrafts();
}

void ImportsPage::showDrafts() {
    const bool isOnItsWay = senderOfUnsent() != nullptr;
    if (m_unsentFile) {
        m_drafts->setText((isOnItsWay ? tr("%1 is being sent.") : tr("%1 was not sent to the end."))
                              .arg(ui::showCode(QFileInfo(m_unsentFile->filePath).fileName())));
        m_drafts->setAction(isOnItsWay ? tr("Show") : tr("Go on"));
    } else if (m_unsentMends) {
        m_drafts->setText(
            tr("What you typed into %1 has not reached the server; it is kept on this computer.")
                .arg(ui::showCode(m_unsentMendsFile)));
        m_drafts->setAction(tr("Go on"));
    }
    m_drafts->setClosable(m_unsentFile.has_value() && !isOnItsWay);
    m_drafts->setVisible(m_unsentFile.has_value() || m_unsentMends);
}

void ImportsPage::goOnWithDrafts() {
    m_drafts->hide();
    if (auto sender = senderOfUnsent()) {
        openWizard(std::move(sender));
    } else if (m_unsentFile) {
        openWizard()->resume(*m_unsentFile);
    } else if (m_unsentMends) {
        openImport(m_unsentMends);
    }
}

}  // namespace

shell::Page importsPage() {
    shell::Page page{
        QStringLiteral("cheque_imports"),
        QT_TRANSLATE_NOOP("Page", "Cheque imports"),
        ui::Icon::Import,
        Permission::ChequesImport,
        [](shell::Context& context, QWidget* parent) { return new ImportsPage(context, parent); },
        workbookSuffixes()};
    page.newTitle = &ImportsPage::newTitle;
    page.newPermission = Permission::ChequesImport;
    return page;
}

}  // namespace nextgen::cheque_import

#include "imports_page.moc"
