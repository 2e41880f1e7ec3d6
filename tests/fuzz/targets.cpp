#include "tests/fuzz/targets.h"

#include "server/file/file_content.h"
#include "server/http/connection.h"
#include "server/http/json_body.h"
#include "server/http/list_query.h"
#include "server/http/multipart.h"
#include "server/log/mask.h"
#include "shared/account/account.h"
#include "shared/core/identifier.h"
#include "shared/core/instant.h"
#include "shared/core/jalali.h"
#include "shared/core/money.h"
#include "shared/core/text.h"
#include "shared/describe/json.h"
#include "shared/file/file.h"
#include "shared/workbook/reader.h"
#include "ui/widgets/filter_text.h"

#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <optional>

namespace nextgen::fuzz {

namespace {

constexpr auto states = std::to_array<describe::Choice>({{0, "open", "Open"}, {1, "closed", "Closed"}});
constexpr auto listFields = std::to_array<api::ListField>({
    {"id", describe::Kind::Id, api::Equal | api::Sort},
    {"title", describe::Kind::Text, api::Equal | api::Sort},
    {"amount", describe::Kind::Money, api::Range | api::Sort},
    {"due_on", describe::Kind::Date, api::Range | api::Sort, {}, describe::Secret::No, true},
    {"at", describe::Kind::Instant, api::Range | api::Sort},
    {"count", describe::Kind::Integer, api::Equal | api::Range},
    {"is_active", describe::Kind::Bool, api::Equal},
    {"state", describe::Kind::Choice, api::Equal, states},
    {"national_id", describe::Kind::Text, api::Equal, {}, describe::Secret::NationalId},
});
constexpr api::ListSpec list{listFields, "-id", true};

/// The next line, which is taken away.
std::string_view line(std::string_view& rest) {
    const auto end = rest.find('\n');
    const std::string_view one = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    return one;
}

/// .xlsx, .ods and .csv, within limits that a run of a moment can reach.
void workbook(std::string_view bytes) {
    class Counter : public nextgen::workbook::RowVisitor {
      public:
        bool sheetBegins(const nextgen::workbook::Sheet&) override { return true; }
        bool row(const nextgen::workbook::Row&) override { return ++rows < 1'000; }
        int rows = 0;
    };
    static const int file = ::memfd_create("workbook", MFD_CLOEXEC);
    static const std::string path = "/proc/self/fd/" + std::to_string(file);
    demand(::ftruncate(file, 0) == 0 &&
               ::pwrite(file, bytes.data(), bytes.size(), 0) == static_cast<ssize_t>(bytes.size()),
           "memory holds the input");
    nextgen::workbook::Limits limits;
    limits.bytesUnpacked = 4U << 20U;
    limits.sharedStringBytes = 1U << 20U;
    Counter counter;
    static_cast<void>(nextgen::workbook::readWorkbook(path, limits, counter));
    // The same bytes as a file that is attached, and as its name.
    constexpr std::size_t nameMax = 300;
    if (const file::FileType* type = file::typeOf(path)) {
        const std::string name = file::plainName(bytes.substr(0, nameMax), *type);
        demand(!name.empty() && name.size() <= file::nameLettersMax, "a name has an end");
        demand(file::plainName(name, *type) == name, "a mended name stays as it is");
    }
}

/// A request's JSON, and a record made of it.
void json(std::string_view bytes) {
    const auto parsed = http::parseJson(bytes);
    if (!parsed) {
        return;
    }
    const std::string text = (*parsed)->dump();
    const auto again = http::parseJson(text);
    demand(again.has_value() && **again == **parsed, "JSON that was taken is taken again");
    account::SignIn asked;
    static_cast<void>(describe::fromRequest(**parsed, asked));
}

/// The parameters of a list, a line each, among them cursors: of our own making and not.
void listQuery(std::string_view bytes) {
    static const http::CursorSeal seal(std::string(32, 'k'));
    http::ListQuery::Parameters parameters;
    for (std::string_view rest = bytes; !rest.empty() && parameters.size() < 50;) {
        const std::string_view one = line(rest);
        const auto equals = one.find('=');
        if (one.starts_with("sealed=")) {
            parameters.emplace_back("cursor", seal.seal(one.substr(equals + 1), "scope"));
        } else if (equals != std::string_view::npos) {
            parameters.emplace_back(one.substr(0, equals), one.substr(equals + 1));
        }
    }
    static_cast<void>(seal.open(bytes, "scope"));
    const auto query = http::ListQuery::parse(list, "scope", parameters, seal);
    if (!query) {
        static_cast<void>(query.error().render(Language::Persian, "id"));
        return;
    }
    const http::ListSource source{
        "SELECT * FROM t WHERE t.tenant_id = $1", {"1"}, "id IN (SELECT s({q}::text))", [](std::string_view) {
            return http::SqlParameters{"x"};
        }};
    const http::ListSql sql = query->rows(source);
    demand(sql.text.find("zqz") == std::string::npos, "what was asked is no part of the statement");
    static_cast<void>(query->count(source));
}

/// The boundary's line, then a body, fed whole and byte by byte: the same parts.
void multipart(std::string_view bytes) {
    std::string_view rest = bytes;
    const std::string boundary = http::MultipartParser::boundaryOf(line(rest));
    if (boundary.empty()) {
        return;
    }
    const auto told = [&](std::size_t step) {
        std::string text;
        http::MultipartParser parser(
            boundary,
            [&](http::PartHead head) -> http::MultipartParser::Taken {
                text += '[' + head.name + '|' + head.fileName + '|' + head.mediaType + ']';
                return {};
            },
            [&](std::string_view data) -> http::MultipartParser::Taken {
                text += data;
                return {};
            });
        for (std::size_t at = 0; at < rest.size(); at += step) {
            if (!parser.feed(rest.substr(at, step))) {
                return std::optional<std::string>();
            }
        }
        return std::optional(text + (parser.isComplete() ? "." : "?"));
    };
    const auto whole = told(rest.size() + 1);
    const auto pieces = told(1);
    demand(!whole || !pieces || whole->back() != '.' || whole == pieces,
           "a body is the same in one piece and in many");
}

/// What a client sends before and with its body, on a real socket.
void head(std::string_view bytes) {
    std::array<int, 2> pair{};
    demand(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair.data()) == 0, "there are sockets");
    http::ConnectionLimits limits;
    limits.headTime = limits.bodyTime = limits.pauseMax = std::chrono::milliseconds(50);
    [[maybe_unused]] const ssize_t sent =
        ::send(pair[1], bytes.data(), std::min<std::size_t>(bytes.size(), 60'000), MSG_NOSIGNAL);
    ::shutdown(pair[1], SHUT_WR);
    {
        http::Connection connection(pair[0], "127.0.0.1", 1, limits);
        for (int requests = 0; requests < 20; ++requests) {
            const auto read = connection.readHead();
            if (!read || !*read) {
                break;
            }
            std::array<char, 1000> buffer;
            std::size_t total = 0;
            for (auto got = connection.readBody(buffer.data(), buffer.size()); got && *got > 0;
                 got = connection.readBody(buffer.data(), buffer.size())) {
                total += *got;
            }
            demand(total <= bytes.size(), "a body is no longer than what was sent");
            connection.finishRequest();
            if (connection.mustClose()) {
                break;
            }
        }
    }
    ::close(pair[1]);
}

/// Dates, amounts and identifiers, as people write them.
void values(std::string_view bytes) {
    if (const auto read = readDate(bytes)) {
        // The Jalali thirteenth century ends where Gregorian years that people write begin.
        const auto again = readDate(read->date.toString());
        demand(read->date.year() < 1900 || (again && again->date == read->date),
               "a date is read as it is written");
    }
    if (const auto date = Date::parse(bytes)) {
        demand(Date::parse(date->toString()) == date, "a stored date is read as it is written");
    }
    if (const auto instant = Instant::parse(bytes)) {
        static_cast<void>(instant->dateAt(tehranOffsetMinutes).toString());
        static_cast<void>(instant->toString());
    }
    if (const auto money = parseMoney(bytes)) {
        demand(Money::fromRials(money->rials()).has_value(), "an amount is within its range");
    }
    if (const auto iban = identifier::readIban(bytes)) {
        demand(identifier::isIban(*iban), "an IBAN that was read is one");
    }
    if (const auto id = identifier::readNationalId(bytes)) {
        demand(identifier::isNationalId(*id), "a national id that was read is one");
    }
    if (const auto pan = identifier::readCardPan(bytes)) {
        demand(identifier::isMaskedCardPan(identifier::maskedCardPan(*pan)), "a card is masked as such");
    }
    static_cast<void>(identifier::readLegalId(bytes));
    static_cast<void>(identifier::readMobile(bytes));
    static_cast<void>(identifier::readSayadId(bytes));
    static_cast<void>(identifier::bankByName(bytes));
    demand(text::isUtf8(text::fromWindows1256(bytes)), "what comes of Windows-1256 is UTF-8");
    if (text::isUtf8(bytes)) {
        demand(text::isUtf8(text::cleaned(bytes)) && text::isUtf8(text::searchKey(bytes)) &&
                   text::isUtf8(text::shortened(bytes, 7)) && text::isUtf8(text::headingKey(bytes)),
               "folded text is UTF-8");
    }
}

void filterText(std::string_view bytes) {
    static const std::vector<ui::FilterField> fields = ui::filterFieldsOf(list);
    const QString text = QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
    const auto today = Date::parse("2026-11-28");
    static_cast<void>(ui::completeFilter(text, text.size() / 2, fields, ui::FilterSpeech::Api));
    const auto read = ui::readFilterText(text, fields, true, today);
    if (!read) {
        demand(read.error().at >= 0 && read.error().at + read.error().length <= text.size(),
               "a fault lies within the text");
        return;
    }
    static_cast<void>(ui::queryItemsOf(*read, fields, today));
    const auto again =
        ui::readFilterText(ui::writeFilterText(*read, fields, ui::FilterSpeech::Api), fields, true, today);
    demand(again.has_value() && again->size() == read->size(), "a filter is read as it is written");
}

void logLine(std::string_view bytes) {
    const std::string once = log::masked(bytes);
    demand(log::masked(once).size() <= once.size() + 3, "a masked line stays masked");
}

constexpr auto all = std::to_array<Target>({{"workbook", workbook},
                                            {"json", json},
                                            {"list_query", listQuery},
                                            {"multipart", multipart},
                                            {"head", head},
                                            {"values", values},
                                            {"filter_text", filterText},
                                            {"log", logLine}});

}  // namespace

std::span<const Target> targets() {
    return all;
}

}  // namespace nextgen::fuzz
