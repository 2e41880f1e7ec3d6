#pragma once

#include "app/shell/context.h"
#include "app/shell/page.h"
#include "ui/describe/record.h"

#include <QStringList>
#include <QWidget>
#include <functional>

namespace nextgen::entity {

/// A tab of a record beyond those that its description makes: what a dealer owes.
class RecordTab : public QWidget {
    Q_OBJECT

  public:
    using QWidget::QWidget;

    virtual QString title() const = 0;
    /// Whether it stands in front of the details, or behind them.
    virtual bool isOverview() const { return true; }
    /// Another record, or the same one after it changed.
    virtual void showRecord(const ui::Record& record) = 0;
    virtual void reload() = 0;

    /// As those of a page.
    virtual QStringList tourStops() const { return {}; }
    virtual void goToStop(const QString& /*stop*/) {}

  signals:
    void pageWanted(const QString& id, const nextgen::shell::PageTarget& target);
};

using MakeRecordTab = std::function<RecordTab*(shell::Context&, QWidget* parent)>;

}  // namespace nextgen::entity
