#include "text/table/row_head.hpp"

#include "text/normalise/strings.hpp"
#include "text/normalise/utf8.hpp"
#include "text/table/heads/column_words.hpp"
#include "text/table/heads/title.hpp"
#include "text/table/row_numbers.hpp"

namespace kebi::grammar {
namespace {

/// Cuts 其中: and # off a name; whether it had any.
bool cut_part_marks(std::string& name, const vocabulary& known) {
  bool had_any = false;
  for (bool cut = true; cut;) {
    cut = false;
    for (const auto& [word, detail, number] : known[group::part_row])
      if (name.size() > word.size() && name.starts_with(word)) {
        name.erase(0, word.size());
        cut = had_any = true;
      }
  }
  return had_any;
}

/// (1-5月) gives the time of a row, (万人) the unit of its figures.
void read_brackets(row_head& head, const vocabulary& known) {
  for (const std::string_view open : {"(", "（"}) {
    const std::size_t at = head.name.rfind(open);
    if (at == std::string::npos || at == 0) continue;
    const std::size_t last = head.name.size() - 1;
    if (is_letter(head.name[last]) && ends_with_any(std::string_view{head.name}.substr(0, last), {")", "）"}))
      head.name.pop_back();  // (亿元)i, a note
    const folded plain{std::string_view{head.name}.substr(at + open.size())};
    const std::string_view inside = plain.text();
    const std::size_t length = inside.starts_with("±%") ? 0 : known.unit_length(inside);
    const std::string_view words = inside.substr(0, inside.size() - 1);
    if (scan_span(inside, known) || known[group::month_before_row].within(words)) {
      head.name.erase(at);
    } else if (const auto prices = prices_in(words, known); prices && inside.ends_with(")")) {
      head.prices = prices;
      head.name.erase(at);
    } else if (length > 0 && length + 1 == inside.size()) {
      head.unit = std::string{inside.substr(0, length)};
      head.name.erase(at);
    } else if (inside == "%)" || inside == "±%)") {
      head.unit = "%";
      head.name.erase(at);
    }
  }
}

/// estimate of 预计执行数, target of 预算数.
std::optional<status> status_of_tail(std::string_view detail) {
  if (detail.starts_with("estimate")) return status::estimate;
  if (detail.starts_with("target")) return status::target;
  return std::nullopt;
}

/// 社会消费品零售总额_累计增长, 投资累计值: name and measure as databases and accounts join them.
void read_tail(row_head& head, const catalogue* catalogued, const vocabulary& known) {
  if (catalogued && catalogued->find(head.name)) return;
  const listed_word* longest = nullptr;
  for (const listed_word& each : known[group::row_tail])
    if (ends_with(head.name, each.spelling) && (!longest || each.spelling.size() > longest->spelling.size()))
      longest = &each;
  if (!longest) return;
  std::string name = head.name.substr(0, head.name.size() - longest->spelling.size());
  if (name.ends_with('_')) name.pop_back();
  constexpr std::size_t shortest_name = 6;  // two characters
  if (name.size() < shortest_name) return;
  head.name = std::move(name);
  head.to_date = longest->detail.ends_with("to_date");
  head.told = status_of_tail(longest->detail);
  if (longest->detail.starts_with("growth")) head.growth = 1;
}

/// 2022年末债务余额: a time before a name is that of its figures.
void cut_time(row_head& head, const vocabulary& known) {
  const folded plain{head.name};
  const auto span = scan_span(plain.text(), known);
  constexpr std::size_t shortest_name = 6;
  if (!span || !(span->years.first || span->names_months()) || head.name.size() < span->length + shortest_name) return;
  if (head.name.substr(0, span->length) != plain.text().substr(0, span->length)) return;
  if (!is_digit(head.name.front())) return;  // 年末人口 and 上半年 are told by their tokens
  head.name.erase(0, span->length);
  head.dated = true;
}

/// 固定资产投资增速, 单位能耗降低: the name of a growth.
void read_growth(row_head& head, const catalogue* catalogued, const vocabulary& known) {
  if (!head.unit.empty() && head.unit != "%") return;
  const std::string plain = simplified_name(head.name);
  if (known[group::growth_row].has(plain)) {  // of the row above
    head.name.clear();
    head.growth = 1;
    return;
  }
  if (known[group::not_growth_end].ends(plain)) return;
  if (catalogued && catalogued->find(head.name)) return;
  for (const auto& [words, detail, sign] : known[group::growth_end])
    if (plain.size() > words.size() + 3 && ends_with(plain, words) &&
        plain.size() == head.name.size()) {
      head.name.erase(head.name.size() - words.size());
      for (const auto& [than, unused, none] : known[group::growth_than])
        if (head.name.size() > than.size() && head.name.ends_with(than))
          head.name.erase(head.name.size() - than.size());
      head.growth = sign;
      return;
    }
}

/// 东岭县2016年道路工程: a year inside the name of a project is not that of its figures.
bool names_a_project(const document& source, const cell& c) {
  const std::string_view words = words_of(source, c);
  if (!ends_with_any(words, {"项目", "工程", "建设", "改造", "改造项目", "资金", "债券"})) return false;
  for (std::size_t i = c.first; i < c.last; ++i)
    if (source.words().all[i].is == word::period) return source.words().all[i].begin > c.begin + 9;
  return false;
}

}  // namespace

row_head read_row_head(const document& source, const cell& c, const setting& given) {
  row_head head;
  head.name = printed(source, c);
  if (const std::string_view words = words_of(source, c); words.starts_with(unit_sign)) {  // between two blocks
    std::string_view rest = words.substr(unit_sign.size());
    while (rest.starts_with(' ')) rest.remove_prefix(1);
    head.unit = std::string{rest.substr(0, source.words().known->unit_length(rest))};
    return head;
  }
  head.name.erase(0, number_of_row(head.name).length);
  head.part = cut_part_marks(head.name, *source.words().known);
  const bool of_column = starts_with_any(head.name, {"本年", "当年", "本期"});  // 本年收入合计
  if (!of_column && !names_a_project(source, c)) head.span = span_in(source, c, given.period);
  read_brackets(head, *source.words().known);
  cut_time(head, *source.words().known);
  read_tail(head, given.known, *source.words().known);
  if (head.growth == 0) read_growth(head, given.known, *source.words().known);
  return head;
}

}  // namespace kebi::grammar
