#include "ui/widgets/code_edit.h"

#include "ui/locale/format.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QGuiApplication>
#include <algorithm>

namespace nextgen::ui {

namespace {

bool isCodeSign(QChar c) {
    return c.isLetterOrNumber();
}

// The place in the field follows the window, though the text never does.
void alignToWindow(QLineEdit& line) {
    const bool isRightToLeft = QGuiApplication::layoutDirection() == Qt::RightToLeft;
    line.setAlignment(Qt::AlignAbsolute | Qt::AlignVCenter |
                      (isRightToLeft ? Qt::AlignRight : Qt::AlignLeft));
}

QString codeSigns(const QString& text) {
    QString signs;
    for (const QChar c : plainDigits(text)) {
        if (isCodeSign(c)) {
            signs += c.toUpper();
        }
    }
    return signs;
}

}  // namespace

CodeEdit::CodeEdit(QWidget* parent) : QLineEdit(parent) {
    setLayoutDirection(Qt::LeftToRight);
    setMaxLength(64);
    alignText();
    connect(this, &QLineEdit::textEdited, this, [this] {
        regroup();
        if (isAcceptable()) {
            setRefused(this, false);
        }
        emit valueChanged();
    });
    connect(this, &QLineEdit::editingFinished, this, [this] { setRefused(this, !isAcceptable()); });
}

void CodeEdit::setGroups(std::vector<int> lengths) {
    m_groups = std::move(lengths);
    setText(grouped(codeSigns(text())));
}

void CodeEdit::setReader(Reader reader) {
    m_reader = std::move(reader);
}

std::optional<std::string> CodeEdit::value() const {
    const std::string typed = typedCode();
    if (typed.empty()) {
        return std::nullopt;
    }
    return m_reader ? m_reader(typed) : std::optional(typed);
}

void CodeEdit::setValue(std::string_view code) {
    setText(grouped(codeSigns(toQt(code))));
    setRefused(this, false);
    emit valueChanged();
}

std::string CodeEdit::typedCode() const {
    return fromQt(codeSigns(text()));
}

bool CodeEdit::isAcceptable() const {
    return typedCode().empty() || value().has_value();
}

bool CodeEdit::reads(const QString& code) const {
    return m_reader && m_reader(fromQt(codeSigns(code))).has_value();
}

void CodeEdit::changeEvent(QEvent* event) {
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        setText(grouped(codeSigns(text())));
        alignText();
    }
}

void CodeEdit::regroup() {
    const QString right = text().mid(cursorPosition());
    const auto signsRight = std::count_if(right.begin(), right.end(), isCodeSign);
    const QString shown = grouped(codeSigns(text()));
    qsizetype cursor = shown.size();
    for (auto left = signsRight; left > 0 && cursor > 0;) {
        --cursor;
        left -= isCodeSign(shown[cursor]) ? 1 : 0;
    }
    // Left of the blank, so that deleting backwards takes a sign.
    if (signsRight > 0 && cursor > 0 && shown[cursor - 1] == u' ') {
        --cursor;
    }
    setText(shown);
    setCursorPosition(static_cast<int>(cursor));
}

QString CodeEdit::grouped(const QString& code) const {
    QStringList groups;
    qsizetype at = 0;
    for (const int length : m_groups) {
        if (at < code.size()) {
            groups += code.mid(at, length);
            at += length;
        }
    }
    if (at < code.size()) {
        groups += code.mid(at);
    }
    return codeDigits(groups.join(u' '));
}

void CodeEdit::alignText() {
    alignToWindow(*this);
}

LatinEdit::LatinEdit(QWidget* parent) : QLineEdit(parent) {
    setLayoutDirection(Qt::LeftToRight);
    alignToWindow(*this);
    connect(this, &QLineEdit::textEdited, this, [this](const QString& typed) {
        const int cursor = cursorPosition();
        setText(codeDigits(typed));
        setCursorPosition(cursor);
    });
}

QString LatinEdit::value() const {
    return plainDigits(text()).trimmed();
}

void LatinEdit::setValue(const QString& value) {
    setText(codeDigits(value));
}

void LatinEdit::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        alignToWindow(*this);
        setValue(value());
    }
    QLineEdit::changeEvent(event);
}

void showTypedDigits(QLineEdit* line) {
    QObject::connect(line, &QLineEdit::textEdited, line, [line](const QString& typed) {
        const int cursor = line->cursorPosition();
        line->setText(showDigits(typed));
        line->setCursorPosition(cursor);
    });
}

}  // namespace nextgen::ui
