#pragma once

#include "app/shell/context.h"
#include "app/shell/whole_list.h"
#include "ui/print/sheet.h"

#include <QDialog>
#include <QObject>
#include <QPointer>
#include <optional>

class QRadioButton;

namespace nextgen::shell {

/// What can be printed of a list: its rows from the server to the end, or those at hand.
struct PrintSource {
    print::Sheet sheet;   ///< without rows
    print::Facts facts;   ///< what stands above the rows, without their number
    print::Table table;   ///< the columns, and the rows at hand where there is nobody to ask
    bool isWhole = true;  ///< no row is missing from the table
    QList<int> columns;
    AskPage ask;                  ///< empty: the rows at hand are all
    std::optional<qint64> total;  ///< about how many there are
};

/// A list on its way to paper: page after page as they come from the server, as one of the window's long
/// works, then its preview.
class ListPrint : public QObject {
    Q_OBJECT

  public:
    /// More are not printed.
    static constexpr int rowsMax = print::rowsMax;

    /// Goes by itself when it is over. `window` is where the preview opens, unless it is gone by then.
    static void begin(Context& context, QWidget* window, PrintSource source);

  private:
    ListPrint(Context& context, QWidget* window, PrintSource source);
    void askFor(const QString& cursor);
    void take(const WordedPage& page);
    void end(client::Work::State state, const QString& outcome);

    Context& m_context;
    QPointer<QWidget> m_window;
    PrintSource m_source;
    int m_id = 0;  ///< of the works
    bool m_isOver = false;
};

/// The rows at hand, with their number above them and whether there are more.
void previewRows(Context& context, QWidget* window, PrintSource source);

/// Asks what of a list is to be printed, and says how much of it can be.
class PrintListDialog : public QDialog {
    Q_OBJECT

  public:
    /// `source` is without rows; `chosen` are those that the person has chosen, maybe none.
    PrintListDialog(Context& context, PrintSource source, print::Table chosen, QWidget* parent);

  private:
    void begin();

    Context& m_context;
    PrintSource m_source;
    print::Table m_chosenRows;
    QRadioButton* m_all;
    QRadioButton* m_chosen;
};

}  // namespace nextgen::shell
