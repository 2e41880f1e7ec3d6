#pragma once

#include <string>
#include <string_view>

/// Persian text: one fold for searching, one for what people type. UTF-8 in, UTF-8 out; bytes that are not
/// UTF-8 become U+FFFD.
namespace nextgen::text {

/// ۱۲۳ and ١٢٣ become 123; everything else stays.
std::string asciiDigits(std::string_view text);
/// 123 and ١٢٣ become ۱۲۳.
std::string persianDigits(std::string_view text);
/// ي and ى become ی, ك becomes ک: the letters Persian writes with.
std::string persianLetters(std::string_view text);

/// Bidi marks, isolates, zero-width joiners, soft hyphens and byte-order marks removed; no-break and other
/// odd blanks become a plain blank; ends trimmed. ZWNJ stays: it is spelling.
std::string cleaned(std::string_view text);

/// The key that searching and matching compare: cleaned, Persian letters, ZWNJ to a blank, أإآٱ to ا, ة and ۀ
/// to ه, ؤ to و, ئ to ی, diacritics and tatweel removed, ASCII digits, lower case, blanks squeezed. sql/
/// holds the same rule for repair; a test keeps both alike.
std::string searchKey(std::string_view text);

/// searchKey without any blank, hyphen, dot, slash or bracket: compares headings such as "شناسه‌ی
/// صیادی" and "شناسه صيادي".
std::string headingKey(std::string_view text);

/// A number as people write it, brought to what std::from_chars reads: ASCII digits, grouping marks (, ٬ ، '
/// ’ _ and blanks between digits) removed, − and leading U+200E to -. What else stands in it stays, so that
/// the caller refuses it.
std::string ungroupedNumber(std::string_view text);

/// The number of characters (code points).
std::size_t length(std::string_view text);

/// Valid UTF-8, without overlong forms and surrogates.
bool isUtf8(std::string_view bytes);

/// Windows-1256 to UTF-8. The code page has no ی, so ي is read as ی; it leaves no byte undefined.
std::string fromWindows1256(std::string_view bytes);

}  // namespace nextgen::text
