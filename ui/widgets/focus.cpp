#include "ui/widgets/focus.h"

#include <QFocusEvent>
#include <QLayout>
#include <QPointer>
#include <QWidget>

namespace nextgen::ui {

namespace {

class Passing : public QObject {
  public:
    explicit Passing(QWidget* container) : QObject(container) { container->installEventFilter(this); }

    void setPart(QWidget* part) { m_part = part; }

  protected:
    bool eventFilter(QObject* /*watched*/, QEvent* event) override {
        if (event->type() == QEvent::FocusIn && m_part) {
            m_part->setFocus(static_cast<QFocusEvent*>(event)->reason());
        }
        return false;
    }

  private:
    QPointer<QWidget> m_part;
};

}  // namespace

void passFocusOn(QWidget* container, QWidget* part) {
    Passing* passing = nullptr;
    for (QObject* child : container->children()) {
        if (auto* found = dynamic_cast<Passing*>(child)) {
            passing = found;
        }
    }
    if (passing == nullptr) {
        passing = new Passing(container);
    }
    passing->setPart(part);
}

void fillWith(QWidget* container, QWidget* part) {
    container->layout()->addWidget(part);
    part->show();
    passFocusOn(container, part);
}

}  // namespace nextgen::ui
