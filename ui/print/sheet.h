#pragma once

#include "ui/print/paper.h"

#include <QStringList>
#include <optional>
#include <variant>
#include <vector>

/// What is printed, in words: every text is as it is to be read, digits and all, in the language of the
/// moment.
namespace nextgen::print {

/// A label and what stands behind it; without a value there is a line to write on.
struct Fact {
    QString label;
    QString value;
    int span = 1;  ///< columns that it takes
};

struct Facts {
    QString title;
    std::vector<Fact> facts;
    int columns = 2;
    bool isBoxed = false;  ///< kept on one page: the parties of a document
};

/// Goes on over pages, between its lines.
struct Paragraph {
    QString label;
    QString text;
    bool isStrong = false;
};

enum class ColumnKind {
    Text,    ///< begins where lines begin, and wraps
    Short,   ///< a date, a code, a state: kept on one line
    Number,  ///< its units stand below each other, at the right in every script
};

struct Column {
    QString title;
    ColumnKind kind = ColumnKind::Text;
    bool isSummed = false;
};

struct Cell {
    QString text;
    std::optional<qint64> amount = {};  ///< what a summed column adds up
};

struct Table {
    QString title;
    std::vector<Column> columns;
    std::vector<std::vector<Cell>> rows;
    bool isNumbered = true;  ///< a first column counts the rows
};

struct Signatures {
    QStringList titles;
};

using Block = std::variant<Facts, Paragraph, Table, Signatures>;

/// Rows of a table beyond these are not taken into a sheet; who makes one says so on it.
inline constexpr int rowsMax = 5'000;

/// A document, before it is known on what it is printed.
struct Sheet {
    QString kind;  ///< under which its paper is remembered, and the name of its file: "cheque_receipt"
    QString shop;
    QString title;
    std::vector<Fact> marks;  ///< number and date, beside the title
    std::vector<Block> blocks;
    QString asOf;  ///< when, and by whom
    Paper usualPaper = {};
    Qt::LayoutDirection direction = Qt::RightToLeft;
};

}  // namespace nextgen::print
