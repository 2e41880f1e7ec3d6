#include "shared/api/endpoint.h"

#include "shared/api/permission.h"
#include "shared/cheque/cheque_status.h"

#include <QtTest>
#include <set>
#include <string>

using namespace nextgen;

class EndpointTest : public QObject {
    Q_OBJECT

  private slots:
    void noTwoOperationsShareANameOrAnAddress() {
        std::set<std::string_view> operations;
        std::set<std::pair<api::Method, std::string_view>> addresses;
        for (const api::Endpoint& line : api::endpoints()) {
            QVERIFY2(operations.insert(line.operation).second, line.operation.data());
            QVERIFY2(addresses.insert({line.method, line.path}).second, line.operation.data());
        }
    }

    void everyMoveOfAChequeHasItsAddress() {
        for (const describe::Choice& choice : cheque::moves) {
            if (choice.value != static_cast<int>(cheque::Move::Receive)) {
                const auto& line = api::endpoint("cheques." + std::string(choice.name));
                QCOMPARE(std::string(line.path), "/cheques/{id}/" + std::string(choice.name));
            }
        }
    }

    void whatMakesChequesOrImportsNeedsAnIdempotencyKey() {
        for (const std::string_view operation :
             {"cheques.create", "cheque_imports.create", "cheque_imports.commit"}) {
            QCOMPARE(int(api::endpoint(operation).idempotency), int(api::Idempotency::Required));
        }
    }

    void everyPermissionIsNamedInBothLanguages() {
        for (const PermissionText& line : permissionCatalogue()) {
            QVERIFY(permissionByName(line.name) == line.permission);
            QVERIFY(!line.english.empty() && !line.persian.empty());
        }
    }
};

QTEST_APPLESS_MAIN(EndpointTest)
#include "endpoint_test.moc"
