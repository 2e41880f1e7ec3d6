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

  private:
    void retranslate();
    void loadExposure();
    void showExposure();
    void showPart(const QString& part);
    void loadTab();

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
    DocumentModel* m_documents;
    ui::RecordGrid* m_documentGrid;
    LedgerModel* m_ledger;
    ui::RecordGrid* m_ledgerGrid;
    shell::Lister<credit::ExposureDocument>* m_documentLister;
    shell::Lister<credit::LedgerLine>* m_ledgerLister;
};

}  // namespace nextgen::dealer
