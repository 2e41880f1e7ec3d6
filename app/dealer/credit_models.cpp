#include "app/dealer/credit_models.h"

#include "shared/cheque/cheque_status.h"

namespace nextgen::dealer {

namespace {

/// The list's entry by its name, to be worded by the model; the bare name when the list does not have it.
template <class Choices>
ui::CellValue choiceOr(const Choices& choices, std::string_view name) {
    for (const describe::Choice& choice : choices) {
        if (choice.name == name) {
            return choice;
        }
    }
    return name;
}

}  // namespace

std::string_view accountTitle(std::string_view name, Language language) {
    for (const credit::AccountText& account : credit::chartOfAccounts) {
        if (account.name == name) {
            return language == Language::Persian ? account.persian : account.english;
        }
    }
    return name;
}

DocumentModel::DocumentModel(QObject* parent)
    : RecordModel("ExposureDocument", {"number", "amount", "due_on", "status"}, parent) {}

ui::CellValue DocumentModel::cell(int row, const describe::FieldInfo& field) const {
    if (field.name == "status") {
        return choiceOr(cheque::statuses, at(row).status);
    }
    return RecordModel::cell(row, field);
}

LedgerModel::LedgerModel(QObject* parent)
    : RecordModel("LedgerLine", {"posted_on", "account", "debit", "credit", "balance", "kind", "number"},
                  parent) {}

ui::CellValue LedgerModel::cell(int row, const describe::FieldInfo& field) const {
    if (field.name == "account") {
        return accountTitle(at(row).account, ui::currentLanguage());
    }
    if (field.name == "kind") {
        return choiceOr(cheque::moves, at(row).kind);
    }
    // A line is either: the other side stays empty, as on paper.
    if ((field.name == "debit" && at(row).debit.isZero()) ||
        (field.name == "credit" && at(row).credit.isZero())) {
        return {};
    }
    return RecordModel::cell(row, field);
}

}  // namespace nextgen::dealer
