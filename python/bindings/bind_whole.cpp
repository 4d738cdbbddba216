#include "blocks.hpp"
#include "kebi/series.hpp"

using blocks::along;
using blocks::doubles;
using kebi::grid;
using kebi::period;

namespace {

const auto free = py::call_guard<py::gil_scoped_release>();
const auto same_times = [](const auto& first, const auto&...) { return first.time; };

void bind_parts(py::module_& m) {
  m.def("rows_of", &kebi::rows_of, "of"_a, "rows"_a, "Some series, in the order asked for.");
  m.def("rows_of", &kebi::bound_rows_of, "of"_a, "rows"_a);
  along<2>::bind(
      m, "shares", same_times,
      [](const auto& parts, const auto& wholes, const auto& into, int threads) { kebi::shares(parts, wholes, into, threads); },
      "parts"_a, "wholes"_a, "Shares of parts in their wholes (比重).");
  along<2>::bind(
      m, "share_changes", same_times,
      [](const auto& parts, const auto& wholes, const auto& into, int threads) { kebi::share_changes(parts, wholes, into, threads); },
      "parts"_a, "wholes"_a, "Changes of shares since a year before, in points.");
  along<2>::bind(
      m, "contributions", same_times,
      [](const auto& parts, const auto& wholes, const auto& into, int threads) { kebi::contributions(parts, wholes, into, threads); },
      "parts"_a, "wholes"_a, "Contributions of parts to growth (贡献率).");
  along<2>::bind(
      m, "pulls", same_times,
      [](const auto& parts, const auto& wholes, const auto& into, int threads) { kebi::pulls(parts, wholes, into, threads); },
      "parts"_a, "wholes"_a, "Points of growth that parts brought (拉动).");
  along<4>::bind(
      m, "share_changes_by_growth", same_times,
      [](const auto& p, const auto& w, const auto& pg, const auto& wg, const auto& into, int threads) {
        kebi::share_changes(p, w, pg, wg, into, threads);
      },
      "parts"_a, "wholes"_a, "part_growths"_a, "whole_growths"_a, "The same from today's levels and both growths.");
  along<4>::bind(
      m, "residual_growth", same_times,
      [](const auto& w, const auto& wg, const auto& p, const auto& pg, const auto& into, int threads) {
        kebi::residual_growth(w, wg, p, pg, into, threads);
      },
      "wholes"_a, "whole_growths"_a, "parts"_a, "part_growths"_a, "Growth of what wholes hold beside their parts, on the comparable base.");
  m.def("ranks",
        [](const grid& of, bool lowest_first, const blocks::given& out) {
          return blocks::worked<false>(of.time, of.rows(), out,
                                       [&](const kebi::figures_out& into) { kebi::ranks(of, lowest_first, into); });
        },
        "of"_a, "lowest_first"_a = false, py::kw_only(), "out"_a = py::none(), "The place of each series among all, at each time.");
}

}  // namespace

void bind_whole(py::module_& m) {
  bind_parts(m);
}
