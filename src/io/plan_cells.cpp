#include "plan_cells.hpp"

#include <algorithm>
#include <initializer_list>

#include "kebi/indicator/catalogue.hpp"
#include "kebi/text/read_period.hpp"
#include "text/words/vocabulary.hpp"

namespace kebi {

namespace {

bool take(std::string_view& text, std::initializer_list<std::string_view> marks) {
  for (const std::string_view mark : marks) {
    if (!text.starts_with(mark)) continue;
    text.remove_prefix(mark.size());
    return true;
  }
  return false;
}

void take_blanks(std::string_view& text) {
  while (take(text, {" ", "\t", "　", "\xC2\xA0", "\n", "\r"})) {
  }
}

/// A number before a name: 1. 2、 (3) （四） 五、
void take_numbering(std::string_view& text) {
  std::string_view rest = text;
  const bool opened = take(rest, {"(", "（"});
  const std::size_t before = rest.size();
  while (take(rest, {"0",  "1",  "2",  "3",  "4",  "5",  "6",  "7",  "8",  "9",
                     "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"})) {
  }
  if (rest.size() == before) return;
  if (!(opened ? take(rest, {")", "）"}) : take(rest, {".", "、", "．", ")", "）"}))) return;
  take_blanks(rest);
  if (!rest.empty()) text = rest;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// How long the number is that a text starts with: 1,234.5 6 of "152. 7".
std::size_t number_length(std::string_view text) {
  std::size_t length = 0;
  while (length < text.size()) {
    if (is_digit(text[length])) {
      ++length;
      continue;
    }
    std::size_t next = length;
    if (text[next] == '.' || text[next] == ',') ++next;
    else break;
    while (next < text.size() && text[next] == ' ') ++next;
    if (next >= text.size() || !is_digit(text[next])) break;
    length = next;
  }
  return length;
}

/// Whether a number with these words behind it has no unit of its own.
bool is_bare_before(std::string_view rest) {
  take_blanks(rest);
  if (rest.empty()) return true;
  for (const std::string_view next :
       {"左右", "以上", "以内", "以下", "上下", "及以上", "(含)", "（含）", ",", "，", ";", "；", "、", "-", "—", "–",
        "~", "～", "至", "到", "。", ")", "）", "\n", "\r"})
    if (rest.starts_with(next)) return true;
  return false;
}

}  // namespace

row_name read_name(std::string_view printed, std::optional<int> year) {
  row_name name;
  take_blanks(printed);
  take_numbering(printed);
  while (take(printed, {"#", "＃", "其中：", "其中:", "其中"})) {
    name.is_part = true;
    take_blanks(printed);
    take_numbering(printed);
  }
  name.indicator = catalogue::folded(printed);
  std::erase_if(name.indicator, [](char c) { return c == '\n' || c == '\r' || c == '*'; });
  const std::size_t bracket = name.indicator.rfind('(');
  if (bracket != std::string::npos && bracket > 0 && name.indicator.back() == ')') {
    const std::string inside =
        name.indicator.substr(bracket + 1, name.indicator.size() - bracket - 2);
    try {
      name.outcome_period = read_period(inside, year);
      name.indicator.erase(bracket);
    } catch (const read_error&) {
      // A remark such as (属地) belongs to the name.
    }
  }
  return name;
}

void take_measure(row_name& name, const catalogue& known) {
  std::string& words = name.indicator;
  const std::size_t open = words.rfind('(');
  if (open != std::string::npos && open > 0 && words.back() == ')') {
    name.unit = read_unit(std::string_view{words}.substr(open));
    if (!name.unit.empty()) words.erase(open);
  }
  if (known.find(words)) return;
  for (const std::string_view end : {"增长速度", "增长率", "增长", "增速", "增幅", "涨幅"}) {
    if (words.size() <= end.size() || !words.ends_with(end)) continue;
    const std::string before = words.substr(0, words.size() - end.size());
    if (!known.find(before) || (!name.unit.empty() && name.unit != "%")) return;
    words = before;
    name.is_growth = true;
    return;
  }
}

bool is_blank(const table_cell& c) {
  std::string_view text = c.text;
  if (text.empty()) return true;
  if (text.size() > 24) return false;
  for (const std::string_view words :
       {"待发布", "未发布", "暂未发布", "尚未公布", "未公布", "暂未公布", "待公布", "暂无", "暂无数据", "暂缺", "无数据",
        "未统计", "暂未统计", "尚未统计", "待统计", "未报送", "不适用", "N/A", "#N/A", "n/a", "n.a.", "NA", "NaN", "nan", "null"})
    if (catalogue::folded(text) == words) return true;
  take_blanks(text);
  while (take(text, {"-", "—", "–", "－", "/", "…", "."})) {
  }
  take_blanks(text);
  return text.empty();
}

std::string read_unit(std::string_view cell) {
  std::string unit = catalogue::folded(cell);
  if (unit.starts_with('(') && unit.ends_with(')')) unit = unit.substr(1, unit.size() - 2);
  if (unit == "％") unit = "%";
  if (unit == "百分点") unit = "个百分点";
  const bool known = grammar::vocabulary::standard().unit_length(unit) == unit.size();
  return unit == "%" || unit == "‰" || (!unit.empty() && known) ? unit : std::string{};
}

void require_thousands(const table_cell& c) {
  const std::string_view text = c.text;
  for (std::size_t i = 1; i + 1 < text.size(); ++i) {
    if (text[i] != ',' || !is_digit(text[i - 1]) || !is_digit(text[i + 1])) continue;
    std::size_t length = 0;
    while (i + 1 + length < text.size() && is_digit(text[i + 1 + length])) ++length;
    if (length != 3)
      throw read_error{c.at, in_quotes(text), "a point before decimals: a comma separates three digits"};
  }
}

bool is_bare_number(std::string_view cell) {
  take_blanks(cell);
  take(cell, {"-", "－", "−", "+"});
  take_blanks(cell);
  const std::size_t length = number_length(cell);
  if (length == 0) return false;
  cell.remove_prefix(length);
  take_blanks(cell);
  return cell.empty();
}

cell_phrase::cell_phrase(std::string_view cell, std::string_view unit) : cell_{cell} {
  std::string_view rest = cell;
  take_blanks(rest);
  const bool negative = [&] {
    std::string_view inside = rest;
    if (take(inside, {"△", "▼"})) return is_bare_number(inside) || inside.ends_with('%');
    if (!take(inside, {"(", "（"})) return false;
    const std::size_t length = number_length(inside);
    if (length == 0) return false;
    inside.remove_prefix(length);
    take(inside, {"%", "％"});
    return inside == ")" || inside == "）";
  }();
  std::size_t at = static_cast<std::size_t>(rest.data() - cell.data());
  const auto end = cell.size();
  if (negative) {
    add("-", at);
    for (const std::string_view sign : {"(", "（", "△", "▼"})
      if (cell.substr(at).starts_with(sign)) {
        at += sign.size();
        break;
      }
  }
  while (at < end) {
    if (negative && (cell.substr(at) == ")" || cell.substr(at) == "）")) break;
    const std::size_t length = is_digit(cell[at]) ? number_length(cell.substr(at)) : 0;
    if (length == 0) {
      add(cell.substr(at, 1), at);
      ++at;
      continue;
    }
    for (std::size_t i = 0; i < length; ++i) add(cell.substr(at + i, 1), at + i);
    at += length;
    if (!unit.empty() && is_bare_before(cell.substr(at))) add(unit, at - 1);
  }
}

void cell_phrase::add(std::string_view words, std::size_t at) {
  text_ += words;
  places_.insert(places_.end(), words.size(), at);
}

void cell_phrase::place_in_cell(std::vector<fact>& facts) const {
  if (text_ == cell_) return;
  for (fact& each : facts) {
    if (each.end > places_.size() || each.start >= each.end) continue;
    each.start = places_[each.start];
    each.end = places_[each.end - 1] + 1;
    if (cell_.size() > each.end && text_.starts_with('-') && !cell_.starts_with('-')) each.end = cell_.size();
    each.text = cell_.substr(each.start, each.end - each.start);
  }
}

}  // namespace kebi
