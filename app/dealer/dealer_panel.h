#pragma once

#include "app/dealer/credit_models.h"
#include "app/shell/context.h"
#include "app/shell/lister.h"
#include "shared/dealer/dealer.h"

#include <QFrame>

class QLabel;
class QStackedWidget;
class QTabWidget;

namespace nextgen::ui {
class Banner;
class BusyLine;
class RecordGrid;
class StackedBar;
}  // namespace nextgen::ui

namespace nextgen::dealer {

/// One dealer: what they owe or may come to owe by parts, the documents behind a part, and the ledger.
class DealerPanel : public QFrame {
    Q_OBJECT

  public:
    explicit DealerPanel(shell::Context& context, QWidget* parent = nullptr);
    ~DealerPanel() override;

    void showDealer(const Dealer& dealer);
    void showNobody();
    void reload();
    void openLedger();
    DealerId dealerId() const { return m_dealer.id; }
    /// What stands on the screen; none while it loads.
    const std::optional<credit::Exposure>& exposure() const { return m_exposure; }

  signals:
    void chequeWanted(const QString& chequeId);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void retranslate();
    void loadExposure();
    void showExposure();
    void showPart(const QString& part);
    void loadTab();

    shell::Context& m_context;
    Dealer m_dealer;
    std::optional<credit::Exposure> m_exposure;
    QString m_part;
    DealerId m_ledgerOf;  ///< whose ledger is loaded

    QStackedWidget* m_stack;
    QLabel* m_nobody;
    QLabel* m_name;
    QLabel* m_facts;
    ui::BusyLine* m_busyLine;
    ui::Banner* m_error;
    ui::StackedBar* m_bar;
    QLabel* m_clears;
    QTabWidget* m_tabs;
    DocumentModel* m_documents;
    ui::RecordGrid* m_documentGrid;
    LedgerModel* m_ledger;
    ui::RecordGrid* m_ledgerGrid;
    shell::Lister<credit::ExposureDocument>* m_documentLister;
    shell::Lister<credit::LedgerLine>* m_ledgerLister;
};

}  // namespace nextgen::dealer
