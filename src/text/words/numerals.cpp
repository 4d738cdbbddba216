#include "text/words/numerals.hpp"

#include <array>
#include <utility>

#include "text/normalise/character_set.hpp"
#include "text/normalise/strings.hpp"
#include "text/normalise/utf8.hpp"

namespace kebi::grammar {
namespace {

constexpr std::array<std::string_view, 10> ones{"零", "一", "二", "三", "四",
                                                "五", "六", "七", "八", "九"};

int chinese_digit(std::string_view one) {
  for (std::size_t i = 0; i < ones.size(); ++i)
    if (one == ones[i]) return static_cast<int>(i);
  if (one == "〇") return 0;
  if (one == "两") return 2;
  return -1;
}

/// The length of the comma that three digits follow, in either width; 0 where none stands.
std::size_t thousands_mark(std::string_view text) {
  const std::size_t length = text.starts_with(',') ? 1 : text.starts_with("，") ? 3 : 0;
  if (length == 0) return 0;
  std::size_t digits = 0;
  while (length + digits < text.size() && is_digit(text[length + digits])) ++digits;
  return digits == 3 ? length : 0;
}

/// The length of 。 or · where it stands for the point, as in 76。7%; 0 where it does not.
std::size_t odd_point(std::string_view text) {
  for (const std::string_view mark : {"。", "·"}) {
    if (!text.starts_with(mark)) continue;
    std::size_t behind = mark.size();
    while (behind < text.size() && is_digit(text[behind])) ++behind;
    const bool few = behind > mark.size() && behind <= mark.size() + 2;
    return few && text.substr(behind).starts_with("%") ? mark.size() : 0;
  }
  return 0;
}

}  // namespace

bool is_numeral(std::string_view one) {
  static const character_set all{U"零一二三四五六七八九十百千万亿两〇"};
  return one.size() == 3 && all.holds(code_point(one));
}

std::size_t list_number_length(std::string_view name) {
  const bool open = name.starts_with("(") || name.starts_with("（");
  std::size_t at = open ? character(name).size() : 0;
  const std::size_t start = at;
  while (at < name.size()) {
    const std::string_view one = character(name.substr(at));
    const char32_t c = code_point(one);
    if (c >= U'①' && c <= U'⑳' && !open && at == start) return one.size();
    if (!is_digit(one.front()) && !is_numeral(one)) break;
    at += one.size();
  }
  if (at == start || at - start > 9) return 0;
  const std::string_view behind = name.substr(at);
  for (const std::string_view mark : {"、", ")", "）"})
    if (behind.starts_with(mark)) return at + mark.size();
  if (open) return 0;
  for (const std::string_view mark : {".", "．"})  // 1.增加值, but not 1.5亿元
    if (behind.starts_with(mark) &&
        (behind.size() == mark.size() || !is_digit(behind[mark.size()])))
      return at + mark.size();
  return 0;
}

std::optional<scanned> scan_digits(std::string_view text) {
  std::size_t at = 0;
  std::int64_t digits = 0;
  int decimals = 0;
  bool too_large = false;
  const auto take = [&] {
    std::size_t count = 0;
    for (; at < text.size() && is_digit(text[at]); ++at, ++count) {
      if (digits >= detail::power_of_ten(decimal::most_digits - 1))
        too_large = true;
      else
        digits = digits * 10 + (text[at] - '0');
    }
    return count;
  };
  std::size_t group = take();
  if (group == 0) {
    if (text.size() < 2 || text[0] != '.' || !is_digit(text[1])) return std::nullopt;
  }
  while (group <= 3 && group > 0) {
    const std::size_t mark = thousands_mark(text.substr(at));
    if (mark == 0) break;
    at += mark;
    group = take();
  }
  if (at + 1 < text.size() && text[at] == '.' && is_digit(text[at + 1])) {
    ++at;
    decimals = static_cast<int>(take());
    if (decimals > decimal::most_digits) too_large = true;
  } else if (const std::size_t point = odd_point(text.substr(at)); point > 0) {
    at += point;
    decimals = static_cast<int>(take());
  }
  scanned found;
  found.length = at;
  found.what.too_large = too_large;
  if (!too_large) found.what.value = decimal{digits, decimals};
  return found;
}

std::optional<scanned> scan_chinese(std::string_view text) {
  std::size_t at = 0;
  std::int64_t total = 0, section = 0, digit = -1;
  bool any = false, digits_only = true;
  std::int64_t row = 0;  // 二〇一九 read digit by digit
  std::size_t count = 0;
  while (at < text.size() && count < 12) {
    const std::string_view one = character(text.substr(at));
    if (const int value = chinese_digit(one); value >= 0) {
      digit = value;
      row = row * 10 + value;
    } else if (one == "十" || one == "百" || one == "千") {
      const std::int64_t times = one == "十" ? 10 : one == "百" ? 100 : 1000;
      // 千克 and 千瓦 are units; a bare 千 starts no number before them.
      if (!any && starts_with_any(text.substr(at), {"千瓦", "千克", "千米", "千伏"})) break;
      section += (digit < 0 ? 1 : digit) * times;
      digit = -1;
      digits_only = false;
    } else if (one == "万") {
      // 三万五千: the 万 is part of the number where numerals follow.
      const std::string_view next = character(text.substr(at + one.size()));
      if (!any || (chinese_digit(next) < 0)) break;
      total = (total + section + (digit < 0 ? 0 : digit)) * 10'000;
      section = 0;
      digit = -1;
      digits_only = false;
    } else {
      break;
    }
    any = true;
    at += one.size();
    ++count;
  }
  if (!any) return std::nullopt;
  std::int64_t value = digits_only && count > 1 ? row : total + section + (digit < 0 ? 0 : digit);
  int decimals = 0;
  if (text.substr(at).starts_with("点")) {
    std::size_t behind = at + std::string_view{"点"}.size();
    std::int64_t fraction = 0;
    while (behind < text.size() && decimals < 4) {
      const std::string_view one = character(text.substr(behind));
      const int next = chinese_digit(one);
      if (next < 0) break;
      fraction = fraction * 10 + next;
      ++decimals;
      behind += one.size();
    }
    if (decimals > 0) {
      value = value * detail::power_of_ten(decimals) + fraction;
      at = behind;
    }
  }
  scanned found;
  found.what.value = decimal{value, decimals};
  found.what.chinese = true;
  found.length = at;
  return found;
}

namespace {

constexpr std::string_view mores[] = {"余", "多"};  // 12余家

void put_unit(numeral& n, std::size_t begin, std::size_t end) {
  n.unit.begin = static_cast<std::uint32_t>(begin);
  n.unit.end = static_cast<std::uint32_t>(end);
}

/// 〔2000〕万套, 〔〕 for what five years add up to. [1]本公报 is a footnote, and 本 no unit.
bool unit_behind_bracket(std::string_view text, std::size_t& at, numeral& n,
                         const vocabulary& known) {
  if (n.unit.begin != 0 || !text.substr(at).starts_with("]")) return false;
  const std::size_t length = known.unit_length(text.substr(at + 1));
  const std::string_view unit = text.substr(at + 1, length);
  const bool percent = unit == "%" || unit == "‰";
  if (length == 0 || (length <= 3 && !percent)) return false;
  put_unit(n, at + 1, at + 1 + length);
  at += 1 + length;
  if (percent) n.form = form::percent;
  return true;
}

/// 276.38(不含军工)亿元
bool unit_behind_remark(std::string_view text, std::size_t& at, numeral& n,
                        const vocabulary& known) {
  if (n.unit.begin != 0 || !text.substr(at).starts_with("(")) return false;
  const std::string_view remark = text.substr(at, 90);
  const std::size_t close = remark.find(')');
  if (close == std::string_view::npos ||
      remark.substr(0, close).find_first_of("0123456789\n\t") != std::string_view::npos)
    return false;
  const std::size_t length = known.unit_length(text.substr(at + close + 1));
  if (length <= 3) return false;
  put_unit(n, at + close + 1, at + close + 1 + length);
  at = n.unit.end;
  return true;
}

/// The length of a unit and of 余 inside it: 一万余次, whose multiplier stands before 余.
std::size_t unit_with_more(std::string_view text, numeral& n, const vocabulary& known) {
  const std::size_t length = known.unit_length(text);
  if (n.more || length == 0) return length;
  const std::string_view behind = text.substr(length);
  for (const std::string_view more : mores) {
    const std::size_t second =
        behind.starts_with(more) ? known.unit_length(behind.substr(more.size())) : 0;
    if (second == 0) continue;
    n.more = true;
    return length + more.size() + second;
  }
  return length;
}

}  // namespace

void add_unit(std::string_view text, std::size_t& at, numeral& n, const vocabulary& known) {
  for (const std::string_view more : mores) {
    const std::string_view rest = text.substr(at);
    if (!rest.starts_with(more) || known.unit_length(rest.substr(more.size())) == 0) continue;
    n.more = true;
    at += more.size();
    break;
  }
  if (unit_behind_bracket(text, at, n, known) || unit_behind_remark(text, at, n, known)) return;
  const std::size_t length = unit_with_more(text.substr(at), n, known);
  put_unit(n, at, at + length);
  at += length;
  const std::string_view unit = text.substr(n.unit.begin, length);
  if (unit == "%" || unit == "‰")
    n.form = form::percent;
  else if (unit.ends_with("百分点") || unit.ends_with("千分点"))
    n.form = form::points;
  else if (unit == "倍")
    n.form = form::times;
  else if (unit == "成")
    n.form = form::tenths;
}

void absorb_multipliers(std::string_view text, numeral& n) {
  std::string_view unit = text.substr(n.unit.begin, n.unit.end - n.unit.begin);
  int zeros = 0;
  while (!unit.empty()) {
    const std::size_t before = unit.size();
    for (const auto& [sign, power] : {
             std::pair{std::string_view{"十"}, 1},
             {"百",                   2},
             {"千",                   3},
             {"万",                   4},
             {"亿",                   8}
    })
      if (unit.starts_with(sign)) {
        unit.remove_prefix(sign.size());
        zeros += power;
        break;
      }
    if (unit.size() == before) return;
  }
  if (zeros == 0 || n.too_large) return;
  if (zeros > 12 || n.value.decimals() - zeros < -decimal::most_digits) {
    n.too_large = true;
    return;
  }
  n.value = decimal{n.value.digits(), n.value.decimals() - zeros};
  n.zeros = static_cast<std::uint8_t>(zeros);
  n.unit.begin = n.unit.end;
}

bool is_measured(const numeral& n, std::string_view unit, std::size_t characters) {
  if (n.form == form::percent || n.form == form::points || n.form == form::tenths ||
      n.form == form::times)
    return true;
  if (unit.empty()) return false;
  if (characters > 1 || n.value.decimals() > 0) return true;
  if (unit.starts_with("万") || unit.starts_with("亿") || unit.ends_with("元") || n.more)
    return true;
  return unit == "吨" || unit == "亩" || unit == "公里" || unit == "公斤" ||
         (n.value.digits() == 2 &&
          (unit == "家" || unit == "个" || unit == "处" || unit == "项" || unit == "名"));
}

}  // namespace kebi::grammar
