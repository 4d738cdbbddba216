#include <pybind11/numpy.h>

#include <cstring>
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
  throw kebi::error("row " + std::to_string(row) + " has no name: every row of a long table needs its region and indicator");
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

/// The index column of names that a producer has numbered itself.
template <class Index>
void number_indices(const arrow::array& chunk, const arrow::texts& dictionary, text_names& known, std::int64_t row,
                    std::vector<std::int32_t>& out) {
  const Index* const from = static_cast<const Index*>(chunk.buffers[1]) + chunk.offset;
  const arrow::texts nulls{chunk, "u"};
  std::vector<std::int32_t> numbers(static_cast<std::size_t>(chunk.dictionary->length), names::none);
  for (std::int64_t i = 0; i < chunk.length; ++i) {
    if (nulls.is_null(i)) refuse_nameless(row + i);
    std::int32_t& number = numbers[static_cast<std::size_t>(from[i])];
    if (number == names::none) {
      if (dictionary.is_null(static_cast<std::int64_t>(from[i]))) refuse_nameless(row + i);
      number = known.number(dictionary[static_cast<std::int64_t>(from[i])]);
    }
    out.push_back(number);
  }
}

void number_dictionary(const arrow::schema& of, const arrow::array& chunk, text_names& known, std::int64_t row,
                       std::vector<std::int32_t>& out) {
  const arrow::texts dictionary{*chunk.dictionary, of.dictionary->format};
  switch (of.format[0]) {
    case 'c': return number_indices<std::int8_t>(chunk, dictionary, known, row, out);
    case 'C': return number_indices<std::uint8_t>(chunk, dictionary, known, row, out);
    case 's': return number_indices<std::int16_t>(chunk, dictionary, known, row, out);
    case 'S': return number_indices<std::uint16_t>(chunk, dictionary, known, row, out);
    case 'i': return number_indices<std::int32_t>(chunk, dictionary, known, row, out);
    case 'I': return number_indices<std::uint32_t>(chunk, dictionary, known, row, out);
    case 'l': return number_indices<std::int64_t>(chunk, dictionary, known, row, out);
    default: return number_indices<std::uint64_t>(chunk, dictionary, known, row, out);
  }
}

codes array_of(const std::vector<std::int32_t>& numbers) {
  return codes(static_cast<py::ssize_t>(numbers.size()), numbers.data());
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
  if (!arrow::texts::can_read(numbered ? of.dictionary->format : of.format)) return py::none();
  std::vector<std::int32_t> out;
  out.reserve(static_cast<std::size_t>(rows));
  text_names known;
  while (true) {
    arrow::lent<arrow::array> chunk;
    check(stream->get_next(stream, &chunk));
    if (chunk.release == nullptr) break;
    const auto row = static_cast<std::int64_t>(out.size());
    if (numbered) {
      number_dictionary(of, chunk, known, row, out);
      continue;
    }
    const arrow::texts from{chunk, of.format};
    const bool nulls = chunk.null_count != 0;
    for (std::int64_t i = 0; i < chunk.length; ++i) {
      if (nulls && from.is_null(i)) refuse_nameless(row + i);
      out.push_back(known.number(from[i]));
    }
  }
  return py::make_tuple(array_of(out), known.told());
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
    for (py::ssize_t i = 0; i < count; ++i) {
      const std::int32_t number = known.find(from[i]);
      to[i] = number >= 0 ? number : known.add(from[i]);
    }
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
  m.def("coded_stream", &coded_stream, "stream"_a, "rows"_a = 0,
        "Names of an Arrow stream as numbers in the order of their first rows, and the names; None for other columns.");
  m.def("coded_array", &coded_array, "column"_a,
        "Whole numbers or texts as numbers in the order of their first rows, and what they stand for; None for others.");
}
