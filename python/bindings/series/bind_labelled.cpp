#include <map>

#include "kebi/indicator/code.hpp"
#include "kebi/text/standard_catalogue.hpp"
#include "kebi/series/evaluate/alignment.hpp"
#include "tables.hpp"

using kebi::basic_panel;
using kebi::basic_series;
using kebi::heading;
using kebi::labels;
using kebi::measure;
using kebi::panel_indicator;
using kebi::unit;

namespace {

using units = std::vector<std::optional<unit>>;
using kinds = std::vector<std::optional<kebi::kind>>;
using additivity = std::pair<std::optional<kebi::kind>, std::optional<kebi::parts>>;

/// What is said of the levels of an indicator: by the caller, or by the standard catalogue.
kebi::additivity additivity_named(const std::string& name, const std::optional<kebi::kind>& kind, measure of) {
  if (kind || of != measure::level) return {kind, {}};
  static const kebi::catalogue standard = kebi::standard_catalogue();
  return kebi::additivity_of(standard, name);
}

heading without_kind(heading of) {
  of.unit.reset();
  of.additivity = {};
  return of;
}
labels without_kind(labels of) {
  for (panel_indicator& each : of.indicators) {
    each.unit.reset();
    each.additivity = {};
  }
  return of;
}
heading with_vintage(heading of, const std::string& date) {
  of.vintage = date;
  return of;
}
labels with_vintage(labels of, const std::string& date) {
  of.vintage = date;
  return of;
}

/// Other units where a figure has one: growth has none.
heading with_units(heading of, const units& wanted) {
  if (of.unit && wanted.size() == 1 && wanted[0]) of.unit = wanted[0];
  return of;
}
labels with_units(labels of, const units& wanted) {
  for (std::size_t k = 0; k < of.indicators.size() && wanted.size() == of.indicators.size(); ++k)
    if (of.indicators[k].unit && wanted[k]) of.indicators[k].unit = wanted[k];
  return of;
}

const labels& labels_in(const kebi::panel& of) { return of.labels(); }
const labels& labels_in(const kebi::panel_bounds& of) { return of.labels(); }
const heading& labels_in(const kebi::series& of) { return of.of(); }
const heading& labels_in(const kebi::series_bounds& of) { return of.of(); }

/// What both kinds of tables have: `Plain` and `Bounds` hold other figures under the same labels.
template <class Table, class Plain, class Bounds>
void bind_manners(py::class_<Table>& bound) {
  bound
      .def_property_readonly("figures", [](const Table& of) -> decltype(auto) { return of.figures(); },
                             py::return_value_policy::reference_internal)
      .def_property_readonly("time", [](const Table& of) { return of.time(); })
      .def("with_figures",
           [](const Table& of, const kebi::grid& figures) {
             return Plain{labels_in(of), figures};
           },
           "figures"_a)
      .def("with_figures",
           [](const Table& of, const kebi::bounds_grid& figures) {
             return Bounds{labels_in(of), figures};
           },
           "figures"_a)
      .def("without_kind", [](const Table& of) { return Table{without_kind(labels_in(of)), of.figures()}; },
           "The same figures, of no known kind and unit.")
      .def("with_vintage",
           [](const Table& of, const std::string& date) {
             return Table{with_vintage(labels_in(of), date), of.figures()};
           },
           "date"_a)
      .def("in_units_of",
           [](const Table& of, const units& wanted) {
             const Table target{with_units(labels_in(of), wanted), of.figures()};
             kebi::argument mine{of};
             kebi::detail::convert_units(mine, kebi::argument{target});
             if constexpr (std::same_as<Table, Plain>)
               return Table{labels_in(target), *mine.figures()};
             else
               return Table{labels_in(target), *mine.bounds()};
           },
           "units"_a, "The same figures in other units, one for each indicator: converted exactly or refused.")
      .def("__eq__",
           [](const Table& a, const Table& b) {
             return labels_in(a) == labels_in(b) && a.figures() == b.figures();
           },
           py::is_operator())
      .def("__copy__", [](const Table& of) { return of; })
      .def("__deepcopy__", [](const Table& of, const py::dict&) { return of; }, "memo"_a);
}

template <class Block>
void bind_series(py::module_& m, const char* name, const char* doc) {
  using series = basic_series<Block>;
  py::class_<series> bound(m, name, doc);
  bind_manners<series, kebi::series, kebi::series_bounds>(bound);
  bound
      .def(py::init([](const Block& figures, std::string indicator, std::string region,
                       std::optional<unit> in, measure of, std::string vintage,
                       const std::optional<kebi::kind>& kind) {
             const kebi::additivity adds = additivity_named(indicator, kind, of);
             return series{{std::move(indicator), std::move(region), std::move(in), of,
                            std::move(vintage), adds},
                           figures};
           }),
           "figures"_a, py::kw_only(), "indicator"_a = "", "region"_a = "", "unit"_a = py::none(),
           "measure"_a = measure::level, "vintage"_a = "", "kind"_a = py::none())
      .def_property_readonly("kind", [](const series& s) { return s.of().additivity.kind; })
      .def_property_readonly("indicator", [](const series& s) { return s.of().indicator; })
      .def_property_readonly("region", [](const series& s) { return s.of().region; })
      .def_property_readonly("unit", [](const series& s) { return s.of().unit; })
      .def_property_readonly("measure", [](const series& s) { return s.of().measure; })
      .def_property_readonly("vintage", [](const series& s) { return s.of().vintage; })
      .def("with_measure",
           [](const series& s, measure of) {
             heading labels = s.of();
             labels.measure = of;
             return series{std::move(labels), s.figures()};
           },
           "measure"_a)
      .def(py::pickle(
          [](const series& s) {
            const heading& of = s.of();
            return py::make_tuple(s.figures(), of.indicator, of.region, of.unit, of.measure,
                                  of.vintage, of.additivity.kind, of.additivity.parts);
          },
          [](const py::tuple& t) {
            return series{{t[1].cast<std::string>(), t[2].cast<std::string>(),
                           t[3].cast<std::optional<unit>>(), t[4].cast<measure>(),
                           t[5].cast<std::string>(),
                           {t[6].cast<std::optional<kebi::kind>>(),
                            t[7].cast<std::optional<kebi::parts>>()}},
                          t[0].cast<const Block&>()};
          }));
}

labels labels_of(std::vector<std::string> regions, const std::vector<std::string>& indicators,
                 const std::optional<units>& in, measure of, std::string vintage,
                 const std::optional<kinds>& kinds_of) {
  if (kinds_of && kinds_of->size() != indicators.size())
    throw kebi::error("each indicator has its kind, or None: found " + std::to_string(kinds_of->size()) +
                      " for " + std::to_string(indicators.size()));
  if (in && in->size() != indicators.size())
    throw kebi::error("each indicator has its unit, or None: found " + std::to_string(in->size()) +
                      " for " + std::to_string(indicators.size()));
  std::vector<panel_indicator> all;
  for (std::size_t k = 0; k < indicators.size(); ++k)
    all.push_back({indicators[k], in ? (*in)[k] : std::nullopt, {}, of,
                   additivity_named(indicators[k], kinds_of ? (*kinds_of)[k] : std::nullopt, of)});
  return {std::move(regions), std::move(all), std::move(vintage)};
}

units units_of(const labels& of) {
  units all;
  for (const panel_indicator& each : of.indicators) all.push_back(each.unit);
  return all;
}

kinds kinds_of(const labels& of) {
  kinds all;
  for (const panel_indicator& each : of.indicators) all.push_back(each.additivity.kind);
  return all;
}

std::vector<additivity> additivities_of(const labels& of) {
  std::vector<additivity> all;
  for (const panel_indicator& each : of.indicators)
    all.emplace_back(each.additivity.kind, each.additivity.parts);
  return all;
}

measure measure_of(const labels& of) {
  return of.indicators.empty() ? measure::level : of.indicators[0].measure;
}

/// Some regions and indicators of a panel, absent where it lacks one.
template <class Block>
basic_panel<Block> selected(const basic_panel<Block>& from, std::vector<std::string> regions,
                            const std::vector<std::string>& indicators) {
  const labels& of = from.labels();
  const auto place = [](const std::vector<std::string>& names) {
    std::map<std::string_view, std::size_t> places;
    for (std::size_t i = 0; i < names.size(); ++i) places[names[i]] = i;
    return places;
  };
  const std::vector<std::string> names = names_along(of, kebi::along::indicators);
  const auto region_places = place(of.regions), indicator_places = place(names);
  std::vector<Eigen::Index> rows;
  std::vector<panel_indicator> all;
  for (const std::string& name : indicators) {
    const auto k = indicator_places.find(name);
    all.push_back(k == indicator_places.end()
                      ? panel_indicator{name, {}, {}, measure_of(of),
                                        additivity_named(name, {}, measure_of(of))}
                                              : of.indicators[k->second]);
  }
  for (const std::string& region : regions)
    for (const std::string& name : indicators) {
      const auto r = region_places.find(region);
      const auto k = indicator_places.find(name);
      const bool there = r != region_places.end() && k != indicator_places.end();
      rows.push_back(there ? of.row(r->second, k->second) : -1);
    }
  return {labels{std::move(regions), std::move(all), of.vintage}, rows_of(from.figures(), rows)};
}

template <class Block>
void bind_panel(py::module_& m, const char* name, const char* doc) {
  using panel = basic_panel<Block>;
  py::class_<panel> bound(m, name, doc);
  bind_manners<panel, kebi::panel, kebi::panel_bounds>(bound);
  bound
      .def(py::init([](const Block& figures, std::vector<std::string> regions,
                       const std::vector<std::string>& indicators, const std::optional<units>& in,
                       measure of, std::string vintage, const std::optional<kinds>& kind) {
             return panel{
                 labels_of(std::move(regions), indicators, in, of, std::move(vintage), kind), figures};
           }),
           "figures"_a, "regions"_a, "indicators"_a, py::kw_only(), "units"_a = py::none(),
           "measure"_a = measure::level, "vintage"_a = "", "kinds"_a = py::none())
      .def_property_readonly("kinds", [](const panel& p) { return kinds_of(p.labels()); })
      .def_property_readonly("regions", [](const panel& p) { return p.regions(); })
      .def_property_readonly("indicators", [](const panel& p) {
        return names_along(p.labels(), kebi::along::indicators);
      })
      .def_property_readonly("units", [](const panel& p) { return units_of(p.labels()); })
      .def_property_readonly("measure", [](const panel& p) { return measure_of(p.labels()); })
      .def_property_readonly("vintage", [](const panel& p) { return p.vintage(); })
      .def("with_measure",
           [](const panel& p, measure of) {
             labels all = p.labels();
             for (panel_indicator& each : all.indicators) each.measure = of;
             return panel{std::move(all), p.figures()};
           },
           "measure"_a)
      .def("series", &panel::at, "region"_a, "indicator"_a)
      .def("whole", &kebi::whole_in<Block>, "name"_a)
      .def("select", &selected<Block>, "regions"_a, "indicators"_a)
      .def(py::pickle(
          [](const panel& p) {
            return py::make_tuple(p.figures(), p.regions(),
                                  names_along(p.labels(), kebi::along::indicators),
                                  units_of(p.labels()), measure_of(p.labels()), p.vintage(),
                                  additivities_of(p.labels()));
          },
          [](const py::tuple& t) {
            labels of = labels_of(t[1].cast<std::vector<std::string>>(),
                                  t[2].cast<std::vector<std::string>>(), t[3].cast<units>(),
                                  t[4].cast<measure>(), t[5].cast<std::string>(), {});
            const auto adds = t[6].cast<std::vector<additivity>>();
            for (std::size_t k = 0; k < adds.size(); ++k)
              of.indicators[k].additivity = {adds[k].first, adds[k].second};
            return panel{std::move(of), t[0].cast<const Block&>()};
          }));
}

}  // namespace

void bind_labelled(py::module_& m) {
  bind_series<kebi::grid>(m, "Series", "One indicator of one region along time.");
  bind_series<kebi::bounds_grid>(m, "SeriesBounds", "What the figures of a series can be.");
  bind_panel<kebi::grid>(m, "Panel", "Regions x indicators over the same times.");
  bind_panel<kebi::bounds_grid>(m, "PanelBounds", "What the figures of a panel can be.");
  m.def("moves_by_points",
        [](const std::string& name) { return kebi::moves_by_points(additivity_named(name, {}, measure::level), {}); },
        "indicator"_a, "Whether the standard catalogue knows an indicator as a rate.");
}
