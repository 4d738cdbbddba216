#include "plan_titles.hpp"

#include <map>

#include "kebi/text/read_period.hpp"
#include "kebi/text/read_report.hpp"
#include "plan_cells.hpp"

namespace kebi {

namespace {

/// The unit that a table's titles name: 单位：亿元.
std::string unit_in(const std::string& titles) {
  for (const std::string_view mark : {"单位：", "单位:"}) {
    const std::size_t at = titles.find(mark);
    if (at == std::string::npos) continue;
    const std::size_t from = at + mark.size(), end = titles.find_first_of("\n)", from);
    std::string unit = read_unit(std::string_view{titles}.substr(from, end - from));
    if (!unit.empty()) return unit;
  }
  return {};
}

bool is_of_target(const plan_column& each) {
  return each.which == column::target || each.which == column::target_growth;
}

/// 上半年 of the year, if the head of an outcome says so.
std::optional<period> outcome_span(const plan_columns& columns, int year) {
  for (const plan_column& each : columns.all) {
    if (each.which != column::outcome || each.span.empty()) continue;
    if (const period span = read_period(each.span, year); span.year() == year) return span;
  }
  return std::nullopt;
}

/// The period that the heads name: the latest of the outcomes, in the year of the targets.
void read_heads(const plan_columns& columns, plan_subject& found) {
  std::optional<period> latest;
  for (const plan_column& each : columns.all) {
    if (each.span.empty()) continue;
    try {
      const period named = read_period(each.span);
      if (is_of_target(each) && named.in_one_year()) found.year = named.year();
      if (each.which == column::outcome && (!latest || named.last() > latest->last())) latest = named;
    } catch (const error&) {  // 上半年: its year stands elsewhere
    }
  }
  if (latest && (!found.year || latest->year() == *found.year)) found.period = latest;
  else if (found.year) found.period = outcome_span(columns, *found.year).value_or(year_of(*found.year));
}

}  // namespace

std::optional<period> span_of_outcomes(const std::vector<fact>& facts, const std::optional<period>& given) {
  std::map<period, int> times;
  for (const fact& each : facts)
    if (each.period && each.status != status::target) ++times[*each.period];
  if (given && times.contains(*given)) return given;
  std::optional<period> best;
  for (const auto& [when, count] : times)
    if (!best || count > times[*best] || (count == times[*best] && when.last() > best->last())) best = when;
  return best;
}

plan_subject subject_of(const plan_layout& layout, const catalogue& known, const plan_defaults& given) {
  plan_subject found;
  found.region = given.region;
  found.period = given.period;
  if (!layout.titles.empty()) {
    const reading above = read_report(layout.titles, {given.region, {}, given.period, &known, given.lexicon});
    found.region = above.report.region;
    found.period = above.report.period;
    found.title = above.report.title;
    if (found.title.empty()) found.title = layout.titles.substr(0, layout.titles.find_first_of(" \n"));
    found.unit = unit_in(layout.titles);
  }
  if (!found.period) read_heads(layout.columns, found);
  return found;
}

}  // namespace kebi
