#include "text/normalise/character_forms.hpp"

#include "text/normalise/traditional.hpp"

namespace kebi::grammar {
namespace {

/// Signs that stand for one another; nothing for signs that are not read at all.
char32_t one_form(char32_t c) {
  if (c >= 0xFF01 && c <= 0xFF5E) {
    if (c == U'～') return U'-';
    return c - 0xFEE0;
  }
  switch (c) {
    case U'—':
    case U'–':
    case U'―':
    case U'‐':
    case U'‑':
    case U'﹣':
    case U'−':
    case U'─':
    case U'\u207B':
    case U'〜':
    case U'~':
      return U'-';
    case U'“':
    case U'”':
    case U'„':
    case U'「':
    case U'」':
    case U'『':
    case U'』':
    case U'″':
      return U'"';
    case U'∶':
    case U'︰':
    case U'﹕':
      return U':';
    case U'〔':
    case U'【':
      return U'[';
    case U'〕':
    case U'】':
      return U']';
    case U'≧':
    case U'⩾':
      return U'≥';
    case U'≦':
    case U'⩽':
      return U'≤';
    case U'﹪':
      return U'%';
    case U'．':
    case U'﹒':
      return U'.';
    case U'\u00B7':
    case U'•':
    case U'●':
    case U'■':
    case U'◆':
    case U'・':
      return U'·';
    case U'\u00A0':
    case U'\u2009':
    case U'\u3000':
    case U'\u2002':
    case U'\u2003':
      return U' ';
    case U'\u200B':
    case U'\u200C':
    case U'\u200D':
    case U'\uFEFF':
    case U'\r':
      return U'\0';
    default:
      return c;
  }
}

}  // namespace

forms::forms() {
  for (char32_t c = 0; c < of_.size(); ++c)
    of_[c] = static_cast<char16_t>(c >= 0x3400 && c < 0xA000 ? simplify(c) : one_form(c));
}

const forms& forms::all() {
  static const forms table;
  return table;
}

}  // namespace kebi::grammar
