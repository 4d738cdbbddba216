#include "text/table/column_heads.hpp"

#include <algorithm>

#include "kebi/core/error.hpp"
#include "text/normalise/strings.hpp"
#include "text/table/column_words.hpp"
#include "text/table/figure_cell.hpp"

namespace kebi::grammar {
namespace {

/// A head with those above it, in one form.
struct head {
  std::string words, printed;
  std::string named;  // without times, and without 总量 below another head
  std::optional<period> span;
};

/// The words of a head that name no time.
std::string timeless(const document& source, const cell& c) {
  std::string words;
  if (bare_year(words_of(source, c))) return words;
  for (std::size_t i = c.first; i < c.last; ++i) {
    const token& t = source.words().all[i];
    if (t.is != word::period) words += source.text().text().substr(t.begin, t.end - t.begin);
  }
  return words;
}

/// The time that a head names: 2019, 1-3月 of the year that the title names.
std::optional<period> span_of_head(const document& source, const cell& c, const setting& given,
                                   const std::optional<period>& titled) {
  const std::string_view words = words_of(source, c);
  const bool flagged = words.size() > 4 && (words[4] == '(' || words[4] == '*' || words[4] == '[');
  if (const auto year = bare_year(flagged ? words.substr(0, 4) : words)) return year_of(*year);
  const bool one_year = titled && titled->in_one_year();
  return span_in(source, c, given.period,
                 one_year ? std::optional{titled->year()} : std::nullopt);
}

/// 8月 over 总量 and 增长: each column has the words of all its heads. A head that stands
/// over several columns is printed in the first of them, where the source does not say how far
/// it reaches.
std::vector<head> merged(const document& source, const std::vector<row>& rows,
                         const setting& given, const std::optional<period>& titled) {
  const vocabulary& known = *source.words().known;
  std::size_t width = 0;
  for (const row& cells : rows) width = std::max(width, cells.size());
  std::vector<head> heads(width);
  for (std::size_t r = 0; r < rows.size(); ++r) {
    const cell* over = nullptr;
    const bool merges = std::ranges::any_of(rows[r], &cell::covered);
    for (std::size_t k = 0; k < rows[r].size(); ++k) {
      const cell& own = rows[r][k];
      const bool spans = r + 1 < rows.size() && own.empty() && over && k > 0 && !merges &&
                         k < rows[r + 1].size() && !rows[r + 1][k].empty();
      if (!own.empty()) over = &own;
      const cell* shown = own.empty() && spans ? over : &own;
      const bool from_above =
          r > 0 && k < rows[r - 1].size() && rows[r - 1][k].begin == shown->begin;
      if (shown->empty() || from_above) continue;
      const std::string_view words = words_of(source, *shown);
      const bool is_unit = k > 0 && known.unit_length(words) == words.size();
      heads[k].words += is_unit ? '(' + std::string{words} + ')' : std::string{words};
      heads[k].printed += printed(source, *shown);
      if (!is_unit && (heads[k].named.empty() || !is_generic(words, known)))
        heads[k].named += timeless(source, *shown);
      if (const auto span = span_of_head(source, *shown, given, titled)) heads[k].span = span;
    }
  }
  return heads;
}

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
    const bool before = level && level->span && is_year_before(heads[k].words, known);
    if (before) {
      one.span = year_before(*level->span);
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
  for (std::size_t k = 0; k < columns.size(); ++k) {
    column& one = columns[k];
    if (one.is != role::figure) continue;
    one.noun = one.measure == measure::rank ? std::string{} : noun_in(heads[k].named, true, known);
    if (one.noun.empty()) one.noun = last;
    last = one.noun;
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

}  // namespace

table_heads read_heads(const document& source, const std::vector<row>& rows,
                       const title_words& title, const setting& around) {
  table_heads found;
  const vocabulary& known = *source.words().known;
  const table_title titled = read_title(title, around.period, around.known, known);
  const auto& span = titled.span;
  const setting given = about_title(around, span);
  found.topic = titled.indicator;
  const std::vector<head> heads = merged(source, rows, given, span);
  if (heads.empty()) return found;
  std::optional<std::size_t> name, place, first;
  for (std::size_t k = 0; k < heads.size(); ++k) {
    role is = role_of(heads[k].words, known);
    if (is == role::name && name) is = role::figure;  // 项目 beside 指标
    column one =
        is == role::figure ? figure_of(heads[k].words, heads[k].span, given.period, known) : column{};
    one.is = is;
    if (is == role::name) name = k;
    if ((is == role::region || (is == role::time && k == 0)) && !place) place = k;
    if (!first && is != role::number) first = k;
    found.columns.push_back(std::move(one));
  }
  for (std::size_t k = 0; name && k < heads.size(); ++k)
    if (found.columns[k].is == role::time) found.time = k;
  found.name = name ? *name : place ? *place : first.value_or(0);
  column& names = found.columns[found.name];
  if (!place || name) (names = column{}).is = role::name;
  if (name && place) {
    if (found.columns[*place].is == role::region) found.region = place;
    found.columns[*place].is = role::category;
  }
  found.first = heads[found.name].printed;
  found.plain = heads.size() > 1 && std::ranges::none_of(found.columns, [](const column& c) {
                  return c.told || (c.is != role::figure && c.is != role::name);
                });
  if (found.plain) return found;
  if (names_parts(heads[found.name].words, known))
    for (std::size_t k = 0; k < heads.size(); ++k)
      if (found.columns[k].is == role::figure && found.columns[k].measure == measure::level)
        found.columns[k].noun = noun_in(heads[k].named, true, known);
  if (names.is != role::name) name_by_heads(found.columns, heads, titled.indicator, known);
  for (column& one : found.columns) {
    if (one.is != role::figure || one.measure != measure::level) continue;
    if (!one.span && one.status == status::actual) one.span = span;
    if (one.unit.empty() && titled.grows) {
      one.measure = measure::growth, one.basis = basis::yoy;
    } else if (one.unit.empty()) {
      one.unit = unit_for(titled.units, one.noun);
    }
  }
  look_left(found.columns, heads, known);
  for (column& one : found.columns)
    if (one.is == role::figure && !one.span && one.status == status::actual) one.span = span;
  find_plan(found, heads, title.all(), known);
  return found;
}

}  // namespace kebi::grammar
