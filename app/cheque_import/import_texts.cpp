#include "app/cheque_import/import_texts.h"

#include "shared/core/error_code.h"
#include "ui/locale/format.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace nextgen::cheque_import {

QString arrow() {
    return ui::currentLanguage() == Language::Persian ? QStringLiteral("←") : QStringLiteral("→");
}

QString repairSentence(const ShownRepair& repair) {
    const QString column = ui::toQt(columnTitle(repair.column, ui::currentLanguage()));
    QString after = repair.after;
    if (repair.column == Column::Amount) {
        if (const auto amount = parseMoney(ui::fromQt(after))) {
            after = ui::showMoney(*amount);
        }
    } else if (repair.column == Column::DueOn) {
        if (const auto date = Date::parse(ui::fromQt(after))) {
            after = ui::showDate(*date);
        }
    }
    return QCoreApplication::translate("ImportTexts", "%1: %2 %3 %4", "column, before, arrow, after")
        .arg(column, ui::showCode(repair.before), arrow(), ui::showCode(ui::showDigits(after)));
}

QString failureSentence(const ChequeImport& import) {
    if (import.errorCode.empty()) {
        return {};
    }
    const auto code = errorCodeByName(import.errorCode);
    QString sentence = ui::showError({code.value_or(ErrorCode::InternalError), {}, {}});
    // Of a file that was read beside the request only the code is kept: a clause that needs more is left out.
    sentence.remove(QRegularExpression(QStringLiteral("[^.؛;]*\\{\\w+\\}[^.؛;]*[.؛;]?")));
    return sentence.trimmed();
}

}  // namespace nextgen::cheque_import
