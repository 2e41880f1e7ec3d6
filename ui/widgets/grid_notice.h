#pragma once

#include <QPushButton>

class QAbstractItemView;

namespace nextgen::ui {

/// Floats above the rows of a view, which stay where they are, until it is clicked: "3 new, show".
class GridNotice : public QPushButton {
    Q_OBJECT

  public:
    explicit GridNotice(QAbstractItemView* view);

    /// An empty text takes it away.
    void say(const QString& text);

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void place();

    QAbstractItemView* m_view;
};

}  // namespace nextgen::ui
