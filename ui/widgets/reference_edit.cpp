#include "ui/widgets/reference_edit.h"

#include "ui/locale/format.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCompleter>
#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QStandardItemModel>
#include <algorithm>
#include <utility>

namespace nextgen::ui {

namespace {

constexpr int shownMax = 12;
constexpr int restMs = 250;

bool isEnter(const QKeyEvent& key) {
    return key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
}

}  // namespace

ReferenceEdit::ReferenceEdit(std::string_view schema, ReferenceFinder finder, QWidget* parent)
    : QWidget(parent),
      m_schema(schema),
      m_finder(std::move(finder)),
      m_line(new QLineEdit(this)),
      m_list(m_line->addAction(icon(Icon::ChevronDown, Tint::Muted), QLineEdit::TrailingPosition)),
      m_open(m_line->addAction(icon(Icon::Open, Tint::Accent), QLineEdit::TrailingPosition)),
      m_completer(new QCompleter(this)),
      m_model(new QStandardItemModel(this)) {
    // What was asked for has been searched already: all of it is shown, whatever the letters.
    m_completer->setModel(m_model);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(shownMax);
    m_line->setCompleter(m_completer);
    m_line->installEventFilter(this);
    m_completer->popup()->installEventFilter(this);  // before the completer's own
    m_rest.setSingleShot(true);
    m_rest.setInterval(restMs);
    connect(&m_rest, &QTimer::timeout, this, &ReferenceEdit::search);
    connect(m_list, &QAction::triggered, this, [this] {
        m_line->setFocus();
        search();
    });
    connect(m_open, &QAction::triggered, this, [this] { emit openWanted(m_value->id); });
    // Nothing can be opened while nothing is named.
    connect(this, &ReferenceEdit::valueChanged, this, &ReferenceEdit::showOpen);
    connect(m_line, &QLineEdit::textEdited, this, [this] {
        m_value.reset();
        m_found.clear();
        m_model->clear();  // else the line lists what fitted before
        m_goesOn = false;
        setRefused(m_line, false);
        emit valueChanged();
        if (m_line->text().trimmed().isEmpty()) {
            m_rest.stop();
        } else {
            m_rest.start();
        }
    });
    connect(m_completer, qOverload<const QModelIndex&>(&QCompleter::activated), this,
            [this](const QModelIndex& index) {
                if (index.row() >= 0 && static_cast<std::size_t>(index.row()) < m_found.size()) {
                    take(m_found[static_cast<std::size_t>(index.row())]);
                }
            });
    connect(m_line, &QLineEdit::editingFinished, this, [this] {
        // One match is meant; what names no record stays to be seen and mended.
        if (!m_value && m_found.size() == 1 && !m_line->text().trimmed().isEmpty()) {
            take(m_found.front());
        }
    });
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_line);
    setFocusProxy(m_line);
    retranslate();
}

ReferenceEdit::~ReferenceEdit() {
    m_line->disconnect(this);
    m_completer->disconnect(this);
}

void ReferenceEdit::setValue(std::optional<Reference> value) {
    m_rest.stop();
    m_found.clear();
    m_value = std::move(value);
    m_line->setText(m_value ? showDigits(m_value->title) : QString());
    m_line->setCursorPosition(0);
    showOpen();
}

void ReferenceEdit::setOpenable(bool isOpenable) {
    m_isOpenable = isOpenable;
    showOpen();
}

void ReferenceEdit::showOpen() {
    m_open->setVisible(m_isOpenable && m_value);
}

bool ReferenceEdit::isAcceptable() const {
    return m_value || m_line->text().trimmed().isEmpty();
}

void ReferenceEdit::search() {
    m_rest.stop();
    const QString typed = m_value ? QString() : m_line->text().trimmed();
    m_isAsking = true;
    m_finder(m_schema, plainDigits(typed), this, [this, typed](std::vector<Reference> found) {
        if (typed == (m_value ? QString() : m_line->text().trimmed())) {
            m_isAsking = false;
            showFound(std::move(found));
        }
    });
}

void ReferenceEdit::showFound(std::vector<Reference> found) {
    m_found = std::move(found);
    m_model->clear();
    for (const Reference& reference : m_found) {
        m_model->appendRow(new QStandardItem(showDigits(reference.title)));
    }
    const bool goesOn = std::exchange(m_goesOn, false);
    if (!m_line->hasFocus()) {
        return;
    }
    if (goesOn && m_found.size() <= 1) {
        setRefused(m_line, m_found.empty());
        if (!m_found.empty()) {
            take(m_found.front());
            passOn(QKeyEvent(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier));
        }
        return;
    }
    if (!m_found.empty()) {
        m_completer->complete();
        const auto chosen = std::ranges::find(m_found, m_value ? m_value->id : 0, &Reference::id);
        const auto marked = chosen == m_found.end() ? 0 : static_cast<int>(chosen - m_found.begin());
        // Quietly: the completer writes into the line what the person marks.
        QAbstractItemView* list = m_completer->popup();
        const QSignalBlocker quiet(list->selectionModel());
        list->setCurrentIndex(list->model()->index(marked, 0));
    }
}

void ReferenceEdit::take(const Reference& reference) {
    m_rest.stop();
    m_value = reference;
    // After the completer, which puts its own text into the line.
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (m_value) {
                m_line->setText(showDigits(m_value->title));
            }
        },
        Qt::QueuedConnection);
    emit valueChanged();
}

void ReferenceEdit::retranslate() {
    showOpen();
    m_line->setPlaceholderText(tr("Type to search"));
    m_list->setToolTip(tr("Show the list (Down)"));
    m_open->setToolTip(tr("Open it (Ctrl+Enter)"));
}

void ReferenceEdit::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

bool ReferenceEdit::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        const auto& key = *static_cast<QKeyEvent*>(event);
        if (watched == m_line ? takeKey(key) : takePopupKey(key)) {
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

bool ReferenceEdit::takeKey(const QKeyEvent& key) {
    if (m_completer->popup()->isVisible()) {
        return false;
    }
    if (key.key() == Qt::Key_Down) {
        search();
        return true;
    }
    if (!isEnter(key)) {
        return false;
    }
    if (key.modifiers().testFlag(Qt::ControlModifier)) {
        if (m_open->isVisible()) {
            m_open->trigger();
        }
        return m_open->isVisible();
    }
    // Whoever types faster than the server answers is not left with a name that names nobody.
    const bool isOpen = m_rest.isActive() || m_isAsking;
    if (m_value || m_goesOn || !isOpen || m_line->text().trimmed().isEmpty()) {
        return false;
    }
    m_goesOn = true;
    if (m_rest.isActive()) {
        search();
    }
    return true;
}

bool ReferenceEdit::takePopupKey(const QKeyEvent& key) {
    const int row = m_completer->popup()->currentIndex().row();
    if ((!isEnter(key) && key.key() != Qt::Key_Tab) || row < 0 ||
        static_cast<std::size_t>(row) >= m_found.size()) {
        return false;
    }
    m_completer->popup()->hide();
    take(m_found[static_cast<std::size_t>(row)]);
    passOn(key);
    return true;
}

void ReferenceEdit::passOn(const QKeyEvent& key) {
    QCoreApplication::postEvent(m_line, key.clone());
}

}  // namespace nextgen::ui
