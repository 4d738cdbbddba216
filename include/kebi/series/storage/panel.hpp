#pragma once

#include <algorithm>
#include <concepts>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kebi/series/storage/select.hpp"
#include "kebi/series/storage/series.hpp"

namespace kebi {

namespace detail {

/// Decimals for each row, where all indicators have theirs.
std::vector<int> decimals_of(const labels& of);
inline void put_decimals(grid& figures, const labels& of) { figures.decimals = decimals_of(of); }
inline void put_decimals(bounds_grid&, const labels&) {}

void require_rows(const labels& of, Eigen::Index rows);

/// The row of each row's whole, see `whole_in`.
std::vector<Eigen::Index> rows_of_whole(const labels& of, std::string_view name);
/// Labels under which each row stands for its whole.
labels labels_of_whole(const labels& of, std::string_view name);

}  // namespace detail

/// Regions x indicators x times in one piece of memory: all times of a series lie together, then
/// the region's next indicator follows, then the next region. Rows of `figures()` are series in
/// that order, and numpy and Arrow can look at them in place.
template <class Block>
class basic_panel {
 public:
  /// An absent panel. Throws `error` for a region or indicator named twice.
  basic_panel(std::vector<std::string> regions, std::vector<panel_indicator> indicators,
              timeline time)
      : basic_panel{std::move(regions), std::move(indicators), std::string{}, time} {}

  basic_panel(std::vector<std::string> regions, std::vector<panel_indicator> indicators,
              std::string vintage, timeline time)
      : labels_{std::move(regions), std::move(indicators), std::move(vintage)},
        figures_{Block::blank(time, static_cast<Eigen::Index>(labels_.rows()))} {
    require_distinct(labels_);
    detail::put_decimals(figures_, labels_);
  }

  /// Figures under labels. Throws `error` unless there is a row for each indicator of each region.
  basic_panel(kebi::labels of, Block figures)
      : labels_{std::move(of)}, figures_{std::move(figures)} {
    detail::require_rows(labels_, figures_.rows());
    require_distinct(labels_);
  }

  const kebi::labels& labels() const { return labels_; }
  const std::vector<std::string>& regions() const { return labels_.regions; }
  const std::vector<panel_indicator>& indicators() const { return labels_.indicators; }
  const std::string& vintage() const { return labels_.vintage; }
  const timeline& time() const { return figures_.time; }
  const Block& figures() const { return figures_; }
  Block& figures() { return figures_; }

  Eigen::Index row(std::size_t region, std::size_t indicator) const {
    return labels_.row(region, indicator);
  }
  std::size_t region(std::string_view name) const { return labels_.region(name); }
  std::size_t indicator(std::string_view name) const { return labels_.indicator(name); }

  /// One series, copied out.
  basic_series<Block> at(std::string_view region_name, std::string_view indicator_name) const {
    heading of = heading_of(labels_, region_name, indicator_name);
    return {std::move(of),
            rows_of(figures_, {row(region(region_name), indicator(indicator_name))})};
  }

 private:
  kebi::labels labels_;
  Block figures_;
};

using panel = basic_panel<grid>;
using panel_bounds = basic_panel<bounds_grid>;

/// The whole of each row of a panel: the figure of the region of this name, of the same indicator,
/// or of the indicator of this name, of the same region. Throws `error` where there is neither,
/// or both.
template <class Block>
basic_panel<Block> whole_in(const basic_panel<Block>& parts, std::string_view name) {
  return {detail::labels_of_whole(parts.labels(), name),
          rows_of(parts.figures(), detail::rows_of_whole(parts.labels(), name))};
}

}  // namespace kebi

#ifdef KEBI_HEADER_ONLY
#include "kebi/series/storage/panel-inl.hpp"
#endif
