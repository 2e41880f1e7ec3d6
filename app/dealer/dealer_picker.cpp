#include "app/dealer/dealer_picker.h"

#include "app/client/task.h"
#include "app/dealer/dealer_calls.h"
#include "ui/widgets/icon.h"

#include <QCompleter>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QStandardItemModel>

namespace nextgen::dealer {

namespace {

constexpr int shownMax = 20;
constexpr int restMs = 250;

QString textOf(const Dealer& dealer) {
    return ui::toQt(dealer.companyName) + QStringLiteral("  ") + ui::showCode(dealer.code);
}

}  // namespace

DealerPicker::DealerPicker(shell::Context& context, QWidget* parent) : QWidget(parent), m_context(context) {
    m_line = new QLineEdit(this);
    m_line->addAction(ui::icon(ui::Icon::Search, ui::Tint::Muted), QLineEdit::LeadingPosition);
    m_model = new QStandardItemModel(this);
    // The server has searched; the completer shows what it found, whatever the letters.
    m_completer = new QCompleter(m_model, this);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(shownMax);
    m_line->setCompleter(m_completer);
    m_rest.setSingleShot(true);
    m_rest.setInterval(restMs);
    connect(&m_rest, &QTimer::timeout, this, &DealerPicker::search);
    connect(m_line, &QLineEdit::textEdited, this, [this] {
        if (m_value) {
            m_value.reset();
            m_shown.reset();
            emit valueChanged();
        }
        m_rest.start();
    });
    connect(m_completer, qOverload<const QModelIndex&>(&QCompleter::activated), this,
            [this](const QModelIndex& index) {
                if (index.row() >= 0 && static_cast<std::size_t>(index.row()) < m_found.size()) {
                    take(m_found[static_cast<std::size_t>(index.row())]);
                }
            });
    connect(m_line, &QLineEdit::editingFinished, this, [this] {
        // One match is meant; anything else that is no dealer stays to be seen and mended.
        if (!m_value && m_found.size() == 1 && !m_line->text().trimmed().isEmpty()) {
            take(m_found.front());
        }
    });
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_line);
    setFocusProxy(m_line);
    retranslate();
    if (const auto own = m_context.session.user().dealerId) {
        m_line->setEnabled(false);
        setValue(own);
    }
}

void DealerPicker::retranslate() {
    m_line->setPlaceholderText(tr("Company or code"));
    showValue();
}

void DealerPicker::showValue() {
    if (m_shown) {
        m_line->setText(textOf(*m_shown));
    }
}

void DealerPicker::setValue(std::optional<DealerId> id) {
    m_value = id;
    m_shown.reset();
    m_line->clear();
    if (!id) {
        return;
    }
    client::whenDone(getDealer(m_context.api, *id), this,
                     [this, asked = *id](const client::Answer<Dealer>& answer) {
                         if (answer && m_value == asked) {
                             m_shown = *answer;
                             showValue();
                         }
                     });
}

void DealerPicker::search() {
    const QString typed = m_line->text().trimmed();
    if (typed.isEmpty() || m_value) {
        return;
    }
    client::Listing listing;
    listing.search = typed;
    listing.limit = shownMax;
    client::whenDone(listDealers(m_context.api, listing), this,
                     [this, typed](client::Answer<client::Page<Dealer>> answer) {
                         if (answer && typed == m_line->text().trimmed()) {
                             showFound(std::move(answer->items));
                         }
                     });
}

void DealerPicker::showFound(std::vector<Dealer> found) {
    m_found = std::move(found);
    m_model->clear();
    for (const Dealer& dealer : m_found) {
        m_model->appendRow(new QStandardItem(textOf(dealer)));
    }
    if (m_line->hasFocus()) {
        m_completer->complete();
    }
}

void DealerPicker::take(const Dealer& dealer) {
    m_value = dealer.id;
    m_shown = dealer;
    // After the completer, which puts its own text into the line.
    QMetaObject::invokeMethod(this, &DealerPicker::showValue, Qt::QueuedConnection);
    emit valueChanged();
}

void DealerPicker::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

}  // namespace nextgen::dealer
