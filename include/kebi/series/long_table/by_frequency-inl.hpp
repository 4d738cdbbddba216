#pragma once

#include <map>
#include <utility>

#include "kebi/series/long_table/by_frequency.hpp"

namespace kebi {

namespace detail {

/// Which kinds of span a series has that no other frequency explains.
struct kinds {
  bool month = false, january = false, quarter = false, half = false, to_date = false, year = false,
       two_months = false, lone_february = false;

  void see(const period& p) {
    const int months = p.months(), start = p.first().in_year();
    if (!p.in_one_year()) return;
    if (months == 1) (start == 1 ? january : month) = true;
    if (months == 2 && start == 1) two_months = true;
    if (months == 1 && start == 2) lone_february = true;
    if (months == 3 && start % 3 == 1 && start > 1) quarter = true;
    if (months == 6 && start == 7) half = true;
    if (months == 12) year = true;
    if (start == 1 && months > 3 && months < 12 && months != 6) to_date = true;
  }

  /// The frequencies under which a span is published. January opens both the months and the
  /// year to date; a first quarter is also a year to date where one is published. January and
  /// February together are no month where February is published alone.
  std::vector<frequency> of(const period& p) const {
    std::vector<frequency> all;
    const int months = p.months(), start = p.first().in_year();
    if (!p.in_one_year()) return all;
    const bool runs = to_date || (two_months && !month);
    if (start == 1 && runs) all.push_back(frequency::year_to_date);
    if (months == 1 && (month || all.empty())) all.push_back(frequency::month);
    if (months == 2 && start == 1 && month && !lone_february) all.push_back(frequency::month);
    if (months == 3 && start % 3 == 1 && (quarter || all.empty()))
      all.push_back(frequency::quarter);
    if (months == 6 && start % 6 == 1 && (half || all.empty())) all.push_back(frequency::half);
    if (months == 12 && all.empty()) all.push_back(frequency::year);
    return all;
  }
};

struct rows_of_frequency {
  std::vector<std::pair<std::size_t, const observation*>> rows;
};

KEBI_INLINE int rank_in(std::vector<std::string>& names, std::map<std::string, int>& ranks,
                        const std::string& name) {
  const auto [at, is_new] = ranks.emplace(name, static_cast<int>(names.size()));
  if (is_new) names.push_back(name);
  return at->second;
}

KEBI_INLINE bool has_figure(const observation& row) {
  return row.why == observation_status::figure && !is_nan(row.value);
}

/// Gives a panel whose indicators were printed with known decimals those of each figure,
/// where they change along a series; of a figure that is given twice the most of them.
KEBI_INLINE void take_decimals(const rows_of_frequency& all, const coded_rows& placed,
                               panel& made) {
  grid& figures = made.figures();
  if (!figures.is_printed()) return;
  std::vector<int> each_own;
  for (Eigen::Index r = 0; r < figures.rows(); ++r)
    each_own.insert(each_own.end(), static_cast<std::size_t>(figures.columns()),
                    figures.decimals[static_cast<std::size_t>(r)]);
  bool uneven = false;
  for (std::size_t i = 0; i < all.rows.size(); ++i) {
    const observation& each = *all.rows[i].second;
    const Eigen::Index row = made.row(static_cast<std::size_t>(placed.regions[i]),
                                      static_cast<std::size_t>(placed.indicators[i]));
    const int column = (placed.ends[i] - figures.time.first().ordinal) / figures.time.step();
    if (!has_figure(each) || figures.values(row, column) != each.value) continue;
    int& own = each_own[static_cast<std::size_t>(row * figures.columns() + column)];
    uneven = uneven || own != *each.decimals;
    own = own < *each.decimals ? *each.decimals : own;
  }
  if (uneven) figures.decimals = std::move(each_own);
}

/// The decimals of an indicator are the fewest of its figures, or unknown where those of one are.
class fewest_decimals {
 public:
  void see(const observation& row) {
    if (!has_figure(row)) return;
    if (!row.decimals) all_known_ = false;
    if (row.decimals && (!fewest_ || *row.decimals < *fewest_)) fewest_ = row.decimals;
  }
  std::optional<int> known() const { return all_known_ ? fewest_ : std::nullopt; }

 private:
  std::optional<int> fewest_;
  bool all_known_ = true;
};

KEBI_INLINE panel panel_of(const rows_of_frequency& all, frequency of, on_conflict rule,
                           std::vector<duplicate>& duplicates) {
  std::vector<std::string> regions, names;
  std::map<std::string, int> region_ranks, name_ranks;
  std::vector<panel_indicator> indicators;
  std::vector<fewest_decimals> decimals;
  bool two_months = false;
  month first = all.rows.front().second->span.last(), last = first;
  for (const auto& [row, each] : all.rows) {
    rank_in(regions, region_ranks, each->region);
    const int k = rank_in(names, name_ranks, each->indicator);
    if (k == static_cast<int>(indicators.size()))
      indicators.push_back({each->indicator, each->unit, {}, measure::level});
    decimals.resize(indicators.size());
    decimals[static_cast<std::size_t>(k)].see(*each);
    auto& what = indicators[static_cast<std::size_t>(k)];
    if (each->unit && !what.unit) what.unit = each->unit;
    if (each->unit && what.unit && !(*each->unit == *what.unit))
      throw error{"row " + std::to_string(row) + " gives " + each->indicator + " in " +
                  each->unit->symbol() + ", an earlier one in " + what.unit->symbol() +
                  ": convert one of them first"};
    two_months = two_months || (of == frequency::month && each->span.months() == 2);
    first = each->span.last() < first ? each->span.last() : first;
    last = last < each->span.last() ? each->span.last() : last;
  }
  for (std::size_t k = 0; k < indicators.size(); ++k) indicators[k].decimals = decimals[k].known();
  const int columns = (last - first) / step_of(of) + 1;
  panel made{
      std::move(regions), std::move(indicators), timeline{of, first, columns, two_months}
  };
  std::vector<std::int32_t> region, indicator, end;
  std::vector<double> values;
  std::vector<std::uint8_t> status;
  for (const auto& [row, each] : all.rows) {
    region.push_back(region_ranks[each->region]);
    indicator.push_back(name_ranks[each->indicator]);
    end.push_back(each->span.last().ordinal);
    values.push_back(each->value);
    status.push_back(static_cast<std::uint8_t>(each->why));
  }
  const coded_rows placed{region, indicator, end, values, status};
  for (duplicate each : fill(placed, made, rule)) {
    each.row = all.rows[each.row].first;
    duplicates.push_back(each);
  }
  take_decimals(all, placed, made);
  if (!two_months) return made;
  // Where some region publishes January and February as one, a lone January has no like.
  grid& figures = made.figures();
  for (int t = 0; t < figures.columns(); ++t)
    if (figures.time.end(t).in_year() == 1)
      for (Eigen::Index r = 0; r < figures.rows(); ++r)
        figures.clear(r, t, observation_status::together);
  return made;
}

}  // namespace detail

KEBI_INLINE std::vector<std::vector<frequency>> frequencies_of(
    std::span<const std::string> indicators, std::span<const period> spans) {
  if (indicators.size() != spans.size())
    throw error{"the columns of a long table must be of one length"};
  std::map<std::string_view, detail::kinds> seen;
  for (std::size_t i = 0; i < spans.size(); ++i) seen[indicators[i]].see(spans[i]);
  std::vector<std::vector<frequency>> all;
  for (std::size_t i = 0; i < spans.size(); ++i) all.push_back(seen[indicators[i]].of(spans[i]));
  return all;
}

KEBI_INLINE arrangement arrange(std::span<const observation> rows, on_conflict rule) {
  std::vector<std::string> indicators;
  std::vector<period> spans;
  for (const observation& each : rows) {
    indicators.push_back(each.indicator);
    spans.push_back(each.span);
  }
  const auto frequencies = frequencies_of(indicators, spans);
  std::map<frequency, detail::rows_of_frequency> sorted;
  arrangement result;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (frequencies[i].empty()) result.unplaced.push_back(i);
    for (const frequency each : frequencies[i]) sorted[each].rows.emplace_back(i, &rows[i]);
  }
  for (const auto& [of, all] : sorted)
    result.panels.push_back(detail::panel_of(all, of, rule, result.duplicates));
  return result;
}

}  // namespace kebi
