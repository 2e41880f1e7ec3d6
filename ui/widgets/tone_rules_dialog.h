#pragma once

#include "ui/describe/tone_rule.h"

#include <QDialog>
#include <functional>
#include <optional>
#include <vector>

class QComboBox;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace nextgen::ui {

/// What a table colours by itself, one rule a line: a field, a comparison, a value and a tone.
class ToneRulesDialog : public QDialog {
    Q_OBJECT

  public:
    static constexpr std::size_t rulesMax = 12;

    /// Begins with the model's rules, and offers its columns.
    explicit ToneRulesDialog(const RecordModelBase& model, QWidget* parent);

    /// A rule whose value is missing is left out.
    std::vector<ToneRule> rules() const;

  signals:
    void rulesChosen(const std::vector<nextgen::ui::ToneRule>& rules);

  private:
    struct Line {
        QWidget* widget;
        QComboBox* field;
        QComboBox* comparison;
        QWidget* place;   ///< of the value's editor
        QWidget* editor;  ///< nullptr: there is none
        std::function<QString()> value;
        QComboBox* tone;
        QComboBox* extent;
    };

    void addLine(const ToneRule& rule);
    void removeLine(const QWidget* widget);
    void offerComparisons(Line& line, ToneRule::Comparison wanted);
    void makeEditor(Line& line, const QString& value);
    const describe::FieldInfo& fieldOf(const Line& line) const;
    Line& lineOf(const QWidget* widget);
    void showLines();

    const RecordModelBase& m_model;
    std::vector<Line> m_lines;
    QLabel* m_none;
    QVBoxLayout* m_rows;
    QPushButton* m_add;
};

}  // namespace nextgen::ui
