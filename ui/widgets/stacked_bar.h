#pragma once

#include "shared/core/money.h"

#include <QAbstractButton>
#include <QColor>
#include <QWidget>
#include <optional>
#include <vector>

class QLabel;

namespace nextgen::ui {

class FlowLayout;

/// One part of a StackedBar.
struct BarPart {
    QString id;
    QString label;
    Money amount;
    QColor colour;  ///< invalid: the theme's colour for the part's place
};

/// The colours of parts, by place; they differ in lightness too, for eyes that do not tell red from green.
QColor seriesColour(std::size_t place, const QPalette& palette);

/// The legend's entry of a part, which the keyboard reaches.
class BarLegendButton : public QAbstractButton {
    Q_OBJECT

  public:
    explicit BarLegendButton(QWidget* parent);
    void setPart(const BarPart& part, const QColor& colour);
    QSize sizeHint() const override;

  signals:
    /// The pointer or the keyboard came or went.
    void attention(bool isOn);

  protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

  private:
    QString m_amount;
    QColor m_colour;
};

/// The bar itself; parts are hit with the pointer here and with the keyboard in the legend.
class BarCanvas : public QWidget {
    Q_OBJECT

  public:
    explicit BarCanvas(QWidget* parent);
    void setParts(const std::vector<BarPart>& parts, std::optional<Money> limit);
    void setHighlighted(int part);
    QSize sizeHint() const override;
    /// Where the parts lie, in the widget's coordinates; empty rectangles for parts without an amount.
    std::vector<QRect> partRects() const;

  signals:
    void partClicked(int part);

  protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    bool event(QEvent* event) override;

  private:
    int partAt(const QPoint& position) const;
    std::int64_t scaleRials() const;
    QRect track() const;
    int positionOf(std::int64_t rials) const;

    std::vector<BarPart> m_parts;
    std::optional<Money> m_limit;
    int m_highlighted = -1;
};

/// What an amount is made of, against a limit: a bar, a sentence and a legend whose entries open the
/// documents behind a part.
class StackedBar : public QWidget {
    Q_OBJECT

  public:
    explicit StackedBar(QWidget* parent = nullptr);
    ~StackedBar() override;

    void setParts(std::vector<BarPart> parts);
    /// None: no mark and no sentence about it.
    void setLimit(std::optional<Money> limit);
    Money total() const;
    bool isOverLimit() const;
    QString summary() const;
    BarCanvas* canvas() const { return m_canvas; }

  signals:
    void partActivated(const QString& id);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void showParts();

    std::vector<BarPart> m_parts;
    std::optional<Money> m_limit;
    QLabel* m_summary;
    BarCanvas* m_canvas;
    QWidget* m_legend;
    std::vector<BarLegendButton*> m_entries;
};

}  // namespace nextgen::ui
