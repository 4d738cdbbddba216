#include "text/table/heads/formula_row.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "text/normalise/strings.hpp"
#include "text/table/heads/column_words.hpp"

namespace kebi::grammar {
namespace {

/// A cell of a row of formulas: the letter of its column, and those that it sums.
struct letters {
  char own = 0;
  std::string parts;
};

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

letters letters_of(std::string_view words) {
  std::string plain{words};
  std::erase(plain, ' ');
  if (plain.empty() || !is_capital(plain.front())) return {};
  letters found{plain.front(), {}};
  if (plain.size() == 1) return found;
  if (plain[1] != '=') return {};
  for (std::size_t i = 2; i < plain.size(); ++i) {
    const bool sign = i % 2 == 1;
    if (sign ? plain[i] != '+' && plain[i] != '-' : !is_capital(plain[i])) return {};
    if (!sign) found.parts += plain[i];
  }
  return found;
}

/// The columns that a formula names, in their order.
struct formula_columns {
  std::vector<std::size_t> all, parts;           ///< columns with letters; those that are no sums
  std::vector<std::vector<std::size_t>> groups;  ///< of each sum, its column and those of its parts
};

formula_columns columns_of(const document& source, const row& formula) {
  formula_columns found;
  std::vector<letters> named;
  for (const cell& c : formula) named.push_back(letters_of(words_of(source, c)));
  for (std::size_t k = 0; k < named.size(); ++k) {
    if (named[k].own == 0) continue;
    found.all.push_back(k);
    if (named[k].parts.empty()) {
      found.parts.push_back(k);
      continue;
    }
    std::vector<std::size_t> group{k};
    for (std::size_t i = 0; i < named.size(); ++i)
      if (named[k].parts.find(named[i].own) != std::string::npos && named[i].own != 0) group.push_back(i);
    found.groups.push_back(std::move(group));
  }
  return found;
}

row placed(const document& source, const row& heads, const formula_columns& columns, std::size_t width) {
  std::vector<cell> shown;
  for (const cell& c : heads)
    if (!c.empty()) shown.push_back(c);
  row made(width);
  const vocabulary& known = *source.words().known;
  const bool names = !shown.empty() && (columns.all.front() > 0) &&
                     (role_of(words_of(source, shown.front()), known) != role::figure ||
                      shown.size() == columns.parts.size() + 1);
  std::size_t next = 0;
  if (names) made[0] = shown[next++];
  const std::size_t count = shown.size() - next;
  if (count == 0) return made;
  if (count == columns.groups.size()) {
    for (const auto& group : columns.groups) {
      for (const std::size_t k : group) made[k] = shown[next], made[k].covered = k != group.front();
      ++next;
    }
    return made;
  }
  if (count != columns.parts.size() && count != columns.all.size()) return heads;
  for (const std::size_t k : count == columns.all.size() ? columns.all : columns.parts) made[k] = shown[next++];
  return made;
}

}  // namespace

bool is_formula_row(const document& source, const row& cells) {
  std::size_t lettered = 0;
  bool sums = false;
  for (std::size_t k = 0; k < cells.size(); ++k) {
    if (cells[k].empty()) continue;
    const letters found = letters_of(words_of(source, cells[k]));
    if (found.own == 0 && lettered > 0) return false;
    lettered += found.own != 0;
    sums = sums || !found.parts.empty();
  }
  return sums && lettered > 1;
}

std::vector<row> placed_by_formula(const document& source, std::vector<row> heads, const row& formula) {
  const formula_columns columns = columns_of(source, formula);
  const bool merged = std::ranges::any_of(
      heads, [](const row& cells) { return std::ranges::any_of(cells, &cell::covered); });
  if (merged || columns.all.empty() || columns.groups.empty()) return heads;
  for (row& cells : heads) cells = placed(source, cells, columns, formula.size());
  return heads;
}

}  // namespace kebi::grammar
