#include "text/table/heads/title_on_columns.hpp"

#include "text/normalise/strings.hpp"

namespace kebi::grammar {
namespace {

/// Whether heads say what is planned, done or expected.
bool tells_status(const std::vector<column>& columns, const std::vector<head>& heads, const vocabulary& known) {
  for (std::size_t k = 0; k < columns.size(); ++k)
    if (columns[k].is == role::figure && (columns[k].status != status::actual || columns[k].measure != measure::level ||
                                          known[group::column_outcome].within(heads[k].words)))
      return true;
  return false;
}

}  // namespace

void take_status(std::vector<column>& columns, const std::vector<head>& heads, const table_title& titled,
                 const vocabulary& known) {
  if ((!titled.planned && !titled.fiscal) || tells_status(columns, heads, known)) return;
  for (column& one : columns) {
    if (one.is != role::figure || one.measure != measure::level) continue;
    if (titled.planned) one.status = status::target;
    one.open = titled.fiscal;
  }
}

void tell_amounts(std::vector<column>& columns, const std::vector<head>& heads, const std::vector<std::string>& units) {
  for (std::size_t k = 0; k < columns.size(); ++k) {
    column& one = columns[k];
    const std::string& words = heads[k].words;
    const bool open = one.measure == measure::growth && one.unit.empty() && holds_any(words, {"增减", "比年初", "较年初"}) &&
                      !holds_any(words, {"增长", "增速", "幅", "率", "%", "比例"});
    if (!open) continue;
    if (one.basis == basis::year_start) one.measure = measure::change, one.unit = unit_for(units, one.noun);
    else one.odd = true;
  }
}

}  // namespace kebi::grammar
