#include "app/account/role_table.h"
#include "app/account/roles_page.h"
#include "tests/app/support/backoffice.h"
#include "tests/support/http_client.h"
#include "tests/support/test_stack.h"
#include "ui/widgets/banner.h"

#include <QComboBox>
#include <QCoroTask>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QtTest>

using namespace nextgen;
using account::RoleTable;
using nextgen::test::Backoffice;
using nextgen::test::look;
using testing::HttpClient;

/// Who may what, as an administrator ticks it: the real page against the real server.
class RolesPageTest : public QObject {
    Q_OBJECT

    std::unique_ptr<testing::TestStack> m_stack;
    std::unique_ptr<testing::ServerProcess> m_server;
    std::unique_ptr<Backoffice> m_office;
    std::unique_ptr<shell::PageWidget> m_page;

    RoleTable* table() const { return m_page->findChild<RoleTable*>(); }
    QTableView* view() const { return m_page->findChild<QTableView*>(QStringLiteral("rolesView")); }
    QPushButton* button(const char* name) const { return m_page->findChild<QPushButton*>(QLatin1String(name)); }

    QModelIndex at(const QString& role, Permission permission) const {
        for (int column = 0; column < table()->columnCount(); ++column) {
            for (int row = 0; row < table()->rowCount(); ++row) {
                const bool isRole =
                    table()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().contains(role);
                const bool isRight = table()->headerData(row, Qt::Vertical, Qt::DisplayRole).toString() ==
                                     RoleTable::titleOf(permission);
                if (isRole && isRight) {
                    return table()->index(row, column);
                }
            }
        }
        return {};
    }
    bool isTicked(const QString& role, Permission permission) const {
        return !at(role, permission).data().toString().isEmpty();
    }
    void tick(const QString& role, Permission permission) {
        view()->setCurrentIndex(at(role, permission));
        QTest::keyClick(view(), Qt::Key_Space);
    }
    std::int64_t kept(const std::string& role, const std::string& permission) {
        return m_stack->owner()
            .run({"test/right",
                  "SELECT count(*) FROM role_permissions p JOIN tenants t ON t.id = p.tenant_id AND t.slug = "
                  "'bazaar' WHERE role = $1 AND permission = $2"},
                 {db::toSql(role), db::toSql(permission)})
            .one()
            .get<std::int64_t>(0);
    }
    void save() {
        m_office->dialogs.nextConfirmation = true;
        QTest::keyClick(view(), Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(m_page->isSettled());
        m_office->dialogs.nextConfirmation = false;
    }

    void open(const char* email) {
        m_office = std::make_unique<Backoffice>();
        const client::Place place{QUrl(QString::fromStdString(m_server->url())), "bazaar", QLatin1String(email)};
        QVERIFY(QCoro::waitFor(m_office->session.signIn(
                                   place,
                                   {QString::fromStdString(std::string(testing::TestStack::password))}, false))
                    .has_value());
        m_page.reset(account::rolesPage().make(m_office->context, nullptr));
        m_page->resize(1100, 700);
        m_page->show();
        m_page->open({});
        QTRY_VERIFY(m_page->isSettled() && table()->columnCount() > 0);
    }

  private slots:
    void initTestCase() {
        m_stack = std::make_unique<testing::TestStack>();
        m_stack->makeTenant("bazaar");
        m_stack->makeUser("bazaar", "boss@x.ir", "SUPER_ADMIN");
        m_stack->owner().script(
            "INSERT INTO app.role_permissions (tenant_id, role, permission) SELECT id, 'KEEPER', p FROM "
            "app.tenants, unnest('{users.read,roles.write,cheques.read}'::text[]) p WHERE slug = 'bazaar';"
            "INSERT INTO app.role_permissions (tenant_id, role, permission) SELECT id, 'LOOKER', p FROM "
            "app.tenants, unnest('{users.read}'::text[]) p WHERE slug = 'bazaar'");
        m_stack->makeUser("bazaar", "keeper@x.ir", "KEEPER");
        m_stack->makeUser("bazaar", "looker@x.ir", "LOOKER");
        m_server = std::make_unique<testing::ServerProcess>(*m_stack);
    }

    void cleanup() {
        m_page.reset();
        m_office.reset();
    }

    void aRightIsGivenAndTakenBySpace() {
        open("boss@x.ir");
        QVERIFY(isTicked("DEALER", Permission::ChequesRead));
        QVERIFY(!isTicked("DEALER", Permission::ChequesMove));
        QVERIFY(!button("saveRoles")->isEnabled());
        tick("DEALER", Permission::ChequesMove);
        tick("DEALER", Permission::ChequesRead);
        QVERIFY(isTicked("DEALER", Permission::ChequesMove));
        QVERIFY(m_page->isDirty());
        QCOMPARE(kept("DEALER", "cheques.move"), std::int64_t{0});
        look(*m_page, "roles_staged.fa");
        // The same key once more takes it back.
        tick("DEALER", Permission::ChequesMove);
        QVERIFY(!isTicked("DEALER", Permission::ChequesMove));
        tick("DEALER", Permission::ChequesMove);

        // Nothing is written before it was seen in words.
        QTest::keyClick(view(), Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(m_office->dialogs.questions.size(), std::size_t{1});
        QVERIFY(m_office->dialogs.questions.front().text.contains(RoleTable::titleOf(Permission::ChequesMove)));
        QCOMPARE(kept("DEALER", "cheques.move"), std::int64_t{0});
        save();
        QVERIFY(!m_page->isDirty());
        QCOMPARE(kept("DEALER", "cheques.move"), std::int64_t{1});
        QCOMPARE(kept("DEALER", "cheques.read"), std::int64_t{0});
        tick("DEALER", Permission::ChequesRead);
        tick("DEALER", Permission::ChequesMove);
        save();
        QCOMPARE(kept("DEALER", "cheques.move"), std::int64_t{0});
        QCOMPARE(kept("DEALER", "cheques.read"), std::int64_t{1});
    }

    void aNewRoleHasAColumnAndLastsOnceItIsGivenSomething() {
        open("boss@x.ir");
        m_office->dialogs.nextText = QStringLiteral("نقش");
        QTest::keyClick(view(), Qt::Key_Insert);
        QCOMPARE(m_office->dialogs.informed.size(), 1);
        m_office->dialogs.nextText = QStringLiteral("credit desk");
        QTest::keyClick(view(), Qt::Key_Insert);
        QVERIFY(at("CREDIT_DESK", Permission::CreditRead).isValid());
        tick("CREDIT_DESK", Permission::CreditRead);
        save();
        QCOMPARE(kept("CREDIT_DESK", "credit.read"), std::int64_t{1});
        m_page->reload();
        QTRY_VERIFY(m_page->isSettled());
        QVERIFY(isTicked("CREDIT_DESK", Permission::CreditRead));
    }

    void nobodyTicksWhatTheyDoNotHold() {
        open("keeper@x.ir");
        tick("DEALER", Permission::ChequesMove);
        QVERIFY(!m_page->isDirty());
        tick("SUPER_ADMIN", Permission::ChequesRead);
        QVERIFY(!m_page->isDirty());
        tick("LOOKER", Permission::ChequesRead);
        QVERIFY(m_page->isDirty());
        // Meanwhile this person has lost the right to it: what is refused stays, with its reason.
        m_stack->owner().script("DELETE FROM app.role_permissions WHERE role = 'KEEPER' AND permission = "
                                "'cheques.read'");
        m_stack->owner().script("UPDATE app.sessions SET fresh_until = now() + interval '1 hour'");
        save();
        QVERIFY(m_page->isDirty());
        auto* trouble = m_page->findChild<ui::Banner*>("rolesTrouble");
        QVERIFY(trouble->isVisible());
        QVERIFY(!at("LOOKER", Permission::ChequesRead).data(Qt::ToolTipRole).toString().isEmpty());
        look(*m_page, "roles_refused.fa");
        QVERIFY(!m_page->mayLeave());
        QTest::mouseClick(button("giveUp"), Qt::LeftButton);
        QVERIFY(m_page->mayLeave());
    }

    void twoRolesAreCompared() {
        open("looker@x.ir");
        QVERIFY(!button("addRole")->isVisible());
        auto* one = m_page->findChild<QComboBox*>("compareOne");
        auto* other = m_page->findChild<QComboBox*>("compareOther");
        one->setCurrentIndex(one->findData("DEALER"));
        other->setCurrentIndex(other->findData("LOOKER"));
        QCOMPARE(table()->columnCount(), 2);
        for (int row = 0; row < table()->rowCount(); ++row) {
            QVERIFY(table()->index(row, 0).data() != table()->index(row, 1).data());
        }
        QVERIFY(at("LOOKER", Permission::UsersRead).isValid());
        QVERIFY(!at("DEALER", Permission::RolesWrite).isValid());
        look(*m_page, "roles_compared.fa");
        other->setCurrentIndex(other->findData("DEALER"));
        QCOMPARE(table()->rowCount(), 0);
        QVERIFY(!m_page->findChild<QLabel*>("rolesNote")->text().isEmpty());
    }

    void whatAnotherDidMeanwhileIsNoChangeAnyMore() {
        RoleTable rights([](const QString&, Permission) { return true; });
        rights.setRights({{"A", Permission::ChequesRead, 1, 1}});
        rights.toggle(rights.index(2, 0));  // cheques.read goes
        rights.toggle(rights.index(0, 0));  // dealers.read comes
        QCOMPARE(rights.changes().size(), std::size_t{2});
        rights.setRights({{"A", Permission::DealersRead, 2, 1}, {"A", Permission::ChequesRead, 1, 1}});
        const auto left = rights.changes();
        QCOMPARE(left.size(), std::size_t{1});
        QVERIFY(left.front().permission == Permission::ChequesRead);
        QVERIFY(!left.front().isGiven);
        QCOMPARE(left.front().id, std::int64_t{1});
    }
};

QTEST_MAIN(RolesPageTest)
#include "roles_page_test.moc"
