#include "ui/print/print_job.h"

#include <QPainter>
#include <QPdfWriter>
#include <QPrinter>
#include <QSaveFile>
#include <QThread>
#include <algorithm>

namespace nextgen::print {

namespace {

constexpr int unitsPerInch = 2540;

/// `first` to `last`, of 0 on. `setLayout` gives the device the size of a page.
template <class SetLayout>
Outcome paintPages(const SheetLayout& layout, QPagedPaintDevice& device, int first, int last,
                   const GoOn& goOn, SetLayout setLayout) {
    setLayout(first);
    QPainter painter;
    if (!painter.begin(&device)) {
        return {Outcome::Kind::Failed, {}};
    }
    for (int page = first; page <= last; ++page) {
        if (!goOn(page - first)) {
            return {Outcome::Kind::Cancelled, {}};
        }
        if (page > first) {
            setLayout(page);
            if (!device.newPage()) {
                return {Outcome::Kind::Failed, {}};
            }
        }
        painter.save();
        painter.scale(static_cast<double>(device.logicalDpiX()) / unitsPerInch,
                      static_cast<double>(device.logicalDpiY()) / unitsPerInch);
        layout.paint(painter, page);
        painter.restore();
    }
    return painter.end() ? Outcome{} : Outcome{Outcome::Kind::Failed, {}};
}

}  // namespace

Outcome writePdf(const SheetLayout& layout, const QString& path, const GoOn& goOn) {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        return {Outcome::Kind::Failed, file.errorString()};
    }
    Outcome outcome;
    {
        QPdfWriter writer(&file);
        writer.setResolution(unitsPerInch);
        writer.setTitle(layout.sheet().title);
        outcome = paintPages(layout, writer, 0, layout.pageCount() - 1, goOn, [&](int page) {
            writer.setPageLayout(pageLayoutOf(layout.paper(), layout.lengthOf(page)));
        });
    }
    if (outcome.kind == Outcome::Kind::Done && !file.commit()) {
        outcome = {Outcome::Kind::Failed, file.errorString()};
    } else if (outcome.kind == Outcome::Kind::Failed && outcome.reason.isEmpty()) {
        outcome.reason = file.errorString();
    }
    return outcome;
}

Outcome printPages(const SheetLayout& layout, QPrinter& printer, const GoOn& goOn) {
    int first = 0;
    int last = layout.pageCount() - 1;
    if (printer.printRange() == QPrinter::PageRange) {
        first = std::clamp(printer.fromPage() - 1, first, last);
        last = std::clamp(printer.toPage() - 1, first, last);
    }
    printer.setFullPage(true);
    printer.setDocName(layout.sheet().title);
    return paintPages(layout, printer, first, last, goOn, [&](int page) {
        printer.setPageLayout(pageLayoutOf(layout.paper(), layout.lengthOf(page)));
    });
}

PrintJob::PrintJob(Work work, QObject* parent) : QObject(parent), m_work(std::move(work)) {}

PrintJob::~PrintJob() {
    cancel();
    if (m_thread) {
        m_thread->wait();
    }
}

void PrintJob::start() {
    m_thread.reset(QThread::create([this] {
        const Outcome outcome = m_work([this](int done) {
            QMetaObject::invokeMethod(this, [this, done] { emit progressed(done); }, Qt::QueuedConnection);
            return !m_isCancelled;
        });
        QMetaObject::invokeMethod(this, [this, outcome] { emit finished(outcome); }, Qt::QueuedConnection);
    }));
    m_thread->setObjectName(QStringLiteral("print"));
    m_thread->start();
}

}  // namespace nextgen::print
