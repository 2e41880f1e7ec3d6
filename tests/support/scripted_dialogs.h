#pragma once

#include "ui/widgets/dialogs.h"

#include <QPrinter>
#include <utility>
#include <vector>

namespace nextgen::test {

/// Answers what a page asks, and keeps what was asked. Without an answer set, everything is refused: a test
/// never confirms by chance.
class ScriptedDialogs final : public ui::Dialogs {
  public:
    bool nextConfirmation = false;
    QString nextText;
    QString nextFile;
    QStringList nextFiles;  ///< taken one after the other, before nextFile

    std::vector<ui::Question> questions;
    QStringList informed;  ///< "title: text"

    bool confirm(QWidget* /*parent*/, const ui::Question& question) override {
        questions.push_back(question);
        return nextConfirmation;
    }
    void inform(QWidget* /*parent*/, const QString& title, const QString& text) override {
        informed += title + QStringLiteral(": ") + text;
    }
    QString askText(QWidget* /*parent*/, const QString& /*title*/, const QString& /*label*/) override {
        return nextText;
    }
    QString openFile(QWidget* /*parent*/, const QString& /*title*/, const QStringList& /*filters*/) override {
        return nextFiles.isEmpty() ? nextFile : nextFiles.takeFirst();
    }
    /// All of nextFiles.
    QStringList openFiles(QWidget* /*parent*/, const QString& /*title*/,
                          const QStringList& /*filters*/) override {
        return std::exchange(nextFiles, {});
    }
    QString saveFile(QWidget* /*parent*/, const QString& /*title*/, const QString& /*suggestedName*/,
                     const QStringList& /*filters*/) override {
        return nextFiles.isEmpty() ? nextFile : nextFiles.takeFirst();
    }
    /// The next file is what is printed to.
    bool choosePrinter(QWidget* /*parent*/, QPrinter& printer) override {
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(nextFiles.isEmpty() ? nextFile : nextFiles.takeFirst());
        return !printer.outputFileName().isEmpty();
    }
};

}  // namespace nextgen::test
