#include "ui/describe/staged_edits.h"

#include "shared/describe/record.h"

#include <QSignalSpy>
#include <QtTest>

using namespace nextgen;
using ui::FieldChanges;
using ui::FieldValue;
using ui::Record;
using ui::StagedEdits;

namespace {

const std::vector<describe::FieldInfo>& fields() {
    using namespace describe::record;
    static const std::vector<describe::FieldInfo> all{
        {"id", "", describe::Kind::Id, describe::Key, 0, false},
        text("title", "Title"),
        optional(reference("brand_id", "Brand", "brands")),
        optional(text("brand_name", "Brand").with(describe::ReadOnly)),
        money("price", "Price"),
        integer("version", "").with(describe::ReadOnly | describe::Hidden)};
    return all;
}

Record record(std::int64_t id, std::int64_t price, std::int64_t version = 1) {
    Record made(fields());
    made.set("id", FieldValue(id));
    made.set("title", FieldValue(std::string("کالا")));
    made.set("brand_id", FieldValue(std::int64_t{7}));
    made.set("brand_name", FieldValue(std::string("اسنوا")));
    made.set("price", FieldValue(Money::rials(price)));
    made.set("version", FieldValue(version));
    return made;
}

FieldValue rials(std::int64_t number) {
    return FieldValue(Money::rials(number));
}

FieldChanges brand(std::int64_t id, const char* name) {
    return {{"brand_id", FieldValue(id)}, {"brand_name", FieldValue(std::string(name))}};
}

}  // namespace

class StagedEditsTest : public QObject {
    Q_OBJECT

    /// The price that is staged; -1: none is.
    static std::int64_t priceOf(const StagedEdits& edits, std::int64_t id) {
        const FieldValue* value = edits.value(id, "price");
        return value != nullptr ? std::get<Money>(*value).rials() : -1;
    }

  private slots:
    void whatIsStagedStandsBesideWhatWas() {
        StagedEdits edits;
        QSignalSpy changed(&edits, &StagedEdits::changed);
        QVERIFY(edits.stage({{record(1, 100), {{"price", rials(150)}}}}));
        QCOMPARE(changed.count(), 1);
        QCOMPARE(priceOf(edits, 1), 150);
        QCOMPARE(edits.row(1)->base.as<Money>("price")->rials(), 100);
        QCOMPARE(edits.cellCount(), 1);
        QVERIFY(edits.row(2) == nullptr);
    }

    void aValueThatTheRecordHasIsNoEdit() {
        StagedEdits edits;
        edits.stage({{record(1, 100), {{"price", rials(100)}}}});
        QVERIFY(edits.isEmpty() && !edits.canUndo());
        edits.stage({{record(1, 100), {{"price", rials(150)}}}});
        edits.stage({{record(1, 100), {{"price", rials(100)}}}});
        QVERIFY(edits.isEmpty());
        edits.undo();
        QCOMPARE(priceOf(edits, 1), 150);
    }

    void stepsGoBackAndForthAsTheyWereMade() {
        StagedEdits edits;
        edits.stage({{record(1, 100), {{"price", rials(150)}}}});
        edits.stage({{record(1, 100), {{"price", rials(170)}}}, {record(2, 200), {{"price", rials(250)}}}});
        edits.undo();
        QCOMPARE(priceOf(edits, 1), 150);
        QCOMPARE(priceOf(edits, 2), -1);
        edits.undo();
        QVERIFY(edits.isEmpty() && !edits.canUndo());
        edits.undo();  // nothing is left to be taken back
        edits.redo();
        edits.redo();
        QCOMPARE(priceOf(edits, 1), 170);
        QCOMPARE(priceOf(edits, 2), 250);
        QVERIFY(!edits.canRedo());
        edits.undo();
        edits.stage({{record(3, 300), {{"price", rials(350)}}}});
        QVERIFY(!edits.canRedo());  // what was taken back is another story now
    }

    void oneCellOneRecordOrAllIsTakenBackAndCanComeAgain() {
        StagedEdits edits;
        edits.stage({{record(1, 100), {{"price", rials(150)}, {"title", FieldValue(std::string("نو"))}}},
                     {record(2, 200), {{"price", rials(250)}}}});
        edits.revert(1, "price");
        QCOMPARE(priceOf(edits, 1), -1);
        QVERIFY(edits.value(1, "title") != nullptr);
        edits.revert(1);
        QCOMPARE(edits.rows().size(), std::size_t{1});
        edits.revertAll();
        QVERIFY(edits.isEmpty());
        edits.undo();
        edits.undo();
        edits.undo();
        QCOMPARE(priceOf(edits, 1), 150);
        QCOMPARE(edits.cellCount(), 3);
    }

    void aReferenceAndItsWordsAreOneEdit() {
        StagedEdits edits;
        edits.stage({{record(1, 100), brand(9, "پارس")}});
        QCOMPARE(edits.cellCount(), 1);
        QCOMPARE(StagedEdits::changesOf(*edits.row(1)).size(), std::size_t{1});
        edits.revert(1, "brand_name");
        QVERIFY(edits.isEmpty());
        edits.undo();
        QCOMPARE(edits.row(1)->values.size(), std::size_t{2});
        edits.stage({{record(1, 100), brand(7, "اسنوا")}});
        QVERIFY(edits.isEmpty());
    }

    void whatWasWrittenLeavesAndItsStepsWithIt() {
        StagedEdits edits;
        edits.stage({{record(1, 100), {{"price", rials(150)}}}, {record(2, 200), {{"price", rials(250)}}}});
        edits.settle(1, {{"price", rials(150)}}, 2);
        QVERIFY(edits.row(1) == nullptr);
        edits.undo();
        QVERIFY(edits.isEmpty());
        edits.redo();
        QVERIFY(edits.row(1) == nullptr && edits.row(2) != nullptr);
    }

    void whatWasStagedWhileItWasSentStaysOnTheNewVersion() {
        StagedEdits edits;
        edits.stage({{record(1, 100), {{"price", rials(170)}}}});
        edits.settle(1, {{"price", rials(150)}}, 2);
        QCOMPARE(priceOf(edits, 1), 170);
        QCOMPARE(edits.row(1)->base.as<Money>("price")->rials(), 150);
        QCOMPARE(edits.row(1)->base.integer("version"), 2);
        edits.revert(1);
        edits.undo();
        QCOMPARE(edits.row(1)->base.integer("version"), 2);
    }

    void aReasonStaysUntilTheRecordIsEditedAgain() {
        StagedEdits edits;
        edits.stage({{record(1, 100), {{"price", rials(150)}}}});
        edits.refuse(1, QStringLiteral("نشد"));
        QCOMPARE(edits.refusedCount(), 1);
        edits.stage({{record(1, 100), {{"price", rials(160)}}}});
        QCOMPARE(edits.refusedCount(), 0);
    }

    void aRecordThatOthersChangedIsTheNewBase() {
        StagedEdits edits;
        edits.stage({{record(1, 100), {{"price", rials(150)}, {"title", FieldValue(std::string("نو"))}}}});
        Record theirs = record(1, 120, 5);
        theirs.set("title", FieldValue(std::string("نو")));
        edits.rebase(theirs);
        QCOMPARE(priceOf(edits, 1), 150);
        QCOMPARE(edits.row(1)->base.as<Money>("price")->rials(), 120);
        QCOMPARE(edits.row(1)->base.integer("version"), 5);
        QVERIFY(edits.value(1, "title") == nullptr);  // they wrote the same
    }

    void noMoreRecordsThanTheBoundAreStaged() {
        StagedEdits edits;
        std::vector<StagedEdits::Edit> many;
        for (std::int64_t id = 1; id <= std::int64_t{StagedEdits::rowsMax}; ++id) {
            many.push_back({record(id, 100), {{"price", rials(150)}}});
        }
        QVERIFY(edits.stage(many));
        QVERIFY(!edits.stage({{record(5'000, 100), {{"price", rials(150)}}}}));
        QVERIFY(edits.row(5'000) == nullptr);
        QVERIFY(edits.stage({{record(1, 100), {{"price", rials(160)}}}}));
        for (std::size_t i = 0; i < 2 * StagedEdits::stepsMax; ++i) {
            edits.stage({{record(1, 100), {{"price", rials(200 + std::int64_t(i))}}}});
        }
        std::size_t steps = 0;
        for (; edits.canUndo(); ++steps) {
            edits.undo();
        }
        QCOMPARE(steps, StagedEdits::stepsMax);
    }
};

QTEST_APPLESS_MAIN(StagedEditsTest)
#include "staged_edits_test.moc"
