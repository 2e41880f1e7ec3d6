#pragma once

/// Marks a label for lupdate, which puts it into translations/nextgen_fa.ts under the context `scope`; the
/// value stays the English text. shared/ has no Qt, so the macro is spelled here exactly as in Qt's own
/// headers: a file that includes both then redefines it to the same thing, which the language allows.
#define QT_TRANSLATE_NOOP(scope, x) x
