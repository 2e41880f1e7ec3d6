#include "app/shell/list_export.h"

#include "ui/locale/format.h"
#include "ui/widgets/date_text.h"
#include "ui/widgets/progress_panel.h"

#include <QDialogButtonBox>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>
#include <exception>
#include <filesystem>
#include <utility>

namespace nextgen::shell {

namespace {

using describe::Kind;

constexpr int sheetNameMax = 31;
constexpr double pxACharacter = 8;

std::filesystem::path pathOf(const QString& path) {
    return {path.toStdU16String()};
}

QString besideOf(const QString& path) {
    return path + QStringLiteral(".part");
}

QCoro::Task<client::Answer<RowsPage>> allAtOnce(std::vector<TableRow> rows) {
    co_return RowsPage{std::move(rows), {}};
}

}  // namespace

workbook::Value valueOf(const QString& copied, const describe::FieldInfo& field) {
    const Kind kind = field.kind;
    if (copied.isEmpty() || field.isSecret()) {
        return {};
    }
    if (kind == Kind::Money || kind == Kind::Integer) {
        bool isNumber = false;
        const qlonglong number = copied.toLongLong(&isNumber);
        if (isNumber) {
            return static_cast<std::int64_t>(number);
        }
    }
    if (kind == Kind::Date) {
        if (const auto day = ui::readDateText(copied, std::nullopt)) {
            return *day;
        }
    }
    return ui::fromQt(copied);
}

workbook::TableLayout layoutOf(const ui::RecordGrid& grid, const QString& title) {
    QString name = title;
    for (const QChar forbidden : QStringLiteral("[]:*?/\\'")) {
        name.replace(forbidden, u' ');
    }
    workbook::TableLayout layout;
    layout.sheetName = ui::fromQt(name.left(sheetNameMax).trimmed());
    layout.isRightToLeft = ui::currentLanguage() == Language::Persian;
    for (const int column : grid.shownColumns()) {
        layout.columns.push_back(
            {ui::fromQt(grid.model()->columnTitle(column)), grid.widthOf(column) / pxACharacter});
    }
    return layout;
}

std::vector<TableRow> chosenRows(const ui::RecordGrid& grid) {
    std::vector<TableRow> rows;
    const QList<int> columns = grid.shownColumns();
    for (const QStringList& cells : grid.selectedCells()) {
        TableRow& values = rows.emplace_back();
        for (const int column : columns) {
            values.push_back(valueOf(cells.at(column), grid.model()->column(column)));
        }
    }
    return rows;
}

ListExport::ListExport(const QString& path, ExportSource source, QObject* parent)
    : QObject(parent), m_path(path), m_source(std::move(source)) {
    m_pool.setMaxThreadCount(1);
}

ListExport::~ListExport() {
    m_pool.waitForDone();
    m_writer.reset();
    QFile::remove(besideOf(m_path));
}

void ListExport::start() {
    onWriter(
        [this] {
            const bool isText = m_path.endsWith(QStringLiteral(".csv"), Qt::CaseInsensitive);
            const auto path = pathOf(besideOf(m_path));
            m_writer = isText ? workbook::writeCsv(path, m_source.layout)
                              : workbook::writeXlsx(path, m_source.layout);
        },
        [this] { askFor({}); });
}

void ListExport::cancel() {
    m_isOver = true;
}

void ListExport::askFor(const QString& cursor) {
    client::whenDone(m_source.ask(cursor), this, [this](client::Answer<RowsPage> page) {
        if (!page) {
            fail(sentenceOf(page.error()));
        } else if (!m_isOver) {
            write(std::move(*page));
        }
    });
}

void ListExport::write(RowsPage page) {
    const bool isTooMuch = m_rows + page.rows.size() > rowsMax;
    if (isTooMuch) {
        page.rows.resize(rowsMax - m_rows);
    }
    m_rows += page.rows.size();
    const auto rows = std::make_shared<std::vector<TableRow>>(std::move(page.rows));
    onWriter(
        [this, rows] {
            for (const TableRow& row : *rows) {
                m_writer->row(row);
            }
        },
        [this, next = page.next, isTooMuch] {
            emit progressed(static_cast<qint64>(m_rows));
            if (next.isEmpty() || isTooMuch || m_rows == rowsMax) {
                finish(next.isEmpty() && !isTooMuch);
            } else {
                askFor(next);
            }
        });
}

void ListExport::finish(bool isWhole) {
    onWriter(
        [this] {
            m_writer->finish();
            m_writer.reset();
            std::filesystem::rename(pathOf(besideOf(m_path)), pathOf(m_path));
        },
        [this, isWhole] {
            m_isOver = true;
            emit finished(static_cast<qint64>(m_rows), isWhole);
        });
}

void ListExport::fail(const QString& sentence) {
    if (!std::exchange(m_isOver, true)) {
        emit failed(sentence);
    }
}

void ListExport::onWriter(std::function<void()> work, std::function<void()> after) {
    m_pool.start([this, work = std::move(work), after = std::move(after)] {
        QString failure;
        try {
            work();
        } catch (const std::exception& error) {
            failure = QString::fromUtf8(error.what());
        }
        QMetaObject::invokeMethod(
            this,
            [this, failure, after] {
                if (!failure.isEmpty()) {
                    fail(ExportDialog::tr("The file could not be written: %1").arg(failure));
                } else if (!m_isOver) {
                    after();
                }
            },
            Qt::QueuedConnection);
    });
}

ExportDialog::ExportDialog(Context& context, ExportSource source, std::optional<qint64> total,
                           QWidget* parent)
    : QDialog(parent),
      m_context(context),
      m_source(std::move(source)),
      m_total(total),
      m_all(new QRadioButton(this)),
      m_chosen(new QRadioButton(this)),
      m_progress(new ui::ProgressPanel(this)),
      m_end(ui::makeLabel({}, ui::TextRole::Body, this)) {
    setObjectName(QStringLiteral("exportDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Write to a file"));
    setMinimumWidth(460);
    const auto chosen = static_cast<qint64>(m_source.chosen.size());
    m_all->setObjectName(QStringLiteral("allRows"));
    m_all->setText(m_total ? tr("All rows that fit, about %1").arg(ui::showNumber(*m_total))
                           : tr("All rows that fit"));
    m_chosen->setObjectName(QStringLiteral("chosenRows"));
    m_chosen->setText(tr("The chosen rows: %1").arg(ui::showNumber(chosen)));
    m_chosen->setEnabled(chosen > 0);
    (chosen > 1 ? m_chosen : m_all)->setChecked(true);
    auto* bound = ui::makeLabel(
        tr("At most %1 rows are written.").arg(ui::showNumber(static_cast<qint64>(ListExport::rowsMax))),
        ui::TextRole::Muted, this);
    m_progress->hide();
    m_end->setObjectName(QStringLiteral("exportEnd"));
    m_end->setWordWrap(true);
    m_end->hide();
    auto* buttons = new QDialogButtonBox(this);
    m_ok = buttons->addButton(tr("Choose the file…"), QDialogButtonBox::AcceptRole);
    m_ok->setObjectName(QStringLiteral("submitButton"));
    ui::setKind(m_ok, ui::ButtonKind::Primary);
    m_close = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    m_close->setObjectName(QStringLiteral("closeButton"));
    connect(buttons, &QDialogButtonBox::accepted, this, &ExportDialog::choose);
    connect(buttons, &QDialogButtonBox::rejected, this, &ExportDialog::reject);
    connect(m_progress, &ui::ProgressPanel::cancelRequested, this, &ExportDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(ui::space::l, ui::space::l, ui::space::l, ui::space::m);
    layout->setSpacing(ui::space::s);
    layout->addWidget(ui::makeLabel(m_source.title, ui::TextRole::Heading, this));
    layout->addWidget(m_all);
    layout->addWidget(m_chosen);
    layout->addWidget(bound);
    layout->addWidget(m_progress);
    layout->addWidget(m_end);
    layout->addWidget(buttons);
}

void ExportDialog::choose() {
    const QStringList filters{tr("Excel workbook (*.xlsx)"), tr("Text with commas (*.csv)")};
    QString path = m_context.dialogs.saveFile(this, tr("Write to a file"),
                                              m_source.title + QStringLiteral(".xlsx"), filters);
    if (path.isEmpty()) {
        return;
    }
    if (!path.endsWith(QStringLiteral(".csv"), Qt::CaseInsensitive) &&
        !path.endsWith(QStringLiteral(".xlsx"), Qt::CaseInsensitive)) {
        path += QStringLiteral(".xlsx");
    }
    const bool isAll = m_all->isChecked();
    ExportSource source = m_source;
    if (!isAll) {
        source.ask = [rows = source.chosen](const QString& /*cursor*/) { return allAtOnce(rows); };
    }
    for (QWidget* widget :
         {static_cast<QWidget*>(m_all), static_cast<QWidget*>(m_chosen), static_cast<QWidget*>(m_ok)}) {
        widget->setEnabled(false);
    }
    m_progress->setText(tr("Writing the rows"));
    m_progress->setIndeterminate();
    m_progress->show();
    m_export = new ListExport(path, std::move(source), this);
    connect(m_export, &ListExport::progressed, this, [this, isAll](qint64 rows) {
        if (isAll && m_total && *m_total >= rows) {
            m_progress->setProgress(rows, *m_total);
        } else {
            m_progress->setText(tr("Rows written: %1").arg(ui::showNumber(rows)));
        }
    });
    connect(m_export, &ListExport::finished, this, [this](qint64 rows, bool isWhole) {
        showEnd(
            isWhole
                ? tr("Rows written: %1").arg(ui::showNumber(rows))
                : tr("Only the first %1 rows were written; the list is longer.").arg(ui::showNumber(rows)));
    });
    connect(m_export, &ListExport::failed, this, &ExportDialog::showEnd);
    m_export->start();
}

void ExportDialog::showEnd(const QString& sentence) {
    m_progress->hide();
    m_end->setText(sentence);
    m_end->show();
    m_close->setText(tr("Close"));
    m_close->setFocus();
}

void ExportDialog::reject() {
    if (m_export != nullptr) {
        m_export->cancel();
    }
    QDialog::reject();
}

}  // namespace nextgen::shell
