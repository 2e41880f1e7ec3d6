#pragma once

#include "app/client/page.h"
#include "app/shell/context.h"
#include "shared/api/entity.h"
#include "shared/note/note.h"

#include <QTimer>
#include <QWidget>
#include <vector>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace nextgen::ui {
class Banner;
class BusyLine;
}  // namespace nextgen::ui

namespace nextgen::entity {

/// What people wrote about a record, newest first, and a line to write more. What is being written is kept on
/// this machine until it is sent, whatever happens meanwhile.
class NoteList : public QWidget {
    Q_OBJECT

  public:
    NoteList(shell::Context& context, const api::Entity& entity, QWidget* parent = nullptr);
    ~NoteList() override;

    void load(std::int64_t id);
    int count() const { return static_cast<int>(m_notes.size()); }
    const std::vector<note::Note>& notes() const { return m_notes; }
    void send();
    void takeBack(note::NoteId id);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void ask(const QString& cursor);
    void failed(const client::Failure& failure);
    void showNotes();
    void showState();
    void keepDraft();
    void draftIsKept();
    void findDraft();
    bool mayTakeBack(const note::Note& one) const;
    void retranslate();

    shell::Context& m_context;
    const api::Entity& m_entity;
    std::int64_t m_id = 0;
    std::vector<note::Note> m_notes;
    QString m_nextCursor;
    int m_calls = 0;  ///< under way
    bool m_isSending = false;
    bool m_isDraftStale = false;  ///< what is written differs from what is kept
    QTimer m_rest;                ///< typing rests: time to keep the draft
    QString m_sentBody;
    QString m_sentKey;

    ui::BusyLine* m_busyLine;
    ui::Banner* m_trouble;
    QPlainTextEdit* m_text;
    QPushButton* m_send;
    QLabel* m_left;
    QLabel* m_nothing;
    QWidget* m_cards;
    QVBoxLayout* m_cardLayout;
    QPushButton* m_more;
};

}  // namespace nextgen::entity
