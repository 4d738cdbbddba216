#include "kebi/text/read_phrase.hpp"

#include <algorithm>

#include "text/names/indicator_kind.hpp"
#include "text/normalise/strings.hpp"
#include "text/normalise/utf8.hpp"
#include "text/phrase/phrase.hpp"

namespace kebi {
namespace {

using grammar::folded;
using grammar::group;
using grammar::phrase;
using grammar::token;
using grammar::word;

const std::string target_examples =
    "a target such as 增长6%左右, 完成300亿元以上, 控制在5%以内, 与经济增长同步 or 保持稳定";
const std::string outcome_examples =
    "an outcome such as -0.9%, 152.7亿元 or 完成172.8亿元,同比增长1.1%";

/// A bare number takes the unit that its indicator's name ends with: 用电量(亿千瓦时), and
/// under 单位GDP能耗降低(%) it is a fall.
void add_unit_of_name(std::vector<fact>& facts, const grammar::vocabulary& known) {
  for (fact& each : facts) {
    const std::string name = folded{each.indicator}.text();
    const std::size_t open = name.rfind('(');
    const bool named = open != std::string::npos && name.ends_with(')');
    const std::string inside =
        named ? name.substr(open + 1, name.size() - open - 2) : std::string{};
    const bool falls = name.find("降低") != std::string::npos ||
                       name.find("下降") != std::string::npos ||
                       name.find("削减") != std::string::npos;
    if (each.value && !each.unit && !inside.empty() && known.unit_length(inside) == inside.size())
      each.unit = unit{inside};
    const bool percent = each.unit && each.unit->symbol() == "%";
    if (falls && percent && each.value && each.value->digits() > 0 &&
        (each.measure == measure::level || each.measure == measure::growth) &&
        each.text.find("降") == std::string::npos) {
      each.measure = measure::growth;
      each.basis = each.basis.value_or(basis::yoy);
      each.value = -*each.value;
      if (each.lo || each.hi) std::swap(each.lo, each.hi);
      if (each.lo) each.lo = -*each.lo;
      if (each.hi) each.hi = -*each.hi;
      if (each.bound == bound::at_least)
        each.bound = bound::at_most;
      else if (each.bound == bound::more_than)
        each.bound = bound::less_than;
    }
  }
}

void add_nature(const phrase& in, std::vector<fact>& facts) {
  std::optional<nature> found;
  for (const token& t : in.words.all)
    if (t.is == word::nature) found = static_cast<nature>(t.sense);
  if (!found) {
    const std::string& words = in.text.text();
    if (words.find("约束性") != std::string::npos)
      found = nature::binding;
    else if (words.find("预期增长目标") != std::string::npos ||
             words.find("预期目标") != std::string::npos)
      found = nature::expected;
  }
  for (fact& each : facts)
    if (!each.nature) each.nature = found;
}

grammar::setting setting_of(const phrase& in, status as) {
  grammar::setting given;
  given.subjects = in.subjects;
  given.region.name = in.context.region;
  given.period = in.context.period;
  given.status = as;
  given.known = in.context.known;
  return given;
}

std::vector<fact> read_numbers(const phrase& in, const grammar::setting& given,
                               const std::string& expected) {
  grammar::memory carried;
  auto read = read_sentence(in.text, in.words, 0, in.words.all.size(), given, carried);
  for (const std::size_t i : read.left.unbound) {
    const token& t = in.words.all[i];
    if (in.words.numbers[t.at].written.too_large)
      throw in.refusal(t.begin, in.shown(t),
                       "a number of at most 17 digits: this one is too large for any statistic");
    throw in.refusal(t.begin, in.shown(t), expected);
  }
  return std::move(read.facts);
}

/// 快于财政收入增速 behind 增长8%: a clause that compares without a number is a fact of its own.
void add_comparisons(const phrase& in, std::vector<fact>& facts, status as) {
  const auto& all = in.words.all;
  for (std::size_t begin = 0; begin < all.size();) {
    std::size_t end = begin;
    bool numbered = false, compares = false, named = false;
    for (; end < all.size() && all[end].is != word::comma && all[end].is != word::stop; ++end) {
      numbered = numbered || all[end].is == word::number;
      named = named || (compares && (all[end].is == word::text || all[end].is == word::rise));
      compares = compares || all[end].is == word::higher || all[end].is == word::lower;
    }
    if (begin > 0 && !numbered && compares && named) {
      const std::size_t from = in.text.start(all[begin].begin), to = in.text.end(all[end - 1].end);
      const phrase clause{in.source.substr(from, to - from), in.context};
      for (const std::string& subject : in.subjects) {
        fact made = read_worded(clause, subject);
        made.status = as;
        made.start += from;
        made.end += from;
        facts.push_back(std::move(made));
      }
    }
    begin = end + 1;
  }
}

/// Whether an indicator counts what there is, so that 新增200家 is by how much it grows.
bool is_stock(std::string_view indicator, const catalogue* known,
              const grammar::vocabulary& words) {
  const std::string name = grammar::simplified_name(indicator);
  if (words[group::addition].within(name)) return false;
  if (known)
    if (const kebi::indicator* found = known->find(indicator))
      return found->kind == kind::stock || found->kind == kind::count;
  return words[group::stock_end].ends(name);
}

/// 新增200家 under 高新技术企业数 is a change, and under 城镇新增就业 a level.
void turn_additions(const phrase& in, std::vector<fact>& facts) {
  if (in.text.text().find("新增") == std::string::npos) return;
  for (fact& each : facts) {
    if (each.measure != measure::level || !each.value ||
        !is_stock(each.indicator, in.context.known, *in.words.known))
      continue;
    if (folded{each.text}.text().find("达") != std::string::npos) continue;  // 新增后达到1200家
    each.measure = measure::change;
    each.subject = measure::level;
  }
}

/// What a bare % beside a target is: 0.6% beside 提高0.8个百分点 is a change, 66% the level
/// reached.
measure bare_percent_beside(const fact& target, bool ratio, const phrase& in) {
  const measure own = ratio ? measure::level : measure::growth;
  if (target.measure == measure::gap) return own;
  if (target.measure == measure::change) {
    if (!target.value || in.words.numbers.size() != 1) return own;
    const std::int64_t digits = target.value->digits();
    const decimal most{10 * (digits < 0 ? -digits : digits), target.value->decimals()};
    return in.words.numbers.front().value < most ? measure::change : own;
  }
  if (target.measure == measure::growth) return measure::growth;
  if (target.bound == bound::assigned || target.bound == bound::none) return own;
  const bool in_percent = !target.unit || target.unit->symbol() == "%" || target.unit->symbol() == "‰";
  return target.measure == measure::level && !ratio && !in_percent ? measure::growth
                                                                   : target.measure;
}

}  // namespace

std::vector<fact> read_target(std::string_view text, const phrase_context& context) {
  const phrase in{text, context};
  require_understood(in, target_examples);
  std::vector<fact> facts;
  if (in.has(word::number))
    facts = read_numbers(in, setting_of(in, status::target), target_examples);
  turn_additions(in, facts);
  if (!facts.empty()) add_comparisons(in, facts, status::target);
  for (fact& each : facts) each.status = status::target;

  // The value that something is to rise from (由74.5岁增加1岁) is no target.
  if (in.has(word::from)) {
    std::vector<fact> ends;
    for (const std::string& subject : in.subjects) {
      const fact* last = nullptr;
      for (const fact& each : facts)
        if (each.indicator == subject) last = &each;
      if (last) ends.push_back(*last);
    }
    if (!ends.empty()) facts = std::move(ends);
  }
  if (facts.empty())
    for (const std::string& subject : in.subjects) facts.push_back(read_worded(in, subject));
  const bool worded = std::ranges::any_of(in.words.all, [&](const token& t) {
    return t.is != word::period && t.is != word::number &&
           grammar::character(in.shown(t)).size() > 1;
  });
  for (const fact& each : facts)
    if (each.bound == bound::none && !each.direction && !worded)
      throw in.refusal(0, in.text.text(), target_examples);
  add_nature(in, facts);
  add_unit_of_name(facts, *in.words.known);
  require_units(in, facts);
  return facts;
}

std::vector<fact> read_outcome(std::string_view cell, const phrase_context& context,
                               const fact* target) {
  if (const std::string minus = grammar::without_account_minus(cell); !minus.empty()) {
    std::vector<fact> read = read_outcome(minus, context, target);
    for (fact& each : read) each.start = 0, each.end = cell.size(), each.text = std::string{cell};
    return read;
  }
  const phrase in{cell, context};
  require_understood(in, outcome_examples);
  auto given = setting_of(in, status::actual);
  const bool ratio = grammar::is_ratio(context.indicator, context.known);
  if (target) {
    given.bare_percent = bare_percent_beside(*target, ratio, in);
  } else if (!ratio && !grammar::is_amount(context.indicator, context.known)) {
    const bool bare = in.words.all.size() == 1 && in.has(word::number) &&
                      in.words.numbers.front().form == grammar::form::percent;
    if (bare)
      throw in.refusal(0, in.shown(in.words.all.front()) + "\" of \"" + context.indicator,
                       "words that tell whether it is a growth (同比增长1.1%) or a level "
                       "(达到33.5%), or an indicator of "
                       "the catalogue");
  }
  std::vector<fact> facts;
  if (in.has(word::number)) facts = read_numbers(in, given, outcome_examples);
  turn_additions(in, facts);
  for (fact& each : facts)
    if (each.status == status::forecast) each.status = status::estimate;  // 预计 of a finished span
  // It reaches the growth that is joined to its level: 预计达到30233元,同比增长8.8%.
  for (std::size_t i = 1; i < facts.size(); ++i)
    if (facts[i - 1].status == status::estimate && facts[i].measure == measure::growth &&
        facts[i].indicator == facts[i - 1].indicator)
      facts[i].status = status::estimate;
  // 0.9%(下降): the direction stands behind the number.
  if (facts.size() == 1 && facts.front().measure == measure::growth && facts.front().value &&
      facts.front().value->digits() > 0) {
    bool counted = false, fell = false;
    for (const token& t : in.words.all) {
      counted = counted || t.is == word::number;
      if (t.is == word::fall && !counted) break;
      fell = fell || (t.is == word::fall && counted);
    }
    if (fell) facts.front().value = -*facts.front().value;
  }
  if (!facts.empty()) add_comparisons(in, facts, status::actual);
  if (target && target->measure == measure::change)
    for (fact& each : facts)
      if (each.measure == measure::change && !each.subject) each.subject = target->subject;
  if (facts.empty()) {
    for (const std::string& subject : in.subjects) {
      fact made = read_attainment(in, subject).value_or(read_worded(in, subject));
      if (made.bound == bound::none && !made.direction)
        throw in.refusal(0, in.text.text(), outcome_examples);
      made.status = status::actual;
      facts.push_back(std::move(made));
    }
  }
  add_unit_of_name(facts, *in.words.known);
  require_units(in, facts);
  return facts;
}

}  // namespace kebi
