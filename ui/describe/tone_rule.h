#pragma once

#include "ui/describe/record_model.h"

#include <QJsonObject>
#include <QString>
#include <optional>
#include <string>

namespace nextgen::ui {

/// "Amounts below zero are red": what a person has coloured in a table.
struct ToneRule {
    enum class Comparison { Equal, Less, More, Contains, Empty };

    std::string field;
    Comparison comparison = Comparison::Equal;
    /// As the lists of the API take it: 2026-11-22, 5000, on_hand, true, or a text; none with Empty.
    QString value;
    Tone tone = Tone::Bad;
    bool isOfRow = false;  ///< the whole row rather than the cell

    bool operator==(const ToneRule&) const = default;
};

/// Whether the rule holds for what stands in its field. A value that is none of the field's kind never does.
bool fits(const ToneRule& rule, const CellValue& value);

QJsonObject toJson(const ToneRule& rule);
/// nullopt: it is none of ours.
std::optional<ToneRule> toneRuleIn(const QJsonObject& json);

}  // namespace nextgen::ui
