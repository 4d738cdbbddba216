#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kebi/series/growth.hpp"
#include "kebi/series/series.hpp"

namespace kebi {

/// Whether a growth may take its level from one vintage and its base from another.
enum class vintages { one, mixed };

/// A series as it stood on each date it was published. Dates are ISO 8601, 2026-08-11
/// or coarser, so their order is that of their letters.
class release_history {
 public:
  /// Throws `error` for a date that is told already, or that no ISO date starts like.
  void add(std::string_view date, series as_published) {
    if (!is_date(date))
      throw error{"a vintage is a date such as 2026-08-11: found " + in_quotes(date)};
    const auto at = std::lower_bound(releases_.begin(), releases_.end(), date, before);
    if (at != releases_.end() && at->first == date)
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

  /// What was known on a date: the last release not after it. Throws `error` before the first.
  const series& as_of(std::string_view date) const {
    const auto after = std::find_if(releases_.begin(), releases_.end(),
                                    [date](const auto& each) { return each.first > date; });
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
    double change = 0;  ///< since the release before that told it
  };
  std::vector<revision> revisions(const period& of) const {
    std::vector<revision> all;
    std::optional<double> last;
    for (const auto& [date, each] : releases_) {
      const bool told = each.time().column(of).has_value();
      const maybe<double> figure = told ? each.at(of) : maybe<double>{missing::not_yet_out};
      all.push_back({date, figure, figure && last ? *figure - *last : 0});
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
        if (each.change != 0) {
          found.push_back(time.span(t));
          break;
        }
    return found;
  }

 private:
  using release = std::pair<std::string, series>;
  static bool before(const release& each, std::string_view date) { return each.first < date; }
  static bool is_date(std::string_view text) {
    const std::size_t n = text.size();
    if (n != 4 && n != 7 && n != 10) return false;
    for (std::size_t i = 0; i < n; ++i)
      if ((i == 4 || i == 7) ? text[i] != '-' : (text[i] < '0' || text[i] > '9')) return false;
    return true;
  }

  std::vector<release> releases_;
};

/// The bases a year before the levels of one release, out of another. Two releases may
/// differ by a revision that a growth would swallow, so they must be of one vintage unless
/// mixing them is asked for.
inline grid bases_across(const series& levels, const series& bases,
                         vintages allowed = vintages::one) {
  require_levels(levels.of(), "grow");
  require_levels(bases.of(), "grow");
  if (allowed == vintages::one) require_one_vintage(levels.of(), bases.of());
  if (levels.time().frequency() != bases.time().frequency())
    throw error{std::string{"growth needs spans of one kind: found a "} +
                code(levels.time().frequency()) + " and a " + code(bases.time().frequency())};
  return columns_of(bases.figures(), levels.time(), [&](int t) {
    return bases.time().column(year_before(levels.time().span(t))).value_or(-1);
  });
}

/// Year-over-year growth of the levels of one release over the bases of another.
inline grid growth_across(const series& levels, const series& bases,
                          vintages allowed = vintages::one) {
  const grid before = bases_across(levels, bases, allowed);
  return written(levels.time(), 1, [&](const figures_out& into) {
    growth_between(levels.figures().view(), before.view(), into);
  });
}

}  // namespace kebi
