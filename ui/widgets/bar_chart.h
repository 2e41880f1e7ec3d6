#pragma once

#include "shared/core/money.h"

#include <QString>
#include <QWidget>
#include <vector>

namespace nextgen::ui {

/// One bar of a BarChart.
struct Bar {
    QString label;  ///< under the bar; empty where every label would be too many
    QString title;  ///< in full, for the tip and for screen readers
    Money amount;   ///< what is below zero has no height
};

/// Amounts side by side, beginning at the leading side: from the right in a right-to-left window. A bar is
/// chosen by the pointer, or by the arrow keys and Enter.
class BarChart : public QWidget {
    Q_OBJECT

  public:
    explicit BarChart(QWidget* parent = nullptr);
    ~BarChart() override;

    void setBars(std::vector<Bar> bars);
    /// What is shown is no longer sure.
    void setFaded(bool isFaded);
    /// The bar that the keyboard is at; −1: none.
    int currentBar() const { return m_current; }
    /// The bars from left to right, as they are drawn: places in what was set.
    std::vector<int> drawnOrder() const;
    /// What stands beside the axis, from below.
    QStringList axisLabels() const;

  signals:
    void barActivated(int bar);

  protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

  private:
    class View;

    void draw();
    void setCurrent(int bar);
    QString tipOf(int bar) const;

    std::vector<Bar> m_bars;
    View* m_view;
    int m_current = -1;
    bool m_isFaded = false;
};

/// Steps for an axis from 0 to at least `most`: 1, 2 or 5 times a power of ten apart, five at most.
std::vector<Money> axisSteps(Money most);

}  // namespace nextgen::ui
