#include "ui/widgets/grid_groups.h"

#include "ui/describe/record_model.h"
#include "ui/locale/format.h"
#include "ui/widgets/record_grid.h"

#include <QJsonArray>
#include <QStringList>
#include <utility>

namespace nextgen::ui {

namespace {

using describe::Kind;

/// nullopt: too much for a number.
std::optional<qint64> sumOf(const RecordModelBase& model, int column, int row, int end) {
    qint64 sum = 0;
    for (; row < end; ++row) {
        if (__builtin_add_overflow(
                sum, model.index(row, column).data(RecordModelBase::RialsRole).toLongLong(), &sum)) {
            return std::nullopt;
        }
    }
    return sum;
}

}  // namespace

void GridGroups::setColumn(int column) {
    if (m_column != column) {
        m_column = column;
        foldAll(false);
    }
}

void GridGroups::fold(const QString& key, bool isFolded) {
    if (isFolded == m_isAllFolded) {
        m_others.erase(key);
    } else {
        m_others.insert(key);
    }
}

void GridGroups::foldAll(bool isFolded) {
    m_isAllFolded = isFolded;
    m_others.clear();
}

/// The same in both languages.
QString GridGroups::keyOf(const RecordModelBase& model, int row) const {
    const Kind kind = model.column(m_column).kind;
    const bool isChosen = kind == Kind::Choice || kind == Kind::Bool;
    return model.index(row, m_column)
        .data(isChosen ? RecordModelBase::SortRole : RecordModelBase::CopyRole)
        .toString();
}

std::vector<GridView::Band> GridGroups::bandsOf(const RecordModelBase& model,
                                                const QList<int>& summed) const {
    std::vector<GridView::Band> bands;
    const int count = m_column < 0 ? 0 : model.count();
    const auto shown = [&](int row) { return model.index(row, m_column).data().toString(); };
    for (int row = 0; row < count;) {
        const QString value = shown(row);
        int end = row + 1;
        while (end < count && shown(end) == value) {
            ++end;
        }
        // What goes on beyond the rows held has more of them.
        const bool isWhole = (row > 0 || !model.hasBefore()) && (end < count || !model.hasMore());
        const QString rows = showNumber(end - row);
        const QString name = value.isEmpty() ? QStringLiteral("—") : value;
        const QString title = model.columnTitle(m_column);
        QStringList parts{isWhole ? RecordGrid::tr("%1: %2 — rows: %3").arg(title, name, rows)
                                  : RecordGrid::tr("%1: %2 — rows loaded: %3").arg(title, name, rows)};
        for (const int column : summed) {
            if (const auto sum = sumOf(model, column, row, end)) {
                parts += RecordGrid::tr("%1: sum %2").arg(model.columnTitle(column), showNumber(*sum));
            }
        }
        const QString key = keyOf(model, row);
        bands.push_back({row, end, parts.join(QStringLiteral("  ·  ")), key, isFolded(key)});
        row = end;
    }
    return bands;
}

void GridGroups::writeTo(QJsonObject& layout) const {
    if (!m_isAllFolded && m_others.empty()) {
        return;
    }
    QJsonArray keys;
    for (const QString& key : m_others) {
        if (static_cast<std::size_t>(keys.size()) < keptMax) {
            keys += key;
        }
    }
    layout.insert(m_isAllFolded ? QStringLiteral("unfolded") : QStringLiteral("folded"), keys);
}

void GridGroups::readFrom(const QJsonObject& layout) {
    const auto but = layout.find(QLatin1String("unfolded"));
    foldAll(m_column >= 0 && but != layout.end());
    const QJsonArray keys =
        but != layout.end() ? but->toArray() : layout.value(QLatin1String("folded")).toArray();
    for (const QJsonValue& key : keys) {
        if (m_column >= 0 && m_others.size() < keptMax) {
            m_others.insert(key.toString());
        }
    }
}

}  // namespace nextgen::ui
