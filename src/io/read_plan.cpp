#include <algorithm>
#include <map>
#include <set>

#include "kebi/indicator/code.hpp"
#include "kebi/io/plan.hpp"
#include "kebi/period/code.hpp"
#include "kebi/text/read_period.hpp"
#include "plan_cells.hpp"
#include "plan_figures.hpp"
#include "plan_layout.hpp"
#include "plan_reading.hpp"
#include "plan_references.hpp"
#include "plan_rows.hpp"
#include "plan_titles.hpp"

namespace kebi {

namespace {

using row_cells = std::vector<table_cell>;

class plan_reader {
 public:
  plan_reader(const table& rows, const catalogue& known, const plan_defaults& defaults,
              std::vector<std::string>* skipped, bool refuses = true)
      : rows_{rows}, known_{known}, defaults_{defaults}, skipped_{skipped}, refuses_{refuses} {}

  report read() {
    find_layout();
    about_ = subject_of(layout_, known_, defaults_);
    for (std::size_t i = layout_.first; i < rows_.size(); ++i) {
      try {
        read_row(rows_[i]);
      } catch (const read_error& e) {
        set_aside(rows_[i], e);
      }
    }
    finish();
    return std::move(result_);
  }

 private:
  void find_layout() {
    if (rows_.empty() || rows_.front().empty())
      throw read_error{
          place{}, "the table is empty: it needs a header such as indicator,target,outcome,period"};
    if (auto found = layout_of(rows_)) {
      layout_ = std::move(*found);
    } else {
      layout_.header = rows_.front();
      layout_.columns = columns_of(rows_.front());
      layout_.first = 1;
    }
    require_columns(layout_.columns, layout_.header);
    for (const table_cell& head : layout_.columns.unknown)
      skip(head, "the column " + in_quotes(head.text) + " is not read");
  }

  const table_cell* find(const plan_column* which, const row_cells& row) const {
    if (!which || which->at >= row.size() || is_blank(row[which->at])) return nullptr;
    return &row[which->at];
  }
  const table_cell* find(column which, const row_cells& row) const {
    return find(layout_.columns.find(which), row);
  }
  /// The cell, or the one above it that reaches down to it: a merged cell.
  const table_cell* find_merged(column which, const row_cells& row) {
    if (const table_cell* c = find(which, row)) above_[which] = c;
    const auto found = above_.find(which);
    return found == above_.end() ? nullptr : found->second;
  }

  void skip(const table_cell& at, const std::string& why) {
    if (skipped_) skipped_->push_back("line " + std::to_string(at.at.line) + ": " + why);
  }

  /// What is not understood refuses the table only where nothing else of it is.
  void set_aside(const read_error& why) {
    if (!refused_) refused_ = why;
    if (skipped_) skipped_->push_back(why.what());
  }
  /// Its target is kept in words, so that it is seen to have no verdict.
  void set_aside(const row_cells& row, const read_error& why) {
    set_aside(why);
    const table_cell *name = find(column::indicator, row), *target = find(column::target, row);
    if (!name || !target) return;
    fact words;
    words.indicator = read_name(name->text, std::nullopt).indicator;
    words.region = about_.region;
    words.status = status::target;
    words.bound = bound::none;
    words.text = target->text;
    words.end = target->text.size();
    keep({std::move(words), target, false, why});
  }

  void read_row(const row_cells& row) {
    require_width(row);
    note_columns_without_head(row);
    const row_kind kind = kind_of(row, layout_);
    if (kind == row_kind::section) name_cell_ = nullptr, above_.clear();
    if (kind != row_kind::figures && kind != row_kind::empty) return;
    const table_cell* own = find(column::indicator, row);
    const table_cell* unit = find(column::unit, row);
    if (own || unit) unit_cell_ = unit;
    if (own) name_cell_ = own;
    if (!name_cell_) throw read_error{row.front().at, "this row names no indicator"};
    const table_cell& name_cell = *name_cell_;

    if (kind == row_kind::empty) {
      empty_ = empty_ ? empty_ : &name_cell;
      skip(name_cell, "the row of " + catalogue::folded(name_cell.text) + " has neither a target nor an outcome");
      return;
    }
    const std::optional<period> when = period_of(row, name_cell);
    row_name name = read_name(name_cell.text, when ? std::optional{when->year()} : std::nullopt);
    take_measure(name, known_);
    if (name.indicator.empty()) throw read_error{name_cell.at, "this row names no indicator"};
    if (!name.is_part) whole_ = name.indicator;
    const std::string parent = parent_of(row, name, name_cell);
    if (const table_cell* c = find(column::title, row)) result_.title = c->text;

    const table_cell* nature = find(column::nature, row);
    std::string numbers_in = unit_of(name);
    plan_row figures{row, layout_.columns, std::move(name), when, std::move(numbers_in), context_of(row)};
    figures.context.indicator = figures.name.indicator;
    for (row_fact& each : read_figures(std::move(figures))) {
      each.stated.parent = parent;
      if (nature && each.stated.status == status::target) each.stated.nature = nature_in(*nature);
      if (each.refused) set_aside(*each.refused);
      else understood_ = true;
      keep(std::move(each));
    }
  }

  std::optional<kebi::nature> nature_in(const table_cell& c) {
    try {
      return read_cell(c, [](const std::string& word) { return read_nature(word); });
    } catch (const read_error& e) {
      set_aside(e);
      return std::nullopt;
    }
  }

  /// The unit of a row's numbers, or of the table's.
  std::string unit_of(const row_name& name) const {
    std::string unit = unit_cell_ ? read_unit(unit_cell_->text) : name.unit;
    if (unit.empty() && name.is_growth) unit = "%";
    if (unit.empty() && !layout_.columns.has(column::unit)) unit = about_.unit;
    return unit;
  }

  void require_width(const row_cells& row) const {
    std::size_t width = 0;  // titles above the heads may be wider
    for (std::size_t i = 0; i < layout_.first; ++i) width = std::max(width, rows_[i].size());
    for (std::size_t i = width; i < row.size(); ++i)
      if (!is_blank(row[i]))
        throw read_error{row[i].at,
                         "this row has " + std::to_string(row.size()) +
                             " cells, but the header has " + std::to_string(width) +
                             ": quote cells that hold a comma"};
  }

  /// Figures below no head are not read, and said once not to be.
  void note_columns_without_head(const row_cells& row) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      const bool headed = i < layout_.header.size() && !is_blank(layout_.header[i]);
      if (headed || !is_bare_number(row[i].text) || !without_head_.insert(i).second) continue;
      skip(row[i], "column " + std::to_string(i + 1) + " has no head and is not read: " + in_quotes(row[i].text));
    }
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

  phrase_context context_of(const row_cells& row) {
    phrase_context context;
    context.region = about_.region;
    if (const table_cell* c = find_merged(column::region, row))
      context.region = catalogue::folded(c->text);
    context.known = &known_;
    context.lexicon = defaults_.lexicon;
    return context;
  }

  std::optional<period> period_of(const row_cells& row, const table_cell& name) {
    const auto& whole = about_.period;
    if (const table_cell* c = whole ? find(column::period, row) : find_merged(column::period, row))
      return read_cell(*c, [&](const std::string& text) {
        return read_period(text, whole ? std::optional{whole->year()} : about_.year);
      });
    if (whole) return whole;
    throw read_error{
        name.at,
        "no period for this row: the titles and heads name none, so give a column period such as 2019H1, or pass the "
        "period when reading"};
  }

  void keep(row_fact of) {
    fact& each = of.stated;
    const table_cell& from = *of.cell;
    const bool placed = from.verbatim && from.end > 0;
    each.start = from.end > 0 ? from.at.offset + (placed ? each.start : 0) : 0;
    each.end = placed ? from.at.offset + each.end : from.end;
    places_.push_back(from.at);
    of_base_.push_back(of.of_base);
    result_.facts.push_back(std::move(each));
  }

  void finish() {
    if (refuses_ && refused_ && !understood_) throw read_error{*refused_};
    if (result_.facts.empty() && empty_)
      throw read_error{empty_->at, "the row of " + catalogue::folded(empty_->text) + " has neither a target nor an outcome, and no other row has one"};
    if (result_.facts.empty())
      throw read_error{rows_.front().front().at, "the table has a header but no rows"};
    resolve_references(result_.facts, known_);
    tell_subject();
    doubt_competing_targets();
  }

  /// Whom and what span the table is about is told by its facts, as for any list of them; but
  /// those of the year before are beside the point.
  void tell_subject() {
    std::vector<fact> own;
    for (std::size_t i = 0; i < result_.facts.size(); ++i)
      if (!of_base_[i]) own.push_back(result_.facts[i]);
    const auto of_outcomes = span_of_outcomes(own, defaults_.period);
    const report about = report_of(std::move(own));
    if (result_.title.empty()) result_.title = about_.title;
    result_.region = about.region.empty() ? about_.region : about.region;
    result_.period = of_outcomes ? of_outcomes : about_.period;
  }

  /// Which of two targets stands is open, so that neither gives a verdict; a table of nothing else is refused.
  void doubt_competing_targets() {
    const auto all = all_competing_targets(result_, known_);
    std::vector<bool> competes(result_.facts.size());
    for (const auto& [kept, again] : all) competes[kept] = competes[again] = true;
    const auto is_open = [&](std::size_t i) { return competes[i] || result_.facts[i].status != status::target; };
    bool nothing_else = true;
    for (std::size_t i = 0; i < competes.size(); ++i) nothing_else = nothing_else && is_open(i);
    for (const auto& [kept, again] : all) {
      const read_error why = competing(result_.facts[kept], result_.facts[again], places_[kept], places_[again]);
      if (refuses_ && nothing_else) throw read_error{why};
      set_aside(why);
    }
    for (std::size_t i = 0; i < competes.size(); ++i)
      if (competes[i]) result_.facts[i].doubts.insert(doubt::arithmetic);
  }

  const table& rows_;
  const catalogue& known_;
  const plan_defaults& defaults_;
  std::vector<std::string>* skipped_;
  bool refuses_;                           // a table of which nothing is understood
  plan_layout layout_;
  plan_subject about_;
  std::map<column, const table_cell*> above_;
  std::set<std::size_t> without_head_;
  const table_cell* name_cell_ = nullptr;  // of this row, or of the merged cell that reaches it
  const table_cell* unit_cell_ = nullptr;
  const table_cell* empty_ = nullptr;      // the first indicator without figures
  std::optional<read_error> refused_;      // the first cell or row that is not understood
  bool understood_ = false;                // whether any is
  std::string whole_;                      // that the parts below it belong to
  report result_;
  std::vector<place> places_;
  std::vector<bool> of_base_;              // each fact: of the year before
};

}  // namespace

bool is_plan(const table& rows) { return layout_of(rows).has_value(); }

report read_plan(const table& rows, const catalogue& known, const plan_defaults& defaults,
                 std::vector<std::string>* skipped) {
  return plan_reader{rows, known, defaults, skipped}.read();
}

report read_plan_in_words(std::string_view csv, const catalogue& known) {
  const table rows = read_csv(csv, ',');
  const plan_defaults defaults;
  return plan_reader{rows, known, defaults, nullptr, false}.read();
}

report read_plan(std::string_view csv, const catalogue& known, const plan_defaults& defaults,
                 std::vector<std::string>* skipped) {
  return read_plan(read_csv(csv, separator_of(csv)), known, defaults, skipped);
}

}  // namespace kebi
