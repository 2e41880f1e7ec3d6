#pragma once

#include "shared/core/date.h"
#include "shared/core/id.h"
#include "shared/core/money.h"
#include "shared/describe/describe.h"
#include "shared/describe/translate.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace nextgen::credit {

/// The accounts that credit and cheques are booked on. Those of a dealer exist once per dealer.
enum class Account {
    Bank,
    ChequesOnHand,
    ChequesDeposited,
    ChequesBounced,
    ChequesEndorsed,      ///< memorandum: passed on, still with recourse to us
    EndorsementRecourse,  ///< memorandum: the other side of ChequesEndorsed
    UnappliedReceipts,    ///< received from the dealer, not yet set against invoices
    Receivable,
    Creditors,
    BankFees,  ///< what banks take that nobody gives back to us
};

/// The chart of accounts: code and names as Iranian bookkeeping has them; a tenant may renumber its own copy.
struct AccountText {
    Account account;
    std::string_view name;  ///< snake_case, in SQL and JSON
    std::string_view code;
    std::string_view english;
    std::string_view persian;
};

inline constexpr std::array<AccountText, 10> chartOfAccounts{{
    {Account::Bank, "bank", "1110", "Bank", "بانک"},
    {Account::ChequesOnHand, "cheques_on_hand", "1241", "Cheques on hand", "اسناد دریافتنی نزد صندوق"},
    {Account::ChequesDeposited, "cheques_deposited", "1242", "Cheques in collection", "اسناد در جریان وصول"},
    {Account::ChequesBounced, "cheques_bounced", "1244", "Bounced cheques", "اسناد دریافتنی برگشتی"},
    {Account::ChequesEndorsed, "cheques_endorsed", "9101", "Endorsed cheques (memo)",
     "اسناد خرج‌شده (انتظامی)"},
    {Account::EndorsementRecourse, "endorsement_recourse", "9102", "Recourse on endorsed cheques (memo)",
     "طرف حساب اسناد خرج‌شده (انتظامی)"},
    {Account::UnappliedReceipts, "unapplied_receipts", "2130", "Unapplied receipts",
     "دریافت‌های تخصیص‌نیافته"},
    {Account::Receivable, "receivable", "1310", "Dealers' invoices",
     "حساب‌های دریافتنی نمایندگان"},
    {Account::Creditors, "creditors", "2110", "Creditors", "حساب‌های پرداختنی"},
    {Account::BankFees, "bank_fees", "5210", "Bank fees", "کارمزدهای بانکی"},
}};

constexpr std::string_view accountName(Account account) {
    return chartOfAccounts[static_cast<std::size_t>(account)].name;
}

/// A line of a dealer's ledger with the balance after it.
struct LedgerLine {
    LedgerLineId id;
    LedgerEntryId entryId;
    Date postedOn;
    std::string account;
    std::string kind;    ///< the move or document that posted it
    std::string number;  ///< of that document
    Money debit;
    Money credit;
    Money balance;  ///< of the account for this dealer, debit positive
};

constexpr auto descriptionOf(std::type_identity<LedgerLine>) {
    using namespace describe;
    return schema(
        "ledger_lines", field("id", &LedgerLine::id).with(Key | Hidden),
        field("entry_id", &LedgerLine::entryId).with(Hidden),
        field("posted_on", &LedgerLine::postedOn).titled(QT_TRANSLATE_NOOP("LedgerLine", "Date")),
        field("account", &LedgerLine::account).titled(QT_TRANSLATE_NOOP("LedgerLine", "Account")),
        field("kind", &LedgerLine::kind).titled(QT_TRANSLATE_NOOP("LedgerLine", "Move")),
        field("number", &LedgerLine::number).titled(QT_TRANSLATE_NOOP("LedgerLine", "Document")).with(Code),
        field("debit", &LedgerLine::debit).titled(QT_TRANSLATE_NOOP("LedgerLine", "Debit")).with(Summed),
        field("credit", &LedgerLine::credit).titled(QT_TRANSLATE_NOOP("LedgerLine", "Credit")).with(Summed),
        field("balance", &LedgerLine::balance).titled(QT_TRANSLATE_NOOP("LedgerLine", "Balance")));
}

}  // namespace nextgen::credit
