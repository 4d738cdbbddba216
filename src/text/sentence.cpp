#include "sentence.hpp"

#include <algorithm>
#include <array>

#include "kebi/period/code.hpp"
#include "names.hpp"
#include "passing.hpp"
#include "utf8.hpp"

namespace kebi::grammar {
namespace {

bool ends_with_any(std::string_view name, std::initializer_list<std::string_view> ends) {
  return std::ranges::any_of(ends, [&](std::string_view end) { return name.ends_with(end); });
}
bool holds_any(std::string_view text, std::initializer_list<std::string_view> parts) {
  return std::ranges::any_of(parts, [&](std::string_view part) { return text.find(part) != std::string_view::npos; });
}

std::string without_brackets(std::string_view name) {
  std::string result{name};
  const std::size_t open = std::min(result.find('('), result.find("（"));
  if (open != std::string::npos && open > 0) result.erase(open);
  return result;
}

/// 年度计划 of 年度计划的.
std::string without_of(std::string words) {
  if (words.ends_with("的") && words.size() > 3) words.erase(words.size() - 3);
  return words;
}

std::string simplified_name(std::string_view name) { return folded{name}.text(); }

/// What the words before a number say about it.
struct frame {
  std::vector<piece> subject;  // of the folded text; a second piece is the object of 实现
  std::size_t predicate = 0;   // the first token that speaks of the number
  bool has_predicate = false;
  int sign = 0;                // of the verb of change
  bool no_basis = false;       // 压缩
  bool done = false;           // 已
  bool verb = false, to = false, span_change = false;  // 收窄, 扩大
  bool speed = false, decline = false, share = false;
  bool reach = false, reach_done = false, hold = false, firm = false, control = false, contribution = false, pull = false;
  bool times_of = false, from = false, each = false, all = false, rank = false, than = false;
  int pull_sign = 1, gap = 0;
  std::optional<kebi::bound> before;
  std::optional<kebi::basis> basis;
  std::optional<kebi::comparable> footing;
  std::optional<kebi::status> status;
  bool stretch = false, among = false;
  std::optional<piece> reference, whole, object;
  bool reference_is_time = false;
  std::optional<span_words> reference_span;
  std::optional<span_words> span;       // 上半年, before the predicate
  std::optional<span_words> from_span;  // 由2015年的
};

class sentence_reader {
 public:
  sentence_reader(const folded& text, const tokens& words, std::size_t first, std::size_t last,
                  const setting& given, memory& carried)
      : text_{text}, w_{words}, first_{first}, last_{last}, given_{given}, carried_{carried} {}

  sentence run() {
    head_ = first_;
    for (std::size_t i = first_; i < last_;) {
      const token& t = w_.all[i];
      if (t.is == word::number) {
        i = read_numbers(i);
      } else if (t.is == word::doubled) {
        i = read_doubled(i);
      } else if (t.is == word::first_place) {
        i = read_first_place(i);
      } else if (given_.subjects.empty() && speaks_without_number(i)) {
        i = read_words(i);
      } else {
        ++i;
      }
    }
    return std::move(result_);
  }

 private:
  const token& at(std::size_t i) const { return w_.all[i]; }
  word kind(std::size_t i) const { return i < last_ ? w_.all[i].is : word::stop; }
  std::string_view shown(std::size_t i) const {
    return std::string_view{text_.text()}.substr(at(i).begin, at(i).end - at(i).begin);
  }
  std::string_view shown(const piece& p) const {
    return std::string_view{text_.text()}.substr(p.begin, p.end - p.begin);
  }
  std::string printed(const piece& p) const { return text_.printed(p.begin, p.end); }
  const numeral& number(std::size_t i) const { return w_.numbers[at(i).at]; }

  /// Where the clause of a number starts, behind the last comma of its head.
  std::size_t clause_start(std::size_t n) const {
    int depth = 0;
    for (std::size_t i = n; i > head_; --i) {
      const word is = kind(i - 1);
      if (is == word::close) ++depth;
      if (is == word::open) --depth;
      if (depth <= 0 && (is == word::comma || is == word::stop || is == word::colon)) return i;
    }
    return head_;
  }

  static void extend(std::optional<piece>& to, const token& t) {
    if (!to) to = piece{t.begin, t.end};
    to->end = t.end;
  }

  /// Reads the words [c, n) in front of a number.
  frame read_head(std::size_t c, std::size_t n) const {
    frame f;
    enum { in_subject, in_object, in_reference, in_whole, in_source } into = in_subject;
    f.predicate = n;
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
      }
    };
    const auto closes = [&] {  // a verb ends what stands open before it
      if (into == in_reference || into == in_whole || into == in_source) into = in_object;
    };
    for (std::size_t i = c; i < n; ++i) {
      const token& t = at(i);
      switch (t.is) {
        case word::rise: case word::fall: case word::narrow: case word::widen: {
          const bool named = !f.speed && i + 1 < n && kind(i + 1) == word::text && into == in_subject && !f.has_predicate &&
                             kind(i + 1) != word::of;
          if (named && t.sense != 2) {  // 减少排放: a verb inside a name
            content(i);
            break;
          }
          closes();
          predicate(i);
          f.verb = true;
          f.to = t.sense == 2;
          f.no_basis = t.sense == 3 && !f.basis && !f.than;
          f.span_change = t.is == word::narrow || t.is == word::widen;
          f.sign = t.is == word::rise || t.is == word::widen ? 1 : -1;
          into = in_object;
          break;
        }
        case word::to:
          if (into == in_reference && !f.verb) { content(i); break; }
          closes();
          if (f.has_predicate) f.to = true;
          break;
        case word::from: {
          bool ends = false;
          for (std::size_t k = i + 1; k < last_ && kind(k) != word::comma && kind(k) != word::stop; ++k)
            if (kind(k) == word::to || ((kind(k) == word::rise || kind(k) == word::fall)) || kind(k) == word::speed) ends = true;
          bool numbered = false;
          for (std::size_t k = i + 1; k < n; ++k)
            if (kind(k) == word::text && shown(k) != "的") numbered = true;
          if (!ends || numbered) { content(i); break; }
          predicate(i);
          f.from = true;
          into = in_source;
          break;
        }
        case word::higher: case word::lower:
          predicate(i);
          if (kind(i + 1) == word::number && !f.than) {  // 超过50%
            f.before = t.is == word::higher ? bound::more_than : bound::less_than;
            closes();
            break;
          }
          f.gap = t.is == word::higher ? 1 : -1;
          into = in_reference;
          break;
        case word::than:
          predicate(i);
          f.than = true;
          into = in_reference;
          f.reference.reset();
          break;
        case word::high: case word::low:
          if (into != in_reference && !f.reference) { content(i); break; }
          closes();
          f.gap = t.is == word::high ? 1 : -1;
          break;
        case word::reach: {
          // 完成 in front of what was done: 完成技术合同认定登记280项.
          closes();
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
          f.share = true;
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
        case word::all: predicate(i); f.all = true; if (into == in_subject) into = in_object; break;
        case word::basis:
          if (into == in_reference && f.reference) { content(i); break; }
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
          break;
        case word::status:
          f.status = static_cast<kebi::status>(t.sense);
          status_at = i;
          break;
        case word::stretch:
          f.stretch = true;
          status_at = i;
          break;
        case word::among: f.among = true; f.subject.clear(); into = in_subject; f.has_predicate = false; f.predicate = n; break;
        case word::period:
          if (into == in_reference) {
            extend(f.reference, t);
            f.reference_span = w_.spans[t.at];
          } else if (into == in_source) {
            f.from_span = w_.spans[t.at];
          } else if (into == in_whole) {
            extend(f.whole, t);
          } else if (f.reach && into == in_object) {
            extend(f.object, t);  // 是2002年的2.56倍
          } else {
            f.span = w_.spans[t.at];
          }
          break;
        case word::adverb: case word::dash:
          f.done = f.done || shown(i) == "已";
          if (into == in_reference && f.reference) break;
          if (!f.has_predicate && !f.subject.empty() && i + 1 < n && (kind(i + 1) == word::text) && t.is == word::dash) content(i);
          break;
        case word::number: content(i); break;
        case word::stable: case word::flat: case word::sync: case word::improve: case word::positive:
        case word::negative: case word::two_digit: case word::doubled:
          content(i);
          break;
        case word::text:
          f.done = f.done || holds_any(shown(i), {"已完成", "已实现"}) || shown(i).ends_with("已");
          content(i);
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
        f.reference_is_time = ends_with_any(ref, {"同期", "年初", "上年末", "前值", "上期", "此前", "上次", "上一年", "期初", "之前"}) ||
                              ref == "年初" || ref == "前期";
      }
    }
    return f;
  }

  /// The bound that stands behind a number, and where it ends.
  std::optional<kebi::bound> bound_behind(std::size_t& i) const {
    std::optional<kebi::bound> found;
    while (kind(i) == word::after || (kind(i) == word::high && shown(i) == "多")) {
      found = kind(i) == word::high ? bound::more_than : static_cast<kebi::bound>(at(i).sense);
      ++i;
    }
    return found;
  }

  /// One number of a list, with what is said of it alone.
  struct item {
    std::size_t token = 0;             // of the number
    std::optional<std::size_t> upper;  // of the upper end of a range
    std::size_t begin = 0, end = 0;    // tokens
    std::optional<kebi::bound> bound;
    std::optional<int> sign;
    bool to = false, verb = false;
  };

  /// Reads the numbers that a head speaks of: one, a range, or a list.
  std::vector<item> read_list(std::size_t n, const frame& f, std::size_t& next) const {
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
          kind(j + 1) == word::number && number(j + 1).form != form::ordinal && !f.from) {
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
      if (!a_bare && b.form != a.form && !(b.unit_begin == b.unit_end)) break;
      i = k;
    }
    next = items.back().end;
    return items;
  }

  /// Whether the number stands in brackets as the value of a reference: 全国(5.0%).
  bool is_aside(std::size_t n) const {
    if (n == 0 || n <= first_) return false;
    std::size_t i = n;
    while (i > first_ && (kind(i - 1) == word::before || kind(i - 1) == word::rise || kind(i - 1) == word::fall)) --i;
    if (i == first_ || kind(i - 1) != word::open) return false;
    std::size_t j = n + 1;
    bound_behind(j);
    return kind(j) == word::close;
  }

  std::size_t read_numbers(std::size_t n) {
    const numeral& first = number(n);
    if (first.too_large) {
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
    if (is_named(n) || (given_.subjects.empty() && !reason_to_pass(text_, w_, n).empty())) return n + 1;
    frame f = read_head(c, n);
    look_back(f, c);
    std::size_t next = n + 1;
    std::vector<item> items = read_list(n, f, next);
    if (first.form == form::ordinal) {
      const bool placed = first.unit_begin != first.unit_end;
      const std::string object = f.object ? printed(*f.object) : std::string{};
      const bool among_regions = object.starts_with("全") || object.starts_with("在全");
      if (!f.rank && !(placed && f.has_predicate) && !((f.all || f.hold) && among_regions)) {
        result_.unbound.push_back(n);
        return n + 1;
      }
      f.rank = true;
    }
    number_of_ = first;
    if (items.size() == 1 && given_.subjects.empty() && counts_things(first) && f.subject.size() == 1 && !f.has_predicate) {
      const std::string place_name = tidy_name(printed(f.subject.front()));
      if (place_name.size() <= 15 && ends_with_any(place_name, {"市", "区", "县", "省", "州", "區", "縣"}) && !ends_with_any(place_name, {"小区", "社区", "园区", "地区"})) {
        // 嘉定区22家、温州市40家…医疗机构: the noun stands behind the last number.
        std::size_t k = next;
        while (kind(k) != word::stop && kind(k) != word::comma && !(kind(k - 1) == word::number && kind(k) == word::text && k >= next)) ++k;
        const std::size_t noun_end = k < last_ && kind(k) == word::text ? end_of_noun(k) : k;
        if (noun_end > k) {
          emit_count(f, items.front(), k, noun_end);
          std::string whole_area = place_name + "名";
          const std::string area = cut_region(whole_area);
          result_.facts.back().region = area.empty() ? place_name : region_named(area);
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
      const std::size_t noun_end = end_of_noun(next);
      if (noun_end > next) {
        emit_count(f, items.front(), next, noun_end);
        head_ = noun_end;
        return noun_end;
      }
    }
    if (f.rank && !f.subject.empty()) {  // 全省排位第8
      std::string where;
      for (const piece& p : f.subject) where += printed(p);
      std::string rest = where;
      if (where.size() <= 9 && cut_region(rest).empty() && rest.starts_with("全")) {
        f.object = piece{f.subject.front().begin, f.subject.back().end};
        f.subject.clear();
      }
    }
    emit(f, items, n);
    head_ = next;
    return next;
  }

  bool ends_clause(std::size_t i) const {
    const word is = kind(i);
    return is == word::comma || is == word::stop || is == word::list || is == word::close;
  }

  /// Whether a number's unit is a classifier of things, which may stand behind it.
  bool counts_things(const numeral& n) const {
    if (n.form != form::plain || n.unit_begin == n.unit_end) return false;
    static constexpr std::string_view classifiers[] = {
        "家", "个", "项", "名", "位", "件", "条", "所", "处", "座", "套", "辆", "台", "起", "宗", "户", "人", "场", "次", "种", "类", "栋", "幢", "间", "艘",
        "架", "列", "部", "本", "支", "只", "头", "株", "棵", "组", "队", "批", "门", "口", "张", "枚", "款", "人次", "家次", "户次", "例", "道", "对", "份", "期"};
    const std::string_view unit = std::string_view{text_.text()}.substr(n.unit_begin, n.unit_end - n.unit_begin);
    std::string_view bare = unit;
    for (const std::string_view times : {"亿", "万", "千", "百"})
      while (bare.starts_with(times)) bare.remove_prefix(times.size());
    return std::ranges::find(classifiers, bare) != std::end(classifiers);
  }

  /// Where the counted noun and what is said of it ends, behind a number.
  std::size_t end_of_noun(std::size_t i) const {
    if (kind(i) != word::text && kind(i) != word::open && kind(i) != word::quote) return i;
    if (kind(i) == word::open) {
      // 8.4万人(户)次 was a unit; here a remark goes before the noun: 500家(含分公司)企业.
      return i;
    }
    if (kind(i) == word::text && ends_with_any(shown(i), {"中", "里"}) && ends_clause(i + 1)) return i;
    if (kind(i) == word::text && (shown(i).starts_with("的") || shown(i).starts_with("以") )) return i;
    std::size_t end = i;
    for (; end < last_; ++end) {
      const word is = kind(end);
      if (is == word::comma || is == word::stop || is == word::list || is == word::number || is == word::colon) break;
      if (is == word::open && kind(end + 1) == word::among) break;
      if ((is == word::part_of || is == word::basis || is == word::than) && end > i) break;
    }
    return end;
  }

  /// 年内 and 预计 reach the clauses behind them, until the sentence ends.
  void remember(const frame& f) {
    if (f.span) carried_.span = f.span;
    if (f.status == status::forecast || f.status == status::target) carried_.status = f.status;
    if (f.stretch) carried_.status = status::target;
  }

  /// 打造2.15平方公里"氢能港": the verb names nothing.
  bool is_bare_verb(const frame& f) const {
    if (f.subject.size() != 1 || f.object) return false;
    const std::string name = tidy_name(printed(f.subject.front()));
    static constexpr std::string_view verbs[] = {"打造", "建设", "新建", "改造", "投入", "建成", "规划", "开发", "盘活", "收储", "启动建设", "推进"};
    return std::ranges::find(verbs, name) != std::end(verbs);
  }
  std::size_t end_of_quote(std::size_t i) const {
    if (kind(i) != word::quote) return i;
    for (std::size_t k = i + 1; k < last_ && k < i + 12; ++k)
      if (kind(k) == word::quote) return k + 1;
    return i;
  }

  void emit_count(const frame& f, const item& one, std::size_t noun, std::size_t noun_end) {
    std::string name;
    for (std::size_t i = noun; i < noun_end; ++i)
      if (kind(i) != word::period && kind(i) != word::adverb) name += text_.printed(at(i).begin, at(i).end);
    std::string region;
    name = tidy_name(name);
    if (name.empty()) return;
    fact made = blank(f, name, region);
    const numeral& value = number(one.token);
    made.measure = measure::level;
    made.value = value.value;
    made.in = unit{unit_of(text_, value)};
    made.bound = one.bound ? *one.bound : f.before ? *f.before : value.more ? bound::more_than : bound::exact;
    set_end(made);
    if (f.among && !carried_.subjects.empty()) made.parent = carried_.subjects.front();
    place(made, one.begin, one.end);
    if (f.before && f.has_predicate) place(made, f.predicate, one.end);
    if (!f.among) carried_.parent.clear();
    carried_.subjects = {name};
    carried_.last = measure::level;
    remember(f);
    result_.facts.push_back(std::move(made));
  }

  /// Whether a number is part of a name or a length of time: 产值过百亿元的产业,
  /// 500万元以上工业项目, 连续4年.
  bool is_named(std::size_t n) const {
    const std::string_view unit = std::string_view{text_.text()}.substr(number(n).unit_begin, number(n).unit_end - number(n).unit_begin);
    if (n > first_ && kind(n - 1) == word::text) {
      const std::string_view before = shown(n - 1);
      if (ends_with_any(before, {"连续", "未来", "为期", "历时", "满"}) &&
          ends_with_any(unit, {"年", "月", "季度", "天", "周", "日", "小时", "次", "期"}))
        return true;
    }
    if (!given_.subjects.empty()) return false;
    std::size_t j = n + 1;
    const bool bounded = bound_behind(j).has_value();
    const bool attribute = kind(j) == word::of && (kind(j + 1) == word::text) && !shown(j + 1).starts_with("速度");
    const bool money = unit.ends_with("元") || unit.ends_with("吨") || unit.ends_with("人") || unit.ends_with("千瓦") || unit.ends_with("平方米");
    const bool over = n > first_ && (kind(n - 1) == word::text ? ends_with_any(shown(n - 1), {"过", "上"}) : kind(n - 1) == word::before || kind(n - 1) == word::higher || kind(n - 1) == word::lower);
    if (attribute && money && ((over && number(n).chinese) || bounded)) return true;
    return bounded && money && kind(j) == word::text && j == n + 2 && shown(j - 1) != "多" && shown(j - 1) != "左右";
  }

  /// What earlier clauses of the head say of this one: their period, footing, status.
  void look_back(frame& f, std::size_t c) {
    std::size_t begin = c;
    while (begin > head_) {
      const std::size_t end = begin - 1;  // the comma
      std::size_t start = end;
      while (start > head_ && kind(start - 1) != word::comma && kind(start - 1) != word::stop && kind(start - 1) != word::colon) --start;
      bool named = false;
      for (std::size_t i = start; i < end; ++i) {
        const token& t = at(i);
        switch (t.is) {
          case word::period:
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
          case word::among: f.among = true; break;
          case word::text: named = true; break;
          default: break;
        }
      }
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

  std::vector<std::string> subjects_of(frame& f, std::size_t count, std::string& region) {
    if (!given_.subjects.empty()) return given_.subjects;
    std::vector<std::string> names;
    std::string object = f.object ? printed(*f.object) : std::string{};
    object = tidy_name(object);
    const numeral& value = number_of_;
    if (holds_any(simplified_name(object), {"目标", "计划", "任务"}) || f.rank || value.form == form::times) object.clear();
    if (f.object && value.form == form::percent && holds_any(simplified_name(object), {"预算", "20", "19"})) object.clear();
    cut_region(object);
    std::vector<piece> pieces = f.subject;
    if (f.contribution && !pieces.empty() && holds_any(shown(pieces.front()).substr(0, 3), {"对"}) && !carried_.subjects.empty()) pieces.clear();
    regions_.clear();
    if (!pieces.empty() && count > 1) {
      piece whole{pieces.front().begin, pieces.back().end};
      names = members(text_, w_, {whole}, count, &regions_);
    }
    if (names.empty() && (f.all || f.each) && !pieces.empty() && count == 1) {
      piece whole{pieces.front().begin, pieces.back().end};
      const std::size_t several = count_members(text_, w_, {whole});
      if (several > 1) names = members(text_, w_, {whole}, several);
    }
    if (names.empty()) {
      std::string name;
      for (const piece& p : pieces) name += printed(p);
      if (!name.empty()) names.push_back(name);
    }
    for (std::string& name : names) {
      name = tidy_name(name);
      const bool named = !name.empty();
      if (named && !object.empty() && object != "增长") name += object;
      const std::string found = cut_region(name);
      if (!found.empty()) region = found;
      name = tidy_name(name);
    }
    if (names.empty() && !object.empty()) {
      if (count > 1) names = members(text_, w_, {*f.object}, count);
      if (names.empty()) names.push_back(object);
    }
    std::erase_if(names, [](const std::string& name) { return name.empty(); });
    if (names.empty()) return carried_.subjects;
    return names;
  }

  std::size_t read_doubled(std::size_t i) {
    const std::size_t c = clause_start(i);
    frame f = read_head(c, i);
    look_back(f, c);
    std::string region;
    const auto names = subjects_of(f, 1, region);
    for (const std::string& name : names) {
      fact made = blank(f, name, region);
      made.measure = measure::growth;
      const int times = at(i).sense >= 2 ? at(i).sense : 2;
      made.value = decimal{(times - 1) * 100, 0};
      made.in = unit{"%"};
      made.bound = at(i).sense == 1 ? bound::more_than : f.before.value_or(bound::exact);
      if (kind(i + 1) == word::after) made.bound = static_cast<kebi::bound>(at(i + 1).sense);
      set_end(made);
      made.basis = f.basis.value_or(f.than ? basis_of_reference(f) : basis::yoy);
      place(made, f.has_predicate ? f.predicate : i, i + 1);
      result_.facts.push_back(std::move(made));
    }
    if (!names.empty()) carried_.subjects = names;
    head_ = i + 1;
    return i + 1;
  }

  /// Whether a word tells of its subject without a number: 正增长, 一定距离, 控制在指标内.
  bool speaks_without_number(std::size_t i) const {
    switch (kind(i)) {
      case word::positive: case word::negative: case word::two_digit: case word::distance: case word::cleared: return true;
      case word::control: {
        for (std::size_t k = i + 1; k < last_ && !ends_clause(k); ++k) {
          if (kind(k) == word::number || kind(k) == word::before) return false;
          if (kind(k) == word::goal || kind(k) == word::assigned) return true;
        }
        return false;
      }
      case word::narrow: case word::widen: return ends_clause(i + 1) && kind(i) == word::narrow;
      default: return false;
    }
  }

  std::size_t read_words(std::size_t i) {
    frame f = read_head(clause_start(i), i);
    look_back(f, clause_start(i));
    fact made = blank(f, {}, {});
    std::size_t end = i + 1;
    std::string region;
    std::vector<std::string> names;
    const auto growth = [&] {
      made.measure = measure::growth;
      made.basis = basis::yoy;
      made.in = unit{"%"};
    };
    number_of_ = numeral{};
    switch (kind(i)) {
      case word::positive: growth(); made.bound = bound::more_than; made.lo = decimal{0}; break;
      case word::negative: growth(); made.bound = bound::less_than; made.hi = decimal{0}; break;
      case word::two_digit:
        growth();
        made.bound = bound::at_least;
        made.value = made.lo = decimal{10};
        if (kind(end) == word::rise) ++end;
        break;
      case word::cleared:
        made.value = decimal{0};
        made.bound = shown(i).starts_with("基本") ? bound::about : bound::exact;
        break;
      case word::control: {
        made.bound = bound::at_most;
        std::size_t k = i + 1;
        for (; k < last_ && !ends_clause(k); ++k)
          if (kind(k) != word::after && shown(k) != "范围") made.versus += text_.printed(at(k).begin, at(k).end);
        end = k;
        for (const std::string_view tail : {"范围", "范圍"})
          if (made.versus.ends_with(tail)) made.versus.erase(made.versus.size() - tail.size());
        break;
      }
      case word::narrow:
        if (!f.decline && !f.speed) return i + 1;
        made.measure = measure::change;
        made.subject = measure::growth;
        made.bound = bound::none;
        made.direction = direction::narrower;
        if (f.reference_span && resolved(*f.reference_span)) made.versus = code(*resolved(*f.reference_span));
        else if (f.reference) made.versus = printed(*f.reference);
        break;
      default: {  // 与年度目标仍有一定距离
        std::size_t goal = i;
        for (std::size_t k = i; k > head_ && goal == i && kind(k - 1) != word::comma && kind(k - 1) != word::stop; --k)
          if (kind(k - 1) == word::goal) goal = k - 1;
        if (goal == i) return i + 1;
        made.measure = measure::gap;
        made.subject = measure::growth;
        made.bound = bound::none;
        std::size_t from = goal;
        while (from > head_ && (kind(from - 1) == word::period)) --from;
        made.versus = text_.printed(at(from).begin, at(goal).end);
        std::size_t mark = from > head_ ? from - 1 : from;
        std::vector<piece> subject;
        std::size_t c = clause_start(i);
        while (c < mark && (kind(c) == word::among || kind(c) == word::period)) ++c;
        if (kind(mark) == word::joint && mark > c) subject.push_back({at(c).begin, at(mark).begin});
        if (!subject.empty()) {
          const std::size_t several = count_members(text_, w_, subject);
          names = members(text_, w_, subject, several);
          if (names.empty()) names.push_back(text_.printed(subject[0].begin, subject[0].end));
        } else {
          names = carried_.subjects;
        }
        f.predicate = mark;
        f.has_predicate = true;
      }
    }
    if (kind(i) != word::distance) {
      if (!f.subject.empty() || f.object) names = subjects_of(f, 1, region);
      for (std::string& name : names)
        for (const std::string_view lead : {"虽能够", "能够", "虽", "仍", "能"})
          if (name.starts_with(lead)) name.erase(0, lead.size());
      if (names.empty() || names.front().empty()) {
        names = carried_.subjects;
        if (kind(i) == word::control)  // all that the sentence has given figures of
          for (const fact& each : result_.facts)
            if (each.measure == measure::level && std::ranges::find(names, each.indicator) == names.end())
              names.insert(names.begin(), each.indicator);
      }
    }
    for (const std::string& name : names) {
      if (name.empty()) continue;
      fact one = made;
      one.indicator = name;
      one.region = region_named(region);
      place(one, f.has_predicate ? std::min(f.predicate, i) : i, end);
      result_.facts.push_back(std::move(one));
    }
    if (!names.empty() && kind(i) != word::control) carried_.subjects = names;
    remember(f);
    head_ = end;
    return end;
  }

  /// 居全省首位
  std::size_t read_first_place(std::size_t i) {
    const frame f = read_head(clause_start(i), i);
    if (!f.rank && !f.hold) return i + 1;
    for (const std::string& name : carried_.subjects) {
      fact made = blank(f, name, {});
      made.measure = measure::rank;
      made.value = decimal{1};
      made.of = f.object ? printed(*f.object) : std::string{};
      made.parent = carried_.parent;
      place(made, f.predicate, i + 1);
      result_.facts.push_back(std::move(made));
    }
    head_ = i + 1;
    return i + 1;
  }

  /// 全区, 我区 is the report's own region, 全市 in a district's report its parent.
  std::string region_named(const std::string& words) const {
    if (words.empty() || given_.region.empty()) return words.empty() ? given_.region : words;
    const std::string_view area = std::string_view{words}.substr(3);
    if (given_.region.ends_with(area)) return given_.region;
    if (!given_.parent_region.empty() && given_.parent_region.ends_with(area)) return given_.parent_region;
    return words;
  }

  fact blank(const frame& f, const std::string& name, const std::string& region) const {
    fact made;
    made.indicator = name;
    made.region = region_named(region);
    made.status = f.status ? *f.status : carried_.status && !f.done ? *carried_.status : given_.status;
    made.period = given_.period;
    const auto& span = f.span ? f.span : carried_.span;
    if (span)
      if (const auto found = resolved(*span)) made.period = found;
    // 预计 before a figure of the finished span is an estimate.
    if (made.status == status::forecast && given_.status == status::actual && made.period == given_.period)
      made.status = status::estimate;
    if (f.stretch && made.status == status::actual) made.status = status::target;
    return made;
  }

  std::optional<period> resolved(const span_words& span) const {
    try {
      return resolve(span, {}, given_.period);
    } catch (const error&) {
      return std::nullopt;  // a 13th month is no period
    }
  }

  kebi::basis basis_of_reference(const frame& f) const {
    if (!f.reference_span) return basis::yoy;
    const span_words& s = *f.reference_span;
    if (s.month_before) return basis::mom;
    if (s.start_of_year) return basis::year_start;
    if (s.relative_year) return s.shift == -1 ? basis::yoy : basis::fixed;
    if (s.year) {
      if (given_.period && *s.year == given_.period->year() - 1 && !f.times_of) return basis::yoy;
      return basis::fixed;
    }
    return basis::fixed;
  }

  void place(fact& made, std::size_t from, std::size_t to) const {
    made.start = text_.start(at(from).begin);
    made.end = text_.end(at(to - 1).end);
    made.text = std::string{text_.source().substr(made.start, made.end - made.start)};
  }

  /// A one-sided bound has its number as the given end too.
  static void set_end(fact& made) {
    made.lo.reset();
    made.hi.reset();
    if (!made.value) return;
    switch (made.bound) {
      case bound::at_least: case bound::more_than: made.lo = made.value; break;
      case bound::at_most: case bound::less_than: made.hi = made.value; break;
      case bound::nearly: (made.value->digits() < 0 ? made.lo : made.hi) = made.value; break;
      default: break;
    }
  }

  static kebi::bound mirrored(kebi::bound b) {
    switch (b) {
      case bound::at_least: return bound::at_most;
      case bound::at_most: return bound::at_least;
      case bound::more_than: return bound::less_than;
      case bound::less_than: return bound::more_than;
      default: return b;
    }
  }

  void emit(frame& f, std::vector<item>& items, std::size_t n);
  void emit_structure(const frame& f, const std::vector<item>& items, const std::vector<std::string>& names,
                      const std::string& region);
  void measure_of(fact& made, const frame& f, const item& one, const numeral& value, bool bare) const;

  const folded& text_;
  const tokens& w_;
  std::size_t first_, last_;
  const setting& given_;
  memory& carried_;
  std::size_t head_ = 0;
  std::vector<std::string> regions_;  // of a list of places
  numeral number_of_;  // that the subject is looked for
  sentence result_;
};

void sentence_reader::emit(frame& f, std::vector<item>& items, std::size_t n) {
  std::string region;
  std::vector<std::string> names = subjects_of(f, items.size(), region);
  if (items.size() == 3 && kind(items[0].end) == word::colon && given_.subjects.empty()) {
    emit_structure(f, items, names, region);
    return;
  }
  if (items.size() > 1 && f.each && names.size() != items.size() && f.subject.empty() && given_.subjects.empty()) {
    const std::size_t c = clause_start(n);
    if (c > head_) {
      std::size_t start = c - 1;
      while (start > head_ && kind(start - 1) != word::comma && kind(start - 1) != word::stop && kind(start - 1) != word::colon) --start;
      const frame before = read_head(start, c - 1);
      if (!before.subject.empty()) {
        const auto listed = members(text_, w_, {piece{before.subject.front().begin, before.subject.back().end}}, items.size());
        if (!listed.empty()) names = listed;
      }
    }
    if (names.size() != items.size()) {  // X 5620万吨,Y 45.6万标箱,分别增长4.1%和6.8%
      std::vector<std::string> recent;
      for (auto each = result_.facts.rbegin(); each != result_.facts.rend() && recent.size() < items.size(); ++each)
        if (std::ranges::find(recent, each->indicator) == recent.end()) recent.insert(recent.begin(), each->indicator);
      if (recent.size() == items.size()) names = recent;
    }
  }
  if (items.size() == 2 && kind(items[0].end) == word::colon && given_.subjects.empty()) {  // 收入比为2.53:1
    items.front().end = items.back().end;
    items.pop_back();
  }
  std::vector<std::string> references;
  if (f.reference && items.size() > 1 && names.size() <= 1)
    references = members(text_, w_, {*f.reference}, items.size());
  if (names.empty()) {
    // Whom the number speaks of stands behind it: 147家企业申报….
    for (const item& one : items) result_.unbound.push_back(one.token);
    return;
  }

  // A bound behind the last number of a list reaches the whole of it.
  if (items.size() > 1 && items.back().bound)
    for (item& each : items)
      if (!each.bound) each.bound = items.back().bound;
  // So does its unit.
  const numeral& with_unit = number(items.back().token);

  const bool new_subject = names != carried_.subjects;
  if (f.among && new_subject && !carried_.subjects.empty()) carried_.parent = carried_.subjects.front();
  else if (!f.among && new_subject) carried_.parent.clear();

  const std::size_t count = std::max(items.size(), items.size() == 1 ? names.size() : items.size());
  for (std::size_t k = 0; k < count; ++k) {
    const item& one = items.size() == 1 ? items.front() : items[k];
    numeral value = number(one.token);
    if (value.unit_begin == value.unit_end && value.form == form::plain) {
      const numeral& donor = one.upper ? number(*one.upper) : with_unit;
      value.unit_begin = donor.unit_begin;
      value.unit_end = donor.unit_end;
      value.form = donor.form;
    }
    fact made = blank(f, names.size() == 1 ? names.front() : names[std::min(k, names.size() - 1)], region);
    if (k < regions_.size()) made.region = regions_[k];
    if (f.from && f.from_span)
      if (const auto found = resolved(*f.from_span)) made.period = found;
    made.parent = carried_.parent;
    measure_of(made, f, one, value, !f.has_predicate);
    if (made.measure == measure::pull && ends_with_any(made.indicator, {"市", "区", "县", "省", "州"}) && !made.of.empty()) {
      made.region = made.indicator;  // 甲、乙等市分别拉动全省工业投资增长…
      made.indicator = made.of;
      cut_region(made.indicator);
    }
    if (!references.empty()) made.versus = references[std::min(k, references.size() - 1)];
    const std::size_t from = k == 0 || items.size() == 1 ? (f.has_predicate ? std::min(f.predicate, one.begin) : one.begin) : one.begin;
    place(made, from, one.end);
    if (f.stretch && !result_.facts.empty() && given_.status == status::target) {
      fact& base = result_.facts.back();
      if (base.indicator == made.indicator && base.in == made.in && base.value && made.value &&
          (f.verb ? base.measure == made.measure : true) && *base.value < *made.value) {
        base.stretch = made.value;
        base.end = made.end;
        base.text = std::string{text_.source().substr(base.start, base.end - base.start)};
        continue;
      }
    }
    carried_.last = made.measure == measure::change || made.measure == measure::gap ? made.subject : made.measure;
    if (made.measure == measure::share) carried_.last_of = made.of;
    if (made.measure == measure::growth && made.value) carried_.last_sign = made.value->digits() < 0 ? -1 : 1;
    result_.facts.push_back(std::move(made));
  }
  carried_.subjects = names;
  remember(f);
  (void)n;
}

/// 三次产业结构为5:40:55: the three shares of the whole.
void sentence_reader::emit_structure(const frame& f, const std::vector<item>& items, const std::vector<std::string>& names,
                                     const std::string& region) {
  const bool industries = !names.empty() && holds_any(simplified_name(names.front()), {"产业", "结构"});
  const bool traditional = !names.empty() && names.front().find("產") != std::string::npos;
  static constexpr std::string_view simple[] = {"第一产业增加值", "第二产业增加值", "第三产业增加值"};
  static constexpr std::string_view old[] = {"第一產業增加值", "第二產業增加值", "第三產業增加值"};
  for (std::size_t k = 0; k < items.size(); ++k) {
    fact made = blank(f, industries ? std::string{(traditional ? old : simple)[k]} : names.empty() ? std::string{} : names.front(), region);
    made.measure = industries ? measure::share : measure::level;
    if (industries) made.in = unit{"%"}, made.of = traditional ? "地區生產總值" : "地区生产总值";
    made.value = number(items[k].token).value;
    place(made, k == 0 && f.has_predicate ? std::min(f.predicate, items[k].begin) : items[k].begin, items[k].end);
    result_.facts.push_back(std::move(made));
  }
  carried_.subjects = names;
}

void sentence_reader::measure_of(fact& made, const frame& f, const item& one, const numeral& value, bool bare) const {
  const std::string& name = made.indicator;
  const bool ratio = is_ratio(name, given_.known);
  const bool target = given_.status == status::target;
  const bool verb = f.verb || one.verb;
  const bool to = f.to || one.to;
  int sign = one.sign.value_or(f.sign);
  const std::string unit_words = unit_of(text_, value);
  if (!unit_words.empty()) made.in = unit{unit_words};

  const std::string whole = f.whole ? without_of(printed(*f.whole)) : std::string{};
  const std::string object = f.object ? without_of(printed(*f.object)) : std::string{};
  const std::string reference = f.reference ? without_of(printed(*f.reference)) : std::string{};
  const auto about_a_plan = [&](const std::string& words) {
    return holds_any(simplified_name(words), {"计划", "目标", "任务", "预算"});
  };

  made.bound = one.bound ? *one.bound
               : f.before ? *f.before
               : value.more ? bound::more_than
                            : bound::exact;
  if (f.gap != 0 && !f.reference && !f.than && !verb) made.bound = f.gap > 0 ? bound::more_than : bound::less_than;
  if (f.control && made.bound == bound::exact && (target || made.status != status::actual)) made.bound = bound::at_most;
  if (f.control && f.before == bound::about) made.bound = bound::about;

  // What the number is.
  std::optional<int> signed_by;
  if (value.form == form::ordinal || f.rank) {
    made.measure = measure::rank;
    made.in.reset();
    made.of = object;
  } else if (value.form == form::points) {
    if (f.pull) {
      made.measure = measure::pull;
      made.of = whole;
      for (const std::string_view verb_words : {"增长", "增長", "上涨", "上漲"})
        if (made.of.size() > verb_words.size() && made.of.ends_with(verb_words)) made.of.erase(made.of.size() - verb_words.size());
      signed_by = f.pull_sign * (sign < 0 ? -1 : 1);
    } else {
      const bool time = f.reference_is_time || (!f.reference && f.gap == 0);
      made.measure = time ? measure::change : measure::gap;
      const bool of_share = (f.share && !f.speed && !f.decline) || (!f.speed && !f.decline && carried_.last == measure::share && !verb && f.gap == 0) ||
                            ends_with_any(name, {"比重", "占比"});
      if (f.speed || f.decline) made.subject = measure::growth;
      else if (of_share) made.subject = measure::share;
      else if (ratio && carried_.last != measure::growth) made.subject = measure::level;
      else if (carried_.last && carried_.subjects.size() > 0 && std::ranges::find(carried_.subjects, name) != carried_.subjects.end())
        made.subject = *carried_.last;
      else made.subject = ratio || (!f.reference && !f.speed) ? measure::level : measure::growth;
      if (made.subject == measure::share) made.of = f.share && !whole.empty() ? whole : carried_.last_of;
      if (made.subject != measure::level && made.subject != measure::share) made.subject = measure::growth;
      if (f.gap != 0 && holds_any(simplified_name(reference), {"增速", "增长", "增幅", "涨幅"})) made.subject = measure::growth, made.of.clear();
      if (f.gap != 0 && !(verb && time)) signed_by = f.gap;
      else signed_by = sign == 0 ? 1 : sign;
      const bool falling = f.decline || (f.span_change && carried_.last_sign < 0 && !f.speed);
      if (falling && made.subject == measure::growth) {
        // 降幅收窄 raises a growth, 降幅扩大 lowers it.
        signed_by = -*signed_by;
      }
      if (f.gap != 0 && f.reference && about_a_plan(reference)) made.subject = ratio ? measure::level : measure::growth;
      if (f.gap != 0 && reference.find("进度") != std::string::npos) made.subject = measure::level;
      made.versus = reference;
      if (time && f.reference_is_time && f.reference_span && basis_of_reference(f) == basis::yoy) made.basis = basis::yoy;
      if (f.basis && time) made.basis = f.basis;
    }
  } else if (value.form == form::percent || value.form == form::tenths || (value.form == form::times && (verb || f.speed))) {
    if (f.contribution) {
      made.measure = measure::contribution;
      std::string words;
      for (const piece& p : f.subject) words += printed(p);
      for (const std::string_view mark : {"对", "對"})
        if (const std::size_t at = words.rfind(mark); at != std::string::npos) made.of = without_of(words.substr(at + 3));
      if (made.of.empty()) made.of = whole;
      for (const std::string_view mark : {"对", "對"})
        if (const std::size_t at = made.indicator.rfind(mark); at != std::string::npos && at > 0) made.indicator.erase(at);
    } else if (f.whole && f.share) {
      made.measure = about_a_plan(whole) ? measure::progress : measure::share;
      made.of = whole;
      if (verb && !to) {
        made.measure = measure::change;
        made.subject = measure::share;
        signed_by = sign;
      }
    } else if (f.times_of) {
      made.measure = measure::ratio;
      made.versus = reference;
    } else if (f.reach && !verb && about_a_plan(object) && !target) {
      made.measure = measure::progress;
      made.of = without_of(object);
    } else if (f.reach_done && !verb && !ratio && !target && given_.subjects.empty() && !is_amount(name, given_.known)) {
      made.measure = measure::progress;  // 桩基施工完成50%
    } else if ((f.speed || f.decline) && (!verb || to) && f.gap == 0) {
      made.measure = measure::growth;
      signed_by = f.decline ? -1 : value.value.digits() < 0 ? 0 : 1;
      made.basis = f.basis.value_or(basis::yoy);
    } else if (verb && !to) {
      // The rate of a few in a hundred thousand falls by a part of itself, 城镇化率 by points.
      const bool by_points = ratio && value.form == form::percent && !f.basis && !f.than &&
                             !ends_with_any(name, {"死亡率", "发病率", "发案率", "强度"}) &&
                             value.value < decimal{15} && !f.footing;
      made.measure = by_points ? measure::change : measure::growth;
      if (made.measure == measure::change && carried_.last == measure::growth) made.measure = measure::growth;
      if (made.measure == measure::change) made.subject = measure::level;
      signed_by = sign;
      made.basis = f.basis.value_or(f.than && f.reference_is_time ? basis_of_reference(f) : basis::yoy);
      if (f.basis && f.than && f.reference_is_time && *f.basis == basis::yoy) made.basis = basis_of_reference(f);
      if (f.than && f.reference_is_time) made.versus = reference;
    } else if (to) {
      made.measure = f.speed || f.decline || (carried_.last == measure::growth && f.span_change) ? measure::growth : measure::level;
    } else if (f.share) {
      made.measure = measure::level;
    } else if (bare || f.control || f.hold || f.reach || f.before || (f.gap != 0 && !f.reference) || f.all || f.each) {
      if (given_.bare_percent) made.measure = *given_.bare_percent;
      else if (ratio) made.measure = measure::level;
      else if (f.object && !given_.subjects.empty() && shown(*f.object).ends_with("的"))
        made.measure = holds_any(simplified_name(object), {"增长"}) ? measure::growth : measure::share, made.of = tidy_name(object);
      else if (f.reach && given_.subjects.empty() && !holds_any(simplified_name(name), {"增长", "增速"})) made.measure = measure::level;
      else if (is_amount(name, given_.known) || (target && bare) || (f.each && carried_.last == measure::growth)) made.measure = measure::growth;
      else made.measure = f.reach && given_.subjects.empty() && !object.empty() ? measure::level : measure::level;
      if (made.measure == measure::growth) made.basis = f.basis.value_or(basis::yoy);
    } else {
      made.measure = f.gap != 0 && f.reference ? measure::gap : measure::level;
      if (made.measure == measure::gap) {
        made.subject = ratio ? measure::level : measure::growth;
        signed_by = f.gap;
        made.versus = reference;
      }
    }
  } else if (value.form == form::times) {
    made.measure = measure::ratio;
    made.versus = !reference.empty() ? reference : object;
  } else if (verb && !to) {
    made.measure = measure::change;
    made.subject = measure::level;
    signed_by = sign;
    made.versus = reference;
    if (f.basis && *f.basis != basis::average) made.basis = f.basis;
  } else if (f.gap != 0 && f.reference) {
    made.measure = f.reference_is_time ? measure::change : measure::gap;
    made.subject = measure::level;
    signed_by = f.gap;
    made.versus = reference;
  } else if (f.pull && !f.whole) {
    made.measure = measure::level;
  } else {
    made.measure = measure::level;
  }

  // Its value in signed space.
  decimal printed_value = value.value;
  if (value.form == form::tenths) printed_value = decimal{printed_value.digits() * (printed_value.decimals() > 0 ? 1 : 10), std::max(0, printed_value.decimals() - 1)};
  if (value.form == form::times && made.measure == measure::growth) {
    const int decimals = printed_value.decimals();
    printed_value = decimals >= 2 ? decimal{printed_value.digits(), decimals - 2}
                                  : decimal{printed_value.digits() * (decimals == 1 ? 10 : 100), 0};
  }
  if (value.form == form::tenths || (value.form == form::times && made.measure == measure::growth)) made.in = unit{"%"};
  const bool negative = signed_by && *signed_by < 0;
  const auto with_sign = [&](decimal v) { return negative && v.digits() > 0 ? -v : v; };
  if (negative) made.bound = mirrored(made.bound);
  if (one.upper) {
    decimal lower = with_sign(printed_value), upper = with_sign(number(*one.upper).value);
    if (upper < lower) std::swap(lower, upper);
    made.bound = bound::range;
    made.value.reset();
    made.lo = lower;
    made.hi = upper;
  } else {
    made.value = with_sign(printed_value);
    set_end(made);
  }
  if (f.hold && target && made.measure == measure::level && made.bound == bound::exact && !f.reach && !f.to && !given_.subjects.empty()) {
    // 保持3.77亿亩 asks for no less, 保持在5%左右 was bound above.
    made.bound = bound::stable;
  }
  if (made.measure == measure::growth || made.measure == measure::gap) made.comparable = f.footing;
  if (made.measure == measure::growth && !made.basis) made.basis = basis::yoy;
  if (made.measure == measure::growth && f.no_basis && !target) made.basis.reset();
  if (made.measure == measure::growth && carried_.basis && !f.basis && !f.than) made.basis = carried_.basis;
}

}  // namespace

bool is_ratio(std::string_view indicator, const catalogue* known) {
  const std::string name = without_brackets(simplified_name(indicator));
  if (name.find("占") != std::string::npos && ends_with_any(name, {"比重", "比例", "比"})) return true;
  if (ends_with_any(name, {"率", "比重", "占比", "比例", "覆盖面", "覆盖度", "盖度", "强度", "份额", "程度", "比值", "能力", "普及面", "化度"})) {
    return !ends_with_any(name, {"能耗强度", "排放强度", "用水强度", "碳强度", "增长率", "投资强度", "噪声强度"}) || name.ends_with("自然增长率");
  }
  if (known)
    if (const kebi::indicator* found = known->find(indicator))
      return (found->kind == kind::ratio || found->kind == kind::rate) && !found->units.empty() &&
             found->units.front().kind() == "倍";
  return false;
}

bool is_amount(std::string_view indicator, const catalogue* known) {
  if (is_ratio(indicator, known)) return false;
  if (known)
    if (const kebi::indicator* found = known->find(indicator)) return found->kind != kind::ratio && found->kind != kind::rate;
  const std::string name = without_brackets(simplified_name(indicator));
  return ends_with_any(name, {"总额", "总值", "增加值", "收入", "支出", "投资", "产值", "价格", "指数", "消费", "产量", "人数", "余额", "GDP", "CPI", "PPI", "增长", "增速", "增长目标", "出口", "进口", "外资", "产业", "销售额", "零售额", "水平", "经济", "工业", "农业", "服务业", "能耗", "排放量", "排放", "浓度", "数量", "总量", "贸易", "税收", "利润", "涨幅", "增幅", "降幅"}) ||
         name.starts_with("GDP") || name.starts_with("CPI");
}

sentence read_sentence(const folded& text, const tokens& words, std::size_t first, std::size_t last,
                       const setting& given, memory& carried) {
  return sentence_reader{text, words, first, last, given, carried}.run();
}

}  // namespace kebi::grammar
