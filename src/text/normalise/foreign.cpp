#include "text/normalise/foreign.hpp"

#include <cstddef>

#include "text/normalise/utf8.hpp"

namespace kebi::grammar {
namespace {

/// How many characters of each script a text has.
struct scripts {
  std::size_t chinese = 0, kana = 0, letters = 0, blanks = 0;
};

scripts count_scripts(std::string_view text) {
  scripts found;
  for (std::size_t at = 0; at < text.size();) {
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead >= 0xE4 && lead <= 0xE9) {
      ++found.chinese;
      at += 3;
    } else if (lead >= 0xE0) {
      const char32_t c = code_point(character(text.substr(at)));
      if ((c > 0x3040 && c < 0x30A0) || (c > 0x30A0 && c < 0x30FB)) ++found.kana;
      at += lead >= 0xF0 ? 4 : 3;
    } else {
      if (is_letter(text[at])) ++found.letters;
      if (text[at] == ' ') ++found.blanks;
      ++at;
    }
  }
  return found;
}

}  // namespace

std::string_view foreign_language(std::string_view text) {
  const scripts found = count_scripts(text);
  if (found.kana >= 2 && found.kana * 5 >= found.chinese) return "Japanese";
  const bool words = found.letters >= 15 && found.blanks >= 2;
  if (words && found.chinese * 8 < found.letters) return "English";
  return {};
}

std::string_view why_foreign(std::string_view language) {
  if (language == "Japanese")
    return "in Japanese, of which no sentences are read: give the figures as a table to kebi.Series";
  return "in English, of which no sentences are read: give the figures as a table to kebi.Series";
}

}  // namespace kebi::grammar
