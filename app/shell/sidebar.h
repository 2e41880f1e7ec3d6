#pragma once

#include "app/shell/nav_button.h"
#include "app/shell/page.h"

#include <QWidget>
#include <vector>

class QButtonGroup;
class QLabel;
class QScrollArea;

namespace nextgen::shell {

/// A saved view below its page.
struct Pin {
    QString id;  ///< the view's
    QString page;
    QString title;
    QString count;
};

/// The pages, below the headings of their areas, which open and close and stay as they were left; the open
/// page's is open as long as that is. Who has pages of one area only sees no headings.
///
/// Saved views stand below their pages.
///
/// Keys: Up and Down go from entry to entry, forwards and back open and close a group, Enter opens the page;
/// Ctrl with Up or Down moves a view among those of its page, Delete takes it out of the sidebar.
class Sidebar : public QWidget {
    Q_OBJECT

  public:
    explicit Sidebar(const std::vector<Page>& pages, QWidget* parent = nullptr);

    /// Marks the open page.
    void setCurrent(const QString& id);
    bool isOpen(api::Area area) const;
    /// In this order below each page; of pages that this person does not have none are shown.
    void setPins(const std::vector<Pin>& pins);
    void setPinCount(const QString& id, const QString& count);
    bool isPinShown(const QString& id) const;

  signals:
    void pageWanted(const QString& id);
    void viewWanted(const QString& page, const QString& id);
    void unpinWanted(const QString& id);
    /// One place up (-1) or down (1).
    void pinMoved(const QString& id, int step);
    /// A group with views in it was opened.
    void pinsShown();

  protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    struct Entry {
        Page page;
        NavButton* button;
        QString view = {};  ///< of a pin: the saved view's id
    };
    struct Group {
        api::Area area;
        NavButton* heading;  ///< nullptr when there is one group only
        std::vector<Entry> entries;
    };

    void retranslate();
    /// As the person wishes it, from now on.
    void setGroupOpen(Group& group, bool isOpen);
    static void showGroup(const Group& group, bool isOpen);
    Group* groupOf(const QObject* button);
    const Entry* pinOf(const QObject* button) const;
    void showPinMenu(NavButton* button, const QString& view, const QPoint& globalPosition);
    std::vector<NavButton*> shownButtons() const;

    std::vector<Group> m_groups;
    Group* m_openedFor = nullptr;  ///< open for the sake of its page only
    QButtonGroup* m_buttons;
    QLabel* m_brand;
    QScrollArea* m_scroll;
    QWidget* m_list;
};

}  // namespace nextgen::shell
