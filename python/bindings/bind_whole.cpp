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
}

}  // namespace

void bind_whole(py::module_& m) {
  bind_parts(m);
}
