#pragma once

#include "app/shell/nav_button.h"
#include "app/shell/page.h"

#include <QWidget>
#include <vector>

class QButtonGroup;
class QLabel;
class QScrollArea;

namespace nextgen::shell {

/// The pages, below the headings of their areas, which open and close and stay as they were left; the open
/// page's is open as long as that is. Who has pages of one area only sees no headings.
///
/// Keys: Up and Down go from entry to entry, forwards and back open and close a group, Enter opens the page.
class Sidebar : public QWidget {
    Q_OBJECT

  public:
    explicit Sidebar(const std::vector<Page>& pages, QWidget* parent = nullptr);

    /// Marks the open page.
    void setCurrent(const QString& id);
    bool isOpen(api::Area area) const;

  signals:
    void pageWanted(const QString& id);

  protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    struct Entry {
        Page page;
        NavButton* button;
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
    std::vector<NavButton*> shownButtons() const;

    std::vector<Group> m_groups;
    Group* m_openedFor = nullptr;  ///< open for the sake of its page only
    QButtonGroup* m_buttons;
    QLabel* m_brand;
    QScrollArea* m_scroll;
};

}  // namespace nextgen::shell
