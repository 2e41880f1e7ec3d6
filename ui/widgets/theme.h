#pragma once

#include <QColor>
#include <QFont>
#include <QObject>
#include <QString>

class QAbstractButton;
class QLabel;
class QPalette;
class QPushButton;
class QWidget;

namespace nextgen::ui {

/// The two contrast schemes are for eyes that need more than 7:1 and borders that can be seen.
enum class Scheme { Light, Dark, LightContrast, DarkContrast };
bool isDark(Scheme scheme);

/// How much room rows and inputs have.
enum class Density { Comfortable, Compact };

/// What a person chooses of the program's look.
struct Look {
    Scheme scheme = Scheme::Light;
    Density density = Density::Comfortable;
    int fontPercent = 100;  ///< of the usual 10 points; between the two bounds

    static constexpr int fontPercentMin = 80;
    static constexpr int fontPercentMax = 150;

    bool operator==(const Look&) const = default;
};

/// What a colour says rather than what it is: of a chip, a banner, a part of a bar.
enum class Tone { Neutral, Info, Good, Warn, Bad };

/// The theme's colours by their task. Text colours stand at 4.5:1 or better on their grounds, at 7:1 in the
/// contrast schemes; a test holds that.
struct Colours {
    QColor window;   ///< behind everything
    QColor surface;  ///< cards, tables, inputs
    QColor raised;   ///< headers, hovered rows
    QColor border;
    QColor strongBorder;  ///< of inputs
    QColor text;
    QColor muted;
    QColor accent;
    QColor accentHover;
    QColor accentSoft;  ///< selected rows, chosen entries
    QColor onAccent;
    QColor good;
    QColor goodSoft;
    QColor warn;
    QColor warnSoft;
    QColor bad;
    QColor badSoft;
    QColor holiday;  ///< Friday
};

const Colours& coloursOf(Scheme scheme);
/// The colours that a widget with this palette paints with.
const Colours& coloursIn(const QPalette& palette);

struct TonePair {
    QColor ink;
    QColor ground;
};
TonePair toneColours(Tone tone, const Colours& colours);

/// The look of the whole program: style, font, palette and stylesheet. Made by main before the first window;
/// the look may change at any time.
class Theme : public QObject {
    Q_OBJECT

  public:
    explicit Theme(const Look& look = {}, QObject* parent = nullptr);

    const Look& look() const { return m_look; }
    void setLook(const Look& look);

  signals:
    /// Before it: what is not looked at may go, since each widget that is there is dressed anew.
    void aboutToChange();
    /// After the new look is in place (widgets also get QEvent::PaletteChange, FontChange, StyleChange).
    void changed();

  protected:
    /// Has labels and line edits begin where the window begins, whatever script their text is in.
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    class Style;

    void apply();

    Look m_look;
    QFont m_font;
    Style* m_style;
};

/// A length that was chosen for the usual font size, for the font size of the moment.
int scaled(int px);
/// The length at the usual font size that is so long at the font size of the moment.
int unscaled(int px);

/// The distances that layouts are built of, in pixels.
namespace space {
inline constexpr int xs = 4;
inline constexpr int s = 8;
inline constexpr int m = 16;
inline constexpr int l = 24;
inline constexpr int xl = 32;
}  // namespace space

enum class ButtonKind {
    Plain,    ///< bordered
    Primary,  ///< the one thing to do here
    Quiet,    ///< no border until hovered
    Danger,   ///< cannot be taken back
};
void setKind(QAbstractButton* button, ButtonKind kind);

enum class TextRole { Body, Title, Heading, Strong, Muted, Small, Error };
void setTextRole(QLabel* label, TextRole role);
QLabel* makeLabel(const QString& text, TextRole role = TextRole::Body, QWidget* parent = nullptr);

/// Marks an input as refused (a red border) or takes the mark away.
void setRefused(QWidget* input, bool isRefused);

/// Sets a dynamic property that the stylesheet selects by, and has the style look again.
void setStyleProperty(QWidget* widget, const char* name, const QVariant& value);

}  // namespace nextgen::ui
