#pragma once

#include "kebi/core/config.hpp"
#include "kebi/infer/rules/fact_reader.hpp"

namespace kebi::detail {

KEBI_INLINE fact_reader::fact_reader(const catalogue& names, quantity_network& into,
                                     const hedges& how,
                                     std::span<const std::string> published_whole)
    : names_{names}, net_{into}, how_{how} {
  for (const std::string& each : published_whole) whole_.insert(name(each));
}

KEBI_INLINE void fact_reader::note_whole(const fact& f) {
  if (f.parent.empty() || known(f.indicator)) return;
  constexpr std::size_t word = 6;  // bytes of two characters
  const std::string &part = name(f.indicator), &of = name(f.parent);
  const bool alike = part.size() >= word && of.ends_with(part.substr(part.size() - word));
  if (!alike) wholes_[part].insert(of);
}

KEBI_INLINE std::string fact_reader::name_of(const fact& f) const {
  const std::string& own = name(f.indicator);
  const auto found = wholes_.find(own);
  if (f.parent.empty() || found == wholes_.end() || found->second.size() < 2) return own;
  return name(f.parent) + "(其中" + own + ")";
}

KEBI_INLINE bool fact_reader::is_flow(std::string_view name) const {
  const indicator* found = known(name);
  return found && found->kind == kind::flow;
}

KEBI_INLINE bool fact_reader::is_stock(std::string_view name) const {
  const indicator* found = known(name);
  return found && (found->kind == kind::stock || found->kind == kind::count);
}

KEBI_INLINE bool fact_reader::is_ratio(std::string_view name) const {
  const indicator* found = known(name);
  return found && (found->kind == kind::ratio || found->kind == kind::rate);
}

KEBI_INLINE bool fact_reader::grows_in_real_terms(std::string_view name) const {
  const indicator* found = known(name);
  return found && found->growth_at == growth_at::real;
}

KEBI_INLINE bool fact_reader::grows_by_levels(std::string_view name,
                                              const std::optional<unit>& in) const {
  if (can_be_negative(name) || lies_on_both_sides(std::string{name})) return false;
  const indicator* found = known(name);
  if (!found) return in && in->kind() != "倍" && in->kind() != "个百分点";
  return (found->growth_at == growth_at::nominal || found->growth_at == growth_at::volume) &&
         found->kind != kind::ratio && found->kind != kind::rate && found->kind != kind::index;
}

KEBI_INLINE bool fact_reader::is_wider_region(std::string_view region) {
  for (const std::string_view each : {"全国", "全省", "全市", "全区", "全县"})
    if (region == each) return true;
  return false;
}

KEBI_INLINE std::optional<period> fact_reader::span(const std::string& indicator,
                                                    const std::optional<period>& of) const {
  return of && is_stock(indicator) ? std::optional{period{of->last(), of->last()}} : of;
}

KEBI_INLINE status fact_reader::world(status stated, const std::optional<period>& of) const {
  if (stated == status::estimate) return status::actual;
  return of && past_ && of->last() <= *past_ ? status::actual : stated;
}

KEBI_INLINE std::pair<std::string, std::string> fact_reader::whole(
    std::string_view words, const std::string& own_indicator, const std::string& own_region) const {
  std::string region = own_region;
  for (const std::string_view prefix :
       {"全国", "全省", "全市", "全区", "全县", "我国", "我省", "我市", "我区", "本市", "本区"}) {
    if (!words.starts_with(prefix)) continue;
    words.remove_prefix(prefix.size());
    if (!own_region.ends_with(prefix.substr(3))) region = prefix;
    break;
  }
  for (const std::string_view filler : {"平均水平", "平均", "水平", "的"})
    if (words.ends_with(filler)) words.remove_suffix(filler.size());
  return {words.empty() ? own_indicator : name(words), region};
}

KEBI_INLINE quantity fact_reader::level(const std::string& indicator, const std::string& region,
                                        const std::optional<period>& of, status stated,
                                        scope on) const {
  quantity result;
  result.indicator = indicator;
  result.region = region;
  result.period = span(indicator, of);
  result.scope = on;
  // What was aimed at or forecast is another thing than what came, even when that is known.
  result.status = stated == status::estimate ? status::actual : stated;
  return result;
}

KEBI_INLINE bool fact_reader::is_year_before(std::string_view words) {
  for (const std::string_view each : {"去年同期", "上年同期", "去年", "上年", "同期"})
    if (words == each) return true;
  return false;
}

KEBI_INLINE std::string fact_reader::which(const fact& f) const {
  if (!is_loosely_named(f)) return "";
  const auto found = counts_.find(place_of(f));
  return found != counts_.end() && found->second.size() > 1 ? to_string(*f.value) + f.unit->symbol()
                                                            : "";
}

KEBI_INLINE quantity fact_reader::measured(measure what, quantity of) const {
  of.measure = what;
  return of;
}

KEBI_INLINE std::optional<quantity> fact_reader::quantity_of(const fact& f) const {
  if (f.measure == measure::rank) return std::nullopt;
  if (f.period && f.period->year() < 3) return std::nullopt;  // nothing lies a year or two before
  quantity result = level(name_of(f), f.region, f.period, f.status);
  result.measure = f.measure;
  if (f.measure == measure::change || f.measure == measure::gap)
    result.subject = f.subject.value_or(measure::level);
  if (f.basis && *f.basis != basis::yoy) result.basis = f.basis;
  if (f.measure == measure::level && f.comparable == comparable::scope)
    result.scope = scope::rereleased;
  if (f.measure == measure::growth) {
    const bool usual = grows_in_real_terms(result.indicator);  // then the unmarked growth is real
    result.real = f.comparable == comparable::price && !usual;
    result.nominal = f.comparable == comparable::nominal && usual;
  }
  if (f.comparable == comparable::adjusted)
    result.whole = "调整:" + f.reference;
  else if (f.measure == measure::gap || f.measure == measure::ratio ||
           (f.measure == measure::change && f.whole.empty() && !is_year_before(f.reference)))
    result.whole = f.reference;
  if (f.measure == measure::level) result.whole = which(f);
  if (result.whole.empty() && f.measure != measure::level && f.measure != measure::growth)
    result.whole = f.whole;
  return result;
}

KEBI_INLINE std::optional<unit> fact_reader::unit_of(const std::string& indicator,
                                                     const std::string& region) const {
  const auto own = units_.find(indicator + '\n' + region);
  if (own != units_.end()) return own->second;
  const auto any = units_.find(indicator);
  return any == units_.end() ? std::nullopt : std::optional{any->second};
}

KEBI_INLINE void fact_reader::note(const fact& f) {
  if (f.status == status::target && f.value && f.measure == measure::growth)
    planned_growths_.insert(place_of(f));
  if (f.status == status::target && f.value && f.measure == measure::level)
    planned_levels_.insert(place_of(f));
  if (f.measure != measure::level) return;
  const std::string indicator = name_of(f);
  if (f.value && f.value->digits() < 0) negative_.insert(indicator);
  if (is_loosely_named(f)) counts_[place_of(f)].insert(to_string(*f.value));
  if (!f.unit) return;
  units_.try_emplace(indicator + '\n' + f.region, *f.unit);
  units_.try_emplace(indicator, *f.unit);
  if (f.value && f.value->decimals() > 0 && counts_things(*f.unit)) divided_.insert(indicator);
}

KEBI_INLINE bool fact_reader::lies_on_both_sides(const std::string& indicator) const {
  return negative_.contains(indicator);
}

KEBI_INLINE int fact_reader::level_variable(const quantity& of) {
  auto in = unit_of(of.indicator, of.region);
  return level_variable(of, in);
}

KEBI_INLINE int fact_reader::level_variable(const quantity& of, const std::optional<unit>& in,
                                            bool can_be_passed) {
  if (in && !unit_of(of.indicator, of.region))
    units_.try_emplace(of.indicator + '\n' + of.region, *in);
  return net_.variable(
      of, in, is_whole(of.indicator, in),
      can_be_passed || lies_on_both_sides(of.indicator) || can_be_negative(of.indicator)
          ? bounds::entire()
          : bounds::at_least(0));
}

KEBI_INLINE int fact_reader::growth_variable(const quantity& of, bool can_be_passed) {
  return net_.variable(
      of, {}, false,
      can_be_passed || can_be_negative(of.indicator) ? bounds::entire() : bounds::at_least(-100));
}

KEBI_INLINE bool fact_reader::read(const fact& f, const std::optional<quantity>& of,
                                   std::size_t number) {
  if (!of) return false;
  int variable = -1;
  bool whole = false;
  std::optional<unit> in = f.unit;
  if (f.measure == measure::level) {
    if (in) {
      const auto usual = unit_of(of->indicator, of->region);
      whole = is_whole(of->indicator, in);
      variable = level_variable(*of, usual && same_kind(*usual, *in) ? usual : in);
    } else {
      variable = level_variable(*of);
    }
  } else if (f.measure == measure::growth) {
    variable = growth_variable(*of);
  } else if (f.measure == measure::share && f.value && bounds{0, 100}.contains(f.value->value())) {
    variable = net_.variable(*of, {}, false, bounds{0, 100});
  } else {
    variable = net_.variable(*of);
  }
  bounds possible = is_calculated(f) ? rounding_interval(*f.value) : leaves_possible(f, how_, whole);
  if (possible.is_entire()) return false;
  const auto& to = net_.unit_of(variable);
  if (f.measure == measure::level && in && to && !(in->scale() == to->scale()))
    possible = convert(possible, *in, *to);
  // What no such figure can be is stated all the same: then the fact contradicts itself.
  const bounds inside = possible & net_.numbers().domain(variable);
  net_.state(variable, inside.is_empty() ? possible : inside, number);
  return true;
}

KEBI_INLINE const fact_reader::naming& fact_reader::naming_of(std::string_view printed) const {
  const auto found = namings_.find(printed);
  if (found != namings_.end()) return found->second;
  const indicator* known = names_.find(printed);
  return namings_.emplace(printed, naming{known, known ? known->name : catalogue::folded(printed)})
      .first->second;
}

KEBI_INLINE bool fact_reader::is_loosely_named(const fact& f) const {
  return f.measure == measure::level && f.value && f.unit && f.bound == bound::exact &&
         counts_things(*f.unit) && !known(f.indicator);
}

KEBI_INLINE bool fact_reader::is_calculated(const fact& f) const {
  if (f.status != status::target || f.bound != bound::exact || !f.value) return false;
  if (f.measure == measure::growth) return planned_levels_.contains(place_of(f));
  return f.measure == measure::level && planned_growths_.contains(place_of(f));
}

KEBI_INLINE std::string fact_reader::place_of(const fact& f) {
  return f.indicator + '\n' + f.region + '\n' + (f.period ? code(*f.period) : "") + '\n' +
         std::string{code(f.status)};
}

KEBI_INLINE bool fact_reader::is_whole(const std::string& indicator,
                                       const std::optional<unit>& in) const {
  return (in && counts_things(*in) && !divided_.contains(indicator)) || whole_.contains(indicator);
}

KEBI_INLINE bool fact_reader::counts_things(const unit& in) {
  if (!(in.scale() == factor{1, 1}) || in.symbol().find('/') != std::string::npos) return false;
  for (const auto& amount : base_units)
    if (in.kind() == amount.kind) return false;
  for (const std::string_view amount :
       {"元", "吨", "米", "煤", "%", "时", "岁", "年", "倍", "点", "度", "分", "标箱"})
    if (in.kind().ends_with(amount)) return false;
  return true;
}

KEBI_INLINE bool fact_reader::can_be_negative(std::string_view indicator) {
  for (const std::string_view word :
       {"利润", "差额", "顺差", "逆差", "净", "亏损", "赤字", "盈余", "增长率", "指数", "价格"})
    if (indicator.find(word) != std::string_view::npos) return true;
  return false;
}

}  // namespace kebi::detail
