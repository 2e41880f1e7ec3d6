#pragma once

#include "app/client/failure.h"
#include "app/shell/context.h"
#include "app/shell/whole_list.h"
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

class QRadioButton;

namespace nextgen::shell {

using TableRow = std::vector<workbook::Value>;

/// What can be written to a file: the rows of a list that fit its filters, and those that are chosen.
struct ExportSource {
    QString title;
    workbook::TableLayout layout;
    QList<int> columns;
    AskPage ask;                   ///< empty: the chosen rows are all
    std::vector<TableRow> chosen;
};

/// Writes rows to a file, page after page as they come from the server, as one of the window's long works.
/// The file is written by another thread, one page at a time, beside its place; it stands there when it is
/// whole.
class ListExport : public QObject {
    Q_OBJECT

  public:
    /// More are not written.
    static constexpr std::size_t rowsMax = 100'000;

    /// Begins to write, and goes by itself when that is over. A name that ends with .csv says text, any other
    /// a workbook. `total`: about how many rows there are.
    static void begin(client::Works& works, const QString& path, ExportSource source,
                      std::optional<qint64> total);
    /// Waits for what is being written; nothing is left of what is not whole.
    ~ListExport() override;

  private:
    ListExport(client::Works& works, const QString& path, ExportSource source);
    void start();
    void stop();
    void askFor(const QString& cursor);
    void write(std::vector<TableRow> rows, const QString& next);
    void finish(bool isWhole);
    void end(client::Work::State state, const QString& outcome);
    /// Runs it on the writing thread, then `after` on this one unless it threw.
    void onWriter(std::function<void()> work, std::function<void()> after);

    client::Works& m_works;
    int m_id = 0;  ///< of the works
    const QString m_path;
    QString m_beside;  ///< what is written, as long as it is not whole
    ExportSource m_source;
    std::optional<qint64> m_total;
    QThreadPool m_pool;
    std::unique_ptr<workbook::TableWriter> m_writer;  ///< of the writing thread
    std::size_t m_rows = 0;
    bool m_isOver = false;
};

/// Asks what to write and where.
class ExportDialog : public QDialog {
    Q_OBJECT

  public:
    ExportDialog(Context& context, ExportSource source, std::optional<qint64> total, QWidget* parent);

  private:
    void choose();

    Context& m_context;
    ExportSource m_source;
    std::optional<qint64> m_total;
    QRadioButton* m_all;
    QRadioButton* m_chosen;
};

/// What stands in a cell, by its text as it is copied: numbers and days as such, everything else as text.
/// What is masked is left out: it would be read back as something else.
workbook::Value valueOf(const QString& copied, const describe::FieldInfo& field);
/// The headings of a grid in the language of the moment.
workbook::TableLayout layoutOf(const ui::RecordGrid& grid, const QString& title);
std::vector<TableRow> chosenRows(const ui::RecordGrid& grid);

/// What the reader of a list may write: all that fits, as it is asked now, or what is chosen.
ExportSource exportSource(const WholeList& list, const ui::RecordGrid& grid, const QString& title);

}  // namespace nextgen::shell
