#pragma once

#include <string>
#include <vector>

#include "kebi/formula/shift_share.hpp"
#include "kebi/series/hierarchy/roll_up.hpp"

namespace kebi {

/// What made the change of each industry of each region (偏离-份额分析: Dunn 1960, A Statistical
/// and Analytical Technique for Regional Analysis), in the unit of the levels; regions x
/// industries.
struct shift_share {
  block national;  ///< had it grown like everything everywhere
  block industry;  ///< because its industry grew otherwise than all together (结构分量)
  block regional;  ///< because the region did otherwise than its industry (竞争力分量)
};

/// What errors call an industry, and a series of a region: by names, or by places where a table has
/// none.
struct shift_labels {
  std::vector<std::string> regions{}, industries{};

  std::string industry(Eigen::Index i) const {
    return industries.empty() ? "industry " + std::to_string(i)
                              : in_quotes(industries[static_cast<std::size_t>(i)]);
  }
  std::string series(Eigen::Index row) const {
    if (industries.empty()) return "series " + std::to_string(row);
    const auto width = static_cast<Eigen::Index>(industries.size());
    return industry(row % width) + " of " +
           in_quotes(regions[static_cast<std::size_t>(row / width)]);
  }
};

namespace detail {

/// For each number the sum of all others.
template <class N>
std::vector<N> sums_of_others(const std::vector<N>& all) {
  std::vector<N> sums(all.size(), N{0});
  N before{0}, behind{0};
  for (std::size_t i = 0; i < all.size(); ++i) {
    sums[i] = before;
    before = before + all[i];
  }
  for (std::size_t i = all.size(); i-- > 0;) {
    sums[i] = sums[i] + behind;
    behind = behind + all[i];
  }
  return sums;
}

inline bool is_base(double sum) { return sum > 0; }
inline bool is_base(const bounds& sum) { return sum.hi() > 0; }

/// `figure(region, industry, is_after)` says what each was. Throws `error` for an industry, or
/// all together, that had nothing to grow from.
template <class N, class Figure>
std::vector<shift_sums<N>> shift_sums_of(Eigen::Index regions, Eigen::Index industries,
                                         const Figure& figure, const shift_labels& called) {
  std::vector<shift_sums<N>> all(static_cast<std::size_t>(regions * industries));
  const auto at = [&](Eigen::Index region, Eigen::Index industry) -> shift_sums<N>& {
    return all[static_cast<std::size_t>(region * industries + industry)];
  };
  std::vector<N> bases, afters, own(static_cast<std::size_t>(regions), N{0});
  for (const bool is_after : {false, true}) {
    std::vector<N>& sums = is_after ? afters : bases;
    for (Eigen::Index i = 0; i < industries; ++i) {
      N sum{0};
      for (Eigen::Index r = 0; r < regions; ++r) {
        own[static_cast<std::size_t>(r)] = figure(r, i, is_after);
        sum = sum + own[static_cast<std::size_t>(r)];
      }
      sums.push_back(sum);
      const std::vector<N> elsewhere = sums_of_others(own);
      for (Eigen::Index r = 0; r < regions; ++r) {
        const auto k = static_cast<std::size_t>(r);
        (is_after ? at(r, i).after : at(r, i).base) = own[k];
        (is_after ? at(r, i).after_elsewhere : at(r, i).base_elsewhere) = elsewhere[k];
      }
    }
  }
  N whole{0};
  for (const N& each : bases) whole = whole + each;
  if (!is_base(whole)) throw error{"growth has no meaning on a base that is zero or negative"};
  for (Eigen::Index i = 0; i < industries; ++i)
    if (!is_base(bases[static_cast<std::size_t>(i)]))
      throw error{called.industry(i) + " had nothing to grow from in any region: give the others"};
  const std::vector<N> other_bases = sums_of_others(bases), other_after = sums_of_others(afters);
  for (Eigen::Index r = 0; r < regions; ++r)
    for (Eigen::Index i = 0; i < industries; ++i) {
      at(r, i).other_bases = other_bases[static_cast<std::size_t>(i)];
      at(r, i).other_after = other_after[static_cast<std::size_t>(i)];
    }
  return all;
}

}  // namespace detail

/// Dunn's decomposition (Papers and Proceedings of the Regional Science Association 6,
/// 1960): x0 G, x0 (Gi - G), x0 (gir - Gi). The three add up to the change, cell by cell.
/// Levels of both periods must be of one footing, and without their totals. Throws `error` for
/// an industry that had nothing anywhere and so has no growth.
inline shift_share shift_share_of(const Eigen::Ref<const block>& before,
                                  const Eigen::Ref<const block>& after) {
  if (before.rows() != after.rows() || before.cols() != after.cols())
    throw error{"shift-share compares the same regions and industries: found " +
                std::to_string(before.rows()) + " x " + std::to_string(before.cols()) + " and " +
                std::to_string(after.rows()) + " x " + std::to_string(after.cols())};
  if (!before.allFinite() || !after.allFinite())
    throw error{"shift-share needs every figure of both periods: some are absent"};
  const auto sums = detail::shift_sums_of<double>(
      before.rows(), before.cols(),
      [&](Eigen::Index region, Eigen::Index industry, bool is_after) {
        return is_after ? after(region, industry) : before(region, industry);
      },
      shift_labels{});
  const auto component = [&](shift_component what) {
    block made(before.rows(), before.cols());
    for (std::size_t k = 0; k < sums.size(); ++k)
      made.data()[k] = detail::component_of(what, sums[k]);
    return made;
  };
  return {component(shift_component::national), component(shift_component::industry),
          component(shift_component::regional)};
}

/// The time of one column.
inline timeline span_alone(const timeline& time, int column) {
  if (column < 0 || column >= time.length())
    throw error{"there is no column " + std::to_string(column) + " among " +
                std::to_string(time.length())};
  return {time.frequency(), time.end(column), 1, time.january_february()};
}

/// One component of the changes between two columns of a panel, whose rows are regions x
/// industries; `into` has one column, that of the later span. The bounds are sharp. Where more
/// than a base may be below zero, such as the sum of other regions or industries, or an industry
/// of the later span, those of the national and the industry component may be wider than they
/// must be.
template <class Levels, detail::output Into>
void shift_components(shift_component what, const Levels& levels, Eigen::Index industries,
                      int before, int after, Into into, const shift_labels& called = {}) {
  if (industries < 1 || levels.rows() % industries != 0)
    throw error{"a panel has a row for each industry of each region: found " +
                std::to_string(levels.rows()) + " rows of " + std::to_string(industries) +
                " industries"};
  detail::require_shape(into, levels.rows(), 1);
  span_alone(levels.time, before);
  span_alone(levels.time, after);
  const operand from{levels};
  from.require(into);
  using number = detail::amount_in<Into>;
  const auto sums = detail::shift_sums_of<number>(
      levels.rows() / industries, industries,
      [&](Eigen::Index region, Eigen::Index industry, bool is_after) {
        const Eigen::Index row = region * industries + industry;
        const int t = is_after ? after : before;
        if (from.why(row, t) != detail::is_figure)
          throw error{"shift-share needs every figure of both spans: " + called.series(row) +
                      " has none for " + code(levels.time.span(t))};
        return number{detail::amount(into, from, row, t)};
      },
      called);
  for (std::size_t k = 0; k < sums.size(); ++k)
    into.put(static_cast<Eigen::Index>(k), 0, detail::component_of(what, sums[k]));
}
inline grid shift_components(shift_component what, const grid& levels, Eigen::Index industries,
                             int before, int after, const shift_labels& called = {}) {
  return written(span_alone(levels.time, after), levels.rows(), [&](const figures_out& into) {
    shift_components(what, levels, industries, before, after, into, called);
  });
}
template <class Levels>
bounds_grid shift_component_bounds(shift_component what, const Levels& levels,
                                   Eigen::Index industries, int before, int after,
                                   const shift_labels& called = {}) {
  return bounds_written(span_alone(levels.time, after), levels.rows(), [&](const bounds_out& into) {
    shift_components(what, levels, industries, before, after, into, called);
  });
}

}  // namespace kebi
