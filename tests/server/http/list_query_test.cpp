#include "server/http/list_query.h"

#include "shared/cheque/cheque_list.h"

#include <QtTest>
#include <nlohmann/json.hpp>

using namespace nextgen;
using http::Json;
using http::ListQuery;

namespace {

const http::CursorSeal seal(std::string(32, 'k'));
const http::ListSource source{
    "SELECT * FROM cheques WHERE tenant_id = $1", {"1"}, "position({q} in search_key) > 0"};

tl::expected<ListQuery, http::Problem> parsed(const ListQuery::Parameters& parameters,
                                              std::string_view scope = "cheques.list") {
    return ListQuery::parse(cheque::listSpec, scope, parameters, seal);
}

std::string refusal(const ListQuery::Parameters& parameters) {
    const auto query = parsed(parameters);
    return query ? std::string("taken") : std::string(errorName(query.error().error().code));
}

std::string sqlOf(const ListQuery::Parameters& parameters) {
    const auto query = parsed(parameters);
    return query ? query->rows(source).text : "refused";
}

std::vector<Json> rowsOf(int count) {
    std::vector<Json> rows;
    for (int i = 1; i <= count; ++i) {
        rows.push_back(
            {{"id", std::to_string(i)}, {"due_on", "2026-12-0" + std::to_string(i)}, {"amount", i * 100}});
    }
    return rows;
}

}  // namespace

class ListQueryTest : public QObject {
    Q_OBJECT

  private slots:
    void eachParameterBecomesItsCondition_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("condition");

        QTest::newRow("one choice") << "status" << "deposited" << "WHERE status = $2::text";
        QTest::newRow("several choices")
            << "status" << "deposited,bounced"
            << "WHERE status = $2::text ORDER BY id DESC LIMIT 51) UNION ALL (SELECT * FROM (SELECT * FROM "
               "cheques WHERE tenant_id = $1) AS list WHERE status = $3::text ORDER BY id DESC LIMIT 51)) AS "
               "parts ORDER BY id DESC LIMIT 51";
        QTest::newRow("a choice said twice")
            << "status" << "deposited,deposited" << "WHERE status = $2::text";
        QTest::newRow("many") << "dealer_id" << "1,2,3,4,5,6,7,8,9" << "WHERE dealer_id = ANY($2::bigint[])";
        QTest::newRow("none of one") << "status.ne" << "cleared"
                                     << "WHERE (status = ANY($2::text[])) IS NOT TRUE";
        QTest::newRow("none of several") << "dealer_id.ne" << "1,2"
                                         << "WHERE (dealer_id = ANY($2::bigint[])) IS NOT TRUE";
        QTest::newRow("date from") << "due_on.gte" << "2026-12-06" << "WHERE due_on >= $2::date";
        QTest::newRow("date to") << "due_on.lte" << "2026-12-06" << "WHERE due_on <= $2::date";
        QTest::newRow("after") << "due_on.gt" << "2026-12-06" << "WHERE due_on > $2::date";
        QTest::newRow("below") << "amount.lt" << "1000" << "WHERE amount < $2::bigint";
        QTest::newRow("id") << "dealer_id" << "42" << "WHERE dealer_id = $2::bigint";
        QTest::newRow("search") << "q" << "رضا" << "WHERE (position($2::text in search_key) > 0)";
        QTest::newRow("empty search") << "q" << "  " << "AS list ORDER BY id DESC";
        QTest::newRow("sort") << "sort" << "due_on" << "ORDER BY due_on ASC, id ASC LIMIT 51";
        QTest::newRow("sort, downwards") << "sort" << "-amount" << "ORDER BY amount DESC, id DESC LIMIT 51";
        QTest::newRow("sort by several")
            << "sort" << "-due_on,amount" << "ORDER BY due_on DESC, amount ASC, id ASC LIMIT 51";
        QTest::newRow("nothing behind the key")
            << "sort" << "due_on,-id,amount" << "ORDER BY due_on ASC, id DESC LIMIT 51";
        QTest::newRow("limit") << "limit" << "200" << "ORDER BY id DESC LIMIT 201";
    }

    void eachParameterBecomesItsCondition() {
        QFETCH(QString, name);
        QFETCH(QString, value);
        QFETCH(QString, condition);
        const QString sql = QString::fromStdString(sqlOf({{name.toStdString(), value.toStdString()}}));
        QVERIFY2(sql.contains(condition), qPrintable(sql));
    }

    void whatIsNotUnderstoodIsRefused_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("code");

        QTest::newRow("unknown") << "colour" << "red" << "query_parameter_unknown";
        QTest::newRow("unknown comparison") << "due_on.like" << "2026" << "query_parameter_unknown";
        QTest::newRow("no range on a choice") << "status.gte" << "deposited" << "query_parameter_unknown";
        QTest::newRow("none of no day") << "due_on.ne" << "2026-02-30" << "query_parameter_invalid";
        QTest::newRow("none of no such choice") << "status.ne" << "eaten" << "query_parameter_invalid";
        QTest::newRow("none of nothing") << "status.ne" << "" << "query_parameter_invalid";
        QTest::newRow("none of a secret")
            << "drawer_national_id.ne" << "0012345679" << "query_parameter_unknown";
        QTest::newRow("limit of zero") << "limit" << "0" << "query_parameter_invalid";
        QTest::newRow("limit too high") << "limit" << "201" << "query_parameter_invalid";
        QTest::newRow("limit with a tail") << "limit" << "5x" << "query_parameter_invalid";
        QTest::newRow("no such choice") << "status" << "deposited,eaten" << "query_parameter_invalid";
        QTest::newRow("empty choice") << "status" << "" << "query_parameter_invalid";
        QTest::newRow("no such day") << "due_on.gte" << "2026-02-30" << "query_parameter_invalid";
        QTest::newRow("fraction") << "amount.gte" << "1.5" << "query_parameter_invalid";
        QTest::newRow("count") << "count" << "some" << "query_parameter_invalid";
        QTest::newRow("not UTF-8") << "q" << "\xff" << "query_parameter_invalid";
        QTest::newRow("sort by a stranger") << "sort" << "drawer_name" << "sort_not_allowed";
        QTest::newRow("sort by a filter") << "sort" << "status" << "sort_not_allowed";
        QTest::newRow("sort by a stranger, second") << "sort" << "due_on,-drawer_name" << "sort_not_allowed";
        QTest::newRow("sort twice by one") << "sort" << "due_on,amount,-due_on" << "sort_not_allowed";
        QTest::newRow("sort with a gap") << "sort" << "due_on,,amount" << "sort_not_allowed";
        QTest::newRow("cursor of nobody") << "cursor" << "abcd" << "cursor_invalid";
        QTest::newRow("cursor that is no base64") << "cursor" << "%%%" << "cursor_invalid";
    }

    void whatIsNotUnderstoodIsRefused() {
        QFETCH(QString, name);
        QFETCH(QString, value);
        QFETCH(QString, code);
        const std::string bytes = value == "\xff" ? std::string("\xff") : value.toStdString();
        QCOMPARE(QString::fromStdString(refusal({{name.toStdString(), bytes}})), code);
    }

    void aParameterThatStandsTwiceIsRefused() {
        QCOMPARE(refusal({{"status", "bounced"}, {"status", "deposited"}}), "query_parameter_invalid");
    }

    void allFaultsAreNamedAtOnce() {
        const auto query = parsed({{"limit", "0"}, {"colour", "red"}});
        QVERIFY(!query);
        QCOMPARE(query.error().errors().size(), std::size_t{2});
    }

    void textsTravelAsParametersOnly() {
        const auto query = parsed({{"bank_code", "'; DROP TABLE cheques; --"}});
        QVERIFY(query);
        const auto sql = query->rows(source);
        QVERIFY(sql.text.find("DROP") == std::string::npos);
        QCOMPARE(*sql.parameters.at(1), std::string("'; DROP TABLE cheques; --"));
    }

    void arraysQuoteWhatStandsInThem() {
        const auto query = parsed({{"bank_code.ne", "a\"b\\c,d}e"}});
        QVERIFY(query);
        const std::string expected = "{\"a\\\"b\\\\c\",\"d}e\"}";
        QCOMPARE(*query->rows(source).parameters.at(1), expected);
    }

    void aCursorGoesOnAfterTheLastRow() {
        const ListQuery::Parameters asked{{"limit", "2"}, {"sort", "-due_on"}, {"status", "bounced"}};
        const auto first = parsed(asked);
        QVERIFY(first);
        const Json page = first->page(rowsOf(3), 7);
        QCOMPARE(page.at("items").size(), std::size_t{2});
        QCOMPARE(page.at("estimated_total").get<int>(), 7);

        ListQuery::Parameters next = asked;
        next.emplace_back("cursor", page.at("next_cursor").get<std::string>());
        const auto second = parsed(next);
        QVERIFY(second);
        const auto sql = second->rows(source);
        QVERIFY2(sql.text.find("(due_on, id) < ($3::date, $4::bigint)") != std::string::npos,
                 sql.text.c_str());
        QCOMPARE(*sql.parameters.at(2), std::string("2026-12-02"));
        QCOMPARE(*sql.parameters.at(3), std::string("2"));
        QVERIFY(!second->needsCount(3));

        const Json last = second->page(rowsOf(1), std::nullopt);
        QVERIFY(last.at("next_cursor").is_null());
        QCOMPARE(last.at("estimated_total").get<int>(), 7);
    }

    void aCursorOfSeveralFieldsFollowsEachDirection_data() {
        QTest::addColumn<QString>("sort");
        QTest::addColumn<QString>("condition");

        QTest::newRow("one way") << "due_on,amount"
                                 << "(due_on, amount, id) > ($2::date, $3::bigint, $4::bigint)";
        QTest::newRow("both ways") << "-due_on,amount"
                                   << "due_on <= $2::date AND (due_on < $2::date OR (due_on = $2::date AND "
                                      "(amount > $3::bigint OR (amount = $3::bigint AND id > $4::bigint))))";
    }
    void aCursorOfSeveralFieldsFollowsEachDirection() {
        QFETCH(QString, sort);
        QFETCH(QString, condition);
        const ListQuery::Parameters asked{{"limit", "2"}, {"sort", sort.toStdString()}};
        ListQuery::Parameters next = asked;
        next.emplace_back("cursor", parsed(asked)->page(rowsOf(3), 7).at("next_cursor").get<std::string>());
        const auto sql = parsed(next)->rows(source);
        QVERIFY2(QString::fromStdString(sql.text).contains(condition), sql.text.c_str());
        QCOMPARE(*sql.parameters.at(1), std::string("2026-12-02"));
        QCOMPARE(*sql.parameters.at(2), std::string("200"));
        QCOMPARE(*sql.parameters.at(3), std::string("2"));
    }

    void thePreviousCursorLeadsBackInTheOppositeOrder() {
        const ListQuery::Parameters asked{{"limit", "1"}, {"sort", "-due_on,amount"}};
        const Json first = parsed(asked)->page(rowsOf(2), 3);
        QVERIFY(first.at("previous_cursor").is_null());
        ListQuery::Parameters next = asked;
        next.emplace_back("cursor", first.at("next_cursor").get<std::string>());
        const std::string back = parsed(next)->page(rowsOf(1), 3).at("previous_cursor").get<std::string>();
        QCOMPARE(refusal({{"sort", "-due_on,amount"}, {"cursor", back}}), "cursor_invalid");
        const auto opposite = parsed({{"sort", "due_on,-amount"}, {"cursor", back}});
        QVERIFY(opposite);
        QCOMPARE(*opposite->rows(source).parameters.at(3), std::string("1"));
    }

    void aCursorIsGoodForItsOwnQuestionOnly() {
        const auto first = parsed({{"limit", "1"}, {"status", "bounced"}});
        QVERIFY(first);
        std::string cursor = first->page(rowsOf(2), 2).at("next_cursor");
        QVERIFY(parsed({{"limit", "50"}, {"status", "bounced"}, {"cursor", cursor}}));
        QCOMPARE(refusal({{"status", "deposited"}, {"cursor", cursor}}), "cursor_invalid");
        QCOMPARE(refusal({{"status", "bounced"}, {"sort", "id"}, {"cursor", cursor}}), "cursor_invalid");
        QVERIFY(!parsed({{"status", "bounced"}, {"cursor", cursor}}, "dealers.list"));
        cursor.back() = cursor.back() == 'A' ? 'B' : 'A';
        QCOMPARE(refusal({{"status", "bounced"}, {"cursor", cursor}}), "cursor_invalid");
    }

    void rowsAreCountedOnlyWhereThePageDoesNotShowThemAll() {
        const auto query = parsed({{"limit", "2"}});
        QVERIFY(!query->needsCount(2));
        QVERIFY(query->needsCount(3));
        QVERIFY(query->count(source).text.find("LIMIT 10001") != std::string::npos);
        const auto exact = parsed({{"limit", "2"}, {"count", "exact"}});
        QVERIFY(exact->count(source).text.find("LIMIT") == std::string::npos);
    }

    void aRestrictionIsAddedWhateverTheCallerAsks() {
        auto query = parsed({{"dealer_id", "7"}});
        query->restrictTo("dealer_id", "8");
        QVERIFY(query->rows(source).text.find("dealer_id = $2::bigint AND dealer_id = $3::bigint") !=
                std::string::npos);
    }
};

QTEST_APPLESS_MAIN(ListQueryTest)
#include "list_query_test.moc"
