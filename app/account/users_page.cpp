#include "app/account/users_page.h"

#include "app/account/account_calls.h"
#include "app/account/session_list.h"
#include "app/client/task.h"
#include "app/entity/entity_page.h"
#include "app/entity/record_tab.h"
#include "ui/locale/format.h"
#include "ui/widgets/banner.h"

#include <QDateTime>
#include <QEvent>
#include <QVBoxLayout>

namespace nextgen::account {

namespace {

class SignInsTab : public entity::RecordTab {
    Q_OBJECT

  public:
    SignInsTab(shell::Context& context, QWidget* parent) : RecordTab(parent), m_context(context) {
        setObjectName(QStringLiteral("signInsTab"));
        m_lock = new ui::Banner(ui::Tone::Warn, this);
        m_lock->setObjectName(QStringLiteral("lockBanner"));
        m_lock->hide();
        connect(m_lock, &ui::Banner::actionTriggered, this, &SignInsTab::letIn);
        m_sessions = new SessionList(context, this);
        auto* layout = new QVBoxLayout(this);
        layout->setContentsMargins(ui::space::m, ui::space::s, ui::space::m, ui::space::s);
        layout->addWidget(m_lock);
        layout->addWidget(m_sessions, 1);
    }

    QString title() const override { return tr("Sign-ins"); }
    bool isOverview() const override { return false; }

    void showRecord(const ui::Record& person) override {
        m_person = person;
        showLock();
        reload();
    }

    void reload() override {
        m_isStale = true;
        if (isVisible()) {
            load();
        }
    }

  protected:
    /// Nobody asks for what nobody looks at.
    void showEvent(QShowEvent* event) override {
        RecordTab::showEvent(event);
        if (m_isStale) {
            load();
        }
    }

    void changeEvent(QEvent* event) override {
        if (event->type() == QEvent::LanguageChange) {
            showLock();
        }
        RecordTab::changeEvent(event);
    }

  private:
    UserId person() const { return UserId(m_person.id()); }

    void load() {
        m_isStale = false;
        if (m_person.id() != 0) {
            m_sessions->load(person());
        }
    }

    void showLock() {
        const auto* until = m_person.as<Instant>("locked_until");
        const bool isLocked = until != nullptr && *until > Instant(QDateTime::currentMSecsSinceEpoch() * 1000);
        m_lock->setVisible(isLocked);
        if (isLocked) {
            m_lock->setText(tr("Locked until %1 after wrong passwords or codes.").arg(ui::showInstant(*until)));
            m_lock->setAction(m_context.session.may(Permission::UsersWrite) ? tr("Let in again") : QString());
        }
    }

    void letIn() {
        client::whenDone(unlock(m_context.api, person()), this, [this](const client::Answer<void>& answer) {
            m_lock->setVisible(!answer);
            if (!answer) {
                m_lock->setText(shell::sentenceOf(answer.error()));
            }
        });
    }

    shell::Context& m_context;
    ui::Record m_person;
    bool m_isStale = false;
    ui::Banner* m_lock;
    SessionList* m_sessions;
};

}  // namespace

shell::Page usersPage() {
    return entity::entityPage(
        *api::findEntity("users"),
        {.overview = [](shell::Context& context, QWidget* parent) { return new SignInsTab(context, parent); },
         .opensFirst = false});
}

}  // namespace nextgen::account

#include "users_page.moc"
