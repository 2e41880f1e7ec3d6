#include "app/account/roles_page.h"

#include "app/account/role_table.h"
#include "app/client/task.h"
#include "app/entity/entity_calls.h"
#include "app/entity/entity_page.h"
#include "app/shell/ltr.h"
#include "ui/locale/format.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/busy_line.h"
#include "ui/widgets/icon.h"

#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalBlocker>
#include <QTableView>
#include <QVBoxLayout>

namespace nextgen::account {

namespace {

constexpr int pageMax = 200;
constexpr int rightsMax = 5'000;  ///< a hundred roles with all rights
constexpr int columnWidthPx = 120;
constexpr auto fixedRole = "SUPER_ADMIN";

const api::Entity& entityOf() {
    return *api::findEntity("role_permissions");
}

class RolesPage : public shell::PageWidget {
    Q_OBJECT

  public:
    RolesPage(shell::Context& context, QWidget* parent);

    void open(const shell::PageTarget& target) override;
    void reload() override;
    bool isDirty() const override { return !m_table->changes().empty(); }
    bool mayLeave() override;
    bool mayRest() const override { return !isDirty() && !m_isWriting; }
    bool isSettled() const override { return !m_isLoading && !m_isWriting; }
    QStringList tourStops() const override { return {QStringLiteral("compared"), QStringLiteral("staged")}; }
    void goToStop(const QString& stop, const QString& filePath) override;

  protected:
    void retranslate() override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void load(const QString& cursor);
    void addRole();
    void save();
    void writeNext();
    void showState();
    void showRoles();
    QString inWords(const std::vector<RoleTable::Change>& changes) const;

    shell::Context& m_context;
    std::vector<RoleTable::Right> m_rights;
    std::vector<RoleTable::Change> m_toWrite;
    std::size_t m_written = 0;
    bool m_isLoaded = false;
    bool m_isLoading = false;
    bool m_isWriting = false;

    QPushButton* m_add;
    QLabel* m_compareLabel;
    QComboBox* m_one;
    QComboBox* m_other;
    ui::BusyLine* m_busyLine;
    ui::Banner* m_trouble;
    QTableView* m_view;
    RoleTable* m_table;
    QLabel* m_note;
    QPushButton* m_giveUp;
    QPushButton* m_save;
    QAction* m_saveAction;
    QAction* m_addAction;
};

RolesPage::RolesPage(shell::Context& context, QWidget* parent) : PageWidget(parent), m_context(context) {
    setObjectName(QStringLiteral("rolesPage"));
    const bool mayWrite = m_context.session.may(Permission::RolesWrite);
    m_add = new QPushButton(this);
    m_add->setObjectName(QStringLiteral("addRole"));
    m_add->setIcon(ui::icon(ui::Icon::Plus));
    m_add->setVisible(mayWrite);
    m_compareLabel = ui::makeLabel({}, ui::TextRole::Body, this);
    m_one = new QComboBox(this);
    m_one->setObjectName(QStringLiteral("compareOne"));
    m_other = new QComboBox(this);
    m_other->setObjectName(QStringLiteral("compareOther"));
    m_compareLabel->setBuddy(m_one);
    for (QComboBox* box : {m_one, m_other}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        connect(box, &QComboBox::currentIndexChanged, this, [this] {
            m_table->compare(m_one->currentData().toString(), m_other->currentData().toString());
            showState();
        });
    }
    m_busyLine = new ui::BusyLine(this);
    m_trouble = new ui::Banner(ui::Tone::Bad, this);
    m_trouble->setObjectName(QStringLiteral("rolesTrouble"));
    m_trouble->hide();
    connect(m_trouble, &ui::Banner::actionTriggered, this, &RolesPage::reload);
    m_view = new QTableView(this);
    m_view->setObjectName(QStringLiteral("rolesView"));
    m_table = new RoleTable(
        [this](const QString& role, Permission permission) {
            return m_context.session.may(Permission::RolesWrite) && m_context.session.may(permission) &&
                   role != QLatin1String(fixedRole);
        },
        m_view);
    m_view->setModel(m_table);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setTabKeyNavigation(false);
    m_view->horizontalHeader()->setDefaultSectionSize(ui::scaled(columnWidthPx));
    m_view->horizontalHeader()->setHighlightSections(true);
    m_view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_view->verticalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    m_view->installEventFilter(this);
    connect(m_view, &QTableView::doubleClicked, m_table, &RoleTable::toggle);
    connect(m_table, &RoleTable::changed, this, [this] {
        showState();
        emit documentChanged();
    });
    connect(m_table, &QAbstractItemModel::modelReset, this, &RolesPage::showRoles);
    m_note = ui::makeLabel({}, ui::TextRole::Muted, this);
    m_note->setObjectName(QStringLiteral("rolesNote"));
    m_note->setWordWrap(true);
    m_giveUp = new QPushButton(this);
    m_giveUp->setObjectName(QStringLiteral("giveUp"));
    m_save = new QPushButton(this);
    m_save->setObjectName(QStringLiteral("saveRoles"));
    ui::setKind(m_save, ui::ButtonKind::Primary);
    connect(m_add, &QPushButton::clicked, this, &RolesPage::addRole);
    connect(m_giveUp, &QPushButton::clicked, m_table, &RoleTable::giveUp);
    connect(m_save, &QPushButton::clicked, this, &RolesPage::save);
    m_saveAction = new QAction(this);
    m_saveAction->setShortcut(QKeySequence::Save);
    m_addAction = new QAction(this);
    m_addAction->setShortcut(QKeySequence(Qt::Key_Insert));
    connect(m_saveAction, &QAction::triggered, this, &RolesPage::save);
    connect(m_addAction, &QAction::triggered, this, &RolesPage::addRole);
    for (QAction* action : {m_saveAction, m_addAction}) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        action->setVisible(mayWrite);
        addAction(action);
    }

    auto* top = new QHBoxLayout;
    top->setSpacing(ui::space::s);
    top->addWidget(m_add);
    top->addStretch();
    top->addWidget(m_compareLabel);
    top->addWidget(m_one);
    top->addWidget(m_other);
    auto* bottom = new QHBoxLayout;
    bottom->setSpacing(ui::space::s);
    bottom->addWidget(m_note, 1);
    bottom->addWidget(m_giveUp);
    bottom->addWidget(m_save);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(ui::space::l, ui::space::m, ui::space::l, ui::space::m);
    layout->setSpacing(ui::space::s);
    layout->addLayout(top);
    layout->addWidget(m_busyLine);
    layout->addWidget(m_trouble);
    layout->addWidget(m_view, 1);
    layout->addLayout(bottom);
    retranslate();
}

void RolesPage::open(const shell::PageTarget& /*target*/) {
    if (!m_isLoaded) {
        reload();
    }
    m_view->setFocus();
}

void RolesPage::reload() {
    if (!m_isLoading && !m_isWriting) {
        m_rights.clear();
        load({});
    }
}

void RolesPage::load(const QString& cursor) {
    m_isLoading = true;
    m_busyLine->setBusy(true);
    client::Listing listing;
    listing.cursor = cursor;
    listing.limit = pageMax;
    client::whenDone(
        entity::listRecords(m_context.api, entityOf(), std::move(listing)), this,
        [this](const client::Answer<client::Page<ui::Record>>& answer) {
            m_isLoading = false;
            m_trouble->setVisible(!answer);
            if (!answer) {
                m_busyLine->setBusy(false);
                m_trouble->setText(shell::sentenceOf(answer.error()));
                m_trouble->setAction(tr("Try again"));
                return;
            }
            for (const ui::Record& record : answer->items) {
                // A right that this program does not know is none that it could show.
                if (const auto permission = permissionByName(record.text("permission"))) {
                    m_rights.push_back({ui::toQt(record.text("role")), *permission, record.id(),
                                        static_cast<int>(record.integer("version"))});
                }
            }
            if (!answer->nextCursor.isEmpty() && m_rights.size() < rightsMax) {
                load(answer->nextCursor);
                return;
            }
            m_isLoaded = true;
            m_busyLine->setBusy(false);
            m_table->setRights(m_rights);
            if (!m_view->currentIndex().isValid()) {
                m_view->setCurrentIndex(m_table->index(0, 0));
            }
        });
}

bool RolesPage::mayLeave() {
    return !isDirty() ||
           m_context.dialogs.confirm(this, {tr("Rights are not saved"), inWords(m_table->changes()), {},
                                            tr("Leave without saving"), true});
}

void RolesPage::addRole() {
    const QString typed =
        m_context.dialogs.askText(this, tr("New role"), tr("A short Latin name, like SALES or CREDIT_DESK")).trimmed();
    if (typed.isEmpty()) {
        return;
    }
    const QString role = typed.toUpper().replace(u' ', u'_').replace(u'-', u'_');
    static const QRegularExpression form(QStringLiteral("^[A-Z][A-Z0-9_]{1,62}$"));
    if (!form.match(role).hasMatch()) {
        m_context.dialogs.inform(this, tr("New role"),
                                 tr("A role's name is of Latin letters, digits and underscores."));
    } else if (!m_table->addRole(role)) {
        m_context.dialogs.inform(this, tr("New role"), tr("There is a role of this name."));
    } else {
        m_one->setCurrentIndex(0);
        m_other->setCurrentIndex(0);
        m_view->setCurrentIndex(m_table->index(0, m_table->columnCount() - 1));
        m_view->setFocus();
    }
}

QString RolesPage::inWords(const std::vector<RoleTable::Change>& changes) const {
    constexpr std::size_t saidMax = 12;
    QStringList lines;
    for (std::size_t at = 0; at < std::min(changes.size(), saidMax); ++at) {
        const RoleTable::Change& change = changes.at(at);
        lines += (change.isGiven ? tr("%1 may from now on: %2") : tr("%1 may no longer: %2"))
                     .arg(shell::ltr(change.role), RoleTable::titleOf(change.permission));
    }
    if (changes.size() > saidMax) {
        lines += tr("And more: %1").arg(ui::showNumber(static_cast<std::int64_t>(changes.size() - saidMax)));
    }
    return lines.join(u'\n');
}

void RolesPage::save() {
    m_toWrite = m_table->changes();
    if (m_toWrite.empty() || m_isWriting) {
        return;
    }
    if (!m_context.dialogs.confirm(
            this, {tr("Save the rights"), inWords(m_toWrite),
                   tr("Whoever has one of these roles has the new rights from the next step on."),
                   tr("Save changes: %1").arg(ui::showNumber(static_cast<std::int64_t>(m_toWrite.size()))),
                   false})) {
        return;
    }
    m_isWriting = true;
    m_written = 0;
    m_busyLine->setBusy(true);
    m_trouble->hide();
    showState();
    writeNext();
}

/// One after the other: each is refused or written for itself.
void RolesPage::writeNext() {
    if (m_written == m_toWrite.size()) {
        m_isWriting = false;
        m_busyLine->setBusy(false);
        showState();
        return;
    }
    const RoleTable::Change change = m_toWrite.at(m_written++);
    const auto refused = [this, change](const client::Failure& failure) {
        m_table->refuse(change, shell::sentenceOf(failure));
        m_trouble->setText(tr("%1, “%2”: %3")
                               .arg(shell::ltr(change.role), RoleTable::titleOf(change.permission),
                                    shell::sentenceOf(failure)));
        m_trouble->setAction({});
        m_trouble->show();
        if (failure.code == ErrorCode::StepUpRequired || failure.isLostConnection()) {
            m_written = m_toWrite.size();  // nor would the others be written
        }
    };
    if (change.isGiven) {
        const ui::FieldChanges values{
            {"role", change.role.toStdString()},
            {"permission", std::string(permissionName(change.permission))}};
        client::whenDone(entity::createRecord(m_context.api, entityOf(), entity::bodyOf(entityOf(), values),
                                              change.idempotencyKey),
                         this, [this, change, refused](const client::Answer<ui::Record>& answer) {
                             if (answer) {
                                 m_table->settle(change, answer->id(),
                                                 static_cast<int>(answer->integer("version")));
                             } else {
                                 refused(answer.error());
                             }
                             writeNext();
                         });
        return;
    }
    client::whenDone(entity::removeRecord(m_context.api, entityOf(), change.id, change.version), this,
                     [this, change, refused](const client::Answer<std::optional<ui::Record>>& answer) {
                         if (answer || answer.error().code == ErrorCode::NotFound) {
                             m_table->settle(change, 0, 0);
                         } else {
                             refused(answer.error());
                         }
                         writeNext();
                     });
}

void RolesPage::showState() {
    const auto count = static_cast<std::int64_t>(m_table->changes().size());
    const bool mayWrite = m_context.session.may(Permission::RolesWrite);
    m_save->setVisible(mayWrite);
    m_giveUp->setVisible(mayWrite);
    m_save->setEnabled(count > 0 && !m_isWriting);
    m_giveUp->setEnabled(count > 0 && !m_isWriting);
    m_saveAction->setEnabled(m_save->isEnabled());
    const bool isCompared = !m_one->currentData().toString().isEmpty() && !m_other->currentData().toString().isEmpty();
    m_note->setText(count > 0 ? tr("Changes that are not saved: %1").arg(ui::showNumber(count))
                    : isCompared && m_table->rowCount() == 0 ? tr("These two may the same.")
                    : mayWrite ? tr("Space gives a right or takes it. What you do not hold yourself is not yours to give.")
                               : tr("Only to be read: for changes you lack the right “%1”.")
                                     .arg(RoleTable::titleOf(Permission::RolesWrite)));
}

void RolesPage::showRoles() {
    for (QComboBox* box : {m_one, m_other}) {
        const QSignalBlocker quiet(box);
        const QString chosen = box->currentData().toString();
        box->clear();
        box->addItem(tr("All roles"), QString());
        for (const QString& role : m_table->roles()) {
            box->addItem(shell::ltr(role), role);
        }
        box->setCurrentIndex(std::max(0, box->findData(chosen)));
    }
    showState();
}

void RolesPage::retranslate() {
    m_add->setText(tr("New role…"));
    m_addAction->setText(tr("New role…"));
    m_compareLabel->setText(tr("Compare"));
    m_one->setAccessibleName(tr("Compare this role"));
    m_other->setAccessibleName(tr("With this role"));
    m_view->setAccessibleName(tr("Rights of the roles"));
    m_giveUp->setText(tr("Give up"));
    m_save->setText(tr("Save…"));
    m_saveAction->setText(tr("Save the rights"));
    m_table->retranslate();
    showRoles();
}

bool RolesPage::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_view && event->type() == QEvent::KeyPress) {
        const auto& key = *static_cast<QKeyEvent*>(event);
        if (key.modifiers() == Qt::NoModifier && (key.key() == Qt::Key_Space || key.key() == Qt::Key_F2)) {
            m_table->toggle(m_view->currentIndex());
            return true;
        }
    }
    return PageWidget::eventFilter(watched, event);
}

void RolesPage::goToStop(const QString& stop, const QString& /*filePath*/) {
    const bool isCompared = stop == QLatin1String("compared");
    m_one->setCurrentIndex(isCompared ? m_one->findData(QStringLiteral("DEALER")) : 0);
    m_other->setCurrentIndex(isCompared ? m_other->findData(QStringLiteral("VENDOR")) : 0);
    m_table->giveUp();
    if (!isCompared) {
        for (int row = 0; row < std::min(2, m_table->rowCount()); ++row) {
            m_table->toggle(m_table->index(row, m_table->columnCount() - 1));
        }
    }
}

}  // namespace

shell::Page rolesPage() {
    shell::Page page = entity::entityPage(entityOf());
    page.make = [](shell::Context& context, QWidget* parent) { return new RolesPage(context, parent); };
    page.makeRecord = {};
    page.newTitle = {};
    page.newPermission.reset();
    return page;
}

}  // namespace nextgen::account

#include "roles_page.moc"
