#include "kebi/text/read_period.hpp"

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
      throw refuse(0, in_quotes(text) + " without a year",
                   "a year before it, such as 2019年" + words + ", or one given to read_period");
    }
    return period_of_code(words);
  } catch (const read_error& e) {
    if (e.complaint().find("a year before") != std::string::npos) throw;
    if (e.complaint().find("no week lies") != std::string::npos) throw;
    throw refuse(0, in_quotes(text), examples);
  } catch (const error& e) {
    throw refuse(0, in_quotes(text), std::string{"months 1 to 12 and quarters 1 to 4 in order ("} +
                                      e.what() + ")");
  }
}

}  // namespace kebi
