#pragma once

#include <algorithm>
#include <concepts>
#include <string>
#include <string_view>
#include <vector>

#include "kebi/series/storage/series.hpp"

namespace kebi {

/// One column of a panel's meaning: an indicator, its unit, the decimals it is printed with.
struct panel_indicator {
  std::string name;
  std::optional<kebi::unit> unit = {};
  std::optional<int> decimals = {};
  kebi::measure measure = measure::level;

  friend bool operator==(const panel_indicator&, const panel_indicator&) = default;
};

/// Regions x indicators x times in one piece of memory: all times of a series lie
/// together, then the region's next indicator follows, then the next region. Rows of
/// `figures()` are series in that order, and numpy and Arrow can look at them in place.
class panel {
 public:
  /// An absent panel. Throws `error` for a region or indicator named twice.
  panel(std::vector<std::string> regions, std::vector<panel_indicator> indicators, timeline time)
      : panel{std::move(regions), std::move(indicators), std::string{}, time} {}

  panel(std::vector<std::string> regions, std::vector<panel_indicator> indicators,
        std::string vintage, timeline time)
      : regions_{std::move(regions)},
        indicators_{std::move(indicators)},
        vintage_{std::move(vintage)},
        figures_{
            grid::blank(time, static_cast<Eigen::Index>(regions_.size() * indicators_.size()))} {
    require_distinct();
    const bool printed = std::all_of(indicators_.begin(), indicators_.end(),
                                     [](const auto& each) { return each.decimals.has_value(); });
    if (!printed) return;
    for (std::size_t r = 0; r < regions_.size(); ++r)
      for (const auto& each : indicators_) figures_.decimals.push_back(*each.decimals);
  }

  const std::vector<std::string>& regions() const { return regions_; }
  const std::vector<panel_indicator>& indicators() const { return indicators_; }
  const std::string& vintage() const { return vintage_; }
  const timeline& time() const { return figures_.time; }
  const grid& figures() const { return figures_; }
  grid& figures() { return figures_; }

  Eigen::Index row(std::size_t region, std::size_t indicator) const {
    return static_cast<Eigen::Index>(region * indicators_.size() + indicator);
  }
  std::size_t region(std::string_view name) const {
    const auto found = std::find(regions_.begin(), regions_.end(), name);
    if (found == regions_.end()) throw error{"the panel has no region " + in_quotes(name)};
    return static_cast<std::size_t>(found - regions_.begin());
  }
  std::size_t indicator(std::string_view name) const {
    const auto found = std::find_if(indicators_.begin(), indicators_.end(),
                                    [name](const auto& each) { return each.name == name; });
    if (found == indicators_.end()) throw error{"the panel has no indicator " + in_quotes(name)};
    return static_cast<std::size_t>(found - indicators_.begin());
  }

  /// One series, copied out.
  series at(std::string_view region_name, std::string_view indicator_name) const {
    const std::size_t r = region(region_name), k = indicator(indicator_name);
    const panel_indicator& what = indicators_[k];
    grid one = grid::blank(time(), 1);
    one.values = figures_.values.row(row(r, k));
    one.cells = figures_.cells.row(row(r, k));
    if (figures_.is_printed())
      one.decimals = figures_.decimals_of(row(r, k));
    else if (what.decimals)
      one.decimals = {*what.decimals};
    return {
        heading{what.name, regions_[r], what.unit, what.measure, vintage_},
        std::move(one)
    };
  }

 private:
  void require_distinct() const {
    std::vector<std::string_view> names{regions_.begin(), regions_.end()};
    refuse_double(names, "region");
    names.clear();
    for (const auto& each : indicators_) names.push_back(each.name);
    refuse_double(names, "indicator");
  }
  static void refuse_double(std::vector<std::string_view>& names, const char* what) {
    std::sort(names.begin(), names.end());
    const auto twin = std::adjacent_find(names.begin(), names.end());
    if (twin != names.end())
      throw error{std::string{"a panel names each "} + what + " once: found " + in_quotes(*twin) +
                  " twice"};
  }

  std::vector<std::string> regions_;
  std::vector<panel_indicator> indicators_;
  std::string vintage_;
  grid figures_;
};

/// Figures that know what they are of.
template <class T>
concept labelled = std::same_as<T, series> || std::same_as<T, panel>;

namespace detail {

inline series relabelled(const series& like, grid figures, measure what, bool in_its_unit) {
  heading of = like.of();
  of.measure = what;
  if (!in_its_unit) of.unit.reset();
  return {std::move(of), std::move(figures)};
}
inline panel relabelled(const panel& like, grid figures, measure what, bool in_its_unit) {
  std::vector<panel_indicator> indicators = like.indicators();
  for (auto& each : indicators) {
    each.measure = what;
    each.decimals.reset();
    if (!in_its_unit) each.unit.reset();
  }
  panel made{like.regions(), std::move(indicators), like.vintage(), figures.time};
  made.figures() = std::move(figures);
  return made;
}

}  // namespace detail

/// The figures of a result under the labels of one of its inputs. Only levels keep their unit.
template <labelled T>
T with_figures(const T& like, grid figures, measure what) {
  return detail::relabelled(like, std::move(figures), what, what == measure::level);
}
/// The same in the unit of that input, such as what was added to levels.
template <labelled T>
T in_unit_of(const T& like, grid figures, measure what) {
  return detail::relabelled(like, std::move(figures), what, true);
}

}  // namespace kebi
