#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kebi/series/releases/revisions.hpp"
#include "kebi/series/storage/panel.hpp"

namespace kebi {

/// A series as it stood on each date it was published. Dates are ISO 8601, 2026-08-11 or coarser: a
/// year or a month counts as known when it ended.
class release_history {
 public:
  /// Throws `error` for a date that is there already, or that is no ISO date.
  void add(std::string_view date, series as_published);

  std::size_t size() const { return releases_.size(); }
  const std::string& date(std::size_t i) const { return releases_[i].first; }
  const series& at(std::size_t i) const { return releases_[i].second; }

  /// The last release not after a date, alone: a figure that only an earlier one has is not in it
  /// (`latest_release` lays releases over one another). Throws `error` before the first.
  const series& release_of(std::string_view date) const;

  /// One release of a figure.
  struct revision {
    std::string date;
    maybe<double> figure;
    std::optional<double> change;  ///< since the last release before that has the figure
  };
  std::vector<revision> revisions(const period& of) const;

  /// The spans whose figures were ever changed after they were first published.
  std::vector<period> revised() const;

 private:
  using release = std::pair<std::string, series>;

  std::vector<release> releases_;
};

/// What was known once all of these releases were out, the earliest first: of each figure the last
/// release that has it, with the decimals of each where all releases have theirs. Rows are the same
/// in all; times may differ. Throws `error` where one release has January and February as one
/// figure and another has February alone.
/// `dates` are those of the releases: with them the figures keep which release each is of, so that
/// growth, shares and contributions go over one of them alone and are `across_releases` elsewhere.
grid latest_release(std::span<const grid* const> releases,
                    std::span<const release_date> dates = {});
bounds_grid latest_release(std::span<const bounds_grid* const> releases,
                           std::span<const release_date> dates = {});

}  // namespace kebi

#ifdef KEBI_HEADER_ONLY
#include "kebi/series/releases/release_history-inl.hpp"
#endif
