#include "app/shell/link.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>
#include <algorithm>

namespace nextgen::shell {

namespace {

const QString scheme = QStringLiteral("nextgen");
const QString filterName = QStringLiteral("filter");
const QString serverName = QStringLiteral("server");
constexpr int lettersMax = 2'000;

}  // namespace

bool isLink(const QString& text) {
    return text.startsWith(scheme + QStringLiteral("://"), Qt::CaseInsensitive);
}

std::optional<Link> readLink(const QString& text) {
    static const QRegularExpression form(QStringLiteral(
        R"(\Anextgen://(?<tenant>[a-z0-9][a-z0-9-]{0,62})/(?<page>[a-z][a-z0-9_]{0,62})(/(?<id>[1-9][0-9]{0,18}))?(\?(?<query>[\x21-\x7e]+))?\z)"));
    const QString trimmed = text.trimmed();
    const QRegularExpressionMatch match =
        trimmed.size() <= lettersMax ? form.match(trimmed) : QRegularExpressionMatch();
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    Link link{match.captured(QStringLiteral("tenant")), match.captured(QStringLiteral("page")), 0, {}, {}};
    if (const QString id = match.captured(QStringLiteral("id")); !id.isEmpty()) {
        bool isNumber = false;
        link.record = id.toLongLong(&isNumber);
        if (!isNumber) {
            return std::nullopt;
        }
    }
    for (const auto& [name, value] :
         QUrlQuery(match.captured(QStringLiteral("query"))).queryItems(QUrl::FullyDecoded)) {
        QString* part = name == filterName && link.record == 0 ? &link.filter
                        : name == serverName                   ? &link.server
                                                               : nullptr;
        const bool isPrintable = std::ranges::all_of(
            value, [](QChar c) { return c.isPrint() || c.category() == QChar::Other_Format; });
        if (part == nullptr || !part->isEmpty() || value.isEmpty() || !isPrintable) {
            return std::nullopt;
        }
        *part = value;
    }
    return link;
}

QString textOf(const Link& link) {
    QString text = QStringLiteral("%1://%2/%3").arg(scheme, link.tenant, link.page);
    if (link.record != 0) {
        text += u'/' + QString::number(link.record);
    }
    QStringList query;
    const auto add = [&query](const QString& name, const QString& value) {
        if (!value.isEmpty()) {
            query << name + u'=' + QString::fromLatin1(QUrl::toPercentEncoding(value));
        }
    };
    add(filterName, link.filter);
    add(serverName, link.server);
    return query.isEmpty() ? text : text + u'?' + query.join(u'&');
}

QString serverOf(const client::Place& place) {
    return place.server.authority();
}

void copyLink(const Context& context, const QString& page, qint64 record, const QString& filter) {
    const client::Place& place = context.session.place();
    QGuiApplication::clipboard()->setText(textOf({place.tenant, page, record, filter, serverOf(place)}));
}

}  // namespace nextgen::shell
