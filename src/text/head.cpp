#include "sentence_reader.hpp"

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

}  // namespace

frame sentence_reader::read_head(std::size_t c, std::size_t n) const {
  frame f;
  enum { in_subject, in_object, in_reference, in_whole, in_source, in_adjustment } into = in_subject;
  f.predicate = n;
  f.listed = kind(c) == word::list;
  while (c < n && (kind(c) == word::list || kind(c) == word::joint || kind(c) == word::comma || kind(c) == word::of ||
                   kind(c) == word::close || kind(c) == word::colon))
    ++c;
  std::optional<std::size_t> status_at;  // 预计, where the predicate follows at once
  const auto predicate = [&](std::size_t i) {
    if (!f.has_predicate) f.predicate = status_at && *status_at + 1 == i ? *status_at : i;
    f.has_predicate = true;
  };
  const auto content = [&](std::size_t i) {
    const token& t = at(i);
    switch (into) {
      case in_subject:
        if (!f.subject.empty() && f.subject.back().end == t.begin) f.subject.back().end = t.end;
        else f.subject.push_back({t.begin, t.end});
        break;
      case in_object: extend(f.object, t); break;
      case in_reference: extend(f.reference, t); break;
      case in_whole: extend(f.whole, t); break;
      case in_source: break;
      case in_adjustment: extend(f.adjustment, t); break;
    }
  };
  const auto closes = [&] {  // a verb ends what stands open before it
    if (into == in_reference || into == in_whole || into == in_source || into == in_adjustment) into = in_object;
  };
  for (std::size_t i = c; i < n; ++i) {
    const token& t = at(i);
    switch (t.is) {
      case word::rise: case word::fall: case word::narrow: case word::widen: {
        const bool named = !f.speed && i + 1 < n && kind(i + 1) == word::text && into == in_subject && !f.has_predicate &&
                           kind(i + 1) != word::of;
        bool attribute = false;  // 在出口增长的带动下实现产值114亿元
        if (kind(i + 1) == word::of && kind(i + 2) == word::text)
          for (std::size_t k = i + 3; k < n; ++k) attribute = attribute || kind(k) == word::reach;
        if ((named && t.sense != 2) || attribute) {  // 减少排放: a verb inside a name
          content(i);
          break;
        }
        closes();
        f.negated = i > c && kind(i - 1) == word::text &&
                    ends_with_any(shown(i - 1), {"没有", "没", "未", "未能", "未曾", "不再"});
        predicate(i);
        f.verb = true;
        f.to = t.sense == 2;
        f.grew = shown(i).starts_with("增长");
        f.no_basis = t.sense == 3 && !f.basis && !f.than;
        f.span_change = t.is == word::narrow || t.is == word::widen;
        f.sign = t.is == word::rise || t.is == word::widen ? 1 : -1;
        into = in_object;
        break;
      }
      case word::to:
        if (into == in_reference && !f.verb) { content(i); break; }
        closes();
        if (f.has_predicate || i == c) {  // 下降0.1个百分点至3.2%
          predicate(i);
          f.to = true;
        }
        break;
      case word::from: {
        bool ends = false;
        for (std::size_t k = i + 1; k < last_ && kind(k) != word::comma && kind(k) != word::stop; ++k)
          if (kind(k) == word::to || kind(k) == word::rise || kind(k) == word::fall || kind(k) == word::narrow || kind(k) == word::widen || kind(k) == word::speed) ends = true;
        bool numbered = false;
        for (std::size_t k = i + 1; k < n; ++k)
          if (kind(k) == word::text && shown(k) != "的" && !starts_with_any(shown(k), {"目前", "当前", "现在", "原来", "此前"})) numbered = true;
        if (!ends || numbered) { content(i); break; }
        predicate(i);
        f.from = true;
        into = in_source;
        break;
      }
      case word::higher: case word::lower:
        predicate(i);
        if (kind(i + 1) == word::number && (!f.than || f.verb)) {  // 超过50%
          f.before = t.is == word::higher ? bound::more_than : bound::less_than;
          closes();
          break;
        }
        f.gap = t.is == word::higher ? 1 : -1;
        f.better = t.sense == 2;
        into = in_reference;
        break;
      case word::than:
        predicate(i);
        f.than = true;
        if (t.sense == 1 && f.span && i > c && kind(i - 1) == word::period) {  // 与上年同季比较
          f.reference_span = f.span;
          f.reference = piece{at(i - 1).begin, at(i - 1).end};
          f.span.reset();
          if (!f.subject.empty() && ends_with_any(shown(f.subject.back()), {"与", "同", "跟"}))
            f.subject.back().end -= std::string_view{"与"}.size();
          into = in_object;
          break;
        }
        into = in_reference;
        f.reference.reset();
        break;
      case word::high: case word::low:
        if (into != in_reference && !f.reference) { content(i); break; }
        closes();
        f.gap = t.is == word::high ? 1 : -1;
        f.span_change = f.span_change || shown(i) == "小" || shown(i) == "大";  // 降幅比全省小
        break;
      case word::reach: {
        // 完成 in front of what was done: 完成技术合同认定登记280项.
        closes();
        if (f.verb && i > c && (kind(i - 1) == word::rise || kind(i - 1) == word::fall || kind(i - 1) == word::narrow || kind(i - 1) == word::widen) && shown(i) == "为") {
          f.to = true;  // 缩小为2.17
          break;
        }
        predicate(i);
        f.reach = true;
        f.reach_done = shown(i).starts_with("完成");
        into = in_object;
        break;
      }
      case word::hold:
        closes();
        predicate(i);
        f.hold = t.sense != 2;
        f.firm = t.sense == 2;
        if (t.sense == 2 && !f.status && given_.subjects.empty()) f.status = status::target;
        into = into == in_subject && t.sense == 2 && f.subject.empty() ? in_subject : in_object;
        if (into == in_subject) f.has_predicate = false;
        break;
      case word::control:
        closes();
        predicate(i);
        f.control = true;
        into = in_object;
        break;
      case word::before: case word::sign:
        closes();
        predicate(i);
        f.before = static_cast<kebi::bound>(t.sense);
        if (into == in_subject) into = in_object;
        break;
      case word::speed:
        if (into == in_reference) { content(i); break; }
        predicate(i);
        f.speed = true;
        if (t.sense == 1) f.footing = comparable::price;
        if (t.sense == 3) f.basis = basis::yoy;
        if (t.sense == 4) f.basis = basis::mom;
        if (t.sense == 5) f.basis = basis::average;
        if (t.sense == 6) f.basis = basis::average2;
        into = in_object;
        break;
      case word::decline:
        if (into == in_reference) { content(i); break; }
        predicate(i);
        f.decline = true;
        into = in_object;
        break;
      case word::part_of:
        closes();
        predicate(i);
        f.whole.reset();
        if (t.sense == 1) f.before = bound::about;
        f.share = f.takes_part = true;
        into = in_whole;
        break;
      case word::share:
        if (into == in_subject) content(i);
        f.share = true;
        if (into == in_whole) into = in_object;
        break;
      case word::contribution: {
        predicate(i);
        f.contribution = true;
        into = in_object;
        break;
      }
      case word::pull:
        predicate(i);
        f.pull = true;
        f.pull_sign = t.sense < 0 ? -1 : 1;
        into = in_whole;
        break;
      case word::times_of:
        closes();
        predicate(i);
        f.times_of = true;
        f.equals = t.sense == 2;
        f.reference.reset();
        into = in_reference;
        break;
      case word::rank:
        predicate(i);
        f.rank = true;
        if (t.sense == 1) f.each = true;
        into = in_object;
        break;
      case word::each: predicate(i); f.each = true; if (into == in_subject) into = in_object; break;
      case word::all: predicate(i); f.all = true; if (t.sense == 1) f.before = bound::more_than; if (into == in_subject) into = in_object; break;
      case word::basis:
        if (shown(i) == "平均" && (into == in_reference || (i > c && ends_with_any(shown(i - 1), {"全省", "全国", "全市", "全区", "全县"})))) {
          content(i);  // 全省平均下降6.3%
          break;
        }
        closes();
        predicate(i);
        f.basis = static_cast<kebi::basis>(t.sense);
        if (into == in_subject) into = in_object;
        break;
      case word::footing:
        closes();
        predicate(i);
        if (!f.footing || static_cast<kebi::comparable>(t.sense) != comparable::adjusted)
          f.footing = static_cast<kebi::comparable>(t.sense);
        if (into == in_subject) into = in_object;
        if (static_cast<kebi::comparable>(t.sense) == comparable::adjusted) into = in_adjustment;
        break;
      case word::status:
        if (into == in_reference) { content(i); break; }  // 超计划8.8亿元
        f.status = static_cast<kebi::status>(t.sense);
        status_at = i;
        break;
      case word::stretch:
        f.stretch = true;
        status_at = i;
        break;
      case word::open: {
        if (std::string_view{text_.text()}.substr(t.begin).starts_with("(下同")) {  // 同比(下同)
          while (i < n && kind(i) != word::close) ++i;
          break;
        }
        content(i);
        break;
      }
      case word::among: f.among = true; f.parts = kind(i + 1) == word::comma || kind(i + 1) == word::colon; f.subject.clear(); into = in_subject; f.has_predicate = false; f.predicate = n; break;
      case word::period:
        if (i > c && kind(i - 1) == word::basis && i + 1 < n) {  // 环比7月提高0.8个百分点
          f.than = true;
          into = in_reference;
        }
        if (into == in_reference) {
          extend(f.reference, t);
          f.reference_span = w_.spans[t.at];
        } else if (into == in_source) {
          f.from_span = w_.spans[t.at];
        } else if (into == in_whole) {
          extend(f.whole, t);
        } else if (f.reach && into == in_object) {
          extend(f.object, t);  // 是2002年的2.56倍
        } else if (shown(i) != "同期") {  // 同期, alone is the span that was spoken of
          if (f.span && into == in_subject && !f.has_predicate) f.spans.push_back(*f.span);
          f.span = w_.spans[t.at];
        }
        break;
      case word::adverb: case word::dash:
        f.done = f.done || shown(i) == "已";
        if (into == in_reference && (shown(i) == "整体" || shown(i) == "总体")) { content(i); break; }
        if (into == in_reference && f.reference) break;
        if (!f.has_predicate && !f.subject.empty() && i + 1 < n && t.is == word::dash &&
            (kind(i + 1) == word::text || (i > c && kind(i - 1) == word::number && kind(i + 1) == word::number)))
          content(i);  // 0-15岁人口
        break;
      case word::number: content(i); break;
      case word::improve:
        if (kind(i + 1) == word::number || kind(i + 1) == word::before) {
          // A concentration improves by falling.
          std::string about = carried_.subjects.empty() ? std::string{} : carried_.subjects.front();
          for (const piece& p : f.subject) about += printed(p);
          closes();
          predicate(i);
          f.verb = true;
          f.sign = t.sense < 0 || holds_any(simplified_name(about), {"浓度", "PM", "能耗", "排放", "综合指数"}) ? -1 : 1;
          into = in_object;
          break;
        }
        content(i);
        break;
      case word::stable: case word::flat: case word::sync: case word::positive:
      case word::negative: case word::two_digit: case word::doubled:
        content(i);
        break;
      case word::text:
        if (into == in_reference && f.than && f.reference_span && shown(i) == "新增") {  // 比去年新增3637元
          closes();
          f.verb = true;
          f.sign = 1;
          break;
        }
        if (f.subject.empty() && !f.has_predicate && !f.status && given_.subjects.empty() && plans(shown(i)))
          f.status = status::target;
        f.done = f.done || holds_any(shown(i), {"已完成", "已实现"}) || shown(i).ends_with("已");
        if (f.subject.empty() && !f.has_predicate && shown(i).starts_with("为") &&
            (kind(i + 1) == word::of || i + 1 == n || (kind(i + 1) == word::text && kind(i + 2) == word::of))) {
          predicate(i);  // 为预算的51.2%
          f.reach = true;
          into = in_object;
          if (t.end > t.begin + 3) f.object = piece{t.begin + 3, t.end};
          break;
        }
        if (const std::size_t at_plan = plan_behind(shown(i)); at_plan > 0 && into == in_subject && kind(i + 1) == word::of && i + 2 >= n) {
          f.subject.push_back({t.begin, t.begin + at_plan});  // 财政收入为计划的52.5%
          predicate(i);
          f.reach = true;
          into = in_object;
          f.object = piece{t.begin + at_plan + std::string_view{"为"}.size(), t.end};
          break;
        }
        content(i);
        break;
      case word::quote:
        if (given_.subjects.empty()) content(i);  // “保8%、争9%” in a cell: no name
        break;
      case word::list: case word::joint:
        if (i > c && kind(i - 1) == word::period && kind(i + 1) == word::period && into == in_subject) break;
        content(i);
        break;
      case word::of:
        if (into == in_adjustment) into = in_object;  // 扣除食品和能源价格的核心CPI
        else content(i);
        break;
      default: content(i); break;
    }
  }
  if (f.reference) {
    // A reference that names a time only is another period, not another place.
    f.reference_is_time = f.reference_span.has_value();
    const std::string_view ref = shown(*f.reference);
    if (f.reference_span) {
      if (holds_any(ref, {"计划", "目标", "预算", "全国", "全省", "全市", "平均"})) f.reference_is_time = false;
    } else {
      f.reference_is_time = ends_with_any(ref, {"同期", "年初", "上年末", "前值", "上期", "此前", "上次", "上一年", "期初", "之前", "上季度", "上一季度", "上个季度", "上季", "上一季", "前一季", "上一月", "前一月", "核算数", "快报数", "决算数", "基数"}) ||
                            ref == "年初" || ref == "前期";
    }
  }
  return f;
}

}  // namespace kebi::grammar
