#include "ui/widgets/tone_rules_dialog.h"

#include "ui/locale/format.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/jalali_date_edit.h"
#include "ui/widgets/money_edit.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <algorithm>
#include <utility>

namespace nextgen::ui {

namespace {

using Comparison = ToneRule::Comparison;
using describe::Kind;

constexpr int editorWidthPx = 190;

bool hasOrder(Kind kind) {
    return kind == Kind::Money || kind == Kind::Integer || kind == Kind::Date || kind == Kind::Instant;
}

QComboBox* makeBox(const char* name, const QString& accessibleName, QWidget* parent) {
    auto* box = new QComboBox(parent);
    box->setObjectName(QLatin1String(name));
    box->setAccessibleName(accessibleName);
    return box;
}

}  // namespace

ToneRulesDialog::ToneRulesDialog(const RecordModelBase& model, QWidget* parent)
    : QDialog(parent),
      m_model(model),
      m_none(makeLabel(tr("Nothing is coloured yet."), TextRole::Muted, this)),
      m_rows(new QVBoxLayout),
      m_add(new QPushButton(tr("Add a colour"), this)) {
    setObjectName(QStringLiteral("toneRulesDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Colours"));
    setMinimumWidth(860);
    m_rows->setSpacing(space::s);
    m_add->setObjectName(QStringLiteral("addRuleButton"));
    m_add->setIcon(icon(Icon::Plus));
    m_add->setAutoDefault(false);
    connect(m_add, &QPushButton::clicked, this, [this] {
        addLine({std::string(m_model.column(0).name), Comparison::Equal, {}, Tone::Warn, false});
    });
    auto* buttons = new QDialogButtonBox(this);
    auto* accept = buttons->addButton(tr("Apply"), QDialogButtonBox::AcceptRole);
    accept->setObjectName(QStringLiteral("submitButton"));
    setKind(accept, ButtonKind::Primary);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        emit rulesChosen(rules());
        QDialog::accept();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* explained =
        makeLabel(tr("Of several that hold for a cell the first one counts, its own before its row's. "
                     "Due days that are over and amounts below zero are red by themselves."),
                  TextRole::Muted, this);
    explained->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::l, space::l, space::l, space::m);
    layout->setSpacing(space::m);
    layout->addWidget(makeLabel(tr("Colours"), TextRole::Heading, this));
    layout->addWidget(explained);
    layout->addWidget(m_none);
    layout->addLayout(m_rows);
    layout->addWidget(m_add, 0, Qt::AlignLeft);
    layout->addStretch(1);
    layout->addWidget(buttons);
    for (const ToneRule& rule : model.rules()) {
        if (m_model.columnOf(rule.field) >= 0) {
            addLine(rule);
        }
    }
    showLines();
}

std::vector<ToneRule> ToneRulesDialog::rules() const {
    std::vector<ToneRule> rules;
    for (const Line& line : m_lines) {
        ToneRule rule;
        rule.field = std::string(fieldOf(line).name);
        rule.comparison = static_cast<Comparison>(line.comparison->currentData().toInt());
        rule.value = line.value ? line.value() : QString();
        rule.tone = static_cast<Tone>(line.tone->currentData().toInt());
        rule.isOfRow = line.extent->currentIndex() == 1;
        if (rule.comparison == Comparison::Empty || !rule.value.isEmpty()) {
            rules.push_back(std::move(rule));
        }
    }
    return rules;
}

void ToneRulesDialog::addLine(const ToneRule& rule) {
    if (m_lines.size() == rulesMax) {
        return;
    }
    Line line;
    line.widget = new QWidget(this);
    line.field = makeBox("fieldBox", tr("Field"), line.widget);
    for (int column = 0; column < m_model.columnCount(); ++column) {
        line.field->addItem(m_model.columnTitle(column));
    }
    line.field->setCurrentIndex(m_model.columnOf(rule.field));
    line.comparison = makeBox("comparisonBox", tr("Comparison"), line.widget);
    line.place = new QWidget(line.widget);
    line.place->setFixedWidth(editorWidthPx);
    auto* placeLayout = new QVBoxLayout(line.place);
    placeLayout->setContentsMargins(0, 0, 0, 0);
    line.editor = nullptr;
    line.tone = makeBox("toneBox", tr("Colour"), line.widget);
    const Colours& colours = coloursIn(palette());
    for (const auto& [tone, title] : {std::pair{Tone::Bad, tr("Red")},
                                      {Tone::Warn, tr("Yellow")},
                                      {Tone::Good, tr("Green")},
                                      {Tone::Info, tr("Blue")},
                                      {Tone::Neutral, tr("Grey")}}) {
        QPixmap sample(16, 16);
        sample.fill(toneColours(tone, colours).ground);
        line.tone->addItem(QIcon(sample), title, static_cast<int>(tone));
    }
    line.tone->setCurrentIndex(line.tone->findData(static_cast<int>(rule.tone)));
    line.extent = makeBox("extentBox", tr("What is coloured"), line.widget);
    line.extent->addItems({tr("The cell"), tr("The row")});
    line.extent->setCurrentIndex(rule.isOfRow ? 1 : 0);
    auto* remove = new QToolButton(line.widget);
    remove->setObjectName(QStringLiteral("removeRuleButton"));
    remove->setIcon(icon(Icon::Close, Tint::Muted));
    remove->setToolTip(tr("Remove this colour"));
    remove->setAccessibleName(remove->toolTip());
    setKind(remove, ButtonKind::Quiet);
    auto* layout = new QHBoxLayout(line.widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::s);
    layout->addWidget(line.field, 1);
    layout->addWidget(line.comparison);
    layout->addWidget(line.place);
    layout->addWidget(line.tone);
    layout->addWidget(line.extent);
    layout->addWidget(remove);
    m_rows->addWidget(line.widget);
    offerComparisons(line, rule.comparison);
    makeEditor(line, rule.value);
    QWidget* widget = line.widget;
    connect(line.field, &QComboBox::activated, this, [this, widget] {
        offerComparisons(lineOf(widget), Comparison::Equal);
        makeEditor(lineOf(widget), {});
    });
    connect(line.comparison, &QComboBox::activated, this, [this, widget] {
        Line& changed = lineOf(widget);
        const bool isEmpty = changed.comparison->currentData().toInt() == static_cast<int>(Comparison::Empty);
        if (isEmpty != (changed.editor == nullptr)) {
            makeEditor(changed, {});
        }
    });
    connect(remove, &QToolButton::clicked, this, [this, widget] { removeLine(widget); });
    m_lines.push_back(std::move(line));
    showLines();
}

void ToneRulesDialog::removeLine(const QWidget* widget) {
    const auto line = std::ranges::find(m_lines, widget, &Line::widget);
    line->widget->hide();
    line->widget->deleteLater();
    m_lines.erase(line);
    showLines();
}

void ToneRulesDialog::offerComparisons(Line& line, Comparison wanted) {
    const Kind kind = fieldOf(line).kind;
    line.comparison->clear();
    const auto offer = [&](Comparison comparison, const QString& title) {
        line.comparison->addItem(title, static_cast<int>(comparison));
    };
    offer(Comparison::Equal, tr("is"));
    if (hasOrder(kind)) {
        const bool isTime = kind == Kind::Date || kind == Kind::Instant;
        offer(Comparison::Less, isTime ? tr("is before") : tr("is less than"));
        offer(Comparison::More, isTime ? tr("is after") : tr("is more than"));
    }
    if (kind == Kind::Text) {
        offer(Comparison::Contains, tr("contains"));
    }
    offer(Comparison::Empty, tr("is empty"));
    line.comparison->setCurrentIndex(std::max(0, line.comparison->findData(static_cast<int>(wanted))));
}

void ToneRulesDialog::makeEditor(Line& line, const QString& value) {
    if (line.editor != nullptr) {
        line.editor->hide();
        line.editor->deleteLater();
        line.editor = nullptr;
    }
    line.value = nullptr;
    if (line.comparison->currentData().toInt() == static_cast<int>(Comparison::Empty)) {
        return;
    }
    const describe::FieldInfo& field = fieldOf(line);
    QWidget* focus = nullptr;
    if (field.kind == Kind::Date || field.kind == Kind::Instant) {
        auto* date = new JalaliDateEdit(line.place);
        date->setHintVisible(false);
        date->setValue(Date::parse(fromQt(value)));
        line.value = [date] { return date->value() ? toQt(date->value()->toString()) : QString(); };
        line.editor = date;
        focus = date->lineEdit();
    } else if (field.kind == Kind::Money) {
        auto* money = new MoneyEdit(line.place);
        money->setHintVisible(false);
        bool isNumber = false;
        const qlonglong rials = value.toLongLong(&isNumber);
        money->setValue(isNumber ? std::optional(Money::rials(rials)) : std::nullopt);
        line.value = [money] {
            return money->value() ? QString::number(money->value()->rials()) : QString();
        };
        line.editor = money;
        focus = money->lineEdit();
    } else if (field.kind == Kind::Choice || field.kind == Kind::Bool) {
        auto* box = new QComboBox(line.place);
        for (const describe::Choice& choice : field.choices) {
            box->addItem(choiceTitle(choice), toQt(choice.name));
        }
        if (field.kind == Kind::Bool) {
            box->addItem(showValue(true, field), QStringLiteral("true"));
            box->addItem(showValue(false, field), QStringLiteral("false"));
        }
        box->setCurrentIndex(std::max(0, box->findData(value)));
        line.value = [box] { return box->currentData().toString(); };
        line.editor = box;
        focus = box;
    } else {
        auto* text = new QLineEdit(value, line.place);
        text->setMaxLength(200);
        line.value = [text] { return plainDigits(text->text()).simplified(); };
        line.editor = text;
        focus = text;
    }
    focus->setObjectName(QStringLiteral("valueEdit"));
    focus->setAccessibleName(tr("Value"));
    line.place->layout()->addWidget(line.editor);
}

const describe::FieldInfo& ToneRulesDialog::fieldOf(const Line& line) const {
    return m_model.column(std::max(0, line.field->currentIndex()));
}

ToneRulesDialog::Line& ToneRulesDialog::lineOf(const QWidget* widget) {
    return *std::ranges::find(m_lines, widget, &Line::widget);
}

void ToneRulesDialog::showLines() {
    m_none->setVisible(m_lines.empty());
    m_add->setEnabled(m_lines.size() < rulesMax);
}

}  // namespace nextgen::ui
