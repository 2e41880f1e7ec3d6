#pragma once

#include "ui/print/sheet_layout.h"

#include <QObject>
#include <QString>
#include <atomic>
#include <functional>
#include <memory>

class QPagedPaintDevice;
class QPrinter;
class QThread;

namespace nextgen::print {

/// How a sheet went to its paper.
struct Outcome {
    enum class Kind { Done, Cancelled, Failed };
    Kind kind = Kind::Done;
    QString reason;  ///< of a failure, as the system words it

    bool operator==(const Outcome&) const = default;
};

/// Asked before each page, with how many are done; false: no more.
using GoOn = std::function<bool(int done)>;

/// The whole file or none: what stood there before stays until all pages are written.
Outcome writePdf(const SheetLayout& layout, const QString& path, const GoOn& goOn);
/// The pages that the printer's settings ask for.
Outcome printPages(const SheetLayout& layout, QPrinter& printer, const GoOn& goOn);

/// A sheet on its way to a file or a printer, on a thread of its own. What is destroyed is cancelled first.
class PrintJob : public QObject {
    Q_OBJECT

  public:
    using Work = std::function<Outcome(const GoOn& goOn)>;

    PrintJob(Work work, QObject* parent = nullptr);
    ~PrintJob() override;

    void start();
    void cancel() { m_isCancelled = true; }

  signals:
    void progressed(int done);
    void finished(const nextgen::print::Outcome& outcome);

  private:
    Work m_work;
    std::unique_ptr<QThread> m_thread;
    std::atomic<bool> m_isCancelled = false;
};

}  // namespace nextgen::print
