#pragma once

#include "app/home/home_calls.h"

#include <QAbstractButton>

namespace nextgen::home {

/// How sure what is shown is.
enum class Freshness {
    Fresh,
    Stale,   ///< could not be counted again, or a while ago
    Failed,  ///< never counted: its code stands in its place
};

/// A number with its title, what it adds up to and since when it stands; the whole card opens the list behind
/// it.
class FigureCard : public QAbstractButton {
    Q_OBJECT

  public:
    explicit FigureCard(QWidget* parent = nullptr);

    /// Keeps the number that it had when the new one has a code instead; `asOf` is the new one's moment.
    void setCount(const Count& count, Instant asOf);
    /// Nothing new came.
    void setStale(bool isStale);
    const Count& count() const { return m_count; }
    Freshness freshness() const;
    /// "As of 14:05", or why there is no number.
    QString stateText() const;

    QSize sizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    void retranslate();

    Count m_count;
    QString m_code;  ///< of the last try; empty: it went well
    Instant m_asOf;
    bool m_isStale = false;
};

/// "As of 14:05"; of another day with its date.
QString asOfText(Instant instant, Date today);

}  // namespace nextgen::home
