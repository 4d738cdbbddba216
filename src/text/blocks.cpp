#include "blocks.hpp"

namespace kebi::grammar {
namespace {

/// Reads a paragraph sentence by sentence; subjects carry over inside it.
void read_prose(const document& source, const block& one, const setting& given, std::vector<fact>& facts) {
  const tokens& words = source.words();
  memory carried;
  for (std::size_t first = one.first; first < one.last;) {
    std::size_t last = first;
    while (last < one.last && words.all[last].is != word::stop) ++last;
    sentence read = read_sentence(source.text(), words, first, last, given, carried);
    for (fact& each : read.facts) facts.push_back(std::move(each));
    first = last + 1;
  }
}

}  // namespace

void read_blocks(const document& source, const setting& given, std::vector<fact>& facts) {
  for (const block& one : source.blocks())
    if (one.is == line_kind::prose) read_prose(source, one, given, facts);
}

}  // namespace kebi::grammar
