#include "text/sentence/head_reader.hpp"

#include "text/names/profit_and_loss.hpp"
#include "text/normalise/strings.hpp"

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

}  // namespace

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
      if (is_outcome(shown(i))) f_.outcome = piece{t.begin, t.end};
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
  std::size_t goals = i + 1;
  while (kind(goals) == word::goal || kind(goals) == word::assigned) ++goals;
  const bool of_goals = goals > i + 1 && (goals == n_ || kind(goals) == word::of);
  if (of_goals && into_ == part::subject && words.ends_with("为")) {
    if (words.size() > is) f_.subject.push_back({t.begin, t.end - is});  // 投资为年度计划的64%
    predicate(i);
    f_.reach = true;
    return open(part::object);
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
