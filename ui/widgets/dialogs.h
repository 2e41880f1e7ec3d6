#pragma once

#include <QString>
#include <QStringList>

class QPrinter;
class QWidget;

namespace nextgen::ui {

/// A question with one way on and one way back.
struct Question {
    QString title;
    QString text;
    QString detail;      ///< smaller, under the text; may be empty
    QString acceptText;  ///< says what happens: "Commit 18 cheques", never "Yes"
    bool isDangerous = false;
};

/// Everything modal that a page may ask of a person goes through here, so that a test can answer. Made by
/// main, handed in by constructor.
class Dialogs {
  public:
    Dialogs() = default;
    Dialogs(const Dialogs&) = delete;
    Dialogs& operator=(const Dialogs&) = delete;
    virtual ~Dialogs() = default;

    virtual bool confirm(QWidget* parent, const Question& question) = 0;
    virtual void inform(QWidget* parent, const QString& title, const QString& text) = 0;
    /// A line of text; a null string when the person went back.
    virtual QString askText(QWidget* parent, const QString& title, const QString& label) = 0;
    /// The chosen file, or an empty string. Filters are Qt's: "Workbooks (*.xlsx *.ods *.csv)".
    virtual QString openFile(QWidget* parent, const QString& title, const QStringList& filters) = 0;
    /// Several; none when the person went back.
    virtual QStringList openFiles(QWidget* parent, const QString& title, const QStringList& filters) = 0;
    virtual QString saveFile(QWidget* parent, const QString& title, const QString& suggestedName,
                             const QStringList& filters) = 0;
    /// Has the person choose a printer, pages and copies; false: they went back.
    virtual bool choosePrinter(QWidget* parent, QPrinter& printer) = 0;
};

/// The real ones. The folder of the last file is remembered under dialogs/folder.
class WindowDialogs final : public Dialogs {
  public:
    bool confirm(QWidget* parent, const Question& question) override;
    void inform(QWidget* parent, const QString& title, const QString& text) override;
    QString askText(QWidget* parent, const QString& title, const QString& label) override;
    QString openFile(QWidget* parent, const QString& title, const QStringList& filters) override;
    QStringList openFiles(QWidget* parent, const QString& title, const QStringList& filters) override;
    QString saveFile(QWidget* parent, const QString& title, const QString& suggestedName,
                     const QStringList& filters) override;
    bool choosePrinter(QWidget* parent, QPrinter& printer) override;
};

}  // namespace nextgen::ui
