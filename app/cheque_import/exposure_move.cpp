#include "app/cheque_import/exposure_move.h"

#include "app/client/task.h"
#include "app/dealer/dealer_calls.h"
#include "ui/widgets/stacked_bar.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>

namespace nextgen::cheque_import {

ExposureMove::ExposureMove(shell::Context& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_title(ui::makeLabel({}, ui::TextRole::Strong, this)),
      m_sentence(ui::makeLabel({}, ui::TextRole::Body, this)),
      m_bar(new ui::StackedBar(this)) {
    m_sentence->setObjectName(QStringLiteral("exposureSentence"));
    m_bar->setObjectName(QStringLiteral("exposureBar"));
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(ui::space::s);
    layout->addWidget(m_title);
    layout->addWidget(m_sentence);
    layout->addWidget(m_bar);
    show();
}

void ExposureMove::showBefore(std::optional<DealerId> dealer, const QString& dealerName, Money added) {
    m_look = Look::Before;
    m_added = added;
    m_from.reset();
    ask(dealer, dealerName);
}

void ExposureMove::startFrom(const ExposureMove& before) {
    m_dealer = before.m_dealer;
    m_now = before.m_now;
}

void ExposureMove::showAfter(std::optional<DealerId> dealer, const QString& dealerName) {
    m_from = m_now ? std::optional(m_now->exposure) : std::nullopt;
    m_now.reset();
    m_look = Look::After;
    ask(dealer, dealerName);
}

void ExposureMove::ask(std::optional<DealerId> dealer, const QString& dealerName) {
    if (m_dealer != dealer) {
        m_now.reset();
        m_from.reset();  // another dealer's
    }
    m_dealer = dealer;
    m_dealerName = dealerName;
    m_failure.clear();
    show();
    if (!dealer || !m_context.session.may(Permission::CreditRead)) {
        return;
    }
    client::whenDone(dealer::getExposure(m_context.api, *dealer), this,
                     [this, dealer](client::Answer<credit::Exposure> answer) {
                         if (m_dealer != dealer) {
                             return;
                         }
                         if (answer) {
                             m_now = std::move(*answer);
                         } else {
                             m_failure = shell::sentenceOf(answer.error());
                         }
                         show();
                     });
}

QString ExposureMove::sentence() const {
    return m_sentence->text();
}

void ExposureMove::show() {
    m_title->setText(m_dealerName.isEmpty() ? tr("Exposure") : tr("Exposure of %1").arg(m_dealerName));
    const bool isKnown = m_dealer && m_now && m_look != Look::Nothing;
    m_bar->setVisible(isKnown);
    m_title->setVisible(m_look != Look::Nothing);
    if (!isKnown) {
        m_sentence->setText(!m_dealer
                                ? tr("The file names the dealers row by row; the page Dealers shows the "
                                     "exposure of each.")
                            : !m_context.session.may(Permission::CreditRead)
                                ? tr("You have no permission to see the dealer's credit.")
                            : m_failure.isEmpty() ? tr("Asking the server…")
                                                  : m_failure);
        m_sentence->setVisible(m_look != Look::Nothing);
        return;
    }
    m_sentence->setVisible(true);
    std::vector<ui::BarPart> parts;
    if (m_look == Look::Before) {
        parts.push_back({QStringLiteral("now"), tr("Now"), m_now->exposure, {}});
        parts.push_back({QStringLiteral("added"), tr("This import adds"), m_added, {}});
        m_sentence->setText(tr("Now %1, after posting %2")
                                .arg(ui::showMoneyWithUnit(m_now->exposure),
                                     ui::showMoneyWithUnit(m_now->exposure + m_added)));
    } else {
        const Money from = m_from.value_or(m_now->exposure);
        const Money kept = std::min(from, m_now->exposure);
        const bool isMore = m_now->exposure > from;
        parts.push_back({QStringLiteral("now"), isMore ? tr("As before") : tr("Now"), kept, {}});
        if (isMore) {
            parts.push_back({QStringLiteral("added"), tr("Added"), m_now->exposure - from, {}});
        }
        m_sentence->setText(
            m_from && *m_from != m_now->exposure
                ? tr("Moved from %1 to %2")
                      .arg(ui::showMoneyWithUnit(*m_from), ui::showMoneyWithUnit(m_now->exposure))
                : tr("Stands at %1").arg(ui::showMoneyWithUnit(m_now->exposure)));
    }
    m_bar->setParts(std::move(parts));
    m_bar->setLimit(m_now->creditLimit);
}

void ExposureMove::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        show();
    }
    QWidget::changeEvent(event);
}

}  // namespace nextgen::cheque_import
