#pragma once

#include "shared/api/list_spec.h"
#include "shared/core/date.h"
#include "shared/core/error.h"

#include <QList>
#include <QString>
#include <optional>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

/// Conditions as people write them, and the conditions that the lists of the API take. The grammar:
///
///     line      = { word | condition }                      words are searched for
///     condition = [ "-" ] field ( ":" | "=" | "!=" | ">=" | "<=" | ">" | "<" ) values
///     values    = value { (";" | "؛" | ",") value } | [ value ] ".." [ value ]
///
/// A field is called by its title in Persian or English, by its name in the API, or by the beginning of one
/// of these that fits no other field. A value reaches as far as it can be understood: `status: on hand
/// rezaei` is a state and a word to search for. What holds blanks, marks or nothing but digits and a colon
/// can be put into quotes: "…" or «…».
namespace nextgen::ui {

/// One condition: name=value or name.op=value. Days of dates may be said relative to today ("today+30",
/// "month_end"); such a value is made into a date by queryItemsOf().
struct Filter {
    QString name;  ///< "q": what is searched for
    QString op;    ///< empty, or "ne", "gte", "lte"
    QString value;
    QString title =
        {};  ///< of the record that a reference names; without a value the record is still to be found by it

    QString key() const { return op.isEmpty() ? name : name + u'.' + op; }
    bool operator==(const Filter& other) const {
        return name == other.name && op == other.op && value == other.value;
    }
};

/// What a choice is called.
struct FilterWord {
    QString name;  ///< in the API
    QString english;
    QString persian;
};

/// A field by which a list can be narrowed, with its names.
struct FilterField {
    FilterWord word;
    describe::Kind kind = describe::Kind::Text;
    unsigned traits = 0;  ///< api::Equal, api::Range
    std::vector<FilterWord> choices = {};
    describe::Secret secret = describe::Secret::No;
    bool isReference = false;
};

/// The fields of a list under the names that the API gives them: enough to read what writeFilterText() wrote
/// with FilterSpeech::Api.
std::vector<FilterField> filterFieldsOf(const api::ListSpec& spec);

/// What is wrong with a text, and where.
struct FilterFault {
    enum class Kind {
        TooLong,       ///< more than filterTextMax characters
        QuoteOpen,     ///< a quote that does not end
        FieldMissing,  ///< ":" or "<" behind nothing
        FieldUnknown,
        FieldAmbiguous,
        ValueMissing,
        ValueNotUnderstood,
        ValueAmbiguous,
        ValueWithComma,
        TooManyValues,
        RangeNotPossible,  ///< of a field that is equal to something or not
        EqualNotPossible,  ///< several values, or "not", of a field that has ranges only
        NotNotPossible,    ///< "not" of a range, of a secret
        SaidTwice,
        OrNotPossible,      ///< or, یا and brackets between conditions
        SearchNotPossible,  ///< words for a list that is not searched
        SearchTooLong,
    };

    Kind kind;
    qsizetype at;
    qsizetype length;
    QString subject = {};             ///< what was not understood
    QString field = {};               ///< the field's name in the API; empty when it is not about one
    QStringList candidates = {};      ///< what an ambiguous word may mean, names in the API
    std::optional<Error> cause = {};  ///< why a value was refused, where there is more to say
};

inline constexpr qsizetype filterTextMax = 2000;

/// The conditions of a text, search words first as Filter{"q"}. `today` lets days be said as 15 or 9/15.
tl::expected<QList<Filter>, FilterFault> readFilterText(const QString& text,
                                                        const std::vector<FilterField>& fields,
                                                        bool hasSearch, std::optional<Date> today);

/// The conditions of a text that stands under the heading of a field: values, with an operator before them or
/// without one; nothing: no condition. What is wrong is placed in `text`.
tl::expected<QList<Filter>, FilterFault> readFilterValues(const QString& text, const FilterField& field,
                                                          std::optional<Date> today);

/// Whose words a text is written in. Persian and English are for people, who see a reference by its title;
/// Api is the same in every language and names references by their id as well.
enum class FilterSpeech { Persian, English, Api };

/// The text that readFilterText() understands as these conditions.
QString writeFilterText(const QList<Filter>& filters, const std::vector<FilterField>& fields,
                        FilterSpeech speech);

/// The same as the parts of a query: relative days made into dates, days of moments into moments.
QList<std::pair<QString, QString>> queryItemsOf(const QList<Filter>& filters,
                                                const std::vector<FilterField>& fields,
                                                std::optional<Date> today);

/// The day that a filter's value names, relative or not, nullopt for others: "2026-11-22", "today+30",
/// "month_end", and the moments "2026-11-21T20:30:00Z" by their day in Tehran.
std::optional<Date> filterDay(const QString& value, std::optional<Date> today);
/// A day of a moment's field as the API wants it, its beginning or (of "lte") its end in Tehran; others as
/// they are.
QString filterMoment(const QString& value, const QString& op);
/// Whether a value is a day that moves on with time.
bool isRelativeDay(const QString& value);
/// "today+30" as people write it: امروز+30.
QString relativeDayText(const QString& value, FilterSpeech speech);

/// What may be typed next.
struct FilterSuggestion {
    QString insert;  ///< replaces [at, cursor)
    QString label;
};
struct FilterCompletion {
    qsizetype at = 0;
    QList<FilterSuggestion> suggestions;
    /// A reference is being typed: its field's name, and the title so far. Who shows the list looks for
    /// records.
    QString reference;
    QString typed;
};
/// For the text before `cursor`. Nothing to say is an empty list.
FilterCompletion completeFilter(const QString& text, qsizetype cursor, const std::vector<FilterField>& fields,
                                FilterSpeech speech);

/// A value as it has to stand in a text: in quotes when it holds more than a word.
QString quotedForFilter(const QString& value);

}  // namespace nextgen::ui
