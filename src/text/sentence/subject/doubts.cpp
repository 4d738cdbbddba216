#include "text/sentence/subject/doubts.hpp"

#include <algorithm>

#include "text/document/headings.hpp"
#include "text/names/indicator_kind.hpp"
#include "text/names/name_verbs.hpp"
#include "text/normalise/strings.hpp"
#include "text/normalise/utf8.hpp"

namespace kebi::grammar {
namespace {

/// Whether brackets or quotes of a name are open at its end, or close what it does not open.
bool is_torn(std::string_view name) {
  int brackets = 0, quotes = 0;
  for (std::string_view rest = name; !rest.empty(); rest.remove_prefix(character(rest).size())) {
    const std::string_view one = character(rest);
    if (one == "(" || one == "（" || one == "《" || one == "“" || one == "「") ++brackets;
    if (one == ")" || one == "）" || one == "》" || one == "”" || one == "」") --brackets;
    if (one == "\"") ++quotes;
    if (brackets < 0) return true;
  }
  return brackets != 0 || quotes % 2 != 0;
}

/// Whether a name says nothing without whose it is: 增加值, 覆盖面, or is that of a figure, 图3….
bool says_no_owner(std::string_view name, const vocabulary& words) {
  return words[group::vague_name].has(name) || words[group::ratio_end].has(name) || is_caption(name);
}

/// Whether the words of a clause may name another subject: some text that does not start as what only
/// goes on with the one before (创历史新高, 按可比价格计算).
bool may_name_another(const clause& c, std::size_t from, std::size_t to) {
  constexpr std::size_t shortest = std::string_view{"投资"}.size();
  for (std::size_t i = from; i < to; ++i)
    if (c.kind(i) == word::text && c.shown(i).size() >= shortest)
      return !(*c.words.known)[group::goes_on].starts(c.shown(i)) && c.kind(from) == word::text;
  return false;
}

}  // namespace

bool is_doubtful_name(std::string_view name, const catalogue* known, const vocabulary& words) {
  constexpr std::size_t longest = std::string_view{"产"}.size() * 24;
  const bool torn = is_doubtful_noun(name, words) || says_no_owner(name, words);
  if (!torn && name.size() <= longest && !words[group::sentence_word].within(name)) return false;
  if (torn) return !(known && known->find(name));
  return !is_shaped_like_indicator(name, known, words);
}

bool lacks_unit(const fact& made, const catalogue* known, const vocabulary& words) {
  if (made.measure != measure::level || made.unit || is_ratio(made.indicator, known, words)) return false;
  return made.value && !ends_with_any(made.indicator, {"指数", "系数", "比", "PMI", "值", "得分", "评分"});
}

bool is_doubtful_count(std::string_view name, const vocabulary& words) {
  constexpr std::size_t longest = std::string_view{"产"}.size() * 24;
  if (is_doubtful_noun(name, words) || name.size() > longest) return true;
  // 企业通过班列通达欧洲, 群众翘首以盼的梦想: a clause of its own.
  const std::size_t verb = name.find("通过"), of = name.find("的");
  return (verb != name.npos && verb > 0) || (of != name.npos && of + longest / 4 < name.size()) ||
         std::ranges::any_of(words[group::sentence_word], [&](const listed_word& each) {
           const std::size_t at = name.find(each.spelling);
           return each.spelling.size() > 3 && at != name.npos && at > 0;
         });
}

bool is_doubtful_noun(std::string_view name, const vocabulary& words) {
  constexpr std::size_t shortest = std::string_view{"公路"}.size();
  return name.size() < shortest || is_torn(name) || is_verb_only(name, words) ||
         words[group::torn_start].starts(name) || words[group::torn_end].ends(name);
}

bool is_doubtful_subject(const clause& c, const subjects& found, std::size_t number,
                         const context& known) {
  if (!found.carried || !known.in_prose() || known.carried.whom.names.empty()) return false;
  // Within a sentence one clause may safely go on with another.
  constexpr int far = 3, very_far = 6;
  const bool new_sentence = known.so_far.facts.empty();
  if (known.carried.whom.clauses >= (new_sentence ? far : very_far)) return true;
  for (std::size_t end = clause_start(c, number); end > c.head;) {
    const std::size_t start = part_start(c, end - 1);
    if (may_name_another(c, start, end - 1)) return true;
    end = start;
  }
  return false;
}

}  // namespace kebi::grammar
