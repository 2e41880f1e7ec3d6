#include "ui/widgets/filter_bar.h"

#include "shared/core/instant.h"
#include "shared/core/jalali.h"
#include "shared/describe/secret.h"
#include "ui/describe/record_model.h"
#include "ui/locale/format.h"
#include "ui/widgets/code_edit.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/jalali_date_edit.h"
#include "ui/widgets/money_edit.h"
#include "ui/widgets/scroll.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QShortcut>
#include <QToolButton>
#include <algorithm>

namespace nextgen::ui {

namespace {

using describe::Kind;

constexpr int restMs = 250;
/// Of a longer list of choices so many are seen at once.
constexpr int entriesInSight = 14;
constexpr int searchWidthPx = 300;
constexpr int panelWidthPx = 300;

bool isOffered(Kind kind) {
    return kind == Kind::Choice || kind == Kind::Bool || kind == Kind::Date || kind == Kind::Money ||
           kind == Kind::Text || kind == Kind::Instant || kind == Kind::Integer;
}

// A moment is narrowed by whole days of Tehran: from the first's beginning to the last's end.
constexpr std::int64_t secondsADay = 86'400;

QString momentOf(Date day, const QString& op) {
    const Instant midnight =
        Instant().plusSeconds(day.daysSinceEpoch() * secondsADay - tehranOffsetMinutes * 60);
    const Instant moment = op == QStringLiteral("lte") ? midnight.plusSeconds(secondsADay - 1) : midnight;
    return toQt(moment.toString());
}

std::optional<Date> dayOf(const QString& moment) {
    const auto instant = Instant::parse(fromQt(moment));
    return instant ? std::optional(instant->dateAt(tehranOffsetMinutes)) : std::nullopt;
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

std::optional<QString> valueOf(const std::vector<Filter>& filters, const QString& op) {
    const auto found =
        std::find_if(filters.begin(), filters.end(), [&](const Filter& f) { return f.op == op; });
    return found == filters.end() ? std::nullopt : std::optional(found->value);
}

}  // namespace

FilterBar::FilterBar(QWidget* parent)
    : QWidget(parent),
      m_search(new QLineEdit(this)),
      m_add(new QToolButton(this)),
      m_clear(new QToolButton(this)) {
    m_search->setObjectName(QStringLiteral("search"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaxLength(200);
    m_search->setFixedWidth(searchWidthPx);
    m_search->addAction(icon(Icon::Search, Tint::Muted), QLineEdit::LeadingPosition);
    m_add->setObjectName(QStringLiteral("addFilterButton"));
    m_add->setIcon(icon(Icon::Filter));
    m_add->setIconSize({16, 16});
    m_add->setFixedHeight(m_search->sizeHint().height());
    m_add->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_add->hide();
    m_clear->setObjectName(QStringLiteral("clearFiltersButton"));
    setKind(m_clear, ButtonKind::Quiet);
    m_clear->hide();
    auto* layout = new FlowLayout(space::s, this);
    layout->addWidget(m_search);
    layout->addWidget(m_add);
    layout->addWidget(m_clear);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);

    m_rest.setSingleShot(true);
    m_rest.setInterval(restMs);
    connect(m_search, &QLineEdit::textChanged, &m_rest, qOverload<>(&QTimer::start));
    connect(m_search, &QLineEdit::returnPressed, this, &FilterBar::searchSettled);
    connect(&m_rest, &QTimer::timeout, this, &FilterBar::searchSettled);
    connect(m_add, &QToolButton::clicked, this, &FilterBar::showMenu);
    connect(m_clear, &QToolButton::clicked, this, &FilterBar::clear);
    auto* find = new QShortcut(QKeySequence::Find, this);
    connect(find, &QShortcut::activated, this, [this] {
        m_search->setFocus();
        m_search->selectAll();
    });
    retranslate();
}

void FilterBar::addField(const char* context, const describe::FieldInfo& info,
                         const std::vector<describe::Choice>& choices) {
    if (!isOffered(info.kind) && (info.refersTo.empty() || !m_finder)) {
        return;
    }
    const std::size_t place = m_fields.size();
    Field field{context, info, choices, {}, {}, new QWidget(this), nullptr, nullptr};
    field.chip->setObjectName(toQt(info.name) + QStringLiteral("_chip"));
    field.chip->setAttribute(Qt::WA_StyledBackground);
    field.chip->setProperty("chip", true);
    field.chipText = new QToolButton(field.chip);
    field.chipText->setObjectName(QStringLiteral("chipText"));
    field.chipClose = new QToolButton(field.chip);
    field.chipClose->setObjectName(QStringLiteral("chipClose"));
    field.chipClose->setIcon(icon(Icon::Close, Tint::Accent));
    field.chipClose->setIconSize({14, 14});
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
                addField(context, field, {listed.choices.begin(), listed.choices.end()});
            }
        }
    }
    setSearchVisible(spec.hasSearch);
}

void FilterBar::setSearchVisible(bool isVisible) {
    m_search->setVisible(isVisible);
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
    QList<std::pair<QString, QString>> items;
    for (const Filter& filter : filters()) {
        items += {filter.key(), filter.value};
    }
    return items;
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
    m_search->setText(search);
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
    }
}

void FilterBar::retranslate() {
    m_search->setPlaceholderText(m_placeholder.isEmpty() ? tr("Search (Ctrl+F)") : m_placeholder);
    m_search->setAccessibleName(tr("Search"));
    m_add->setText(tr("Filter"));
    m_clear->setText(tr("Clear all"));
    for (std::size_t place = 0; place < m_fields.size(); ++place) {
        showChip(place);
    }
}

void FilterBar::searchSettled() {
    m_rest.stop();
    const QString search = plainDigits(m_search->text()).simplified();
    if (search != m_settledSearch) {
        m_settledSearch = search;
        m_clear->setVisible(!filters().isEmpty());
        emit filtersChanged();
    }
}

void FilterBar::showMenu() {
    QMenu menu(this);
    for (std::size_t place = 0; place < m_fields.size(); ++place) {
        connect(menu.addAction(title(m_fields[place])), &QAction::triggered, this,
                [this, place] { edit(place); });
    }
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
        const std::optional<QString> value = valueOf(field.filters, op);
        QWidget* editor = nullptr;
        if (isDate) {
            auto* date = new JalaliDateEdit(panel);
            date->setToday(m_today);
            date->setValue(!value ? std::nullopt : isMoment ? dayOf(*value) : Date::parse(fromQt(*value)));
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

    const auto textOf = [isDate, isMoment](QWidget* editor) {
        if (isDate) {
            const auto day = static_cast<JalaliDateEdit*>(editor)->value();
            if (isMoment && day) {
                return momentOf(*day, editor->objectName());
            }
            return day ? toQt(day->toString()) : QString();
        }
        const auto amount = static_cast<MoneyEdit*>(editor)->value();
        return amount ? QString::number(amount->rials()) : QString();
    };
    const auto apply = [this, place, name, from, to, textOf, panel] {
        std::vector<Filter> filters;
        if (const QString value = textOf(from); !value.isEmpty()) {
            filters.push_back({name, QStringLiteral("gte"), value});
        }
        if (const QString value = textOf(to); !value.isEmpty()) {
            filters.push_back({name, QStringLiteral("lte"), value});
        }
        panel->close();
        setFieldFilters(place, std::move(filters));
    };

    if (isDate && m_today) {
        const JalaliDate now = JalaliDate::fromDate(*m_today);
        const Date monthStart = JalaliDate{now.year, now.month, 1}.toDate();
        const Date monthEnd = monthStart.plusDays(JalaliDate::daysInMonth(now.year, now.month) - 1);
        struct Range {
            QString title;
            std::optional<Date> from;
            std::optional<Date> to;
        };
        const std::vector<Range> ranges = {
            {tr("Past"), std::nullopt, m_today->plusDays(-1)},
            {tr("Today"), m_today, m_today},
            {tr("Next 30 days"), m_today, m_today->plusDays(30)},
            {tr("This month"), monthStart, monthEnd},
        };
        auto* line = new QHBoxLayout;
        line->setSpacing(0);
        for (const Range& range : ranges) {
            auto* button = new QPushButton(range.title, panel);
            setKind(button, ButtonKind::Quiet);
            line->addWidget(button);
            connect(button, &QPushButton::clicked, panel, [from, to, range, apply] {
                static_cast<JalaliDateEdit*>(from)->setValue(range.from);
                static_cast<JalaliDateEdit*>(to)->setValue(range.to);
                apply();
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
    line->setText(valueOf(field.filters, {}).value_or(QString()));
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
    const auto apply = [this, place, name, line, panel, secret, fault] {
        QString value = plainDigits(line->text()).simplified();
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
        reference->setValue(Reference{value->toLongLong(), field.referenceTitle});
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
        m_fields[place].referenceTitle = chosen ? chosen->title : QString();
        setFieldFilters(place, chosen ? std::vector<Filter>{{name, {}, QString::number(chosen->id)}}
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

QString FilterBar::title(const Field& field) const {
    return QCoreApplication::translate(field.context, field.info.title);
}

QString FilterBar::chipSentence(const Field& field) const {
    const auto shown = [&](const QString& value) {
        switch (field.info.kind) {
            case Kind::Date: {
                const auto day = Date::parse(fromQt(value));
                return day ? showDate(*day) : value;
            }
            case Kind::Instant: {
                const auto day = dayOf(value);
                return day ? showDate(*day) : value;
            }
            case Kind::Id:
                return showDigits(field.referenceTitle);
            case Kind::Money:
            case Kind::Integer:
                return showNumber(value.toLongLong());
            case Kind::Bool:
                return value == QStringLiteral("true") ? tr("Yes") : tr("No");
            case Kind::Choice: {
                QStringList titles;
                for (const QString& name : value.split(u',')) {
                    for (const describe::Choice& choice : field.choices) {
                        if (toQt(choice.name) == name) {
                            titles += choiceTitle(choice);
                        }
                    }
                }
                return titles.join(tr(", "));
            }
            default:
                return showCode(value);
        }
    };
    const auto equal = valueOf(field.filters, {});
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

void FilterBar::showPanel(QFrame* panel, std::size_t place) const {
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
