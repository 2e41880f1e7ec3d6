#pragma once

#include "shared/describe/secret.h"

#include <QWidget>
#include <optional>
#include <string>

class QToolButton;

namespace nextgen::ui {

class LatinEdit;

/// A national id, an IBAN and their like: shown masked until somebody asks to see it in full, written by
/// typing a new one over it. Left to right in every language.
class SecretEdit : public QWidget {
    Q_OBJECT

  public:
    explicit SecretEdit(describe::Secret kind, QWidget* parent = nullptr);

    /// Hides what was revealed; what was typed goes.
    void setMasked(const QString& masked);
    /// In full, until setMasked() or hide: not a change.
    void reveal(const QString& value);
    void setReadOnly(bool isReadOnly);
    /// Whether the button is there that asks for it in full.
    void setRevealable(bool isRevealable);

    /// What is typed, or the masked text while that is untouched; empty when it was taken away.
    QString value() const;
    /// Empty, untouched, or one of its kind.
    bool isAcceptable() const;
    describe::Secret kind() const { return m_kind; }

  signals:
    void edited();
    void revealWanted();

  protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void retranslate();
    void hideAgain();
    void showButtons();
    bool isUntouched() const;

    describe::Secret m_kind;
    LatinEdit* m_line;
    QToolButton* m_show;
    QToolButton* m_copy;
    QString m_masked;
    std::optional<QString> m_revealed;
    bool m_isRevealable = false;
};

}  // namespace nextgen::ui
