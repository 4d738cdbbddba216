#include "phrase.hpp"

#include "strings.hpp"

namespace kebi::grammar {
namespace {

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
    if (open &&
        (t.is == word::text || t.is == word::period || t.is == word::of || t.is == word::list ||
         t.is == word::speed || t.is == word::rise || t.is == word::goal))
      found += in.text.printed(t.begin, t.end);
  }
  for (const std::string_view tail : {"保持", "基本", "的", "大体"})
    if (found.size() > tail.size() && found.ends_with(tail))
      found.erase(found.size() - tail.size());
  return found;
}

}  // namespace

fact read_worded(const phrase& in, const std::string& subject) {
  fact made;
  made.indicator = subject;
  made.region = in.context.region;
  made.period = in.context.period;
  made.status = status::target;
  made.start = 0;
  made.end = in.source.size();
  made.text = std::string{in.source};
  const bool ratio = is_ratio(subject, in.context.known);
  const auto growth = [&] {
    made.measure = measure::growth;
    made.basis = basis::yoy;
  };
  const auto holds = [&](std::string_view part) {
    return in.text.text().find(part) != std::string::npos;
  };

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
    if (in.has(word::fall))
      made.bound = bound::at_most, made.value = made.hi = decimal{-10}, made.lo.reset();
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
  const bool quota =
      in.has(word::assigned) ||
      (in.has(word::goal) && (in.has(word::reach) || in.has(word::control))) || holds("国家标准") ||
      holds("省定") || holds("市定") || holds("国定") || holds("上级") ||
      ((in.has(word::reach) || in.has(word::control)) &&
       (holds("国家") || holds("省") || holds("市")) &&
       (holds("范围") || holds("要求") || holds("指标") || holds("以内") || holds("标准")));
  if (quota && !(holds("统筹") && !in.has(word::reach))) {
    made.bound = bound::assigned;
    std::string reference;
    bool open = false;
    for (const token& t : in.words.all) {
      if (t.is == word::reach || t.is == word::control) {
        open = true;
        continue;
      }
      if (open && t.is != word::adverb && t.is != word::after)
        reference += in.text.printed(t.begin, t.end);
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
  if ((in.has(word::control) || in.has(word::hold) || holds("维持") || holds("不低于") ||
       holds("不超过")) &&
      in.has(word::period) &&
      (holds("水平") || holds("规模") || holds("年实绩") || holds("基数"))) {
    growth();
    made.bound = holds("不低于") ? bound::at_least : holds("不超过") ? bound::at_most : bound::flat;
    return made;
  }
  for (const token& t : in.words.all) {
    const bool compares =
        t.is == word::higher || t.is == word::lower ||
        (t.is == word::before && t.sense != static_cast<std::int8_t>(bound::about)) ||
        (t.is == word::sign);
    if (!compares) continue;
    growth();
    if (ratio && !in.has(word::speed) && !holds("增速") && !holds("增长"))
      made.measure = measure::level, made.basis.reset();
    made.versus = reference_of(in, t.is, word::stop);
    const auto near = static_cast<std::int8_t>(bound::nearly);
    made.bound = t.is == word::before && t.sense == near ? bound::about : bound::exceed;
    if (t.is == word::before && (t.sense == static_cast<std::int8_t>(bound::at_least) ||
                                 t.sense == static_cast<std::int8_t>(bound::at_most)))
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
    made.direction =
        change->is == word::rise || change->is == word::widen ? direction::up : direction::down;
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
        case -1:
          made.direction = direction::down;
          break;
        case 2:
          made.direction = direction::to_profit;
          break;
        case 3:
          made.direction = direction::to_loss;
          break;
        case 4:
          made.direction = direction::to_growth;
          break;
        case 5:
          made.direction = direction::to_decline;
          break;
        default:
          made.direction = direction::up;
      }
      return made;
    }
  made.bound = bound::none;
  return made;
}

}  // namespace kebi::grammar
