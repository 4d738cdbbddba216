#include "text/table/row_reader.hpp"

#include <algorithm>

#include "kebi/core/error.hpp"
#include "text/names/places.hpp"
#include "text/normalise/strings.hpp"
#include "text/table/cell_facts.hpp"
#include "text/table/heads/column_words.hpp"
#include "text/table/figure_cell.hpp"
#include "text/table/part_names.hpp"

namespace kebi::grammar {
namespace {

/// A span that ends so many months earlier: January to March of two months back is January.
period months_before(const period& span, int months) {
  if (months == 0) return span;
  const bool to_date = span.first().in_year() == 1 && span.months() > months;
  return to_date ? period{span.first(), span.last() - months} : moved(span, -months);
}

/// Whether a row holds any figures, or is the head of a group.
bool has_figures(const row& cells, const table_heads& heads) {
  for (std::size_t k = 0; k < cells.size(); ++k) {
    const bool figure = k != heads.name && !cells[k].empty() && !cells[k].covered &&
                        (k >= heads.columns.size() || heads.columns[k].is == role::figure);
    if (figure) return true;
  }
  return false;
}

/// Gives the targets from `start` on the nature that their row names.
void set_nature(std::vector<fact>& facts, std::size_t start, std::string_view said) {
  for (std::size_t i = start; i < facts.size(); ++i)
    if (facts[i].status == status::target)
      facts[i].nature =
          said.find("约束") != std::string_view::npos ? nature::binding : nature::expected;
}

/// Rows that count what the head names: 上半年新开工 under 重大项目数.
std::string label(const document& source, const cell& c, const table_heads& heads) {
  std::string words;
  for (std::size_t i = c.first; i < c.last; ++i) {
    const token& t = source.words().all[i];
    if (t.is == word::period || t.is == word::goal || t.is == word::status) continue;
    words += source.text().printed(t.begin, t.end);
  }
  if (words.starts_with("当前")) words.erase(0, std::string_view{"当前"}.size());
  return words + heads.first;
}

/// The years that a sum in the column of a plan's year is reached over.
std::optional<period> years_up_to(const column& about, const table_heads& heads) {
  if (about.measure != measure::level || !about.span) return heads.plan;
  const int last = about.span->year();
  return years_of(last - heads.plan->months() / 12 + 1, last);
}

}  // namespace

row_reader::row_reader(const document& source, const setting& given, const table_heads& heads,
                       const std::vector<row>& body, bool merges, const prose_reader& prose,
                       const table_results& into)
    : source_{source},
      given_{given},
      heads_{heads},
      merges_{merges},
      prose_{prose},
      into_{into},
      stub_{source, given, body, heads.name, merges} {}

/// Whether the rows are places or times, so that the heads name what is measured.
bool row_reader::rows_are(role what) const {
  return heads_.name < heads_.columns.size() && heads_.columns[heads_.name].is == what;
}

/// Enters the names of a row.
void row_reader::enter(const row& cells) {
  const bool goes_on = heads_.region && cells[heads_.name].empty() && !row_.named.empty();
  if (!goes_on) row_.named = cells[heads_.name];  // one name for several regions
  const bool has_region = heads_.region && *heads_.region < cells.size();
  row_.region = has_region ? printed(source_, cells[*heads_.region]) : "";
  const bool coded = heads_.code && *heads_.code < cells.size();
  row_.head = stub_.enter(row_.named, has_figures(cells, heads_), coded ? words(cells[*heads_.code]) : std::string_view{});
  if (heads_.time && *heads_.time < cells.size() && !cells[*heads_.time].empty())
    row_.head.span = span_of_cell(source_, cells[*heads_.time], given_.period);
  if (rows_are(role::time)) row_.head.span = span_of_cell(source_, row_.named, given_.period);
  for (std::size_t k = 0; k < cells.size() && k < heads_.columns.size(); ++k)  // also behind the figures
    if (heads_.columns[k].is == role::unit && !cells[k].empty()) row_.head.unit = printed(source_, cells[k]);
  const bool of_names = !rows_are(role::region) && !rows_are(role::time);
  if (!of_names) return;
  if (merges_ && !heads_.topic.empty() && is_total(row_.head.name))
    row_.head.name = name_of_total(row_.head.name, heads_.topic);
  const bool named = std::ranges::any_of(heads_.columns, [](const column& c) { return !c.noun.empty(); });
  if (!merges_ || named) return;
  row_.head.name = name_of_industry(row_.head.name, heads_.topic, *source_.words().known);
}

void row_reader::read(const row& cells) {
  if (heads_.name >= cells.size()) return;
  enter(cells);
  if (printed(source_, row_.named).size() > 90) prose_(row_.named.first, row_.named.last, given_);
  if (rows_are(role::time) && !row_.head.span) return;
  read_figures(cells);
}

/// What a column is of in a row that says itself what it measures: 增速(%) beside 地区生产总值.
column row_reader::beside(column about, const row& cells) const {
  if (!heads_.side || *heads_.side >= cells.size() || about.is != role::figure) return about;
  const vocabulary& known = *source_.words().known;
  const column own = figure_of(words(cells[*heads_.side]), {}, given_.period, known);
  static_cast<column_measure&>(about) = own;
  if (!own.unit.empty()) about.unit = own.unit;
  about.odd = !own.told && !is_generic(words(cells[*heads_.side]), known);
  return about;
}

void row_reader::read_figures(const row& cells) {
  std::vector<fact>& facts = into_.facts;
  const std::size_t start = facts.size();
  std::optional<fact> target;  // a copy: facts grow
  for (std::size_t k = 0; k < cells.size(); ++k) {
    const column about = beside(k < heads_.columns.size() ? heads_.columns[k] : column{}, cells);
    if (k == heads_.name || cells[k].empty()) continue;
    if (is_date(words(cells[k])) && !cells[k].covered) {
      into_.left.push_back({cells[k].begin, cells[k].end, true, "date"});
      continue;
    }
    if (about.is == role::number && has_number(source_, cells[k]) && !cells[k].covered)
      into_.left.push_back({cells[k].begin, cells[k].end, true, "list_number"});
    if (about.is != role::figure || cells[k].covered) continue;
    const bool sentences = words(cells[k]).find("。") != std::string_view::npos ||
                           words(cells[k]).size() > 90;
    if (sentences)
      read_sentences(cells[k]);
    else
      read_cell(cells[k], about, target ? &*target : nullptr);
    if (!target && facts.size() > start && facts[start].status == status::target)
      target = facts[start];
  }
  for (std::size_t k = 0; k < cells.size() && k < heads_.columns.size(); ++k)
    if (heads_.columns[k].is == role::nature && !cells[k].empty())
      set_nature(facts, start, words(cells[k]));
}

void row_reader::read_sentences(const cell& c) {
  setting as = given_;
  const auto& span = row_.head.span;
  if (span && row_.head.name.size() < 40 && span->year() == as.period.value_or(*span).year())
    as.period = span;
  if (span && is_whole_years(*span) && given_.period && !is_whole_years(*given_.period))
    as.period = given_.period;
  prose_(c.first, c.last, as);
}

/// 水泥 under 产量 is 水泥产量; a row of a region is about what the head names.
std::string row_reader::indicator_under(const column& about) const {
  if (rows_are(role::region) || rows_are(role::time)) return about.noun;
  const bool counts = ends_with_any(row_.head.name, {"数", "学生", "面积"}) && !row_.head.name.ends_with("指数");
  if (!about.aside.empty() && counts) return about.aside + row_.head.name;
  return name_under(row_.head.name, about.noun, *source_.words().known);
}

std::string row_reader::region(const column& about) const {
  std::string place = rows_are(role::region) ? row_.head.name : about.region.empty() ? row_.region : about.region;
  for (const std::string_view total : {"合计", "总计"}) {  // 甲市合计, but 县区合计
    const std::string of = ends_with(place, total) ? place.substr(0, place.size() - total.size()) : place;
    if (of.empty() || is_place(of)) place = of;
  }
  std::erase(place, ' ');
  if (place.empty() || place == "本地区") return heads_.place.empty() ? given_.region.name : heads_.place;
  const bool own = starts_with_any(place, {"全", "本", "我"}) && place.size() == 6;
  return own ? region_named(place, given_) : place;
}

/// The unit of a bare figure: what stands nearest to it says more than what stands further away.
std::string row_reader::unit_under(const column& about) const {
  const stub_row& head = row_.head;
  if (about.index) return {};
  if (!head.unit.empty()) return head.unit;
  if (!head.above.empty() && !head.assumed && head.above != "%") return head.above;
  if (!about.unit.empty()) return about.unit;
  return head.above;
}

/// When the figures of a column are of, where neither a head nor the row says another time.
std::optional<period> row_reader::span_of(const column& about, bool as_target) const {
  if (as_target) {
    if ((row_.head.dated || rows_are(role::time)) && row_.head.span) return row_.head.span;
    if (about.span) return about.span;
    return given_.period ? std::optional{year_of(given_.period->year())} : std::nullopt;
  }
  const bool of_year =
      about.measure == measure::level && about.span && is_whole_years(*about.span);
  const auto& own_span = row_.head.span;
  if (own_span && own_span->months() == 1 && about.to_date && rows_are(role::time))
    return year_to_date(own_span->last());
  if (own_span && row_.head.dated) return own_span;
  if (own_span && !(of_year && own_span->months() == 1)) return own_span;  // 年末 in a year's column
  if (heads_.plan || (about.told && about.span && about.measure == measure::level))
    return about.span ? about.span : given_.period;
  const bool year = about.span && is_whole_years(*about.span) && about.measure != measure::level;
  const bool other_year = year && given_.period && about.span->year() != given_.period->year();
  const bool own = about.span && (!year || other_year || !given_.period || is_whole_years(*given_.period));
  return own ? about.span : given_.period;
}

void row_reader::read_cell(cell c, const column& about, const fact* target) {
  // 〔16〕 in a plan for several years is reached over all of them.
  const bool over_years = heads_.plan && words(c).starts_with('[') && words(c).ends_with(']');
  if (over_years) ++c.begin, --c.end;
  const figure_cell figure = read_figure(words(c));
  if (figure.is == cell_words::absent ||
      words(c).find_first_not_of("-/.…·x()\"") == std::string_view::npos)
    return;
  const bool over = rows_are(role::time) && row_.head.span && about.span && row_.head.span->last() < about.span->first();
  bool as_target = about.status == status::target && !over;
  if (figure.is == cell_words::spoilt && !as_target) {
    into_.left.push_back({c.begin, c.end, false, "no number of the usual form"});
    return;
  }
  if (heads_.plain) as_target = holds_any(words(row_.named), {"计划", "目标"});
  phrase_context context;
  context.indicator = heads_.plain ? label(source_, row_.named, heads_) : indicator_under(about);
  if (context.indicator.empty()) return;
  context.region = region(about);
  context.known = given_.known;
  context.period = over_years ? years_up_to(about, heads_) : span_of(about, as_target);
  if (context.period && row_.head.to_date && context.period->in_one_year())
    context.period = year_to_date(context.period->last());
  if (context.period && row_.head.months_back > 0)
    context.period = months_before(*context.period, row_.head.months_back);
  const std::size_t from = source_.text().start(c.begin), to = source_.text().end(c.end);
  const std::string_view shown = source_.text().source().substr(from, to - from);
  const bool odd = !is_digit(words(c).back()) && words(c).back() != '%';
  const bool minus_sign = !is_digit(words(c).front()) && words(c).front() != '-';
  const bool direct = figure.is == cell_words::figure && !as_target && !target && !heads_.plain &&
                      (!figure.percent || about.measure != measure::level || odd || minus_sign);
  std::vector<fact> read;
  if (direct || (figure.is == cell_words::figure && !as_target && (odd || minus_sign))) {
    fact one;
    one.indicator = context.indicator;
    one.region = context.region;
    one.period = context.period;
    one.value = figure.value;
    if (figure.percent) one.unit = unit{"%"};
    if (figure.points) one.unit = unit{"个百分点"};
    if (figure.flagged) one.status = *figure.flagged;
    one.end = shown.size();
    one.text = std::string{shown};
    read.push_back(std::move(one));
  } else {
    try {
      read = read_words(c, shown, context, about, as_target, target);
    } catch (const error&) {
      return;  // its numbers are accounted for as unread
    }
  }
  keep(read, c, about, over_years);
}

std::vector<fact> row_reader::read_words(const cell& c, std::string_view printed,
                                         const phrase_context& context, const column& about,
                                         bool as_target, const fact* target) const {
  if (as_target) return read_target(printed, context);
  if (!has_number(source_, c) && !holds_any(words(c), {"持平", "稳定", "同步"})) return {};
  if (about.measure == measure::level) return read_outcome(printed, context, target);
  fact beside;  // makes a bare % what the head says
  beside.measure = measure::growth;
  beside.unit = unit{"%"};
  return read_outcome(printed, context, &beside);
}

/// Completes the facts of a cell by what stands around it.
void row_reader::keep(std::vector<fact>& read, const cell& c, const column& about,
                      bool over_years) {
  const std::size_t from = source_.text().start(c.begin);
  const std::string unit = unit_under(about);
  for (fact& each : read) {
    if (each.bound == bound::none && !each.direction) continue;
    complete(each, {about, row_.head, unit, over_years, given_.known});
    const auto& prices = row_.head.prices ? row_.head.prices : about.prices;
    if (prices && !each.comparable && each.measure == measure::level) each.comparable = prices;
    each.doubts.insert(doubts_of(each, about, row_.head, heads_.plain, given_.known));
    if (row_.head.told && each.status == status::actual) each.status = *row_.head.told;
    each.start += from;
    each.end += from;
    if (row_.head.part) each.parent = row_.head.parent;
    into_.facts.push_back(std::move(each));
  }
}

}  // namespace kebi::grammar
