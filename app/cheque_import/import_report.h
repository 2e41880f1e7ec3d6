#pragma once

#include "app/cheque_import/import_work.h"
#include "app/shell/context.h"

#include <QTimer>
#include <functional>
#include <memory>
#include <optional>

namespace nextgen::cheque_import {

/// Says among the window's long works what an import is at for longer than a moment — its file being sent and
/// read, rows being posted or undone — and keeps it alive as long as it is at it, whoever began it.
class ImportReport : public QObject {
    Q_OBJECT

  public:
    ImportReport(shell::Context& context, const std::shared_ptr<ImportWork>& work);

    /// One whose file is still on its way or being read, and that is wanted; nullptr: none is.
    static std::shared_ptr<ImportWork> find(const client::Works& works,
                                            const std::function<bool(const ImportWork&)>& isWanted);

  private:
    void follow();
    void begin();
    void finish();
    void tryAgain(const std::shared_ptr<ImportWork>& work);

    shell::Context& m_context;
    client::Works& m_works;
    std::weak_ptr<ImportWork> m_work;
    std::shared_ptr<ImportWork> m_kept;  ///< while it is at something
    std::optional<client::Failure> m_failure;
    QTimer m_patience;  ///< what is over sooner is no long work
    int m_id = 0;       ///< of the works; 0: not among them
};

}  // namespace nextgen::cheque_import
