#pragma once

#include <string>
#include <utility>

#include "kebi/series/storage/grid.hpp"
#include "kebi/series/storage/labels.hpp"

namespace kebi {

namespace detail {

/// The column of a span. Throws `error`, which names the indicator, where there is none.
int column_in(const timeline& time, const period& span, const std::string& indicator);

inline double figure_in(const grid& of, int column) { return of.values(0, column); }
inline bounds figure_in(const bounds_grid& of, int column) { return of.within(0, column); }

}  // namespace detail

/// One indicator of one region along time, with the reason for each missing figure. `Block` is a
/// `grid`, figures as published and their decimals, or a `bounds_grid`, what they can be.
template <class Block>
class basic_series {
 public:
  /// A figure, or its bounds.
  using figure = decltype(detail::figure_in(std::declval<const Block&>(), 0));

  /// Throws `error` unless `figures` has one row.
  basic_series(heading of, Block figures) : of_{std::move(of)}, figures_{std::move(figures)} {
    if (figures_.rows() != 1)
      throw error{"a series has one row of figures: found " + std::to_string(figures_.rows())};
  }

  /// An absent series over a timeline; `set` its figures.
  static basic_series blank(heading of, timeline time, std::optional<int> decimals = {}) {
    basic_series made{std::move(of), Block::blank(time, 1)};
    if (decimals) made.figures_.decimals = {*decimals};
    return made;
  }

  const heading& of() const { return of_; }
  const Block& figures() const { return figures_; }
  const timeline& time() const { return figures_.time; }
  int size() const { return figures_.columns(); }

  /// Throws `error` for a span that the series does not have.
  void set(const period& at, double value) { figures_.set(0, column(at), value); }
  void clear(const period& at, observation_status why) { figures_.clear(0, column(at), why); }

  /// Whether there is a figure, or why there is none: of growth also a swing such as 扭亏为盈.
  observation_status status_at(const period& span) const { return figures_.at(0, column(span)); }

  maybe<figure> at(const period& span) const {
    const int t = column(span);
    if (figures_.at(0, t) != observation_status::figure) return cause_of(figures_.at(0, t));
    return detail::figure_in(figures_, t);
  }
  /// What the figure can be: of a published one, what rounds to it.
  maybe<bounds> bounds_at(const period& span) const {
    const int t = column(span);
    if (figures_.at(0, t) != observation_status::figure) return cause_of(figures_.at(0, t));
    return figures_.within(0, t);
  }

 private:
  int column(const period& span) const {
    return detail::column_in(figures_.time, span, of_.indicator);
  }

  heading of_;
  Block figures_;
};

using series = basic_series<grid>;
using series_bounds = basic_series<bounds_grid>;

}  // namespace kebi
