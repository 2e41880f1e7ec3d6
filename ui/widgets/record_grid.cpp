#include "ui/widgets/record_grid.h"

#include "ui/describe/record_model.h"
#include "ui/locale/format.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/busy_line.h"
#include "ui/widgets/cell_delegate.h"
#include "ui/widgets/theme.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QMouseEvent>
#include <QPushButton>
#include <QSettings>
#include <QShortcut>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace nextgen::ui {

namespace {

using describe::Kind;

constexpr int saveDelayMs = 400;
constexpr int stateHeightMinPx = 120;

int defaultWidth(const describe::FieldInfo& field) {
    switch (field.kind) {
        case Kind::Money:
            return 150;
        case Kind::Date:
            return 110;
        case Kind::Instant:
            return 150;
        case Kind::Choice:
            return 130;
        case Kind::Bool:
        case Kind::Integer:
        case Kind::Id:
            return 90;
        case Kind::Text:
            return field.has(describe::Code) ? 170 : 190;
    }
    return 150;
}

// One cell on its way to a spreadsheet: no cell breaks the table, and no text begins a formula there.
QString cellForClipboard(const QModelIndex& index, Kind kind) {
    QString text = index.data(RecordModelBase::CopyRole).toString();
    text.replace(u'\t', u' ').replace(u'\n', u' ').replace(u'\r', u' ');
    if (kind == Kind::Text && !text.isEmpty() && QStringView(u"=+-@").contains(text.front())) {
        text.prepend(u'\'');
    }
    return text;
}

}  // namespace

RecordGrid::RecordGrid(const QString& settingsKey, QWidget* parent)
    : QFrame(parent),
      m_settingsKey(settingsKey),
      m_busyLine(new BusyLine(this)),
      m_errorBanner(new Banner(Tone::Bad, this)),
      m_stack(new QStackedWidget(this)),
      m_view(new QTableView(this)),
      m_statePage(new QWidget(this)),
      m_skeleton(new Skeleton(this)),
      m_stateIcon(new IconLabel(Icon::Inbox, Tint::Muted, 40, m_statePage)),
      m_stateSentence(makeLabel({}, TextRole::Body, m_statePage)),
      m_stateCode(makeLabel({}, TextRole::Small, m_statePage)),
      m_stateAction(new QPushButton(m_statePage)),
      m_stateCopy(new QPushButton(m_statePage)),
      m_count(makeLabel({}, TextRole::Small, this)),
      m_sums(makeLabel({}, TextRole::Small, this)),
      m_copy(new QToolButton(this)),
      m_columns(new QToolButton(this)) {
    setProperty("card", true);

    m_view->setItemDelegate(new CellDelegate(m_view));
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setShowGrid(false);
    m_view->setWordWrap(false);
    m_view->setTabKeyNavigation(false);
    m_view->setMouseTracking(true);
    m_view->viewport()->setAttribute(Qt::WA_Hover);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView* header = m_view->horizontalHeader();
    header->setSectionsMovable(true);
    header->setSectionsClickable(true);
    header->setHighlightSections(false);
    header->setStretchLastSection(true);
    header->setMinimumSectionSize(48);
    header->setContextMenuPolicy(Qt::CustomContextMenu);

    m_stateSentence->setWordWrap(true);
    m_stateSentence->setAlignment(Qt::AlignCenter);
    m_stateCode->setAlignment(Qt::AlignCenter);
    m_stateCode->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_stateAction->setObjectName(QStringLiteral("stateActionButton"));
    m_stateCopy->setObjectName(QStringLiteral("copyErrorButton"));
    setKind(m_stateAction, ButtonKind::Primary);
    setKind(m_stateCopy, ButtonKind::Quiet);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_stateAction);
    buttons->addWidget(m_stateCopy);
    buttons->addStretch();
    auto* state = new QVBoxLayout(m_statePage);
    state->setContentsMargins(space::l, space::l, space::l, space::l);
    state->setSpacing(space::s);
    state->addStretch(2);
    state->addWidget(m_stateIcon, 0, Qt::AlignHCenter);
    state->addWidget(m_stateSentence);
    state->addWidget(m_stateCode);
    state->addLayout(buttons);
    state->addStretch(3);

    m_stack->addWidget(m_view);
    m_stack->addWidget(m_statePage);
    m_stack->addWidget(m_skeleton);
    m_stack->setMinimumHeight(stateHeightMinPx);  // else the page of the empty list asks for more than rows
    m_errorBanner->hide();

    m_copy->setObjectName(QStringLiteral("copyButton"));
    m_copy->setIcon(icon(Icon::Copy, Tint::Muted));
    m_columns->setObjectName(QStringLiteral("columnsButton"));
    m_columns->setIcon(icon(Icon::Columns, Tint::Muted));
    for (auto* button : {m_copy, m_columns}) {
        setKind(button, ButtonKind::Quiet);
    }
    m_sums->setObjectName(QStringLiteral("sums"));
    m_sums->setMinimumWidth(1);  // rather cut off, with a tool tip, than making the window wider
    m_count->setObjectName(QStringLiteral("count"));
    m_sums->setTextInteractionFlags(Qt::TextSelectableByMouse);

    auto* footer = new QHBoxLayout;
    footer->setContentsMargins(12, 2, space::s, 2);
    footer->setSpacing(space::m);
    footer->addWidget(m_count);
    footer->addWidget(m_sums, 1);
    footer->addWidget(m_copy);
    footer->addWidget(m_columns);
    auto* line = new QFrame(this);
    line->setProperty("line", true);
    line->setFixedHeight(1);

    auto* layout = new QVBoxLayout(this);
    // Wide enough for square corners inside to stay clear of the frame's round ones.
    layout->setContentsMargins(3, 1, 3, 3);
    layout->setSpacing(0);
    layout->addWidget(m_busyLine);
    layout->addWidget(m_errorBanner);
    layout->addWidget(m_stack, 1);
    layout->addWidget(line);
    layout->addLayout(footer);

    connect(m_view, &QTableView::activated, this,
            [this](const QModelIndex& index) { emit activated(index.row()); });
    connect(header, &QHeaderView::sectionClicked, this, &RecordGrid::sortBy);
    connect(header, &QHeaderView::customContextMenuRequested, this, [this, header](const QPoint& position) {
        showColumnMenu(header->viewport()->mapToGlobal(position));
    });
    const auto saveLater = [this] { m_saveTimer.start(); };
    connect(header, &QHeaderView::sectionResized, this, saveLater);
    connect(header, &QHeaderView::sectionMoved, this, saveLater);
    m_saveTimer.setSingleShot(true);
    m_saveTimer.setInterval(saveDelayMs);
    connect(&m_saveTimer, &QTimer::timeout, this, &RecordGrid::saveColumns);
    connect(m_copy, &QToolButton::clicked, this, &RecordGrid::copySelection);
    connect(m_columns, &QToolButton::clicked, this,
            [this] { showColumnMenu(m_columns->mapToGlobal(QPoint(0, 0))); });
    connect(m_stateAction, &QPushButton::clicked, this, [this] {
        if (m_errorSentence.isEmpty()) {
            emit emptyActionTriggered();
        } else {
            emit retryRequested();
        }
    });
    connect(m_stateCopy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(QStringLiteral("%1\n%2").arg(m_errorSentence, m_errorCode));
    });
    connect(m_errorBanner, &Banner::actionTriggered, this, &RecordGrid::retryRequested);
    auto* copy = new QShortcut(QKeySequence::Copy, this);
    copy->setContext(Qt::WidgetWithChildrenShortcut);
    connect(copy, &QShortcut::activated, this, &RecordGrid::copySelection);
    for (const int key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto* follow = new QShortcut(QKeySequence(Qt::CTRL | key), this);
        follow->setContext(Qt::WidgetWithChildrenShortcut);
        connect(follow, &QShortcut::activated, this, &RecordGrid::followLink);
    }
    m_view->viewport()->installEventFilter(this);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_view, &QWidget::customContextMenuRequested, this, [this](const QPoint& position) {
        showRowMenu(m_view->indexAt(position).row(), m_view->viewport()->mapToGlobal(position));
    });
    auto* refresh = new QShortcut(QKeySequence(Qt::Key_F5), this);
    refresh->setContext(Qt::WidgetWithChildrenShortcut);
    connect(refresh, &QShortcut::activated, this, &RecordGrid::refreshRequested);

    retranslate();
}

RecordGrid::~RecordGrid() {
    if (m_saveTimer.isActive()) {
        saveColumns();
    }
}

void RecordGrid::setFirstWidths(std::vector<std::pair<std::string_view, int>> widths) {
    m_firstWidths = std::move(widths);
}

void RecordGrid::setModel(RecordModelBase* model) {
    if (m_model != nullptr) {
        disconnect(m_model, nullptr, this, nullptr);
    }
    m_model = model;
    m_view->setModel(model);
    m_view->horizontalHeader()->setSortIndicatorShown(false);
    m_sortColumn = -1;
    if (model != nullptr) {
        const auto look = [this] {
            showState();
            showFooter();
        };
        connect(model, &QAbstractItemModel::modelReset, this, look);
        connect(model, &QAbstractItemModel::rowsInserted, this, look);
        connect(model, &QAbstractItemModel::rowsRemoved, this, look);
        connect(model, &QAbstractItemModel::dataChanged, this, [this] { showFooter(); });
        connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
            showFooter();
            emit selectionChanged();
        });
        restoreColumns();
        fitColumns();
    }
    showState();
    showFooter();
}

void RecordGrid::setEmptyState(Icon emptyIcon, const QString& sentence, const QString& actionText) {
    m_emptyIcon = emptyIcon;
    m_emptySentence = sentence;
    m_emptyAction = actionText;
    showState();
}

void RecordGrid::setBusy(bool isBusy) {
    m_busyLine->setBusy(isBusy);
    showState();
}

bool RecordGrid::isBusy() const {
    return m_busyLine->isBusy();
}

void RecordGrid::setError(const QString& sentence, const QString& code) {
    m_errorSentence = sentence;
    m_errorCode = code;
    showState();
}

void RecordGrid::clearError() {
    setError({}, {});
}

void RecordGrid::setTotal(std::optional<qint64> total) {
    m_total = total;
    showFooter();
}

QList<int> RecordGrid::selectedRows() const {
    QList<int> rows;
    if (m_view->selectionModel() != nullptr) {
        for (const QItemSelectionRange& range : m_view->selectionModel()->selection()) {
            for (int row = range.top(); row <= range.bottom(); ++row) {
                rows += row;
            }
        }
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

int RecordGrid::currentRow() const {
    return m_view->currentIndex().row();
}

void RecordGrid::selectRow(int row) {
    if (m_view->selectionModel() != nullptr) {
        m_view->selectionModel()->setCurrentIndex(
            m_model->index(row, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    }
}

QString RecordGrid::selectionAsText() const {
    const QList<int> columns = shownColumns();
    QStringList lines;
    QStringList cells;
    for (const int column : columns) {
        cells += m_model->columnTitle(column);
    }
    lines += cells.join(u'\t');
    for (const int row : selectedRows()) {
        cells.clear();
        for (const int column : columns) {
            cells += cellForClipboard(m_model->index(row, column), m_model->column(column).kind);
        }
        lines += cells.join(u'\t');
    }
    return lines.join(u'\n') + u'\n';
}

QString RecordGrid::selectionAsHtml() const {
    const QList<int> columns = shownColumns();
    QString html = QStringLiteral("<table><tr>");
    for (const int column : columns) {
        html += QStringLiteral("<th>%1</th>").arg(m_model->columnTitle(column).toHtmlEscaped());
    }
    html += QStringLiteral("</tr>");
    for (const int row : selectedRows()) {
        html += QStringLiteral("<tr>");
        for (const int column : columns) {
            const Kind kind = m_model->column(column).kind;
            const bool isNumber = kind == Kind::Money || kind == Kind::Integer;
            html += QStringLiteral("<td%1>%2</td>")
                        .arg(isNumber ? QString() : QStringLiteral(" style=\"mso-number-format:'\\@'\""),
                             m_model->index(row, column)
                                 .data(RecordModelBase::CopyRole)
                                 .toString()
                                 .toHtmlEscaped());
        }
        html += QStringLiteral("</tr>");
    }
    return html + QStringLiteral("</table>");
}

void RecordGrid::copySelection() const {
    if (m_model == nullptr || selectedRows().isEmpty()) {
        return;
    }
    auto* mime = new QMimeData;
    mime->setText(selectionAsText());
    // Spreadsheets read a 16-digit Sayad id as a number and lose its last digit; the format in the HTML form
    // keeps it a text.
    mime->setHtml(selectionAsHtml());
    QGuiApplication::clipboard()->setMimeData(mime);
}

void RecordGrid::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void RecordGrid::retranslate() {
    m_copy->setToolTip(tr("Copy the selection with headings (Ctrl+C)"));
    m_copy->setAccessibleName(m_copy->toolTip());
    m_columns->setToolTip(tr("Choose columns"));
    m_columns->setAccessibleName(m_columns->toolTip());
    m_stateCopy->setText(tr("Copy the error"));
    m_view->setAccessibleName(tr("Records"));
    m_view->viewport()->update();
    m_view->horizontalHeader()->viewport()->update();
    showState();
    showFooter();
}

void RecordGrid::showState() {
    const bool hasRows = m_model != nullptr && m_model->count() > 0;
    const bool hasError = !m_errorSentence.isEmpty();
    m_errorBanner->setVisible(hasError && hasRows);
    if (hasRows) {
        if (hasError) {
            m_errorBanner->setText(m_errorCode.isEmpty()
                                       ? m_errorSentence
                                       : QStringLiteral("%1 (%2)").arg(m_errorSentence, m_errorCode));
            m_errorBanner->setAction(tr("Try again"));
        }
        m_stack->setCurrentWidget(m_view);
        return;
    }
    if (isBusy()) {
        m_stack->setCurrentWidget(m_skeleton);
        return;
    }
    m_stateIcon->setIcon(hasError ? Icon::Error : m_emptyIcon, hasError ? Tint::Bad : Tint::Muted);
    m_stateSentence->setText(hasError                    ? m_errorSentence
                             : m_emptySentence.isEmpty() ? tr("Nothing here yet")
                                                         : m_emptySentence);
    m_stateCode->setVisible(hasError && !m_errorCode.isEmpty());
    m_stateCode->setText(tr("Code: %1").arg(showCode(m_errorCode)));
    m_stateCopy->setVisible(hasError);
    m_stateAction->setText(hasError ? tr("Try again") : m_emptyAction);
    m_stateAction->setVisible(!m_stateAction->text().isEmpty());
    m_stack->setCurrentWidget(m_statePage);
}

void RecordGrid::showFooter() {
    const int count = m_model == nullptr ? 0 : m_model->count();
    const QList<int> rows = selectedRows();
    m_copy->setEnabled(!rows.isEmpty());
    if (m_total && *m_total > count) {
        m_count->setText(tr("%1 of about %2 rows").arg(showNumber(count), showNumber(*m_total)));
    } else {
        m_count->setText(tr("Rows: %1").arg(showNumber(count)));
    }
    QStringList sums;
    if (m_model != nullptr && !rows.isEmpty()) {
        sums += tr("Selected: %1").arg(showNumber(rows.size()));
        for (const int column : shownColumns()) {
            // The sum of one row is what stands in it.
            if (rows.size() == 1 || !m_model->column(column).has(describe::Summed)) {
                continue;
            }
            qint64 sum = 0;
            for (const int row : rows) {
                // Money is at most 2^53 and rows are far fewer than 2^10 times that; should they not be, the
                // sum says nothing rather than something wrong.
                if (__builtin_add_overflow(
                        sum, m_model->index(row, column).data(RecordModelBase::RialsRole).toLongLong(),
                        &sum)) {
                    return m_sums->setText({});
                }
            }
            sums += tr("%1: sum %2, mean %3")
                        .arg(m_model->columnTitle(column), showNumber(sum), showNumber(sum / rows.size()));
        }
    }
    m_sums->setText(sums.join(QStringLiteral("  ·  ")));
    m_sums->setToolTip(sums.join(u'\n'));
}

bool RecordGrid::isLink(const QModelIndex& index) const {
    return index.isValid() && index.data(RecordModelBase::LinkRole).toBool();
}

/// The cell's own link, or the choice among those of its row.
void RecordGrid::followLink() {
    const QModelIndex current = m_view->currentIndex();
    if (isLink(current)) {
        emit linkActivated(current.row(), current.column());
    } else if (current.isValid()) {
        showRowMenu(current.row(), m_view->viewport()->mapToGlobal(m_view->visualRect(current).bottomLeft()));
    }
}

bool RecordGrid::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize) {
        fitColumns();
    }
    if (event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseMove) {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        const QModelIndex index = m_view->indexAt(mouse->position().toPoint());
        const bool isFollowing = mouse->modifiers().testFlag(Qt::ControlModifier) && isLink(index);
        if (event->type() == QEvent::MouseMove) {
            m_view->viewport()->setCursor(isFollowing ? Qt::PointingHandCursor : Qt::ArrowCursor);
        } else if ((isFollowing && mouse->button() == Qt::LeftButton) ||
                   (isLink(index) && mouse->button() == Qt::MiddleButton)) {
            emit linkActivated(index.row(), index.column());
            return true;  // else the view would change what is selected
        }
    }
    return QFrame::eventFilter(watched, event);
}

void RecordGrid::showRowMenu(int row, const QPoint& globalPosition) {
    if (m_model == nullptr || row < 0) {
        return;
    }
    QMenu menu(this);
    menu.setObjectName(QStringLiteral("rowMenu"));
    // The rows may have become others by the time that something is chosen.
    const QPersistentModelIndex first(m_model->index(row, 0));
    connect(menu.addAction(tr("Open")), &QAction::triggered, this, [this, first] {
        if (first.isValid()) {
            emit activated(first.row());
        }
    });
    for (const int column : shownColumns()) {
        const QPersistentModelIndex index(m_model->index(row, column));
        if (isLink(index)) {
            connect(
                menu.addAction(tr("Open %1: %2").arg(m_model->columnTitle(column), index.data().toString())),
                &QAction::triggered, this, [this, index] {
                    if (index.isValid()) {
                        emit linkActivated(index.row(), index.column());
                    }
                });
        }
    }
    menu.addSeparator();
    connect(menu.addAction(tr("Copy")), &QAction::triggered, this, &RecordGrid::copySelection);
    menu.exec(globalPosition);
}

void RecordGrid::showColumnMenu(const QPoint& globalPosition) {
    if (m_model == nullptr) {
        return;
    }
    QHeaderView* header = m_view->horizontalHeader();
    QMenu menu(this);
    menu.setObjectName(QStringLiteral("columnMenu"));
    const int shownCount = static_cast<int>(shownColumns().size());
    for (int visual = 0; visual < header->count(); ++visual) {
        const int column = header->logicalIndex(visual);
        QAction* action = menu.addAction(m_model->columnTitle(column));
        action->setCheckable(true);
        action->setChecked(!header->isSectionHidden(column));
        // One column stays: a table without any could not be brought back by its header.
        action->setEnabled(shownCount > 1 || header->isSectionHidden(column));
        connect(action, &QAction::toggled, this, [this, header, column](bool isShown) {
            header->setSectionHidden(column, !isShown);
            m_leftOut.erase(column);
            isShown ? static_cast<void>(m_wanted.insert(column)) : static_cast<void>(m_wanted.erase(column));
            fitColumns();
            m_saveTimer.start();
            showFooter();
        });
    }
    menu.addSeparator();
    connect(menu.addAction(tr("Reset columns")), &QAction::triggered, this, [this] {
        if (!m_settingsKey.isEmpty()) {
            QSettings().remove(QStringLiteral("grids/%1").arg(m_settingsKey));
        }
        restoreColumns();
        fitColumns();
        showFooter();
    });
    menu.exec(globalPosition);
}

void RecordGrid::sortBy(int column) {
    QHeaderView* header = m_view->horizontalHeader();
    if (!m_model->isSortable(column)) {
        header->setSortIndicatorShown(m_sortColumn >= 0);
        header->setSortIndicator(m_sortColumn, m_sortOrder);
        return;
    }
    // Kept here, since the header turns its own indicator before it says that it was clicked.
    const bool isAgain = m_sortColumn == column && m_sortOrder == Qt::AscendingOrder;
    const Qt::SortOrder order = isAgain ? Qt::DescendingOrder : Qt::AscendingOrder;
    m_sortColumn = column;
    m_sortOrder = order;
    header->setSortIndicatorShown(true);
    header->setSortIndicator(column, order);
    m_model->sort(column, order);
}

int RecordGrid::firstWidth(int column) const {
    const describe::FieldInfo& field = m_model->column(column);
    const auto said = std::ranges::find(m_firstWidths, field.name, &std::pair<std::string_view, int>::first);
    return said != m_firstWidths.end() ? said->second : defaultWidth(field);
}

void RecordGrid::setFitting(bool isFitting) {
    m_isFitting = isFitting;
    fitColumns();
}

void RecordGrid::fitColumns() {
    if (!m_isFitting || m_model == nullptr) {
        return;
    }
    QHeaderView* header = m_view->horizontalHeader();
    const bool wasSaving = m_saveTimer.isActive();
    for (const int column : std::exchange(m_leftOut, {})) {
        header->showSection(column);
    }
    const auto stays = [this](int column) {
        const describe::FieldInfo& field = m_model->column(column);
        return field.has(describe::Title) || isState(field) || m_wanted.contains(column);
    };
    // The last section is as wide as there is room: its own width is what it was given.
    int width = 0;
    const QList<int> shown = shownColumns();
    for (const int column : shown) {
        width += column == shown.last() ? firstWidth(column) : header->sectionSize(column);
    }
    // Amounts go when nothing else is left to go.
    for (const bool isAmount : {false, true}) {
        for (auto column = shown.rbegin(); column != shown.rend() && width > m_view->viewport()->width();
             ++column) {
            if ((m_model->column(*column).kind == Kind::Money) == isAmount && !stays(*column) &&
                *column != shown.first()) {
                width -= *column == shown.last() ? firstWidth(*column) : header->sectionSize(*column);
                header->hideSection(*column);
                m_leftOut.insert(*column);
            }
        }
    }
    if (!wasSaving) {
        m_saveTimer.stop();
    }
}

void RecordGrid::restoreColumns() {
    m_leftOut.clear();
    m_wanted.clear();
    QHeaderView* header = m_view->horizontalHeader();
    const QString names = [&] {
        QStringList list;
        for (const describe::FieldInfo& field : m_model->columns()) {
            list += toQt(field.name);
        }
        return list.join(u',');
    }();
    if (!m_settingsKey.isEmpty()) {
        const QSettings settings;
        const QString group = QStringLiteral("grids/%1/").arg(m_settingsKey);
        // A state of other columns would hide and size the wrong ones.
        if (settings.value(group + QStringLiteral("columns")).toString() == names &&
            header->restoreState(settings.value(group + QStringLiteral("header")).toByteArray())) {
            header->setSortIndicatorShown(false);
            m_saveTimer.stop();
            return;
        }
    }
    for (int column = 0; column < header->count(); ++column) {
        header->setSectionHidden(column, false);
        header->moveSection(header->visualIndex(column), column);
        header->resizeSection(column, firstWidth(column));
    }
    m_saveTimer.stop();
}

void RecordGrid::saveColumns() {
    m_saveTimer.stop();
    if (m_settingsKey.isEmpty() || m_model == nullptr) {
        return;
    }
    QStringList names;
    for (const describe::FieldInfo& field : m_model->columns()) {
        names += toQt(field.name);
    }
    QSettings settings;
    const QString group = QStringLiteral("grids/%1/").arg(m_settingsKey);
    settings.setValue(group + QStringLiteral("columns"), names.join(u','));
    QHeaderView* header = m_view->horizontalHeader();
    // What was left out for want of room is not hidden.
    const QSignalBlocker blocker(header);
    for (const int column : m_leftOut) {
        header->showSection(column);
    }
    settings.setValue(group + QStringLiteral("header"), header->saveState());
    for (const int column : m_leftOut) {
        header->hideSection(column);
    }
}

QList<int> RecordGrid::shownColumns() const {
    QList<int> columns;
    const QHeaderView* header = m_view->horizontalHeader();
    for (int visual = 0; m_model != nullptr && visual < header->count(); ++visual) {
        const int column = header->logicalIndex(visual);
        if (!header->isSectionHidden(column) || m_leftOut.contains(column)) {
            columns += column;
        }
    }
    return columns;
}

}  // namespace nextgen::ui
