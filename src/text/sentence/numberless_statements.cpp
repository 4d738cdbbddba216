#include "text/sentence/sentence_reader.hpp"

#include <algorithm>

#include "kebi/period/code.hpp"
#include "text/names/indicator_kind.hpp"
#include "text/names/list_members.hpp"
#include "text/names/profit_and_loss.hpp"
#include "text/normalise/strings.hpp"

namespace kebi::grammar {
kebi::direction direction_of(std::int8_t sense) {
  switch (sense) {
    case -1:
      return direction::down;
    case 2:
      return direction::to_profit;
    case 3:
      return direction::to_loss;
    case 4:
      return direction::to_growth;
    case 5:
      return direction::to_decline;
    default:
      return direction::up;
  }
}

std::size_t sentence_reader::read_doubled(std::size_t i) {
  const std::size_t c = clause_start(i);
  frame f = read_head(c, i);
  look_back(f, c);
  std::string region;
  const auto names = subjects_of(f, 1, region);
  for (const std::string& name : names) {
    fact made = blank(f, name, region);
    made.measure = measure::growth;
    const int times = at(i).sense >= 2 ? at(i).sense : 2;
    made.value = decimal{(times - 1) * 100, 0};
    made.unit = unit{"%"};
    made.bound = at(i).sense == 1    ? bound::more_than
                 : at(i).sense == -1 ? bound::at_least
                                     : f.bound.value_or(bound::exact);
    if (kind(i + 1) == word::after) made.bound = static_cast<kebi::bound>(at(i + 1).sense);
    set_end(made);
    made.basis = f.growth.basis.value_or(f.against.than ? basis_of_reference(f) : basis::yoy);
    place(made, f.predicate ? *f.predicate : i, i + 1);
    result_.facts.push_back(std::move(made));
  }
  if (!names.empty()) carried_.subjects = names;
  head_ = i + 1;
  return i + 1;
}

bool sentence_reader::speaks_without_number(std::size_t i) const {
  switch (kind(i)) {
    case word::positive:
    case word::negative:
    case word::two_digit:
    case word::distance:
    case word::cleared:
      return true;
    case word::control: {
      // 4.5%的控制目标, 低于控制目标1.4个百分点
      if (i > first_ &&
          (kind(i - 1) == word::of || kind(i - 1) == word::higher || kind(i - 1) == word::lower))
        return false;
      bool quota = false;
      for (std::size_t k = i + 1; k < last_ && !ends_clause(k); ++k) {
        if (kind(k) == word::number || kind(k) == word::before) return false;
        quota = quota || kind(k) == word::goal || kind(k) == word::assigned;
      }
      return quota;
    }
    case word::improve:
      return at(i).sense >= 2 && ends_clause(i + 1);
    case word::narrow:
    case word::widen:
      return ends_clause(i + 1) && kind(i) == word::narrow;
    default:
      return false;
  }
}

std::size_t sentence_reader::read_words(std::size_t i) {
  frame f = read_head(clause_start(i), i);
  look_back(f, clause_start(i));
  fact made = blank(f, {}, {});
  std::size_t end = i + 1;
  std::string region;
  std::vector<std::string> names;
  const auto growth = [&] {
    made.measure = measure::growth;
    made.basis = basis::yoy;
    made.unit = unit{"%"};
  };
  number_of_ = numeral{};
  switch (kind(i)) {
    case word::positive:
      growth();
      made.bound = bound::more_than;
      made.lo = decimal{0};
      break;
    case word::negative:
      growth();
      made.bound = bound::less_than;
      made.hi = decimal{0};
      break;
    case word::two_digit:
      growth();
      made.bound = bound::at_least;
      made.value = made.lo = decimal{10};
      if (kind(end) == word::rise) ++end;
      break;
    case word::improve:
      made.direction = direction_of(at(i).sense);
      made.measure = at(i).sense <= 3 ? measure::level : measure::growth;
      if (made.measure == measure::growth) made.basis = basis::yoy;
      made.bound = bound::none;
      break;
    case word::cleared:
      made.value = decimal{0};
      made.bound = shown(i).starts_with("基本") ? bound::about : bound::exact;
      break;
    case word::control: {
      made.bound = bound::at_most;
      std::size_t k = i + 1;
      for (; k < last_ && !ends_clause(k); ++k)
        if (kind(k) != word::after && shown(k) != "范围")
          made.reference += text_.printed(at(k).begin, at(k).end);
      end = k;
      for (const std::string_view tail : {"范围", "范圍"})
        if (made.reference.ends_with(tail)) made.reference.erase(made.reference.size() - tail.size());
      break;
    }
    case word::narrow:
      if (!f.names_rate()) return i + 1;
      made.measure = measure::change;
      made.subject = measure::growth;
      made.bound = bound::none;
      made.direction = direction::narrower;
      if (f.against.reference_span && resolved(*f.against.reference_span))
        made.reference = code(*resolved(*f.against.reference_span));
      else if (f.against.reference)
        made.reference = printed(*f.against.reference);
      break;
    default: {  // 与年度目标仍有一定距离
      std::size_t goal = i;
      for (std::size_t k = i;
           k > head_ && goal == i && kind(k - 1) != word::comma && kind(k - 1) != word::stop; --k)
        if (kind(k - 1) == word::goal) goal = k - 1;
      if (goal == i) return i + 1;
      made.measure = measure::gap;
      made.subject = measure::growth;
      made.bound = bound::none;
      std::size_t from = goal;
      while (from > head_ && (kind(from - 1) == word::period)) --from;
      made.reference = text_.printed(at(from).begin, at(goal).end);
      std::size_t mark = from > head_ ? from - 1 : from;
      std::vector<piece> subject;
      std::size_t c = clause_start(i);
      while (c < mark && (kind(c) == word::among || kind(c) == word::period)) ++c;
      if (kind(mark) == word::joint && mark > c) subject.push_back({at(c).begin, at(mark).begin});
      if (!subject.empty()) {
        const std::size_t several = count_members(text_, w_, subject);
        names = members(text_, w_, subject, several);
        if (names.empty()) names.push_back(text_.printed(subject[0].begin, subject[0].end));
      } else {
        names = carried_.subjects;
      }
      f.predicate = mark;
    }
  }
  if (kind(i) != word::distance) {
    if (!f.whom.subject.empty() || f.whom.object) names = subjects_of(f, 1, region);
    for (std::string& name : names)
      for (const std::string_view lead : {"虽能够", "能够", "虽", "仍", "能"})
        if (name.starts_with(lead)) name.erase(0, lead.size());
    if (names.empty() || names.front().empty()) {
      names = carried_.subjects;
      if (kind(i) == word::control)  // all that the sentence has given figures of
        for (const fact& each : result_.facts)
          if (each.measure == measure::level &&
              std::ranges::find(names, each.indicator) == names.end())
            names.insert(names.begin(), each.indicator);
    }
  }
  if (made.direction == direction::to_profit || made.direction == direction::to_loss)
    for (std::string& name : names) {  // 电力行业由盈转亏: its profit does
      if (names_business(name)) name = with_outcome(name, "利润");
      name = profit_named(name);
    }
  for (const std::string& name : names) {
    if (name.empty()) continue;
    fact one = made;
    one.indicator = name;
    one.region = region_named(region, given_);
    place(one, f.predicate ? std::min(*f.predicate, i) : i, end);
    result_.facts.push_back(std::move(one));
  }
  if (!names.empty() && kind(i) != word::control) carried_.subjects = names;
  remember(f);
  head_ = end;
  return end;
}

std::size_t sentence_reader::read_flat(std::size_t i) {
  const std::size_t c = clause_start(i);
  std::size_t mark = i;  // 与
  for (std::size_t k = i; k > c && mark == i; --k)
    if (kind(k - 1) == word::joint || kind(k - 1) == word::with || kind(k - 1) == word::than)
      mark = k - 1;
  frame f = read_head(c, mark);
  if (f.against.gap != 0 || f.against.than) return i + 1;
  look_back(f, c);
  number_of_ = numeral{};
  std::string region;
  const auto names = subjects_of(f, 1, region);
  std::string reference;
  bool time = mark == i;
  for (std::size_t k = mark + 1; k < i; ++k) {
    if (kind(k) == word::adverb || kind(k) == word::hold || kind(k) == word::reach) continue;
    time = time || kind(k) == word::period;
    reference += text_.printed(at(k).begin, at(k).end);
  }
  time = time || ends_with_any(simplified_name(reference), {"上期", "前值", "上年末", "上季度"});
  for (const std::string& name : names) {
    fact made = blank(f, name, region);
    made.bound = bound::flat;
    // A growth that is flat is the same growth once more.
    const bool growth =
        f.names_rate() || (carried_.last.measure == measure::growth && f.whom.subject.empty());
    const bool ratio = is_ratio(name, given_.known);
    made.parent = carried_.parent;
    if (!time || growth || ratio) {
      made.measure = time ? measure::change : measure::gap;
      made.subject = growth || (!time && !ratio) ? measure::growth : measure::level;
      made.reference = without_of(reference);
    } else {
      made.measure = measure::growth;
      made.basis = basis::yoy;
    }
    place(made, std::min(mark, f.predicate ? *f.predicate : mark), i + 1);
    result_.facts.push_back(std::move(made));
  }
  head_ = i + 1;
  return i + 1;
}

std::size_t sentence_reader::read_first_place(std::size_t i) {
  const frame f = read_head(clause_start(i), i);
  if (!f.measure.rank && !(f.outcome.hold == hold_word::held)) return i + 1;
  for (const std::string& name : carried_.subjects) {
    fact made = blank(f, name, {});
    made.measure = measure::rank;
    made.value = decimal{1};
    made.whole = f.whom.object ? printed(*f.whom.object) : std::string{};
    made.parent = carried_.parent;
    place(made, f.predicate.value_or(i), i + 1);
    result_.facts.push_back(std::move(made));
  }
  head_ = i + 1;
  return i + 1;
}

bool sentence_reader::ends_clause(std::size_t i) const {
  const word is = kind(i);
  return is == word::comma || is == word::stop || is == word::list || is == word::close;
}

}  // namespace kebi::grammar
