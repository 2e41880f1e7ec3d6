#include "ui/widgets/instant_edit.h"

#include "ui/locale/format.h"
#include "ui/widgets/code_edit.h"
#include "ui/widgets/jalali_date_edit.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QTime>

namespace nextgen::ui {

namespace {

constexpr int timeWidthPx = 68;

}  // namespace

InstantEdit::InstantEdit(QWidget* parent)
    : QWidget(parent), m_date(new JalaliDateEdit(this)), m_time(new QLineEdit(this)) {
    m_time->setObjectName(QStringLiteral("time"));
    m_time->setLayoutDirection(Qt::LeftToRight);
    m_time->setAlignment(Qt::AlignHCenter);
    m_time->setMaxLength(5);
    m_time->setFixedWidth(timeWidthPx);
    showTypedDigits(m_time);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::s);
    layout->addWidget(m_date, 1, Qt::AlignTop);
    layout->addWidget(m_time, 0, Qt::AlignTop);
    setFocusProxy(m_date->lineEdit());
    connect(m_date, &JalaliDateEdit::valueChanged, this, &InstantEdit::valueChanged);
    connect(m_time, &QLineEdit::textEdited, this, &InstantEdit::valueChanged);
    connect(m_time, &QLineEdit::editingFinished, this, [this] { setRefused(m_time, !minutes()); });
    retranslate();
}

void InstantEdit::setToday(std::optional<Date> today) {
    m_date->setToday(today);
}

std::optional<int> InstantEdit::minutes() const {
    const QString typed = plainDigits(m_time->text()).trimmed();
    if (typed.isEmpty()) {
        return 0;
    }
    for (const char* form : {"H:mm", "H:m", "HHmm", "H"}) {
        if (const QTime time = QTime::fromString(typed, QLatin1String(form)); time.isValid()) {
            return time.hour() * 60 + time.minute();
        }
    }
    return std::nullopt;
}

std::optional<Instant> InstantEdit::value() const {
    const auto date = m_date->value();
    const auto minute = minutes();
    if (!date || !minute) {
        return std::nullopt;
    }
    return Instant::startOf(*date, tehranOffsetMinutes).plusSeconds(*minute * 60);
}

void InstantEdit::setValue(std::optional<Instant> value) {
    m_date->setValue(value ? std::optional(value->dateAt(tehranOffsetMinutes)) : std::nullopt);
    // showInstant ends with the time, in the digits of the language.
    m_time->setText(value ? showInstant(*value).section(u' ', -1) : QString());
    setRefused(m_time, false);
}

bool InstantEdit::isAcceptable() const {
    const bool isEmpty = !m_date->value() && m_date->isAcceptable();
    return isEmpty ? m_time->text().trimmed().isEmpty() : m_date->isAcceptable() && minutes().has_value();
}

void InstantEdit::retranslate() {
    m_time->setAccessibleName(tr("Time of day"));
    m_time->setToolTip(tr("Hours and minutes in Tehran"));
    m_time->setText(showDigits(plainDigits(m_time->text())));
}

void InstantEdit::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

}  // namespace nextgen::ui
