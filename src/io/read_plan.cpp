#include <algorithm>
#include <array>

#include "kebi/indicator/code.hpp"
#include "kebi/io/plan.hpp"
#include "kebi/period/code.hpp"
#include "kebi/text/read_period.hpp"
#include "kebi/text/read_phrase.hpp"
#include "plan_columns.hpp"

namespace kebi {

namespace {

/// An indicator as a table names it: numbering, the mark of a part and the
/// outcome's period taken off.
struct row_name {
  std::string indicator;
  bool is_part = false;
  std::optional<period> outcome_period;
};

bool take(std::string_view& text, std::initializer_list<std::string_view> marks) {
  for (const std::string_view mark : marks) {
    if (!text.starts_with(mark)) continue;
    text.remove_prefix(mark.size());
    return true;
  }
  return false;
}

void take_blanks(std::string_view& text) {
  while (take(text, {" ", "\t", "　", "\xC2\xA0"})) {
  }
}

/// A number before a name: 1. 2、 (3) （四） 五、
void take_numbering(std::string_view& text) {
  std::string_view rest = text;
  const bool opened = take(rest, {"(", "（"});
  const std::size_t before = rest.size();
  while (take(rest, {"0",  "1",  "2",  "3",  "4",  "5",  "6",  "7",  "8",  "9",
                     "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"})) {
  }
  if (rest.size() == before) return;
  if (!(opened ? take(rest, {")", "）"}) : take(rest, {".", "、", "．", ")", "）"}))) return;
  take_blanks(rest);
  if (!rest.empty()) text = rest;
}

row_name read_name(std::string_view printed, std::optional<int> year) {
  row_name name;
  take_blanks(printed);
  take_numbering(printed);
  while (take(printed, {"#", "＃", "其中：", "其中:", "其中"})) {
    name.is_part = true;
    take_blanks(printed);
  }
  name.indicator = catalogue::folded(printed);
  const std::size_t bracket = name.indicator.rfind('(');
  if (bracket != std::string::npos && bracket > 0 && name.indicator.back() == ')') {
    const std::string inside =
        name.indicator.substr(bracket + 1, name.indicator.size() - bracket - 2);
    try {
      name.outcome_period = read_period(inside, year);
      name.indicator.erase(bracket);
    } catch (const read_error&) {
      // A remark such as (属地) belongs to the name.
    }
  }
  return name;
}

/// Absence in a cell: nothing printed, one of the signs for nothing, or words
/// that say that the figure is not out.
bool is_blank(const table_cell& c) {
  std::string_view text = c.text;
  for (const std::string_view words :
       {"待发布", "未发布", "尚未公布", "未公布", "暂无", "暂缺", "无数据"})
    if (catalogue::folded(text) == words) return true;
  take_blanks(text);
  while (take(text, {"-", "—", "–", "－", "/", "…", "."})) {
  }
  take_blanks(text);
  return text.empty();
}

class plan_reader {
 public:
  plan_reader(const table& rows, const catalogue& known, const plan_defaults& defaults)
      : rows_{rows}, known_{known}, defaults_{defaults} {}

  report read() {
    if (rows_.empty() || rows_.front().empty())
      throw read_error{
          place{}, "the table is empty: it needs a header such as indicator,target,outcome,period"};
    columns_ = read_columns(rows_.front());
    for (std::size_t i = 1; i < rows_.size(); ++i) read_row(rows_[i]);
    finish();
    return std::move(result_);
  }

 private:
  const table_cell* find(column which, const std::vector<table_cell>& row) const {
    const auto at = columns_.places[static_cast<std::size_t>(which)];
    if (!at || *at >= row.size() || is_blank(row[*at])) return nullptr;
    return &row[*at];
  }

  /// Reads a cell; a complaint is told from the cell's place in the table.
  template <class Read>
  static auto read_cell(const table_cell& c, const Read& read) {
    try {
      return read(c.text);
    } catch (const read_error& e) {
      throw e.inside(c.at);
    } catch (const error& e) {
      throw read_error{c.at, e.what()};
    }
  }

  using row_cells = std::vector<table_cell>;

  void read_row(const row_cells& row) {
    require_width(row);
    if (std::ranges::all_of(row, is_blank)) return;
    const table_cell* name_cell = find(column::indicator, row);
    if (!name_cell) throw read_error{row.front().at, "this row names no indicator"};

    const std::optional<period> when = period_of(row, *name_cell);
    const row_name name =
        read_name(name_cell->text, when ? std::optional{when->year()} : std::nullopt);
    if (name.indicator.empty()) throw read_error{name_cell->at, "this row names no indicator"};
    if (!name.is_part) whole_ = name.indicator;
    const std::string parent = parent_of(row, name, *name_cell);
    if (const table_cell* c = find(column::title, row)) result_.title = c->text;

    const std::size_t first = result_.facts.size();
    phrase_context context = context_of(row, name);
    read_target_cell(row, context, when);
    read_outcome_cell(row, context, name.outcome_period ? name.outcome_period
                                                        : outcome_period(row, when));
    if (result_.facts.size() == first)
      throw read_error{name_cell->at,
                       "the row of " + name.indicator + " has neither a target nor an outcome"};
    for (std::size_t i = first; i < result_.facts.size(); ++i) {
      result_.facts[i].parent = parent;
      if (const table_cell* c = find(column::nature, row);
          c && result_.facts[i].status == status::target)
        result_.facts[i].nature =
            read_cell(*c, [](const std::string& word) { return read_nature(word); });
    }
  }

  void require_width(const row_cells& row) const {
    const std::size_t width = rows_.front().size();
    if (row.size() > width)
      throw read_error{row[width].at,
                       "this row has " + std::to_string(row.size()) +
                           " cells, but the header has " + std::to_string(width) +
                           ": quote cells that hold a comma"};
  }

  /// The whole that a row is a part of; empty where it is a part of none.
  std::string parent_of(const row_cells& row, const row_name& name,
                        const table_cell& name_cell) const {
    std::string parent = name.is_part ? whole_ : "";
    if (const table_cell* c = find(column::parent, row)) parent = c->text;
    if (name.is_part && parent.empty())
      throw read_error{name_cell.at,
                       "a part needs a whole above it: no row without # comes before"};
    return parent;
  }

  phrase_context context_of(const row_cells& row, const row_name& name) const {
    phrase_context context;
    context.indicator = name.indicator;
    context.region = defaults_.region;
    if (const table_cell* c = find(column::region, row))
      context.region = catalogue::folded(c->text);
    context.known = &known_;
    context.lexicon = defaults_.lexicon;
    return context;
  }

  void read_target_cell(const row_cells& row, phrase_context& context,
                        const std::optional<period>& when) {
    first_of_row_ = result_.facts.size();
    const table_cell* c = find(column::target, row);
    if (!c) return;
    context.period = target_period(row, when);
    keep(*c,
         read_cell(*c, [&](const std::string& phrase) { return read_target(phrase, context); }));
  }

  /// The first target of the row, if it has one, tells what a bare % of its outcome is.
  void read_outcome_cell(const row_cells& row, phrase_context& context,
                         const std::optional<period>& when) {
    const table_cell* c = find(column::outcome, row);
    if (!c) return;
    context.period = when;
    const fact* target =
        result_.facts.size() > first_of_row_ ? &result_.facts[first_of_row_] : nullptr;
    auto outcomes = read_cell(
        *c, [&](const std::string& phrase) { return read_outcome(phrase, context, target); });
    if (const table_cell* s = find(column::status, row)) {
      const status stated =
          read_cell(*s, [](const std::string& word) { return read_status(word); });
      for (fact& each : outcomes) each.status = stated;
    }
    keep(*c, std::move(outcomes));
  }

  std::optional<period> period_of(const std::vector<table_cell>& row,
                                  const table_cell& name) const {
    if (const table_cell* c = find(column::period, row))
      return read_cell(*c, [](const std::string& text) { return read_period(text); });
    if (defaults_.period) return defaults_.period;
    throw read_error{
        name.at,
        "no period for this row: give a column period such as 2019H1, or pass the period when reading"};
  }

  std::optional<period> target_period(const std::vector<table_cell>& row,
                                      const std::optional<period>& when) const {
    if (const table_cell* c = find(column::target_period, row))
      return read_cell(*c, [](const std::string& text) { return read_period(text); });
    if (when && when->in_one_year()) return year_of(when->year());
    return when;
  }

  /// The head of the outcomes may name their span: 上半年完成 in a plan of 2024.
  std::optional<period> outcome_period(const std::vector<table_cell>& row,
                                       const std::optional<period>& when) const {
    if (columns_.outcome_span.empty() || !when || find(column::period, row)) return when;
    return read_period(columns_.outcome_span, when->year());
  }

  void keep(const table_cell& from, std::vector<fact> facts) {
    for (fact& each : facts) {
      each.start = from.verbatim && from.end > 0 ? from.at.offset + each.start
                   : from.end > 0                ? from.at.offset
                                                 : 0;
      each.end = from.verbatim && from.end > 0 ? from.at.offset + each.end : from.end;
      places_.push_back(from.at);
      result_.facts.push_back(std::move(each));
    }
  }

  void finish() {
    if (result_.facts.empty())
      throw read_error{rows_.front().front().at, "the table has a header but no rows"};
    // Whom and what span the table is about is told by its facts, as for any list of them.
    report made = report_of(std::move(result_.facts));
    made.title = std::move(result_.title);
    result_ = std::move(made);
    if (const auto both = competing_targets(result_, known_)) {
      const fact &kept = result_.facts[both->first], &again = result_.facts[both->second];
      throw read_error{places_[both->second],
                       "two targets for the " + std::string{code(again.measure)} + " of " +
                           again.indicator + (again.period ? " in " + code(*again.period) : "") +
                           ": " + in_quotes(kept.text) + " on line " +
                           std::to_string(places_[both->first].line) + " and " +
                           in_quotes(again.text) + ": keep one, or name another period or region"};
    }
  }

  const table& rows_;
  const catalogue& known_;
  const plan_defaults& defaults_;
  plan_columns columns_;
  std::string whole_;             // that the parts below it belong to
  std::size_t first_of_row_ = 0;  // among the facts
  report result_;
  std::vector<place> places_;
};

}  // namespace

report read_plan(const table& rows, const catalogue& known, const plan_defaults& defaults) {
  return plan_reader{rows, known, defaults}.read();
}

report read_plan(std::string_view csv, const catalogue& known, const plan_defaults& defaults) {
  return read_plan(read_csv(csv), known, defaults);
}

}  // namespace kebi
