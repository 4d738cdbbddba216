#include "text/table/cell_facts.hpp"

#include <algorithm>
#include <utility>

#include "text/names/indicator_kind.hpp"
#include "text/names/profit_and_loss.hpp"
#include "text/normalise/strings.hpp"
#include "text/table/part_names.hpp"

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

bool is_index_name(const std::string& name, const catalogue* known) {
  const indicator* found = known ? known->find(name) : nullptr;
  return found ? found->kind == kind::index : simplified_name(name).ends_with("指数");
}

void complete_level(fact& made, const cell_heads& of, bool points) {
  const row_head& head = of.row;
  if (points || (!made.value && !made.lo && !made.hi)) return;
  const bool bare = !made.unit;
  if (bare) {
    made.unit = unit_named(of.unit);
  }
  if (of.about.index) return;
  const bool is_index = is_index_name(made.indicator, of.known);  // 100.2 %
  const bool percent = made.unit && made.unit->symbol() == "%";
  const bool grows = head.growth != 0 || (bare && !is_index && is_amount(made.indicator, of.known));
  if (made.measure == measure::level && grows && (percent || (head.growth != 0 && !made.unit))) {
    made.measure = measure::growth;
    made.basis = basis::yoy;
    made.unit = unit{"%"};
  }
  if (made.measure == measure::growth && head.growth < 0) negate(made);
}

/// 96.8 % under 比上年同期: a rate moves by points, where the head has no % of its own.
bool moves_by_points(const fact& made, const cell_heads& of) {
  return of.about.unit.empty() && of.row.unit == "%" && made.value && !made.unit &&
         is_ratio(made.indicator, of.known);
}

/// Whether what the table says of a fact's unit is no more than a guess: none, that of the row
/// before alone, two that differ, or one that the indicator is never told in.
bool unit_is_open(const fact& made, const column& about, const stub_row& head, const catalogue* known) {
  const bool of_rate = head.unit == "%" && is_ratio(made.indicator, known);
  if (made.measure == measure::growth) return of_rate;  // points printed as %
  if (made.measure != measure::level) return false;
  if (!made.unit) return made.value && !about.index && !is_index_name(made.indicator, known);
  if (head.unit.empty() && head.assumed && about.unit.empty()) return true;
  const bool two = !head.unit.empty() && !about.unit.empty() && about.unit != "%" && head.unit != "%";
  if (two && unit{head.unit}.kind() != unit{about.unit}.kind()) return true;
  const indicator* found = known ? known->find(made.indicator) : nullptr;
  if (!found || found->units.empty() || found->kind == kind::index) return false;
  return std::ranges::none_of(found->units, [&](const unit& each) { return same_kind(each, *made.unit); });
}

/// Whether a name is only what any table has: 合计, 其他, A=B+C.
bool names_nothing(const std::string& name) {
  return is_total(name) || name.size() < 3 || name.find('=') != name.npos ||
         (name.size() <= 6 && holds_any(name, {"小计", "其他", "其中", "指标", "项目", "科目", "数值", "金额"}));
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
      if (points || (of.over_years && ratio && made.value) || moves_by_points(made, of)) {
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

doubts doubts_of(const fact& made, const column& about, const stub_row& head, bool plain,
                 const catalogue* known) {
  doubts found;
  if (unit_is_open(made, about, head, known)) found.insert(doubt::unit);
  const bool silent = !about.told && about.unit.empty() && about.noun.empty() &&
                      head.unit.empty() && head.growth == 0 && !plain;
  const bool two_names = !head.name.empty() && about.noun.size() > 12 && head.name != about.noun &&
                         head.name.starts_with(about.noun.substr(0, 12));  // 债务限额 under 债务余额
  if (about.open && made.measure == measure::level && made.status == status::actual) found.insert(doubt::status);
  if (about.odd || two_names || names_nothing(made.indicator) || (silent && made.status != status::target)) found.insert(doubt::head);
  return found;
}

}  // namespace kebi::grammar
