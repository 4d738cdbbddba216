#pragma once

#include <charconv>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "kebi/series/panel.hpp"

namespace kebi {

/// What to do where two rows of a table tell one figure differently.
enum class on_conflict {
  refuse,  ///< throw, naming the rows
  keep_first,
  keep_last,
};

/// A row that tells a figure which an earlier row told already.
struct duplicate {
  std::size_t row;
  double kept, other;

  bool conflicts() const { return kept != other; }
  friend bool operator==(const duplicate&, const duplicate&) = default;
};

/// The columns of a long table whose names are numbers already: which region, which
/// indicator, the month in which the span ends. A value that is NaN is absent.
struct coded_rows {
  std::span<const std::int32_t> regions, indicators, ends;
  std::span<const double> values;
  std::span<const std::uint8_t> cells = {};  ///< causes, where the table has them
};

namespace detail {

/// A figure in as many digits as tell it from all others.
inline std::string in_digits(double value) {
  char buffer[400];
  const auto end =
      std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed).ptr;
  return {buffer, end};
}

[[noreturn]] inline void refuse_conflict(std::size_t row, const std::string& where, double kept,
                                         double other) {
  throw error{"row " + std::to_string(row) + " tells " + where +
              " a second time, and differently: " + in_digits(other) + " after " + in_digits(kept) +
              ". Choose to keep the first or the last, or, of a figure that was published anew, "
              "what was known on a date: see as_of"};
}

inline void require_lengths(const coded_rows& rows) {
  const std::size_t count = rows.values.size();
  if (rows.regions.size() != count || rows.indicators.size() != count ||
      rows.ends.size() != count || (!rows.cells.empty() && rows.cells.size() != count))
    throw error{"the columns of a long table must be of one length"};
}

}  // namespace detail

/// Puts the rows of a table into a grid of regions x indicators, in any order; its timeline
/// says what spans they are. `name_of(region, indicator)` is asked for when a figure is
/// refused. Tells which rows were told twice; throws `error` where two of them differ and
/// nothing was chosen, for a row outside the grid, and for a value that is no figure.
template <class NameOf>
std::vector<duplicate> fill(const coded_rows& rows, std::int32_t regions, std::int32_t indicators,
                            grid& into, on_conflict rule, const NameOf& name_of) {
  detail::require_lengths(rows);
  const std::int64_t columns = into.time.length(), step = into.time.step();
  const std::int64_t start = into.time.first().ordinal;
  double* const values = into.values.data();
  std::uint8_t* const cells = into.cells.data();
  std::vector<duplicate> found;
  for (std::size_t i = 0; i < rows.values.size(); ++i) {
    const std::int64_t region = rows.regions[i], indicator = rows.indicators[i];
    const std::int64_t months = rows.ends[i] - start, column = step == 1 ? months : months / step;
    if (region < 0 || region >= regions || indicator < 0 || indicator >= indicators || months < 0 ||
        column >= columns || (step != 1 && months % step != 0))
      throw error{"row " + std::to_string(i) + " of the table lies outside the panel"};
    const auto at = static_cast<std::size_t>((region * indicators + indicator) * columns + column);
    const double value = rows.values[i];
    std::uint8_t why = rows.cells.empty() ? detail::is_figure : rows.cells[i];
    if (why == detail::is_figure && detail::is_nan(value)) why = detail::is_absent;
    if (why != detail::is_figure) {
      if (cells[at] != detail::is_figure) cells[at] = why;
      continue;
    }
    if (!(value < 1e100 && value > -1e100)) grid::require_figure(value);
    if (cells[at] == detail::is_figure) {
      if (rule == on_conflict::refuse && values[at] != value)
        detail::refuse_conflict(i,
                                name_of(rows.regions[i], rows.indicators[i]) + " for " +
                                    code(into.time.span(static_cast<int>(column))),
                                values[at], value);
      found.push_back(rule == on_conflict::keep_last ? duplicate{i, value, values[at]}
                                                     : duplicate{i, values[at], value});
      if (rule != on_conflict::keep_last) continue;
    }
    values[at] = value;
    cells[at] = detail::is_figure;
  }
  return found;
}

/// The same into a panel.
inline std::vector<duplicate> fill(const coded_rows& rows, panel& into,
                                   on_conflict rule = on_conflict::refuse) {
  return fill(rows, static_cast<std::int32_t>(into.regions().size()),
              static_cast<std::int32_t>(into.indicators().size()), into.figures(), rule,
              [&](std::int32_t region, std::int32_t indicator) {
                return into.indicators()[static_cast<std::size_t>(indicator)].name + " of " +
                       into.regions()[static_cast<std::size_t>(region)];
              });
}

/// One row of a long table in words.
struct observation {
  std::string region, indicator;
  period span;
  double value = 0;  ///< of no matter where there is no figure
  cell why = cell::figure;
  std::optional<int> decimals = {};  ///< that the value was printed with
  std::optional<unit> in = {};
};

/// A long table sorted out: one panel for each frequency in it.
struct arrangement {
  std::vector<panel> panels;
  std::vector<duplicate> duplicates;
  std::vector<std::size_t> unplaced;  ///< rows whose span fits no frequency, such as a plan period
};

namespace detail {

/// Which kinds of span a series has that no other frequency explains.
struct kinds {
  bool month = false, january = false, quarter = false, half = false, to_date = false, year = false,
       two_months = false;

  void see(const period& p) {
    const int months = p.months(), start = p.first().in_year();
    if (!p.in_one_year()) return;
    if (months == 1) (start == 1 ? january : month) = true;
    if (months == 2 && start == 1) two_months = true;
    if (months == 3 && start % 3 == 1 && start > 1) quarter = true;
    if (months == 6 && start == 7) half = true;
    if (months == 12) year = true;
    if (start == 1 && months > 3 && months < 12 && months != 6) to_date = true;
  }

  /// The frequencies under which a span is told. January opens both the months and the
  /// year to date; a first quarter is also a year to date where one is told.
  std::vector<frequency> of(const period& p) const {
    std::vector<frequency> all;
    const int months = p.months(), start = p.first().in_year();
    if (!p.in_one_year()) return all;
    const bool runs = to_date || (two_months && !month);
    if (start == 1 && runs) all.push_back(frequency::year_to_date);
    if (months == 1 && (month || all.empty())) all.push_back(frequency::month);
    if (months == 2 && start == 1 && month) all.push_back(frequency::month);
    if (months == 3 && start % 3 == 1 && (quarter || all.empty()))
      all.push_back(frequency::quarter);
    if (months == 6 && start % 6 == 1 && (half || all.empty())) all.push_back(frequency::half);
    if (months == 12 && all.empty()) all.push_back(frequency::year);
    return all;
  }
};

struct told {
  std::vector<std::pair<std::size_t, const observation*>> rows;
};

inline int rank_in(std::vector<std::string>& names, std::map<std::string, int>& ranks,
                   const std::string& name) {
  const auto [at, is_new] = ranks.emplace(name, static_cast<int>(names.size()));
  if (is_new) names.push_back(name);
  return at->second;
}

inline panel panel_of(const told& all, frequency of, on_conflict rule,
                      std::vector<duplicate>& duplicates) {
  std::vector<std::string> regions, names;
  std::map<std::string, int> region_ranks, name_ranks;
  std::vector<panel_indicator> indicators;
  bool two_months = false;
  month first = all.rows.front().second->span.last(), last = first;
  for (const auto& [row, each] : all.rows) {
    rank_in(regions, region_ranks, each->region);
    const int k = rank_in(names, name_ranks, each->indicator);
    if (k == static_cast<int>(indicators.size()))
      indicators.push_back({each->indicator, each->in, each->decimals, measure::level});
    auto& what = indicators[static_cast<std::size_t>(k)];
    if (each->decimals && (!what.decimals || *what.decimals < *each->decimals))
      what.decimals = each->decimals;
    if (each->in && what.in && !(*each->in == *what.in))
      throw error{"row " + std::to_string(row) + " tells " + each->indicator + " in " +
                  each->in->symbol() + ", an earlier one in " + what.in->symbol() +
                  ": convert one of them first"};
    two_months = two_months || (of == frequency::month && each->span.months() == 2);
    first = each->span.last() < first ? each->span.last() : first;
    last = last < each->span.last() ? each->span.last() : last;
  }
  const int columns = (last - first) / step_of(of) + 1;
  panel made{
      std::move(regions), std::move(indicators), timeline{of, first, columns, two_months}
  };
  std::vector<std::int32_t> region, indicator, end;
  std::vector<double> values;
  std::vector<std::uint8_t> cells;
  for (const auto& [row, each] : all.rows) {
    region.push_back(region_ranks[each->region]);
    indicator.push_back(name_ranks[each->indicator]);
    end.push_back(each->span.last().ordinal);
    values.push_back(each->value);
    cells.push_back(static_cast<std::uint8_t>(each->why));
  }
  for (duplicate each : fill({region, indicator, end, values, cells}, made, rule)) {
    each.row = all.rows[each.row].first;
    duplicates.push_back(each);
  }
  if (!two_months) return made;
  // Where some region tells January and February as one, a lone January has no like.
  grid& figures = made.figures();
  for (int t = 0; t < figures.columns(); ++t)
    if (figures.time.end(t).in_year() == 1)
      for (Eigen::Index r = 0; r < figures.rows(); ++r) figures.clear(r, t, cell::together);
  return made;
}

}  // namespace detail

/// The frequencies under which each row of a table is told: of each indicator's spans, all
/// that it is told by decide together. None for a span that fits no frequency.
inline std::vector<std::vector<frequency>> frequencies_of(std::span<const std::string> indicators,
                                                          std::span<const period> spans) {
  if (indicators.size() != spans.size())
    throw error{"the columns of a long table must be of one length"};
  std::map<std::string_view, detail::kinds> seen;
  for (std::size_t i = 0; i < spans.size(); ++i) seen[indicators[i]].see(spans[i]);
  std::vector<std::vector<frequency>> all;
  for (std::size_t i = 0; i < spans.size(); ++i) all.push_back(seen[indicators[i]].of(spans[i]));
  return all;
}

/// Sorts out a long table with rows in any order, gaps, repeated rows and several
/// frequencies. A figure told under two frequencies, such as January or a first quarter
/// beside years to date, goes to both.
inline arrangement arrange(std::span<const observation> rows,
                           on_conflict rule = on_conflict::refuse) {
  std::vector<std::string> indicators;
  std::vector<period> spans;
  for (const observation& each : rows) {
    indicators.push_back(each.indicator);
    spans.push_back(each.span);
  }
  const auto told = frequencies_of(indicators, spans);
  std::map<frequency, detail::told> sorted;
  arrangement result;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (told[i].empty()) result.unplaced.push_back(i);
    for (const frequency each : told[i]) sorted[each].rows.emplace_back(i, &rows[i]);
  }
  for (const auto& [of, all] : sorted)
    result.panels.push_back(detail::panel_of(all, of, rule, result.duplicates));
  return result;
}

}  // namespace kebi
