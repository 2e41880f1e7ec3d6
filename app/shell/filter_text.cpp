#include "app/shell/filter_text.h"

#include <QUrl>
#include <QUrlQuery>

namespace nextgen::shell {

QString filterText(const QList<ui::Filter>& filters) {
    QStringList parts;
    for (const ui::Filter& filter : filters) {
        parts << filter.key() + u'=' + QString::fromLatin1(QUrl::toPercentEncoding(filter.value));
    }
    return parts.join(u'&');
}

QList<ui::Filter> filtersIn(const QString& text) {
    QList<ui::Filter> filters;
    for (const auto& [key, value] : QUrlQuery(text).queryItems(QUrl::FullyDecoded)) {
        const qsizetype dot = key.indexOf(u'.');
        filters << ui::Filter{key.left(dot), dot < 0 ? QString() : key.mid(dot + 1), value};
    }
    return filters;
}

bool narrow(ui::FilterBar& bar, const PageTarget& target) {
    const auto filter = target.constFind(filterTarget);
    if (filter == target.constEnd()) {
        return false;
    }
    bar.setFilters(filtersIn(filter->toString()));
    return true;
}

}  // namespace nextgen::shell
