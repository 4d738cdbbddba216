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

kebi::series one_series(const std::string& indicator, const std::string& vintage, bool levels, const grid& figures) {
  return {{indicator, {}, {}, levels ? kebi::measure::level : kebi::measure::growth, vintage}, figures};
}

void bind_vintages(py::module_& m) {
  py::class_<kebi::release_history>(m, "ReleaseHistory", "A series as it stood on each date it was published.")
      .def(py::init<>())
      .def("add", [](kebi::release_history& h, const std::string& date, const std::string& indicator, bool levels, const grid& g) {
        h.add(date, one_series(indicator, date, levels, g));
      }, "date"_a, "indicator"_a, "levels"_a, "figures"_a)
      .def("as_of", [](const kebi::release_history& h, const std::string& date) { return h.as_of(date).of().vintage; },
           "date"_a, "The last release not after a date.")
      .def("revisions", [](const kebi::release_history& h, const period& of) {
        std::vector<std::tuple<std::string, std::optional<double>, double>> all;
        for (const auto& each : h.revisions(of))
          all.emplace_back(each.date, each.figure ? std::optional<double>{*each.figure} : std::nullopt, each.change);
        return all;
      }, "span"_a)
      .def("revised", &kebi::release_history::revised);
  m.def("bases_across",
        [](const std::string& indicator, const grid& levels, const std::string& vintage, const grid& bases,
           const std::string& base_vintage, bool mixed) {
          return kebi::bases_across(one_series(indicator, vintage, true, levels), one_series(indicator, base_vintage, true, bases),
                                    mixed ? kebi::vintages::mixed : kebi::vintages::one);
        },
        "indicator"_a, "levels"_a, "vintage"_a, "bases"_a, "base_vintage"_a, "mixed"_a = false,
        "The bases a year before the levels of one release, out of another.");
}

}  // namespace

void bind_whole(py::module_& m) {
  bind_parts(m);
  bind_vintages(m);
}
