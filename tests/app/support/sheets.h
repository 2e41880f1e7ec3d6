#pragma once

#include "ui/print/sheet.h"

#include <QStringList>

namespace nextgen::test {

/// The first table of a sheet; nullptr where there is none.
inline const print::Table* tableIn(const print::Sheet& sheet) {
    for (const print::Block& block : sheet.blocks) {
        if (const auto* table = std::get_if<print::Table>(&block)) {
            return table;
        }
    }
    return nullptr;
}

/// Of all its facts.
inline QStringList valuesIn(const print::Sheet& sheet) {
    QStringList values;
    for (const print::Block& block : sheet.blocks) {
        if (const auto* facts = std::get_if<print::Facts>(&block)) {
            for (const print::Fact& fact : facts->facts) {
                values += fact.value;
            }
        }
    }
    return values;
}

}  // namespace nextgen::test
