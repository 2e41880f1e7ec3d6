#pragma once

#include "ui/print/sheet.h"

#include <QCoreApplication>
#include <QFont>
#include <QRectF>

class QPainter;

namespace nextgen::print {

/// A sheet laid out on paper: what stands on which page is decided once, and painted the same for the screen,
/// a printer and a file. A page is painted when it is asked for, from any thread. Only black on white.
class SheetLayout {
    Q_DECLARE_TR_FUNCTIONS(SheetLayout)

  public:
    /// A part of a page; rows and other parts are never cut.
    struct Part {
        enum class Kind {
            Head,
            RunningHead,
            Title,
            FactRow,
            Box,
            Lines,
            Heading,
            Row,
            Brought,  ///< the sums of the pages before
            Carried,  ///< the sums so far, where a table goes on
            Sums,
            Signatures,
            Ending,
        };
        Kind kind;
        int block = -1;
        int first = 0;  ///< a row, a line of a paragraph, or the first fact of a row of facts
        int count = 0;
        double top = 0;
        double height = 0;
    };
    struct Page {
        std::vector<Part> parts;
        double height = 0;
    };

    SheetLayout(Sheet sheet, const Paper& paper);

    const Sheet& sheet() const { return m_sheet; }
    const Paper& paper() const { return m_paper; }
    int pageCount() const { return static_cast<int>(m_pages.size()); }
    const Page& page(int index) const { return m_pages.at(static_cast<std::size_t>(index)); }
    int lengthOf(int page) const;
    /// How much smaller than usual the texts of a table had to become, or words to be broken: 1 when nothing
    /// had to give way.
    double tightness() const { return m_tightness; }

    /// In hundredths of a millimetre, the page's corner at the origin. What lies outside `seen` may be left
    /// out; an empty one: all of it.
    void paint(QPainter& painter, int page, const QRectF& seen = {}) const;

  private:
    enum class Weight { Plain, Strong };

    /// A table as it stands on this paper.
    struct TablePlan {
        double scale = 1;
        bool isStacked = false;      ///< a narrow paper: a row is a list of titles and values
        std::vector<double> widths;  ///< with the column that counts
        std::vector<std::vector<std::optional<qint64>>> sums;  ///< before each row, and after the last one
    };

    QFont font(double points, Weight weight = Weight::Plain) const;
    /// From where lines begin.
    QRectF place(double begin, double width, double top, double height) const;
    Qt::Alignment begin() const;
    Qt::Alignment end() const;

    void plan();
    /// What signatures need that follow this block.
    double signedAfter(int block) const;
    void planTable(int block);
    void planWidths(const Table& table, TablePlan& plan) const;
    void newPage();
    void add(Part::Kind kind, int block, double height, int first = 0, int count = 0);
    void leave(double gap);
    bool fits(double height) const;
    bool isFresh() const;

    // Each measures, and paints where it is given a painter; the answer is its height.
    double head(QPainter* painter, double top) const;
    double runningHead(QPainter* painter, double top) const;
    double blockTitle(QPainter* painter, double top, const QString& title) const;
    double fact(QPainter* painter, const QRectF& room, const Fact& fact) const;
    double factRow(QPainter* painter, double top, const Facts& facts, int first, int count,
                   double inset) const;
    double box(QPainter* painter, double top, const Facts& facts) const;
    double heading(QPainter* painter, double top, int block) const;
    double row(QPainter* painter, double top, int block, int row) const;
    double stackedRow(QPainter* painter, double top, int block, int row) const;
    double sums(QPainter* painter, double top, int block, int row, Part::Kind kind) const;
    double signatures(QPainter* painter, double top, const Signatures& signatures) const;
    double ending(QPainter* painter, double top) const;
    void footer(QPainter& painter, int page) const;
    void paintPart(QPainter& painter, const Part& part) const;

    /// As many of its columns as there is room for.
    int columnsOf(const Facts& facts) const;
    /// The facts of the row that begins with `first`.
    int countInRow(const Facts& facts, int first) const;
    const Table& table(int block) const;
    const TablePlan& planOf(int block) const { return m_tables.at(static_cast<std::size_t>(block)); }

    Sheet m_sheet;
    Paper m_paper;
    QString m_family;
    double m_points;
    double m_width;
    double m_margin;
    double m_tightness = 1;
    std::vector<TablePlan> m_tables;  ///< by block
    std::vector<Page> m_pages;
    double m_top = 0;     ///< where the next part stands, while pages are planned
    double m_bottom = 0;  ///< where parts end
    double m_gap = 0;
};

}  // namespace nextgen::print
