#include "text/table/heads/column_words.hpp"

#include <algorithm>

#include "text/normalise/strings.hpp"
#include "text/normalise/utf8.hpp"

namespace kebi::grammar {
namespace {

/// The unit in the brackets of a head, or a % that stands free.
std::string unit_in(std::string_view words, const vocabulary& known) {
  for (std::size_t open = words.find('('); open != words.npos; open = words.find('(', open + 1)) {
    const std::string_view inside = words.substr(open + 1);
    if (starts_with_any(inside, {"个百分点)", "百分点)", "±个百分点)"})) return "个百分点";
    if (starts_with_any(inside, {"%)", "±%)"})) return "%";
    const std::size_t length = known.unit_length(inside);
    if (length > 0 && inside.substr(length).starts_with(")"))
      return std::string{inside.substr(0, length)};
  }
  if (words.find("百分点") != words.npos) return "个百分点";
  return words.find('%') != words.npos ? "%" : "";
}

kebi::basis basis_in(std::string_view words, const vocabulary& known) {
  if (known[group::column_mom].within(words)) return basis::mom;
  if (known[group::column_year_start].within(words)) return basis::year_start;
  return basis::yoy;
}

/// 完成进度, and % of a plan that is done: 完成年度计划(%).
bool is_progress(std::string_view words, std::string_view unit, const vocabulary& known) {
  if (known[group::column_progress].within(words)) return true;
  return unit == "%" && known[group::column_done].within(words) &&
         known[group::column_plan].within(words);
}

/// GDP of 占GDP比重.
std::string whole_in(std::string_view words) {
  const std::size_t from = words.find("占");
  if (from == words.npos) return {};
  std::string_view rest = words.substr(from + std::string_view{"占"}.size());
  for (const std::string_view end : {"的", "比重", "比", "("})
    rest = rest.substr(0, rest.find(end));
  return std::string{rest};
}

/// 上年执行数 of 预算数为上年执行数的%.
std::string behind_for(std::string_view words) {
  const std::size_t from = words.find("为");
  std::string_view rest =
      from == words.npos ? words : words.substr(from + std::string_view{"为"}.size());
  return std::string{rest.substr(0, rest.find("的"))};
}

/// Whether a column is of an index or of a comparison, that a base of 100 stands for: 上月=100.
bool is_index(std::string_view words) {
  return words.find("=100") != words.npos || (words.find("指数") != words.npos && words.find("增") == words.npos);
}

/// Whether a column of amounts tells by how much something changed: 增减额, 比年初(亿元).
bool is_difference(std::string_view words, bool amount, const vocabulary& known) {
  const bool adds = words.find("增加") != words.npos && words.find("增加值") == words.npos;
  return known[group::column_difference].within(words) ||
         (amount && (adds || known[group::column_moves].within(words)));
}

/// 位次 of 位次 over 1985年.
std::string_view without_year(std::string_view words) {
  if (words.ends_with("年")) words.remove_suffix(std::string_view{"年"}.size());
  while (!words.empty() && is_digit(words.back())) words.remove_suffix(1);
  return words;
}

void set_measure(column& one, std::string_view words, const vocabulary& known) {
  const bool amount = !one.unit.empty() && one.unit != "%";
  const bool differs = is_difference(words, amount, known);
  one.told = true;
  one.index = one.unit.empty() && is_index(words);
  if (one.index) {
    one.measure = measure::level;
  } else if (known[group::column_rank].ends(without_year(words))) {
    one.measure = measure::rank;
  } else if (one.unit == "%" && known[group::column_of_last_year].within(words)) {
    one.measure = measure::ratio, one.whole = behind_for(words);
  } else if (is_progress(words, one.unit, known)) {
    one.measure = measure::progress, one.unit = "%";
  } else if (holds_any(words, {"两年平均"})) {
    one.measure = measure::growth, one.basis = basis::average2;
  } else if (holds_any(words, {"年均", "年平均"}) && !amount) {
    one.measure = measure::growth, one.basis = basis::average;
  } else if (known[group::column_share].within(words) && !differs) {
    one.measure = measure::share, one.whole = whole_in(words);
  } else if (differs) {
    one.measure = measure::change, one.basis = basis_in(words, known);
    one.of_growth = one.unit == "个百分点" && known[group::column_growth_change].within(words);
  } else if (!amount && known[group::column_growth].within(words)) {
    one.measure = measure::growth, one.basis = basis_in(words, known);
  } else {
    one.told = false;
  }
}

/// Where the words begin that a head compares with: behind 2024年预算 of 2024年预算比2023年执行增减.
std::size_t length_before_comparison(std::string_view words) {
  for (std::size_t at = 0; at < words.size(); ++at) {
    const std::string_view rest = words.substr(at);
    const bool inside = starts_with_any(rest, {"比例", "比重", "比率", "比值", "比(", "比%"}) ||
                        ends_with_any(words.substr(0, at), {"同", "环", "占", "别", "对", "百分"});
    if (!inside && rest.size() > 3 && starts_with_any(rest, {"为", "比", "较", "占"})) return at;
  }
  return words.size();
}

void set_status(column& one, std::string_view words, const vocabulary& known) {
  if (one.measure == measure::progress) return;
  if (one.measure != measure::level) words = words.substr(0, length_before_comparison(words));
  if (known[group::column_estimate].within(words))
    one.status = status::estimate;
  else if (!known[group::column_outcome].ends(words) &&
           (known[group::column_target].within(words) || known[group::column_target_end].ends(words)))
    one.status = status::target;
  one.told = one.told || one.status != status::actual;
}

/// 本月 and 累计 are told from the period of the report; 年初累计 and 本年累计 count from its
/// year's start up to its end, as 累计 does.
void set_span(column& one, std::string_view words, const std::optional<period>& report,
              const vocabulary& known) {
  const bool to_date = known[group::column_to_date].within(words);
  const bool from_start = words.find("年初累计") != words.npos;
  one.to_date = to_date;
  if (!report) {
    if (from_start) one.span.reset();
    return;
  }
  const bool own_year = one.span && one.status != status::target && is_whole_years(*one.span) &&
                        one.span->months() == 12 && one.span->year() == report->year() &&
                        words.find("全年") == words.npos;
  if (to_date && (from_start || own_year)) one.span.reset();
  if (to_date && one.span && one.span->months() == 3) one.span = year_to_date(one.span->last());
  if (one.span && one.span->months() > 1) return;
  const month last = one.span ? one.span->last() : report->last();
  if (to_date)
    one.span = year_to_date(last);
  else if (!one.span && known[group::column_month].within(words))
    one.span = period{last, last};
}

/// 指标 of 指 标 and of 指标(单位:元).
std::string without_blanks(std::string_view words) {
  std::string kept{words.substr(0, std::min(words.find("(单位"), words.size()))};
  std::erase(kept, ' ');
  return kept;
}

/// A head without its units and remarks; (M2) and (R&D) are part of a name.
std::string without_brackets(std::string_view words) {
  std::string kept;
  while (!words.empty()) {
    const std::size_t open = words.find('(');
    kept += words.substr(0, open);
    if (open == words.npos) break;
    const std::size_t close = words.find(')', open);
    if (close == words.npos) break;
    const std::string_view inside = words.substr(open + 1, close - open - 1);
    const bool latin = std::ranges::all_of(inside, [](char c) {
      return is_letter(c) || is_digit(c) || c == '&' || c == '.';
    });
    if (latin && std::ranges::any_of(inside, is_letter) && close + 1 < words.size())
      kept += words.substr(open, close + 1 - open);
    words.remove_prefix(close + 1);
  }
  return kept;
}

/// Signs and digits at the end of a head name nothing: / and 2 of 增加/2.
bool is_mark(char c) { return static_cast<unsigned char>(c) < 0x80 && !is_letter(c); }

/// The 2 of m2.
bool is_power(std::string_view noun) { return ends_with_any(noun, {"m2", "m3"}); }

void erase_words(std::string& from, const word_list& parts) {
  for (const listed_word& part : parts)
    if (const std::size_t at = from.find(part.spelling); at != from.npos)
      from.erase(at, part.spelling.size());
}

}  // namespace

role role_of(std::string_view said, const vocabulary& known) {
  const std::string words = without_blanks(said);
  struct role_words {
    group words;
    role is;
  };
  static constexpr role_words roles[] = {
      {group::column_unit,     role::unit    },
      {group::column_note,     role::note    },
      {group::column_name,     role::name    },
      {group::column_time,     role::time    },
      {group::column_region,   role::region  },
      {group::column_category, role::category}
  };
  if (known[group::column_number].has(words)) return role::number;
  if (known[group::column_nature].within(words)) return role::nature;
  for (const role_words& each : roles)
    if (known[each.words].has(words)) return each.is;
  const bool named = words.size() <= 18 && words.ends_with("名称");
  return named ? role::name : role::figure;
}

bool is_year_before(std::string_view words, const vocabulary& known) {
  return known[group::column_year_before].starts(words);
}

bool is_generic(std::string_view words, const vocabulary& known) {
  return known[group::column_generic].has(words.substr(0, words.find('(')));
}

bool names_parts(std::string_view words, const vocabulary& known) {
  return known[group::column_parts].has(words);
}

std::optional<comparable> prices_in(std::string_view words, const vocabulary& known) {
  if (known[group::column_nominal].within(words)) return comparable::nominal;
  if (known[group::column_real].within(words)) return comparable::price;
  return std::nullopt;
}

std::string noun_in(std::string_view words, const vocabulary& known) {
  std::string noun = without_brackets(words);
  if (noun.find("=100") != noun.npos) return {};  // 上年=100
  if (const std::size_t join = noun.find('_'); join != noun.npos && join > 0) noun.erase(join);  // 原油产量_当期
  if (known[group::column_share].within(noun)) noun.erase(std::min(noun.find("占"), noun.size()));
  noun.erase(length_before_comparison(noun));
  if (known[group::column_no_noun].has(noun)) return {};
  erase_words(noun, known[group::column_filler]);
  erase_words(noun, known[group::column_growth_filler]);
  for (const std::string_view total : {"-合计", "-小计", "-总计"})  // 债务余额-合计
    if (noun.ends_with(total)) noun.erase(noun.size() - total.size());
  while (!noun.empty() && noun.back() != ')' && is_mark(noun.back()) && !is_power(noun)) noun.pop_back();
  return known[group::column_no_noun].has(noun) ? std::string{} : noun;
}

column figure_of(std::string_view words, const std::optional<period>& span,
                 const std::optional<period>& report, const vocabulary& known) {
  column one;
  one.unit = unit_in(words, known);
  one.span = span;
  set_measure(one, words, known);
  set_status(one, words, known);
  if (one.measure == measure::ratio) one.span.reset();  // 预算数为上年执行数的%
  if (one.measure == measure::progress && span && is_whole_years(*span)) one.span.reset();
  set_span(one, words, report, known);
  one.prices = prices_in(words, known);
  one.told = one.told || one.span || !one.unit.empty() || !one.noun.empty() ||
             known[group::column_told].within(words);
  return one;
}

}  // namespace kebi::grammar
