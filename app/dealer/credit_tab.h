#pragma once

#include "app/dealer/credit_models.h"
#include "app/entity/record_tab.h"
#include "app/shell/lister.h"
#include "app/shell/printing.h"
#include "shared/dealer/dealer.h"

#include <optional>

class QLabel;

namespace nextgen::ui {
class Banner;
class BusyLine;
class RecordGrid;
class StackedBar;
class Tabs;
}  // namespace nextgen::ui

namespace nextgen::dealer {

/// What a dealer owes or may come to owe by parts, the documents behind a part, and the ledger.
class CreditTab : public entity::RecordTab, public shell::Printable {
    Q_OBJECT

  public:
    CreditTab(shell::Context& context, QWidget* parent);
    ~CreditTab() override;

    QString title() const override { return tr("Credit"); }
    void showRecord(const ui::Record& dealer) override;
    void reload() override;
    QStringList tourStops() const override { return {QStringLiteral("ledger"), QStringLiteral("statement")}; }
    void goToStop(const QString& stop) override;
    /// The statement.
    void print() override;

    DealerId dealerId() const { return m_dealer; }
    /// What stands on the screen; none while it loads.
    const std::optional<credit::Exposure>& exposure() const { return m_exposure; }

  protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

  private:
    void retranslate();
    void loadExposure();
    void showExposure();
    void showPart(const QString& part);
    /// The one that is asked about.
    void showLargestPart();
    void loadTab();
    /// Made when they are looked at first: each takes the window's thread some milliseconds.
    void makeDocuments();
    void makeLedger();

    shell::Context& m_context;
    DealerId m_dealer;
    std::optional<credit::Exposure> m_exposure;
    QString m_part;
    DealerId m_ledgerOf;  ///< whose ledger is loaded

    ui::BusyLine* m_busyLine;
    ui::Banner* m_error;
    ui::StackedBar* m_bar;
    QLabel* m_clears;
    ui::Tabs* m_tabs;
    QWidget* m_documentTab;
    QWidget* m_ledgerTab;
    DocumentModel* m_documents = nullptr;
    ui::RecordGrid* m_documentGrid = nullptr;
    LedgerModel* m_ledger = nullptr;
    ui::RecordGrid* m_ledgerGrid = nullptr;
    shell::Lister<credit::ExposureDocument>* m_documentLister = nullptr;
    shell::Lister<credit::LedgerLine>* m_ledgerLister = nullptr;
};

}  // namespace nextgen::dealer
