#pragma once

#include <QtTest>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

namespace nextgen::tests {

/// One line of tests/data/iran-vectors.json.
struct Vector {
    std::string id;
    nlohmann::json input;
    nlohmann::json expected;
};

/// Makes each vector of a topic a row of the data-driven test that calls it, but for the ids left out.
inline void addVectorRows(const char* topic, const std::set<std::string>& leftOut = {}) {
    static const nlohmann::json file =
        nlohmann::json::parse(std::ifstream(NEXTGEN_TEST_DATA "/iran-vectors.json"));
    QTest::addColumn<Vector>("vector");
    for (const auto& line : file.at("topics").at(topic)) {
        const auto id = line.at("id").get<std::string>();
        if (!leftOut.contains(id)) {
            QTest::newRow(id.c_str()) << Vector{id, line.at("input"), line.at("expected")};
        }
    }
}

}  // namespace nextgen::tests
