#pragma once

#include <QLocalServer>
#include <QObject>
#include <QString>
#include <QUrl>

namespace nextgen::shell {

/// Where a second start meets the program that runs already: one of this machine's user for each server. What
/// comes in is a link, or nothing, which only brings the window to the front; it is read as strictly as one
/// that is typed.
class Door : public QObject {
    Q_OBJECT

  public:
    explicit Door(const QUrl& server, QObject* parent = nullptr);

    /// Hands the link to the program that runs, and says whether there is one. Waits two seconds at most.
    bool knock(const QString& link) const;
    /// Waits for others from now on. False: nobody can come in, which is no reason not to run.
    bool open();

  signals:
    /// `link` may be empty.
    void knocked(const QString& link);

  private:
    void answer();

    QString m_name;
    QLocalServer m_server;
};

}  // namespace nextgen::shell
