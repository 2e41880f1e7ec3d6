#include "app/entity/bulk_edit_dialog.h"

#include "app/client/task.h"
#include "app/entity/entity_words.h"
#include "ui/describe/field_form.h"
#include "ui/locale/format.h"
#include "ui/widgets/code_edit.h"
#include "ui/widgets/money_edit.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>
#include <array>
#include <utility>

namespace nextgen::entity {

using describe::FieldInfo;
using describe::Kind;
using ui::AmountChange;
using ui::FieldChanges;
using ui::FieldValue;
using ui::Record;

namespace {

constexpr auto roundings = std::to_array<int>({1, 10, 100, 1'000, 10'000, 100'000});
constexpr int moneyRounding = 1'000;
constexpr std::size_t examplesMax = 3;
constexpr int pageRows = 200;

bool isNumber(const FieldInfo& field) {
    return field.kind == Kind::Money || field.kind == Kind::Integer;
}

/// The records that fit, up to the bound, and whether these are all.
QCoro::Task<client::Answer<std::vector<Record>>> allRows(BulkRows rows) {
    std::vector<Record> all;
    client::Listing listing = rows.listing;
    listing.limit = pageRows;
    listing.cursor.clear();
    while (all.size() <= BulkEditDialog::rowsMax) {
        auto page = co_await rows.ask(listing);
        if (!page) {
            co_return tl::unexpected(page.error());
        }
        std::move(page->items.begin(), page->items.end(), std::back_inserter(all));
        listing.cursor = page->nextCursor;
        if (listing.cursor.isEmpty()) {
            break;
        }
    }
    co_return all;
}

}  // namespace

BulkEditDialog::BulkEditDialog(shell::Context& context, const api::Entity& entity,
                               const ui::StagedEdits& edits, BulkRows rows, QWidget* parent)
    : QDialog(parent),
      m_context(context),
      m_entity(entity),
      m_edits(edits),
      m_rows(std::move(rows)),
      m_title(ui::makeLabel({}, ui::TextRole::Heading, this)),
      m_chosen(new QRadioButton(this)),
      m_all(new QRadioButton(this)),
      m_fieldLabel(ui::makeLabel({}, ui::TextRole::Strong, this)),
      m_field(new QComboBox(this)),
      m_wayLabel(ui::makeLabel({}, ui::TextRole::Strong, this)),
      m_way(new QComboBox(this)),
      m_valueLabel(ui::makeLabel({}, ui::TextRole::Strong, this)),
      m_value(new QWidget(this)),
      m_percent(new ui::LatinEdit(m_value)),
      m_number(new ui::LatinEdit(m_value)),
      m_amount(new ui::MoneyEdit(m_value)),
      m_roundLabel(ui::makeLabel({}, ui::TextRole::Strong, this)),
      m_round(new QComboBox(this)),
      m_preview(ui::makeLabel({}, ui::TextRole::Body, this)),
      m_ok(new QPushButton(this)),
      m_cancel(new QPushButton(this)) {
    setObjectName(QStringLiteral("bulkEditDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    setMinimumWidth(ui::scaled(520));
    for (const FieldInfo& one : m_entity.fields) {
        // What another field says the kind of cannot be the same in many records.
        if (ui::writtenBy(m_entity.fields, one) == &one && one.settingIn.empty()) {
            m_fields.push_back(&one);
        }
    }
    m_chosen->setObjectName(QStringLiteral("chosenRows"));
    m_all->setObjectName(QStringLiteral("allRows"));
    m_chosen->setEnabled(!m_rows.chosen.empty());
    (m_rows.chosen.size() > 1 ? m_chosen : m_all)->setChecked(true);
    m_field->setObjectName(QStringLiteral("bulkField"));
    m_way->setObjectName(QStringLiteral("bulkWay"));
    m_percent->setObjectName(QStringLiteral("bulkPercent"));
    m_number->setObjectName(QStringLiteral("bulkNumber"));
    m_amount->setObjectName(QStringLiteral("bulkAmount"));
    m_round->setObjectName(QStringLiteral("bulkRounding"));
    m_preview->setObjectName(QStringLiteral("bulkPreview"));
    m_preview->setWordWrap(true);
    m_ok->setObjectName(QStringLiteral("submitButton"));
    ui::setKind(m_ok, ui::ButtonKind::Primary);
    m_ok->setDefault(true);
    m_fieldLabel->setBuddy(m_field);
    m_wayLabel->setBuddy(m_way);
    m_roundLabel->setBuddy(m_round);
    auto* value = new QVBoxLayout(m_value);
    value->setContentsMargins(0, 0, 0, 0);
    for (QWidget* input : {static_cast<QWidget*>(m_percent), static_cast<QWidget*>(m_number),
                           static_cast<QWidget*>(m_amount)}) {
        value->addWidget(input);
    }
    for (const int step : roundings) {
        m_round->addItem({}, step);
    }
    connect(m_field, &QComboBox::currentIndexChanged, this, &BulkEditDialog::showField);
    connect(m_way, &QComboBox::currentIndexChanged, this, &BulkEditDialog::showWay);
    connect(m_round, &QComboBox::currentIndexChanged, this, &BulkEditDialog::showPreview);
    connect(m_percent, &QLineEdit::textEdited, this, &BulkEditDialog::showPreview);
    connect(m_number, &QLineEdit::textEdited, this, &BulkEditDialog::showPreview);
    connect(m_amount, &ui::MoneyEdit::valueChanged, this, &BulkEditDialog::showPreview);
    connect(m_chosen, &QRadioButton::toggled, this, &BulkEditDialog::showPreview);
    connect(m_ok, &QPushButton::clicked, this, &BulkEditDialog::accept);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);

    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(ui::space::m);
    grid->setVerticalSpacing(ui::space::xs);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_fieldLabel, 0, 0);
    grid->addWidget(m_field, 1, 0);
    grid->addWidget(m_wayLabel, 0, 1);
    grid->addWidget(m_way, 1, 1);
    grid->addWidget(m_valueLabel, 2, 0);
    grid->addWidget(m_value, 3, 0, Qt::AlignTop);
    grid->addWidget(m_roundLabel, 2, 1);
    grid->addWidget(m_round, 3, 1, Qt::AlignTop);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(ui::space::s);
    buttons->addWidget(m_ok);
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(ui::space::l, ui::space::l, ui::space::l, ui::space::m);
    layout->setSpacing(ui::space::s);
    layout->addWidget(m_title);
    layout->addWidget(m_chosen);
    layout->addWidget(m_all);
    layout->addLayout(grid);
    layout->addWidget(m_preview, 1, Qt::AlignTop);
    layout->addLayout(buttons);
    {
        const QSignalBlocker blocker(m_field);
        for (std::size_t i = 0; i < m_fields.size(); ++i) {
            m_field->addItem({});
        }
        // Prices are what is changed in many records most often.
        const auto money = std::ranges::find(m_fields, Kind::Money, &FieldInfo::kind);
        m_field->setCurrentIndex(money != m_fields.end() ? static_cast<int>(money - m_fields.begin()) : 0);
    }
    retranslate();
    showField();
    m_field->setFocus();
}

BulkEditDialog::~BulkEditDialog() {
    // What goes with the dialog still says that it changed.
    for (QObject* child : findChildren<QObject*>()) {
        child->disconnect(this);
    }
}

const FieldInfo& BulkEditDialog::field() const {
    return *m_fields[static_cast<std::size_t>(std::max(0, m_field->currentIndex()))];
}

BulkEditDialog::Way BulkEditDialog::way() const {
    return static_cast<Way>(m_way->currentData().toInt());
}

void BulkEditDialog::retranslate() {
    setWindowTitle(tr("Change many: %1").arg(titleOf(m_entity)));
    m_title->setText(windowTitle());
    m_chosen->setText(
        tr("The chosen rows: %1").arg(ui::showNumber(static_cast<qint64>(m_rows.chosen.size()))));
    const QString bound = ui::showNumber(static_cast<qint64>(rowsMax));
    m_all->setText(
        m_rows.total
            ? tr("All rows that fit, about %1 (at most %2)").arg(ui::showNumber(*m_rows.total), bound)
            : tr("All rows that fit (at most %1)").arg(bound));
    m_fieldLabel->setText(tr("Field"));
    m_wayLabel->setText(tr("What to do"));
    m_valueLabel->setText(tr("Value"));
    m_roundLabel->setText(tr("Round to"));
    for (std::size_t i = 0; i < m_fields.size(); ++i) {
        m_field->setItemText(static_cast<int>(i), titleOf(m_entity, *m_fields[i]));
    }
    m_round->setItemText(0, tr("No rounding"));
    for (int i = 1; i < m_round->count(); ++i) {
        m_round->setItemText(i, ui::showNumber(m_round->itemData(i).toInt()));
    }
    m_percent->setPlaceholderText(tr("For example 5 or 2.5"));
    m_percent->setAccessibleName(tr("Per cent"));
    m_number->setAccessibleName(m_valueLabel->text());
    m_amount->lineEdit()->setAccessibleName(m_valueLabel->text());
    m_ok->setText(tr("Show the changes"));
    m_cancel->setText(tr("Cancel"));
    showField();
}

void BulkEditDialog::showField() {
    const FieldInfo& one = field();
    const int before = m_way->currentIndex();
    {
        const QSignalBlocker blocker(m_way);
        m_way->clear();
        const auto add = [this](const QString& text, Way way) {
            m_way->addItem(text, static_cast<int>(way));
        };
        if (isNumber(one)) {
            add(tr("Raise by per cent"), Way::RaisePercent);
            add(tr("Lower by per cent"), Way::LowerPercent);
            add(one.kind == Kind::Money ? tr("Raise by an amount") : tr("Raise by a number"),
                Way::RaiseNumber);
            add(one.kind == Kind::Money ? tr("Lower by an amount") : tr("Lower by a number"),
                Way::LowerNumber);
        }
        add(tr("Set to a value"), Way::Set);
        const bool isText = one.kind == Kind::Text && one.refersTo.empty();
        if (!one.has(describe::Required) && (one.isOptional || isText)) {
            add(tr("Empty it"), Way::Clear);
        }
        m_way->setCurrentIndex(std::clamp(before, 0, m_way->count() - 1));
    }
    delete std::exchange(m_form, nullptr);
    std::vector<std::string_view> others;
    for (const FieldInfo& other : m_entity.fields) {
        if (other.name != one.name) {
            others.push_back(other.name);
        }
    }
    m_form = new ui::FieldForm(m_entity.context, m_entity.fields, ui::FieldForm::Use::New,
                               referenceFinder(m_context), others, 1, m_value);
    m_form->setToday(m_context.today());
    m_form->setLabelsShown(false);
    m_form->setObjectName(QStringLiteral("bulkValue"));
    m_value->layout()->addWidget(m_form);
    connect(m_form, &ui::FieldForm::edited, this, &BulkEditDialog::showPreview);
    const QSignalBlocker blocker(m_round);
    m_round->setCurrentIndex(m_round->findData(one.kind == Kind::Money ? moneyRounding : 1));
    showWay();
}

void BulkEditDialog::showWay() {
    const bool isPercent = way() == Way::RaisePercent || way() == Way::LowerPercent;
    const bool isByNumber = way() == Way::RaiseNumber || way() == Way::LowerNumber;
    const bool isMoney = field().kind == Kind::Money;
    m_percent->setVisible(isPercent);
    m_number->setVisible(isByNumber && !isMoney);
    m_amount->setVisible(isByNumber && isMoney);
    m_form->setVisible(way() == Way::Set);
    m_value->setHidden(way() == Way::Clear);
    m_valueLabel->setHidden(way() == Way::Clear);
    m_valueLabel->setText(isPercent ? tr("Per cent") : tr("Value"));
    m_round->setVisible(isPercent || isByNumber);
    m_roundLabel->setVisible(isPercent || isByNumber);
    showPreview();
}

std::optional<std::function<std::optional<FieldChanges>(const FieldValue&)>> BulkEditDialog::rule() {
    const FieldInfo& one = field();
    const auto same = [](FieldChanges changes) {
        return
            [changes = std::move(changes)](const FieldValue& /*before*/) { return std::optional(changes); };
    };
    if (way() == Way::Set) {
        // What nobody has typed yet is not wrong; a box that is not ticked says something, though.
        if (!m_form->isDirty() && one.kind != Kind::Bool) {
            return std::nullopt;
        }
        auto changes = m_form->changes();
        if (!changes || changes->empty()) {
            return std::nullopt;
        }
        if (const FieldInfo* wording = one.refersTo.empty() ? nullptr : ui::wordingOf(m_entity.fields, one)) {
            changes->emplace_back(wording->name, FieldValue(ui::fromQt(m_form->typedWords(one))));
        }
        return same(std::move(*changes));
    }
    if (way() == Way::Clear) {
        FieldChanges changes;
        if (one.isOptional) {
            changes.emplace_back(one.name, std::monostate());
        } else {
            changes.emplace_back(one.name, std::string());
        }
        if (const FieldInfo* wording = one.refersTo.empty() ? nullptr : ui::wordingOf(m_entity.fields, one)) {
            changes.emplace_back(wording->name, std::monostate());
        }
        return same(std::move(changes));
    }
    AmountChange change;
    change.roundTo = m_round->currentData().toInt();
    if (way() == Way::RaisePercent || way() == Way::LowerPercent) {
        const auto percent = ui::readPercent(m_percent->text());
        if (!percent) {
            return std::nullopt;
        }
        change.size = *percent;
    } else {
        const auto number =
            one.kind == Kind::Money
                ? (m_amount->value() ? Result<Money>(*m_amount->value()) : refuse(ErrorCode::AmountMissing))
                : parseMoney(ui::fromQt(ui::plainDigits(m_number->text())));
        if (!number || number->isNegative()) {
            return std::nullopt;
        }
        change.by = AmountChange::By::Number;
        change.size = number->rials();
    }
    if (way() == Way::LowerPercent || way() == Way::LowerNumber) {
        change.size = -change.size;
    }
    return [change, name = one.name](const FieldValue& before) -> std::optional<FieldChanges> {
        if (const auto* amount = std::get_if<Money>(&before)) {
            const auto after = ui::changedBy(amount->rials(), change);
            return after ? std::optional(FieldChanges{{name, FieldValue(Money::rials(*after))}})
                         : std::nullopt;
        }
        const auto* number = std::get_if<std::int64_t>(&before);
        const auto after = number != nullptr ? ui::changedBy(*number, change) : refuse(ErrorCode::NotFound);
        return after ? std::optional(FieldChanges{{name, FieldValue(*after)}}) : std::nullopt;
    };
}

const FieldValue& BulkEditDialog::valueOf(const Record& record) const {
    const FieldValue* staged = m_edits.value(record.id(), field().name);
    return staged != nullptr ? *staged : record.value(field().name);
}

BulkEditDialog::Outcome BulkEditDialog::outcomeFor(const std::vector<Record>& records) {
    Outcome outcome;
    const auto change = rule();
    for (const Record& record : records) {
        if (!change) {
            break;
        }
        const FieldValue& before = valueOf(record);
        const bool isEmpty = std::holds_alternative<std::monostate>(before);
        if (isEmpty && way() != Way::Set && way() != Way::Clear) {
            continue;  // there is nothing that could be raised
        }
        auto values = (*change)(before);
        if (!values) {
            ++outcome.refused;
        } else if (!ui::isSame(values->front().second, before)) {
            outcome.edits.push_back({record, std::move(*values)});
        }
    }
    return outcome;
}

void BulkEditDialog::showPreview() {
    const bool isChosen = m_chosen->isChecked();
    const bool isEmpty = m_form == nullptr || !rule();
    const Outcome outcome = isEmpty ? Outcome() : outcomeFor(isChosen ? m_rows.chosen : m_rows.held);
    QStringList lines;
    if (!isEmpty) {
        if (isChosen) {
            lines << tr("Records that change: %1")
                         .arg(ui::showNumber(static_cast<qint64>(outcome.edits.size())));
        }
        for (std::size_t i = 0; i < std::min(outcome.edits.size(), examplesMax); ++i) {
            const auto& edit = outcome.edits[i];
            Record before = edit.record;
            before.set(field().name, valueOf(edit.record));
            Record after = edit.record;
            for (const auto& [name, value] : edit.values) {
                after.set(name, value);
            }
            const auto worded = [this](const Record& record) {
                const QString words = ui::wordsOf(record, field());
                return words.isEmpty() ? QStringLiteral("—") : words;
            };
            lines
                << tr("%1: from %2 to %3").arg(nameOf(m_entity, edit.record), worded(before), worded(after));
        }
        if (outcome.refused > 0) {
            lines << tr("Stay as they are, since they would fall below zero or grow too large: %1")
                         .arg(ui::showNumber(outcome.refused));
        }
    }
    m_preview->setText(lines.join(u'\n'));
    m_ok->setEnabled(!isEmpty && !m_isAsking && (!isChosen || !outcome.edits.empty()));
}

void BulkEditDialog::accept() {
    if (!m_ok->isEnabled()) {
        return;
    }
    if (m_chosen->isChecked()) {
        make(m_rows.chosen);
        return;
    }
    m_isAsking = true;
    m_ok->setEnabled(false);
    m_preview->setText(tr("Reading the rows…"));
    client::whenDone(allRows(m_rows), this, [this](const client::Answer<std::vector<Record>>& rows) {
        m_isAsking = false;
        if (rows && rows->size() <= rowsMax) {
            make(*rows);
            return;
        }
        showPreview();
        m_preview->setText(rows ? tr("More than %1 rows fit. Narrow the list first; nothing was changed.")
                                      .arg(ui::showNumber(static_cast<qint64>(rowsMax)))
                                : shell::sentenceOf(rows.error()));
    });
}

void BulkEditDialog::make(const std::vector<Record>& records) {
    const Outcome outcome = outcomeFor(records);
    if (outcome.edits.empty()) {
        showPreview();
        m_preview->setText(tr("Nothing would change."));
        return;
    }
    emit editsMade(outcome.edits);
    QDialog::accept();
}

void BulkEditDialog::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

}  // namespace nextgen::entity
