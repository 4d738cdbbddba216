#include "kebi/text/read_period.hpp"

#include <algorithm>

#include "kebi/period/code.hpp"
#include "text/normalise/folded.hpp"
#include "text/words/dates.hpp"
#include "text/words/period_words.hpp"

namespace kebi {
namespace {

/// 2019-6, 2019/06, 2019.6: a month as a cell of a table has it.
std::optional<period> month_in_figures(std::string_view words) {
  grammar::word_reader in{words};
  const auto year = grammar::year_in_figures(in);
  if (!year || !in.skip_any({"-", "/", "."})) return std::nullopt;
  const auto month = in.small();
  if (!month || in.at != words.size() || !grammar::is_digit(words.back())) return std::nullopt;
  return month_of(*year, *month);
}

/// 2026Q1 of 1Q 2026, Q1/2026 and 2026:Q1, as some offices write a code; other words as they are.
std::string as_code(std::string_view words) {
  using grammar::is_digit, grammar::is_letter;
  std::string code{words};
  if (words.size() < 6) return code;
  if (words[4] == ':') return code.erase(4, 1);
  const bool letter_first = is_letter(words[0]) && is_digit(words[1]);
  if (!letter_first && !(is_digit(words[0]) && is_letter(words[1]))) return code;
  std::string_view year = words.substr(2);
  if (std::string_view{" -/"}.find(year.front()) != std::string_view::npos) year.remove_prefix(1);
  if (year.size() != 4 || !std::ranges::all_of(year, is_digit)) return code;
  return std::string{year} + words[letter_first ? 0 : 1] + words[letter_first ? 1 : 0];
}

}  // namespace

period read_period(std::string_view text, std::optional<int> year) {
  const grammar::folded in{text};
  const std::string& words = in.text();
  const grammar::vocabulary& known = grammar::vocabulary::standard();
  const auto refuse = [&](std::size_t at, std::string found, std::string expected) -> read_error {
    return {place_in(text, in.start(at)), std::move(found), std::move(expected)};
  };
  const std::string examples =
      "a period such as 2019年上半年, 1-5月, 前三季度, \"十三五\"时期, 2019H1 or 2019-01..2019-05";
  if (words.empty()) throw refuse(0, "nothing", examples);

  try {
    if (const auto month = month_in_figures(words)) return *month;
    auto found = grammar::scan_span(words, known);
    if (found && found->length != words.size()) {
      // 2018年11月-2019年2月
      std::string_view rest = std::string_view{words}.substr(found->length);
      if (rest.starts_with('-')) rest.remove_prefix(1);
      else if (rest.starts_with("至")) rest.remove_prefix(3);
      else found.reset();
      const auto last = found ? grammar::scan_span(rest, known) : std::nullopt;
      if (last && last->length == rest.size() && found->years.first && last->years.first) {
        const auto a = grammar::resolve(*found, year, {}), b = grammar::resolve(*last, year, {});
        if (a && b) return {a->first(), b->last()};
      }
      found.reset();
    }
    if (found) {
      if (!year) grammar::resolve(*found, 2000, {});  // a 13th month is no month of any year
      if (const auto result = grammar::resolve(*found, year, {})) return *result;
    } else {
      return period_of_code(as_code(words));
    }
  } catch (const read_error&) {
    if (detail::is_week(words)) throw;
    throw refuse(0, in_quotes(text), examples);
  } catch (const error& e) {
    throw refuse(0, in_quotes(text), std::string{"months 1 to 12 and quarters 1 to 4 in order ("} +
                                      e.what() + ")");
  }
  throw refuse(0, in_quotes(text) + " without a year",
               "a year before it, such as 2019年" + words + ", or one given to read_period");
}

}  // namespace kebi
