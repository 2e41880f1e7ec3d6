#pragma once

#include "ui/print/sheet_layout.h"

#include <QAbstractScrollArea>
#include <memory>

namespace nextgen::print {

/// One page of a sheet on the screen, painted by what paints it on paper.
class PageView : public QAbstractScrollArea {
    Q_OBJECT

  public:
    explicit PageView(QWidget* parent = nullptr);

    void showSheet(std::shared_ptr<const SheetLayout> layout);
    int page() const { return m_page; }
    /// Kept within the sheet.
    void setPage(int page, bool isAtEnd = false);
    /// On by what is seen at once, and to the next page after that; back with -1.
    void turn(int direction);

    void zoomBy(double factor);
    /// The page is as wide as the view, until it is zoomed.
    void fitWidth();
    /// 100: as large as on paper.
    int zoomPercent() const;

  signals:
    void shown();

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

  private:
    double scaleForWidth() const;
    void fitBars();
    QSizeF sizeOfPage() const;

    std::shared_ptr<const SheetLayout> m_layout;
    int m_page = 0;
    double m_scale = 0.05;  ///< pixels for a hundredth of a millimetre
    bool m_isFitting = true;
};

}  // namespace nextgen::print
