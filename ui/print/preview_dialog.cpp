#include "ui/print/preview_dialog.h"

#include "ui/locale/format.h"
#include "ui/locale/memory.h"
#include "ui/print/page_view.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/dialogs.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/progress_panel.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPrinter>
#include <QPromise>
#include <QPushButton>
#include <QSignalBlocker>
#include <QThreadPool>
#include <QToolButton>
#include <QVBoxLayout>
#include <array>

namespace nextgen::print {

using ui::Icon;

namespace {

constexpr double zoomStep = 1.25;
constexpr QSize firstSize(900, 760);
constexpr std::array sizes{PaperSize::A4, PaperSize::A5, PaperSize::Roll80};

QString printerKey(const QString& kind) {
    return QStringLiteral("print/%1/printer").arg(kind);
}

QFrame* line(QWidget* parent) {
    auto* frame = new QFrame(parent);
    frame->setFixedHeight(1);
    ui::setStyleProperty(frame, "line", true);
    return frame;
}

/// What its kind was printed on last; where nothing is remembered, the two that it may fit on.
struct FirstPaper {
    Paper usual;
    Paper wide;
};

FirstPaper firstPaperOf(const Sheet& sheet) {
    Paper wide = sheet.usualPaper;
    wide.isLandscape = !isRoll(wide);
    return {rememberedPaper(sheet.kind, sheet.usualPaper), rememberedPaper(sheet.kind, wide)};
}

std::shared_ptr<const SheetLayout> layOut(Sheet sheet, const FirstPaper& paper) {
    auto layout = std::make_shared<const SheetLayout>(sheet, paper.usual);
    return paper.usual == paper.wide || layout->tightness() >= 1
               ? layout
               : std::make_shared<const SheetLayout>(std::move(sheet), paper.wide);
}

template <class Work>
QFuture<std::shared_ptr<const SheetLayout>> onAThread(Work work) {
    auto promise = std::make_shared<QPromise<std::shared_ptr<const SheetLayout>>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, work = std::move(work)] {
        promise->addResult(work());
        promise->finish();
    });
    return promise->future();
}

}  // namespace

QFuture<std::shared_ptr<const SheetLayout>> layOutFirst(Sheet sheet) {
    const FirstPaper paper = firstPaperOf(sheet);
    return onAThread([sheet = std::move(sheet), paper] { return layOut(sheet, paper); });
}

PreviewDialog::PreviewDialog(Sheet sheet, ui::Dialogs& dialogs, QWidget* parent)
    : PreviewDialog(layOut(sheet, firstPaperOf(sheet)), dialogs, parent) {}

PreviewDialog::PreviewDialog(std::shared_ptr<const SheetLayout> first, ui::Dialogs& dialogs, QWidget* parent)
    : QDialog(parent), m_dialogs(dialogs), m_layout(first) {
    setObjectName(QStringLiteral("previewDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setSizeGripEnabled(true);
    resize(firstSize);

    const auto makeAction = [this](const QList<QKeySequence>& keys, auto run) {
        auto* action = new QAction(this);
        action->setShortcuts(keys);
        connect(action, &QAction::triggered, this, run);
        addAction(action);
        return action;
    };
    const auto makeTool = [this](const char* name, Icon icon, QAction* action) {
        auto* button = new QToolButton(this);
        button->setObjectName(QLatin1String(name));
        button->setIcon(ui::icon(icon));
        ui::setKind(button, ui::ButtonKind::Quiet);
        connect(button, &QToolButton::clicked, action, &QAction::trigger);
        return button;
    };
    m_view = new PageView(this);
    m_view->setObjectName(QStringLiteral("pages"));
    connect(m_view, &PageView::shown, this, &PreviewDialog::showState);
    m_paper = new QComboBox(this);
    m_paper->setObjectName(QStringLiteral("paper"));
    m_orientation = new QComboBox(this);
    m_orientation->setObjectName(QStringLiteral("orientation"));
    for (const PaperSize size : sizes) {
        m_paper->addItem({}, static_cast<int>(size));
    }
    m_orientation->addItem({}, false);
    m_orientation->addItem({}, true);
    for (QComboBox* box : {m_paper, m_orientation}) {
        connect(box, &QComboBox::currentIndexChanged, this, &PreviewDialog::takeChoices);
    }
    m_zoomOut = makeTool(
        "zoomOut", Icon::ZoomOut,
        makeAction({QKeySequence(Qt::CTRL | Qt::Key_Minus)}, [this] { m_view->zoomBy(1 / zoomStep); }));
    m_zoomIn =
        makeTool("zoomIn", Icon::ZoomIn,
                 makeAction({QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)},
                            [this] { m_view->zoomBy(zoomStep); }));
    m_fit = makeTool("fit", Icon::Window,
                     makeAction({QKeySequence(Qt::CTRL | Qt::Key_0)}, [this] { m_view->fitWidth(); }));
    m_previous = makeTool(
        "previousPage", Icon::ChevronPrevious,
        makeAction({QKeySequence(Qt::CTRL | Qt::Key_PageUp)}, [this] { showPage(currentPage() - 1); }));
    m_next = makeTool(
        "nextPage", Icon::ChevronNext,
        makeAction({QKeySequence(Qt::CTRL | Qt::Key_PageDown)}, [this] { showPage(currentPage() + 1); }));
    m_number = ui::makeLabel({}, ui::TextRole::Small, this);
    m_number->setObjectName(QStringLiteral("pageNumber"));
    m_zoom = ui::makeLabel({}, ui::TextRole::Small, this);
    const auto makeButton = [this](const char* name, ui::ButtonKind kind) {
        auto* button = new QPushButton(this);
        button->setObjectName(QLatin1String(name));
        button->setAutoDefault(false);
        ui::setKind(button, kind);
        return button;
    };
    m_close = makeButton("closeButton", ui::ButtonKind::Plain);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    m_pdf = makeButton("pdfButton", ui::ButtonKind::Plain);
    m_pdf->setIcon(ui::icon(Icon::File));
    QAction* pdf = makeAction({QKeySequence::Save}, [this] { savePdf(); });
    connect(m_pdf, &QPushButton::clicked, pdf, &QAction::trigger);
    m_print = makeButton("printButton", ui::ButtonKind::Primary);
    m_print->setIcon(ui::icon(Icon::Print, ui::Tint::OnAccent));
    QAction* print = makeAction({QKeySequence::Print}, [this] { this->print(); });
    connect(m_print, &QPushButton::clicked, print, &QAction::trigger);
    m_banner = new ui::Banner(ui::Tone::Bad, this);
    m_banner->setObjectName(QStringLiteral("outcome"));
    m_banner->setClosable(true);
    m_banner->hide();
    m_progress = new ui::ProgressPanel(this);
    m_progress->hide();
    connect(m_progress, &ui::ProgressPanel::cancelRequested, this, [this] {
        if (m_job) {
            m_job->cancel();
            m_progress->setCancelEnabled(false);
        }
    });

    auto* top = new QHBoxLayout;
    top->setContentsMargins(ui::space::m, ui::space::s, ui::space::m, ui::space::s);
    top->setSpacing(ui::space::s);
    top->addWidget(m_paper);
    top->addWidget(m_orientation);
    top->addStretch();
    top->addWidget(m_previous);
    top->addWidget(m_number);
    top->addWidget(m_next);
    top->addStretch();
    top->addWidget(m_zoomOut);
    top->addWidget(m_zoom);
    top->addWidget(m_zoomIn);
    top->addWidget(m_fit);
    auto* bottom = new QHBoxLayout;
    bottom->setContentsMargins(ui::space::m, ui::space::s, ui::space::m, ui::space::s);
    bottom->setSpacing(ui::space::s);
    bottom->addStretch();
    bottom->addWidget(m_close);
    bottom->addWidget(m_pdf);
    bottom->addWidget(m_print);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(line(this));
    layout->addWidget(m_banner);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_progress);
    layout->addWidget(line(this));
    layout->addLayout(bottom);
    retranslate();
    showLayout(std::move(first));
    m_view->setFocus();
}

PreviewDialog::~PreviewDialog() = default;

Paper PreviewDialog::paper() const {
    return m_layout->paper();
}

int PreviewDialog::currentPage() const {
    return m_view->page();
}

void PreviewDialog::showPage(int page) {
    m_view->setPage(page);
}

void PreviewDialog::showLayout(std::shared_ptr<const SheetLayout> layout) {
    ++m_laidOut;
    m_isLayingOut = false;
    m_layout = std::move(layout);
    const Paper paper = m_layout->paper();
    const QSignalBlocker quietPaper(m_paper);
    const QSignalBlocker quietOrientation(m_orientation);
    m_paper->setCurrentIndex(m_paper->findData(static_cast<int>(paper.size)));
    m_orientation->setCurrentIndex(m_orientation->findData(paper.isLandscape));
    m_orientation->setEnabled(!isRoll(paper));
    m_view->showSheet(m_layout);
    showState();
}

void PreviewDialog::setPaper(const Paper& paper) {
    rememberPaper(sheet().kind, paper);
    showLayout(std::make_shared<const SheetLayout>(sheet(), paper));
}

void PreviewDialog::takeChoices() {
    const Paper chosen{static_cast<PaperSize>(m_paper->currentData().toInt()),
                       m_orientation->currentData().toBool()};
    rememberPaper(sheet().kind, chosen);
    m_isLayingOut = true;
    showState();
    onAThread([layout = m_layout, chosen] {
        return std::make_shared<const SheetLayout>(layout->sheet(), chosen);
    }).then(this, [this, asked = ++m_laidOut](std::shared_ptr<const SheetLayout> layout) {
        // Of several choices the last one is taken.
        if (asked == m_laidOut) {
            showLayout(std::move(layout));
        }
    });
}

void PreviewDialog::showState() {
    if (m_layout == nullptr) {
        return;
    }
    const int page = currentPage();
    const int count = m_layout->pageCount();
    m_number->setText(tr("Page %1 of %2").arg(ui::showNumber(page + 1), ui::showNumber(count)));
    m_zoom->setText(tr("%1 %").arg(ui::showNumber(m_view->zoomPercent())));
    m_previous->setEnabled(page > 0);
    m_next->setEnabled(page + 1 < count);
    m_print->setEnabled(!isWorking() && !m_isLayingOut);
    m_pdf->setEnabled(m_print->isEnabled());
    m_paper->setEnabled(!isWorking());
    m_orientation->setEnabled(!isWorking() && !isRoll(m_layout->paper()));
}

void PreviewDialog::retranslate() {
    setWindowTitle(tr("Print: %1").arg(sheet().title));
    m_paper->setAccessibleName(tr("Paper"));
    m_orientation->setAccessibleName(tr("Orientation"));
    for (int i = 0; i < m_paper->count(); ++i) {
        m_paper->setItemText(i, titleOf(sizes.at(static_cast<std::size_t>(i))));
    }
    m_orientation->setItemText(0, tr("Upright"));
    m_orientation->setItemText(1, tr("Lengthwise"));
    const auto word = [](QToolButton* button, const QString& text) {
        button->setToolTip(text);
        button->setAccessibleName(text);
    };
    word(m_zoomOut, tr("Smaller (Ctrl+-)"));
    word(m_zoomIn, tr("Larger (Ctrl++)"));
    word(m_fit, tr("As wide as the window (Ctrl+0)"));
    word(m_previous, tr("Previous page (Ctrl+PageUp)"));
    word(m_next, tr("Next page (Ctrl+PageDown)"));
    m_close->setText(tr("Close"));
    m_pdf->setText(tr("Save as PDF…"));
    m_pdf->setToolTip(QStringLiteral("Ctrl+S"));
    m_print->setText(tr("Print…"));
    m_print->setToolTip(QStringLiteral("Ctrl+P"));
    showState();
}

void PreviewDialog::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QDialog::changeEvent(event);
}

void PreviewDialog::done(int result) {
    m_job.reset();  // what is half printed or written is cancelled
    QDialog::done(result);
}

void PreviewDialog::print() {
    if (isWorking() || m_isLayingOut) {
        return;
    }
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    const QString before = ui::remembered(printerKey(sheet().kind)).toString();
    if (!before.isEmpty()) {
        printer->setPrinterName(before);
    }
    printer->setPageLayout(pageLayoutOf(paper(), m_layout->lengthOf(0)));
    printer->setFromTo(1, m_layout->pageCount());
    printer->setPrintRange(QPrinter::AllPages);
    if (!m_dialogs.choosePrinter(this, *printer)) {
        return;
    }
    ui::remember(printerKey(sheet().kind), printer->printerName());
    work([layout = m_layout, printer](const GoOn& goOn) { return printPages(*layout, *printer, goOn); },
         tr("It was sent to the printer."));
}

void PreviewDialog::savePdf() {
    if (isWorking() || m_isLayingOut) {
        return;
    }
    const QString path = m_dialogs.saveFile(this, tr("Save as PDF"), sheet().kind + QStringLiteral(".pdf"),
                                            {tr("PDF files (*.pdf)")});
    if (path.isEmpty()) {
        return;
    }
    work([layout = m_layout, path](const GoOn& goOn) { return writePdf(*layout, path, goOn); },
         tr("It is saved in %1.").arg(QChar(0x2066) + path + QChar(0x2069)));
}

void PreviewDialog::work(const PrintJob::Work& job, const QString& goodSentence) {
    m_banner->hide();
    m_progress->setText(tr("On its way…"));
    m_progress->setCancelEnabled(true);
    m_progress->setProgress(0, m_layout->pageCount());
    m_progress->show();
    m_job = std::make_unique<PrintJob>(job);
    connect(m_job.get(), &PrintJob::progressed, this,
            [this](int done) { m_progress->setProgress(done, m_layout->pageCount()); });
    connect(m_job.get(), &PrintJob::finished, this, [this, goodSentence](const Outcome& outcome) {
        m_job.release()->deleteLater();
        m_progress->hide();
        m_banner->setTone(outcome.kind == Outcome::Kind::Done        ? ui::Tone::Good
                          : outcome.kind == Outcome::Kind::Cancelled ? ui::Tone::Info
                                                                     : ui::Tone::Bad);
        m_banner->setText(outcome.kind == Outcome::Kind::Done        ? goodSentence
                          : outcome.kind == Outcome::Kind::Cancelled ? tr("It was cancelled.")
                          : outcome.reason.isEmpty()                 ? tr("It could not be printed.")
                                                     : tr("It could not be done: %1").arg(outcome.reason));
        m_banner->show();
        showState();
        emit worked(outcome);
    });
    m_job->start();
    showState();
}

}  // namespace nextgen::print
