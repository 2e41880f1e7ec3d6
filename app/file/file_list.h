#pragma once

#include "app/file/file_fetching.h"
#include "app/file/file_sending.h"
#include "app/shell/context.h"
#include "shared/file/file.h"

#include <QSet>
#include <QTimer>
#include <QWidget>
#include <optional>
#include <string_view>
#include <vector>

class QAction;
class QLabel;
class QListWidget;
class QMimeData;
class QPushButton;

namespace nextgen::ui {
class Banner;
class BusyLine;
}  // namespace nextgen::ui

namespace nextgen::file {

/// The files of a record: attached by a button, by dropping them or by pasting a picture; opened, saved and removed.
/// What is being sent goes on when this is closed.
class FileList : public QWidget {
    Q_OBJECT

  public:
    /// `entity` as in routes: "orders".
    FileList(shell::Context& context, std::string_view entity, QWidget* parent = nullptr);

    void load(std::int64_t id);
    const std::vector<File>& files() const { return m_files; }
    QListWidget* list() const { return m_list; }
    void attach(const QStringList& paths);
    /// Files or a picture of the clipboard; false: neither is there.
    bool attach(const QMimeData& given);

  protected:
    void changeEvent(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    void ask();
    void follow(FileSending* sending);
    /// Those that somebody else began for the same record: an earlier look at it, or a second try.
    void followAll();
    void failed(const QString& trouble, std::function<void()> again);
    void choose();
    void open();
    void save();
    void remove();
    void restore();
    void showFiles();
    void showState();
    void lookAtPicture();
    void showPicture();
    const File* chosen() const;
    bool mayRemove(const File& file) const;
    Owner owner() const { return {m_entity, m_id}; }
    void retranslate();

    shell::Context& m_context;
    const std::string m_entity;
    std::int64_t m_id = 0;
    std::vector<File> m_files;
    std::optional<File> m_removed;  ///< the last one, which can be brought back
    int m_calls = 0;                ///< under way
    bool m_isKnown = false;         ///< the server has answered for this record
    std::function<void()> m_again;
    QSet<QObject*> m_followed;
    QTimer m_look;  ///< somebody who walks through the list wants no picture on the way
    QImage m_picture;

    ui::BusyLine* m_busyLine;
    ui::Banner* m_trouble;
    ui::Banner* m_undo;
    QPushButton* m_add;
    QLabel* m_hint;
    QLabel* m_nothing;
    QListWidget* m_list;
    QLabel* m_preview;
    QPushButton* m_openButton;
    QPushButton* m_saveButton;
    QPushButton* m_removeButton;
    QAction* m_openAction;
    QAction* m_saveAction;
    QAction* m_removeAction;
};

}  // namespace nextgen::file
