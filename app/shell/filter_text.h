#pragma once

#include "app/shell/page.h"
#include "ui/widgets/filter_bar.h"

#include <QList>
#include <QString>

namespace nextgen::shell {

/// The key of a page's target that holds its filter.
inline const QString filterTarget = QStringLiteral("filter");

/// What narrows a list, as one text for links and tabs that come back: "status=paid&amount.gte=500".
QString filterText(const QList<ui::Filter>& filters);
/// What is no filter is passed over; which of them a list knows is the filter bar's to say.
QList<ui::Filter> filtersIn(const QString& text);
/// Lays the target's filter into the bar, if it has one.
bool narrow(ui::FilterBar& bar, const PageTarget& target);

}  // namespace nextgen::shell
