#include "app/dealer/dealer_picker.h"

#include "app/client/task.h"
#include "app/dealer/dealer_calls.h"

#include <QLineEdit>

namespace nextgen::dealer {

namespace {

constexpr int shownMax = 20;

ui::Reference referenceTo(const Dealer& dealer) {
    return {dealer.id.value(),
            ui::toQt(dealer.companyName) + QStringLiteral("  ") + ui::showCode(dealer.code)};
}

/// By name or code, where a reference of another page is found by its title alone.
ui::ReferenceFinder finderOf(shell::Context& context) {
    return [&context](std::string_view, const QString& typed, QObject* asker,
                      std::function<void(std::vector<ui::Reference>)> found) {
        client::Listing listing;
        listing.search = typed;
        listing.limit = shownMax;
        client::whenDone(listDealers(context.api, listing), asker,
                         [found](const client::Answer<client::Page<Dealer>>& answer) {
                             if (answer) {
                                 std::vector<ui::Reference> references;
                                 for (const Dealer& dealer : answer->items) {
                                     references.push_back(referenceTo(dealer));
                                 }
                                 found(std::move(references));
                             }
                         });
    };
}

}  // namespace

DealerPicker::DealerPicker(shell::Context& context, QWidget* parent)
    : ReferenceEdit(describe::schemaName<Dealer>(), finderOf(context), parent), m_context(context) {
    if (const auto own = m_context.session.user().dealerId) {
        lineEdit()->setEnabled(false);
        setDealer(own);
    }
}

std::optional<DealerId> DealerPicker::dealer() const {
    return value() ? std::optional(DealerId(value()->id)) : std::nullopt;
}

void DealerPicker::setDealer(std::optional<DealerId> id) {
    setValue(id ? std::optional(ui::Reference{id->value(), {}}) : std::nullopt);
    if (!id) {
        return;
    }
    client::whenDone(getDealer(m_context.api, *id), this,
                     [this, asked = *id](const client::Answer<Dealer>& answer) {
                         if (answer && dealer() == asked) {
                             setValue(referenceTo(*answer));
                         }
                     });
}

}  // namespace nextgen::dealer
