#include "shared/api/openapi.h"

#include "shared/api/endpoint.h"

#include <QtTest>
#include <algorithm>
#include <nlohmann/json.hpp>

using namespace nextgen;

class OpenapiTest : public QObject {
    Q_OBJECT

    const nlohmann::json document = nlohmann::json::parse(api::openApiDocument("1.2.3"));

    void checkReferences(const nlohmann::json& node) const {
        if (node.is_object() && node.contains("$ref")) {
            const auto ref = node["$ref"].get<std::string>();
            QVERIFY2(document.contains(nlohmann::json::json_pointer(ref.substr(1))), ref.c_str());
        }
        for (const auto& child : node) {
            if (child.is_structured()) {
                checkReferences(child);
            }
        }
    }

  private slots:
    void everyCallOfTheTableIsThere() {
        QCOMPARE(document["openapi"].get<std::string>(), std::string("3.1.0"));
        std::size_t calls = 0;
        for (const auto& path : document["paths"]) {
            calls += path.size();
        }
        QCOMPARE(calls, api::endpoints().size());
        QCOMPARE(document["paths"]["/cheques/{id}/deposit"]["post"]["operationId"].get<std::string>(),
                 std::string("cheques.deposit"));
    }

    void everyReferenceLeadsSomewhere() { checkReferences(document); }

    void aCallForSeveralRecordsHasTheirVersionsInItsBody() {
        const auto hasIfMatch = [this](const char* path) {
            const auto& parameters = document["paths"][path]["patch"]["parameters"];
            return std::any_of(parameters.begin(), parameters.end(),
                               [](const auto& one) { return one.value("name", "") == "If-Match"; });
        };
        QVERIFY(hasIfMatch("/brands/{id}"));
        QVERIFY(!hasIfMatch("/brands"));
        const auto& body =
            document["paths"]["/brands"]["patch"]["requestBody"]["content"]["application/json"];
        QCOMPARE(body["schema"]["$ref"].get<std::string>(),
                 std::string("#/components/schemas/record_changes"));
        QVERIFY(!document["paths"]["/orders"].contains("patch"));
    }

    void moneyIsAWholeNumberAndAnOptionalFieldMayBeNull() {
        const auto& dealer = document["components"]["schemas"]["dealers"]["properties"];
        QVERIFY((dealer["credit_limit"]["type"] == nlohmann::json{"integer", "null"}));
        QVERIFY(dealer["id"]["readOnly"].get<bool>());
        QVERIFY((dealer["tier"]["enum"] == nlohmann::json{"BRONZE", "SILVER", "GOLD", "PLATINUM"}));
    }
};

QTEST_APPLESS_MAIN(OpenapiTest)
#include "openapi_test.moc"
