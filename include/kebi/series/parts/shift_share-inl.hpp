#pragma once

#include "kebi/formula/shift_share.hpp"
#include "kebi/series/evaluate/kernels.hpp"
#include "kebi/series/parts/shift_share.hpp"

namespace kebi {

namespace detail {

/// What errors call an industry, and a series of a region: by names, or by places where a table has
/// none.
class shift_names {
 public:
  explicit shift_names(const argument& levels)
      : of_{levels.kind() == table_kind::many ? &levels.labels() : nullptr} {}

  std::string industry(Eigen::Index i) const {
    return of_ == nullptr ? "industry " + std::to_string(i)
                          : in_quotes(of_->indicators[static_cast<std::size_t>(i)].name);
  }
  std::string series(Eigen::Index row) const {
    if (of_ == nullptr) return "series " + std::to_string(row);
    const auto width = static_cast<Eigen::Index>(of_->indicators.size());
    return industry(row % width) + " of " +
           in_quotes(of_->regions[static_cast<std::size_t>(row / width)]);
  }

 private:
  const labels* of_;
};

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
                                         const Figure& figure, const shift_names& called) {
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

/// The time of one column.
KEBI_INLINE timeline span_alone(const timeline& time, int column) {
  if (column < 0 || column >= time.length())
    throw error{"there is no column " + std::to_string(column) + " among " +
                std::to_string(time.length())};
  return {time.frequency(), time.end(column), 1, time.january_february()};
}

template <shift_component Which>
struct component_of_change {
  static result_shape shape(const arguments& in, const shift_spans& spans) {
    if (in[0].is_labelled())
      for (const panel_indicator& each : in[0].labels().indicators)
        require_same_unit(each.name, each.unit, in[0].labels().indicators[0].unit);
    return {span_alone(in.time(), spans.after(in[0])), in.rows()};
  }

  template <output Into>
  static void write(const arguments& in, const shift_spans& spans, const Into& out, int) {
    Into into = out;
    const operand from = in.at(0);
    const Eigen::Index industries = spans.industries(in[0]);
    if (industries < 1 || from.rows() % industries != 0)
      throw error{"a panel has a row for each industry of each region: found " +
                  std::to_string(from.rows()) + " rows of " + std::to_string(industries) +
                  " industries"};
    span_alone(in.time(), spans.before(in[0]));
    from.require(into);
    const shift_names called{in[0]};
    using number = amount_in<Into>;
    const auto figure = [&](Eigen::Index region, Eigen::Index industry, bool is_after) {
      const Eigen::Index row = region * industries + industry;
      const int t = is_after ? spans.after(in[0]) : spans.before(in[0]);
      if (from.why(row, t) != is_figure)
        throw error{"shift-share needs every figure of both spans: " + called.series(row) +
                    " has none for " + code(in.time().span(t))};
      return number{amount(into, from, row, t)};
    };
    const auto sums = shift_sums_of<number>(from.rows() / industries, industries, figure, called);
    for (std::size_t k = 0; k < sums.size(); ++k)
      into.put(static_cast<Eigen::Index>(k), 0, component_of(Which, sums[k]));
  }
};

KEBI_INLINE int column_of_span(const timeline& time, const period& span) {
  if (const auto found = time.column(span)) return *found;
  throw error{"the panel has no figures for " + code(span) + ": it has " + times_of(time)};
}

template <shift_component Which>
constexpr operation<1, shift_spans> component_operation(const char* name) {
  return {
      {name,
       {{{"levels", takes::amounts, aligned::alone, 0, "take shift-share of"}}},
       measure::change,
       0, true},
      kernel_of<component_of_change<Which>, shift_spans>,
      &component_of_change<Which>::shape
  };
}

}  // namespace detail

KEBI_INLINE int shift_spans::before(const argument& levels) const {
  return spans_ ? detail::column_of_span(levels.time(), spans_->first) : before_;
}
KEBI_INLINE int shift_spans::after(const argument& levels) const {
  return spans_ ? detail::column_of_span(levels.time(), spans_->second) : after_;
}
KEBI_INLINE Eigen::Index shift_spans::industries(const argument& levels) const {
  if (!spans_) return industries_;
  if (!levels.is_labelled())
    throw error{"a table without labels does not name its industries: pass their number"};
  return static_cast<Eigen::Index>(levels.labels().indicators.size());
}

KEBI_OBJECT constinit const operation<1, shift_spans> national_component =
    detail::component_operation<shift_component::national>("national_component");
KEBI_OBJECT constinit const operation<1, shift_spans> industry_component =
    detail::component_operation<shift_component::industry>("industry_component");
KEBI_OBJECT constinit const operation<1, shift_spans> regional_component =
    detail::component_operation<shift_component::regional>("regional_component");

}  // namespace kebi
