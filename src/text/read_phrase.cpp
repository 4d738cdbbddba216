#include "kebi/text/read_phrase.hpp"

#include <algorithm>

#include "sentence.hpp"
#include "utf8.hpp"

namespace kebi {
namespace {

using grammar::folded;
using grammar::token;
using grammar::tokens;
using grammar::word;

std::vector<std::string> split(std::string_view names) {
  std::vector<std::string> result;
  while (true) {
    const std::size_t bar = names.find('|');
    result.emplace_back(names.substr(0, bar));
    if (bar == std::string_view::npos) return result;
    names.remove_prefix(bar + 1);
  }
}

/// A phrase on its way to facts.
struct phrase {
  std::string_view source;
  const phrase_context& context;
  folded text;
  tokens words;
  std::vector<std::string> subjects;

  phrase(std::string_view from, const phrase_context& about)
      : source{from}, context{about}, text{from}, words{tokenize(text)}, subjects{split(about.indicator)} {}

  std::string shown(const token& t) const { return text.text().substr(t.begin, t.end - t.begin); }
  bool has(word is) const {
    return std::ranges::any_of(words.all, [&](const token& t) { return t.is == is; });
  }
  const token* find(word is) const {
    const auto found = std::ranges::find(words.all, is, &token::is);
    return found == words.all.end() ? nullptr : &*found;
  }
  read_error refusal(std::size_t at, std::string_view found, const std::string& expected) const {
    return {place_in(source, text.start(at)), in_quotes(found), expected};
  }
};

const std::string target_examples =
    "a target such as 增长6%左右, 完成300亿元以上, 控制在5%以内, 与经济增长同步 or 保持稳定";
const std::string outcome_examples = "an outcome such as -0.9%, 152.7亿元 or 完成172.8亿元,同比增长1.1%";

/// Letters, odd signs and words behind a number that no rule has read.
void require_understood(const phrase& in, const std::string& expected) {
  const auto& all = in.words.all;
  bool remark = false;  // behind 的 or in a clause of its own: words about the number
  bool after_number = false;
  bool mark = false;    // the clause holds a number or a verb
  for (std::size_t i = 0; i < all.size(); ++i) {
    const token& t = all[i];
    if (t.is == word::comma || t.is == word::stop || t.is == word::open) remark = after_number = false;
    if (t.is == word::number) after_number = mark = true, remark = false;
    else if (t.is == word::of || t.is == word::close) remark = true;
    if (t.is != word::text) continue;
    const std::string words = in.shown(t);
    for (std::size_t k = 0; k < words.size(); ++k) {
      if (grammar::is_digit(words[k]) || grammar::is_letter(words[k])) {
        const bool named = std::ranges::any_of(in.subjects, [&](const std::string& s) { return folded{s}.text().find(words) != std::string::npos; });
        const bool known = words.starts_with("GDP") || words.starts_with("CPI") || words.starts_with("PM") || words.starts_with("R&D");
        if (named || known) break;
        throw in.refusal(t.begin, words, expected);
      }
    }
    if (after_number && !remark && (i == 0 || all[i - 1].is == word::number || all[i - 1].is == word::after)) {
      if (words == "台阶" || words == "门槛" || words == "新台阶" || words == "人民币" || words == "任务" || words == "水平" || words.starts_with("目标")) continue;
      throw in.refusal(t.begin, words, "the end of the phrase, or a bound such as 左右, 以上 or 以内 behind the number");
    }
  }
  (void)mark;
}

/// A bare number takes the unit that its indicator's name ends with: 用电量(亿千瓦时), and
/// under 单位GDP能耗降低(%) it is a fall.
void add_unit_of_name(std::vector<fact>& facts) {
  for (fact& each : facts) {
    const std::string name = folded{each.indicator}.text();
    const std::size_t open = name.rfind('(');
    const bool named = open != std::string::npos && name.ends_with(')');
    const std::string inside = named ? name.substr(open + 1, name.size() - open - 2) : std::string{};
    const bool falls = name.find("降低") != std::string::npos || name.find("下降") != std::string::npos || name.find("削减") != std::string::npos;
    if (each.value && !each.in && !inside.empty() && grammar::unit_length(inside) == inside.size()) each.in = unit{inside};
    const bool percent = each.in && each.in->symbol() == "%";
    if (falls && percent && each.value && each.value->digits() > 0 && (each.measure == measure::level || each.measure == measure::growth) &&
        each.text.find("降") == std::string::npos) {
      each.measure = measure::growth;
      each.basis = each.basis.value_or(basis::yoy);
      each.value = -*each.value;
      if (each.lo || each.hi) std::swap(each.lo, each.hi);
      if (each.lo) each.lo = -*each.lo;
      if (each.hi) each.hi = -*each.hi;
      if (each.bound == bound::at_least) each.bound = bound::at_most;
      else if (each.bound == bound::more_than) each.bound = bound::less_than;
    }
  }
}

/// Throws unless each level can be printed in its unit.
void require_units(const phrase& in, const std::vector<fact>& facts) {
  if (!in.context.known) return;
  for (const fact& each : facts) {
    const bool amount = each.measure == measure::level ||
                        (each.measure == measure::change && each.subject == measure::level);
    const bool part = each.in && (each.in->symbol() == "个百分点" || each.in->kind() == "倍") &&
                      each.measure == measure::change;
    if (!amount || !each.in || part) continue;
    const indicator* what = in.context.known->find(each.indicator);
    const unit plain{folded{each.in->symbol()}.text()};
    if (what == nullptr || fits(*what, plain)) continue;
    // 0.5吨标准煤 of the energy of 万元GDP: the name holds what the unit leaves out.
    if (std::ranges::any_of(what->units, [&](const unit& usual) { return usual.kind().starts_with(plain.kind() + "/"); })) continue;
    std::string usual;
    for (const unit& known : what->units) (usual += usual.empty() ? "" : ", ") += known.symbol();
    throw read_error{place_in(in.source, each.start), in_quotes(each.text) + " in " + each.in->symbol(),
                     "a unit of " + each.indicator + ": " + usual};
  }
}

void add_nature(const phrase& in, std::vector<fact>& facts) {
  std::optional<nature> found;
  for (const token& t : in.words.all)
    if (t.is == word::nature) found = static_cast<nature>(t.sense);
  if (!found) {
    const std::string& words = in.text.text();
    if (words.find("约束性") != std::string::npos) found = nature::binding;
    else if (words.find("预期增长目标") != std::string::npos || words.find("预期目标") != std::string::npos)
      found = nature::expected;
  }
  for (fact& each : facts)
    if (!each.nature) each.nature = found;
}

/// The words between 与 and 同步, or behind 高于: what a target is measured against.
std::string reference_of(const phrase& in, word opener, word closer) {
  const auto& all = in.words.all;
  std::string found;
  bool open = false;
  for (const token& t : all) {
    if (t.is == closer && open) break;
    if (t.is == opener || (opener == word::joint && t.is == word::with)) {
      found.clear();
      open = true;
      continue;
    }
    if (open && (t.is == word::text || t.is == word::period || t.is == word::of || t.is == word::list ||
                 t.is == word::speed || t.is == word::rise || t.is == word::goal))
      found += in.text.printed(t.begin, t.end);
  }
  for (const std::string_view tail : {"保持", "基本", "的", "大体"})
    if (found.size() > tail.size() && found.ends_with(tail)) found.erase(found.size() - tail.size());
  return found;
}

/// A target without a number.
fact read_words(const phrase& in, const std::string& subject) {
  fact made;
  made.indicator = subject;
  made.region = in.context.region;
  made.period = in.context.period;
  made.status = status::target;
  made.start = 0;
  made.end = in.source.size();
  made.text = std::string{in.source};
  const bool ratio = grammar::is_ratio(subject, in.context.known);
  const auto growth = [&] {
    made.measure = measure::growth;
    made.basis = basis::yoy;
  };
  const auto holds = [&](std::string_view part) { return in.text.text().find(part) != std::string::npos; };

  if (in.has(word::sync)) {
    growth();
    made.bound = bound::sync;
    made.versus = reference_of(in, word::joint, word::sync);
    return made;
  }
  if (holds("为零") || holds("零事故") || holds("零发生")) {
    made.value = decimal{0};
    return made;
  }
  if (in.has(word::two_digit)) {
    growth();
    made.bound = bound::at_least;
    made.value = made.lo = decimal{10};
    made.in = unit{"%"};
    if (in.has(word::fall)) made.bound = bound::at_most, made.value = made.hi = decimal{-10}, made.lo.reset();
    return made;
  }
  if (in.has(word::positive)) {
    growth();
    made.bound = bound::more_than;
    made.value = made.lo = decimal{0};
    made.in = unit{"%"};
    return made;
  }
  if (in.has(word::negative)) {
    growth();
    made.bound = bound::less_than;
    made.value = made.hi = decimal{0};
    made.in = unit{"%"};
    return made;
  }
  const bool quota = in.has(word::assigned) ||
                     (in.has(word::goal) && (in.has(word::reach) || in.has(word::control))) ||
                     holds("国家标准") || holds("省定") || holds("市定") || holds("国定") || holds("上级") ||
                     ((in.has(word::reach) || in.has(word::control)) && (holds("国家") || holds("省") || holds("市"))  && (holds("范围") || holds("要求") || holds("指标") || holds("以内") || holds("标准")));
  if (quota && !(holds("统筹") && !in.has(word::reach))) {
    made.bound = bound::assigned;
    std::string reference;
    bool open = false;
    for (const token& t : in.words.all) {
      if (t.is == word::reach || t.is == word::control) {
        open = true;
        continue;
      }
      if (open && t.is != word::adverb && t.is != word::after) reference += in.text.printed(t.begin, t.end);
    }
    made.versus = reference;
    return made;
  }
  for (const token& t : in.words.all)
    if (t.is == word::doubled) {
      growth();
      made.value = decimal{(t.sense >= 2 ? t.sense - 1 : 1) * 100};
      made.in = unit{"%"};
      made.bound = t.sense == 1 ? bound::more_than : t.sense == -1 ? bound::at_least : bound::exact;
      if (in.has(word::period)) made.basis = basis::fixed;
      if (made.bound != bound::exact) made.lo = made.value;
      return made;
    }
  if (in.has(word::flat)) {
    const token* t = in.find(word::flat);
    growth();
    made.bound = bound::flat;
    std::string reference = reference_of(in, word::joint, word::flat);
    const bool year = reference.empty() || holds("上年") || holds("去年") || in.has(word::period);
    if (!year || t->sense == 2) made.versus = reference;
    return made;
  }
  if ((in.has(word::control) || in.has(word::hold) || holds("维持") || holds("不低于") || holds("不超过")) && in.has(word::period) &&
      (holds("水平") || holds("规模") || holds("年实绩") || holds("基数"))) {
    growth();
    made.bound = holds("不低于") ? bound::at_least : holds("不超过") ? bound::at_most : bound::flat;
    return made;
  }
  for (const token& t : in.words.all) {
    const bool compares = t.is == word::higher || t.is == word::lower ||
                          (t.is == word::before && t.sense != static_cast<std::int8_t>(bound::about)) ||
                          (t.is == word::sign);
    if (!compares) continue;
    growth();
    if (ratio && !in.has(word::speed) && !holds("增速") && !holds("增长")) made.measure = measure::level, made.basis.reset();
    made.versus = reference_of(in, t.is, word::stop);
    const auto near = static_cast<std::int8_t>(bound::nearly);
    made.bound = t.is == word::before && t.sense == near ? bound::about : bound::exceed;
    if (t.is == word::before && (t.sense == static_cast<std::int8_t>(bound::at_least) || t.sense == static_cast<std::int8_t>(bound::at_most)))
      made.bound = static_cast<bound>(t.sense);
    if (t.is == word::lower) made.direction = direction::down;
    return made;
  }
  if (holds("不低于") || holds("高于") || holds("快于")) {
    growth();
    made.bound = bound::exceed;
    return made;
  }
  const auto change = std::ranges::find_if(in.words.all, [](const token& t) {
    return t.is == word::rise || t.is == word::fall || t.is == word::narrow || t.is == word::widen;
  });
  if (change != in.words.all.end()) {
    growth();
    if (ratio) made.measure = measure::level, made.basis.reset();
    made.bound = bound::none;
    made.direction = change->is == word::rise || change->is == word::widen ? direction::up : direction::down;
    if (change->is == word::narrow) made.direction = direction::narrower;
    if (change->is == word::widen && holds("差")) made.direction = direction::wider;
    return made;
  }
  if (in.has(word::stable)) {
    made.bound = bound::stable;
    return made;
  }
  for (const token& t : in.words.all)
    if (t.is == word::improve) {
      made.bound = bound::none;
      switch (t.sense) {
        case -1: made.direction = direction::down; break;
        case 2: made.direction = direction::to_profit; break;
        case 3: made.direction = direction::to_loss; break;
        case 4: made.direction = direction::to_growth; break;
        case 5: made.direction = direction::to_decline; break;
        default: made.direction = direction::up;
      }
      return made;
    }
  made.bound = bound::none;
  return made;
}

grammar::setting setting_of(const phrase& in, status as) {
  grammar::setting given;
  given.subjects = in.subjects;
  given.region = in.context.region;
  given.period = in.context.period;
  given.status = as;
  given.known = in.context.known;
  return given;
}

std::vector<fact> read_numbers(const phrase& in, const grammar::setting& given, const std::string& expected) {
  grammar::memory carried;
  auto read = read_sentence(in.text, in.words, 0, in.words.all.size(), given, carried);
  for (const std::size_t i : read.unbound) {
    const token& t = in.words.all[i];
    if (in.words.numbers[t.at].too_large)
      throw in.refusal(t.begin, in.shown(t), "a number of at most 17 digits: this one is too large for any statistic");
    throw in.refusal(t.begin, in.shown(t), expected);
  }
  return std::move(read.facts);
}

/// A phrase for several indicators that states as many numbers, in turn.
void require_text(const phrase& in, const std::string& expected) {
  if (in.text.text().empty()) throw read_error{place{}, "nothing", expected};
}

}  // namespace

std::vector<fact> read_target(std::string_view text, const phrase_context& context) {
  const phrase in{text, context};
  require_text(in, target_examples);
  require_understood(in, target_examples);
  std::vector<fact> facts;
  if (in.has(word::number)) facts = read_numbers(in, setting_of(in, status::target), target_examples);
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
    for (const std::string& subject : in.subjects) facts.push_back(read_words(in, subject));
  const bool worded = std::ranges::any_of(in.words.all, [&](const token& t) {
    return t.is != word::period && t.is != word::number && grammar::character(in.shown(t)).size() > 1;
  });
  for (const fact& each : facts)
    if (each.bound == bound::none && !each.direction && !worded)
      throw in.refusal(0, in.text.text(), target_examples);
  add_nature(in, facts);
  add_unit_of_name(facts);
  require_units(in, facts);
  return facts;
}

std::vector<fact> read_outcome(std::string_view cell, const phrase_context& context, const fact* target) {
  const phrase in{cell, context};
  require_text(in, outcome_examples);
  require_understood(in, outcome_examples);
  auto given = setting_of(in, status::actual);
  const bool ratio = grammar::is_ratio(context.indicator, context.known);
  if (target) {
    given.bare_percent = target->measure == measure::growth ? measure::growth : target->measure;
    if (target->bound == bound::assigned || target->bound == bound::none)
      given.bare_percent = ratio ? measure::level : measure::growth;
    if (target->measure == measure::level && !ratio && target->in && target->in->symbol() != "%" && target->in->symbol() != "‰")
      given.bare_percent = measure::growth;
  } else if (!ratio && !grammar::is_amount(context.indicator, context.known)) {
    const bool bare = in.words.all.size() == 1 && in.has(word::number) &&
                      in.words.numbers.front().form == grammar::form::percent;
    if (bare)
      throw in.refusal(0, in.shown(in.words.all.front()) + "\" of \"" + context.indicator,
                       "words that tell whether it is a growth (同比增长1.1%) or a level (达到33.5%), or an indicator of "
                       "the catalogue");
  }
  std::vector<fact> facts;
  if (in.has(word::number)) facts = read_numbers(in, given, outcome_examples);
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
  if (facts.empty()) {
    for (const std::string& subject : in.subjects) {
      fact made = read_words(in, subject);
      if (made.bound == bound::none && !made.direction) throw in.refusal(0, in.text.text(), outcome_examples);
      made.status = status::actual;
      facts.push_back(std::move(made));
    }
  }
  add_unit_of_name(facts);
  require_units(in, facts);
  return facts;
}

}  // namespace kebi
