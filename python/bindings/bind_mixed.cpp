#include "blocks.hpp"
#include "kebi/series/parts/from_growth.hpp"
#include "kebi/series/parts/ranks.hpp"

using blocks::along;

namespace {

using groups = std::vector<Eigen::Index>;

const auto same_times = [](const auto& first, const auto&...) { return first.time; };

void bind_growth_of(py::module_& m) {
  along<2>::bind(
      m, "growth_of_products", same_times,
      [](const auto& a, const auto& b, const auto& into, int threads) {
        kebi::growth_of_products(a, b, into, threads);
      },
      "a"_a, "b"_a, "Growth of products.");
  along<2>::bind(
      m, "growth_of_ratios", same_times,
      [](const auto& above, const auto& below, const auto& into, int threads) {
        kebi::growth_of_ratios(above, below, into, threads);
      },
      "above"_a, "below"_a, "Growth of quotients.");
  along<4>::bind(
      m, "growth_of_residuals", same_times,
      [](const auto& p, const auto& pg, const auto& w, const auto& wg, const auto& into,
         int threads) { kebi::growth_of_residuals(p, pg, w, wg, into, threads); },
      "parts"_a, "part_growths"_a, "wholes"_a, "whole_growths"_a,
      "Growth of what wholes hold beside their parts, on the comparable base.");
  along<2, groups>::bind(
      m, "growth_of_sums",
      [](const auto& levels, const auto&, const groups& of) {
        return blocks::shape{levels.time, kebi::detail::group_count(of, levels.rows())};
      },
      [](const auto& levels, const auto& growths, const groups& of, const auto& into, int) {
        kebi::growth_of_sums(levels, growths, of, into);
      },
      "levels"_a, "growths"_a, "groups"_a, "Growth of the sum of each group of rows (混合增长率).");
}

void bind_shares_by_growth(py::module_& m) {
  along<2>::bind(
      m, "increments", same_times,
      [](const auto& l, const auto& g, const auto& into, int threads) {
        kebi::increments(l, g, into, threads);
      },
      "levels"_a, "growths"_a, "What was added to the base of each level (增长量).");
  along<4>::bind(
      m, "contributions_by_growth", same_times,
      [](const auto& p, const auto& pg, const auto& w, const auto& wg, const auto& into,
         int threads) { kebi::contributions_by_growth(p, pg, w, wg, into, threads); },
      "parts"_a, "part_growths"_a, "wholes"_a, "whole_growths"_a,
      "Contributions of parts to growth on the comparable base (贡献率).");
  along<4>::bind(
      m, "pulls_by_growth", same_times,
      [](const auto& p, const auto& pg, const auto& w, const auto& wg, const auto& into,
         int threads) { kebi::pulls_by_growth(p, pg, w, wg, into, threads); },
      "parts"_a, "part_growths"_a, "wholes"_a, "whole_growths"_a,
      "Points of growth that parts brought, on the comparable base (拉动).");
  along<3>::bind(
      m, "base_shares", same_times,
      [](const auto& s, const auto& p, const auto& w, const auto& into, int threads) {
        kebi::base_shares(s, p, w, into, threads);
      },
      "shares"_a, "part_growths"_a, "whole_growths"_a, "Shares a year before (基期比重).");
  along<3>::bind(
      m, "share_changes_by_growth", same_times,
      [](const auto& s, const auto& p, const auto& w, const auto& into, int threads) {
        kebi::share_changes_by_growth(s, p, w, into, threads);
      },
      "shares"_a, "part_growths"_a, "whole_growths"_a, "By how many points shares changed.");
}

}  // namespace

void bind_mixed(py::module_& m) {
  bind_growth_of(m);
  bind_shares_by_growth(m);
  along<1, bool, groups>::bind(
      m, "ranks", same_times,
      [](const auto& of, bool lowest_first, const groups& among, const auto& into, int) {
        kebi::ranks(of, lowest_first, among, into);
      },
      "of"_a, "lowest_first"_a, "groups"_a, "The place of each series in its group, at each time.");
}
