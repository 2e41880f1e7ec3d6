#include "app/entity/merge_dialog.h"

#include "app/entity/entity_words.h"
#include "ui/locale/format.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/theme.h"

#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace nextgen::entity {

using describe::FieldInfo;
using Take = MergeLine::Take;

namespace {

constexpr QSize dialogSize(860, 460);

}  // namespace

std::vector<MergeLine> mergeLines(const api::Entity& entity, const ui::FieldForm& form,
                                  const ui::Record& base, const ui::Record& theirs) {
    const auto isWording = [&entity](const FieldInfo& field) {
        return std::ranges::any_of(entity.fields, [&](const FieldInfo& other) {
            const FieldInfo* wording = other.refersTo.empty() ? nullptr : ui::wordingOf(entity.fields, other);
            return wording != nullptr && wording->name == field.name;
        });
    };
    std::vector<MergeLine> lines;
    for (const FieldInfo& field : entity.fields) {
        const bool isMine = form.isTyped(field.name);
        const bool isTheirs = !ui::isSame(base.value(field.name), theirs.value(field.name));
        const bool isWritten = !field.has(describe::Hidden | describe::Key | describe::ReadOnly);
        if ((!isMine && !isTheirs) || !isWritten || isWording(field)) {
            continue;
        }
        MergeLine line{&field, ui::wordsOf(base, field),
                       isMine ? form.typedWords(field) : ui::wordsOf(base, field),
                       ui::wordsOf(theirs, field)};
        line.isConflict = isMine && isTheirs && line.mine != line.theirs;
        line.take = line.isConflict ? Take::Undecided : isMine && !isTheirs ? Take::Mine : Take::Theirs;
        lines.push_back(std::move(line));
    }
    return lines;
}

MergeDialog::MergeDialog(const api::Entity& entity, const QString& name, std::vector<MergeLine> lines,
                         const QString& who, Instant when, QWidget* parent)
    : QDialog(parent),
      m_entity(entity),
      m_name(name),
      m_who(who),
      m_when(when),
      m_lines(std::move(lines)),
      m_title(ui::makeLabel({}, ui::TextRole::Heading, this)),
      m_how(ui::makeLabel({}, ui::TextRole::Body, this)),
      m_table(new QTableWidget(static_cast<int>(m_lines.size()), Columns, this)),
      m_open(ui::makeLabel({}, ui::TextRole::Body, this)),
      m_allMine(new QPushButton(this)),
      m_allTheirs(new QPushButton(this)),
      m_save(new QPushButton(this)),
      m_back(new QPushButton(this)) {
    setObjectName(QStringLiteral("mergeDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_how->setWordWrap(true);
    m_table->setObjectName(QStringLiteral("mergeTable"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setWordWrap(true);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->installEventFilter(this);
    for (int row = 0; row < m_table->rowCount(); ++row) {
        for (int column = 0; column < Columns; ++column) {
            m_table->setItem(row, column, new QTableWidgetItem);
        }
    }
    connect(m_table, &QTableWidget::cellClicked, this, [this](int row, int column) {
        if (column == Mine || column == Theirs) {
            choose(row, column == Mine ? Take::Mine : Take::Theirs);
        }
    });
    m_allMine->setObjectName(QStringLiteral("allMineButton"));
    m_allTheirs->setObjectName(QStringLiteral("allTheirsButton"));
    m_save->setObjectName(QStringLiteral("mergeSaveButton"));
    ui::setKind(m_save, ui::ButtonKind::Primary);
    m_save->setDefault(true);
    connect(m_allMine, &QPushButton::clicked, this, [this] { chooseAll(Take::Mine); });
    connect(m_allTheirs, &QPushButton::clicked, this, [this] { chooseAll(Take::Theirs); });
    connect(m_save, &QPushButton::clicked, this, &MergeDialog::accept);
    connect(m_back, &QPushButton::clicked, this, &QDialog::reject);

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(ui::space::s);
    buttons->addWidget(m_allMine);
    buttons->addWidget(m_allTheirs);
    buttons->addWidget(m_open, 1);
    buttons->addWidget(m_save);
    buttons->addWidget(m_back);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(ui::space::m, ui::space::m, ui::space::m, ui::space::m);
    layout->setSpacing(ui::space::s);
    layout->addWidget(m_title);
    layout->addWidget(m_how);
    layout->addWidget(m_table, 1);
    layout->addLayout(buttons);
    resize(dialogSize);
    retranslate();

    const auto first = std::ranges::find(m_lines, Take::Undecided, &MergeLine::take);
    m_table->setCurrentCell(first == m_lines.end() ? 0 : static_cast<int>(first - m_lines.begin()), Mine);
    m_table->setFocus();
}

bool MergeDialog::isDecided() const {
    return std::ranges::count(m_lines, Take::Undecided, &MergeLine::take) == 0;
}

void MergeDialog::accept() {
    if (isDecided()) {
        QDialog::accept();
        return;
    }
    const auto first = std::ranges::find(m_lines, Take::Undecided, &MergeLine::take);
    m_table->setCurrentCell(static_cast<int>(first - m_lines.begin()), Mine);
    m_table->setFocus();
}

void MergeDialog::choose(int row, Take take) {
    m_lines[static_cast<std::size_t>(row)].take = take;
    m_table->setCurrentCell(row, take == Take::Mine ? Mine : Theirs);
    show(row);
}

void MergeDialog::chooseAll(Take take) {
    for (int row = 0; row < m_table->rowCount(); ++row) {
        choose(row, take);
    }
}

void MergeDialog::show(int row) {
    const MergeLine& line = m_lines[static_cast<std::size_t>(row)];
    const ui::Colours& colours = ui::coloursIn(palette());
    const ui::TonePair chosen = ui::toneColours(ui::Tone::Good, colours);
    const ui::TonePair open = ui::toneColours(ui::Tone::Warn, colours);
    const auto worded = [](const QString& words) { return words.isEmpty() ? QStringLiteral("—") : words; };
    m_table->item(row, Field)->setText(QCoreApplication::translate(m_entity.context, line.field->title));
    m_table->item(row, Base)->setText(worded(line.base));
    m_table->item(row, Base)->setForeground(colours.muted);
    for (const auto& [column, take, words] :
         {std::tuple(Mine, Take::Mine, line.mine), std::tuple(Theirs, Take::Theirs, line.theirs)}) {
        QTableWidgetItem* item = m_table->item(row, column);
        const bool isChosen = line.take == take;
        item->setText(worded(words));
        item->setIcon(isChosen ? ui::icon(ui::Icon::Check, ui::Tint::Good) : QIcon());
        item->setBackground(isChosen                       ? QBrush(chosen.ground)
                            : line.take == Take::Undecided ? QBrush(open.ground)
                                                           : QBrush());
        item->setForeground(isChosen || line.take == Take::Undecided ? colours.text : colours.muted);
        item->setData(Qt::AccessibleTextRole, isChosen ? tr("%1, chosen").arg(worded(words)) : worded(words));
    }
    const auto undecided = std::ranges::count(m_lines, Take::Undecided, &MergeLine::take);
    m_open->setText(undecided == 0   ? tr("Everything is decided.")
                    : undecided == 1 ? tr("One field is to be decided.")
                                     : tr("%1 fields are to be decided.").arg(ui::showNumber(undecided)));
    m_save->setEnabled(undecided == 0);
}

bool MergeDialog::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_table && event->type() == QEvent::KeyPress && m_table->currentRow() >= 0) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Left || key == Qt::Key_Right) {
            const bool isForward = (key == Qt::Key_Right) == (layoutDirection() == Qt::LeftToRight);
            choose(m_table->currentRow(), isForward ? Take::Theirs : Take::Mine);
            return true;
        }
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            accept();
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void MergeDialog::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) {
        retranslate();
    }
    QDialog::changeEvent(event);
}

void MergeDialog::retranslate() {
    setWindowTitle(tr("Changed by two"));
    m_title->setText(m_name);
    const QString when = ui::showInstant(m_when);
    const QString who =
        m_who.isEmpty() ? tr("Somebody changed this record at %1, while you were changing it.").arg(when)
                        : tr("%2 changed this record at %1, while you were changing it.").arg(when, m_who);
    m_how->setText(who + u' ' +
                   tr("Choose field by field what is to be saved: by the arrow keys, or by clicking."));
    m_table->setHorizontalHeaderLabels(
        {tr("Field"), tr("What you opened"), tr("Yours"), m_who.isEmpty() ? tr("Theirs") : m_who});
    m_allMine->setText(tr("All of yours"));
    m_allTheirs->setText(tr("All of theirs"));
    m_save->setText(tr("Save"));
    m_back->setText(tr("Go back"));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        show(row);
    }
}

}  // namespace nextgen::entity
