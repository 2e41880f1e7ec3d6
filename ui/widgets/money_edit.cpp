#include "ui/widgets/money_edit.h"

#include "ui/locale/format.h"
#include "ui/widgets/amount_text.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>

namespace nextgen::ui {

MoneyEdit::MoneyEdit(QWidget* parent)
    : QWidget(parent), m_line(new QLineEdit(this)), m_hint(makeLabel({}, TextRole::Small, this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(m_line);
    layout->addWidget(m_hint);
    m_hint->setWordWrap(true);
    m_line->setMaxLength(64);
    // A number runs left to right in both languages; in a right-to-left line the arrow keys and the minus
    // would go astray. Only its place in the field follows the window.
    m_line->setLayoutDirection(Qt::LeftToRight);
    setFocusProxy(m_line);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(m_line, &QLineEdit::textEdited, this, [this] {
        regroup();
        readText();
    });
    connect(m_line, &QLineEdit::editingFinished, this, &MoneyEdit::finish);
    alignText();
    showHint();
}

MoneyEdit::~MoneyEdit() {
    // A window that goes takes the focus from its parts after this destructor has run, and they would tell an
    // object that is no longer whole.
    m_line->disconnect(this);
}

void MoneyEdit::setValue(std::optional<Money> value) {
    m_line->setText(value ? showMoney(*value) : QString());
    setRefused(m_line, false);
    if (value != m_value) {
        m_value = value;
        emit valueChanged(m_value);
    }
    showHint();
}

bool MoneyEdit::isAcceptable() const {
    return m_value.has_value() || m_line->text().trimmed().isEmpty();
}

void MoneyEdit::setHintVisible(bool isVisible) {
    m_isHintWanted = isVisible;
    showHint();
}

void MoneyEdit::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        if (m_value) {
            m_line->setText(showMoney(*m_value));
        } else {
            m_line->setText(showDigits(m_line->text()));
        }
        showHint();
    } else if (event->type() == QEvent::LayoutDirectionChange) {
        alignText();
    }
}

void MoneyEdit::readText() {
    const Result<Money> read = readAmount(m_line->text());
    const std::optional<Money> value = read ? std::optional(*read) : std::nullopt;
    if (isAcceptable() || value) {
        setRefused(m_line, false);
    }
    if (value != m_value) {
        m_value = value;
        emit valueChanged(m_value);
    }
    showHint();
}

void MoneyEdit::regroup() {
    const QString typed = m_line->text();
    if (!isPlainNumber(typed)) {
        const int cursor = m_line->cursorPosition();
        m_line->setText(showDigits(typed));
        m_line->setCursorPosition(cursor);
        return;
    }
    const Result<Money> read = readAmount(typed);
    if (!read) {
        return;
    }
    // The cursor keeps the digits that stood to its right, so that typing and deleting in the middle go on
    // there.
    const auto isDigit = [](QChar c) { return c.isDigit(); };
    const QString right = typed.mid(m_line->cursorPosition());
    const auto digitsRight = std::count_if(right.begin(), right.end(), isDigit);
    const QString shown = showMoney(*read);
    qsizetype cursor = shown.size();
    for (auto left = digitsRight; left > 0 && cursor > 0;) {
        --cursor;
        left -= shown[cursor].isDigit() ? 1 : 0;
    }
    // Left of a mark rather than right of it: deleting backwards then takes a digit, not the mark that would
    // only come back.
    while (digitsRight > 0 && cursor > 0 && !shown[cursor - 1].isDigit() && shown[cursor - 1].isPunct() &&
           cursor > 1) {
        --cursor;
    }
    m_line->setText(shown);
    m_line->setCursorPosition(static_cast<int>(cursor));
}

void MoneyEdit::finish() {
    if (m_value) {
        m_line->setText(showMoney(*m_value));
    }
    setRefused(m_line, !isAcceptable());
    showHint();
    emit editingFinished();
}

void MoneyEdit::showHint() {
    m_hint->setVisible(m_isHintWanted);
    if (m_value) {
        setTextRole(m_hint, TextRole::Small);
        m_hint->setText(
            QStringLiteral("%1 · %2").arg(showMoneyInWords(*m_value), showMoneyInTomans(*m_value)));
    } else if (isAcceptable()) {
        setTextRole(m_hint, TextRole::Small);
        m_hint->setText(tr("Rials; short forms: 12m, 500k, 2b"));
    } else {
        setTextRole(m_hint, TextRole::Error);
        m_hint->setText(tr("Not an amount: type digits, for example 12,000,000 or 12m"));
    }
    m_line->setAccessibleDescription(m_hint->text());
}

void MoneyEdit::alignText() {
    m_line->setAlignment(Qt::AlignAbsolute | Qt::AlignVCenter |
                         (layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft));
}

}  // namespace nextgen::ui
