#pragma once

#include "ui/describe/record.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace nextgen::ui {
class Chip;
}

namespace nextgen::entity {

/// Above a record: its name, its state and what is done with it as a whole.
class RecordHead : public QWidget {
    Q_OBJECT

  public:
    explicit RecordHead(QWidget* parent = nullptr);

    /// A record that is not saved yet has no state.
    void showRecord(const QString& name, const ui::Record& record, bool isNew);
    void setClosable(bool isClosable);
    /// Whether it can be named to others and stand by itself: parts cannot.
    void setLinkable(bool isLinkable);

  signals:
    void closeWanted();
    /// In a tab of its own.
    void openWanted();
    void linkWanted();

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void retranslate();
    void showButtons();

    bool m_isNew = false;
    bool m_isClosable = true;
    bool m_isLinkable = true;
    QLabel* m_title;
    ui::Chip* m_state;
    ui::Chip* m_active;
    QToolButton* m_link;
    QToolButton* m_open;
    QToolButton* m_close;
};

/// Whether a record is in use; true for those that cannot be deactivated.
inline constexpr std::string_view activeField = "is_active";
bool isActive(const ui::Record& record);

}  // namespace nextgen::entity
