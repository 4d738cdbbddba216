#include "text/sentence/sentence_reader.hpp"

#include <algorithm>

#include "text/names/indicator_kind.hpp"
#include "text/names/list_members.hpp"
#include "text/names/profit_and_loss.hpp"
#include "text/normalise/strings.hpp"

namespace kebi::grammar {

std::vector<std::string> sentence_reader::listed_by_commas(std::size_t c, std::size_t count,
                                                           const std::string& last) const {
  std::vector<std::string> listed{last};
  for (std::size_t end = c; end > head_ + 1 && kind(end - 1) == word::comma;) {
    std::size_t start = end - 1;
    while (start > head_ && (kind(start - 1) == word::text || kind(start - 1) == word::list ||
                             kind(start - 1) == word::joint))
      --start;
    if (start + 1 >= end) break;
    listed.insert(listed.begin(), tidy_name(text_.printed(at(start).begin, at(end - 2).end)));
    end = start;
  }
  // 鸡蛋和鲜菜供应充足,价格分别下降: a head alone stands for what was named, and closes no list.
  if (listed.size() != count || is_bare_head(last)) return {};
  for (std::string& name : listed) name = with_shared_head(name, last);
  return listed;
}

std::vector<std::string> sentence_reader::recent_subjects(std::size_t most) const {
  std::vector<std::string> recent;
  for (auto each = result_.facts.rbegin(); each != result_.facts.rend() && recent.size() < most;
       ++each)
    if (std::ranges::find(recent, each->indicator) == recent.end())
      recent.insert(recent.begin(), each->indicator);
  return recent;
}

void sentence_reader::emit(frame& f, std::vector<item>& items, std::size_t n) {
  if (items.size() == 2 && kind(items[0].end) == word::colon) {  // 收入比为2.53:1
    items.front().bound = items.back().bound;
    items.front().end = items.back().end;
    items.pop_back();
  }
  std::string region;
  std::vector<std::string> names = subjects_of(f, items.size(), region);
  if (items.size() == 3 && kind(items[0].end) == word::colon) {
    emit_structure(f, items, names, region);
    return;
  }
  const bool all_told = f.whom.subject.empty()
                            ? f.predicate && *f.predicate < n && shown(*f.predicate) == "合计"
                            : f.whom.subject.size() == 1 && shown(f.whom.subject.front()) == "合计";
  const bool together = all_told && items.size() == 1 && carried_.subjects.size() > 1;
  if (together) {  // 合计拉动…增长0.7个百分点, 合计占…的12%: one number of all of them
    names.assign(1, carried_.subjects.front());
    for (std::size_t k = 1; k < carried_.subjects.size(); ++k)
      names.front() += "、" + carried_.subjects[k];
  }
  const bool of_actors = items.size() > 1 && items.size() == actors_.size() && names.size() == 1 &&
                         names != carried_.subjects && is_amount(names.front(), given_.known);
  if (of_actors) {  // 甲公司、乙公司分别实现产值3.5亿元、2.1亿元,利润0.5亿元、0.2亿元
    const std::string what = names.front();
    names = actors_;
    for (std::string& name : names) name += what;
  }
  if (items.size() > 1 && f.whom.each && names.size() != items.size() && f.whom.subject.empty() &&
      given_.subjects.empty()) {
    const std::size_t c = clause_start(n);
    if (c > head_) {
      std::size_t start = c - 1;
      while (start > head_ && kind(start - 1) != word::comma && kind(start - 1) != word::stop &&
             kind(start - 1) != word::colon)
        --start;
      const frame before = read_head(start, c - 1);
      if (!before.whom.subject.empty()) {
        const auto listed =
            members(text_, w_,
                    {
                        piece{before.whom.subject.front().begin, before.whom.subject.back().end}
        },
                    items.size());
        if (!listed.empty()) names = listed;
      }
    }
    if (names.size() != items.size()) {  // X 5620万吨,Y 45.6万标箱,分别增长4.1%和6.8%
      const auto recent = recent_subjects(items.size());
      if (recent.size() == items.size()) names = recent;
    }
  }
  if (items.size() > 1 && f.whom.each && names.size() == 1 && !f.whom.subject.empty() &&
      given_.subjects.empty())
    if (auto listed = listed_by_commas(clause_start(n), items.size(), names.front());
        !listed.empty())
      names = std::move(listed);
  const bool reached_back =
      f.against.gap != 0 && f.whom.subject.empty() && names.size() == 1 && items.size() > 1;
  const auto recent_names =
      reached_back ? recent_subjects(items.size()) : std::vector<std::string>{};
  const bool one_reference = !f.against.reference || count_members(text_, w_, {*f.against.reference}) == 1;
  if (recent_names.size() == items.size() && one_reference)
    names = recent_names;  // A、B、C 高于目标2.1、6.3、1.2个百分点
  std::vector<std::string> references;
  if (f.against.reference && items.size() > 1 && names.size() <= 1)
    references = members(text_, w_, {*f.against.reference}, items.size());
  if (names.empty()) {
    // Whom the number speaks of stands behind it: 147家企业申报….
    for (const item& one : items) result_.unbound.push_back(one.token);
    return;
  }

  if (f.change.stated && !f.change.to && !f.change.of_loss && !f.change.of_difference && f.whom.subject.empty() &&
      given_.subjects.empty() && std::ranges::any_of(names, tells_loss_of_profit)) {
    // 净利润亏损0.5亿元,同比减少0.2亿元: the profit, or its loss.
    for (const item& one : items) result_.unclear.push_back(one.token);
    return;
  }

  // A bound behind the last number of a list reaches the whole of it.
  if (items.size() > 1 && items.back().bound)
    for (item& each : items)
      if (!each.bound) each.bound = items.back().bound;
  // So does its unit.
  const numeral& with_unit = number(items.back().token);

  const bool new_subject = names != carried_.subjects;
  if (f.whom.among && new_subject && !carried_.subjects.empty())
    carried_.parent = carried_.subjects.front();
  else if (!f.whom.among && !f.whom.listed && new_subject && !carried_.parts)
    carried_.parent.clear();
  if (f.whom.among) carried_.parts = f.whom.parts;

  // 一季度、二季度分别达到9.76万亿元和10.34万亿元: each number has its own span.
  std::vector<span_words> spans = f.time.earlier;
  if (!spans.empty() && f.time.span) spans.push_back(*f.time.span);
  const bool dated = names.size() == 1 && !spans.empty() &&
                     (items.size() == spans.size() || (items.size() == 1 && f.whom.all));
  const std::size_t count = items.size() > 1 ? items.size() : dated ? spans.size() : names.size();
  for (std::size_t k = 0; k < count; ++k) {
    const item& one = items.size() == 1 ? items.front() : items[k];
    numeral value = number(one.token);
    bool of_people = false;
    if (value.unit_begin == value.unit_end && value.form == form::plain) {
      const numeral& donor = one.upper ? number(*one.upper) : with_unit;
      if (donor.too_large || !has_sound_unit(donor)) {
        result_.unbound.push_back(one.token);
        continue;
      }
      value.unit_begin = donor.unit_begin;
      value.unit_end = donor.unit_end;
      value.form = donor.form;
      // 6360.6亿、2004.4亿元: the multiplier stands in the donor's unit too.
      if (value.zeros > 0 && starts_with_any(shown_unit(donor), {"万", "亿"})) {
        const int decimals = value.value.decimals() + value.zeros;
        value.value = decimals >= 0 ? decimal{value.value.digits(), decimals} : value.value;
      }
    }
    if (value.zeros == 4 && value.unit_begin == value.unit_end &&
        ends_with_any(simplified_name(names.front()), {"人数", "人口"})) {
      value.value = decimal{value.value.digits(), value.value.decimals() + 4};  // 人数达7.5万
      of_people = true;
    }
    if (value.too_large || !has_sound_unit(value) || (one.upper && number(*one.upper).too_large)) {
      result_.unbound.push_back(one.token);
      continue;
    }
    if (shown_unit(value) == "个" && value.form == form::plain &&
        (f.against.gap != 0 || f.against.than || f.names_rate() || with_unit.form == form::points)) {
      // 快于全国1.4个、全省0.6个百分点: the rest of the unit stands behind a later number.
      for (std::size_t i = one.token + 1;
           i < last_ && i < one.token + 6 && kind(i) != word::comma && kind(i) != word::stop; ++i)
        if (kind(i) == word::number && number(i).form == form::points) {
          value.unit_begin = number(i).unit_begin;
          value.unit_end = number(i).unit_end;
          value.form = form::points;
          break;
        }
    }
    fact made =
        blank(f, names.size() == 1 ? names.front() : names[std::min(k, names.size() - 1)], region);
    if (one.outcome) made.indicator = with_outcome(made.indicator, shown(*one.outcome));
    if (of_people) made.unit = unit{"万人"};
    if (dated)
      if (const auto found = resolved(spans[k])) made.period = found;
    if (k < regions_.size()) made.region = regions_[k];
    if (f.change.from) date_source(made, f);
    made.parent = carried_.parent;
    measure_of(made, f, one, value, !f.predicate);
    const bool lost = tell_as_profit(made, f.change.of_loss);
    if (!f.whom.subject.empty() && shown(f.whom.subject.back()).ends_with("每立方米") && made.unit &&
        made.unit->symbol().ends_with("克"))
      made.unit = unit{made.unit->symbol() + "/立方米"};
    if (made.measure == measure::pull &&
        ends_with_any(made.indicator, {"市", "区", "县", "省", "州"}) && !made.whole.empty()) {
      made.region = made.indicator;  // 甲、乙等市分别拉动全省工业投资增长…
      made.indicator = made.whole;
      cut_region(made.indicator);
    }
    if (!references.empty()) made.reference = references[std::min(k, references.size() - 1)];
    const std::size_t from = k == 0 || items.size() == 1
                                 ? (f.predicate ? std::min(*f.predicate, one.begin) : one.begin)
                                 : one.begin;
    place(made, from, one.end);
    if (lost && from > first_)
      if (const std::size_t length = loss_length(shown(from - 1)); length > 0) {
        made.start = text_.start(at(from - 1).end - length);  // 亏损1.2亿元: the word is its sign
        made.text = std::string{text_.source().substr(made.start, made.end - made.start)};
      }
    if ((f.outcome.hold == hold_word::ensured) && f.against.gap == 0 && stretched_ && !result_.facts.empty() &&
        given_.status == status::target) {
      fact& mark = result_.facts.back();  // 力争增长9%,确保8%
      if (mark.indicator == made.indicator && mark.unit == made.unit && mark.value && made.value &&
          *made.value < *mark.value) {
        made.stretch = mark.value;
        made.measure = mark.measure;
        made.basis = mark.basis;
        made.start = mark.start;
        made.text = std::string{text_.source().substr(made.start, made.end - made.start)};
        mark = std::move(made);
        continue;
      }
    }
    stretched_ = f.standing.stretch;
    if (f.standing.stretch && !result_.facts.empty() && result_.facts.back().status == status::target) {
      fact& base = result_.facts.back();
      const auto& mark = base.bound == bound::range ? base.hi : base.value;
      if (base.indicator == made.indicator && base.unit == made.unit && mark && made.value &&
          (f.change.stated ? base.measure == made.measure : true) && *mark < *made.value) {
        base.stretch = made.value;
        base.end = made.end;
        base.text = std::string{text_.source().substr(base.start, base.end - base.start)};
        continue;
      }
    }
    if (made.measure == measure::contribution && names.size() == 1) names.front() = made.indicator;
    carried_.last.gap = made.measure == measure::gap ? f.against.gap : 0;
    if (made.measure != measure::rank)
      carried_.last.measure = made.measure == measure::change || made.measure == measure::gap
                          ? made.subject
                          : made.measure;
    if (made.measure == measure::share || made.measure == measure::progress)
      carried_.last.whole = made.whole;
    if (made.measure == measure::growth && made.value)
      carried_.last.sign = made.value->digits() < 0 ? -1 : 1;
    result_.facts.push_back(std::move(made));
  }
  // 利润由盈利3.4亿元转为亏损1.2亿元,同比减少4.6亿元 goes on with the profit.
  const bool beside = f.time.span && f.time.span->same_span && f.time.span->shift < 0;
  if (f.change.from || f.change.to || beside)
    for (std::string& name : names) name = without_loss(std::move(name));
  carried_.subjects = names;
  remember(f);
  (void)n;
}

/// 由5.2%回落至3.1%: what it comes from is of another time.
void sentence_reader::date_source(fact& made, const frame& f) const {
  made.period.reset();
  if (f.time.from) made.period = resolved(*f.time.from, f.time.span ? f.time.span : carried_.span);
}

/// 三次产业结构为5:40:55: the three shares of the whole.
void sentence_reader::emit_structure(const frame& f, const std::vector<item>& items,
                                     const std::vector<std::string>& names,
                                     const std::string& region) {
  const bool industries =
      !names.empty() && holds_any(simplified_name(names.front()), {"产业", "结构"});
  const bool traditional = !names.empty() && names.front().find("產") != std::string::npos;
  static constexpr std::string_view simple[] = {"第一产业增加值", "第二产业增加值",
                                                "第三产业增加值"};
  static constexpr std::string_view old[] = {"第一產業增加值", "第二產業增加值", "第三產業增加值"};
  for (std::size_t k = 0; k < items.size(); ++k) {
    fact made = blank(f,
                      industries      ? std::string{(traditional ? old : simple)[k]}
                      : names.empty() ? std::string{}
                                      : names.front(),
                      region);
    if (f.change.from) date_source(made, f);
    made.measure = industries ? measure::share : measure::level;
    if (industries) made.unit = unit{"%"}, made.whole = traditional ? "地區生產總值" : "地区生产总值";
    made.value = number(items[k].token).value;
    place(made, k == 0 && f.predicate ? std::min(*f.predicate, items[k].begin) : items[k].begin,
          items[k].end);
    result_.facts.push_back(std::move(made));
  }
  carried_.subjects = names;
}

}  // namespace kebi::grammar
