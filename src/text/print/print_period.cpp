#include "kebi/text/print_period.hpp"

#include <array>
#include <string_view>

namespace kebi {
namespace {

constexpr std::array<std::string_view, 10> numerals{"零", "一", "二", "三", "四",
                                                    "五", "六", "七", "八", "九"};
constexpr std::array<std::string_view, 12> month_names{
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};
constexpr std::array<std::string_view, 4> ordinals{"first", "second", "third", "fourth"};

std::string name_of(month m) {
  return std::string{month_names[static_cast<std::size_t>(m.in_year() - 1)]};
}

}  // namespace

std::string to_chinese(const period& p) {
  const std::string year = std::to_string(p.year()) + "年";
  const int first = p.first().in_year(), last = p.last().in_year();
  if (is_whole_years(p))
    return p.in_one_year()
               ? year
               : std::to_string(p.year()) + "-" + std::to_string(p.last().year()) + "年";
  if (!p.in_one_year())
    return year + std::to_string(first) + "月-" + std::to_string(p.last().year()) + "年" +
           std::to_string(last) + "月";
  if (p.months() == 6 && first == 1) return year + "上半年";
  if (p.months() == 6 && first == 7) return year + "下半年";
  if (first == 1 && last == 9) return year + "前三季度";
  if (p.months() == 3 && first % 3 == 1)
    return year + std::string{numerals[static_cast<std::size_t>(last / 3)]} + "季度";
  if (p.months() == 1) return year + std::to_string(first) + "月";
  return year + std::to_string(first) + "-" + std::to_string(last) + "月";
}

std::string to_english(const period& p) {
  const std::string year = std::to_string(p.year());
  const int first = p.first().in_year(), last = p.last().in_year();
  if (is_whole_years(p))
    return p.in_one_year() ? year : year + "-" + std::to_string(p.last().year());
  if (!p.in_one_year())
    return name_of(p.first()) + " " + year + "-" + name_of(p.last()) + " " +
           std::to_string(p.last().year());
  if (p.months() == 6 && first % 6 == 1)
    return std::string{"the "} + (first == 1 ? "first" : "second") + " half of " + year;
  if (first == 1 && last == 9) return "the first three quarters of " + year;
  if (p.months() == 3 && first % 3 == 1)
    return "the " + std::string{ordinals[static_cast<std::size_t>(last / 3 - 1)]} + " quarter of " +
           year;
  if (p.months() == 1) return name_of(p.first()) + " " + year;
  return name_of(p.first()) + "-" + name_of(p.last()) + " " + year;
}

std::string plan_name(const period& p) {
  const int first = p.year();
  int number = 0;
  if (is_whole_years(p) && p.last().year() == first + 4) {
    if (first == 1953 || first == 1958)
      number = (first - 1953) / 5 + 1;
    else if (first >= 1966 && (first - 1966) % 5 == 0)
      number = (first - 1966) / 5 + 3;
  }
  if (number == 0 || number > 19)
    throw error{to_english(p) + " is not the span of a five-year plan such as 2016-2020"};
  const std::string tens = number >= 10 ? "十" : "";
  const std::string ones =
      number % 10 == 0 ? "" : std::string{numerals[static_cast<std::size_t>(number % 10)]};
  return "\"" + tens + ones + "五\"时期";
}

}  // namespace kebi
