#pragma once

#include <QString>
#include <QtGlobal>
#include <optional>
#include <utility>

namespace nextgen::ui {

/// Tells what a barcode scanner types from what a person types: at least `signsMin` digits, each within
/// `gapMaxMs` of the one before, and Enter as soon after them. Knows no clock: what is typed comes with its
/// time in milliseconds.
class ScanReader {
  public:
    static constexpr int signsMin = 8;
    static constexpr int signsMax = 64;
    static constexpr qint64 gapMaxMs = 30;

    /// False: what came before this digit was no part of the same scan.
    bool digit(char digit, qint64 atMs) {
        const bool isNext = isOpen(atMs);
        if (!isNext) {
            m_digits.clear();
        }
        m_digits += QLatin1Char(digit);
        m_lastMs = atMs;
        return isNext;
    }

    /// The end of a scan; nullopt: a person pressed Enter. It begins anew in either case.
    std::optional<QString> end(qint64 atMs) {
        const bool isScan = isOpen(atMs) && m_digits.size() >= signsMin;
        QString digits = std::exchange(m_digits, {});
        return isScan ? std::optional(std::move(digits)) : std::nullopt;
    }

    /// Whether what is typed now may belong to what came before.
    bool isOpen(qint64 atMs) const {
        return !m_digits.isEmpty() && m_digits.size() < signsMax && atMs - m_lastMs <= gapMaxMs;
    }

    void reset() { m_digits.clear(); }

  private:
    QString m_digits;
    qint64 m_lastMs = 0;
};

}  // namespace nextgen::ui
