#include "sentence_reader.hpp"

#include <algorithm>

#include "strings.hpp"

namespace kebi::grammar {
namespace {

/// 第一产业增加值 … 第三产业增加值, of 三次产业增加值; none of other names.
std::vector<std::string> three_industries(const std::string& name) {
  for (const std::string_view industries : {"三次产业", "三次產業"}) {
    const std::size_t at = name.find(industries);
    if (at == std::string::npos) continue;
    std::vector<std::string> names;
    for (const std::string_view ordinal : {"第一", "第二", "第三"})
      names.push_back(std::string{name}.replace(at, 6, ordinal));
    return names;
  }
  return {};
}

}  // namespace

std::vector<std::string> sentence_reader::subjects_of(frame& f, std::size_t count, std::string& region) {
  if (!given_.subjects.empty()) return given_.subjects;
  std::vector<std::string> names;
  std::string object = f.object ? printed(*f.object) : std::string{};
  object = tidy_name(object);
  const numeral& value = number_of_;
  if (holds_any(simplified_name(object), {"目标", "计划", "任务"}) || f.rank || value.form == form::times) object.clear();
  if (f.object && value.form == form::percent && holds_any(simplified_name(object), {"预算", "20", "19"})) object.clear();
  cut_region(object);
  std::vector<piece> pieces = f.subject;
  if (f.contribution && !pieces.empty() && holds_any(shown(pieces.front()).substr(0, 3), {"对"}) && !carried_.subjects.empty()) pieces.clear();
  regions_.clear();
  if (!pieces.empty() && count > 1) {
    piece whole{pieces.front().begin, pieces.back().end};
    names = members(text_, w_, {whole}, count, &regions_);
  }
  if (names.empty() && count == 3 && !pieces.empty()) {
    std::string whole;
    for (const piece& p : pieces) whole += printed(p);
    names = three_industries(whole);
  }
  if (names.empty() && (f.all || f.each) && !pieces.empty() && count == 1) {
    piece whole{pieces.front().begin, pieces.back().end};
    const std::size_t several = count_members(text_, w_, {whole});
    if (several > 1) names = members(text_, w_, {whole}, several);
  }
  if (names.empty()) {
    std::string name;
    for (const piece& p : pieces) name += printed(p);
    if (!name.empty()) names.push_back(name);
  }
  for (std::string& name : names) {
    name = tidy_name(name);
    const bool named = !name.empty();
    if (named && !object.empty() && object != "增长") name += object;
    const std::string found = cut_region(name);
    if (!found.empty()) region = found;
    name = tidy_name(name);
  }
  if (names.empty() && !object.empty()) {
    if (count > 1) names = members(text_, w_, {*f.object}, count);
    if (names.empty()) names.push_back(object);
  }
  for (std::string& name : names)  // 平均浓度为每立方米29微克
    if (const std::size_t at = name.find("为每"); at != std::string::npos && at > 0) name.erase(at);
  std::erase_if(names, [](const std::string& name) { return name.empty(); });
  if (names.size() == 1 && !carried_.subjects.empty()) {
    const std::string only = simplified_name(names.front());
    if (only == "占比" || only == "比重" || only == "所占比重" || only == "份额" || only == "总量" || only == "数量" || only == "总额" || only == "增量" || only == "规模" || only == "进度") {
      f.share = f.share || only == "占比" || only == "比重" || only == "所占比重";
      return carried_.subjects;
    }
  }
  if (names.empty()) return carried_.subjects;
  if (names.size() == 1 && carried_.subjects.size() == 1 && (names.front() == "新增" || names.front() == "净增")) names.front() += carried_.subjects.front();
  return names;
}

std::string sentence_reader::region_named(const std::string& words) const {
  if (words.empty()) return given_.region;
  const std::string_view area = std::string_view{words}.substr(3);
  // Where nobody says whose report it is, its own region has no name.
  if (given_.region.empty()) return area == "市" || area == "省" || area == "国" ? words : "";
  if (given_.region.ends_with(area)) return given_.region;
  if (!given_.parent_region.empty() && given_.parent_region.ends_with(area)) return given_.parent_region;
  return words;
}

fact sentence_reader::blank(const frame& f, const std::string& name, const std::string& region) const {
  fact made;
  made.indicator = name;
  made.region = region_named(region);
  made.status = f.status ? *f.status : carried_.status && !f.done ? *carried_.status : given_.status;
  made.period = given_.period;
  const auto& span = f.span ? f.span : carried_.span;
  if (span)
    if (const auto found = resolved(*span)) made.period = found;
  // 今年 of what has been reached is the year up to now.
  const bool to_date = span && span->relative_year && span->shift == 0 && !span->names_months();
  const bool happened = made.status == status::actual && !f.stretch;
  if (to_date && happened && given_.period && given_.period->in_one_year() && made.period &&
      made.period->year() == given_.period->year())
    made.period = given_.period;
  // 预计 before a figure of the finished span is an estimate.
  if (made.status == status::forecast && given_.status == status::actual && made.period == given_.period)
    made.status = status::estimate;
  if (f.stretch && made.status == status::actual) made.status = status::target;
  return made;
}

std::optional<period> sentence_reader::resolved(const span_words& span) const {
  try {
    return resolve(span, {}, given_.period);
  } catch (const error&) {
    return std::nullopt;  // a 13th month is no period
  }
}

kebi::basis sentence_reader::basis_of_reference(const frame& f) const {
  std::optional<period> about = given_.period;
  if (const auto& span = f.span ? f.span : carried_.span)
    if (const auto found = resolved(*span)) about = found;
  if (!f.reference_span) return basis::yoy;
  const span_words& s = *f.reference_span;
  if (s.month_before) return basis::mom;
  if (s.start_of_year) return basis::year_start;
  if (s.relative_year) return s.shift == -1 ? basis::yoy : basis::fixed;
  if (s.year) {
    if (about && *s.year == about->year() - 1 && !f.times_of) return basis::yoy;
    return basis::fixed;
  }
  return basis::fixed;
}

void sentence_reader::remember(const frame& f) {
  if (f.span) carried_.span = f.span;
  if (f.status == status::forecast || f.status == status::target) carried_.status = f.status;
  if (f.stretch) carried_.status = status::target;
}

void sentence_reader::place(fact& made, std::size_t from, std::size_t to) const {
  made.start = text_.start(at(from).begin);
  made.end = text_.end(at(to - 1).end);
  made.text = std::string{text_.source().substr(made.start, made.end - made.start)};
}

}  // namespace kebi::grammar
