#include "text/sentence/subject/subject_lists.hpp"

#include <algorithm>
#include <utility>

#include "text/names/indicator_kind.hpp"
#include "text/names/list_members.hpp"
#include "text/names/name_verbs.hpp"
#include "text/normalise/strings.hpp"
#include "text/sentence/head/read_head.hpp"

namespace kebi::grammar {
namespace {

/// Those whom clauses before the number's own name one by one: 鸡蛋价格,鸡肉价格,鸭肉价格分别. A
/// head alone stands for what was named, and closes no list: 鸡蛋和鲜菜供应充足,价格分别下降.
std::vector<std::string> listed_by_commas(const clause& c, std::size_t begin, std::size_t count,
                                          const std::string& last) {
  std::vector<std::string> listed{last};
  for (std::size_t end = begin; end > c.head + 1 && c.kind(end - 1) == word::comma;) {
    std::size_t start = end - 1;
    while (start > c.head && is_any(c.kind(start - 1), word::text, word::list, word::joint))
      --start;
    if (start + 1 >= end) break;
    listed.insert(listed.begin(),
                  tidy_name(c.printed(piece{c.at(start).begin, c.at(end - 2).end}), *c.words.known));
    end = start;
  }
  if (listed.size() != count || is_bare_head(last, *c.words.known)) return {};
  for (std::string& name : listed) name = with_shared_head(name, last, *c.words.known);
  return listed;
}

/// Those whom the clause before the number's own lists: 甲、乙、丙稳步增长,分别增长….
std::vector<std::string> listed_before(const clause& c, std::size_t begin, std::size_t count,
                                       const context& known) {
  if (begin <= c.head) return {};
  const auto before = read_head(c, part_start(c, begin - 1), begin - 1, known).whom.subject;
  if (before.empty()) return {};
  auto names = members(c.text, c.words, {piece{before.front().begin, before.back().end}}, count);
  if (!names.empty()) names.back() = without_state(std::move(names.back()), *c.words.known);
  return names;
}

/// The last indicators that the sentence has stated facts of, in their order, `most` at most:
/// X 5620万吨,Y 45.6万标箱,分别增长4.1%和6.8%.
std::vector<std::string> recent_subjects(const std::vector<fact>& facts, std::size_t most) {
  std::vector<std::string> recent;
  for (auto each = facts.rbegin(); each != facts.rend() && recent.size() < most; ++each)
    if (std::ranges::find(recent, each->indicator) == recent.end())
      recent.insert(recent.begin(), each->indicator);
  return recent;
}

}  // namespace

std::vector<std::string> names_for_list(const clause& c, const frame& f, const number_list& list,
                                        const subjects& found, const context& known) {
  const std::size_t count = list.all.size();
  std::vector<std::string> names = found.names;
  // 甲公司、乙公司分别实现产值3.5亿元、2.1亿元,利润0.5亿元、0.2亿元
  const std::vector<std::string>& actors =
      found.actors.empty() ? known.so_far.actors : found.actors;
  const bool of_actors = count == actors.size() && names.size() == 1 &&
                         names != known.carried.whom.names &&
                         is_amount(names.front(), known.given.known);
  if (of_actors) {
    const std::string what = names.front();
    names = actors;
    for (std::string& name : names) name += what;
  }
  const std::size_t begin = clause_start(c, list.all.front().token);
  const bool each = f.whom.each && known.in_prose();
  if (each && names.size() != count && f.whom.subject.empty()) {
    if (auto listed = listed_before(c, begin, count, known); !listed.empty())
      names = std::move(listed);
    if (names.size() != count)
      if (auto recent = recent_subjects(known.so_far.facts, count); recent.size() == count)
        names = std::move(recent);
  }
  if (each && names.size() == 1 && !f.whom.subject.empty())
    if (auto listed = listed_by_commas(c, begin, count, names.front()); !listed.empty())
      names = std::move(listed);
  // A、B、C 高于目标2.1、6.3、1.2个百分点
  const bool reaches_back = f.against.gap != 0 && f.whom.subject.empty() && names.size() == 1;
  if (!reaches_back) return names;
  auto recent = recent_subjects(known.so_far.facts, count);
  const auto& reference = f.against.reference;
  const bool one_reference = !reference || count_members(c.text, c.words, {*reference}) == 1;
  return recent.size() == count && one_reference ? recent : names;
}

bool is_of_all(const clause& c, const frame& f, std::size_t number) {
  const std::vector<piece>& subject = f.whom.subject;
  if (!subject.empty()) return subject.size() == 1 && c.shown(subject.front()) == "合计";
  const auto& predicate = f.whom.predicate;
  return predicate && *predicate < number && c.shown(*predicate) == "合计";
}

std::string names_together(const std::vector<std::string>& names) {
  std::string all = names.front();
  for (std::size_t k = 1; k < names.size(); ++k) all += "、" + names[k];
  return all;
}

void name_pull_by_region(fact& made, const vocabulary& words) {
  if (made.measure != measure::pull || made.whole.empty() ||
      !ends_with_any(made.indicator, {"市", "区", "县", "省", "州"}))
    return;
  made.region = made.indicator;
  made.indicator = made.whole;
  cut_region(made.indicator, words);
}

}  // namespace kebi::grammar
