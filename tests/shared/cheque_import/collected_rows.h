#pragma once

#include "shared/cheque_import/batch.h"

#include <QString>
#include <QStringList>

namespace nextgen::test {

/// 1 Azar 1405, the day on which the example files were made.
inline Date exampleDay() {
    return Date::of(2026, 11, 22).value();
}

struct CollectedRows : cheque_import::RowSink {
    void sheetFound(const cheque_import::SheetLayout& found) override { layout = found; }
    void row(cheque_import::ImportRow&& row) override {
        ++count;
        if (rows.size() < keptMax) {
            rows.push_back(std::move(row));
        }
    }
    void progressed(std::uint32_t rowsRead, double fraction) override {
        isProgressing = isProgressing && rowsRead >= rowsReported && fraction >= 0 && fraction <= 1;
        rowsReported = rowsRead;
    }

    cheque_import::SheetLayout layout;
    std::vector<cheque_import::ImportRow> rows;
    std::size_t count = 0;
    std::size_t keptMax = 1000;
    std::uint32_t rowsReported = 0;
    bool isProgressing = true;
};

inline QString repairsOf(const cheque_import::ImportRow& row) {
    QStringList list;
    for (const auto& repair : row.repairs) {
        list << QString::fromStdString(std::string(columnName(repair.column)) + ":" +
                                       std::string(repairName(repair.code)));
    }
    return list.join(' ');
}

inline QString errorsOf(const cheque_import::ImportRow& row) {
    QStringList list;
    for (const auto& error : row.errors) {
        list << QString::fromStdString(std::string(columnName(error.column)) + ":" +
                                       std::string(errorName(error.code)));
    }
    return list.join(' ');
}

}  // namespace nextgen::test
