#include "text/normalise/foreign.hpp"

#include <algorithm>
#include <cstddef>

#include "text/normalise/utf8.hpp"

namespace kebi::grammar {
namespace {

/// How many characters of each kind a text has.
struct scripts {
  std::size_t chinese = 0, kana = 0, others = 0, letters = 0, blanks = 0;
  std::size_t data = 0, commas = 0;  // digits and the marks between them
  std::size_t longest_word = 0;  // in small letters
};

bool is_chinese(unsigned char lead) { return lead >= 0xE4 && lead <= 0xE9; }
bool is_hangul_or_cyrillic(char32_t c) {
  return (c >= 0xAC00 && c < 0xD7A4) || (c >= 0x0400 && c < 0x0530);
}

/// Counts an ASCII character.
void count_sign(scripts& found, char c) {
  if (is_letter(c)) ++found.letters;
  if (c == ' ' || c == '|' || c == '\t') ++found.blanks;
  if (c == ',') ++found.commas;
  if (is_digit(c) || c == ',' || c == '.' || c == '-' || c == '/') ++found.data;
}

scripts count_scripts(std::string_view text) {
  scripts found;
  std::size_t word = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto lead = static_cast<unsigned char>(text[at]);
    word = text[at] >= 'a' && text[at] <= 'z' ? word + 1 : 0;
    found.longest_word = std::max(found.longest_word, word);
    if (lead < 0x80) {
      count_sign(found, text[at++]);
      continue;
    }
    if (is_chinese(lead)) {
      ++found.chinese;
      at += 3;
      continue;
    }
    const std::string_view one = character(text.substr(at));
    const char32_t c = code_point(one);
    if ((c > 0x3040 && c < 0x30A0) || (c > 0x30A0 && c < 0x30FB)) ++found.kana;
    if (is_hangul_or_cyrillic(c)) ++found.others;
    at += one.size();
  }
  return found;
}

/// Most paragraphs: Chinese with a stop, few letters and nothing of other scripts.
bool is_plainly_chinese(std::string_view text) {
  std::size_t letters = 0, chinese = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto lead = static_cast<unsigned char>(text[at]);
    if (is_chinese(lead)) {
      ++chinese;
      at += 3;
      continue;
    }
    // Kana stand behind 0xE3, where signs such as 、 do too; Hangul behind 0xEA to 0xED.
    const bool other = lead > 0xE9 && lead < 0xEE;
    const bool kana = lead == 0xE3 && at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) > 0x80;
    if (other || kana || (lead >= 0xD0 && lead < 0xD5)) return false;
    letters += is_letter(text[at]);
    at += lead < 0xE0 ? 1 : 3;
  }
  return chinese > 0 && letters < 15 && text.find("。") != std::string_view::npos;
}

}  // namespace

std::string_view why_foreign(std::string_view text) {
  if (is_plainly_chinese(text)) return {};
  const scripts found = count_scripts(text);
  if (found.kana >= 2 && found.kana * 5 >= found.chinese)
    return "in Japanese, of which no sentences are read: give the figures as a table to kebi.Series";
  if (found.others >= 2 && found.others > found.chinese)
    return "in a language of which no sentences are read: give the figures as a table to kebi.Series";
  const bool words = found.letters >= 15 && found.blanks >= 2;
  const bool sentence = found.chinese == 0 && found.longest_word >= 3 && found.blanks > 0;
  if (sentence || (words && found.chinese * 8 < found.letters))
    return "in English, of which no sentences are read: give the figures as a table to kebi.Series";
  const bool prose = text.find("。") != std::string_view::npos || text.find(';') != std::string_view::npos;
  const std::size_t characters = text.size() - 2 * found.chinese;
  if (!prose && found.commas >= 2 && found.data >= 9 && found.data * 2 >= characters)
    return "a line of a data table: read it as a data frame and give that to kebi.Series";
  return {};
}

bool has_chinese(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return is_chinese(static_cast<unsigned char>(c)); });
}

}  // namespace kebi::grammar
