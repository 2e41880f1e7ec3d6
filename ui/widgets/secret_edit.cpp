#include "ui/widgets/secret_edit.h"

#include "ui/locale/format.h"
#include "ui/widgets/code_edit.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/theme.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QTimer>
#include <QToolButton>

namespace nextgen::ui {

SecretEdit::SecretEdit(describe::Secret kind, QWidget* parent)
    : QWidget(parent),
      m_kind(kind),
      m_line(new LatinEdit(this)),
      m_show(new QToolButton(this)),
      m_copy(new QToolButton(this)) {
    m_line->setMaxLength(64);
    m_line->installEventFilter(this);
    m_show->setObjectName(QStringLiteral("showButton"));
    m_copy->setObjectName(QStringLiteral("copyButton"));
    m_copy->setIcon(icon(Icon::Copy));
    for (QToolButton* button : {m_show, m_copy}) {
        ui::setKind(button, ButtonKind::Quiet);
        button->setFocusPolicy(Qt::TabFocus);
    }
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::xs);
    layout->addWidget(m_line, 1);
    layout->addWidget(m_show);
    layout->addWidget(m_copy);
    setFocusProxy(m_line);
    connect(m_line, &QLineEdit::textEdited, this, [this] {
        if (isAcceptable()) {
            setRefused(m_line, false);
        }
        showButtons();
        emit edited();
    });
    connect(m_line, &QLineEdit::editingFinished, this, [this] { setRefused(m_line, !isAcceptable()); });
    connect(m_show, &QToolButton::clicked, this, [this] { m_revealed ? hideAgain() : emit revealWanted(); });
    connect(m_copy, &QToolButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_revealed.value_or(QString())); });
    retranslate();
    showButtons();
}

void SecretEdit::setMasked(const QString& masked) {
    m_masked = masked;
    hideAgain();
}

void SecretEdit::reveal(const QString& value) {
    if (isUntouched()) {
        m_revealed = value;
        m_line->setValue(value);
    }
    showButtons();
}

void SecretEdit::hideAgain() {
    m_revealed.reset();
    m_line->setValue(m_masked);
    setRefused(m_line, false);
    showButtons();
}

void SecretEdit::setReadOnly(bool isReadOnly) {
    m_line->setReadOnly(isReadOnly);
}

void SecretEdit::setRevealable(bool isRevealable) {
    m_isRevealable = isRevealable;
    showButtons();
}

bool SecretEdit::isUntouched() const {
    const QString text = m_line->value();
    return text == m_masked || text == m_revealed;
}

QString SecretEdit::value() const {
    return isUntouched() ? m_masked : m_line->value();
}

bool SecretEdit::isAcceptable() const {
    const QString text = m_line->value();
    return text.isEmpty() || isUntouched() || describe::readSecret(m_kind, fromQt(text)).has_value();
}

void SecretEdit::showButtons() {
    const bool isThere = !m_masked.isEmpty() && isUntouched();
    m_show->setVisible(m_isRevealable && isThere);
    m_show->setText(m_revealed ? tr("Hide") : tr("Show"));
    m_copy->setVisible(m_revealed && isThere);
}

void SecretEdit::retranslate() {
    m_copy->setToolTip(tr("Copy"));
    m_copy->setAccessibleName(tr("Copy"));
    showButtons();
}

void SecretEdit::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

bool SecretEdit::eventFilter(QObject* watched, QEvent* event) {
    // Whoever types begins anew: stars cannot be mended. After the click that brought the focus.
    if (event->type() == QEvent::FocusIn && isUntouched()) {
        QTimer::singleShot(0, m_line, &QLineEdit::selectAll);
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace nextgen::ui
