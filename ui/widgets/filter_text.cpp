#include "ui/widgets/filter_text.h"

#include "shared/core/instant.h"
#include "shared/core/jalali.h"
#include "shared/core/text.h"
#include "shared/describe/secret.h"
#include "ui/locale/format.h"
#include "ui/widgets/amount_text.h"
#include "ui/widgets/date_text.h"

#include <QRegularExpression>
#include <algorithm>
#include <array>

namespace nextgen::ui {

namespace {

using describe::Kind;
using Fault = FilterFault::Kind;
using Fields = std::vector<FilterField>;

constexpr qsizetype valuesMax = 50;   // of one condition, as the server takes them
constexpr qsizetype searchMax = 200;  // characters
constexpr int nameWordsMax = 6;
constexpr qsizetype suggestionsMax = 20;
constexpr std::int64_t secondsADay = 86'400;

const QString searchName = QStringLiteral("q");
const QString notOp = QStringLiteral("ne");
const QString fromOp = QStringLiteral("gte");
const QString toOp = QStringLiteral("lte");

/// What names are compared by.
QString keyOf(const QString& text) {
    return toQt(text::headingKey(fromQt(text)));
}

// Words between conditions, by their keys.
bool isAnd(const QString& word) {
    return word == QStringView(u"و") || keyOf(word) == QStringView(u"and");
}
bool isOr(const QString& word) {
    const QString key = keyOf(word);
    return key == QStringView(u"یا") || key == QStringView(u"or");
}

// --- The text in pieces

struct Token {
    enum class Type { Word, Quoted, Colon, Compare, Range, Separator, Bracket };

    Type type;
    qsizetype at;
    qsizetype length;
    QString text;  ///< of a quoted one what stands between the quotes

    qsizetype end() const { return at + length; }
    bool isOperator() const { return type == Type::Colon || type == Type::Compare; }
};
using Tokens = std::vector<Token>;

bool isDigitAt(const QString& text, qsizetype at) {
    return at >= 0 && at < text.size() && text[at].isDigit();
}

QChar closingQuote(QChar opening) {
    switch (opening.unicode()) {
        case u'"':
            return u'"';
        case u'«':
            return u'»';
        case u'“':
            return u'”';
        default:
            return {};
    }
}

class Splitter {
  public:
    explicit Splitter(const QString& text) : m_text(text) {}

    tl::expected<Tokens, FilterFault> split() {
        while (m_at < m_text.size()) {
            if (m_text[m_at].isSpace()) {
                ++m_at;
            } else if (!closingQuote(m_text[m_at]).isNull()) {
                if (!takeQuoted()) {
                    return tl::unexpected(
                        FilterFault{Fault::QuoteOpen, m_at, m_text.size() - m_at, m_text.mid(m_at)});
                }
            } else if (const qsizetype length = markAt(m_at); length > 0) {
                m_tokens.push_back({m_type, m_at, length, m_mark});
                m_at += length;
            } else {
                takeWord();
            }
        }
        return std::move(m_tokens);
    }

  private:
    bool takeQuoted() {
        const QChar closing = closingQuote(m_text[m_at]);
        QString inner;
        for (qsizetype i = m_at + 1; i < m_text.size(); ++i) {
            if (m_text[i] != closing) {
                inner += m_text[i];
            } else if (i + 1 < m_text.size() && m_text[i + 1] == closing) {
                inner += m_text[i++];  // a doubled quote is one that is meant
            } else {
                m_tokens.push_back({Token::Type::Quoted, m_at, i + 1 - m_at, inner.simplified()});
                m_at = i + 1;
                return true;
            }
        }
        return false;
    }

    void takeWord() {
        const qsizetype start = m_at;
        while (m_at < m_text.size() && !m_text[m_at].isSpace() && markAt(m_at) == 0) {
            ++m_at;
        }
        m_tokens.push_back({Token::Type::Word, start, m_at - start, m_text.mid(start, m_at - start)});
    }

    /// How many characters of a mark begin here; 0: none.
    qsizetype markAt(qsizetype at) {
        const auto is = [&](Token::Type type, qsizetype length, const QString& mark) {
            m_type = type;
            m_mark = mark;
            return length;
        };
        const auto next = [&](char16_t c) { return at + 1 < m_text.size() && m_text[at + 1] == QChar(c); };
        const bool isBetweenDigits = isDigitAt(m_text, at - 1) && isDigitAt(m_text, at + 1);
        switch (m_text[at].unicode()) {
            case u':':
                return isBetweenDigits ? 0 : is(Token::Type::Colon, 1, {});
            case u'=':
                return is(Token::Type::Compare, next(u'=') ? 2 : 1, QStringLiteral("="));
            case u'≠':
                return is(Token::Type::Compare, 1, QStringLiteral("!="));
            case u'≥':
                return is(Token::Type::Compare, 1, QStringLiteral(">="));
            case u'≤':
                return is(Token::Type::Compare, 1, QStringLiteral("<="));
            case u'!':
                return next(u'=') ? is(Token::Type::Compare, 2, QStringLiteral("!=")) : 0;
            case u'>':
                return next(u'=') ? is(Token::Type::Compare, 2, QStringLiteral(">="))
                                  : is(Token::Type::Compare, 1, QStringLiteral(">"));
            case u'<':
                return next(u'=')   ? is(Token::Type::Compare, 2, QStringLiteral("<="))
                       : next(u'>') ? is(Token::Type::Compare, 2, QStringLiteral("!="))
                                    : is(Token::Type::Compare, 1, QStringLiteral("<"));
            case u'.': {
                qsizetype dots = 1;
                while (at + dots < m_text.size() && m_text[at + dots] == u'.') {
                    ++dots;
                }
                return dots > 1 ? is(Token::Type::Range, dots, {}) : 0;
            }
            case u'…':
                return is(Token::Type::Range, 1, {});
            case u';':
            case u'؛':
                return is(Token::Type::Separator, 1, {});
            case u',':
            case u'،':
                return isBetweenDigits ? 0 : is(Token::Type::Separator, 1, {});
            case u'(':
            case u')':
            case u'[':
            case u']':
                return is(Token::Type::Bracket, 1, {});
            default:
                return 0;
        }
    }

    const QString& m_text;
    qsizetype m_at = 0;
    Tokens m_tokens;
    Token::Type m_type{};
    QString m_mark;
};

// --- Names

/// The places of the words that a text means: the one that it names, or all that it begins.
template <class Words>
std::vector<std::size_t> meant(const Words& words, const QString& text, bool beginsOnly) {
    const QString key = keyOf(text);
    std::vector<std::size_t> found;
    if (key.isEmpty()) {
        return found;
    }
    for (std::size_t i = 0; i < words.size(); ++i) {
        const FilterWord& word = words[i];
        if (!beginsOnly && keyOf(word.name) == key) {
            return {i};
        }
        const std::array<QString, 3> names{keyOf(word.name), keyOf(word.english), keyOf(word.persian)};
        const auto fits = [&](const QString& name) {
            return beginsOnly ? name.startsWith(key) : name == key;
        };
        if (std::ranges::any_of(names, fits)) {
            found.push_back(i);
        }
    }
    return found;
}

template <class Words>
std::vector<std::size_t> meant(const Words& words, const QString& text) {
    std::vector<std::size_t> found = meant(words, text, false);
    return found.empty() ? meant(words, text, true) : found;
}

template <class Words>
QStringList namesOf(const Words& words, const std::vector<std::size_t>& places) {
    QStringList names;
    for (const std::size_t place : places) {
        names += words[place].name;
    }
    return names;
}

std::vector<FilterWord> fieldWords(const Fields& fields) {
    std::vector<FilterWord> words;
    words.reserve(fields.size());
    for (const FilterField& field : fields) {
        words.push_back(field.word);
    }
    return words;
}

const std::vector<FilterWord>& yesAndNo() {
    static const std::vector<FilterWord> words = {
        {QStringLiteral("true"), QStringLiteral("Yes"), QStringLiteral("بله")},
        {QStringLiteral("false"), QStringLiteral("No"), QStringLiteral("خیر")}};
    return words;
}

const std::vector<FilterWord>& choicesOf(const FilterField& field) {
    return field.kind == Kind::Bool ? yesAndNo() : field.choices;
}

// --- Days that move on with time

struct RelativeWord {
    const char* base;
    int days;
    QStringView english;
    QStringView persian;
};
// The first of a base and offset is how it is written.
constexpr std::array<RelativeWord, 13> relativeWords = {{
    {"today", 0, u"today", u"امروز"},
    {"today", 1, u"tomorrow", u"فردا"},
    {"today", -1, u"yesterday", u"دیروز"},
    {"today", 2, u"day after tomorrow", u"پس‌فردا"},
    {"month_start", 0, u"start of month", u"اول ماه"},
    {"month_start", 0, u"month_start", u"آغاز ماه"},
    {"month_end", 0, u"end of month", u"آخر ماه"},
    {"month_end", 0, u"month_end", u"پایان ماه"},
    {"month_end", 0, u"eom", u"آخر برج"},
    {"year_start", 0, u"start of year", u"اول سال"},
    {"year_start", 0, u"year_start", u"آغاز سال"},
    {"year_end", 0, u"end of year", u"آخر سال"},
    {"year_end", 0, u"year_end", u"پایان سال"},
}};

struct RelativeDay {
    QString base;
    int days = 0;

    QString toString() const {
        return days == 0 ? base : base + (days > 0 ? QStringLiteral("+") : QString()) + QString::number(days);
    }
};

std::optional<RelativeDay> relativeDay(const QString& value) {
    static const QRegularExpression form(
        QStringLiteral("^(today|month_start|month_end|year_start|year_end)([+-]\\d{1,5})?$"));
    const auto match = form.match(value);
    return match.hasMatch() ? std::optional(RelativeDay{match.captured(1), match.captured(2).toInt()})
                            : std::nullopt;
}

std::optional<RelativeDay> typedRelativeDay(const QString& typed) {
    static const QRegularExpression step(QStringLiteral("^(.*?)\\s*([+-])\\s*(\\d{1,5})$"));
    QString base = plainDigits(typed).trimmed();
    int days = 0;
    if (const auto match = step.match(base); match.hasMatch()) {
        days = match.captured(3).toInt() * (match.captured(2) == u"-" ? -1 : 1);
        base = match.captured(1);
        if (base.isEmpty()) {
            return RelativeDay{QStringLiteral("today"), days};
        }
    }
    const QString key = keyOf(base);
    for (const RelativeWord& word : relativeWords) {
        if (key == keyOf(word.english.toString()) || key == keyOf(word.persian.toString())) {
            return RelativeDay{QLatin1String(word.base), word.days + days};
        }
    }
    return std::nullopt;
}

QString momentOf(Date day, bool isEnd) {
    const Instant midnight = Instant::startOf(day, tehranOffsetMinutes);
    return toQt((isEnd ? midnight.plusSeconds(secondsADay - 1) : midnight).toString());
}

// --- Values

/// What one value says: where it begins and ends, which for most is the same.
struct Span {
    QString from;
    QString to;
    QString title = {};  ///< of a reference
};

/// A value, why it is none, or (nullopt in the fault) that fewer words may be one.
using ReadSpan = tl::expected<Span, FilterFault>;

Span oneValue(const QString& value) {
    return {value, value};
}

class ValueReader {
  public:
    ValueReader(const FilterField& field, std::optional<Date> today) : m_field(field), m_today(today) {}

    ReadSpan read(const QString& text) const {
        switch (m_field.kind) {
            case Kind::Choice:
            case Kind::Bool:
                return choice(text);
            case Kind::Money: {
                const auto amount = readAmount(text);
                return amount ? ReadSpan(oneValue(QString::number(amount->rials())))
                              : refuse(text, amount.error());
            }
            case Kind::Integer: {
                bool isNumber = false;
                const qint64 number = toQt(text::ungroupedNumber(fromQt(text))).toLongLong(&isNumber);
                return isNumber ? ReadSpan(oneValue(QString::number(number))) : refuse(text);
            }
            case Kind::Date:
            case Kind::Instant:
                return day(text);
            case Kind::Id:
                return reference(text);
            case Kind::Text:
                return plain(text);
        }
        return refuse(text);
    }

  private:
    tl::unexpected<FilterFault> refuse(const QString& text, std::optional<Error> cause = {}) const {
        return tl::unexpected(
            FilterFault{Fault::ValueNotUnderstood, 0, 0, text, m_field.word.name, {}, std::move(cause)});
    }

    ReadSpan choice(const QString& text) const {
        const auto& choices = choicesOf(m_field);
        const auto found = meant(choices, text);
        if (found.size() == 1) {
            return oneValue(choices[found.front()].name);
        }
        if (found.empty()) {
            return refuse(text);
        }
        return tl::unexpected(
            FilterFault{Fault::ValueAmbiguous, 0, 0, text, m_field.word.name, namesOf(choices, found)});
    }

    QString dayValue(Date day) const { return toQt(day.toString()); }

    ReadSpan day(const QString& text) const {
        if (const auto relative = typedRelativeDay(text)) {
            return oneValue(relative->toString());
        }
        const QString key = keyOf(text);
        if (key == QStringView(u"اینماه") || key == QStringView(u"thismonth")) {
            return Span{QStringLiteral("month_start"), QStringLiteral("month_end")};
        }
        if (key == QStringView(u"امسال") || key == QStringView(u"thisyear")) {
            return Span{QStringLiteral("year_start"), QStringLiteral("year_end")};
        }
        // A year or a month of it, of which there is no single day.
        static const QRegularExpression part(QStringLiteral("^(1[2-4]\\d\\d)(?:[/-](\\d{1,2}))?$"));
        if (const auto match = part.match(plainDigits(text).trimmed()); match.hasMatch()) {
            const bool isYear = match.captured(2).isEmpty();
            const int year = match.captured(1).toInt();
            const int last = isYear ? 12 : match.captured(2).toInt();
            const auto first = JalaliDate::of(year, isYear ? 1 : last, 1);
            if (!first) {
                return refuse(text);
            }
            const Date end = JalaliDate{year, last, JalaliDate::daysInMonth(year, last)}.toDate();
            return Span{dayValue(first->toDate()), dayValue(end)};
        }
        const auto date = readDateText(text, m_today);
        return date ? ReadSpan(oneValue(dayValue(*date))) : refuse(text);
    }

    ReadSpan reference(const QString& text) const {
        if (!text.startsWith(u'#')) {
            return m_field.isReference && !text.isEmpty() ? ReadSpan(Span{{}, {}, plainDigits(text)})
                                                          : refuse(text);
        }
        bool isNumber = false;
        const qint64 id = plainDigits(text.mid(1)).toLongLong(&isNumber);
        return isNumber && id > 0 ? ReadSpan(oneValue(QString::number(id))) : refuse(text);
    }

    ReadSpan plain(const QString& text) const {
        const QString value = plainDigits(text).simplified();
        if (m_field.secret != describe::Secret::No) {
            const auto secret = describe::readSecret(m_field.secret, fromQt(value));
            return secret ? ReadSpan(oneValue(toQt(*secret))) : refuse(text, secret.error());
        }
        if (value.contains(u',')) {
            return tl::unexpected(FilterFault{Fault::ValueWithComma, 0, 0, text, m_field.word.name});
        }
        return value.isEmpty() || value.size() > searchMax ? refuse(text) : ReadSpan(oneValue(value));
    }

    const FilterField& m_field;
    std::optional<Date> m_today;
};

/// The value that comes next to it, of which fields have ranges.
QString neighbour(const QString& value, const FilterField& field, int step) {
    if (field.kind == Kind::Money || field.kind == Kind::Integer) {
        return QString::number(value.toLongLong() + step);
    }
    if (auto relative = relativeDay(value)) {
        relative->days += step;
        return relative->toString();
    }
    const auto day = Date::parse(fromQt(value));
    return day ? toQt(day->plusDays(step).toString()) : value;
}

/// Days of moments as the API wants them, relative ones as they are.
QString asAsked(const QString& value, const FilterField& field, const QString& op) {
    return field.kind == Kind::Instant ? filterMoment(value, op) : value;
}

// --- The line

class LineReader {
  public:
    LineReader(Tokens tokens, const Fields& fields, bool hasSearch, std::optional<Date> today)
        : m_tokens(std::move(tokens)),
          m_fields(fields),
          m_words(fieldWords(fields)),
          m_hasSearch(hasSearch),
          m_today(today) {}

    tl::expected<QList<Filter>, FilterFault> read(const QString& text) {
        if (auto fault = findHeads()) {
            return tl::unexpected(std::move(*fault));
        }
        std::size_t end = m_heads.empty() ? m_tokens.size() : m_heads.front().first;
        if (auto fault = takeWords(0, end, !m_heads.empty())) {
            return tl::unexpected(std::move(*fault));
        }
        for (std::size_t i = 0; i < m_heads.size(); ++i) {
            end = i + 1 < m_heads.size() ? m_heads[i + 1].first : m_tokens.size();
            if (auto fault = takeCondition(m_heads[i], end)) {
                return tl::unexpected(std::move(*fault));
            }
        }
        // As it was typed, marks and all, when it is nothing but a search.
        const bool isPlain = m_heads.empty() && std::ranges::none_of(m_tokens, [](const Token& token) {
                                 return token.type == Token::Type::Quoted;
                             });
        const QString search = plainDigits(isPlain ? text : m_search.join(u' ')).simplified();
        if (search.size() > searchMax) {
            return tl::unexpected(FilterFault{Fault::SearchTooLong, 0, text.size(), search});
        }
        if (!search.isEmpty()) {
            if (!m_hasSearch) {
                return tl::unexpected(
                    FilterFault{Fault::SearchNotPossible, m_searchAt, m_searchLength, search});
            }
            m_filters.prepend({searchName, {}, search});
        }
        return std::move(m_filters);
    }

  private:
    /// A field and its operator: the tokens [first, op].
    struct Head {
        std::size_t first;
        std::size_t op;
        std::size_t field;
        bool isNot;
    };

    FilterFault faultAt(Fault kind, std::size_t first, std::size_t last, const QString& subject = {},
                        const QString& field = {}) const {
        return {kind, m_tokens[first].at, m_tokens[last].end() - m_tokens[first].at, subject, field};
    }

    QString joined(std::size_t first, std::size_t end) const {
        QString text;
        for (std::size_t i = first; i < end; ++i) {
            text += (i > first ? QStringLiteral(" ") : QString()) + m_tokens[i].text;
        }
        return text;
    }

    std::optional<FilterFault> findHeads() {
        std::size_t free = 0;  // the first token that no head has taken
        for (std::size_t op = 0; op < m_tokens.size(); ++op) {
            if (!m_tokens[op].isOperator()) {
                continue;
            }
            std::size_t first = op;
            while (first > free && op - first < nameWordsMax &&
                   m_tokens[first - 1].type == Token::Type::Word) {
                --first;
            }
            if (first == op) {
                return faultAt(Fault::FieldMissing, op, op);
            }
            const auto head = headOf(first, op);
            if (!head) {
                return head.error();
            }
            m_heads.push_back(*head);
            free = op + 1;
        }
        return std::nullopt;
    }

    /// Of the words in front of an operator the most that name a field.
    tl::expected<Head, FilterFault> headOf(std::size_t first, std::size_t op) const {
        for (const bool beginsOnly : {false, true}) {
            for (std::size_t start = first; start < op; ++start) {
                const auto found = meant(m_words, joined(start, op), beginsOnly);
                if (found.size() == 1) {
                    return Head{start, op, found.front(), m_tokens[start].text.startsWith(u'-')};
                }
                if (found.size() > 1 && start + 1 == op) {
                    FilterFault fault = faultAt(Fault::FieldAmbiguous, start, start, m_tokens[start].text);
                    fault.candidates = namesOf(m_words, found);
                    return tl::unexpected(std::move(fault));
                }
            }
        }
        return tl::unexpected(faultAt(Fault::FieldUnknown, op - 1, op - 1, m_tokens[op - 1].text));
    }

    /// What is searched for; beside conditions only words and quotes are.
    std::optional<FilterFault> takeWords(std::size_t first, std::size_t end, bool hasConditions) {
        for (std::size_t i = first; i < end; ++i) {
            const Token& token = m_tokens[i];
            const bool isText = token.type == Token::Type::Word || token.type == Token::Type::Quoted;
            if (hasConditions && token.type == Token::Type::Bracket) {
                return faultAt(Fault::OrNotPossible, i, i);
            }
            if (hasConditions && !isText) {
                return faultAt(Fault::ValueMissing, i, i);
            }
            if (token.type == Token::Type::Word && hasConditions && i + 1 == end && end < m_tokens.size()) {
                if (isOr(token.text)) {
                    return faultAt(Fault::OrNotPossible, i, i);
                }
                if (isAnd(token.text)) {
                    continue;
                }
            }
            if (m_search.isEmpty()) {
                m_searchAt = token.at;
            }
            m_searchLength = token.end() - m_searchAt;
            m_search += token.text;
        }
        return std::nullopt;
    }

    std::optional<FilterFault> takeCondition(const Head& head, std::size_t end) {
        const FilterField& field = m_fields[head.field];
        std::size_t last = end;
        if (end < m_tokens.size() && last > head.op + 1 && m_tokens[last - 1].type == Token::Type::Word) {
            if (isOr(m_tokens[last - 1].text)) {
                return faultAt(Fault::OrNotPossible, last - 1, last - 1);
            }
            last -= isAnd(m_tokens[last - 1].text) ? 1 : 0;
        }
        std::size_t at = head.op + 1;
        std::vector<Span> values;
        bool isRange = false;
        std::optional<Span> from;
        std::optional<Span> to;
        const auto isAt = [&](Token::Type type) { return at < last && m_tokens[at].type == type; };
        if (!isAt(Token::Type::Range)) {
            if (auto fault = takeValue(head, field, at, last, values)) {
                return fault;
            }
        }
        if (isAt(Token::Type::Range)) {
            isRange = true;
            from = values.empty() ? std::nullopt : std::optional(values.front());
            const std::size_t dots = at++;
            if (isAt(Token::Type::Word) || isAt(Token::Type::Quoted)) {
                values.clear();
                if (auto fault = takeValue(head, field, at, last, values)) {
                    return fault;
                }
                to = values.front();
            }
            if (!from && !to) {
                return faultAt(Fault::ValueMissing, dots, dots, {}, field.word.name);
            }
        } else {
            while (isAt(Token::Type::Separator)) {
                ++at;
                if (auto fault = takeValue(head, field, at, last, values)) {
                    return fault;
                }
            }
        }
        const std::size_t stop = std::max(at, head.op + 1) - 1;
        if (values.size() > valuesMax) {
            return faultAt(Fault::TooManyValues, head.first, stop, {}, field.word.name);
        }
        if (auto fault = isRange ? addRange(head, stop, from, to) : addValues(head, stop, values)) {
            return fault;
        }
        return takeWords(at, last, true);
    }

    /// The next value: quoted, or as many words as make one.
    std::optional<FilterFault> takeValue(const Head& head, const FilterField& field, std::size_t& at,
                                         std::size_t end, std::vector<Span>& values) const {
        const ValueReader reader(field, m_today);
        if (at >= end ||
            (m_tokens[at].type != Token::Type::Word && m_tokens[at].type != Token::Type::Quoted)) {
            const std::size_t place = at < end ? at : (at > head.op ? at - 1 : head.op);
            const bool isBracket = m_tokens[place].type == Token::Type::Bracket;
            return faultAt(isBracket ? Fault::OrNotPossible : Fault::ValueMissing, place, place, {},
                           field.word.name);
        }
        if (m_tokens[at].type == Token::Type::Quoted) {
            auto value = m_tokens[at].text.startsWith(u'#') && field.kind == Kind::Id
                             ? ReadSpan(Span{{}, {}, m_tokens[at].text})
                             : reader.read(m_tokens[at].text);
            if (!value) {
                return placed(std::move(value.error()), at, at);
            }
            values.push_back(std::move(*value));
            ++at;
            return std::nullopt;
        }
        std::size_t stop = at;
        while (stop < end && m_tokens[stop].type == Token::Type::Word) {
            ++stop;
        }
        std::optional<FilterFault> fault;
        for (std::size_t past = stop; past > at; --past) {
            auto value = reader.read(joined(at, past));
            if (value) {
                at = past;
                // The title that stands behind an id for people to see.
                if (field.kind == Kind::Id && !value->from.isEmpty() && at < end &&
                    m_tokens[at].type == Token::Type::Quoted) {
                    value->title = m_tokens[at++].text;
                }
                values.push_back(std::move(*value));
                return std::nullopt;
            }
            // What is wrong with the first word alone says most, unless more of them were nearly one.
            if (!fault || fault->kind == Fault::ValueNotUnderstood) {
                fault = placed(std::move(value.error()), at, past - 1);
            }
        }
        return fault;
    }

    FilterFault placed(FilterFault fault, std::size_t first, std::size_t last) const {
        fault.at = m_tokens[first].at;
        fault.length = m_tokens[last].end() - fault.at;
        return fault;
    }

    std::optional<FilterFault> addRange(const Head& head, std::size_t stop, const std::optional<Span>& from,
                                        const std::optional<Span>& to) {
        const FilterField& field = m_fields[head.field];
        if ((field.traits & api::Range) == 0) {
            return faultAt(Fault::RangeNotPossible, head.first, stop, {}, field.word.name);
        }
        if (head.isNot ||
            (m_tokens[head.op].type == Token::Type::Compare && m_tokens[head.op].text != u"=")) {
            return faultAt(Fault::NotNotPossible, head.first, stop, {}, field.word.name);
        }
        return add(head, stop, from ? std::optional(from->from) : std::nullopt,
                   to ? std::optional(to->to) : std::nullopt);
    }

    std::optional<FilterFault> addValues(const Head& head, std::size_t stop,
                                         const std::vector<Span>& values) {
        const FilterField& field = m_fields[head.field];
        const Token& op = m_tokens[head.op];
        const bool isNot = head.isNot != (op.text == u"!=");
        const bool isOrdered = op.text.startsWith(u'<') || op.text.startsWith(u'>');
        const auto fault = [&](Fault kind) { return faultAt(kind, head.first, stop, {}, field.word.name); };
        if (isOrdered) {
            if ((field.traits & api::Range) == 0) {
                return fault(Fault::RangeNotPossible);
            }
            if (head.isNot) {
                return fault(Fault::NotNotPossible);
            }
            if (values.size() > 1) {
                return fault(Fault::EqualNotPossible);
            }
            const Span& value = values.front();
            if (op.text == u">=") {
                return add(head, stop, value.from, std::nullopt);
            }
            if (op.text == u">") {
                return add(head, stop, neighbour(value.to, field, 1), std::nullopt);
            }
            if (op.text == u"<=") {
                return add(head, stop, std::nullopt, value.to);
            }
            return add(head, stop, std::nullopt, neighbour(value.from, field, -1));
        }
        const bool isOne = values.size() == 1;
        const bool isSpan = std::ranges::any_of(values, [](const Span& v) { return v.from != v.to; });
        // A moment is equal to a day by lying within it.
        if ((field.traits & api::Equal) == 0 || isSpan || field.kind == Kind::Instant) {
            if (isNot) {
                return fault(Fault::NotNotPossible);
            }
            if (!isOne) {
                return fault(Fault::EqualNotPossible);
            }
            if ((field.traits & api::Range) == 0) {
                return fault(Fault::RangeNotPossible);
            }
            return add(head, stop, values.front().from, values.front().to);
        }
        if (isNot && field.secret != describe::Secret::No) {
            return fault(Fault::NotNotPossible);
        }
        const bool isByTitle =
            std::ranges::any_of(values, [](const Span& value) { return value.from.isEmpty(); });
        if (isByTitle && !isOne) {
            return fault(Fault::EqualNotPossible);
        }
        if (isSaid(field.word.name)) {
            return fault(Fault::SaidTwice);
        }
        QStringList texts;
        for (const Span& value : values) {
            if (!texts.contains(value.from)) {
                texts += value.from;
            }
        }
        m_filters += Filter{field.word.name, isNot ? notOp : QString(), texts.join(u','),
                            isOne ? values.front().title : QString()};
        return std::nullopt;
    }

    std::optional<FilterFault> add(const Head& head, std::size_t stop, const std::optional<QString>& from,
                                   const std::optional<QString>& to) {
        const FilterField& field = m_fields[head.field];
        const QString& name = field.word.name;
        const bool isOtherwise = std::ranges::any_of(
            m_filters, [&](const Filter& f) { return f.name == name && (f.op.isEmpty() || f.op == notOp); });
        if (isOtherwise || (from && isSaid(name, fromOp)) || (to && isSaid(name, toOp))) {
            return faultAt(Fault::SaidTwice, head.first, stop, {}, name);
        }
        // From before to, whichever was said first.
        const bool isThere = isSaid(name);
        const auto place = std::ranges::find(m_filters, name, &Filter::name) - m_filters.begin();
        if (from) {
            m_filters.insert(place, Filter{name, fromOp, asAsked(*from, field, fromOp)});
        }
        if (to) {
            m_filters.insert(place + (from || isThere ? 1 : 0),
                             Filter{name, toOp, asAsked(*to, field, toOp)});
        }
        return std::nullopt;
    }

    bool isSaid(const QString& name) const {
        return std::ranges::any_of(m_filters, [&](const Filter& filter) { return filter.name == name; });
    }
    bool isSaid(const QString& name, const QString& op) const {
        return std::ranges::any_of(
            m_filters, [&](const Filter& filter) { return filter.name == name && filter.op == op; });
    }

    Tokens m_tokens;
    const Fields& m_fields;
    std::vector<FilterWord> m_words;
    bool m_hasSearch;
    std::optional<Date> m_today;
    std::vector<Head> m_heads;
    QStringList m_search;
    qsizetype m_searchAt = 0;
    qsizetype m_searchLength = 0;
    QList<Filter> m_filters;
};

const FilterField* fieldNamed(const Fields& fields, const QString& name) {
    const auto found =
        std::ranges::find(fields, name, [](const FilterField& field) { return field.word.name; });
    return found == fields.end() ? nullptr : &*found;
}

// --- Writing

enum class Quotes { WhereNeeded, Always };

/// Whether a text stands for itself without quotes.
bool isWords(const QString& text) {
    const auto tokens = Splitter(text).split();
    return tokens && !tokens->empty() && std::ranges::all_of(*tokens, [](const Token& token) {
               return token.type == Token::Type::Word && !isAnd(token.text) && !isOr(token.text) &&
                      !token.text.startsWith(u'#');
           });
}

QString inQuotes(QString text) {
    return u'"' + text.replace(u'"', QStringLiteral("\"\"")) + u'"';
}

QString wordOf(const FilterWord& word, FilterSpeech speech) {
    const QString text = speech == FilterSpeech::Persian   ? word.persian
                         : speech == FilterSpeech::English ? word.english
                                                           : word.name;
    return text.isEmpty() ? word.name : text;
}

class LineWriter {
  public:
    LineWriter(const Fields& fields, FilterSpeech speech, Quotes quotes)
        : m_fields(fields), m_words(fieldWords(fields)), m_speech(speech), m_quotes(quotes) {}

    QString write(const QList<Filter>& filters) const {
        QStringList parts;
        QStringList written;
        for (const Filter& filter : filters) {
            if (filter.name == searchName && filter.op.isEmpty()) {
                const bool isBare = m_quotes == Quotes::WhereNeeded && isWords(filter.value);
                parts.prepend(isBare ? filter.value : inQuotes(filter.value));
                continue;
            }
            const FilterField* field = fieldNamed(m_fields, filter.name);
            if (field == nullptr || written.contains(filter.name)) {
                continue;
            }
            written += filter.name;
            parts += condition(*field, filters);
        }
        return parts.join(u' ');
    }

  private:
    QString condition(const FilterField& field, const QList<Filter>& filters) const {
        std::optional<QString> from;
        std::optional<QString> to;
        for (const Filter& filter : filters) {
            if (filter.name != field.word.name) {
                continue;
            }
            if (filter.op == fromOp) {
                from = value(field, filter.value);
            } else if (filter.op == toOp) {
                to = value(field, filter.value);
            } else {
                return (filter.op == notOp ? QStringLiteral("-") : QString()) + nameOf(field) +
                       QStringLiteral(": ") + values(field, filter);
            }
        }
        const QString head = nameOf(field) + QStringLiteral(": ");
        return from && to && *from == *to
                   ? head + *from
                   : head + from.value_or(QString()) + QStringLiteral("..") + to.value_or(QString());
    }

    /// A title that would not be understood gives way to the name in the API.
    QString nameOf(const FilterField& field) const {
        const QString title = wordOf(field.word, m_speech);
        const auto found = meant(m_words, title);
        const bool isUsable = isWords(title) && title.split(u' ').size() <= nameWordsMax &&
                              !title.startsWith(u'-') && found.size() == 1 &&
                              m_words[found.front()].name == field.word.name;
        return isUsable ? title : field.word.name;
    }

    QString values(const FilterField& field, const Filter& filter) const {
        if (field.kind == Kind::Id && !filter.title.isEmpty()) {
            const QString title = inQuotes(filter.title);
            return m_speech != FilterSpeech::Api || filter.value.isEmpty()
                       ? title
                       : u'#' + filter.value + u' ' + title;
        }
        QStringList texts;
        for (const QString& one : filter.value.split(u',')) {
            texts += value(field, one);
        }
        return texts.join(m_speech == FilterSpeech::Persian ? QStringLiteral("؛ ") : QStringLiteral("; "));
    }

    QString value(const FilterField& field, const QString& value) const {
        switch (field.kind) {
            case Kind::Id:
                return u'#' + value;
            case Kind::Integer:
                return digits(value);
            case Kind::Money:
                return amount(value.toLongLong());
            case Kind::Date:
            case Kind::Instant:
                return day(value);
            case Kind::Choice:
            case Kind::Bool: {
                for (const FilterWord& choice : choicesOf(field)) {
                    if (choice.name == value) {
                        const QString title = wordOf(choice, m_speech);
                        const auto found = meant(choicesOf(field), title);
                        return found.size() == 1 ? quoted(title) : choice.name;
                    }
                }
                return quoted(value);
            }
            case Kind::Text:
                break;
        }
        return isWords(value) && !value.contains(u' ') && m_quotes == Quotes::WhereNeeded ? value
                                                                                          : inQuotes(value);
    }

    QString quoted(const QString& title) const {
        return m_quotes == Quotes::WhereNeeded && isWords(title) ? title : inQuotes(title);
    }

    QString digits(const QString& number) const {
        return m_speech == FilterSpeech::Persian ? toQt(text::persianDigits(fromQt(number))) : number;
    }

    QString amount(qint64 rials) const {
        constexpr qint64 million = 1'000'000;
        if (m_speech == FilterSpeech::Api || rials == 0 || rials % million != 0) {
            return digits(QString::number(rials));
        }
        return digits(QString::number(rials / million)) +
               (m_speech == FilterSpeech::Persian ? QStringLiteral("م") : QStringLiteral("m"));
    }

    QString day(const QString& value) const {
        if (isRelativeDay(value)) {
            return relativeDayText(value, m_speech);
        }
        const auto date = filterDay(value, std::nullopt);
        if (!date) {
            return inQuotes(value);
        }
        return m_speech == FilterSpeech::Api
                   ? toQt(date->toString())
                   : digits(QString::fromStdString(JalaliDate::fromDate(*date).toString()));
    }

    const Fields& m_fields;
    std::vector<FilterWord> m_words;
    FilterSpeech m_speech;
    Quotes m_quotes;
};

/// Whether a text came back as what it was written from; a reference that people see has its title alone.
bool isSame(const QList<Filter>& read, QList<Filter> meantFilters, const Fields& fields) {
    meantFilters.removeIf([&](const Filter& filter) {
        return filter.name != searchName && fieldNamed(fields, filter.name) == nullptr;
    });
    if (read.size() != meantFilters.size()) {
        return false;
    }
    return std::ranges::all_of(meantFilters, [&](const Filter& filter) {
        return std::ranges::any_of(read, [&](const Filter& one) {
            return one.name == filter.name && one.op == filter.op &&
                   (one.value.isEmpty() ? one.title == plainDigits(filter.title) : one.value == filter.value);
        });
    });
}

// --- Completing

bool fitsTyped(const FilterWord& word, const QString& key) {
    return key.isEmpty() || keyOf(word.name).startsWith(key) || keyOf(word.english).startsWith(key) ||
           keyOf(word.persian).startsWith(key);
}

}  // namespace

std::vector<FilterField> filterFieldsOf(const api::ListSpec& spec) {
    std::vector<FilterField> fields;
    for (const api::ListField& listed : spec.fields) {
        FilterField field{{toQt(listed.name), {}, {}}, listed.kind, listed.traits};
        for (const describe::Choice& choice : listed.choices) {
            if (!choice.name.empty()) {
                field.choices.push_back({toQt(choice.name), {}, {}});
            }
        }
        field.secret = listed.secret;
        field.isReference = listed.kind == Kind::Id;
        fields.push_back(std::move(field));
    }
    return fields;
}

tl::expected<QList<Filter>, FilterFault> readFilterText(const QString& text, const Fields& fields,
                                                        bool hasSearch, std::optional<Date> today) {
    if (text.size() > filterTextMax) {
        return tl::unexpected(FilterFault{Fault::TooLong, filterTextMax, text.size() - filterTextMax});
    }
    auto tokens = Splitter(text).split();
    if (!tokens) {
        return tl::unexpected(std::move(tokens.error()));
    }
    return LineReader(std::move(*tokens), fields, hasSearch, today).read(text);
}

tl::expected<QList<Filter>, FilterFault> readFilterValues(const QString& text, const FilterField& field,
                                                          std::optional<Date> today) {
    const QString values = text.trimmed();
    if (values.isEmpty()) {
        return QList<Filter>{};
    }
    const bool hasOperator = QStringView(u"=!<>≠≥≤").contains(values.front());
    const QString head = hasOperator ? field.word.name : field.word.name + u':';
    auto read = readFilterText(head + text, {field}, false, today);
    if (!read) {
        read.error().at = std::max<qsizetype>(0, read.error().at - head.size());
    }
    return read;
}

QString writeFilterText(const QList<Filter>& filters, const Fields& fields, FilterSpeech speech) {
    // As plain as it can be understood.
    for (const auto& [words, quotes] :
         {std::pair(speech, Quotes::WhereNeeded), std::pair(speech, Quotes::Always)}) {
        const QString text = LineWriter(fields, words, quotes).write(filters);
        const auto read = readFilterText(text, fields, true, std::nullopt);
        if (read && isSame(*read, filters, fields)) {
            return text;
        }
    }
    return LineWriter(fields, FilterSpeech::Api, Quotes::Always).write(filters);
}

QString filterMoment(const QString& value, const QString& op) {
    const auto day = Date::parse(fromQt(value));
    return day ? momentOf(*day, op == toOp) : value;
}

bool isRelativeDay(const QString& value) {
    return relativeDay(value).has_value();
}

QString relativeDayText(const QString& value, FilterSpeech speech) {
    const auto relative = relativeDay(value);
    if (!relative || speech == FilterSpeech::Api) {
        return value;
    }
    const bool isPersian = speech == FilterSpeech::Persian;
    const QString number =
        (relative->days > 0 ? QStringLiteral("+") : QString()) + QString::number(relative->days);
    const QString offset = isPersian ? toQt(text::persianDigits(fromQt(number))) : number;
    for (const RelativeWord& word : relativeWords) {
        if (QLatin1String(word.base) == relative->base && word.days == relative->days) {
            return (isPersian ? word.persian : word.english).toString();
        }
    }
    if (relative->base == u"today") {
        return offset;
    }
    for (const RelativeWord& word : relativeWords) {
        if (QLatin1String(word.base) == relative->base) {
            return (isPersian ? word.persian : word.english).toString() + offset;
        }
    }
    return value;
}

std::optional<Date> filterDay(const QString& value, std::optional<Date> today) {
    if (const auto relative = relativeDay(value)) {
        if (!today) {
            return std::nullopt;
        }
        const JalaliDate now = JalaliDate::fromDate(*today);
        const bool isYear = relative->base.startsWith(u"year");
        const int month = !isYear ? now.month : relative->base == u"year_end" ? 12 : 1;
        const Date start = JalaliDate{now.year, month, 1}.toDate();
        const Date base = relative->base == u"today" ? *today
                          : relative->base.endsWith(u"_start")
                              ? start
                              : start.plusDays(JalaliDate::daysInMonth(now.year, month) - 1);
        return base.plusDays(relative->days);
    }
    if (const auto day = Date::parse(fromQt(value))) {
        return day;
    }
    const auto instant = Instant::parse(fromQt(value));
    return instant ? std::optional(instant->dateAt(tehranOffsetMinutes)) : std::nullopt;
}

QList<std::pair<QString, QString>> queryItemsOf(const QList<Filter>& filters, const Fields& fields,
                                                std::optional<Date> today) {
    QList<std::pair<QString, QString>> items;
    for (const Filter& filter : filters) {
        const FilterField* field = fieldNamed(fields, filter.name);
        QString value = filter.value;
        if (field != nullptr && isRelativeDay(value)) {
            const auto day = filterDay(value, today);
            if (!day) {
                continue;
            }
            value = asAsked(toQt(day->toString()), *field, filter.op);
        }
        items += {filter.key(), value};
    }
    return items;
}

QString quotedForFilter(const QString& value) {
    return isWords(value) && !value.contains(u' ') ? value : inQuotes(value);
}

FilterCompletion completeFilter(const QString& text, qsizetype cursor, const Fields& fields,
                                FilterSpeech speech) {
    FilterCompletion completion;
    const QString before = text.left(std::min(cursor, filterTextMax));
    completion.at = before.size();
    const auto split = Splitter(before).split();
    if (!split) {
        return completion;  // within quotes
    }
    const Tokens& tokens = *split;
    const std::vector<FilterWord> words = fieldWords(fields);
    const bool isAfterBlank = before.isEmpty() || before.back().isSpace();
    const auto op =
        std::find_if(tokens.rbegin(), tokens.rend(), [](const Token& t) { return t.isOperator(); });

    const auto suggestFields = [&](qsizetype at, const QString& typed) {
        const bool isNot = typed.startsWith(u'-');
        const QString key = keyOf(typed);
        const QString lead = isNot ? QStringLiteral("-") : QString();
        for (const FilterField& field : fields) {
            if (completion.suggestions.size() >= suggestionsMax || !fitsTyped(field.word, key) ||
                (isNot && (field.traits & api::Equal) == 0)) {
                continue;
            }
            // As it will be understood.
            const QString name = LineWriter(fields, speech, Quotes::WhereNeeded)
                                     .write({Filter{field.word.name, fromOp, QStringLiteral("0")}})
                                     .section(u':', 0, 0);
            completion.suggestions += {lead + name + QStringLiteral(": "), lead + wordOf(field.word, speech)};
            const bool isNamed =
                !key.isEmpty() && (key == keyOf(field.word.name) || key == keyOf(field.word.english) ||
                                   key == keyOf(field.word.persian));
            if (isNamed && !isNot) {
                const auto add = [&](const char* mark) {
                    const QString with = name + u' ' + QLatin1String(mark) + u' ';
                    completion.suggestions += {with, with.trimmed()};
                };
                if ((field.traits & api::Range) != 0) {
                    add(">=");
                    add("<=");
                }
                if ((field.traits & api::Equal) != 0 && field.secret == describe::Secret::No) {
                    add("!=");
                }
            }
        }
        completion.at = at;
    };

    // The words that end at the cursor, at most so many as a field's name has.
    std::size_t free = op == tokens.rend() ? 0 : static_cast<std::size_t>(tokens.rend() - op);
    const auto suggestFieldsForLastWords = [&] {
        std::size_t first = tokens.size();
        while (first > free && tokens.size() - first < nameWordsMax &&
               tokens[first - 1].type == Token::Type::Word) {
            --first;
        }
        for (std::size_t start = first; start < tokens.size(); ++start) {
            const QString typed = before.mid(tokens[start].at);
            suggestFields(tokens[start].at, typed);
            if (!completion.suggestions.isEmpty()) {
                return;
            }
        }
        if (isAfterBlank) {
            suggestFields(before.size(), {});
        }
    };

    if (op == tokens.rend()) {
        suggestFieldsForLastWords();
        return completion;
    }
    // Which field the operator belongs to, and what has been typed of its value.
    const std::size_t opAt = static_cast<std::size_t>(tokens.rend() - op) - 1;
    const FilterField* field = nullptr;
    for (std::size_t count = std::min<std::size_t>(nameWordsMax, opAt); count > 0 && field == nullptr;
         --count) {
        QString name;
        bool isName = true;
        for (std::size_t i = opAt - count; i < opAt; ++i) {
            isName = isName && tokens[i].type == Token::Type::Word;
            name += tokens[i].text + u' ';
        }
        const auto found = isName ? meant(words, name) : std::vector<std::size_t>{};
        field = found.size() == 1 ? &fields[found.front()] : nullptr;
    }
    if (field == nullptr) {
        return completion;
    }
    std::size_t valueAt = opAt + 1;
    for (std::size_t i = opAt + 1; i < tokens.size(); ++i) {
        if (tokens[i].type == Token::Type::Separator || tokens[i].type == Token::Type::Range) {
            valueAt = i + 1;
        }
    }
    const qsizetype from = valueAt < tokens.size() ? tokens[valueAt].at : before.size();
    const QString typed = before.mid(from);
    const bool isWhole =
        isAfterBlank && !typed.trimmed().isEmpty() && field->kind != Kind::Id && field->kind != Kind::Text;
    if (isWhole || (valueAt < tokens.size() && tokens[valueAt].type == Token::Type::Quoted)) {
        suggestFieldsForLastWords();
        return completion;
    }
    completion.at = from;
    const QString key = keyOf(typed);
    const auto suggest = [&](const QString& value) { completion.suggestions += {value + u' ', value}; };
    switch (field->kind) {
        case Kind::Choice:
        case Kind::Bool:
            for (const FilterWord& choice : choicesOf(*field)) {
                if (fitsTyped(choice, key) && completion.suggestions.size() < suggestionsMax) {
                    const QString written = LineWriter(fields, speech, Quotes::WhereNeeded)
                                                .write({Filter{field->word.name, {}, choice.name}})
                                                .section(QStringLiteral(": "), 1);
                    completion.suggestions += {written + u' ', wordOf(choice, speech)};
                }
            }
            break;
        case Kind::Date:
        case Kind::Instant: {
            const bool isPersian = speech != FilterSpeech::English;
            for (const RelativeWord& word : relativeWords) {
                const QString shown = (isPersian ? word.persian : word.english).toString();
                const bool isFirst =
                    relativeDayText(RelativeDay{QLatin1String(word.base), word.days}.toString(),
                                    isPersian ? FilterSpeech::Persian : FilterSpeech::English) == shown;
                if (isFirst && (key.isEmpty() || keyOf(word.english.toString()).startsWith(key) ||
                                keyOf(word.persian.toString()).startsWith(key))) {
                    suggest(shown);
                }
            }
            for (const auto& [english, persian] :
                 {std::pair(u"this month", u"این ماه"), std::pair(u"this year", u"امسال")}) {
                const QString shown = QString::fromUtf16(isPersian ? persian : english);
                if (key.isEmpty() || keyOf(shown).startsWith(key)) {
                    suggest(shown);
                }
            }
            break;
        }
        case Kind::Id:
            if (field->isReference && !typed.startsWith(u'#')) {
                completion.reference = field->word.name;
                completion.typed = plainDigits(typed).simplified();
            }
            break;
        default:
            break;
    }
    return completion;
}

}  // namespace nextgen::ui
