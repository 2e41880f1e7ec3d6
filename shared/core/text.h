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

/// Bidi marks, isolates, zero-width joiners and spaces, soft hyphens, byte-order marks and control characters
/// removed; tabs, no-break and other odd blanks become a plain blank; ends trimmed, of ZWNJ too. Within the
/// text ZWNJ stays, since it is spelling, and so do line breaks.
std::string cleaned(std::string_view text);

/// The key that searching and matching compare: cleaned, Persian letters, ZWNJ and line breaks to a blank,
/// أإآٱ to ا, ة and ۀ to ه, ؤ to و, ئ to ی, diacritics (U+064B–U+065F, U+0670) and tatweel removed, ASCII
/// digits, A–Z in lower case, blanks squeezed.
std::string searchKey(std::string_view text);

/// searchKey without blanks, punctuation and a detached ezafe: «شناسه‌ی صیادی», «شناسهٔ
/// صيادي» and «شناسه صیادی» are one heading, and so are "Due-Date:" and "due_date".
std::string headingKey(std::string_view text);

/// A number as people write it, brought to what std::from_chars reads: ASCII digits, grouping marks (, ٬ ، '
/// ’ _ and blanks between digits) and bidi marks removed, − to -. What else stands in it stays, so that
/// the caller refuses it.
std::string ungroupedNumber(std::string_view text);

/// The number of characters (code points).
std::size_t length(std::string_view text);

/// The text, or its beginning and … where it is longer than so many characters.
std::string shortened(std::string_view text, std::size_t charactersMax);

/// Valid UTF-8, without overlong forms and surrogates.
bool isUtf8(std::string_view bytes);

/// Windows-1256 to UTF-8. The code page has no ی, so ي is read as ی; it leaves no byte undefined.
std::string fromWindows1256(std::string_view bytes);

}  // namespace nextgen::text
