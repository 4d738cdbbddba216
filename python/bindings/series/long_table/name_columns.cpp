#include <algorithm>
#include <deque>
#include <functional>
#include <string_view>

#include "columns.hpp"
#include "kebi/core/error.hpp"
#include "kebi/series/long_table/key_numbering.hpp"
#include "name_key.hpp"

/// Columns of names as their frames keep them, read without a copy: each is a sequence of
/// so many rows of one number, told to a sink as `add(rows, number)` while `is_worthwhile()`.
namespace columns {

namespace {

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

[[noreturn]] void refuse_nameless(std::int64_t row) {
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
  std::vector<std::string> told() const {
    std::vector<std::string> all;
    for (const name_key& each : numbers_.keys()) all.emplace_back(each.text());
    return all;
  }

 private:
  std::deque<std::string> kept_;
  kebi::numbering<name_key, hash_of_name> numbers_;
};

/// The bytes of a number by the letter of its Arrow format, and whether it is signed.
std::pair<std::size_t, bool> width_of(char format) {
  constexpr std::string_view formats = "cCsSiIlL";
  const std::size_t at = formats.find(format);
  if (at == formats.npos) throw kebi::error(std::string{"names cannot be numbered by an Arrow format "} + format);
  return {std::size_t{1} << at / 2, at % 2 == 0};
}

/// The rows of a chunk that a producer has numbered itself. `named` gives the text of a number.
template <class Sink>
void number_dictionary(char format, const arrow::array& chunk, const std::function<std::string_view(std::int64_t)>& named,
                       text_names& known, std::int64_t row, Sink& to) {
  const auto [bytes, is_signed] = width_of(format);
  const auto* const first = static_cast<const char*>(chunk.buffers[1]) + static_cast<std::size_t>(chunk.offset) * bytes;
  const auto size = static_cast<std::uint64_t>(chunk.dictionary->length);
  std::vector<std::int32_t> numbers(size, text_names::none);
  const auto number_of = [&](std::int64_t i, std::int64_t index) {
    if (arrow::is_null(chunk, i)) refuse_nameless(row + i);
    if (static_cast<std::uint64_t>(index) >= size)
      throw kebi::error("row " + std::to_string(row + i) + " is numbered beyond its names");
    std::int32_t& number = numbers[static_cast<std::size_t>(index)];
    if (number == text_names::none) {
      if (arrow::is_null(*chunk.dictionary, index)) refuse_nameless(row + i);
      number = known.number(named(index));
    }
    return number;
  };
  std::int64_t before = 0;
  whole_numbers{first, static_cast<std::size_t>(chunk.length), bytes, is_signed}.by_pieces([&](const auto piece) {
    for (std::size_t i = 0; i < piece.size() && to.is_worthwhile();) {
      const std::int32_t number = number_of(before + static_cast<std::int64_t>(i), piece[i]);
      const std::size_t begun = i++;
      if (chunk.null_count == 0)
        while (i < piece.size() && piece[i] == piece[begun]) ++i;
      to.add(i - begun, number);
    }
    before += static_cast<std::int64_t>(piece.size());
  });
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

template <class Sink>
bool names_of_stream(arrow::stream& stream, std::int64_t rows, std::vector<std::string>& met, Sink& to) {
  const auto check = [&stream](int failed) {
    if (failed == 0) return;
    const char* why = stream.get_last_error(&stream);
    throw kebi::error(std::string{"the column cannot be read: "} + (why != nullptr ? why : "its frame does not say why"));
  };
  arrow::lent<arrow::schema> of;
  check(stream.get_schema(&stream, &of));
  const bool numbered = of.dictionary != nullptr;
  const std::string format = numbered ? of.dictionary->format : of.format;
  if (!arrow::are_texts(format)) return false;
  text_names known;
  std::int64_t row = 0;
  while (to.is_worthwhile()) {
    arrow::lent<arrow::array> chunk;
    check(stream.get_next(&stream, &chunk));
    if (chunk.release == nullptr) {
      if (row != rows) throw kebi::error("a column has fewer rows than it says");
      break;
    }
    if (row + chunk.length > rows) throw kebi::error("a column has more rows than it says");
    arrow::with_texts(numbered ? *chunk.dictionary : chunk, format, [&](const auto& texts) {
      if (numbered)
        number_dictionary(of.format[0], chunk, [&](std::int64_t k) { return texts[k]; }, known, row, to);
      else
        number_texts(chunk, texts, known, row, to);
    });
    row += chunk.length;
  }
  met = known.told();
  return true;
}

template <class Sink>
bool names_of_objects(std::span<PyObject* const> objects, std::vector<PyObject*>& met, Sink& to) {
  kebi::numbering<name_key, hash_of_name> known;
  for (std::size_t i = 0; i < objects.size() && to.is_worthwhile();) {
    PyObject* const each = objects[i];
    if (each == nullptr || !PyUnicode_CheckExact(each)) return false;
    const auto width = static_cast<int>(PyUnicode_KIND(each));
    const std::string_view bytes{static_cast<const char*>(PyUnicode_DATA(each)),
                                 static_cast<std::size_t>(PyUnicode_GET_LENGTH(each)) * static_cast<std::size_t>(width)};
    if (bytes.empty()) return false;
    const name_key key{bytes, width};
    std::int32_t number = known.find(key);
    if (number < 0) {
      number = known.add(key);  // the array keeps the text where it is
      met.push_back(each);
    }
    const std::size_t begun = i++;
    while (i < objects.size() && objects[i] == each) ++i;
    to.add(i - begun, number);
  }
  return true;
}

}  // namespace

bool number_objects(std::span<PyObject* const> objects, std::vector<PyObject*>& met, std::int32_t* out) {
  row_numbers to{out};
  return names_of_objects(objects, met, to);
}
bool runs_of_objects(std::span<PyObject* const> objects, std::vector<PyObject*>& met, kebi::name_runs& runs) {
  return names_of_objects(objects, met, runs);
}

bool number_stream(arrow::stream& stream, std::int64_t rows, std::vector<std::string>& met, std::int32_t* out) {
  row_numbers to{out};
  return names_of_stream(stream, rows, met, to);
}
bool runs_of_stream(arrow::stream& stream, std::int64_t rows, std::vector<std::string>& met, kebi::name_runs& runs) {
  return names_of_stream(stream, rows, met, runs);
}

}  // namespace columns
