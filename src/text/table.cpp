#include "table.hpp"

#include <algorithm>
#include <optional>

#include "kebi/text/read_phrase.hpp"
#include "names.hpp"
#include "strings.hpp"
#include "utf8.hpp"

namespace kebi::grammar {
namespace {

/// A cell of the folded text, with its tokens.
struct cell {
  std::size_t begin = 0, end = 0;
  std::size_t first = 0, last = 0;
  bool empty() const { return begin == end; }
};

enum class role { name, target, level, growth, average, nature, unit_name, unknown };

struct column {
  role is = role::unknown;
  std::optional<period> span;
  std::string unit;
  std::string noun;  ///< 产量: what its figures are of each row's name
};

class table_reader {
 public:
  table_reader(const document& source, const setting& given, const prose_reader& prose, std::vector<fact>& facts)
      : source_{source}, given_{given}, prose_{prose}, facts_{facts} {}

  void read(std::size_t first, std::size_t last, std::string title) {
    title_ = std::move(title);
    std::vector<std::vector<cell>> rows;
    for (std::size_t i = first; i < last; ++i) rows.push_back(cells_of(source_.blocks()[i]));
    std::size_t top = 0;
    if (!rows.empty() && is_header(rows.front())) {
      read_header(rows.front());
      top = 1;
    }
    for (std::size_t i = top; i < rows.size(); ++i) read_row(rows[i]);
  }

 private:
  std::string_view folded_words(const cell& c) const {
    return std::string_view{source_.text().text()}.substr(c.begin, c.end - c.begin);
  }
  std::string printed(const cell& c) const { return source_.text().printed(c.begin, c.end); }

  std::vector<cell> cells_of(const block& row) const {
    const std::string& all = source_.text().text();
    const bool piped = all[row.begin] == '|';
    const char mark = piped ? '|' : '\t';
    std::vector<cell> cells;
    std::size_t token_at = row.first;
    std::size_t begin = row.begin + (piped ? 1 : 0);
    while (begin <= row.end) {
      std::size_t end = all.find(mark, begin);
      if (end == std::string::npos || end > row.end) end = row.end;
      cell one{begin, end, 0, 0};
      while (one.begin < one.end && all[one.begin] == ' ') ++one.begin;
      while (one.end > one.begin && all[one.end - 1] == ' ') --one.end;
      const auto& words = source_.words().all;
      while (token_at < row.last && words[token_at].begin < one.begin) ++token_at;
      one.first = token_at;
      while (token_at < row.last && words[token_at].end <= one.end) ++token_at;
      one.last = token_at;
      if (!(piped && end == row.end && one.begin == one.end)) cells.push_back(one);
      begin = end + 1;
    }
    return cells;
  }

  bool has_number(const cell& c) const {
    for (std::size_t i = c.first; i < c.last; ++i)
      if (source_.words().all[i].is == word::number) return true;
    return false;
  }

  bool is_header(const std::vector<cell>& cells) const {
    bool words = false;
    for (const cell& c : cells) {
      if (has_number(c)) return false;
      words = words || c.end > c.begin;
    }
    return words;
  }

  std::optional<period> span_in(const cell& c) const {
    for (std::size_t i = c.first; i < c.last; ++i) {
      const token& t = source_.words().all[i];
      if (t.is != word::period) continue;
      try {
        if (const auto found = resolve(source_.words().spans[t.at], {}, given_.period)) return found;
      } catch (const error&) {
      }
    }
    return std::nullopt;
  }

  void read_header(const std::vector<cell>& cells) {
    for (const cell& c : cells) {
      column one;
      const std::string_view words = folded_words(c);
      one.span = span_in(c);
      if (columns_.empty()) one.is = role::name, head_ = printed(c);
      else if (holds_any(words, {"属性", "性质"})) one.is = role::nature;
      else if (holds_any(words, {"单位"}) && words.size() <= 12) one.is = role::unit_name;
      else if (holds_any(words, {"年均"})) one.is = role::average;
      else if (holds_any(words, {"目标", "计划", "预期"})) one.is = role::target;
      else if (holds_any(words, {"同比", "增长", "增速", "增幅", "±", "增减"})) one.is = role::growth;
      else if (holds_any(words, {"完成", "实绩", "实际", "累计", "本月", "当月", "绝对", "总量", "数值", "月", "季度", "半年", "年", "数", "额", "值"}) )
        one.is = role::level;
      if (const std::size_t open = words.find('('); open != std::string_view::npos) {
        const std::string_view inside = words.substr(open + 1);
        const std::size_t length = unit_length(inside);
        if (length > 0 && inside.substr(length).starts_with(")")) one.unit = std::string{inside.substr(0, length)};
      }
      if (one.is == role::level)
        for (const std::string_view noun : {"产量", "销量", "销售量", "面积", "人数", "户数", "产值", "增加值", "进口额", "出口额"})
          if (words == noun || words.starts_with(std::string{noun} + "(")) one.noun = noun;
      if (words.find("%") != std::string_view::npos && one.is != role::name && one.unit.empty()) one.unit = "%";
      columns_.push_back(one);
    }
    // A heading of a table whose first column counts what the title names.
    if (cells.size() > 1) {
      bool others = false;
      for (std::size_t i = 1; i < columns_.size(); ++i) others = others || columns_[i].is != role::unknown;
      if (!others) plain_ = true;
    }
  }

  /// The name in a row's first cell: without its list number, # and bracketed period.
  std::string row_name(const cell& c, bool& part, std::optional<period>& span) {
    std::string name = printed(c);
    std::size_t i = 0;
    while (i < name.size() && is_digit(name[i])) ++i;
    if (i > 0 && i < name.size() && (name[i] == '.' || std::string_view{name}.substr(i).starts_with("、"))) name.erase(0, i + (name[i] == '.' ? 1 : 3));
    part = name.starts_with('#') || name.starts_with("其中");
    while (name.starts_with('#') || name.starts_with("其中") || name.starts_with(":") || name.starts_with("：")) {
      if (name.starts_with('#') || name.starts_with(':')) name.erase(0, 1);
      else if (name.starts_with("：")) name.erase(0, 3);
      else name.erase(0, 6);
    }
    span = span_in(c);
    for (const std::string_view open : {"(", "（"}) {
      const std::size_t at = name.rfind(open);
      if (at == std::string::npos || at == 0) continue;
      const std::string inside = name.substr(at + open.size());
      const folded plain{inside};
      if (scan_span(plain.text())) {
        name.erase(at);
        continue;
      }
      const std::size_t length = unit_length(plain.text());
      if (length > 0 && length + 1 == plain.text().size()) {
        row_unit_ = plain.text().substr(0, length);
        name.erase(at);
      }
    }
    return name;
  }

  void read_row(const std::vector<cell>& cells) {
    if (cells.empty()) return;
    row_unit_.clear();
    row_head_ = cells.front();
    bool part = false;
    std::optional<period> span;
    std::string name = row_name(cells.front(), part, span);
    if (!part) total_ = name;
    const bool prose_first = printed(cells.front()).size() > 90;
    if (prose_first) prose_(cells.front().first, cells.front().last, given_);
    std::optional<fact> target;  // a copy: facts_ grows
    std::size_t target_at = facts_.size();
    for (std::size_t k = 1; k < cells.size(); ++k) {
      const cell& c = cells[k];
      if (c.empty()) continue;
      const std::string_view words = folded_words(c);
      const bool sentences = words.find("。") != std::string_view::npos || words.size() > 90;
      if (sentences) {
        setting as = given_;
        if (span && name.size() < 40 && span->year() == as.period.value_or(*span).year()) as.period = span;
        if (as.period && span && is_whole_years(*span) && !is_whole_years(*given_.period)) as.period = given_.period;
        prose_(c.first, c.last, as);
        continue;
      }
      const column about = k < columns_.size() ? columns_[k] : column{};
      if (about.is == role::nature || about.is == role::unit_name) {
        if (about.is == role::unit_name) row_unit_ = printed(c);
        else if (facts_.size() > target_at)
          for (std::size_t i = target_at; i < facts_.size(); ++i)
            if (facts_[i].status == status::target)
              facts_[i].nature = words.find("约束") != std::string_view::npos ? nature::binding : nature::expected;
        continue;
      }
      // 水泥 under 产量 is 水泥产量.
      const std::string whole = about.noun.empty() || name.ends_with(about.noun) ? name : name + about.noun;
      read_cell(c, about, plain_ ? label_name(cells.front(), span) : whole, part, span, target ? &*target : nullptr);
      if (!target && facts_.size() > target_at && facts_[target_at].status == status::target) target = facts_[target_at];
    }
  }

  /// Rows that count what the head names: 上半年新开工 under 重大项目数.
  std::string label_name(const cell& c, const std::optional<period>&) const {
    std::string label;
    for (std::size_t i = c.first; i < c.last; ++i) {
      const token& t = source_.words().all[i];
      if (t.is == word::period || t.is == word::goal || t.is == word::status) continue;
      label += source_.text().printed(t.begin, t.end);
    }
    if (label.starts_with("当前")) label.erase(0, 6);
    return label + head_;
  }

  void read_cell(const cell& c, const column& about, const std::string& name, bool part, const std::optional<period>& row_span,
                 const fact* target) {
    const std::string_view words = folded_words(c);
    phrase_context context;
    context.indicator = name;
    context.region = given_.region;
    context.known = given_.known;
    const std::size_t from = source_.text().start(c.begin), to = source_.text().end(c.end);
    const std::string_view printed_cell = source_.text().source().substr(from, to - from);
    bool as_target = about.is == role::target || about.is == role::average;
    if (plain_) as_target = holds_any(folded_words(row_head_), {"计划", "目标"});
    std::optional<period> span = about.span;
    if (as_target) {
      if (!span && given_.period) span = year_of(given_.period->year());
    } else {
      if (row_span) span = row_span;
      if (!span || (given_.period && is_whole_years(*span) && about.is != role::level)) span = row_span ? row_span : given_.period;
      if (about.is == role::level && about.span && !row_span) span = about.span;
    }
    context.period = span;
    std::vector<fact> read;
    try {
      if (as_target) {
        if (!words.empty() && words != "-") read = read_target(printed_cell, context);
      } else {
        if (!has_number(c) && !holds_any(words, {"持平", "稳定", "同步"})) return;
        fact as_growth;
        as_growth.measure = measure::growth;
        as_growth.in = unit{"%"};
        read = read_outcome(printed_cell, context, about.is == role::growth ? &as_growth : target);
      }
    } catch (const error&) {
      return;  // its numbers are accounted for as unread
    }
    for (fact& each : read) {
      if (!each.in && each.value && about.is != role::growth) {
        const std::string& usual = !about.unit.empty() ? about.unit : row_unit_;
        if (const auto in = unit_named(usual)) each.in = in;
      }
      if (about.is == role::growth && each.value) {
        each.measure = measure::growth;
        each.basis = basis::yoy;
        if (!each.in) each.in = unit{"%"};
      }
      if (about.is == role::average) each.measure = measure::growth, each.basis = basis::average;
      if (part) each.parent = total_;
      each.start += from;
      each.end += from;
      if (each.bound == bound::none && !each.direction) continue;
      facts_.push_back(std::move(each));
    }
  }

  const document& source_;
  const setting& given_;
  const prose_reader& prose_;
  std::vector<fact>& facts_;
  std::vector<column> columns_;
  std::string title_, head_, total_, row_unit_;
  cell row_head_;
  bool plain_ = false;
};

}  // namespace

void read_table(const document& source, std::size_t first, std::size_t last, const std::string& title,
                const setting& given, const prose_reader& prose, std::vector<fact>& facts) {
  table_reader{source, given, prose, facts}.read(first, last, title);
}

}  // namespace kebi::grammar
