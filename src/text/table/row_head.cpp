#include "text/table/row_head.hpp"

#include "text/normalise/strings.hpp"
#include "text/normalise/utf8.hpp"
#include "text/words/numerals.hpp"

namespace kebi::grammar {
namespace {

void cut_front(std::string& name, std::initializer_list<std::string_view> words, bool& cut) {
  for (const std::string_view word : words)
    if (name.size() > word.size() && name.starts_with(word)) {
      name.erase(0, word.size());
      cut = true;
    }
}

/// (1-5月) tells the time of a row, (万人) the unit of its figures.
void read_brackets(row_head& head, const vocabulary& known) {
  for (const std::string_view open : {"(", "（"}) {
    const std::size_t at = head.name.rfind(open);
    if (at == std::string::npos || at == 0) continue;
    const folded plain{std::string_view{head.name}.substr(at + open.size())};
    const std::string_view inside = plain.text();
    const std::size_t length = inside.starts_with("±%") ? 0 : known.unit_length(inside);
    if (scan_span(inside)) {
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

/// 固定资产投资增速, 单位能耗降低: the name of a growth.
void read_growth(row_head& head, const catalogue* known) {
  if (!head.unit.empty() && head.unit != "%") return;
  const std::string plain = simplified_name(head.name);
  for (const std::string_view bare :
       {"增速", "增长", "增长率", "同比增长", "比上年增长", "增幅", "增长速度"})
    if (plain == bare) {  // of the row above
      head.name.clear();
      head.growth = 1;
      return;
    }
  if (ends_with_any(plain, {"自然增长率", "人口增长率"})) return;
  if (known && known->find(head.name)) return;
  struct suffix {
    std::string_view words;
    int sign;
  };
  static constexpr suffix suffixes[] = {
      {"增长率",    1 },
      {"增长速度", 1 },
      {"增长",       1 },
      {"增速",       1 },
      {"增幅",       1 },
      {"涨幅",       1 },
      {"降低率",    -1},
      {"下降率",    -1},
      {"降低",       -1},
      {"下降",       -1},
      {"降幅",       -1}
  };
  for (const suffix& each : suffixes)
    if (plain.size() > each.words.size() + 3 && ends_with(plain, each.words) &&
        plain.size() == head.name.size()) {
      head.name.erase(head.name.size() - each.words.size());
      for (const std::string_view than : {"比上年", "同比", "较上年"})
        if (head.name.size() > than.size() && head.name.ends_with(than))
          head.name.erase(head.name.size() - than.size());
      head.growth = each.sign;
      return;
    }
}

}  // namespace

row_head read_row_head(const document& source, const cell& c, const setting& given) {
  row_head head;
  head.name = printed(source, c);
  head.name.erase(0, list_number_length(head.name));
  bool cut = true;
  while (cut) {
    cut = false;
    cut_front(head.name, {"#", "其中", ":", "："}, cut);
    head.part = head.part || cut;
  }
  head.span = span_in(source, c, given.period);
  read_brackets(head, *source.words().known);
  read_growth(head, given.known);
  return head;
}

}  // namespace kebi::grammar
