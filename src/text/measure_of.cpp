#include "sentence_reader.hpp"

#include <algorithm>

#include "strings.hpp"

namespace kebi::grammar {
namespace {

/// 留抵退税 in 留抵退税因素后.
std::string adjusted_for(std::string words) {
  for (const std::string_view tail : {"后", "後", "影响", "影響", "因素"})
    if (words.size() > tail.size() && words.ends_with(tail)) words.erase(words.size() - tail.size());
  return words;
}

/// 经济增长 in 第一产业对经济增长的, cut off the name.
std::string cut_at_towards(std::string& name) {
  for (const std::string_view mark : {"对", "對"})
    if (const std::size_t at = name.rfind(mark); at != std::string::npos && at > 0) {
      const std::string of = without_of(name.substr(at + mark.size()));
      name.erase(at);
      return of;
    }
  return {};
}

}  // namespace

void sentence_reader::set_end(fact& made) {
  made.lo.reset();
  made.hi.reset();
  if (!made.value) return;
  switch (made.bound) {
    case bound::at_least: case bound::more_than: made.lo = made.value; break;
    case bound::at_most: case bound::less_than: made.hi = made.value; break;
    case bound::nearly: (made.value->digits() < 0 ? made.lo : made.hi) = made.value; break;
    default: break;
  }
}

kebi::bound sentence_reader::mirrored(kebi::bound b) {
  switch (b) {
    case bound::at_least: return bound::at_most;
    case bound::at_most: return bound::at_least;
    case bound::more_than: return bound::less_than;
    case bound::less_than: return bound::more_than;
    default: return b;
  }
}

void sentence_reader::measure_of(fact& made, const frame& f, const item& one, const numeral& value, bool bare) const {
  const std::string& name = made.indicator;
  const bool ratio = is_ratio(name, given_.known);
  const bool target = given_.status == status::target;
  const bool verb = f.verb || one.verb;
  const bool to = f.to || one.to;
  int sign = one.sign.value_or(f.sign);
  const std::string unit_words = unit_of(text_, value);
  if (!unit_words.empty()) made.in = unit{unit_words};

  const std::string whole = f.whole ? without_of(printed(*f.whole)) : std::string{};
  const std::string object = f.object ? without_of(printed(*f.object)) : std::string{};
  std::string reference = f.reference ? without_of(printed(*f.reference)) : std::string{};
  if (const std::size_t aside = simplified_name(reference).find('('); reference.find_first_of("0123456789") > aside && aside > 0 && aside < reference.size())
    reference.erase(aside);  // 全国(3.9%)
  const auto about_a_plan = [&](const std::string& words) {
    const std::string plain = simplified_name(words);
    return holds_any(plain, {"计划", "目标", "任务"}) ||
           (plain.find("预算") != std::string::npos && !holds_any(plain, {"预算支出", "预算收入", "预算内"}));
  };

  made.bound = one.bound ? *one.bound
               : f.before ? *f.before
               : value.more ? bound::more_than
                            : bound::exact;
  if (f.gap != 0 && !f.reference && !f.than && !verb) made.bound = f.gap > 0 ? bound::more_than : bound::less_than;
  if (f.control && made.bound == bound::exact && (target || made.status != status::actual)) made.bound = bound::at_most;
  if (f.control && f.before == bound::about) made.bound = bound::about;

  // What the number is.
  std::optional<int> signed_by;
  if (value.form == form::ordinal || f.rank) {
    made.measure = measure::rank;
    made.in.reset();
    made.of = object;
  } else if (value.form == form::points) {
    if (f.pull) {
      made.measure = measure::pull;
      made.of = whole.empty() ? cut_at_towards(made.indicator) : whole;
      for (const std::string_view verb_words : {"增长", "增長", "上涨", "上漲"})
        if (made.of.size() > verb_words.size() && made.of.ends_with(verb_words)) made.of.erase(made.of.size() - verb_words.size());
      signed_by = f.pull_sign * (sign < 0 ? -1 : 1);
    } else {
      const bool time = f.reference_is_time || (!f.reference && f.gap == 0);
      made.measure = time ? measure::change : measure::gap;
      const bool of_share = (f.share && !f.speed && !f.decline) || (!f.speed && !f.decline && carried_.last == measure::share && !verb && f.gap == 0) ||
                            ends_with_any(name, {"比重", "占比"});
      if (f.speed || f.decline) made.subject = measure::growth;
      else if (of_share) made.subject = measure::share;
      else if (ratio && carried_.last != measure::growth) made.subject = measure::level;
      else if (carried_.last && carried_.subjects.size() > 0 && std::ranges::find(carried_.subjects, name) != carried_.subjects.end())
        made.subject = *carried_.last;
      else made.subject = ratio || (!f.reference && !f.speed) ? measure::level : measure::growth;
      if (made.subject == measure::share) made.of = f.share && !whole.empty() ? whole : carried_.last_of;
      if (made.subject != measure::level && made.subject != measure::share) made.subject = measure::growth;
      if (f.gap != 0 && holds_any(simplified_name(reference), {"增速", "增长", "增幅", "涨幅"})) made.subject = measure::growth, made.of.clear();
      if (f.gap != 0 && !(verb && time)) signed_by = f.gap;
      else signed_by = sign == 0 ? 1 : sign;
      const bool falling = (f.decline && !f.better) || (f.span_change && carried_.last_sign < 0 && !f.speed);
      if (falling && made.subject == measure::growth) {
        // 降幅收窄 raises a growth, 降幅扩大 lowers it.
        signed_by = -*signed_by;
      }
      if (f.gap != 0 && f.reference && about_a_plan(reference)) made.subject = ratio ? measure::level : measure::growth;
      if (f.gap != 0 && reference.find("进度") != std::string::npos) made.subject = measure::level;
      made.versus = reference;
      if (time && f.reference_is_time && f.reference_span && basis_of_reference(f) == basis::yoy) made.basis = basis::yoy;
      if (f.basis && time) made.basis = f.basis;
    }
  } else if (value.form == form::percent || value.form == form::tenths || (value.form == form::times && (verb || f.speed))) {
    if (f.contribution) {
      made.measure = measure::contribution;
      std::string words;
      for (const piece& p : f.subject) words += printed(p);
      for (const std::string_view mark : {"对", "對"})
        if (const std::size_t at = words.rfind(mark); at != std::string::npos) made.of = without_of(words.substr(at + 3));
      if (made.of.empty()) made.of = whole;
      for (const std::string_view mark : {"对", "對"})
        if (const std::size_t at = made.indicator.rfind(mark); at != std::string::npos && at > 0) made.indicator.erase(at);
    } else if (f.whole && f.share) {
      made.measure = about_a_plan(whole) ? measure::progress : measure::share;
      made.of = whole;
      if (verb && !to) {
        made.measure = measure::change;
        made.subject = measure::share;
        signed_by = sign;
      }
    } else if (f.equals) {  // 相当于地区生产总值的比例为2.7%
      made.measure = measure::share;
      made.of = reference;
      for (const std::string_view tail : {"的比例", "的比重", "比例", "比重"})
        if (made.of.size() > tail.size() && made.of.ends_with(tail)) made.of.erase(made.of.size() - tail.size());
    } else if (f.times_of) {
      made.measure = measure::ratio;
      made.versus = reference;
    } else if (f.reach && !verb && about_a_plan(object) && !target) {
      made.measure = measure::progress;
      made.of = without_of(object);
    } else if (f.reach_done && !verb && !ratio && !target && given_.subjects.empty() && !is_amount(name, given_.known)) {
      made.measure = measure::progress;  // 桩基施工完成50%
    } else if ((f.speed || f.decline) && (!verb || to) && f.gap == 0) {
      made.measure = measure::growth;
      signed_by = f.decline ? -1 : value.value.digits() < 0 ? 0 : 1;
      made.basis = f.basis.value_or(basis::yoy);
    } else if (verb && !to) {
      // The rate of a few in a hundred thousand falls by a part of itself, 城镇化率 by points.
      const bool by_points = ratio && value.form == form::percent && !f.basis && !f.than &&
                             !ends_with_any(name, {"死亡率", "发病率", "发案率", "强度"}) &&
                             value.value < decimal{15} && !f.footing && (target || !f.grew);
      made.measure = by_points ? measure::change : measure::growth;
      if (made.measure == measure::change && carried_.last == measure::growth) made.measure = measure::growth;
      if (made.measure == measure::change) made.subject = measure::level;
      signed_by = sign;
      made.basis = f.basis.value_or(f.than && f.reference_is_time ? basis_of_reference(f) : basis::yoy);
      if (f.basis && f.than && f.reference_is_time && *f.basis == basis::yoy) made.basis = basis_of_reference(f);
      if (f.than && f.reference_is_time && made.basis != basis::yoy) made.versus = reference;
    } else if (to && carried_.last == measure::contribution && f.subject.empty() && !f.speed && !f.decline) {
      made.measure = measure::contribution;  // 贡献率由54.9%提高到58.8%
    } else if (to && carried_.last == measure::share && f.subject.empty() && !f.speed && !f.decline) {
      made.measure = measure::share;  // 占…比重由38.6%提升至45.2%
      made.of = carried_.last_of;
    } else if (to) {
      const bool goes_on = f.subject.empty() || f.from;
      made.measure = f.speed || f.decline || (carried_.last == measure::growth && goes_on && !ratio) ? measure::growth : measure::level;
    } else if (f.takes_part && given_.subjects.empty() && !carried_.last_of.empty() && !verb) {
      made.measure = measure::share;  // 占进出口总值的15.3%; …,占13.7%
      made.of = carried_.last_of;
    } else if (f.share) {
      made.measure = !given_.subjects.empty() && !ratio ? measure::share : measure::level;
    } else if (bare || f.control || f.hold || f.reach || f.before || (f.gap != 0 && !f.reference) || f.all || f.each) {
      if (given_.bare_percent && value.value < decimal{80}) made.measure = *given_.bare_percent;
      else if (ratio) made.measure = measure::level;
      else if (given_.bare_percent || (decimal{80} <= value.value && ends_with_any(simplified_name(name), {"价格", "水平"})) ||
               (decimal{30} <= value.value && ends_with_any(simplified_name(name), {"指数"})))
        made.measure = given_.bare_percent && !ends_with_any(simplified_name(name), {"指数"}) ? *given_.bare_percent : measure::level;  // 103%, on the year before as 100
      else if (f.object && !given_.subjects.empty() && shown(*f.object).ends_with("的"))
        made.measure = holds_any(simplified_name(object), {"增长"}) ? measure::growth : measure::share, made.of = tidy_name(object);
      else if (f.reach && given_.subjects.empty() && !holds_any(simplified_name(name), {"增长", "增速"})) made.measure = measure::level;
      else if (f.reach && ends_with_any(simplified_name(name), {"增长预期目标", "预期增长目标", "增速预期目标"})) made.measure = measure::growth;
      else if (is_amount(name, given_.known) || (target && bare) || (f.each && carried_.last == measure::growth)) made.measure = measure::growth;
      else made.measure = f.reach && given_.subjects.empty() && !object.empty() ? measure::level : measure::level;
      if (made.measure == measure::growth) made.basis = f.basis.value_or(basis::yoy);
    } else {
      made.measure = f.gap != 0 && f.reference ? measure::gap : measure::level;
      if (made.measure == measure::gap) {
        made.subject = ratio ? measure::level : measure::growth;
        signed_by = f.gap;
        made.versus = reference;
      }
    }
  } else if (value.form == form::times) {
    made.measure = measure::ratio;
    made.versus = !reference.empty() ? reference : object;
  } else if (verb && !to) {
    made.measure = measure::change;
    made.subject = measure::level;
    signed_by = sign;
    made.versus = reference;
    if (f.basis && *f.basis != basis::average) made.basis = f.basis;
  } else if (f.gap != 0 && f.reference) {
    made.measure = f.reference_is_time ? measure::change : measure::gap;
    made.subject = measure::level;
    signed_by = f.gap;
    made.versus = reference;
  } else if (f.pull && !f.whole) {
    made.measure = measure::level;
  } else {
    made.measure = measure::level;
  }

  // Its value in signed space.
  const auto in_percent = [&](decimal printed) {
    const int decimals = printed.decimals();
    if (value.form == form::tenths)
      return decimal{printed.digits() * (decimals > 0 ? 1 : 10), std::max(0, decimals - 1)};
    if (value.form != form::times || made.measure != measure::growth) return printed;
    return decimals >= 2 ? decimal{printed.digits(), decimals - 2}
                         : decimal{printed.digits() * (decimals == 1 ? 10 : 100), 0};
  };
  const decimal printed_value = in_percent(value.value);
  if (value.form == form::tenths || (value.form == form::times && made.measure == measure::growth)) made.in = unit{"%"};
  const bool negative = signed_by && *signed_by < 0;
  const auto with_sign = [&](decimal v) { return negative && v.digits() > 0 ? -v : v; };
  if (negative) made.bound = mirrored(made.bound);
  if (one.upper) {
    decimal lower = with_sign(printed_value), upper = with_sign(in_percent(number(*one.upper).value));
    if (upper < lower) std::swap(lower, upper);
    made.bound = bound::range;
    made.value.reset();
    made.lo = lower;
    made.hi = upper;
  } else {
    made.value = with_sign(printed_value);
    set_end(made);
  }
  if (f.hold && target && made.measure == measure::level && made.bound == bound::exact && !f.reach && !f.to && !given_.subjects.empty()) {
    // 保持3.77亿亩 asks for no less, 保持在5%左右 was bound above.
    made.bound = bound::stable;
  }
  if (made.measure == measure::growth || made.measure == measure::gap) made.comparable = f.footing;
  if (made.measure == measure::growth && f.adjustment && made.versus.empty())
    made.versus = adjusted_for(printed(*f.adjustment));
  if (made.measure == measure::growth && !made.basis) made.basis = basis::yoy;
  if (made.measure == measure::growth && f.no_basis && !target) made.basis.reset();
  if (made.measure == measure::growth && carried_.basis && !f.basis && !f.than) made.basis = carried_.basis;
}

}  // namespace kebi::grammar
