#include "ui/describe/record_form.h"

#include "shared/cheque/cheque.h"
#include "shared/core/error_code.h"
#include "shared/core/identifier.h"
#include "ui/locale/language.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/code_edit.h"
#include "ui/widgets/jalali_date_edit.h"
#include "ui/widgets/money_edit.h"
#include "ui/widgets/theme.h"

#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QTextEdit>

using namespace nextgen;
using namespace nextgen::ui;

class RecordFormTest : public QObject {
    Q_OBJECT

  private slots:
    void init() { m_locale.setLanguage(Language::Persian); }

    void thereIsAnEditorForEachFieldThatAPersonWrites() {
        const RecordForm<cheque::Cheque> form("Cheque");
        QVERIFY(qobject_cast<MoneyEdit*>(form.editor("amount")));
        QVERIFY(qobject_cast<JalaliDateEdit*>(form.editor("due_on")));
        QVERIFY(qobject_cast<CodeEdit*>(form.editor("sayad_id")));
        QVERIFY(qobject_cast<QLineEdit*>(form.editor("drawer_name")));
        QVERIFY(qobject_cast<QTextEdit*>(form.editor("description")));
        for (const char* absent : {"id", "version", "created_at", "status", "dealer_name", "dealer_id"}) {
            QVERIFY2(form.editor(absent) == nullptr, absent);
        }
    }

    void whatIsLoadedIsStoredAgain() {
        RecordForm<cheque::Cheque> form("Cheque", 2);
        cheque::Cheque c;
        c.id = ChequeId(7);
        c.sayadId = "1234567890123456";
        c.amount = Money::rials(5'000'000);
        c.dueOn = *Date::of(2026, 12, 6);
        c.drawerName = "علی‌رضا";
        c.description = "یک\nدو";
        form.load(c);
        cheque::Cheque stored;
        stored.id = ChequeId(9);
        QVERIFY(form.store(stored));
        QCOMPARE(stored.sayadId, c.sayadId);
        QCOMPARE(stored.amount, c.amount);
        QCOMPARE(stored.dueOn, c.dueOn);
        QCOMPARE(stored.drawerName, c.drawerName);
        QCOMPARE(stored.id, ChequeId(9));
    }

    void whatIsNoValueIsSaidUnderItsEditor() {
        RecordForm<cheque::Cheque> form("Cheque");
        form.load({});
        QSignalSpy edited(&form, &RecordFormBase::edited);
        auto* amount = qobject_cast<MoneyEdit*>(form.editor("amount"));
        amount->setValue(std::nullopt);
        QTest::keyClicks(amount->lineEdit(), QStringLiteral("12x"));
        cheque::Cheque stored;
        QVERIFY(!form.store(stored));
        QCOMPARE(form.error("amount"), showError({ErrorCode::AmountInvalid, {}, {}}));
        QVERIFY(edited.count() >= 1);
    }

    void refusalsGoToTheirRowsAndTheRestAboveAll() {
        RecordForm<cheque::Cheque> form("Cheque");
        form.show();
        form.setErrors({{ErrorCode::DueOnInvalid, "/due_on", {}},
                        {ErrorCode::DueOnFarAway, "/due_on", {}},
                        {ErrorCode::InternalError, "", {}}});
        QCOMPARE(form.error("due_on"), showError({ErrorCode::DueOnInvalid, {}, {}}));
        QVERIFY(form.findChild<QLabel*>(QStringLiteral("due_on_error"))->isVisible());
        QVERIFY(form.editor("due_on")->focusProxy()->property("refused").toBool());
        QCOMPARE(form.findChild<Banner*>()->text(), showError({ErrorCode::InternalError, {}, {}}));
        form.clearErrors();
        QVERIFY(!form.findChild<QLabel*>(QStringLiteral("due_on_error"))->isVisible());
        QVERIFY(!form.findChild<Banner*>()->isVisible());
    }

    void labelsFollowTheLanguageAndNameTheirEditors() {
        RecordForm<cheque::Cheque> form("Cheque", 1, {"amount", "bank_name"});
        form.show();
        QCOMPARE(form.editor("bank_name")->accessibleName(), QStringLiteral("بانک"));
        m_locale.setLanguage(Language::English);
        QCoreApplication::processEvents();
        QCOMPARE(form.editor("bank_name")->accessibleName(), QStringLiteral("Bank"));
        bool isMarked = false;
        for (const auto* label : form.findChildren<QLabel*>()) {
            isMarked = isMarked || label->text() == QStringLiteral("Amount *");
        }
        QVERIFY(isMarked);
    }

  private:
    Theme m_theme;
    Locale m_locale;
};

QTEST_MAIN(RecordFormTest)
#include "record_form_test.moc"
