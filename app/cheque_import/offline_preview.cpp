#include "app/cheque_import/offline_preview.h"

#include <QFile>
#include <algorithm>
#include <filesystem>
#include <functional>
#include <memory>
#include <system_error>

namespace nextgen::cheque_import {

namespace {

/// Keeps the first rows, beside the twins that they need.
class FirstRows : public RowSink {
  public:
    FirstRows(Language language, std::function<void(std::uint32_t)> tell)
        : m_language(language), m_tell(std::move(tell)) {}

    void row(ImportRow&& row) override {
        if (rows.size() < OfflinePreview::rowsMax) {
            rows.push_back(stagedRowOf(row, valuesOf(row.twinRow), m_language));
        }
    }
    void progressed(std::uint32_t rowsRead, double) override { m_tell(rowsRead); }

    std::vector<StagedRow> rows;

  private:
    /// A twin stands above, so it is among those kept when its double is.
    const RowValues* valuesOf(std::optional<std::uint32_t> number) const {
        const auto found =
            std::lower_bound(rows.begin(), rows.end(), static_cast<int>(number.value_or(0)),
                             [](const StagedRow& row, int wanted) { return row.row < wanted; });
        const bool isFound = number && found != rows.end() && found->row == static_cast<int>(*number);
        return isFound ? &found->values : nullptr;
    }

    Language m_language;
    std::function<void(std::uint32_t)> m_tell;
};

Result<Preview> readFile(const ImportRequest& request, Language language,
                         std::function<void(std::uint32_t)> tell, const std::stop_token& stop) {
    FirstRows sink(language, std::move(tell));
    try {
        auto outcome = importWorkbook(request, sink, stop);
        if (!outcome) {
            return refuse(outcome.error());
        }
        return Preview{std::move(outcome->layout), outcome->summary, std::move(sink.rows)};
    } catch (const std::system_error&) {
        return refuse(ErrorCode::FileNotReadable);
    }
}

}  // namespace

OfflinePreview::OfflinePreview(QObject* parent) : QObject(parent) {}

OfflinePreview::~OfflinePreview() {
    stop();
}

void OfflinePreview::stop() {
    ++m_generation;
    m_thread = {};  // asks it to stop and waits; the reader looks at every block it reads
}

void OfflinePreview::read(const QString& filePath, std::optional<AmountUnit> amountUnit, Date today,
                          Language language) {
    stop();
    ImportRequest request;
    request.file = std::filesystem::path(QFile::encodeName(filePath).toStdString());
    request.today = today;
    request.amountUnit = amountUnit;
    // What is sent back arrives on this object's thread, and is passed over when another reading has begun.
    const auto say = [this, generation = m_generation](auto words) {
        QMetaObject::invokeMethod(
            this,
            [this, generation, words = std::move(words)] {
                if (generation == m_generation) {
                    words();
                }
            },
            Qt::QueuedConnection);
    };
    m_thread = std::jthread([this, request, language, say](const std::stop_token& stop) {
        const auto tell = [this, say](std::uint32_t rows) { say([this, rows] { emit progressed(rows); }); };
        auto preview = readFile(request, language, tell, stop);
        if (preview) {
            const auto result = std::make_shared<const Preview>(std::move(*preview));
            say([this, result] { emit done(*result); });
        } else {
            say([this, error = preview.error()] { emit refused(error); });
        }
    });
}

}  // namespace nextgen::cheque_import
