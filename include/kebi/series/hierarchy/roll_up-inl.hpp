#pragma once

#include <algorithm>
#include <vector>

#include "kebi/series/evaluate/kernels.hpp"
#include "kebi/series/hierarchy/item_rows.hpp"
#include "kebi/series/hierarchy/roll_up.hpp"

namespace kebi {

namespace detail {

using tree_reference = std::reference_wrapper<const hierarchy>;

/// Copies figures and goes through the wholes that their parts make up, at each place.
template <output Into, class Visit>
void over_wholes(const hierarchy& tree, const operand& from, Into& into, const item_rows& rows,
                 const std::vector<std::size_t>& order, const Visit& visit) {
  from.require(into);
  for (Eigen::Index r = 0; r < from.rows(); ++r)
    for (int t = 0; t < from.columns(); ++t) take(into, r, t, from);
  std::vector<Eigen::Index> at;
  for (const std::size_t whole : order) {
    const std::vector<std::size_t>& parts = tree.parts_of(whole);
    if (parts.empty() || !tree.at(whole).parts_make_it_up) continue;
    for (Eigen::Index group = 0; group < rows.groups(); ++group) {
      at.clear();
      for (const std::size_t part : parts) at.push_back(rows.row(part, group));
      for (int t = 0; t < from.columns(); ++t) visit(rows.row(whole, group), at, t);
    }
  }
}

/// Wholes before parts.
inline std::vector<std::size_t> from_above(const hierarchy& tree) {
  std::vector<std::size_t> order = tree.from_below();
  std::reverse(order.begin(), order.end());
  return order;
}

struct sums_of_parts {
  template <output Into>
  static void write(const arguments& in, const tree_reference& tree, const tree_rows& beside,
                    const Into& out, int) {
    Into into = out;
    over_wholes(tree, in.at(0), into, {tree, in.rows(), beside.beside(in[0])},
                tree.get().from_below(),
                [&](Eigen::Index whole, const std::vector<Eigen::Index>& parts, int t) {
                  if (!is_to_find(into.status(whole, t))) return;
                  amount_in<Into> sum{0};
                  for (const Eigen::Index part : parts) {
                    if (into.status(part, t) != is_figure) return;
                    sum = sum + written_at(into, part, t);
                  }
                  into.put(whole, t, sum);
                });
  }
};

struct rests_of_wholes {
  template <output Into>
  static void write(const arguments& in, const tree_reference& tree, const tree_rows& beside,
                    const Into& out, int) {
    Into into = out;
    over_wholes(tree, in.at(0), into, {tree, in.rows(), beside.beside(in[0])}, from_above(tree),
                [&](Eigen::Index whole, const std::vector<Eigen::Index>& parts, int t) {
                  if (into.status(whole, t) != is_figure) return;
                  Eigen::Index lacking = -1;
                  auto rest = written_at(into, whole, t);
                  for (const Eigen::Index part : parts) {
                    if (into.status(part, t) == is_figure) {
                      rest = rest - written_at(into, part, t);
                    } else {
                      if (lacking != -1) return;
                      lacking = part;
                    }
                  }
                  if (lacking != -1 && is_to_find(into.status(lacking, t)))
                    into.put(lacking, t, rest);
                });
  }
};

struct sums_and_rests {
  /// A part found as its whole less the others; beside what its own parts give, both count.
  template <output Into>
  static void put_rest(const hierarchy& tree, const item_rows& rows, Into& into, std::size_t whole,
                       std::size_t part, Eigen::Index group, int t) {
    const Eigen::Index at = rows.row(part, group);
    auto rest = written_at(into, rows.row(whole, group), t);
    for (const std::size_t other : tree.parts_of(whole)) {
      if (other == part) continue;
      const Eigen::Index row = rows.row(other, group);
      if (into.status(row, t) != is_figure) return;
      rest = rest - written_at(into, row, t);
    }
    if (is_to_find(into.status(at, t))) into.put(at, t, rest);
    if constexpr (std::same_as<Into, bounds_out>) {
      if (into.status(at, t) != is_figure) return;
      const bounds both = written_at(into, at, t) & rest;
      if (!both.is_empty()) into.put(at, t, both);
    }
  }

  template <output Into>
  static void write(const arguments& in, const tree_reference& of, const tree_rows& beside,
                    const Into& out, int threads) {
    Into into = out;
    const hierarchy& tree = of;
    sums_of_parts::write(in, of, beside, out, threads);
    const item_rows rows{tree, in.rows(), beside.beside(in[0])};
    const operand from = in.at(0);
    for (const std::size_t whole : from_above(tree)) {
      if (!tree.at(whole).parts_make_it_up) continue;
      for (const std::size_t part : tree.parts_of(whole))
        for (Eigen::Index group = 0; group < rows.groups(); ++group)
          for (int t = 0; t < from.columns(); ++t)
            if (into.status(rows.row(whole, group), t) == is_figure &&
                from.why(rows.row(part, group), t) != is_figure)
              put_rest(tree, rows, into, whole, part, group, t);
    }
  }
};

/// The parts of a whole at one time that are there, and what their sum can be.
struct parts_there {
  std::vector<Eigen::Index> rows;
  bounds sum{0};
  bool positive = true;

  parts_there(const operand& levels, const std::vector<std::size_t>& parts, const item_rows& at,
              Eigen::Index group, int t) {
    for (const std::size_t part : parts) {
      const Eigen::Index row = at.row(part, group);
      if (levels.why(row, t) != is_figure) continue;
      const bounds within = levels.within(row, t);
      positive = positive && within.lo() + within.hi() >= 0;
      sum = sum + within;
      rows.push_back(row);
    }
  }

  /// What the whole can be, where they imply it.
  std::optional<bounds> possible(const hierarchy::node& whole, std::size_t parts) const {
    if (rows.size() == parts && whole.parts_make_it_up) return sum;
    // A whole of which no part is there may be anything, a loss too.
    if (!positive || rows.empty()) return std::nullopt;
    return bounds::at_least(sum.lo());
  }
};

/// Calls `visit(rows of the parts that are there, what is found)` for each discrepancy.
template <class Visit>
void each_discrepancy(const hierarchy& tree, const operand& levels, Eigen::Index beside,
                      const Visit& visit) {
  const item_rows rows{tree, levels.rows(), beside};
  for (std::size_t whole = 0; whole < tree.size(); ++whole) {
    const std::vector<std::size_t>& parts = tree.parts_of(whole);
    if (parts.empty()) continue;
    for (Eigen::Index group = 0; group < rows.groups(); ++group) {
      const Eigen::Index row = rows.row(whole, group);
      for (int t = 0; t < levels.columns(); ++t) {
        if (levels.why(row, t) != is_figure) continue;
        const parts_there there{levels, parts, rows, group, t};
        const auto possible = there.possible(tree.at(whole), parts.size());
        if (!possible) continue;
        const bounds published = levels.within(row, t);
        if ((published & *possible).is_empty())
          visit(there.rows, unexplained_whole{whole, row, t, published, *possible});
      }
    }
  }
}

struct wholes_less_parts {
  template <output Into>
  static void write(const arguments& in, const tree_reference& tree, const tree_rows& beside,
                    const Into& out, int) {
    Into into = out;
    const operand levels = in.at(0);
    levels.require(into);
    // Which differences rounding explains is asked of bounds, for a result of plain numbers too.
    if (!levels.has_bounds() && in.rows() > 0 && levels.columns() > 0) refuse_without_decimals();
    for (Eigen::Index r = 0; r < into.rows(); ++r)
      for (int t = 0; t < into.columns(); ++t) into.clear(r, t, is_absent);
    each_discrepancy(tree, levels, beside.beside(in[0]),
                     [&](const auto& parts, const unexplained_whole& each) {
                       auto rest = amount(into, levels, each.row, each.column);
                       for (const Eigen::Index part : parts)
                         rest = rest - amount(into, levels, part, each.column);
                       into.put(each.row, each.column, rest);
                     });
  }
};

KEBI_INLINE void arrange_on_tree(arguments& in, const tree_reference& tree, const tree_rows& rows) {
  arrange_all(in, tree, rows);
}

/// Filled wholes are of the release of their parts, where those are of one.
struct shape_of_tree {
  static result_shape shape(const arguments& in, const tree_reference& tree,
                            const tree_rows& beside) {
    return {in.time(), in.rows(), {}, releases(in, tree, beside)};
  }
  static release_list releases(const arguments& in, const hierarchy& tree,
                               const tree_rows& beside) {
    const operand from = in.at(0);
    if (!from.has_releases()) return {};
    const item_rows rows{tree, in.rows(), beside.beside(in[0])};
    release_list all;
    for (Eigen::Index r = 0; r < from.rows(); ++r)
      for (int t = 0; t < from.columns(); ++t) all.push_back(from.release(r, t));
    const auto at = [&](std::size_t item, Eigen::Index group, int t) -> std::int32_t& {
      return all[static_cast<std::size_t>(rows.row(item, group) * from.columns() + t)];
    };
    for (const std::size_t whole : tree.from_below())
      for (Eigen::Index group = 0; group < rows.groups(); ++group)
        for (int t = 0; t < from.columns(); ++t)
          for (const std::size_t part : tree.parts_of(whole))
            if (from.why(rows.row(whole, group), t) != is_figure)
              at(whole, group, t) = release_of_both(at(whole, group, t), at(part, group, t));
    return all;
  }
};

constexpr description of_tree(const char* name) {
  return {name, {{{"levels", takes::amounts, aligned::alone, 0, "add up"}}}, measure::level};
}
template <class Work>
constexpr on_tree tree_operation(const char* name) {
  return {of_tree(name), kernel_of<Work, tree_reference, tree_rows>, &shape_of_tree::shape,
          &arrange_on_tree};
}

}  // namespace detail

KEBI_OBJECT constinit const on_tree roll_up = detail::tree_operation<detail::sums_of_parts>("roll_up");

KEBI_OBJECT constinit const on_tree roll_down = detail::tree_operation<detail::rests_of_wholes>("roll_down");

KEBI_OBJECT constinit const on_tree fill_missing = detail::tree_operation<detail::sums_and_rests>("fill_missing");

KEBI_OBJECT constinit const on_tree discrepancy = detail::tree_operation<detail::wholes_less_parts>("discrepancy");

KEBI_INLINE std::vector<unexplained_whole> discrepancies(const argument& levels,
                                                         const hierarchy& tree,
                                                         const tree_rows& rows) {
  arguments in;
  in.add(levels);
  discrepancy.prepare(in, tree, rows);
  std::vector<unexplained_whole> found;
  detail::each_discrepancy(
      tree, in.at(0), rows.beside(in[0]),
      [&](const auto&, const unexplained_whole& each) { found.push_back(each); });
  return found;
}

}  // namespace kebi
