#include "text/table/heads/title.hpp"

#include "kebi/core/error.hpp"
#include "text/names/places.hpp"
#include "text/normalise/strings.hpp"
#include "text/normalise/utf8.hpp"
#include "text/words/numerals.hpp"

namespace kebi::grammar {
namespace {

std::vector<std::string> units_in(std::string_view title, const vocabulary& known, bool& percent) {
  std::vector<std::string> units;
  const std::size_t at = title.find(unit_sign);
  if (at == title.npos) {  // (万元) at the end of a title
    std::size_t open = title.rfind('(');
    if (open == title.npos) return units;
    const std::string_view inside = title.substr(open + 1);
    const std::size_t length = known.unit_length(inside);
    if (length > 0 && inside.substr(length).starts_with(")") && !inside.starts_with("%"))
      units.emplace_back(inside.substr(0, length));
    return units;
  }
  std::string_view rest = title.substr(at + unit_sign.size());
  while (const std::size_t length = known.unit_length(rest)) {
    if (rest.substr(0, length) == "%") percent = true;
    else units.emplace_back(rest.substr(0, length));
    rest.remove_prefix(length);
    for (const std::string_view sign : {"、", ",", "，", "/", ";"})
      if (rest.starts_with(sign)) rest.remove_prefix(sign.size());
  }
  return units;
}

/// 市本级 of 2025年市本级一般公共预算支出表.
std::string level_in(std::string_view title, const vocabulary& known) {
  for (const listed_word& each : known[group::government_level]) {
    const std::size_t at = title.find(each.spelling);
    if (at != title.npos && known[group::budget_word].starts(title.substr(at + each.spelling.size())))
      return std::string{each.spelling};
  }
  return {};
}

/// The longest name of the catalogue that a title holds.
std::string_view longest_name_in(std::string_view title, const catalogue* catalogued) {
  std::string_view longest;
  if (!catalogued) return longest;
  for (const indicator& each : catalogued->all()) {
    for (const std::string& name : each.aliases)
      if (name.size() > longest.size() && title.find(name) != title.npos) longest = name;
    if (each.name.size() > longest.size() && title.find(each.name) != title.npos)
      longest = each.name;
  }
  return longest;
}

/// A title without the number of its table, times, brackets and words that any title has.
std::string bare_title(const folded& text, const tokens& words) {
  std::string all;
  for (const token& t : words.all)
    if (t.is != word::period) all += text.text().substr(t.begin, t.end - t.begin);
  const vocabulary& known = *words.known;
  std::string_view rest = all;
  if (rest.starts_with("附")) rest.remove_prefix(std::string_view{"附"}.size());
  if (rest.starts_with("表")) {
    rest.remove_prefix(std::string_view{"表"}.size());
    while (!rest.empty() && (is_digit(rest.front()) || rest.front() == '-' || rest.front() == ' ' ||
                             rest.front() == '.' || rest.starts_with(":") || is_numeral(character(rest))))
      rest.remove_prefix(character(rest).size());
  }
  rest = rest.substr(0, rest.find(unit_sign));
  rest = rest.substr(0, rest.find('('));
  for (bool cutting = true; cutting;) {
    cutting = false;
    if (const listed_word* start = known[group::title_start].longest_start_of(rest))
      rest.remove_prefix(start->spelling.size()), cutting = true;
    if (const std::size_t place = place_length(rest, known); place > 0 && place < rest.size())
      rest.remove_prefix(place), cutting = true;
    if (const listed_word* level = known[group::government_level].longest_start_of(rest))
      rest.remove_prefix(level->spelling.size()), cutting = true;
    if (const listed_word* end = known[group::title_tail].end_of(rest))
      rest.remove_suffix(end->spelling.size()), cutting = true;
    while (rest.ends_with(' ')) rest.remove_suffix(1);
    while (rest.starts_with(' ')) rest.remove_prefix(1);
  }
  return std::string{rest};
}

/// Where the word begins that ends in a name of the catalogue: 食品烟酒类 of 食品烟酒类居民消费价格指数.
std::size_t start_of_modifier(std::string_view title, std::size_t name) {
  if (!ends_with_any(title.substr(0, name), {"类"})) return name;
  std::size_t start = name;
  for (std::size_t at = 0; at < name; at += character(title.substr(at)).size())
    if (at == 0 || holds_any(title.substr(at, character(title.substr(at)).size()), {" ", "、", "和", "及", "与", ":", ","}))
      start = at == 0 ? 0 : at + character(title.substr(at)).size();
  return start;
}

/// What all figures of a table are of: what is left of its title, or the name in it that the
/// catalogue has.
std::string indicator_in(const folded& text, const tokens& words, const catalogue* catalogued) {
  const std::string bare = bare_title(text, words);
  std::string named{longest_name_in(bare, catalogued)};
  const bool index = !named.empty() && !named.ends_with("指数") &&
                     bare.find("指数", bare.find(named)) != bare.npos;
  if (index) named += "指数";  // 新建商品住宅销售价格分类指数
  if (const std::size_t at = named.empty() ? bare.npos : bare.find(named); at != bare.npos)
    named.insert(0, bare.substr(start_of_modifier(bare, at), at - start_of_modifier(bare, at)));
  constexpr std::size_t longest = 48;
  const bool is_name = !bare.empty() && bare.size() <= longest &&
                       !holds_any(bare, {"和", "及", "主要", "情况", "指标", "。", ",", " "});
  if (is_name) return bare;
  return named;
}

/// 预算表 is planned, 决算表 is done; 一般公共预算收入表 alone says neither.
void take_status(table_title& to, std::string said, std::string_view own) {
  const bool sheet = holds_any(own, {"收入表", "支出表", "总表", "情况表", "明细表", "汇总表"});
  if (holds_any(said, {"执行", "决算", "完成", "实际"})) return;
  for (const std::string_view fund : {"一般公共预算", "政府性基金预算", "国有资本经营预算", "社会保险基金预算", "预算外"})
    for (std::size_t at = said.find(fund); at != said.npos; at = said.find(fund, at)) {
      said.erase(at, fund.size());
      to.fiscal = sheet;
    }
  to.planned = said.find("预算") != said.npos;
  to.fiscal = to.fiscal && !to.planned;
}

}  // namespace

std::optional<period> span_of_title(const std::string& words, const std::optional<period>& report,
                                    const vocabulary& known) {
  const folded text{words};
  for (const span_words& each : tokenize(text, known).spans) {
    try {
      if (const auto span = resolve(each, {}, report)) return span;
    } catch (const error&) {  // a 13th month is no period
    }
  }
  return std::nullopt;
}

table_title read_title(const title_words& title, const std::optional<period>& report,
                       const catalogue* catalogued, const vocabulary& known) {
  table_title found;
  const std::string words = title.all();
  const folded text{words}, own{title.own};
  found.span = span_of_title(words, report, known);
  const std::string& said = text.text();
  take_units(found, said, known);
  found.index = known[group::title_index].within(said);
  found.level = level_in(own.text(), known);
  found.to_date = said.find("累计") != said.npos;
  take_status(found, said, own.text());
  if (found.units.empty() && said.find('%') != said.npos) {
    found.grows = known[group::title_growth].within(said);
    found.shares = !found.grows && known[group::title_share].within(said);
  }
  found.indicator = indicator_in(own, tokenize(own, known), catalogued);
  return found;
}

void take_units(table_title& to, std::string_view words, const vocabulary& known) {
  to.units = units_in(words, known, to.percent);
}

std::string unit_for(const std::vector<std::string>& units, std::string_view noun) {
  if (units.empty()) return {};
  if (units.size() == 1) return units.front();
  const bool counts = noun.ends_with("数");
  for (const std::string& unit : units)
    if (unit.ends_with("元") != counts && (counts || !noun.empty())) return unit;
  return {};
}

bool goes_with_title(std::string_view line) {
  return line.size() < 90 &&
         (line.find(unit_sign) != line.npos || (line.starts_with('(') && line.ends_with(')')));
}

}  // namespace kebi::grammar
