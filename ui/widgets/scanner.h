#pragma once

#include "ui/widgets/scan_reader.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <functional>
#include <memory>
#include <vector>

class QKeyEvent;
class QWidget;

namespace nextgen::ui {

/// A widget that knows what to do with a scanned code.
class ScanTaker {
  public:
    ScanTaker() = default;
    ScanTaker(const ScanTaker&) = delete;
    ScanTaker& operator=(const ScanTaker&) = delete;
    virtual ~ScanTaker() = default;

    /// False: whatever it stands in may take it.
    virtual bool takeScan(const QString& code) = 0;
};

/// Barcode scanners that type as keyboards do. What they type is held back until it is known for a scan,
/// which goes as a whole to the nearest ScanTaker around the keyboard; so no field gets digits by chance and
/// no button their Enter. Digits that a person types arrive a blink later. Made by main, for the whole
/// program.
class Scanner : public QObject {
    Q_OBJECT

  public:
    /// In milliseconds.
    using TimeOf = std::function<qint64(const QKeyEvent&)>;

    /// `timeOf` says when a key was pressed; without it the window system does. Digits that nothing follows for
    /// `restMs` were typed.
    explicit Scanner(TimeOf timeOf = {}, int restMs = static_cast<int>(ScanReader::gapMaxMs) + 5,
                     QObject* parent = nullptr);
    ~Scanner() override;

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    struct Held {
        QPointer<QWidget> at;
        std::unique_ptr<QKeyEvent> key;
    };

    bool takeKey(QWidget* at, const QKeyEvent& key);
    /// What was held back was typed by a person.
    void release();
    static void handOver(const QString& code);

    TimeOf m_timeOf;
    QElapsedTimer m_clock;
    ScanReader m_reader;
    std::vector<Held> m_held;
    QTimer m_rest;
    bool m_isReleasing = false;
};

}  // namespace nextgen::ui
