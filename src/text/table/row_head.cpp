#include "text/table/row_head.hpp"

#include "text/normalise/strings.hpp"
#include "text/normalise/utf8.hpp"
#include "text/table/column_words.hpp"
#include "text/words/numerals.hpp"

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

/// 社会消费品零售总额_累计增长: name and measure as statistical databases join them.
void read_suffix(row_head& head) {
  const std::size_t at = head.name.find('_');
  if (at == std::string::npos || at == 0) return;
  const std::string suffix = head.name.substr(at);
  head.name.erase(at);
  head.to_date = holds_any(suffix, {"累计"});
  if (holds_any(suffix, {"增长", "增速"})) head.growth = 1;
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

}  // namespace

row_head read_row_head(const document& source, const cell& c, const setting& given) {
  row_head head;
  head.name = printed(source, c);
  head.name.erase(0, list_number_length(head.name));
  head.part = cut_part_marks(head.name, *source.words().known);
  head.span = span_in(source, c, given.period);
  read_brackets(head, *source.words().known);
  read_suffix(head);
  if (head.growth == 0) read_growth(head, given.known, *source.words().known);
  return head;
}

}  // namespace kebi::grammar
