#include "app/entity/links.h"

#include "app/client/task.h"
#include "app/entity/entity_calls.h"
#include "app/entity/entity_words.h"
#include "app/entity/record_dialog.h"
#include "shared/cheque/cheque.h"

#include <QPointer>

namespace nextgen::entity {

namespace {

/// Cheques have calls and a page of their own.
bool isCheque(std::string_view schema) {
    return schema == describe::schemaName<cheque::Cheque>();
}

}  // namespace

bool mayOpen(const shell::Context& context, std::string_view schema) {
    const api::Entity* entity = api::findEntity(schema);
    return isCheque(schema) ? context.session.may(Permission::ChequesRead)
                            : entity != nullptr && context.session.may(entity->read);
}

void openRecord(shell::Context& context, QWidget* asker, const ui::RecordLink& link, WantPage wantPage) {
    if (!mayOpen(context, link.schema)) {
        return;
    }
    const api::Entity* entity = api::findEntity(link.schema);
    if (entity == nullptr || entity->partOf.empty()) {
        wantPage(ui::toQt(link.schema), {{QStringLiteral("id"), QString::number(link.id)}});
        return;
    }
    client::whenDone(getRecord(context.api, *entity, link.id), asker,
                     [&context, asker, entity, wantPage](const client::Answer<ui::Record>& answer) {
                         if (!answer) {
                             context.dialogs.inform(asker, titleOf(*entity),
                                                    shell::sentenceOf(answer.error()));
                             return;
                         }
                         const Given whole{entity->partOf, answer->integer(entity->partOf)};
                         auto* dialog = new RecordDialog(context, *entity, whole, asker->window());
                         QObject::connect(dialog, &RecordDialog::pageWanted, asker, wantPage);
                         dialog->showRecord(*answer);
                     });
}

QString hrefOf(const ui::RecordLink& link) {
    return ui::toQt(link.schema) + u'/' + QString::number(link.id);
}

std::optional<ui::RecordLink> linkIn(const QString& href) {
    const qsizetype slash = href.indexOf(u'/');
    const std::string schema = ui::fromQt(href.left(slash));
    const api::Entity* entity = api::findEntity(schema);
    if (slash < 0 || (entity == nullptr && !isCheque(schema))) {
        return std::nullopt;
    }
    return ui::RecordLink{entity != nullptr ? entity->name : describe::schemaName<cheque::Cheque>(),
                          href.mid(slash + 1).toLongLong()};
}

}  // namespace nextgen::entity
