#include "text/words/numerals.hpp"

#include <utility>

#include "text/normalise/strings.hpp"
#include "text/normalise/utf8.hpp"
#include "text/words/digit_names.hpp"

namespace kebi::grammar {
namespace {

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

/// The length of what a second point makes of a number, as in 13..4 and 5.455.139.5: digits and
/// points to their end; 0 where no digit follows a point, as at the end of a sentence.
std::size_t second_point(std::string_view text) {
  if (!text.starts_with('.')) return 0;
  std::size_t end = 0;
  bool digits = false;
  for (; end < text.size() && (is_digit(text[end]) || text[end] == '.'); ++end)
    digits = digits || is_digit(text[end]);
  return digits ? end : 0;
}

}  // namespace

std::size_t list_number_length(std::string_view name) {
  if (const std::size_t section = section_number_length(name)) return section;
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
  if (const std::size_t more = second_point(text.substr(at)); more > 0) {
    found.length = at + more;
    found.what.written.broken = found.what.written.too_large = true;
    return found;
  }
  found.length = at;
  found.what.written.too_large = too_large;
  if (!too_large) found.what.value = decimal{digits, decimals};
  return found;
}

namespace {

/// The digits that go on behind 亿 or 万 as a lower part of one number: 2000 of 1亿2000万, 3456 of
/// 12万3456; nothing for a year, a percentage or a small number, which stand alone.
std::optional<scanned> scan_lower_part(std::string_view text) {
  if (text.empty() || !is_digit(text.front())) return std::nullopt;
  auto found = scan_digits(text);
  if (!found || found->what.written.too_large || found->what.value.decimals() > 0 ||
      found->length < 3)
    return std::nullopt;
  if (starts_with_any(text.substr(found->length), {"%", "年", "-", "/", ":"})) return std::nullopt;
  return found;
}

}  // namespace

void add_lower_parts(std::string_view text, scanned& number) {
  constexpr std::string_view wan = "万", yi = "亿";
  if (number.what.written.too_large || number.what.value.decimals() > 0) return;
  std::int64_t value = number.what.value.digits();
  std::size_t at = number.length;
  if (value >= hundred_million) return;
  if (text.substr(at).starts_with(yi)) {
    const auto lower = scan_lower_part(text.substr(at + yi.size()));
    if (!lower || lower->what.value.digits() >= hundred_million) return;
    const std::size_t behind = at + yi.size() + lower->length;
    if (!text.substr(behind).starts_with(wan)) {
      number.what.value = decimal{value * hundred_million + lower->what.value.digits()};
      number.length = behind;
      return;
    }
    if (lower->what.value.digits() >= ten_thousand) return;
    value = value * ten_thousand + lower->what.value.digits();
    at = number.length = behind;
    number.what.value = decimal{value, 4};
    number.what.unit.over_ten_thousand = true;
  }
  if (!text.substr(at).starts_with(wan)) return;
  const auto lower = scan_lower_part(text.substr(at + wan.size()));
  if (!lower || lower->what.value.digits() >= ten_thousand) return;
  number.what.value = decimal{value * ten_thousand + lower->what.value.digits()};
  number.what.unit.over_ten_thousand = false;
  number.length = at + wan.size() + lower->length;
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
  if (n.more || length == 0 || !is_only_multipliers(text.substr(0, length))) return length;
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

/// 一成半, 三成五, 一倍半: what follows the unit is a part of the number.
void add_part_behind(std::string_view text, std::size_t& at, numeral& n, const vocabulary& known) {
  if (n.written.too_large || n.upper || n.value.decimals() > 0) return;
  const std::string_view rest = text.substr(at);
  int tenths = 0;
  if (rest.starts_with("半") && !rest.substr(3).starts_with("年"))
    tenths = 5;
  else if (n.form == form::tenths && n.written.chinese)
    tenths = chinese_digit(character(rest));
  if (tenths <= 0) return;
  const std::string_view behind = rest.substr(3);
  if (is_numeral(character(behind)) || known.unit_length(behind) > 0) return;
  n.value = decimal{n.value.digits() * 10 + tenths, 1};
  at += 3;
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
  if (n.form == form::times || n.form == form::tenths) add_part_behind(text, at, n, known);
}

std::size_t leading_minus(std::string_view text, std::size_t at, bool reached) {
  const std::string_view rest = text.substr(at);
  const bool starts =
      at == 0 || text[at - 1] == '\n' || text[at - 1] == '\t' || text[at - 1] == '|';
  for (const std::string_view mark : {"-", "负", "▼", "▽", "↓"}) {
    if (!rest.starts_with(mark) || !(starts || (reached && mark == "负"))) continue;
    const std::size_t number = rest.find_first_not_of(' ', mark.size());
    const bool spaced = mark != "-" || number != mark.size();
    return spaced && number != std::string_view::npos && is_digit(rest[number]) ? number : 0;
  }
  return 0;
}

bool is_only_multipliers(std::string_view unit) {
  if (unit.empty()) return false;
  while (!unit.empty()) {
    if (!starts_with_any(unit, {"十", "百", "千", "万", "亿"})) return false;
    unit.remove_prefix(3);
  }
  return true;
}

bool is_measured(const numeral& n, std::string_view unit, std::size_t characters) {
  if (ends_with_any(unit, {"亿县", "亿镇", "亿村", "亿乡"})) return false;  // 新增百亿县区26个
  if (n.form == form::percent || n.form == form::points || n.form == form::tenths ||
      n.form == form::times)
    return true;
  if (unit.empty()) return false;
  if (characters > 1 || n.value.decimals() > 0) return true;
  if (unit == "元" && !n.more) return false;  // 城乡二元结构
  if (unit.starts_with("万") || unit.starts_with("亿") || unit.ends_with("元") || n.more)
    return true;
  return unit == "吨" || unit == "亩" || unit == "公里" || unit == "公斤" ||
         (n.value.digits() == 2 &&
          (unit == "家" || unit == "个" || unit == "处" || unit == "项" || unit == "名"));
}

}  // namespace kebi::grammar
