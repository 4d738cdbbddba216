#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kebi/core/config.hpp"
#include "kebi/core/unit.hpp"
#include "kebi/indicator/fact.hpp"
#include "kebi/series/storage/additivity.hpp"

namespace kebi {

/// What a series is a series of.
struct heading {
  std::string indicator;
  std::string region = {};
  std::optional<kebi::unit> unit = {};
  kebi::measure measure = measure::level;
  std::string vintage = {};  ///< when it was published as it is here: 2026-08; empty if unknown
  kebi::additivity additivity = {};

  friend bool operator==(const heading&, const heading&) = default;
};

/// An indicator of a panel: its unit, the decimals it is published with, its measure and additivity.
struct panel_indicator {
  std::string name;
  std::optional<kebi::unit> unit = {};
  std::optional<int> decimals = {};
  kebi::measure measure = measure::level;
  kebi::additivity additivity = {};

  friend bool operator==(const panel_indicator&, const panel_indicator&) = default;
};

/// What the rows of a table are series of: each region with all of its indicators, then the next
/// region. A series is a table of one row.
struct labels {
  std::vector<std::string> regions;
  std::vector<panel_indicator> indicators;
  std::string vintage = {};

  std::size_t rows() const { return regions.size() * indicators.size(); }
  /// The row of an indicator of a region, by their places.
  std::ptrdiff_t row(std::size_t region, std::size_t indicator) const {
    return static_cast<std::ptrdiff_t>(region * indicators.size() + indicator);
  }
  /// Places by name. Throw `error` for a name that is not there.
  std::size_t region(std::string_view name) const;
  std::size_t indicator(std::string_view name) const;

  friend bool operator==(const labels&, const labels&) = default;
};

/// The labels of one row. Throws `error` for a name that is not there.
heading heading_of(const labels& of, std::string_view region, std::string_view indicator);
/// The labels of a table of one series.
labels labels_of(const heading& of);

/// Throws `error` for a region or an indicator that is named twice.
void require_distinct(const labels& of);

namespace detail {
/// What an error calls a series.
std::string name_of(const heading& of);
}  // namespace detail

/// Throws `error` unless a series holds levels: levels add up and have growth, growth rates do
/// not. `doing` says to what end: "add up".
void require_levels(const heading& of, const char* doing);
/// Throws `error` for levels that move by points: growth in percent is asked of their levels alone.
void require_growing(const heading& of, const char* doing);
/// Throws `error` for levels that do not add up over regions or industries.
void require_amounts(const heading& of, const char* doing);
/// Throws `error` for levels that do not add up over time.
void require_flows(const heading& of, const char* doing);
/// Throws `error` unless a series holds growth, in percent.
void require_growth(const heading& of);
/// Throws `error` for figures published at different times: a level of one vintage over one of
/// another mixes a revision into the growth.
void require_one_vintage(const heading& a, const heading& b);

}  // namespace kebi

#ifdef KEBI_HEADER_ONLY
#include "kebi/series/storage/labels-inl.hpp"
#endif
