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

/// Takes single characters off the front of a text.
struct cursor {
  std::string_view rest;

  bool take(std::string_view any) {
    if (rest.empty() || any.find(rest.front()) == std::string_view::npos) return false;
    rest.remove_prefix(1);
    return true;
  }

  std::optional<int> number(std::size_t least, std::size_t most) {
    std::size_t length = 0;
    int value = 0;
    while (length < most && length < rest.size() && grammar::is_digit(rest[length])) value = value * 10 + (rest[length++] - '0');
    if (length < least) return std::nullopt;
    rest.remove_prefix(length);
    return value;
  }
};

/// Q3, S2, H2, A1, M05, T1: a part of a year as SDMX writes it.
std::optional<period> part_of_year(int year, cursor in) {
  static constexpr std::string_view kinds = "MQTSHA";
  static constexpr int months[] = {1, 3, 4, 6, 6, 12};
  const std::size_t kind = in.rest.empty() ? kinds.npos : kinds.find(in.rest.front());
  if (kind == kinds.npos) return std::nullopt;
  in.rest.remove_prefix(1);
  const int number = kinds[kind] == 'A' && in.rest.empty() ? 1 : in.number(1, 2).value_or(0);
  if (!in.rest.empty() || number < 1 || number * months[kind] > 12) return std::nullopt;
  return months_of(year, (number - 1) * months[kind] + 1, number * months[kind]);
}

/// 01-01/P5M, what follows a year: a first month and a length, as ISO 8601 writes a span.
std::optional<period> from_first_month(int year, cursor in) {
  const auto first = in.number(2, 2);
  if (in.rest.starts_with("-01")) in.rest.remove_prefix(3);
  if (!first || *first < 1 || *first > 12 || !in.take("/") || !in.take("P")) return std::nullopt;
  const int count = in.number(1, 2).value_or(0);
  const int months = in.take("M") ? count : in.take("Y") ? count * 12 : 0;
  if (months == 0 || !in.rest.empty()) return std::nullopt;
  const int last = year * 12 + *first - 2 + months;
  return period{month_of(year, *first).first(), month_of(last / 12, last % 12 + 1).last()};
}

/// 2020-A1, 2020-T1, 1Q 2026, Q1/2026, 2019-01-01/P5M: a span as SDMX and other offices write it.
std::optional<period> as_elsewhere(std::string_view words) {
  cursor in{words};
  if (const auto year = in.number(4, 4)) {
    if (!in.take("-") && !in.take(":")) return std::nullopt;
    const auto span = from_first_month(*year, in);
    return span ? span : part_of_year(*year, in);
  }
  if (words.size() < 6) return std::nullopt;
  std::string part{words.substr(0, 2)};
  in.rest = words.substr(2);
  in.take(" -/");
  const auto year = in.number(4, 4);
  if (!year || !in.rest.empty()) return std::nullopt;
  if (grammar::is_digit(part.front())) std::swap(part.front(), part.back());
  return part_of_year(*year, cursor{part});
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
    if (const auto span = as_elsewhere(words)) return *span;
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
