#pragma once

#include <utility>

#include "kebi/series/growth/growth.hpp"
#include "kebi/series/year_to_date/to_frequency.hpp"
#include "tables.hpp"

/// One line adds an operation to a module: `add(m, kebi::average_growth, "steps"_a)`.
namespace tables {

/// What every operation can be told by keyword.
struct choices {
  bool bounds;
  const given& out;
  int threads;
};

/// A result in a table of the kind of its inputs.
py::object labelled(const kebi::description& what, const kebi::arguments& in,
                    const kebi::result_shape& shape, kebi::grid figures);
py::object labelled(const kebi::description& what, const kebi::arguments& in,
                    const kebi::result_shape& shape, kebi::bounds_grid figures);

/// Runs an operation on inputs: a table, or nothing where it went into given arrays.
template <int Inputs, class... Options>
py::object run(const kebi::operation<Inputs, Options...>& operation, kebi::arguments in,
               const choices& how, const Options&... options) {
  const bool bounds = how.bounds || in.has_bounds_alone();
  if (bounds) in.keep_bounds();
  const kebi::result_shape shape = operation.prepare(in, options...);
  const auto threaded = operation.threads(how.threads);
  if (how.out) {
    write_given(*how.out, bounds, shape.time, shape.rows,
                [&](const auto& into) { threaded.write(in, options..., into); });
    return py::none();
  }
  const auto evaluated = [&]<class Block>(std::type_identity<Block>) {
    const py::gil_scoped_release without;
    return threaded.template evaluate<Block>(in, shape, options...);
  };
  if (bounds)
    return labelled(operation.what(), in, shape,
                    evaluated(std::type_identity<kebi::bounds_grid>{}));
  return labelled(operation.what(), in, shape, evaluated(std::type_identity<kebi::grid>{}));
}

namespace detail {

template <std::size_t>
using table = const py::object&;

template <int Inputs, class... Options, std::size_t... I, class... Names>
void bind_inputs(py::module_& m, const kebi::operation<Inputs, Options...>& operation,
                 std::index_sequence<I...>, const Names&... names) {
  m.def(
      operation.what().name,
      [&operation](table<I>... in, const Options&... options, bool bounds, const given& out,
                   int threads) {
        return run(operation, kebi::arguments{input_of(in)...}, {bounds, out, threads},
                   options...);
      },
      py::arg(operation.what().inputs[I].name)..., names..., py::kw_only(), "bounds"_a = false,
      "out"_a = py::none(), "threads"_a = 1);
}

}  // namespace detail

/// Binds an operation; `names` are those of its options.
template <int Inputs, class... Options, class... Names>
void add(py::module_& m, const kebi::operation<Inputs, Options...>& operation,
          const Names&... names) {
  detail::bind_inputs(m, operation, std::make_index_sequence<Inputs>{}, names...);
}
/// Binds operations of one name.
template <class... Operations>
void add(py::module_& m, const kebi::operations<Operations...>& all) {
  std::apply([&](const auto&... each) { (add(m, each), ...); }, all.all());
}

}  // namespace tables

namespace pybind11::detail {

/// What growth is counted back by is "year" or "span".
template <>
struct type_caster<kebi::step_back> {
  PYBIND11_TYPE_CASTER(kebi::step_back, const_name("str"));

  bool load(handle source, bool) {
    if (!PyUnicode_Check(source.ptr())) return false;
    const auto word = source.cast<std::string>();
    if (word != "year" && word != "span")
      throw kebi::error("growth is by 'year' or by 'span': found '" + word + "'");
    value = word == "year" ? kebi::step_back::year : kebi::step_back::span;
    return true;
  }
  static handle cast(kebi::step_back by, return_value_policy, handle) {
    return str(by == kebi::step_back::year ? "year" : "span").release();
  }
};

/// The rule of longer spans is "sum", "mean" or "last", or None for that of each indicator's kind.
template <>
struct type_caster<kebi::span_rule> {
  PYBIND11_TYPE_CASTER(kebi::span_rule, const_name("str | None"));

  bool load(handle source, bool) {
    if (source.is_none()) return true;
    if (!PyUnicode_Check(source.ptr())) return false;
    const auto word = source.cast<std::string>();
    if (word != "sum" && word != "mean" && word != "last")
      throw kebi::error("longer spans are made by the rule 'sum', 'mean' or 'last': found '" + word + "'");
    value = word == "sum"    ? kebi::over_time::sum
            : word == "mean" ? kebi::over_time::mean
                             : kebi::over_time::last;
    return true;
  }
  static handle cast(const kebi::span_rule&, return_value_policy, handle) { return none().release(); }
};

}  // namespace pybind11::detail
