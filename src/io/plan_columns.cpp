#include "plan_columns.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "kebi/indicator/catalogue.hpp"
#include "kebi/indicator/code.hpp"
#include "kebi/io/plan.hpp"
#include "kebi/text/read_period.hpp"
#include "text/words/vocabulary.hpp"

namespace kebi {

namespace detail {
extern const char* const plan_columns_tsv;  // generated from src/io/data/plan_columns.tsv
}

namespace {

constexpr std::array<std::string_view, 16> names{
    "indicator", "target", "outcome", "period", "target_period", "region",   "parent", "status",
    "nature",    "title",  "unit",    "growth", "target_growth", "base", "progress", "aside"};

/// The words of the data file, by their form in a head.
const std::map<std::string, column, std::less<>>& words() {
  static const auto all = [] {
    std::map<std::string, column, std::less<>> result;
    std::string_view rest = detail::plan_columns_tsv;
    while (!rest.empty()) {
      const std::string_view line = rest.substr(0, rest.find('\n'));
      rest.remove_prefix(std::min(rest.size(), line.size() + 1));
      const std::size_t tab = line.find('\t');
      const auto* which = std::ranges::find(names, line.substr(0, tab));
      if (line.starts_with('#') || tab == std::string_view::npos || which == names.end()) continue;
      std::string_view heads = line.substr(tab + 1);
      while (!heads.empty()) {
        const std::string_view head = heads.substr(0, heads.find(';'));
        heads.remove_prefix(std::min(heads.size(), head.size() + 1));
        result.emplace(catalogue::folded(head), static_cast<column>(which - names.begin()));
      }
    }
    return result;
  }();
  return all;
}

bool is_unit(std::string_view text) {
  const auto& known = grammar::vocabulary::standard();
  return text == "%" || text == "‰" || (!text.empty() && known.unit_length(text) == text.size());
}

/// A head in the form of the data file: without blanks, line ends and capitals.
std::string plain(std::string_view head) {
  std::string result;
  for (const char c : catalogue::folded(head))
    if (c != '\n' && c != '\r' && c != '*') result += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  for (std::size_t at = result.find("％"); at != std::string::npos; at = result.find("％"))
    result.replace(at, std::string_view{"％"}.size(), "%");
  return result;
}

/// Takes the bracket at the end of a head, if there is one, and what stands in it.
std::string take_bracket(std::string& head) {
  const std::size_t open = head.rfind('(');
  if (open == std::string::npos || open == 0 || head.back() != ')') return {};
  std::string inside = head.substr(open + 1, head.size() - open - 2);
  head.erase(open);
  return inside;
}

/// Whether a span may stand before the head of a column.
bool takes_span(column which) {
  return which == column::target || which == column::outcome || which == column::growth ||
         which == column::target_growth;
}

/// 2024年1-6月 of 2024年6月.
std::string from_january(std::string month) {
  const std::size_t year = month.rfind("年");
  const std::size_t at = year == std::string::npos ? 0 : year + std::string_view{"年"}.size();
  return month.find('-') == std::string::npos ? month.insert(at, "1-") : month;
}

/// 上半年 of 截至上半年, 1-6月 of 截至6月底; nothing where the words before a head are no span.
std::optional<std::string> span_before(std::string words) {
  bool to_date = false;
  for (const std::string_view until : {"截至", "截止", "至"})
    if (words.starts_with(until)) words.erase(0, until.size()), to_date = true;
  for (const std::string_view behind : {"累计", "实际", "预期"})
    if (words.ends_with(behind)) words.erase(words.size() - behind.size());
  for (const std::string_view end : {"底", "末"})
    if (words.ends_with("月" + std::string{end})) words.erase(words.size() - end.size()), to_date = true;
  if (to_date && words.ends_with("月")) words = from_january(words);
  if (words.empty() || words == "本" || words == "本年") return "";
  return is_span(words) ? std::optional{words} : std::nullopt;
}

/// The column that a head names with no more than a span before its name: the longest name counts.
std::optional<plan_column> named(const std::string& head) {
  if (const auto found = words().find(head); found != words().end())
    return plan_column{.which = found->second, .span = {}, .unit = {}};
  for (std::size_t from = 1; from < head.size(); ++from) {
    if ((static_cast<unsigned char>(head[from]) & 0xC0) == 0x80) continue;
    const auto found = words().find(std::string_view{head}.substr(from));
    if (found == words().end() || !takes_span(found->second)) continue;
    if (const auto span = span_before(head.substr(0, from)))
      return plan_column{.which = found->second, .span = *span, .unit = {}};
  }
  return std::nullopt;
}

/// 绝对额 or 增速 below 目标 or 完成: the head of two rows with its measure at the end.
std::optional<plan_column> named_with_measure(const std::string& head) {
  const auto before = [&](std::string_view end) {
    return head.size() > end.size() && head.ends_with(end) ? named(head.substr(0, head.size() - end.size())) : std::nullopt;
  };
  for (const std::string_view end : {"绝对额", "绝对值", "绝对数", "总量", "数额", "数值", "额", "值", "数"})
    if (auto found = before(end); found && takes_span(found->which)) return found;
  for (const std::string_view end : {"同比增长", "同比增速", "增长率", "增速", "增幅", "同比", "增长"}) {
    auto found = before(end);
    if (!found || (found->which != column::target && found->which != column::outcome)) continue;
    found->which = found->which == column::target ? column::target_growth : column::growth;
    return found;
  }
  return std::nullopt;
}

/// Takes the bracket inside a head that names a span: 基期（2023年）完成.
std::string take_span_inside(std::string& head) {
  const std::size_t open = head.find('('), close = head.find(')');
  if (open == std::string::npos || open == 0 || close == std::string::npos || close < open) return {};
  const std::string inside = head.substr(open + 1, close - open - 1);
  if (close + 1 == head.size() || !is_span(inside)) return {};
  head.erase(open, close + 1 - open);
  return inside;
}

std::optional<plan_column> read_head(std::string_view printed) {
  std::string head = plain(printed);
  if (auto found = named(head)) return found;
  std::string unit, span = take_span_inside(head);
  for (std::string inside = take_bracket(head); !inside.empty(); inside = take_bracket(head)) {
    if (is_unit(inside)) unit = inside;
    else if (is_span(inside)) span = inside;
    else if (inside.starts_with("单位:") && is_unit(inside.substr(7))) unit = inside.substr(7);
  }
  for (const std::string_view sign : {"%", "±%"})
    if (head.size() > sign.size() && head.ends_with(sign)) {
      head.erase(head.size() - sign.size());
      unit = "%";
    }
  auto found = named(head);
  if (!found) found = named_with_measure(head);
  if (!found) return std::nullopt;
  found->unit = std::move(unit);
  if (found->span.empty()) found->span = std::move(span);
  return found;
}

bool is_english(std::string_view head) {
  return std::ranges::any_of(head, [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }) &&
         std::ranges::all_of(head, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string known_columns() {
  std::string known;
  for (std::size_t i = 0; i + 1 < names.size(); ++i)
    for (const auto& [head, which] : words())
      if (static_cast<std::size_t>(which) == i && static_cast<unsigned char>(head.front()) >= 0x80) {
        ((((known += known.empty() ? "" : ", ") += names[i]) += ' ') += head);
        break;
      }
  return known;
}

}  // namespace

const plan_column* plan_columns::find(column which) const {
  const auto found = std::ranges::find(all, which, &plan_column::which);
  return found == all.end() ? nullptr : &*found;
}

std::string_view name_of(column which) { return names[static_cast<std::size_t>(which)]; }

bool is_span(const std::string& words) {
  try {
    read_period(words, 2000);
    return true;
  } catch (const error&) {
    return false;
  }
}

plan_columns columns_of(const std::vector<table_cell>& header) {
  plan_columns result;
  std::vector<plan_column> spans;  // heads that are a span alone: 2023年
  for (std::size_t i = 0; i < header.size(); ++i) {
    const std::string head = plain(header[i].text);
    if (head.empty()) continue;
    if (auto found = read_head(header[i].text)) {
      found->at = i;
      result.all.push_back(std::move(*found));
    } else if (is_span(head)) {
      spans.push_back({.which = column::outcome, .at = i, .span = head, .unit = {}});
    } else {
      result.unknown.push_back(header[i]);
    }
  }
  // A span alone is the head of outcomes beside targets; in other tables it may be anything.
  if (result.has(column::target) || result.has(column::target_growth))
    result.all.insert(result.all.end(), spans.begin(), spans.end());
  else
    for (const plan_column& each : spans) result.unknown.push_back(header[each.at]);
  return result;
}

void require_columns(const plan_columns& columns, const std::vector<table_cell>& header) {
  const bool has_figures = columns.has(column::target) || columns.has(column::target_growth) || columns.has(column::outcome);
  const bool lacks = !columns.has(column::indicator) || !has_figures;
  for (const table_cell& head : columns.unknown)
    if (lacks || is_english(head.text))
      throw read_error{head.at, in_quotes(head.text), "one of the columns " + known_columns()};
  for (std::size_t i = 0; i < columns.all.size(); ++i) {
    const plan_column& one = columns.all[i];
    for (std::size_t j = 0; j < i; ++j) {
      const plan_column& other = columns.all[j];
      if (one.which == column::aside || other.which != one.which || other.span != one.span ||
          other.unit != one.unit)
        continue;
      throw read_error{header[std::max(one.at, other.at)].at,
                       "the column " + std::string{name_of(one.which)} + " appears twice"};
    }
  }
  if (!columns.has(column::indicator))
    throw read_error{header.front().at, "the column indicator (指标) is missing"};
  if (!has_figures)
    throw read_error{header.front().at,
                     "a plan needs a column target (目标) or outcome (完成情况): both are missing"};
}

status read_status(std::string_view word) {
  if (word == "实际") return status::actual;
  if (word == "预计") return status::estimate;
  if (word == "预测") return status::forecast;
  return of_code<status>(word);
}

nature read_nature(std::string_view word) {
  if (word.starts_with("约束")) return nature::binding;
  if (word.starts_with("预期")) return nature::expected;
  return of_code<nature>(word);
}

}  // namespace kebi
