#include "text/names/profit_and_loss.hpp"

#include <algorithm>
#include <utility>

#include "text/words/vocabulary.hpp"

namespace kebi::grammar {
namespace {

const word_list& words_of(group which) { return vocabulary::standard()[which]; }

/// The end of a name that is one of some words; empty where it has none of them.
std::string_view profit_at_end(std::string_view name) {
  const listed_word* found = words_of(group::profit).end_of(name);
  return found ? found->spelling : std::string_view{};
}
/// A loss that a name ends with, and the profit that it is of in `detail`.
const listed_word* loss_at_end(std::string_view name) {
  return words_of(group::loss).end_of(name);
}

/// 企业亏损 of 企业利润总额.
std::string loss_named(std::string name) {
  name = without_loss(std::move(name));
  const std::string_view profit = profit_at_end(name);
  if (profit.empty()) return name;
  name.erase(name.size() - profit.size());
  return name + std::string{profit.find("潤") == profit.npos ? "亏损" : "虧損"};
}

void negate(fact& of) {
  if (of.value) of.value = -*of.value;
  if (of.lo) of.lo = -*of.lo;
  if (of.hi) of.hi = -*of.hi;
  std::swap(of.lo, of.hi);
  of.bound = mirrored(of.bound);
}

}  // namespace

kebi::bound mirrored(kebi::bound b) {
  switch (b) {
    case bound::at_least:
      return bound::at_most;
    case bound::at_most:
      return bound::at_least;
    case bound::more_than:
      return bound::less_than;
    case bound::less_than:
      return bound::more_than;
    default:
      return b;
  }
}

bool is_outcome(std::string_view words) {
  return words == "盈利" || std::ranges::any_of(words_of(group::loss), [&](const listed_word& each) {
           return words == each.spelling || words == each.detail;
         });
}

bool names_profit(std::string_view name) { return !profit_at_end(name).empty(); }
bool names_loss(std::string_view name) { return loss_at_end(name) != nullptr; }
bool names_business(std::string_view name) {
  return words_of(group::business).ends(name);
}

std::string without_loss(std::string name) {
  if (const listed_word* told = loss_at_end(name))
    if (std::string whom = name.substr(0, name.size() - told->spelling.size()); names_profit(whom))
      return whom;
  return name;
}

bool tells_loss_of_profit(const std::string& name) { return without_loss(name) != name; }

std::string profit_named(std::string name) {
  const listed_word* told = loss_at_end(name);
  if (!told) return name;
  name.erase(name.size() - told->spelling.size());
  return names_profit(name) ? name : name + std::string{told->detail};
}

std::string with_outcome(const std::string& whom, std::string_view outcome) {
  if (loss_at_end(outcome))
    return names_loss(whom) ? whom : whom + std::string{names_profit(whom) ? "亏损" : outcome};
  if (names_loss(whom)) return profit_named(whom);
  return names_profit(whom) ? whom : whom + std::string{outcome};
}

std::size_t loss_length(std::string_view words) {
  const listed_word* told = loss_at_end(words);
  return told ? told->spelling.size() : 0;
}

bool tell_as_profit(fact& made, bool turned) {
  const bool loss = names_loss(made.indicator);
  const bool amount = made.measure == measure::level ||
                      (made.measure == measure::change && made.subject == measure::level);
  if (loss && amount && made.unit && made.unit->kind().ends_with("元")) {
    made.indicator = profit_named(made.indicator);
    negate(made);
    return true;
  }
  if (made.measure == measure::growth && (loss || (turned && names_profit(made.indicator)))) {
    if (!loss) negate(made);
    made.indicator = loss_named(made.indicator);
  }
  return false;
}

}  // namespace kebi::grammar
