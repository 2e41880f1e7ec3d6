#include "server/log/masking_formatter.h"

#include "server/log/mask.h"

#include <spdlog/details/log_msg.h>
#include <spdlog/pattern_formatter.h>

#include <utility>

namespace nextgen::log {

namespace {

class MaskingFormatter : public spdlog::formatter {
  public:
    explicit MaskingFormatter(std::unique_ptr<spdlog::formatter> inner) : m_inner(std::move(inner)) {}

    void format(const spdlog::details::log_msg& message, spdlog::memory_buf_t& into) override {
        const std::string text = masked({message.payload.data(), message.payload.size()});
        spdlog::details::log_msg safe = message;
        safe.payload = text;
        m_inner->format(safe, into);
    }
    std::unique_ptr<spdlog::formatter> clone() const override {
        return std::make_unique<MaskingFormatter>(m_inner->clone());
    }

  private:
    std::unique_ptr<spdlog::formatter> m_inner;
};

}  // namespace

std::unique_ptr<spdlog::formatter> makeFormatter() {
    return std::make_unique<MaskingFormatter>(std::make_unique<spdlog::pattern_formatter>(
        "%Y-%m-%dT%H:%M:%S.%eZ %l %v", spdlog::pattern_time_type::utc));
}

}  // namespace nextgen::log
