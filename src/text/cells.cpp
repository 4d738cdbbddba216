#include "cells.hpp"

#include <algorithm>

namespace kebi::grammar {

row_cells::row_cells(const document& source, const block& row) : source_{&source} {
  const std::string& all = source.text().text();
  const auto& tokens = source.words().all;
  const bool piped = all[row.begin] == '|';
  const char mark = piped ? '|' : '\t';
  std::size_t token_at = row.first;
  for (std::size_t begin = row.begin + (piped ? 1 : 0); begin <= row.end;) {
    const std::size_t end = std::min(all.find(mark, begin), row.end);
    cell one{begin, end};
    while (one.begin < one.end && all[one.begin] == ' ') ++one.begin;
    while (one.end > one.begin && all[one.end - 1] == ' ') --one.end;
    while (token_at < row.last && tokens[token_at].begin < one.begin) ++token_at;
    one.first = token_at;
    while (token_at < row.last && tokens[token_at].end <= one.end) ++token_at;
    one.last = token_at;
    // The last mark closes the row.
    if (end < row.end || !one.empty()) cells_.push_back(one);
    begin = end + 1;
  }
}

std::string_view row_cells::words(std::size_t i) const {
  const cell& c = cells_[i];
  return std::string_view{source_->text().text()}.substr(c.begin, c.end - c.begin);
}

std::string row_cells::printed(std::size_t i) const {
  return source_->text().printed(cells_[i].begin, cells_[i].end);
}

bool row_cells::has_number(std::size_t i) const {
  const auto& all = source_->words().all;
  return std::any_of(all.begin() + static_cast<std::ptrdiff_t>(cells_[i].first),
                     all.begin() + static_cast<std::ptrdiff_t>(cells_[i].last),
                     [](const token& t) { return t.is == word::number; });
}

std::optional<period> row_cells::span(std::size_t i, const std::optional<period>& about) const {
  for (std::size_t k = cells_[i].first; k < cells_[i].last; ++k) {
    const token& t = source_->words().all[k];
    if (t.is != word::period) continue;
    try {
      if (const auto found = resolve(source_->words().spans[t.at], {}, about)) return found;
    } catch (const error&) {  // a 13th month
    }
  }
  return std::nullopt;
}

bool row_cells::is_header() const {
  bool words = false;
  for (std::size_t i = 0; i < size(); ++i) {
    if (has_number(i)) return false;
    words = words || !cells_[i].empty();
  }
  return words && !is_rule();
}

bool row_cells::is_rule() const {
  bool ruled = false;
  for (std::size_t i = 0; i < size(); ++i) {
    if (words(i).find_first_not_of("-: ") != std::string_view::npos) return false;
    ruled = ruled || !cells_[i].empty();
  }
  return ruled;
}

}  // namespace kebi::grammar
