#pragma once

#include "app/shell/main_window.h"

#include <QObject>
#include <functional>
#include <vector>

namespace nextgen::tour {

/// How the program looks while it is shown.
struct Look {
    Language language;
    ui::Scheme scheme;
};

/// Signs in and goes through every page, dialog and step with the data that is there. It changes nothing on
/// the server but what showing an import takes: a workbook that it is given is staged, never posted.
class Tour : public QObject {
    Q_OBJECT

  public:
    /// Gets the window, or the dialog or panel in front of it, once for each look.
    using Visit = std::function<void(QWidget& shown, const QString& name, Look look)>;

    Tour(shell::Context& context, std::vector<shell::Page> pages, client::Place place, QString workbook,
         std::vector<Look> looks, Visit visit, QObject* parent = nullptr);

    /// False: it could not sign in, after a sentence on stderr.
    QCoro::Task<bool> run(QString password);

  private:
    QCoro::Task<> wear(Look look);
    QCoro::Task<> settle(const shell::PageWidget* page);
    QCoro::Task<> goThroughTabs(shell::MainWindow& window);
    QCoro::Task<> visitEach(QString name, shell::MainWindow* window, std::function<void()> prepare);

    shell::Context& m_context;
    std::vector<shell::Page> m_pages;
    client::Place m_place;
    QString m_workbook;
    std::vector<Look> m_looks;
    Visit m_visit;
};

}  // namespace nextgen::tour
