#include "text/table/stub.hpp"

#include <algorithm>

#include "text/names/indicator_kind.hpp"
#include "text/normalise/strings.hpp"
#include "text/table/part_names.hpp"
#include "text/table/row_numbers.hpp"

namespace kebi::grammar {
namespace {

/// Whether a row stands below another: moved in behind it, or with a number of a lower level.
template <class Level>
bool stands_below(const Level& upper, int indent, int number) {
  return !upper.figures || upper.indent < indent || (upper.number > 0 && upper.number < number);
}

}  // namespace

stub::stub(const document& source, const setting& given, const std::vector<row>& body,
           std::size_t name, bool merges)
    : source_{source}, given_{given}, merges_{merges} {
  for (const row& cells : body)
    if (name < cells.size() && !cells[name].empty() && !cells[name].covered)
      ++times_[read_row_head(source, cells[name], given).name];
}

/// Takes the groups away that end above a row.
void stub::leave_levels(int indent, int number, bool figures) {
  while (!levels_.empty()) {
    const level& last = levels_.back();
    const bool ends = number > 0 ? last.number == 0 || last.number >= number
                      : last.number > 0 ? false
                      : figures && !last.figures ? last.indent > indent
                                                 : last.indent >= indent;
    if (!ends) return;
    levels_.pop_back();
  }
}

/// 其中 and # mark a part of the last row that is none; below them rows that stand as far in.
void stub::find_total(int indent, int number) {
  if (!row_.part && in_parts_ && number == 0 && indent > total_.indent) row_.part = true;
  in_parts_ = row_.part;
  if (row_.part) row_.parent = total_.name;
}

void stub::find_unit(int indent) {
  if (!row_.unit.empty()) return;
  if (row_.part && !total_.unit.empty()) {
    row_.above = total_.unit;
    return;
  }
  const auto gives_unit = [&](const level& each) {
    return !each.unit.empty() && each.unit != "%" && (!each.figures || each.indent < indent);
  };
  const auto giver = std::find_if(levels_.rbegin(), levels_.rend(), gives_unit);
  if (giver != levels_.rend()) {
    row_.above = giver->unit;
    return;
  }
  const bool own = is_ratio(row_.name, given_.known) || last_unit_ == "%";
  if (!own) row_.above = last_unit_, row_.assumed = !last_unit_.empty();
}

/// 住宅 stands below several totals: the name needs its own. In running text the total is in the
/// sentences around and in `parent`; a grid stands alone.
void stub::qualify(int indent, int number) {
  if (!merges_) return;
  const vocabulary& known = *source_.words().known;
  const auto times = times_.find(row_.name);
  const bool several = times != times_.end() && times->second > 1;
  const bool industry = row_.name.ends_with("产业") && !known[group::sector].ends(total_.name);
  if (row_.part && (several || industry)) {
    row_.name = name_of_part(row_.name, total_.name, known);
    return;
  }
  if (!several) return;
  const auto total = std::find_if(levels_.rbegin(), levels_.rend(), [&](const level& each) { return stands_below(each, indent, number); });
  if (total != levels_.rend()) row_.name = name_of_part(row_.name, total->name, known);
}

/// Takes time and status from the rows that a row stands below: 一般债券 below 2025年还本预算数.
void stub::take_from_levels(bool figures) {
  const bool own_time = row_.dated || (row_.span && figures);
  for (const level& each : levels_) {
    if (!each.figures) {
      row_.months_back = each.months_back;
      if (each.time.span && !row_.span) row_.span = each.time.span;
    } else if (each.time.dated && !own_time && !is_total(row_.name)) {
      row_.span = each.time.span, row_.dated = true;
      if (!row_.told) row_.told = each.told;
    }
  }
}

const stub_row& stub::enter(const cell& name, bool figures, std::string_view code) {
  const std::string shown = printed(source_, name);
  const int number = number_of_row(code.empty() ? shown : std::string{code} + '-' + shown).level, indent = name.indent;
  row_ = {};
  static_cast<row_head&>(row_) = read_row_head(source_, name, given_);
  const int back = (*source_.words().known)[group::month_before_row].within(shown) ? 1 : 0;
  leave_levels(indent, number, figures);
  take_from_levels(figures);
  if (back) row_.months_back = back, row_.span.reset();
  level own{row_.name, row_.unit, row_, indent, number, row_.months_back, figures, row_.told};
  if (figures && !row_.name.empty()) {
    find_total(indent, number);
    find_unit(indent);
    const bool total = !row_.part;
    qualify(indent, number);
    if (total) {
      total_.name = row_.name, total_.indent = indent;
      total_.unit = row_.unit.empty() ? row_.above : row_.unit;
    }
    own.name = row_.name;
    own.unit = row_.unit.empty() ? row_.above : row_.unit;
    if (!own.unit.empty()) last_unit_ = own.unit;
  } else if (figures) {  // 增速 alone is of the row above
    row_.name = name.empty() && merges_ ? std::string{} : total_.name;
    row_.above = total_.unit;
    return row_;
  } else {
    in_parts_ = false;
  }
  levels_.push_back(std::move(own));
  return row_;
}

}  // namespace kebi::grammar
