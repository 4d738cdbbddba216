#include "kebi/text/print_phrase.hpp"

#include "kebi/indicator/code.hpp"

namespace kebi {
namespace {

decimal magnitude(decimal value) { return value.digits() < 0 ? -value : value; }

[[noreturn]] void unsayable(const fact& f, const std::string& why) {
  throw error{"no phrase states the " + std::string{code(f.measure)} + " with bound " +
              std::string{code(f.bound)} + " of " +
              (f.indicator.empty() ? "an indicator" : f.indicator) + ": " + why};
}

/// 左右, 以上: the number with what binds it, below zero turned to the size of a fall.
std::string bounded(const fact& f, bool falls) {
  const std::string in = f.unit ? f.unit->symbol() : "";
  if (f.bound == bound::range) {
    if (!f.lo || !f.hi) unsayable(f, "a range needs both ends");
    const decimal near = falls ? magnitude(*f.hi) : *f.lo, far = falls ? magnitude(*f.lo) : *f.hi;
    return to_string(near) + in + "-" + to_string(far) + in;
  }
  if (!f.value) unsayable(f, "it has no number");
  const std::string number = to_string(falls ? magnitude(*f.value) : *f.value) + in;
  bound b = f.bound;
  if (falls) {
    if (b == bound::at_least)
      b = bound::at_most;
    else if (b == bound::at_most)
      b = bound::at_least;
    else if (b == bound::more_than)
      b = bound::less_than;
    else if (b == bound::less_than)
      b = bound::more_than;
  }
  switch (b) {
    case bound::exact:
      return number;
    case bound::about:
      return number + "左右";
    case bound::at_least:
      return number + "以上";
    case bound::at_most:
      return number + "以内";
    case bound::more_than:
      return "超过" + number;
    case bound::less_than:
      return "低于" + number;
    case bound::nearly:
      return "近" + number;
    default:
      unsayable(f, "its bound carries no number");
  }
}

bool is_below_zero(const fact& f) {
  if (f.value) return f.value->digits() < 0;
  return f.hi && f.hi->digits() < 0 && f.bound == bound::range;
}

std::string before_growth(const fact& f) {
  std::string words;
  if (f.comparable) switch (*f.comparable) {
      case comparable::price:
        words = "按可比价格计算";
        break;
      case comparable::scope:
        words = "同口径";
        break;
      case comparable::unspecified:
        words = "可比";
        break;
      case comparable::nominal:
        words = "名义";
        break;
      case comparable::adjusted:
        unsayable(f, "what it is adjusted for stands in a sentence of its own");
    }
  std::string basis_words;
  if (f.basis) switch (*f.basis) {
      case basis::yoy:
        basis_words = f.status == status::target ? "" : "同比";
        break;
      case basis::mom:
        basis_words = "环比";
        break;
      case basis::year_start:
        basis_words = "比年初";
        break;
      case basis::average:
        basis_words = "年均";
        break;
      case basis::average2:
        basis_words = "两年平均";
        break;
      case basis::fixed:
        if (f.reference.empty())
          unsayable(f, "a growth against a fixed year needs the year in versus");
        basis_words = "比" + f.reference;
    }
  return f.comparable == comparable::price ? words + basis_words : basis_words + words;
}

std::string growth_phrase(const fact& f) {
  switch (f.bound) {
    case bound::flat:
      return f.reference.empty() ? "基本持平" : "与" + f.reference + "基本持平";
    case bound::sync:
      if (f.reference.empty()) unsayable(f, "what it keeps step with is not named");
      return "与" + f.reference + "保持同步";
    case bound::exceed:
      if (f.reference.empty()) unsayable(f, "what it exceeds is not named");
      return "快于" + f.reference;
    case bound::stable:
      return "保持稳定";
    case bound::assigned:
      return f.reference.empty() ? "完成下达目标" : "完成" + f.reference;
    case bound::none:
      if (f.direction == direction::up) return "稳步提高";
      if (f.direction == direction::down) return "持续下降";
      unsayable(f, "it has neither number nor direction");
    default:
      break;
  }
  const decimal zero{0};
  if (f.lo && !f.value && f.bound == bound::more_than && *f.lo == zero) return "实现正增长";
  if (f.hi && !f.value && f.bound == bound::less_than && *f.hi == zero) return "负增长";
  if (f.bound == bound::range && f.lo && f.hi && f.lo->digits() < 0 && f.hi->digits() >= 0)
    unsayable(f, "a range from a fall to a rise has no verb");
  const bool falls = is_below_zero(f);
  std::string words = before_growth(f) + (falls ? "下降" : "增长") + bounded(f, falls);
  if (f.stretch) words += ",力争" + to_string(*f.stretch) + (f.unit ? f.unit->symbol() : "");
  return words;
}

std::string level_phrase(const fact& f) {
  switch (f.bound) {
    case bound::stable:
      return f.value ? "保持" + to_string(*f.value) + (f.unit ? f.unit->symbol() : "") : "保持稳定";
    case bound::assigned:
      return f.reference.empty() ? "完成下达目标" : "完成" + f.reference;
    case bound::exceed:
      if (f.reference.empty()) unsayable(f, "what it exceeds is not named");
      return "高于" + f.reference;
    case bound::at_most:
      if (f.value) return "控制在" + bounded(f, false);
      unsayable(f, "the cap has no number");
    case bound::none:
      if (f.direction == direction::up) return "稳步提高";
      if (f.direction == direction::down) return "持续下降";
      unsayable(f, "it has neither number nor direction");
    case bound::flat:
    case bound::sync:
      unsayable(f, "only growth is flat or in step");
    default:
      break;
  }
  std::string words = (f.status == status::estimate ? "预计达到" : "达到") + bounded(f, false);
  if (f.stretch) words += ",力争" + to_string(*f.stretch) + (f.unit ? f.unit->symbol() : "");
  return words;
}

/// What a change in points is told against, where nothing is named.
std::string before_change(const fact& f) {
  if (!f.basis) return "";
  if (f.basis == basis::yoy) return "同比";
  if (f.basis == basis::mom) return "环比";
  unsayable(f, "a change has no words for its basis " + std::string{code(*f.basis)});
}

}  // namespace

std::string to_chinese(const fact& f) {
  if (f.stretch && f.measure != measure::growth && f.measure != measure::level)
    unsayable(f, "a second mark (力争) is one of a growth or a level");
  switch (f.measure) {
    case measure::growth:
      return growth_phrase(f);
    case measure::level:
      return level_phrase(f);
    case measure::share:
      if (f.whole.empty()) unsayable(f, "the whole is not named");
      return "占" + f.whole + bounded(f, false);
    case measure::contribution:
      if (f.whole.empty()) return "贡献率" + std::string{"达到"} + bounded(f, false);
      return "对" + f.whole + "的贡献率达到" + bounded(f, false);
    case measure::pull:
      if (f.whole.empty()) unsayable(f, "what it pulls is not named");
      return "拉动" + f.whole + (is_below_zero(f) ? "下降" : "增长") + bounded(f, is_below_zero(f));
    case measure::ratio:
      if (f.reference.empty()) unsayable(f, "what it is a multiple of is not named");
      return (f.unit && f.unit->symbol() == "%" ? "恢复到" : "是") + f.reference + "的" +
             bounded(f, false);
    case measure::progress:
      if (f.whole.empty()) unsayable(f, "the plan is not named");
      return "完成" + f.whole + "的" + bounded(f, false);
    case measure::change: {
      const bool falls = is_below_zero(f);
      const std::string against = f.reference.empty() ? before_change(f) : "比" + f.reference;
      if (f.subject == measure::growth)
        return "增速" + against + (falls ? "回落" : "提高") + bounded(f, falls);
      if (f.subject == measure::share)
        return "占比" + against + (falls ? "下降" : "提高") + bounded(f, falls);
      return against + (falls ? "减少" : "增加") + bounded(f, falls);
    }
    case measure::gap: {
      if (f.reference.empty()) unsayable(f, "what it is compared with is not named");
      const bool falls = is_below_zero(f);
      return (falls ? "低于" : "高于") + f.reference + bounded(f, falls);
    }
    case measure::rank:
      if (!f.value || f.bound != bound::exact) unsayable(f, "a rank is one number");
      return "居" + f.whole + "第" + to_string(*f.value) + "位";
  }
  unsayable(f, "it has no measure");
}

}  // namespace kebi
