#include "app/entity/change_sheet.h"

#include "app/entity/entity_words.h"
#include "ui/locale/format.h"
#include "ui/widgets/progress_panel.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSignalBlocker>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <optional>

namespace nextgen::entity {

using describe::FieldInfo;
using ui::Record;
using ui::StagedEdits;

namespace {

constexpr QSize dialogSize(960, 580);
constexpr int nameWidthPx = 230;
constexpr int valueWidthPx = 112;
constexpr int idRole = Qt::UserRole + 1;

bool isNumber(const FieldInfo& field) {
    return field.kind == describe::Kind::Money || field.kind == describe::Kind::Integer;
}

/// An amount in rials or a plain number; nullopt where there is none.
std::optional<std::int64_t> numberIn(const Record& record, std::string_view field) {
    if (const auto* amount = record.as<Money>(field)) {
        return amount->rials();
    }
    const auto* number = record.as<std::int64_t>(field);
    return number != nullptr ? std::optional(*number) : std::nullopt;
}

/// What the record will be.
Record afterOf(const StagedEdits::Row& row) {
    Record after = row.base;
    for (const auto& [field, value] : row.values) {
        after.set(field, value);
    }
    return after;
}

QString orDash(const QString& words) {
    return words.isEmpty() ? QStringLiteral("—") : words;
}

/// Isolated, since a sign stands at the left of its number in every language.
QString signedNumber(std::int64_t number) {
    return QStringLiteral("\u2066%1%2\u2069")
        .arg(number > 0 ? QStringLiteral("+") : QStringLiteral("\u2212"), ui::showNumber(std::abs(number)));
}

}  // namespace

ChangeSheet::ChangeSheet(const api::Entity& entity, StagedEdits& edits, ChangeWriter& writer, Use use,
                         QWidget* parent)
    : QDialog(parent),
      m_entity(entity),
      m_edits(edits),
      m_writer(writer),
      m_use(use),
      m_title(ui::makeLabel({}, ui::TextRole::Heading, this)),
      m_end(ui::makeLabel({}, ui::TextRole::Body, this)),
      m_tree(new QTreeWidget(this)),
      m_progress(new ui::ProgressPanel(this)),
      m_write(new QPushButton(this)),
      m_takeBack(new QPushButton(this)),
      m_close(new QPushButton(this)) {
    setObjectName(QStringLiteral("changeSheet"));
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    m_title->setObjectName(QStringLiteral("changeTitle"));
    m_title->setWordWrap(true);
    m_end->setObjectName(QStringLiteral("changeEnd"));
    m_end->setWordWrap(true);
    m_tree->setObjectName(QStringLiteral("changeTree"));
    m_tree->setColumnCount(Columns);
    m_tree->setUniformRowHeights(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setSelectionMode(QAbstractItemView::SingleSelection);
    connect(m_tree, &QTreeWidget::itemChanged, this, &ChangeSheet::follow);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &ChangeSheet::showState);
    m_progress->hide();
    connect(m_progress, &ui::ProgressPanel::cancelRequested, this, [this] {
        m_progress->setCancelEnabled(false);
        m_writer.cancel();
    });
    m_write->setObjectName(QStringLiteral("commitButton"));
    ui::setKind(m_write, ui::ButtonKind::Primary);
    m_write->setDefault(true);
    m_takeBack->setObjectName(QStringLiteral("takeBackButton"));
    m_close->setObjectName(QStringLiteral("closeButton"));
    connect(m_write, &QPushButton::clicked, this, &ChangeSheet::write);
    connect(m_takeBack, &QPushButton::clicked, this, [this] {
        emit takeBackWanted();
        close();
    });
    connect(m_close, &QPushButton::clicked, this, &ChangeSheet::reject);
    connect(&m_edits, &StagedEdits::changed, this, [this] {
        // While portions are answered the sheet is shown anew once, at the end.
        if (!m_writer.isRunning()) {
            showEdits();
        }
    });
    connect(&m_writer, &ChangeWriter::progressed, this,
            [this](int done, int total) { m_progress->setProgress(std::min(done, total), total); });
    connect(&m_writer, &ChangeWriter::finished, this, &ChangeSheet::finished);

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(ui::space::s);
    buttons->addWidget(m_write);
    buttons->addWidget(m_takeBack);
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(ui::space::m, ui::space::m, ui::space::m, ui::space::m);
    layout->setSpacing(ui::space::s);
    layout->addWidget(m_title);
    layout->addWidget(m_tree, 1);
    layout->addWidget(m_end);
    layout->addStretch();  // the room of the tree, when nothing is left in it
    layout->addWidget(m_progress);
    layout->addLayout(buttons);
    resize(dialogSize);
    // Rows of one height take it from the first that is ever shown.
    ensurePolished();
    m_tree->ensurePolished();
    retranslate();
    m_tree->setFocus();
}

std::set<std::int64_t> ChangeSheet::chosen() const {
    std::set<std::int64_t> ids;
    for (const auto& [id, row] : m_edits.rows()) {
        if (!m_out.contains(id)) {
            ids.insert(id);
        }
    }
    return ids;
}

void ChangeSheet::write() {
    if (m_writer.isRunning() || chosen().empty()) {
        return;
    }
    m_failure.clear();
    m_progress->setText(m_use == Use::Commit ? tr("Writing the changes") : tr("Taking the changes back"));
    m_progress->setCancelEnabled(true);
    m_progress->show();
    m_writer.write(chosen());
    showState();
}

void ChangeSheet::finished(const QString& failure) {
    m_failure = failure;
    m_written = static_cast<int>(m_writer.written().size());
    m_progress->hide();
    showEdits();
    (m_edits.isEmpty() ? static_cast<QWidget*>(m_close) : m_tree)->setFocus();
}

void ChangeSheet::reject() {
    if (m_writer.isRunning()) {
        m_progress->setCancelEnabled(false);
        m_writer.cancel();
        return;
    }
    QDialog::reject();
}

void ChangeSheet::showEdits() {
    const QSignalBlocker blocker(m_tree);
    m_tree->clear();
    for (const FieldInfo& field : m_entity.fields) {
        addField(field);
    }
    m_tree->expandAll();
    m_tree->setColumnHidden(Reason, m_edits.refusedCount() == 0);
    const bool hasNumbers = std::ranges::any_of(m_entity.fields, [this](const FieldInfo& field) {
        return isNumber(field) && std::ranges::any_of(m_edits.rows(), [&](const auto& one) {
                   return one.second.values.contains(field.name);
               });
    });
    m_tree->setColumnHidden(Difference, !hasNumbers);
    // The first that needs looking at.
    QTreeWidgetItem* first = m_tree->topLevelItem(0);
    for (int row = 0; first != nullptr && m_edits.refusedCount() > 0 && row < first->childCount(); ++row) {
        if (!first->child(row)->text(Reason).isEmpty()) {
            first = first->child(row);
        }
    }
    m_tree->setCurrentItem(first);
    showState();
}

void ChangeSheet::addField(const FieldInfo& field) {
    if (field.has(describe::ReadOnly)) {
        return;
    }
    auto group = std::make_unique<QTreeWidgetItem>();
    std::int64_t sum = 0;
    std::set<QString> words;
    for (const auto& [id, row] : m_edits.rows()) {
        if (!row.values.contains(field.name)) {
            continue;
        }
        const Record after = afterOf(row);
        auto* item = new QTreeWidgetItem(group.get());
        item->setData(Name, idRole, QVariant::fromValue<qlonglong>(id));
        item->setText(Name, nameOf(m_entity, row.base));
        item->setCheckState(Name, m_out.contains(id) ? Qt::Unchecked : Qt::Checked);
        item->setText(Before, orDash(ui::wordsOf(row.base, field)));
        item->setText(After, orDash(ui::wordsOf(after, field)));
        words.insert(item->text(After));
        const auto from = numberIn(row.base, field.name);
        const auto to = numberIn(after, field.name);
        if (isNumber(field) && from && to) {
            item->setText(Difference, signedNumber(*to - *from));
            sum += *to - *from;
        }
        item->setText(Reason, row.reason);
        item->setToolTip(Reason, row.reason);
        item->setToolTip(Name, item->text(Name));
        if (!row.reason.isEmpty()) {
            item->setForeground(Reason, ui::coloursIn(palette()).bad);
        }
        for (const int column : {Before, After, Difference}) {
            // Units stand in one line at the right, as in every table.
            item->setTextAlignment(column, isNumber(field)
                                               ? Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter
                                               : Qt::AlignLeft | Qt::AlignVCenter);
        }
    }
    if (group->childCount() == 0) {
        return;
    }
    const QString of =
        tr("%1 of %2 × %3")
            .arg(titleOf(m_entity, field), ui::showNumber(group->childCount()), singularOf(m_entity));
    const QString size = field.kind == describe::Kind::Money
                             ? ui::showMoneyWithUnit(Money::rials(std::abs(sum)))
                             : ui::showNumber(std::abs(sum));
    group->setText(Name, sum > 0             ? tr("%1: %2 is added in all").arg(of, size)
                         : sum < 0           ? tr("%1: %2 is taken off in all").arg(of, size)
                         : words.size() == 1 ? tr("%1: becomes “%2”").arg(of, *words.begin())
                                             : of);
    QFont strong = m_tree->font();
    strong.setWeight(QFont::DemiBold);
    group->setFont(Name, strong);
    QTreeWidgetItem* item = group.release();
    m_tree->addTopLevelItem(item);
    item->setFirstColumnSpanned(true);
}

void ChangeSheet::follow(QTreeWidgetItem* item) {
    const std::int64_t id = item->data(Name, idRole).toLongLong();
    if (id == 0) {
        return;
    }
    const bool isOut = item->checkState(Name) == Qt::Unchecked;
    isOut ? static_cast<void>(m_out.insert(id)) : static_cast<void>(m_out.erase(id));
    const QSignalBlocker blocker(m_tree);
    for (int group = 0; group < m_tree->topLevelItemCount(); ++group) {
        for (int row = 0; row < m_tree->topLevelItem(group)->childCount(); ++row) {
            QTreeWidgetItem* other = m_tree->topLevelItem(group)->child(row);
            if (other->data(Name, idRole).toLongLong() == id) {
                other->setCheckState(Name, item->checkState(Name));
            }
        }
    }
    showState();
}

void ChangeSheet::showState() {
    const bool isRunning = m_writer.isRunning();
    const int refused = m_edits.refusedCount();
    const auto count = static_cast<std::int64_t>(chosen().size());
    const bool isTakingBack = m_use == Use::TakeBack;
    m_tree->setEnabled(!isRunning);
    m_tree->setHidden(m_edits.isEmpty() && !isRunning);
    m_title->setText(
        m_edits.isEmpty() ? (isTakingBack ? tr("The changes are taken back") : tr("The changes are saved"))
        : isTakingBack    ? tr("Records that go back to what they were: %1")
                             .arg(ui::showNumber(static_cast<std::int64_t>(m_edits.rows().size())))
                       : tr("Changes: %1, in records: %2")
                             .arg(ui::showNumber(m_edits.cellCount()),
                                  ui::showNumber(static_cast<std::int64_t>(m_edits.rows().size()))));
    QStringList end;
    if (m_written > 0 || refused > 0) {
        end << (isTakingBack ? tr("Gone back: %1 · stayed as they are: %2") : tr("Saved: %1 · not saved: %2"))
                   .arg(ui::showNumber(m_written), ui::showNumber(refused));
    }
    if (!m_failure.isEmpty()) {
        end << m_failure
            << (m_writer.unanswered() ? tr("Whether the last portion arrived is not known; sending it again "
                                           "writes nothing twice.")
                                      : tr("Nothing is lost: what is not saved stays here."));
    }
    // In full, which the column may have no room for.
    if (const QTreeWidgetItem* current = m_tree->currentItem();
        current != nullptr && !current->text(Reason).isEmpty()) {
        end << QStringLiteral("%1: %2").arg(current->text(Name), current->text(Reason));
    }
    m_end->setText(end.join(u'\n'));
    m_end->setHidden(end.isEmpty() || isRunning);
    const QString shown = ui::showNumber(count);
    m_write->setText(isTakingBack  ? tr("Take back: %1").arg(shown)
                     : refused > 0 ? tr("Try again: %1").arg(shown)
                                   : tr("Save the records: %1").arg(shown));
    m_write->setHidden(m_edits.isEmpty());
    m_write->setEnabled(!isRunning && count > 0);
    m_takeBack->setText(tr("Take back what was saved: %1").arg(ui::showNumber(m_written)));
    m_takeBack->setHidden(isTakingBack || m_written == 0);
    m_takeBack->setEnabled(!isRunning);
    m_close->setText(tr("Close"));
    m_close->setEnabled(!isRunning);
}

void ChangeSheet::retranslate() {
    setWindowTitle(m_use == Use::Commit ? tr("Changes: %1").arg(titleOf(m_entity))
                                        : tr("Take back: %1").arg(titleOf(m_entity)));
    m_tree->setHeaderLabels({tr("Record"), tr("Before"), tr("After"), tr("Difference"), tr("Reason")});
    m_tree->setAccessibleName(tr("Changes by field and record; Space takes a record out"));
    m_tree->setColumnWidth(Name, ui::scaled(nameWidthPx));
    for (const int column : {Before, After, Difference}) {
        m_tree->setColumnWidth(column, ui::scaled(valueWidthPx));
    }
    showEdits();
}

void ChangeSheet::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

}  // namespace nextgen::entity
