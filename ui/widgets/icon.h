#pragma once

#include <QIcon>
#include <QWidget>
#include <span>

namespace nextgen::ui {

/// The icons of resources/icons, by the same name.
enum class Icon {
    Bank,
    Bell,
    Calendar,
    Cart,
    Check,
    Cheque,
    ChevronDown,
    ChevronNext,
    ChevronPrevious,
    ChevronUp,
    ChevronsNext,
    ChevronsPrevious,
    Close,
    Columns,
    Command,
    ConnectionLost,
    Copy,
    Dealer,
    Deposit,
    Duplicate,
    Edit,
    Error,
    File,
    Filter,
    History,
    Home,
    Import,
    Inbox,
    Info,
    Language,
    Link,
    Lock,
    Moon,
    More,
    Note,
    Open,
    Pin,
    Plus,
    Print,
    Refresh,
    Repaired,
    Search,
    Settings,
    SignOut,
    Sun,
    Tag,
    Tool,
    Truck,
    Undo,
    Upload,
    User,
    Warning,
    Window,
    ZoomIn,
    ZoomOut,
};

/// Which of the theme's colours an icon has; it follows the theme when that changes.
enum class Tint { Text, Muted, Accent, OnAccent, Good, Warn, Bad };

struct IconFile {
    Icon icon;
    const char* name;  ///< resources/icons/<name>.svg
    bool isMirrored;   ///< points forwards or back, hence the other way in right-to-left windows
};
std::span<const IconFile> iconFiles();

/// Drawn when it is painted, so that it is sharp at any size and right in either theme and direction.
QIcon icon(Icon icon, Tint tint = Tint::Text);

/// An icon on its own in a layout: decoration, passed over by screen readers.
class IconLabel : public QWidget {
    Q_OBJECT

  public:
    explicit IconLabel(Icon icon, Tint tint = Tint::Text, int sizePx = 20, QWidget* parent = nullptr);

    void setIcon(Icon icon, Tint tint);
    QSize sizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QIcon m_icon;
    int m_sizePx;
};

}  // namespace nextgen::ui
