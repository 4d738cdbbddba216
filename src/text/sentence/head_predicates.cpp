#include "text/names/profit_and_loss.hpp"
#include "text/normalise/strings.hpp"
#include "text/sentence/head_reader.hpp"

namespace kebi::grammar {
namespace {

bool is_change(word w) {
  return w == word::rise || w == word::fall || w == word::narrow || w == word::widen;
}

}  // namespace

void note_speed(frame& f, const token& t) {
  (t.is == word::decline ? f.decline : f.speed) = true;
  switch (t.sense) {
    case 1:
      f.footing = comparable::price;
      break;
    case 2:
      f.footing = comparable::nominal;
      break;
    case 3:
      f.basis = basis::yoy;
      break;
    case 4:
      f.basis = basis::mom;
      break;
    case 5:
      f.basis = basis::average;
      break;
    case 6:
      f.basis = basis::average2;
      break;
    default:
      break;
  }
}

void head_reader::read_change(std::size_t i) {
  const token& t = at(i);
  const bool named = !f_.speed && i + 1 < n_ && kind(i + 1) == word::text &&
                     into_ == part::subject && !f_.has_predicate;
  bool attribute = false;  // 在出口增长的带动下实现产值114亿元
  if (kind(i + 1) == word::of && kind(i + 2) == word::text)
    for (std::size_t k = i + 3; k < n_; ++k) attribute = attribute || kind(k) == word::reach;
  if ((named && t.sense != 2) || attribute) return take(i);  // 减少排放: a verb inside a name
  close();
  f_.negated = i > c_ && kind(i - 1) == word::text &&
               ends_with_any(shown(i - 1), {"没有", "没", "未", "未能", "未曾", "不再"});
  predicate(i);
  f_.verb = true;
  f_.to = t.sense == 2;
  f_.grew = shown(i).starts_with("增长");
  f_.of_loss = shown(i).ends_with("亏");
  f_.no_basis = t.sense == 3 && !f_.basis && !f_.than;
  f_.span_change = t.is == word::narrow || t.is == word::widen;
  f_.sign = t.is == word::rise || t.is == word::widen ? 1 : -1;
  open(part::object);
}

void head_reader::read_to(std::size_t i) {
  if (into_ == part::reference && !f_.verb) return take(i);
  close();
  if (!f_.has_predicate && i != c_) return;  // 下降0.1个百分点至3.2%
  predicate(i);
  f_.from = false;  // 由上年亏损转为盈利3.4亿元: the number is where it came to
  f_.outcome.reset();
  f_.to = true;
}

void head_reader::read_from(std::size_t i) {
  bool ends = false;
  for (std::size_t k = i + 1; k < place_.last && kind(k) != word::comma && kind(k) != word::stop;
       ++k)
    ends = ends || kind(k) == word::to || kind(k) == word::speed || is_change(kind(k));
  bool named = false;
  for (std::size_t k = i + 1; k < n_; ++k)
    named = named || (kind(k) == word::text && shown(k) != "的" && !is_outcome(shown(k)) &&
                      !starts_with_any(shown(k), {"目前", "当前", "现在", "原来", "此前"}));
  if (!ends || named) return take(i);
  predicate(i);
  f_.from = true;
  open(part::source);
}

/// 高于全国, and 高 behind 比全国.
void head_reader::read_gap(std::size_t i) {
  const token& t = at(i);
  if (t.is == word::high || t.is == word::low) {
    if (into_ != part::reference && !f_.reference) return take(i);
    close();
    f_.gap = t.is == word::high ? 1 : -1;
    f_.span_change = f_.span_change || shown(i) == "小" || shown(i) == "大";  // 降幅比全省小
    return;
  }
  predicate(i);
  if (kind(i + 1) == word::number && (!f_.than || f_.verb)) {  // 超过50%
    f_.before = t.is == word::higher ? bound::more_than : bound::less_than;
    return close();
  }
  f_.gap = t.is == word::higher ? 1 : -1;
  f_.better = t.sense == 2;
  open(part::reference);
}

void head_reader::read_than(std::size_t i) {
  predicate(i);
  f_.than = true;
  if (at(i).sense == 1 && f_.span && i > c_ && kind(i - 1) == word::period) {  // 与上年同季比较
    f_.reference_span = f_.span;
    f_.reference = piece{at(i - 1).begin, at(i - 1).end};
    f_.span.reset();
    if (!f_.subject.empty() && ends_with_any(shown(f_.subject.back()), {"与", "同", "跟"}))
      f_.subject.back().end -= std::string_view{"与"}.size();
    return open(part::object);
  }
  f_.reference.reset();
  open(part::reference);
}

void head_reader::read_reach(std::size_t i) {
  // 完成 in front of what was done: 完成技术合同认定登记280项.
  close();
  if (f_.verb && i > c_ && is_change(kind(i - 1)) && shown(i) == "为") {
    f_.to = true;  // 缩小为2.17
    return;
  }
  predicate(i);
  f_.reach = true;
  f_.reach_done = shown(i).starts_with("完成");
  open(part::object);
}

/// 保持, 稳定在; 确保 (sense 2) makes a target, and may stand in front of its subject.
void head_reader::read_hold(std::size_t i) {
  close();
  predicate(i);
  const bool firm = at(i).sense == 2;
  f_.hold = !firm;
  f_.firm = firm;
  if (firm && !f_.status && place_.names_subjects) f_.status = status::target;
  if (into_ == part::subject && firm && f_.subject.empty())
    f_.has_predicate = false;
  else
    open(part::object);
}

void head_reader::read_speed(std::size_t i) {
  if (into_ == part::reference) return take(i);
  predicate(i);
  note_speed(f_, at(i));
  open(part::object);
}

void head_reader::read_share(std::size_t i) {
  if (at(i).is == word::share) {
    if (into_ == part::subject) take(i);
    f_.share = true;
    if (into_ == part::whole) open(part::object);
    return;
  }
  close(), predicate(i);
  f_.whole.reset();
  if (at(i).sense == 1) f_.before = bound::about;
  f_.share = f_.takes_part = true;
  open(part::whole);
}

void head_reader::read_basis(std::size_t i) {
  const bool of_place =
      i > c_ && ends_with_any(shown(i - 1), {"全省", "全国", "全市", "全区", "全县"});
  if (shown(i) == "平均" && (into_ == part::reference || of_place)) return take(i);  // 全省平均
  close(), predicate(i);
  f_.basis = static_cast<kebi::basis>(at(i).sense);
  leave_subject();
}

void head_reader::read_footing(std::size_t i) {
  const auto footing = static_cast<kebi::comparable>(at(i).sense);
  close(), predicate(i);
  if (!f_.footing || footing != comparable::adjusted) f_.footing = footing;
  leave_subject();
  if (footing == comparable::adjusted) open(part::adjustment);
}

/// A concentration improves by falling.
void head_reader::read_improve(std::size_t i) {
  if (kind(i + 1) != word::number && kind(i + 1) != word::before) return take(i);
  std::string about{place_.about};
  for (const piece& p : f_.subject) about += shown(p);
  close(), predicate(i);
  f_.verb = true;
  const bool falls = holds_any(simplified_name(about), {"浓度", "PM", "能耗", "排放", "综合指数"});
  f_.sign = at(i).sense < 0 || falls ? -1 : 1;
  open(part::object);
}

}  // namespace kebi::grammar
