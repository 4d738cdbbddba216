#include "head_reader.hpp"

#include "strings.hpp"

namespace kebi::grammar {
namespace {

/// Where 为计划 or 为年初预算 stands at the end of words; 0 where it does not.
std::size_t plan_behind(std::string_view words) {
  const std::size_t at = words.rfind("为");
  if (at == std::string_view::npos) return 0;
  return ends_with_any(words.substr(at), {"计划", "预算", "目标", "任务"}) ? at : 0;
}

/// 拟安排, 全市拟实施: what is still to come, as against 模拟.
bool plans(std::string_view words) {
  const std::size_t at = words.find("拟");
  return at == 0 || (at == 6 && words.starts_with("全"));
}

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

head_reader::head_reader(const head_place& place, std::size_t first, std::size_t number)
    : place_{place}, c_{first}, n_{number} {}

frame head_reader::run() {
  f_.predicate = n_;
  f_.listed = kind(c_) == word::list;
  while (c_ < n_ && (kind(c_) == word::list || kind(c_) == word::joint || kind(c_) == word::comma ||
                     kind(c_) == word::of || kind(c_) == word::close || kind(c_) == word::colon))
    ++c_;
  for (std::size_t i = c_; i < n_; ++i)
    if (i >= skipped_) read(i);
  tell_reference();
  return std::move(f_);
}

void head_reader::take(std::size_t i) {
  const token& t = at(i);
  const auto extend = [&](std::optional<piece>& to) {
    if (!to) to = piece{t.begin, t.end};
    to->end = t.end;
  };
  switch (into_) {
    case part::subject:
      if (!f_.subject.empty() && f_.subject.back().end == t.begin)
        f_.subject.back().end = t.end;
      else
        f_.subject.push_back({t.begin, t.end});
      return;
    case part::object:
      return extend(f_.object);
    case part::reference:
      return extend(f_.reference);
    case part::whole:
      return extend(f_.whole);
    case part::adjustment:
      return extend(f_.adjustment);
    case part::source:
      return;
  }
}

void head_reader::predicate(std::size_t i) {
  if (!f_.has_predicate) f_.predicate = status_at_ && *status_at_ + 1 == i ? *status_at_ : i;
  f_.has_predicate = true;
}

void head_reader::close() {
  if (into_ != part::subject && into_ != part::object) into_ = part::object;
}

void head_reader::read(std::size_t i) {
  const token& t = at(i);
  switch (t.is) {
    case word::rise:
    case word::fall:
    case word::narrow:
    case word::widen:
      return read_change(i);
    case word::to:
      return read_to(i);
    case word::from:
      return read_from(i);
    case word::higher:
    case word::lower:
    case word::high:
    case word::low:
      return read_gap(i);
    case word::than:
      return read_than(i);
    case word::reach:
      return read_reach(i);
    case word::hold:
      return read_hold(i);
    case word::control:
      close(), predicate(i), f_.control = true;
      return open(part::object);
    case word::before:
    case word::sign:
      close(), predicate(i);
      f_.before = static_cast<kebi::bound>(t.sense);
      return leave_subject();
    case word::speed:
    case word::decline:
      return read_speed(i);
    case word::part_of:
    case word::share:
      return read_share(i);
    case word::contribution:
      predicate(i), f_.contribution = true;
      return open(part::object);
    case word::pull:
      predicate(i), f_.pull = true;
      f_.pull_sign = t.sense < 0 ? -1 : 1;
      return open(part::whole);
    case word::times_of:
      close(), predicate(i), f_.times_of = true;
      f_.equals = t.sense == 2;
      f_.reference.reset();
      return open(part::reference);
    case word::rank:
      predicate(i), f_.rank = true;
      if (t.sense == 1) f_.each = true;
      return open(part::object);
    case word::each:
      predicate(i), f_.each = true;
      return leave_subject();
    case word::all:
      predicate(i), f_.all = true;
      if (t.sense == 1) f_.before = bound::more_than;
      return leave_subject();
    case word::basis:
      return read_basis(i);
    case word::footing:
      return read_footing(i);
    case word::status:
      if (into_ == part::reference) return take(i);  // 超计划8.8亿元
      f_.status = static_cast<kebi::status>(t.sense);
      status_at_ = i;
      return;
    case word::stretch:
      f_.stretch = true, status_at_ = i;
      return;
    case word::open:
      if (!std::string_view{place_.text.text()}.substr(t.begin).starts_with("(下同"))
        return take(i);
      skipped_ = i;  // 同比(下同)
      while (skipped_ < n_ && kind(skipped_) != word::close) ++skipped_;
      ++skipped_;
      return;
    case word::among:
      return read_among(i);
    case word::period:
      return read_period(i);
    case word::adverb:
    case word::dash:
      return read_adverb(i);
    case word::improve:
      return read_improve(i);
    case word::text:
      return read_text(i);
    case word::quote:
      if (place_.names_subjects) take(i);  // “保8%、争9%” in a cell: no name
      return;
    case word::list:
    case word::joint: {
      const bool spans = i > c_ && kind(i - 1) == word::period && kind(i + 1) == word::period;
      if (!(spans && into_ == part::subject)) take(i);
      return;
    }
    case word::of:  // 扣除食品和能源价格的核心CPI
      if (into_ == part::adjustment) return open(part::object);
      return take(i);
    default:
      return take(i);
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
  f_.to = true;
}

void head_reader::read_from(std::size_t i) {
  bool ends = false;
  for (std::size_t k = i + 1; k < place_.last && kind(k) != word::comma && kind(k) != word::stop;
       ++k)
    ends = ends || kind(k) == word::to || kind(k) == word::speed || is_change(kind(k));
  bool named = false;
  for (std::size_t k = i + 1; k < n_; ++k)
    named = named || (kind(k) == word::text && shown(k) != "的" &&
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

void head_reader::read_among(std::size_t i) {
  f_.among = true;
  f_.parts = kind(i + 1) == word::comma || kind(i + 1) == word::colon;
  f_.subject.clear();
  f_.has_predicate = false;
  f_.predicate = n_;
  open(part::subject);
}

void head_reader::read_period(std::size_t i) {
  const span_words& span = place_.words.spans[at(i).at];
  if (i > c_ && kind(i - 1) == word::basis && i + 1 < n_) {  // 环比7月提高0.8个百分点
    f_.than = true;
    open(part::reference);
  }
  if (into_ == part::reference) {
    take(i);
    f_.reference_span = span;
  } else if (into_ == part::source) {
    f_.from_span = span;
  } else if (into_ == part::whole || (f_.reach && into_ == part::object)) {
    take(i);                        // 是2002年的2.56倍
  } else if (shown(i) != "同期") {  // 同期, alone is the span that was spoken of
    if (f_.span && into_ == part::subject && !f_.has_predicate) f_.spans.push_back(*f_.span);
    f_.span = span;
  }
}

void head_reader::read_adverb(std::size_t i) {
  f_.done = f_.done || shown(i) == "已";
  if (into_ == part::reference) {
    if (shown(i) == "整体" || shown(i) == "总体") return take(i);
    if (f_.reference) return;
  }
  if (f_.has_predicate || f_.subject.empty() || i + 1 >= n_ || at(i).is != word::dash) return;
  const bool between = i > c_ && kind(i - 1) == word::number && kind(i + 1) == word::number;
  if (between || kind(i + 1) == word::text) take(i);  // 0-15岁人口
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

void head_reader::read_text(std::size_t i) {
  const token& t = at(i);
  const std::string_view words = shown(i);
  constexpr std::size_t is = std::string_view{"为"}.size();
  if (into_ == part::reference && f_.than && f_.reference_span && words == "新增") {
    close();  // 比去年新增3637元
    f_.verb = true;
    f_.sign = 1;
    return;
  }
  const bool fresh = f_.subject.empty() && !f_.has_predicate;
  if (fresh && !f_.status && place_.names_subjects && plans(words)) f_.status = status::target;
  f_.done = f_.done || holds_any(words, {"已完成", "已实现"}) || words.ends_with("已");
  const bool of_follows = kind(i + 1) == word::of || i + 1 == n_ ||
                          (kind(i + 1) == word::text && kind(i + 2) == word::of);
  if (fresh && words.starts_with("为") && of_follows) {
    predicate(i);  // 为预算的51.2%
    f_.reach = true;
    open(part::object);
    if (t.end > t.begin + is) f_.object = piece{t.begin + is, t.end};
    return;
  }
  const std::size_t plan = plan_behind(words);
  if (plan > 0 && into_ == part::subject && kind(i + 1) == word::of && i + 2 >= n_) {
    f_.subject.push_back({t.begin, t.begin + plan});  // 财政收入为计划的52.5%
    predicate(i);
    f_.reach = true;
    open(part::object);
    f_.object = piece{t.begin + plan + is, t.end};
    return;
  }
  take(i);
}

/// A reference that names a time only is another period, not another place.
void head_reader::tell_reference() {
  if (!f_.reference) return;
  const std::string_view named = shown(*f_.reference);
  if (f_.reference_span) {
    f_.reference_is_time =
        !holds_any(named, {"计划", "目标", "预算", "全国", "全省", "全市", "平均"});
    return;
  }
  f_.reference_is_time =
      named == "前期" ||
      ends_with_any(named, {"同期",   "年初",     "上年末", "前值",   "上期",     "此前",
                            "上次",   "上一年",   "期初",   "之前",   "上季度",   "上季",
                            "上一季", "上一季度", "前一季", "上一月", "上个季度", "前一月",
                            "核算数", "快报数",   "决算数", "基数"});
}

}  // namespace kebi::grammar
