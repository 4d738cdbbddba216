#include "text/sentence/numbers.hpp"

#include <utility>

#include "text/names/profit_and_loss.hpp"
#include "text/normalise/strings.hpp"
#include "text/words/not_statistics.hpp"

namespace kebi::grammar {
namespace {

/// Reads what belongs to one number behind it: a bound, the upper end of a range (6.0%-6.5%,
/// 5.5至6%) and the bound behind that.
void read_end(const clause& c, const frame& f, listed_number& one) {
  const std::size_t i = one.token;
  std::size_t j = i + 1;
  one.bound = bound_behind(c, j);
  const bool dash =
      is_any(c.kind(j), word::dash, word::to) || (c.kind(j) == word::text && c.shown(j) == "至");
  if (dash && c.kind(j + 1) == word::number && !f.change.from) {
    const numeral &lower = c.number(i), &upper = c.number(j + 1);
    if (upper.form != form::ordinal && (upper.form == lower.form || !has_unit(lower))) {
      one.upper = j + 1;
      j += 2;
      one.bound = bound_behind(c, j);
    }
  }
  one.end = j;
}

/// Where the next member of a list may start, behind the sign that parts it from the one before
/// with its number at `i`: 、, 和, a blank, a comma behind 分别, the colon of a ratio.
std::optional<std::size_t> behind_separator(const clause& c, std::size_t i, std::size_t k,
                                            const frame& f) {
  if (is_any(c.kind(k), word::list, word::joint)) return k + 1;
  if (c.kind(k) == word::comma && f.whom.each) return k + 1;
  if (c.kind(k) == word::colon && !has_unit(c.number(i)) && c.kind(k + 1) == word::number)
    return k + 1;
  if (c.kind(k) == word::text && c.shown(k) == " ") return k + 1;
  return std::nullopt;
}

/// Reads the words before a member of a list, a verb or an outcome of its own, up to `k`.
void read_member_words(const clause& c, listed_number& one, std::size_t& k) {
  for (;; ++k) {
    const word is = c.kind(k);
    if (is == word::text && is_outcome(c.shown(k))) {
      one.outcome = k;
    } else if (is_any(is, word::rise, word::widen, word::fall, word::narrow)) {
      one.sign = is_any(is, word::rise, word::widen) ? 1 : -1;
      one.to = c.at(k).sense == 2;
    } else if (is == word::to) {
      one.to = true;
    } else if (!is_any(is, word::before, word::adverb)) {
      return;
    }
  }
}

/// Whether two numbers can stand in one list: 增长64%和2.8倍, 快于全国1.4个、全省0.6个百分点.
bool go_together(const clause& c, const numeral& a, const numeral& b, const frame& f) {
  const auto grows = [](const numeral& x) {
    return x.form == form::percent || x.form == form::times;
  };
  const bool bare = !has_unit(a) && a.form == form::plain;
  const bool points_follow = c.unit(a) == "个" && b.form == form::points;
  const bool growths = f.change.stated && grows(a) && grows(b);
  return bare || b.form == a.form || points_follow || growths || !has_unit(b);
}

/// The member of a list behind the one whose number is at `i` and whose words end at `end`. With
/// words of its own, as in 完成5533.1亿元、下降4%, a number is a statement of its own unless 分别
/// announces a list.
std::optional<listed_number> next_member(const clause& c, std::size_t i, std::size_t end,
                                         const frame& f) {
  const auto start = behind_separator(c, i, end, f);
  if (!start) return std::nullopt;
  listed_number one;
  one.begin = *start;
  std::size_t k = *start;
  read_member_words(c, one, k);
  if (c.kind(k) != word::number || !reason_to_pass(c.text, c.words, k).empty()) return std::nullopt;
  const numeral &before = c.number(i), &number = c.number(k);
  if ((number.form == form::ordinal) != (before.form == form::ordinal)) return std::nullopt;
  const bool worded = k > one.begin;
  const bool comma = c.kind(end) == word::comma;
  if (worded && (!f.whom.each || comma)) return std::nullopt;
  if (!go_together(c, before, number, f)) return std::nullopt;
  one.token = k;
  return one;
}

/// Whether a number stands in brackets as the value of a reference: 全国(5.0%).
bool is_aside(const clause& c, std::size_t n) {
  std::size_t i = n;
  while (i > c.first && is_any(c.kind(i - 1), word::before, word::rise, word::fall)) --i;
  if (i == c.first || c.kind(i - 1) != word::open) return false;
  std::size_t j = n + 1;
  bound_behind(c, j);
  return c.kind(j) == word::close;
}

/// 连续4年, 未来5年, 3年累计: a length of time.
bool is_duration(const clause& c, std::size_t n, std::string_view unit) {
  if (n > c.first && c.kind(n - 1) == word::text &&
      ends_with_any(c.shown(n - 1), {"连续", "未来", "为期", "历时", "满"}) &&
      ends_with_any(unit, {"年", "月", "季度", "天", "周", "日", "小时", "次", "期"}))
    return true;
  return ends_with_any(unit, {"年"}) && n + 1 < c.last &&
         starts_with_any(c.shown(n + 1), {"累计", "合计", "共", "内", "间"});
}

/// Whether a verb or a bound stands right before a number: 惠及30万以上群众, as against 20万以上人口县.
bool tells_of_figure(const clause& c, std::size_t n) {
  if (n == c.first) return false;
  const word before = c.kind(n - 1);
  return !is_any(before, word::comma, word::stop, word::list, word::joint);
}

}  // namespace

std::optional<kebi::bound> bound_behind(const clause& c, std::size_t& i) {
  std::optional<kebi::bound> found;
  for (;; ++i) {
    if (c.kind(i) == word::after)
      found = static_cast<kebi::bound>(c.at(i).sense);
    else if (c.kind(i) == word::high && c.shown(i) == "多")
      found = bound::more_than;
    else
      return found;
  }
}

number_list read_list(const clause& c, std::size_t n, const frame& f) {
  number_list list;
  listed_number first;
  first.token = first.begin = n;
  for (std::optional<listed_number> one = first; one;) {
    read_end(c, f, *one);
    list.all.push_back(*one);
    list.next = one->end;
    one = next_member(c, one->token, one->end, f);
  }
  return list;
}

void join_ratio(const clause& c, number_list& list) {
  if (list.all.size() != 2 || c.kind(list.all[0].end) != word::colon) return;
  list.all.front().bound = list.all.back().bound;
  list.all.front().end = list.all.back().end;
  list.all.pop_back();
}

bool is_structure(const clause& c, const number_list& list) {
  return list.all.size() == 3 && c.kind(list.all[0].end) == word::colon;
}

void share_bound(number_list& list) {
  if (!list.several() || !list.all.back().bound) return;
  for (listed_number& each : list.all)
    if (!each.bound) each.bound = list.all.back().bound;
}

std::optional<list_value> value_in_list(const clause& c, const number_list& list,
                                        const listed_number& one, const frame& f,
                                        std::string_view name) {
  list_value value{c.number(one.token)};
  numeral& number = value.number;
  const numeral& last = c.number(list.all.back().token);
  if (!has_unit(number) && number.form == form::plain) {
    const numeral& donor = one.upper ? c.number(*one.upper) : last;
    if (donor.written.too_large || !has_sound_unit(c, donor)) return std::nullopt;
    number.unit.begin = donor.unit.begin;
    number.unit.end = donor.unit.end;
    number.form = donor.form;
  } else if (number.unit.bare_scale && last.form == form::plain && c.unit(last) != c.unit(number) &&
             c.unit(last).starts_with(c.unit(number))) {
    number.unit.begin = last.unit.begin;  // 6360.6亿、2004.4亿元
    number.unit.end = last.unit.end;
  }
  if (c.unit(number) == "万" && ends_with_any(simplified_name(name), {"人数", "人口"}))
    value.of_people = true;
  if (number.written.too_large || !has_sound_unit(c, number) ||
      (one.upper && c.number(*one.upper).written.too_large))
    return std::nullopt;
  if (number.form != form::plain || c.unit(number) != "个") return value;
  if (f.against.gap == 0 && !f.against.than && !f.names_rate() && last.form != form::points)
    return value;
  // 快于全国1.4个、全省0.6个百分点: the rest of the unit stands behind a later number.
  for (std::size_t i = one.token + 1; i < c.last; ++i) {
    if (is_any(c.kind(i), word::comma, word::stop)) break;
    if (c.kind(i) != word::number || c.number(i).form != form::points) continue;
    number.unit.begin = c.number(i).unit.begin;
    number.unit.end = c.number(i).unit.end;
    number.form = form::points;
    break;
  }
  return value;
}

bool states_nothing(const clause& c, std::size_t n, std::size_t begin, const context& known) {
  const numeral& number = c.number(n);
  if (number.written.too_large || !has_sound_unit(c, number)) return true;
  if (number.written.fraction && known.in_prose() &&
      !is_any(c.kind(n + 1), word::comma, word::stop, word::after, word::list, word::joint,
              word::close))
    return true;
  if (is_aside(c, n))  // the head goes on behind it
    for (std::size_t i = begin; i < n; ++i)
      if (is_any(c.kind(i), word::than, word::higher, word::lower)) return true;
  std::size_t k = n + 1;
  while (is_any(c.kind(k), word::goal, word::assigned) ||
         (k > n + 1 && is_any(c.kind(k), word::of, word::text)))
    ++k;
  return k > n + 1 && c.kind(k) == word::number && c.number(k).form == form::percent;
}

bool is_named(const clause& c, std::size_t n, const context& known) {
  const std::string_view unit = c.unit(c.number(n));
  if (is_duration(c, n, unit)) return true;
  if (!known.in_prose()) return false;
  if (ends_with_any(unit, {"个月", "季度", "年"}))  // 在连续上涨19个月后
    for (std::size_t i = n; i > c.head && n - i < 4 && c.kind(i - 1) != word::comma; --i)
      if (c.kind(i - 1) == word::text && c.shown(i - 1).ends_with("连续")) return true;
  const bool amount = ends_with_any(unit, {"元", "吨", "人", "千瓦", "千伏", "平方米"}) ||
                      (c.number(n).unit.bare_scale && !tells_of_figure(c, n));
  if (!amount) return false;
  std::size_t j = n + 1;
  const bool bounded = bound_behind(c, j).has_value();
  const bool attribute =
      c.kind(j) == word::of && c.kind(j + 1) == word::text && !c.shown(j + 1).starts_with("速度");
  const bool over =
      n > c.first && (c.kind(n - 1) == word::text
                          ? ends_with_any(c.shown(n - 1), {"过", "上"})
                          : is_any(c.kind(n - 1), word::before, word::higher, word::lower));
  if (attribute && ((over && c.number(n).written.chinese) || bounded)) return true;
  return bounded && c.kind(j) == word::text && j == n + 2 && c.shown(j - 1) != "多" &&
         c.shown(j - 1) != "左右";
}

bool has_sound_unit(const clause& c, const numeral& n) {
  // Only long chains of multipliers and quotients leave the scales that units can have.
  const std::string_view unit = c.unit(n);
  if (unit.size() <= 9 && unit.find('/') == std::string_view::npos &&
      !starts_with_any(unit, {"万亿亿", "亿亿", "亿万", "万万"}))
    return true;
  const std::string words = unit_of(c.text, n);
  return words.empty() || unit_named(words);
}

}  // namespace kebi::grammar
