#include "text/sentence/subject/subjects.hpp"

#include <algorithm>
#include <utility>

#include "text/names/list_members.hpp"
#include "text/names/name_verbs.hpp"
#include "text/names/places.hpp"
#include "text/names/profit_and_loss.hpp"
#include "text/normalise/strings.hpp"
#include "text/normalise/utf8.hpp"
#include "text/names/plan_words.hpp"
#include "text/sentence/subject/carried_names.hpp"
#include "text/sentence/subject/listed_names.hpp"
#include "text/sentence/subject/regions.hpp"

namespace kebi::grammar {
namespace {

/// 乙公司 of 乙公司等龙头企业: the last of those who are named.
std::string without_others(std::string name) {
  const std::size_t at = name.rfind("等");
  const bool others = at != name.npos && at > 0 &&
                      ends_with_any(std::string_view{name}.substr(at), {"企业", "公司", "集团"});
  if (others) name.erase(at);
  return name;
}

/// 2019年 in 2019年预算的52%.
bool names_year(std::string_view words) {
  std::size_t digits = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (digits == 4 && words.substr(i).starts_with("年")) return true;
    digits = is_digit(words[i]) ? digits + 1 : 0;
  }
  return false;
}

/// 一般公共预算收入 of 一般公共预算收入全年目标, 工业投资 of 工业投资(年度目标100亿元); false where
/// the words name no target of anything.
bool cut_aim(std::string& name, const vocabulary& known) {
  const listed_word* aim = known[group::aim].end_of(name);
  if (!aim) return false;
  std::string rest = name.substr(0, name.size() - aim->spelling.size());
  for (const listed_word& word : known[group::aim_filler])
    if (rest.ends_with(word.spelling)) rest.erase(rest.size() - word.spelling.size());
  if (rest.size() <= 6 || known[group::vague_aim].ends(rest)) return false;
  name = tidy_name(std::move(rest), known);
  return true;
}

/// The indicators that a phrase is about; 利润总额: 亏损1.2亿元 is about a loss.
std::vector<std::string> given_subjects(const clause& c, const frame& f, const context& known) {
  std::vector<std::string> names = known.given.subjects;
  std::string outcome;
  if (f.outcome.before)
    outcome = c.printed(*f.outcome.before);
  else if (!f.whom.subject.empty())
    outcome = c.printed(f.whom.subject.back());
  if (names_loss(outcome))
    for (std::string& name : names)
      if (names_profit(name)) name = with_outcome(name, outcome);
  return names;
}

/// What stands behind the verb where it is part of the name, 产值 in 企业实现产值; not the plan,
/// the year or the place that a number is measured by.
std::string object_of(const clause& c, const frame& f, form number, bool& progress) {
  if (!f.whom.object || f.measure.rank || number == form::times) return {};
  const vocabulary& words = *c.words.known;
  std::string object = tidy_name(c.printed(*f.whom.object), words);
  const std::string plain = simplified_name(object);
  if (holds_any(plain, {"目标", "计划", "任务"})) object.clear();
  if (number == form::percent && (holds_any(plain, {"预算"}) || names_year(object))) object.clear();
  cut_region(object, *c.words.known);
  if (words[group::per_person].has(object)) object.clear();
  progress = names_progress(object, *c.words.known);
  return progress ? std::string{} : object;
}

/// Completes a name with the object behind its verb, and cuts its region off it: 嘉定区 of
/// 嘉定区一般公共预算收入.
void complete_name(std::string& name, const std::string& object, const context& known,
                   const vocabulary& words, subjects& found) {
  if (!name.empty() && !object.empty() && object != "增长") name += object;
  cut_before_region(name, known, words);
  std::string region = cut_level(name, words);
  if (region.empty()) region = cut_region(name, words);
  for (const std::string& place : {known.given.region.name, known.given.region.parent})
    if (region.empty() && !place.empty() && name.size() > place.size() && name.starts_with(place)) {
      name.erase(0, place.size());
      region = place;
    }
  if (!region.empty()) found.region = region;
  name = without_verbs(tidy_name(std::move(name), words), words);
}

/// The names that stand in the head: its subject with its object, or its object alone.
subjects named_in_head(const clause& c, const frame& f, form number, std::size_t count,
                       const context& known) {
  subjects found;
  const std::string object = object_of(c, f, number, found.progress);
  const std::vector<piece>& pieces = f.whom.subject;
  // 对经济增长的贡献率 names the whole, not the subject.
  const bool of_whole = f.measure.contribution && !pieces.empty() &&
                        c.shown(pieces.front()).starts_with("对") &&
                        !known.carried.whom.names.empty();
  std::vector<std::string>& names = found.names;
  if (!pieces.empty() && !of_whole) {
    // 甲市、乙市经济总量突破2000亿元: each of them.
    const bool bounded = f.outcome.bound && *f.outcome.bound != bound::about;
    if (count > 1 || f.whom.all || f.whom.each || bounded)
      names = listed_names(c, f, count, found.regions);
    if (count == 1 && !f.whom.all && !f.whom.each && found.regions.empty()) names.clear();
    if (names.empty()) names.push_back(c.printed(pieces));
    if (names.size() == 1 && names.front().empty()) names.clear();
  }
  const bool by_place = count > 1 && names.size() == count && f.whom.each && !object.empty() &&
                        std::ranges::all_of(names, [&](const std::string& name) {
                          return is_place(name, *c.words.known);
                        });
  if (by_place) {  // 甲县、乙县分别完成投资12亿元、8亿元
    found.regions = std::move(names);
    names.assign(count, object);
    return found;
  }
  for (std::string& name : names) {
    name = tidy_name(std::move(name), *c.words.known);
    if (count > 1 && !name.empty() && !object.empty() && f.whom.each) {
      name = without_others(std::move(name));
      if (names.size() == count) found.actors.push_back(name);
    }
    complete_name(name, object, known, *c.words.known, found);
  }
  if (names.empty() && !object.empty()) {
    if (count > 1) names = members(c.text, c.words, {*f.whom.object}, count);
    if (names.empty()) names.push_back(object);
  }
  for (std::string& name : names)  // 平均浓度为每立方米29微克
    for (const std::string_view per : {"为每", "每立方米"})
      if (const std::size_t at = name.find(per); at != std::string::npos && at > 0) name.erase(at);
  std::erase_if(names, [](const std::string& name) { return name.empty(); });
  if (number == form::plain)
    for (const std::string& name : names) found.aims = names_year_of_plan(name, *c.words.known) || found.aims;
  if (f.against.gap == 0 && !f.against.than)
    for (std::string& name : names) found.aims = cut_aim(name, *c.words.known) || found.aims;
  return found;
}

/// Whether the only name is a measure, 占比, 总量 or 年度目标 in 年度目标完成64%, of the subjects
/// that carry over; then these become the names.
bool names_measure_only(subjects& found, const frame& f, form number, const context& known,
                        const vocabulary& words) {
  if (found.names.size() != 1 || known.carried.whom.names.empty()) return false;
  const std::string only = simplified_name(found.names.front());
  const bool share = only == "占比" || only == "比重" || only == "所占比重";
  if (share || only == "份额" || only == "总量" || only == "总数" || only == "数量" || only == "总额" ||
      only == "增量" || only == "规模") {
    found.share = share;
    const bool of_all = only == "总量" || only == "总数";
    found.names = of_all ? of_stock(known.carried.whom.names, words) : known.carried.whom.names;
    found.carried = true;
    return true;
  }
  const bool plan =
      f.outcome.reach == reach_word::completed && about_a_plan(only) && is_plan_filler(only, words);
  const bool progress = names_progress(only, words);
  found.progress = found.progress || progress || (plan && number == form::percent);
  if (plan || progress) found.names = known.carried.whom.names;
  found.carried = plan || progress;
  return plan || progress;
}

/// Completes a bare outcome with its business: 电力行业 for 亏损1.5亿元, 钢铁行业 for 减亏0.3亿元.
void name_outcome(std::vector<std::string>& names, const clause& c, const frame& f,
                  const context& known) {
  const auto& subjects = known.carried.whom.names;
  const std::string carried = subjects.size() == 1 ? subjects.front() : std::string{};
  const bool bare = names.size() == 1 && is_outcome(names.front());
  const bool of_carried = names_profit(carried) || names_loss(carried) || names_business(carried);
  if (f.outcome.before && names.size() <= 1) {
    if (names.empty() && of_carried) names.push_back(carried);
    for (std::string& name : names) name = with_outcome(name, c.printed(*f.outcome.before));
  } else if (bare && of_carried && (names_loss(names.front()) || !names_business(carried))) {
    names.front() = with_outcome(carried, names.front());  // 电力行业由盈转亏,亏损1.5亿元
  } else if (f.change.of_loss) {
    if (names.empty() && names_business(carried)) names.push_back(carried);
    for (std::string& name : names)
      if (names_business(name)) name = with_outcome(name, "亏损");
  }
}

/// Whether a name may be an outcome of a business: the longest one, 净亏损, has three characters.
bool may_be_outcome(const std::vector<std::string>& names, const frame& f) {
  return f.outcome.before || f.change.of_loss || (names.size() == 1 && names.front().size() <= 9);
}

/// 按年平均汇率折算, 折合: the same figure in another unit.
bool is_conversion(std::string_view words, const vocabulary& known) {
  return known[group::conversion].within(words) ||
         (words.starts_with("按") && words.find("汇率") != std::string_view::npos);
}

/// Whether a subject is a place that a rank is held in: 全省.
bool is_place_of_rank(std::string name, const vocabulary& words) {
  return name.size() <= 9 && name.starts_with("全") && cut_region(name, words).empty();
}

}  // namespace

subjects subjects_of(const clause& c, const frame& f, form number, std::size_t count,
                     const context& known) {
  const vocabulary& words = *c.words.known;
  subjects found;
  if (!known.in_prose()) {
    found.names = given_subjects(c, f, known);
    return found;
  }
  found = named_in_head(c, f, number, count, known);
  const std::vector<std::string>& carried = known.carried.whom.names;
  const bool measure_only = names_measure_only(found, f, number, known, words);
  if (!measure_only && may_be_outcome(found.names, f)) name_outcome(found.names, c, f, known);
  if (!measure_only && found.names.empty()) {
    const bool counted = f.outcome.reach != reach_word::none || f.outcome.bound;
    found.names = counted && !f.change.stated ? of_stock(carried, words) : carried;
    found.carried = true;
  } else if (!measure_only && found.names.size() == 1 && carried.size() == 1) {
    std::string& name = found.names.front();
    const bool spent = name == "投资" && !f.whom.subject.empty() &&
                       c.shown(f.whom.subject.back()).ends_with("完成投资");
    if (spent && ends_with_any(carried.front(), {"项目", "工程"})) name = "完成投资";
    name_after_carried(name, carried.front(), f.whom.listed, words);
  }
  if (!found.carried && number == form::percent && (f.change.stated || f.names_rate()) && !f.measure.whole)
    for (std::string& name : found.names)
      name_as_part(name, carried.size() == 1 ? carried.front() : std::string{}, known.carried.parent.head, words);
  take_place(found, f, number, known, words);
  hold_region(found, f, known);
  return found;
}

frame with_subject_in_place(const clause& c, frame f, const number_place& place,
                            const context& known) {
  std::vector<piece>& subject = f.whom.subject;
  const memory& carried = known.carried;
  const bool goes_on = carried.last.gap != 0 && !carried.whom.names.empty() && !f.whom.predicate;
  if (goes_on && c.number(place.number).form == form::points && subject.size() == 1 &&
      c.kind(place.start) == word::list) {
    f.against.gap = carried.last.gap;
    f.against.reference = subject.front();
    subject.clear();
  }
  const bool share_alone = subject.size() == 1
                               ? starts_with_any(c.shown(subject.front()), {"占比", "比重"})
                               : subject.empty();
  if (f.measure.share && share_alone && known.in_prose() && c.kind(place.next) == word::of &&
      c.kind(place.next + 1) == word::text)
    subject.assign(1, piece{c.at(place.next + 1).begin, c.at(place.next + 1).end});
  if (f.measure.rank && !subject.empty() && is_place_of_rank(c.printed(subject), *c.words.known)) {
    f.whom.object = piece{subject.front().begin, subject.back().end};
    subject.clear();
  }
  if (place.in_remark && !subject.empty() && is_conversion(c.shown(subject.front()), *c.words.known))
    subject.clear();
  return f;
}

}  // namespace kebi::grammar
