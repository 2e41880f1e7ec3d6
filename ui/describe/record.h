#pragma once

#include "shared/describe/describe.h"
#include "ui/describe/record_model.h"

#include <QPointer>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace nextgen::ui {

/// A value that is kept, of the kind that its field says; a reference is the other record's id.
using FieldValue =
    std::variant<std::monostate, std::string, Money, Date, Instant, std::int64_t, bool, describe::Choice>;

/// What is written: fields with their new values, which are nothing where a field was emptied.
using FieldChanges = std::vector<std::pair<std::string_view, FieldValue>>;

/// Choices by their value: they are of one table.
bool isSame(const FieldValue& a, const FieldValue& b);

/// The same to look at; a text is a view into `value`.
CellValue cellValueOf(const FieldValue& value);

/// One record of an entity that has no C++ type: a value for each field of its description, which outlives
/// it.
class Record {
  public:
    Record() = default;
    explicit Record(std::span<const describe::FieldInfo> fields)
        : m_fields(fields), m_values(fields.size()) {}

    std::span<const describe::FieldInfo> fields() const { return m_fields; }
    /// Nothing, for a field that is empty or that there is none of this name.
    const FieldValue& value(std::string_view field) const;
    /// Passed over when there is no such field.
    void set(std::string_view field, FieldValue value);

    template <class T>
    const T* as(std::string_view field) const {
        return std::get_if<T>(&value(field));
    }
    /// 0: not known.
    std::int64_t integer(std::string_view field) const;
    std::string_view text(std::string_view field) const;
    std::int64_t id() const { return integer("id"); }

  private:
    std::span<const describe::FieldInfo> m_fields;
    std::vector<FieldValue> m_values;
};

/// A record that another one names.
struct RecordLink {
    std::string_view schema;
    std::int64_t id;
    bool operator==(const RecordLink&) const = default;
};

/// What a field of the record names: by its id, by the words of that reference, or by a table's name and an
/// id.
std::optional<RecordLink> linkOf(const Record& record, const describe::FieldInfo& field);

class StagedEdits;
struct StagedRow;

/// Rows of such an entity. What is long, and a reference that a text beside it words, are no columns; whether
/// a record is active is a chip.
class RecordTable : public RowModel<Record> {
  public:
    /// `without`: fields that are no columns here.
    RecordTable(const char* context, const std::vector<describe::FieldInfo>& fields,
                const std::vector<std::string_view>& without = {}, QObject* parent = nullptr);

    std::int64_t idOf(int row) const override { return at(row).id(); }

    /// Cells that name a record of a schema which `mayOpen` are links.
    void setLinks(std::function<bool(std::string_view schema)> mayOpen) { m_mayOpen = std::move(mayOpen); }
    std::optional<RecordLink> linkAt(int row, int column) const;

    /// Cells show what is staged, marked as such, in place of what the record has. The edits outlive the
    /// table or are taken away.
    void setStaged(const StagedEdits* staged);
    /// The record with what is staged of it.
    Record stagedAt(int row) const;

  protected:
    CellValue cell(int row, const describe::FieldInfo& field) const override;
    QString shown(int row, const describe::FieldInfo& field) const override;
    bool isLink(int row, const describe::FieldInfo& field) const override;
    std::optional<CellMark> markAt(const QModelIndex& index) const override;

  private:
    const StagedRow* stagedRow(int row) const;
    const FieldValue& valueAt(int row, std::string_view field) const;
    std::optional<RecordLink> linkOfCell(int row, const describe::FieldInfo& field) const;

    QPointer<const StagedEdits> m_staged;
    std::function<bool(std::string_view schema)> m_mayOpen;
};

/// "brand_id" → "brand_name", the field that words a reference; nullptr when there is none.
const describe::FieldInfo* wordingOf(std::span<const describe::FieldInfo> fields,
                                     const describe::FieldInfo& reference);

/// A field of a record in words: a reference by the text beside it, a setting by what it is.
QString wordsOf(const Record& record, const describe::FieldInfo& field);

/// The field that a person writes to change what stands in a column: the column's own, or the reference that
/// it words. nullptr where nothing can be written once the record is there; a secret is written in its form.
const describe::FieldInfo* writtenBy(std::span<const describe::FieldInfo> fields,
                                     const describe::FieldInfo& column);

/// Several lines rather than one.
bool isLongText(const describe::FieldInfo& field);

/// What state a record is in, by the first of its fields that says one.
std::optional<describe::Choice> stateOf(const Record& record);

/// is_active as a word of its own.
describe::Choice activeChoice(bool isActive);

}  // namespace nextgen::ui
