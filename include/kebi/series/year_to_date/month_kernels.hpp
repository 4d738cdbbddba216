#pragma once

#include <vector>

#include "kebi/series/evaluate/parallel_rows.hpp"

/// The loops of single months over whole rows of figures, by two doubles at a time.
namespace kebi::detail {

/// What a single month is found from, by its number in the year.
enum class source { itself, difference, together };
inline source source_of(int month_in_year, bool january_february) {
  if (january_february && month_in_year == 1) return source::together;
  return month_in_year == (january_february ? 2 : 1) ? source::itself : source::difference;
}

/// What is taken off each figure of a year to date: the bits of the one before, kept or
/// not, and put in their place zero for the start of a year, or NaN where there is no month.
struct month_masks {
  std::vector<std::int64_t> keep, fill;

  month_masks(month first, int columns, bool january_february)
      : keep(static_cast<std::size_t>(columns)), fill(static_cast<std::size_t>(columns)) {
    for (int t = 0; t < columns; ++t) {
      const auto from = source_of((first + t).in_year(), january_february);
      const bool alone = t == 0 && from == source::difference;
      const auto at = static_cast<std::size_t>(t);
      keep[at] = from == source::difference && !alone ? -1 : 0;
      fill[at] = from == source::together || alone ? bits_of(not_a_number) : 0;
    }
  }
};

/// Single months of a row, straight into their place, in one pass.
template <class Store>
void months_of_row(const double* x, const month_masks& masks, double* out, int count) {
  const std::int64_t *const keep = masks.keep.data(), *const fill = masks.fill.data();
  const auto month = [&](int t) {
    const std::int64_t before = t == 0 ? 0 : bits_of(x[t - 1]);
    return x[t] - std::bit_cast<double>((before & keep[t]) | fill[t]);
  };
  const auto two_months = [&](int t) {
    if (t == 0) return two_doubles{month(0), month(1)};
    two_bits kept, filled;
    std::memcpy(&kept, keep + t, sizeof kept);
    std::memcpy(&filled, fill + t, sizeof filled);
    const two_bits before = (bits_of(load_two(x + t - 1)) & kept) | filled;
    two_doubles off;
    std::memcpy(&off, &before, sizeof off);
    return load_two(x + t) - off;
  };
  over_row<Store>(
      lines_of<Store>(out, count), count,
      [&](auto store, int t) { store.put(out + t, two_months(t)); },
      [&](int t) { out[t] = month(t); });
}

}  // namespace kebi::detail
