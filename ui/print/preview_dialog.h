#pragma once

#include "ui/print/print_job.h"

#include <QDialog>
#include <QFuture>
#include <memory>

class QComboBox;
class QLabel;
class QPushButton;
class QToolButton;

namespace nextgen::ui {
class Banner;
class Dialogs;
class ProgressPanel;
}  // namespace nextgen::ui

namespace nextgen::print {

class PageView;

/// Lays a sheet out on the paper that its kind of document was printed on last, or else that it fits on.
/// Long lists take a moment, so that a thread of its own does it.
QFuture<std::shared_ptr<const SheetLayout>> layOutFirst(Sheet sheet);

/// A sheet as it will be on paper, before it goes to a printer or into a file. The paper is remembered for
/// its kind of document.
///
/// Keys: Ctrl+P prints, Ctrl+S saves a PDF, PageUp and PageDown turn pages, Ctrl with +, − and 0 zoom.
class PreviewDialog : public QDialog {
    Q_OBJECT

  public:
    /// `dialogs` outlives it.
    PreviewDialog(Sheet sheet, ui::Dialogs& dialogs, QWidget* parent = nullptr);
    /// Of a sheet that layOutFirst() has laid out.
    PreviewDialog(std::shared_ptr<const SheetLayout> layout, ui::Dialogs& dialogs, QWidget* parent = nullptr);
    ~PreviewDialog() override;

    const SheetLayout& layoutOfSheet() const { return *m_layout; }
    Paper paper() const;
    void setPaper(const Paper& paper);
    /// Of 0 on.
    int currentPage() const;
    void showPage(int page);

    void print();
    void savePdf();
    bool isWorking() const { return m_job != nullptr; }

  signals:
    /// The sheet went to a printer or a file, or did not.
    void worked(const nextgen::print::Outcome& outcome);

  protected:
    void changeEvent(QEvent* event) override;
    void done(int result) override;

  private:
    void retranslate();
    void showLayout(std::shared_ptr<const SheetLayout> layout);
    void takeChoices();
    void showState();
    void work(const PrintJob::Work& work, const QString& goodSentence);

    const Sheet& sheet() const { return m_layout->sheet(); }

    ui::Dialogs& m_dialogs;
    std::shared_ptr<const SheetLayout> m_layout;
    std::unique_ptr<PrintJob> m_job;
    int m_laidOut = 0;  ///< which of several choices of paper was the last one
    bool m_isLayingOut = false;

    PageView* m_view;
    QComboBox* m_paper;
    QComboBox* m_orientation;
    QToolButton* m_zoomOut;
    QToolButton* m_zoomIn;
    QToolButton* m_fit;
    QToolButton* m_previous;
    QToolButton* m_next;
    QLabel* m_number;
    QLabel* m_zoom;
    QPushButton* m_pdf;
    QPushButton* m_print;
    QPushButton* m_close;
    ui::Banner* m_banner;
    ui::ProgressPanel* m_progress;
};

}  // namespace nextgen::print
