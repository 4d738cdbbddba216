#include <cmath>
#include <functional>

#include "columns.hpp"
#include "kebi/core/missing.hpp"
#include "kebi/series/long_table/growth_by_series.hpp"
#include "kebi/series/long_table/key_numbering.hpp"
#include "kebi/series/long_table/period_keys.hpp"
#include "month_of_count.hpp"

namespace {

template <class Number>
void widened(const void* from, std::size_t first, std::span<std::int64_t> into) {
  const auto* const numbers = static_cast<const Number*>(from) + first;
  for (std::size_t i = 0; i < into.size(); ++i) into[i] = static_cast<std::int64_t>(numbers[i]);
}

}  // namespace

void whole_numbers::widen(std::size_t first, std::span<std::int64_t> into) const {
  switch (bytes_) {
    case 1: return is_signed_ ? widened<std::int8_t>(first_, first, into) : widened<std::uint8_t>(first_, first, into);
    case 2: return is_signed_ ? widened<std::int16_t>(first_, first, into) : widened<std::uint16_t>(first_, first, into);
    case 4: return is_signed_ ? widened<std::int32_t>(first_, first, into) : widened<std::uint32_t>(first_, first, into);
    default: return widened<std::int64_t>(first_, first, into);
  }
}

namespace columns {

namespace {

/// Numbers a column piece by piece.
template <class Number>
class numbered {
 public:
  explicit numbered(std::int32_t* out) : out_{out} {}
  void add(std::span<const Number> piece) {
    known_.number_all(piece, out_);
    out_ += piece.size();
  }
  std::vector<std::int64_t> keys() const { return {known_.keys().begin(), known_.keys().end()}; }

 private:
  std::int32_t* out_;
  kebi::numbering<Number> known_;
};

}  // namespace

std::vector<std::int64_t> number_all(const whole_numbers& column, std::int32_t* out) {
  numbered<std::int32_t> narrow{out};
  numbered<std::int64_t> wide{out};
  column.by_pieces([&]<class Number>(std::span<const Number> piece) {
    if constexpr (sizeof(Number) == 4)
      narrow.add(piece);
    else
      wide.add(piece);
  });
  std::vector<std::int64_t> keys = narrow.keys();
  return keys.empty() ? wide.keys() : keys;
}

kebi::name_runs runs_of(const whole_numbers& column) {
  kebi::name_runs runs;
  column.by_pieces([&](auto piece) { runs.add_all(piece); });
  return runs;
}

months_met ends_of(const whole_numbers& times, const std::string& unit, std::span<std::int32_t> ends) {
  month_of_count of{unit};
  return times.whole([&](auto counts) {
    kebi::keyed_ends months{counts, std::ref(of)};
    for (std::size_t first = 0; first < counts.size();) {
      constexpr std::size_t in_cache = 4096;
      const auto some = months(first, std::min(in_cache, counts.size() - first));
      std::copy(some.begin(), some.end(), ends.data() + first);
      first += some.size();
    }
    return months_met{{months.met().begin(), months.met().end()}, of.are_years()};
  });
}

bool growth_of_runs(const kebi::name_runs& regions, const kebi::name_runs& indicators, const whole_numbers& times,
                    const std::string& unit, std::span<const double> values, std::span<double> out) {
  if (times.size() != values.size()) throw kebi::error("the columns of a long table must be of one length");
  return times.whole([&](auto counts) {
    return kebi::growth_by_series(regions, indicators, kebi::keyed_ends{counts, month_of_count{unit}}, values, 12, out);
  });
}

std::vector<int> decimals_of(std::span<const double> values, std::span<const std::int32_t> groups, int count) {
  std::vector<int> most(static_cast<std::size_t>(count), -1);
  if (values.size() != groups.size()) throw kebi::error("the columns of a long table must be of one length");
  constexpr double tens[] = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6};
  for (std::size_t i = 0; i < values.size(); ++i) {
    const double value = values[i];
    const std::int32_t group = groups[i];
    if (group < 0 || group >= count) throw kebi::error("a row belongs to no series");
    if (!kebi::detail::is_finite(value)) continue;
    int& decimals = most[static_cast<std::size_t>(group)];
    if (decimals < 0) decimals = 0;
    for (; decimals < 7; ++decimals) {
      const double scaled = value * tens[decimals], size = std::abs(scaled);
      if (std::abs(scaled - std::nearbyint(scaled)) <= 1e-9 * (size > 1 ? size : 1)) break;
    }
  }
  return most;
}

void look_up(std::span<std::int32_t> numbers, std::span<const std::int32_t> table) {
  for (std::int32_t& each : numbers) {
    if (each < 0 || static_cast<std::size_t>(each) >= table.size()) throw kebi::error("a number stands for nothing");
    each = table[static_cast<std::size_t>(each)];
  }
}

}  // namespace columns
