#include "text/sentence/sentence_reader.hpp"

#include <algorithm>

#include "text/names/profit_and_loss.hpp"
#include "text/normalise/strings.hpp"
#include "text/sentence/head/read_head.hpp"
#include "text/words/not_statistics.hpp"

namespace kebi::grammar {
namespace {

/// 按年平均汇率折算, 折合: the same figure in another unit.
bool is_conversion(std::string_view words) {
  return holds_any(words, {"折算", "折合", "约合", "换算"}) ||
         (words.starts_with("按") && words.find("汇率") != std::string_view::npos);
}

}  // namespace

std::optional<kebi::bound> sentence_reader::bound_behind(std::size_t& i) const {
  std::optional<kebi::bound> found;
  while (kind(i) == word::after || (kind(i) == word::high && shown(i) == "多")) {
    found = kind(i) == word::high ? bound::more_than : static_cast<kebi::bound>(at(i).sense);
    ++i;
  }
  return found;
}

std::vector<sentence_reader::item> sentence_reader::read_list(std::size_t n, const frame& f,
                                                              std::size_t& next) const {
  std::vector<item> items;
  std::size_t i = n;
  item one;
  one.begin = n;
  while (true) {
    one.token = i;
    std::size_t j = i + 1;
    one.bound = bound_behind(j);
    // 6.0%-6.5%, 5.5至6%
    if ((kind(j) == word::dash || kind(j) == word::to ||
         (kind(j) == word::text && shown(j) == "至")) &&
        kind(j + 1) == word::number && number(j + 1).form != form::ordinal && !f.change.from &&
        (number(j + 1).form == number(i).form || number(i).unit_begin == number(i).unit_end)) {
      one.upper = j + 1;
      j += 2;
      one.bound = bound_behind(j);
    }
    one.end = j;
    items.push_back(one);
    one = item{};
    // 、 和 and blanks part the members of a list; a verb of its own may stand before each.
    std::size_t k = j;
    const bool comma = kind(k) == word::comma && f.whom.each;
    const bool parted = kind(k) == word::list || kind(k) == word::joint || comma ||
                        (kind(k) == word::colon && number(i).unit_begin == number(i).unit_end &&
                         kind(k + 1) == word::number);
    if (parted)
      ++k;
    else if (!(kind(k) == word::text && shown(k) == " "))
      break;
    else
      ++k;
    one.begin = k;
    bool worded = false;
    while (kind(k) == word::rise || kind(k) == word::fall || kind(k) == word::narrow ||
           kind(k) == word::widen || kind(k) == word::before || kind(k) == word::to ||
           kind(k) == word::adverb || (kind(k) == word::text && is_outcome(shown(k)))) {
      if (kind(k) == word::text) one.outcome = k;  // 亏损1.2亿元、盈利0.8亿元
      if (kind(k) == word::rise || kind(k) == word::fall || kind(k) == word::widen ||
          kind(k) == word::narrow) {
        one.sign = kind(k) == word::rise || kind(k) == word::widen ? 1 : -1;
        one.to = at(k).sense == 2;
        one.verb = true;
      }
      if (kind(k) == word::to) one.to = true;
      if (kind(k) == word::before) one.bound = static_cast<kebi::bound>(at(k).sense);
      worded = true;
      ++k;
    }
    if (kind(k) != word::number ||
        (number(k).form == form::ordinal) != (number(i).form == form::ordinal))
      break;
    if (worded && !f.whom.each) break;  // 完成5533.1亿元、下降4%: a statement of its own
    if (comma && worded) break;
    // Members of a list are of one form; a unit may stand at the last one only.
    const numeral &a = number(i), &b = number(k);
    const bool a_bare = a.unit_begin == a.unit_end && a.form == form::plain;
    const bool points_left = shown_unit(a) == "个" && b.form == form::points;
    const auto grows = [&](const numeral& x) {
      return x.form == form::percent || x.form == form::times;
    };
    const bool growths = f.change.stated && grows(a) && grows(b);  // 增长64%和2.8倍
    if (!a_bare && b.form != a.form && !points_left && !growths && !(b.unit_begin == b.unit_end))
      break;
    i = k;
  }
  next = items.back().end;
  return items;
}

bool sentence_reader::is_aside(std::size_t n) const {
  if (n == 0 || n <= first_) return false;
  std::size_t i = n;
  while (i > first_ &&
         (kind(i - 1) == word::before || kind(i - 1) == word::rise || kind(i - 1) == word::fall))
    --i;
  if (i == first_ || kind(i - 1) != word::open) return false;
  std::size_t j = n + 1;
  bound_behind(j);
  return kind(j) == word::close;
}

std::size_t sentence_reader::pass_over(std::size_t n, std::size_t c) {
  if (n == c || kind(n - 1) != word::before) return n + 1;
  frame f = read_head(c, n);  // 人均GDP突破5万关口、达到5.28万元: the subject goes on
  number_of_ = number(n);
  std::string region;
  carried_.subjects = subjects_of(f, 1, region);
  std::size_t next = n + 1;
  bound_behind(next);
  return head_ = next;
}

bool sentence_reader::states_nothing(std::size_t n, std::size_t c) const {
  if (number(n).too_large || !has_sound_unit(number(n))) return true;
  // 四分之三的企业增产 tells of things, and names what they do.
  if (number(n).fraction && given_.subjects.empty() && kind(n + 1) != word::comma &&
      kind(n + 1) != word::stop && kind(n + 1) != word::after && kind(n + 1) != word::list &&
      kind(n + 1) != word::joint && kind(n + 1) != word::close)
    return true;
  if (is_aside(n))  // the value of the reference: the head goes on behind it
    for (std::size_t i = c; i < n; ++i)
      if (kind(i) == word::than || kind(i) == word::higher || kind(i) == word::lower) return true;
  // A target inside the words of a progress: 完成全年980万目标的63%.
  const auto aims = [&](std::size_t k) {
    return kind(k) == word::goal || kind(k) == word::assigned;
  };
  if (!aims(n + 1)) return false;
  std::size_t k = n + 2;
  while (kind(k) == word::of || kind(k) == word::text || aims(k)) ++k;
  return kind(k) == word::number && number(k).form == form::percent;
}

bool sentence_reader::is_placed(frame& f, const numeral& place) const {
  const std::string object = f.whom.object ? printed(*f.whom.object) : std::string{};
  const bool among_regions = (f.whom.all || (f.outcome.hold == hold_word::held)) && starts_with_any(object, {"全", "在全"});
  const bool named = place.unit_begin != place.unit_end && f.predicate;
  const bool goes_on =
      f.whom.listed && !result_.facts.empty() && result_.facts.back().measure == measure::rank;
  if (goes_on && f.whom.subject.size() == 1) {  // 居中心城区第5位、主城都市区第11位
    f.whom.object = f.whom.subject.front();
    f.whom.subject.clear();
  }
  return f.measure.rank || goes_on || named || among_regions;
}

void sentence_reader::name_subject(frame& f, const numeral& first, std::size_t c,
                                   std::size_t next) const {
  const bool alone = f.whom.subject.size() == 1;
  if (first.form == form::points && carried_.last.gap != 0 && !f.predicate && alone &&
      kind(c) == word::list && !carried_.subjects.empty()) {
    f.against.gap = carried_.last.gap;  // 快于全国1.4个、全省0.6个百分点
    f.against.reference = f.whom.subject.front();
    f.whom.subject.clear();
  }
  // 占比63.3%的电力供应业: whom the share speaks of stands behind it.
  const bool share_alone = f.whom.subject.size() == 1
                               ? starts_with_any(shown(f.whom.subject.front()), {"占比", "比重"})
                               : f.whom.subject.empty();
  if (f.measure.share && share_alone && given_.subjects.empty() && kind(next) == word::of &&
      kind(next + 1) == word::text)
    f.whom.subject.assign(1, piece{at(next + 1).begin, at(next + 1).end});
  if (f.measure.rank && !f.whom.subject.empty()) {  // 全省排位第8
    std::string where;
    for (const piece& p : f.whom.subject) where += printed(p);
    std::string rest = where;
    if (where.size() <= 9 && cut_region(rest).empty() && rest.starts_with("全")) {
      f.whom.object = piece{f.whom.subject.front().begin, f.whom.subject.back().end};
      f.whom.subject.clear();
    }
  }
  if (!f.whom.subject.empty() && outside_ && is_conversion(shown(f.whom.subject.front()))) f.whom.subject.clear();
}

std::size_t sentence_reader::read_numbers(std::size_t n) {
  const std::size_t c = clause_start(n);
  const auto unread = [&] {
    result_.unbound.push_back(n);
    return n + 1;
  };
  if (states_nothing(n, c)) return unread();
  // (全省平均下降4.6%): behind a remark the sentence goes on with its own subject.
  const bool remark = in_brackets(n);
  if (remark && !outside_ && !carried_.subjects.empty()) outside_ = carried_;
  if (!remark) leave_brackets();
  if (is_named(n)) return n + 1;
  const bool in_prose = given_.subjects.empty();
  if (in_prose && !reason_to_pass(text_, w_, n).empty()) return pass_over(n, c);

  frame f = read_head(c, n);
  // 没有增长5% says by how much something did not grow, not by how much it did.
  if (f.change.negated) return unread();
  look_back(f, c);
  std::size_t next = n + 1;
  std::vector<item> items = read_list(n, f, next);
  const numeral& first = number(n);
  if (first.form == form::ordinal) {
    if (!is_placed(f, first)) return unread();
    f.measure.rank = true;
  }
  std::size_t behind = kind(next) == word::of ? next + 1 : next;
  if (kind(behind) == word::basis && !f.growth.basis)
    f.growth.basis = static_cast<kebi::basis>(at(behind++).sense);  // 5.8%的同比升幅
  if (!f.change.stated && first.form == form::percent) {
    if (kind(behind) == word::speed || kind(behind) == word::decline) note_rate(f, at(behind));
  }
  const std::string_view unit_words = shown_unit(first);
  if ((unit_words == "位" || unit_words == "名") && n > first_ && kind(n - 1) == word::text &&
      shown(n - 1).ends_with("前")) {  // 进入全省前10位
    f.measure.rank = true;
    f.bound = bound::at_most;
  }
  if (kind(next) == word::open && kind(next + 1) == word::footing &&
      kind(next + 2) == word::close) {
    f.growth.comparable = static_cast<kebi::comparable>(at(next + 1).sense);  // 增长6%(可比价)
    next += 3;
  }
  number_of_ = first;
  if (items.size() == 1 && in_prose) {
    if (const auto end = read_counted(f, items.front(), next)) return head_ = *end;
    if (counts_things(first) && is_set(next)) return n + 1;
  }
  name_subject(f, first, c, next);
  call_by_brackets(f, n, next);
  emit(f, items, n);
  return head_ = next;
}

}  // namespace kebi::grammar
