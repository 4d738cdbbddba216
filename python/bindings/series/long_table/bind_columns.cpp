#include "columns_of_arrays.hpp"

namespace {

using row_numbers = py::array_t<std::int32_t>;

/// The names of an Arrow stream as numbers, and the names; None for a column of no texts.
py::object coded_stream(const py::capsule& stream, std::int64_t rows) {
  row_numbers out(rows);
  std::vector<std::string> met;
  if (!columns::number_stream(tables::stream_in(stream), rows, met, out.mutable_data())) return py::none();
  return py::make_tuple(out, met);
}

/// Whole numbers or texts as numbers from 0, and what each stands for.
py::object coded_array(const py::array& column) {
  const py::array a = tables::in_one_piece(column);
  row_numbers out(a.size());
  if (const auto objects = tables::objects_in(a)) {
    std::vector<PyObject*> met;
    if (!columns::number_objects(*objects, met, out.mutable_data())) return py::none();
    return py::make_tuple(out, tables::list_of(met));
  }
  const auto numbers = tables::numbers_in(a);
  if (!numbers) return py::none();
  const std::vector<std::int64_t> met = columns::number_all(*numbers, out.mutable_data());
  const py::array_t<std::int64_t> told(static_cast<py::ssize_t>(met.size()), met.data());
  return py::make_tuple(out, told.attr("astype")(a.dtype()));
}

}  // namespace

void bind_columns(py::module_& m) {
  m.def("coded_stream", &coded_stream, "stream"_a, "rows"_a,
        "Names of an Arrow stream as numbers in the order of their first rows, and the names; None for other columns.");
  m.def("looked_up",
        [](row_numbers numbers, const py::array_t<std::int32_t, py::array::c_style>& table) {
          columns::look_up({numbers.mutable_data(), static_cast<std::size_t>(numbers.size())}, tables::span_of(table));
          return numbers;
        },
        "numbers"_a.noconvert(), "table"_a, "What each number stands for, in the place of the numbers.");
  m.def("coded_array", &coded_array, "column"_a,
        "Whole numbers or texts as numbers in the order of their first rows, and what they stand for; None for others.");
}
