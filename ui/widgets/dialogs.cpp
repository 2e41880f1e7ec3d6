#include "ui/widgets/dialogs.h"

#include "ui/locale/memory.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/theme.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>

namespace nextgen::ui {

namespace {

constexpr int textWidthPx = 380;
constexpr auto folderKey = "dialogs/folder";

// Built by hand rather than a QMessageBox, whose buttons change their order and wording with the desktop.
class MessageDialog : public QDialog {
  public:
    MessageDialog(QWidget* parent, const QString& title, Icon symbol, Tint tint) : QDialog(parent) {
        setWindowTitle(title);
        auto* heading = makeLabel(title, TextRole::Heading, this);
        heading->setWordWrap(true);
        m_body = new QVBoxLayout;
        m_body->setSpacing(space::s);
        m_body->addWidget(heading);
        m_buttons = new QHBoxLayout;
        m_buttons->setSpacing(space::s);
        m_buttons->addStretch();

        auto* top = new QHBoxLayout;
        top->setSpacing(space::m);
        top->addWidget(new IconLabel(symbol, tint, 28, this), 0, Qt::AlignTop);
        top->addLayout(m_body, 1);
        auto* layout = new QVBoxLayout(this);
        layout->setContentsMargins(space::l, space::l, space::l, space::m);
        layout->setSpacing(space::l);
        layout->setSizeConstraint(QLayout::SetFixedSize);
        layout->addLayout(top);
        layout->addLayout(m_buttons);
    }

    void addText(const QString& text, TextRole role) {
        if (text.isEmpty()) {
            return;
        }
        auto* label = makeLabel(text, role, this);
        label->setWordWrap(true);
        label->setFixedWidth(textWidthPx);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_body->addWidget(label);
    }

    void addEditor(QWidget* editor) { m_body->addWidget(editor); }

    QPushButton* addButton(const QString& text, const char* objectName) {
        auto* button = new QPushButton(text, this);
        button->setObjectName(QLatin1String(objectName));
        button->setAutoDefault(false);
        m_buttons->addWidget(button);
        return button;
    }

    QPushButton* addAccept(const QString& text, ButtonKind kind) {
        QPushButton* button = addButton(text, "acceptButton");
        setKind(button, kind);
        QObject::connect(button, &QPushButton::clicked, this, &QDialog::accept);
        return button;
    }

    QPushButton* addReject() {
        QPushButton* button = addButton(QCoreApplication::translate("Dialogs", "Cancel"), "cancelButton");
        QObject::connect(button, &QPushButton::clicked, this, &QDialog::reject);
        return button;
    }

  private:
    QVBoxLayout* m_body;
    QHBoxLayout* m_buttons;
};

QString lastFolder() {
    return remembered(QLatin1String(folderKey), QDir::homePath()).toString();
}

QString rememberFolderOf(const QString& file) {
    if (!file.isEmpty()) {
        remember(QLatin1String(folderKey), QFileInfo(file).absolutePath());
    }
    return file;
}

}  // namespace

bool WindowDialogs::confirm(QWidget* parent, const Question& question) {
    MessageDialog dialog(parent, question.title, question.isDangerous ? Icon::Warning : Icon::Info,
                         question.isDangerous ? Tint::Warn : Tint::Accent);
    dialog.addText(question.text, TextRole::Body);
    dialog.addText(question.detail, TextRole::Small);
    QPushButton* cancel = dialog.addReject();
    QPushButton* accept = dialog.addAccept(question.acceptText,
                                           question.isDangerous ? ButtonKind::Danger : ButtonKind::Primary);
    // Enter takes the way on, unless that cannot be taken back.
    (question.isDangerous ? cancel : accept)->setFocus();
    return dialog.exec() == QDialog::Accepted;
}

void WindowDialogs::inform(QWidget* parent, const QString& title, const QString& text) {
    MessageDialog dialog(parent, title, Icon::Info, Tint::Accent);
    dialog.addText(text, TextRole::Body);
    dialog.addAccept(QCoreApplication::translate("Dialogs", "Close"), ButtonKind::Primary)->setFocus();
    dialog.exec();
}

QString WindowDialogs::askText(QWidget* parent, const QString& title, const QString& label) {
    MessageDialog dialog(parent, title, Icon::Edit, Tint::Accent);
    dialog.addText(label, TextRole::Body);
    auto* line = new QLineEdit(&dialog);
    line->setAccessibleName(label);
    line->setMinimumWidth(textWidthPx);
    dialog.addEditor(line);
    dialog.addReject();
    QPushButton* accept =
        dialog.addAccept(QCoreApplication::translate("Dialogs", "Continue"), ButtonKind::Primary);
    QObject::connect(line, &QLineEdit::returnPressed, accept, &QPushButton::click);
    line->setFocus();
    return dialog.exec() == QDialog::Accepted ? QStringLiteral("") + line->text() : QString();
}

QString WindowDialogs::openFile(QWidget* parent, const QString& title, const QStringList& filters) {
    return rememberFolderOf(
        QFileDialog::getOpenFileName(parent, title, lastFolder(), filters.join(QStringLiteral(";;"))));
}

QStringList WindowDialogs::openFiles(QWidget* parent, const QString& title, const QStringList& filters) {
    const QStringList files =
        QFileDialog::getOpenFileNames(parent, title, lastFolder(), filters.join(QStringLiteral(";;")));
    if (!files.isEmpty()) {
        rememberFolderOf(files.first());
    }
    return files;
}

QString WindowDialogs::saveFile(QWidget* parent, const QString& title, const QString& suggestedName,
                                const QStringList& filters) {
    return rememberFolderOf(QFileDialog::getSaveFileName(
        parent, title, QDir(lastFolder()).filePath(suggestedName), filters.join(QStringLiteral(";;"))));
}

bool WindowDialogs::choosePrinter(QWidget* parent, QPrinter& printer) {
    QPrintDialog dialog(&printer, parent);
    return dialog.exec() == QDialog::Accepted;
}

}  // namespace nextgen::ui
