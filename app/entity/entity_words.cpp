#include "app/entity/entity_words.h"

#include "app/client/task.h"
#include "app/entity/entity_calls.h"
#include "shared/core/text.h"

#include <QApplication>
#include <QFontMetrics>
#include <algorithm>

namespace nextgen::entity {

using api::Entity;
using describe::FieldInfo;

namespace {

constexpr int offeredMax = 20;
/// Of a list that cannot be searched so many are looked through here.
constexpr int lookedThroughMax = 200;

bool isListedBy(const Entity& entity, std::string_view field) {
    return std::ranges::any_of(entity.list.fields, [&](const api::ListField& listed) {
        return listed.name == field && (listed.traits & api::Equal) != 0;
    });
}

}  // namespace

QString titleOf(const Entity& entity) {
    return QCoreApplication::translate("Entity", entity.title);
}

QString singularOf(const Entity& entity) {
    return QCoreApplication::translate("Entity", entity.singular);
}

QString titleOf(const Entity& entity, const FieldInfo& field) {
    return QCoreApplication::translate(entity.context, field.title);
}

QString nameOf(const Entity& entity, const ui::Record& record) {
    // Named by what it refers to, where its title is a reference.
    const FieldInfo& title = entity.titleField();
    const FieldInfo* wording = title.refersTo.empty() ? nullptr : ui::wordingOf(entity.fields, title);
    const FieldInfo& field = wording != nullptr ? *wording : title;
    const QString name = ui::showValue(ui::cellValueOf(record.value(field.name)), field);
    return name.isEmpty() ? ui::showCode(QString::number(record.id())) : name;
}

std::vector<std::pair<std::string_view, int>> firstWidthsOf(const Entity& entity) {
    using describe::Kind;
    std::vector<std::pair<std::string_view, int>> widths;
    for (const FieldInfo& field : entity.fields) {
        int width = 110;
        switch (field.kind) {
            case Kind::Text:
                width = !field.settingIn.empty()                           ? 240
                        : field.has(describe::Title)                       ? 168
                        : field.has(describe::Code) && field.textMax > 200 ? 170  // e-mails, addresses
                        : !field.has(describe::Code)                       ? 140
                        : field.textMax != 0 && field.textMax <= 40        ? 96
                                                                           : 124;
                break;
            case Kind::Money:
                width = 116;
                break;
            case Kind::Instant:
                width = 132;
                break;
            case Kind::Date:
            case Kind::Choice:
                width = 104;
                break;
            case Kind::Bool:
            case Kind::Integer:
                width = 84;
                break;
            case Kind::Id:
                width = 150;
                break;
        }
        constexpr int besideTitlePx = 26;
        constexpr int besideChipPx = 38;
        constexpr int widthMax = 170;
        const QFontMetrics metrics(QApplication::font());
        const int title = metrics.horizontalAdvance(titleOf(entity, field));
        int wanted = title + title / 10 + besideTitlePx;  // headings are bold
        for (const describe::Choice& choice : field.choices) {
            const QString chip = ui::choiceTitle(choice);
            wanted = std::max(wanted, metrics.horizontalAdvance(chip) + besideChipPx);
        }
        width = std::max(width, std::min(wanted, widthMax));
        widths.emplace_back(field.name, width);
    }
    return widths;
}

ui::ReferenceFinder referenceFinder(shell::Context& context) {
    return [&context](std::string_view schema, const QString& typed, QObject* asker,
                      std::function<void(std::vector<ui::Reference>)> found) {
        const Entity* entity = api::findEntity(schema);
        if (entity == nullptr || !context.session.may(entity->read)) {
            return;
        }
        client::Listing listing;
        const bool isSearchedHere = !typed.isEmpty() && !entity->list.hasSearch;
        listing.limit = isSearchedHere ? lookedThroughMax : offeredMax;
        if (!isSearchedHere) {
            listing.search = typed;
        }
        if (entity->can(api::Deactivate) && isListedBy(*entity, "is_active")) {
            listing.filters.emplace_back(QStringLiteral("is_active"), QStringLiteral("true"));
        }
        const std::string key = text::searchKey(ui::fromQt(typed));
        client::whenDone(listRecords(context.api, *entity, listing), asker,
                         [entity, key, isSearchedHere,
                          found = std::move(found)](const client::Answer<client::Page<ui::Record>>& answer) {
                             if (!answer) {
                                 return;
                             }
                             std::vector<ui::Reference> references;
                             for (const ui::Record& record : answer->items) {
                                 ui::Reference reference{record.id(), nameOf(*entity, record)};
                                 const bool fits = !isSearchedHere ||
                                                   text::searchKey(ui::fromQt(reference.title)).find(key) !=
                                                       std::string::npos;
                                 if (fits && references.size() < offeredMax) {
                                     references.push_back(std::move(reference));
                                 }
                             }
                             found(std::move(references));
                         });
    };
}

std::vector<const FieldInfo*> referencesTo(const Entity& to, const Entity& of) {
    std::vector<const FieldInfo*> references;
    for (const FieldInfo& field : of.fields) {
        if (field.refersTo == to.name && isListedBy(of, field.name)) {
            references.push_back(&field);
        }
    }
    return references;
}

}  // namespace nextgen::entity
