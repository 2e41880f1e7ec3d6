#pragma once

#include "app/cheque_import/staged_row.h"
#include "app/client/connection_watch.h"
#include "app/client/local_store.h"

#include <QObject>
#include <QTimer>
#include <map>
#include <string>
#include <string_view>

namespace nextgen::cheque_import {

/// What a person typed into one row and the server has not taken yet.
struct Mend {
    enum class State {
        Waiting,   ///< to be sent, or sent again once the server can be reached
        Conflict,  ///< somebody else changed these cells meanwhile; the person decides
        Refused,   ///< the server said no; `sentence` says why
    };

    int version = 0;                            ///< of the row that the person saw
    std::map<std::string, std::string> values;  ///< as typed, by the name of the value ("due_on")
    std::map<std::string, std::string> seen;    ///< how those values stood when the person typed
    State state = State::Waiting;
    QString sentence;
};

/// Typed mends of one import on their way to the server, one row at a time in the order of typing. Each is on
/// the disk before it is sent and until it is taken, so that neither a lost connection nor a crash loses it;
/// when the server is back, what waits goes by itself.
class MendQueue : public QObject {
    Q_OBJECT

  public:
    static constexpr auto draftKind = "cheque_import_mend";
    /// The import that a draft belongs to, and its file's name.
    static std::pair<ChequeImportId, QString> importOf(const client::Draft& draft);

    MendQueue(client::ApiClient& api, client::ConnectionWatch& watch, client::LocalStore& store,
              QObject* parent = nullptr);

    /// Whose mends; drafts that an earlier run of the program left are taken up and sent.
    void openFor(ChequeImportId id, const QString& fileName);

    /// Takes what was typed over a value of the row.
    void type(const StagedRow& row, const std::string& valueName, const std::string& typed);
    /// Sends a mend in conflict over what somebody else wrote, or a refused one once more.
    void sendAnyway(int row);
    /// Forgets what was typed into a row.
    void drop(int row);
    void dropAll();

    /// nullptr: nothing typed there waits.
    const Mend* at(int row) const;
    int count() const { return static_cast<int>(m_mends.size()); }
    /// Those that need the person: in conflict or refused.
    int stuckCount() const;
    bool isSending() const { return m_sendingRow != 0; }

  signals:
    /// What waits for this row came, went or changed.
    void changed(int row);
    /// The server took a mend; the row as it is understood now.
    void taken(const nextgen::cheque_import::StagedRow& row);
    /// Somebody else had changed the row; this is how it stands.
    void rowRead(const nextgen::cheque_import::StagedRow& row);
    /// The server said that the import is not open for changes.
    void importClosed();

  private:
    void sendNext();
    void reread(int row);
    void settle(int row, const Mend& sent, const StagedRow& answer);
    void compare(int row, const StagedRow& answer);
    void fail(int row, const client::Failure& failure);
    void park(int row, Mend::State state, const QString& sentence);
    void save(int row);
    void forget(int row);
    QString draftKey(int row) const;

    client::ApiClient& m_api;
    client::LocalStore& m_store;
    QTimer m_retry;
    ChequeImportId m_importId;
    QString m_fileName;
    std::map<int, Mend> m_mends;
    std::vector<int> m_order;  ///< rows, in the order of typing
    int m_sendingRow = 0;
    int m_generation = 0;
};

/// How a value of a row stands: what was understood in plain characters, or else the code of its fault. Equal
/// while nobody touched it.
std::string standingOf(const StagedRow& row, std::string_view valueName);

}  // namespace nextgen::cheque_import
