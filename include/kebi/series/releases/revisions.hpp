#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kebi/series/long_table/long_table.hpp"

namespace kebi {

/// When something was published: a day, or a month or a year of which the day is not known.
class release_date {
 public:
  /// From ISO 8601: 2026-08-11, 2026-08 or 2026. Throws `error` for anything else.
  explicit release_date(std::string_view iso);
  /// From the first and the last day that it may be, written like 20260811.
  release_date(std::int32_t first, std::int32_t last);

  std::int32_t first() const { return first_; }
  std::int32_t last() const { return last_; }

  friend bool operator==(const release_date&, const release_date&) = default;

 private:
  std::int32_t first_ = 0, last_ = 0;
};

/// The days it may be, as ISO dates.
std::string code(const release_date& date);

/// Whether what was published then was known when a day, or a month or a year, ended. Throws
/// `error` where that is open: what came out in 2019 may or may not have been known in June.
bool is_known(const release_date& published, const release_date& by);

/// Whether one release came before another. Throws `error` where that is open.
bool precedes(const release_date& one, const release_date& other);

/// Which of several releases were known on a date, in their order. Throws `error` where two are of
/// one date, and where none was.
std::vector<std::size_t> known_releases(std::span<const release_date> all, const release_date& by);

/// A long table in which a figure may stand several times, once for each release: its rows, and
/// when each was published.
struct released_rows {
  coded_rows rows;
  std::span<const release_date> published;
  std::span<const int> decimals = {};  ///< of each row, where they are known
};

/// The rows of what was known on a date: of each figure the last release not after it. A row
/// without a figure counts only where no release by then has one. Throws `error` for two figures of
/// one date that differ, and for dates whose order is open.
std::vector<std::size_t> as_of(const released_rows& table, const release_date& date);

/// A release of a figure: its row, and the row of the release before, if there is one.
struct released_figure {
  std::size_t row;
  std::optional<std::size_t> before;
};

/// Every release of each figure: figures in the order of their first rows, releases in the order of
/// their dates. Throws `error` as `as_of` does.
std::vector<released_figure> revisions(const released_rows& table);

/// Releases as figures one below the other, and those that they revise, absent for first ones: what
/// `change_between` and `growth_between` make of the two is the revision in the unit and in
/// percent.
struct revision_figures {
  grid latest, before;
};
revision_figures figures_of(const released_rows& table, std::span<const released_figure> lines);

}  // namespace kebi

#ifdef KEBI_HEADER_ONLY
#include "kebi/series/releases/revisions-inl.hpp"
#endif
