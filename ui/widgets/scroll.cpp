#include "ui/widgets/scroll.h"

#include <QCoreApplication>
#include <QEvent>
#include <QScreen>
#include <QScrollArea>
#include <algorithm>

namespace nextgen::ui {

namespace {

/// The screen's height that is not the content's: title bar, heading, buttons and margins of a dialog.
constexpr int outsidePx = 165;

/// The keyboard comes to it, to scroll.
class NamedScroll : public QScrollArea {
    Q_DECLARE_TR_FUNCTIONS(Scroll)

  public:
    explicit NamedScroll(QWidget* parent) : QScrollArea(parent) { setAccessibleName(tr("Content")); }

  protected:
    void changeEvent(QEvent* event) override {
        if (event->type() == QEvent::LanguageChange) {
            setAccessibleName(tr("Content"));
        }
        QScrollArea::changeEvent(event);
    }
};

class DialogScroll : public NamedScroll {
  public:
    using NamedScroll::NamedScroll;

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (watched == widget() && (event->type() == QEvent::LayoutRequest ||
                                    event->type() == QEvent::Resize || event->type() == QEvent::Show)) {
            fit();
        }
        return QScrollArea::eventFilter(watched, event);
    }

  private:
    void fit() {
        // What QScrollArea itself goes by.
        const QWidget& content = *widget();
        const int wanted = std::max({content.minimumHeight(), content.minimumSizeHint().height(),
                                     content.heightForWidth(content.width())});
        setMinimumHeight(std::min(wanted, screen()->availableGeometry().height() - outsidePx));
    }
};

QScrollArea* fill(QScrollArea* scroll, QWidget* content) {
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(content);
    content->setAutoFillBackground(false);  // which setWidget() turns on
    scroll->viewport()->setAutoFillBackground(false);
    return scroll;
}

}  // namespace

QScrollArea* makeScroll(QWidget* content, QWidget* parent) {
    return fill(new NamedScroll(parent), content);
}

QScrollArea* makeDialogScroll(QWidget* content, QWidget* parent) {
    return fill(new DialogScroll(parent), content);
}

}  // namespace nextgen::ui
