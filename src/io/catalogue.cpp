#include "kebi/text/standard_catalogue.hpp"

#include <array>
#include <vector>

#include "kebi/indicator/code.hpp"

namespace kebi {
namespace detail {
extern const char* const standard_catalogue_tsv;  // generated from src/indicator/catalogue.tsv
}
namespace {

constexpr std::array<std::string_view, 8> columns{"name",  "aliases", "english", "kind",
                                                  "units", "better",  "parts",   "growth"};

std::vector<std::string_view> cut(std::string_view text, char at) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = text.find(at);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\r')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

/// 地区生产总值 / 常住人口, or 地区生产总值 / mean 常住人口
quotient quotient_of(std::string_view text) {
  const std::size_t slash = text.find('/');
  quotient result;
  if (slash != std::string_view::npos) {
    result.numerator = trimmed(text.substr(0, slash));
    std::string_view below = trimmed(text.substr(slash + 1));
    if (below.starts_with("mean ")) {
      result.by_mean = true;
      below = trimmed(below.substr(5));
    }
    result.denominator = below;
  }
  if (result.numerator.empty() || result.denominator.empty())
    throw error{"a quotient needs a name on either side of its stroke: found " + in_quotes(text)};
  return result;
}

/// Runs a step, telling its error from the place of a cell.
template <class Step>
auto at_cell(std::string_view all, std::string_view cell, std::string_view column, Step step) {
  try {
    return step();
  } catch (const error& e) {
    throw read_error{place_in(all, static_cast<std::size_t>(cell.data() - all.data())),
                     "in column " + std::string{column} + ": " + e.what()};
  }
}

}  // namespace

catalogue read_catalogue(std::string_view tsv) {
  catalogue result;
  bool headed = false;
  for (const std::string_view raw : cut(tsv, '\n')) {
    const std::string_view line = raw.ends_with('\r') ? raw.substr(0, raw.size() - 1) : raw;
    if (trimmed(line).empty() || line.starts_with('#')) continue;
    const auto cells = cut(line, '\t');
    const auto where = [&](std::string_view cell) {
      return place_in(tsv, static_cast<std::size_t>(cell.data() - tsv.data()));
    };
    if (!headed) {
      for (std::size_t i = 0; i < columns.size(); ++i) {
        if (i < cells.size() && trimmed(cells[i]) == columns[i]) continue;
        const std::string_view cell = i < cells.size() ? cells[i] : line.substr(line.size());
        throw read_error{
            where(cell), i < cells.size() ? in_quotes(cells[i]) : "the end of the line",
            "the column " + std::string{columns[i]} +
                " of the header name, aliases, english, kind, units, better, parts, growth"};
      }
      headed = true;
      continue;
    }
    if (cells.size() != columns.size() && cells.size() != columns.size() + 1)
      throw read_error{
          where(line), std::to_string(cells.size()) + " cells",
          "8 cells parted by tabs: name, aliases, english, kind, units, better, parts, growth, "
          "and a ninth for what a ratio is the quotient of"};
    if (trimmed(cells[0]).empty())
      throw read_error{where(cells[0]), "no name", "the name of an indicator in the first column"};

    indicator one;
    one.name = trimmed(cells[0]);
    for (const std::string_view alias : cut(cells[1], ';'))
      if (!trimmed(alias).empty()) one.aliases.emplace_back(trimmed(alias));
    one.english = trimmed(cells[2]);
    one.kind = at_cell(tsv, cells[3], columns[3], [&] { return of_code<kind>(trimmed(cells[3])); });
    for (const std::string_view symbol : cut(cells[4], ';'))
      if (!trimmed(symbol).empty())
        one.units.push_back(
            at_cell(tsv, symbol, columns[4], [&] { return unit{trimmed(symbol)}; }));
    one.better =
        at_cell(tsv, cells[5], columns[5], [&] { return of_code<better>(trimmed(cells[5])); });
    one.parts =
        at_cell(tsv, cells[6], columns[6], [&] { return of_code<parts>(trimmed(cells[6])); });
    one.growth_at =
        at_cell(tsv, cells[7], columns[7], [&] { return of_code<growth_at>(trimmed(cells[7])); });
    if (cells.size() > columns.size())
      for (const std::string_view each : cut(cells.back(), ';'))
        if (!trimmed(each).empty())
          one.quotients.push_back(
              at_cell(tsv, each, "quotients", [&] { return quotient_of(trimmed(each)); }));
    at_cell(tsv, cells[0], columns[0], [&] { result.add(std::move(one)); });
  }
  if (!headed)
    throw read_error{
        place{}, "nothing",
        "a header with the columns name, aliases, english, kind, units, better, parts, growth"};
  return result;
}

catalogue standard_catalogue() { return read_catalogue(detail::standard_catalogue_tsv); }

}  // namespace kebi
