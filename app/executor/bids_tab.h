#pragma once

#include "app/entity/record_tab.h"
#include "app/executor/bid_table.h"
#include "app/shell/printing.h"

#include <QStringList>
#include <QTableView>
#include <QTimer>
#include <vector>

class QLabel;

namespace nextgen::ui {
class Banner;
class BusyLine;
}  // namespace nextgen::ui

namespace nextgen::executor {

/// A project's bids side by side: the best of each line and what the others lack to it, in words, by a sign
/// and in colour. Ctrl+Shift+O or a click on a line's title orders the bids by it; Enter opens one.
class BidsTab : public entity::RecordTab, public shell::Printable {
    Q_OBJECT

  public:
    /// The cheapest are compared, no more than these.
    static constexpr int bidsMax = 50;

    BidsTab(shell::Context& context, QWidget* parent);

    QString title() const override { return tr("Compare the bids"); }
    bool isOverview() const override { return false; }
    void showRecord(const ui::Record& project) override;
    void reload() override;
    void print() override;

  protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

  private:
    void retranslate();
    void load();
    void take(std::vector<Bid> bids);
    void showState();
    QString noteText() const;

    shell::Context& m_context;
    ui::Record m_project;
    bool m_isLoaded = false;
    bool m_isMore = false;          ///< there are more than are compared
    bool m_areJobsCounted = false;  ///< to the last of them
    QStringList m_without;          ///< who has made no offer
    QTimer m_soon;

    ui::BusyLine* m_busyLine;
    ui::Banner* m_error;
    QLabel* m_note;
    QTableView* m_view;
    BidTable* m_table;
};

}  // namespace nextgen::executor
