#include "ui/widgets/record_grid.h"

#include "shared/api/list_spec.h"
#include "ui/describe/tone_rule.h"
#include "ui/locale/format.h"
#include "ui/locale/memory.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/busy_line.h"
#include "ui/widgets/focus.h"
#include "ui/widgets/grid_header.h"
#include "ui/widgets/grid_selection.h"
#include "ui/widgets/grid_view.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/tone_rules_dialog.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QMouseEvent>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QShortcut>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <limits>
#include <utility>

namespace nextgen::ui {

namespace {

using describe::Kind;

constexpr int saveDelayMs = 400;
constexpr int stateHeightMinPx = 120;
// A text column takes no more of the room that is left than this.
constexpr int textWidthMaxPx = 460;
// So many screens of rows are asked for before the reader comes to the edge, and no fewer than so many rows.
constexpr int screensAhead = 4;
constexpr int rowsAheadMin = 100;
// Lists are counted no further unless somebody asks.
constexpr qint64 countedMax = 10'000;

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
QString cellForClipboard(QString text, Kind kind) {
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
      m_tablePage(new QWidget(this)),
      m_view(new GridView(m_tablePage)),
      m_scrollBar(new QScrollBar(Qt::Vertical, m_tablePage)),
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
      m_export(new QToolButton(this)),
      m_columns(new QToolButton(this)) {
    setProperty("card", true);

    // The view's own bar knows the rows held only.
    auto* table = new QHBoxLayout(m_tablePage);
    table->setContentsMargins(0, 0, 0, 0);
    table->setSpacing(0);
    table->addWidget(m_view, 1);
    table->addWidget(m_scrollBar);
    m_scrollBar->setObjectName(QStringLiteral("listScrollBar"));

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

    m_stack->addWidget(m_tablePage);
    m_stack->addWidget(m_statePage);
    m_stack->addWidget(m_skeleton);
    m_stack->setMinimumHeight(stateHeightMinPx);  // else the page of the empty list asks for more than rows
    m_errorBanner->hide();

    m_copy->setObjectName(QStringLiteral("copyButton"));
    m_copy->setIcon(icon(Icon::Copy, Tint::Muted));
    m_export->setObjectName(QStringLiteral("exportButton"));
    m_export->setIcon(icon(Icon::File, Tint::Muted));
    m_columns->setObjectName(QStringLiteral("columnsButton"));
    m_columns->setIcon(icon(Icon::Columns, Tint::Muted));
    for (auto* button : {m_copy, m_export, m_columns}) {
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
    footer->addWidget(m_export);
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
    for (GridHeader* header : {m_view->header(), m_view->frontHeader()}) {
        connect(header, &GridHeader::sortWanted, this, &RecordGrid::sortByHeading);
        connect(
            header, &QHeaderView::customContextMenuRequested, this, [this, header](const QPoint& position) {
                showColumnMenu(header->viewport()->mapToGlobal(position), header->logicalIndexAt(position));
            });
        connect(header, &GridHeader::filterLeft, m_view, qOverload<>(&QWidget::setFocus));
        connect(header, &GridHeader::filterTyped, this, [this](int column, const QString& text) {
            const std::string field(m_model->column(column).name);
            m_quickTexts[field] = text;
            emit quickFilterTyped(toQt(field), text);
        });
    }
    connect(m_view->header(), &QHeaderView::sectionResized, this,
            [this](int column, int /*before*/, int width) {
                if (!m_isArranging && width > 0) {
                    m_sized[column] = unscaled(width);
                    changed();
                }
            });
    connect(m_view->header(), &QHeaderView::sectionMoved, this, [this] {
        if (!m_isArranging) {
            changed();
        }
    });
    connect(m_view, &GridView::edgeWanted, this, [this](bool isEnd) {
        if (m_model != nullptr && (isEnd ? m_model->hasMore() : m_model->hasBefore())) {
            emit edgeWanted(isEnd);
        } else {
            goToEdge(isEnd);
        }
    });
    connect(m_view, &GridView::foldWanted, this, &RecordGrid::fold);
    connect(m_view, &GridView::unfoldAllWanted, this, [this] { foldAll(false); });
    connect(m_view, &GridView::beyondWanted, this, [this](bool isEnd) {
        m_beyond = isEnd ? 1 : -1;
        const QModelIndex current = m_view->currentIndex();
        if (const GridView::Band* band = m_view->bandOf(current.row()); band != nullptr && band->isFolded) {
            // The row at this edge is the last one to leave.
            m_selection->setCurrentIndex(current.siblingAtRow(isEnd ? band->end - 1 : band->row),
                                         QItemSelectionModel::NoUpdate);
        }
        m_aheadTimer.start();
    });
    connect(m_view->verticalScrollBar(), &QScrollBar::valueChanged, this, [this] {
        showScrollBar();
        m_aheadTimer.start();
    });
    connect(m_view->verticalScrollBar(), &QScrollBar::rangeChanged, this, &RecordGrid::showScrollBar);
    connect(m_scrollBar, &QScrollBar::valueChanged, this, &RecordGrid::scrollTo);
    connect(m_scrollBar, &QScrollBar::sliderReleased, this, &RecordGrid::showScrollBar);
    // After the signals of a change are all out.
    m_aheadTimer.setSingleShot(true);
    m_aheadTimer.setInterval(0);
    connect(&m_aheadTimer, &QTimer::timeout, this, &RecordGrid::lookAhead);
    m_bandTimer.setSingleShot(true);
    m_bandTimer.setInterval(0);
    connect(&m_bandTimer, &QTimer::timeout, this, &RecordGrid::showBands);
    m_saveTimer.setSingleShot(true);
    m_saveTimer.setInterval(saveDelayMs);
    connect(&m_saveTimer, &QTimer::timeout, this, &RecordGrid::saveLayout);
    connect(m_copy, &QToolButton::clicked, this, &RecordGrid::copySelection);
    connect(m_columns, &QToolButton::clicked, this,
            [this] { showColumnMenu(m_columns->mapToGlobal(QPoint(0, 0)), -1); });
    m_exportAction = new QAction(this);
    m_exportAction->setObjectName(QStringLiteral("export"));
    m_exportAction->setIcon(icon(Icon::File));
    m_exportAction->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_E));
    m_exportAction->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(m_exportAction);
    setExportable(false);
    connect(m_exportAction, &QAction::triggered, this, &RecordGrid::exportWanted);
    connect(m_export, &QToolButton::clicked, m_exportAction, &QAction::trigger);
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
    for (QTableView* view : {static_cast<QTableView*>(m_view), m_view->front()}) {
        view->viewport()->installEventFilter(this);
        connect(view, &QWidget::customContextMenuRequested, this, [this, view](const QPoint& position) {
            showRowMenu(view->indexAt(position).row(), view->viewport()->mapToGlobal(position));
        });
    }
    auto* narrow = new QShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F), this);
    narrow->setContext(Qt::WidgetWithChildrenShortcut);
    connect(narrow, &QShortcut::activated, this, [this] { showQuickFilters(!m_areQuickFiltersShown); });
    auto* order = new QShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O), this);
    order->setContext(Qt::WidgetWithChildrenShortcut);
    connect(order, &QShortcut::activated, this, [this] {
        if (m_model != nullptr && m_view->currentIndex().isValid()) {
            sortByHeading(m_view->currentIndex().column(), false);
        }
    });
    auto* refresh = new QShortcut(QKeySequence(Qt::Key_F5), this);
    refresh->setContext(Qt::WidgetWithChildrenShortcut);
    connect(refresh, &QShortcut::activated, this, &RecordGrid::refreshRequested);

    retranslate();
}

RecordGrid::~RecordGrid() {
    if (m_saveTimer.isActive()) {
        saveLayout();
    }
    // What is torn down still says that it changed.
    for (QObject* child : findChildren<QObject*>()) {
        child->disconnect(this);
    }
    if (m_model != nullptr) {
        m_model->disconnect(this);
        m_model->setSpeaker({});
    }
}

QTableView* RecordGrid::view() const {
    return m_view;
}

void RecordGrid::setFirstWidths(std::vector<std::pair<std::string_view, int>> widths) {
    m_firstWidths = std::move(widths);
}

void RecordGrid::setModel(RecordModelBase* model) {
    if (m_model != nullptr) {
        disconnect(m_model, nullptr, this, nullptr);
        m_model->setSpeaker({});
    }
    m_model = model;
    m_anchors.clear();
    m_sort.clear();
    m_groups.setColumn(-1);
    {
        const QScopedValueRollback arranging(m_isArranging, true);
        m_view->setModel(model);
    }
    delete std::exchange(m_selection, nullptr);
    if (model != nullptr) {
        m_selection = new GridSelection(model, this);
        m_view->setSelectionModel(m_selection);
        model->setSpeaker([this](int row) { return wordsOfRow(row); });
        const auto look = [this] {
            showState();
            showBands();
            showFooter();
            m_aheadTimer.start();
        };
        connect(model, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
            if (m_keepsPlace) {
                // Who looks at the very beginning is shown what has come there.
                if (m_model->hasBefore() || m_view->verticalScrollBar()->value() > 0) {
                    rememberPlace();
                }
                m_selection->keepOverReset();
            }
        });
        connect(model, &QAbstractItemModel::modelReset, this, [this, look] {
            look();
            if (std::exchange(m_keepsPlace, false)) {
                keepRowsInPlace();
            } else {
                m_view->layoutNow();
                m_view->scrollToTop();
            }
        });
        connect(model, &QAbstractItemModel::rowsAboutToBeInserted, this, &RecordGrid::rememberPlace);
        connect(model, &QAbstractItemModel::rowsAboutToBeRemoved, this, &RecordGrid::rememberPlace);
        for (const auto change : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
            connect(model, change, this, [this, look] {
                look();
                keepRowsInPlace();
            });
        }
        connect(model, &QAbstractItemModel::layoutChanged, this, &RecordGrid::showBands);
        connect(model, &QAbstractItemModel::dataChanged, this, [this] {
            m_bandTimer.start();
            showFooter();
        });
        connect(m_selection, &QItemSelectionModel::selectionChanged, this, [this] {
            if (!m_selection->isMoving()) {
                showFooter();
                emit selectionChanged();
            }
        });
        restoreLayout();
        arrangeColumns();
        showBands();
    }
    showQuickFilterLines();
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
    showScrollBar();
    showFooter();
}

void RecordGrid::keepPlace() {
    m_keepsPlace = true;
}

int RecordGrid::topRow() const {
    return m_view->rowAt(0);
}

void RecordGrid::goToEdge(bool isEnd) {
    if (m_model != nullptr && m_model->count() > 0) {
        const int column = std::max(0, m_view->currentIndex().column());
        const int edge = isEnd ? m_model->count() - 1 : 0;
        const GridView::Band* band = m_view->bandOf(edge);
        const QModelIndex index =
            m_model->index(band != nullptr && band->isFolded ? band->row : edge, column);
        m_view->layoutNow();
        m_selection->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        m_view->scrollTo(index);
    }
}

bool RecordGrid::isSelectedAway(std::int64_t id) const {
    return m_selection != nullptr && m_selection->isAway(id);
}

int RecordGrid::selectedCount() const {
    return m_selection == nullptr
               ? 0
               : static_cast<int>(selectedRows().size()) + static_cast<int>(m_selection->awayCount());
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
    if (m_selection != nullptr) {
        m_selection->selectOnly(m_model->index(row, 0));
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
    for (const GridSelection::Row& row : chosenRows()) {
        cells.clear();
        for (const int column : columns) {
            cells += cellForClipboard(row.cells.at(column), m_model->column(column).kind);
        }
        lines += cells.join(u'\t');
    }
    return lines.join(u'\n') + u'\n';
}

std::vector<GridSelection::Row> RecordGrid::chosenRows() const {
    return m_selection == nullptr ? std::vector<GridSelection::Row>() : m_selection->allRows();
}

QString RecordGrid::selectionAsHtml() const {
    const QList<int> columns = shownColumns();
    QString html = QStringLiteral("<table><tr>");
    for (const int column : columns) {
        html += QStringLiteral("<th>%1</th>").arg(m_model->columnTitle(column).toHtmlEscaped());
    }
    html += QStringLiteral("</tr>");
    for (const GridSelection::Row& row : chosenRows()) {
        html += QStringLiteral("<tr>");
        for (const int column : columns) {
            const Kind kind = m_model->column(column).kind;
            const bool isNumber = kind == Kind::Money || kind == Kind::Integer;
            html += QStringLiteral("<td%1>%2</td>")
                        .arg(isNumber ? QString() : QStringLiteral(" style=\"mso-number-format:'\\@'\""),
                             row.cells.at(column).toHtmlEscaped());
        }
        html += QStringLiteral("</tr>");
    }
    return html + QStringLiteral("</table>");
}

void RecordGrid::copySelection() const {
    if (m_model == nullptr || selectedCount() == 0) {
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
    if (event->type() == QEvent::StyleChange) {
        showBands();
        arrangeColumns();  // of another font size
    }
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void RecordGrid::retranslate() {
    m_copy->setToolTip(tr("Copy the selection with headings (Ctrl+C)"));
    m_copy->setAccessibleName(m_copy->toolTip());
    m_exportAction->setText(tr("Write the rows to a file"));
    m_export->setToolTip(m_exportAction->text());
    m_export->setAccessibleName(m_exportAction->text());
    m_columns->setToolTip(tr("Choose columns"));
    m_columns->setAccessibleName(m_columns->toolTip());
    m_stateCopy->setText(tr("Copy the error"));
    m_view->setAccessibleName(tr("Records"));
    m_view->front()->setAccessibleName(tr("Frozen columns"));
    m_view->viewport()->update();
    m_view->horizontalHeader()->viewport()->update();
    m_view->front()->viewport()->update();
    m_view->front()->horizontalHeader()->viewport()->update();
    showQuickFilterLines();
    showBands();
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
        showPage(m_tablePage);
        return;
    }
    if (isBusy()) {
        showPage(m_skeleton);
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
    showPage(m_statePage);
}

/// The keyboard stays with the grid while its rows come and go.
void RecordGrid::showPage(QWidget* page) {
    const bool isTable = page == m_tablePage;
    const bool isViewLeft = !isTable && (m_view->hasFocus() || m_view->front()->hasFocus());
    const bool wasKept = QApplication::focusWidget() == this;
    if (isViewLeft) {
        passFocusOn(this, nullptr);
        setFocus();
    }
    m_stack->setCurrentWidget(page);
    passFocusOn(this, isTable ? m_view : nullptr);
    if (isTable && wasKept) {
        m_view->setFocus();
    }
}

void RecordGrid::showFooter() {
    const int count = m_model == nullptr ? 0 : m_model->count();
    const int selected = selectedCount();
    m_copy->setEnabled(selected > 0);
    showCount();
    QStringList sums;
    if (m_model != nullptr && selected > 0 && count > 0) {
        const QList<int> rows = selectedRows();
        const std::vector<GridSelection::Row> away = m_selection->awayRows();
        sums += tr("Selected: %1").arg(showNumber(selected));
        for (const int column : shownColumns()) {
            // The sum of one row is what stands in it.
            if (selected == 1 || !m_model->column(column).has(describe::Summed)) {
                continue;
            }
            qint64 sum = 0;
            // Money is at most 2^53 and rows are far fewer than 2^10 times that; should they not be, the sum
            // says nothing rather than something wrong.
            bool isTooMuch = false;
            for (const int row : rows) {
                isTooMuch |= __builtin_add_overflow(
                    sum, m_model->index(row, column).data(RecordModelBase::RialsRole).toLongLong(), &sum);
            }
            for (const GridSelection::Row& row : away) {
                isTooMuch |= __builtin_add_overflow(sum, row.sums[static_cast<std::size_t>(column)], &sum);
            }
            if (isTooMuch) {
                return m_sums->setText({});
            }
            sums += tr("%1: sum %2, mean %3")
                        .arg(m_model->columnTitle(column), showNumber(sum), showNumber(sum / selected));
        }
    }
    m_sums->setText(sums.join(QStringLiteral("  ·  ")));
    m_sums->setToolTip(sums.join(u'\n'));
}

/// How many there are, or which of them are in view where the list is longer than what is held.
void RecordGrid::showCount() {
    const int count = m_model == nullptr ? 0 : m_model->count();
    const bool goesOn = m_model != nullptr && (m_model->hasBefore() || m_model->hasMore());
    if (m_model == nullptr || (!goesOn && (!m_total || *m_total <= count))) {
        m_count->setText(tr("Rows: %1").arg(showNumber(count)));
        return;
    }
    const int height = m_view->viewport()->height();
    const int last = m_view->rowAt(height - 1);
    const qint64 before = m_model->rowsBefore() + 1;
    const QString from = showNumber(before + std::max(0, m_view->rowAt(0)));
    const QString to = showNumber(before + (last >= 0 ? last : count - 1));
    const qint64 total = listLength();
    m_count->setText(goesOn && m_model->hasMore() && total > countedMax && m_total.value_or(0) > countedMax
                         ? tr("Rows %1 to %2 of more than %3")
                               .arg(from, to, showNumber(std::max(countedMax, total / 1000 * 1000)))
                         : tr("Rows %1 to %2 of about %3").arg(from, to, showNumber(total)));
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
    const bool isFront = watched == m_view->front()->viewport();
    const auto* view = isFront ? static_cast<const GridView*>(m_view->front()) : m_view;
    if (event->type() == QEvent::Resize && !isFront) {
        arrangeColumns();
        m_aheadTimer.start();
    }
    if (event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseMove) {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        const QModelIndex index = view->indexAt(mouse->position().toPoint());
        const GridView::Band* band = view->bandAt(mouse->position().toPoint());
        const bool isFollowing =
            band == nullptr && mouse->modifiers().testFlag(Qt::ControlModifier) && isLink(index);
        if (event->type() == QEvent::MouseMove) {
            view->viewport()->setCursor(isFollowing || band != nullptr ? Qt::PointingHandCursor
                                                                       : Qt::ArrowCursor);
        } else if (band != nullptr && mouse->button() == Qt::LeftButton &&
                   mouse->modifiers() == Qt::NoModifier) {
            m_view->setFocus(Qt::MouseFocusReason);
            fold(band->row, !band->isFolded);
            return true;
        } else if ((isFollowing && mouse->button() == Qt::LeftButton) ||
                   (isLink(index) && mouse->button() == Qt::MiddleButton)) {
            emit linkActivated(index.row(), index.column());
            return true;  // else the view would change what is selected
        }
    }
    // The second press of two, after the first one has folded or opened the group.
    if (event->type() == QEvent::MouseButtonDblClick &&
        view->bandAt(static_cast<QMouseEvent*>(event)->position().toPoint()) != nullptr) {
        return true;
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
    const GridView::Band* band = m_view->bandOf(row);
    addFoldActions(menu, band);
    const bool isFolded = band != nullptr && band->isFolded;
    if (!isFolded) {
        connect(menu.addAction(tr("Open")), &QAction::triggered, this, [this, first] {
            if (first.isValid()) {
                emit activated(first.row());
            }
        });
    }
    for (const int column : isFolded ? QList<int>() : shownColumns()) {
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
    menu.addActions(m_rowActions);
    connect(menu.addAction(tr("Copy")), &QAction::triggered, this, &RecordGrid::copySelection);
    menu.exec(globalPosition);
}

void RecordGrid::showColumnMenu(const QPoint& globalPosition, int heading) {
    if (m_model == nullptr) {
        return;
    }
    QHeaderView* header = m_view->horizontalHeader();
    QMenu menu(this);
    menu.setObjectName(QStringLiteral("columnMenu"));
    const auto add = [this, &menu](const char* name, const QString& text, auto run) {
        QAction* action = menu.addAction(text);
        action->setObjectName(QLatin1String(name));
        connect(action, &QAction::triggered, this, run);
        return action;
    };
    if (heading >= 0) {
        if (m_model->isSortable(heading)) {
            const auto sort = [this, heading](Qt::SortOrder order) {
                m_sort = {{heading, order}};
                sortAnew();
            };
            add("sortUp", tr("Sort upwards"), [sort] { sort(Qt::AscendingOrder); });
            add("sortDown", tr("Sort downwards"), [sort] { sort(Qt::DescendingOrder); });
            if (m_groups.column() != heading) {
                add("group", tr("Group by “%1”").arg(m_model->columnTitle(heading)),
                    [this, heading] { groupBy(heading); });
            }
        }
        if (heading != m_view->frozen()) {
            add("freeze", tr("Freeze up to here"), [this, heading] {
                m_view->setFrozen(heading);
                changed();
            });
        }
    }
    if (m_groups.column() >= 0) {
        add("ungroup", tr("No groups"), [this] { groupBy(-1); });
        addFoldActions(menu, nullptr);
    }
    if (m_view->frozen() >= 0) {
        add("unfreeze", tr("Let all columns scroll"), [this] {
            m_view->setFrozen(-1);
            changed();
        });
    }
    if (!sortKeys().empty()) {
        add("unsort", tr("The list's own order"), [this] {
            m_sort.clear();
            m_groups.setColumn(-1);
            sortAnew();
        });
    }
    if (!m_quickFilters.empty()) {
        QAction* lines = add("quickFilters", tr("Narrow by columns"),
                             [this] { showQuickFilters(!m_areQuickFiltersShown); });
        lines->setCheckable(true);
        lines->setChecked(m_areQuickFiltersShown);
        lines->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F));
    }
    add("rules", tr("Colours…"), [this] { editRules(); });
    menu.addSeparator();
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
            arrangeColumns();
            changed();
            showFooter();
        });
    }
    menu.addSeparator();
    add("reset", tr("Reset columns"), [this] {
        setLayout({});
        changed();
    });
    menu.exec(globalPosition);
}

void RecordGrid::sortByHeading(int column, bool isAdding) {
    if (!m_model->isSortable(column)) {
        return;
    }
    const auto found = std::ranges::find(m_sort, column, &RecordModelBase::SortKey::column);
    const bool wasUp = found != m_sort.end() && found->order == Qt::AscendingOrder;
    if (!isAdding) {
        const bool isAlone = found != m_sort.end() && m_sort.size() == 1;
        m_sort = {{column, isAlone && wasUp ? Qt::DescendingOrder : Qt::AscendingOrder}};
    } else if (found == m_sort.end()) {
        if (sortKeys().size() == api::sortFieldsMax) {
            return;
        }
        m_sort.push_back({column, Qt::AscendingOrder});
    } else if (wasUp) {
        found->order = Qt::DescendingOrder;
    } else {
        m_sort.erase(found);
    }
    sortAnew();
}

std::vector<RecordModelBase::SortKey> RecordGrid::sortKeys() const {
    std::vector<RecordModelBase::SortKey> keys;
    if (m_groups.column() >= 0) {
        const auto own = std::ranges::find(m_sort, m_groups.column(), &RecordModelBase::SortKey::column);
        keys.push_back({m_groups.column(), own != m_sort.end() ? own->order : Qt::AscendingOrder});
    }
    for (const RecordModelBase::SortKey& key : m_sort) {
        if (key.column != m_groups.column()) {
            keys.push_back(key);
        }
    }
    std::erase_if(keys, [this](const auto& key) { return !m_model->isSortable(key.column); });
    keys.resize(std::min(keys.size(), api::sortFieldsMax), RecordModelBase::SortKey{});
    return keys;
}

QString RecordGrid::order() const {
    return m_model == nullptr ? QString() : m_model->orderOf(sortKeys());
}

void RecordGrid::sortAnew() {
    showSort();
    m_model->sortBy(sortKeys());
    showBands();
    changed();
}

void RecordGrid::showSort() {
    std::vector<GridHeader::SortMark> marks;
    for (const RecordModelBase::SortKey& key : sortKeys()) {
        marks.push_back({key.column, key.order});
    }
    m_view->header()->setSortMarks(marks);
    m_view->frontHeader()->setSortMarks(marks);
}

void RecordGrid::groupBy(int column) {
    m_groups.setColumn(column);
    sortAnew();
}

void RecordGrid::showBands() {
    m_bandTimer.stop();
    if (m_model == nullptr) {
        return;
    }
    QList<int> summed;
    for (const int column : shownColumns()) {
        if (m_model->column(column).has(describe::Summed)) {
            summed += column;
        }
    }
    std::vector<GridView::Band> bands = m_groups.bandsOf(*m_model, summed);
    std::vector<std::pair<int, int>> folded;
    for (const GridView::Band& band : bands) {
        if (band.isFolded) {
            folded.emplace_back(band.row, band.end - 1);
        }
    }
    m_selection->setFolded(std::move(folded));
    m_view->setBands(std::move(bands));
}

void RecordGrid::fold(int row, bool isFolded) {
    if (const GridView::Band* band = m_view->bandOf(row)) {
        const int current = m_view->currentIndex().row();
        m_groups.fold(band->key, isFolded);
        showBands();
        foldsChanged(current >= row && current < m_view->bandOf(row)->end ? current : -1);
    }
}

void RecordGrid::foldAll(bool isFolded) {
    m_groups.foldAll(isFolded);
    showBands();
    foldsChanged(m_view->currentIndex().row());
}

/// The keyboard stays in the group, which says what it is now.
void RecordGrid::foldsChanged(int currentBefore) {
    m_view->layoutNow();
    if (const GridView::Band* band = m_view->bandOf(currentBefore)) {
        const QModelIndex place = m_model->index(band->isFolded ? band->row : currentBefore,
                                                 std::max(0, m_view->currentIndex().column()));
        m_view->selectionModel()->setCurrentIndex(place, QItemSelectionModel::NoUpdate);
        m_view->scrollTo(place);
        QAccessibleInterface* table =
            QAccessible::isActive() ? QAccessible::queryAccessibleInterface(m_view) : nullptr;
        if (table != nullptr && table->tableInterface() != nullptr) {
            QAccessibleEvent spoken(table->tableInterface()->cellAt(place.row(), place.column()),
                                    QAccessible::NameChanged);
            QAccessible::updateAccessibility(&spoken);
        }
    }
    m_aheadTimer.start();
    changed();
}

void RecordGrid::addFoldActions(QMenu& menu, const GridView::Band* band) {
    if (m_groups.column() < 0) {
        return;
    }
    const auto add = [this, &menu](const char* name, const QString& text, auto run) {
        QAction* action = menu.addAction(text);
        action->setObjectName(QLatin1String(name));
        connect(action, &QAction::triggered, this, run);
    };
    if (band != nullptr) {
        const QPersistentModelIndex first(m_model->index(band->row, 0));
        const bool isFolded = band->isFolded;
        add("foldGroup", isFolded ? tr("Open the group") : tr("Fold the group"), [this, first, isFolded] {
            if (first.isValid()) {
                fold(first.row(), !isFolded);
            }
        });
    }
    add("foldAll", tr("Fold all groups"), [this] { foldAll(true); });
    add("unfoldAll", tr("Open all groups"), [this] { foldAll(false); });
    menu.addSeparator();
}

RecordModelBase::RowWords RecordGrid::wordsOfRow(int row) const {
    const GridView::Band* band = m_view->bandOf(row);
    if (band == nullptr || (band->row != row && !band->isFolded)) {
        return {};
    }
    return {band->isFolded ? tr("%1, group folded").arg(band->title) : tr("%1, group open").arg(band->title),
            band->isFolded};
}

void RecordGrid::editRules() {
    auto* dialog = new ToneRulesDialog(*m_model, this);
    connect(dialog, &ToneRulesDialog::rulesChosen, this, [this](const std::vector<ToneRule>& rules) {
        m_model->setRules(rules);
        changed();
    });
    dialog->open();
}

int RecordGrid::firstWidth(int column) const {
    const describe::FieldInfo& field = m_model->column(column);
    const auto said = std::ranges::find(m_firstWidths, field.name, &std::pair<std::string_view, int>::first);
    return said != m_firstWidths.end() ? said->second : defaultWidth(field);
}

int RecordGrid::widthOf(int column) const {
    const auto sized = m_sized.find(column);
    return scaled(sized != m_sized.end() ? sized->second : firstWidth(column));
}

void RecordGrid::setFitting(bool isFitting) {
    m_isFitting = isFitting;
    arrangeColumns();
}

/// Leaves out what there is no room for, and gives what is left to the texts that nobody sized.
void RecordGrid::arrangeColumns() {
    if (m_model == nullptr || m_isArranging) {
        return;
    }
    const QScopedValueRollback arranging(m_isArranging, true);
    QHeaderView* header = m_view->horizontalHeader();
    for (const int column : std::exchange(m_leftOut, {})) {
        header->showSection(column);
    }
    const auto stays = [this](int column) {
        const describe::FieldInfo& field = m_model->column(column);
        return field.has(describe::Title) || isState(field) || m_wanted.contains(column);
    };
    QList<int> shown = shownColumns();
    const int room = m_view->viewport()->width();
    int width = 0;
    for (const int column : shown) {
        width += widthOf(column);
    }
    // Amounts go when nothing else is left to go.
    for (const bool isAmount : {false, true}) {
        for (auto column = shown.rbegin(); m_isFitting && column != shown.rend() && width > room; ++column) {
            if ((m_model->column(*column).kind == Kind::Money) == isAmount && !stays(*column) &&
                *column != shown.first() && !m_leftOut.contains(*column)) {
                width -= widthOf(*column);
                header->hideSection(*column);
                m_leftOut.insert(*column);
            }
        }
    }
    shown.removeIf([this](int column) { return m_leftOut.contains(column); });
    std::vector<int> texts;
    for (const int column : shown) {
        const describe::FieldInfo& field = m_model->column(column);
        if (field.kind == Kind::Text && !field.has(describe::Code) && !m_sized.contains(column)) {
            texts.push_back(column);
        }
    }
    int spare = room - width;
    std::map<int, int> added;
    // The narrowest first, so that what it does not take goes to the others.
    std::ranges::sort(texts, std::greater<>(), [this](int column) { return widthOf(column); });
    for (std::size_t left = texts.size(); left > 0 && spare > 0; --left) {
        const int column = texts[texts.size() - left];
        const int most = std::max(0, scaled(textWidthMaxPx) - widthOf(column));
        const int share = std::min(most, spare / static_cast<int>(left));
        added[column] = share;
        spare -= share;
    }
    if (!shown.isEmpty() && spare > 0 && !m_sized.contains(shown.last())) {
        added[shown.last()] += spare;
    }
    for (const int column : shown) {
        const auto more = added.find(column);
        header->resizeSection(column, widthOf(column) + (more != added.end() ? more->second : 0));
    }
}

QJsonObject RecordGrid::layout() const {
    if (m_model == nullptr) {
        return {};
    }
    const QHeaderView* header = m_view->horizontalHeader();
    QJsonArray columns;
    for (int visual = 0; visual < header->count(); ++visual) {
        const int column = header->logicalIndex(visual);
        QJsonObject one{{QStringLiteral("name"), toQt(m_model->column(column).name)}};
        if (const auto sized = m_sized.find(column); sized != m_sized.end()) {
            one.insert(QStringLiteral("width"), sized->second);
        }
        if (header->isSectionHidden(column) && !m_leftOut.contains(column)) {
            one.insert(QStringLiteral("hidden"), true);
        }
        if (m_wanted.contains(column)) {
            one.insert(QStringLiteral("wanted"), true);
        }
        columns += one;
    }
    const auto nameOf = [this](int column) {
        return column < 0 ? QString() : toQt(m_model->column(column).name);
    };
    QJsonArray rules;
    for (const ToneRule& rule : m_model->rules()) {
        rules += toJson(rule);
    }
    QJsonObject layout{{QStringLiteral("columns"), columns},
                       {QStringLiteral("frozen"), nameOf(m_view->frozen())},
                       {QStringLiteral("sort"), m_model->orderOf(m_sort)},
                       {QStringLiteral("group"), nameOf(m_groups.column())},
                       {QStringLiteral("rules"), rules}};
    m_groups.writeTo(layout);
    return layout;
}

void RecordGrid::setLayout(const QJsonObject& layout) {
    if (m_model == nullptr) {
        return;
    }
    const QString before = order();
    const int groupBefore = m_groups.column();
    applyLayout(layout);
    arrangeColumns();
    if (order() != before || m_groups.column() != groupBefore) {
        m_model->sortBy(sortKeys());
    }
    showBands();
    showFooter();
    m_saveTimer.start();
}

void RecordGrid::applyLayout(const QJsonObject& layout) {
    const QScopedValueRollback arranging(m_isArranging, true);
    const auto columnOf = [this](const QJsonValue& name) {
        return m_model->columnOf(fromQt(name.toString()));
    };
    QHeaderView* header = m_view->horizontalHeader();
    m_leftOut.clear();
    m_wanted.clear();
    m_sized.clear();
    for (int column = 0; column < header->count(); ++column) {
        header->setSectionHidden(column, false);
        header->moveSection(header->visualIndex(column), column);
    }
    int visual = 0;
    for (const QJsonValue& value : layout.value(QLatin1String("columns")).toArray()) {
        const QJsonObject one = value.toObject();
        const int column = columnOf(one.value(QLatin1String("name")));
        if (column < 0 || header->visualIndex(column) < visual) {
            continue;
        }
        header->moveSection(header->visualIndex(column), visual++);
        if (const int width = one.value(QLatin1String("width")).toInt(); width > 0) {
            m_sized[column] = std::max(width, header->minimumSectionSize());
        }
        if (one.value(QLatin1String("wanted")).toBool()) {
            m_wanted.insert(column);
        }
        header->setSectionHidden(column, one.value(QLatin1String("hidden")).toBool());
    }
    if (shownColumns().isEmpty() && header->count() > 0) {
        header->showSection(header->logicalIndex(0));
    }
    for (const int column : shownColumns()) {
        header->resizeSection(column, widthOf(column));
    }
    m_view->setFrozen(columnOf(layout.value(QLatin1String("frozen"))));
    m_groups.setColumn(columnOf(layout.value(QLatin1String("group"))));
    m_groups.readFrom(layout);
    m_sort.clear();
    for (const QString& name :
         layout.value(QLatin1String("sort")).toString().split(u',', Qt::SkipEmptyParts)) {
        const bool isDown = name.startsWith(u'-');
        const int column = m_model->columnOf(fromQt(isDown ? name.mid(1) : name));
        if (column >= 0 && m_sort.size() < api::sortFieldsMax) {
            m_sort.push_back({column, isDown ? Qt::DescendingOrder : Qt::AscendingOrder});
        }
    }
    std::vector<ToneRule> rules;
    for (const QJsonValue& value : layout.value(QLatin1String("rules")).toArray()) {
        if (auto rule = toneRuleIn(value.toObject())) {
            rules.push_back(std::move(*rule));
        }
    }
    m_model->setRules(std::move(rules));
    showSort();
}

void RecordGrid::restoreLayout() {
    QJsonObject layout;
    if (!m_settingsKey.isEmpty()) {
        layout = QJsonDocument::fromJson(
                     remembered(QStringLiteral("grids/%1/layout").arg(m_settingsKey)).toByteArray())
                     .object();
    }
    applyLayout(layout);
    m_saveTimer.stop();
}

void RecordGrid::saveLayout() {
    m_saveTimer.stop();
    if (!m_settingsKey.isEmpty() && m_model != nullptr) {
        remember(QStringLiteral("grids/%1/layout").arg(m_settingsKey),
                 QJsonDocument(layout()).toJson(QJsonDocument::Compact));
    }
}

void RecordGrid::changed() {
    m_saveTimer.start();
    emit layoutChanged();
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

void RecordGrid::setExportable(bool isExportable) {
    m_export->setVisible(isExportable);
    m_exportAction->setVisible(isExportable);
    m_exportAction->setEnabled(isExportable);
}

void RecordGrid::setQuickFilters(std::vector<std::string> fieldNames) {
    m_quickFilters = std::move(fieldNames);
    showQuickFilterLines();
}

void RecordGrid::showQuickFilters(bool isShown) {
    m_areQuickFiltersShown = isShown && !m_quickFilters.empty();
    showQuickFilterLines();
    if (m_areQuickFiltersShown) {
        for (const int column : shownColumns()) {
            QLineEdit* line = quickLine(column);
            if (line != nullptr) {
                line->setFocus();
                break;
            }
        }
    } else if (!m_quickFilters.empty()) {
        m_view->setFocus();
    }
}

QLineEdit* RecordGrid::quickLine(int column) const {
    return (m_view->isFrozen(column) && !m_view->front()->isHidden() ? m_view->frontHeader()
                                                                     : m_view->header())
        ->filterLine(column);
}

void RecordGrid::showQuickFilterLines() {
    std::vector<int> columns;
    for (const std::string& field : m_quickFilters) {
        const int column = m_model == nullptr ? -1 : m_model->columnOf(field);
        if (m_areQuickFiltersShown && column >= 0) {
            columns.push_back(column);
        }
    }
    for (GridHeader* header : {m_view->header(), m_view->frontHeader()}) {
        header->setFilterColumns(columns);
        for (const int column : columns) {
            QLineEdit* line = header->filterLine(column);
            line->setObjectName(QStringLiteral("quick_") + toQt(m_model->column(column).name));
            line->setAccessibleName(tr("Narrow by %1").arg(m_model->columnTitle(column)));
            line->setToolTip(quickFilterHint(m_model->column(column)));
            line->setText(quickFilter(m_model->column(column).name));
            const describe::FieldInfo& field = m_model->column(column);
            const bool isWords = field.kind == Kind::Choice || field.kind == Kind::Bool ||
                                 (field.kind == Kind::Text && !field.has(describe::Code));
            if (!isWords) {
                // Numbers, days and codes run left to right, at the side where the language begins.
                line->setLayoutDirection(Qt::LeftToRight);
                line->setAlignment(Qt::AlignVCenter |
                                   (currentLanguage() == Language::Persian ? Qt::AlignRight : Qt::AlignLeft));
            }
        }
    }
}

QString RecordGrid::quickFilterHint(const describe::FieldInfo& field) const {
    switch (field.kind) {
        case Kind::Money:
        case Kind::Integer:
            return tr("A number, or >100, <100 or 100..200");
        case Kind::Date:
        case Kind::Instant:
            return tr("A day, a month such as 1405/09, a year, or >1405/09/01, <1405/09/01 or today..+30");
        case Kind::Choice:
        case Kind::Bool:
            return tr("The beginning of a value of the column; several with ; between them");
        default:
            return tr("The whole value; several with commas between them");
    }
}

void RecordGrid::setQuickFilter(std::string_view field, const QString& text) {
    m_quickTexts[std::string(field)] = text;
    const int column = m_model == nullptr ? -1 : m_model->columnOf(field);
    for (const GridHeader* header : {m_view->header(), m_view->frontHeader()}) {
        if (QLineEdit* line = header->filterLine(column); line != nullptr && line->text() != text) {
            line->setText(text);
        }
    }
}

void RecordGrid::setQuickFilterRefused(std::string_view field, bool isRefused) {
    const int column = m_model == nullptr ? -1 : m_model->columnOf(field);
    for (const GridHeader* header : {m_view->header(), m_view->frontHeader()}) {
        if (QLineEdit* line = header->filterLine(column)) {
            setRefused(line, isRefused);
        }
    }
}

QString RecordGrid::quickFilter(std::string_view field) const {
    const auto found = m_quickTexts.find(field);
    return found != m_quickTexts.end() ? found->second : QString();
}

void RecordGrid::rememberPlace() {
    m_anchors.clear();
    if (m_model == nullptr || m_model->count() == 0) {
        return;
    }
    const int first = m_view->rowAt(0);
    const int last = m_view->rowAt(m_view->viewport()->height() - 1);
    for (int row = first; row >= 0 && row <= (last >= 0 ? last : m_model->count() - 1); ++row) {
        if (m_view->isRowHidden(row)) {
            continue;
        }
        m_anchors.push_back({QPersistentModelIndex(m_model->index(row, 0)), m_model->idOf(row),
                             m_view->rowViewportPosition(row)});
    }
}

/// The first row that is still there stands where it stood.
void RecordGrid::keepRowsInPlace() {
    m_view->layoutNow();
    for (const Anchor& anchor : std::exchange(m_anchors, {})) {
        const int row = anchor.index.isValid() ? anchor.index.row() : m_model->rowOf(anchor.id);
        if (row >= 0) {
            QScrollBar* bar = m_view->verticalScrollBar();
            bar->setValue(bar->value() + m_view->rowViewportPosition(row) - anchor.top);
            break;
        }
    }
    showScrollBar();
    // Whoever holds the bar beyond what was held goes on.
    if (m_scrollBar->isSliderDown()) {
        scrollTo(m_scrollBar->value());
    }
}

void RecordGrid::lookAhead() {
    showScrollBar();
    showCount();
    if (m_model == nullptr || m_model->count() == 0) {
        return;
    }
    const int height = m_view->viewport()->height();
    const int first = std::max(0, m_view->rowAt(0));
    const int last = m_view->rowAt(height - 1);
    const int ahead = std::max(rowsAheadMin, screensAhead * height / rowHeight());
    // Folded groups leave room for far more rows than are held: then only who wants further gets them, since
    // each page that comes makes another one go.
    const int beyond = std::exchange(m_beyond, 0);
    const bool isBound = m_model->isFull() && std::ranges::any_of(m_view->bands(), &GridView::Band::isFolded);
    const bool isAfterWanted =
        isBound ? beyond > 0 : m_model->count() - 1 - (last >= 0 ? last : m_model->count() - 1) < ahead;
    const bool isBeforeWanted = isBound ? beyond < 0 : first < ahead;
    // Both at once are never wanted: one question is out at a time.
    if (m_model->hasMore() && isAfterWanted) {
        m_model->fetchMore({});
    } else if (m_model->hasBefore() && isBeforeWanted) {
        m_model->fetchBefore();
    }
}

int RecordGrid::rowHeight() const {
    return m_view->verticalHeader()->defaultSectionSize();
}

qint64 RecordGrid::listLength() const {
    if (m_model == nullptr) {
        return 0;
    }
    const qint64 held = m_model->rowsBefore() + m_model->count();
    return m_model->hasMore() || !(m_model->hasBefore() || m_model->count() > 0)
               ? std::max(held + (m_model->hasMore() ? 1 : 0), m_total.value_or(0))
               : std::max(held, m_model->hasBefore() ? qint64{0} : m_total.value_or(0));
}

/// The part of the list that is not held is as high as its rows are likely to be.
void RecordGrid::showScrollBar() {
    const QScrollBar* own = m_view->verticalScrollBar();
    const QSignalBlocker blocker(m_scrollBar);
    const auto px = [this](qint64 rows) {
        return static_cast<int>(std::min<qint64>(rows * rowHeight(), std::numeric_limits<int>::max() / 2));
    };
    const bool hasMore = m_model != nullptr && m_model->hasMore();
    const qint64 before =
        m_model != nullptr && m_model->hasBefore() ? std::max<qint64>(1, m_model->rowsBefore()) : 0;
    const qint64 after =
        hasMore ? std::max<qint64>(1, listLength() - m_model->rowsBefore() - m_model->count()) : 0;
    m_scrollBar->setRange(0, px(before) + own->maximum() + px(after));
    m_scrollBar->setPageStep(own->pageStep());
    m_scrollBar->setSingleStep(rowHeight());
    if (!m_scrollBar->isSliderDown()) {
        m_scrollBar->setValue(px(before) + own->value());
    }
    m_scrollBar->setVisible(m_scrollBar->maximum() > 0);
}

/// Where the person puts the bar. Beyond the rows held the view goes to their edge, and on from there as
/// pages come; the very ends of the list are asked for themselves.
void RecordGrid::scrollTo(int value) {
    QScrollBar* own = m_view->verticalScrollBar();
    const bool hasBefore = m_model != nullptr && m_model->hasBefore();
    const qint64 above =
        hasBefore ? std::max<qint64>(1, m_model->rowsBefore()) * static_cast<qint64>(rowHeight()) : 0;
    const qint64 wanted = value - above;
    m_beyond = wanted > own->maximum() ? 1 : wanted < 0 ? -1 : 0;
    own->setValue(static_cast<int>(std::clamp<qint64>(wanted, 0, own->maximum())));
    if (value == 0 && hasBefore) {
        emit edgeWanted(false);
    } else if (value == m_scrollBar->maximum() && m_model != nullptr && m_model->hasMore()) {
        emit edgeWanted(true);
    } else {
        m_aheadTimer.start();
    }
}

}  // namespace nextgen::ui
