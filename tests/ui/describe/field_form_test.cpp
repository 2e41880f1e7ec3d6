#include "ui/describe/field_form.h"

#include "shared/describe/record.h"
#include "ui/locale/format.h"
#include "ui/locale/language.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/instant_edit.h"
#include "ui/widgets/jalali_date_edit.h"
#include "ui/widgets/money_edit.h"
#include "ui/widgets/secret_edit.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QTest>
#include <QTextEdit>
#include <QToolButton>
#include <QWheelEvent>
#include <algorithm>
#include <array>

using namespace nextgen;
using namespace nextgen::ui;

namespace {

constexpr std::array<describe::Choice, 2> kinds{
    {{1, "good", "Active", describe::Tone::Good}, {2, "bad", "Closed", describe::Tone::Bad}}};

/// A record with a field of every kind.
const std::vector<describe::FieldInfo>& fields() {
    using namespace describe::record;
    using describe::Kind;
    static const std::vector<describe::FieldInfo> all{
        {"id", "", Kind::Id, describe::Key | describe::Hidden, 0, false},
        text("title_fa", "Name").with(Required | Title).upTo(100),
        text("slug", "Address").with(Code | Fixed).upTo(60),
        reference("brand_id", "By", "brands"),
        optional(text("brand_name", "By").with(ReadOnly)),
        choice("kind", "Action", kinds),
        money("price", "Table"),
        integer("rank", "Record"),
        date("begins_on", "When"),
        instant("ends_at", "Locked until"),
        flag("is_public", "Request"),
        optional(text("body", "Changed")).upTo(2'000),
        text("origin", "Created").with(ReadOnly),
        secret("national_id", "National id", describe::Secret::NationalId),
        flag("is_active", "Active"),
        integer("version", "").with(ReadOnly | Hidden),
    };
    return all;
}

Record sample() {
    Record record(fields());
    record.set("id", std::int64_t{7});
    record.set("title_fa", std::string("کاشی"));
    record.set("slug", std::string("my-tile"));
    record.set("brand_id", std::int64_t{3});
    record.set("brand_name", std::string("البرز"));
    record.set("kind", kinds[1]);
    record.set("price", Money::rials(1'250'000));
    record.set("rank", std::int64_t{-4});
    record.set("begins_on", *Date::of(2026, 12, 6));
    record.set("ends_at", *Instant::parse("2026-12-06T11:30:00Z"));
    record.set("is_public", true);
    record.set("body", std::string("یک\nدو"));
    record.set("origin", std::string("import 12"));
    record.set("is_active", false);
    record.set("version", std::int64_t{2});
    return record;
}

const FieldValue* changeOf(const FieldChanges& changes, std::string_view name) {
    const auto found = std::ranges::find(changes, name, &FieldChanges::value_type::first);
    return found != changes.end() ? &found->second : nullptr;
}

}  // namespace

class FieldFormTest : public QObject {
    Q_OBJECT

  private slots:
    void init() { m_locale.setLanguage(Language::Persian); }

    void tableShowsWhatIsNoReferenceAndNotLong() {
        RecordTable table("Field", fields());
        const QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
        table.append({sample(), Record(fields())});
        QCOMPARE(table.columnOf("brand_id"), -1);
        QCOMPARE(table.columnOf("body"), -1);
        QCOMPARE(table.columnOf("version"), -1);
        const auto shown = [&](const char* name) {
            return table.index(0, table.columnOf(name)).data().toString();
        };
        QCOMPARE(shown("brand_name"), QStringLiteral("البرز"));
        QCOMPARE(shown("price"), QStringLiteral("۱٬۲۵۰٬۰۰۰"));
        QCOMPARE(shown("begins_on"), QStringLiteral("۱۴۰۵/۰۹/۱۵"));
        QCOMPARE(shown("ends_at"), QStringLiteral("۱۴۰۵/۰۹/۱۵ ۱۵:۰۰"));
        QCOMPARE(shown("is_active"), QStringLiteral("غیرفعال"));
        QVERIFY(table.index(0, table.columnOf("is_active")).data(RecordModelBase::ToneRole).isValid());
        QCOMPARE(table.index(0, table.columnOf("kind")).data(RecordModelBase::ToneRole).toInt(),
                 static_cast<int>(Tone::Bad));
        QVERIFY(!toneOf(describe::Choice{0, "brass", "Active"}));
        QCOMPARE(table.rowOf(7), 0);
        QCOMPARE(table.rowOf(8), -1);
        table.sort(table.columnOf("price"), Qt::DescendingOrder);
        QCOMPARE(table.at(0).id(), 7);
        table.remove(0);
        QCOMPARE(table.count(), 1);
    }

    void everyKindHasItsEditor() {
        const FieldForm form("Field", fields(), FieldForm::Use::Edit, finder());
        QVERIFY(qobject_cast<QLineEdit*>(form.editor("title_fa")));
        QVERIFY(qobject_cast<ReferenceEdit*>(form.editor("brand_id")));
        QVERIFY(qobject_cast<QComboBox*>(form.editor("kind")));
        QVERIFY(qobject_cast<MoneyEdit*>(form.editor("price")));
        QVERIFY(qobject_cast<JalaliDateEdit*>(form.editor("begins_on")));
        QVERIFY(qobject_cast<InstantEdit*>(form.editor("ends_at")));
        QVERIFY(qobject_cast<QCheckBox*>(form.editor("is_public")));
        QVERIFY(qobject_cast<QTextEdit*>(form.editor("body")));
        // What is not written is a text: always, or once the record is there.
        QVERIFY(qobject_cast<QLabel*>(form.editor("origin")));
        QVERIFY(qobject_cast<QLabel*>(form.editor("slug")));
        QVERIFY(form.editor("brand_name") == nullptr && form.editor("version") == nullptr);
        const FieldForm made("Field", fields(), FieldForm::Use::New, finder());
        QVERIFY(qobject_cast<QLineEdit*>(made.editor("slug")));
        QVERIFY(made.editor("origin") == nullptr);
        const FieldForm looked("Field", fields(), FieldForm::Use::Look, finder());
        QVERIFY(looked.firstEditor() == nullptr);
        QVERIFY(qobject_cast<QLabel*>(looked.editor("title_fa")));
        // A state stands in a chip, with its word.
        FieldForm shown("Field", fields(), FieldForm::Use::Look, finder());
        shown.load(sample());
        QCOMPARE(qobject_cast<Chip*>(shown.editor("kind"))->text(), QStringLiteral("بسته"));
    }

    void aSecretIsShownMaskedRevealedAndWrittenAnew() {
        FieldForm form("FieldForm", fields(), FieldForm::Use::Edit, {});
        Record record = sample();
        record.set("national_id", std::string("******5679"));
        form.load(record);
        auto* edit = qobject_cast<SecretEdit*>(form.editor("national_id"));
        auto* line = edit->findChild<QLineEdit*>();
        auto* show = edit->findChild<QToolButton*>("showButton");
        auto* copy = edit->findChild<QToolButton*>("copyButton");
        QCOMPARE(edit->value(), QString("******5679"));
        QVERIFY(show->isHidden());  // nobody said that it may be revealed
        std::function<void(const QString&)> take;
        form.setRevealer([&](std::int64_t id, const describe::FieldInfo& field, const auto& answered) {
            QCOMPARE(id, std::int64_t{7});
            QCOMPARE(field.name, std::string_view("national_id"));
            take = answered;
        });
        QVERIFY(!show->isHidden());
        QVERIFY(copy->isHidden());
        show->click();
        take("0012345679");
        QCOMPARE(plainDigits(line->text()), QString("0012345679"));
        QCOMPARE(line->layoutDirection(), Qt::LeftToRight);
        QVERIFY(!form.isDirty());  // to read it is no change
        copy->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), QString("0012345679"));
        show->click();
        QCOMPARE(edit->value(), QString("******5679"));
        QVERIFY(copy->isHidden());

        line->selectAll();
        QTest::keyClicks(line, "12345");
        QVERIFY(form.isDirty());
        QVERIFY(show->isHidden());
        QVERIFY(!form.changes());  // said at its field
        take("0012345679");        // an answer that comes late does not take away what is typed
        QCOMPARE(plainDigits(line->text()), QString("12345"));
        line->selectAll();
        QTest::keyClicks(line, "10380284790");
        const auto changes = form.changes();
        QVERIFY(changes && changes->size() == 1);
        QCOMPARE(std::get<std::string>(changes->front().second), std::string("10380284790"));
        line->selectAll();
        QTest::keyClick(line, Qt::Key_Delete);
        QCOMPARE(std::get<std::string>(form.changes()->front().second), std::string());
        form.load(record);
        QVERIFY(!form.isDirty());
    }

    void whatIsShownIsNoChange() {
        FieldForm form("Field", fields(), FieldForm::Use::Edit, finder());
        form.load(sample());
        QVERIFY(!form.isDirty());
        QVERIFY(form.changes().has_value() && form.changes()->empty());
        m_locale.setLanguage(Language::English);
        QCoreApplication::processEvents();
        QVERIFY(!form.isDirty());
    }

    void onlyWhatWasTypedIsAChange() {
        FieldForm form("Field", fields(), FieldForm::Use::Edit, finder());
        form.load(sample());
        type(form, "title_fa", "کاشی آبی");
        type(form, "rank", "-۱۲");
        qobject_cast<JalaliDateEdit*>(form.editor("begins_on"))->setValue(std::nullopt);
        qobject_cast<QCheckBox*>(form.editor("is_public"))->setChecked(false);
        qobject_cast<QTextEdit*>(form.editor("body"))->clear();
        QVERIFY(form.isDirty());
        const auto changes = form.changes();
        QVERIFY(changes.has_value());
        QCOMPARE(changes->size(), std::size_t{5});
        QVERIFY(isSame(*changeOf(*changes, "title_fa"), std::string("کاشی آبی")));
        QVERIFY(isSame(*changeOf(*changes, "rank"), std::int64_t{-12}));
        QVERIFY(isSame(*changeOf(*changes, "begins_on"), FieldValue()));
        QVERIFY(isSame(*changeOf(*changes, "is_public"), false));
        QVERIFY(isSame(*changeOf(*changes, "body"), FieldValue()));
        form.load(sample());
        QVERIFY(!form.isDirty());
    }

    void aNewRecordLeavesOutWhatIsEmpty() {
        FieldForm form("Field", fields(), FieldForm::Use::New, finder());
        QVERIFY(!form.changes().has_value());
        QCOMPARE(form.error("title_fa"), showError({ErrorCode::FieldRequired, {}, {}}));
        type(form, "title_fa", "سنگ");
        type(form, "slug", "Small-Stone");
        auto* kind = qobject_cast<QComboBox*>(form.editor("kind"));
        QCOMPARE(kind->currentIndex(), 0);
        const auto changes = form.changes();
        QVERIFY(changes.has_value());
        QVERIFY(changeOf(*changes, "kind") == nullptr && changeOf(*changes, "price") == nullptr);
        // An address keeps its small letters and its hyphen.
        QVERIFY(isSame(*changeOf(*changes, "slug"), std::string("Small-Stone")));
    }

    void whatIsNoValueIsSaidAtItsField() {
        FieldForm form("Field", fields(), FieldForm::Use::Edit, finder());
        form.load(sample());
        type(form, "rank", "many");
        QVERIFY(form.isDirty());
        QVERIFY(!form.changes().has_value());
        QCOMPARE(form.error("rank"), showError({ErrorCode::NumberInvalid, {}, {}}));
    }

    void whatWasTypedStaysWhenTheRecordChanges() {
        FieldForm form("Field", fields(), FieldForm::Use::Edit, finder());
        form.load(sample());
        type(form, "title_fa", "مال من");
        Record now = sample();
        now.set("title_fa", std::string("مال او"));
        now.set("rank", std::int64_t{9});
        form.rebase(now);
        QCOMPARE(qobject_cast<QLineEdit*>(form.editor("title_fa"))->text(), QStringLiteral("مال من"));
        QCOMPARE(qobject_cast<QLineEdit*>(form.editor("rank"))->text(), QStringLiteral("۹"));
        QVERIFY(form.error("title_fa").contains(QStringLiteral("مال او")));
        const auto changes = form.changes();
        QVERIFY(changes && changes->size() == 1);
    }

    void aReferenceIsFoundByTyping() {
        FieldForm form("Field", fields(), FieldForm::Use::Edit, finder());
        form.load(sample());
        form.show();
        form.activateWindow();
        auto* brand = qobject_cast<ReferenceEdit*>(form.editor("brand_id"));
        QCOMPARE(brand->lineEdit()->text(), QStringLiteral("البرز"));
        brand->lineEdit()->setFocus();
        brand->lineEdit()->clear();
        brand->lineEdit()->insert(QStringLiteral("دنا"));
        QVERIFY(!brand->isAcceptable());
        QTRY_COMPARE(m_asked, QStringLiteral("brands:دنا"));
        // The only one is meant.
        emit brand->lineEdit()->editingFinished();
        QVERIFY(brand->value() && brand->value()->id == 5);
        const auto changes = form.changes();
        QVERIFY(changes && isSame(*changeOf(*changes, "brand_id"), std::int64_t{5}));
        brand->setValue(std::nullopt);
        QVERIFY(isSame(*changeOf(*form.changes(), "brand_id"), FieldValue()));
    }

    void theWheelOverAChoiceScrollsTheForm() {
        FieldForm form("Field", fields(), FieldForm::Use::Edit, finder());
        form.load(sample());
        form.show();
        auto* kind = qobject_cast<QComboBox*>(form.editor("kind"));
        QWheelEvent wheel(QPointF(5, 5), kind->mapToGlobal(QPointF(5, 5)), {}, {0, 120}, Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(kind, &wheel);
        QVERIFY(!form.isDirty());
    }

    void aMomentIsADateAndATime() {
        InstantEdit edit;
        edit.setValue(*Instant::parse("2026-12-06T20:29:00Z"));
        auto* time = edit.findChild<QLineEdit*>(QStringLiteral("time"));
        QCOMPARE(time->text(), QStringLiteral("۲۳:۵۹"));
        time->clear();
        QTest::keyClicks(time, QStringLiteral("7:5"));
        QCOMPARE(edit.value(), Instant::parse("2026-12-06T03:35:00Z"));
        QTest::keyClicks(time, QStringLiteral("99"));
        QVERIFY(!edit.isAcceptable());
        edit.setValue(std::nullopt);
        QVERIFY(edit.isAcceptable() && !edit.value());
    }

  private:
    ReferenceFinder finder() {
        return [this](std::string_view schema, const QString& typed, QObject* /*asker*/,
                      const std::function<void(std::vector<Reference>)>& found) {
            m_asked = toQt(schema) + u':' + typed;
            found({{5, QStringLiteral("دنا")}});
        };
    }

    static void type(FieldForm& form, const char* name, const char* text) {
        auto* line = qobject_cast<QLineEdit*>(form.editor(QLatin1String(name)));
        QVERIFY(line != nullptr);
        line->clear();
        line->insert(QString::fromUtf8(text));  // as a key does, of any script
    }

    Theme m_theme;
    Locale m_locale;
    QString m_asked;
};

QTEST_MAIN(FieldFormTest)
#include "field_form_test.moc"
