#pragma once

#include "shared/core/date.h"
#include "ui/describe/record.h"
#include "ui/widgets/reference_edit.h"

#include <QObject>
#include <vector>

namespace nextgen::ui {

class RecordGrid;
class StagedEdits;

/// Lets the cells of a list be edited, each by the line of a form, and stages what was typed. Typing or F2
/// begins; Enter takes it and goes a row down, Tab to the next cell, Esc lets go. What is no value stays open
/// and says why.
class RecordTyping : public QObject {
    Q_OBJECT

  public:
    struct Form {
        const char* context;  ///< that the titles of the fields are translated in
        const std::vector<describe::FieldInfo>& fields;
        ReferenceFinder finder;
        Date today;
    };

    /// The table is the grid's model. All outlive this, or go with it.
    RecordTyping(RecordGrid& grid, RecordTable& table, StagedEdits& staged, Form form);

  signals:
    /// More records than can be staged at once: nothing was.
    void full();
};

}  // namespace nextgen::ui
