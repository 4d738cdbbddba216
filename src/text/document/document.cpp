#include "text/document/document.hpp"

namespace kebi::grammar {
namespace {

/// The places of the line ends inside sentences, as extraction from other formats leaves them.
std::vector<std::uint32_t> breaks_of_sentences(const std::vector<line>& lines) {
  std::vector<std::uint32_t> breaks;
  const line* before = nullptr;
  for (const line& one : lines) {
    if (one.is == line_kind::blank) continue;
    if (before && one.goes_on)
      for (std::size_t at = before->end; at < one.begin; ++at)
        breaks.push_back(static_cast<std::uint32_t>(at));
    before = &one;
  }
  return breaks;
}

/// The blocks of a text whose breaks inside sentences are taken out.
std::vector<block> blocks_of(const std::vector<line>& lines) {
  std::vector<block> blocks;
  std::size_t taken_out = 0;
  const line* before = nullptr;
  for (const line& one : lines) {
    if (one.is == line_kind::blank) continue;
    if (before && one.goes_on) {
      taken_out += one.begin - before->end;
      blocks.back().end = one.end - taken_out;
    } else {
      blocks.push_back({one.is, one.level, one.begin - taken_out, one.end - taken_out});
    }
    before = &one;
  }
  return blocks;
}

}  // namespace

document::document(std::string_view source, const vocabulary& known) : text_{source} {
  const std::vector<line> lines = lines_of(text_, known);
  text_.drop(breaks_of_sentences(lines));
  blocks_ = blocks_of(lines);
  words_ = tokenize(text_, known);
  std::size_t at = 0;
  for (block& one : blocks_) {
    while (at < words_.all.size() && words_.all[at].begin < one.begin) ++at;
    one.first = at;
    while (at < words_.all.size() && words_.all[at].begin < one.end) ++at;
    one.last = at;
  }
}

}  // namespace kebi::grammar
