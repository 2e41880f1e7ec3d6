#pragma once

#include "app/shell/main_window.h"

#include <QObject>

namespace nextgen::tour {

/// Takes pictures: signs in, goes through every page, dialog and step with the data that is there, in both
/// languages and themes, and writes page.language.theme.png files. It changes nothing on the server but what
/// showing an import takes: a workbook that it is given is staged, never posted.
class Tour : public QObject {
    Q_OBJECT

  public:
    Tour(shell::Context& context, std::vector<shell::Page> pages, client::Place place, QString folder,
         QString workbook, QObject* parent = nullptr);

    /// 0, or the exit code of what went wrong, after a sentence on stderr.
    QCoro::Task<int> run(QString password);

  private:
    struct Look {
        Language language;
        ui::Scheme scheme;
    };

    QCoro::Task<> wear(Look look);
    QCoro::Task<> settle(const shell::PageWidget* page);
    QCoro::Task<> goThroughTabs(shell::MainWindow& window);
    QCoro::Task<> takeEach(QString name, shell::MainWindow* window, std::function<void()> prepare);
    void take(QWidget& widget, const QString& name, Look look);

    shell::Context& m_context;
    std::vector<shell::Page> m_pages;
    client::Place m_place;
    QString m_folder;
    QString m_workbook;
    int m_failures = 0;
};

}  // namespace nextgen::tour
