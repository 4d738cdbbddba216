#include "name_columns.hpp"

namespace {

using codes = py::array_t<std::int32_t>;

/// The names of an Arrow stream as numbers, and the names; None for a column of no texts.
py::object coded_stream(const py::capsule& stream, std::int64_t rows) {
  codes out(rows);
  name_columns::row_numbers to{out.mutable_data()};
  name_columns::text_names known;
  if (!name_columns::number_stream(stream, rows, known, to)) return py::none();
  return py::make_tuple(out, known.told());
}

/// The texts of an array of objects as numbers, and one of each; None where one of them is
/// something else.
py::object coded_objects(const py::array& objects) {
  codes out(objects.size());
  name_columns::row_numbers to{out.mutable_data()};
  std::vector<PyObject*> met;
  if (!name_columns::number_objects(objects, met, to)) return py::none();
  py::list told;
  for (PyObject* const each : met) told.append(py::reinterpret_borrow<py::object>(each));
  return py::make_tuple(out, told);
}

/// Whole numbers as numbers from 0, and what each stands for.
py::object coded_array(const py::array& column) {
  const py::array a = name_columns::in_one_piece(column);
  if (a.dtype().kind() == 'O') return coded_objects(a);
  py::object told = py::none();
  name_columns::with_numbers(a, [&]<class Number>(std::span<const Number> numbers) {
    codes out(a.size());
    kebi::numbering<Number> known;
    known.number_all(numbers, out.mutable_data());
    const auto& keys = known.keys();
    told = py::make_tuple(out, py::array_t<Number>(static_cast<py::ssize_t>(keys.size()), keys.data()));
  });
  return told;
}

}  // namespace

void bind_columns(py::module_& m) {
  m.def("coded_stream", &coded_stream, "stream"_a, "rows"_a,
        "Names of an Arrow stream as numbers in the order of their first rows, and the names; None for other columns.");
  m.def("looked_up",
        [](codes numbers, const py::array_t<std::int32_t, py::array::c_style>& table) {
          std::int32_t* const each = numbers.mutable_data();
          for (py::ssize_t i = 0; i < numbers.size(); ++i) {
            if (each[i] < 0 || each[i] >= table.size()) throw kebi::error("a number stands for nothing");
            each[i] = table.data()[each[i]];
          }
          return numbers;
        },
        "numbers"_a.noconvert(), "table"_a, "What each number stands for, in the place of the numbers.");
  m.def("coded_array", &coded_array, "column"_a,
        "Whole numbers or texts as numbers in the order of their first rows, and what they stand for; None for others.");
}
