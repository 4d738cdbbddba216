#include "text/words/digit_names.hpp"

#include "text/normalise/strings.hpp"
#include "text/normalise/utf8.hpp"
#include "text/words/dates.hpp"
#include "text/words/numerals.hpp"
#include "text/words/word_reader.hpp"

namespace kebi::grammar {

std::size_t end_of_letters(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_letter(text[end])) ++end;
  if (end == at) return at;
  const std::string_view letters = text.substr(at, end - at);
  const bool measure =
      letters == "GDP" || letters == "CPI" || letters == "PPI" || letters == "PMI";
  return measure ? end : end_of_name(text, end, ".-+");
}

std::size_t end_of_digit_name(std::string_view text, std::size_t end, const vocabulary& known) {
  if (end >= text.size()) return 0;
  const char next = text[end];
  const bool goes_on =
      is_letter(next) ? known.unit_length(text.substr(end)) == 0
                      : next == '+' && end + 1 < text.size() &&
                            (is_digit(text[end + 1]) || is_letter(text[end + 1]));
  return goes_on ? end_of_name(text, end, "+-") : 0;
}

std::size_t end_of_class(std::string_view text, std::size_t end, const numeral& n) {
  const std::string_view unit = text.substr(n.unit.begin, n.unit.end - n.unit.begin);
  if (n.form != form::plain || unit.empty() || n.more) return 0;
  if (unit.ends_with(class_mark)) return unit == class_mark ? 0 : end;  // 亿级
  const std::string_view behind = text.substr(end);
  const bool other = starts_with_any(behind, {"级别", "级次", "级以"});
  return behind.starts_with(class_mark) && !other ? end + class_mark.size() : 0;
}

std::size_t clock_at(std::string_view text, std::size_t at, const vocabulary& known) {
  if (at > 0 && (text[at - 1] == ':' || text[at - 1] == '.' || is_digit(text[at - 1]))) return 0;
  const std::string_view rest = text.substr(at);
  if (rest.size() < 4 || (rest[1] != ':' && rest[2] != ':')) return 0;
  const std::size_t length = clock_length(rest);
  if (length == 0) return 0;
  const std::string_view before = text.substr(0, at);
  if (known[group::clock_before].ends(before)) return length;
  const std::string_view behind = rest.substr(length);
  for (const std::string_view to : {"-", "至", "到"}) {
    if (behind.starts_with(to) && clock_length(behind.substr(to.size())) > 0) return length;
    if (before.ends_with(to) && at > to.size() + 2 && is_digit(text[at - to.size() - 1]) &&
        text.substr(at - to.size() - 3, 1) == ":")
      return length;  // the second one of two
  }
  return 0;
}

bool may_be_of_republic(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at, 6);
  if (rest.size() < 6 || rest.front() != '1' || !rest.ends_with("年")) return false;
  if (at == 0) return true;
  const std::string_view before = text.substr(0, at);
  const char last = before.back();
  if (last == '\n' || last == ',' || last == ';' || last == '(' || last == '\t' || last == '|')
    return true;
  return ends_with_any(before, {"。", "，", "、", "较", "比", "与", "至", "自"});
}

listed_quarters quarters_listed(std::string_view text, bool starts_line) {
  listed_quarters found;
  if (text.substr(0, 16).find("、") == std::string_view::npos) return found;
  word_reader in{text};
  std::size_t count = 0;
  for (int last = 0; count < 4; ++count) {
    const std::size_t begin = in.at;
    const auto quarter = in.small();
    if (!quarter || *quarter <= last || *quarter > 4) return found;
    last = *quarter;
    found.begin[count] = begin;
    found.end[count] = in.at;
    take(found.spans[count], *quarter * 3 - 2, *quarter * 3);
    if (!in.skip_any({"、", "和"})) {
      ++count;
      break;
    }
  }
  if (count < 2 || !in.skip("季度")) return found;
  const bool list_number = starts_line && count == 2 && found.end[0] > 0 &&
                           text.substr(0, 90).find("分别") == std::string_view::npos;
  if (list_number) return found;
  found.end[count - 1] = in.at;
  found.count = count;
  return found;
}

std::size_t section_number_length(std::string_view name) {
  std::size_t at = 0, parts = 0;
  for (bool goes_on = true; goes_on; ++parts) {
    const std::size_t start = at;
    while (at < name.size() && is_digit(name[at])) ++at;
    if (at == start) break;
    if (at - start > 2) return 0;
    goes_on = at < name.size() && name[at] == '.';
    if (goes_on) ++at;
  }
  return parts < 3 ? 0 : at;
}

bool names_rate(std::string_view text, std::size_t at, std::size_t end) {
  if (!starts_with_any(text.substr(at), {"十", "百", "千", "万", "亿"})) return false;
  constexpr std::size_t far = 36;
  std::string_view behind = text.substr(end, far);
  behind = behind.substr(0, behind.find_first_of("0123456789,;:\n\t"));
  return holds_any(behind, {"死亡率", "发病率", "发生率"});
}

}  // namespace kebi::grammar
