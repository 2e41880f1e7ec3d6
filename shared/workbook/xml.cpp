#include "shared/workbook/xml.h"

#include <expat.h>

#include <charconv>
#include <cstdlib>
#include <cstring>
#include <exception>

namespace nextgen::workbook {

namespace {

constexpr char namespaceSeparator = '|';

// The parser's memory. It keeps every name it meets and the whole of one tag, however long: a file can make
// either as large as itself. Its allocator has no argument of ours, hence the thread's own pointer, which is
// set while the parser runs.
struct Allowance {
    std::uint64_t bytesLeft;
};
thread_local Allowance* allowance = nullptr;

class AllowanceScope {
  public:
    explicit AllowanceScope(Allowance& mine) : m_outer(allowance) { allowance = &mine; }
    ~AllowanceScope() { allowance = m_outer; }
    AllowanceScope(const AllowanceScope&) = delete;
    AllowanceScope& operator=(const AllowanceScope&) = delete;

  private:
    Allowance* m_outer;
};

constexpr std::size_t headerSize = alignof(std::max_align_t);

std::size_t sizeOf(void* block) {
    std::size_t size = 0;
    std::memcpy(&size, static_cast<char*>(block) - headerSize, sizeof size);
    return size;
}

void* allocate(std::size_t size) {
    if (size > allowance->bytesLeft) {
        return nullptr;
    }
    void* raw = std::malloc(headerSize + size);
    if (raw == nullptr) {
        return nullptr;
    }
    allowance->bytesLeft -= size;
    std::memcpy(raw, &size, sizeof size);
    return static_cast<char*>(raw) + headerSize;
}

void release(void* block) {
    if (block != nullptr) {
        allowance->bytesLeft += sizeOf(block);
        std::free(static_cast<char*>(block) - headerSize);
    }
}

void* reallocate(void* block, std::size_t size) {
    if (block == nullptr) {
        return allocate(size);
    }
    void* moved = allocate(size);
    if (moved != nullptr) {
        std::memcpy(moved, block, std::min(size, sizeOf(block)));
        release(block);
    }
    return moved;
}

std::string_view withoutNamespace(std::string_view name) {
    const std::size_t separator = name.rfind(namespaceSeparator);
    return separator == std::string_view::npos ? name : name.substr(separator + 1);
}

/// Carries the parser's callbacks to the handler. Exceptions must not pass through the parser, which is C:
/// they wait here.
struct Bridge {
    XML_Parser parser;
    XmlHandler& handler;
    const Limits& limits;
    std::exception_ptr thrown;
    std::uint32_t depth = 0;

    template <class Act>
    void guarded(Act act) {
        if (thrown || handler.isDone) {
            return;
        }
        try {
            act();
        } catch (...) {
            thrown = std::current_exception();
        }
        if (thrown || handler.isDone) {
            XML_StopParser(parser, XML_FALSE);
        }
    }

    static Bridge& of(void* user) { return *static_cast<Bridge*>(user); }

    static void startElement(void* user, const XML_Char* name, const XML_Char** attributes) {
        of(user).guarded([&] {
            if (++of(user).depth > of(user).limits.xmlDepth) {
                throw Refusal(ErrorCode::FileUnsafe);
            }
            of(user).handler.startElement(withoutNamespace(name), XmlAttributes(attributes));
        });
    }
    static void endElement(void* user, const XML_Char* name) {
        of(user).guarded([&] {
            --of(user).depth;
            of(user).handler.endElement(withoutNamespace(name));
        });
    }
    static void characters(void* user, const XML_Char* text, int length) {
        of(user).guarded([&] { of(user).handler.characters({text, static_cast<std::size_t>(length)}); });
    }
    static void doctype(void* user, const XML_Char*, const XML_Char*, const XML_Char*, int) {
        of(user).guarded([] { throw Refusal(ErrorCode::FileUnsafe); });
    }
};

}  // namespace

std::string_view XmlAttributes::value(std::string_view name) const {
    for (const char* const* pair = m_pairs; *pair != nullptr; pair += 2) {
        const std::string_view given = pair[0];
        const bool isWhole = given.size() == name.size();
        const char before =
            isWhole || given.size() < name.size() ? '\0' : given[given.size() - name.size() - 1];
        if (given.ends_with(name) && (isWhole || before == namespaceSeparator || before == ':')) {
            return pair[1];
        }
    }
    return {};
}

std::uint64_t XmlAttributes::number(std::string_view name, std::uint64_t otherwise) const {
    const std::string_view text = value(name);
    std::uint64_t number = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    return failure == std::errc{} && end == text.data() + text.size() ? number : otherwise;
}

void parseXml(Archive& archive, std::string_view part, const Limits& limits, XmlHandler& handler,
              bool showsProgress) {
    Allowance mine{limits.xmlBytes};
    const AllowanceScope scope(mine);
    const XML_Memory_Handling_Suite memory{allocate, reallocate, release};
    const char separator[] = {namespaceSeparator, '\0'};
    const std::unique_ptr<std::remove_pointer_t<XML_Parser>, void (*)(XML_Parser)> parser(
        XML_ParserCreate_MM(nullptr, &memory, separator), XML_ParserFree);
    if (!parser) {
        throw std::bad_alloc();
    }
    Bridge bridge{parser.get(), handler, limits, {}};
    XML_SetUserData(parser.get(), &bridge);
    XML_SetElementHandler(parser.get(), Bridge::startElement, Bridge::endElement);
    XML_SetCharacterDataHandler(parser.get(), Bridge::characters);
    XML_SetStartDoctypeDeclHandler(parser.get(), Bridge::doctype);

    const auto parse = [&](std::string_view piece, bool isLast) {
        const XML_Status status = XML_Parse(parser.get(), piece.data(), static_cast<int>(piece.size()),
                                            isLast ? XML_TRUE : XML_FALSE);
        if (bridge.thrown) {
            std::rethrow_exception(bridge.thrown);
        }
        if (handler.isDone) {
            return false;
        }
        if (status != XML_STATUS_OK) {
            throw Refusal(XML_GetErrorCode(parser.get()) == XML_ERROR_NO_MEMORY ? ErrorCode::FileUnsafe
                                                                                : ErrorCode::FileDamaged);
        }
        return true;
    };
    archive.read(part, [&](std::string_view piece) { return parse(piece, false); }, showsProgress);
    if (!handler.isDone) {
        parse({}, true);
    }
}

}  // namespace nextgen::workbook
