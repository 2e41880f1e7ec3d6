#include "app/shell/list_export.h"

#include "ui/locale/format.h"
#include "ui/widgets/date_text.h"

#include <QDialogButtonBox>
#include <QFile>
#include <QFileInfo>
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
    for (const ui::GridSelection::Row& row : grid.chosenRows()) {
        TableRow& values = rows.emplace_back();
        for (const int column : columns) {
            values.push_back(valueOf(row.cells.at(column), grid.model()->column(column)));
        }
    }
    return rows;
}

ExportSource exportSource(const WholeList& list, const ui::RecordGrid& grid, const QString& title) {
    return {title, layoutOf(grid, title), grid.shownColumns(), list.now(), chosenRows(grid)};
}

ListExport::ListExport(client::Works& works, const QString& path, ExportSource source)
    : QObject(&works), m_works(works), m_path(path), m_source(std::move(source)) {
    m_pool.setMaxThreadCount(1);
}

ListExport::~ListExport() {
    m_pool.waitForDone();
    m_writer.reset();
    QFile::remove(m_beside);
}

void ListExport::begin(client::Works& works, const QString& path, ExportSource source,
                       std::optional<qint64> total) {
    client::Work work;
    work.again = [&works, path, source, total] { begin(works, path, source, total); };
    auto* started = new ListExport(works, path, std::move(source));
    started->m_total = total;
    work.title = [name = QFileInfo(path).fileName()] {
        return ExportDialog::tr("Writing %1").arg(ui::showCode(name));
    };
    work.stop = [started] { started->stop(); };
    started->m_id = works.begin(std::move(work));
    started->m_beside = QStringLiteral("%1.%2.part").arg(path).arg(started->m_id);
    started->start();
}

void ListExport::start() {
    onWriter(
        [this] {
            const bool isText = m_path.endsWith(QStringLiteral(".csv"), Qt::CaseInsensitive);
            const auto path = pathOf(m_beside);
            m_writer = isText ? workbook::writeCsv(path, m_source.layout)
                              : workbook::writeXlsx(path, m_source.layout);
        },
        [this] { askFor({}); });
}

void ListExport::stop() {
    m_isOver = true;
    deleteLater();
}

void ListExport::askFor(const QString& cursor) {
    if (!m_source.ask) {
        write(m_source.chosen, {});
        return;
    }
    client::whenDone(m_source.ask(cursor), this, [this](const client::Answer<WordedPage>& page) {
        if (!page) {
            end(client::Work::State::Failed, sentenceOf(page.error()));
        } else if (!m_isOver) {
            std::vector<TableRow> rows;
            for (int row = 0; row < page->model->count(); ++row) {
                TableRow& values = rows.emplace_back();
                for (const int column : m_source.columns) {
                    const QModelIndex index = page->model->index(row, column);
                    values.push_back(valueOf(index.data(ui::RecordModelBase::CopyRole).toString(),
                                             page->model->column(column)));
                }
            }
            write(std::move(rows), page->next);
        }
    });
}

void ListExport::write(std::vector<TableRow> page, const QString& next) {
    const bool isTooMuch = m_rows + page.size() > rowsMax;
    if (isTooMuch) {
        page.resize(rowsMax - m_rows);
    }
    m_rows += page.size();
    const auto rows = std::make_shared<std::vector<TableRow>>(std::move(page));
    onWriter(
        [this, rows] {
            for (const TableRow& row : *rows) {
                m_writer->row(row);
            }
        },
        [this, next, isTooMuch] {
            const auto written = static_cast<qint64>(m_rows);
            m_works.progress(m_id, written, m_total && *m_total >= written ? *m_total : 0);
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
            std::filesystem::rename(pathOf(m_beside), pathOf(m_path));
        },
        [this, isWhole] {
            const QString rows = ui::showNumber(static_cast<qint64>(m_rows));
            m_works.setResult(m_id, m_path);
            end(client::Work::State::Done,
                isWhole
                    ? ExportDialog::tr("Rows written: %1").arg(rows)
                    : ExportDialog::tr("Only the first %1 rows were written; the list is longer.").arg(rows));
        });
}

void ListExport::end(client::Work::State state, const QString& outcome) {
    if (!m_isOver) {
        stop();
        m_works.end(m_id, state, outcome);
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
                    end(client::Work::State::Failed,
                        ExportDialog::tr("The file could not be written: %1").arg(failure));
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
      m_chosen(new QRadioButton(this)) {
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
    auto* buttons = new QDialogButtonBox(this);
    auto* ok = buttons->addButton(tr("Choose the file…"), QDialogButtonBox::AcceptRole);
    ok->setObjectName(QStringLiteral("submitButton"));
    ui::setKind(ok, ui::ButtonKind::Primary);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &ExportDialog::choose);
    connect(buttons, &QDialogButtonBox::rejected, this, &ExportDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(ui::space::l, ui::space::l, ui::space::l, ui::space::m);
    layout->setSpacing(ui::space::s);
    layout->addWidget(ui::makeLabel(m_source.title, ui::TextRole::Heading, this));
    layout->addWidget(m_all);
    layout->addWidget(m_chosen);
    layout->addWidget(bound);
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
    if (!isAll) {
        m_total = static_cast<qint64>(m_source.chosen.size());
        m_source.ask = nullptr;
    } else {
        m_source.chosen.clear();
    }
    ListExport::begin(m_context.works, path, std::move(m_source), m_total);
    accept();
}

}  // namespace nextgen::shell
