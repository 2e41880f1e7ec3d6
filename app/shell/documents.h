#pragma once

#include "app/shell/page.h"

#include <QList>
#include <QWidget>
#include <vector>

class QLabel;
class QMenu;
class QPushButton;
class QStackedLayout;
class QToolButton;

namespace nextgen::ui {
class Tabs;
}

namespace nextgen::shell {

class DocumentTab;

/// What a tab holds: a page, or one record of its kind. There is one tab for each.
struct DocumentKey {
    QString page;
    qint64 record = 0;  ///< 0: the page itself

    bool operator==(const DocumentKey&) const = default;
};

/// The window's middle: pages and records as tabs. They are kept for the next start, per server, tenant and
/// user, and made when they are looked at first. Of those that nothing was typed into only the last few that
/// were looked at keep their widgets; the others are made again when they come back to the front.
class Documents : public QWidget {
    Q_OBJECT

  public:
    static constexpr int countMax = 30;
    static constexpr int awakeMax = 8;

    /// `pages`: those that this person may open.
    Documents(Context& context, std::vector<Page> pages, QWidget* parent = nullptr);
    ~Documents() override;

    /// Opens what was open at the end; says how many tabs have no page any more.
    int restore();

    /// As it stands now, for the next start; done as well whenever tabs change.
    void save() const;

    /// Brings the tab of it to the front, made now where there is none, and shows it the target.
    void open(const DocumentKey& key, const PageTarget& target = {});
    /// Asks when something was typed.
    bool close(const DocumentKey& key);
    void closeCurrent();
    void closeOthers(int tab);
    void reopenClosed();
    /// The next tab to read, or the one before, round the ends.
    void step(int by);
    /// The tab in front goes by one place; pinned ones stay in front of the others.
    void move(int by);
    void setPinned(int tab, bool isPinned);
    void goBack();
    void goForward();
    bool canGoBack() const { return m_place > 0; }
    bool canGoForward() const { return m_place + 1 < m_trail.size(); }
    bool canReopen() const { return !m_closed.isEmpty(); }
    bool isPinned(int tab) const;

    /// Asks for each document with something that is not saved, which comes to the front for it.
    bool mayLeaveAll();

    int count() const;
    int currentIndex() const;
    DocumentKey current() const;
    DocumentKey keyAt(int tab) const;
    QString titleAt(int tab) const;
    /// What a record is called; empty as long as it was not looked at.
    QString nameAt(int tab) const;
    PageWidget* currentWidget() const;
    /// nullptr where there is no such tab, or it was not looked at yet.
    PageWidget* widget(const DocumentKey& key) const;
    const Page* page(const QString& id) const;

  signals:
    /// Another document is in front, or it is called something else.
    void currentChanged();
    /// A document has its widgets now.
    void made(nextgen::shell::PageWidget* content);
    /// A page or record is wanted by what is shown.
    void pageWanted(const QString& id, const nextgen::shell::PageTarget& target);
    /// Something to know that needs no answer.
    void noted(const QString& sentence);
    void paletteWanted();
    void linkWanted(int tab);

  protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    struct Closed {
        DocumentKey key;
        QString name;
        PageTarget target;
        bool isPinned = false;
    };

    DocumentTab* tabAt(int tab) const;
    int indexOf(const DocumentKey& key) const;
    DocumentTab* add(const Closed& document, int place);
    bool makeRoom();
    void look();
    void wake(DocumentTab& tab);
    std::vector<PageWidget*> letOthersRest(std::size_t awakeAtMost);
    bool mayClose(DocumentTab& tab);
    void remember(const DocumentTab& tab);
    void remove(DocumentTab& tab);
    void dropGone(DocumentTab& tab, const QString& why);
    void followTrail(int by);
    void keepPinnedFirst();
    void showTab(DocumentTab& tab);
    void showMenuOf(int tab, const QPoint& place);
    void fillList();
    void retranslate();

    Context& m_context;
    std::vector<Page> m_pages;
    QString m_settingsKey;
    QList<DocumentKey> m_trail;  ///< what was looked at, oldest first
    qsizetype m_place = -1;      ///< in the trail
    QList<Closed> m_closed;      ///< last closed last
    int m_looks = 0;             ///< counts up with each look
    bool m_isArranging = false;  ///< tabs move without being looked at

    QStackedLayout* m_layers;
    ui::Tabs* m_tabs;
    QToolButton* m_list;
    QMenu* m_listMenu;
    QWidget* m_empty;
    QLabel* m_emptyText;
    QPushButton* m_emptyButton;
};

}  // namespace nextgen::shell
