#include "ui/widgets/quick_filter.h"

#include "ui/widgets/filter_text.h"
#include "ui/widgets/record_grid.h"

#include <QScopedValueRollback>
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace nextgen::ui {

namespace {

constexpr int restMs = 400;

bool takes(const FilterField& field) {
    return field.kind != describe::Kind::Id && field.secret == describe::Secret::No;
}

}  // namespace

std::optional<QList<Filter>> readQuickFilter(const FilterField& field, const QString& text,
                                             std::optional<Date> today) {
    auto read = readFilterValues(text, field, today);
    if (read) {
        return std::move(*read);
    }
    const FilterFault& fault = read.error();
    // Nothing but this word: of several values one may be wrong beside it.
    if (fault.kind == FilterFault::Kind::ValueAmbiguous && fault.subject == text.trimmed()) {
        return QList<Filter>{{field.word.name, {}, fault.candidates.join(u',')}};
    }
    return std::nullopt;
}

QuickFilters::QuickFilters(RecordGrid& grid, FilterBar& bar, std::optional<Date> today, QObject* parent)
    : QObject(parent), m_grid(grid), m_bar(bar), m_today(today) {
    std::vector<std::string> names;
    for (const FilterField& field : bar.fields()) {
        if (takes(field)) {
            names.push_back(fromQt(field.word.name));
        }
    }
    m_grid.setQuickFilters(std::move(names));
    m_rest.setSingleShot(true);
    m_rest.setInterval(restMs);
    connect(&m_rest, &QTimer::timeout, this, &QuickFilters::apply);
    connect(&m_grid, &RecordGrid::quickFilterTyped, this, [this](const QString& field) {
        m_typed += field;
        m_rest.start();
    });
    connect(&m_bar, &FilterBar::filtersChanged, this, &QuickFilters::follow);
}

const FilterField* QuickFilters::fieldOf(const QString& name) const {
    const auto found = std::ranges::find(m_bar.fields(), name, [](const FilterField& field) {
        return field.word.name;
    });
    return found == m_bar.fields().end() || m_grid.model()->columnOf(fromQt(name)) < 0 ? nullptr : &*found;
}

void QuickFilters::apply() {
    QList<Filter> filters = m_bar.filters();
    for (const QString& name : std::exchange(m_typed, {})) {
        const FilterField* field = fieldOf(name);
        if (field == nullptr) {
            continue;
        }
        const auto read = readQuickFilter(*field, m_grid.quickFilter(fromQt(name)), m_today);
        m_grid.setQuickFilterRefused(fromQt(name), !read);
        if (read) {
            filters.removeIf([&](const Filter& filter) { return filter.name == name; });
            filters += *read;
        }
    }
    const QScopedValueRollback applying(m_isApplying, true);
    m_bar.setFilters(filters);
}

void QuickFilters::follow() {
    if (m_isApplying) {
        return;
    }
    for (const FilterField& field : m_bar.fields()) {
        const std::string name = fromQt(field.word.name);
        const QString typed = m_grid.quickFilter(name);
        if (typed.isEmpty() || m_grid.model()->columnOf(name) < 0) {
            continue;
        }
        QList<Filter> shown = m_bar.filters();
        shown.removeIf([&](const Filter& filter) { return filter.name != field.word.name; });
        if (readQuickFilter(field, typed, m_today) != shown) {
            m_grid.setQuickFilter(name, {});
            m_grid.setQuickFilterRefused(name, false);
        }
    }
}

}  // namespace nextgen::ui
