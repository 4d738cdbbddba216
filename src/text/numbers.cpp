#include "sentence_reader.hpp"

#include <algorithm>

#include "passing.hpp"
#include "strings.hpp"

namespace kebi::grammar {
namespace {

/// 按年平均汇率折算, 折合: the same figure in another unit.
bool is_conversion(std::string_view words) {
  return holds_any(words, {"折算", "折合", "约合", "换算"}) || (words.starts_with("按") && words.find("汇率") != std::string_view::npos);
}

}  // namespace

std::size_t sentence_reader::clause_start(std::size_t n) const {
  int depth = 0;
  for (std::size_t i = n; i > head_; --i) {
    const word is = kind(i - 1);
    if (is == word::close) ++depth;
    if (is == word::open) --depth;
    if (depth <= 0 && (is == word::comma || is == word::stop || is == word::colon)) return i;
  }
  return head_;
}

std::optional<kebi::bound> sentence_reader::bound_behind(std::size_t& i) const {
  std::optional<kebi::bound> found;
  while (kind(i) == word::after || (kind(i) == word::high && shown(i) == "多")) {
    found = kind(i) == word::high ? bound::more_than : static_cast<kebi::bound>(at(i).sense);
    ++i;
  }
  return found;
}

std::vector<sentence_reader::item> sentence_reader::read_list(std::size_t n, const frame& f, std::size_t& next) const {
  std::vector<item> items;
  std::size_t i = n;
  item one;
  one.begin = n;
  while (true) {
    one.token = i;
    std::size_t j = i + 1;
    one.bound = bound_behind(j);
    // 6.0%-6.5%, 5.5至6%
    if ((kind(j) == word::dash || kind(j) == word::to || (kind(j) == word::text && shown(j) == "至")) &&
        kind(j + 1) == word::number && number(j + 1).form != form::ordinal && !f.from &&
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
    const bool comma = kind(k) == word::comma && f.each;
    const bool parted = kind(k) == word::list || kind(k) == word::joint || comma ||
                        (kind(k) == word::colon && number(i).unit_begin == number(i).unit_end && kind(k + 1) == word::number);
    if (parted) ++k;
    else if (!(kind(k) == word::text && shown(k) == " ")) break;
    else ++k;
    one.begin = k;
    bool worded = false;
    while (kind(k) == word::rise || kind(k) == word::fall || kind(k) == word::narrow || kind(k) == word::widen ||
           kind(k) == word::before || kind(k) == word::to || kind(k) == word::adverb) {
      if (kind(k) == word::rise || kind(k) == word::fall || kind(k) == word::widen || kind(k) == word::narrow) {
        one.sign = kind(k) == word::rise || kind(k) == word::widen ? 1 : -1;
        one.to = at(k).sense == 2;
        one.verb = true;
      }
      if (kind(k) == word::to) one.to = true;
      if (kind(k) == word::before) one.bound = static_cast<kebi::bound>(at(k).sense);
      worded = true;
      ++k;
    }
    if (kind(k) != word::number || (number(k).form == form::ordinal) != (number(i).form == form::ordinal)) break;
    if (worded && !f.each) break;  // 完成5533.1亿元、下降4%: a statement of its own
    if (comma && worded) break;
    // Members of a list are of one form; a unit may stand at the last one only.
    const numeral &a = number(i), &b = number(k);
    const bool a_bare = a.unit_begin == a.unit_end && a.form == form::plain;
    const bool points_left = shown_unit(a) == "个" && b.form == form::points;
    const auto grows = [&](const numeral& x) { return x.form == form::percent || x.form == form::times; };
    const bool growths = f.verb && grows(a) && grows(b);  // 增长64%和2.8倍
    if (!a_bare && b.form != a.form && !points_left && !growths && !(b.unit_begin == b.unit_end)) break;
    i = k;
  }
  next = items.back().end;
  return items;
}

bool sentence_reader::is_aside(std::size_t n) const {
  if (n == 0 || n <= first_) return false;
  std::size_t i = n;
  while (i > first_ && (kind(i - 1) == word::before || kind(i - 1) == word::rise || kind(i - 1) == word::fall)) --i;
  if (i == first_ || kind(i - 1) != word::open) return false;
  std::size_t j = n + 1;
  bound_behind(j);
  return kind(j) == word::close;
}

std::size_t sentence_reader::read_numbers(std::size_t n) {
  const numeral& first = number(n);
  if (first.too_large || !has_sound_unit(first)) {
    result_.unbound.push_back(n);
    return n + 1;
  }
  std::size_t c = clause_start(n);
  if (is_aside(n)) {
    bool compares = false;
    for (std::size_t i = c; i < n; ++i)
      compares = compares || kind(i) == word::than || kind(i) == word::higher || kind(i) == word::lower;
    if (compares) {  // the value of the reference: the head goes on behind it
      result_.unbound.push_back(n);
      return n + 1;
    }
  }
  // A target inside the words of a progress: 完成全年980万目标的63%.
  if (kind(n + 1) == word::goal || (kind(n + 1) == word::assigned) ) {
    std::size_t k = n + 2;
    while (kind(k) == word::of || kind(k) == word::text || kind(k) == word::goal || kind(k) == word::assigned) ++k;
    if (kind(k) == word::number && number(k).form == form::percent) {
      result_.unbound.push_back(n);
      return n + 1;
    }
  }
  // (全省平均下降4.6%): behind a remark the sentence goes on with its own subject.
  const bool remark = in_brackets(n);
  if (remark && !outside_ && !carried_.subjects.empty()) outside_ = carried_;
  if (!remark) leave_brackets();
  if (is_named(n) || (given_.subjects.empty() && !reason_to_pass(text_, w_, n).empty())) return n + 1;
  frame f = read_head(c, n);
  if (f.negated) {  // 没有增长5% says by how much something did not grow, not by how much it did
    result_.unbound.push_back(n);
    return n + 1;
  }
  look_back(f, c);
  std::size_t next = n + 1;
  std::vector<item> items = read_list(n, f, next);
  if (first.form == form::ordinal) {
    const bool placed = first.unit_begin != first.unit_end;
    const std::string object = f.object ? printed(*f.object) : std::string{};
    const bool among_regions = object.starts_with("全") || object.starts_with("在全");
    const bool goes_on = f.listed && !result_.facts.empty() && result_.facts.back().measure == measure::rank;
    if (goes_on && f.subject.size() == 1) {  // 居中心城区第5位、主城都市区第11位
      f.object = f.subject.front();
      f.subject.clear();
    }
    if (!f.rank && !goes_on && !(placed && f.has_predicate) && !((f.all || f.hold) && among_regions)) {
      result_.unbound.push_back(n);
      return n + 1;
    }
    f.rank = true;
  }
  if (kind(next) == word::open && kind(next + 1) == word::footing && kind(next + 2) == word::close) {
    f.footing = static_cast<kebi::comparable>(at(next + 1).sense);  // 增长6%(可比价)
    next += 3;
  }
  number_of_ = first;
  if (items.size() == 1 && given_.subjects.empty() && counts_things(first) && f.subject.size() == 1 && !f.has_predicate) {
    const std::string place_name = tidy_name(printed(f.subject.front()));
    if (place_name.size() <= 15 && ends_with_any(place_name, {"市", "区", "县", "省", "州", "區", "縣"}) && !ends_with_any(place_name, {"小区", "社区", "园区", "地区"})) {
      // 甲区12家、乙市34家诊所: the noun stands behind the last number.
      std::size_t k = next;
      while (kind(k) != word::stop && kind(k) != word::comma && !(kind(k - 1) == word::number && kind(k) == word::text && k >= next)) ++k;
      const std::size_t noun_end = k < last_ && kind(k) == word::text ? end_of_noun(k) : k;
      if (noun_end > k) {
        const std::size_t before = result_.facts.size();
        emit_count(f, items.front(), k, noun_end);
        std::string whole_area = place_name + "名";
        const std::string area = cut_region(whole_area);
        if (result_.facts.size() > before)
          result_.facts.back().region = area.empty() ? place_name : region_named(area, given_);
        head_ = next;
        return next;
      }
    }
  }
  if (items.size() == 1 && given_.subjects.empty() && is_bare_verb(f) && kind(next) != word::comma && kind(next) != word::stop) {
    const std::size_t noun_end = kind(next) == word::quote || kind(next) == word::text ? std::max(end_of_noun(next), end_of_quote(next)) : next;
    if (noun_end > next) {
      emit_count(f, items.front(), next, noun_end);
      head_ = noun_end;
      return noun_end;
    }
  }
  if (items.size() == 1 && given_.subjects.empty() && counts_things(first)) {
    if (is_set(next)) return n + 1;
    const std::size_t noun_end = end_of_noun(next);
    if (noun_end > next) {
      emit_count(f, items.front(), next, noun_end);
      head_ = noun_end;
      return noun_end;
    }
  }
  if (first.form == form::points && carried_.last_gap != 0 && !f.has_predicate && f.subject.size() == 1 &&
      kind(c) == word::list && !carried_.subjects.empty()) {
    f.gap = carried_.last_gap;
    f.reference = f.subject.front();
    f.subject.clear();
  }
  // 占比63.3%的电力供应业: whom the share speaks of stands behind it.
  const bool named = f.subject.size() == 1 ? starts_with_any(shown(f.subject.front()), {"占比", "比重"}) : f.subject.empty();
  if (f.share && named && given_.subjects.empty() && kind(next) == word::of && kind(next + 1) == word::text)
    f.subject = {{at(next + 1).begin, at(next + 1).end}};
  if (f.rank && !f.subject.empty()) {  // 全省排位第8
    std::string where;
    for (const piece& p : f.subject) where += printed(p);
    std::string rest = where;
    if (where.size() <= 9 && cut_region(rest).empty() && rest.starts_with("全")) {
      f.object = piece{f.subject.front().begin, f.subject.back().end};
      f.subject.clear();
    }
  }
  if (!f.subject.empty() && outside_ && is_conversion(shown(f.subject.front()))) f.subject.clear();
  emit(f, items, n);
  head_ = next;
  return next;
}

void sentence_reader::leave_brackets() {
  if (outside_) carried_ = *outside_;
  outside_.reset();
}

bool sentence_reader::in_brackets(std::size_t n) const {
  for (std::size_t i = n; i > first_ && kind(i - 1) != word::stop; --i) {
    if (kind(i - 1) == word::close) return false;
    if (kind(i - 1) == word::open) return true;
  }
  return false;
}

void sentence_reader::compare_with(frame& f, std::size_t start, std::size_t end) {
  for (std::size_t i = start; i < end; ++i) {
    if (kind(i) != word::period || f.basis || f.reference) continue;
    frame about = f;
    about.reference_span = w_.spans[at(i).at];
    f.basis = basis_of_reference(about);
  }
}

void sentence_reader::look_back(frame& f, std::size_t c) {
  std::size_t begin = c;
  while (begin > head_) {
    const std::size_t end = begin - 1;  // the comma
    std::size_t start = end;
    while (start > head_ && kind(start - 1) != word::comma && kind(start - 1) != word::stop && kind(start - 1) != word::colon) --start;
    bool named = false;
    if (end > start && kind(end - 1) == word::than) {
      compare_with(f, start, end);
      begin = start;
      continue;
    }
    bool adjusts = false;  // 扣除去年同期…等因素后: its times are not the figure's
    for (std::size_t i = start; i < end; ++i) {
      const token& t = at(i);
      adjusts = adjusts || (t.is == word::footing && static_cast<kebi::comparable>(t.sense) == comparable::adjusted);
      switch (t.is) {
        case word::period:
          if (adjusts || shown(i) == "同期") break;
          if (!f.span && (i == start || kind(i - 1) != word::than)) f.span = w_.spans[t.at];
          break;
        case word::basis:
          if (!f.basis) f.basis = static_cast<kebi::basis>(t.sense);
          if (i > start && shown(i - 1) == "从") carried_.basis = f.basis;
          break;
        case word::footing:
          if (!f.footing) f.footing = static_cast<kebi::comparable>(t.sense);
          break;
        case word::status:
          if (!f.status) f.status = static_cast<kebi::status>(t.sense);
          break;
        case word::among: f.among = true; f.parts = i + 1 == end; break;
        case word::text: named = true; break;
        default: break;
      }
    }
    if (kind(end) == word::colon)  // 主要预期目标是:
      for (std::size_t i = start; i < end; ++i)
        if (kind(i) == word::goal && !f.status) f.status = carried_.status = carried_.of_list = status::target;
    if (end > start && kind(end - 1) == word::text && shown(end - 1).ends_with("方面") && given_.subjects.empty()) {
      const std::string topic = tidy_name(text_.printed(at(start).begin, at(end - 1).end));
      carried_.subjects = {topic};
      if (topic.size() < 60) carried_.topic = {topic};
    }
    if (f.subject.empty() && !f.object && named && carried_.subjects.empty() && given_.subjects.empty()) {
      const frame before = read_head(start, end);
      f.subject = before.subject;
    }
    begin = start;
  }
}

}  // namespace kebi::grammar
