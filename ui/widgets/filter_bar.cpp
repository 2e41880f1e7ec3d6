#include "ui/widgets/filter_bar.h"

#include "shared/core/text.h"
#include "shared/describe/secret.h"
#include "ui/describe/record_model.h"
#include "ui/locale/format.h"
#include "ui/locale/language.h"
#include "ui/widgets/code_edit.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/jalali_date_edit.h"
#include "ui/widgets/money_edit.h"
#include "ui/widgets/scroll.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QCompleter>
#include <QDateTime>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>
#include <QScreen>
#include <QScrollArea>
#include <QShortcut>
#include <QStandardItemModel>
#include <QToolButton>
#include <algorithm>

namespace nextgen::ui {

namespace {

using describe::Kind;

constexpr int restMs = 70;
/// Of a longer list of choices so many are seen at once.
constexpr int entriesInSight = 14;
constexpr int searchWidthPx = 300;
constexpr int panelWidthPx = 300;
constexpr int helpWidthPx = 520;

bool isOffered(Kind kind) {
    return kind == Kind::Choice || kind == Kind::Bool || kind == Kind::Date || kind == Kind::Money ||
           kind == Kind::Text || kind == Kind::Instant || kind == Kind::Integer;
}

FilterWord wordOf(const QString& name, const char* context, const char* title) {
    return {name, QString::fromUtf8(title), persianOf(context, title)};
}

FilterSpeech speechOfTheMoment() {
    return currentLanguage() == Language::Persian ? FilterSpeech::Persian : FilterSpeech::English;
}

// A card that closes by itself when one clicks elsewhere, with the editors of one field.
QFrame* makePanel(QWidget* parent, const QString& title) {
    auto* panel = new QFrame(parent, Qt::Popup);
    panel->setAttribute(Qt::WA_DeleteOnClose);
    panel->setObjectName(QStringLiteral("filterPanel"));
    panel->setProperty("popup", true);
    auto* layout = new QVBoxLayout(panel);
    layout->setContentsMargins(space::m, space::m, space::m, space::m);
    layout->setSpacing(space::s);
    layout->addWidget(makeLabel(title, TextRole::Strong, panel));
    return panel;
}

QString searchKeyOf(const QString& text) {
    return toQt(text::searchKey(fromQt(text)));
}

/// A condition that this list understands, for people to see how one is written.
QString exampleOf(const std::vector<FilterField>& fields) {
    const FilterField* field = &fields.front();
    for (const FilterField& one : fields) {
        if (!one.choices.empty()) {
            field = &one;
            break;
        }
    }
    const QString value = field->choices.empty() ? QStringLiteral("…") : field->choices.front().name;
    return writeFilterText({Filter{field->word.name, {}, value}}, fields, speechOfTheMoment());
}

/// Whether what comes next is a value: right behind an operator.
bool isValueNext(const QString& before) {
    const QString typed = before.trimmed();
    return !typed.isEmpty() && QStringView(u":=<>;؛.").contains(typed.back());
}

std::optional<QString> valueOf(const std::vector<Filter>& filters, const QString& op) {
    const auto found =
        std::find_if(filters.begin(), filters.end(), [&](const Filter& f) { return f.op == op; });
    return found == filters.end() ? std::nullopt : std::optional(found->value);
}

/// One end of a range, which a single value is both of.
std::optional<QString> endOf(const std::vector<Filter>& filters, const QString& op) {
    const auto end = valueOf(filters, op);
    return end ? end : valueOf(filters, {});
}

}  // namespace

FilterBar::FilterBar(QWidget* parent)
    : QWidget(parent),
      m_search(new QLineEdit(this)),
      m_add(new QToolButton(this)),
      m_clear(new QToolButton(this)),
      m_fault(makeLabel({}, TextRole::Error, this)),
      m_completer(new QCompleter(this)),
      m_suggestionModel(new QStandardItemModel(this)) {
    m_search->setObjectName(QStringLiteral("search"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaxLength(filterTextMax);
    m_search->installEventFilter(this);
    m_search->setFixedWidth(searchWidthPx);
    m_search->addAction(icon(Icon::Search, Tint::Muted), QLineEdit::LeadingPosition);
    m_add->setObjectName(QStringLiteral("addFilterButton"));
    m_add->setIcon(icon(Icon::Filter));
    m_add->setIconSize({16, 16});
    m_add->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_add->hide();
    m_clear->setObjectName(QStringLiteral("clearFiltersButton"));
    setKind(m_clear, ButtonKind::Quiet);
    m_clear->hide();
    m_fault->setObjectName(QStringLiteral("filterFault"));
    m_fault->setAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    m_fault->hide();
    m_completer->setModel(m_suggestionModel);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(entriesInSight);
    m_completer->setWidget(m_search);
    m_completer->popup()->setObjectName(QStringLiteral("filterSuggestions"));
    connect(m_completer, qOverload<const QModelIndex&>(&QCompleter::activated), this,
            [this](const QModelIndex& index) { takeSuggestion(index.row()); });
    auto* layout = new FlowLayout(space::s, this);
    layout->addWidget(m_search);
    layout->addWidget(m_fault);
    layout->addWidget(m_add);
    layout->addWidget(m_clear);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);

    m_rest.setSingleShot(true);
    m_rest.setInterval(restMs);
    connect(m_search, &QLineEdit::textChanged, &m_rest, qOverload<>(&QTimer::start));
    m_lookUp.setSingleShot(true);
    m_lookUp.setInterval(restMs);
    connect(m_search, &QLineEdit::textChanged, this, &FilterBar::clearFault);
    connect(m_search, &QLineEdit::textEdited, this, [this] { suggest(false); });
    connect(m_search, &QLineEdit::returnPressed, this, &FilterBar::commit);
    connect(&m_rest, &QTimer::timeout, this, &FilterBar::rested);
    connect(&m_lookUp, &QTimer::timeout, this, &FilterBar::lookUp);
    connect(m_add, &QToolButton::clicked, this, &FilterBar::showMenu);
    connect(m_clear, &QToolButton::clicked, this, &FilterBar::clear);
    auto* find = new QShortcut(QKeySequence::Find, this);
    connect(find, &QShortcut::activated, this, [this] {
        m_search->setFocus();
        m_search->selectAll();
    });
    fitHeights();
    retranslate();
}

FilterBar::~FilterBar() {
    m_search->disconnect(this);
    m_completer->disconnect(this);
}

void FilterBar::addField(const char* context, const describe::FieldInfo& info, unsigned traits,
                         const std::vector<describe::Choice>& choices) {
    if (!isOffered(info.kind) && (info.refersTo.empty() || !m_finder)) {
        return;
    }
    const std::size_t place = m_fields.size();
    Field field{context, info, choices, {}, new QWidget(this), nullptr, nullptr};
    field.chip->setObjectName(toQt(info.name) + QStringLiteral("_chip"));
    field.chip->setAttribute(Qt::WA_StyledBackground);
    field.chip->setProperty("chip", true);
    field.chipText = new QToolButton(field.chip);
    field.chipText->setObjectName(QStringLiteral("chipText"));
    field.chipClose = new QToolButton(field.chip);
    field.chipClose->setObjectName(QStringLiteral("chipClose"));
    field.chipClose->setIcon(icon(Icon::Close, Tint::Accent));
    field.chipClose->setIconSize({14, 14});
    // As high as the text: a row of buttons is otherwise no higher than the lowest.
    field.chipClose->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    auto* layout = new QHBoxLayout(field.chip);
    layout->setContentsMargins(space::s, 1, space::xs, 1);
    layout->setSpacing(2);
    layout->addWidget(field.chipText);
    layout->addWidget(field.chipClose);
    field.chip->hide();
    connect(field.chipText, &QToolButton::clicked, this, [this, place] { edit(place); });
    connect(field.chipClose, &QToolButton::clicked, this, [this, place] { setFieldFilters(place, {}); });
    auto* remove = new QShortcut(QKeySequence(Qt::Key_Delete), field.chip);
    remove->setContext(Qt::WidgetWithChildrenShortcut);
    connect(remove, &QShortcut::activated, this, [this, place] { setFieldFilters(place, {}); });
    auto* asText = new QShortcut(QKeySequence(Qt::Key_F2), field.chip);
    asText->setContext(Qt::WidgetWithChildrenShortcut);
    connect(asText, &QShortcut::activated, this, [this, place] { makeText(place); });
    field.chipText->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(field.chipText, &QWidget::customContextMenuRequested, this,
            [this, place, chip = field.chipText](const QPoint& at) {
                showChipMenu(place, chip->mapToGlobal(at));
            });
    FilterField names{wordOf(toQt(info.name), context, info.title), info.kind, traits};
    for (const describe::Choice& choice : choices) {
        names.choices.push_back(wordOf(toQt(choice.name), choice.context, choice.title));
    }
    names.secret = info.secret;
    names.isReference = !info.refersTo.empty();
    m_names.push_back(std::move(names));
    // Before the button that clears all.
    this->layout()->removeWidget(m_clear);
    this->layout()->addWidget(field.chip);
    this->layout()->addWidget(m_clear);
    m_fields.push_back(std::move(field));
    m_add->show();
}

void FilterBar::addFields(const char* context, const std::vector<describe::FieldInfo>& fields,
                          const api::ListSpec& spec, ReferenceFinder finder) {
    m_finder = std::move(finder);
    for (const api::ListField& listed : spec.fields) {
        for (const describe::FieldInfo& field : fields) {
            // A list that is only ordered by a field cannot be narrowed by it.
            if (field.name == listed.name && !field.has(describe::Hidden) &&
                (listed.traits & (api::Equal | api::Range)) != 0) {
                // A choice without a name stands for none, which cannot be asked for.
                std::vector<describe::Choice> choices;
                std::ranges::copy_if(listed.choices, std::back_inserter(choices),
                                     [](const describe::Choice& choice) { return !choice.name.empty(); });
                addField(context, field, listed.traits, choices);
            }
        }
    }
    setSearchable(spec.hasSearch);
}

void FilterBar::setSearchable(bool isSearchable) {
    m_isSearchable = isSearchable;
    m_search->setVisible(isSearchable || !m_fields.empty());
    retranslate();
}

void FilterBar::setSearchPlaceholder(const QString& text) {
    m_placeholder = text;
    retranslate();
}

void FilterBar::setToday(Date today) {
    m_today = today;
}

QList<Filter> FilterBar::filters() const {
    QList<Filter> all;
    if (!m_settledSearch.isEmpty()) {
        all += Filter{QStringLiteral("q"), {}, m_settledSearch};
    }
    for (const Field& field : m_fields) {
        for (const Filter& filter : field.filters) {
            all += filter;
        }
    }
    return all;
}

QList<std::pair<QString, QString>> FilterBar::queryItems() const {
    return queryItemsOf(filters(), m_names, m_today);
}

QString FilterBar::filterText() const {
    return filterText(speechOfTheMoment());
}

QString FilterBar::filterText(FilterSpeech speech) const {
    return writeFilterText(filters(), m_names, speech);
}

bool FilterBar::hasSecret() const {
    return std::ranges::any_of(
        m_fields, [](const Field& field) { return field.info.isSecret() && !field.filters.empty(); });
}

int FilterBar::lineHeight() const {
    return m_search->sizeHint().height();
}

void FilterBar::copyAsText() const {
    QGuiApplication::clipboard()->setText(filterText());
}

bool FilterBar::setFilterText(const QString& text) {
    const auto read = readFilterText(text, m_names, m_isSearchable, m_today);
    // A record named by its title alone would have to be looked for.
    const bool isKnown =
        read && std::ranges::none_of(*read, [](const Filter& filter) { return filter.value.isEmpty(); });
    if (isKnown) {
        setFilters(*read);
    }
    return isKnown;
}

void FilterBar::setFilters(const QList<Filter>& filters) {
    const QList<Filter> before = this->filters();
    QString search;
    for (std::size_t place = 0; place < m_fields.size(); ++place) {
        m_fields[place].filters.clear();
        for (const Filter& filter : filters) {
            if (filter.name == toQt(m_fields[place].info.name)) {
                m_fields[place].filters.push_back(filter);
            }
        }
        showChip(place);
    }
    for (const Filter& filter : filters) {
        if (filter.name == QStringLiteral("q")) {
            search = filter.value;
        }
    }
    // What would read like a condition goes into quotes.
    const QList<Filter> words = {{QStringLiteral("q"), {}, search}};
    const auto read = readFilterText(search, m_names, true, m_today);
    m_search->setText(read && (search.isEmpty() || *read == words)
                          ? search
                          : writeFilterText(words, m_names, speechOfTheMoment()));
    m_rest.stop();
    m_settledSearch = search;
    if (this->filters() != before) {
        emit filtersChanged();
    }
}

void FilterBar::clear() {
    setFilters({});
}

void FilterBar::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    } else if (event->type() == QEvent::FontChange) {
        // Once the line has its new font too.
        QMetaObject::invokeMethod(this, &FilterBar::fitHeights, Qt::QueuedConnection);
    }
}

void FilterBar::fitHeights() {
    m_add->setFixedHeight(lineHeight());
    m_fault->setFixedHeight(lineHeight());
    emit lineHeightChanged(lineHeight());
}

void FilterBar::retranslate() {
    m_search->setPlaceholderText(!m_placeholder.isEmpty() ? m_placeholder
                                 : m_isSearchable         ? tr("Search (Ctrl+F)")
                                                          : tr("Filter (Ctrl+F)"));
    m_search->setAccessibleName(m_isSearchable ? tr("Search") : tr("Filter"));
    m_search->setToolTip(tr("Words to search for, or conditions such as “%1”. Down lists what may be typed.")
                             .arg(m_names.empty() ? QString() : exampleOf(m_names)));
    clearFault();
    m_add->setText(tr("Filter"));
    m_clear->setText(tr("Clear all"));
    for (std::size_t place = 0; place < m_fields.size(); ++place) {
        showChip(place);
    }
}

void FilterBar::rested() {
    m_rest.stop();
    const auto read = readFilterText(m_search->text(), m_names, m_isSearchable, m_today);
    const bool isSearch = read && std::ranges::all_of(*read, [](const Filter& filter) {
                              return filter.name == QStringLiteral("q");
                          });
    // A condition that is still being typed waits for Enter.
    if (!isSearch) {
        return;
    }
    const QString search = read->isEmpty() ? QString() : read->front().value;
    if (search != m_settledSearch) {
        m_settledSearch = search;
        m_clear->setVisible(!filters().isEmpty());
        emit filtersChanged();
    }
}

void FilterBar::commit() {
    if (m_completer->popup()->isVisible() && m_completer->popup()->currentIndex().isValid()) {
        return;  // Enter takes what is marked in the list
    }
    m_rest.stop();
    const QString typed = m_search->text();
    const auto read = readFilterText(typed, m_names, m_isSearchable, m_today);
    if (!read) {
        showFault(read.error());
        return;
    }
    resolveReferences(*read, typed);
}

/// Finds the records that are named by their titles, one after the other, then takes all of it.
void FilterBar::resolveReferences(QList<Filter> filters, const QString& typed) {
    const auto open = std::ranges::find_if(filters, [](const Filter& filter) {
        return filter.value.isEmpty() && filter.name != QStringLiteral("q");
    });
    if (open == filters.end()) {
        take(filters);
        return;
    }
    const auto place = open - filters.begin();
    const auto field =
        std::ranges::find(m_names, open->name, [](const FilterField& f) { return f.word.name; });
    const auto fieldAt = static_cast<std::size_t>(field - m_names.begin());
    const QString title = open->title;
    m_finder(m_fields[fieldAt].info.refersTo, title, this,
             [this, filters = std::move(filters), typed, place,
              title](const std::vector<Reference>& found) mutable {
                 if (m_search->text() != typed) {
                     return;  // it is being changed again
                 }
                 std::vector<Reference> fitting;
                 const QString key = searchKeyOf(title);
                 std::ranges::copy_if(found, std::back_inserter(fitting), [&](const Reference& reference) {
                     return searchKeyOf(reference.title) == key;
                 });
                 if (fitting.empty() && found.size() == 1) {
                     fitting = found;
                 }
                 if (fitting.size() != 1) {
                     const auto at = std::max<qsizetype>(0, typed.indexOf(title));
                     FilterFault fault{found.empty() ? FilterFault::Kind::ValueNotUnderstood
                                                     : FilterFault::Kind::ValueAmbiguous,
                                       at, title.size(), title, filters[place].name};
                     for (const Reference& reference : found) {
                         fault.candidates += reference.title;
                     }
                     showFault(fault);
                     return;
                 }
                 filters[place].value = QString::number(fitting.front().id);
                 filters[place].title = fitting.front().title;
                 resolveReferences(std::move(filters), typed);
             });
}

/// What was typed joins the chips that are there; a field that it names is narrowed by it alone.
void FilterBar::take(const QList<Filter>& filters) {
    QList<Filter> all;
    for (const Filter& before : this->filters()) {
        const bool isNamed =
            std::ranges::any_of(filters, [&](const Filter& filter) { return filter.name == before.name; });
        if (!isNamed && before.name != QStringLiteral("q")) {
            all += before;
        }
    }
    m_completer->popup()->hide();
    setFilters(all + filters);
    if (m_list) {
        m_list->setFocus();
    }
}

bool FilterBar::search(const QString& words) {
    if (m_isSearchable) {
        setFilters({{QStringLiteral("q"), {}, words}});
        if (m_list) {
            m_list->setFocus();
        }
    }
    return m_isSearchable;
}

void FilterBar::showFault(const FilterFault& fault) {
    m_completer->popup()->hide();
    m_fault->setText(showDigits(sentenceOf(fault)));
    m_fault->show();
    setRefused(m_search, true);
    m_search->setAccessibleDescription(m_fault->text());
    m_search->setSelection(static_cast<int>(fault.at), static_cast<int>(fault.length));
    updateGeometry();
}

void FilterBar::clearFault() {
    if (!m_fault->isHidden()) {
        m_fault->hide();
        setRefused(m_search, false);
        m_search->setAccessibleDescription({});
        updateGeometry();
    }
}

QString FilterBar::sentenceOf(const FilterFault& fault) const {
    using Kind = FilterFault::Kind;
    QString field = fault.field;
    const auto titleOf = [&](const QString& name) {
        for (std::size_t place = 0; place < m_names.size(); ++place) {
            if (m_names[place].word.name == name) {
                return title(m_fields[place]);
            }
            for (std::size_t i = 0; i < m_fields[place].choices.size(); ++i) {
                if (m_names[place].word.name == fault.field &&
                    toQt(m_fields[place].choices[i].name) == name) {
                    return choiceTitle(m_fields[place].choices[i]);
                }
            }
        }
        return name;
    };
    field = titleOf(field);
    QStringList candidates;
    for (const QString& name : fault.candidates.mid(0, 5)) {
        candidates += titleOf(name);
    }
    const QString choice = candidates.join(tr(", "));
    switch (fault.kind) {
        case Kind::TooLong:
            return tr("This is longer than %1 characters.").arg(filterTextMax);
        case Kind::QuoteOpen:
            return tr("A quote does not end.");
        case Kind::FieldMissing:
            return tr("The name of a field is missing here; marks to search for stand in quotes.");
        case Kind::FieldUnknown:
            return tr("“%1” is no field of this list. To search for it, put it into quotes.")
                .arg(fault.subject);
        case Kind::FieldAmbiguous:
            return tr("“%1” may be: %2").arg(fault.subject, choice);
        case Kind::ValueMissing:
            return field.isEmpty() ? tr("A value is missing here.")
                                   : tr("%1: a value is missing.").arg(field);
        case Kind::ValueNotUnderstood:
            return fault.cause && fault.cause->code != ErrorCode::AmountInvalid
                       ? tr("%1: %2").arg(field, showError(*fault.cause))
                       : tr("%1: “%2” is not understood.").arg(field, fault.subject);
        case Kind::ValueAmbiguous:
            return tr("%1: “%2” may be: %3").arg(field, fault.subject, choice);
        case Kind::ValueWithComma:
            return tr("%1: a value with a comma cannot be asked for.").arg(field);
        case Kind::TooManyValues:
            return tr("%1: these are too many values.").arg(field);
        case Kind::RangeNotPossible:
            return tr("%1 can be equal to something or not; it has no range.").arg(field);
        case Kind::EqualNotPossible:
            return tr("%1 takes one value or one range, such as 1..5.").arg(field);
        case Kind::NotNotPossible:
            return tr("%1: “not” cannot be said of this.").arg(field);
        case Kind::SaidTwice:
            return tr("%1 is said twice; several values are written with ; between them.").arg(field);
        case Kind::OrNotPossible:
            return tr(
                "“Or” and brackets are not possible here; several values of one field stand with ; between "
                "them.");
        case Kind::SearchNotPossible:
            return tr("This list is not searched by words. Write a field's name, a colon and a value.");
        case Kind::SearchTooLong:
            return tr("The words to search for are too long.");
    }
    return {};
}

void FilterBar::suggest(bool isAsked) {
    m_lookUp.stop();
    const QString text = m_search->text();
    const int cursor = m_search->cursorPosition();
    m_completion = completeFilter(text, cursor, m_names, speechOfTheMoment());
    if (!m_completion.reference.isEmpty() && m_finder) {
        m_lookUp.start(isAsked ? 0 : restMs);
        return;
    }
    // While words to search for are being typed, two letters make a name likely enough to be mentioned.
    constexpr qsizetype lettersToAct = 2;
    const QString before = text.left(cursor);
    const bool isWord = before.mid(m_completion.at).trimmed().size() >= lettersToAct;
    const bool isInCondition = before.contains(u':') && !before.endsWith(u' ');
    showSuggestions(isAsked || isWord || isInCondition || isValueNext(before) ? m_completion.suggestions
                                                                              : QList<FilterSuggestion>{});
}

/// Records whose titles fit what has been typed of a reference.
void FilterBar::lookUp() {
    const auto field =
        std::ranges::find(m_names, m_completion.reference, [](const FilterField& f) { return f.word.name; });
    if (field == m_names.end()) {
        return;
    }
    const auto place = static_cast<std::size_t>(field - m_names.begin());
    m_finder(m_fields[place].info.refersTo, m_completion.typed, this,
             [this, text = m_search->text()](const std::vector<Reference>& found) {
                 if (m_search->text() != text) {
                     return;
                 }
                 QList<FilterSuggestion> suggestions;
                 for (const Reference& reference : found) {
                     suggestions += {quotedForFilter(reference.title) + u' ', showDigits(reference.title)};
                 }
                 showSuggestions(suggestions);
             });
}

void FilterBar::showSuggestions(const QList<FilterSuggestion>& suggestions) {
    m_completion.suggestions = suggestions;
    m_suggestionModel->clear();
    for (const FilterSuggestion& suggestion : suggestions) {
        m_suggestionModel->appendRow(new QStandardItem(suggestion.label));
    }
    if (suggestions.isEmpty() || !m_search->hasFocus()) {
        m_completer->popup()->hide();
        return;
    }
    m_completer->popup()->setLayoutDirection(layoutDirection());
    m_completer->complete();
    m_completer->popup()->setCurrentIndex({});
}

void FilterBar::takeSuggestion(int row) {
    if (row < 0 || row >= m_completion.suggestions.size()) {
        return;
    }
    const qsizetype cursor = m_search->cursorPosition();
    const QString text = m_search->text();
    const QString insert = m_completion.suggestions[row].insert;
    const qsizetype at = std::min(m_completion.at, cursor);
    m_search->setText(text.left(at) + insert + text.mid(cursor));
    m_search->setCursorPosition(static_cast<int>(at + insert.size()));
    // Once the list has closed.
    QMetaObject::invokeMethod(this, [this] { suggest(false); }, Qt::QueuedConnection);
}

void FilterBar::makeText(std::size_t place) {
    const QList<Filter> filters(m_fields[place].filters.begin(), m_fields[place].filters.end());
    const QString text = writeFilterText(filters, m_names, speechOfTheMoment());
    setFieldFilters(place, {});
    const QString before = m_search->text().trimmed();
    m_search->setText(before.isEmpty() ? text : before + u' ' + text);
    m_search->setFocus();
    m_search->end(false);
}

void FilterBar::showHelp() {
    QFrame* panel = makePanel(this, tr("Writing filters"));
    panel->setObjectName(QStringLiteral("filterHelp"));
    panel->setFixedWidth(helpWidthPx);
    auto* rows = new QFormLayout;
    rows->setVerticalSpacing(space::xs);
    const auto add = [&](const QString& example, const QString& words) {
        QLabel* explanation = makeLabel(words, TextRole::Muted, panel);
        explanation->setWordWrap(true);
        rows->addRow(makeLabel(example, TextRole::Body, panel), explanation);
    };
    add(tr("amount: 100m..500m"), tr("From and to; either end may be left open."));
    add(tr("status: deposited; bounced"), tr("One of several."));
    add(tr("-status: cleared"), tr("All but this one; the same as status != cleared."));
    add(tr("due date: today..+30"),
        tr("Days count from the day on which one looks; so do start and end of month."));
    add(tr("due date: 1405/09"), tr("A whole month."));
    add(tr("created >= 1405/01/01"), tr("Also <, >, <= and =."));
    add(tr("dealer: \"Tech Iran\""), tr("Quotes hold together what is one value."));
    static_cast<QVBoxLayout*>(panel->layout())->addLayout(rows);
    QLabel* rest = makeLabel(
        tr("Fields and values have their names in Persian and in English, and the beginning of a name is "
           "enough. Other words are searched for. Enter makes chips; F2 or a double click on a chip, "
           "or Backspace at the line's beginning, makes it text again."),
        TextRole::Small, panel);
    rest->setWordWrap(true);
    panel->layout()->addWidget(rest);
    const int height = panel->layout()->totalHeightForWidth(helpWidthPx);
    panel->resize(helpWidthPx, height > 0 ? height : panel->sizeHint().height());
    const bool isRightToLeft = layoutDirection() == Qt::RightToLeft;
    panel->move(m_search->mapToGlobal(
        QPoint(isRightToLeft ? m_search->width() - helpWidthPx : 0, m_search->height() + 2)));
    panel->show();
}

void FilterBar::addTextActions(QMenu& menu) {
    QAction* copy = menu.addAction(tr("Copy the filter as text"));
    copy->setObjectName(QStringLiteral("copyFilter"));
    copy->setEnabled(!filters().isEmpty());
    connect(copy, &QAction::triggered, this, &FilterBar::copyAsText);
    QAction* help = menu.addAction(tr("Writing filters …"));
    help->setObjectName(QStringLiteral("filterHelp"));
    // Once the menu has closed: a popup of its own.
    connect(help, &QAction::triggered, this, &FilterBar::showHelp, Qt::QueuedConnection);
}

void FilterBar::showChipMenu(std::size_t place, const QPoint& globalPosition) {
    QMenu menu(this);
    connect(menu.addAction(tr("Edit as text")), &QAction::triggered, this,
            [this, place] { makeText(place); });
    connect(menu.addAction(tr("Remove")), &QAction::triggered, this,
            [this, place] { setFieldFilters(place, {}); });
    menu.addSeparator();
    addTextActions(menu);
    menu.exec(globalPosition);
}

bool FilterBar::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool isListShown = m_completer->popup()->isVisible();
        const bool isAsking = (key->key() == Qt::Key_Down && key->modifiers() == Qt::NoModifier) ||
                              (key->key() == Qt::Key_Space && key->modifiers() == Qt::ControlModifier);
        if (isAsking && !isListShown) {
            suggest(true);
            return true;
        }
        if (key->key() == Qt::Key_Backspace && m_search->cursorPosition() == 0 &&
            !m_search->hasSelectedText()) {
            for (std::size_t place = m_fields.size(); place-- > 0;) {
                if (!m_fields[place].filters.empty()) {
                    makeText(place);
                    return true;
                }
            }
        }
    }
    // The second click of a double click on a chip falls into the editor that the first one opened.
    if (watched->objectName() == QStringLiteral("filterPanel") && event->type() == QEvent::MouseButtonPress &&
        QDateTime::currentMSecsSinceEpoch() - m_panelOpenedAt < QApplication::doubleClickInterval()) {
        const QPoint at = static_cast<QMouseEvent*>(event)->globalPosition().toPoint();
        for (std::size_t place = 0; place < m_fields.size(); ++place) {
            QWidget* chip = m_fields[place].chipText;
            if (chip->isVisible() && chip->rect().contains(chip->mapFromGlobal(at))) {
                static_cast<QWidget*>(watched)->close();
                makeText(place);
                return true;
            }
        }
    }
    return QWidget::eventFilter(watched, event);
}

void FilterBar::showMenu() {
    QMenu menu(this);
    for (std::size_t place = 0; place < m_fields.size(); ++place) {
        connect(menu.addAction(title(m_fields[place])), &QAction::triggered, this,
                [this, place] { edit(place); });
    }
    menu.addSeparator();
    addTextActions(menu);
    menu.exec(m_add->mapToGlobal(
        QPoint(layoutDirection() == Qt::RightToLeft ? m_add->width() - menu.sizeHint().width() : 0,
               m_add->height() + 2)));
}

void FilterBar::edit(std::size_t place) {
    switch (m_fields[place].info.kind) {
        case Kind::Choice:
        case Kind::Bool:
            editChoices(place);
            return;
        case Kind::Date:
        case Kind::Instant:
        case Kind::Money:
            editRange(place);
            return;
        case Kind::Text:
        case Kind::Integer:
            editText(place);
            return;
        case Kind::Id:
            editReference(place);
            return;
    }
}

void FilterBar::editChoices(std::size_t place) {
    const Field& field = m_fields[place];
    QFrame* panel = makePanel(this, title(field));
    const QStringList chosen = valueOf(field.filters, {}).value_or(QString()).split(u',', Qt::SkipEmptyParts);
    struct Entry {
        QString value;
        QString title;
    };
    std::vector<Entry> entries;
    entries.reserve(field.choices.size());
    for (const describe::Choice& choice : field.choices) {
        entries.push_back({toQt(choice.name), choiceTitle(choice)});
    }
    if (field.info.kind == Kind::Bool) {
        entries = {{QStringLiteral("true"), tr("Yes")}, {QStringLiteral("false"), tr("No")}};
    }
    const QString name = toQt(field.info.name);
    auto* boxes = new QWidget;
    auto* boxesLayout = new QVBoxLayout(boxes);
    boxesLayout->setContentsMargins(0, 0, 0, 0);
    // Each tick counts at once: the list behind the panel follows.
    for (const Entry& entry : entries) {
        auto* box = new QCheckBox(entry.title);
        box->setObjectName(entry.value);
        box->setChecked(chosen.contains(entry.value));
        boxesLayout->addWidget(box);
        connect(box, &QCheckBox::toggled, panel, [this, panel, place, entries, name] {
            QStringList values;
            for (const Entry& e : entries) {
                if (panel->findChild<QCheckBox*>(e.value)->isChecked()) {
                    values += e.value;
                }
            }
            setFieldFilters(place, values.isEmpty() ? std::vector<Filter>{}
                                                    : std::vector<Filter>{{name, {}, values.join(u',')}});
        });
    }
    if (entries.size() > entriesInSight) {
        const int height = boxes->sizeHint().height() * entriesInSight / static_cast<int>(entries.size());
        QScrollArea* scroll = makeScroll(boxes);
        scroll->setFixedHeight(height);
        scroll->setMinimumWidth(boxes->sizeHint().width() + space::l);
        panel->layout()->addWidget(scroll);
    } else {
        panel->layout()->addWidget(boxes);
    }
    showPanel(panel, place);
    if (auto* first = panel->findChild<QCheckBox*>()) {
        first->setFocus();
    }
}

void FilterBar::editRange(std::size_t place) {
    const Field& field = m_fields[place];
    QFrame* panel = makePanel(this, title(field));
    panel->setMinimumWidth(panelWidthPx);
    const bool isMoment = field.info.kind == Kind::Instant;
    const bool isDate = field.info.kind == Kind::Date || isMoment;
    const QString name = toQt(field.info.name);
    auto* rows = static_cast<QVBoxLayout*>(panel->layout());
    const auto addEnd = [&](const QString& label, const QString& op) -> QWidget* {
        auto* words = makeLabel(label, TextRole::Muted, panel);
        rows->addWidget(words);
        const std::optional<QString> value = endOf(field.filters, op);
        QWidget* editor = nullptr;
        if (isDate) {
            auto* date = new JalaliDateEdit(panel);
            date->setToday(m_today);
            date->setValue(value ? filterDay(*value, m_today) : std::nullopt);
            editor = date;
        } else {
            auto* money = new MoneyEdit(panel);
            money->setValue(value ? std::optional(Money::rials(value->toLongLong())) : std::nullopt);
            editor = money;
        }
        editor->setObjectName(op);
        words->setBuddy(editor);
        editor->focusProxy()->setAccessibleName(label);
        rows->addWidget(editor);
        return editor;
    };
    QWidget* from = addEnd(tr("From"), QStringLiteral("gte"));
    QWidget* to = addEnd(tr("To"), QStringLiteral("lte"));

    const auto textOf = [this, isDate, before = field.filters](QWidget* editor) {
        if (isDate) {
            const auto day = static_cast<JalaliDateEdit*>(editor)->value();
            // A day that moves on stays one unless another is chosen.
            const auto old = endOf(before, editor->objectName());
            return !day ? QString() : old && filterDay(*old, m_today) == day ? *old : toQt(day->toString());
        }
        const auto amount = static_cast<MoneyEdit*>(editor)->value();
        return amount ? QString::number(amount->rials()) : QString();
    };
    const auto apply = [this, place, name, from, to, textOf, panel, isMoment] {
        std::vector<Filter> filters;
        const auto add = [&](const QString& op, const QString& value) {
            if (!value.isEmpty()) {
                filters.push_back({name, op, isMoment ? filterMoment(value, op) : value});
            }
        };
        add(QStringLiteral("gte"), textOf(from));
        add(QStringLiteral("lte"), textOf(to));
        panel->close();
        setFieldFilters(place, std::move(filters));
    };

    if (isDate && m_today) {
        struct Range {
            QString title;
            const char* from;
            const char* to;
        };
        const std::vector<Range> ranges = {
            {tr("Past"), nullptr, "today-1"},
            {tr("Today"), "today", "today"},
            {tr("Next 30 days"), "today", "today+30"},
            {tr("This month"), "month_start", "month_end"},
        };
        auto* line = new QHBoxLayout;
        line->setSpacing(0);
        for (const Range& range : ranges) {
            auto* button = new QPushButton(range.title, panel);
            setKind(button, ButtonKind::Quiet);
            line->addWidget(button);
            connect(button, &QPushButton::clicked, panel, [this, place, name, range, panel] {
                std::vector<Filter> filters;
                if (range.from != nullptr) {
                    filters.push_back({name, QStringLiteral("gte"), QLatin1String(range.from)});
                }
                filters.push_back({name, QStringLiteral("lte"), QLatin1String(range.to)});
                panel->close();
                setFieldFilters(place, std::move(filters));
            });
        }
        rows->addLayout(line);
    }
    auto* accept = new QPushButton(tr("Apply"), panel);
    accept->setObjectName(QStringLiteral("applyButton"));
    setKind(accept, ButtonKind::Primary);
    rows->addWidget(accept);
    connect(accept, &QPushButton::clicked, panel, apply);
    for (QWidget* editor : {from, to}) {
        connect(static_cast<QLineEdit*>(editor->focusProxy()), &QLineEdit::returnPressed, panel, apply);
    }
    showPanel(panel, place);
    from->setFocus();
}

void FilterBar::editText(std::size_t place) {
    const Field& field = m_fields[place];
    QFrame* panel = makePanel(this, title(field));
    panel->setMinimumWidth(panelWidthPx);
    const describe::Secret secret = field.info.secret;
    auto* line = secret == describe::Secret::No ? new QLineEdit(panel) : new LatinEdit(panel);
    const bool isNumber = field.info.kind == Kind::Integer;
    line->setText(
        isNumber ? writeFilterText({field.filters.begin(), field.filters.end()}, m_names, FilterSpeech::Api)
                       .section(QStringLiteral(": "), 1)
                 : valueOf(field.filters, {}).value_or(QString()));
    line->setAccessibleName(title(field));
    panel->layout()->addWidget(line);
    QLabel* fault = makeLabel({}, TextRole::Error, panel);
    fault->setObjectName(QStringLiteral("fault"));
    fault->setWordWrap(true);
    fault->hide();
    panel->layout()->addWidget(fault);
    auto* accept = new QPushButton(tr("Apply"), panel);
    accept->setObjectName(QStringLiteral("applyButton"));
    setKind(accept, ButtonKind::Primary);
    panel->layout()->addWidget(accept);
    const QString name = toQt(field.info.name);
    const auto apply = [this, place, name, line, panel, secret, fault, isNumber] {
        QString value = plainDigits(line->text()).simplified();
        if (isNumber && !value.isEmpty()) {
            // Numbers are said as in the line: 5, 3..9, 10..
            const auto read =
                readFilterText(name + QStringLiteral(": ") + value, {m_names[place]}, false, m_today);
            if (!read) {
                setRefused(line, true);
                fault->setText(sentenceOf(read.error()));
                fault->show();
                panel->adjustSize();
                return;
            }
            panel->close();
            setFieldFilters(place, {read->begin(), read->end()});
            return;
        }
        if (secret != describe::Secret::No && !value.isEmpty()) {
            const auto read = describe::readSecret(secret, fromQt(value));
            if (!read) {
                setRefused(line, true);
                fault->setText(showError(read.error()));
                fault->show();
                panel->adjustSize();
                return;
            }
            value = toQt(*read);
        }
        panel->close();
        setFieldFilters(place,
                        value.isEmpty() ? std::vector<Filter>{} : std::vector<Filter>{{name, {}, value}});
    };
    connect(accept, &QPushButton::clicked, panel, apply);
    connect(line, &QLineEdit::returnPressed, panel, apply);
    showPanel(panel, place);
    line->setFocus();
}

void FilterBar::editReference(std::size_t place) {
    const Field& field = m_fields[place];
    QFrame* panel = makePanel(this, title(field));
    panel->setMinimumWidth(panelWidthPx);
    auto* reference = new ReferenceEdit(field.info.refersTo, m_finder, panel);
    if (const auto value = valueOf(field.filters, {})) {
        reference->setValue(Reference{value->toLongLong(), field.filters.front().title});
    }
    reference->lineEdit()->setAccessibleName(title(field));
    panel->layout()->addWidget(reference);
    auto* accept = new QPushButton(tr("Apply"), panel);
    accept->setObjectName(QStringLiteral("applyButton"));
    setKind(accept, ButtonKind::Primary);
    panel->layout()->addWidget(accept);
    const QString name = toQt(field.info.name);
    connect(accept, &QPushButton::clicked, panel, [this, place, name, reference, panel] {
        if (!reference->isAcceptable()) {
            return;
        }
        const auto chosen = reference->value();
        panel->close();
        setFieldFilters(place,
                        chosen ? std::vector<Filter>{{name, {}, QString::number(chosen->id), chosen->title}}
                               : std::vector<Filter>{});
    });
    showPanel(panel, place);
    reference->setFocus();
}

void FilterBar::setFieldFilters(std::size_t place, std::vector<Filter> filters) {
    if (m_fields[place].filters == filters) {
        return;
    }
    m_fields[place].filters = std::move(filters);
    showChip(place);
    emit filtersChanged();
}

void FilterBar::showChip(std::size_t place) {
    const Field& field = m_fields[place];
    field.chipText->setText(chipSentence(field));
    field.chipText->setToolTip(tr("Change this filter"));
    field.chipClose->setToolTip(tr("Remove this filter (Delete)"));
    field.chipClose->setAccessibleName(tr("Remove the filter %1").arg(field.chipText->text()));
    field.chip->setVisible(!field.filters.empty());
    m_clear->setVisible(!filters().isEmpty());
    updateGeometry();
}

QString FilterBar::title(const Field& field) {
    return QCoreApplication::translate(field.context, field.info.title);
}

QString FilterBar::chipSentence(const Field& field) const {
    const auto shownOne = [&](const QString& value) {
        switch (field.info.kind) {
            case Kind::Date:
            case Kind::Instant: {
                if (isRelativeDay(value)) {
                    return relativeDayWords(value);
                }
                const auto day = filterDay(value, m_today);
                return day ? showDate(*day) : value;
            }
            case Kind::Id:
                return field.filters.front().title.isEmpty() ? showCode(u'#' + value)
                                                             : showDigits(field.filters.front().title);
            case Kind::Money:
            case Kind::Integer:
                return showNumber(value.toLongLong());
            case Kind::Bool:
                return value == QStringLiteral("true") ? tr("Yes") : tr("No");
            case Kind::Choice:
                for (const describe::Choice& choice : field.choices) {
                    if (toQt(choice.name) == value) {
                        return choiceTitle(choice);
                    }
                }
                return value;
            default:
                return showCode(value);
        }
    };
    const auto shown = [&](const QString& values) {
        QStringList words;
        for (const QString& value : values.split(u',')) {
            words += shownOne(value);
        }
        return words.join(tr(", "));
    };
    const auto equal = valueOf(field.filters, {});
    if (const auto other = valueOf(field.filters, QStringLiteral("ne"))) {
        return tr("%1: not %2").arg(title(field), shown(*other));
    }
    const auto from = valueOf(field.filters, QStringLiteral("gte"));
    const auto to = valueOf(field.filters, QStringLiteral("lte"));
    if (equal) {
        return tr("%1: %2").arg(title(field), shown(*equal));
    }
    if (from && to) {
        return *from == *to ? tr("%1: %2").arg(title(field), shown(*from))
                            : tr("%1: %2 to %3").arg(title(field), shown(*from), shown(*to));
    }
    if (from) {
        return tr("%1: from %2").arg(title(field), shown(*from));
    }
    return to ? tr("%1: up to %2").arg(title(field), shown(*to)) : title(field);
}

QStringList FilterBar::sentences() const {
    QStringList sentences;
    if (!m_settledSearch.isEmpty()) {
        sentences += tr("%1: %2").arg(tr("Search"), showDigits(m_settledSearch));
    }
    for (const Field& field : m_fields) {
        if (!field.filters.empty()) {
            // What is secret is named and not said: paper lies about.
            sentences += field.info.isSecret() ? title(field) : chipSentence(field);
        }
    }
    return sentences;
}

QString FilterBar::relativeDayWords(const QString& value) {
    static const QRegularExpression days(QStringLiteral("^today([+-])(\\d+)$"));
    const auto match = days.match(value);
    const int count = match.captured(2).toInt();
    return !match.hasMatch() || count == 1          ? relativeDayText(value, speechOfTheMoment())
           : match.captured(1) == QStringView(u"+") ? tr("%1 days from now").arg(showNumber(count))
                                                    : tr("%1 days ago").arg(showNumber(count));
}

void FilterBar::showPanel(QFrame* panel, std::size_t place) {
    panel->installEventFilter(this);
    m_panelOpenedAt = QDateTime::currentMSecsSinceEpoch();
    // By hand: adjustSize() guesses too much height for the hints, which wrap.
    const QLayout* rows = panel->layout();
    const int width = std::max(rows->totalSizeHint().width(), panel->minimumWidth());
    panel->resize(
        width, rows->hasHeightForWidth() ? rows->totalHeightForWidth(width) : rows->totalSizeHint().height());
    panel->move(editorCorner(place, width));
    panel->show();
}

QPoint FilterBar::editorCorner(std::size_t place, int width) const {
    const QWidget* anchor =
        m_fields[place].chip->isVisible() ? m_fields[place].chip : static_cast<QWidget*>(m_add);
    const bool isRightToLeft = layoutDirection() == Qt::RightToLeft;
    QPoint corner =
        anchor->mapToGlobal(QPoint(isRightToLeft ? anchor->width() - width : 0, anchor->height() + 2));
    const QRect room = screen()->availableGeometry();
    corner.setX(std::clamp(corner.x(), room.left(), std::max(room.left(), room.right() - width)));
    return corner;
}

}  // namespace nextgen::ui
