#pragma once

#include <QObject>
#include <QTimer>

namespace nextgen::client {
class ChangeWatch;
}

namespace nextgen::shell {

/// How often the server is asked for changes: every few seconds while somebody works here, seldom when nobody
/// touches the program or its windows are hidden.
class Attention : public QObject {
    Q_OBJECT

  public:
    explicit Attention(client::ChangeWatch& changes, QObject* parent = nullptr);

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void judge();

    client::ChangeWatch& m_changes;
    QTimer m_idle;
};

}  // namespace nextgen::shell
