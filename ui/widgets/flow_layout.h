#pragma once

#include <QLayout>
#include <vector>

namespace nextgen::ui {

/// Items in lines, wrapped at the width there is, beginning at the leading side.
class FlowLayout : public QLayout {
    Q_OBJECT

  public:
    explicit FlowLayout(int gapPx, QWidget* parent = nullptr);
    ~FlowLayout() override;

    void addItem(QLayoutItem* item) override;
    int count() const override { return static_cast<int>(m_items.size()); }
    QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    void setGeometry(const QRect& rect) override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;

  private:
    int arrange(const QRect& rect, bool isForReal) const;

    std::vector<QLayoutItem*> m_items;
    int m_gapPx;
};

}  // namespace nextgen::ui
