// The limit that the client's start is held against: the smallest Qt program that shows a form.
#include <QApplication>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    QWidget window;
    auto* const form = new QFormLayout(&window);
    form->addRow("User", new QLineEdit);
    form->addRow("Password", new QLineEdit);
    form->addRow(new QPushButton("Sign in"));
    window.resize(400, 300);
    window.show();
    return QApplication::exec();
}
