#include "app/cheque_import/fault_panel.h"

#include "ui/widgets/form.h"
#include "ui/widgets/jalali_date_edit.h"
#include "ui/widgets/money_edit.h"
#include "ui/widgets/scroll.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace nextgen::cheque_import {

namespace {

constexpr int widthPx = 290;
constexpr int listWidthPx = widthPx - 2 * ui::space::m - 2;
constexpr int listHeightMinPx = 100;
constexpr int shownTextMax = 40;

QString titleOf(Column column) {
    return ui::toQt(columnTitle(column, ui::currentLanguage()));
}

/// A fault's sentence, which may take several lines, and beside it in how many rows it is.
class FaultButton : public QAbstractButton {
    Q_OBJECT

  public:
    explicit FaultButton(QWidget* parent) : QAbstractButton(parent) {
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
        setCursor(Qt::PointingHandCursor);
        QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Minimum);
        policy.setHeightForWidth(true);
        setSizePolicy(policy);
    }

    void setFault(const QString& sentence, const QString& count) {
        setText(sentence);
        m_count = count;
        setAccessibleName(QStringLiteral("%1 (%2)").arg(sentence, count));
        updateGeometry();
        update();
    }

    QSize sizeHint() const override { return {listWidthPx, heightForWidth(listWidthPx)}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return textRoom(width).height() + 2 * ui::space::s; }

  protected:
    void paintEvent(QPaintEvent* /*event*/) override {
        const ui::Colours& colours = ui::coloursIn(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QColor ground = isChecked() ? colours.accentSoft : underMouse() ? colours.raised : QColor();
        painter.setPen(hasFocus() ? QPen(colours.accent, 2)
                                  : QPen(isChecked() ? colours.accent : colours.border));
        painter.setBrush(ground.isValid() ? QBrush(ground) : QBrush(Qt::NoBrush));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
        painter.setPen(colours.text);
        const auto place = [this](QRect r) { return QStyle::visualRect(layoutDirection(), rect(), r); };
        const QSize room = textRoom(width()).size();
        style()->drawItemText(&painter,
                              place(QRect(QPoint(ui::space::s, (height() - room.height()) / 2),
                                          QSize(width() - countPx() - 2 * ui::space::s, room.height()))),
                              wrapped(), palette(), isEnabled(), text());
        QFont strong = font();
        strong.setBold(true);
        painter.setFont(strong);
        painter.setPen(colours.bad);
        painter.drawText(place(QRect(width() - countPx() - ui::space::s, 0, countPx(), height())),
                         Qt::AlignCenter, m_count);
    }

  private:
    int wrapped() const {
        const bool isRightToLeft = layoutDirection() == Qt::RightToLeft;
        return static_cast<int>(Qt::AlignVCenter | Qt::AlignAbsolute |
                                (isRightToLeft ? Qt::AlignRight : Qt::AlignLeft)) |
               Qt::TextWordWrap | (isRightToLeft ? Qt::TextForceRightToLeft : Qt::TextForceLeftToRight);
    }
    int countPx() const {
        QFont strong = font();
        strong.setBold(true);
        return std::max(24, QFontMetrics(strong).horizontalAdvance(m_count) + ui::space::s);
    }
    QRect textRoom(int width) const {
        return fontMetrics().boundingRect(QRect(0, 0, width - countPx() - 2 * ui::space::s, 1000), wrapped(),
                                          text());
    }

    QString m_count;
};

}  // namespace

FaultPanel::FaultPanel(shell::Context& context, QWidget* parent)
    : QFrame(parent),
      m_title(ui::makeLabel({}, ui::TextRole::Strong, this)),
      m_hint(ui::makeLabel({}, ui::TextRole::Small, this)),
      m_list(new QVBoxLayout),
      m_buttons(new QButtonGroup(this)),
      m_rows(new QComboBox(this)),
      m_valueLabel(ui::makeLabel({}, ui::TextRole::Small, this)),
      m_editors(new QStackedWidget(this)),
      m_text(new QLineEdit),
      m_money(new ui::MoneyEdit),
      m_date(new ui::JalaliDateEdit),
      m_set(new QPushButton(this)),
      m_eachItsOwn(ui::makeLabel({}, ui::TextRole::Small, this)),
      m_result(ui::makeLabel({}, ui::TextRole::Small, this)) {
    setProperty("card", true);
    setFixedWidth(widthPx);
    m_rows->setObjectName(QStringLiteral("faultRows"));
    m_text->setObjectName(QStringLiteral("faultText"));
    m_money->setObjectName(QStringLiteral("faultMoney"));
    m_date->setObjectName(QStringLiteral("faultDate"));
    m_set->setObjectName(QStringLiteral("faultSetButton"));
    m_result->setObjectName(QStringLiteral("faultResult"));
    m_hint->setWordWrap(true);
    m_result->setWordWrap(true);
    m_result->hide();
    m_eachItsOwn->setWordWrap(true);
    m_rows->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_date->setToday(context.today());
    m_list->setSpacing(ui::space::xs);
    for (QWidget* editor : std::initializer_list<QWidget*>{m_text, m_money, m_date}) {
        // Each on a page of its own, so that a high one does not stretch the others.
        auto* page = new QWidget;
        auto* layout = new QVBoxLayout(page);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addWidget(editor);
        layout->addStretch();
        m_editors->addWidget(page);
    }

    // Many kinds of fault scroll above their editors; on a low screen all of it scrolls.
    auto* list = new QWidget;
    list->setLayout(m_list);
    m_list->setContentsMargins(0, 0, 0, 0);
    m_list->addStretch();
    m_listArea = ui::makeScroll(list);
    auto* inside = new QWidget;
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(1, 1, 1, 1);
    outer->addWidget(ui::makeScroll(inside));
    auto* layout = new QVBoxLayout(inside);
    layout->setContentsMargins(ui::space::m, ui::space::m, ui::space::m, ui::space::m);
    layout->setSpacing(ui::space::s);
    layout->addWidget(m_title);
    layout->addWidget(m_hint);
    layout->addWidget(m_listArea, 1);
    layout->addWidget(m_rows);
    layout->addWidget(m_valueLabel);
    layout->addWidget(m_editors);
    layout->addWidget(m_set);
    layout->addWidget(m_eachItsOwn);
    layout->addWidget(m_result);
    layout->addStretch();

    connect(m_buttons, &QButtonGroup::idClicked, this, [this](int place) {
        showGroup(place);
        const FaultGroup& group = m_faults.at(static_cast<std::size_t>(place));
        emit faultChosen(group.column, group.code);
    });
    connect(m_rows, &QComboBox::currentIndexChanged, this, &FaultPanel::judge);
    connect(m_text, &QLineEdit::textChanged, this, &FaultPanel::judge);
    connect(m_money, &ui::MoneyEdit::valueChanged, this, &FaultPanel::judge);
    connect(m_date, &ui::JalaliDateEdit::valueChanged, this, &FaultPanel::judge);
    const auto set = [this] {
        const FaultGroup& group = m_faults.at(static_cast<std::size_t>(m_current));
        CommonMend mend{group.code, group.column, std::nullopt, typed()};
        if (m_rows->currentIndex() > 0) {
            mend.before = group.texts.at(static_cast<std::size_t>(m_rows->currentIndex() - 1)).first;
        }
        emit mendWanted(mend);
    };
    connect(m_set, &QPushButton::clicked, this, set);
    connect(m_text, &QLineEdit::returnPressed, m_set, &QPushButton::click);
    retranslate();
}

void FaultPanel::setFaults(const std::vector<FaultGroup>& faults, bool isPartial) {
    const std::optional<std::pair<Column, std::string>> before =
        m_current < 0 ? std::nullopt
                      : std::optional(std::pair(m_faults.at(static_cast<std::size_t>(m_current)).column,
                                                m_faults.at(static_cast<std::size_t>(m_current)).code));
    m_faults = faults;
    m_isPartial = isPartial;
    for (QAbstractButton* button : m_buttons->buttons()) {
        m_buttons->removeButton(button);
        delete button;
    }
    m_current = -1;
    for (std::size_t place = 0; place < m_faults.size(); ++place) {
        auto* button = new FaultButton(this);
        button->setObjectName(QStringLiteral("fault_") + ui::toQt(m_faults[place].code));
        m_list->insertWidget(static_cast<int>(place), button);
        m_buttons->addButton(button, static_cast<int>(place));
        if (before && before->first == m_faults[place].column && before->second == m_faults[place].code) {
            m_current = static_cast<int>(place);
        }
    }
    if (m_current < 0 && !m_faults.empty()) {
        const auto first = std::find_if(m_faults.begin(), m_faults.end(),
                                        [](const FaultGroup& group) { return isShareable(group.column); });
        m_current = first == m_faults.end() ? 0 : static_cast<int>(first - m_faults.begin());
    }
    retranslate();
    showGroup(m_current);
}

void FaultPanel::setBusy(bool isBusy) {
    m_isBusy = isBusy;
    judge();
}

void FaultPanel::showResult(const QString& text, bool isBad) {
    m_result->setText(text);
    m_result->setVisible(!text.isEmpty());
    ui::setTextRole(m_result, isBad ? ui::TextRole::Error : ui::TextRole::Small);
}

void FaultPanel::showGroup(int place) {
    const bool hasGroup = place >= 0;
    const bool isShared = hasGroup && isShareable(m_faults.at(static_cast<std::size_t>(place)).column);
    for (QWidget* part : std::initializer_list<QWidget*>{m_rows, m_valueLabel, m_editors, m_set}) {
        part->setVisible(isShared);
    }
    m_eachItsOwn->setVisible(hasGroup && !isShared);
    if (!hasGroup) {
        return;
    }
    if (place != m_current) {
        showResult({}, false);
    }
    m_current = place;
    m_buttons->button(place)->setChecked(true);
    const FaultGroup& group = m_faults.at(static_cast<std::size_t>(place));
    m_editors->setCurrentIndex(group.column == Column::Amount ? 1 : group.column == Column::DueOn ? 2 : 0);
    m_text->clear();
    m_money->setValue(std::nullopt);
    m_date->setValue(std::nullopt);
    showRows();
}

bool FaultPanel::isShareable(Column column) {
    return column != Column::SayadId && column != Column::Serial;
}

void FaultPanel::showRows() {
    if (m_current < 0) {
        return;
    }
    const FaultGroup& group = m_faults.at(static_cast<std::size_t>(m_current));
    const int chosen = m_rows->currentIndex();
    m_rows->clear();
    m_rows->addItem(m_isPartial ? tr("All rows with this fault")
                                : tr("All rows with this fault (%1)").arg(ui::showNumber(group.count)));
    for (const auto& [text, count] : group.texts) {
        const QString shown = text.empty() ? tr("an empty cell")
                                           : tr("«%1»").arg(ui::showCode(ui::toQt(text).left(shownTextMax)));
        m_rows->addItem(tr("Only where it reads %1 (%2)").arg(shown, ui::showNumber(count)));
    }
    m_rows->setCurrentIndex(std::clamp(chosen, 0, m_rows->count() - 1));
    m_valueLabel->setText(tr("%1 for all of them").arg(titleOf(group.column)));
    judge();
}

int FaultPanel::rowsMeant() const {
    const FaultGroup& group = m_faults.at(static_cast<std::size_t>(m_current));
    const int place = m_rows->currentIndex();
    return place <= 0 ? group.count : group.texts.at(static_cast<std::size_t>(place - 1)).second;
}

std::string FaultPanel::typed() const {
    switch (m_editors->currentIndex()) {
        case 1:
            return m_money->value() ? std::to_string(m_money->value()->rials()) : std::string();
        case 2:
            return m_date->value() ? m_date->value()->toString() : std::string();
        default:
            return ui::fromQt(m_text->text().trimmed());
    }
}

void FaultPanel::judge() {
    if (m_current < 0) {
        return;
    }
    m_set->setEnabled(!m_isBusy && !typed().empty());
    m_set->setText(m_isPartial && m_rows->currentIndex() <= 0
                       ? tr("Set for all rows")
                       : tr("Set for rows: %1").arg(ui::showNumber(rowsMeant())));
}

void FaultPanel::retranslate() {
    m_title->setText(tr("The same fault in many rows"));
    m_hint->setText(tr("One value for all rows with the chosen fault."));
    m_eachItsOwn->setText(tr("Each of these rows needs a value of its own: type it into the table."));
    m_rows->setAccessibleName(tr("Which rows"));
    for (QWidget* editor : std::initializer_list<QWidget*>{m_text, m_money, m_date}) {
        ui::setSpokenName(editor, m_hint->text());
    }
    for (std::size_t place = 0; place < m_faults.size(); ++place) {
        const FaultGroup& group = m_faults[place];
        static_cast<FaultButton*>(m_buttons->button(static_cast<int>(place)))
            ->setFault(group.sentence, m_isPartial ? ui::showNumber(group.count) + QLatin1Char('+')
                                                   : ui::showNumber(group.count));
    }
    int listHeight = 0;
    for (const QAbstractButton* button : m_buttons->buttons()) {
        listHeight += button->heightForWidth(listWidthPx) + (listHeight > 0 ? m_list->spacing() : 0);
    }
    m_listArea->setMinimumHeight(std::min(listHeight, listHeightMinPx));
    m_listArea->setMaximumHeight(listHeight);
    showRows();
}

void FaultPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QFrame::changeEvent(event);
}

}  // namespace nextgen::cheque_import

#include "fault_panel.moc"
