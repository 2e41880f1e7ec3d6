#include "ui/print/sheet_layout.h"

#include "ui/locale/format.h"
#include "ui/print/text_box.h"

#include <QGuiApplication>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <numeric>

namespace nextgen::print {

using ui::directionOf;
using Kind = SheetLayout::Part::Kind;

namespace {

constexpr double unitsPerPoint = 2540.0 / 72;
constexpr double thin = mm(0.15);
constexpr double thick = mm(0.4);
constexpr double padX = mm(1);
constexpr double padY = mm(0.6);
constexpr double hair = mm(0.5);  // by which a text may be wider laid out than measured, and would be broken
constexpr double blockGap = mm(3);
constexpr double signatureGap = mm(6);
constexpr double footerRoom = mm(7);
constexpr double factWidthMin = mm(48);
constexpr double signatureRoom = mm(18);
constexpr int cellLinesMax = 12;  // so that a row is always lower than a page
constexpr int factLinesMax = 12;
constexpr int stackedFrom = 4;  // columns, on a roll
constexpr double scaleMin = 0.45;

/// What may not be broken of a heading.
double longestWord(const QString& text, const QFont& font) {
    double longest = 0;
    for (const QString& word : text.split(u' ', Qt::SkipEmptyParts)) {
        longest = std::max(longest, textWidth(word, font));
    }
    return longest;
}

QString shown(const std::optional<qint64>& sum) {
    return sum ? ui::showNumber(*sum) : QString();
}

bool hasSums(const Table& table) {
    return std::ranges::any_of(table.columns, &Column::isSummed);
}

}  // namespace

SheetLayout::SheetLayout(Sheet sheet, const Paper& paper)
    : m_sheet(std::move(sheet)),
      m_paper(paper),
      m_family(QGuiApplication::font().family()),
      m_points(paper.size == PaperSize::A4 ? 9 : 8),
      m_width(widthOf(paper) - 2 * marginOf(paper)),
      m_margin(marginOf(paper)),
      m_tables(m_sheet.blocks.size()) {
    for (Block& block : m_sheet.blocks) {
        if (auto* table = std::get_if<Table>(&block); table != nullptr && table->rows.size() > rowsMax) {
            table->rows.resize(rowsMax);
        }
    }
    plan();
}

int SheetLayout::lengthOf(int index) const {
    return isRoll(m_paper) ? static_cast<int>(std::ceil(page(index).height)) : heightOf(m_paper);
}

QFont SheetLayout::font(double points, Weight weight) const {
    QFont made(m_family);
    made.setPixelSize(static_cast<int>(std::lround(points * unitsPerPoint)));
    made.setHintingPreference(QFont::PreferNoHinting);
    made.setBold(weight == Weight::Strong);
    return made;
}

QRectF SheetLayout::place(double begin, double width, double top, double height) const {
    const double left =
        m_sheet.direction == Qt::RightToLeft ? m_margin + m_width - begin - width : m_margin + begin;
    return {left, top, width, height};
}

Qt::Alignment SheetLayout::begin() const {
    return m_sheet.direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
}

Qt::Alignment SheetLayout::end() const {
    return m_sheet.direction == Qt::RightToLeft ? Qt::AlignLeft : Qt::AlignRight;
}

const Table& SheetLayout::table(int block) const {
    return std::get<Table>(m_sheet.blocks.at(static_cast<std::size_t>(block)));
}

// Pages

void SheetLayout::newPage() {
    m_pages.emplace_back();
    m_top = m_margin;
    m_gap = 0;
    m_bottom = isRoll(m_paper) ? rollLengthMax - m_margin : heightOf(m_paper) - m_margin - footerRoom;
    if (m_pages.size() > 1) {
        add(Kind::RunningHead, -1, runningHead(nullptr, m_top));
        leave(mm(2));
    }
}

void SheetLayout::add(Kind kind, int block, double height, int first, int count) {
    m_top += m_gap;
    m_gap = 0;
    m_pages.back().parts.push_back({kind, block, first, count, m_top, height});
    m_top += height;
    m_pages.back().height = m_top + m_margin;
}

/// Room before the next part, if it stands on the same page.
void SheetLayout::leave(double gap) {
    m_gap = std::max(m_gap, gap);
}

bool SheetLayout::fits(double height) const {
    return m_top + m_gap + height <= m_bottom;
}

/// Whether another page would have no more room than this one.
bool SheetLayout::isFresh() const {
    return m_pages.back().parts.size() <= 1;
}

void SheetLayout::plan() {
    newPage();
    add(Kind::Head, -1, head(nullptr, 0));
    leave(blockGap);
    const auto makeRoom = [this](double height) {
        if (!fits(height) && !isFresh()) {
            newPage();
        }
    };
    for (int i = 0; i < static_cast<int>(m_sheet.blocks.size()); ++i) {
        const Block& block = m_sheet.blocks[static_cast<std::size_t>(i)];
        if (const auto* facts = std::get_if<Facts>(&block)) {
            if (facts->isBoxed) {
                const double height = box(nullptr, 0, *facts);
                makeRoom(height);
                add(Kind::Box, i, height);
            } else {
                double titleHeight = 0;
                if (!facts->title.isEmpty()) {
                    titleHeight = blockTitle(nullptr, 0, facts->title);
                }
                int first = 0;
                while (first < static_cast<int>(facts->facts.size())) {
                    const int count = countInRow(*facts, first);
                    const double height = factRow(nullptr, 0, *facts, first, count, 0);
                    // Nobody signs a page on which nothing else stands.
                    const bool isLast = first + count == static_cast<int>(facts->facts.size());
                    makeRoom(height + (first == 0 ? titleHeight : 0) + (isLast ? signedAfter(i) : 0));
                    if (first == 0 && titleHeight > 0) {
                        add(Kind::Title, i, titleHeight);
                    }
                    add(Kind::FactRow, i, height, first, count);
                    first += count;
                }
            }
        } else if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
            const double titleHeight =
                paragraph->label.isEmpty() ? 0 : blockTitle(nullptr, 0, paragraph->label);
            const TextStyle style{font(m_points, paragraph->isStrong ? Weight::Strong : Weight::Plain),
                                  begin(), directionOf(paragraph->text, m_sheet.direction)};
            const int lines = lineCount(paragraph->text, style, m_width);
            const double lineHeight = lines > 0 ? linesHeight(paragraph->text, style, m_width, 0, 1) : 0;
            int first = 0;
            while (first < lines) {
                makeRoom(lineHeight + (first == 0 ? titleHeight : 0));
                if (first == 0 && titleHeight > 0) {
                    add(Kind::Title, i, titleHeight);
                }
                const int room = static_cast<int>((m_bottom - m_top - m_gap) / lineHeight);
                const int count = std::clamp(room, 1, lines - first);
                add(Kind::Lines, i, linesHeight(paragraph->text, style, m_width, first, count), first, count);
                first += count;
            }
        } else if (std::holds_alternative<Table>(block)) {
            planTable(i);
        } else if (const auto* signed_ = std::get_if<Signatures>(&block)) {
            leave(signatureGap);
            const double height = signatures(nullptr, 0, *signed_);
            makeRoom(height);
            add(Kind::Signatures, i, height);
        }
        leave(blockGap);
    }
    if (isRoll(m_paper) && !m_sheet.asOf.isEmpty()) {
        const double height = ending(nullptr, 0);
        makeRoom(height);
        add(Kind::Ending, -1, height);
    }
}

double SheetLayout::signedAfter(int block) const {
    const auto next = static_cast<std::size_t>(block) + 1;
    const auto* room =
        next < m_sheet.blocks.size() ? std::get_if<Signatures>(&m_sheet.blocks[next]) : nullptr;
    return room != nullptr ? signatures(nullptr, 0, *room) + signatureGap : 0;
}

void SheetLayout::planTable(int block) {
    const Table& rows = table(block);
    TablePlan& made = m_tables[static_cast<std::size_t>(block)];
    made.sums.reserve(rows.rows.size() + 1);
    std::vector<std::optional<qint64>> sum(rows.columns.size());
    for (std::size_t column = 0; column < rows.columns.size(); ++column) {
        if (rows.columns[column].isSummed) {
            sum[column] = 0;
        }
    }
    made.sums.push_back(sum);
    for (const std::vector<Cell>& cells : rows.rows) {
        for (std::size_t column = 0; column < std::min(cells.size(), sum.size()); ++column) {
            qint64 next = 0;
            // A sum that is too large says nothing rather than something wrong.
            if (sum[column] &&
                !__builtin_add_overflow(*sum[column], cells[column].amount.value_or(0), &next)) {
                sum[column] = next;
            } else {
                sum[column].reset();
            }
        }
        made.sums.push_back(sum);
    }
    planWidths(rows, made);
    m_tightness = std::min(m_tightness, made.scale);

    const double titleHeight = rows.title.isEmpty() ? 0 : blockTitle(nullptr, 0, rows.title);
    const double headingHeight = made.isStacked ? 0 : heading(nullptr, 0, block);
    const bool isSummed = hasSums(rows);
    const int count = static_cast<int>(rows.rows.size());
    // The last sums are the longest, and one of the three wordings is.
    double sumHeight = 0;
    for (const Kind kind : {Kind::Brought, Kind::Carried, Kind::Sums}) {
        sumHeight = isSummed ? std::max(sumHeight, sums(nullptr, 0, block, count, kind)) : 0;
    }
    const auto heightOfRow = [&](int row) {
        return made.isStacked ? stackedRow(nullptr, 0, block, row) : this->row(nullptr, 0, block, row);
    };
    const double firstHeight = count > 0 ? heightOfRow(0) : 0;
    if (!fits(titleHeight + headingHeight + firstHeight + sumHeight) && !isFresh()) {
        newPage();
    }
    if (titleHeight > 0) {
        add(Kind::Title, block, titleHeight);
    }
    if (headingHeight > 0) {
        add(Kind::Heading, block, headingHeight);
    }
    bool isAlone = true;  // on its page: it stands there even where there is not room enough
    for (int row = 0; row < count; ++row) {
        const double height = row == 0 ? firstHeight : heightOfRow(row);
        if (!isAlone && !fits(height + sumHeight)) {
            if (isSummed) {
                add(Kind::Carried, block, sumHeight, row);
            }
            newPage();
            if (headingHeight > 0) {
                add(Kind::Heading, block, headingHeight);
            }
            if (isSummed) {
                add(Kind::Brought, block, sumHeight, row);
            }
        }
        add(Kind::Row, block, height, row);
        isAlone = false;
    }
    if (isSummed) {
        add(Kind::Sums, block, sumHeight, count);
    }
}

void SheetLayout::planWidths(const Table& rows, TablePlan& made) const {
    made.isStacked = isRoll(m_paper) && static_cast<int>(rows.columns.size()) >= stackedFrom;
    if (made.isStacked) {
        return;
    }
    constexpr double textMin = mm(16);
    const QFont plain = font(m_points);
    const QFont strong = font(m_points, Weight::Strong);
    std::vector<double> natural;
    std::vector<double> least;
    std::vector<bool> grows;
    if (rows.isNumbered) {
        const double room = std::max(textWidth(ui::showNumber(static_cast<qint64>(rows.rows.size())), plain),
                                     longestWord(tr("Row"), strong)) +
                            2 * padX + hair;
        natural.push_back(room);
        least.push_back(room);
        grows.push_back(false);
    }
    for (std::size_t column = 0; column < rows.columns.size(); ++column) {
        double widest = textWidth(shown(made.sums.back()[column]), strong);
        for (const std::vector<Cell>& cells : rows.rows) {
            if (column < cells.size()) {
                widest = std::max(widest, textWidth(cells[column].text, plain));
            }
        }
        const double word = longestWord(rows.columns[column].title, strong);
        const bool isText = rows.columns[column].kind == ColumnKind::Text;
        natural.push_back(std::max(widest, word) + 2 * padX + hair);
        least.push_back((isText ? std::max(word, std::min(widest, textMin)) : std::max(widest, word)) +
                        2 * padX + hair);
        grows.push_back(isText);
    }
    if (std::ranges::none_of(grows, [](bool isGrowing) { return isGrowing; })) {
        grows.assign(grows.size(), true);
    }
    const double wanted = std::accumulate(natural.begin(), natural.end(), 0.0);
    const double needed = std::accumulate(least.begin(), least.end(), 0.0);
    if (wanted <= m_width) {
        double growing = 0;
        for (std::size_t i = 0; i < natural.size(); ++i) {
            growing += grows[i] ? natural[i] : 0;
        }
        for (std::size_t i = 0; i < natural.size(); ++i) {
            made.widths.push_back(natural[i] + (grows[i] ? (m_width - wanted) * natural[i] / growing : 0));
        }
    } else if (needed <= m_width) {
        const double share = (m_width - needed) / (wanted - needed);
        for (std::size_t i = 0; i < natural.size(); ++i) {
            made.widths.push_back(least[i] + (natural[i] - least[i]) * share);
        }
    } else {
        // Texts become smaller, the room around them does not.
        const double around = 2 * padX + hair;
        const double none = around * static_cast<double>(least.size());
        const double share = std::max(0.0, m_width - none) / (needed - none);
        made.scale = std::max(scaleMin, share);
        for (const double width : least) {
            made.widths.push_back((width - around) * share + around);
        }
    }
}

// Parts

double SheetLayout::head(QPainter* painter, double top) const {
    const TextStyle shop{font(m_points + 1, Weight::Strong), begin(),
                         directionOf(m_sheet.shop, m_sheet.direction), 3};
    TextStyle title{font(m_points + 5, Weight::Strong), Qt::AlignHCenter,
                    directionOf(m_sheet.title, m_sheet.direction), 3};
    if (isRoll(m_paper)) {
        title.font = font(m_points + 2, Weight::Strong);
        TextStyle centred = shop;
        centred.side = Qt::AlignHCenter;
        double y = top;
        for (const auto& [text, style] :
             {std::pair(m_sheet.shop, centred), std::pair(m_sheet.title, title)}) {
            if (text.isEmpty()) {
                continue;
            }
            const double height = textHeight(text, style, m_width);
            if (painter != nullptr) {
                drawText(*painter, place(0, m_width, y, height), text, style);
            }
            y += height;
        }
        for (const Fact& mark : m_sheet.marks) {
            y += fact(painter, place(0, m_width, y, 0), mark);
        }
        y += mm(1);
        if (painter != nullptr) {
            painter->setPen(QPen(Qt::black, thick));
            painter->drawLine(QLineF(m_margin, y, m_margin + m_width, y));
        }
        return y + mm(0.5) - top;
    }
    const double side = m_width * 0.28;
    const double middle = m_width - 2 * side;
    const double shopHeight = m_sheet.shop.isEmpty() ? 0 : textHeight(m_sheet.shop, shop, side);
    const double titleHeight = textHeight(m_sheet.title, title, middle);
    double marksHeight = 0;
    for (const Fact& mark : m_sheet.marks) {
        marksHeight += fact(nullptr, place(side + middle, side, top, 0), mark);
    }
    const double height = std::max({shopHeight, titleHeight, marksHeight});
    if (painter != nullptr) {
        const auto middleOf = [&](double own) { return top + (height - own) / 2; };
        drawText(*painter, place(0, side, middleOf(shopHeight), shopHeight), m_sheet.shop, shop);
        drawText(*painter, place(side, middle, middleOf(titleHeight), titleHeight), m_sheet.title, title);
        double y = middleOf(marksHeight);
        for (const Fact& mark : m_sheet.marks) {
            y += fact(painter, place(side + middle, side, y, 0), mark);
        }
        painter->setPen(QPen(Qt::black, thick));
        const double line = top + height + mm(1.5);
        painter->drawLine(QLineF(m_margin, line, m_margin + m_width, line));
    }
    return height + mm(2);
}

double SheetLayout::runningHead(QPainter* painter, double top) const {
    const TextStyle style{font(m_points - 1), begin(), directionOf(m_sheet.title, m_sheet.direction), 1};
    const double height = textHeight(m_sheet.title, style, m_width * 0.7);
    if (painter != nullptr) {
        drawText(*painter, place(0, m_width * 0.7, top, height), m_sheet.title, style);
        if (!m_sheet.marks.empty()) {
            const Fact& mark = m_sheet.marks.front();
            const TextStyle small{style.font, end(), m_sheet.direction, 1};
            drawText(*painter, place(m_width * 0.7, m_width * 0.3, top, height),
                     tr("%1: %2").arg(mark.label, mark.value), small);
        }
        painter->setPen(QPen(Qt::black, thin));
        const double line = top + height + mm(0.5);
        painter->drawLine(QLineF(m_margin, line, m_margin + m_width, line));
    }
    return height + mm(0.6);
}

double SheetLayout::blockTitle(QPainter* painter, double top, const QString& title) const {
    const TextStyle style{font(m_points + 1, Weight::Strong), begin(), directionOf(title, m_sheet.direction),
                          2};
    const double height = textHeight(title, style, m_width);
    if (painter != nullptr) {
        drawText(*painter, place(0, m_width, top, height), title, style);
    }
    return height + mm(0.8);
}

double SheetLayout::fact(QPainter* painter, const QRectF& room, const Fact& fact) const {
    const QString label = tr("%1:").arg(fact.label);
    const TextStyle labelStyle{font(m_points), begin(), directionOf(label, m_sheet.direction), 2};
    const double gap = mm(1.5);
    const double labelWidth = std::min(textWidth(label, labelStyle.font) + 1, (room.width() - gap) * 0.6);
    const double valueWidth = room.width() - labelWidth - gap;
    const TextStyle valueStyle{font(m_points, Weight::Strong), begin(),
                               directionOf(fact.value, m_sheet.direction), factLinesMax};
    const double labelHeight = textHeight(label, labelStyle, labelWidth);
    const double valueHeight = fact.value.isEmpty() ? 0 : textHeight(fact.value, valueStyle, valueWidth);
    if (painter != nullptr) {
        const bool isMirrored = m_sheet.direction == Qt::RightToLeft;
        const QRectF labelRoom(isMirrored ? room.right() - labelWidth : room.left(), room.top(), labelWidth,
                               labelHeight);
        const QRectF valueRoom(isMirrored ? room.left() : room.right() - valueWidth, room.top(), valueWidth,
                               valueHeight);
        drawText(*painter, labelRoom, label, labelStyle);
        if (fact.value.isEmpty()) {
            painter->setPen(QPen(Qt::black, thin, Qt::DotLine));
            const double line = room.top() + labelHeight * 0.78;
            painter->drawLine(QLineF(valueRoom.left(), line, valueRoom.right(), line));
        } else {
            drawText(*painter, valueRoom, fact.value, valueStyle);
        }
    }
    return std::max(labelHeight, valueHeight);
}

int SheetLayout::columnsOf(const Facts& facts) const {
    return std::clamp(static_cast<int>(m_width / factWidthMin), 1, facts.columns);
}

int SheetLayout::countInRow(const Facts& facts, int first) const {
    const int columns = columnsOf(facts);
    int taken = 0;
    int end = first;
    while (end < static_cast<int>(facts.facts.size())) {
        taken += std::min(facts.facts[static_cast<std::size_t>(end)].span, columns);
        if (taken > columns) {
            break;
        }
        ++end;
    }
    return end - first;
}

double SheetLayout::factRow(QPainter* painter, double top, const Facts& facts, int first, int count,
                            double inset) const {
    const double all = m_width - 2 * inset;
    double height = 0;
    if (isRoll(m_paper)) {
        for (int i = first; i < first + count; ++i) {
            height +=
                fact(painter, place(inset, all, top + height, 0), facts.facts[static_cast<std::size_t>(i)]);
        }
        return height + mm(0.3);
    }
    const double gap = mm(4);
    const int columns = columnsOf(facts);
    const double column = (all - gap * (columns - 1)) / columns;
    int taken = 0;
    for (int i = first; i < first + count; ++i) {
        const Fact& one = facts.facts[static_cast<std::size_t>(i)];
        const int span = std::min(one.span, columns);
        const QRectF room = place(inset + taken * (column + gap), column * span + gap * (span - 1), top, 0);
        height = std::max(height, fact(painter, room, one));
        taken += span;
    }
    return height + mm(0.5);
}

double SheetLayout::box(QPainter* painter, double top, const Facts& facts) const {
    const TextStyle title{font(m_points, Weight::Strong), Qt::AlignHCenter,
                          directionOf(facts.title, m_sheet.direction), 1};
    double y = top;
    if (!facts.title.isEmpty()) {
        const double height = textHeight(facts.title, title, m_width) + padY;
        if (painter != nullptr) {
            drawText(*painter, place(0, m_width, y + padY / 2, height), facts.title, title);
            painter->setPen(QPen(Qt::black, thin));
            painter->drawLine(QLineF(m_margin, y + height, m_margin + m_width, y + height));
        }
        y += height;
    }
    y += mm(1);
    int first = 0;
    while (first < static_cast<int>(facts.facts.size())) {
        const int count = countInRow(facts, first);
        y += factRow(painter, y, facts, first, count, mm(2));
        first += count;
    }
    y += mm(0.5);
    if (painter != nullptr) {
        painter->setPen(QPen(Qt::black, thin));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(place(0, m_width, top, y - top));
    }
    return y - top;
}

double SheetLayout::heading(QPainter* painter, double top, int block) const {
    const Table& rows = table(block);
    const TablePlan& made = planOf(block);
    const QFont strong = font(m_points * made.scale, Weight::Strong);
    std::vector<QString> titles;
    if (rows.isNumbered) {
        titles.push_back(tr("Row"));
    }
    for (const Column& column : rows.columns) {
        titles.push_back(column.title);
    }
    const auto styleOf = [&](const QString& title) {
        return TextStyle{strong, Qt::AlignHCenter, directionOf(title, m_sheet.direction), 4};
    };
    double height = 0;
    for (std::size_t i = 0; i < titles.size(); ++i) {
        height = std::max(height, textHeight(titles[i], styleOf(titles[i]), made.widths[i] - 2 * padX));
    }
    height += 2 * padY;
    if (painter != nullptr) {
        double x = 0;
        for (std::size_t i = 0; i < titles.size(); ++i) {
            const TextStyle style = styleOf(titles[i]);
            const double own = textHeight(titles[i], style, made.widths[i] - 2 * padX);
            painter->setPen(QPen(Qt::black, thin));
            painter->setBrush(Qt::NoBrush);
            painter->drawRect(place(x, made.widths[i], top, height));
            drawText(*painter, place(x + padX, made.widths[i] - 2 * padX, top + (height - own) / 2, own),
                     titles[i], style);
            x += made.widths[i];
        }
        painter->setPen(QPen(Qt::black, thick));
        painter->drawLine(QLineF(m_margin, top + height, m_margin + m_width, top + height));
    }
    return height;
}

double SheetLayout::row(QPainter* painter, double top, int block, int index) const {
    const Table& rows = table(block);
    const TablePlan& made = planOf(block);
    const std::vector<Cell>& cells = rows.rows[static_cast<std::size_t>(index)];
    const QFont plain = font(m_points * made.scale);
    const auto styleOf = [&](const QString& text, ColumnKind kind) {
        return TextStyle{plain, kind == ColumnKind::Number ? Qt::AlignRight : begin(),
                         directionOf(text, m_sheet.direction), cellLinesMax};
    };
    const int before = rows.isNumbered ? 1 : 0;
    const double line = textHeight(QStringLiteral("0"), styleOf({}, ColumnKind::Text), m_width);
    double height = line;
    for (std::size_t column = 0; column < std::min(cells.size(), rows.columns.size()); ++column) {
        const double room = made.widths[column + static_cast<std::size_t>(before)] - 2 * padX;
        // Measuring is cheaper than laying out, and most cells have one line.
        if (cells[column].text.contains(u'\n') || textWidth(cells[column].text, plain) > room) {
            height = std::max(
                height,
                textHeight(cells[column].text, styleOf(cells[column].text, rows.columns[column].kind), room));
        }
    }
    height += 2 * padY;
    if (painter == nullptr) {
        return height;
    }
    double x = 0;
    const auto draw = [&](const QString& text, ColumnKind kind, double columnWidth) {
        painter->setPen(QPen(Qt::black, thin));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(place(x, columnWidth, top, height));
        drawText(*painter, place(x + padX, columnWidth - 2 * padX, top + padY, height - 2 * padY), text,
                 styleOf(text, kind));
        x += columnWidth;
    };
    if (rows.isNumbered) {
        draw(ui::showNumber(index + 1), ColumnKind::Number, made.widths.front());
    }
    for (std::size_t column = 0; column < rows.columns.size(); ++column) {
        draw(column < cells.size() ? cells[column].text : QString(), rows.columns[column].kind,
             made.widths[column + static_cast<std::size_t>(before)]);
    }
    return height;
}

double SheetLayout::stackedRow(QPainter* painter, double top, int block, int index) const {
    const Table& rows = table(block);
    const std::vector<Cell>& cells = rows.rows[static_cast<std::size_t>(index)];
    double y = top + mm(0.5);
    if (rows.isNumbered) {
        y += fact(painter, place(0, m_width, y, 0), {tr("Row"), ui::showNumber(index + 1)});
    }
    for (std::size_t column = 0; column < std::min(cells.size(), rows.columns.size()); ++column) {
        if (!cells[column].text.isEmpty()) {
            y += fact(painter, place(0, m_width, y, 0), {rows.columns[column].title, cells[column].text});
        }
    }
    y += mm(0.5);
    if (painter != nullptr) {
        painter->setPen(QPen(Qt::black, thin));
        painter->drawLine(QLineF(m_margin, y, m_margin + m_width, y));
    }
    return y - top;
}

double SheetLayout::sums(QPainter* painter, double top, int block, int index, Kind kind) const {
    const Table& rows = table(block);
    const TablePlan& made = planOf(block);
    const auto& values = made.sums.at(static_cast<std::size_t>(index));
    const QString label = kind == Kind::Carried   ? tr("Carried forward")
                          : kind == Kind::Brought ? tr("Brought forward")
                                                  : tr("Sum");
    if (made.isStacked) {
        double y = top + mm(0.5);
        for (std::size_t column = 0; column < rows.columns.size(); ++column) {
            if (rows.columns[column].isSummed) {
                y += fact(painter, place(0, m_width, y, 0),
                          {tr("%1, %2").arg(label, rows.columns[column].title), shown(values[column])});
            }
        }
        return y + mm(0.5) - top;
    }
    const QFont strong = font(m_points * made.scale, Weight::Strong);
    const std::size_t before = rows.isNumbered ? 1 : 0;
    const TextStyle labelStyle{strong, begin(), directionOf(label, m_sheet.direction), 1};
    const double height = textHeight(label, labelStyle, m_width) + 2 * padY;
    if (painter == nullptr) {
        return height;
    }
    double x = 0;
    double labelWidth = 0;
    bool isLabelled = false;
    const auto drawLabel = [&] {
        if (!isLabelled && labelWidth > 0) {
            painter->setPen(QPen(Qt::black, thin));
            painter->setBrush(Qt::NoBrush);
            painter->drawRect(place(0, labelWidth, top, height));
            drawText(*painter, place(padX, labelWidth - 2 * padX, top + padY, height - 2 * padY), label,
                     labelStyle);
        }
        isLabelled = true;
    };
    for (std::size_t i = 0; i < made.widths.size(); ++i) {
        const bool isValue = i >= before && rows.columns[i - before].isSummed;
        if (isValue) {
            drawLabel();
        }
        if (isLabelled) {
            painter->setPen(QPen(Qt::black, thin));
            painter->setBrush(Qt::NoBrush);
            painter->drawRect(place(x, made.widths[i], top, height));
        }
        if (isValue) {
            const TextStyle style{strong, Qt::AlignRight, m_sheet.direction, 1};
            drawText(*painter, place(x + padX, made.widths[i] - 2 * padX, top + padY, height - 2 * padY),
                     shown(values[i - before]), style);
        }
        x += made.widths[i];
        if (!isLabelled) {
            labelWidth = x;
        }
    }
    painter->setPen(QPen(Qt::black, thick));
    const double line = kind == Kind::Brought ? top + height : top;
    painter->drawLine(QLineF(m_margin, line, m_margin + m_width, line));
    return height;
}

double SheetLayout::signatures(QPainter* painter, double top, const Signatures& signatures) const {
    const auto count = static_cast<int>(signatures.titles.size());
    const bool isStacked = isRoll(m_paper);
    const double gap = mm(4);
    const double column = isStacked ? m_width : (m_width - gap * std::max(0, count - 1)) / std::max(1, count);
    double height = 0;
    for (int i = 0; i < count; ++i) {
        const QString& title = signatures.titles[i];
        const TextStyle style{font(m_points), Qt::AlignHCenter, directionOf(title, m_sheet.direction), 2};
        const double own = textHeight(title, style, column);
        const double y = isStacked ? top + height : top;
        if (painter != nullptr) {
            const double x = isStacked ? 0 : i * (column + gap);
            drawText(*painter, place(x, column, y, own), title, style);
            painter->setPen(QPen(Qt::black, thin, Qt::DotLine));
            const QRectF room = place(x + column * 0.15, column * 0.7, y, own + signatureRoom);
            painter->drawLine(room.bottomLeft(), room.bottomRight());
        }
        height = isStacked ? height + own + signatureRoom + mm(2) : std::max(height, own + signatureRoom);
    }
    return height + mm(1);
}

double SheetLayout::ending(QPainter* painter, double top) const {
    const TextStyle style{font(m_points - 1.5), Qt::AlignHCenter,
                          directionOf(m_sheet.asOf, m_sheet.direction), 4};
    const double height = textHeight(m_sheet.asOf, style, m_width);
    if (painter != nullptr) {
        drawText(*painter, place(0, m_width, top, height), m_sheet.asOf, style);
    }
    return height;
}

void SheetLayout::footer(QPainter& painter, int index) const {
    if (isRoll(m_paper)) {
        return;
    }
    const double top = heightOf(m_paper) - m_margin - footerRoom + mm(2);
    painter.setPen(QPen(Qt::black, thin));
    painter.drawLine(QLineF(m_margin, top, m_margin + m_width, top));
    const QFont small = font(m_points - 1.5);
    const QString number = tr("Page %1 of %2").arg(ui::showNumber(index + 1), ui::showNumber(pageCount()));
    const double numberWidth = m_width * 0.25;
    drawText(painter, place(0, m_width - numberWidth, top + mm(0.6), footerRoom), m_sheet.asOf,
             {small, begin(), directionOf(m_sheet.asOf, m_sheet.direction), 1});
    drawText(painter, place(m_width - numberWidth, numberWidth, top + mm(0.6), footerRoom), number,
             {small, end(), m_sheet.direction, 1});
}

void SheetLayout::paintPart(QPainter& painter, const Part& part) const {
    const auto block = [&]() -> const Block& { return m_sheet.blocks[static_cast<std::size_t>(part.block)]; };
    switch (part.kind) {
        case Kind::Head:
            head(&painter, part.top);
            break;
        case Kind::RunningHead:
            runningHead(&painter, part.top);
            break;
        case Kind::Title: {
            const QString title = std::visit(
                [](const auto& titled) -> QString {
                    using T = std::decay_t<decltype(titled)>;
                    if constexpr (std::is_same_v<T, Paragraph>) {
                        return titled.label;
                    } else if constexpr (std::is_same_v<T, Signatures>) {
                        return {};
                    } else {
                        return titled.title;
                    }
                },
                block());
            blockTitle(&painter, part.top, title);
            break;
        }
        case Kind::FactRow:
            factRow(&painter, part.top, std::get<Facts>(block()), part.first, part.count, 0);
            break;
        case Kind::Box:
            box(&painter, part.top, std::get<Facts>(block()));
            break;
        case Kind::Lines: {
            const auto& paragraph = std::get<Paragraph>(block());
            const TextStyle style{font(m_points, paragraph.isStrong ? Weight::Strong : Weight::Plain),
                                  begin(), directionOf(paragraph.text, m_sheet.direction)};
            drawText(painter, place(0, m_width, part.top, part.height), paragraph.text, style, part.first,
                     part.count);
            break;
        }
        case Kind::Heading:
            heading(&painter, part.top, part.block);
            break;
        case Kind::Row:
            if (planOf(part.block).isStacked) {
                stackedRow(&painter, part.top, part.block, part.first);
            } else {
                row(&painter, part.top, part.block, part.first);
            }
            break;
        case Kind::Brought:
        case Kind::Carried:
        case Kind::Sums:
            sums(&painter, part.top, part.block, part.first, part.kind);
            break;
        case Kind::Signatures:
            signatures(&painter, part.top, std::get<Signatures>(block()));
            break;
        case Kind::Ending:
            ending(&painter, part.top);
            break;
    }
}

void SheetLayout::paint(QPainter& painter, int index, const QRectF& seen) const {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::black);
    for (const Part& part : page(index).parts) {
        if (seen.isEmpty() || (part.top <= seen.bottom() && part.top + part.height >= seen.top())) {
            painter.setPen(Qt::black);
            paintPart(painter, part);
        }
    }
    painter.setPen(Qt::black);
    footer(painter, index);
    painter.restore();
}

}  // namespace nextgen::print
