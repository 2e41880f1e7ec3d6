#include "server/http/json_body.h"

#include "shared/api/endpoint.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <vector>

namespace nextgen::http {

namespace {

/// Builds the document while counting: what is refused is never built.
class BoundedBuilder : public nlohmann::json_sax<Json> {
  public:
    explicit BoundedBuilder(Json& root) : m_root(root) {}
    std::optional<ErrorCode> refusal;

    bool null() override { return add(nullptr); }
    bool boolean(bool value) override { return add(value); }
    bool number_integer(number_integer_t value) override { return add(value); }
    bool number_unsigned(number_unsigned_t value) override { return add(value); }
    bool number_float(number_float_t value, const string_t&) override { return add(value); }
    bool string(string_t& value) override { return hasNoZero(value) && add(std::move(value)); }
    bool binary(binary_t&) override { return refuse(ErrorCode::BodyNotJson); }

    bool start_object(std::size_t) override { return open(Json::object()); }
    bool key(string_t& name) override {
        const Json& object = *m_open.back();
        if (!hasNoZero(name) || object.contains(name)) {
            return refuse(ErrorCode::BodyNotJson);
        }
        if (object.size() >= jsonMembersMax) {
            return refuse(ErrorCode::BodyTooDeep);
        }
        m_name = std::move(name);
        return true;
    }
    bool end_object() override { return close(); }
    bool start_array(std::size_t) override { return open(Json::array()); }
    bool end_array() override { return close(); }
    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override {
        return refuse(ErrorCode::BodyNotJson);
    }

  private:
    bool refuse(ErrorCode code) {
        refusal = refusal.value_or(code);
        return false;
    }

    bool hasNoZero(const string_t& text) {
        return text.find('\0') == string_t::npos || refuse(ErrorCode::BodyNotJson);
    }

    template <class Value>
    bool add(Value&& value) {
        if (++m_values > jsonValuesMax) {
            return refuse(ErrorCode::BodyTooDeep);
        }
        if (m_open.empty()) {
            m_root = std::forward<Value>(value);
            m_added = &m_root;
        } else if (m_open.back()->is_array()) {
            m_added = &m_open.back()->emplace_back(std::forward<Value>(value));
        } else {
            m_added = &((*m_open.back())[m_name] = std::forward<Value>(value));
        }
        return true;
    }

    bool open(Json&& container) {
        if (m_open.size() >= static_cast<std::size_t>(api::jsonDepthMax)) {
            return refuse(ErrorCode::BodyTooDeep);
        }
        if (!add(std::move(container))) {
            return false;
        }
        m_open.push_back(m_added);
        return true;
    }

    bool close() {
        m_open.pop_back();
        return true;
    }

    Json& m_root;
    std::vector<Json*>
        m_open;  ///< each is the last member of the one before, so that none moves while it is open
    Json* m_added = nullptr;
    std::string m_name;
    std::size_t m_values = 0;
};

}  // namespace

tl::expected<std::shared_ptr<const Json>, ErrorCode> parseJson(std::string_view text) {
    auto root = std::make_shared<Json>();
    BoundedBuilder builder(*root);
    if (!Json::sax_parse(text, &builder)) {
        return tl::unexpected(builder.refusal.value_or(ErrorCode::BodyNotJson));
    }
    return root;
}

}  // namespace nextgen::http
