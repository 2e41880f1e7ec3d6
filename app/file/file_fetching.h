#pragma once

#include "app/file/file_calls.h"
#include "app/shell/context.h"

#include <QObject>
#include <memory>

namespace nextgen::file {

/// Brings an attached file to this machine, as one of the window's long works. It stands at its place when it is
/// whole.
class FileFetching : public QObject {
    Q_OBJECT

  public:
    enum class Then { Keep, Open };

    /// Begins, and goes by itself when that is over. `Open`: with the program that this machine has for it.
    static FileFetching* begin(shell::Context& context, const Owner& owner, const File& file,
                               const QString& path, Then then);
    /// A place for what is only looked at; it goes when the program ends.
    static QString passingPath(shell::Context& context, const File& file);
    ~FileFetching() override;

  signals:
    void failed(const QString& trouble);

  private:
    FileFetching(shell::Context& context, QString path, Then then);
    void start(const Owner& owner, const File& file);

    shell::Context& m_context;
    const QString m_path;
    const Then m_then;
    std::shared_ptr<client::Cancellation> m_cancellation = std::make_shared<client::Cancellation>();
    int m_id = 0;  ///< of the works
};

}  // namespace nextgen::file
