#include "kebi/text/explain.hpp"

#include <algorithm>

#include "kebi/core/fixed.hpp"
#include "kebi/period/code.hpp"
#include "kebi/text/print_period.hpp"
#include "text/print/word_pairs.hpp"

namespace kebi {

namespace {

using detail::in_words;

/// The digit that a comparison of two printed numbers is good to.
int common_decimals(const assessment& a) {
  int most = 0;
  for (const fact* f :
       {&a.target, a.outcome ? &*a.outcome : nullptr, a.reference ? &*a.reference : nullptr})
    if (f && (f->value || f->lo || f->hi) && printed_decimals(*f) > most)
      most = printed_decimals(*f);
  return most;
}

double size(double x) { return x < 0 ? -x : x; }

std::string size_of(const figure& f, int decimals) { return fixed(size(f.value), decimals); }

/// A distance between rates is in points, one between levels in the level's unit.
std::string distance_words(const assessment& a, language in) {
  // A unit may have moved the point further than the printed numbers show.
  int decimals = common_decimals(a);
  while (decimals < 6 &&
         size(std::stod(size_of(*a.margin, decimals)) - size(a.margin->value)) > 1e-9)
    ++decimals;
  const std::string number = size_of(*a.margin, decimals);
  const std::string symbol = a.margin_in ? a.margin_in->symbol() : "";
  if (symbol == "个百分点") return number + in_words(in, symbol, " points");
  if (symbol == "个千分点") return number + in_words(in, symbol, " points per mille");
  return number + in_words(in, "", " ") + symbol;
}

std::string asked_words(const assessment& a, language in) {
  if (a.target.bound == bound::range) return in_words(in, "目标区间", "the target range");
  if (a.target.bound == bound::flat) return in_words(in, "上年", "last year");
  return in_words(in, "目标", "the target");
}

std::string value_reason(const assessment& a, language in) {
  if (!a.margin) return in_words(in, "对照目标", "against the target");
  const std::string by = distance_words(a, in), asked = asked_words(a, in);
  const bool above = a.better_by.way == better::lower ? a.margin->value < 0 : a.margin->value > 0;
  const double edge = a.margin->value;
  if (edge == 0) return in_words(in, "与" + asked + "持平", "equal to " + asked);
  if (a.target.bound == bound::range && a.verdict == verdict::on_course)
    return in_words(in, "在目标区间内", "inside the target range");
  return above ? in_words(in, "高于" + asked + by, by + " above " + asked)
               : in_words(in, "低于" + asked + by, by + " below " + asked);
}

std::string pace_reason(const assessment& a, language in) {
  const pace& p = *a.pace;
  const double lead = p.lead.value;
  const bool level = size(lead) < 0.05;
  const std::string done = fixed(p.completion.value, 1), by = fixed(size(lead), 1),
                    time = fixed(p.elapsed, 1);
  const std::string zh_done = (a.rule == rule::path ? "目标变动完成" : "完成") + done + "%，",
                    en_done = done + "% done, ",
                    en_elapsed = " the time elapsed (" + time + "%)";
  if (level) return in_words(in, zh_done + "与序时进度一致", en_done + "in line with" + en_elapsed);
  return lead > 0 ? in_words(in, zh_done + "快于序时进度" + by + "个百分点",
                          en_done + by + " points ahead of" + en_elapsed)
                  : in_words(in, zh_done + "慢于序时进度" + by + "个百分点",
                          en_done + by + " points behind" + en_elapsed);
}

/// The rule by which more or less of an indicator that the catalogue lacks was taken to be better.
std::string better_words(const assessment& a, language in) {
  const better_way& by = a.better_by;
  const bool needed = a.rule == rule::value || a.rule == rule::schedule || a.rule == rule::path ||
                      a.rule == rule::stability || (a.rule == rule::cap && by.from == way_source::indicator_name);
  const bool equal = a.rule == rule::value && a.margin && a.margin->value == 0;  // either way
  if (!needed || equal || by.word.empty() || !by.way || *by.way == better::neither) return "";
  const bool low = *by.way == better::lower, of_name = by.from == way_source::indicator_name;
  return in_words(in,
                  std::string{"（"} + (of_name ? "指标名称含“" : "目标用语为“") + by.word + "”，以" +
                      (low ? "低" : "高") + "为好）",
                  std::string{" ("} + (low ? "less" : "more") + " is better: the " +
                      (of_name ? "name" : "target") + " has " + by.word + ")");
}

/// Who keeps pace with the least that 左右 accepts is not behind.
std::string about_words(const assessment& a, language in) {
  const bool about = a.target.bound == bound::about || a.target.bound == bound::nearly;
  if (!about || !a.pace || a.pace->lead.value >= 0 || a.verdict != verdict::on_course) return "";
  return in_words(in, "（在“左右”的幅度之内）", " (within what 左右 leaves open)");
}

std::string step_reason(const assessment& a, language in) {
  const std::string by = distance_words(a, in), with = a.target.reference;
  if (a.margin->value == 0) return in_words(in, "与" + with + "持平", "equal to " + with);
  return a.margin->value > 0 ? in_words(in, "高于" + with + by, by + " above " + with)
                             : in_words(in, "低于" + with + by, by + " below " + with);
}

/// Why there is no outcome to compare: one in words, one in doubt, or none of the measure.
std::string outcome_reason(const assessment& a, language in) {
  if (a.outcome && a.outcome->bound == bound::none)
    return in_words(in, "完成情况“" + a.outcome->text + "”不是可与目标比较的数",
                    "the outcome " + a.outcome->text + " is no figure to compare with the target");
  const bool bounded = a.outcome && a.outcome->value && a.outcome->bound != bound::exact && a.outcome->bound != bound::about;
  if (bounded && a.rule == rule::none)
    return in_words(in, "完成情况“" + a.outcome->text + "”只给出界限", "the outcome " + a.outcome->text + " only gives a bound");
  if (a.outcome && a.rule == rule::statement)
    return in_words(in, "公布的完成情况为“" + a.outcome->text + "”，期限未到，没有进度数",
                    "published as " + a.outcome->text + ": the period goes on, and no figure states how much is done");
  if (a.outcome && a.outcome->unit && a.outcome->doubts.contains(doubt::unit))
    return in_words(in, "完成情况“" + a.outcome->text + "”的计量单位不是该指标的",
                    "the outcome " + a.outcome->text + " is in no unit of that indicator");
  if (a.outcome && !is_firm(*a.outcome))
    return in_words(in, "完成情况“" + a.outcome->text + "”的读法存疑（" + doubt_words(a.outcome->doubts, in) + "）",
                    "the outcome " + a.outcome->text + " was read with a doubt (" + doubt_words(a.outcome->doubts, in) + ")");
  const std::string zh_when = a.lacking_period ? to_chinese(*a.lacking_period) : "",
                    en_when = a.lacking_period ? " for " + code(*a.lacking_period) : "";
  const bool grows = a.lacking_measure == measure::growth, changes = a.lacking_measure == measure::change;
  const std::string zh = grows ? "的增速" : changes ? "的变化" : "的完成数", en = grows ? "growth" : changes ? "change" : "outcome";
  return in_words(in, "缺" + zh_when + a.lacking_indicator + zh, "lacks the " + en + " of " + a.lacking_indicator + en_when);
}

std::string lacking_reason(const assessment& a, language in) {
  const std::string what = a.lacking_indicator;
  const std::string zh_when = a.lacking_period ? to_chinese(*a.lacking_period) : "";
  const std::string en_when = a.lacking_period ? " for " + code(*a.lacking_period) : "";
  switch (a.lacking) {
    case lacking::nothing:
      return "";
    case lacking::outcome:
      return outcome_reason(a, in);
    case lacking::last_year:
      return in_words(in, "缺" + zh_when + what, "lacks " + what + en_when);
    case lacking::year_start:
      return in_words(in, "缺" + zh_when + "末" + what,
                   "lacks " + what + " at the end of " +
                       (a.lacking_period ? code(*a.lacking_period) : "last year"));
    case lacking::reference:
      if (a.lacking_measure == measure::level)
        return in_words(in, "缺" + zh_when + what, "lacks " + what + en_when);
      return in_words(in, "缺" + zh_when + what + "的增速", "lacks the growth of " + what + en_when);
    case lacking::quota:
      return in_words(in, "指标数见其他文件：" + what,
                   "the figure is published in another document: " + what);
    case lacking::kind:
      return in_words(in, "指标目录中没有" + what + "，无法判断是否逐月累计",
                   "the catalogue does not hold " + what +
                       ", so whether it adds up over the year is unknown: add it");
    case lacking::unit:
      return in_words(in, "完成数与目标的计量单位不能换算",
                   "the unit of the outcome does not convert to that of the target");
    case lacking::measurable:
      if (std::ranges::any_of(a.target.text, [](char c) { return c >= '0' && c <= '9'; }))
        return in_words(in, "目标“" + a.target.text + "”或其所在的行未能读懂",
                        "the target " + a.target.text + ", or its row, was not understood");
      return in_words(in, "目标未提出可量化的要求", "the target states nothing measurable");
    case lacking::better:
      return in_words(in, "指标目录中没有" + what + "，名称和目标用语也未表明，无法判断以高为好还是以低为好",
                   "the catalogue does not hold " + what +
                       ", nor does a word of its name or target state it, so whether more or less of it is better is unknown: add it");
    case lacking::reading:
      return in_words(in, "目标的读法存疑（" + doubt_words(a.target.doubts, in) + "）",
                   "the target was read with a doubt (" + doubt_words(a.target.doubts, in) + ")");
  }
  return "";
}

/// How many decimals bounds need so that they say more than their middle: two
/// digits of their width, and never fewer than the figures they come from.
int bounds_decimals(const bounds& of, int at_least) {
  if (!of.is_bounded() || of.is_empty() || width(of) <= 0) return at_least;
  int decimals = at_least;
  for (double step = width(of) / 10; decimals < 6 && step < 1; step *= 10) {
    double unit = 1;
    for (int i = 0; i < decimals; ++i) unit /= 10;
    if (unit <= width(of) / 2) break;
    ++decimals;
  }
  return decimals;
}

std::string number_with_unit(const std::string& number, const need& n, language in) {
  if (n.measure == measure::growth) return number + "%";
  const std::string symbol = n.unit ? n.unit->symbol() : "";
  return number + (in == language::en && symbol != "%" && !symbol.empty() ? " " : "") + symbol;
}

}  // namespace

std::string verdict_word(verdict v, language in) {
  static constexpr detail::word_pair<verdict> all[] = {
      {verdict::ahead, "超前", "ahead"},
      {verdict::on_course, "基本同步", "on course"},
      {verdict::behind, "滞后", "behind"},
      {verdict::within, "控制在内", "within cap"},
      {verdict::breached, "突破上限", "cap breached"},
      {verdict::outside, "偏离", "off target"},
      {verdict::met, "完成", "met"},
      {verdict::missed, "未完成", "missed"},
      {verdict::undetermined, "待判", "undetermined"},
  };
  return detail::word_for(all, v, in);
}

std::string reason(const assessment& a, language in) {
  if (a.lacking != lacking::nothing) return lacking_reason(a, in);
  std::string said;
  switch (a.rule) {
    case rule::schedule:
    case rule::path:
      said = pace_reason(a, in);
      break;
    case rule::cap:
      said = a.verdict == verdict::within ? in_words(in, "距上限还有" + distance_words(a, in),
                                                  distance_words(a, in) + " below the cap")
                                          : in_words(in, "超出上限" + distance_words(a, in),
                                                  distance_words(a, in) + " above the cap");
      break;
    case rule::statement:
      said = in_words(in, "公布的完成情况为“" + a.outcome->text + "”", "published as " + a.outcome->text);
      break;
    case rule::step:
      said = step_reason(a, in);
      break;
    case rule::stability:
      said = in_words(
          in, "比上年" + std::string{a.margin->value < 0 ? "低" : "高"} + distance_words(a, in),
          distance_words(a, in) + (a.margin->value < 0 ? " below" : " above") + " last year");
      break;
    default:
      said = value_reason(a, in);
  }
  said += about_words(a, in) + better_words(a, in);
  if (a.disputed)
    said += in_words(in, "（另有公布数：" + a.disputed->text + "）",
                  " (another published figure: " + a.disputed->text + ")");
  if (a.at_edge) said += in_words(in, "（在修约误差之内）", " (within rounding)");
  return said;
}

std::string need_words(const assessment& a, language in) {
  if (!a.need) return "";
  const need& n = *a.need;
  const int decimals = n.decimals;
  std::string number = fixed(n.lo.value, decimals);
  bounds within = n.lo.within;
  if (n.hi) {
    number += (n.hi->value < 0 ? in_words(in, "至", " to ") : "–") + fixed(n.hi->value, decimals);
    within = within | n.hi->within;
  }
  // A count is exact: its rounding interval says nothing to a reader.
  const bool counted = n.measure == measure::level && decimals == 0;
  const std::string range = counted ? "" : " " + outward(within, bounds_decimals(within, decimals));
  const std::string amount = number_with_unit(number, n, in) + range;
  const std::string zh_rest = n.over ? to_chinese(*n.over) : "其余时间",
                    en_rest = n.over ? code(*n.over) : "the rest";
  if (n.measure == measure::growth)
    return n.bound == bound::at_most
               ? in_words(in, zh_rest + "增速不高于" + amount,
                       en_rest + ": growth of at most " + amount)
               : in_words(in, zh_rest + "需增长" + amount, en_rest + ": growth of " + amount);
  if (n.out_of_reach)
    return in_words(in, "全年数已超出，无法再实现", "the number of the whole period can no longer be kept");
  if (n.bound == bound::at_most)
    return n.lo.value < 0 ? in_words(in,
                                  zh_rest + "需减少" + fixed(-n.lo.value, decimals) +
                                      (n.unit ? n.unit->symbol() : ""),
                                  en_rest + ": must fall by " +
                                      number_with_unit(fixed(-n.lo.value, decimals), n, in))
                          : in_words(in, zh_rest + "增加不超过" + amount,
                                  en_rest + ": at most " + amount + " more");
  if (n.lo.value <= 0 && !n.hi) return in_words(in, "已达到", "already reached");
  return in_words(in, zh_rest + "还需" + amount, en_rest + ": " + amount + " more");
}

std::string need_assumption(const assessment& a, language in) {
  if (!a.need || !a.need->weight || !a.outcome) return "";
  const need& n = *a.need;
  const auto percent_of = [](double share) { return fixed(share * 100, 0); };
  const std::string range =
      percent_of(n.weight->within.lo()) + "%–" + percent_of(n.weight->within.hi()) + "%";
  const std::string zh_done = to_chinese(*a.outcome->period), en_done = code(*a.outcome->period);
  if (n.weight_assumed)
    return in_words(in, "假定" + zh_done + "占上年基数的" + range,
                 "assuming that " + en_done + " accounts for " + range + " of the base year");
  return in_words(in, zh_done + "占上年基数的" + range,
               en_done + " accounts for " + range + " of the base year");
}

}  // namespace kebi
