#include "app/entity/audit_page.h"

#include "app/entity/entity_page.h"
#include "app/entity/history_cards.h"
#include "ui/widgets/scroll.h"
#include "ui/widgets/theme.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace nextgen::entity {

namespace {

/// What happened, in the words of the record's own history.
class HappeningTab : public RecordTab {
    Q_OBJECT

  public:
    HappeningTab(shell::Context& context, QWidget* parent)
        : RecordTab(parent), m_cards(new HistoryCards(context)) {
        auto* body = new QWidget;
        auto* bodyLayout = new QVBoxLayout(body);
        bodyLayout->setContentsMargins(ui::space::m, ui::space::m, ui::space::m, ui::space::m);
        bodyLayout->addWidget(m_cards);
        bodyLayout->addStretch(1);
        auto* layout = new QVBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addWidget(ui::makeScroll(body));
        connect(m_cards, &HistoryCards::pageWanted, this, &RecordTab::pageWanted);
    }

    QString title() const override { return tr("What happened"); }
    void showRecord(const ui::Record& record) override { m_cards->setEntries({entryOf(record)}); }
    /// It never changes.
    void reload() override {}

  private:
    HistoryCards* m_cards;
};

}  // namespace

shell::Page auditPage() {
    return entityPage(*api::findEntity("audit_logs"),
                      {.overview = [](shell::Context& context,
                                      QWidget* parent) { return new HappeningTab(context, parent); },
                       .hasOnlyOne = {}});
}

}  // namespace nextgen::entity

#include "audit_page.moc"
