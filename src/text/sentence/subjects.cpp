#include "text/sentence/sentence_reader.hpp"

#include <algorithm>
#include <utility>

#include "text/names/list_members.hpp"
#include "text/names/profit_and_loss.hpp"
#include "text/normalise/strings.hpp"
#include "text/normalise/utf8.hpp"

namespace kebi::grammar {
namespace {

/// What a name of a whole stands for where it has several numbers: 第一产业增加值 … 第三产业增加值
/// for 三次产业增加值, 城镇居民收入 and 农村居民收入 for 城乡居民收入; none of other names.
std::vector<std::string> parts_of_whole(const std::string& name, std::size_t count) {
  struct whole {
    std::string_view words;
    std::vector<std::string_view> parts;
  };
  static const whole wholes[] = {
      {"三次产业", {"第一产业", "第二产业", "第三产业"}},
      {"三次產業", {"第一產業", "第二產業", "第三產業"}},
      {"存贷款",    {"存款", "贷款"}                            },
      {"存貸款",    {"存款", "貸款"}                            },
      {"城乡居民", {"城镇居民", "农村居民"}                },
      {"城鄉居民", {"城鎮居民", "農村居民"}                }
  };
  for (const whole& each : wholes) {
    const std::size_t at = name.find(each.words);
    if (at == std::string::npos || each.parts.size() != count) continue;
    std::vector<std::string> names;
    for (const std::string_view part : each.parts)
      names.push_back(std::string{name}.replace(at, each.words.size(), part));
    return names;
  }
  return {};
}

/// 高新技术企业 of 高新技术企业新增 or 新增高新技术企业: what there is, behind what has come.
std::vector<std::string> of_stock(std::vector<std::string> names) {
  for (std::string& name : names)
    for (const std::string_view added : {"新增", "净增"}) {
      if (name.size() <= added.size()) continue;
      if (name.ends_with(added))
        name.erase(name.size() - added.size());
      else if (name.starts_with(added))
        name.erase(0, added.size());
    }
  return names;
}

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

/// 一般公共预算收入 of 一般公共预算收入全年目标; false where the words name no target of anything.
bool cut_aim(std::string& name) {
  for (const std::string_view aim :
       {"增长目标", "目标值", "目标数", "目标任务", "目标", "计划数"}) {
    if (!name.ends_with(aim)) continue;
    std::string rest = name.substr(0, name.size() - aim.size());
    for (const std::string_view word : {"年度", "全年", "预期", "年初", "计划", "的"})
      if (rest.ends_with(word)) rest.erase(rest.size() - word.size());
    if (rest.size() <= 6 || ends_with_any(rest, {"主要", "发展", "各项", "工作", "规划"}))
      return false;
    name = tidy_name(std::move(rest));  // 工业投资(年度目标100亿元)
    return true;
  }
  return false;
}

}  // namespace

std::vector<std::string> sentence_reader::subjects_of(frame& f, std::size_t count,
                                                      std::string& region) {
  if (!given_.subjects.empty()) {
    std::vector<std::string> names = given_.subjects;
    std::string outcome;  // 利润总额: 亏损1.2亿元
    if (f.outcome.before)
      outcome = printed(*f.outcome.before);
    else if (!f.whom.subject.empty())
      outcome = printed(f.whom.subject.back());
    if (names_loss(outcome))
      for (std::string& name : names)
        if (names_profit(name)) name = with_outcome(name, outcome);
    return names;
  }
  std::vector<std::string> names;
  std::string object = f.whom.object ? printed(*f.whom.object) : std::string{};
  object = tidy_name(object);
  const numeral& value = number_of_;
  if (holds_any(simplified_name(object), {"目标", "计划", "任务"}) || f.measure.rank ||
      value.form == form::times)
    object.clear();
  if (f.whom.object && value.form == form::percent &&
      (holds_any(simplified_name(object), {"预算"}) || names_year(object)))
    object.clear();
  cut_region(object);
  if (names_progress(object)) f.standing.progress = true, object.clear();
  std::vector<piece> pieces = f.whom.subject;
  if (f.measure.contribution && !pieces.empty() && holds_any(shown(pieces.front()).substr(0, 3), {"对"}) &&
      !carried_.subjects.empty())
    pieces.clear();
  regions_.clear();
  if (!pieces.empty() && count > 1) {
    piece whole{pieces.front().begin, pieces.back().end};
    names = members(text_, w_, {whole}, count, &regions_);
  }
  if (names.empty() && count > 1 && !pieces.empty()) {
    std::string whole;
    for (const piece& p : pieces) whole += printed(p);
    names = parts_of_whole(whole, count);
  }
  if (names.empty() && (f.whom.all || f.whom.each) && !pieces.empty() && count == 1) {
    piece whole{pieces.front().begin, pieces.back().end};
    const std::size_t several = count_members(text_, w_, {whole});
    if (several > 1) names = members(text_, w_, {whole}, several);
  }
  if (names.empty()) {
    std::string name;
    for (const piece& p : pieces) name += printed(p);
    if (!name.empty()) names.push_back(name);
  }
  std::vector<std::string> acting;
  for (std::string& name : names) {
    name = tidy_name(name);
    const bool named = !name.empty();
    if (count > 1 && named && !object.empty() && f.whom.each) {
      name = without_others(std::move(name));
      if (names.size() == count) acting.push_back(name);
    }
    if (named && !object.empty() && object != "增长") name += object;
    std::string found = cut_region(name);
    for (const std::string& place :
         {given_.region, given_.parent_region})  // 嘉定区一般公共预算收入
      if (found.empty() && !place.empty() && name.size() > place.size() &&
          name.starts_with(place)) {
        name.erase(0, place.size());
        found = place;
      }
    if (!found.empty()) region = found;
    name = tidy_name(name);
  }
  if (!acting.empty()) actors_ = std::move(acting);
  if (names.empty() && !object.empty()) {
    if (count > 1) names = members(text_, w_, {*f.whom.object}, count);
    if (names.empty()) names.push_back(object);
  }
  for (std::string& name : names)  // 平均浓度为每立方米29微克
    for (const std::string_view per : {"为每", "每立方米"})
      if (const std::size_t at = name.find(per); at != std::string::npos && at > 0) name.erase(at);
  std::erase_if(names, [](const std::string& name) { return name.empty(); });
  if (f.against.gap == 0 && !f.against.than)
    for (std::string& name : names) f.standing.aims = cut_aim(name) || f.standing.aims;
  if (names.size() == 1 && !carried_.subjects.empty()) {
    const std::string only = simplified_name(names.front());
    if (only == "占比" || only == "比重" || only == "所占比重" || only == "份额" ||
        only == "总量" || only == "数量" || only == "总额" || only == "增量" || only == "规模") {
      f.measure.share = f.measure.share || only == "占比" || only == "比重" || only == "所占比重";
      return only == "总量" || only == "总数" ? of_stock(carried_.subjects) : carried_.subjects;
    }
    const bool plan = f.outcome.reach == reach_word::completed && about_a_plan(only) && is_plan_filler(only);
    f.standing.progress = f.standing.progress || names_progress(only) || (plan && value.form == form::percent);
    if (plan || names_progress(only)) return carried_.subjects;  // 年度目标完成64%
  }
  name_outcome(f, names);
  if (names.empty()) return f.outcome.reach != reach_word::none && !f.change.stated ? of_stock(carried_.subjects) : carried_.subjects;
  if (names.size() == 1 && carried_.subjects.size() == 1) {  // 计划新开工项目42个,实际开工37个
    constexpr std::string_view done = "实际", planned = "计划";
    const std::string& before = carried_.subjects.front();
    const std::string& name = names.front();
    const bool same = name.starts_with(done) && before.starts_with(planned) &&
                      before.find(name.substr(done.size())) != std::string::npos;
    if (same) names.front() = before.substr(planned.size());
  }
  if (names.size() == 1 && carried_.subjects.size() == 1 &&
      (names.front() == "新增" || names.front() == "净增"))
    names.front() += carried_.subjects.front();
  return names;
}

void sentence_reader::name_outcome(const frame& f, std::vector<std::string>& names) const {
  const bool bare = names.size() == 1 && is_outcome(names.front());
  const std::string carried = carried_.subjects.size() == 1 ? carried_.subjects.front() : "";
  const bool of_carried = names_profit(carried) || names_loss(carried) || names_business(carried);
  if (f.outcome.before && names.size() <= 1) {
    if (names.empty() && of_carried) names.push_back(carried);
    for (std::string& name : names) name = with_outcome(name, printed(*f.outcome.before));
  } else if (bare && of_carried && (names_loss(names.front()) || !names_business(carried))) {
    names.front() = with_outcome(carried, names.front());  // 电力行业由盈转亏,亏损1.5亿元
  } else if (f.change.of_loss) {
    if (names.empty() && names_business(carried)) names.push_back(carried);
    for (std::string& name : names)  // 钢铁行业减亏0.3亿元
      if (names_business(name)) name = with_outcome(name, "亏损");
  }
}

fact sentence_reader::blank(const frame& f, const std::string& name,
                            const std::string& region) const {
  fact made;
  made.indicator = name;
  made.region = region_named(region, given_);
  made.status = f.standing.label                     ? *f.standing.label
                : f.standing.status                   ? *f.standing.status
                : carried_.status && !f.standing.done ? *carried_.status
                                             : given_.status;
  if (f.standing.aims && made.status == status::actual) made.status = status::target;
  made.period = given_.period;
  const auto& span = f.standing.label_span ? f.standing.label_span : f.time.span ? f.time.span : carried_.span;
  if (span)
    if (const auto found = resolved(*span)) made.period = found;
  // A target that names no time is the year's.
  const bool aims = made.status == status::target && given_.status != status::target;
  if (aims && !span && made.period && made.period->in_one_year())
    made.period = year_of(made.period->year());
  // 今年 of what has been reached is the year up to now.
  const bool to_date = span && span->relative_year && span->shift == 0 && !span->names_months();
  const bool happened = made.status == status::actual && !f.standing.stretch;
  if (to_date && happened && given_.period && given_.period->in_one_year() && made.period &&
      made.period->year() == given_.period->year())
    made.period = given_.period;
  // 预计 before a figure of the finished span is an estimate.
  if (made.status == status::forecast && given_.status == status::actual &&
      made.period == given_.period)
    made.status = status::estimate;
  if (f.standing.stretch && made.status == status::actual) made.status = status::target;
  return made;
}

std::optional<period> sentence_reader::resolved(const span_words& span) const {
  return resolved(span, carried_.span);
}

std::optional<period> sentence_reader::resolved(const span_words& span,
                                                const std::optional<span_words>& about) const {
  try {
    // 2023年增长6%(上年6.5%): a year is told from the one that the sentence is about, and 同期
    // from its months.
    std::optional<period> from = given_.period;
    const bool tells = about && (about->year || (span.same_span && about->names_months()));
    if (span.relative_year && tells)
      if (const auto said = resolve(*about, {}, from)) from = said;
    return resolve(span, {}, from);
  } catch (const error&) {
    return std::nullopt;  // a 13th month is no period
  }
}

kebi::basis sentence_reader::basis_of_reference(const frame& f) const {
  std::optional<period> about = given_.period;
  if (const auto& span = f.time.span ? f.time.span : carried_.span)
    if (const auto found = resolved(*span)) about = found;
  if (!f.against.reference_span) return basis::yoy;
  const span_words& s = *f.against.reference_span;
  if (s.month_before) return basis::mom;
  if (s.start_of_year) return basis::year_start;
  if (s.relative_year) return s.shift == -1 ? basis::yoy : basis::fixed;
  if (s.year) {
    if (about && *s.year == about->year() - 1 && f.against.multiple == multiple_word::none) return basis::yoy;
    return basis::fixed;
  }
  return basis::fixed;
}

void sentence_reader::remember(const frame& f) {
  // 出口1.5亿元,去年同期1.2亿元,增长25%: what it is set beside has no more to say.
  const bool beside = f.time.span && f.time.span->same_span && f.time.span->shift < 0 && f.whom.subject.empty();
  if (f.time.span && !beside) carried_.span = f.time.span;
  if (f.standing.status == status::forecast || f.standing.status == status::target) carried_.status = f.standing.status;
  if (f.standing.stretch) carried_.status = status::target;
}

void sentence_reader::place(fact& made, std::size_t from, std::size_t to) const {
  made.start = text_.start(at(from).begin);
  made.end = text_.end(at(to - 1).end);
  made.text = std::string{text_.source().substr(made.start, made.end - made.start)};
}

}  // namespace kebi::grammar
