#include "text/report/grid_opening.hpp"

#include <algorithm>

#include "kebi/core/error.hpp"
#include "text/normalise/utf8.hpp"

namespace kebi::grammar {
namespace {

/// Rows of titles and heads are no deeper than that.
constexpr std::size_t rows_of_heads = 6;

std::optional<period> dated(const span_words& words) {
  if (!words.years.first || words.years.last != 0) return std::nullopt;
  try {
    return resolve(words, {}, {});
  } catch (const error&) {  // a 13th month is no period
    return std::nullopt;
  }
}

}  // namespace

std::optional<period> period_of_grids(const document& source,
                                      const std::vector<placed_grid>& grids) {
  const auto& words = source.words();
  for (const placed_grid& each : grids) {
    if (each.cells.empty()) continue;
    const std::size_t first = each.cells.front().row;
    const auto below = std::ranges::find_if(each.cells, [&](const placed_cell& c) {
      return c.row >= first + rows_of_heads;
    });
    const std::size_t end = below == each.cells.end() ? each.end : below->start;
    const std::size_t from = source.text().at(each.start), to = source.text().at(end);
    auto at = std::ranges::lower_bound(words.all, from, {}, &token::begin);
    for (; at != words.all.end() && at->begin < to; ++at)
      if (at->is == word::period)
        if (const auto found = dated(words.spans[at->at])) return found;
  }
  return std::nullopt;
}

std::optional<period> period_of_file(std::string_view name, const vocabulary& known) {
  const folded text{name};
  for (const span_words& each : tokenize(text, known).spans)
    if (const auto found = dated(each)) return found;
  const auto number = [&](std::size_t at, std::size_t length) {
    int value = 0;
    for (std::size_t i = at; i < at + length; ++i) value = 10 * value + (name[i] - '0');
    return value;
  };
  const auto digits_at = [&](std::size_t at) {
    std::size_t end = at;
    while (end < name.size() && is_digit(name[end])) ++end;
    return end - at;
  };
  for (std::size_t at = 0; at < name.size(); ++at) {
    const std::size_t digits = digits_at(at);
    if (digits == 0) continue;
    const int year = digits == 4 || digits == 6 ? number(at, 4) : 0;
    if (year >= 1949 && year <= 2100) {
      const bool joined = digits == 6;
      const std::size_t next = joined ? at + 4 : at + 5;
      const std::size_t length = joined ? 2 : next < name.size() ? digits_at(next) : 0;
      const int month = length == 1 || length == 2 ? number(next, length) : 0;
      return month >= 1 && month <= 12 ? month_of(year, month) : year_of(year);
    }
    at += digits;
  }
  return std::nullopt;
}

}  // namespace kebi::grammar
