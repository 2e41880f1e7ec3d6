#pragma once

#include "app/client/inbox.h"
#include "app/shell/context.h"

#include <QFrame>
#include <QToolButton>
#include <vector>

class QLabel;
class QListWidget;
class QListWidgetItem;
class QPushButton;

namespace nextgen::shell {

/// What the person was told, newest first; a line opens the record that it is about.
class InboxPanel : public QFrame {
    Q_OBJECT

  public:
    InboxPanel(Context& context, client::Inbox& inbox, QWidget* parent);

    /// Asks for the newest ones.
    void load();
    /// Marks it as read and wants what it is about.
    void open(const message::Notice& notice);
    QListWidget* list() const { return m_list; }

  signals:
    void linkWanted(const QString& link);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void retranslate();
    void ask(const QString& cursor);
    void showNotice(int place);
    void showState();
    void openAt(int place);
    void markAll();

    Context& m_context;
    client::Inbox& m_inbox;
    std::vector<message::Notice> m_notices;
    QString m_nextCursor;
    QString m_trouble;  ///< why they could not be asked for
    QLabel* m_title;
    QPushButton* m_allRead;
    QListWidget* m_list;
    QLabel* m_empty;
    QPushButton* m_more;
};

/// The bell in the window's header with the count of what is unread.
class InboxButton : public QToolButton {
    Q_OBJECT

  public:
    explicit InboxButton(Context& context, QWidget* parent = nullptr);

    client::Inbox& inbox() { return m_inbox; }
    InboxPanel* panel() const { return m_panel; }
    void openPanel();

  signals:
    void linkWanted(const QString& link);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void showUnread();

    client::Inbox m_inbox;
    InboxPanel* m_panel;
};

/// In the language of the moment.
QString sentenceOf(const message::Notice& notice);

}  // namespace nextgen::shell
