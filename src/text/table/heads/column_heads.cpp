#include "text/table/heads/column_heads.hpp"

#include <algorithm>

#include "kebi/core/error.hpp"
#include "text/names/indicator_kind.hpp"
#include "text/normalise/strings.hpp"
#include "text/normalise/utf8.hpp"
#include "text/table/heads/column_words.hpp"
#include "text/table/heads/head_words.hpp"
#include "text/table/heads/title_on_columns.hpp"
#include "text/table/part_names.hpp"

namespace kebi::grammar {
namespace {

/// Growth stands to the right of the level that it is of, the later one of two spans; so does
/// the level of a year before.
void look_left(std::vector<column>& columns, const std::vector<head>& heads,
               const vocabulary& known) {
  const column* level = nullptr;
  bool used = false;  // whether a growth of it has come
  for (std::size_t k = 0; k < columns.size(); ++k) {
    column& one = columns[k];
    if (one.is != role::figure || !one.told) continue;
    if (one.measure != measure::level) {
      used = true;
      if (!level) continue;
      const bool moves = one.measure == measure::growth || one.measure == measure::change;
      if (moves && !one.span && one.status == status::actual) one.status = level->status;
      if (!one.span) one.span = level->span;
      if (one.noun.empty()) one.noun = level->noun;
      if (one.unit.empty() && one.measure == measure::change) one.unit = level->unit;
      continue;
    }
    const bool before = level && is_year_before(heads[k].words, known);
    if (before) {
      if (level->span) one.span = year_before(*level->span);
      if (one.noun.empty()) one.noun = level->noun;
    }
    const bool earlier = level && !used && level->span && one.span && level->status == one.status &&
                         one.span->last() < level->span->last();
    if (!before && !earlier) level = &one, used = false;
  }
}

/// Where rows are places or times, each head names what its figures are of; a rank or a growth
/// that names nothing is of the column before it.
void name_by_heads(std::vector<column>& columns, const std::vector<head>& heads, std::string last,
                   const vocabulary& known) {
  const std::string topic = last;
  for (std::size_t k = 0; k < columns.size(); ++k) {
    column& one = columns[k];
    if (one.is != role::figure) continue;
    one.noun = one.measure == measure::rank ? std::string{} : heads[k].noun;
    const bool of_topic = !topic.empty() && !one.noun.empty() && is_digit(one.noun.front());  // 90m2及以下
    if (of_topic) one.noun = name_of_part(one.noun, topic, known);
    if (one.noun.empty()) one.noun = last;
    last = one.noun;
  }
}

/// Where rows have the names: a head may say where, or which part or side of the row's indicator
/// its figures are of. What it says besides is not understood.
void qualify_by_heads(std::vector<column>& columns, const std::vector<head>& heads,
                      const setting& given, const vocabulary& known) {
  for (std::size_t k = 0; k < columns.size(); ++k) {
    column& one = columns[k];
    if (one.is != role::figure) continue;
    one.told = one.told || !one.region.empty();
    const std::string& noun = heads[k].noun;
    if (noun.empty()) continue;
    const bool listed = known[group::column_noun].has(noun);
    if (listed && one.measure != measure::level) continue;
    const bool fits = listed || heads[k].over || known[group::sector].ends(noun) ||
                      is_shaped_like_indicator(noun, given.known, known);
    one.odd = !fits;
    if (!fits) one.aside = noun;
    if (!fits) continue;
    one.noun = noun;
    one.told = true;
  }
}

/// The role of a column without a head: running numbers, names or places.
role role_of_bare(cells_hold content, bool numbers, bool named) {
  if (numbers) return role::number;
  if (content == cells_hold::places) return role::region;
  if (content == cells_hold::words) return named ? role::category : role::name;
  return role::figure;
}

/// The role of a column: what its head says, unless its cells are figures; a head without words
/// over times or places says as much.
role role_in(std::string_view words, cells_hold content, bool first, const vocabulary& known) {
  const role is = role_of(words, known);
  if (is == role::figure && first && content == cells_hold::times) return role::time;
  if ((is == role::figure || is == role::name) && first && content == cells_hold::places) return role::region;
  const bool of_words = is != role::figure && is != role::number && is != role::nature;
  return of_words && !first && content == cells_hold::figures ? role::figure : is;
}

/// What the title says of all figures that their heads leave open.
void take_title(column& one, const table_title& titled) {
  if (titled.to_date && one.span && one.span->in_one_year() && one.span->months() < 12)
    one.span = year_to_date(one.span->last());
  if (!one.span && one.status == status::actual) one.span = titled.span;
  if (!one.span && titled.span && titled.span->in_one_year()) one.span = year_of(titled.span->year());
  if (!one.unit.empty() || one.index) return;
  if (titled.index && titled.units.empty()) {
    one.index = one.told = true;
  } else if (titled.grows || titled.shares) {
    one.measure = titled.grows ? measure::growth : measure::share;
    if (titled.grows) one.basis = basis::yoy;
    one.unit = "%";
    one.told = true;
  } else if (titled.units.empty() && titled.percent) {
    one.unit = "%";
  } else {
    one.unit = unit_for(titled.units, one.noun);
  }
}

/// In a plan for several years the first year is its base and the later ones are targets.
void find_plan(table_heads& found, const std::vector<head>& heads, std::string_view title,
               const vocabulary& known) {
  std::vector<std::size_t> years;
  bool planned = false, averaged = false;
  for (std::size_t k = 0; k < found.columns.size(); ++k) {
    const column& one = found.columns[k];
    averaged = averaged || (one.is == role::figure && one.basis == basis::average);
    planned = planned || one.is == role::nature ||
              (one.is == role::figure && one.status == status::target);
    if (one.is == role::figure && one.measure == measure::level && one.span &&
        is_whole_years(*one.span) && one.span->months() == 12)
      years.push_back(k);
  }
  const bool looks_back = known[group::plan_looks_back].within(title);
  if (years.size() < 2 || !(planned || (averaged && !looks_back))) return;
  const auto year = [&](std::size_t k) { return found.columns[k].span->year(); };
  const auto [base, last] = std::ranges::minmax(years, {}, year);
  if (year(base) == year(last)) return;
  found.plan = years_of(year(base) + 1, year(last));
  for (const std::size_t k : years)
    if (year(k) > year(base) && !known[group::plan_outcome].within(heads[k].words))
      found.columns[k].status = status::target;
  for (std::size_t k = 0; k < heads.size(); ++k)
    if (column& one = found.columns[k]; one.is == role::figure && one.basis == basis::average) {
      one.span = found.plan;
      const bool said = one.status == status::target || holds_any(heads[k].words, {"实际", "完成"});
      if (!said) one.status = found.columns[last].status;
    }
}

/// When a table is of: 本月 below 2020年4月 is this month, whatever the report around it covers.
setting about_title(setting given, const std::optional<period>& titled) {
  if (titled && !is_whole_years(*titled) && titled->in_one_year()) given.period = titled;
  return given;
}

/// Several indices of one thing are told apart by what they compare with: 同比, 环比.
void tell_indices_apart(std::vector<column>& columns, const std::vector<head>& heads) {
  if (std::ranges::count(columns, true, &column::index) < 2) return;
  for (std::size_t k = 0; k < columns.size(); ++k) {
    if (!columns[k].index) continue;
    for (const std::string_view against : {"环比", "同比", "定基", "平均", "累计"})
      if (heads[k].words.find(against) != std::string::npos && !columns[k].noun.ends_with(against)) {
        columns[k].noun += against;
        break;
      }
  }
}

/// A year behind those that the report tells of is planned, and so is the year of a part for plans.
bool is_planned(const std::optional<period>& span, const setting& around) {
  if (!span || !around.period || !is_whole_years(*span)) return false;
  return span->first() > around.period->last() ||
         (around.status == status::target && *span == *around.period);
}

/// Schools of several kinds as heads over rows of counts: each head names what its figures are of.
bool names_several(const std::vector<column>& columns) {
  const column* first = nullptr;
  for (const column& each : columns) {
    if (each.aside.empty()) continue;
    if (first && first->aside != each.aside) return true;
    first = &each;
  }
  return false;
}

/// Finds the column of names, or else of places or times, and the columns beside it.
void find_names(table_heads& found, const std::vector<head>& heads) {
  std::optional<std::size_t> name, place, first;
  for (std::size_t k = 0; k < heads.size(); ++k) {
    const role is = found.columns[k].is;
    if (is == role::name) name = k;
    if ((is == role::region || (is == role::time && k == 0)) && !place) place = k;
    if (!first && is != role::number) first = k;
  }
  for (std::size_t k = 0; name && k < heads.size(); ++k)
    if (found.columns[k].is == role::time) found.time = k;
  for (std::size_t k = 0; name && k < heads.size(); ++k)
    if (found.columns[k].is == role::side) found.side = k;
  for (std::size_t k = 0; k < heads.size() && !found.code; ++k)
    if (found.columns[k].is == role::number && holds_any(heads[k].words, {"编码", "代码"})) found.code = k;
  found.name = name ? *name : place ? *place : first.value_or(0);
  column& names = found.columns[found.name];
  if (!place || name) (names = column{}).is = role::name;
  if (name && place) {
    if (found.columns[*place].is == role::region) found.region = place;
    found.columns[*place].is = role::category;
  }
  found.first = heads[found.name].printed;
}

}  // namespace

table_heads read_heads(const document& source, const std::vector<row>& rows,
                       const std::vector<row>& body, const title_words& title,
                       const setting& around) {
  table_heads found;
  const vocabulary& known = *source.words().known;
  table_title titled = read_title(title, around.period, around.known, known);
  const setting given = about_title(around, titled.span);
  found.topic = titled.indicator;
  found.place = titled.level;
  const std::vector<head> heads = merged_heads(source, rows, given, titled.span);
  if (heads.empty()) return found;
  bool named = false;
  for (std::size_t k = 0; k < heads.size(); ++k) {
    const cells_hold content = content_of(source, body, k, given.period);
    role is = role_in(heads[k].words, content, k == 0, known);
    const bool bare = is == role::figure && heads[k].words.empty() && content != cells_hold::times;
    const bool counts = counts_rows(source, body, k);
    const bool phrases = content == cells_hold::words && starts_with_numbers(source, body, k);  // 30项
    if (bare && !phrases && (k > 0 || counts)) is = role_of_bare(content, counts, named);
    if (is == role::name && named) is = content == cells_hold::words ? role::side : role::figure;
    named = named || is == role::name;
    column one =
        is == role::figure ? figure_of(heads[k].words, heads[k].span, given.period, known) : column{};
    one.is = is;
    one.region = heads[k].region;
    if (is == role::figure && one.measure == measure::level && known[group::column_noun].has(heads[k].noun))
      one.noun = heads[k].noun, one.told = true;
    found.columns.push_back(std::move(one));
  }
  find_names(found, heads);
  if (titled.units.empty()) take_units(titled, heads[found.name].words, known);
  if (found.columns[found.name].is == role::name) qualify_by_heads(found.columns, heads, around, known);
  found.plain = heads.size() > 1 && std::ranges::none_of(found.columns, [](const column& c) {
                  return c.told || (c.is != role::figure && c.is != role::name);
                }) && role_of(heads[found.name].words, known) == role::figure && !names_several(found.columns);
  if (found.plain) return found;
  if (!names_several(found.columns))
    for (column& one : found.columns) one.aside.clear();
  if (found.columns[found.name].is != role::name) name_by_heads(found.columns, heads, titled.indicator, known);
  for (column& one : found.columns)
    if (one.is == role::figure && one.measure == measure::level) take_title(one, titled);
  look_left(found.columns, heads, known);
  for (column& one : found.columns)
    if (one.is == role::figure && !one.span && one.status == status::actual) one.span = titled.span;
  take_status(found.columns, heads, titled, known);
  if (!titled.units.empty() && !titled.percent) tell_amounts(found.columns, heads, titled.units);
  for (column& one : found.columns)
    if (one.is == role::figure && one.status == status::actual && is_planned(one.span, around))
      one.status = status::target;
  tell_indices_apart(found.columns, heads);
  find_plan(found, heads, title.all(), known);
  return found;
}

}  // namespace kebi::grammar
