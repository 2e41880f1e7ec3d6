#pragma once

#include "app/client/failure.h"
#include "app/shell/context.h"
#include "app/shell/lister.h"
#include "shared/workbook/writer.h"

#include <QCoroTask>
#include <QDialog>
#include <QObject>
#include <QStringList>
#include <QThreadPool>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

class QLabel;
class QPushButton;
class QRadioButton;

namespace nextgen::ui {
class ProgressPanel;
}

namespace nextgen::shell {

using TableRow = std::vector<workbook::Value>;

/// Some rows for a file, and the cursor of what follows; empty: nothing does.
struct RowsPage {
    std::vector<TableRow> rows;
    QString next;
};

/// What can be written to a file: the rows of a list that fit its filters, and those that are chosen.
struct ExportSource {
    QString title;
    workbook::TableLayout layout;
    std::function<QCoro::Task<client::Answer<RowsPage>>(QString cursor)> ask;
    std::vector<TableRow> chosen;
};

/// Writes rows to a file, page after page as they come from the server. The file is written by another
/// thread, one page at a time, beside its place; it stands there when it is whole.
class ListExport : public QObject {
    Q_OBJECT

  public:
    /// More are not written.
    static constexpr std::size_t rowsMax = 100'000;

    /// A name that ends with .csv says text, any other a workbook.
    ListExport(const QString& path, ExportSource source, QObject* parent);
    /// Waits for what is being written.
    ~ListExport() override;

    void start();
    /// Nothing is left of it.
    void cancel();

  signals:
    void progressed(qint64 rows);
    /// isWhole: the list did not go on beyond rowsMax.
    void finished(qint64 rows, bool isWhole);
    void failed(const QString& sentence);

  private:
    void askFor(const QString& cursor);
    void write(RowsPage page);
    void finish(bool isWhole);
    void fail(const QString& sentence);
    /// Runs it on the writing thread, then `after` on this one unless it threw.
    void onWriter(std::function<void()> work, std::function<void()> after);

    const QString m_path;
    ExportSource m_source;
    QThreadPool m_pool;
    std::unique_ptr<workbook::TableWriter> m_writer;  ///< of the writing thread
    std::size_t m_rows = 0;
    bool m_isOver = false;
};

/// Asks what to write and where, and shows how far it is.
class ExportDialog : public QDialog {
    Q_OBJECT

  public:
    ExportDialog(Context& context, ExportSource source, std::optional<qint64> total, QWidget* parent);

    void reject() override;

  private:
    void choose();
    void showEnd(const QString& sentence);

    Context& m_context;
    ExportSource m_source;
    std::optional<qint64> m_total;
    QRadioButton* m_all;
    QRadioButton* m_chosen;
    ui::ProgressPanel* m_progress;
    QLabel* m_end;
    QPushButton* m_ok;
    QPushButton* m_close;
    ListExport* m_export = nullptr;
};

/// What stands in a cell, by its text as it is copied: numbers and days as such, everything else as text.
/// What is masked is left out: it would be read back as something else.
workbook::Value valueOf(const QString& copied, const describe::FieldInfo& field);
/// The headings of a grid in the language of the moment.
workbook::TableLayout layoutOf(const ui::RecordGrid& grid, const QString& title);
std::vector<TableRow> chosenRows(const ui::RecordGrid& grid);

/// Rows of a page, worded by a model that nobody looks at.
template <class E, class Model>
QCoro::Task<client::Answer<RowsPage>> askForRows(typename Lister<E, Model>::Ask ask, client::Listing listing,
                                                 std::shared_ptr<Model> model, QList<int> columns) {
    auto answer = co_await ask(listing);
    if (!answer) {
        co_return tl::unexpected(answer.error());
    }
    RowsPage page;
    page.next = answer->nextCursor;
    model->replace(std::move(answer->items));
    for (int row = 0; row < model->count(); ++row) {
        TableRow& values = page.rows.emplace_back();
        for (const int column : columns) {
            values.push_back(valueOf(model->index(row, column).data(ui::RecordModelBase::CopyRole).toString(),
                                     model->column(column)));
        }
    }
    co_return page;
}

/// What a page lets its reader write: `model` has the columns of the grid's own.
template <class E, class Model>
ExportSource exportSource(const Lister<E, Model>& lister, const ui::RecordGrid& grid,
                          std::shared_ptr<Model> model, const QString& title) {
    ExportSource source{title, layoutOf(grid, title), {}, chosenRows(grid)};
    client::Listing listing = lister.listing();
    listing.limit = api::pageSizeMax;
    source.ask = [ask = lister.ask(), listing, model = std::move(model),
                  columns = grid.shownColumns()](const QString& cursor) {
        client::Listing next = listing;
        next.cursor = cursor;
        return askForRows<E, Model>(ask, std::move(next), model, columns);
    };
    return source;
}

}  // namespace nextgen::shell
