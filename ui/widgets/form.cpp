#include "ui/widgets/form.h"

#include "ui/locale/format.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <algorithm>

namespace nextgen::ui {

void setSpokenName(QWidget* editor, const QString& name) {
    QWidget* input = editor->focusProxy() != nullptr ? editor->focusProxy() : editor;
    input->setAccessibleName(name);
}

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
