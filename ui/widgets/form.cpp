#include "ui/widgets/form.h"

#include "ui/locale/format.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/code_edit.h"
#include "ui/widgets/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMetaMethod>
#include <QRadioButton>
#include <QScrollArea>
#include <algorithm>

namespace nextgen::ui {

void setSpokenName(QWidget* editor, const QString& name) {
    QWidget* input = editor->focusProxy() != nullptr ? editor->focusProxy() : editor;
    input->setAccessibleName(name);
}

namespace {

bool isFilledIn(const QWidget& widget) {
    if (const auto* line = qobject_cast<const QLineEdit*>(&widget)) {
        return !line->isReadOnly();
    }
    // Buttons beside an editor and links are reached by Tab.
    const bool isCommand = qobject_cast<const QAbstractButton*>(&widget) != nullptr &&
                           qobject_cast<const QCheckBox*>(&widget) == nullptr &&
                           qobject_cast<const QRadioButton*>(&widget) == nullptr;
    return !isCommand && qobject_cast<const QLabel*>(&widget) == nullptr;
}

void bringIntoView(QWidget& widget) {
    for (QWidget* above = widget.parentWidget(); above != nullptr; above = above->parentWidget()) {
        if (auto* scroll = qobject_cast<QScrollArea*>(above)) {
            scroll->ensureWidgetVisible(&widget);
        }
    }
}

}  // namespace

Form::Form(int columns, QWidget* parent)
    : QWidget(parent), m_grid(new QGridLayout), m_general(new Banner(Tone::Bad, this)), m_columns(columns) {
    m_general->hide();
    m_grid->setHorizontalSpacing(space::m);
    m_grid->setVerticalSpacing(12);
    for (int column = 0; column < columns; ++column) {
        m_grid->setColumnStretch(column, 1);
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::m);
    layout->addWidget(m_general);
    layout->addLayout(m_grid);
    layout->addStretch(1);
}

void Form::addRow(const QString& name, const QString& label, QWidget* editor, bool isRequired, int span) {
    Row row{
        name,      label, editor, makeLabel({}, TextRole::Strong, this), makeLabel({}, TextRole::Error, this),
        isRequired};
    editor->setObjectName(name);
    row.labelView->setBuddy(editor);
    row.errorView->setObjectName(name + QStringLiteral("_error"));
    row.errorView->setWordWrap(true);
    row.errorView->hide();
    auto* cell = new QVBoxLayout;
    cell->setSpacing(space::xs);
    cell->addWidget(row.labelView);
    cell->addWidget(editor);
    cell->addWidget(row.errorView);
    cell->addStretch(1);
    if (m_nextCell % m_columns + span > m_columns) {
        m_nextCell += m_columns - m_nextCell % m_columns;
    }
    m_grid->addLayout(cell, m_nextCell / m_columns, m_nextCell % m_columns, 1, span);
    m_nextCell += span;
    m_rows.push_back(row);
    showLabel(row);
}

void Form::setLabel(const QString& name, const QString& label) {
    for (Row& row : m_rows) {
        if (row.name == name) {
            row.label = label;
            showLabel(row);
        }
    }
}

void Form::setRowVisible(const QString& name, bool isVisible) {
    if (const Row* found = row(name)) {
        found->labelView->setVisible(isVisible);
        found->editor->setVisible(isVisible);
        found->errorView->setVisible(isVisible && !found->errorView->text().isEmpty());
    }
}

void Form::setLabelsShown(bool areShown) {
    for (const Row& row : m_rows) {
        row.labelView->setVisible(areShown);
    }
}

QWidget* Form::editor(const QString& name) const {
    const Row* found = row(name);
    return found == nullptr ? nullptr : found->editor;
}

void Form::setError(const QString& name, const QString& text) {
    if (const Row* found = row(name)) {
        found->errorView->setText(text);
        found->errorView->setVisible(!text.isEmpty());
        QWidget* input = found->editor->focusProxy() != nullptr ? found->editor->focusProxy() : found->editor;
        setRefused(input, !text.isEmpty());
        input->setAccessibleDescription(text);
    }
}

QString Form::error(const QString& name) const {
    const Row* found = row(name);
    return found == nullptr ? QString() : found->errorView->text();
}

void Form::setErrors(const std::vector<Error>& errors) {
    clearErrors();
    QStringList general;
    bool hasFocused = false;
    for (const Error& refused : errors) {
        const QString name = toQt(refused.pointer).mid(1);
        if (row(name) == nullptr) {
            general += showError(refused);
            continue;
        }
        // Of two errors of one field the first says more: rules are in the order of precedence.
        if (error(name).isEmpty()) {
            setError(name, showError(refused));
        }
        if (!hasFocused) {
            editor(name)->setFocus();
            hasFocused = true;
        }
    }
    setGeneralError(general.join(u'\n'));
}

void Form::setGeneralError(const QString& text) {
    m_general->setText(text);
    m_general->setVisible(!text.isEmpty());
}

void Form::clearErrors() {
    for (const Row& row : m_rows) {
        setError(row.name, {});
    }
    setGeneralError({});
}

void Form::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        for (const Row& row : m_rows) {
            showLabel(row);
        }
    }
}

void Form::keyPressEvent(QKeyEvent* event) {
    // What comes here an editor had no use for: a long text begins a line, a list takes what is marked.
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const auto modifiers = event->modifiers() & ~Qt::KeypadModifier;
    if (isEnter && modifiers == Qt::ShiftModifier) {
        step(-1);
        return;
    }
    const bool isDone = event->matches(QKeySequence::Save) ||
                        (isEnter && modifiers == Qt::NoModifier && !event->isAutoRepeat() && !step(1));
    static const QMetaMethod submittedSignal = QMetaMethod::fromSignal(&Form::submitted);
    if (isDone && isSignalConnected(submittedSignal)) {
        emit submitted();
    } else if (isDone || !isEnter || modifiers != Qt::NoModifier) {
        QWidget::keyPressEvent(event);
    }
}

bool Form::takeScan(const QString& code) {
    QLineEdit* taker = nullptr;
    for (QWidget* stop : stops()) {
        auto* line = qobject_cast<QLineEdit*>(stop);
        auto* reader = qobject_cast<CodeEdit*>(stop);
        const bool fits = reader != nullptr ? reader->reads(code) : stop->property(scannedProperty).toBool();
        if (line == nullptr || !fits) {
            continue;
        }
        if (line->hasFocus()) {
            taker = line;
            break;
        }
        if (taker == nullptr && reader != nullptr && line->text().isEmpty()) {
            taker = line;
        }
    }
    if (taker == nullptr) {
        setGeneralError(
            tr("Scanned: %1. No field here takes it, and nothing was typed.").arg(showCode(code)));
        bringIntoView(*m_general);
        return true;
    }
    setGeneralError({});
    taker->setFocus();
    taker->selectAll();
    taker->insert(code);
    step(1);
    return true;
}

QList<QWidget*> Form::stops() const {
    QList<QWidget*> found;
    for (QWidget* widget = nextInFocusChain(); widget != this; widget = widget->nextInFocusChain()) {
        if (isAncestorOf(widget) && (widget->focusPolicy() & Qt::TabFocus) != 0 &&
            widget->focusProxy() == nullptr && widget->isEnabled() && widget->isVisibleTo(this) &&
            isFilledIn(*widget)) {
            found << widget;
        }
    }
    return found;
}

bool Form::step(int by) {
    const QList<QWidget*> all = stops();
    const qsizetype place = all.indexOf(QApplication::focusWidget());
    const qsizetype next = place + by;
    if (place < 0 || next >= all.size()) {
        return false;
    }
    if (next >= 0) {
        all.at(next)->setFocus(by > 0 ? Qt::TabFocusReason : Qt::BacktabFocusReason);
        bringIntoView(*all.at(next));
    }
    return true;
}

const Form::Row* Form::row(const QString& name) const {
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [&](const Row& r) { return r.name == name; });
    return found == m_rows.end() ? nullptr : &*found;
}

void Form::showLabel(const Row& row) {
    row.labelView->setText(row.isRequired ? tr("%1 *").arg(row.label) : row.label);
    row.labelView->setToolTip(row.isRequired ? tr("Must be filled in") : QString());
    setSpokenName(row.editor, row.label);
}

}  // namespace nextgen::ui
