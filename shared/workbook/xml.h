#pragma once

#include "shared/workbook/archive.h"

#include <optional>
#include <string_view>

namespace nextgen::workbook {

/// The attributes of one element. Names are asked for without their namespace, or with the end of its URI
/// where two namespaces share a name: "office:1.0|value-type".
class XmlAttributes {
  public:
    explicit XmlAttributes(const char* const* pairs) : m_pairs(pairs) {}
    /// Empty when there is no such attribute.
    std::string_view value(std::string_view name) const;
    /// The attribute as a whole number; `otherwise` when it is missing or none.
    std::uint64_t number(std::string_view name, std::uint64_t otherwise) const;

  private:
    const char* const* m_pairs;
};

/// Takes the elements of a part as they stream by, named without their namespace.
class XmlHandler {
  public:
    virtual ~XmlHandler() = default;
    virtual void startElement(std::string_view name, const XmlAttributes& attributes) = 0;
    virtual void endElement(std::string_view name) = 0;
    virtual void characters(std::string_view) {}

    /// Nothing more of this part is wanted.
    bool isDone = false;
};

/// Parses one part. Refusal: those of Archive::read, file_damaged (not well-formed), file_unsafe (a document
/// type, too deep, one tag too large, too many names).
void parseXml(Archive& archive, std::string_view part, const Limits& limits, XmlHandler& handler,
              bool showsProgress = false);

}  // namespace nextgen::workbook
