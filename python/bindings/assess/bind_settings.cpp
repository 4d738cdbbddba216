#include "kebi/assess.hpp"
#include "bindings.hpp"
#include "pickled.hpp"

using kebi::settings;

namespace {

constexpr const char* about_settings = R"(Tolerances of an assessment: how far 左右, 持平, 稳定 and 同步 reach.

Parameters
----------
about_points, flat_points, stable_points, sync_points : Decimal, int or str
    What 左右 (of a rate), 持平, 稳定 (of a rate) and 同步 allow, in percentage points.
about_percent, stable_percent : Decimal, int or str
    What 左右 and 稳定 allow of a level, in percent of it.
ahead_points, ahead_percent, lead_points : Decimal, int or str
    From how far above the target, or before the schedule, an outcome counts as ahead.
slack_points : Decimal, int or str
    How far behind the schedule a flow may be, in percentage points.
weight_slack : Decimal, int or str
    How far the weight of the elapsed part may differ from the elapsed time, in percent of a year.
weights : dict of str to Bounds
    The weight of the elapsed part in the base year (0 to 1), by indicator.
include_doubtful : bool
    Whether facts take part whose reading is in doubt.

Raises
------
KebiError
    For a tolerance below zero.

Examples
--------
>>> import kebi
>>> kebi.Settings(flat_points="1")
Settings(flat_points=1)
>>> kebi.Settings().about_points
Decimal('0.5')
)";

template <std::size_t, class T>
using as_many = T;

/// A setting that is a number: its name in Python, and its meaning.
struct number_setting {
  const char* name;
  kebi::decimal settings::*member;
  const char* about;
};
constexpr number_setting number_settings[] = {
    {"about_points", &settings::about_points, "左右, 约 of a rate: so many points either way."},
    {"about_percent", &settings::about_percent, "左右, 约 of a level: so many percent of it."},
    {"flat_points", &settings::flat_points, "持平: growth of at most so many points either way."},
    {"stable_points", &settings::stable_points, "稳定 of a ratio: within so many points of last year's."},
    {"stable_percent", &settings::stable_percent, "稳定 of a level: within so many percent of last year's."},
    {"sync_points", &settings::sync_points, "同步: not more than so many points behind the reference."},
    {"ahead_points", &settings::ahead_points, "A rate this many points above the target counts as ahead."},
    {"ahead_percent", &settings::ahead_percent, "A level this many percent above the target counts as ahead."},
    {"lead_points", &settings::lead_points, "A flow this many points before the schedule counts as ahead."},
    {"slack_points", &settings::slack_points, "A flow this many points behind the schedule is still on course."},
    {"weight_slack", &settings::weight_slack,
     "How far the weight of the elapsed part may differ from the elapsed time, in percent of a year."},
};

/// The constructor's keywords are the number settings in their order, and the weights.
template <std::size_t... I>
void bind_numbers(py::module_& m, std::index_sequence<I...>) {
  static const settings usual;
  py::class_<settings> bound(m, "Settings", about_settings);
  bound.def(py::init([](as_many<I, kebi::decimal>... numbers, decltype(settings::weights) weights,
                          bool include_doubtful) {
              settings all;
              ((all.*number_settings[I].member = numbers), ...);
              all.weights = std::move(weights);
              all.include_doubtful = include_doubtful;
              return all;
            }),
            py::kw_only(), (py::arg(number_settings[I].name) = usual.*number_settings[I].member)...,
            "weights"_a = usual.weights, "include_doubtful"_a = usual.include_doubtful);
  for (const auto& [name, member, about] : number_settings)
    bound.def_readwrite(name, member, (std::string{about} + " Usually " + to_string(usual.*member) + ".").c_str());
  bound
      .def_readwrite("weights", &settings::weights,
                     "The weight of the elapsed part in the base year (0 to 1), by indicator, such as Bounds(0.53, 0.56). Usually none.")
      .def_readwrite("include_doubtful", &settings::include_doubtful,
                     "Whether facts take part whose reading is in doubt. Usually False.")
      .def("__eq__", [](const settings& a, const settings& b) { return a == b; }, py::is_operator())
      .def("__repr__", [](const settings& s) {
        std::string other;
        for (const auto& [name, member, about] : number_settings)
          if (!(s.*member == usual.*member))
            other += (other.empty() ? "" : ", ") + std::string{name} + "=" + to_string(s.*member);
        if (!s.weights.empty()) other += (other.empty() ? "" : ", ") + ("weights=" + std::string(py::repr(py::cast(s.weights))));
        if (s.include_doubtful) other += std::string{other.empty() ? "" : ", "} + "include_doubtful=True";
        return "Settings(" + other + ")";
      })
      .def(by_parts(&settings::about_points, &settings::about_percent, &settings::flat_points, &settings::stable_points,
                    &settings::stable_percent, &settings::sync_points, &settings::ahead_points, &settings::ahead_percent,
                    &settings::lead_points, &settings::slack_points, &settings::weight_slack, &settings::weights, &settings::include_doubtful));
}


}  // namespace

void bind_settings(py::module_& m) { bind_numbers(m, std::make_index_sequence<std::size(number_settings)>{}); }
