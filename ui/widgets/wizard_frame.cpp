#include "ui/widgets/wizard_frame.h"

#include "ui/locale/format.h"
#include "ui/widgets/focus.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QRadioButton>
#include <QStackedWidget>
#include <QStyle>

namespace nextgen::ui {

namespace {

constexpr int circlePx = 26;
constexpr int headerHeightPx = 44;
constexpr int lineMinPx = 24;

QColor circleColour(StepState state, const Colours& colours) {
    switch (state) {
        case StepState::Todo:
            return colours.raised;
        case StepState::Current:
        case StepState::Done:
            return colours.accent;
        case StepState::Failed:
            return colours.bad;
    }
    return colours.raised;
}

}  // namespace

StepHeader::StepHeader(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void StepHeader::addStep(const QString& title) {
    m_steps.push_back({title, StepState::Todo});
    describe();
}

void StepHeader::setTitle(int step, const QString& title) {
    m_steps.at(static_cast<std::size_t>(step)).title = title;
    describe();
}

void StepHeader::setState(int step, StepState state) {
    m_steps.at(static_cast<std::size_t>(step)).state = state;
    describe();
}

QSize StepHeader::sizeHint() const {
    QFont bold = font();
    bold.setBold(true);
    int width = 0;
    for (const Step& step : m_steps) {
        width +=
            circlePx + space::s + QFontMetrics(bold).horizontalAdvance(step.title) + lineMinPx + 2 * space::s;
    }
    return {width, headerHeightPx};
}

QSize StepHeader::minimumSizeHint() const {
    return sizeHint();
}

void StepHeader::paintEvent(QPaintEvent* /*event*/) {
    const Colours& colours = coloursIn(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QFont bold = font();
    bold.setBold(true);
    int words = 0;
    for (const Step& step : m_steps) {
        words += circlePx + space::s +
                 QFontMetrics(step.state == StepState::Current ? bold : font()).horizontalAdvance(step.title);
    }
    const auto count = static_cast<int>(m_steps.size());
    // The rest of the room is the lines between the steps, up to a length at which they still belong
    // together.
    const int line = count < 2 ? 0 : std::clamp((width() - words) / (count - 1) - 2 * space::s, 8, 96);
    const auto place = [this](const QRect& r) { return QStyle::visualRect(layoutDirection(), rect(), r); };

    int x = 0;
    int number = 0;
    for (const Step& step : m_steps) {
        ++number;
        const bool isCurrent = step.state == StepState::Current;
        const QRect circle = place(QRect(x, (height() - circlePx) / 2, circlePx, circlePx));
        painter.setPen(step.state == StepState::Todo ? QPen(colours.strongBorder) : QPen(Qt::NoPen));
        painter.setBrush(circleColour(step.state, colours));
        painter.drawEllipse(QRectF(circle).adjusted(0.5, 0.5, -0.5, -0.5));
        if (step.state == StepState::Done) {
            icon(Icon::Check, Tint::OnAccent).paint(&painter, circle.adjusted(4, 4, -4, -4));
        } else {
            painter.setFont(bold);
            painter.setPen(step.state == StepState::Todo ? colours.muted : colours.onAccent);
            painter.drawText(circle, Qt::AlignCenter,
                             step.state == StepState::Failed ? QStringLiteral("!") : showNumber(number));
        }
        x += circlePx + space::s;
        const QFont& face = isCurrent ? bold : font();
        const int wide = QFontMetrics(face).horizontalAdvance(step.title);
        painter.setFont(face);
        painter.setPen(isCurrent                         ? colours.text
                       : step.state == StepState::Failed ? colours.bad
                                                         : colours.muted);
        painter.drawText(place(QRect(x, 0, wide + 2, height())), Qt::AlignCenter, step.title);
        x += wide + space::s;
        if (number < count) {
            painter.fillRect(place(QRect(x, height() / 2, line, 1)), colours.strongBorder);
            x += line + space::s;
        }
    }
}

void StepHeader::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange) {
        describe();
    }
}

void StepHeader::describe() {
    QStringList steps;
    int number = 0;
    for (const Step& step : m_steps) {
        ++number;
        QString state;
        switch (step.state) {
            case StepState::Todo:
                state = tr("to do");
                break;
            case StepState::Current:
                state = tr("current");
                break;
            case StepState::Done:
                state = tr("done");
                break;
            case StepState::Failed:
                state = tr("failed");
                break;
        }
        steps += tr("Step %1, %2: %3").arg(showNumber(number), step.title, state);
    }
    setAccessibleName(steps.join(QStringLiteral(". ")));
    updateGeometry();
    update();
}

WizardFrame::WizardFrame(QWidget* parent)
    : QFrame(parent),
      m_header(new StepHeader(this)),
      m_pages(new QStackedWidget(this)),
      m_footer(new QHBoxLayout),
      m_back(new QPushButton(this)),
      m_next(new QPushButton(this)),
      m_cancel(new QPushButton(this)) {
    m_back->setObjectName(QStringLiteral("backButton"));
    m_next->setObjectName(QStringLiteral("nextButton"));
    m_cancel->setObjectName(QStringLiteral("cancelButton"));
    setKind(m_next, ButtonKind::Primary);
    setKind(m_cancel, ButtonKind::Quiet);
    m_back->setIcon(icon(Icon::ChevronPrevious));

    auto* line = new QFrame(this);
    line->setProperty("line", true);
    line->setFixedHeight(1);
    m_footer->setSpacing(space::s);
    m_footer->addStretch(1);
    m_footer->addWidget(m_cancel);
    m_footer->addWidget(m_back);
    m_footer->addWidget(m_next);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::l, space::m, space::l, space::m);
    layout->setSpacing(space::m);
    layout->addWidget(m_header);
    layout->addWidget(m_pages, 1);
    layout->addWidget(line);
    layout->addLayout(m_footer);

    connect(m_next, &QPushButton::clicked, this, &WizardFrame::nextRequested);
    connect(m_back, &QPushButton::clicked, this, &WizardFrame::backRequested);
    connect(m_cancel, &QPushButton::clicked, this, &WizardFrame::cancelRequested);
    retranslate();
}

int WizardFrame::addStep(const QString& title, QWidget* page) {
    m_header->addStep(title);
    const int step = m_pages->addWidget(page);
    setCurrent(current());
    return step;
}

void WizardFrame::setStepTitle(int step, const QString& title) {
    m_header->setTitle(step, title);
}

void WizardFrame::setStepState(int step, StepState state) {
    m_header->setState(step, state);
}

void WizardFrame::setCurrent(int step) {
    for (int i = 0; i < m_pages->count(); ++i) {
        m_header->setState(i, i < step ? StepState::Done : i == step ? StepState::Current : StepState::Todo);
    }
    m_pages->setCurrentIndex(step);
    passFocusOn(this, m_pages->currentWidget());
    m_back->setEnabled(step > 0);
}

int WizardFrame::current() const {
    return m_pages->currentIndex();
}

QWidget* WizardFrame::currentPage() const {
    return m_pages->currentWidget();
}

void WizardFrame::setNextText(const QString& text) {
    m_nextText = text;
    retranslate();
}

void WizardFrame::setCancelText(const QString& text) {
    m_cancelText = text;
    retranslate();
}

void WizardFrame::setNextEnabled(bool isEnabled) {
    m_next->setEnabled(isEnabled);
}

void WizardFrame::setNextVisible(bool isVisible) {
    m_next->setVisible(isVisible);
}

void WizardFrame::setBackEnabled(bool isEnabled) {
    m_back->setEnabled(isEnabled);
}

void WizardFrame::setCancelVisible(bool isVisible) {
    m_cancel->setVisible(isVisible);
}

void WizardFrame::setFooterWidget(QWidget* widget) {
    m_footer->insertWidget(0, widget);
}

void WizardFrame::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void WizardFrame::keyPressEvent(QKeyEvent* event) {
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool isPlain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    // In a table Enter is the table's.
    const QWidget* at = QApplication::focusWidget();
    const bool isField =
        qobject_cast<const QLineEdit*>(at) != nullptr || qobject_cast<const QRadioButton*>(at) != nullptr ||
        qobject_cast<const QCheckBox*>(at) != nullptr || qobject_cast<const QComboBox*>(at) != nullptr;
    if (!event->matches(QKeySequence::Save) && !(isEnter && isPlain && isField && !event->isAutoRepeat())) {
        QFrame::keyPressEvent(event);
    } else if (m_next->isVisible() && m_next->isEnabled()) {
        emit nextRequested();
    }
}

void WizardFrame::retranslate() {
    m_back->setText(tr("Back"));
    m_next->setText(m_nextText.isEmpty() ? tr("Next") : m_nextText);
    m_next->setToolTip(QStringLiteral("Ctrl+S"));
    m_cancel->setText(m_cancelText.isEmpty() ? tr("Cancel") : m_cancelText);
}

}  // namespace nextgen::ui
