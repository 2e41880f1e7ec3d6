#include "app/shell/list_print.h"

#include "app/shell/printing.h"
#include "ui/locale/format.h"
#include "ui/print/record_sheet.h"
#include "ui/widgets/theme.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>
#include <algorithm>
#include <iterator>
#include <numeric>
#include <utility>

namespace nextgen::shell {

using client::Work;

ListPrint::ListPrint(Context& context, QWidget* window, PrintSource source)
    : QObject(&context.works), m_context(context), m_window(window), m_source(std::move(source)) {}

void ListPrint::begin(Context& context, QWidget* window, PrintSource source) {
    Work work;
    work.title = [title = source.sheet.title] { return tr("Printing “%1”").arg(title); };
    work.again = [&context, alive = QPointer<QWidget>(window), source] {
        if (alive) {
            begin(context, alive, source);
        }
    };
    auto* started = new ListPrint(context, window, std::move(source));
    work.stop = [started] {
        started->m_isOver = true;
        started->deleteLater();
    };
    started->m_id = context.works.begin(std::move(work));
    started->askFor({});
}

void ListPrint::askFor(const QString& cursor) {
    client::whenDone(m_source.ask(cursor), this, [this](const client::Answer<WordedPage>& page) {
        if (m_isOver) {
            return;
        }
        if (!page) {
            end(Work::State::Failed, sentenceOf(page.error()));
        } else {
            take(*page);
        }
    });
}

void ListPrint::take(const WordedPage& page) {
    const auto room = static_cast<qsizetype>(rowsMax) - static_cast<qsizetype>(m_source.table.rows.size());
    QList<int> rows(std::min<qsizetype>(room, page.model->count()));
    std::iota(rows.begin(), rows.end(), 0);
    print::Table more = print::tableOf(*page.model, m_source.columns, rows);
    std::ranges::move(more.rows, std::back_inserter(m_source.table.rows));
    const auto held = static_cast<qint64>(m_source.table.rows.size());
    const qint64 wanted = std::min<qint64>(m_source.total.value_or(0), rowsMax);
    m_context.works.progress(m_id, held, wanted >= held ? wanted : 0);
    const bool isWhole = page.next.isEmpty() && rows.size() == page.model->count();
    if (!isWhole && held < rowsMax) {
        askFor(page.next);
        return;
    }
    const QString count = ui::showNumber(held);
    end(Work::State::Done, isWhole ? tr("Rows on the print: %1").arg(count)
                                   : tr("Only the first %1 rows are printed; the list is longer.").arg(count));
    if (m_window) {
        m_source.isWhole = isWhole;
        previewRows(m_context, m_window, std::move(m_source));
    }
}

void ListPrint::end(Work::State state, const QString& outcome) {
    m_isOver = true;
    deleteLater();
    m_context.works.end(m_id, state, outcome);
}

void previewRows(Context& context, QWidget* window, PrintSource source) {
    const QString count = ui::showNumber(static_cast<qint64>(source.table.rows.size()));
    source.facts.facts.push_back(
        {ListPrint::tr("Rows"),
         source.isWhole ? count : ListPrint::tr("%1, of more that are not on this print").arg(count)});
    source.sheet.blocks.emplace_back(std::move(source.facts));
    source.sheet.blocks.emplace_back(std::move(source.table));
    preview(context, window, std::move(source.sheet));
}

PrintListDialog::PrintListDialog(Context& context, PrintSource source, print::Table chosen, QWidget* parent)
    : QDialog(parent),
      m_context(context),
      m_source(std::move(source)),
      m_chosenRows(std::move(chosen)),
      m_all(new QRadioButton(this)),
      m_chosen(new QRadioButton(this)) {
    setObjectName(QStringLiteral("printListDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Print the list"));
    setMinimumWidth(460);
    const auto count = static_cast<qint64>(m_chosenRows.rows.size());
    m_all->setObjectName(QStringLiteral("allRows"));
    m_all->setText(m_source.total ? tr("All rows that fit, about %1").arg(ui::showNumber(*m_source.total))
                                  : tr("All rows that fit"));
    m_chosen->setObjectName(QStringLiteral("chosenRows"));
    m_chosen->setText(tr("The chosen rows: %1").arg(ui::showNumber(count)));
    m_chosen->setEnabled(count > 0);
    (count > 1 ? m_chosen : m_all)->setChecked(true);
    auto* buttons = new QDialogButtonBox(this);
    auto* ok = buttons->addButton(tr("Show the print"), QDialogButtonBox::AcceptRole);
    ok->setObjectName(QStringLiteral("submitButton"));
    ui::setKind(ok, ui::ButtonKind::Primary);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &PrintListDialog::begin);
    connect(buttons, &QDialogButtonBox::rejected, this, &PrintListDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(ui::space::l, ui::space::l, ui::space::l, ui::space::m);
    layout->setSpacing(ui::space::s);
    layout->addWidget(ui::makeLabel(m_source.sheet.title, ui::TextRole::Heading, this));
    layout->addWidget(m_all);
    layout->addWidget(m_chosen);
    layout->addWidget(ui::makeLabel(
        tr("At most %1 rows are printed.").arg(ui::showNumber(static_cast<qint64>(ListPrint::rowsMax))),
        ui::TextRole::Muted, this));
    layout->addWidget(buttons);
}

void PrintListDialog::begin() {
    QWidget* window = parentWidget()->window();
    if (m_chosen->isChecked()) {
        m_source.table = std::move(m_chosenRows);
        m_source.isWhole = true;
        previewRows(m_context, window, std::move(m_source));
    } else if (m_source.ask) {
        ListPrint::begin(m_context, window, std::move(m_source));
    } else {
        previewRows(m_context, window, std::move(m_source));
    }
    accept();
}

}  // namespace nextgen::shell
