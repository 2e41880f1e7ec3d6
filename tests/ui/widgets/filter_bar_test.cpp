#include "ui/widgets/filter_bar.h"

#include "shared/cheque/cheque_list.h"
#include "shared/describe/record.h"
#include "ui/locale/language.h"
#include "ui/widgets/jalali_date_edit.h"
#include "ui/widgets/money_edit.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <memory>

using namespace nextgen;
using namespace nextgen::ui;

class FilterBarTest : public QObject {
    Q_OBJECT

  private slots:
    void init() {
        m_locale.setLanguage(Language::Persian);
        m_bar = std::make_unique<FilterBar>();
        m_bar->addFields<cheque::Cheque>("Cheque", cheque::listSpec);
        m_bar->setToday(*Date::of(2026, 11, 22));
        m_bar->resize(900, 80);
        m_bar->show();
    }
    void cleanup() { m_bar.reset(); }

    void typingIsAskedForOnceAfterARest() {
        QSignalSpy changed(m_bar.get(), &FilterBar::filtersChanged);
        QTest::keyClicks(m_bar->searchLine(), QStringLiteral("123"));
        QCOMPARE(changed.count(), 0);
        QTRY_COMPARE(changed.count(), 1);
        QCOMPARE(m_bar->filters(), (QList<Filter>{{"q", "", "123"}}));
        // Enter does not wait, and the same text again asks nothing.
        QTest::keyClicks(m_bar->searchLine(), QStringLiteral("4"));
        QTest::keyClick(m_bar->searchLine(), Qt::Key_Return);
        QCOMPARE(changed.count(), 2);
        QTest::keyClick(m_bar->searchLine(), Qt::Key_Return);
        QCOMPARE(changed.count(), 2);
    }

    void searchGoesOutWithLatinDigits() {
        m_bar->searchLine()->setText(QStringLiteral("  آریا  ۱۲ "));
        QTest::keyClick(m_bar->searchLine(), Qt::Key_Return);
        QCOMPARE(m_bar->filters(), (QList<Filter>{{"q", "", "آریا 12"}}));
    }

    void filtersAreShownAsChipsAndAskedAsTheApiWantsThem() {
        QSignalSpy changed(m_bar.get(), &FilterBar::filtersChanged);
        m_bar->setFilters({{"status", "", "bounced,legal"},
                           {"due_on", "gte", "2026-11-22"},
                           {"due_on", "lte", "2026-12-21"},
                           {"amount", "gte", "1000000"},
                           {"unknown", "", "x"}});
        QCOMPARE(changed.count(), 1);
        QCOMPARE(chipText("status"), QStringLiteral("وضعیت: برگشتی، حقوقی"));
        QCOMPARE(chipText("due_on"), QStringLiteral("سررسید: از ۱۴۰۵/۰۹/۰۱ تا ۱۴۰۵/۰۹/۳۰"));
        QCOMPARE(chipText("amount"), QStringLiteral("مبلغ: از ۱٬۰۰۰٬۰۰۰"));
        QCOMPARE(m_bar->queryItems(), (QList<std::pair<QString, QString>>{{"status", "bounced,legal"},
                                                                          {"due_on.gte", "2026-11-22"},
                                                                          {"due_on.lte", "2026-12-21"},
                                                                          {"amount.gte", "1000000"}}));
        m_locale.setLanguage(Language::English);
        QCoreApplication::processEvents();
        QCOMPARE(chipText("due_on"), QStringLiteral("Due date: 1405/09/01 to 1405/09/30"));
    }

    void aChipIsTakenAwayByItsCrossByDeleteAndAllAtOnce() {
        const QList<Filter> three = {
            {"status", "", "bounced"}, {"due_on", "gte", "2026-11-22"}, {"q", "", "x"}};
        m_bar->setFilters(three);
        QTest::mouseClick(chip("status")->findChild<QToolButton*>(QStringLiteral("chipClose")),
                          Qt::LeftButton);
        QVERIFY(!chip("status")->isVisible());
        QCOMPARE(m_bar->filters().size(), 2);
        m_bar->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_bar.get()));
        auto* text = chip("due_on")->findChild<QToolButton*>(QStringLiteral("chipText"));
        text->setFocus();
        QTest::keyClick(text, Qt::Key_Delete);
        QCOMPARE(m_bar->filters(), (QList<Filter>{{"q", "", "x"}}));
        m_bar->setFilters(three);
        QSignalSpy changed(m_bar.get(), &FilterBar::filtersChanged);
        QTest::mouseClick(m_bar->findChild<QToolButton*>(QStringLiteral("clearFiltersButton")),
                          Qt::LeftButton);
        QVERIFY(m_bar->filters().isEmpty());
        QCOMPARE(m_bar->searchLine()->text(), QString());
        QCOMPARE(changed.count(), 1);
    }

    void ticksInTheEditorOfChoicesCountAtOnce() {
        m_bar->setFilters({{"status", "", "bounced"}});
        QWidget* panel = openEditor("status");
        auto* legal = panel->findChild<QCheckBox*>(QStringLiteral("legal"));
        QVERIFY(panel->findChild<QCheckBox*>(QStringLiteral("bounced"))->isChecked());
        legal->click();
        QCOMPARE(m_bar->filters(), (QList<Filter>{{"status", "", "bounced,legal"}}));
        legal->click();
        panel->findChild<QCheckBox*>(QStringLiteral("bounced"))->click();
        QVERIFY(m_bar->filters().isEmpty());
    }

    void aRangeIsTypedAndApplied() {
        m_bar->setFilters({{"due_on", "gte", "2026-11-22"}});
        QWidget* panel = openEditor("due_on");
        auto* from = panel->findChild<JalaliDateEdit*>(QStringLiteral("gte"));
        auto* to = panel->findChild<JalaliDateEdit*>(QStringLiteral("lte"));
        QCOMPARE(from->value(), Date::of(2026, 11, 22));
        from->setValue(std::nullopt);
        QTest::keyClicks(to->lineEdit(), QStringLiteral("+10"));
        QTest::keyClick(to->lineEdit(), Qt::Key_Return);
        QCOMPARE(m_bar->filters(), (QList<Filter>{{"due_on", "lte", "2026-12-02"}}));
        QCOMPARE(chipText("due_on"), QStringLiteral("سررسید: تا ۱۴۰۵/۰۹/۱۱"));

        m_bar->setFilters({{"amount", "lte", "5"}});
        panel = openEditor("amount");
        QTest::keyClicks(panel->findChild<MoneyEdit*>(QStringLiteral("gte"))->lineEdit(),
                         QStringLiteral("12m"));
        panel->findChild<MoneyEdit*>(QStringLiteral("lte"))->setValue(std::nullopt);
        panel->findChild<QPushButton*>(QStringLiteral("applyButton"))->click();
        QCOMPARE(m_bar->filters(), (QList<Filter>{{"amount", "gte", "12000000"}}));
    }

    void momentsAreNarrowedByWholeDaysAndReferencesByTheirTitle() {
        using namespace describe::record;
        const std::vector<describe::FieldInfo> fields{
            instant("at", QT_TRANSLATE_NOOP("Field", "When")),
            reference("actor_id", QT_TRANSLATE_NOOP("Field", "By"), "users")};
        const std::vector<api::ListField> listed{{"at", describe::Kind::Instant, api::Range},
                                                 {"actor_id", describe::Kind::Id, api::Equal}};
        QString asked;
        m_bar = std::make_unique<FilterBar>();
        m_bar->addFields("Field", fields, {listed, "-at", false},
                         [&](std::string_view schema, const QString& typed, QObject* /*asker*/,
                             const std::function<void(std::vector<Reference>)>& found) {
                             asked = toQt(schema) + u':' + typed;
                             found({{7, QStringLiteral("مدیر")}});
                         });
        m_bar->show();
        m_bar->setFilters({{"at", "gte", "2026-11-21T20:30:00.000Z"}});
        QCOMPARE(chipText("at"), QStringLiteral("زمان: از ۱۴۰۵/۰۹/۰۱"));
        QWidget* panel = openEditor("at");
        QCOMPARE(panel->findChild<JalaliDateEdit*>(QStringLiteral("gte"))->value(), Date::of(2026, 11, 22));
        panel->findChild<JalaliDateEdit*>(QStringLiteral("lte"))->setValue(Date::of(2026, 11, 22));
        panel->findChild<QPushButton*>(QStringLiteral("applyButton"))->click();
        QCOMPARE(m_bar->filters(), (QList<Filter>{{"at", "gte", "2026-11-21T20:30:00.000Z"},
                                                  {"at", "lte", "2026-11-22T20:29:59.000Z"}}));
        panel = openEditor("actor_id");
        auto* reference = panel->findChild<ReferenceEdit*>();
        QTest::keyClick(reference->lineEdit(), Qt::Key_Down);
        QCOMPARE(asked, QStringLiteral("users:"));
        emit reference->lineEdit()->editingFinished();
        QVERIFY(!reference->value());
        reference->setValue(Reference{7, QStringLiteral("مدیر")});
        panel->findChild<QPushButton*>(QStringLiteral("applyButton"))->click();
        QCOMPARE(m_bar->filters().last(), (Filter{"actor_id", "", "7"}));
        QVERIFY(chipText("actor_id").contains(QStringLiteral("مدیر")));
    }

    void conditionsAreTypedAndBecomeChips() {
        QSignalSpy changed(m_bar.get(), &FilterBar::filtersChanged);
        type(QStringLiteral("رضایی وضعیت: واگذار به بانک؛ برگشتی مبلغ: ..۵م سررسید: امروز..+30"));
        QTest::qWait(400);
        QCOMPARE(changed.count(), 0);  // a condition waits for Enter
        QTest::keyClick(m_bar->searchLine(), Qt::Key_Return);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(m_bar->searchLine()->text(), QStringLiteral("رضایی"));
        QCOMPARE(chipText("status"), QStringLiteral("وضعیت: واگذار به بانک، برگشتی"));
        QCOMPARE(chipText("amount"), QStringLiteral("مبلغ: تا ۵٬۰۰۰٬۰۰۰"));
        QCOMPARE(chipText("due_on"), QStringLiteral("سررسید: از امروز تا ۳۰ روز دیگر"));
        QCOMPARE(m_bar->queryItems(), (QList<std::pair<QString, QString>>{{"q", "رضایی"},
                                                                          {"status", "deposited,bounced"},
                                                                          {"due_on.gte", "2026-11-22"},
                                                                          {"due_on.lte", "2026-12-22"},
                                                                          {"amount.lte", "5000000"}}));
        // Another condition joins them; one on the same field takes its place.
        type(QStringLiteral("-status: cleared"));
        QTest::keyClick(m_bar->searchLine(), Qt::Key_Return);
        QCOMPARE(chipText("status"), QStringLiteral("وضعیت: جز وصول‌شده"));
        QCOMPARE(chipText("amount"), QStringLiteral("مبلغ: تا ۵٬۰۰۰٬۰۰۰"));
        QCOMPARE(m_bar->searchLine()->text(), QString());
    }

    void whatIsNotUnderstoodIsMarkedAndSaid() {
        QSignalSpy changed(m_bar.get(), &FilterBar::filtersChanged);
        type(QStringLiteral("وضعیت: گم‌شده"));
        QTest::keyClick(m_bar->searchLine(), Qt::Key_Return);
        auto* fault = m_bar->findChild<QLabel*>(QStringLiteral("filterFault"));
        QVERIFY(fault->isVisible());
        QCOMPARE(fault->text(), QStringLiteral("وضعیت: «گم‌شده» فهمیده نشد."));
        QCOMPARE(m_bar->searchLine()->selectedText(), QStringLiteral("گم‌شده"));
        QCOMPARE(changed.count(), 0);
        QTest::keyClicks(m_bar->searchLine(), QStringLiteral("x"));
        QVERIFY(!fault->isVisible());
    }

    void aChipBecomesTextAgain() {
        m_bar->setFilters({{"status", "", "bounced"}, {"amount", "gte", "5000000"}});
        m_bar->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_bar.get()));
        QTest::keyClick(m_bar->searchLine(), Qt::Key_Backspace);
        QCOMPARE(m_bar->searchLine()->text(), QStringLiteral("مبلغ: ۵م.."));
        QVERIFY(!chip("amount")->isVisible());
        QTest::keyClick(m_bar->searchLine(), Qt::Key_Return);
        QVERIFY(chip("amount")->isVisible());
        // By a double click: its second half falls into the editor that the first one opened.
        QWidget* panel = openEditor("status");
        QWidget* text = chip("status")->findChild<QToolButton*>(QStringLiteral("chipText"));
        QTest::mousePress(panel, Qt::LeftButton, {},
                          panel->mapFromGlobal(text->mapToGlobal(text->rect().center())));
        QCOMPARE(m_bar->searchLine()->text(), QStringLiteral("وضعیت: برگشتی"));
        QCOMPARE(m_bar->filters(), (QList<Filter>{{"amount", "gte", "5000000"}}));
    }

    void theFilterIsCopiedAsTextAndPasted() {
        const QList<Filter> filters = {
            {"q", "", "رضایی"}, {"status", "", "bounced,legal"}, {"due_on", "lte", "today-1"}};
        m_bar->setFilters(filters);
        m_bar->copyAsText();
        m_bar->clear();
        m_bar->searchLine()->paste();
        QTest::keyClick(m_bar->searchLine(), Qt::Key_Return);
        for (const Filter& filter : filters) {
            QVERIFY(m_bar->filters().contains(filter));
        }
        const QString text = m_bar->filterText(FilterSpeech::Api);
        m_bar->clear();
        QVERIFY(m_bar->setFilterText(text));
        QCOMPARE(m_bar->filters().size(), 3);
        QVERIFY(!m_bar->setFilterText(QStringLiteral("colour: red")));
        QCOMPARE(m_bar->filters().size(), 3);
    }

    void whatMayBeTypedIsListedAndTakenByTheKeyboard() {
        m_bar->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_bar.get()));
        m_bar->searchLine()->setFocus();
        enter(m_bar->searchLine(), QStringLiteral("وضع"));
        QListView* list = suggestions();
        QVERIFY(list != nullptr && list->isVisible());
        QCOMPARE(list->layoutDirection(), Qt::RightToLeft);
        QTest::keyClick(list, Qt::Key_Down);
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(m_bar->searchLine()->text(), QStringLiteral("وضعیت: "));
        QTRY_VERIFY(suggestions()->isVisible());
        enter(suggestions(), QStringLiteral("برگ"));
        QCOMPARE(suggestions()->model()->rowCount(), 1);
        QTest::keyClick(suggestions(), Qt::Key_Down);
        QTest::keyClick(suggestions(), Qt::Key_Return);
        QCOMPARE(m_bar->searchLine()->text(), QStringLiteral("وضعیت: برگشتی "));
        QCoreApplication::processEvents();
        QTest::keyClick(m_bar->searchLine(), Qt::Key_Return);
        QCOMPARE(m_bar->filters(), (QList<Filter>{{"status", "", "bounced"}}));
        // Asked for, all fields are listed; Esc closes the list.
        QTest::keyClick(m_bar->searchLine(), Qt::Key_Down);
        QVERIFY(suggestions()->isVisible() && suggestions()->model()->rowCount() == 5);
        QTest::keyClick(suggestions(), Qt::Key_Escape);
        QVERIFY(!suggestions()->isVisible());
    }

    void aReferenceIsFoundByItsTitle() {
        using namespace describe::record;
        const std::vector<describe::FieldInfo> fields{
            reference("actor_id", QT_TRANSLATE_NOOP("Field", "By"), "users")};
        const std::vector<api::ListField> listed{{"actor_id", describe::Kind::Id, api::Equal}};
        m_bar = std::make_unique<FilterBar>();
        m_bar->addFields("Field", fields, {listed, "-id", false},
                         [&](std::string_view /*schema*/, const QString& typed, QObject* /*asker*/,
                             const std::function<void(std::vector<Reference>)>& found) {
                             std::vector<Reference> fitting;
                             for (const Reference& one : {Reference{7, QStringLiteral("مدیر")},
                                                          Reference{8, QStringLiteral("مدیر مالی")}}) {
                                 if (one.title.contains(typed)) {
                                     fitting.push_back(one);
                                 }
                             }
                             found(fitting);
                         });
        m_bar->show();
        QVERIFY(m_bar->searchLine()->isVisible());  // for conditions: this list is not searched
        type(QStringLiteral("by: مدیر"));
        QTest::keyClick(m_bar->searchLine(), Qt::Key_Return);
        QCOMPARE(m_bar->filters(), (QList<Filter>{{"actor_id", "", "7"}}));
        QVERIFY(chipText("actor_id").contains(QStringLiteral("مدیر")));
        type(QStringLiteral("by: مالی"));
        QTest::keyClick(m_bar->searchLine(), Qt::Key_Return);
        QCOMPARE(m_bar->filters(), (QList<Filter>{{"actor_id", "", "8"}}));
        type(QStringLiteral("by: مد"));
        QTest::keyClick(m_bar->searchLine(), Qt::Key_Return);
        QVERIFY(m_bar->findChild<QLabel*>(QStringLiteral("filterFault"))->isVisible());
        type(QStringLiteral("مدیر"));
        QTest::keyClick(m_bar->searchLine(), Qt::Key_Return);
        QVERIFY(m_bar->findChild<QLabel*>(QStringLiteral("filterFault"))->isVisible());
        QCOMPARE(m_bar->filterText(FilterSpeech::Api), QStringLiteral("actor_id: #8 \"مدیر مالی\""));
    }

    void fieldsWithoutAnEditorAreNotOffered() {
        QVERIFY(chip("dealer_id") == nullptr);
        QVERIFY(chip("bank_code") == nullptr);
        QVERIFY(chip("sayad_id") != nullptr);
    }

  private:
    // QTest::keyClicks() knows ASCII only.
    static void enter(QWidget* into, const QString& text) {
        for (const QChar c : text) {
            QTest::sendKeyEvent(QTest::Click, into, Qt::Key_unknown, QString(c), Qt::NoModifier);
        }
    }
    void type(const QString& text) {
        m_bar->searchLine()->clear();
        enter(m_bar->searchLine(), text);
        // What is listed meanwhile closes like for a person who goes on typing.
        if (QListView* list = suggestions()) {
            list->hide();
        }
    }
    QListView* suggestions() const {
        return qobject_cast<QListView*>(m_bar->findChild<QCompleter*>()->popup());
    }
    QWidget* chip(const char* field) const {
        return m_bar->findChild<QWidget*>(QLatin1String(field) + QStringLiteral("_chip"));
    }
    QString chipText(const char* field) const {
        return chip(field)->isVisible()
                   ? chip(field)->findChild<QToolButton*>(QStringLiteral("chipText"))->text()
                   : QString();
    }
    QWidget* openEditor(const char* field) const {
        for (auto* old : m_bar->findChildren<QWidget*>(QStringLiteral("filterPanel"))) {
            old->close();
        }
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        chip(field)->findChild<QToolButton*>(QStringLiteral("chipText"))->click();
        return m_bar->findChild<QWidget*>(QStringLiteral("filterPanel"));
    }

    Theme m_theme;
    Locale m_locale;
    std::unique_ptr<FilterBar> m_bar;
};

QTEST_MAIN(FilterBarTest)
#include "filter_bar_test.moc"
