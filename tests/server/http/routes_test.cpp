#include "server/http/routes.h"

#include <QtTest>
#include <stdexcept>

using namespace nextgen;
using api::Method;

class RoutesTest : public QObject {
    Q_OBJECT

  private slots:
    void aPathLeadsToItsOperation_data() {
        QTest::addColumn<int>("method");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("operation");

        const auto row = [](const char* path, Method method, const char* operation) {
            QTest::addRow("%d %s", static_cast<int>(method), path)
                << static_cast<int>(method) << QString(path) << QString(operation);
        };
        row("/cheques", Method::Get, "cheques.list");
        row("/cheques", Method::Post, "cheques.create");
        row("/cheques/12", Method::Get, "cheques.get");
        row("/cheques/bulk", Method::Post, "cheques.bulk");
        row("/cheques/bulk", Method::Get, "cheques.get");
        row("/cheques/12/deposit", Method::Post, "cheques.deposit");
        row("/cheque_imports/5/rows/7", Method::Patch, "cheque_imports.mend_row");
        row("/cheque_imports/5/errors.xlsx", Method::Get, "cheque_imports.errors");
        row("/cheques", Method::Patch, "");
        row("/cheques/", Method::Get, "");
        row("/cheques//events", Method::Get, "");
        row("/cheques/12/deposit/again", Method::Post, "");
        row("/nothing", Method::Get, "");
        row("", Method::Get, "");
        row("cheques", Method::Get, "");
    }

    void aPathLeadsToItsOperation() {
        QFETCH(int, method);
        QFETCH(QString, path);
        QFETCH(QString, operation);
        const http::Routes routes;
        const auto match = routes.find(static_cast<Method>(method), path.toStdString());
        QCOMPARE(match.route == nullptr
                     ? QString()
                     : QString::fromUtf8(match.route->endpoint->operation.data(),
                                         qsizetype(match.route->endpoint->operation.size())),
                 operation);
    }

    void namesInThePathAreTaken() {
        const http::Routes routes;
        const auto match = routes.find(Method::Get, "/cheque_imports/5/rows/7");
        QVERIFY((match.parameters ==
                 std::vector<std::pair<std::string_view, std::string>>{{"id", "5"}, {"row", "7"}}));
    }

    void whatAPathOffersIsKnown() {
        const http::Routes routes;
        QVERIFY((routes.find(Method::Delete, "/cheques").allowed == std::vector{Method::Get, Method::Post}));
        QVERIFY(routes.find(Method::Delete, "/nothing").allowed.empty());
    }

    void aSlipInTheHandlersStopsTheStart() {
        http::Routes routes;
        const auto handler = [](http::Request&) -> http::Answer { return http::Response::noContent(); };
        const auto writer = [](http::Request&, db::Transaction&) -> http::Answer {
            return http::Response::noContent();
        };
        QVERIFY_EXCEPTION_THROWN(routes.on("cheques.eat", handler), std::logic_error);
        QVERIFY_EXCEPTION_THROWN(routes.on("cheques.create", handler), std::logic_error);
        routes.on("cheques.list", handler);
        QVERIFY_EXCEPTION_THROWN(routes.on("cheques.list", handler), std::logic_error);
        QVERIFY_EXCEPTION_THROWN(routes.check(), std::logic_error);
        for (const api::Endpoint& endpoint : api::endpoints()) {
            if (endpoint.operation != "cheques.list") {
                routes.onWrite(endpoint.operation, writer);
            }
        }
        routes.check();
    }
};

QTEST_APPLESS_MAIN(RoutesTest)
#include "routes_test.moc"
