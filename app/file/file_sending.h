#pragma once

#include "app/file/file_calls.h"
#include "app/shell/context.h"

#include <QImage>
#include <QObject>
#include <QTemporaryDir>
#include <memory>
#include <vector>

namespace nextgen::file {

/// A file on its way to the server.
struct Outgoing {
    QString path;
    QString key;  ///< idempotency key; empty: it was not sent yet
    /// Where a picture without a file of its own is kept until it is there.
    std::shared_ptr<QTemporaryDir> folder;
};

/// Sends files to a record, one after the other, as one of the window's long works. One that is refused keeps none of
/// the others back; what could not be sent can be tried again, and is attached once.
class FileSending : public QObject {
    Q_OBJECT

  public:
    /// Begins to send, and goes by itself when that is over. nullptr: there is nothing to send.
    static FileSending* begin(shell::Context& context, const Owner& owner, const QStringList& paths);
    /// The same with a picture, which is written to a PNG first, on another thread.
    static FileSending* begin(shell::Context& context, const Owner& owner, const QImage& picture);
    ~FileSending() override;

    const Owner& owner() const { return m_owner; }

  signals:
    /// One is there.
    void attached();
    /// What went wrong, a line for each file, and the work that can be tried again; 0: that would be no use.
    void failed(const QString& trouble, int work);

  private:
    FileSending(shell::Context& context, Owner owner, std::vector<Outgoing> files);
    static FileSending* begin(shell::Context& context, const Owner& owner, std::vector<Outgoing> files);
    void sendNext();
    void settle(const client::Failure& failure);
    void finish();

    shell::Context& m_context;
    const Owner m_owner;
    std::vector<Outgoing> m_files;  ///< those that wait, the next one first
    std::size_t m_count;
    qint64 m_bytesTotal = 0;
    qint64 m_bytesDone = 0;
    QStringList m_troubles;
    std::vector<Outgoing> m_again;
    std::shared_ptr<client::Cancellation> m_cancellation = std::make_shared<client::Cancellation>();
    int m_id = 0;  ///< of the works
    bool m_isOver = false;
};

}  // namespace nextgen::file
