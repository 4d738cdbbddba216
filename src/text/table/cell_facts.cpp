#include "text/table/cell_facts.hpp"

#include <utility>

#include "text/names/indicator_kind.hpp"
#include "text/names/profit_and_loss.hpp"
#include "text/normalise/strings.hpp"

namespace kebi::grammar {
namespace {

/// A fall: what is said of it holds of its size, from the other side of zero.
void negate(fact& made) {
  const auto minus = [](std::optional<decimal>& of) {
    if (of) of = -*of;
  };
  minus(made.value), minus(made.lo), minus(made.hi), minus(made.stretch);
  std::swap(made.lo, made.hi);
  made.bound = mirrored(made.bound);
}

/// 1.6 of 1.6倍 in %; too many digits to say so stay as they are.
decimal in_percent(decimal times) {
  if (times.decimals() >= 2) return decimal{times.digits(), times.decimals() - 2};
  const std::int64_t by = times.decimals() == 1 ? 10 : 100;
  const std::int64_t most = detail::power_of_ten(decimal::most_digits) / by;
  return times.digits() < most && times.digits() > -most ? decimal{times.digits() * by} : times;
}

void complete_level(fact& made, const cell_heads& of, bool points) {
  const row_head& head = of.row;
  if (points || (!made.value && !made.lo && !made.hi)) return;
  const bool bare = !made.unit;
  if (bare) {
    made.unit = unit_named(of.unit);
  }
  const bool is_index = ends_with_any(simplified_name(made.indicator), {"指数"});  // 100.2 %
  const bool percent = made.unit && made.unit->symbol() == "%";
  const bool grows = head.growth != 0 || (bare && !is_index && is_amount(made.indicator, of.known));
  if (made.measure == measure::level && grows && (percent || (head.growth != 0 && !made.unit))) {
    made.measure = measure::growth;
    made.basis = basis::yoy;
    made.unit = unit{"%"};
  }
  if (made.measure == measure::growth && head.growth < 0) negate(made);
}

}  // namespace

void complete(fact& made, const cell_heads& of) {
  const column& about = of.about;
  const row_head& head = of.row;
  if (about.status == status::estimate && made.status == status::actual)
    made.status = status::estimate;
  const bool points = made.unit && made.unit->kind() == "个百分点";
  const bool ratio = is_ratio(made.indicator, of.known);
  switch (about.measure) {
    case measure::level:
      complete_level(made, of, points);
      return;
    case measure::growth:
      if (points || (of.over_years && ratio && made.value)) {
        made.measure = measure::change;
        made.subject = ratio ? measure::level : measure::growth;
        if (!made.unit || !points) made.unit = unit{"个百分点"};
        made.basis = of.over_years ? std::nullopt : about.basis;
        return;
      }
      if (of.over_years && !head.growth && made.value) return complete_level(made, of, points);
      if (!made.value && !made.lo && !made.hi) return;
      if (made.unit && made.unit->symbol() == "倍" && made.value) {  // 1.6倍 under 增长%
        made.value = in_percent(*made.value);
        made.unit = unit{"%"};
      }
      made.measure = measure::growth;
      made.basis = of.over_years ? std::optional{basis::fixed} : about.basis;
      if (!made.unit) made.unit = unit{"%"};
      if (head.growth < 0) negate(made);
      return;
    case measure::change:
      if (!made.value) return;
      made.measure = measure::change;
      made.subject = about.of_growth ? measure::growth : measure::level;
      made.basis = about.basis;
      if (!made.unit || made.unit->symbol() == "%")
        made.unit = unit_named(about.unit.empty() ? of.unit : about.unit);
      return;
    default:
      if (!made.value) return;
      made.measure = about.measure;
      made.basis.reset();
      (about.measure == measure::ratio ? made.reference : made.whole) = about.whole;
      if (about.measure == measure::rank)
        made.unit.reset();
      else if (!made.unit)
        made.unit = unit{"%"};
  }
}

}  // namespace kebi::grammar
