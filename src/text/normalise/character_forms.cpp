#include "text/normalise/character_forms.hpp"

#include <string_view>

#include "text/normalise/data_files.hpp"
#include "text/normalise/data_rows.hpp"
#include "text/normalise/utf8.hpp"

namespace kebi::grammar {
namespace {

/// Signs that stand for one another; nothing for signs that are not read at all.
struct sign_form {
  std::u32string_view signs;
  char32_t stands_for;
};
constexpr sign_form sign_forms[] = {
    {U"—–―‐‑﹣−─\u207B〜~～", U'-'}, {U"“”„「」『』″", U'"'}, {U"∶︰﹕", U':'},
    {U"〔【", U'['}, {U"〕】", U']'}, {U"≧⩾", U'≥'}, {U"≦⩽", U'≤'}, {U"﹪", U'%'}, {U"﹒", U'.'},
    {U"•●■◆・", U'·'},
    {U"\u00A0\u2009\u3000\u2002\u2003", U' '},  // blanks of all widths
    {U"\u200B\u200C\u200D\uFEFF\r", U'\0'},     // no sign at all
};

/// The code point of a cell that is one character.
char16_t character_in(std::string_view cell) {
  return static_cast<char16_t>(code_point(character(cell)));
}

}  // namespace

forms::forms() {
  for (char32_t c = 0; c < of_.size(); ++c) of_[c] = static_cast<char16_t>(c);
  constexpr char32_t wide_first = 0xFF01, wide_last = 0xFF5E;  // ！ to ～: ASCII in full width
  for (char32_t c = wide_first; c <= wide_last; ++c)
    of_[c] = static_cast<char16_t>(c - wide_first + U'!');
  for (const sign_form& each : sign_forms)
    for (const char32_t sign : each.signs) of_[sign] = static_cast<char16_t>(each.stands_for);
  data_rows rows{detail::text_of_data_file("traditional.tsv")};
  rows.next();  // the heads of the file
  while (rows.next()) of_[character_in(rows[0])] = character_in(rows[1]);
}

const forms& forms::all() {
  static const forms table;
  return table;
}

}  // namespace kebi::grammar
