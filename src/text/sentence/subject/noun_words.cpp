#include "text/sentence/subject/noun_words.hpp"

#include <utility>

#include "text/names/indicator_kind.hpp"
#include "text/names/indicator_names.hpp"
#include "text/names/name_verbs.hpp"
#include "text/normalise/strings.hpp"
#include "text/normalise/utf8.hpp"

namespace kebi::grammar {
namespace {

/// Whether a figure of its own stands in the brackets that open here: 新开工项目(已开工8宗).
bool counts_in_brackets(const clause& c, std::size_t open) {
  for (std::size_t i = open + 1; !is_any(c.kind(i), word::close, word::stop); ++i)
    if (c.kind(i) == word::number) return true;
  return false;
}

/// Whether the noun goes on behind a 、: 49个机关、企业附属空间 counts both together, 5个公园、8个广场
/// and 5个公园、改善环境 do not.
bool goes_on_behind(const clause& c, std::size_t list) {
  if (!is_any(c.kind(list + 1), word::text, word::quote)) return false;
  if (starts_with_verb(c.shown(list + 1), *c.words.known)) return false;
  constexpr std::size_t longest = 24;
  for (std::size_t i = list + 1; i < list + longest; ++i) {
    if (is_any(c.kind(i), word::comma, word::stop, word::colon)) return true;
    if (c.kind(i) == word::number) return false;
  }
  return false;
}

}  // namespace

std::size_t end_of_noun(const clause& c, std::size_t i) {
  if (!is_any(c.kind(i), word::text, word::quote, word::nature, word::goal, word::stable)) return i;
  if (c.kind(i) == word::text &&
      (starts_with_any(c.shown(i), {"的", "以"}) || (*c.words.known)[group::no_noun].starts(c.shown(i))))
    return i;
  std::size_t end = i;
  bool inside = false;  // brackets: 45个县(市、区)
  for (; end < c.last; ++end) {
    const word is = c.kind(end);
    if (is_any(is, word::comma, word::stop, word::number, word::colon)) break;
    if (is == word::open && (c.kind(end + 1) == word::among || counts_in_brackets(c, end))) break;
    if (is_any(is, word::open, word::close)) inside = is == word::open;
    if (is == word::list && !inside && !goes_on_behind(c, end)) break;
    if (is_any(is, word::part_of, word::basis, word::than) && end > i) break;
  }
  while (end > i + 1 && is_any(c.kind(end - 1), word::list, word::joint)) --end;
  return end;
}

std::size_t end_of_quote(const clause& c, std::size_t i) {
  if (c.kind(i) != word::quote) return i;
  for (std::size_t k = i + 1; k < c.last && k < i + 12; ++k)
    if (c.kind(k) == word::quote) return k + 1;
  return i;
}

std::size_t end_of_actors(const clause& c, noun_words noun) {
  for (std::size_t k = noun.begin + 1; k < noun.end; ++k)
    if (is_any(c.kind(k), word::reach, word::rise, word::fall, word::widen, word::narrow,
               word::before, word::higher, word::lower, word::hold, word::control, word::each,
               word::all, word::adverb, word::period))
      return k;
  return noun.end;
}

std::string name_of(const clause& c, noun_words noun) {
  std::string name;
  for (std::size_t i = noun.begin; i < noun.end; ++i)
    if (!is_any(c.kind(i), word::period, word::adverb)) name += c.printed(i);
  return without_verbs(tidy_name(std::move(name), *c.words.known), *c.words.known);
}

std::string actors_in(const std::string& name, const catalogue* known, const vocabulary& words) {
  std::size_t end = 0;
  for (std::size_t at = 0; at < name.size();) {
    const std::string_view rest = std::string_view{name}.substr(at);
    if (const listed_word* actor = words[group::actor].start_of(rest))
      end = at += actor->spelling.size();
    else if (end > 0)
      break;
    else
      at += character(rest).size();
  }
  if (end == 0 || end == name.size()) return name;
  const std::string_view rest = std::string_view{name}.substr(end);
  const bool acts = words[group::actor_verb].starts(rest);
  return acts || is_amount(rest, known) || is_ratio(rest, known) ? name.substr(0, end) : name;
}

}  // namespace kebi::grammar
