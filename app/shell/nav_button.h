#pragma once

#include "ui/widgets/icon.h"

#include <QAbstractButton>

namespace nextgen::shell {

/// An entry of the sidebar: a page, a page below the heading of its group, such a heading, or a saved view
/// below its page, with a count at its end.
class NavButton : public QAbstractButton {
    Q_OBJECT

  public:
    enum class Level { Page, PageInGroup, Group, View };

    NavButton(ui::Icon icon, Level level, QWidget* parent = nullptr);
    Level level() const { return m_level; }
    /// Of a heading: whether its pages are shown.
    void setOpen(bool isOpen);
    bool isOpen() const { return m_isOpen; }
    /// Of a view: how many records it finds; empty: not known.
    void setCount(const QString& count);
    QString count() const { return m_count; }
    QSize sizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

  private:
    QRect textArea() const;

    ui::Icon m_icon;
    Level m_level;
    bool m_isOpen = false;
    QString m_count;
};

}  // namespace nextgen::shell
