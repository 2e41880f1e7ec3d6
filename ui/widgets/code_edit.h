#pragma once

#include <QLineEdit>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nextgen::ui {

/// An identifier (Sayad id, IBAN, national id): always left to right, digits of any script, blanks and
/// hyphens passed over, shown in groups.
class CodeEdit : public QLineEdit {
    Q_OBJECT

  public:
    /// The stored form of what was typed, or nullopt: identifier::readSayadId and its kin.
    using Reader = std::function<std::optional<std::string>(std::string_view)>;

    explicit CodeEdit(QWidget* parent = nullptr);

    /// Lengths of the groups that it is shown in: {4, 4, 4, 4} for a Sayad id. What is longer goes into a
    /// last group.
    void setGroups(std::vector<int> lengths);
    void setReader(Reader reader);

    /// The stored form; nullopt while empty or refused.
    std::optional<std::string> value() const;
    void setValue(std::string_view code);
    /// What was typed, in ASCII and capitals, without blanks; drafts keep it even while it is refused.
    std::string typedCode() const;
    /// Empty, or an identifier.
    bool isAcceptable() const;
    /// Whether this would be a value; false without a reader, which takes anything.
    bool reads(const QString& code) const;

  signals:
    void valueChanged();

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void regroup();
    QString grouped(const QString& code) const;
    void alignText();

    std::vector<int> m_groups;
    Reader m_reader;
};

/// What is written in Latin letters and numbers and taken as it is typed, small letters and hyphens too: web
/// addresses, e-mails, plain numbers. Left to right, at the side where the window begins; digits in the
/// script of the language.
class LatinEdit : public QLineEdit {
    Q_OBJECT

  public:
    explicit LatinEdit(QWidget* parent = nullptr);

    /// With ASCII digits.
    QString value() const;
    void setValue(const QString& value);

  protected:
    void changeEvent(QEvent* event) override;
};

/// Shows the digits that are typed into a plain line edit in the script of the language.
void showTypedDigits(QLineEdit* line);

}  // namespace nextgen::ui
