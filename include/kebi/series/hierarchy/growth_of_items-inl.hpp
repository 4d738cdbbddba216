#pragma once

#include <optional>
#include <vector>

#include "kebi/series/growth/growth_of_sum.hpp"
#include "kebi/series/hierarchy/item_rows.hpp"
#include "kebi/series/hierarchy/roll_up.hpp"

namespace kebi {

namespace detail {

using tree_reference = std::reference_wrapper<const hierarchy>;

/// What the items of a tree are at one time, in one of its groups: published, or out of their parts
/// or their whole. `N` is a number or bounds.
template <output Into>
class grown_items {
 public:
  using number = amount_in<Into>;
  using part = component<number>;

  grown_items(const hierarchy& tree, const item_rows& rows, const operand& levels,
              const operand& growths, const Into& into)
      : tree_{tree}, rows_{rows}, levels_{levels}, growths_{growths}, into_{into} {}

  void at(Eigen::Index group, int t) {
    group_ = group;
    t_ = t;
  }
  /// Why an item is not published with its growth, or 0 where it is.
  std::uint8_t why(std::size_t item) const {
    return first_cause({level_cause(item), growths_.why(row(item), t_)});
  }
  std::uint8_t level_cause(std::size_t item) const { return levels_.why(row(item), t_); }
  bool is_to_fill(std::size_t item) const { return is_to_find(level_cause(item)); }
  Eigen::Index row(std::size_t item) const { return rows_.row(item, group_); }

  /// Adds what an item is made of, down to published figures. Returns why one of them lacks.
  std::uint8_t gather(std::size_t item, std::vector<part>& all) const {
    if (const std::uint8_t cause = why(item); cause == is_figure) {
      all.push_back({amount(into_, levels_, row(item), t_),
                     percent{amount(into_, growths_, row(item), t_)}});
      return is_figure;
    } else if (!is_to_fill(item) || !has_all_parts(item)) {
      return cause;
    }
    return gather_parts(item, all);
  }
  std::uint8_t gather_parts(std::size_t item, std::vector<part>& all) const {
    std::uint8_t lacks = is_figure;
    for (const std::size_t each : tree_.parts_of(item))
      lacks = cause_of_both(lacks, gather(each, all));
    return lacks;
  }
  bool has_all_parts(std::size_t item) const {
    return !tree_.parts_of(item).empty() && tree_.at(item).parts_make_it_up;
  }

  /// An item as its whole without the other parts, where that can be told.
  std::optional<part> rest(std::size_t item) const {
    if (tree_.at(item).whole.empty()) return std::nullopt;
    const std::size_t whole = tree_.index(tree_.at(item).whole);
    if (!has_all_parts(whole)) return std::nullopt;
    const std::optional<part> from = published_or_rest(whole);
    std::vector<part> others;
    for (const std::size_t each : tree_.parts_of(whole))
      if (each != item && gather(each, others) != is_figure) return std::nullopt;
    if (!from || others.empty()) return from;
    if (others.size() > 1 && !have_growth(others)) return std::nullopt;
    const part off = others.size() == 1 ? others[0] : sum_of(others);
    return part{from->level - off.level, percent{rate_of_rest(*from, off)}};
  }

 private:
  std::optional<part> published_or_rest(std::size_t item) const {
    if (is_to_fill(item)) return rest(item);
    std::vector<part> own;
    return gather(item, own) == is_figure ? std::optional{own[0]} : std::nullopt;
  }
  static part sum_of(const std::vector<part>& all) {
    number sum{0};
    for (const part& each : all) sum = sum + each.level;
    return {sum, percent{formulas::growth_of_sum(std::span<const part>{all}).value()}};
  }

  const hierarchy& tree_;
  const item_rows& rows_;
  const operand &levels_, &growths_;
  const Into& into_;
  Eigen::Index group_ = 0;
  int t_ = 0;
};

struct growth_on_tree {
  static result_shape shape(const arguments& in, const tree_reference&, const fill_from&,
                            const tree_rows&) {
    return {in.time(), in.rows()};
  }
  static void arrange(arguments& in, const tree_reference& tree, const fill_from&,
                      const tree_rows& rows) {
    arrange_all(in, tree, rows);
  }

  template <output Into>
  static void write(const arguments& in, const tree_reference& of, const fill_from& from,
                    const tree_rows& beside, const Into& out, int) {
    Into into = out;
    const hierarchy& tree = of;
    const operand levels = in.at(0), growths = in.at(1);
    require_shape(levels.rows(), levels.columns(), growths.rows(), growths.columns());
    levels.require(into);
    growths.require(into);
    const item_rows rows{tree, in.rows(), beside.beside(in[0])};
    grown_items<Into> items{tree, rows, levels, growths, out};
    for (std::size_t item = 0; item < tree.size(); ++item)
      for (Eigen::Index group = 0; group < rows.groups(); ++group)
        for (int t = 0; t < levels.columns(); ++t) {
          items.at(group, t);
          put(items, item, from, into, items.row(item), t, growths);
        }
  }

 private:
  template <output Into>
  static void put(const grown_items<Into>& items, std::size_t item, fill_from from, Into& into,
                  Eigen::Index row, int t, const operand& growths) {
    // Growth that was published stands, beside a level or without one.
    if (!items.is_to_fill(item) || growths.why(row, t) == is_figure)
      return take(into, row, t, growths);
    std::uint8_t cause = items.level_cause(item);
    std::vector<component<amount_in<Into>>> parts;
    if (from != fill_from::wholes && items.has_all_parts(item)) {
      cause = items.gather_parts(item, parts);
      if (cause == is_figure) return put_growth_of_sum(into, row, t, parts);
    }
    const auto rest = from == fill_from::parts ? std::nullopt : items.rest(item);
    if (rest)
      put_rate(into, row, t, rest->growth.value());
    else
      into.clear(row, t, cause);
  }
};

}  // namespace detail

KEBI_OBJECT constinit const operation<2, std::reference_wrapper<const hierarchy>, fill_from,
                                      tree_rows>
    growth_of_items{
        {"growth_of_items",
         {{{"levels", takes::amounts, aligned::alone, 0, "add up"},
           {"growths", takes::growth, aligned::exactly}}},
         measure::growth,
         1},
        detail::kernel_of<detail::growth_on_tree, detail::tree_reference, fill_from, tree_rows>,
        &detail::growth_on_tree::shape,
        &detail::growth_on_tree::arrange
};

}  // namespace kebi
