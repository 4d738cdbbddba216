#pragma once

#include <optional>
#include <string>

#include "kebi/indicator/code.hpp"
#include "kebi/indicator/fact.hpp"
#include "kebi/period/code.hpp"

namespace kebi {

/// On whose scope (口径) the figure of an earlier period stands.
enum class scope {
  published,   ///< as it came out then
  comparable,  ///< as the growth of a later figure implies it
  rereleased,  ///< printed anew on today's scope (同口径)
};

/// What a true figure is the quantity of: the unknown behind one or more facts,
/// or behind none.
struct quantity {
  std::string indicator;
  std::string region;
  std::optional<kebi::period> period;
  kebi::measure measure = measure::level;
  std::optional<kebi::measure> subject;  ///< of a change or gap
  std::optional<kebi::basis> basis;      ///< of a growth or change; 同比 where none is given
  bool real = false;                     ///< a growth at comparable prices beside a nominal one
  bool nominal = false;                  ///< one at current prices, of what grows in real terms
  std::string whole;                     ///< the whole, or the reference
  kebi::scope scope = scope::published;
  kebi::status status = status::actual;  ///< an estimate counts as actual
  int passage = 0;  ///< where no period is stated: of which passage it is, from 1

  friend bool operator==(const quantity&, const quantity&) = default;
};

/// 一般公共预算收入, 2018H1, comparable base
std::string to_string(const quantity& of);

/// The law by which figures hang together.
enum class identity {
  growth,        ///< level = base (1 + growth)
  scope,         ///< comparable base = revision factor times published base
  year_to_date,  ///< year to date = what came before + the span
  sum,           ///< whole = sum of its parts
  rest,          ///< whole = part + rest
  share,         ///< part = share of the whole
  share_base,    ///< share a year before = share now (1 + growth of whole) / (1 + growth of part)
  change,        ///< change = now - before
  gap,           ///< gap = one - other
  contribution,  ///< contribution = increment of part / increment of whole
  pull,          ///< pull = increment of part / base of whole
  progress,      ///< progress = so far / plan
  average,       ///< two years' growth chains
  price,         ///< (1 + nominal) = (1 + real)(1 + price)
  quotient,      ///< ratio = numerator / denominator
  year_mean,     ///< mean of a year = half of its two ends
  short_of,      ///< not yet at the target
  own,           ///< a caller's
};

namespace detail {
template <>
inline constexpr std::string_view words<scope>[] = {"published", "comparable", "rereleased"};
template <>
inline constexpr std::string_view words<identity>[] = {
    "growth",     "scope",  "year_to_date", "sum",          "rest",     "share",
    "share_base", "change", "gap",          "contribution", "pull",     "progress",
    "average",    "price",  "quotient",     "year_mean",    "short_of", "own"};
}  // namespace detail

/// The law in a formula.
constexpr std::string_view formula_of(identity law) {
  switch (law) {
    case identity::growth:
      return "level = base × (1 + growth)";
    case identity::scope:
      return "comparable base = revision factor × published base";
    case identity::year_to_date:
      return "year to date = what came before + the span";
    case identity::sum:
      return "whole = sum of its parts";
    case identity::rest:
      return "whole = part + rest";
    case identity::share:
      return "part = share × whole";
    case identity::share_base:
      return "share a year before = share × (1 + growth of whole) / (1 + growth of part)";
    case identity::change:
      return "change = now - before";
    case identity::gap:
      return "gap = one - other";
    case identity::contribution:
      return "contribution = increment of part / increment of whole";
    case identity::pull:
      return "pull = increment of part / base of whole";
    case identity::progress:
      return "progress = so far / plan";
    case identity::average:
      return "(1 + average)² = (1 + this year)(1 + last year)";
    case identity::price:
      return "(1 + nominal) = (1 + real)(1 + price)";
    case identity::quotient:
      return "ratio = numerator / denominator";
    case identity::year_mean:
      return "mean of the year = (end of the year before + end of the year) / 2";
    case identity::short_of:
      return "short of the target";
    case identity::own:
      return "as given";
  }
  return "as given";
}

}  // namespace kebi

#ifdef KEBI_HEADER_ONLY
#include "kebi/infer/figures/quantity-inl.hpp"
#endif
