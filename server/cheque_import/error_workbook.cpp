#include "server/cheque_import/error_workbook.h"

#include "server/cheque_import/row_json.h"
#include "server/sql.h"
#include "shared/cheque_import/cheque_import_api.h"
#include "shared/core/error_code.h"
#include "shared/workbook/writer.h"

#include <unistd.h>

#include <charconv>
#include <map>
#include <nlohmann/json.hpp>
#include <system_error>

namespace nextgen::cheque_import {

namespace {

http::TemporaryFile emptyFile() {
    std::string path = (std::filesystem::temp_directory_path() / "nextgen-errors-XXXXXX").string();
    const int descriptor = ::mkstemp(path.data());
    if (descriptor < 0) {
        throw std::system_error(errno, std::generic_category(), "no temporary file for failed rows");
    }
    ::close(descriptor);
    return http::TemporaryFile(path);
}

workbook::Value valueOf(const RowCell& cell) {
    if (cell.kind == workbook::CellKind::Number) {
        std::int64_t whole = 0;
        const char* end = cell.text.data() + cell.text.size();
        if (const auto read = std::from_chars(cell.text.data(), end, whole);
            read.ec == std::errc{} && read.ptr == end) {
            return whole;
        }
    }
    if (cell.kind == workbook::CellKind::Date) {
        if (const auto date = Date::parse(cell.text)) {
            return *date;
        }
    }
    return cell.text;
}

}  // namespace

http::Answer errorWorkbook(db::Session& session, const secret::Keyring& keyring, const http::Request& request,
                           ChequeImportId id) {
    const TenantId tenant = request.caller().tenant;
    const db::Rows imports = session.query(sql::cheque_import::selectImport, tenant, id);
    if (imports.empty()) {
        return refuse(ErrorCode::NotFound);
    }
    const auto columns = columnsFromJson(imports.one().get<Json>("columns"));

    workbook::TableLayout layout;
    layout.sheetName = std::string(columnTitle(Column::Reason, request.language));
    layout.isRightToLeft = request.language == Language::Persian;
    std::map<std::uint32_t, std::size_t> placeOf;
    for (const SheetColumn& column : columns) {
        // The reason of an earlier round gives way to the new one.
        if (column.field != Column::Reason) {
            placeOf[column.index] = layout.columns.size();
            layout.columns.push_back({column.header, 18});
        }
    }
    layout.columns.push_back({std::string(columnTitle(Column::Reason, request.language)), 60});

    auto file = emptyFile();
    const auto writer = workbook::writeXlsx(file.path(), layout);
    for (int after = 0;;) {
        const db::Rows rows = session.query(sql::cheque_import::listFailedRows, tenant, id, after, nullptr);
        if (rows.empty()) {
            break;
        }
        for (const db::Row row : rows) {
            after = row.get<int>("row");
            std::vector<workbook::Value> values(layout.columns.size());
            const auto cells = openRaw(keyring, row).cells;
            for (const RowCell& cell : cells) {
                if (const auto place = placeOf.find(cell.column); place != placeOf.end()) {
                    values[place->second] = valueOf(cell);
                }
            }
            std::string reason;
            for (const RowError& error : errorsFromJson(row.get<Json>("errors"))) {
                reason.append(reason.empty() ? "" : " ")
                    .append(errorSentence(error.toError(), request.language));
                if (error.code != ErrorCode::SayadIdPrecisionLost) {
                    continue;
                }
                // Written as text, the id that Excel cut would pass for a whole one when it comes back
                // unmended.
                for (const SheetColumn& column : columns) {
                    const auto place = placeOf.find(column.index);
                    if (column.field == Column::SayadId && place != placeOf.end()) {
                        if (const auto* text = std::get_if<std::int64_t>(&values[place->second])) {
                            reason.append(" (").append(std::to_string(*text)).append(")");
                        }
                        values[place->second] = {};
                    }
                }
            }
            values.back() = reason;
            writer->row(values);
        }
    }
    writer->finish();
    return http::Response::download(std::move(file),
                                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                                    "errors-" + id.toString() + ".xlsx");
}

}  // namespace nextgen::cheque_import
