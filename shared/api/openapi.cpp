#include "shared/api/openapi.h"

#include "shared/account/account.h"
#include "shared/api/change.h"
#include "shared/api/endpoint.h"
#include "shared/api/entity.h"
#include "shared/api/record_changes.h"
#include "shared/api/reveal.h"
#include "shared/cheque/allocation.h"
#include "shared/cheque/bounce.h"
#include "shared/cheque/cheque.h"
#include "shared/cheque/exchange.h"
#include "shared/cheque/forecast.h"
#include "shared/cheque/guarantee.h"
#include "shared/cheque/issued.h"
#include "shared/cheque/slip.h"
#include "shared/cheque_import/cheque_import_api.h"
#include "shared/credit/exposure.h"
#include "shared/credit/ledger.h"
#include "shared/dealer/dealer.h"
#include "shared/describe/json.h"
#include "shared/file/file.h"
#include "shared/message/notice.h"
#include "shared/note/note.h"
#include "shared/view/saved_view.h"

namespace nextgen::api {

namespace {

using Json = describe::Json;
using describe::FieldInfo;
using describe::Kind;

Json refTo(std::string_view kind, std::string_view name) {
    return {{"$ref", "#/components/" + std::string(kind) + "/" + std::string(name)}};
}

Json typeOf(Kind kind) {
    switch (kind) {
        case Kind::Text:
        case Kind::Choice:
            return {{"type", "string"}};
        case Kind::Money:
            return {{"type", "integer"},
                    {"minimum", -Money::rialsMax},
                    {"maximum", Money::rialsMax},
                    {"description", "rials"}};
        case Kind::Date:
            return {{"type", "string"}, {"format", "date"}};
        case Kind::Instant:
            return {{"type", "string"}, {"format", "date-time"}};
        case Kind::Id:
            return {{"type", "string"}, {"pattern", "^[0-9]+$"}};
        case Kind::Integer:
            return {{"type", "integer"}};
        case Kind::Bool:
            return {{"type", "boolean"}};
    }
    return Json::object();
}

template <class Choices>
Json namesOf(const Choices& choices) {
    Json names = Json::array();
    for (const describe::Choice& choice : choices) {
        names.push_back(choice.name);
    }
    return names;
}

void addSchema(Json& schemas, std::string_view name, const std::vector<FieldInfo>& fields) {
    Json properties = Json::object();
    Json required = Json::array();
    for (const FieldInfo& info : fields) {
        Json type = typeOf(info.kind);
        if (!info.choices.empty()) {
            type["enum"] = namesOf(info.choices);
        }
        if (info.isOptional) {
            type["type"] = Json::array({type["type"], "null"});
            if (type.contains("enum")) {
                type["enum"].push_back(nullptr);
            }
        }
        if (info.textMax != 0) {
            type["maxLength"] = info.textMax;
        }
        if (info.has(describe::ReadOnly | describe::Key)) {
            type["readOnly"] = true;
        }
        if (*info.title != '\0') {
            type["title"] = info.title;
        }
        if (info.isSecret()) {
            type["description"] =
                "Written in full, answered masked (******1234); the masked text written back changes nothing";
        }
        if (info.has(describe::Required)) {
            required.push_back(info.name);
        }
        properties[std::string(info.name)] = std::move(type);
    }
    Json schema{{"type", "object"}, {"properties", std::move(properties)}};
    if (!required.empty()) {
        schema["required"] = std::move(required);
    }
    schemas[std::string(name)] = std::move(schema);
}

template <describe::Described E>
void addSchema(Json& schemas) {
    addSchema(schemas, describe::schemaName<E>(), describe::fieldsOf<E>());
}

void addRecordChanges(Json& schemas) {
    const auto object = [](Json properties, Json required) {
        return Json{
            {"type", "object"}, {"required", std::move(required)}, {"properties", std::move(properties)}};
    };
    const Json id{{"type", "string"}, {"pattern", "^[0-9]+$"}};
    const Json count{{"type", "integer"}};
    const Json version{{"type", "integer"}, {"minimum", 1}};
    Json change = object(
        {{"id", id},
         {"version", version},
         {"values", {{"type", "object"}, {"description", "RFC 7396, as the PATCH of one record takes it"}}}},
        {"id", "version", "values"});
    change["properties"]["version"]["description"] =
        "On which the change is made, as If-Match says it of one";
    Json result = object({{"id", id}, {"version", version}, {"error", refTo("schemas", "problem")}}, {"id"});
    schemas[std::string(recordChanges)] = object({{"changes",
                                                   {{"type", "array"},
                                                    {"minItems", 1},
                                                    {"maxItems", recordChangesMax},
                                                    {"description", "Each record once"},
                                                    {"items", std::move(change)}}}},
                                                 {"changes"});
    schemas[std::string(recordResults)] =
        object({{"changed", count},
                {"refused", count},
                {"results",
                 {{"type", "array"},
                  {"description", "In the order of the changes: the new version, or why it stayed as it was"},
                  {"items", std::move(result)}}}},
               {"changed", "refused", "results"});
}

Json parameter(const std::string& name, std::string_view place, Json type, bool isRequired = false) {
    Json json{{"name", name}, {"in", place}, {"schema", std::move(type)}};
    if (isRequired) {
        json["required"] = true;
    }
    return json;
}

void addFilters(Json& parameters, std::span<const ListField> fields) {
    for (const ListField& field : fields) {
        Json type = typeOf(field.kind);
        const std::string name(field.name);
        if ((field.traits & Equal) != 0) {
            Json one = type;
            if (field.secret != describe::Secret::No) {
                one["description"] = "in full: found by its keyed hash";
            } else if (!field.choices.empty()) {
                one["description"] = "one or several, by comma: " + namesOf(field.choices).dump();
            }
            parameters.push_back(parameter(name, "query", std::move(one)));
            if (field.secret == describe::Secret::No) {
                Json none = type;
                none["description"] = "none of these, by comma";
                parameters.push_back(parameter(name + ".ne", "query", std::move(none)));
            }
        }
        if ((field.traits & Range) != 0) {
            for (const char* bound : {".gte", ".lte", ".gt", ".lt"}) {
                parameters.push_back(parameter(name + bound, "query", type));
            }
        }
    }
}

Json parametersOf(const Endpoint& line) {
    Json parameters = Json::array();
    const std::string_view path = line.path;
    for (auto at = path.find('{'); at != std::string_view::npos; at = path.find('{', at + 1)) {
        const auto end = path.find('}', at);
        parameters.push_back(
            parameter(std::string(path.substr(at + 1, end - at - 1)), "path", {{"type", "string"}}, true));
    }
    addFilters(parameters, line.parameters);
    if (line.list != nullptr) {
        addFilters(parameters, line.list->fields);
        Json sorts = Json::array();
        for (const ListField& field : line.list->fields) {
            if ((field.traits & Sort) != 0) {
                sorts.push_back(field.name);
                sorts.push_back("-" + std::string(field.name));
            }
        }
        Json sort = parameter("sort", "query",
                              {{"type", "string"}, {"default", line.list->sortDefault}, {"examples", sorts}});
        sort["description"] = "Fields to order by, at most " + std::to_string(sortFieldsMax) +
                              ", with commas between them; a minus before one turns its direction";
        parameters.push_back(std::move(sort));
        if (line.list->hasSearch) {
            parameters.push_back(parameter("q", "query", {{"type", "string"}}));
        }
        for (const char* name : {"limit", "cursor", "count"}) {
            parameters.push_back(refTo("parameters", name));
        }
    }
    if (line.idempotency != Idempotency::None) {
        parameters.push_back(parameter("Idempotency-Key", "header", {{"type", "string"}, {"maxLength", 255}},
                                       line.idempotency == Idempotency::Required));
    }
    const bool isOfOne = line.path.find('{') != std::string_view::npos;
    if ((line.method == Method::Patch && isOfOne) || line.operation.ends_with(".remove")) {
        parameters.push_back(parameter("If-Match", "header", {{"type", "string"}}, true));
    }
    return parameters;
}

Json bodyOf(const Endpoint& line, const Json& schemas) {
    Json schema = schemas.contains(std::string(line.request)) ? refTo("schemas", line.request)
                                                              : Json{{"type", "object"}};
    if (line.body == Body::Upload) {
        schema = {{"type", "object"},
                  {"required", {"file"}},
                  {"properties", {{"file", {{"type", "string"}, {"format", "binary"}}}}}};
        if (line.operation == "cheque_imports.create") {
            Json& parts = schema["properties"];
            parts["dealer_id"] = {{"type", "string"}};
            parts["amount_unit"] = {{"type", "string"}, {"enum", {"rial", "toman"}}};
            parts["mapping"] = {{"type", "string"}};
        }
    }
    const char* media = line.body == Body::Upload       ? "multipart/form-data"
                        : line.request == recordChanges ? "application/json"
                        : line.method == Method::Patch  ? "application/merge-patch+json"
                                                        : "application/json";
    return {{"required", line.body != Body::OptionalJson},
            {"content", {{media, {{"schema", std::move(schema)}}}}}};
}

Json answersOf(const Endpoint& line, const Json& schemas) {
    Json one = schemas.contains(std::string(line.response)) ? refTo("schemas", line.response)
                                                            : Json{{"type", "object"}};
    if (line.list != nullptr) {
        one = {{"type", "object"},
               {"properties",
                {{"items", {{"type", "array"}, {"items", std::move(one)}}},
                 {"next_cursor", {{"type", {"string", "null"}}}},
                 {"previous_cursor",
                  {{"type", {"string", "null"}},
                   {"description", "For the opposite order: what stands before the first item"}}},
                 {"estimated_total", {{"type", "integer"}}}}}};
    }
    const bool isFile = line.operation.ends_with(".download_file");
    if (isFile) {
        one = {{"type", "string"}, {"format", "binary"}};
    }
    return {
        {"2XX",
         {{"description", line.summary},
          {"content",
           {{isFile ? "application/octet-stream" : "application/json", {{"schema", std::move(one)}}}}}}},
        {"default", refTo("responses", "problem")}};
}

Json lowered(std::string_view name) {
    std::string text(name);
    for (char& c : text) {
        c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    }
    return text;
}

}  // namespace

std::string openApiDocument(std::string_view version) {
    Json schemas = Json::object();
    addSchema<account::SignIn>(schemas);
    addSchema<account::User>(schemas);
    addSchema<account::Session>(schemas);
    addSchema<account::FactorCode>(schemas);
    addSchema<account::Proof>(schemas);
    addSchema<account::PasswordChange>(schemas);
    addSchema<account::PasswordResetRequest>(schemas);
    addSchema<account::PasswordReset>(schemas);
    addSchema<dealer::Dealer>(schemas);
    addSchema<credit::Exposure>(schemas);
    addSchema<credit::ExposureDocument>(schemas);
    addSchema<credit::LedgerLine>(schemas);
    addSchema<cheque::Cheque>(schemas);
    addSchema<cheque::Event>(schemas);
    addSchema<cheque::MoveRequest>(schemas);
    addSchema<cheque::BounceRequest>(schemas);
    addSchema<cheque::RedepositRequest>(schemas);
    addSchema<cheque::EndorseRequest>(schemas);
    addSchema<cheque::Bounce>(schemas);
    addSchema<cheque::Slip>(schemas);
    addSchema<cheque::Allocation>(schemas);
    addSchema<cheque::ChequedInvoice>(schemas);
    addSchema<cheque::Exchange>(schemas);
    addSchema<cheque::ColourRequest>(schemas);
    addSchema<cheque::Drawer>(schemas);
    addSchema<cheque::IssuedEvent>(schemas);
    addSchema<cheque::CallRequest>(schemas);
    addSchema<cheque_import::ChequeImport>(schemas);
    addSchema<message::Notice>(schemas);
    addSchema<note::Note>(schemas);
    addSchema<file::File>(schemas);
    addSchema<RevealRequest>(schemas);
    addSchema<Revealed>(schemas);
    addSchema<view::SavedView>(schemas);
    addSchema<view::ViewUse>(schemas);
    addSchema<Change>(schemas);
    schemas["changes"] = {{"type", "object"},
                          {"properties",
                           {{"items", {{"type", "array"}, {"items", refTo("schemas", "change")}}},
                            {"is_complete", {{"type", "boolean"}}},
                            {"cursor", {{"type", "string"}}}}}};
    addRecordChanges(schemas);
    for (const Entity& entity : entities()) {
        addSchema(schemas, entity.name, entity.fields);
    }
    Json codes = Json::array();
    for (const ErrorText& line : errorCatalogue()) {
        codes.push_back(line.name);
    }
    schemas["problem"] = {{"type", "object"},
                          {"properties",
                           {{"type", {{"type", "string"}}},
                            {"title", {{"type", "string"}}},
                            {"status", {{"type", "integer"}}},
                            {"detail", {{"type", "string"}}},
                            {"code", {{"type", "string"}, {"enum", std::move(codes)}}},
                            {"request_id", {{"type", "string"}}},
                            {"errors",
                             {{"type", "array"},
                              {"items",
                               {{"type", "object"},
                                {"properties",
                                 {{"pointer", {{"type", "string"}}},
                                  {"code", {{"type", "string"}}},
                                  {"message", {{"type", "string"}}}}}}}}}}}};

    Json paths = Json::object();
    for (const Endpoint& line : endpoints()) {
        Json call{
            {"operationId", line.operation}, {"summary", line.summary}, {"parameters", parametersOf(line)}};
        if (line.access == Access::Public) {
            call["security"] = Json::array();
        } else if (line.permission != Permission::SignedIn) {
            call["description"] =
                "Needs the permission " + std::string(permissionName(line.permission)) + ".";
        }
        if (line.has(StepUp)) {
            const std::string needs = call.value("description", std::string());
            call["description"] = needs + (needs.empty() ? "" : " ") +
                                  "Needs a proof of who is asking within the last five minutes: a sign-in or "
                                  "POST /auth/step_up; otherwise step_up_required.";
        }
        if (line.body != Body::None) {
            call["requestBody"] = bodyOf(line, schemas);
        }
        call["responses"] = answersOf(line, schemas);
        paths[std::string(line.path)][lowered(methodName(line.method)).get<std::string>()] = std::move(call);
    }

    const Json document{
        {"openapi", "3.1.0"},
        {"info",
         {{"title", "NextGen Marketplace"},
          {"version", version},
          {"description",
           "Money is an integer of rials, dates are Gregorian, instants are UTC, ids are strings of digits. "
           "Errors are "
           "RFC 9457 problems with a stable code. Lists take name=value (several by comma), name.ne=value "
           "for none of them, name.gte, name.lte, name.gt and name.lt for ranges, and q to search; all of it "
           "holds at once. The filter of a saved view says the same as text: words to search for and "
           "conditions such as -status: cleared; void due_on: today..month_end amount: 1000..5000, with the "
           "names and choices of this document."},
          {"license", {{"name", "GPL-3.0-or-later"}, {"identifier", "GPL-3.0-or-later"}}}}},
        {"servers", Json::array({{{"url", basePath}}})},
        {"security", Json::array({{{"token", Json::array()}}})},
        {"paths", std::move(paths)},
        {"components",
         {{"schemas", std::move(schemas)},
          {"parameters",
           {{"limit", parameter("limit", "query",
                                {{"type", "integer"},
                                 {"minimum", 1},
                                 {"maximum", pageSizeMax},
                                 {"default", pageSizeDefault}})},
            {"cursor", parameter("cursor", "query", {{"type", "string"}})},
            {"count", parameter("count", "query", {{"type", "string"}, {"enum", {"exact"}}})}}},
          {"responses",
           {{"problem",
             {{"description", "Refused"},
              {"content", {{"application/problem+json", {{"schema", refTo("schemas", "problem")}}}}}}}}},
          {"securitySchemes", {{"token", {{"type", "http"}, {"scheme", "bearer"}}}}}}},
    };
    return document.dump(2);
}

}  // namespace nextgen::api
