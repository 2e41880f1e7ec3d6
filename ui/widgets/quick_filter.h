#pragma once

#include "shared/api/list_spec.h"
#include "ui/widgets/filter_bar.h"

#include <QList>
#include <QObject>
#include <QTimer>
#include <optional>
#include <string>
#include <vector>

namespace nextgen::ui {

class RecordGrid;

/// What was typed under a heading, as conditions of the list; nullopt: it is none of the field's kind. An
/// amount or a number: 100, >100, <100, 100..200; a day, a month (1405/09), a year, and the same; a choice by
/// the beginning of a word of it; a text as it is, several with commas between them.
std::optional<QList<Filter>> readQuickFilter(const describe::FieldInfo& field, const api::ListField& listed,
                                             const QString& text, std::optional<Date> today);

/// Has the lines under a grid's headings and the filter bar above it say the same: what is typed below
/// becomes a chip above after a rest, and a chip that is taken away or changed above empties its line.
class QuickFilters : public QObject {
    Q_OBJECT

  public:
    QuickFilters(RecordGrid& grid, FilterBar& bar, const api::ListSpec& spec, std::optional<Date> today,
                 QObject* parent);

  private:
    void apply();
    void follow();

    RecordGrid& m_grid;
    FilterBar& m_bar;
    const api::ListSpec& m_spec;
    std::optional<Date> m_today;
    QTimer m_rest;
    std::vector<std::string> m_typed;  ///< fields whose line was changed
    bool m_isApplying = false;
};

}  // namespace nextgen::ui
