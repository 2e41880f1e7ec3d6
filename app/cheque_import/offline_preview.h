#pragma once

#include "app/cheque_import/staged_row.h"
#include "shared/cheque_import/batch.h"

#include <QObject>
#include <QString>
#include <stop_token>
#include <thread>

namespace nextgen::cheque_import {

/// What this machine understands of a file by itself. Which dealers there are and which cheques are posted
/// already only the server knows.
struct Preview {
    SheetLayout layout;
    Summary summary;              ///< of all rows
    std::vector<StagedRow> rows;  ///< the first ones, at most OfflinePreview::rowsMax
};

/// Reads a workbook by the server's own rules on a thread of its own, while there is no server to ask.
class OfflinePreview : public QObject {
    Q_OBJECT

  public:
    static constexpr std::size_t rowsMax = 2'000;

    explicit OfflinePreview(QObject* parent = nullptr);
    /// Reading stops.
    ~OfflinePreview() override;

    /// A reading that is under way stops and says nothing more. Sentences come in `language`.
    void read(const QString& filePath, std::optional<AmountUnit> amountUnit, Date today, Language language);
    void stop();

  signals:
    void progressed(qint64 rowsRead);
    void done(const nextgen::cheque_import::Preview& preview);
    void refused(const nextgen::Error& error);

  private:
    std::jthread m_thread;
    int m_generation = 0;
};

}  // namespace nextgen::cheque_import
