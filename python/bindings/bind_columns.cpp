#include <pybind11/numpy.h>

#include <algorithm>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "arrow_stream.hpp"
#include "kebi/series/numbering.hpp"

namespace {

using codes = py::array_t<std::int32_t>;
using names = kebi::numbering<std::string_view>;

[[noreturn]] void refuse_nameless(std::int64_t row) {
  throw kebi::error("row " + std::to_string(row) + " of a column is empty: every row of a long table needs its region, indicator and span");
}

/// Names that are texts; each is copied once, when it is first met.
class text_names {
 public:
  std::int32_t number(std::string_view text) {
    const std::int32_t known = numbers_.find(text);
    return known != names::none ? known : numbers_.add(kept_.emplace_back(text));
  }
  py::list told() const {
    py::list all;
    for (const std::string_view each : numbers_.keys()) all.append(py::str(each.data(), each.size()));
    return all;
  }

 private:
  std::deque<std::string> kept_;
  names numbers_;
};

/// The rows of a chunk that a producer has numbered itself.
template <class Index, class Texts>
void number_indices(const arrow::array& chunk, const Texts& dictionary, text_names& known, std::int64_t row,
                    std::int32_t* out) {
  const Index* const from = static_cast<const Index*>(chunk.buffers[1]) + chunk.offset;
  const auto size = static_cast<std::uint64_t>(chunk.dictionary->length);
  std::vector<std::int32_t> numbers(size, names::none);
  for (std::int64_t i = 0; i < chunk.length; ++i) {
    if (arrow::is_null(chunk, i)) refuse_nameless(row + i);
    const auto index = static_cast<std::uint64_t>(from[i]);
    if (index >= size) throw kebi::error("row " + std::to_string(row + i) + " is numbered beyond its names");
    std::int32_t& number = numbers[index];
    if (number == names::none) {
      if (arrow::is_null(*chunk.dictionary, static_cast<std::int64_t>(index))) refuse_nameless(row + i);
      number = known.number(dictionary[static_cast<std::int64_t>(index)]);
    }
    out[i] = number;
  }
}

template <class Texts>
void number_dictionary(char index, const arrow::array& chunk, const Texts& dictionary, text_names& known,
                       std::int64_t row, std::int32_t* out) {
  switch (index) {
    case 'c': return number_indices<std::int8_t>(chunk, dictionary, known, row, out);
    case 'C': return number_indices<std::uint8_t>(chunk, dictionary, known, row, out);
    case 's': return number_indices<std::int16_t>(chunk, dictionary, known, row, out);
    case 'S': return number_indices<std::uint16_t>(chunk, dictionary, known, row, out);
    case 'i': return number_indices<std::int32_t>(chunk, dictionary, known, row, out);
    case 'I': return number_indices<std::uint32_t>(chunk, dictionary, known, row, out);
    case 'l': return number_indices<std::int64_t>(chunk, dictionary, known, row, out);
    case 'L': return number_indices<std::uint64_t>(chunk, dictionary, known, row, out);
    default: throw kebi::error(std::string{"names cannot be numbered by an Arrow format "} + index);
  }
}

template <class Texts>
void number_texts(const arrow::array& chunk, const Texts& texts, text_names& known, std::int64_t row, std::int32_t* out) {
  for (std::int64_t i = 0; i < chunk.length;) {
    if (arrow::is_null(chunk, i)) refuse_nameless(row + i);
    const std::int32_t number = known.number(texts[i]);
    // With nulls among them rows go one by one.
    const std::int64_t same = chunk.null_count == 0 ? texts.repeated(i, chunk.length) : 1;
    std::fill(out + i, out + i + same, number);
    i += same;
  }
}

/// The names of an Arrow stream as numbers, and the names; None for a column of no texts.
py::object coded_stream(const py::capsule& capsule, std::int64_t rows) {
  auto* const stream = static_cast<arrow::stream*>(PyCapsule_GetPointer(capsule.ptr(), "arrow_array_stream"));
  if (stream == nullptr) throw py::error_already_set();
  const auto check = [stream](int failed) {
    if (failed == 0) return;
    const char* why = stream->get_last_error(stream);
    throw kebi::error(std::string{"the column cannot be read: "} + (why != nullptr ? why : "its frame does not say why"));
  };
  arrow::lent<arrow::schema> of;
  check(stream->get_schema(stream, &of));
  const bool numbered = of.dictionary != nullptr;
  const std::string format = numbered ? of.dictionary->format : of.format;
  if (!arrow::are_texts(format)) return py::none();
  codes out(rows);
  std::int32_t* const to = out.mutable_data();
  text_names known;
  std::int64_t row = 0;
  while (true) {
    arrow::lent<arrow::array> chunk;
    check(stream->get_next(stream, &chunk));
    if (chunk.release == nullptr) break;
    if (row + chunk.length > rows) throw kebi::error("a column has more rows than it says");
    arrow::with_texts(numbered ? *chunk.dictionary : chunk, format, [&](const auto& texts) {
      if (numbered)
        number_dictionary(of.format[0], chunk, texts, known, row, to + row);
      else
        number_texts(chunk, texts, known, row, to + row);
    });
    row += chunk.length;
  }
  if (row != rows) throw kebi::error("a column has fewer rows than it says");
  return py::make_tuple(out, known.told());
}

/// A Python text by the bytes it is kept in; equal texts are kept alike.
struct text_key {
  std::string_view bytes;
  int width;
  friend bool operator==(const text_key&, const text_key&) = default;
};
struct hash_of_text {
  std::size_t operator()(const text_key& key) const { return std::hash<std::string_view>{}(key.bytes); }
};

/// The texts of an array of objects as numbers, and the row where each first stands; None
/// where one of them is something else.
py::object coded_objects(const py::array& objects) {
  auto* const* const from = static_cast<PyObject* const*>(objects.data());
  const py::ssize_t count = objects.size();
  codes out(count);
  std::int32_t* const to = out.mutable_data();
  kebi::numbering<text_key, hash_of_text> known;
  std::vector<PyObject*> met;
  py::list told;
  std::int32_t last = 0;
  for (py::ssize_t i = 0; i < count; ++i) {
    PyObject* const each = from[i];
    if (!met.empty() && met[static_cast<std::size_t>(last)] == each) {
      to[i] = last;
      continue;
    }
    if (each == nullptr || !PyUnicode_CheckExact(each)) return py::none();
    const int width = PyUnicode_KIND(each);
    const text_key key{{static_cast<const char*>(PyUnicode_DATA(each)),
                        static_cast<std::size_t>(PyUnicode_GET_LENGTH(each)) * static_cast<std::size_t>(width)},
                       width};
    if (key.bytes.empty()) return py::none();
    last = known.find(key);
    if (last < 0) {
      last = known.add(key);  // the array keeps the text where it is
      met.push_back(each);
      told.append(py::reinterpret_borrow<py::object>(each));
    }
    to[i] = last;
  }
  return py::make_tuple(out, told);
}

template <class Number>
py::tuple coded_numbers(const py::array& numbers) {
  const auto* const from = static_cast<const Number*>(numbers.data());
  const py::ssize_t count = numbers.size();
  codes out(count);
  std::int32_t* const to = out.mutable_data();
  kebi::numbering<Number> known;
  {
    const py::gil_scoped_release without;
    known.number_all({from, static_cast<std::size_t>(count)}, to);
  }
  const auto& keys = known.keys();
  return py::make_tuple(out, py::array_t<Number>(static_cast<py::ssize_t>(keys.size()), keys.data()));
}

/// Whole numbers as numbers from 0, and what each stands for.
py::object coded_array(py::array a) {
  if (a.ndim() != 1) throw kebi::error("a column has one dimension: found " + std::to_string(a.ndim()));
  if ((a.flags() & py::array::c_style) == 0) a = py::array::ensure(a, py::array::c_style);
  const char kind = a.dtype().kind();
  if (kind == 'O') return coded_objects(a);
  if (kind != 'i' && kind != 'u') return py::none();
  switch (a.itemsize()) {
    case 1: return kind == 'i' ? coded_numbers<std::int8_t>(a) : coded_numbers<std::uint8_t>(a);
    case 2: return kind == 'i' ? coded_numbers<std::int16_t>(a) : coded_numbers<std::uint16_t>(a);
    case 4: return kind == 'i' ? coded_numbers<std::int32_t>(a) : coded_numbers<std::uint32_t>(a);
    default: return kind == 'i' ? coded_numbers<std::int64_t>(a) : coded_numbers<std::uint64_t>(a);
  }
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
