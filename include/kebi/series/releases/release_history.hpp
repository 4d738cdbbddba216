#pragma once

#include <algorithm>
#include <concepts>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kebi/series/growth/growth.hpp"
#include "kebi/series/hierarchy/roll_up.hpp"
#include "kebi/series/releases/revisions.hpp"
#include "kebi/series/storage/alignment.hpp"

namespace kebi {

/// Whether a growth may take its level from one vintage and its base from another.
enum class vintages { one, mixed };

/// A series as it stood on each date it was published. Dates are ISO 8601, 2026-08-11 or
/// coarser: a year or a month counts as known when it ended.
class release_history {
 public:
  /// Throws `error` for a date that is told already, or that no ISO date starts like.
  void add(std::string_view date, series as_published) {
    const release_date published{date};
    const auto at = std::find_if(releases_.begin(), releases_.end(), [&](const release& each) {
      return !precedes(release_date{each.first}, published);
    });
    if (at != releases_.end() && release_date{at->first} == published)
      throw error{"the history has a release of " + std::string{date} + " already"};
    heading of = as_published.of();
    of.vintage = date;
    releases_.insert(at, {
                             std::string{date                   },
                             series{ std::move(of), as_published.figures()}
    });
  }

  std::size_t size() const { return releases_.size(); }
  const std::string& date(std::size_t i) const { return releases_[i].first; }
  const series& at(std::size_t i) const { return releases_[i].second; }

  /// The last release not after a date, alone: a figure that only an earlier one told is not in
  /// it (`told_last` lays releases over one another). Throws `error` before the first.
  const series& release_of(std::string_view date) const {
    const release_date by{date};
    const auto after = std::find_if(releases_.begin(), releases_.end(), [&](const release& each) {
      return !is_known(release_date{each.first}, by);
    });
    if (after == releases_.begin())
      throw error{"nothing was published by " + std::string{date} +
                  (releases_.empty() ? std::string{}
                                     : ": the first release is of " + releases_.front().first)};
    return std::prev(after)->second;
  }

  /// How one figure was told and retold.
  struct revision {
    std::string date;
    maybe<double> figure;
    std::optional<double> change;  ///< since the release before that told it, where both tell it
  };
  std::vector<revision> revisions(const period& of) const {
    std::vector<revision> all;
    std::optional<double> last;
    for (const auto& [date, each] : releases_) {
      const bool told = each.time().column(of).has_value();
      const maybe<double> figure = told ? each.at(of) : maybe<double>{missing::not_yet_out};
      all.push_back({date, figure, {}});
      if (figure && last) all.back().change = *figure - *last;
      if (figure) last = *figure;
    }
    return all;
  }

  /// The spans whose figures were ever changed after they were first told.
  std::vector<period> revised() const {
    std::vector<period> found;
    if (releases_.empty()) return found;
    const timeline& time = releases_.back().second.time();
    for (int t = 0; t < time.length(); ++t)
      for (const revision& each : revisions(time.span(t)))
        if (each.change.value_or(0) != 0) {
          found.push_back(time.span(t));
          break;
        }
    return found;
  }

 private:
  using release = std::pair<std::string, series>;

  std::vector<release> releases_;
};

namespace detail {

/// The times of all releases together. Throws `error` where they are of several frequencies.
template <class Block>
timeline times_of_all(std::span<const Block* const> releases) {
  if (releases.empty()) throw error{"nothing was published: there are no releases"};
  const timeline& one = releases.front()->time;
  month first = one.first(), end = one.end(one.length());
  bool together = false;
  for (const Block* const each : releases) {
    if (each->time.frequency() != one.frequency())
      throw error{std::string{"releases of one frequency were expected: found a "} +
                  code(one.frequency()) + " and a " + code(each->time.frequency())};
    first = std::min(first, each->time.first());
    end = std::max(end, each->time.end(each->time.length()));
    together = together || each->time.january_february();
  }
  return {one.frequency(), first, (end - first) / one.step(), together};
}

/// Throws `error` for a February that is told alone where others tell it with January: one
/// table has no place for both.
template <class Block>
void require_februaries_alike(std::span<const Block* const> releases, const timeline& time) {
  if (!time.january_february()) return;
  for (const Block* const each : releases)
    for (int t = 0; t < each->columns() && !each->time.january_february(); ++t)
      for (Eigen::Index r = 0; r < each->rows() && each->time.end(t).in_year() == 2; ++r)
        if (each->at(r, t) == cell::figure)
          throw error{"one release tells January and February as one figure and another tells " +
                      code(each->time.span(t)) +
                      " alone: give releases that tell them alike, or figures of the year to date"};
}

/// Calls `visit(row, column, release, its column)` with the last release that tells a figure, or
/// else the last that says why there is none.
template <class Block, class Visit>
void each_told_last(std::span<const Block* const> releases, const timeline& time,
                    const Visit& visit) {
  for (const Block* const each : releases)
    require_shape(releases.front()->rows(), each->columns(), each->rows(), each->columns());
  require_februaries_alike(releases, time);
  for (Eigen::Index r = 0; r < releases.front()->rows(); ++r)
    for (int t = 0; t < time.length(); ++t) {
      const Block *told = nullptr, *silent = nullptr;
      int told_at = 0, silent_at = 0;
      for (const Block* const each : releases) {
        const std::optional<int> column = each->time.column(time.span(t));
        if (!column) continue;
        const bool tells = each->at(r, *column) == cell::figure;
        (tells ? told : silent) = each;
        (tells ? told_at : silent_at) = *column;
      }
      visit(r, t, told != nullptr ? told : silent, told != nullptr ? told_at : silent_at);
    }
}

}  // namespace detail

/// What was known once all of these releases were out, the earliest first: of each figure the
/// last that tells it. Rows are the same in all; times may differ.
template <class Block, detail::output Into>
void told_last(std::span<const Block* const> releases, Into into) {
  const timeline time = detail::times_of_all(releases);
  detail::require_shape(into, releases.front()->rows(), time.length());
  for (const Block* const each : releases) operand{*each}.require(into);
  detail::each_told_last(releases, time, [&](Eigen::Index r, int t, const Block* from, int column) {
    if (from == nullptr)
      into.clear(r, t, detail::is_absent);
    else if (from->at(r, column) != cell::figure)
      into.clear(r, t, from->cells(r, column));
    else
      into.put(r, t, detail::amount(into, operand{*from}, r, column));
  });
}
/// With the decimals of each figure, where all releases have theirs.
inline grid told_last(std::span<const grid* const> releases) {
  const timeline time = detail::times_of_all(releases);
  grid made = written(time, releases.front()->rows(),
                      [&](const figures_out& into) { told_last(releases, into); });
  if (!std::all_of(releases.begin(), releases.end(), [](auto each) { return each->is_printed(); }))
    return made;
  detail::each_told_last(releases, time, [&](Eigen::Index r, int, const grid* from, int column) {
    made.decimals.push_back(from == nullptr ? 0 : from->decimals_at(r, column));
  });
  return made;
}
template <class Block>
bounds_grid told_last_bounds(std::span<const Block* const> releases) {
  return bounds_written(detail::times_of_all(releases), releases.front()->rows(),
                        [&](const bounds_out& into) { told_last(releases, into); });
}

/// The figures a year before each of other times, such as the bases of another release.
template <class Block>
Block bases_beside(const timeline& levels, const Block& bases) {
  if (levels.frequency() != bases.time.frequency())
    throw error{std::string{"growth needs spans of one kind: found a "} + code(levels.frequency()) +
                " and a " + code(bases.time.frequency())};
  return columns_of(bases, levels, [&](int t) {
    return bases.time.column(year_before(levels.span(t))).value_or(-1);
  });
}

/// The bases a year before the levels of one release, out of another. Two releases may
/// differ by a revision that a growth would swallow, so they must be of one vintage unless
/// mixing them is asked for. Throws `error` for other indicators, and for other regions where
/// both are told.
inline grid bases_across(const series& levels, const series& bases,
                         vintages allowed = vintages::one) {
  require_levels(levels.of(), "grow");
  require_levels(bases.of(), "grow");
  detail::require_same_regions(levels, bases);
  detail::require_same_indicators(levels, bases);
  if (allowed == vintages::one) require_one_vintage(levels.of(), bases.of());
  return bases_beside(levels.time(), bases.figures());
}
/// The same for panels: series by series, by their names; one that the bases lack has none.
inline grid bases_across(const panel& levels, const panel& bases,
                         vintages allowed = vintages::one) {
  const heading of{"a panel", {}, {}, measure::level, levels.vintage()};
  const heading before{"a panel", {}, {}, measure::level, bases.vintage()};
  if (allowed == vintages::one) require_one_vintage(of, before);
  std::map<std::string_view, std::size_t> regions, indicators;
  for (std::size_t r = 0; r < bases.regions().size(); ++r) regions[bases.regions()[r]] = r;
  for (std::size_t k = 0; k < bases.indicators().size(); ++k)
    indicators[bases.indicators()[k].name] = k;
  std::vector<Eigen::Index> rows;
  for (const std::string& region : levels.regions())
    for (const panel_indicator& each : levels.indicators()) {
      require_levels({each.name, {}, {}, each.measure, {}}, "grow");
      const auto r = regions.find(region);
      const auto k = indicators.find(each.name);
      rows.push_back(-1);
      if (r == regions.end() || k == indicators.end()) continue;
      require_levels({each.name, {}, {}, bases.indicators()[k->second].measure, {}}, "grow");
      rows.back() = bases.row(r->second, k->second);
    }
  return bases_beside(levels.time(), rows_of_items(bases.figures(), rows));
}

/// Year-over-year growth of the levels of one release over the bases of another, under the
/// labels of the levels.
template <labelled T>
T growth_across(const T& levels, const T& bases, vintages allowed = vintages::one) {
  const grid before = bases_across(levels, bases, allowed);
  return with_figures(levels,
                      written(levels.time(), before.rows(),
                              [&](const figures_out& into) {
                                growth_between(levels.figures().view(), before.view(), into);
                              }),
                      measure::growth);
}
template <labelled T>
bounds_grid growth_across_bounds(const T& levels, const T& bases,
                                 vintages allowed = vintages::one) {
  const grid before = bases_across(levels, bases, allowed);
  return bounds_written(levels.time(), before.rows(), [&](const bounds_out& into) {
    growth_between(levels.figures(), before, into);
  });
}

}  // namespace kebi
