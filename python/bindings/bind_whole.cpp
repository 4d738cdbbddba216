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
  const auto leave_out_shaky = [](const kebi::figures_out& into, const kebi::bounds_grid& grown, bool levels) {
    if (levels)
      kebi::leave_out_shaky(into, kebi::operand{grown}, kebi::operand{grown, grown.time.year()});
    else
      kebi::leave_out_shaky(into, kebi::operand{grown});
  };
  m.def("leave_out_shaky",
        [leave_out_shaky](grid& contributions, const kebi::bounds_grid& grown, bool levels) {
          leave_out_shaky(contributions.out(), grown, levels);
        },
        "contributions"_a, "grown"_a, "levels"_a,
        "Leaves out contributions whose whole hardly grew, by the bounds of its levels or of its growth.");
  m.def("leave_out_shaky",
        [leave_out_shaky](const std::tuple<py::array, py::array>& contributions, const kebi::bounds_grid& grown, bool levels) {
          auto values = blocks::to_write<double>(std::get<0>(contributions));
          auto cells = blocks::to_write<std::uint8_t>(std::get<1>(contributions));
          leave_out_shaky({values, cells}, grown, levels);
        },
        "contributions"_a, "grown"_a, "levels"_a);
  along<2>::bind(
      m, "pulls", same_times,
      [](const auto& parts, const auto& wholes, const auto& into, int threads) { kebi::pulls(parts, wholes, into, threads); },
      "parts"_a, "wholes"_a, "Points of growth that parts brought (拉动).");
}

}  // namespace

void bind_whole(py::module_& m) {
  bind_parts(m);
}
