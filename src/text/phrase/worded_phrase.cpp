#include "text/phrase/phrase.hpp"

#include "text/names/indicator_kind.hpp"
#include "text/normalise/strings.hpp"
#include "text/sentence/numberless_statements.hpp"

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

constexpr std::int8_t sense(kebi::bound b) { return static_cast<std::int8_t>(b); }

/// Reads what one kind of words states; each tells whether the phrase is of its kind.
class worded_reader {
 public:
  worded_reader(const phrase& in, fact& made)
      : in_{in}, made_{made}, ratio_{is_ratio(made.indicator, in.context.known)} {}

  void run() {
    const bool told = sync() || none_left() || from_zero() || quota() || multiple() || flat() ||
                      level_of_a_year() || comparison() || change() || state();
    if (!told) made_.bound = bound::none;
  }

 private:
  bool holds(std::string_view part) const {
    return in_.text.text().find(part) != std::string::npos;
  }
  bool has(word is) const { return in_.has(is); }

  void growth() {
    made_.measure = measure::growth;
    made_.basis = basis::yoy;
  }
  void level_of_ratio() {
    if (ratio_) made_.measure = measure::level, made_.basis.reset();
  }

  /// 与经济增长同步
  bool sync() {
    if (!has(word::sync)) return false;
    growth();
    made_.bound = bound::sync;
    made_.reference = reference_of(in_, word::joint, word::sync);
    return true;
  }

  /// 重特大事故为零
  bool none_left() {
    if (!holds("为零") && !holds("零事故") && !holds("零发生")) return false;
    made_.value = decimal{0};
    return true;
  }

  /// 正增长, 负增长, 两位数增长
  bool from_zero() {
    if (!has(word::two_digit) && !has(word::positive) && !has(word::negative)) return false;
    growth();
    made_.unit = unit{"%"};
    const bool falls = has(word::two_digit) ? has(word::fall) : !has(word::positive);
    const decimal end{!has(word::two_digit) ? 0 : falls ? -10 : 10};
    made_.value = (falls ? made_.hi : made_.lo) = end;
    if (has(word::two_digit))
      made_.bound = falls ? bound::at_most : bound::at_least;
    else
      made_.bound = falls ? bound::less_than : bound::more_than;
    return true;
  }

  /// 完成省下达任务, 控制在国家规定范围内
  bool quota() {
    const bool met = has(word::reach) || has(word::control);
    const bool set = holds("国家") || holds("省") || holds("市");
    const bool named =
        holds("范围") || holds("要求") || holds("指标") || holds("以内") || holds("标准");
    const bool standard =
        holds("国家标准") || holds("省定") || holds("市定") || holds("国定") || holds("上级");
    const bool assigned =
        has(word::assigned) || (has(word::goal) && met) || standard || (met && set && named);
    if (!assigned || (holds("统筹") && !has(word::reach))) return false;
    made_.bound = bound::assigned;
    bool open = false;
    for (const token& t : in_.words.all) {
      const bool verb = t.is == word::reach || t.is == word::control;
      if (open && !verb && t.is != word::adverb && t.is != word::after)
        made_.reference += in_.text.printed(t.begin, t.end);
      open = open || verb;
    }
    return true;
  }

  /// 翻一番
  bool multiple() {
    const token* t = in_.find(word::doubled);
    if (t == nullptr) return false;
    growth();
    made_.value = decimal{(t->sense >= 2 ? t->sense - 1 : 1) * 100};
    made_.unit = unit{"%"};
    made_.bound = t->sense == 1    ? bound::more_than
                  : t->sense == -1 ? bound::at_least
                                   : bound::exact;
    if (has(word::period)) made_.basis = basis::fixed;
    if (made_.bound != bound::exact) made_.lo = made_.value;
    return true;
  }

  /// 与上年持平
  bool flat() {
    const token* t = in_.find(word::flat);
    if (t == nullptr) return false;
    growth();
    made_.bound = bound::flat;
    const std::string reference = reference_of(in_, word::joint, word::flat);
    const bool year = reference.empty() || holds("上年") || holds("去年") || has(word::period);
    if (!year || t->sense == 2) made_.reference = reference;
    return true;
  }

  /// 保持上年水平, 不低于上年规模
  bool level_of_a_year() {
    const bool held = has(word::control) || has(word::hold) || holds("维持") || holds("不低于") ||
                      holds("不超过");
    const bool level = holds("水平") || holds("规模") || holds("年实绩") || holds("基数");
    if (!held || !level || !has(word::period)) return false;
    growth();
    made_.bound = holds("不低于")   ? bound::at_least
                  : holds("不超过") ? bound::at_most
                                    : bound::flat;
    return true;
  }

  /// 快于经济增长, 低于全国平均水平
  bool comparison() {
    const auto& all = in_.words.all;
    const auto t = std::ranges::find_if(all, [](const token& each) {
      return each.is == word::higher || each.is == word::lower || each.is == word::sign ||
             (each.is == word::before && each.sense != sense(bound::about));
    });
    if (t == all.end()) {
      if (!holds("不低于") && !holds("高于") && !holds("快于")) return false;
      growth();
      made_.bound = bound::exceed;
      return true;
    }
    growth();
    if (!has(word::speed) && !holds("增速") && !holds("增长")) level_of_ratio();
    made_.reference = reference_of(in_, t->is, word::stop);
    made_.bound = bound::exceed;
    if (t->is == word::before && t->sense == sense(bound::nearly)) made_.bound = bound::about;
    if (t->is == word::before &&
        (t->sense == sense(bound::at_least) || t->sense == sense(bound::at_most)))
      made_.bound = static_cast<bound>(t->sense);
    if (t->is == word::lower) made_.direction = direction::down;
    return true;
  }

  /// 稳步增长, 差距缩小
  bool change() {
    const auto& all = in_.words.all;
    const auto t = std::ranges::find_if(all, [](const token& each) {
      return each.is == word::rise || each.is == word::fall || each.is == word::narrow ||
             each.is == word::widen;
    });
    if (t == all.end()) return false;
    growth();
    level_of_ratio();
    made_.bound = bound::none;
    switch (t->is) {
      case word::narrow:
        made_.direction = direction::narrower;
        break;
      case word::widen:
        made_.direction = holds("差") ? direction::wider : direction::up;
        break;
      case word::rise:
        made_.direction = direction::up;
        break;
      default:
        made_.direction = direction::down;
    }
    return true;
  }

  /// 保持稳定, 持续改善, 扭亏为盈
  bool state() {
    if (has(word::stable)) {
      made_.bound = bound::stable;
      return true;
    }
    const token* t = in_.find(word::improve);
    if (t == nullptr) return false;
    made_.bound = bound::none;
    made_.direction = direction_of(t->sense);
    return true;
  }

  const phrase& in_;
  fact& made_;
  bool ratio_;
};

}  // namespace

fact fact_of(const phrase& in, const std::string& subject) {
  fact made;
  made.indicator = subject;
  made.region = in.context.region;
  made.period = in.context.period;
  made.status = status::target;
  made.start = 0;
  made.end = in.source.size();
  made.text = std::string{in.source};
  return made;
}

fact read_worded(const phrase& in, const std::string& subject) {
  fact made = fact_of(in, subject);
  worded_reader{in, made}.run();
  return made;
}

}  // namespace kebi::grammar
