#pragma once

#include "shared/credit/exposure.h"
#include "shared/credit/ledger.h"
#include "ui/describe/record_model.h"

/// Tables of credit whose texts are names out of lists: accounts, moves, statuses.
namespace nextgen::dealer {

/// The documents behind a part of the exposure.
class DocumentModel : public ui::RecordModel<credit::ExposureDocument> {
  public:
    explicit DocumentModel(QObject* parent);

  protected:
    ui::CellValue cell(int row, const describe::FieldInfo& field) const override;
};

/// Ledger lines with the account's title in the language of the moment.
class LedgerModel : public ui::RecordModel<credit::LedgerLine> {
  public:
    explicit LedgerModel(QObject* parent);

  protected:
    ui::CellValue cell(int row, const describe::FieldInfo& field) const override;
};

/// The title of an account of the chart; the name itself when the chart does not have it.
std::string_view accountTitle(std::string_view name, Language language);

}  // namespace nextgen::dealer
