#pragma once

#include <QObject>
#include <QString>
#include <functional>
#include <vector>

namespace nextgen::client {

/// Something that takes longer than a person waits for it: what it is, how far it is, and what came of it.
struct Work {
    enum class State { Running, Done, Failed, Stopped };

    std::function<QString()> title;  ///< in the language of the moment
    std::function<void()> stop;      ///< empty: it cannot be stopped
    std::function<void()> again;     ///< begins it anew after it failed; empty: that would be no use
    State state = State::Running;
    qint64 done = 0;
    qint64 total = 0;  ///< 0: not known
    QString outcome;   ///< why it failed, or what came of it; may be empty
    QString result;    ///< a file's path, or a link of this program; empty: there is nothing to show
    int id = 0;        ///< given by Works
};

/// The long work of a window, newest first; it goes on when the page that began it is closed. Whoever does
/// some is a child of this, says here how far it is, and goes by itself. What ended is kept to be read.
class Works : public QObject {
    Q_OBJECT

  public:
    /// Those that ended beyond it are forgotten, oldest first.
    static constexpr std::size_t keptMax = 50;

    using QObject::QObject;
    /// Stops what can be stopped.
    ~Works() override;

    const std::vector<Work>& all() const { return m_works; }
    /// nullptr: forgotten.
    const Work* find(int id) const;
    int running() const;

    /// Its id.
    int begin(Work work);
    /// These are passed over once it has ended.
    void progress(int id, qint64 done, qint64 total);
    void setResult(int id, const QString& result);
    void setAgain(int id, std::function<void()> again);
    void end(int id, Work::State state, const QString& outcome = {});
    void stop(int id);
    /// What begins takes the place of what failed. Passed over unless it failed and can be tried again.
    void tryAgain(int id);

    void forgetEnded();
    /// Stops what can be stopped and forgets everything: another person comes.
    void clear();

  signals:
    void changed();
    void ended(int id);

  private:
    Work* running(int id);
    void stopAll();

    std::vector<Work> m_works;
    int m_lastId = 0;
};

}  // namespace nextgen::client
