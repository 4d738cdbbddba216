#pragma once

#include <string>

#include "kebi/core/unit.hpp"
#include "kebi/indicator/fact.hpp"
#include "kebi/series/storage/grid.hpp"

namespace kebi {

/// What a series is a series of.
struct heading {
  std::string indicator;
  std::string region = {};
  std::optional<kebi::unit> unit = {};
  kebi::measure measure = measure::level;
  std::string vintage =
      {};  ///< when it was published as it is here, e.g. 2026-08; empty where unknown

  friend bool operator==(const heading&, const heading&) = default;
};

/// One indicator of one region along time: figures as published, the decimals they were
/// printed with, and for each missing one the cause.
class series {
 public:
  /// Throws `error` unless `figures` has one row.
  series(heading of, grid figures) : of_{std::move(of)}, figures_{std::move(figures)} {
    if (figures_.rows() != 1)
      throw error{"a series has one row of figures: found " + std::to_string(figures_.rows())};
  }

  /// An absent series over a timeline; `set` its figures.
  static series blank(heading of, timeline time, std::optional<int> decimals = {}) {
    series made{std::move(of), grid::blank(time, 1)};
    if (decimals) made.figures_.decimals = {*decimals};
    return made;
  }

  const heading& of() const { return of_; }
  const grid& figures() const { return figures_; }
  const timeline& time() const { return figures_.time; }
  int size() const { return figures_.columns(); }

  /// Throws `error` for a span that the series does not have.
  void set(const period& at, double value) { figures_.set(0, column(at), value); }
  void clear(const period& at, cell why) { figures_.clear(0, column(at), why); }

  /// Whether a figure stands there, or why none: of growth also its turn, such as 扭亏为盈.
  cell cell_at(const period& span) const { return figures_.at(0, column(span)); }

  maybe<double> at(const period& span) const {
    const int t = column(span);
    if (figures_.at(0, t) != cell::figure) return cause_of(figures_.at(0, t));
    return figures_.values(0, t);
  }
  /// What the printed figure stands for.
  maybe<bounds> bounds_at(const period& span) const {
    const int t = column(span);
    if (figures_.at(0, t) != cell::figure) return cause_of(figures_.at(0, t));
    return figures_.within(0, t);
  }

 private:
  int column(const period& span) const {
    const auto found = figures_.time.column(span);
    if (!found)
      throw error{"the series of " + of_.indicator + " has no figure for " + code(span) +
                  ": its spans are those of a " + code(time().frequency()) + " from " +
                  (size() > 0 ? code(time().span(0)) + " to " + code(time().span(size() - 1))
                              : std::string{"no time on"})};
    return *found;
  }

  heading of_;
  grid figures_;
};

/// Throws `error` unless a series tells levels: levels add up and have growth, growth
/// rates do not.
inline void require_levels(const heading& of, const char* doing) {
  if (of.measure == measure::level) return;
  throw error{std::string{"cannot "} + doing + " " + of.indicator +
              ": these are not levels, and rates neither add up nor subtract to a rate"};
}
inline void require_growth(const heading& of) {
  if (of.measure == measure::growth) return;
  throw error{"this needs published growth of " + of.indicator + ", and these are " +
              (of.measure == measure::level ? "levels" : "neither growth nor levels")};
}
/// Throws `error` for figures published at different times: a level of one vintage over
/// one of another mixes a revision into the growth.
inline void require_one_vintage(const heading& a, const heading& b) {
  if (a.vintage == b.vintage) return;
  throw error{"cannot compare " + a.indicator + " as published in " +
              (a.vintage.empty() ? "an unknown vintage" : a.vintage) + " with " +
              (b.vintage.empty() ? "an unknown vintage" : b.vintage) +
              ": take both from one vintage, or ask for mixed vintages"};
}

}  // namespace kebi
