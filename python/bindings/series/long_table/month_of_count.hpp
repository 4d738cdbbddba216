#pragma once

#include <chrono>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include "kebi/core/error.hpp"

/// Makes months of the whole numbers in which tables keep times: counts since 1970 of a
/// unit of numpy's datetime64, or numbers that look like 201906 or 2019.
class month_of_count {
 public:
  explicit month_of_count(std::string_view unit) {
    constexpr std::int64_t second = 86'400;
    if (unit == "number") {
      kind_ = kind::number;
    } else if (unit == "Y" || unit == "M") {
      kind_ = kind::months;
      size_ = unit == "Y" ? 12 : 1;
    } else {
      const std::pair<std::string_view, std::int64_t> in_a_day[] = {
          {"D", 1},       {"h", 24},           {"m", 1440},
          {"s", second},  {"ms", second * 1000}, {"us", second * 1'000'000},
          {"ns", second * 1'000'000'000}};
      for (const auto& [name, count] : in_a_day)
        if (name == unit) size_ = count;
      if (size_ == 0) throw kebi::error("times cannot be counted in " + std::string{unit});
    }
  }

  /// The month, counted from year 0. Throws for what is no time, or one far away.
  std::int32_t operator()(std::int64_t count) {
    if (kind_ == kind::number) return of_number(count);
    if (count == std::numeric_limits<std::int64_t>::min())
      throw kebi::error("a row has no date: every row needs a span of time");
    return kind_ == kind::months ? of_months(count) : of_days(count / size_ - (count % size_ < 0));
  }
  /// Whether the numbers turned out to be years.
  bool are_years() const { return are_years_.value_or(false); }

 private:
  enum class kind { days, months, number };

  [[noreturn]] static void refuse_far() {
    throw kebi::error("the dates of a table lie in the years 1 to 9999: found others");
  }
  std::int32_t of_months(std::int64_t count) const {
    constexpr std::int64_t most = 120'000;
    if (count < -most || count > most) refuse_far();
    const std::int64_t month = count * size_ + 1970 * 12;
    if (month < 12 || month >= most) refuse_far();
    return static_cast<std::int32_t>(month);
  }
  static std::int32_t of_days(std::int64_t days) {
    using namespace std::chrono;
    constexpr sys_days first{year{1} / 1 / 1}, last{year{9999} / 12 / 31};
    if (days < first.time_since_epoch().count() || days > last.time_since_epoch().count()) refuse_far();
    const year_month_day date{sys_days{std::chrono::days{days}}};
    return static_cast<int>(date.year()) * 12 + static_cast<std::int32_t>(static_cast<unsigned>(date.month())) - 1;
  }
  std::int32_t of_number(std::int64_t number) {
    const bool is_year = number >= 1000 && number <= 9999;
    const std::int64_t month = number % 100 - 1;
    if ((!is_year && (number < 100'000 || number > 999'999 || month < 0 || month > 11)) ||
        are_years_.value_or(is_year) != is_year)
      throw kebi::error(
          "months as numbers look like 201906, and years like 2019, one of both in a column: found " +
          std::to_string(number) + ". Name the column of spans with period=…");
    are_years_ = is_year;
    return static_cast<std::int32_t>(is_year ? number * 12 + 11 : number / 100 * 12 + month);
  }

  kind kind_ = kind::days;
  std::int64_t size_ = 0;  ///< months of a count, or counts in a day
  std::optional<bool> are_years_;
};
