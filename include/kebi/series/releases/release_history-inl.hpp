#pragma once

#include <algorithm>

#include "kebi/series/releases/release_history.hpp"

namespace kebi {

KEBI_INLINE void release_history::add(std::string_view date, series as_published) {
  const release_date published{date};
  const auto at = std::find_if(releases_.begin(), releases_.end(), [&](const release& each) {
    return !precedes(release_date{each.first}, published);
  });
  if (at != releases_.end() && release_date{at->first} == published)
    throw error{"the history has a release of " + std::string{date} + " already"};
  heading of = as_published.of();
  of.vintage = date;
  releases_.insert(at, {
                           std::string{date},
                           series{std::move(of), as_published.figures()}
  });
}

KEBI_INLINE const series& release_history::release_of(std::string_view date) const {
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

KEBI_INLINE std::vector<release_history::revision> release_history::revisions(
    const period& of) const {
  std::vector<revision> all;
  std::optional<double> last;
  for (const auto& [date, each] : releases_) {
    const bool has_span = each.time().column(of).has_value();
    const maybe<double> figure = has_span ? each.at(of) : maybe<double>{missing::not_yet_out};
    all.push_back({date, figure, {}});
    if (figure && last) all.back().change = *figure - *last;
    if (figure) last = *figure;
  }
  return all;
}

KEBI_INLINE std::vector<period> release_history::revised() const {
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
      throw error{"releases of one frequency were expected: found a " +
                  std::string{code(one.frequency())} + " and a " +
                  std::string{code(each->time.frequency())}};
    first = std::min(first, each->time.first());
    end = std::max(end, each->time.end(each->time.length()));
    together = together || each->time.january_february();
  }
  return {one.frequency(), first, (end - first) / one.step(), together};
}

/// Throws `error` for a February that is latest alone where others give it with January: one
/// table has no place for both.
template <class Block>
void require_februaries_alike(std::span<const Block* const> releases, const timeline& time) {
  if (!time.january_february()) return;
  for (const Block* const each : releases)
    for (int t = 0; t < each->columns() && !each->time.january_february(); ++t)
      for (Eigen::Index r = 0; r < each->rows() && each->time.end(t).in_year() == 2; ++r)
        if (each->at(r, t) == observation_status::figure)
          throw error{"one release gives January and February as one figure and another gives " +
                      code(each->time.span(t)) +
                      " alone: pass releases that treat them alike, or figures of the year to date"};
}

/// Calls `visit(row, column, release, its column)` with the last release that has a figure, or
/// else the last that says why there is none.
template <class Block, class Visit>
void each_latest(std::span<const Block* const> releases, const timeline& time, const Visit& visit) {
  for (const Block* const each : releases)
    require_shape(releases.front()->rows(), each->columns(), each->rows(), each->columns());
  require_februaries_alike(releases, time);
  for (Eigen::Index r = 0; r < releases.front()->rows(); ++r)
    for (int t = 0; t < time.length(); ++t) {
      const Block *latest = nullptr, *silent = nullptr;
      int latest_at = 0, silent_at = 0;
      for (const Block* const each : releases) {
        const std::optional<int> column = each->time.column(time.span(t));
        if (!column) continue;
        const bool has_figure = each->at(r, *column) == observation_status::figure;
        (has_figure ? latest : silent) = each;
        (has_figure ? latest_at : silent_at) = *column;
      }
      visit(r, t, latest != nullptr ? latest : silent, latest != nullptr ? latest_at : silent_at);
    }
}

/// The figures of the last releases, into a block of their times.
template <class Block, class Put>
Block laid_over(std::span<const Block* const> releases, const Put& put) {
  const timeline time = times_of_all(releases);
  Block latest = Block::uninitialised(time, releases.front()->rows());
  auto into = latest.out();
  each_latest(releases, time, [&](Eigen::Index r, int t, const Block* from, int column) {
    if (from == nullptr)
      into.clear(r, t, is_absent);
    else if (from->at(r, column) != observation_status::figure)
      into.clear(r, t, from->status(r, column));
    else
      put(into, r, t, *from, column);
  });
  return latest;
}

/// Which release each figure is of, by the days they were published; none where all are of one.
template <class Block>
release_list dates_of_latest(std::span<const Block* const> releases,
                             std::span<const release_date> dates, const timeline& time) {
  if (dates.empty()) return {};
  if (dates.size() != releases.size())
    throw error{"each release has its date: found " + std::to_string(dates.size()) + " for " +
                std::to_string(releases.size())};
  release_list all;
  each_latest(releases, time, [&](Eigen::Index r, int, const Block* from, int column) {
    const auto at = std::find(releases.begin(), releases.end(), from) - releases.begin();
    const bool is_there = from != nullptr && from->at(r, column) == observation_status::figure;
    all.push_back(is_there ? dates[static_cast<std::size_t>(at)].last() : 0);
  });
  std::int32_t one = 0;
  for (const std::int32_t each : all) one = release_of_both(one, each);
  return one == several ? all : release_list{};
}

}  // namespace detail

KEBI_INLINE grid latest_release(std::span<const grid* const> releases,
                                std::span<const release_date> dates) {
  grid latest =
      detail::laid_over(releases, [](figures_out& into, Eigen::Index r, int t, const grid& from,
                                     int column) { into.put(r, t, from.values(r, column)); });
  latest.releases = detail::dates_of_latest(releases, dates, latest.time);
  if (!std::all_of(releases.begin(), releases.end(), [](auto each) { return each->is_printed(); }))
    return latest;
  detail::each_latest(
      releases, latest.time, [&](Eigen::Index r, int, const grid* from, int column) {
        latest.decimals.push_back(from == nullptr ? 0 : from->decimals_at(r, column));
      });
  return latest;
}

KEBI_INLINE bounds_grid latest_release(std::span<const bounds_grid* const> releases,
                                       std::span<const release_date> dates) {
  bounds_grid latest = detail::laid_over(
      releases, [](bounds_out& into, Eigen::Index r, int t, const bounds_grid& from, int column) {
        into.put(r, t, from.within(r, column));
      });
  latest.releases = detail::dates_of_latest(releases, dates, latest.time);
  return latest;
}

}  // namespace kebi
