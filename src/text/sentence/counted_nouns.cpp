#include "text/sentence/sentence_reader.hpp"

#include <algorithm>

#include "text/names/indicator_kind.hpp"
#include "text/names/places.hpp"
#include "text/normalise/strings.hpp"
#include "text/normalise/utf8.hpp"

namespace kebi::grammar {
namespace {

/// 重点项目 of 重点项目完成投资, 龙头企业 of 龙头企业产值: those who are counted, without what they
/// did or what is measured of them; the whole name where it tells of neither.
std::string actors_in(const std::string& name, const catalogue* known) {
  static constexpr std::string_view actors[] = {
      "企业", "公司", "集团", "项目", "银行",   "行业", "单位", "机构", "园区", "工程",
      "商户", "农户", "医院", "实事", "合作社", "学校", "城市", "门店", "景区"};
  std::size_t end = 0;
  for (std::size_t at = 0; at < name.size();) {
    const auto actor = std::ranges::find_if(actors, [&](std::string_view each) {
      return starts_with(std::string_view{name}.substr(at), each);
    });
    if (actor != std::end(actors))
      end = at += actor->size();
    else if (end > 0)
      break;
    else
      at += character(std::string_view{name}.substr(at)).size();
  }
  if (end == 0 || end == name.size()) return name;
  const std::string_view rest = std::string_view{name}.substr(end);
  const bool acts = starts_with_any(
      rest, {"实现", "完成", "已完成", "共", "累计", "入库", "缴纳", "上缴", "新增", "申报", "获得",
             "获批", "发放", "投入", "吸纳", "带动", "销售", "接待"});
  return acts || is_amount(rest, known) || is_ratio(rest, known) ? name.substr(0, end) : name;
}

}  // namespace

bool sentence_reader::counts_things(const numeral& n) const {
  if (n.form != form::plain || n.unit_begin == n.unit_end) return false;
  static constexpr std::string_view classifiers[] = {
      "家", "个", "项", "名",   "位",   "件",   "条", "所", "处", "座", "套", "辆", "台",
      "起", "宗", "户", "人",   "场",   "次",   "种", "类", "栋", "幢", "间", "艘", "架",
      "列", "部", "本", "支",   "只",   "头",   "株", "棵", "组", "队", "批", "门", "口",
      "张", "枚", "款", "人次", "家次", "户次", "例", "道", "对", "份", "期"};
  const std::string_view unit =
      std::string_view{text_.text()}.substr(n.unit_begin, n.unit_end - n.unit_begin);
  std::string_view bare = unit;
  for (const std::string_view times : {"亿", "万", "千", "百"})
    while (bare.starts_with(times)) bare.remove_prefix(times.size());
  return std::ranges::any_of(classifiers, [&](std::string_view one) {
    return one.size() == bare.size() && ends_with(bare, one);
  });
}

bool sentence_reader::is_set(std::size_t i) const {
  std::size_t end = i;
  while (kind(end) != word::comma && kind(end) != word::stop && kind(end) != word::number) ++end;
  return end > i && kind(end) != word::number && kind(end - 1) == word::text &&
         ends_with_any(shown(end - 1), {"中", "里"});
}

bool sentence_reader::counts_in_brackets(std::size_t open) const {
  for (std::size_t i = open + 1; kind(i) != word::close && kind(i) != word::stop; ++i)
    if (kind(i) == word::number) return true;
  return false;
}

std::size_t sentence_reader::end_of_noun(std::size_t i) const {
  const bool noun = kind(i) == word::text || kind(i) == word::quote || kind(i) == word::nature ||
                    kind(i) == word::goal;
  if (!noun) return i;
  if (kind(i) == word::text && (shown(i).starts_with("的") || shown(i).starts_with("以"))) return i;
  std::size_t end = i;
  for (; end < last_; ++end) {
    const word is = kind(end);
    if (is == word::comma || is == word::stop || is == word::list || is == word::number ||
        is == word::colon)
      break;
    if (is == word::open && (kind(end + 1) == word::among || counts_in_brackets(end))) break;
    if ((is == word::part_of || is == word::basis || is == word::than) && end > i) break;
  }
  return end;
}

std::size_t sentence_reader::end_of_actors(std::size_t i, std::size_t end) const {
  for (std::size_t k = i + 1; k < end; ++k) switch (kind(k)) {
      case word::reach:
      case word::rise:
      case word::fall:
      case word::widen:
      case word::narrow:
      case word::before:
      case word::higher:
      case word::lower:
      case word::hold:
      case word::control:
      case word::each:
      case word::all:
      case word::adverb:
      case word::period:
        return k;
      default:
        break;
    }
  return end;
}

bool sentence_reader::is_bare_verb(const frame& f) const {
  if (f.whom.subject.size() != 1 || f.whom.object) return false;
  const std::string name = tidy_name(printed(f.whom.subject.front()));
  static constexpr std::string_view verbs[] = {"打造", "建设", "新建", "改造", "投入",     "建成",
                                               "规划", "开发", "盘活", "收储", "启动建设", "推进"};
  return std::ranges::find(verbs, name) != std::end(verbs);
}

std::size_t sentence_reader::end_of_quote(std::size_t i) const {
  if (kind(i) != word::quote) return i;
  for (std::size_t k = i + 1; k < last_ && k < i + 12; ++k)
    if (kind(k) == word::quote) return k + 1;
  return i;
}

bool sentence_reader::emit_count(const frame& f, const item& one, std::size_t noun,
                                 std::size_t noun_end, bool acting) {
  std::string name;
  for (std::size_t i = noun; i < noun_end; ++i)
    if (kind(i) != word::period && kind(i) != word::adverb)
      name += text_.printed(at(i).begin, at(i).end);
  std::string region;
  name = tidy_name(name);
  if (acting) name = actors_in(name, given_.known);
  const numeral& value = number(one.token);
  if (name.empty() || value.unit_begin == value.unit_end || value.too_large ||
      !has_sound_unit(value)) {
    result_.unbound.push_back(one.token);
    return false;
  }
  fact made = blank(f, name, region);
  made.measure = measure::level;
  made.value = value.value;
  made.unit = unit{unit_of(text_, value)};
  if (value.form == form::tenths) {
    made.value = decimal{value.value.digits() * 10, value.value.decimals()};
    made.unit = unit{"%"};
  }
  made.bound = one.bound    ? *one.bound
               : f.bound   ? *f.bound
               : value.more ? bound::more_than
                            : bound::exact;
  set_end(made);
  if (f.whom.among && !carried_.subjects.empty()) carried_.parent = carried_.subjects.front();
  if (f.whom.among || f.whom.listed) made.parent = carried_.parent;
  place(made, one.begin, one.end);
  if (f.bound && f.predicate) place(made, *f.predicate, one.end);
  if (!f.whom.among && !f.whom.listed) carried_.parent.clear();
  carried_.subjects = {name};
  carried_.last.measure = measure::level;
  remember(f);
  result_.facts.push_back(std::move(made));
  return true;
}

std::optional<std::size_t> sentence_reader::read_counted(const frame& f, const item& one,
                                                         std::size_t next) {
  // 7成以上行业: a part of things is counted like things.
  const bool part = number(one.token).form == form::tenths && !f.predicate;
  const bool counts = counts_things(number(one.token)) || part;
  if (counts && f.whom.subject.size() == 1 && !f.predicate &&
      is_place(tidy_name(printed(f.whom.subject.front())))) {
    // 甲区12家、乙市34家诊所: the noun stands behind the last number.
    std::size_t noun = next;
    while (kind(noun) != word::stop && kind(noun) != word::comma &&
           !(kind(noun - 1) == word::number && kind(noun) == word::text))
      ++noun;
    const std::size_t end = noun < last_ && kind(noun) == word::text ? end_of_noun(noun) : noun;
    const std::string place_name = tidy_name(printed(f.whom.subject.front()));
    if (end > noun) {
      std::string whole = place_name + "名";
      const std::string area = cut_region(whole);
      if (emit_counted(f, one, noun, end))
        result_.facts.back().region = area.empty() ? place_name : region_named(area, given_);
      return next;
    }
  }
  const bool goes_on = kind(next) != word::comma && kind(next) != word::stop;
  const bool noun = kind(next) == word::quote || kind(next) == word::text;
  std::size_t end = next;
  if (is_bare_verb(f) && goes_on && noun) end = std::max(end_of_noun(next), end_of_quote(next));
  if (end == next && counts && !is_set(next)) end = end_of_noun(next);
  if (end == next) return std::nullopt;
  const bool acting = counts && acts(end);
  acting ? emit_counted(f, one, next, end) : emit_count(f, one, next, end);
  return acting ? next : end;
}

bool sentence_reader::acts(std::size_t end) const {
  return kind(end) == word::number && !is_named(end);
}

bool sentence_reader::emit_counted(const frame& f, const item& one, std::size_t noun,
                                   std::size_t end) {
  return acts(end) ? emit_count(f, one, noun, end_of_actors(noun, end), true)
                   : emit_count(f, one, noun, end);
}

bool sentence_reader::is_named(std::size_t n) const {
  const std::string_view unit = std::string_view{text_.text()}.substr(
      number(n).unit_begin, number(n).unit_end - number(n).unit_begin);
  if (n > first_ && kind(n - 1) == word::text) {
    const std::string_view before = shown(n - 1);
    if (ends_with_any(before, {"连续", "未来", "为期", "历时", "满"}) &&
        ends_with_any(unit, {"年", "月", "季度", "天", "周", "日", "小时", "次", "期"}))
      return true;
  }
  if (ends_with_any(unit, {"年"}) && n + 1 < last_ &&
      starts_with_any(shown(n + 1), {"累计", "合计", "共", "内", "间"}))
    return true;
  if (!given_.subjects.empty()) return false;
  if (ends_with_any(unit, {"个月", "季度", "年"}))  // 在连续上涨19个月后
    for (std::size_t i = n; i > head_ && n - i < 4 && kind(i - 1) != word::comma; --i)
      if (kind(i - 1) == word::text && shown(i - 1).ends_with("连续")) return true;
  std::size_t j = n + 1;
  const bool bounded = bound_behind(j).has_value();
  const bool attribute =
      kind(j) == word::of && (kind(j + 1) == word::text) && !shown(j + 1).starts_with("速度");
  const bool money = unit.ends_with("元") || unit.ends_with("吨") || unit.ends_with("人") ||
                     unit.ends_with("千瓦") || unit.ends_with("平方米");
  const bool over =
      n > first_ &&
      (kind(n - 1) == word::text ? ends_with_any(shown(n - 1), {"过", "上"})
                                 : kind(n - 1) == word::before || kind(n - 1) == word::higher ||
                                       kind(n - 1) == word::lower);
  if (attribute && money && ((over && number(n).chinese) || bounded)) return true;
  return bounded && money && kind(j) == word::text && j == n + 2 && shown(j - 1) != "多" &&
         shown(j - 1) != "左右";
}

bool sentence_reader::has_sound_unit(const numeral& n) const {
  // Only long chains of multipliers and quotients leave the scales that units can have.
  const std::string_view printed_unit = shown_unit(n);
  if (printed_unit.size() <= 9 && printed_unit.find('/') == std::string_view::npos &&
      !starts_with_any(printed_unit, {"万亿亿", "亿亿", "亿万", "万万"}))
    return true;
  const std::string words = unit_of(text_, n);
  return words.empty() || unit_named(words);
}

}  // namespace kebi::grammar
