#pragma once

#include <QTimer>
#include <QWidget>

namespace nextgen::ui {

/// A thin line that runs while something loads; takes its height also when it rests, so that nothing jumps.
class BusyLine : public QWidget {
    Q_OBJECT

  public:
    explicit BusyLine(QWidget* parent = nullptr);
    void setBusy(bool isBusy);
    bool isBusy() const { return m_isBusy; }
    QSize sizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QTimer m_timer;
    int m_step = 0;
    bool m_isBusy = false;
};

/// Grey lines where rows will come: shown instead of an empty table while the first page loads.
class Skeleton : public QWidget {
    Q_OBJECT

  public:
    explicit Skeleton(QWidget* parent = nullptr);

  protected:
    void paintEvent(QPaintEvent* event) override;
};

}  // namespace nextgen::ui
