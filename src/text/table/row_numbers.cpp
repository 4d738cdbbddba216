#include "text/table/row_numbers.hpp"

#include <algorithm>

#include "text/normalise/strings.hpp"
#include "text/normalise/utf8.hpp"
#include "text/words/numerals.hpp"

namespace kebi::grammar {
namespace {

constexpr int below_list_numbers = 4;

std::size_t digits_at_start(std::string_view words) {
  return std::min(words.find_first_not_of("0123456789"), words.size());
}

/// Classes, sections and items of revenue and expenditure have 3, 5 and 7 digits (财政部, 政府收支分类科目): 201,
/// 20405, 2040506. Three digits without a sign behind them count where a class starts so.
row_number code_of_row(std::string_view name) {
  const std::size_t digits = digits_at_start(name);
  if (digits != 3 && digits != 5 && digits != 7 && digits != 9) return {};
  std::string_view rest = name.substr(digits);
  bool parted = false;
  for (bool cutting = true; cutting;) {
    cutting = false;
    for (const std::string_view sign : {"-", "—", "－", "–", " ", "\u3000", "_"})
      if (rest.starts_with(sign)) rest.remove_prefix(sign.size()), cutting = parted = true;
  }
  const bool names = !rest.empty() && static_cast<unsigned char>(rest.front()) >= 0x80;
  const bool of_class = name.front() >= '1' && name.front() <= '5' && name[1] <= '3';
  if (!names || !of_class || (digits == 3 && !parted && name[0] > '3')) return {};
  return {name.size() - rest.size(), below_list_numbers + static_cast<int>(digits)};
}

/// 1.1.粮食播种面积 and 2.3 出口, but not 1.5亿元.
row_number stepped_number(std::string_view name) {
  std::size_t at = 0;
  int steps = 0;
  bool ends = false;
  while (const std::size_t digits = digits_at_start(name.substr(at))) {
    if (digits > 2) return {};
    at += digits, ++steps;
    ends = name.substr(at).starts_with('.');
    if (!ends) break;
    ++at;
  }
  if (steps < 2) return {};
  const std::string_view rest = name.substr(at);
  const bool parted = ends || starts_with_any(rest, {" ", "\u3000", "、"});
  const bool names = rest.size() > 1 && !is_digit(rest.front()) && rest.front() != '%';
  if (!parted || !names) return {};
  const std::size_t sign = ends ? 0 : character(rest).size();
  return {at + sign, below_list_numbers};
}

}  // namespace

row_number number_of_row(std::string_view name) {
  if (const row_number code = code_of_row(name); code.length > 0) return code;
  if (const row_number steps = stepped_number(name); steps.length > 0) return steps;
  const std::size_t length = list_number_length(name);
  if (length == 0) return {};
  const bool open = starts_with_any(name, {"(", "（"});
  const std::string_view first = open ? name.substr(character(name).size()) : name;
  return {length, (is_numeral(character(first)) ? 1 : 3) + (open ? 1 : 0)};
}

}  // namespace kebi::grammar
