#pragma once

#include "shared/core/error_code.h"
#include "shared/describe/describe.h"
#include "ui/describe/record_model.h"
#include "ui/widgets/form.h"
#include "ui/widgets/reference_edit.h"

#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <variant>
#include <vector>

namespace nextgen::ui {

/// A Form whose rows are fields of an entity: one editor per kind of value, labels in the language of the
/// moment.
class RecordFormBase : public Form {
    Q_OBJECT

  public:
    /// What the date editors call today.
    void setToday(Date today);

  signals:
    void edited();

  protected:
    using EditedValue = std::variant<std::monostate, std::string, Money, Date, Instant, std::int64_t, bool>;

    RecordFormBase(const char* context, int columns, QWidget* parent);

    static bool isEditable(const describe::FieldInfo& info);
    /// `editor` instead of the one that its kind has; `span` columns wide.
    void addLine(const describe::FieldInfo& info, QWidget* editor = nullptr, int span = 1);
    void showValue(std::string_view name, const CellValue& value);
    /// nullopt: what stands in the editor is no value of its kind, which its row then says.
    std::optional<EditedValue> readValue(std::string_view name);
    /// The same without saying it.
    tl::expected<EditedValue, Error> valueIn(std::string_view name) const;
    /// The editor's state as text, whether it is a value or not, and back as though a person typed it.
    QString typedText(std::string_view name) const;
    void typeText(std::string_view name, const QString& text);
    const std::vector<describe::FieldInfo>& lines() const { return m_lines; }
    virtual void retranslate();

    void changeEvent(QEvent* event) override;

  private:
    const char* m_context;
    std::vector<describe::FieldInfo> m_lines;
};

/// The fields of E that a person writes: not hidden, not read-only, in the order of the description or of
/// `fields`.
template <describe::Described E>
class RecordForm : public RecordFormBase {
  public:
    explicit RecordForm(const char* context, int columns = 1,
                        const std::vector<std::string_view>& fields = {}, QWidget* parent = nullptr)
        : RecordFormBase(context, columns, parent) {
        if (fields.empty()) {
            describe::forEachField<E>([&](const auto& field) { add(field); });
        }
        for (const std::string_view name : fields) {
            describe::forEachField<E>([&](const auto& field) {
                if (field.info.name == name) {
                    add(field);
                }
            });
        }
    }

    void load(const E& entity) {
        describe::forEachField<E>([&](const auto& field) {
            if (editor(toQt(field.info.name)) != nullptr) {
                showValue(field.info.name, cellValueOf(entity.*(field.member)));
            }
        });
        clearErrors();
    }

    /// Writes what was typed into the entity, whose other members stay. False when an editor holds no value
    /// of its kind; the rules of the entity are judged by the caller, who hands their errors to setErrors().
    bool store(E& entity) {
        bool isComplete = true;
        describe::forEachField<E>([&](const auto& field) {
            if (editor(toQt(field.info.name)) == nullptr) {
                return;
            }
            const auto value = readValue(field.info.name);
            if (!value) {
                isComplete = false;
                return;
            }
            take(*value, entity.*(field.member));
        });
        return isComplete;
    }

  private:
    template <class F>
    void add(const F& field) {
        if (isEditable(field.info)) {
            addLine(field.info);
        }
    }

    template <class T>
    static void take(const EditedValue& value, T& member) {
        using Inner = typename describe::Unwrapped<T>::type;
        if (std::holds_alternative<std::monostate>(value)) {
            member = T{};
        } else if constexpr (std::is_same_v<Inner, bool>) {
            member = std::get<bool>(value);
        } else if constexpr (std::is_enum_v<Inner> || std::is_integral_v<Inner>) {
            member = static_cast<Inner>(std::get<std::int64_t>(value));
        } else if constexpr (std::is_same_v<Inner, std::string> || std::is_same_v<Inner, Money> ||
                             std::is_same_v<Inner, Date>) {
            member = std::get<Inner>(value);
        }
    }
};

}  // namespace nextgen::ui
