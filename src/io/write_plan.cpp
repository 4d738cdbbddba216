#include <array>

#include "kebi/indicator/code.hpp"
#include "kebi/io/plan.hpp"
#include "kebi/period/code.hpp"
#include "kebi/text/print_phrase.hpp"
#include "plan_columns.hpp"
#include "plan_reading.hpp"

namespace kebi {

namespace {

using row = std::vector<std::string>;

std::string& at(row& r, column which) { return r[static_cast<std::size_t>(which)]; }

row header() {
  row names;
  for (std::size_t i = 0; i < written_columns; ++i)
    names.emplace_back(name_of(static_cast<column>(i)));
  return names;
}

/// The row that says one fact in the given words.
row row_of(const fact& f, const report& in, const std::string& words) {
  row r(written_columns);
  at(r, column::indicator) = f.indicator;
  at(r, column::region) = f.region;
  at(r, column::parent) = f.parent;
  at(r, column::title) = in.title;
  const auto& main = in.period ? in.period : f.period;
  if (f.status == status::target) {
    at(r, column::target) = words;
    if (main) at(r, column::period) = code(*main);
    if (f.period) at(r, column::target_period) = code(*f.period);
    if (f.nature) at(r, column::nature) = code(*f.nature);
  } else {
    at(r, column::outcome) = words;
    if (f.period) at(r, column::period) = code(*f.period);
    at(r, column::status) = code(f.status);
  }
  return r;
}

/// What a row says once it is read again; nothing if it cannot be read.
std::vector<fact> said_by(const std::vector<row>& rows, const catalogue& known) {
  std::vector<row> all{header()};
  all.insert(all.end(), rows.begin(), rows.end());
  try {
    return read_plan_in_words(write_csv(all), known).facts;
  } catch (const error&) {
    return {};
  }
}

bool says(const row& r, const fact& f, const catalogue& known) {
  const auto said = said_by({r}, known);
  return said.size() == 1 && same_statement(said.front(), f);
}

row sayable_row(const fact& f, const report& in, const catalogue& known) {
  if (!f.text.empty())
    if (row r = row_of(f, in, f.text); says(r, f, known)) return r;
  std::string words;
  try {
    words = to_chinese(f);
  } catch (const error&) {
    words.clear();
  }
  if (!words.empty())
    if (row r = row_of(f, in, words); says(r, f, known)) return r;
  throw error{"no phrase of a plan's table states the " + std::string{code(f.measure)} + " of " +
              f.indicator + (f.text.empty() ? "" : " (" + f.text + ")") +
              ": write the report as JSON Lines"};
}

/// A target and the outcome behind it share a row where that says the same.
std::optional<row> joined(const row& target, const row& outcome, const fact& t, const fact& o,
                          const catalogue& known) {
  row both = target;
  at(both, column::outcome) = outcome[static_cast<std::size_t>(column::outcome)];
  at(both, column::period) = outcome[static_cast<std::size_t>(column::period)];
  at(both, column::status) = outcome[static_cast<std::size_t>(column::status)];
  const auto said = said_by({both}, known);
  if (said.size() != 2 || !same_statement(said[0], t) || !same_statement(said[1], o)) return std::nullopt;
  return both;
}

}  // namespace

std::string write_plan(const report& of, const catalogue& known) {
  std::vector<row> rows{header()};
  for (std::size_t i = 0; i < of.facts.size(); ++i) {
    const fact& f = of.facts[i];
    row r = sayable_row(f, of, known);
    if (f.status == status::target && i + 1 < of.facts.size()) {
      const fact& next = of.facts[i + 1];
      if (next.status != status::target && next.indicator == f.indicator && next.parent == f.parent &&
          next.region == f.region) {
        if (auto both = joined(r, sayable_row(next, of, known), f, next, known)) {
          r = std::move(*both);
          ++i;
        }
      }
    }
    rows.push_back(std::move(r));
  }
  // Columns that no row uses are left out.
  std::array<bool, written_columns> used{};
  for (std::size_t k = 1; k < rows.size(); ++k)
    for (std::size_t c = 0; c < written_columns; ++c) used[c] = used[c] || !rows[k][c].empty();
  used[static_cast<std::size_t>(column::indicator)] = true;
  for (row& r : rows)
    for (std::size_t c = written_columns; c-- > 0;)
      if (!used[c]) r.erase(r.begin() + static_cast<std::ptrdiff_t>(c));
  return write_csv(rows);
}

}  // namespace kebi
