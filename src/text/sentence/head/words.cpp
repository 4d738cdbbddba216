#include "text/sentence/head/words.hpp"

#include "text/normalise/strings.hpp"

namespace kebi::grammar {

/// 达到, 实现; 完成 also in front of what was done: 完成技术合同认定登记280项.
void read_reach(open_head& head, std::size_t i) {
  const clause& c = head.words;
  // 实施更新行动、完成投资220亿元: what is done first is no part of the name, unless it is told of both, as in
  // 接待游客、实现总花费分别增长11%、12%.
  if (i > head.first && c.kind(i - 1) == word::list && !head.f.whom.predicate) {
    for (std::size_t k = i + 1; k < head.number; ++k)
      if (c.kind(k) == word::each) return head.take(i);
    head.f.whom.subject.clear();
  }
  head.close();
  const bool behind_change =
      head.f.change.stated && i > head.first &&
      is_any(c.kind(i - 1), word::rise, word::fall, word::narrow, word::widen);
  if (behind_change && c.shown(i) == "为") {
    head.f.change.to = true;  // 缩小为2.17
    return;
  }
  head.predicate(i);
  head.f.outcome.reach = c.shown(i).starts_with("完成") ? reach_word::completed
                         : c.shown(i).starts_with("达") ? reach_word::attained
                                                        : reach_word::reached;
  head.into = part::object;
}

/// 保持, 稳定在; 确保 (sense 2) makes a target, and may stand in front of its subject.
void read_hold(open_head& head, std::size_t i) {
  frame& f = head.f;
  head.verb(i);
  const bool ensures = head.words.at(i).sense == 2;
  f.outcome.hold = ensures ? hold_word::ensured : hold_word::held;
  if (ensures && !f.standing.status && head.known.in_prose()) f.standing.status = status::target;
  if (ensures && head.into == part::subject && f.whom.subject.empty())
    f.whom.predicate.reset();
  else
    head.into = part::object;
}

void read_control(open_head& head, std::size_t i) {
  head.verb(i);
  head.f.outcome.control = true;
  head.into = part::object;
}

void note_rate(frame& f, const token& t) {
  if (t.is == word::decline)
    f.measure.rate = rate_word::decline;
  else if (!f.names_rate())
    f.measure.rate = rate_word::growth;
  // 可比增速, 名义增速, 同比增速, 环比增速, 年均增速, 两年平均增速
  static constexpr comparable scopes[] = {comparable::price, comparable::nominal};
  static constexpr basis bases[] = {basis::yoy, basis::mom, basis::average, basis::average2};
  if (t.sense == 1 || t.sense == 2)
    f.growth.comparable = scopes[t.sense - 1];
  else if (t.sense >= 3 && t.sense <= 6)
    f.growth.basis = bases[t.sense - 3];
}

/// 增速, 涨幅, 降幅.
void read_rate(open_head& head, std::size_t i) {
  if (head.into == part::reference) return head.take(i);
  head.predicate(i);
  note_rate(head.f, head.words.at(i));
  head.into = part::object;
}

/// 比重, 占比: part of the name, and the end of the whole behind 占.
void read_share(open_head& head, std::size_t i) {
  if (head.into == part::subject) head.take(i);
  head.f.measure.share = true;
  if (head.into == part::whole) head.into = part::object;
}

/// 占, 约占 (sense 1).
void read_part_of(open_head& head, std::size_t i) {
  frame& f = head.f;
  head.verb(i);
  f.measure.whole.reset();
  if (head.words.at(i).sense == 1) f.outcome.bound = bound::about;
  f.measure.share = f.measure.takes_part = true;
  head.into = part::whole;
}

void read_contribution(open_head& head, std::size_t i) {
  head.predicate(i);
  head.f.measure.contribution = true;
  head.into = part::object;
}

/// 拉动, 下拉: the whole stands behind it. Of an amount, 带动消费352亿元, it is a part of the name;
/// in 大会带动游客数和总花费分别增长10.4%、9.2% the subjects stand behind it.
void read_pull(open_head& head, std::size_t i) {
  const clause& c = head.words;
  if (head.known.in_prose() && c.kind(head.number) == word::number) {
    const numeral& n = c.number(head.number);
    if (n.form == form::plain && has_unit(n)) return head.take(i);
    if (n.form == form::percent && c.shown(i) == "推动") {
      head.f.whom.subject.clear();  // 新机制推动解决率提高到93%
      return;
    }
    bool each = false;
    for (std::size_t k = i + 1; k < head.number; ++k) each = each || c.kind(k) == word::each;
    if (each && n.form == form::percent && !head.f.whom.predicate && c.kind(i + 1) == word::text) {
      head.f.whom.subject.clear();
      return;
    }
  }
  head.predicate(i);
  head.f.measure.pull = head.words.at(i).sense < 0 ? -1 : 1;
  head.into = part::whole;
}

/// 居, 列; 分列 (sense 1) gives a rank to each.
void read_rank(open_head& head, std::size_t i) {
  head.predicate(i);
  head.f.measure.rank = true;
  if (head.words.at(i).sense == 1) head.f.whom.each = true;
  head.into = part::object;
}

/// 可比价格, 同口径; 扣除 opens what is adjusted for.
void read_comparable(open_head& head, std::size_t i) {
  const auto found = static_cast<kebi::comparable>(head.words.at(i).sense);
  head.verb(i);
  auto& comparable = head.f.growth.comparable;
  if (!comparable || found != comparable::adjusted) comparable = found;
  head.leave_subject();
  if (found == comparable::adjusted) head.into = part::adjustment;
}

/// 其中 starts the subject anew.
void read_among(open_head& head, std::size_t i) {
  frame& f = head.f;
  f.whom.among = true;
  f.whom.parts = is_any(head.words.kind(i + 1), word::comma, word::colon);
  f.whom.subject.clear();
  f.whom.predicate.reset();
  head.into = part::subject;
}

void read_each(open_head& head, std::size_t i) {
  head.predicate(i);
  head.f.whom.each = true;
  head.leave_subject();
}

/// 均, 都; 均超 (sense 1).
void read_all(open_head& head, std::size_t i) {
  head.predicate(i);
  head.f.whom.all = true;
  if (head.words.at(i).sense == 1) head.f.outcome.bound = bound::more_than;
  head.leave_subject();
}

/// A period belongs to the part that is open, or is the figure's own. 同期 alone is the span of the
/// sentence.
void read_period(open_head& head, std::size_t i) {
  const clause& c = head.words;
  const span_words& span = c.span(i);
  frame& f = head.f;
  if (i > head.first && c.kind(i - 1) == word::basis && i + 1 < head.number) {
    f.against.than = true;  // 环比7月提高0.8个百分点
    head.into = part::reference;
  }
  const bool of_reached = f.outcome.reach != reach_word::none && head.into == part::object;
  if (head.into == part::reference) {
    head.take(i);
    f.against.reference_span = span;
  } else if (head.into == part::source) {
    f.time.from = span;
  } else if (head.into == part::whole || of_reached) {
    head.take(i);  // 是2002年的2.56倍
  } else if (c.shown(i) != "同期" && !dates_attribute(c, i) && !dates_prices(c, i)) {
    if (f.time.span && head.into == part::subject && !f.whom.predicate)
      f.time.earlier.push_back(*f.time.span);
    f.time.span = span;
    f.time.of_end = f.change.stated && f.change.to;
  }
}

/// 预计, 力争; 计划 inside a reference is a name: 超计划8.8亿元.
void read_status(open_head& head, std::size_t i) {
  if (head.into == part::reference) return head.take(i);
  head.f.standing.status = static_cast<kebi::status>(head.words.at(i).sense);
  head.status_at = i;
}

void read_stretch(open_head& head, std::size_t i) {
  head.f.standing.stretch = true;
  head.status_at = i;
}

/// Adverbs are passed over; a dash between numbers, or before a text, joins a name: 0-15岁人口.
void read_adverb(open_head& head, std::size_t i) {
  const clause& c = head.words;
  frame& f = head.f;
  f.standing.done = f.standing.done || c.shown(i) == "已";
  if (head.into == part::reference) {
    if (c.shown(i) == "整体" || c.shown(i) == "总体") return head.take(i);
    if (f.against.reference) return;
  }
  const bool dash = c.kind(i) == word::dash;
  if (f.whom.predicate || f.whom.subject.empty() || i + 1 >= head.number || !dash) return;
  const bool between =
      i > head.first && c.kind(i - 1) == word::number && c.kind(i + 1) == word::number;
  if (between || c.kind(i + 1) == word::text) head.take(i);
}

/// 改善: a concentration improves by falling.
void read_improve(open_head& head, std::size_t i) {
  const clause& c = head.words;
  if (!is_any(c.kind(i + 1), word::number, word::before)) return head.take(i);
  const auto& carried = head.known.carried.whom.names;
  std::string about = carried.empty() ? std::string{} : carried.front();
  for (const piece& p : head.f.whom.subject) about += c.shown(p);
  head.verb(i);
  head.f.change.stated = true;
  const bool falls = holds_any(simplified_name(about), {"浓度", "PM", "能耗", "排放", "综合指数"});
  head.f.change.sign = c.at(i).sense < 0 || falls ? -1 : 1;
  head.into = part::object;
}

}  // namespace kebi::grammar
