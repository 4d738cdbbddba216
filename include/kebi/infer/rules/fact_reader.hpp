#pragma once

#include <span>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "kebi/indicator/catalogue.hpp"
#include "kebi/infer/figures/quantity_network.hpp"
#include "kebi/infer/settings/hedges.hpp"

namespace kebi::detail {

/// Tells which figure a fact speaks of: one name for each indicator, one period
/// for each stock, one world for each status.
class fact_reader {
 public:
  fact_reader(const catalogue& names, quantity_network& into, const hedges& how,
              std::span<const std::string> published_whole);

  /// Where the known past ends: what a target stands on there is what happened.
  void set_past(std::optional<month> last) { past_ = last; }

  const catalogue& names() const { return names_; }
  const indicator* known(std::string_view name) const { return naming_of(name).known; }
  const std::string& name(std::string_view printed) const { return naming_of(printed).name; }
  /// Notes what a part is a part of, before any figure is read. A part that ends as its whole
  /// does (住宅投资 of 房地产开发投资) says itself what it measures, and so does what the
  /// catalogue knows.
  void note_whole(const fact& f);
  /// What a fact's indicator is called: 住宅 under 投资额 and 住宅 under 商品房销售面积 are two.
  std::string name_of(const fact& f) const;
  bool is_flow(std::string_view name) const;
  bool is_stock(std::string_view name) const;
  bool is_ratio(std::string_view name) const;
  bool grows_in_real_terms(std::string_view name) const;
  /// Whether the growth of a level is its quotient by that of a year before: of what adds up or is
  /// a mean, at current prices. Of what the catalogue does not know its unit says so.
  bool grows_by_levels(std::string_view name, const std::optional<unit>& in) const;
  /// 全国, 全省, 全市 and so on: what a report's own region is a part of.
  static bool is_wider_region(std::string_view region);

  /// A stock is what it is at the end of the span.
  std::optional<period> span(const std::string& indicator, const std::optional<period>& of) const;
  status world(status stated, const std::optional<period>& of) const;

  /// What a name such as 全市战略性新兴产业产值 stands for: an indicator and its region.
  std::pair<std::string, std::string> whole(std::string_view words,
                                            const std::string& own_indicator,
                                            const std::string& own_region) const;

  quantity level(const std::string& indicator, const std::string& region,
                 const std::optional<period>& of, status stated = status::actual,
                 scope on = scope::published) const;
  /// Words for the same span a year before, as the reference of a change.
  static bool is_year_before(std::string_view words);

  /// Counted things that the catalogue does not know can share a name that says too
  /// little (334 个住宅小区, 486 个住宅小区): where their numbers differ, which one is
  /// meant. Empty where there is only one.
  std::string which(const fact& f) const;

  quantity measured(measure what, quantity of) const;

  /// The figure that a fact speaks of; none where it has no variable of its own.
  std::optional<quantity> quantity_of(const fact& f) const;

  /// The unit of an indicator's levels: the one it was met with first.
  std::optional<unit> unit_of(const std::string& indicator, const std::string& region) const;
  /// Notes the unit of a level, and that it can lie below zero.
  void note(const fact& f);

  /// Whether a level of it was printed below zero. Growth on such a base has no fixed meaning.
  bool lies_on_both_sides(const std::string& indicator) const;

  /// Whether its name says that it can lie below zero.
  static bool can_be_negative(std::string_view indicator);

  /// The variable of a level, with what can be known of it before any fact. What a target
  /// leaves for the rest of its year is less than nothing once the target is passed.
  int level_variable(const quantity& of);
  int level_variable(const quantity& of, const std::optional<unit>& in, bool can_be_passed = false);
  int growth_variable(const quantity& of, bool can_be_passed = false);

  /// Makes the quantity that a fact speaks of, and says what the fact leaves possible for it.
  /// False when it leaves everything possible, or speaks of no figure.
  bool read(const fact& f, const std::optional<quantity>& of, std::size_t number);

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
  const naming& naming_of(std::string_view printed) const;

  bool is_loosely_named(const fact& f) const;
  /// Whether a plan prints level and growth of a figure: one was calculated from the other, and
  /// rounded. A target alone is exact.
  bool is_calculated(const fact& f) const;
  static std::string place_of(const fact& f);
  bool is_whole(const std::string& indicator, const std::optional<unit>& in) const;
  /// Units that count single things (家, 个, 人) and not amounts.
  static bool counts_things(const unit& in);
  const catalogue& names_;
  quantity_network& net_;
  const hedges& how_;
  std::optional<month> past_;
  mutable std::unordered_map<std::string, naming, hash_of_text, std::equal_to<>> namings_;
  std::unordered_map<std::string, unit> units_;
  std::unordered_map<std::string, std::unordered_set<std::string>> wholes_;  // of a part's name
  std::unordered_set<std::string> negative_, whole_;
  std::unordered_set<std::string> planned_levels_, planned_growths_;  // by `place_of`
  std::unordered_set<std::string> divided_;  // printed with decimals: 每万人口发明专利 96.4 件
  std::unordered_map<std::string, std::unordered_set<std::string>>
      counts_;  // printed numbers by name and span
};

}  // namespace kebi::detail

#ifdef KEBI_HEADER_ONLY
#include "kebi/infer/rules/fact_reader-inl.hpp"
#endif
