#pragma once

#include <pybind11/numpy.h>

#include <algorithm>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "../arrow.hpp"
#include "kebi/series/long_table/key_numbering.hpp"
#include "kebi/series/long_table/name_runs.hpp"
#include "name_key.hpp"

/// Columns of names as their frames keep them, read without a copy: each is a sequence of
/// so many rows of one number, told to a sink as `add(rows, number)` while `is_worthwhile()`.
namespace name_columns {

/// Writes the number of each row.
class row_numbers {
 public:
  explicit row_numbers(std::int32_t* to) : to_{to} {}
  void add(std::size_t rows, std::int32_t number) {
    std::fill(to_, to_ + rows, number);
    to_ += rows;
  }
  static constexpr bool is_worthwhile() { return true; }

 private:
  std::int32_t* to_;
};

[[noreturn]] inline void refuse_nameless(std::int64_t row) {
  throw kebi::error("row " + std::to_string(row) + " of a column is empty: every row of a long table needs its region, indicator and span");
}

/// Names that are texts; each is copied once, when it is first met.
class text_names {
 public:
  static constexpr std::int32_t none = -1;

  std::int32_t number(std::string_view text) {
    const std::int32_t known = numbers_.find(name_key{text});
    return known != none ? known : numbers_.add(name_key{kept_.emplace_back(text)});
  }
  bool is_orderly() const { return numbers_.is_orderly(); }
  py::list told() const {
    py::list all;
    for (const name_key& each : numbers_.keys()) all.append(py::str(each.text().data(), each.text().size()));
    return all;
  }

 private:
  std::deque<std::string> kept_;
  kebi::numbering<name_key, hash_of_name> numbers_;
};

/// The rows of a chunk that a producer has numbered itself.
template <class Index, class Texts, class Sink>
void number_indices(const arrow::array& chunk, const Texts& dictionary, text_names& known, std::int64_t row, Sink& to) {
  const Index* const from = static_cast<const Index*>(chunk.buffers[1]) + chunk.offset;
  const auto size = static_cast<std::uint64_t>(chunk.dictionary->length);
  std::vector<std::int32_t> numbers(size, text_names::none);
  for (std::int64_t i = 0; i < chunk.length && to.is_worthwhile();) {
    if (arrow::is_null(chunk, i)) refuse_nameless(row + i);
    const auto index = static_cast<std::uint64_t>(from[i]);
    if (index >= size) throw kebi::error("row " + std::to_string(row + i) + " is numbered beyond its names");
    std::int32_t& number = numbers[index];
    if (number == text_names::none) {
      if (arrow::is_null(*chunk.dictionary, static_cast<std::int64_t>(index))) refuse_nameless(row + i);
      number = known.number(dictionary[static_cast<std::int64_t>(index)]);
    }
    const std::int64_t begun = i++;
    if (chunk.null_count == 0)
      while (i < chunk.length && from[i] == from[begun]) ++i;
    to.add(static_cast<std::size_t>(i - begun), number);
  }
}

template <class Texts, class Sink>
void number_dictionary(char index, const arrow::array& chunk, const Texts& dictionary, text_names& known,
                       std::int64_t row, Sink& to) {
  switch (index) {
    case 'c': return number_indices<std::int8_t>(chunk, dictionary, known, row, to);
    case 'C': return number_indices<std::uint8_t>(chunk, dictionary, known, row, to);
    case 's': return number_indices<std::int16_t>(chunk, dictionary, known, row, to);
    case 'S': return number_indices<std::uint16_t>(chunk, dictionary, known, row, to);
    case 'i': return number_indices<std::int32_t>(chunk, dictionary, known, row, to);
    case 'I': return number_indices<std::uint32_t>(chunk, dictionary, known, row, to);
    case 'l': return number_indices<std::int64_t>(chunk, dictionary, known, row, to);
    case 'L': return number_indices<std::uint64_t>(chunk, dictionary, known, row, to);
    default: throw kebi::error(std::string{"names cannot be numbered by an Arrow format "} + index);
  }
}

template <class Texts, class Sink>
void number_texts(const arrow::array& chunk, const Texts& texts, text_names& known, std::int64_t row, Sink& to) {
  for (std::int64_t i = 0; i < chunk.length && to.is_worthwhile();) {
    if (arrow::is_null(chunk, i)) refuse_nameless(row + i);
    const std::int32_t number = known.number(texts[i]);
    // In no order, and with nulls among them, rows go one by one.
    const std::int64_t same = known.is_orderly() && chunk.null_count == 0 ? texts.repeated(i, chunk.length) : 1;
    to.add(static_cast<std::size_t>(same), number);
    i += same;
  }
}

/// Tells the names of an Arrow stream; false for a column of no texts.
template <class Sink>
bool number_stream(const py::capsule& capsule, std::int64_t rows, text_names& known, Sink& to) {
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
  if (!arrow::are_texts(format)) return false;
  std::int64_t row = 0;
  while (to.is_worthwhile()) {
    arrow::lent<arrow::array> chunk;
    check(stream->get_next(stream, &chunk));
    if (chunk.release == nullptr) {
      if (row != rows) throw kebi::error("a column has fewer rows than it says");
      break;
    }
    if (row + chunk.length > rows) throw kebi::error("a column has more rows than it says");
    arrow::with_texts(numbered ? *chunk.dictionary : chunk, format, [&](const auto& texts) {
      if (numbered)
        number_dictionary(of.format[0], chunk, texts, known, row, to);
      else
        number_texts(chunk, texts, known, row, to);
    });
    row += chunk.length;
  }
  return true;
}

/// Tells the texts of an array of objects, and in `met` one of each; false where one of
/// them is something else, or empty.
template <class Sink>
bool number_objects(const py::array& objects, std::vector<PyObject*>& met, Sink& to) {
  auto* const* const from = static_cast<PyObject* const*>(objects.data());
  const py::ssize_t count = objects.size();
  kebi::numbering<name_key, hash_of_name> known;
  for (py::ssize_t i = 0; i < count && to.is_worthwhile();) {
    PyObject* const each = from[i];
    if (each == nullptr || !PyUnicode_CheckExact(each)) return false;
    const int width = PyUnicode_KIND(each);
    const std::string_view bytes{static_cast<const char*>(PyUnicode_DATA(each)),
                                 static_cast<std::size_t>(PyUnicode_GET_LENGTH(each)) * static_cast<std::size_t>(width)};
    if (bytes.empty()) return false;
    const name_key key{bytes, width};
    std::int32_t number = known.find(key);
    if (number < 0) {
      number = known.add(key);  // the array keeps the text where it is
      met.push_back(each);
    }
    const py::ssize_t begun = i++;
    while (i < count && from[i] == each) ++i;
    to.add(static_cast<std::size_t>(i - begun), number);
  }
  return true;
}

/// Calls `read` with a column of whole numbers, however wide; false for other columns.
template <class Read>
bool with_numbers(const py::array& a, const Read& read) {
  const auto as = [&]<class Number>(Number) {
    read(std::span{static_cast<const Number*>(a.data()), static_cast<std::size_t>(a.size())});
    return true;
  };
  const char kind = a.dtype().kind();
  if (kind != 'i' && kind != 'u') return false;
  switch (a.itemsize()) {
    case 1: return kind == 'i' ? as(std::int8_t{}) : as(std::uint8_t{});
    case 2: return kind == 'i' ? as(std::int16_t{}) : as(std::uint16_t{});
    case 4: return kind == 'i' ? as(std::int32_t{}) : as(std::uint32_t{});
    default: return kind == 'i' ? as(std::int64_t{}) : as(std::uint64_t{});
  }
}

/// A column in one piece.
inline py::array in_one_piece(py::array a) {
  if (a.ndim() != 1) throw kebi::error("a column has one dimension: found " + std::to_string(a.ndim()));
  return (a.flags() & py::array::c_style) != 0 ? a : py::array::ensure(a, py::array::c_style);
}

}  // namespace name_columns
