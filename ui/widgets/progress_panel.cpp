#include "ui/widgets/progress_panel.h"

#include "ui/locale/format.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <algorithm>

namespace nextgen::ui {

namespace {
constexpr int steps = 1000;
}

ProgressPanel::ProgressPanel(QWidget* parent)
    : QFrame(parent),
      m_text(makeLabel({}, TextRole::Strong, this)),
      m_bar(new QProgressBar(this)),
      m_numbers(makeLabel({}, TextRole::Small, this)),
      m_cancel(new QPushButton(this)) {
    setProperty("card", true);
    m_text->setWordWrap(true);
    // The style writes nothing on a bar in right-to-left windows: the words stand below it.
    m_bar->setTextVisible(false);
    m_bar->setRange(0, 0);
    m_numbers->setObjectName(QStringLiteral("numbers"));
    m_cancel->setObjectName(QStringLiteral("cancelButton"));

    auto* words = new QVBoxLayout;
    words->setSpacing(space::s);
    words->addWidget(m_text);
    words->addWidget(m_bar);
    words->addWidget(m_numbers);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(space::m, space::m, space::m, space::m);
    layout->setSpacing(space::m);
    layout->addLayout(words, 1);
    layout->addWidget(m_cancel, 0, Qt::AlignVCenter);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_cancel->setEnabled(false);
        emit cancelRequested();
    });
    showProgress();
}

void ProgressPanel::setText(const QString& text) {
    m_text->setText(text);
    m_bar->setAccessibleName(text);
}

void ProgressPanel::setProgress(qint64 done, qint64 total) {
    m_total = std::max<qint64>(total, 0);
    m_done = std::clamp<qint64>(done, 0, m_total);
    showProgress();
}

void ProgressPanel::setIndeterminate() {
    setProgress(0, 0);
}

void ProgressPanel::setCancelVisible(bool isVisible) {
    m_cancel->setVisible(isVisible);
}

void ProgressPanel::setCancelEnabled(bool isEnabled) {
    m_cancel->setEnabled(isEnabled);
}

void ProgressPanel::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        showProgress();
    }
}

void ProgressPanel::showProgress() {
    m_cancel->setText(tr("Cancel"));
    if (m_total == 0) {
        m_bar->setRange(0, 0);
        m_numbers->clear();
    } else {
        m_bar->setRange(0, steps);
        // In double: a count of bytes times a thousand may not fit.
        m_bar->setValue(static_cast<int>(static_cast<double>(m_done) / static_cast<double>(m_total) * steps));
        const auto percent =
            static_cast<int>(static_cast<double>(m_done) / static_cast<double>(m_total) * 100);
        m_numbers->setText(
            tr("%1 of %2 (%3%)").arg(showNumber(m_done), showNumber(m_total), showNumber(percent)));
    }
    m_bar->setAccessibleDescription(m_numbers->text());
}

}  // namespace nextgen::ui
