#include "text/sentence/sentence.hpp"

#include <algorithm>

#include "text/normalise/strings.hpp"
#include "text/sentence/head/read_head.hpp"
#include "text/sentence/sentence_reader.hpp"

namespace kebi::grammar {
sentence sentence_reader::run() {
  head_ = first_;
  for (std::size_t i = first_; i < last_;) {
    const token& t = w_.all[i];
    if (t.is == word::number) {
      i = read_numbers(i);
    } else if (t.is == word::doubled) {
      i = read_doubled(i);
    } else if (t.is == word::first_place) {
      i = read_first_place(i);
    } else if (t.is == word::flat && given_.subjects.empty()) {
      i = read_flat(i);
    } else if (given_.subjects.empty() && speaks_without_number(i)) {
      i = read_words(i);
    } else {
      ++i;
    }
  }
  leave_brackets();
  return std::move(result_);
}

frame sentence_reader::read_head(std::size_t c, std::size_t n) const {
  return grammar::read_head(words(), c, n, known());
}

std::string region_named(std::string_view words, const setting& given) {
  if (words.empty()) return given.region;
  const std::string_view area = words.substr(std::min<std::size_t>(3, words.size()));
  // Where nobody says whose report it is, its own region has no name.
  if (given.region.empty())
    return area == "市" || area == "省" || area == "国" ? std::string{words} : std::string{};
  if (given.region.ends_with(area)) return given.region;
  if (!given.parent_region.empty() && given.parent_region.ends_with(area))
    return given.parent_region;
  return std::string{words};
}

sentence read_sentence(const folded& text, const tokens& words, std::size_t first, std::size_t last,
                       const setting& given, memory& carried) {
  return sentence_reader{text, words, first, last, given, carried}.run();
}

}  // namespace kebi::grammar
