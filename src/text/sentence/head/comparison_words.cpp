#include "text/names/profit_and_loss.hpp"
#include "text/normalise/strings.hpp"
#include "text/sentence/head/words.hpp"

namespace kebi::grammar {

/// 至 in 下降0.1个百分点至3.2%; in 由上年亏损转为盈利3.4亿元 the number is where it came to.
void read_to(open_head& head, std::size_t i) {
  frame& f = head.f;
  if (head.into == part::reference && !f.change.stated) return head.take(i);
  head.close();
  if (!f.whom.predicate && i != head.first) return;
  head.predicate(i);
  f.change.from = false;
  f.outcome.before.reset();
  f.change.to = true;
}

/// 由 opens the source of a change only where a verb that ends it follows in the clause, and no
/// name stands between: not 由市交通局完成.
void read_from(open_head& head, std::size_t i) {
  const clause& c = head.words;
  bool ends = false;
  for (std::size_t k = i + 1; k < c.last && !is_any(c.kind(k), word::comma, word::stop); ++k)
    ends = ends ||
           is_any(c.kind(k), word::to, word::speed, word::rise, word::fall, word::narrow,
                  word::widen) ||
           (c.kind(k) == word::reach && c.shown(k) == "为");  // 由71所整合为47所
  bool named = false;
  for (std::size_t k = i + 1; k < head.number; ++k)
    named = named || (c.kind(k) == word::text && c.shown(k) != "的" && !is_outcome(c.shown(k)) &&
                      !(*c.words.known)[group::per_person].has(c.shown(k)) &&
                      !starts_with_any(c.shown(k), {"目前", "当前", "现在", "原来", "此前"}));
  if (!ends || named) return head.take(i);
  head.predicate(i);
  head.f.change.from = true;
  head.into = part::source;
}

/// 高于全国, 快于上年同期. 超过50%, with the number at once, is a bound.
void read_gap(open_head& head, std::size_t i) {
  const clause& c = head.words;
  const token& t = c.at(i);
  frame& f = head.f;
  head.predicate(i);
  const bool higher = t.is == word::higher;
  if (c.kind(i + 1) == word::number && (!f.against.than || f.change.stated)) {
    f.outcome.bound = higher ? bound::more_than : bound::less_than;
    return head.close();
  }
  f.against.gap = higher ? 1 : -1;
  f.against.better = t.sense == 2;
  head.into = part::reference;
}

/// 高 behind 比全国; 小 in 降幅比全省小 compares two falls.
void read_high_low(open_head& head, std::size_t i) {
  frame& f = head.f;
  if (head.into != part::reference && !f.against.reference) {
    if (!f.growth.basis) return head.take(i);
    head.verb(i);  // 同比高0.3个百分点
    f.change.stated = true;
    f.change.sign = head.words.kind(i) == word::high ? 1 : -1;
    return;
  }
  head.close();
  f.against.gap = head.words.kind(i) == word::high ? 1 : -1;
  const std::string_view shown = head.words.shown(i);
  f.change.of_difference = f.change.of_difference || shown == "小" || shown == "大";
}

/// 比, 较 open the reference; in 与上年同季比较 (sense 1) it stands before the word.
void read_than(open_head& head, std::size_t i) {
  const clause& c = head.words;
  frame& f = head.f;
  head.predicate(i);
  f.against.than = true;
  f.against.reference.reset();
  head.into = part::reference;
  if (c.at(i).sense != 1 || !f.time.span || i == head.first) return;
  // 与上年同期相比, 与上年同期增幅相比
  const std::size_t time = c.kind(i - 1) == word::speed && i > head.first + 1 ? i - 2 : i - 1;
  if (c.kind(time) != word::period) return;
  f.against.reference_span = f.time.span;
  f.against.reference = piece{c.at(time).begin, c.at(time).end};
  f.time.span.reset();
  auto& subject = f.whom.subject;
  if (!subject.empty() && ends_with_any(c.shown(subject.back()), {"与", "同", "跟"}))
    subject.back().end -= std::string_view{"与"}.size();
  head.into = part::object;
}

/// 是2019年同期的2.1倍, 恢复到2019年同期的92.6%, 相当于地区生产总值的2.7% (sense 2).
void read_times_of(open_head& head, std::size_t i) {
  head.verb(i);
  comparison_words& against = head.f.against;
  against.multiple = head.words.at(i).sense == 2 ? multiple_word::equals : multiple_word::times;
  against.reference.reset();
  head.into = part::reference;
}

std::size_t behind_verb_of_change(const clause& c, std::size_t first, std::size_t number) {
  if (first <= c.first || c.kind(first - 1) != word::number) return first;
  std::size_t end = first;
  while (end < number && is_any(c.kind(end), word::text, word::improve, word::adverb)) ++end;
  if (end == first || !(c.kind(end) == word::to || (c.kind(end) == word::reach && c.shown(end) == "为")))
    return first;
  for (std::size_t i = first - 1; i > c.first && !is_any(c.kind(i), word::comma, word::stop); --i)
    if (c.kind(i - 1) == word::from) return end;
  return first;
}

}  // namespace kebi::grammar
