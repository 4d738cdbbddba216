#include "plan_figures.hpp"

#include <algorithm>
#include <initializer_list>
#include <string_view>
#include <utility>

#include "kebi/text/read_period.hpp"

namespace kebi {

namespace {

/// Reads the cells of one row; the targets that it has found tell what its outcomes are.
class figure_reader {
 public:
  explicit figure_reader(plan_row row) : row_{std::move(row)} {}

  std::vector<row_fact> read() {
    for (const column which : {column::target, column::target_growth})
      for (const plan_column& each : row_.columns.all)
        if (each.which == which) read_targets(each);
    for (const column which : {column::outcome, column::growth, column::base, column::progress})
      for (const plan_column& each : row_.columns.all)
        if (each.which == which) read_outcomes(each);
    for (row_fact& each : found_) {
      take_unit_of_target(each.stated);
      if (may_be_rate(each.stated)) each.stated.doubts.insert(doubt::unit);
    }
    return std::move(found_);
  }

 private:
  std::string unit_of(const plan_column& of) const {
    if (!of.unit.empty()) return of.unit;
    if (of.which == column::growth || of.which == column::target_growth || of.which == column::progress) return "%";
    return row_.unit;
  }

  void read_targets(const plan_column& of) {
    const table_cell* c = row_.find(of);
    if (!c) return;
    row_.context.period = target_period(of);
    const cell_phrase phrase{c->text, unit_of(of)};
    try {
      require_thousands(*c);
      keep(*c, phrase, read_cell(*c, [&](const std::string&) { return read_target(phrase.text(), row_.context); }));
    } catch (const read_error& e) {
      keep_words(*c, status::target, e);
    }
  }

  /// The first target of the row, if it has one, tells what a bare % of its outcome is.
  void read_outcomes(const plan_column& of) {
    const table_cell* c = row_.find(of);
    if (!c) return;
    const bool is_base = of.which == column::base, is_progress = of.which == column::progress;
    row_.context.period = row_.name.outcome_period && !is_base ? row_.name.outcome_period : outcome_period(of);
    fact as;
    as.measure = is_progress ? measure::level : measure::growth;
    const bool fixed = of.which == column::growth || is_progress || (row_.name.is_growth && found_.empty());
    const fact* target = fixed                                              ? &as
                         : of.which == column::outcome && !found_.empty() ? &found_.front().stated
                                                                            : nullptr;
    phrase_context context = row_.context;
    if (is_progress) context.known = nullptr;
    const cell_phrase phrase{c->text, unit_of(of)};
    const auto& when = row_.context.period;
    const bool earlier = row_.when && when && when->last() < year_of(row_.when->year()).first();
    std::vector<fact> outcomes;
    try {
      require_thousands(*c);
      outcomes = read_cell(
          *c, [&](const std::string&) { return read_outcome(phrase.text(), context, target); });
    } catch (const read_error& e) {
      if (in_another_unit(*c, phrase, context, target, outcomes)) {
        keep(*c, phrase, std::move(outcomes), is_base || earlier);
        found_.back().refused = e;
      } else {
        keep_words(*c, status::actual, e);
      }
      return;
    }
    if (of.which == column::outcome && target) take_for_progress(c->text, *target, outcomes);
    if (of.which == column::outcome && is_of_another_stage(c->text))
      for (fact& each : outcomes) each.doubts.insert(doubt::name);
    const table_cell* stated = of.which == column::outcome ? row_.find(column::status) : nullptr;
    for (fact& each : outcomes) {
      if (stated) each.status = read_cell(*stated, [](const std::string& word) { return read_status(word); });
      if (is_progress && each.unit && each.unit->symbol() == "%") each.measure = measure::progress;
    }
    keep(*c, phrase, std::move(outcomes), is_base || earlier);
  }

  /// 6.0%（全市5.2%）: behind a figure of the row's own, one of the region that contains it.
  static void name_other_regions(std::string_view cell, std::vector<fact>& facts) {
    const auto region_before = [&](const fact& f) -> std::string_view {
      const std::string_view before = cell.substr(0, std::min(f.start, cell.size()));
      for (const std::string_view mean : {"", "平均", "平均水平", "为", "平均为"})
        for (const std::string_view region : {"全国", "全省", "全市", "全区", "全州", "全县"})
          if (before.ends_with(std::string{region} + std::string{mean})) return region;
      return {};
    };
    for (std::size_t i = 1; i < facts.size(); ++i) {
      const std::string_view region = region_before(facts[i]);
      const bool own = region.empty() || facts[i].measure != facts.front().measure || !region_before(facts.front()).empty() ||
                       facts[i].region.ends_with(region.substr(std::string_view{"全"}.size()));
      if (!own) facts[i].region = region;
    }
  }

  /// 完成95% beside 增长6% is what part is done, and no growth; a bare 95% may be either.
  static void take_for_progress(const std::string& cell, const fact& target, std::vector<fact>& outcomes) {
    if (target.measure != measure::growth || outcomes.size() != 1 || !target.value) return;
    fact& outcome = outcomes.front();
    const bool moves = std::ranges::any_of(std::initializer_list<std::string_view>{"增", "降", "涨", "减", "升"},
                                           [&](std::string_view word) { return cell.find(word) != std::string::npos; });
    if (outcome.measure != measure::growth || !outcome.value || moves) return;
    constexpr double least_of_progress = 50, times_target = 5;
    const double grown = outcome.value->value(), asked = target.value->value();
    if (cell.find("完成") != std::string::npos) {
      outcome.measure = measure::progress;
      outcome.basis.reset();
    } else if (grown >= least_of_progress && grown > times_target * (asked < 0 ? -asked : asked)) {
      outcome.doubts.insert(doubt::name);
    }
  }

  /// 已开工10个 where 完成12个 is asked for: a number of another stage of the work.
  bool is_of_another_stage(const std::string& cell) const {
    for (const std::string_view stage : {"开工", "启动", "在建", "签约", "立项", "招标", "谋划", "储备", "申报", "受理", "前期"}) {
      if (cell.find(stage) == std::string::npos || row_.context.indicator.find(stage) != std::string::npos) continue;
      const bool asked = std::ranges::any_of(found_, [&](const row_fact& each) {
        return each.stated.status == status::target && each.cell->text.find(stage) != std::string::npos;
      });
      if (!asked) return true;
    }
    return false;
  }

  /// 32公里 of 固定资产投资: a number, but in no unit of that indicator.
  bool in_another_unit(const table_cell& from, const cell_phrase& phrase, phrase_context context, const fact* target,
                       std::vector<fact>& outcomes) const {
    context.known = nullptr;
    try {
      require_thousands(from);
      outcomes = read_outcome(phrase.text(), context, target);
    } catch (const error&) {
      return false;
    }
    for (fact& each : outcomes) each.doubts.insert(doubt::unit);
    return std::ranges::any_of(outcomes, [](const fact& f) { return f.value && f.unit; });
  }

  /// A cell that is not understood: what it says is shown, and taken for no number.
  void keep_words(const table_cell& from, status as, const read_error& why) {
    fact words;
    words.indicator = row_.context.indicator;
    words.region = row_.context.region;
    words.period = row_.context.period;
    words.status = as;
    words.bound = bound::none;
    words.text = from.text;
    words.end = from.text.size();
    found_.push_back({std::move(words), &from, false, why});
  }

  std::optional<period> target_period(const plan_column& of) const {
    if (const table_cell* c = row_.find(column::target_period))
      return read_cell(*c, [](const std::string& text) { return read_period(text); });
    if (!of.span.empty()) return read_period(of.span, year());
    if (row_.when && row_.when->in_one_year()) return year_of(row_.when->year());
    return row_.when;
  }

  /// The head of the outcomes may name their span: 上半年完成 in a plan of 2024.
  std::optional<period> outcome_period(const plan_column& of) const {
    if (of.which == column::base) {
      const std::optional<int> before = row_.when ? std::optional{row_.when->year() - 1} : std::nullopt;
      if (!of.span.empty()) return read_period(of.span, before);
      return before ? std::optional{year_of(*before)} : std::nullopt;
    }
    if (of.span.empty() || !row_.when || row_.find(column::period)) return row_.when;
    return read_period(of.span, year());
  }
  std::optional<int> year() const { return row_.when ? std::optional{row_.when->year()} : std::nullopt; }

  void keep(const table_cell& from, const cell_phrase& phrase, std::vector<fact> facts, bool of_base = false) {
    phrase.place_in_cell(facts);
    name_other_regions(from.text, facts);
    for (fact& each : facts) found_.push_back({std::move(each), &from, of_base, {}});
  }

  /// 6 under 地区生产总值, without a unit: growth in %, or an amount.
  bool may_be_rate(const fact& f) const {
    if (f.measure != measure::level || f.unit || !row_.context.known) return false;
    const auto& number = f.value ? f.value : f.lo;
    const indicator* what = number ? row_.context.known->find(f.indicator) : nullptr;
    return what && !what->units.empty() && what->kind == kind::flow && number->value() <= 100 && number->value() >= -100;
  }

  /// 152.7 beside 完成300亿元以上 is in its unit; a number of another size may be anything.
  void take_unit_of_target(fact& outcome) const {
    if (outcome.unit || !outcome.value || outcome.measure != measure::level) return;
    for (const row_fact& each : found_) {
      const fact& target = each.stated;
      if (target.status != status::target || target.measure != measure::level || !target.unit || !target.value) continue;
      constexpr double most_apart = 20;
      const double ratio = outcome.value->value() / target.value->value();
      if (ratio < 1 / most_apart || ratio > most_apart) continue;
      outcome.unit = target.unit;
      return;
    }
  }

  plan_row row_;
  std::vector<row_fact> found_;
};

}  // namespace

const table_cell* plan_row::find(const plan_column& of) const {
  return of.at < cells.size() && !is_blank(cells[of.at]) ? &cells[of.at] : nullptr;
}

const table_cell* plan_row::find(column which) const {
  const plan_column* of = columns.find(which);
  return of ? find(*of) : nullptr;
}

std::vector<row_fact> read_figures(plan_row row) { return figure_reader{std::move(row)}.read(); }

}  // namespace kebi
