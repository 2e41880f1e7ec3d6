#pragma once

#include "ui/widgets/filter_bar.h"

#include <QList>
#include <QObject>
#include <QStringList>
#include <QTimer>
#include <optional>

namespace nextgen::ui {

class RecordGrid;

/// What was typed under a heading, as conditions of the list, by the grammar of filter_text.h; nullopt: it is
/// none of the field's. The beginning of several choices means all of them, since it may still be typed on.
std::optional<QList<Filter>> readQuickFilter(const FilterField& field, const QString& text,
                                             std::optional<Date> today);

/// Has the lines under a grid's headings and the filter bar above it say the same: what is typed below
/// becomes a chip above after a rest, and a chip that is taken away or changed above empties its line.
class QuickFilters : public QObject {
    Q_OBJECT

  public:
    QuickFilters(RecordGrid& grid, FilterBar& bar, std::optional<Date> today, QObject* parent);

  private:
    void apply();
    void follow();
    /// nullptr: there is none of this name, or no column of it.
    const FilterField* fieldOf(const QString& name) const;

    RecordGrid& m_grid;
    FilterBar& m_bar;
    std::optional<Date> m_today;
    QTimer m_rest;
    QStringList m_typed;  ///< fields whose line was changed
    bool m_isApplying = false;
};

}  // namespace nextgen::ui
