#include <algorithm>

#include "text/names/profit_and_loss.hpp"
#include "text/names/indicator_kind.hpp"
#include "text/normalise/strings.hpp"
#include "text/sentence/sentence_reader.hpp"

namespace kebi::grammar {
namespace {

/// 留抵退税 in 留抵退税因素后.
std::string adjusted_for(std::string words) {
  for (const std::string_view tail : {"后", "後", "影响", "影響", "因素"})
    if (words.size() > tail.size() && words.ends_with(tail))
      words.erase(words.size() - tail.size());
  return words;
}

}  // namespace

void sentence_reader::set_end(fact& made) {
  made.lo.reset();
  made.hi.reset();
  if (!made.value) return;
  switch (made.bound) {
    case bound::at_least:
    case bound::more_than:
      made.lo = made.value;
      break;
    case bound::at_most:
    case bound::less_than:
      made.hi = made.value;
      break;
    case bound::nearly:
      (made.value->digits() < 0 ? made.lo : made.hi) = made.value;
      break;
    default:
      break;
  }
}

bool about_a_plan(std::string_view words) {
  const std::string plain = simplified_name(words);
  return holds_any(plain, {"计划", "目标", "任务"}) ||
         (plain.find("预算") != std::string::npos &&
          !holds_any(plain, {"预算支出", "预算收入", "预算内"}));
}

kebi::bound sentence_reader::bound_of(const statement& s) const {
  const frame& f = s.f;
  kebi::bound bound = s.one.bound    ? *s.one.bound
                      : f.bound     ? *f.bound
                      : s.value.more ? bound::more_than
                                     : bound::exact;
  if (f.against.gap != 0 && !f.against.reference && !f.against.than && !s.verb)
    bound = f.against.gap > 0 ? bound::more_than : bound::less_than;
  if (f.outcome.control && bound == bound::exact && (s.target || s.made.status != status::actual))
    bound = bound::at_most;
  return f.outcome.control && f.bound == bound::about ? bound::about : bound;
}

void sentence_reader::measure_of(fact& made, const frame& f, const item& one, const numeral& value,
                                 bool bare) const {
  statement s{made, f, one, value, bare};
  s.ratio = is_ratio(made.indicator, given_.known);
  s.target = given_.status == status::target;
  s.verb = f.change.stated || one.verb;
  s.to = f.change.to || one.to;
  s.sign = one.sign.value_or(f.change.sign);
  // 增亏 is a fall of profits, and a rise of what is told as a loss.
  if (f.change.of_loss && holds_any(simplified_name(made.indicator), {"亏损"})) s.sign = -s.sign;
  s.whole = f.measure.whole ? without_of(printed(*f.measure.whole)) : std::string{};
  s.object = f.whom.object ? without_of(printed(*f.whom.object)) : std::string{};
  s.reference = f.against.reference ? without_of(printed(*f.against.reference)) : std::string{};
  const std::size_t aside = simplified_name(s.reference).find('(');
  const bool remark = aside > 0 && aside < s.reference.size();
  if (remark && s.reference.find_first_of("0123456789") > aside)
    s.reference.erase(aside);  // 全国(3.9%)
  const std::string unit_words = unit_of(text_, value);
  if (!unit_words.empty()) made.unit = unit{unit_words};
  made.bound = bound_of(s);

  const bool growth_in_times = value.form == form::times && (s.verb || (f.measure.rate == rate_word::growth));
  if (value.form == form::ordinal || f.measure.rank) {
    made.measure = measure::rank;
    made.unit.reset();
    made.whole = s.object.substr(0, s.object.rfind("前"));
  } else if (value.form == form::points) {
    f.measure.pull != 0 ? measure_pull(s) : measure_points(s);
  } else if (value.form == form::percent || value.form == form::tenths || growth_in_times) {
    measure_percent(s);
  } else if (value.form == form::times) {
    made.measure = measure::ratio;
    made.reference = !s.reference.empty() ? s.reference : s.object;
  } else {
    measure_amount(s);
  }
  put_value(s);
  put_footing(s);
}

void sentence_reader::measure_amount(statement& s) const {
  const frame& f = s.f;
  s.made.measure = measure::level;
  const bool gap = f.against.gap != 0 && f.against.reference;
  const bool changes = s.verb && !s.to;
  if (!changes && !gap) return;
  s.made.measure = changes || f.against.reference_is_time ? measure::change : measure::gap;
  s.made.subject = measure::level;
  s.signed_by = changes ? s.sign : f.against.gap;
  s.made.reference = s.reference;
  if (changes && f.growth.basis && *f.growth.basis != basis::average) s.made.basis = f.growth.basis;
}

/// Its value in signed space.
void sentence_reader::put_value(statement& s) const {
  const auto in_percent = [&](decimal printed) {
    const int decimals = printed.decimals();
    if (s.value.form == form::tenths)
      return decimal{printed.digits() * (decimals > 0 ? 1 : 10), std::max(0, decimals - 1)};
    if (s.value.form != form::times || s.made.measure != measure::growth) return printed;
    return decimals >= 2 ? decimal{printed.digits(), decimals - 2}
                         : decimal{printed.digits() * (decimals == 1 ? 10 : 100), 0};
  };
  const decimal printed_value = in_percent(s.value.value);
  if (s.value.form == form::tenths ||
      (s.value.form == form::times && s.made.measure == measure::growth))
    s.made.unit = unit{"%"};
  const bool negative = s.signed_by && *s.signed_by < 0;
  const auto with_sign = [&](decimal v) { return negative && v.digits() > 0 ? -v : v; };
  if (negative) s.made.bound = mirrored(s.made.bound);
  if (s.one.upper) {
    decimal lower = with_sign(printed_value),
            upper = with_sign(in_percent(number(*s.one.upper).value));
    if (upper < lower) std::swap(lower, upper);
    s.made.bound = bound::range;
    s.made.value.reset();
    s.made.lo = lower;
    s.made.hi = upper;
  } else {
    s.made.value = with_sign(printed_value);
    set_end(s.made);
  }
  if ((s.f.outcome.hold == hold_word::held) && s.target && s.made.measure == measure::level && s.made.bound == bound::exact &&
      s.f.outcome.reach == reach_word::none && !s.f.change.to && !given_.subjects.empty()) {
    // 保持3.77亿亩 asks for no less, 保持在5%左右 was bound above.
    s.made.bound = bound::stable;
  }
}

void sentence_reader::put_footing(statement& s) const {
  const frame& f = s.f;
  if (s.made.measure == measure::growth || s.made.measure == measure::gap)
    s.made.comparable = f.growth.comparable;
  if (s.made.measure == measure::growth && f.growth.adjustment && s.made.reference.empty())
    s.made.reference = adjusted_for(printed(*f.growth.adjustment));
  if (s.made.measure == measure::growth && !s.made.basis) s.made.basis = basis::yoy;
  if (s.made.measure == measure::growth && f.growth.none && !s.target) s.made.basis.reset();
  if (s.made.measure == measure::growth && carried_.basis && !f.growth.basis && !f.against.than)
    s.made.basis = carried_.basis;
}

}  // namespace kebi::grammar
