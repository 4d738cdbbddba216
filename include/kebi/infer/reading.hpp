#pragma once

#include <span>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "kebi/indicator/catalogue.hpp"
#include "kebi/infer/hedges.hpp"
#include "kebi/infer/quantity_network.hpp"

namespace kebi::detail {

/// Tells which figure a fact speaks of: one name for each indicator, one period
/// for each stock, one world for each status.
class fact_reader {
 public:
  fact_reader(const catalogue& names, quantity_network& into, const hedges& how,
              std::span<const std::string> published_whole)
      : names_{names}, net_{into}, how_{how} {
    for (const std::string& each : published_whole) whole_.insert(name(each));
  }

  /// Where the known past ends: what a target stands on there is what happened.
  void set_past(std::optional<month> last) { past_ = last; }

  const catalogue& names() const { return names_; }
  const indicator* known(std::string_view name) const { return naming_of(name).known; }
  const std::string& name(std::string_view printed) const { return naming_of(printed).name; }
  /// Notes what a part is a part of, before any figure is read. A part that ends as its whole
  /// does (住宅投资 of 房地产开发投资) says itself what it measures, and so does what the
  /// catalogue knows.
  void note_whole(const fact& f) {
    if (f.parent.empty() || known(f.indicator)) return;
    constexpr std::size_t word = 6;  // bytes of two characters
    const std::string &part = name(f.indicator), &of = name(f.parent);
    const bool alike = part.size() >= word && of.ends_with(part.substr(part.size() - word));
    if (!alike) wholes_[part].insert(of);
  }
  /// What a fact's indicator is called: 住宅 under 投资额 and 住宅 under 商品房销售面积 are two.
  std::string name_of(const fact& f) const {
    const std::string& own = name(f.indicator);
    const auto found = wholes_.find(own);
    if (f.parent.empty() || found == wholes_.end() || found->second.size() < 2) return own;
    return name(f.parent) + "(其中" + own + ")";
  }
  bool is_flow(std::string_view name) const {
    const indicator* found = known(name);
    return found && found->kind == kind::flow;
  }
  bool is_stock(std::string_view name) const {
    const indicator* found = known(name);
    return found && (found->kind == kind::stock || found->kind == kind::count);
  }
  bool is_ratio(std::string_view name) const {
    const indicator* found = known(name);
    return found && (found->kind == kind::ratio || found->kind == kind::rate);
  }
  bool grows_in_real_terms(std::string_view name) const {
    const indicator* found = known(name);
    return found && found->growth_at == growth_at::real;
  }

  /// A stock is what it is at the end of the span.
  std::optional<period> span(const std::string& indicator, const std::optional<period>& of) const {
    return of && is_stock(indicator) ? std::optional{period{of->last(), of->last()}} : of;
  }
  status world(status said, const std::optional<period>& of) const {
    if (said == status::estimate) return status::actual;
    return of && past_ && of->last() <= *past_ ? status::actual : said;
  }

  /// What a name such as 全市战略性新兴产业产值 stands for: an indicator and its region.
  std::pair<std::string, std::string> whole(std::string_view words,
                                            const std::string& own_indicator,
                                            const std::string& own_region) const {
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

  quantity level(const std::string& indicator, const std::string& region,
                 const std::optional<period>& of, status said = status::actual,
                 scope on = scope::published) const {
    quantity result;
    result.indicator = indicator;
    result.region = region;
    result.period = span(indicator, of);
    result.scope = on;
    // What was aimed at or forecast is another thing than what came, even when that is known.
    result.status = said == status::estimate ? status::actual : said;
    return result;
  }
  /// Words for the same span a year before, as the reference of a change.
  static bool is_year_before(std::string_view words) {
    for (const std::string_view each : {"去年同期", "上年同期", "去年", "上年", "同期"})
      if (words == each) return true;
    return false;
  }

  /// Counted things that the catalogue does not know can share a name that says too
  /// little (334 个住宅小区, 486 个住宅小区): where their numbers differ, which one is
  /// meant. Empty where there is only one.
  std::string which(const fact& f) const {
    if (!is_loosely_named(f)) return "";
    const auto found = counts_.find(place_of(f));
    return found != counts_.end() && found->second.size() > 1 ? to_string(*f.value) + f.unit->symbol()
                                                              : "";
  }

  quantity measured(measure what, quantity of) const {
    of.measure = what;
    return of;
  }

  /// The figure that a fact speaks of; none where it has no variable of its own.
  std::optional<quantity> quantity_of(const fact& f) const {
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

  /// The unit of an indicator's levels: the one it was met with first.
  std::optional<unit> unit_of(const std::string& indicator, const std::string& region) const {
    const auto own = units_.find(indicator + '\n' + region);
    if (own != units_.end()) return own->second;
    const auto any = units_.find(indicator);
    return any == units_.end() ? std::nullopt : std::optional{any->second};
  }
  /// Notes the unit of a level, and that it can lie below zero.
  void note(const fact& f) {
    if (f.measure != measure::level) return;
    const std::string indicator = name_of(f);
    if (f.value && f.value->digits() < 0) negative_.insert(indicator);
    if (is_loosely_named(f)) counts_[place_of(f)].insert(to_string(*f.value));
    if (!f.unit) return;
    units_.try_emplace(indicator + '\n' + f.region, *f.unit);
    units_.try_emplace(indicator, *f.unit);
    if (f.value && f.value->decimals() > 0 && counts_things(*f.unit)) divided_.insert(indicator);
  }

  /// Whether a level of it was printed below zero. Growth on such a base has no fixed meaning.
  bool lies_on_both_sides(const std::string& indicator) const {
    return negative_.contains(indicator);
  }

  /// The variable of a level, with what can be known of it before any fact. What a target
  /// leaves for the rest of its year is less than nothing once the target is passed.
  int level_variable(const quantity& of) {
    auto in = unit_of(of.indicator, of.region);
    return level_variable(of, in);
  }
  int level_variable(const quantity& of, const std::optional<unit>& in,
                     bool can_be_passed = false) {
    if (in && !unit_of(of.indicator, of.region))
      units_.try_emplace(of.indicator + '\n' + of.region, *in);
    return net_.variable(
        of, in, is_whole(of.indicator, in),
        can_be_passed || lies_on_both_sides(of.indicator) || can_be_negative(of.indicator)
            ? bounds::entire()
            : bounds::at_least(0));
  }
  int growth_variable(const quantity& of, bool can_be_passed = false) {
    return net_.variable(
        of, {}, false,
        can_be_passed || can_be_negative(of.indicator) ? bounds::entire() : bounds::at_least(-100));
  }

  /// Makes the quantity that a fact speaks of, and says what the fact leaves possible for it.
  /// False when it leaves everything possible, or speaks of no figure.
  bool read(const fact& f, const std::optional<quantity>& of, std::size_t number) {
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
    } else if (f.measure == measure::share && f.value &&
               bounds{0, 100}.contains(f.value->value())) {
      variable = net_.variable(*of, {}, false, bounds{0, 100});
    } else {
      variable = net_.variable(*of);
    }
    bounds possible = leaves_possible(f, how_, whole);
    if (possible.is_entire()) return false;
    const auto& to = net_.unit_of(variable);
    if (f.measure == measure::level && in && to && !(in->scale() == to->scale()))
      possible = convert(possible, *in, *to);
    // What no such figure can be is stated all the same: then the fact contradicts itself.
    const bounds inside = possible & net_.numbers().domain(variable);
    net_.state(variable, inside.is_empty() ? possible : inside, number);
    return true;
  }

 private:
  /// What the catalogue makes of a printed name.
  struct naming {
    const indicator* known;
    std::string name;
  };
  struct hash_of_text {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };
  const naming& naming_of(std::string_view printed) const {
    const auto found = namings_.find(printed);
    if (found != namings_.end()) return found->second;
    const indicator* known = names_.find(printed);
    return namings_
        .emplace(printed, naming{known, known ? known->name : catalogue::folded(printed)})
        .first->second;
  }

  bool is_loosely_named(const fact& f) const {
    return f.measure == measure::level && f.value && f.unit && f.bound == bound::exact &&
           counts_things(*f.unit) && !known(f.indicator);
  }
  static std::string place_of(const fact& f) {
    return f.indicator + '\n' + f.region + '\n' + (f.period ? code(*f.period) : "") + '\n' +
           std::string{code(f.status)};
  }
  bool is_whole(const std::string& indicator, const std::optional<unit>& in) const {
    return (in && counts_things(*in) && !divided_.contains(indicator)) ||
           whole_.contains(indicator);
  }
  /// Units that count single things (家, 个, 人) and not amounts.
  static bool counts_things(const unit& in) {
    if (!(in.scale() == factor{1, 1}) || in.symbol().find('/') != std::string::npos) return false;
    for (const auto& amount : base_units)
      if (in.kind() == amount.kind) return false;
    for (const std::string_view amount :
         {"元", "吨", "米", "煤", "%", "时", "岁", "年", "倍", "点", "度", "分", "标箱"})
      if (in.kind().ends_with(amount)) return false;
    return true;
  }
  static bool can_be_negative(const std::string& indicator) {
    for (const std::string_view word :
         {"利润", "差额", "顺差", "逆差", "净", "亏损", "赤字", "盈余", "增长率", "指数", "价格"})
      if (indicator.find(word) != std::string::npos) return true;
    return false;
  }

  const catalogue& names_;
  quantity_network& net_;
  const hedges& how_;
  std::optional<month> past_;
  mutable std::unordered_map<std::string, naming, hash_of_text, std::equal_to<>> namings_;
  std::unordered_map<std::string, unit> units_;
  std::unordered_map<std::string, std::unordered_set<std::string>> wholes_;  // of a part's name
  std::unordered_set<std::string> negative_, whole_;
  std::unordered_set<std::string> divided_;  // printed with decimals: 每万人口发明专利 96.4 件
  std::unordered_map<std::string, std::unordered_set<std::string>>
      counts_;  // printed numbers by name and span
};

}  // namespace kebi::detail
