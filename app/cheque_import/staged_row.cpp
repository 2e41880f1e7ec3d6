#include "app/cheque_import/staged_row.h"

#include "app/client/decode.h"

#include <algorithm>

namespace nextgen::cheque_import {

using client::Json;
using client::textOf;

namespace {

std::optional<Column> columnIn(const Json& json) {
    const auto found = json.find("column");
    return found != json.end() && found->is_string() ? columnByName(found->get_ref<const std::string&>())
                                                     : std::nullopt;
}

/// The objects of an array member; nothing when it is absent.
template <class Visitor>
void forEachObject(const Json& json, const char* key, Visitor visitor) {
    const auto found = json.find(key);
    if (found == json.end() || !found->is_array()) {
        return;
    }
    for (const Json& item : *found) {
        if (item.is_object()) {
            visitor(item);
        }
    }
}

int numberOf(const Json& json, const char* key) {
    const auto found = json.find(key);
    return found != json.end() && found->is_number_integer() ? found->get<int>() : 0;
}

std::optional<Twin> twinIn(const Json& json) {
    const auto found = json.find("twin");
    if (found == json.end() || !found->is_object()) {
        return std::nullopt;
    }
    Twin twin;
    if (const int row = numberOf(*found, "row"); row > 0) {
        twin.row = row;
    }
    twin.chequeId = ChequeId::parse(textOf(*found, "cheque_id").toStdString());
    RowValues values;
    describe::fromAnswer(*found, values);  // what is missing stays empty
    twin.sayadId = values.sayadId;
    twin.amount = values.amount;
    twin.dueOn = values.dueOn;
    return twin;
}

}  // namespace

const ShownFault* StagedRow::faultOf(Column column) const {
    const auto found = std::find_if(faults.begin(), faults.end(),
                                    [&](const ShownFault& fault) { return fault.column == column; });
    return found == faults.end() ? nullptr : &*found;
}

std::vector<const ShownRepair*> StagedRow::repairsOf(Column column) const {
    std::vector<const ShownRepair*> found;
    for (const ShownRepair& repair : repairs) {
        if (repair.column == column) {
            found.push_back(&repair);
        }
    }
    return found;
}

std::optional<StagedRow> stagedRowOf(const Json& json) {
    if (!json.is_object() || numberOf(json, "row") <= 0) {
        return std::nullopt;
    }
    const auto state = describe::byName<RowState>(textOf(json, "state").toStdString());
    if (!state) {
        return std::nullopt;
    }
    StagedRow row;
    row.row = numberOf(json, "row");
    row.version = numberOf(json, "version");
    row.state = *state;
    if (const auto values = json.find("values"); values != json.end() && values->is_object()) {
        if (!describe::fromAnswer(*values, row.values).empty()) {
            return std::nullopt;
        }
    }
    forEachObject(json, "cells", [&](const Json& cell) {
        row.cells.push_back(
            {static_cast<std::uint32_t>(numberOf(cell, "column")),
             kindByName(textOf(cell, "kind").toStdString()).value_or(workbook::CellKind::Text),
             textOf(cell, "text").toStdString()});
    });
    forEachObject(json, "repairs", [&](const Json& repair) {
        if (const auto column = columnIn(repair)) {
            row.repairs.push_back(
                {*column, textOf(repair, "before"), textOf(repair, "after"), textOf(repair, "message")});
        }
    });
    if (const auto typed = json.find("corrections"); typed != json.end() && typed->is_object()) {
        for (const auto& [name, text] : typed->items()) {
            if (const auto column = columnByName(name); column && text.is_string()) {
                row.corrections[*column] = text.get<std::string>();
            }
        }
    }
    forEachObject(json, "errors", [&](const Json& error) {
        // That a duplicate is one is told by its twin.
        if (const auto column = columnIn(error); column && row.state == RowState::Failed) {
            row.faults.push_back({*column, textOf(error, "code").toStdString(), textOf(error, "message")});
        }
    });
    row.twin = twinIn(json);
    return row;
}

StagedRow stagedRowOf(const ImportRow& row, const RowValues* twinValues, Language language) {
    StagedRow shown;
    shown.row = static_cast<int>(row.row);
    shown.state = row.state;
    shown.cells = row.cells;
    shown.values = row.values;
    for (const Repair& repair : row.repairs) {
        shown.repairs.push_back({repair.column, QString::fromStdString(repair.before),
                                 QString::fromStdString(repair.after),
                                 QString::fromStdString(std::string(repairTitle(repair.code, language)))});
    }
    for (const RowError& error : row.errors) {
        shown.faults.push_back({error.column, std::string(errorName(error.code)),
                                QString::fromStdString(errorSentence(error.toError(), language))});
    }
    if (row.twinRow) {
        Twin twin;
        twin.row = static_cast<int>(*row.twinRow);
        if (twinValues != nullptr) {
            twin.sayadId = twinValues->sayadId;
            twin.amount = twinValues->amount;
            twin.dueOn = twinValues->dueOn;
        }
        shown.twin = twin;
    }
    return shown;
}

}  // namespace nextgen::cheque_import
